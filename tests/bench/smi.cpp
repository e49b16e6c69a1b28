// SPDX-License-Identifier: GPL-3.0-or-later
// Modules: loading cold and from the cache, memory, search; on the bundled modules, on a made-up
// hundred thousand objects, and on a folder of one's own with PORTOLAN_MIBS=FOLDER, there beside
// snmptranslate of net-snmp.
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/search.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using namespace Portolan::Snmp::Smi;

namespace {

constexpr int kRounds = 7;
constexpr double kMostSearchMs = 50;
constexpr double kMostWarmMs = 50;

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * 4096 / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// 100 modules of 1,000 objects, each with two lines of description.
void writeModules(const QString &folder)
{
    for (int m = 0; m < 100; ++m) {
        const std::string n = std::to_string(m);
        std::string text =
            "BIG" + n +
            "-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises, OBJECT-TYPE, Integer32 "
            "FROM SNMPv2-SMI;\nbig" +
            n + " OBJECT IDENTIFIER ::= { enterprises " + std::to_string(50'000 + m) + " }\n";
        for (int i = 0; i < 1000; ++i) {
            const std::string name = "big" + n + "Port" + std::to_string(i) + "Errors";
            text +=
                name +
                " OBJECT-TYPE\n    SYNTAX      Integer32 (0..65535)\n    MAX-ACCESS  read-only\n"
                "    STATUS      current\n    DESCRIPTION\n        \"The number of frames with "
                "errors that were received on port " +
                std::to_string(i) +
                "\n         of the line card since the agent was started, of any kind and "
                "size.\"\n    ::= { big" +
                n + " " + std::to_string(i + 1) + " }\n\n";
        }
        text += "END\n";
        QFile file(folder + QStringLiteral("/BIG%1-MIB").arg(m));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(text.data(), qint64(text.size())) != qint64(text.size()))
            std::fprintf(stderr, "%s cannot be written\n", qPrintable(file.fileName()));
    }
}

struct Figures
{
    double cold = 0;
    double coldProcessor = 0;
    double warm = 0;
    LoadOutcome last;
};

Figures measure(const char *what, LoadRequest request)
{
    const QTemporaryDir folder;
    const QString cache = folder.filePath(QStringLiteral("modules.bin"));
    std::vector<double> cold;
    std::vector<double> processor;
    std::vector<double> warm;
    Figures figures;
    const double before = residentMegabytes();
    for (int i = 0; i < kRounds; ++i) {
        request.cache.clear();
        const std::clock_t begin = std::clock();
        figures.last = *loadModules(request);
        processor.push_back(double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        cold.push_back(double(figures.last.elapsed.count()) / 1000);
    }
    const double resident = residentMegabytes() - before;
    request.cache = cache;
    (void)loadModules(request);
    for (int i = 0; i < kRounds; ++i) {
        figures.last = *loadModules(request);
        warm.push_back(double(figures.last.elapsed.count()) / 1000);
    }
    figures.cold = median(cold);
    figures.coldProcessor = median(processor);
    figures.warm = median(warm);
    std::printf("%-12s %5d files %7u objects: cold %.1f ms (processor %.1f ms), warm %.2f ms, "
                "%.1f MB of tables, %.1f MB resident after loading\n",
                what, figures.last.files, figures.last.snapshot->definitionCount(), figures.cold,
                figures.coldProcessor, figures.warm, double(figures.last.snapshot->bytes()) / 1e6,
                resident);
    return figures;
}

bool measureSearch(const Snapshot &snapshot)
{
    double worst = 0;
    for (const char *query : {"p", "po", "port", "port 77", "errors", "frames received",
                              "big7Port1", "nothing like that", "1.3.6.1.4.1.50007"}) {
        std::vector<double> times;
        int found = 0;
        for (int i = 0; i < kRounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            found = search(snapshot, QString::fromLatin1(query)).found;
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        worst = std::max(worst, median(times));
        std::printf("search %-20s %6d found in %.1f ms\n", query, found, median(times));
    }
    std::printf("longest keystroke: %.1f ms (at most %.0f)\n", worst, kMostSearchMs);
    return worst <= kMostSearchMs;
}

// What ended programs took, in milliseconds; 0 where the system does not tell.
double processorOfChildren()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
#else
    return 0;
#endif
}

// The most that one of them had in memory.
double megabytesOfChildren()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_maxrss) * 1024 / 1e6;
#else
    return 0;
#endif
}

void besideSnmptranslate(const QString &folder, const Figures &ours)
{
    std::vector<double> times;
    std::vector<double> processor;
    for (int i = 0; i < kRounds; ++i) {
        const double before = processorOfChildren();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SNMPCONFPATH"), QStringLiteral("/nonexistent"));
        process.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        process.start(QStringLiteral("snmptranslate"),
                      {QStringLiteral("-M"), folder, QStringLiteral("-m"), QStringLiteral("ALL"),
                       QStringLiteral(".1.3.6.1")});
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
            std::printf("snmptranslate: not there\n");
            return;
        }
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        processor.push_back(processorOfChildren() - before);
    }
    std::printf(
        "snmptranslate -m ALL of the same folder, the whole process: %.1f ms (processor %.1f "
        "ms), %.1f MB at most; ours cold: %.1f ms (processor %.1f ms)\n",
        median(times), median(processor), megabytesOfChildren(), ours.cold, ours.coldProcessor);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    bool good = true;
    good = measure("bundled", {}).warm <= kMostWarmMs && good;

    const QTemporaryDir big;
    writeModules(big.path());
    LoadRequest request;
    request.folders = QStringList{big.path()};
    const Figures figures = measure("100,000", request);
    good = figures.warm <= kMostWarmMs && measureSearch(*figures.last.snapshot) && good;

    const QString own = qEnvironmentVariable("PORTOLAN_MIBS");
    if (!own.isEmpty()) {
        request.folders = QStringList{own};
        request.withBundled = false;
        const Figures mine = measure("PORTOLAN_MIBS", request);
        besideSnmptranslate(own, mine);
    }
    return good ? 0 : 1;
}
