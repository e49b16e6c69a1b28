// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Portolan::Ui {

// The same text with invisible places where a line may end inside long words (names of algorithms,
// paths, addresses), so that a wrapped label never asks for more width than there is. For showing
// only: what is copied is the text without them. Pure.
[[nodiscard]] QString breakable(const QString &text);

} // namespace Portolan::Ui
