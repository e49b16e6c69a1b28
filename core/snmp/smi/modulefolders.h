// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace Portolan::Snmp::Smi {

// Where modules lie: the folders that other programs use, and the files in folders. Any thread;
// reads folders, never a file.

struct FoundFile
{
    std::string path; // UTF-8
    std::uint64_t size = 0;
    std::int64_t modified = 0; // as the system counts; for comparison only
    std::uint32_t folder = 0;  // which of those that were asked for
};

struct FoundFiles
{
    std::vector<FoundFile> files; // by folder, then path
    QStringList missing;          // folders and files that are not there or cannot be read
    bool isLimited = false;       // there are more than kMostFiles
};
inline constexpr std::size_t kMostFiles = 50'000;

// All files in folders and what is below them, twelve levels deep; a file may stand in place of a
// folder. Hidden ones and backups (name~) are left out. A folder that is reached twice, by a link,
// counts once.
[[nodiscard]] FoundFiles findFiles(const QStringList &folders, const std::stop_token &stop = {});

// The folders of net-snmp, libsmi, Homebrew and LibreNMS that exist on this machine, as of
// $MIBDIRS.
[[nodiscard]] QStringList systemModuleFolders();
// The same of another machine: its root ("" for this one), home and $MIBDIRS.
[[nodiscard]] QStringList systemModuleFolders(const QString &root, const QString &home,
                                              const QString &mibDirs);

} // namespace Portolan::Snmp::Smi
