// SPDX-License-Identifier: GPL-3.0-or-later
// A flood of traps into the real tab, shown: how many a second are received, listed and kept, the
// longest time that the window's event loop was held up, and memory. Then the same with a filter of
// words, which decodes every one. bench_snmptrapwindow [SECONDS] [TRAPS A SECOND], 60 and 10,000.
#include "core/runtime/reaper.h"
#include "tests/bench/slicemeter.h"
#include "tests/bench/trapload.h"
#include "tests/ui/windowfixture.h"
#include "ui/snmp/trapfeed.h"
#include "ui/snmp/trappanel.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace Portolan;

namespace {

constexpr int kPatience = 60'000;

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() *
           static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void measure(Ui::TrapPanel &panel, const QByteArray &trap, int rate, double duration,
             const QString &filter)
{
    panel.feed().clear();
    panel.feed().setFilter(filter);
    const Snmp::TrapStats before = panel.stats();
    const quint64 lostBefore = panel.feed().model().store().lost();
    const double memory = residentMegabytes();
    auto meter = std::make_unique<Bench::SliceMeter>();
    double most = 0;
    quint64 sent = 0;
    {
        Bench::Load load(trap, panel.listening()->port, rate, duration);
        while (!load.isDone()) {
            QTest::qWait(200);
            most = std::max(most, residentMegabytes());
        }
        sent = load.sent();
        QTest::qWait(2000);
    }
    const Bench::Worst worst = meter->worst();
    meter.reset();
    const Snmp::TrapStats after = panel.stats();
    const auto &model = panel.feed().model();
    std::printf("%s\n", filter.isEmpty() ? "without a filter" : qPrintable(filter));
    std::printf("  sent %llu, received %llu, kernel drops %llu, lost on the way to the list %llu\n",
                static_cast<unsigned long long>(sent),
                static_cast<unsigned long long>(after.traps - before.traps),
                static_cast<unsigned long long>(after.kernelDrops.value_or(0) -
                                                before.kernelDrops.value_or(0)),
                static_cast<unsigned long long>(model.store().lost() - lostBefore));
    std::printf("  kept %zu (older ones gone: %llu), shown %d, not looked through %llu\n",
                model.store().size(), static_cast<unsigned long long>(model.store().dropped()),
                model.rowCount(), static_cast<unsigned long long>(model.waiting()));
    std::printf("  longest gap of the window %.1f ms by the clock, at %.0f ms; of its own doing "
                "%.1f ms; of processor time %.1f ms\n",
                worst.wall, worst.wallAt, worst.own, worst.ran);
    std::printf("  memory %.0f MB before, %.0f MB at most\n", memory, most);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const double duration = argc > 1 ? std::atof(argv[1]) : 60;
    const int rate = argc > 2 ? std::atoi(argv[2]) : 10'000;
    const QTemporaryDir home;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
    QByteArray trap;
    {
        // Before the engine's thread is there: net-snmp belongs to one thread at a time.
        Snmp::Wire::Codec codec;
        trap = Bench::trapMessage(codec);
    }
    int code = 0;
    {
        Ui::Languages languages(application);
        Ui::Theme theme(application);
        Test::WindowFixture fixture(languages, theme);
        quint16 port = 0;
        {
            QUdpSocket probe;
            probe.bind(QHostAddress(QHostAddress::LocalHost), 0);
            port = probe.localPort();
        }
        fixture.window->resize(1280, 800);
        const auto opened =
            fixture.window->openAddress(QStringLiteral("snmptrap://127.0.0.1:%1").arg(port));
        auto *panel = opened ? qobject_cast<Ui::TrapPanel *>(*opened) : nullptr;
        if (panel && QTest::qWaitFor(
                         [&] {
                             return panel->state() == Ui::Panel::State::Connected &&
                                    !panel->library().isLoading();
                         },
                         kPatience)) {
            QTest::qWait(500);
            std::printf("%d traps a second for %.0f s into the tab, shown\n", rate, duration);
            measure(*panel, trap, rate, duration, {});
            measure(*panel, trap, rate, duration, QStringLiteral("GigabitEthernet0/7 -nothing"));
        } else {
            code = 1;
        }
    }
    (void)Reaper::waitForAll(std::chrono::seconds(10));
    return code;
}
