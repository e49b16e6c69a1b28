// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminalrun.h"

#include "app/cli/inputscript.h"
#include "app/cli/screenjson.h"
#include "app/cli/words.h"
#include "core/pty/ptyengine.h"
#include "core/runtime/enginehost.h"

#include <QFile>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace Portolan::Cli {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostReplies = 64 * 1024;
constexpr auto kSettled = 200ms;

Pty::Size ptySize(Terminal::Size size)
{
    return {size.columns, size.rows};
}

class TerminalRun;

// What the engine's thread and the main thread share. The engine's events hold it, so it outlives
// the command, whose destructor does not wait for the engine.
struct Shared
{
    explicit Shared(Terminal::Size size)
        : terminal(size)
    {
    }
    // Runs `call` on the main thread while the command is there.
    void tell(std::function<void(TerminalRun &)> call);

    Terminal::Terminal terminal; // locks by itself
    // On the engine's thread only.
    Pty::PtyEngine *engine = nullptr;
    QFile record;
    bool isClosed = false; // what comes now is no longer part of the result
    // Any thread.
    std::mutex mutex;
    std::string replies;
    TerminalRun *run = nullptr;
    std::atomic<bool> noticePending = false;
};

// On the engine's thread: the result stands.
void close(Shared &shared, std::optional<Pty::ExitStatus> status);
Pty::Events events(const std::shared_ptr<Shared> &shared);

class TerminalRun final : public Command
{
public:
    TerminalRun(CommandContext &context, RunOptions options)
        : m_context(context)
        , m_options(std::move(options))
        , m_shared(std::make_shared<Shared>(m_options.size))
    {
        m_shared->run = this;
    }
    ~TerminalRun() override
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->run = nullptr;
    }

    void start() override
    {
        if (const Result<> prepared = prepare(); !prepared) {
            m_context.fail(prepared.error());
            return;
        }
        connectTimers();
        m_shared->terminal.setWriter([shared = m_shared.get()](std::string_view bytes) {
            {
                const std::scoped_lock lock(shared->mutex);
                appendReplies(shared->replies, bytes);
            }
            // A program that asks and never reads loses answers, as on any full line.
            if (shared->engine != nullptr)
                shared->engine->write(bytes);
        });
        m_host.emplace(QStringLiteral("pty"), [shared = m_shared](std::stop_token) {
            auto engine = std::make_unique<Pty::PtyEngine>(events(shared));
            shared->engine = engine.get();
            return engine;
        });
        Pty::Launch launch;
        launch.command = m_options.command;
        launch.size = ptySize(m_options.size);
        m_host->post([shared = m_shared, launch](Pty::PtyEngine &engine) {
            const Result<> started = engine.start(launch);
            shared->tell([started](TerminalRun &run) { run.onStarted(started); });
        });
    }

    void onStarted(const Result<> &started)
    {
        if (!started) {
            m_context.fail(started.error());
            return;
        }
        m_limitTimer.start(m_options.limitSeconds * 1000);
        takeSteps();
    }

    void onBytes()
    {
        m_shared->noticePending = false;
        if (m_settleTimer.isActive())
            m_settleTimer.start(kSettled);
        else
            takeSteps();
    }

    void onClosed(std::optional<Pty::ExitStatus> status, const QString &recordError)
    {
        if (m_context.isFinished())
            return;
        if (status)
            m_context.summary.insert(QStringLiteral("command_exit_code"), status->code);
        std::string replies;
        {
            const std::scoped_lock lock(m_shared->mutex);
            replies = m_shared->replies;
        }
        printScreen(m_context, m_shared->terminal, replies);
        if (!recordError.isEmpty())
            m_context.fail({Error::Kind::Local, Words::tr("The recording could not be written."),
                            recordError});
        else if (m_next < m_steps.size() && status)
            m_context.fail(
                {Error::Kind::Refused, Words::tr("The command ended before the script did.")});
        else
            m_context.finish();
    }

    [[nodiscard]] QObject *receiver() { return &m_receiver; }

private:
    Result<> prepare()
    {
        if (!m_options.input.empty()) {
            Result<std::string> bytes = unescaped(QString::fromStdString(m_options.input));
            if (!bytes)
                return tl::unexpected(bytes.error());
            m_steps.push_back({ScriptStep::Kind::Send, {}, std::move(*bytes)});
        }
        if (!m_options.script.empty()) {
            QFile file(QString::fromStdString(m_options.script));
            if (!file.open(QIODevice::ReadOnly))
                return failure(Error::Kind::Local,
                               Words::tr("The file \"%1\" cannot be opened.").arg(file.fileName()),
                               file.errorString(), static_cast<int>(file.error()));
            Result<std::vector<ScriptStep>> steps = parseScript(file.readAll());
            if (!steps)
                return tl::unexpected(steps.error());
            m_steps = std::move(*steps);
        }
        if (!m_options.record.empty()) {
            QFile &record = m_shared->record;
            record.setFileName(QString::fromStdString(m_options.record));
            if (!record.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return failure(
                    Error::Kind::Local,
                    Words::tr("The file \"%1\" cannot be written.").arg(record.fileName()),
                    record.errorString(), static_cast<int>(record.error()));
        }
        return {};
    }

    void connectTimers()
    {
        m_stepTimer.setSingleShot(true);
        m_settleTimer.setSingleShot(true);
        m_limitTimer.setSingleShot(true);
        QObject::connect(&m_stepTimer, &QTimer::timeout, &m_receiver, [this] {
            m_context.fail(
                {Error::Kind::Timeout, Words::tr("The text \"%1\" did not appear on the screen.")
                                           .arg(m_steps[m_next].text)});
        });
        QObject::connect(&m_settleTimer, &QTimer::timeout, &m_receiver, [this] {
            ++m_next;
            takeSteps();
        });
        QObject::connect(&m_limitTimer, &QTimer::timeout, &m_receiver, [this] {
            m_context.fail(
                {Error::Kind::Timeout, Words::tr("The command did not end within %n seconds.",
                                                 nullptr, m_options.limitSeconds)});
        });
    }

    void takeSteps()
    {
        using Kind = ScriptStep::Kind;
        while (m_next < m_steps.size() && !m_context.isFinished()) {
            const ScriptStep &step = m_steps[m_next];
            switch (step.kind) {
            case Kind::Expect:
                m_shared->terminal.update(m_frame);
                if (!screenToText(m_frame).contains(step.text)) {
                    if (!m_stepTimer.isActive())
                        m_stepTimer.start(m_context.options.timeout);
                    return;
                }
                m_stepTimer.stop();
                break;
            case Kind::Send:
                m_host->post([bytes = step.bytes](Pty::PtyEngine &engine) { engine.write(bytes); });
                break;
            case Kind::Settle:
                m_settleTimer.start(kSettled);
                return;
            case Kind::Resize:
                m_host->post([size = Terminal::Size{step.columns, step.rows},
                              shared = m_shared](Pty::PtyEngine &engine) {
                    shared->terminal.resize(size);
                    engine.resize(ptySize(size));
                });
                break;
            case Kind::Stop:
                m_host->post([shared = m_shared](Pty::PtyEngine &) {
                    if (!shared->isClosed)
                        close(*shared, std::nullopt);
                });
                return;
            }
            ++m_next;
        }
    }

    CommandContext &m_context;
    const RunOptions m_options;
    std::shared_ptr<Shared> m_shared;
    std::vector<ScriptStep> m_steps;
    std::size_t m_next = 0;
    Terminal::Frame m_frame;
    QObject m_receiver;
    QTimer m_stepTimer;
    QTimer m_settleTimer;
    QTimer m_limitTimer;
    std::optional<EngineHost<Pty::PtyEngine>> m_host;
};

void Shared::tell(std::function<void(TerminalRun &)> call)
{
    const std::scoped_lock lock(mutex);
    if (run == nullptr)
        return;
    // Dropped when the command is destroyed before the main loop comes to it.
    QMetaObject::invokeMethod(
        run->receiver(), [target = run, call = std::move(call)] { call(*target); },
        Qt::QueuedConnection);
}

void close(Shared &shared, std::optional<Pty::ExitStatus> status)
{
    shared.isClosed = true;
    QString recordError;
    if (shared.record.isOpen() &&
        (!shared.record.flush() || shared.record.error() != QFileDevice::NoError))
        recordError = shared.record.errorString();
    shared.record.close();
    shared.tell([status, recordError](TerminalRun &run) { run.onClosed(status, recordError); });
}

Pty::Events events(const std::shared_ptr<Shared> &shared)
{
    return {[shared](std::string_view bytes) {
                if (shared->isClosed)
                    return;
                if (shared->record.isOpen())
                    shared->record.write(bytes.data(), static_cast<qint64>(bytes.size()));
                shared->terminal.receive(bytes);
                if (!shared->noticePending.exchange(true))
                    shared->tell([](TerminalRun &run) { run.onBytes(); });
            },
            [shared](Pty::ExitStatus status) {
                if (!shared->isClosed)
                    close(*shared, status);
            }};
}

} // namespace

std::unique_ptr<Command> makeTerminalRun(CommandContext &context, RunOptions options)
{
    return std::make_unique<TerminalRun>(context, std::move(options));
}

void printScreen(CommandContext &context, Terminal::Terminal &terminal, std::string_view replies)
{
    Terminal::Frame frame;
    terminal.update(frame);
    if (context.options.json)
        context.output.object(screenToJson(frame, replies));
    else
        context.output.bytes(screenToText(frame).toUtf8());
}

void appendReplies(std::string &replies, std::string_view bytes)
{
    replies.append(bytes.substr(0, kMostReplies - std::min(kMostReplies, replies.size())));
}

} // namespace Portolan::Cli
