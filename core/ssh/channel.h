// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"

#include <QList>
#include <QObject>
#include <QPair>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace Portolan::Ssh {

class Connection;
struct ChannelState;

struct ShellRequest
{
    QString terminal = QStringLiteral("xterm-256color");
    int columns = 80;
    int rows = 24;
    QList<QPair<QString, QString>> environment = {}; // what the server's AcceptEnv lets through
};

struct ExecRequest
{
    QString command;
    bool subsystem = false;               // `command` names one, "sftp" (RFC 4254, section 6.5)
    std::optional<ShellRequest> pty = {}; // with a terminal; standard error then comes as output
    QList<QPair<QString, QString>> environment = {};
};

// A connection from the server to another host (direct-tcpip, RFC 4254, section 7.2).
struct StreamRequest
{
    QString host; // as the server is to look it up
    quint16 port = 0;
};

struct ExitStatus
{
    std::optional<int> code = {}; // none: killed by a signal, or the server did not say
    QString signal = {};          // "TERM", without SIG
    QString message = {};         // the server's words about the signal
    bool lost = false;            // the connection went before the command ended
};

// What a channel has carried, and how much more the server takes before it must say so (the window,
// RFC 4254, section 5.2). libssh does not tell the window that we have opened for the server.
struct ChannelTraffic
{
    quint64 received = 0; // both streams
    quint64 sent = 0;
    quint64 window = 0; // towards the server
};

// Where the bytes of a channel go. Called on the engine's thread, one call at a time; it may take
// its time (the terminal parses here), because the server's window closes meanwhile. The engine
// keeps it alive until ended() has returned or the channel's handle is gone, whichever comes later.
class ChannelSink
{
public:
    enum class Flow { More, Stop };

    virtual ~ChannelSink() = default;
    // All of `data` is taken. After Stop nothing more comes until Channel::resume(); at most one
    // window (1.3 MB) waits in memory meanwhile.
    virtual Flow received(std::string_view data, bool isStandardError) = 0;
    // The server writes no more, and all that it wrote was received.
    virtual void endOfData() {}
    // Last call, after all data, and only for a channel that was opened; not called when the handle
    // is destroyed first.
    virtual void ended(const ExitStatus &status) = 0;
};

// One channel (a shell, a command, a stream to another host) of a Connection: the handle. It lives
// on the thread of its connection's handle and keeps the connection; destroying it closes the
// channel. Made by Connection::openShell(), exec() and openStream(), also before the connection is
// ready: it waits for that. opened() or failed() comes once; after opened(), closed() once. Never
// blocks.
class Channel : public QObject
{
    Q_OBJECT
public:
    // What fits of write(); at this amount unsent the server is not reading.
    static constexpr std::size_t kWriteLimit = 1024 * 1024;

    ~Channel() override;

    // Queues bytes for the server, up to `limit` unsent ones. Returns how many were taken: fewer
    // than given when the server does not read; then writable() tells when half of it is free.
    std::size_t write(std::string_view bytes, std::size_t limit = kWriteLimit);
    // A function that does the same from any thread, also after the channel's end, when it drops
    // the bytes. What does not fit is dropped: it is for keys and a terminal's replies.
    [[nodiscard]] std::function<void(std::string_view)> writer() const;
    // After what was written so far.
    void sendEof();
    void resize(int columns, int rows);
    // "INT", "TERM": RFC 4254, section 6.9.
    void sendSignal(const QString &name);
    // After the sink said Stop; any thread.
    void resume();
    [[nodiscard]] std::function<void()> resumer() const;

    // Of a stream, once: a socket whose bytes are those of the far host. Usable at once; what is
    // written before opened() waits. The channel ends when it is closed.
    [[nodiscard]] Net::OwnedSocket takeSocket() { return std::move(m_socket); }
    // Why the connection below went, where that was what ended the channel. Any thread.
    [[nodiscard]] std::optional<Error> loss() const;

    [[nodiscard]] std::size_t unsentBytes() const;
    [[nodiscard]] ChannelTraffic traffic() const;
    [[nodiscard]] const std::shared_ptr<Connection> &connection() const { return m_connection; }

Q_SIGNALS:
    void opened();
    void failed(const Portolan::Error &error);
    void closed(const Portolan::Ssh::ExitStatus &status);
    void writable();

private:
    friend class Connection;
    Channel(std::shared_ptr<Connection> connection, std::shared_ptr<ChannelState> state);

    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<ChannelState> m_state;
    Net::OwnedSocket m_socket;
};

} // namespace Portolan::Ssh
