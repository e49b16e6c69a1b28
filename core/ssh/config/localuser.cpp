// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/localuser.h"

#include <QDir>

#include <array>

#ifndef Q_OS_WIN
#include <pwd.h>
#include <unistd.h>
#endif

namespace Portolan::Ssh {

QString localUser()
{
#ifndef Q_OS_WIN
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16384> words;
    if (::getpwuid_r(::getuid(), &entry, words.data(), words.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(entry.pw_name);
    return qEnvironmentVariable("USER");
#else
    return qEnvironmentVariable("USERNAME");
#endif
}

QString withHome(const QString &path, const QString &home)
{
    if (path == QLatin1String("~"))
        return home;
    return path.startsWith(QLatin1String("~/")) ? QString(home + path.mid(1)) : path;
}

QString withHome(const QString &path)
{
    return withHome(path, QDir::homePath());
}

QStringList usualIdentityFiles()
{
    const QString folder = QDir::homePath() + QStringLiteral("/.ssh/");
    return {folder + QStringLiteral("id_ed25519"), folder + QStringLiteral("id_ecdsa"),
            folder + QStringLiteral("id_rsa")};
}

} // namespace Portolan::Ssh
