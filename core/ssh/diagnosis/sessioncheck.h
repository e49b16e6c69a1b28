// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/channel.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Portolan {
template<typename Receiver>
class Relay;
}

namespace Portolan::Ssh {

class Connection;

// Looks at what a login is good for: a terminal with a shell, a command of our own, the rights of
// the files that a login by key depends on, SFTP, forwarding. On the connection's thread; one shot,
// at most 15 seconds. Changes nothing at the server: the command only lists. finished() comes once.
class SessionCheck : public QObject
{
    Q_OBJECT
public:
    explicit SessionCheck(Connection &connection);
    ~SessionCheck() override;

    void start();
    [[nodiscard]] const SessionChecks &checks() const { return m_checks; }
    // The connection went meanwhile: ends the check.
    void noteLoss(const Error &error);
    // Our second channel was too much for the server, and the shell before it was fine.
    [[nodiscard]] bool lostByCommand() const { return m_lostByCommand; }
    // What it did, on the clock of `before`.
    [[nodiscard]] QList<TranscriptEntry> entries(const Transcript &before) const;

    // What our command printed. Pure; from a stranger.
    static void readCommandOutput(const QString &output, SessionChecks &checks);

Q_SIGNALS:
    void finished();

private:
    class Sink;

    void onShellEnd(const ExitStatus &status);
    void onShellOutput();
    void runCommand();
    void onCommandEnd(const ExitStatus &status);
    void requestSubsystem();
    void requestForward();
    void settle();
    void end();
    void note(TranscriptEntry::Direction direction, const QString &text);

    Connection &m_connection;
    std::shared_ptr<Relay<SessionCheck>> m_relay;
    SessionChecks m_checks;
    QElapsedTimer m_clock;
    QTimer m_limit;
    QTimer m_quiet;
    std::shared_ptr<Sink> m_shellSink;
    std::shared_ptr<Sink> m_commandSink;
    std::shared_ptr<Sink> m_subsystemSink;
    std::unique_ptr<Channel> m_shell;
    std::unique_ptr<Channel> m_command;
    std::unique_ptr<Channel> m_subsystem;
    std::unique_ptr<Channel> m_forward;
    bool m_commandBegun = false;
    bool m_settled = false;
    bool m_ended = false;
    bool m_lostByCommand = false;
    QList<TranscriptEntry> m_entries;
};

} // namespace Portolan::Ssh
