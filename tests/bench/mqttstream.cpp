// SPDX-License-Identifier: GPL-3.0-or-later
// Messages into the store, beside mosquitto_sub writing to /dev/null: 64 bytes, QoS 0, from a
// source that sends as fast as it is read, over 1,000 topics. Prints messages/s, the ratio, the
// longest pause of the main thread, which looks at the store every 50 ms meanwhile, and the memory.
// With --broker they go through the lab's mosquitto; with --large one message of 100 MB comes.
#include "core/mqtt/client.h"
#include "core/mqtt/inbox.h"
#include "core/runtime/reaper.h"
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Portolan;

namespace {

constexpr int kMessages = 2'000'000;
constexpr int kTopics = 1000;
constexpr int kPayload = 64;
constexpr int kDeadline = 120'000;

QByteArray lengthOf(qsizetype size)
{
    QByteArray bytes;
    do {
        const auto digit = static_cast<unsigned>(size % 128);
        size /= 128;
        bytes.append(static_cast<char>(digit | (size > 0 ? 0x80U : 0U)));
    } while (size > 0);
    return bytes;
}

QByteArray publishPacket(const QByteArray &topic, const QByteArray &payload)
{
    QByteArray body;
    body.append(static_cast<char>(topic.size() >> 8));
    body.append(static_cast<char>(topic.size() & 0xff));
    body += topic;
    body += payload;
    return QByteArray("\x30", 1) + lengthOf(body.size()) + body;
}

QByteArray round()
{
    QByteArray bytes;
    for (int i = 0; i < kTopics; ++i)
        bytes += publishPacket("bench/" + QByteArray::number(i), QByteArray(kPayload, 'x'));
    return bytes;
}

// Just enough of a broker of MQTT 3.1.1, on a thread of its own and with blocking sockets: answers
// CONNECT and SUBSCRIBE, then sends.
class Source : public QThread
{
public:
    explicit Source(bool large)
        : m_large(large)
    {
        m_server.listen(QHostAddress::LocalHost);
        m_port = m_server.serverPort();
        m_server.moveToThread(this);
    }
    ~Source() override
    {
        requestInterruption();
        wait();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    void run() override
    {
        const QByteArray bytes = round();
        while (!isInterruptionRequested()) {
            if (!m_server.waitForNewConnection(100))
                continue;
            const std::unique_ptr<QTcpSocket> peer(m_server.nextPendingConnection());
            answer(*peer, 2, QByteArray("\x20\x02\x00\x00", 4));
            answer(*peer, 2, QByteArray("\x90\x03\x00\x01\x00", 5));
            if (m_large) {
                peer->write(publishPacket("bench/large", QByteArray(100'000'000, 'x')));
                peer->waitForBytesWritten(kDeadline);
            } else {
                for (int sent = 0; sent < kMessages && peer->isOpen(); sent += kTopics) {
                    peer->write(bytes);
                    while (peer->bytesToWrite() > 1 << 20 && peer->waitForBytesWritten(kDeadline))
                        continue;
                }
            }
            while (peer->bytesToWrite() > 0 && peer->waitForBytesWritten(kDeadline))
                continue;
            while (peer->state() == QAbstractSocket::ConnectedState && !isInterruptionRequested())
                peer->waitForReadyRead(100);
        }
        m_server.close();
    }

private:
    // Takes one packet, whatever is in it.
    static void answer(QTcpSocket &peer, qsizetype least, const QByteArray &with)
    {
        while (peer.bytesAvailable() < least && peer.waitForReadyRead(kDeadline))
            continue;
        const QByteArray head = peer.peek(2);
        const int size = head.size() == 2 ? static_cast<unsigned char>(head.at(1)) + 2 : 0;
        while (peer.bytesAvailable() < size && peer.waitForReadyRead(kDeadline))
            continue;
        QByteArray packet = peer.read(size);
        QByteArray reply = with;
        if (with.at(0) == '\x90') // the same packet identifier
            reply.replace(2, 2, packet.mid(2, 2));
        peer.write(reply);
        peer.flush();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    const bool m_large;
};

// Publishes over a connection of its own as fast as the broker takes it.
class Publisher : public QThread
{
public:
    explicit Publisher(quint16 port)
        : m_port(port)
    {
    }
    ~Publisher() override
    {
        requestInterruption();
        wait();
    }

protected:
    void run() override
    {
        QTcpSocket peer;
        peer.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!peer.waitForConnected(kDeadline))
            return;
        peer.write(QByteArray("\x10\x0f\x00\x04MQTT\x04\x02\x00\x00\x00\x03pub", 17));
        peer.waitForReadyRead(kDeadline);
        const QByteArray bytes = round();
        while (!isInterruptionRequested() && peer.isOpen()) {
            peer.write(bytes);
            while (peer.bytesToWrite() > 1 << 18 && peer.waitForBytesWritten(1000))
                continue;
        }
    }

private:
    const quint16 m_port;
};

double memoryMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<double>(file.readAll().split(' ').value(1).toLongLong()) * 4096 / 1e6;
}

struct Measured
{
    double perSecond = 0;
    double worstGapMs = 0;
    double megabytes = 0;
    quint64 received = 0;
};

Measured portolan(quint16 port, quint64 until, int milliseconds)
{
    auto inbox = std::make_shared<Mqtt::Inbox>();
    Mqtt::BrokerTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = port;
    target.version = Mqtt::Version::V311;
    target.reconnect = false;
    Mqtt::Client client(target, inbox);
    Mqtt::Subscription all;
    all.filter = "bench/#";
    (void)client.subscribe(all);
    Measured measured;
    QElapsedTimer clock;
    QElapsedTimer gap;
    quint64 first = 0;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    look.setInterval(50);
    gap.start();
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        // What a window does at each tick: counts, and the rows in view with their last values.
        quint64 bytes = 0;
        const quint64 now = inbox->read([&](const Mqtt::TopicStore &store) {
            auto node = store.firstChild(Mqtt::TopicStore::kRoot);
            if (node != Mqtt::TopicStore::kNone)
                node = store.firstChild(node);
            for (int row = 0; row < 60 && node != Mqtt::TopicStore::kNone; ++row) {
                if (const auto last = store.last(node))
                    bytes += last->payload.size();
                node = store.nextSibling(node);
            }
            return store.counts().messages;
        });
        const double pause = static_cast<double>(gap.nsecsElapsed()) / 1e6 - 50;
        gap.restart();
        if (now > 0 && !clock.isValid()) {
            clock.start();
            first = now;
        }
        if (client.state() == Mqtt::Client::State::Connected)
            measured.worstGapMs = std::max(measured.worstGapMs, pause);
        measured.received = now;
        if (now >= until || (clock.isValid() && clock.elapsed() >= milliseconds))
            QCoreApplication::quit();
    });
    QTimer::singleShot(kDeadline, &look, &QCoreApplication::quit);
    look.start();
    client.start();
    QCoreApplication::exec();
    measured.perSecond = static_cast<double>(measured.received - first) /
                         (static_cast<double>(clock.nsecsElapsed()) / 1e9);
    measured.megabytes = memoryMegabytes();
    return measured;
}

double mosquittoSub(quint16 port, quint64 count)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(QStringLiteral("mosquitto_sub"),
                  {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                   QString::number(port), QStringLiteral("-t"), QStringLiteral("bench/#"),
                   QStringLiteral("-C"), QString::number(count)});
    if (!process.waitForStarted() || !process.waitForFinished(kDeadline))
        return 0;
    return static_cast<double>(count) / (static_cast<double>(clock.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--large"))) {
        Source source(true);
        source.start();
        const Measured large = portolan(source.port(), 1, kDeadline);
        std::printf("a message of 100 MB: %s, longest pause %.1f ms, memory %.0f MB\n",
                    large.received == 1 ? "received" : "lost", large.worstGapMs, large.megabytes);
        return Reaper::waitForAll(std::chrono::seconds(5)) > 0 ? 1 : 0;
    }
    if (QCoreApplication::arguments().contains(QStringLiteral("--broker"))) {
        const Test::Lab lab = Test::Lab::withBroker();
        if (!lab.error().isEmpty())
            return 1;
        const quint16 port = lab.broker(QStringLiteral("mqtt-plain")).port;
        Publisher publisher(port);
        publisher.start();
        const double theirs = mosquittoSub(port, 500'000);
        const Measured ours = portolan(port, ~quint64(0), 10'000);
        std::printf("through mosquitto, at the rate that it delivers:\n  mosquitto_sub %9.0f/s\n  "
                    "Portolan      %9.0f/s  ratio %.2f, longest pause %.1f ms, memory %.0f MB\n",
                    theirs, ours.perSecond, ours.perSecond / theirs, ours.worstGapMs,
                    ours.megabytes);
    } else {
        Source source(false);
        source.start();
        const double theirs = mosquittoSub(source.port(), kMessages);
        const Measured ours = portolan(source.port(), kMessages, kDeadline);
        std::printf("%d messages of %d bytes:\n  mosquitto_sub %9.0f/s\n  Portolan      %9.0f/s  "
                    "ratio %.2f, longest pause %.1f ms, memory %.0f MB, lost %lld\n",
                    kMessages, kPayload, theirs, ours.perSecond, ours.perSecond / theirs,
                    ours.worstGapMs, ours.megabytes,
                    static_cast<long long>(kMessages) - static_cast<long long>(ours.received));
    }
    return Reaper::waitForAll(std::chrono::seconds(5)) > 0 ? 1 : 0;
}
