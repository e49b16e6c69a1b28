// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profileimport.h"

#include <QByteArray>
#include <QList>

namespace Portolan::Ssh {

// The saved sessions of PuTTY as profiles. Pure functions, any thread; the bytes are somebody
// else's and may be wrong in every way. What cannot be said as a profile is told in a note: other
// protocols, .ppk keys, proxies that are not SSH, port forwardings, passwords. Colours and sizes
// are left out silently. Source: PuTTY 0.81, settings.c, and doc/config.but, "Storing
// configuration in a file".

inline constexpr qsizetype kMostPuttyBytes = 32 * 1024 * 1024;
inline constexpr qsizetype kMostPuttySessions = 10'000;

// One file of ~/.putty/sessions; the name as it stands in the folder ("web%20server").
struct PuttyFile
{
    QByteArray name;
    QByteArray content;
};
[[nodiscard]] ImportSource puttySessions(const QList<PuttyFile> &files);

// What `reg export HKCU\Software\SimonTatham\PuTTY putty.reg` writes: UTF-16 with a byte order
// mark, or, by old tools, the code page of Windows (windows-949 is tried where it is no UTF-8).
[[nodiscard]] Result<ImportSource> puttyRegistry(const QByteArray &reg);

} // namespace Portolan::Ssh
