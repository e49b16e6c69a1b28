// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/selection.h"
#include "core/ntp/serveraddress.h"

#include <QList>
#include <QString>

#include <optional>

namespace Portolan::Ntp {

// A configuration for a time daemon, made from servers that were watched. Pure, any thread; it is
// text for a person to read and to put in place: nothing is written anywhere, and no key is in it.
//
// Servers that smear leap seconds and servers that do not are never mixed (RFC 8633, section 3.7):
// the plain ones stay where there are both. A server that asks with NTS or a key is never asked
// without: where a daemon cannot do it, the server is left out, with the reason.
enum class Daemon : std::uint8_t { Chrony, Ntpsec, Timesyncd };

struct WatchedServer
{
    ServerTarget target;
    Standing standing = Standing::NotMeasured;
    bool smears = false;
    bool answersInterleaved = false; // it was seen to
};

struct Recommendation
{
    QString text; // the file; comments in the current language
    QString path; // where it usually is
    // What stands in the comments, too: a sentence for each server that is not in it, and what else
    // there is to know.
    QStringList leftOut;
    QStringList notes;
    int servers = 0; // lines
};

[[nodiscard]] QString daemonName(Daemon daemon); // "chrony"
[[nodiscard]] Recommendation recommend(const QList<WatchedServer> &servers, Daemon daemon);

} // namespace Portolan::Ntp
