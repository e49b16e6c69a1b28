// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Portolan {

// Takes out of a text what looks like a secret, for everything that is written where others may
// read it: log lines, events, transcripts, exports. Pure, any thread. It is the second line: our
// own secrets are Secrets and never become text; this catches what peers, libraries and people
// write. Replaced by "***": passwords in URLs; SNMP communities (the user part of snmp://, RFC
// 4088) and other one-part credentials of URLs; values of Authorization, Proxy-Authorization,
// Cookie and Set-Cookie headers (RFC 9110, section 11.6; RFC 6265) and of password=, passphrase=,
// secret=, token= and the like; blocks of private keys (RFC 7468). What is no such thing stays as
// it is.
[[nodiscard]] QString redacted(const QString &text);

// From now on every line that goes to the log of this program (qWarning and its kin, qFatal too) is
// redacted first. Once, before anything logs.
void redactLog();

} // namespace Portolan
