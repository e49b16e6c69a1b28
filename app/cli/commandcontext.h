// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/base/address.h"
#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/store/profileset.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Portolan::Cli {

// The options that every noun shares; docs/portolanctl.md is their contract.
struct GlobalOptions
{
    bool json = false;
    std::chrono::milliseconds timeout{10'000}; // of each step, never of the whole
    QString caFile;
    bool insecure = false;
    QString user;
    int passwordFd = -1;
    QString passwordVariable;
    bool askPassword = false;
    bool verbose = false;
    QString language; // of messages: "en" or "ko"
};

// One verb at work. Made when the command line has been understood, started in the main loop, and
// destroyed before the process ends. It calls finish() or fail() of its context exactly once, from
// start() or later, on the main thread.
class Command
{
public:
    virtual ~Command() = default;
    virtual void start() = 0;
};

// What a URL of the command line, or @name in its place, leads to.
struct Destination
{
    Address address;      // with the user of the profile's credential, where it names none itself
    QString profile = {}; // id; empty: it was a URL
    ProfileSet profiles = {}; // among which the way to it is; empty for a URL
};

// What a noun gets: the global options, the output, and the way to end. Main thread, one a process.
// A noun registers its verbs with CLI11; a verb's callback calls run() with a Command. After an
// interrupt the command is destroyed (hosts of engines stop on their own) and the exit code is 130.
class CommandContext
{
public:
    GlobalOptions options;
    Output output;

    // What followed "--" on the command line: the command of `ssh exec` and `terminal run`. Who
    // does not ask for it makes its presence a usage error.
    [[nodiscard]] QStringList takeTrailing();

    void run(std::unique_ptr<Command> command);
    // A verb that needs no loop: done when `work` returns.
    void run(std::function<Result<>(CommandContext &)> work);

    // Fields for the summary line of --json beside type, exit_code and elapsed_ms.
    QJsonObject summary;

    // The first call counts. `exitCode` other than 0 is for commands whose result says no and for
    // `ssh exec`; an Error carries its own.
    void finish(int exitCode = 0);
    void fail(const Error &error);
    void fail(const Error &error, int exitCode);
    [[nodiscard]] bool isFinished() const { return m_exitCode.has_value(); }

    // One finding of a diagnosis with its evidence, advice and reference; of what is well, only the
    // title, unless --verbose.
    void show(const Finding &finding, const FindingText &text);

    // The URL of a command line: a password in it is refused, --user fills in or replaces the user.
    // "@name" is a profile of this person's, which is read, never written.
    [[nodiscard]] Result<Destination> destination(const QString &text,
                                                  const QString &defaultScheme = {}) const;
    // A host on the way (`via=`): as destination(), but --user is not for it.
    [[nodiscard]] Result<Destination> hop(const QString &text) const;
    // From --password-fd, --password-env or --ask-password, at the first call; empty without them.
    [[nodiscard]] Result<std::optional<Secret>> password(const QString &question);

    // The same for a secret that options of one verb name: a line of a descriptor (from 0), or a
    // variable, which is forgotten. `option`: the one that named the variable, for the error.
    [[nodiscard]] static Result<std::optional<Secret>>
    secretFrom(int fileDescriptor, const QString &variable, const QString &option);

    // For main() only.
    void setTrailing(QStringList trailing);
    [[nodiscard]] int exec();

private:
    [[nodiscard]] static Result<Destination>
    resolved(const QString &text, const QString &defaultScheme, const QString &user);
    void end(int exitCode);

    std::unique_ptr<Command> m_command;
    std::optional<QStringList> m_trailing;
    std::optional<int> m_exitCode;
    QElapsedTimer m_clock;
};

} // namespace Portolan::Cli
