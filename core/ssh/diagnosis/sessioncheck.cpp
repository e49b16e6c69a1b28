// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/sessioncheck.h"

#include "core/runtime/relay.h"
#include "core/ssh/connection.h"
#include "core/ssh/words.h"

#include <algorithm>
#include <mutex>

namespace Portolan::Ssh {

namespace {

using Answer = SessionChecks::Answer;
using Direction = TranscriptEntry::Direction;

constexpr std::chrono::seconds kLimit{15};
constexpr std::chrono::milliseconds kQuiet{1500}; // a shell that says nothing is one, too
constexpr std::chrono::milliseconds kSettle{400}; // what ends at once has ended by then
constexpr std::size_t kMostOutput = 4096;
constexpr int kMostLines = 12;
constexpr int kProhibited = 1; // SSH_OPEN_ADMINISTRATIVELY_PROHIBITED
constexpr char kMark[] = "portolan-diagnosis ";
// Lists and does nothing else. "/." follows a link to the folder itself.
constexpr char kCommand[] =
    "sh -c 'LC_ALL=C; export LC_ALL; echo portolan-diagnosis `id -u`; "
    "ls -ldn \"$HOME/.\" \"$HOME/.ssh/.\" \"$HOME/.ssh/authorized_keys\" 2>/dev/null; exit 0'";

QString plainLines(const QByteArray &bytes)
{
    QStringList lines;
    const auto parts = QString::fromUtf8(bytes).split(QLatin1Char('\n'));
    for (const QString &part : parts) {
        const QString line = plainLine(part, 200);
        if (!line.isEmpty() && lines.size() < kMostLines)
            lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

// Keeps the first bytes; the rest is taken and forgotten.
class SessionCheck::Sink final : public ChannelSink
{
public:
    explicit Sink(std::function<void()> first)
        : m_first(std::move(first))
    {
    }
    Flow received(std::string_view data, bool) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_bytes.isEmpty() && !data.empty())
            m_first();
        const auto room = kMostOutput - static_cast<std::size_t>(m_bytes.size());
        m_bytes.append(data.data(), static_cast<qsizetype>(std::min(room, data.size())));
        return Flow::More;
    }
    void ended(const ExitStatus &) override {}
    [[nodiscard]] QByteArray bytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_bytes;
    }

private:
    const std::function<void()> m_first;
    mutable std::mutex m_mutex;
    QByteArray m_bytes;
};

SessionCheck::SessionCheck(Connection &connection)
    : m_connection(connection)
    , m_relay(std::make_shared<Relay<SessionCheck>>(this))
{
    m_limit.setSingleShot(true);
    m_quiet.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &SessionCheck::end);
    connect(&m_quiet, &QTimer::timeout, this, [this] { m_settled ? end() : runCommand(); });
}

SessionCheck::~SessionCheck()
{
    m_relay->detach();
}

void SessionCheck::note(Direction direction, const QString &text)
{
    m_entries.append(
        {std::chrono::milliseconds(m_clock.elapsed()), DiagnosisStep::Session, direction, text});
}

void SessionCheck::start()
{
    m_clock.start();
    m_limit.start(kLimit);
    note(Direction::Sent, QStringLiteral("a terminal (xterm-256color, 80x24) and a shell"));
    m_shellSink = std::make_shared<Sink>(
        [relay = m_relay] { relay->post([](SessionCheck &check) { check.onShellOutput(); }); });
    m_shell = m_connection.openShell({}, m_shellSink);
    connect(m_shell.get(), &Channel::opened, this, [this] {
        m_checks.terminal = Answer::Yes;
        m_checks.shellTime = Milliseconds(m_clock.elapsed());
        note(Direction::Received, QStringLiteral("granted"));
        m_quiet.start(kQuiet);
    });
    connect(m_shell.get(), &Channel::failed, this, [this](const Error &error) {
        m_checks.shell = Answer::No;
        m_checks.problem = error.detail;
        note(Direction::Received, QStringLiteral("refused: %1").arg(error.detail));
        runCommand();
    });
    connect(m_shell.get(), &Channel::closed, this, &SessionCheck::onShellEnd);
}

void SessionCheck::onShellOutput()
{
    m_checks.firstOutputTime = Milliseconds(m_clock.elapsed());
    note(Direction::Received, QStringLiteral("first output of the shell"));
    runCommand();
}

void SessionCheck::onShellEnd(const ExitStatus &status)
{
    if (status.lost)
        return;
    m_checks.shell = Answer::No;
    m_checks.shellEnded = true;
    m_checks.shellCode = status.code;
    m_checks.shellSignal = status.signal;
    note(Direction::Received,
         status.code ? QStringLiteral("the shell ended with status %1").arg(*status.code)
                     : QStringLiteral("the shell ended %1").arg(status.signal));
    runCommand();
    if (m_settled)
        end();
}

void SessionCheck::runCommand()
{
    if (std::exchange(m_commandBegun, true))
        return;
    m_quiet.stop();
    note(Direction::Sent, QStringLiteral("a command that lists the rights of ~/.ssh"));
    m_commandSink = std::make_shared<Sink>([] {});
    m_command = m_connection.exec({QLatin1String(kCommand)}, m_commandSink);
    connect(m_command.get(), &Channel::failed, this, [this](const Error &error) {
        m_checks.command = Answer::No;
        note(Direction::Received, QStringLiteral("refused: %1").arg(error.detail));
        settle();
    });
    connect(m_command.get(), &Channel::closed, this, &SessionCheck::onCommandEnd);
}

void SessionCheck::requestSubsystem()
{
    note(Direction::Sent, QStringLiteral("the subsystem sftp"));
    m_subsystemSink = std::make_shared<Sink>([] {});
    ExecRequest request{QStringLiteral("sftp")};
    request.subsystem = true;
    m_subsystem = m_connection.exec(request, m_subsystemSink);
    const auto next = [this](Answer answer, const char *words) {
        m_checks.subsystem = answer;
        note(Direction::Received, QLatin1String(words));
        requestForward();
    };
    connect(m_subsystem.get(), &Channel::failed, this, [next] { next(Answer::No, "refused"); });
    connect(m_subsystem.get(), &Channel::opened, this, [next] { next(Answer::Yes, "granted"); });
}

// RFC 4254, section 5.1: a server that forwards says that nobody listens there (2); one that does
// not, that it is forbidden (1).
void SessionCheck::requestForward()
{
    note(Direction::Sent, QStringLiteral("a connection onwards to its own closed port 1"));
    m_forward = m_connection.openStream({QStringLiteral("127.0.0.1"), 1});
    connect(m_forward.get(), &Channel::opened, this, [this] {
        m_checks.forwarding = Answer::Yes;
        settle();
    });
    connect(m_forward.get(), &Channel::failed, this, [this](const Error &error) {
        m_checks.forwardingWords = error.detail;
        m_checks.forwarding = error.native == kProhibited ? Answer::No
                              : error.native > 0          ? Answer::Yes
                                                          : Answer::Unclear;
        note(Direction::Received, error.detail);
        settle();
    });
}

void SessionCheck::onCommandEnd(const ExitStatus &status)
{
    if (status.lost)
        return;
    m_checks.commandCode = status.code;
    readCommandOutput(QString::fromUtf8(m_commandSink->bytes()), m_checks);
    note(Direction::Received, m_checks.command == Answer::Yes
                                  ? QStringLiteral("it ran")
                                  : QStringLiteral("something else ran in its place"));
    // Gear that does not run commands may not take more channels either.
    if (m_checks.command == Answer::Yes && m_checks.terminal == Answer::Yes)
        requestSubsystem();
    else
        settle();
}

void SessionCheck::readCommandOutput(const QString &output, SessionChecks &checks)
{
    checks.commandOutput = plainLines(output.toUtf8());
    checks.command = Answer::Unclear;
    checks.files.clear();
    const auto lines = output.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        const QString line = plainLine(raw, 1000);
        if (line.startsWith(QLatin1String(kMark))) {
            checks.command = Answer::Yes;
            checks.remoteUser = line.mid(static_cast<int>(qstrlen(kMark)), 20).trimmed();
            continue;
        }
        // "drwx------ 2 1000 1000 4096 Jan  1 12:00 /home/lab/.ssh/."
        const QStringList fields = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (checks.command != Answer::Yes || fields.size() < 9 || fields.first().size() < 10 ||
            checks.files.size() >= 3)
            continue;
        QString path = QStringLiteral("~");
        if (line.endsWith(QLatin1String("/.ssh/.")))
            path = QStringLiteral("~/.ssh");
        else if (line.endsWith(QLatin1String("/.ssh/authorized_keys")))
            path = QStringLiteral("~/.ssh/authorized_keys");
        checks.files.append({path, fields.first().left(11), fields.at(2)});
    }
}

void SessionCheck::settle()
{
    if (std::exchange(m_settled, true))
        return;
    if (m_checks.terminal == Answer::Yes && !m_checks.shellEnded) {
        m_quiet.start(kSettle);
        return;
    }
    end();
}

void SessionCheck::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_limit.stop();
    m_quiet.stop();
    m_checks.shellOutput = plainLines(m_shellSink->bytes());
    if (m_checks.terminal == Answer::Yes && !m_checks.shellEnded)
        m_checks.shell = Answer::Yes;
    // The shell was refused: at the terminal, where a command without one runs.
    if (m_checks.terminal == Answer::NotChecked && m_checks.shell == Answer::No)
        m_checks.terminal = m_checks.command == Answer::Yes || m_checks.command == Answer::Unclear
                                ? Answer::No
                                : Answer::Unclear;
    Q_EMIT finished();
}

void SessionCheck::noteLoss(const Error &error)
{
    // Some gear allows one session only and drops the connection at the second. The shell was fine.
    if (m_commandBegun && m_checks.firstOutputTime.count() > 0 &&
        m_checks.terminal == Answer::Yes) {
        m_checks.command = Answer::No;
        m_lostByCommand = true;
    }
    m_checks.problem = error.detail.isEmpty() ? error.what : error.detail;
    end();
}

QList<TranscriptEntry> SessionCheck::entries(const Transcript &before) const
{
    QList<TranscriptEntry> moved = m_entries;
    const auto start =
        before.entries().isEmpty() ? std::chrono::microseconds(0) : before.entries().last().at;
    for (TranscriptEntry &entry : moved)
        entry.at += start;
    return moved;
}

} // namespace Portolan::Ssh
