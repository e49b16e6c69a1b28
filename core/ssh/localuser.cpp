// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/localuser.h"

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

} // namespace Portolan::Ssh
