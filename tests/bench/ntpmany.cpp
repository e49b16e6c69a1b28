// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand servers at once, as the panel watches them: how long until each was measured and
// judged, what that takes of memory, and how long the main thread was kept from its event loop,
// in the burst of the beginning and afterwards.
//   bench_ntpmany [servers]
#include "core/ntp/monitor.h"
#include "tests/bench/slicemeter.h"
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTextStream>

namespace {

using namespace Portolan;
using namespace Portolan::Ntp;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

// Lives through `loop` for so many milliseconds, or until `enough`.
void run(Monitor &monitor, int milliseconds, const std::function<bool()> &enough)
{
    QEventLoop loop;
    QObject::connect(&monitor, &Monitor::updated, &loop, [&] {
        if (enough())
            loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void gaps(const char *when, const Bench::Worst &worst)
{
    out() << QStringLiteral("  longest gap of the main thread %1: %2 ms (%3 ms without waiting for "
                            "a processor)\n")
                 .arg(QLatin1String(when))
                 .arg(worst.wall, 0, 'f', 1)
                 .arg(worst.own, 0, 'f', 1);
    out().flush();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (const auto code = Test::skipOrFailWithoutLab())
        return *code;
    const int count = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 1000;
    const Test::Lab lab = Test::Lab::withNtp();
    if (!lab.error().isEmpty()) {
        out() << lab.error() << "\n";
        return 1;
    }
    const qint64 before = residentKilobytes();
    Monitor monitor;
    quint64 outcomes = 0;
    QObject::connect(
        &monitor, &Monitor::happened, &monitor,
        [&outcomes](const QList<Outcome> &all) { outcomes += static_cast<quint64>(all.size()); });
    const auto answered = [&](quint64 times) {
        return std::all_of(
            monitor.servers().begin(), monitor.servers().end(),
            [times](const ServerState &each) { return each.counts.answered >= times; });
    };
    QElapsedTimer clock;
    {
        const Bench::SliceMeter meter;
        Bench::Worst adding;
        clock.start();
        adding.time([&] {
            for (int i = 0; i < count; ++i) {
                ServerTarget target;
                target.host = QHostAddress(0x7F010000U + static_cast<quint32>(i + 1)).toString();
                target.port = lab.ntp(QStringLiteral("ntp-plain")).port;
                monitor.add(target);
            }
        });
        out() << QStringLiteral("%1 servers\n  added in %2 ms\n")
                     .arg(count)
                     .arg(adding.wall, 0, 'f', 1);
        run(monitor, 60'000, [&] { return answered(1); });
        out() << QStringLiteral("  all measured after %1 ms, %2 of them chosen from, %3 agree\n")
                     .arg(clock.elapsed())
                     .arg(monitor.selection().voters)
                     .arg(monitor.selection().truechimers);
    }
    {
        const Bench::SliceMeter meter;
        run(monitor, 60'000, [&] { return answered(4); });
        out() << QStringLiteral("  four polls of each after %1 ms\n").arg(clock.elapsed());
        gaps("in the burst", meter.worst());
    }
    {
        const Bench::SliceMeter meter;
        const quint64 then = outcomes;
        run(monitor, 33'000, [&] { return answered(6); });
        gaps("afterwards", meter.worst());
        out() << QStringLiteral("  answers afterwards: %1\n").arg(outcomes - then);
    }
    out() << QStringLiteral("  memory: %1 MB more\n")
                 .arg(static_cast<double>(residentKilobytes() - before) / 1024, 0, 'f', 1);
    const auto &first = monitor.servers().front();
    return answered(4) && first.filter.estimate() ? 0 : 1;
}
