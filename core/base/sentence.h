// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Portolan {

// What sentences of ours are made of. Pure, any thread.

// Somebody else's words on one line of our own: control and format characters become spaces, and
// what is longer than `most` is cut and marked.
[[nodiscard]] QString plainLine(const QString &text, int most);

// %1 to %9 replaced at once, so that what one argument holds means nothing for the next; a number
// without an argument stays as it is.
[[nodiscard]] QString fillIn(const QString &sentence, const QStringList &arguments);

} // namespace Portolan
