// SPDX-License-Identifier: GPL-3.0-or-later
// How many traps a second are received, decoded and stored without losing one, with snmptrapd under
// the same load beside it. bench_snmptraps [SECONDS] [TRAPS A SECOND], 60 and 10,000.
#include "core/runtime/reaper.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/station.h"
#include "core/snmp/traps/trapreceiver.h"
#include "core/snmp/traps/trapstore.h"
#include "core/snmp/traps/traptext.h"
#include "tests/bench/trapload.h"

#include "core/runtime/batchpump.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QUdpSocket>

#include <chrono>
#include <cstdio>
#include <functional>

#include <sys/resource.h>
#include <unistd.h>

using namespace Portolan;
using namespace Portolan::Snmp;

namespace {

using Clock = std::chrono::steady_clock;

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpuOfThisProcess()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double cpuOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readAll().split(' ');
    return fields.size() > 15 ? (fields[13].toDouble() + fields[14].toDouble()) /
                                    static_cast<double>(::sysconf(_SC_CLK_TCK))
                              : 0;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() *
           static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

bool until(const std::function<bool()> &holds, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
        if (clock.elapsed() > milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

double ours(const QByteArray &trap, int rate, double duration)
{
    const auto modules = Smi::loadModules({})->snapshot;
    const auto rules = *TrapRules::compile(*modules, usualTrapRules());
    TrapStore store({.rows = 2'000'000, .bytes = std::size_t(2) << 30U});
    const auto queue = std::make_shared<TrapQueue>(200'000);
    double worstGap = 0;
    QElapsedTimer sinceBeat;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        if (sinceBeat.isValid())
            worstGap = std::max(worstGap, static_cast<double>(sinceBeat.nsecsElapsed()) / 1e6);
        sinceBeat.start();
    });
    const BatchPump<TrapPtr> pump(queue, [&](std::vector<TrapPtr> &&traps, std::uint64_t lost) {
        store.append(std::move(traps), lost, rules, *modules);
    });
    ListenTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = 0;
    TrapReceiver receiver(std::make_shared<Station>(), target, {}, {queue});
    quint16 port = 0;
    QObject::connect(&receiver, &TrapReceiver::listening, &receiver,
                     [&](const Listening &where) { port = where.port; });
    receiver.start();
    if (!until([&] { return port != 0; }, 10'000))
        return 0;
    const double before = residentMegabytes();
    const double cpu = cpuOfThisProcess();
    beat.start(5);
    QElapsedTimer clock;
    clock.start();
    Bench::Load load(trap, port, rate, duration);
    until([&] { return load.isDone(); }, static_cast<int>(duration * 3000) + 10'000);
    const double sending = static_cast<double>(clock.elapsed()) / 1000;
    until(
        [&] {
            return store.size() + store.dropped() + store.lost() +
                       receiver.stats().kernelDrops.value_or(0) >=
                   load.sent();
        },
        20'000);
    const double took = cpuOfThisProcess() - cpu;
    const TrapStats stats = receiver.stats();
    std::printf("portolan:  sent %llu in %.1f s (%.0f/s), stored %zu, kernel drops %llu, queue "
                "drops %llu, rejected %llu\n",
                static_cast<unsigned long long>(load.sent()), sending,
                static_cast<double>(load.sent()) / sending, store.size(),
                static_cast<unsigned long long>(stats.kernelDrops.value_or(0)),
                static_cast<unsigned long long>(store.lost()),
                static_cast<unsigned long long>(stats.allRejected()));
    std::printf("           CPU %.2f s with the sender's (%.1f us a trap), store %.0f MB counted, "
                "%.0f MB resident more, longest gap of the window's thread %.1f ms\n",
                took, took * 1e6 / static_cast<double>(load.sent()),
                static_cast<double>(store.bytes()) / 1e6, residentMegabytes() - before, worstGap);
    QElapsedTimer words;
    words.start();
    qsizetype letters = 0;
    const std::size_t some = std::min<std::size_t>(store.size(), 20'000);
    for (std::size_t i = 0; i < some; ++i)
        letters += trapSummary(*modules, *store.at(i).trap).size();
    std::printf("           in words when shown: %.1f us a row (%lld letters)\n",
                static_cast<double>(words.nsecsElapsed()) / 1000 / static_cast<double>(some),
                static_cast<long long>(letters));
    return static_cast<double>(store.size()) / static_cast<double>(load.sent());
}

// What snmptrapd writes to a file, as people run it: with its default receive buffer.
double snmptrapd(const QByteArray &trap, int rate, double duration)
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("snmptrapd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (program.isEmpty()) {
        std::printf("snmptrapd: not installed\n");
        return 0;
    }
    const QTemporaryDir folder;
    QUdpSocket reserved;
    reserved.bind(QHostAddress(QHostAddress::LocalHost), 0);
    const quint16 port = reserved.localPort();
    reserved.close();
    QFile configuration(folder.filePath(QStringLiteral("snmptrapd.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return 0;
    configuration.write("disableAuthorization yes\nauthCommunity log public\n");
    configuration.close();
    const QString log = folder.filePath(QStringLiteral("log"));
    QProcess daemon;
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("MIBS"), QString());
    variables.insert(QStringLiteral("SNMP_PERSISTENT_DIR"), folder.path());
    daemon.setProcessEnvironment(variables);
    daemon.start(program,
                 {QStringLiteral("-f"), QStringLiteral("-C"), QStringLiteral("-c"),
                  configuration.fileName(), QStringLiteral("-Lf"), log, QStringLiteral("-m"),
                  QString(), QStringLiteral("127.0.0.1:%1").arg(port)});
    const auto lines = [&log] {
        QFile file(log);
        if (!file.open(QIODevice::ReadOnly))
            return quint64(0);
        quint64 count = 0;
        while (!file.atEnd())
            count += static_cast<quint64>(file.read(1 << 20).count("GigabitEthernet0/7"));
        return count;
    };
    // Ready when the first one is in its log.
    QUdpSocket probe;
    if (!until(
            [&] {
                probe.writeDatagram(trap, QHostAddress(QHostAddress::LocalHost), port);
                return lines() > 0;
            },
            15'000))
        return 0;
    until([] { return false; }, 300);
    const quint64 before = lines();
    const double cpu = cpuOf(daemon.processId());
    quint64 sent = 0;
    {
        const Bench::Load load(trap, port, rate, duration);
        until([&] { return load.isDone(); }, static_cast<int>(duration * 3000) + 10'000);
        sent = load.sent();
    }
    quint64 last = 0;
    until(
        [&] {
            const quint64 now = lines();
            const bool isQuiet = now == last || now - before >= sent;
            last = now;
            until([] { return false; }, 500);
            return isQuiet;
        },
        20'000);
    const double took = cpuOf(daemon.processId()) - cpu;
    std::printf("snmptrapd: sent %llu, logged %llu (%.2f %%), CPU %.2f s (%.1f us a trap)\n",
                static_cast<unsigned long long>(sent),
                static_cast<unsigned long long>(last - before),
                100 * static_cast<double>(last - before) / static_cast<double>(sent), took,
                took * 1e6 / static_cast<double>(sent));
    daemon.terminate();
    daemon.waitForFinished(5000);
    return static_cast<double>(last - before) / static_cast<double>(sent);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const double duration = argc > 1 ? std::atof(argv[1]) : 60;
    const int rate = argc > 2 ? std::atoi(argv[2]) : 10'000;
    QByteArray trap;
    {
        // Before the engine's thread is there: net-snmp belongs to one thread at a time.
        Wire::Codec codec;
        trap = Bench::trapMessage(codec);
    }
    std::printf("%d traps a second for %.0f s, %lld octets each\n", rate, duration,
                static_cast<long long>(trap.size()));
    const double kept = ours(trap, rate, duration);
    const double peer = snmptrapd(trap, rate, duration);
    std::printf("kept: portolan %.4f %%, snmptrapd %.4f %%", kept * 100, peer * 100);
    if (peer > 0)
        std::printf(", ratio %.2f", kept / peer);
    std::printf("\n");
    if (Reaper::waitForAll(std::chrono::seconds(5)) > 0)
        std::printf("a thread did not end in time\n");
    return kept == 1 ? 0 : 1;
}
