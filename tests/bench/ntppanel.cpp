// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand servers in one tab of the real window (1280x800): how long until each was measured,
// what that takes of memory, and how long the main thread was kept from its event loop: while they
// are added, while all are measured, for half a minute of polls, with the views that are not shown
// at first, and when they are removed again. Longest gaps by the clock, and without what other
// programs took of the processor (slicemeter.h).
//   bench_ntppanel [servers]
#include "ui/ntp/ntppanel.h"
#include "core/ntp/stampedsocket.h"
#include "core/runtime/reaper.h"
#include "tests/bench/slicemeter.h"
#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/ntp/chartspane.h"
#include "ui/ntp/intervalsview.h"
#include "ui/ntp/serversmodel.h"
#include "ui/ntp/serverspage.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/sidedrawer.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTabWidget>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Portolan;
using Ui::NtpPanel;
using Ui::ServersModel;

namespace {

constexpr int kPatience = 120'000;
constexpr int kWatched = 30'000;
constexpr int kLook = 6'000; // at each view
constexpr double kMost = 50; // milliseconds
double worstOwn = 0;

double megabytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

void tell(const char *what, const Bench::Worst &worst)
{
    std::printf("  %-34s longest gap %6.1f ms, %6.1f ms of its own doing, %6.1f ms of processor\n",
                what, worst.wall, worst.own, worst.ran);
    std::fflush(stdout);
    worstOwn = std::max(worstOwn, worst.own);
}

template<typename Enough>
bool watch(const char *what, int milliseconds, Enough &&enough)
{
    const Bench::SliceMeter meter;
    const bool done = QTest::qWaitFor(enough, milliseconds);
    tell(what, meter.worst());
    return done;
}

template<typename Change>
void look(const char *what, Change &&change)
{
    const Bench::SliceMeter meter;
    change();
    QTest::qWait(kLook);
    tell(what, meter.worst());
}

// True once all of it is in the file.
bool remember(Ntp::ClockHistory &history, const Ntp::Monitor &monitor)
{
    constexpr int kSamples = 7 * 24 * 4;
    std::vector<Ntp::ClockRecord> records;
    const Ntp::Instant now = Ntp::clockNow();
    for (const Ntp::ServerState &each : monitor.servers()) {
        for (int i = kSamples; i > 0; --i) {
            Ntp::ClockRecord record;
            record.server = Ntp::identityOf(each);
            record.kind = Ntp::Outcome::Kind::Measured;
            record.at = now - std::chrono::minutes(15 * i);
            record.sample.at = record.at;
            record.sample.offset = Ntp::Seconds(1e-6 * ((i * 7919) % 1000));
            record.sample.delay = Ntp::Seconds(1e-4);
            records.push_back(record);
        }
    }
    quint64 wanted = records.size();
    QEventLoop loop;
    QObject::connect(&history, &Ntp::ClockHistory::written, &loop, [&](quint64 count) {
        if (count >= wanted)
            loop.quit();
    });
    QTimer::singleShot(kPatience, &loop, [&] {
        wanted = 0;
        loop.quit();
    });
    // In parts, as they come: what waits is bounded.
    constexpr std::size_t kPart = 5000;
    QElapsedTimer clock;
    clock.start();
    std::size_t next = 0;
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &loop, [&] {
        const std::size_t end = std::min(next + kPart, records.size());
        history.record(std::vector<Ntp::ClockRecord>(records.begin() + std::ptrdiff_t(next),
                                                     records.begin() + std::ptrdiff_t(end)));
        next = end;
        if (next == records.size())
            feed.stop();
    });
    feed.start(60);
    loop.exec();
    std::printf("  %zu samples recorded in %lld ms\n", records.size(), clock.elapsed());
    return wanted != 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir home;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    if (const auto code = Test::skipOrFailWithoutLab())
        return *code;
    const int count = argc > 1 ? std::max(2, QByteArray(argv[1]).toInt()) : 1000;
    const Test::Lab lab = Test::Lab::withNtp();
    if (!lab.error().isEmpty()) {
        std::printf("%s\n", qPrintable(lab.error()));
        return 1;
    }
    QList<Ntp::ServerTarget> targets;
    for (int i = 0; i < count; ++i) {
        Ntp::ServerTarget target;
        target.host = QHostAddress(0x7F010000U + static_cast<quint32>(i + 1)).toString();
        target.port = lab.ntp(QStringLiteral("ntp-plain")).port;
        targets.append(target);
    }
    bool isMeasured = false;
    {
        Ui::Languages languages(application);
        Ui::Theme theme(application);
        languages.choose(QStringLiteral("en"));
        Test::WindowFixture fixture(languages, theme);
        fixture.window->resize(1280, 800);
        const auto opened = fixture.window->openAddress(
            targets.front().display().prepend(QStringLiteral("ntp://")));
        auto *const panel = opened ? qobject_cast<NtpPanel *>(*opened) : nullptr;
        if (!panel)
            return 1;
        QTest::qWait(1000);
        const double before = megabytes();
        const auto answered = [&](quint64 times) {
            const auto &servers = panel->monitor().servers();
            return servers.size() == std::size_t(count) &&
                   std::all_of(servers.begin(), servers.end(),
                               [times](const Ntp::ServerState &each) {
                                   return each.counts.answered >= times;
                               });
        };
        std::printf("%d servers in one tab\n", count);
        QElapsedTimer clock;
        clock.start();
        {
            Bench::Worst worst;
            worst.time([&] { panel->add(targets.mid(1)); });
            tell("adding them", worst);
        }
        isMeasured = watch("until each was measured", kPatience, [&] { return answered(1); });
        std::printf("  all measured after %lld ms\n", clock.elapsed());
        watch("until four polls of each", kPatience, [&] { return answered(4); });
        watch("half a minute", kWatched, [] { return false; });
        std::printf("  memory: %.1f MB more than with one\n", megabytes() - before);
        // As if they had been watched all week, here by a sample each quarter of an hour.
        const auto history = fixture.services.get<Ntp::ClockHistory>();
        if (remember(*history, panel->monitor())) {
            auto &charts = panel->charts();
            look("7 days of history read", [&] { charts.setSpan(604'800); });
            std::printf("  memory: %.1f MB more than with one\n", megabytes() - before);
            look("15 minutes again", [&] { charts.setSpan(900); });
        }
        look("sorted by offset", [&] {
            panel->servers().table().sortByColumn(ServersModel::Offset, Qt::AscendingOrder);
        });
        look("filtered", [&] { panel->servers().filter().setText(QStringLiteral("127.1.0.1")); });
        look("no filter", [&] { panel->servers().filter().setText({}); });
        look("one chosen, its drawer open", [&] {
            panel->choose(panel->monitor().servers().back().id);
            panel->drawer().openPage(NtpPanel::kServer);
        });
        look("intervals", [&] {
            panel->findChild<QTabWidget *>(QStringLiteral("clockTabs"))
                ->setCurrentWidget(&panel->intervals());
        });
        look("matrix", [&] { panel->drawer().openPage(NtpPanel::kMatrix); });
        look("alarms", [&] { panel->drawer().openPage(NtpPanel::kAlarms); });
        QList<quint64> all;
        for (const Ntp::ServerState &each : panel->monitor().servers())
            all.append(each.id);
        all.removeFirst();
        Bench::Worst leaving;
        leaving.time([&] { panel->setLeftOut(all, true); });
        tell("leaving all but one out", leaving);
        Bench::Worst removing;
        removing.time([&] { panel->remove(all); });
        tell("removing all but one", removing);
        std::printf("  memory: %.1f MB more than before, with one again\n", megabytes() - before);
        isMeasured = isMeasured && panel->monitor().servers().size() == 1;
        // A network that is down: nothing listens there.
        QTcpServer unused;
        unused.listen(QHostAddress::LocalHost);
        for (Ntp::ServerTarget &each : targets)
            each.port = unused.serverPort();
        Bench::Worst dead;
        dead.time([&] { panel->add(targets.mid(1)); });
        tell("adding as many that are dead", dead);
        look("while they are asked", [&] { panel->drawer().closeDrawer(); });
        watch("half a minute of it", kWatched, [] { return false; });
    }
    std::printf("longest gap of its own doing: %.1f ms (aim: %.0f)\n", worstOwn, kMost);
    return isMeasured && Reaper::waitForAll(std::chrono::seconds(20)) == 0 ? 0 : 1;
}
