// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ssh/diagnosisfacts.h"
#include "core/ssh/sockets.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

struct pollfd;

namespace Portolan::Ssh {

// The way to a connected socket on which an SSH server has said its name: tries the addresses of a
// host after RFC 8305 (a new one every 250 ms, families alternating; the first that answers wins),
// then reads up to the identification string. Driven by its owner's poll(); never blocks, never
// looks a name up. Used on one thread. The identification line itself stays unread in the socket,
// for libssh; the lines before it (RFC 4253, section 4.2) are taken out.
class Dial
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kNextAddress{250};
    static constexpr int kMostLines = 128; // before the identification
    static constexpr int kMostLineBytes = 4096;

    struct Connected
    {
        OwnedSocket socket;
        QHostAddress address;
        QString identification; // "SSH-2.0-..."
        QStringList linesBefore;
        std::chrono::milliseconds connectTime{};
    };

    // `host` is for sentences only.
    Dial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
         std::chrono::milliseconds timeout, Clock::time_point now);
    ~Dial();

    // What to wait for, and until when at most.
    void addTo(std::vector<pollfd> &polled) const;
    [[nodiscard]] Clock::time_point wakeAt() const;
    // After poll() returned or the time came. Nothing: go on waiting.
    [[nodiscard]] std::optional<Result<Connected>> advance(Clock::time_point now);
    [[nodiscard]] bool isConnected() const { return m_connected.isValid(); }
    // What came of each address, and of the server's greeting, so far.
    [[nodiscard]] const QList<AddressFacts> &addresses() const { return m_addresses; }
    [[nodiscard]] const BannerFacts &banner() const { return m_banner; }

private:
    struct Attempt
    {
        OwnedSocket socket;
        QHostAddress address;
        qsizetype index = 0; // of m_addresses
    };

    void startNext(Clock::time_point now);
    void noteFailure(qsizetype index, int error, Clock::time_point now);
    void noteOutcome(qsizetype index, AddressFacts::Outcome outcome, Clock::time_point now);
    [[nodiscard]] std::optional<Result<Connected>> readIdentification(Clock::time_point now);
    [[nodiscard]] tl::unexpected<Error> timedOut() const;
    [[nodiscard]] tl::unexpected<Error> allFailed() const;
    [[nodiscard]] tl::unexpected<Error> notSsh(const QString &detail) const;

    QString m_host;
    quint16 m_port;
    QList<QHostAddress> m_waiting;
    std::vector<Attempt> m_attempts;
    Clock::time_point m_started;
    Clock::time_point m_deadline;
    Clock::time_point m_nextAt;
    int m_lastError = 0;
    QStringList m_failures;
    QList<AddressFacts> m_addresses;
    std::vector<Clock::time_point> m_begun; // as long as m_addresses
    BannerFacts m_banner;
    Clock::time_point m_connectedAt;

    OwnedSocket m_connected;
    QHostAddress m_address;
    std::chrono::milliseconds m_connectTime{};
    std::chrono::milliseconds m_timeout;
    int m_linesSkipped = 0;
    int m_peeked = 0;
    Clock::time_point m_retryPeekAt;
};

} // namespace Portolan::Ssh
