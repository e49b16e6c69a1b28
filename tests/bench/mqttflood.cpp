// SPDX-License-Identifier: GPL-3.0-or-later
// A flood of 64-byte messages at QoS 0 through a real broker: into mosquitto_sub writing to
// /dev/null, then into the MQTT panel, which shows them. What each received a second, side by side,
// and the longest time that the window's event loop was held up meanwhile: by the clock, and
// without what other programs took of the processor (slicemeter.h).
//
//   mqttflood [messages]
#include "core/mqtt/inbox.h"
#include "core/runtime/reaper.h"
#include "tests/bench/slicemeter.h"
#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/mqtt/mqttpanel.h"
#include "ui/mqtt/topicpane.h"
#include "ui/mqtt/topicview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace Portolan;

namespace {

constexpr int kPatience = 60'000;
constexpr int kQuietMs = 2'000; // nothing more comes

struct Figures
{
    quint64 received = 0;
    double seconds = 0;
    [[nodiscard]] double rate() const
    {
        return seconds > 0 ? static_cast<double>(received) / seconds : 0;
    }
};

QStringList place(const Test::LabBroker &broker)
{
    return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
            QString::number(broker.port)};
}

// Lines of 64 bytes; mosquitto_pub -l makes a message of each.
void publish(QProcess &process, const Test::LabBroker &broker, const QString &lines)
{
    process.setStandardInputFile(lines);
    process.start(QStringLiteral("mosquitto_pub"), place(broker) << QStringLiteral("-l")
                                                                 << QStringLiteral("-t")
                                                                 << QStringLiteral("flood/a"));
}

Figures intoMosquittoSub(const Test::LabBroker &broker, const QString &lines, quint64 messages)
{
    QProcess reader;
    reader.setStandardOutputFile(QProcess::nullDevice());
    reader.start(QStringLiteral("mosquitto_sub"),
                 place(broker) << QStringLiteral("-t") << QStringLiteral("flood/#")
                               << QStringLiteral("-C") << QString::number(messages));
    reader.waitForStarted();
    QTest::qWait(500); // it says nothing when its subscription is there
    QElapsedTimer clock;
    clock.start();
    QProcess writer;
    publish(writer, broker, lines);
    const bool all = reader.waitForFinished(kPatience);
    Figures figures{all ? messages : 0, static_cast<double>(clock.elapsed()) / 1000.0};
    reader.kill();
    reader.waitForFinished();
    writer.waitForFinished();
    return figures;
}

quint64 received(const Ui::MqttPanel &panel)
{
    return panel.inbox()->read([](const auto &store) { return store.counts().messages; });
}

Figures intoThePanel(Ui::MqttPanel &panel, const Test::LabBroker &broker, const QString &lines,
                     quint64 messages)
{
    auto meter = std::make_unique<Bench::SliceMeter>();
    QElapsedTimer clock;
    clock.start();
    QProcess writer;
    publish(writer, broker, lines);
    Figures figures;
    QElapsedTimer quiet;
    quiet.start();
    while (figures.received < messages && quiet.elapsed() < kQuietMs) {
        QTest::qWait(20);
        const quint64 now = received(panel);
        if (now == figures.received)
            continue;
        figures.received = now;
        figures.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
        quiet.restart();
        if (panel.topics().model().rowCount() == 1)
            panel.topics().view().goTo("flood/a");
    }
    const Bench::Worst worst = meter->worst();
    meter.reset();
    std::printf("longest gap of the window   %10.1f ms by the clock, at %.0f ms (aim: 50 or less)\n"
                "  of its own doing          %10.1f ms, at %.0f ms\n"
                "  of processor time         %10.1f ms\n",
                worst.wall, worst.wallAt, worst.own, worst.ownAt, worst.ran);
    writer.waitForFinished();
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const quint64 messages = argc > 1 ? QByteArray(argv[1]).toULongLong() : quint64(500'000);
    QTemporaryDir home;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
    const std::unique_ptr<Test::Lab> lab(new Test::Lab(Test::Lab::withBroker()));
    if (!lab->error().isEmpty()) {
        std::printf("cannot be measured here: %s\n", qPrintable(lab->error()));
        return 77;
    }
    const QString lines = home.filePath(QStringLiteral("lines"));
    {
        QFile file(lines);
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        for (quint64 i = 0; i < messages; ++i)
            file.write(QByteArray::number(i).rightJustified(64, 'x') + '\n');
    }
    const Test::LabBroker &broker = lab->broker(QStringLiteral("mqtt-plain"));
    {
        Ui::Languages languages(application);
        Ui::Theme theme(application);
        Test::WindowFixture fixture(languages, theme);
        auto opened =
            fixture.window->openAddress(broker.address + QStringLiteral("?topic=flood/%23"));
        auto *panel = opened ? qobject_cast<Ui::MqttPanel *>(*opened) : nullptr;
        if (!panel || !QTest::qWaitFor(
                          [&] { return panel->state() == Ui::Panel::State::Connected; }, kPatience))
            return 1;
        QTest::qWait(500);
        const Figures ours = intoThePanel(*panel, broker, lines, messages);
        panel->client()->stop();
        const Figures peer = intoMosquittoSub(broker, lines, messages);
        std::printf("mosquitto_sub to /dev/null  %10.0f messages/s, %llu of %llu\n", peer.rate(),
                    static_cast<unsigned long long>(peer.received),
                    static_cast<unsigned long long>(messages));
        std::printf("the panel, shown            %10.0f messages/s, %llu of %llu\n", ours.rate(),
                    static_cast<unsigned long long>(ours.received),
                    static_cast<unsigned long long>(messages));
        std::printf("ratio                       %10.2f   (aim: 0.8 or more)\n",
                    peer.rate() > 0 ? ours.rate() / peer.rate() : 0.0);
    }
    (void)Reaper::waitForAll(std::chrono::seconds(10));
    return 0;
}
