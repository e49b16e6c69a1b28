// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/modulefolders.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <tuple>

namespace Portolan::Snmp::Smi {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 12;

fs::path pathOf(const QString &name)
{
    return fs::path(name.toStdU16String());
}

std::string utf8Of(const fs::path &path)
{
    const auto text = path.generic_u8string();
    return {reinterpret_cast<const char *>(text.data()), text.size()};
}

bool isLeftOut(const std::string &name)
{
    return name.empty() || name.front() == '.' || name.back() == '~';
}

void add(FoundFiles &found, const fs::directory_entry &entry, std::uint32_t folder)
{
    std::error_code error;
    FoundFile file;
    file.path = utf8Of(entry.path());
    file.size = entry.file_size(error);
    if (error)
        return; // gone meanwhile
    file.modified = std::chrono::duration_cast<std::chrono::milliseconds>(
                        entry.last_write_time(error).time_since_epoch())
                        .count();
    file.folder = folder;
    found.files.push_back(std::move(file));
}

} // namespace

FoundFiles findFiles(const QStringList &folders, const std::stop_token &stop)
{
    FoundFiles found;
    std::set<fs::path> visited;
    struct Waiting
    {
        fs::path path;
        int depth;
    };
    for (qsizetype number = 0; number < folders.size(); ++number) {
        const auto folder = static_cast<std::uint32_t>(number);
        std::error_code error;
        const fs::directory_entry top(pathOf(folders[number]), error);
        if (error || !top.exists(error)) {
            found.missing.append(folders[number]);
            continue;
        }
        if (top.is_regular_file(error)) {
            add(found, top, folder);
            continue;
        }
        std::vector<Waiting> waiting = {{top.path(), 0}};
        while (!waiting.empty() && !found.isLimited && !stop.stop_requested()) {
            const Waiting at = std::move(waiting.back());
            waiting.pop_back();
            const fs::path real = fs::canonical(at.path, error);
            if (error || !visited.insert(real).second)
                continue;
            fs::directory_iterator entries(at.path, error);
            if (error) {
                found.missing.append(QString::fromStdString(utf8Of(at.path)));
                continue;
            }
            for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
                if (error)
                    break;
                const fs::directory_entry &entry = *entries;
                if (isLeftOut(utf8Of(entry.path().filename())))
                    continue;
                if (entry.is_directory(error)) {
                    if (at.depth < kDeepest)
                        waiting.push_back({entry.path(), at.depth + 1});
                } else if (entry.is_regular_file(error)) {
                    if (found.files.size() >= kMostFiles) {
                        found.isLimited = true;
                        break;
                    }
                    add(found, entry, folder);
                }
            }
        }
    }
    std::sort(found.files.begin(), found.files.end(), [](const FoundFile &a, const FoundFile &b) {
        return std::tie(a.folder, a.path) < std::tie(b.folder, b.path);
    });
    // One file named twice, by itself and by its folder.
    std::set<std::string> seen;
    std::erase_if(found.files,
                  [&](const FoundFile &file) { return !seen.insert(file.path).second; });
    return found;
}

QStringList systemModuleFolders()
{
    return systemModuleFolders({}, QDir::homePath(), qEnvironmentVariable("MIBDIRS"));
}

QStringList systemModuleFolders(const QString &root, const QString &home, const QString &mibDirs)
{
    QStringList candidates;
    // "+folder:folder" adds to net-snmp's own, without the sign it replaces them; we take both.
    QString listed = mibDirs;
    if (listed.startsWith(QLatin1Char('+')) || listed.startsWith(QLatin1Char('-')))
        listed.remove(0, 1);
    const auto named = listed.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &each : named)
        candidates.append(QString(root + each));
    candidates.append(QString(home + QStringLiteral("/.snmp/mibs")));
#ifdef Q_OS_WIN
    for (const char *each : {"C:/usr/share/snmp/mibs", "C:/usr/mibs",
                             "C:/Program Files/Net-SNMP/"
                             "share/snmp/mibs"})
        candidates.append(QString(root + QString::fromLatin1(each)));
#else
    static constexpr std::array kFolders = {
        "/usr/local/share/snmp/mibs",
        "/usr/share/snmp/mibs",
        "/var/lib/snmp/mibs",
        "/usr/share/mibs",
        "/usr/local/share/mibs",
        "/var/lib/mibs",
        "/opt/homebrew/share/snmp/mibs",
        "/opt/local/share/snmp/mibs",
        "/opt/local/share/mibs",
        "/opt/librenms/mibs",
    };
    for (const char *each : kFolders)
        candidates.append(QString(root + QString::fromLatin1(each)));
#endif
    QStringList existing;
    for (const QString &each : candidates)
        if (QDir(each).exists() && !existing.contains(each))
            existing.append(each);
    return existing;
}

} // namespace Portolan::Snmp::Smi
