// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>

namespace Portolan::Ssh {

// A connection to an agent; not valid where there is none.
[[nodiscard]] Net::OwnedSocket connectAgent(const QString &path);

// Stands between libssh and a person's ssh-agent, on a thread of its own, for two reasons. libssh
// waits for the agent without end, and an agent may wait for a touch or a confirmation: here the
// wait ends with the stop token. And libssh offers every key of the agent, which spends the
// server's MaxAuthTries: here it sees only the keys that present() named. Used by one engine; made
// and destroyed on its thread. Bounded by 256 KiB a message. Source: draft-miller-ssh-agent
// (OpenSSH's PROTOCOL.agent).
class AgentLink
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    struct Key
    {
        QByteArray blob;
        QString comment;
        QByteArray signsWith = {}; // the agent's own key for it, where blob is a certificate
    };

    // `wake` is called from the link's thread when keys() has its answer.
    AgentLink(const QString &socketPath, std::stop_token stop, std::function<void()> wake);
    ~AgentLink();
    AgentLink(const AgentLink &) = delete;
    AgentLink &operator=(const AgentLink &) = delete;

    // Nothing: still asking.
    [[nodiscard]] std::optional<Result<QList<Key>>> keys() const;
    void present(const QList<Key> &keys);
    // The key that the agent was last asked to sign with; empty when none was.
    [[nodiscard]] QByteArray lastSigner() const;
    // For ssh_set_agent_socket(), once.
    [[nodiscard]] Net::NativeSocket takeClientEnd() { return m_clientEnd.release(); }

    // SSH_AGENT_IDENTITIES_ANSWER, from a stranger.
    [[nodiscard]] static std::optional<QList<Key>> parseIdentities(std::string_view message);

private:
    void run();
    [[nodiscard]] bool readExactly(Net::NativeSocket socket, char *bytes, std::size_t count);
    [[nodiscard]] bool writeAll(Net::NativeSocket socket, std::string_view bytes);
    [[nodiscard]] std::optional<QByteArray> readMessage(Net::NativeSocket socket);
    [[nodiscard]] bool writeMessage(Net::NativeSocket socket, const QByteArray &message);
    [[nodiscard]] bool waitFor(Net::NativeSocket socket, short events);
    void answerKeys(Result<QList<Key>> keys);

    const QString m_socketPath;
    const std::function<void()> m_wake;
    std::atomic<bool> m_ended = false;
    Net::WakeSignal m_end;
    Net::OwnedSocket m_clientEnd;
    Net::OwnedSocket m_serverEnd;
    mutable std::mutex m_mutex;
    std::optional<Result<QList<Key>>> m_keys;
    QList<Key> m_presented;
    QByteArray m_lastSigner;
    std::thread m_thread;
    std::stop_callback<std::function<void()>> m_onStop;
};

} // namespace Portolan::Ssh
