// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QObject>
#include <QString>

namespace Portolan::Cli {

// Ctrl-C (and SIGTERM, SIGHUP) as an event of the main loop. One a process, made and used on the
// main thread. The first one asks, the second ends the process at once with 130. Writing to a
// closed pipe is made an error instead of the end of the process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    // For work that runs on the main thread without its loop: look every now and then.
    [[nodiscard]] static bool wasRequested();

Q_SIGNALS:
    void requested();
};

// Blocks until the descriptor has something to read, or its end; false when an interrupt came
// first.
[[nodiscard]] bool waitForInput(int fileDescriptor);

// Asks at the terminal that controls this process, without echo. Blocks; Ctrl-C is Cancelled, no
// terminal is Local. For the time before an engine is started or for questions while it waits.
[[nodiscard]] Result<Secret> promptSecret(const QString &question);
// The same with echo, for what is no secret (yes or no, a user name).
[[nodiscard]] Result<QString> promptLine(const QString &question);
// One line of an open file descriptor, without its line end, at most 4096 bytes; what follows the
// line is left there for others.
[[nodiscard]] Result<Secret> readSecretLine(int fileDescriptor);

} // namespace Portolan::Cli
