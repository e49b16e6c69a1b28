// SPDX-License-Identifier: GPL-3.0-or-later
// Walks beside snmpbulkwalk: a table over a long way, a busy agent, the machine's own snmpd, and a
// million objects. Ratios count; both programs run in the same minute on the same machine.
//   bench_snmpwalk [runs]
// PORTOLAN_RECORDING=FILE: a device of one's own, 20 ms away, read as a whole.
#include "core/snmp/agent.h"
#include "core/snmp/station.h"
#include "tests/support/lab.h"
#include "tests/support/snmpagent.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace {

using namespace Portolan;
using namespace Portolan::Snmp;
using Portolan::Test::ReplayAgent;

const Oid kEntry{1, 3, 6, 1, 4, 1, 99999, 1, 1};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct Figures
{
    double ms = 0;
    double firstMs = 0;
    quint64 varbinds = 0;
    WalkSummary summary;
};

qint64 residentKilobytes(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

// Until `ended` or, after `cancelAfter` objects, until the cancelled walk has been told.
Figures walk(quint16 port, const std::vector<Oid> &roots, Varbinds *keep = nullptr,
             quint64 cancelAfter = 0, double *cancelMs = nullptr)
{
    AgentTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = port;
    Credentials credentials;
    credentials.community = Secret("public");
    Agent agent(std::make_shared<Station>(), target, std::move(credentials));
    const auto queue = makeWalkQueue();
    Figures figures;
    QEventLoop loop;
    QElapsedTimer clock;
    QElapsedTimer cancelled;
    RequestId id = 0;
    const auto drain = [&] {
        auto batch = queue->take(100'000);
        for (WalkChunk &chunk : batch.items) {
            if (figures.varbinds == 0)
                figures.firstMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            figures.varbinds += chunk.rows.size();
            if (keep)
                std::move(chunk.rows.begin(), chunk.rows.end(), std::back_inserter(*keep));
        }
        if (cancelAfter > 0 && figures.varbinds >= cancelAfter && !cancelled.isValid()) {
            cancelled.start();
            agent.cancel(id);
        }
    };
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, drain);
    timer.start(1);
    QObject::connect(&agent, &Agent::walked, &loop, [&](RequestId, const WalkSummary &summary) {
        figures.summary = summary;
        if (cancelMs)
            *cancelMs = static_cast<double>(cancelled.nsecsElapsed()) / 1e6;
        loop.quit();
    });
    clock.start();
    WalkRequest request;
    request.roots = roots;
    id = agent.walk(request, queue);
    loop.exec();
    drain();
    figures.ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    return figures;
}

double bulkWalk(quint16 port, const Oid &root, int repetitions)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("snmpbulkwalk"));
    if (program.isEmpty())
        return 0;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MIBS"), QString());
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, {QStringLiteral("-v2c"), QStringLiteral("-cpublic"),
                            QStringLiteral("-Cr%1").arg(repetitions), QStringLiteral("-On"),
                            QStringLiteral("127.0.0.1:%1").arg(port), root.text()});
    process.waitForFinished(-1);
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

template<typename Run>
double median(int runs, const Run &run)
{
    std::vector<double> all;
    for (int i = 0; i < runs; ++i)
        all.push_back(run());
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

std::vector<Oid> columns(std::uint32_t count)
{
    std::vector<Oid> roots;
    for (std::uint32_t column = 1; column <= count; ++column)
        roots.push_back(kEntry.child(column));
    return roots;
}

void compare(const QString &title, quint16 port, const std::vector<Oid> &roots, const Oid &whole,
             int repetitions, int runs)
{
    Figures last;
    const double ours = median(runs, [&] {
        last = walk(port, roots);
        return last.ms;
    });
    const double theirs =
        median(std::min(runs, 3), [&] { return bulkWalk(port, whole, repetitions); });
    out() << QStringLiteral("%1: %2 objects in %3 ms, first after %4 ms, %5 requests, window %6, "
                            "%7 rows a request, %8 surplus; snmpbulkwalk -Cr%9 %10 ms: %11 times "
                            "as fast%12\n")
                 .arg(title)
                 .arg(last.varbinds)
                 .arg(ours, 0, 'f', 1)
                 .arg(last.firstMs, 0, 'f', 1)
                 .arg(last.summary.requests)
                 .arg(last.summary.window)
                 .arg(last.summary.rowsPerRequest, 0, 'f', 1)
                 .arg(last.summary.surplus)
                 .arg(repetitions)
                 .arg(theirs, 0, 'f', 1)
                 .arg(ours > 0 ? theirs / ours : 0, 0, 'f', 1)
                 .arg(last.summary.problem
                          ? QString(QStringLiteral("; PROBLEM ") + last.summary.problem->what)
                          : QString());
    out().flush();
}

ReplayAgent *agentWith(const QString &options)
{
    return new ReplayAgent(options.split(QLatin1Char(' ')));
}

} // namespace

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    qputenv("PORTOLAN_BUILD_DIR",
            QCoreApplication::applicationDirPath().section(QLatin1Char('/'), 0, -2).toUtf8());
    const int runs = count > 1 ? std::atoi(words[1]) : 5;
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 16x750 --delay 20")));
        compare(QStringLiteral("20 ms, 16 columns known"), agent->port(), columns(16), kEntry, 25,
                runs);
        compare(QStringLiteral("20 ms, columns not known"), agent->port(), {kEntry}, kEntry, 25,
                runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 17x720 --delay 20 --index address")));
        compare(QStringLiteral("20 ms, sparse index, 17 columns known"), agent->port(), columns(17),
                kEntry, 25, runs);
        compare(QStringLiteral("20 ms, sparse index, columns not known"), agent->port(), {kEntry},
                kEntry, 25, runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 2x6000 --delay 20")));
        compare(QStringLiteral("20 ms, two long columns"), agent->port(), columns(2), kEntry, 25,
                runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 16x750 --delay 20 --loss 0.01")));
        compare(QStringLiteral("20 ms, one in a hundred lost"), agent->port(), columns(16), kEntry,
                25, runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 16x750 --cost 100")));
        compare(QStringLiteral("busy agent, 100 us an object"), agent->port(), columns(16), kEntry,
                25, runs);
        compare(QStringLiteral("busy agent, columns not known"), agent->port(), {kEntry}, kEntry,
                25, runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(
            agentWith(QStringLiteral("--generate 16x750 --cost 100 --delay 20")));
        compare(QStringLiteral("busy agent at 20 ms"), agent->port(), columns(16), kEntry, 25,
                runs);
    }
    if (const QString recording = qEnvironmentVariable("PORTOLAN_RECORDING");
        !recording.isEmpty()) {
        const ReplayAgent agent({QStringLiteral("--recording"), recording,
                                 QStringLiteral("--delay"), QStringLiteral("20")});
        compare(QStringLiteral("20 ms, a whole device"), agent.port(), {Oid{1, 3, 6, 1}},
                Oid{1, 3, 6, 1}, 25, std::min(runs, 3));
    }
    {
        qputenv("PORTOLAN_SOURCE_DIR", Portolan::Test::sourceFolder().toUtf8());
        const auto lab = Portolan::Test::Lab::withSnmp();
        if (!lab.error().isEmpty())
            out() << lab.error() << Qt::endl;
        else
            compare(QStringLiteral("this machine's snmpd, MIB-2"), lab.snmp().port,
                    {Oid{1, 3, 6, 1, 2, 1}}, Oid{1, 3, 6, 1, 2, 1}, 10, runs);
    }
    {
        const std::unique_ptr<ReplayAgent> agent(agentWith(QStringLiteral("--generate 20x50000")));
        Varbinds all;
        const qint64 before = residentKilobytes("VmRSS:");
        const Figures figures = walk(agent->port(), {kEntry}, &all);
        out() << QStringLiteral(
                     "a million objects: %1 in %2 ms, all kept: %3 MB more, peak %4 MB\n")
                     .arg(figures.varbinds)
                     .arg(figures.ms, 0, 'f', 0)
                     .arg((residentKilobytes("VmRSS:") - before) / 1024)
                     .arg(residentKilobytes("VmHWM:") / 1024);
        double cancelMs = 0;
        walk(agent->port(), {kEntry}, nullptr, 500'000, &cancelMs);
        out() << QStringLiteral("cancelled half way: told after %1 ms\n").arg(cancelMs, 0, 'f', 2);
    }
    return 0;
}
