// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Portolan::Pty {

// Who has the keys of a pseudo terminal.
struct Foreground
{
    qint64 processId = 0; // the leader of the terminal's foreground process group
    QString name;         // of its program, as ps names it; may be empty
};

// Of the terminal that the process `started` controls, with `started` from
// PtyEngine::processId(). Reads /proc (proc(5), field tpgid of stat), which does not block; any
// thread. Nothing where the process is gone and on systems without /proc.
[[nodiscard]] std::optional<Foreground> foregroundOf(qint64 started);

// The folder that a process works in; empty where it cannot be known.
[[nodiscard]] QString workingDirectoryOf(qint64 process);

} // namespace Portolan::Pty
