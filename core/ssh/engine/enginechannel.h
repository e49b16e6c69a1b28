// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/channelstate.h"
#include "core/ssh/engine/enginestream.h"
#include "core/ssh/engine/handles.h"

#include <QCoreApplication>

#include <libssh/callbacks.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace Portolan::Ssh {

// The engine's half of one channel: opens it, moves its bytes both ways, notices its end. On the
// engine's thread, driven by advance(); libssh's callbacks only take notes, since calling libssh
// from inside them would enter its poll a second time.
//
// Backpressure towards the server: when the sink says Stop, libssh keeps what arrives (at most one
// window, 1.28 MB) and does not enlarge the window. Afterwards the rest has to be read from libssh,
// which would deliver it only together with new data, and all of it at once: each read, however
// small, gives the server a whole new window. So at most two windows wait in memory.
class EngineChannel
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    EngineChannel(ssh_session session, ssh_event event, std::shared_ptr<ChannelState> state,
                  const QString &host, ssh_channel opened = nullptr);
    ~EngineChannel();
    EngineChannel(const EngineChannel &) = delete;
    EngineChannel &operator=(const EngineChannel &) = delete;

    // One turn. False when it has ended and can be removed.
    [[nodiscard]] bool advance();
    // Something happened in a callback that advance() must see before the engine waits again.
    [[nodiscard]] bool hasNews() const { return m_news; }
    // The connection is gone.
    void connectionLost(const Error &error);

private:
    enum class Step { Open, Agent, Environment, Terminal, Start, Running, Ended };

    void open();
    void setCallbacks();
    [[nodiscard]] int requestChannel();
    [[nodiscard]] ChannelSink *sink() const;
    [[nodiscard]] Error refusal(const QString &words) const;
    void run();
    void flush();
    struct Stream
    {
        std::string taken;     // from libssh, not yet by the sink
        std::size_t given = 0; // of taken, to the sink
        std::size_t left = 0;  // with libssh
        [[nodiscard]] bool isEmpty() const { return left == 0 && given == taken.size(); }
    };
    void drain();
    void takeFromLibrary(bool isStandardError);
    bool deliver(std::string_view bytes, bool isStandardError);
    void fail(const QString &what);
    void end(const ExitStatus &status);
    void disconnectCallbacks();
    [[nodiscard]] const QList<QPair<QString, QString>> &environment() const;
    [[nodiscard]] const ShellRequest *terminal() const;

    static int onData(ssh_session, ssh_channel, void *data, uint32_t length, int isStandardError,
                      void *self);
    static void onEof(ssh_session, ssh_channel, void *self);
    static void onClose(ssh_session, ssh_channel, void *self);
    static void onExitStatus(ssh_session, ssh_channel, int status, void *self);
    static void onExitSignal(ssh_session, ssh_channel, const char *signal, int core,
                             const char *message, const char *language, void *self);

    ssh_session m_session;
    std::shared_ptr<ChannelState> m_state;
    const QString m_host;
    std::unique_ptr<EngineStream> m_stream;
    ssh_channel m_channel = nullptr;
    ssh_channel_callbacks_struct m_callbacks{};
    Step m_step = Step::Open;
    qsizetype m_environmentAt = 0;
    bool m_stopped = false;
    bool m_taking = false;
    std::array<Stream, 2> m_streams; // output, standard error
    bool m_inputEnded = false;       // the server's last word has come ...
    bool m_endTold = false;          // ... and the sink knows
    bool m_closed = false;
    bool m_eofSent = false;
    bool m_news = false;
    ExitStatus m_status;
    ChannelTraffic m_traffic;
};

} // namespace Portolan::Ssh
