// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Portolan::Snmp {

// Sentences of this folder; one context, so that translators see them together.
[[nodiscard]] inline QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Portolan::Snmp", text, nullptr, count);
}

// Somebody else's words on one line of our own: control and format characters become spaces, and
// what is longer than `most` is cut and marked.
[[nodiscard]] QString plainLine(const QString &text, int most = 200);

} // namespace Portolan::Snmp
