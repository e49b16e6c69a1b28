// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace Portolan::Mqtt {

// Sentences of this folder; one context, so that translators see them together.
[[nodiscard]] inline QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Portolan::Mqtt", text, nullptr, count);
}

// A peer's words on one line of our own: control and format characters become spaces, and what is
// longer than `most` is cut and marked.
[[nodiscard]] QString plainLine(const QString &text, int most = 300);
// The same of bytes that should be UTF-8, a topic for example.
[[nodiscard]] QString plainLine(std::string_view bytes, int most = 300);

} // namespace Portolan::Mqtt
