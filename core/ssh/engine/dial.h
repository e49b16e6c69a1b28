// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"
#include "core/net/tcpdial.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

struct pollfd;

namespace Portolan::Ssh {

// The way to a connected socket on which an SSH server has said its name: dials (core/net), then
// reads up to the identification string. Driven by its owner's poll(); never blocks, never
// looks a name up. Used on one thread. The identification line itself stays unread in the socket,
// for libssh; the lines before it (RFC 4253, section 4.2) are taken out.
class Dial
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int kMostLines = 128; // before the identification
    static constexpr int kMostLineBytes = 4096;

    struct Connected
    {
        Net::OwnedSocket socket;
        QHostAddress address;   // null behind a host on the way
        QString identification; // "SSH-2.0-..."
        QStringList linesBefore;
        std::chrono::milliseconds connectTime{};
    };

    // `host` is for sentences only.
    Dial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
         std::chrono::milliseconds timeout, Clock::time_point now);
    // On a socket that is connected already, by a host on the way.
    Dial(const QString &host, quint16 port, Net::OwnedSocket socket,
         std::chrono::milliseconds connectTime, std::chrono::milliseconds timeout,
         Clock::time_point now);
    ~Dial();

    // What to wait for, and until when at most.
    void addTo(std::vector<pollfd> &polled) const;
    [[nodiscard]] Clock::time_point wakeAt() const;
    // After poll() returned or the time came. Nothing: go on waiting.
    [[nodiscard]] std::optional<Result<Connected>> advance(Clock::time_point now);
    [[nodiscard]] bool isConnected() const { return m_connected.isValid(); }
    // What came of each address, and of the server's greeting, so far.
    [[nodiscard]] QList<AddressFacts> addresses() const;
    [[nodiscard]] const BannerFacts &banner() const { return m_banner; }

private:
    [[nodiscard]] std::optional<Result<Connected>> readIdentification(Clock::time_point now);
    [[nodiscard]] tl::unexpected<Error> timedOut() const;
    [[nodiscard]] tl::unexpected<Error> notSsh(const QString &detail) const;

    QString m_host;
    quint16 m_port;
    std::optional<Net::TcpDial> m_tcp;
    Clock::time_point m_deadline;
    BannerFacts m_banner;
    Clock::time_point m_connectedAt;

    Net::OwnedSocket m_connected;
    QHostAddress m_address;
    std::chrono::milliseconds m_connectTime{};
    std::chrono::milliseconds m_timeout;
    int m_linesSkipped = 0;
    int m_peeked = 0;
    Clock::time_point m_retryPeekAt;
};

} // namespace Portolan::Ssh
