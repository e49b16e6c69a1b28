// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Portolan::Ssh {

// The text of ssh_config files, read into lines and no further: which of them count for a host is
// SshConfig's to say. Any thread; reading blocks for as long as the disk takes.
// Source: ssh_config(5); where the manual is silent, what OpenSSH 9.2 does.

// What was seen and could not be followed: shown to the person, never an end of the reading.
struct ConfigNote
{
    QString file;
    int line = 0; // from 1; 0: the file as a whole
    QString sentence;

    friend bool operator==(const ConfigNote &, const ConfigNote &) = default;
};

struct ConfigLine
{
    QString file;
    int line = 0;
    QString keyword;   // lower case
    QString rest;      // behind the keyword, as written: commands are not split
    QStringList words; // the same, quotes and comment taken away
    std::vector<std::vector<ConfigLine>> included = {}; // by Include, a list a file
};

struct ConfigText
{
    std::vector<ConfigLine> lines = {};
    QList<ConfigNote> notes = {};
};

struct ConfigPlaces
{
    QString home; // "~"
    QString
        includeBase; // relative names of Include; OpenSSH: ~/.ssh, for the system's file /etc/ssh
    // The file and all that it includes must belong to this person or root and be writable by
    // nobody else, as ssh wants it of its own files.
    bool checkPermissions = true;
};

// A file that does not exist is empty. At most 16 files deep, 1 MiB each, 200 files.
[[nodiscard]] ConfigText readConfigFile(const QString &file, const ConfigPlaces &places);
// The same for text in memory; Include is followed.
[[nodiscard]] ConfigText parseConfigText(const QByteArray &text, const QString &file,
                                         const ConfigPlaces &places);

// The words of a line as ssh splits them: quotes of both kinds, backslash before quote, backslash
// and blank, `#` at the beginning of a word ends it. Not well-formed quotes give false.
[[nodiscard]] bool splitConfigWords(const QString &text, QStringList &words);

} // namespace Portolan::Ssh
