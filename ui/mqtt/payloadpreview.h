// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace Portolan::Ui {

// A payload as one short line: text where it is UTF-8 without control characters, its first bytes
// in hexadecimal otherwise. `size` is that of the whole payload. Pure, any thread.
[[nodiscard]] QString payloadPreview(std::string_view head, quint64 size);

// A topic as text; bytes that are no UTF-8 appear as U+FFFD, control characters as their pictures.
[[nodiscard]] QString topicText(std::string_view topic);

// Whether all of it is UTF-8 that can be shown: no control characters but tab, CR and LF. A
// character that is cut off at the end counts as whole when `cut`.
[[nodiscard]] bool isShownText(std::string_view bytes, bool cut);

} // namespace Portolan::Ui
