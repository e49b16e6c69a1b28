// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Portolan::Ntp {

// Sentences of this folder; one context, so that translators see them together.
[[nodiscard]] inline QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Portolan::Ntp", text, nullptr, count);
}

} // namespace Portolan::Ntp
