// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Portolan {

// Where this person's files are. Plain value, any thread; nothing is created by asking.
// PORTOLAN_HOME moves all of them below one folder (tests, portable use); without it each is in the
// platform's standard place (XDG Base Directory Specification 0.8 on Linux). Absolute paths,
// without a slash at the end.
struct Folders
{
    QString config;  // known_hosts under PORTOLAN_HOME, settings.ini of earlier versions
    QString data;    // databases, the practice lab's inventory
    QString cache;   // may be deleted at any time
    QString log;     //
    QString runtime; // sockets; gone after the session

    // OpenSSH's, ~/.ssh/known_hosts; with PORTOLAN_HOME a file of its own.
    QString knownHosts;
    // OpenSSH's, ~/.ssh/config before the system's; with PORTOLAN_HOME one of its own.
    QStringList sshConfigs;
    // What the practice lab writes while it runs; PORTOLAN_PRACTICE_LAB names another file.
    QString practiceLab;

    [[nodiscard]] static Folders ofThisUser();
};

} // namespace Portolan
