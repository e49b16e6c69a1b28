// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of a million objects: written, compared, laid over each other; seconds and memory.
#include "core/snmp/recordings/viewmap.h"
#include "core/snmp/smi/moduleloader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Portolan;
using namespace Portolan::Snmp;

namespace {

// Of this process, in MiB; Linux.
double memory(const char *key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

constexpr std::uint32_t kRows = 45'455;
constexpr std::uint32_t kColumns = 22;

bool write(const QString &path, std::uint32_t turn)
{
    RecordingWriter writer(path);
    // Columns side by side, as a walk brings them.
    for (std::uint32_t row = 1; row <= kRows; row += 50) {
        for (std::uint32_t column = 1; column <= kColumns; ++column) {
            Varbinds chunk;
            for (std::uint32_t i = row; i < row + 50 && i <= kRows; ++i) {
                const Oid oid{1, 3, 6, 1, 2, 1, 2, 2, 1, column, i};
                // Every hundredth row has gone, and every thirtieth link is down.
                if (turn == 1 && i % 100 == 0)
                    continue;
                chunk.push_back({oid, column == 2 ? Value::octets("port " + QByteArray::number(i))
                                      : column == 8
                                          ? Value::integer(turn == 1 && i % 30 == 0 ? 2 : 1)
                                      : column >= 10 ? Value::counter32(i * 1000 + turn)
                                                     : Value::integer(1)});
            }
            if (!writer.add(std::move(chunk)))
                return false;
        }
    }
    return writer.finish({}).has_value();
}

} // namespace

int main()
{
    const auto modules = Smi::loadModules({});
    if (!modules)
        return 1;
    const QTemporaryDir folder;
    const QString before = folder.filePath(QStringLiteral("a"));
    const QString after = folder.filePath(QStringLiteral("b"));
    QElapsedTimer clock;
    const double base = memory("VmRSS");
    std::printf("memory before: %.0f MiB\n", base);
    clock.start();
    if (!write(before, 0))
        return 1;
    std::printf("write %u objects: %.2f s, %.1f MiB, peak memory +%.0f MiB\n", kRows * kColumns,
                double(clock.elapsed()) / 1000, double(QFileInfo(before).size()) / 1024 / 1024,
                memory("VmHWM") - base);
    if (!write(after, 1))
        return 1;
    const auto a = Recording::open(before);
    const auto b = Recording::open(after);
    if (!a || !b)
        return 1;
    for (const auto &[name, other] : {std::pair("the same", &*a), std::pair("another", &*b)}) {
        std::size_t rows = 0;
        clock.start();
        const auto summary = compare(ComparisonSide::of(*a), ComparisonSide::of(*other),
                                     *modules->snapshot, {}, [&](Difference &&) { ++rows; });
        if (!summary)
            return 1;
        std::printf("compare with %s: %.2f s, %zu differences (%llu removed, %llu changed), memory "
                    "%.0f MiB, peak +%.0f MiB\n",
                    name, double(clock.elapsed()) / 1000, rows,
                    static_cast<unsigned long long>(summary->of(Difference::Kind::Removed)),
                    static_cast<unsigned long long>(summary->of(Difference::Kind::Changed)),
                    memory("VmRSS"), memory("VmHWM") - base);
    }
    clock.start();
    const auto views = mapViews(ComparisonSide::of(*a), ComparisonSide::of(*b));
    if (!views)
        return 1;
    std::printf("views: %.2f s, %zu parts, peak memory +%.0f MiB\n", double(clock.elapsed()) / 1000,
                views->entries.size(), memory("VmHWM") - base);
    return 0;
}
