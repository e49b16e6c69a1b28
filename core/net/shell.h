// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/dialer.h"
#include "core/runtime/uniquefunction.h"

#include <QByteArray>
#include <QCoreApplication>

#include <chrono>
#include <memory>

namespace Portolan::Net {

// What a script wrote.
struct ShellOutput
{
    QByteArray bytes; // its output; what it wrote as errors is not in it
    bool isCut = false;
    std::chrono::system_clock::time_point began; // after this it could run
    std::chrono::system_clock::time_point ended; // before this its last word had come
};

// Runs a script in a POSIX shell: on this computer or on a host behind something. Made, used and
// destroyed on one thread with a Qt event loop, the GUI's too; it never blocks. Whoever calls it
// decides what the script does; nothing is put into it here. Errors are sentences about the host.
class Shell
{
public:
    static constexpr qsizetype kMostOutput = 4 * 1024 * 1024;
    using Attempt = Dialer::Attempt;
    using Done = UniqueFunction<void(Result<ShellOutput>)>;

    virtual ~Shell() = default;
    // `sh -s` gets the script. `done` is called once, on this thread and never from inside run().
    // The time limit is for the script; a login on the way has limits of its own.
    [[nodiscard]] virtual std::unique_ptr<Attempt>
    run(const QByteArray &script, std::chrono::milliseconds timeout, Done done) = 0;
};

// On this computer, as the user who runs the program.
class LocalShell final : public Shell
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Net)
public:
    [[nodiscard]] std::unique_ptr<Attempt>
    run(const QByteArray &script, std::chrono::milliseconds timeout, Done done) override;
};

} // namespace Portolan::Net
