// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Portolan::Terminal {

// What a text would do when pasted into a terminal, found out before it is. Pure, any thread.
// The safety of what is sent does not rest on this: Terminal::encodePaste() lets no control
// character through that a shell or tty acts on.
struct PasteInspection
{
    QString text;                // what would be pasted: see cleaned()
    int lines = 0;               // a line end at the very end opens no line more
    int controlCharacters = 0;   // besides tab and line ends
    int invisibleCharacters = 0; // bidi controls and zero-width ones, removed from `text`
    bool endsWithLineEnd = false;

    // Whether a person should look at it first.
    [[nodiscard]] bool needsConfirmation() const
    {
        return lines > 1 || endsWithLineEnd || controlCharacters > 0 || invisibleCharacters > 0;
    }
};

[[nodiscard]] PasteInspection inspectPaste(const QString &text);
// Line ends and tabs become one space each, runs of blanks around a line end none more.
[[nodiscard]] QString asOneLine(const QString &text);
// The first `lines` lines with control characters made visible (U+2400 pictures), each at most
// `columns` long.
[[nodiscard]] QString pastePreview(const QString &text, int lines, int columns);

} // namespace Portolan::Terminal
