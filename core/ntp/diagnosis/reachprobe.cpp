// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/diagnosis/reachprobe.h"

#include "core/ntp/packet.h"
#include "core/ntp/pollmanners.h"
#include "core/ntp/reply.h"

#include "core/net/lookup.h"
#include "core/net/socketaddress.h"
#include "core/net/sockets.h"

#include <QHostInfo>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <vector>

namespace Portolan::Ntp {

namespace {

using Trial = ReachFacts::Trial;
using Role = Trial::Role;
using Answer = Trial::Answer;

constexpr std::chrono::milliseconds kLeastGap{20};
constexpr std::chrono::milliseconds kLongest{3000};
constexpr std::chrono::milliseconds kConnect{3000};
constexpr quint16 kPort = ServerTarget::kPort;
constexpr int kMostControl = 64; // answers that are counted
// RFC 9327, section 2: version 2, mode 6, operation 2 (read variables), nothing else.
const QByteArray kReadVariables("\x16\x02\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00", 12);
// ntpd's ntp_request.h: version 2, mode 7, implementation 3, REQ_MON_GETLIST_1, no items.
const QByteArray kMonitorList = QByteArray("\x17\x00\x03\x2a", 4) + QByteArray(44, '\0');

QString answerName(Answer answer)
{
    switch (answer) {
    case Answer::Silence:
        return QStringLiteral("silence");
    case Answer::Answered:
        return QStringLiteral("answered");
    case Answer::Unreadable:
        return QStringLiteral("no NTP");
    case Answer::Closed:
        return QStringLiteral("port closed");
    case Answer::Unreachable:
        return QStringLiteral("not reached");
    case Answer::Impossible:
        break;
    }
    return QStringLiteral("not tried");
}

QString roleName(const Trial &trial)
{
    switch (trial.role) {
    case Role::Plain:
        return QStringLiteral("plain question to port %1").arg(trial.port);
    case Role::FromPort123:
        return QStringLiteral("from port 123");
    case Role::OldVersion:
        return QStringLiteral("version 3");
    case Role::UsualPort:
        return QStringLiteral("port 123");
    case Role::OtherAddress:
        break;
    }
    return trial.address.toString();
}

Header question(int version)
{
    Header header;
    header.version = version;
    while (header.transmit.isZero())
        header.transmit.value = QRandomGenerator::system()->generate64();
    return header;
}

} // namespace

QString ReachFacts::Trial::text() const
{
    QString made = roleName(*this) + QStringLiteral(": ") + answerName(answer);
    if (!detail.isEmpty())
        made += QStringLiteral(" (") + detail + QLatin1Char(')');
    return made;
}

const ReachFacts::Trial *ReachFacts::answered(Trial::Role role) const
{
    const auto found = std::find_if(trials.begin(), trials.end(), [role](const Trial &each) {
        return each.role == role && each.answer == Trial::Answer::Answered;
    });
    return found == trials.end() ? nullptr : &*found;
}

QString ReachFacts::text() const
{
    QStringList lines;
    for (const Trial &each : trials)
        lines += each.text();
    if (pinged)
        lines += *pinged ? QStringLiteral("ping: answered") : QStringLiteral("ping: silence");
    const auto place = QStringLiteral("TCP %1: ").arg(exchangePort);
    switch (exchange) {
    case Port::NotTried:
        break;
    case Port::Open:
        lines += place + QStringLiteral("open");
        break;
    case Port::Closed:
        lines += place + QStringLiteral("closed");
        break;
    case Port::Silent:
        lines += place + QStringLiteral("silence");
        break;
    case Port::Unreachable:
        lines += place + QStringLiteral("not reached");
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

struct ReachProbe::Private
{
    Private(ReachProbe *probe, Request wanted)
        : q(probe)
        , request(std::move(wanted))
        , patience(std::clamp<std::chrono::milliseconds>(request.target.timeout,
                                                         std::chrono::milliseconds(200), kLongest))
    {
        facts.exchangePort = request.target.keyExchangePort;
    }
    ~Private() { QHostInfo::abortHostLookup(lookUp); }

    // One packet and what comes of it.
    void tryOut(Trial trial, int version)
    {
        ++running;
        auto *const socket = new QUdpSocket(q);
        const Header header = question(version);
        const auto end = [this, socket, trial](Answer answer, int stratum, const QString &detail) {
            if (socket->property("over").toBool())
                return;
            socket->setProperty("over", true);
            Trial made = trial;
            made.answer = answer;
            made.stratum = stratum;
            made.detail = detail;
            facts.trials.append(made);
            socket->deleteLater();
            over();
        };
        const bool isV6 = trial.address.protocol() == QAbstractSocket::IPv6Protocol;
        const QHostAddress any(isV6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
        // Not shared: the answers would be taken from a daemon of this machine.
        if (trial.role == Role::FromPort123 &&
            !socket->bind(any, kPort, QAbstractSocket::DontShareAddress)) {
            end(Answer::Impossible, 0, socket->errorString());
            return;
        }
        QObject::connect(socket, &QAbstractSocket::errorOccurred, q,
                         [end, socket](QAbstractSocket::SocketError error) {
                             end(error == QAbstractSocket::ConnectionRefusedError
                                     ? Answer::Closed
                                     : Answer::Unreachable,
                                 0, socket->errorString());
                         });
        QObject::connect(socket, &QIODevice::readyRead, q, [end, socket, header] {
            char bytes[1500];
            const qint64 size = socket->read(bytes, sizeof(bytes));
            if (size < 0) {
                end(Answer::Closed, 0, socket->errorString());
                return;
            }
            const auto packet = decodePacket(QByteArray(bytes, static_cast<qsizetype>(size)));
            if (!packet || matchReply(*packet, header).fault != ReplyFault::None)
                end(Answer::Unreadable, 0, {});
            else
                end(Answer::Answered, packet->header.stratum,
                    QStringLiteral("stratum %1").arg(packet->header.stratum));
        });
        socket->connectToHost(trial.address, trial.port);
        if (socket->write(encodeHeader(header)) < 0)
            end(Answer::Unreachable, 0, socket->errorString());
        else
            QTimer::singleShot(patience, socket, [end] { end(Answer::Silence, 0, {}); });
    }

    void control(const QByteArray &packet, std::optional<qint64> ReachFacts::*place)
    {
        ++running;
        auto *const socket = new QUdpSocket(q);
        facts.*place = 0;
        QObject::connect(socket, &QIODevice::readyRead, q, [this, socket, place] {
            char bytes[2048];
            for (int i = 0; i < kMostControl && socket->hasPendingDatagrams(); ++i) {
                const qint64 size = socket->readDatagram(bytes, sizeof(bytes));
                // Only what says of itself that it answers (the R bit of RFC 9327, or mode 7's).
                const auto second = static_cast<unsigned char>(bytes[1]);
                const auto first = static_cast<unsigned char>(bytes[0]);
                const bool isAnswer =
                    size >= 8 && ((first & 7U) == 6 ? (second & 0x80U) != 0 : (first & 0x80U) != 0);
                if (isAnswer)
                    facts.*place = *(facts.*place) + size;
            }
        });
        socket->connectToHost(request.address, request.target.port);
        socket->write(packet);
        QTimer::singleShot(patience, socket, [this, socket] {
            socket->deleteLater();
            over();
        });
    }

    void tryExchange()
    {
        ++running;
        auto *const socket = new QTcpSocket(q);
        const auto end = [this, socket](ReachFacts::Port state) {
            if (socket->property("over").toBool())
                return;
            socket->setProperty("over", true);
            facts.exchange = state;
            socket->abort();
            socket->deleteLater();
            over();
        };
        QObject::connect(socket, &QAbstractSocket::connected, q,
                         [end] { end(ReachFacts::Port::Open); });
        QObject::connect(socket, &QAbstractSocket::errorOccurred, q,
                         [end](QAbstractSocket::SocketError error) {
                             end(error == QAbstractSocket::ConnectionRefusedError
                                     ? ReachFacts::Port::Closed
                                     : ReachFacts::Port::Unreachable);
                         });
        QTimer::singleShot(kConnect, socket, [end] { end(ReachFacts::Port::Silent); });
        socket->connectToHost(request.address, request.target.keyExchangePort);
    }

    // Linux lets some send pings from a datagram socket (net.ipv4.ping_group_range).
    void ping()
    {
#ifdef Q_OS_LINUX
        const bool isV6 = request.address.protocol() == QAbstractSocket::IPv6Protocol;
        auto socket = std::make_shared<Net::OwnedSocket>(
            ::socket(isV6 ? AF_INET6 : AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
                     isV6 ? int(IPPROTO_ICMPV6) : int(IPPROTO_ICMP)));
        if (!socket->isValid())
            return;
        // Echo request; the kernel fills in identifier and checksum.
        QByteArray packet(16, '\0');
        packet[0] = isV6 ? '\x80' : '\x08';
        packet[7] = '\x01';
        const auto to = Net::toSocketAddress(request.address, 0);
        if (::sendto(socket->get(), packet.constData(), static_cast<std::size_t>(packet.size()), 0,
                     to.get(), to.length) < 0)
            return;
        ++running;
        facts.pinged = false;
        auto *const notifier = new QSocketNotifier(socket->get(), QSocketNotifier::Read, q);
        const auto end = [this, notifier, socket] {
            if (!notifier->isEnabled())
                return;
            notifier->setEnabled(false);
            notifier->deleteLater();
            over();
        };
        QObject::connect(notifier, &QSocketNotifier::activated, q, [this, end, socket, isV6] {
            char bytes[256];
            const auto size = ::recv(socket->get(), bytes, sizeof(bytes), 0);
            facts.pinged = size >= 8 && bytes[0] == (isV6 ? '\x81' : '\x00');
            end();
        });
        QTimer::singleShot(patience, notifier, end);
#endif
    }

    void plan()
    {
        const ServerTarget &target = request.target;
        const auto step = [this](Role role, const QHostAddress &address, quint16 port,
                                 int version = 4) {
            steps.emplace_back([this, role, address, port, version] {
                Trial trial;
                trial.role = role;
                trial.address = address;
                trial.port = port;
                tryOut(trial, version);
            });
        };
        if (request.tryExchange)
            tryExchange();
        if (request.tryNtp) {
            ping();
            step(Role::Plain, request.address, target.port, target.version);
            if (target.port != kPort)
                step(Role::UsualPort, request.address, kPort);
            step(Role::FromPort123, request.address, target.port);
            if (target.version > 3)
                step(Role::OldVersion, request.address, target.port, 3);
            lookUpOthers();
        }
        if (request.tryControl) {
            steps.emplace_back([this] { control(kReadVariables, &ReachFacts::control); });
            steps.emplace_back([this] { control(kMonitorList, &ReachFacts::priv); });
        }
    }

    void lookUpOthers()
    {
        if (!QHostAddress(request.target.host).isNull())
            return;
        ++running;
        lookUp = QHostInfo::lookupHost(request.target.host, q, [this](const QHostInfo &info) {
            lookUp = -1;
            int tried = 0;
            const auto addresses = Net::addressesOf(info);
            for (const QHostAddress &each : addresses) {
                if (each.isEqual(request.address) || tried == 2)
                    continue;
                ++tried;
                Trial trial;
                trial.role = Role::OtherAddress;
                trial.address = each;
                trial.port = request.target.port;
                tryOther(trial);
            }
            over();
        });
    }

    // Another machine, most likely: at once, unless that one was asked just now.
    void tryOther(const Trial &trial)
    {
        if (const auto wait = claimPoll(trial.address); wait.count() > 0) {
            ++running;
            QTimer::singleShot(wait, q, [this, trial] {
                tryOther(trial);
                over();
            });
            return;
        }
        tryOut(trial, request.target.version);
    }

    void next()
    {
        if (steps.empty()) {
            if (running == 0 && !std::exchange(ended, true))
                Q_EMIT q->finished();
            return;
        }
        // Whoever found it silent has only just asked it, and goes on asking.
        if (const auto wait = claimPoll(request.address); wait.count() > 0) {
            QTimer::singleShot(wait, q, [this] { next(); });
            return;
        }
        const auto step = std::move(steps.front());
        steps.pop_front();
        step();
        QTimer::singleShot(kLeastGap, q, [this] { next(); });
    }

    void over()
    {
        --running;
        if (steps.empty() && running == 0)
            QTimer::singleShot(0, q, [this] { next(); });
    }

    ReachProbe *const q;
    const Request request;
    const std::chrono::milliseconds patience;
    ReachFacts facts;
    std::deque<std::function<void()>> steps;
    int running = 0;
    int lookUp = -1;
    bool ended = false;
};

ReachProbe::ReachProbe(Request request, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(request)))
{
}

ReachProbe::~ReachProbe() = default;

void ReachProbe::start()
{
    d->plan();
    QTimer::singleShot(kLeastGap, this, [this] { d->next(); });
}

const ReachFacts &ReachProbe::facts() const
{
    return d->facts;
}

} // namespace Portolan::Ntp
