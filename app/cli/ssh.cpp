// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandcontext.h"
#include "app/cli/nouns.h"
#include "app/cli/sshaudit.h"
#include "app/cli/sshdiagnose.h"
#include "app/cli/sshsession.h"
#include "app/cli/words.h"
#include "core/runtime/relay.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>

#include <mutex>
#include <thread>
#include <utility>

namespace Portolan::Cli {

namespace {

constexpr int kCommandFailed = 255; // as ssh(1)
constexpr std::size_t kMostWaiting = 1024 * 1024;
constexpr qint64 kChunk = 64 * 1024;

// Output of the command on its way from the engine's thread to the main thread, which writes it:
// bounded, so a reader of ours that is slow holds up the server and not the memory.
class OutputSink final : public Ssh::ChannelSink
{
public:
    struct Part
    {
        QByteArray bytes;
        bool isStandardError = false;
    };

    // `wake` runs on the engine's thread.
    explicit OutputSink(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    Flow received(std::string_view data, bool isStandardError) override
    {
        const std::scoped_lock lock(m_mutex);
        m_parts.push_back(
            {QByteArray(data.data(), static_cast<qsizetype>(data.size())), isStandardError});
        m_waiting += data.size();
        if (m_parts.size() == 1)
            m_wake();
        return m_waiting >= kMostWaiting ? Flow::Stop : Flow::More;
    }
    void ended(const Ssh::ExitStatus &) override {}

    [[nodiscard]] std::vector<Part> take()
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = 0;
        return std::exchange(m_parts, {});
    }

private:
    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::vector<Part> m_parts;
    std::size_t m_waiting = 0;
};

class ExecCommand;
using ExecRelay = Relay<ExecCommand>;

class ExecCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    ExecCommand(CommandContext &context, const SshOptions &options)
        : m_context(context)
        , m_session(context, options)
        // As ssh(1) joins them; the server's shell takes them apart again.
        , m_command(context.takeTrailing().join(QLatin1Char(' ')))
    {
    }

    ~ExecCommand() override
    {
        if (m_relay)
            m_relay->detach();
    }

    void start() override
    {
        m_relay = std::make_shared<ExecRelay>(this);
        m_time.start();
        if (m_command.trimmed().isEmpty()) {
            m_context.fail(
                {Error::Kind::Usage, Words::tr("The command is missing: ssh exec URL -- COMMAND")});
            return;
        }
        connect(&m_session, &SshSession::failed, this, &ExecCommand::fail);
        connect(&m_session, &SshSession::ready, this, &ExecCommand::open);
        if (const Result<> started = m_session.start(); !started) {
            // What is wrong with the command line itself is told as everywhere.
            const bool usage = started.error().kind == Error::Kind::Usage;
            m_context.fail(started.error(), usage ? exitCode(Error::Kind::Usage) : kCommandFailed);
        }
    }

private:
    void open()
    {
        m_sink = std::make_shared<OutputSink>([relay = m_relay] {
            relay->post([](ExecCommand &command) { command.writeOutput(); });
        });
        m_channel = m_session.connection().exec({m_command}, m_sink);
        connect(m_channel.get(), &Ssh::Channel::failed, this, &ExecCommand::fail);
        connect(m_channel.get(), &Ssh::Channel::closed, this, &ExecCommand::end);
        connect(m_channel.get(), &Ssh::Channel::writable, this, &ExecCommand::forwardRest);
        connect(m_channel.get(), &Ssh::Channel::opened, this, &ExecCommand::readInput);
    }

    // Standard input is read by a thread of its own, since no system can poll all that it may be:
    // one chunk at a time, the next after the last was taken. The thread may still stand in its
    // read when the process ends.
    void readInput()
    {
        std::thread([relay = m_relay, taken = m_taken] {
            QFile input;
            bool more = input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered);
            do {
                QByteArray chunk(kChunk, Qt::Uninitialized);
                const qint64 size = more ? input.read(chunk.data(), chunk.size()) : 0;
                chunk.truncate(std::max<qint64>(size, 0));
                more = size > 0;
                relay->post([chunk](ExecCommand &command) { command.forward(chunk); });
                taken->acquire();
            } while (more);
        }).detach();
    }

    void forward(const QByteArray &chunk)
    {
        m_atEnd = chunk.isEmpty();
        m_chunk = chunk;
        forwardRest();
    }

    void forwardRest()
    {
        if (m_atEnd) {
            m_channel->sendEof();
            return;
        }
        if (m_chunk.isEmpty())
            return;
        const auto taken =
            m_channel->write({m_chunk.constData(), static_cast<std::size_t>(m_chunk.size())});
        m_chunk.remove(0, static_cast<qsizetype>(taken));
        if (m_chunk.isEmpty())
            m_taken->release(); // else writable() comes
    }

    void writeOutput()
    {
        for (const OutputSink::Part &part : m_sink->take()) {
            if (m_context.options.json) {
                QJsonObject object{{QStringLiteral("type"), QStringLiteral("output")},
                                   {QStringLiteral("stream"), part.isStandardError
                                                                  ? QStringLiteral("stderr")
                                                                  : QStringLiteral("stdout")}};
                const QString text = QString::fromUtf8(part.bytes);
                if (text.toUtf8() == part.bytes)
                    object.insert(QStringLiteral("text"), text);
                else
                    object.insert(QStringLiteral("base64"),
                                  QString::fromLatin1(part.bytes.toBase64()));
                m_context.output.object(object);
            } else if (part.isStandardError) {
                std::fwrite(part.bytes.constData(), 1, static_cast<std::size_t>(part.bytes.size()),
                            stderr);
                std::fflush(stderr);
            } else {
                m_context.output.bytes(part.bytes);
            }
        }
        if (m_context.output.failed()) {
            m_context.fail({Error::Kind::Local, Words::tr("Standard output could not be written.")},
                           kCommandFailed);
            return;
        }
        m_channel->resume();
    }

    void end(const Ssh::ExitStatus &status)
    {
        writeOutput();
        if (m_context.isFinished())
            return;
        if (status.lost)
            return; // the session tells why
        if (m_context.options.json) {
            QJsonObject result{{QStringLiteral("type"), QStringLiteral("result")},
                               {QStringLiteral("url"), m_session.url()},
                               {QStringLiteral("time"),
                                QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                               {QStringLiteral("elapsed_ms"), m_time.elapsed()}};
            if (status.code)
                result.insert(QStringLiteral("exit_code"), *status.code);
            if (!status.signal.isEmpty())
                result.insert(QStringLiteral("signal"), status.signal);
            m_context.output.object(result);
        }
        if (status.code)
            m_context.finish(*status.code);
        else
            m_context.fail(
                {Error::Kind::Refused,
                 status.signal.isEmpty()
                     ? Words::tr("The server did not say how the command ended.")
                     : Words::tr("The command was ended by the signal %1.").arg(status.signal),
                 status.message},
                kCommandFailed);
    }

    void fail(const Error &error) { m_context.fail(error, kCommandFailed); }

    CommandContext &m_context;
    SshSession m_session;
    const QString m_command;
    QElapsedTimer m_time;
    std::shared_ptr<OutputSink> m_sink;
    std::shared_ptr<QSemaphore> m_taken = std::make_shared<QSemaphore>();
    std::shared_ptr<ExecRelay> m_relay;
    QByteArray m_chunk;
    bool m_atEnd = false;
    std::unique_ptr<Ssh::Channel> m_channel; // ends before what its sink touches
};

} // namespace

void addConnectionOptions(CLI::App *verb, SshOptions &options)
{
    verb->add_option("url", options.url, Words::tr("ssh://[USER@]HOST[:PORT]").toStdString())
        ->required();
    verb->add_option("--identity", options.identities,
                     Words::tr("A private key to log in with; may be repeated").toStdString())
        ->option_text("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--jump", options.jumps,
                     Words::tr("A host on the way, ssh://[USER@]HOST[:PORT]; may be repeated, the "
                               "one that is reached first comes first")
                         .toStdString())
        ->option_text("URL")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--known-hosts", options.knownHosts,
                     Words::tr("The file of known host keys (~/.ssh/known_hosts)").toStdString())
        ->option_text("FILE");
    verb->add_option("--ssh-config", options.sshConfig,
                     Words::tr("In place of ~/.ssh/config and the system's; none: no such file")
                         .toStdString())
        ->option_text("FILE");
    verb->add_flag("--accept-new", options.acceptNew,
                   Words::tr("Trust and remember a host key that is not known yet").toStdString());
}

void addSshCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun = app.add_subcommand("ssh", Words::tr("SSH servers").toStdString());
    noun->require_subcommand(1);

    CLI::App *const exec = noun->add_subcommand(
        "exec",
        Words::tr("Run a command at a server: exec [options] URL -- COMMAND").toStdString());
    const auto execOptions = std::make_shared<SshOptions>();
    addConnectionOptions(exec, *execOptions);
    exec->callback([&context, execOptions] {
        context.run(std::make_unique<ExecCommand>(context, *execOptions));
    });

    CLI::App *const diagnose = noun->add_subcommand(
        "diagnose", Words::tr("Say at which step a login ends or waits, and why").toStdString());
    const auto diagnoseOptions = std::make_shared<SshOptions>();
    addConnectionOptions(diagnose, *diagnoseOptions);
    const auto transcript = std::make_shared<std::string>();
    diagnose
        ->add_option(
            "--transcript", *transcript,
            Words::tr("Write every step with its time there, without secrets").toStdString())
        ->option_text("FILE");
    diagnose->callback([&context, diagnoseOptions, transcript] {
        context.run(std::make_unique<DiagnoseCommand>(context, *diagnoseOptions, *transcript));
    });

    CLI::App *const audit = noun->add_subcommand(
        "audit",
        Words::tr("Grade the algorithms that a server offers, without a login").toStdString());
    const auto url = std::make_shared<std::string>();
    audit->add_option("url", *url, Words::tr("ssh://HOST[:PORT]").toStdString())->required();
    audit->callback(
        [&context, url] { context.run(std::make_unique<AuditCommand>(context, *url)); });
}

} // namespace Portolan::Cli

#include "ssh.moc"
