// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace Portolan::Net {

// The way to a connected TCP socket: tries the addresses of a host after RFC 8305 (a new one every
// 250 ms, families alternating; the first that answers wins). Driven by its owner, who waits until
// one of sockets() may be written or wakeAt() has come and then calls advance(); never blocks,
// never looks a name up. Used on one thread.
class TcpDial
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Net)
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kNextAddress{250};

    struct Connected
    {
        OwnedSocket socket; // not blocking, without Nagle's delay
        QHostAddress address;
        std::chrono::milliseconds connectTime{};
    };

    // What came of one address.
    struct Tried
    {
        enum class Outcome { NotTried, Connected, Failed, TimedOut, Abandoned };

        QHostAddress address;
        Outcome outcome = Outcome::NotTried; // Abandoned: another one was faster
        int error = 0;                       // the system's number of a failure
        std::chrono::milliseconds time{};
    };

    // `host` is for sentences only.
    TcpDial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
            std::chrono::milliseconds timeout, Clock::time_point now);
    ~TcpDial();

    [[nodiscard]] std::vector<NativeSocket> sockets() const;
    [[nodiscard]] Clock::time_point wakeAt() const;
    // Nothing: go on waiting.
    [[nodiscard]] std::optional<Result<Connected>> advance(Clock::time_point now);
    // In the order of trying, so far.
    [[nodiscard]] const std::vector<Tried> &tried() const { return m_tried; }

private:
    struct Attempt
    {
        OwnedSocket socket;
        std::size_t index = 0; // of m_tried
        Clock::time_point begun;
    };

    void startNext(Clock::time_point now);
    void noteEnd(const Attempt &attempt, Tried::Outcome outcome, Clock::time_point now);
    void noteFailure(const Attempt &attempt, int error, Clock::time_point now);
    [[nodiscard]] tl::unexpected<Error> timedOut() const;
    [[nodiscard]] tl::unexpected<Error> allFailed() const;

    QString m_host;
    quint16 m_port;
    std::vector<Tried> m_tried; // all of them
    std::size_t m_next = 0;     // of m_tried
    std::vector<Attempt> m_attempts;
    Clock::time_point m_started;
    Clock::time_point m_deadline;
    Clock::time_point m_nextAt;
    std::chrono::milliseconds m_timeout;
    int m_lastError = 0;
    QStringList m_failures;
};

} // namespace Portolan::Net
