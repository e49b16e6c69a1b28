// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are said to be recordings of agents: read, put in order, compared with themselves.
#include "core/snmp/recordings/comparison.h"
#include "core/snmp/recordings/recordingline.h"
#include "core/snmp/recordings/viewmap.h"
#include "core/snmp/smi/moduleloader.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Portolan::Snmp;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(QStringLiteral("input"));
    static const auto modules = Smi::loadTexts({});
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    if (const auto varbind = readLine(text)) {
        // What was read once is written so that it is read the same.
        std::string line;
        appendLine(line, *varbind);
        check(readLine(line) == varbind);
    }
    QFile file(path);
    check(file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
          file.write(text.data(), static_cast<qint64>(size)) == static_cast<qint64>(size));
    file.close();
    const auto recording = Recording::open(path);
    if (!recording)
        return 0;
    (void)recording->facts().title();
    auto rows = recording->rows();
    check(rows.has_value());
    Oid last;
    for (Varbind each; (*rows)->next(each);) {
        check(last.isEmpty() || last < each.oid);
        last = each.oid;
    }
    (void)(*rows)->damage().text();
    const auto side = ComparisonSide::of(*recording);
    const auto summary = compare(side, side, *modules, {}, [](Difference &&) { std::abort(); });
    check(summary && summary->same == summary->before);
    const auto views = mapViews(side, side);
    check(views && !views->isDifferent());
    return 0;
}
