// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/folders.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace Portolan {

namespace {

QString standard(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/portolan");
}

// QStandardPaths of Qt 6.4 does not know the state folder.
QString stateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(state) ? state : QDir::homePath() + QStringLiteral("/.local/state");
}

QString systemSshConfig()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("PROGRAMDATA") + QStringLiteral("/ssh/ssh_config");
#else
    return QStringLiteral("/etc/ssh/ssh_config");
#endif
}

// Of this login, where there is one. A shell that got none (sudo, cron, a container) is no reason
// for Qt's warning on standard error at each start of portolanctl.
QString loginFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo(runtime).isDir() ? runtime + QStringLiteral("/portolan")
                                                            : QString();
}

QString runtimeFolder()
{
#ifdef Q_OS_UNIX
    const QString folder = loginFolder();
    return folder.isEmpty()
               ? standard(QStandardPaths::GenericCacheLocation) + QStringLiteral("/runtime")
               : folder;
#else
    return standard(QStandardPaths::RuntimeLocation);
#endif
}

// tests/lab writes it by the same rule.
QString practiceLabFile()
{
    if (const QString chosen = qEnvironmentVariable("PORTOLAN_PRACTICE_LAB"); !chosen.isEmpty())
        return chosen;
    const QString folder = loginFolder();
    return (folder.isEmpty() ? standard(QStandardPaths::GenericCacheLocation) : folder) +
           QStringLiteral("/practice-lab.json");
}

} // namespace

Folders Folders::ofThisUser()
{
    if (const QString home = qEnvironmentVariable("PORTOLAN_HOME"); !home.isEmpty()) {
        const QString root = QDir(home).absolutePath();
        return {.config = root + QStringLiteral("/config"),
                .data = root + QStringLiteral("/data"),
                .cache = root + QStringLiteral("/cache"),
                .log = root + QStringLiteral("/log"),
                .runtime = root + QStringLiteral("/runtime"),
                .knownHosts = root + QStringLiteral("/config/known_hosts"),
                .sshConfigs = {root + QStringLiteral("/config/ssh_config")},
                .practiceLab = practiceLabFile()};
    }
    return {.config = standard(QStandardPaths::GenericConfigLocation),
            .data = standard(QStandardPaths::GenericDataLocation),
            .cache = standard(QStandardPaths::GenericCacheLocation),
            .log = stateFolder() + QStringLiteral("/portolan"),
            .runtime = runtimeFolder(),
            .knownHosts = QDir::homePath() + QStringLiteral("/.ssh/known_hosts"),
            .sshConfigs = {QDir::homePath() + QStringLiteral("/.ssh/config"), systemSshConfig()},
            .practiceLab = practiceLabFile()};
}

} // namespace Portolan
