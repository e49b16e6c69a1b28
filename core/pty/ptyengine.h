// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/runtime/foreignloop.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

namespace Portolan::Pty {

struct Size
{
    int columns = 80;
    int rows = 24;
    friend bool operator==(const Size &, const Size &) = default;
};

// What to start. An empty command is the person's own shell.
struct Launch
{
    QStringList command = {};      // the program, searched in PATH, and its arguments
    QString workingDirectory = {}; // empty: that of this process
    // On top of ours: a value, or nothing to take the variable out. TERM, COLORTERM and
    // TERM_PROGRAM are set, what describes another terminal is taken out, unless named here.
    std::map<QString, std::optional<QString>> environment = {};
    Size size = {};
};

struct ExitStatus
{
    int code = 0; // of exit(); 128 + signal where a signal ended it, as shells count
    bool signalled = false;
    friend bool operator==(const ExitStatus &, const ExitStatus &) = default;
};

// Called on the engine's thread, from within its loop.
struct Events
{
    // Output of the program, at most 64 KiB at a time. While the function works nothing more is
    // read, so the program is slowed down to our pace instead of filling memory.
    std::function<void(std::string_view)> bytes;
    // Once, after the last bytes. What outlives the program (nohup) may still hold the terminal:
    // its output is no longer read.
    std::function<void(ExitStatus)> exited;
    // How many bytes of write() have left for the program's terminal.
    std::function<void(std::size_t)> taken = {};
};

// One local program in a pseudo terminal: openpty on Unix, ConPTY on Windows. An engine for
// EngineHost: made and called on the engine's thread only (post(), or from within Events).
// The destructor, and the end of the loop, hang up: SIGHUP and the terminal's end as a closed
// window does, SIGKILL for a program that still runs 60 ms later.
// Never: blocks on the program, keeps more than kMostUnwritten bytes for it, or leaks a descriptor
// into it. Sources: POSIX.1-2017, posix_openpt and chapter 11; Windows pseudoconsole documentation.
class PtyEngine final : public ForeignLoop
{
    Q_DECLARE_TR_FUNCTIONS(PtyEngine)

public:
    static constexpr std::size_t kMostUnwritten = 4 * 1024 * 1024;

    explicit PtyEngine(Events events);
    ~PtyEngine() override;
    PtyEngine(const PtyEngine &) = delete;
    PtyEngine &operator=(const PtyEngine &) = delete;

    // Once. Unknown program, missing folder and no permission are Local errors.
    [[nodiscard]] Result<> start(const Launch &launch);
    // Queues input for the program. False when it has not read what waits and the rest would not
    // fit, or when it has ended: then nothing of `bytes` was taken.
    bool write(std::string_view bytes);
    void resize(Size size);
    // Ends the program as a closed window does; exited follows. A program that ignores it is not
    // killed here: kill() does that.
    void hangUp();
    void kill();
    // Of the program that was started; 0 before and after.
    [[nodiscard]] qint64 processId() const;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override;
    void wake() override;

private:
    struct Private;

    Result<> startProgram(const Launch &launch);
    void turn();
    void shutDown();

    std::unique_ptr<Private> d;
    bool m_everStarted = false;
};

} // namespace Portolan::Pty
