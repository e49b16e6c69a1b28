// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Portolan::Snmp {

// The modules that come with the program, and a sentence or two for the objects that people really
// use: what a value means, what is usual, what to watch for. Both stand in resources/mibs and are
// read from the program itself, so a fresh install decodes the usual devices without any file.
// Any thread; read once, when first asked for; never fails, since a test reads every line.
//
// The descriptions are not the modules' own DESCRIPTION texts and do not replace them: a module
// that somebody loads from a file keeps its text, and ours stands beside it.

// Where the modules lie within the program, one a file and nothing else: for a reader of folders.
// The folder is there only after this was called.
[[nodiscard]] QString bundledModuleFolder();
// Names of the modules ("IF-MIB"), sorted.
[[nodiscard]] QStringList bundledModuleNames();
// The SMI text of one; empty where the program brings none of that name.
[[nodiscard]] QByteArray bundledModuleText(const QString &module);

struct BundledDescription
{
    QString name; // "IF-MIB::ifInDiscards"
    QString english;
    QString korean;

    // In the language of a locale's name ("ko", "ko_KR", "en"); English where there is no other.
    [[nodiscard]] const QString &in(const QString &language) const;
};

// What is said of an object or notification; null where nothing is. Names of RFC1213-MIB, which old
// vendor modules import, find what is said of their successors (IF-MIB, IP-MIB, ...).
[[nodiscard]] const BundledDescription *bundledDescription(const QString &module,
                                                           const QString &name);
// All of them, in the order of the file: for searching.
[[nodiscard]] const QList<BundledDescription> &bundledDescriptions();

} // namespace Portolan::Snmp
