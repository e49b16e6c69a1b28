// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/ssh/connection.h"
#include "core/ssh/sshaddress.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Portolan::Cli {

// What every verb of `ssh` takes beside the URL.
struct SshOptions
{
    std::string url;
    std::vector<std::string> identities;
    std::vector<std::string> jumps;
    std::string knownHosts;
    std::string sshConfig; // empty: the usual files; "none"
    bool acceptNew = false;
};
void addConnectionOptions(CLI::App *verb, SshOptions &options);

// Puts the questions to the terminal that controls the process. Empty: no answer, and where there
// is no terminal `unasked` says so.
[[nodiscard]] std::vector<Secret>
askAtTerminal(CommandContext &context, const Ssh::AuthQuestion &question, QString *unasked);

// A connection for one verb: made from the command line, with its questions asked at the terminal
// that controls the process, or answered with no where there is none. Main thread.
class SshSession : public QObject
{
    Q_OBJECT

public:
    SshSession(CommandContext &context, const SshOptions &options);

    // What the command line says, where to and how; also without start().
    [[nodiscard]] Result<Ssh::SshAddress> meaning();
    // Once; then ready() or failed().
    [[nodiscard]] Result<> start();
    [[nodiscard]] Ssh::Connection &connection() const { return *m_connection; }
    [[nodiscard]] const QString &url() const { return m_url; }
    // For a connection that somebody else started, as the way to another service.
    void answerFor(Ssh::Connection &connection);
    // What ssh_config says of a host that was typed, for what the address leaves open.
    Result<Address> withSshConfig(const Address &typed);

Q_SIGNALS:
    void ready();
    void failed(const Portolan::Error &error);

private:
    void answerHostKey(Ssh::Connection &connection, const Ssh::HostKeyQuestion &question);
    void answerAuth(Ssh::Connection &connection, const Ssh::AuthQuestion &question);
    void end(const Error &error);

    CommandContext &m_context;
    const SshOptions m_options;
    QString m_url;
    std::shared_ptr<Ssh::Connection> m_connection;
    QString m_unasked; // what there was no terminal to ask for
};

} // namespace Portolan::Cli
