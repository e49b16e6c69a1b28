// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Portolan {

// One thing that a diagnosis has to say. Plain value, any thread.
// Findings carry no wording: title and advice are made from the id (and the arguments) when they
// are shown, in the language of that moment, so a drawer that is open while the language switches
// follows. A protocol's judge() returns them from facts alone, without a network.
struct Finding
{
    enum class Severity { Ok, Info, Warning, Error };

    QString id; // "ssh.kex.terrapin": stable, exported, never translated
    Severity severity = Severity::Info;
    QStringList arguments;  // %1, %2 ... of title and advice
    QString evidence;       // what was seen, verbatim: a line, a time, bytes in hex
    QString action = {};    // id of the one-click remedy, empty where there is none
    QString reference = {}; // "RFC 4253, section 7.1"

    friend bool operator==(const Finding &, const Finding &) = default;
};

// "ok", "info", "warning", "error", as in JSON.
[[nodiscard]] QString severityName(Finding::Severity severity);

// The words of a finding in the current language. Each protocol has one function that makes them
// from the id.
struct FindingText
{
    QString title;
    QString advice;
};

} // namespace Portolan
