// SPDX-License-Identifier: GPL-3.0-or-later
// Retained values of 20,000 topics, deleted at a real broker: by the explorer's engine, which looks
// for them among what it received, writes the file that brings them back and waits for the answer
// to each; and by mosquitto_sub --remove-retained. From the connection to the last deletion; what
// is left over is counted.
//
//   mqttwipe [topics]
#include "core/mqtt/inbox.h"
#include "core/mqtt/retainedwipe.h"
#include "core/runtime/reaper.h"
#include "tests/bench/slicemeter.h"
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <cstdio>

using namespace Portolan;

namespace {

constexpr int kPatience = 120'000;

double seconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

QStringList place(const Test::LabBroker &broker)
{
    return {QStringLiteral("-h"),         QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
            QString::number(broker.port), QStringLiteral("-t"),        QStringLiteral("wipe/#")};
}

class Connection
{
public:
    explicit Connection(const Test::LabBroker &broker)
        : inbox(std::make_shared<Mqtt::Inbox>())
    {
        const auto parsed = parseAddress(broker.address);
        const auto target = Mqtt::brokerTarget(parsed->address);
        client = std::make_unique<Mqtt::Client>(*target, inbox);
        client->start();
    }
    [[nodiscard]] bool isConnected() const
    {
        return QTest::qWaitFor([this] { return client->state() == Mqtt::Client::State::Connected; },
                               kPatience);
    }
    Mqtt::RetainedWork::Counts run(Mqtt::RetainedWork::What what,
                                   std::vector<Mqtt::RetainedValue> values) const
    {
        Mqtt::RetainedWork work(*client, what, std::move(values), 0);
        work.start();
        (void)QTest::qWaitFor([&] { return !work.isRunning(); }, kPatience);
        return work.counts();
    }

    std::shared_ptr<Mqtt::Inbox> inbox;
    std::unique_ptr<Mqtt::Client> client;
};

bool fill(const Test::LabBroker &broker, int topics)
{
    std::vector<Mqtt::RetainedValue> values;
    for (int i = 0; i < topics; ++i)
        values.push_back({.topic = "wipe/device" + QByteArray::number(i) + "/state",
                          .payload = "value " + QByteArray::number(i),
                          .qos = 1});
    const Connection connection(broker);
    return connection.isConnected() &&
           connection.run(Mqtt::RetainedWork::What::Restore, std::move(values)).done ==
               static_cast<quint64>(topics);
}

// What a new subscriber gets within a second.
int left(const Test::LabBroker &broker)
{
    QProcess reader;
    reader.start(QStringLiteral("mosquitto_sub"),
                 place(broker) << QStringLiteral("-W") << QStringLiteral("1"));
    reader.waitForFinished(kPatience);
    return static_cast<int>(reader.readAllStandardOutput().count('\n'));
}

bool ours(const Test::LabBroker &broker, int topics)
{
    QElapsedTimer clock;
    clock.start();
    const Connection connection(broker);
    if (!connection.isConnected())
        return false;
    Mqtt::Subscription all;
    all.filter = "wipe/#"; // at QoS 0 a broker sends all of them
    if (!connection.client->subscribe(all) ||
        !QTest::qWaitFor(
            [&] {
                return connection.inbox->read([](const Mqtt::TopicStore &store) {
                    return store.counts().topics;
                }) == static_cast<std::uint32_t>(topics);
            },
            kPatience))
        return false;
    const double received = seconds(clock);
    Mqtt::RetainedSearch search(connection.inbox, "wipe");
    while (search.step())
        QCoreApplication::processEvents();
    QTemporaryFile file;
    if (!file.open() || file.write(Mqtt::undoFile(search.values())) <= 0 || !file.flush())
        return false;
    const double found = seconds(clock);
    const Bench::SliceMeter meter;
    const auto counts = connection.run(Mqtt::RetainedWork::What::Delete, search.take());
    const double done = seconds(clock);
    std::printf("ours                        %8.2f s: received in %.2f, found and written to a "
                "file of %lld KB in %.2f, deleted in %.2f; %llu answered for\n"
                "longest gap meanwhile       %8.1f ms by the clock, %.1f of its own\n",
                done, received, static_cast<long long>(file.size() / 1000), found - received,
                done - found, static_cast<unsigned long long>(counts.done), meter.worst().wall,
                meter.worst().own);
    return counts.done == static_cast<quint64>(topics);
}

// It does not know when it has done, and counts what comes back to it among what it was to wait
// for; a subscriber beside it sees the last deletion come round.
bool peer(const Test::LabBroker &broker, int topics)
{
    const Connection observer(broker);
    Mqtt::Subscription all;
    all.filter = "wipe/#";
    const auto hasSeen = [&](int messages) {
        return QTest::qWaitFor(
            [&] {
                return observer.inbox->read([](const Mqtt::TopicStore &store) {
                    return store.counts().messages;
                }) >= static_cast<std::uint64_t>(messages);
            },
            kPatience);
    };
    if (!observer.isConnected() || !observer.client->subscribe(all) || !hasSeen(topics))
        return false;
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("mosquitto_sub"), place(broker)
                                                       << QStringLiteral("--remove-retained"));
    const bool done = hasSeen(2 * topics);
    std::printf("mosquitto_sub --remove-retained %4.2f s\n", seconds(clock));
    process.kill();
    process.waitForFinished(kPatience);
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int topics = argc > 1 ? QByteArray(argv[1]).toInt() : 20'000;
    bool good = true;
    {
        const Test::Lab lab(Test::Lab::withBroker());
        if (!lab.error().isEmpty()) {
            std::printf("cannot be measured here: %s\n", qPrintable(lab.error()));
            return 77;
        }
        const Test::LabBroker &broker = lab.broker(QStringLiteral("mqtt-plain"));
        for (int turn = 0; turn < 2 && good; ++turn) {
            good = fill(broker, topics) && ours(broker, topics);
            if (good)
                std::printf("left over                   %8d of %d\n", left(broker), topics);
            good = good && fill(broker, topics) && peer(broker, topics);
            if (good)
                std::printf("left over                   %8d of %d\n", left(broker), topics);
        }
    }
    (void)Reaper::waitForAll(std::chrono::seconds(10));
    if (!good)
        std::printf("not all were deleted\n");
    return good ? 0 : 1;
}
