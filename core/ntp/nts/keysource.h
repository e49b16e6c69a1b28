// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/nts/keyexchange.h"
#include "core/ntp/outcome.h"
#include "core/ntp/serveraddress.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Portolan::Ntp::Nts {

// Where the keys of one server come from, and when they have to be made anew: when its cookies run
// out, when it says that it does not know them (NTSN) and answers no better in that poll, and when
// eight polls in a row brought nothing authentic. Exchanges are 10 s apart and then ever more, up
// to five days, until an authentic answer comes (RFC 8915, section 5.7). On its owner's thread,
// with a Qt event loop; owned by a Monitor. Destroying it ends what is under way.
class KeySource final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kFirstWait{10'000};
    static constexpr std::chrono::milliseconds kLongestWait{432'000'000};
    static constexpr int kMostWithout = 8; // polls

    // `address` is that of target.host; `firstWait` is shorter in tests only.
    KeySource(std::shared_ptr<KeyExchanger> exchanger, const ServerTarget &target,
              const QHostAddress &address, std::chrono::milliseconds firstWait = kFirstWait);
    ~KeySource() override;

    // As soon as it may be: at once for the first time.
    void renew();
    // Of each poll under its keys.
    void take(const Outcome &outcome);

    // Once, after ready().
    [[nodiscard]] Association takeAssociation();

Q_SIGNALS:
    void reported(const std::shared_ptr<const Portolan::Ntp::Nts::KeyExchangeReport> &report);
    // Keys are there, and where the time is asked for under them.
    void ready(const QHostAddress &address, quint16 port);
    // No keys; it is tried again by itself.
    void failed(const Portolan::Error &error);

private:
    void start();
    void onResult(KeyExchangeResult result);
    void lookUp(const QString &name, quint16 port);
    void fail(const Error &error);

    const std::shared_ptr<KeyExchanger> m_exchanger;
    const ServerTarget m_target;
    const QHostAddress m_address;
    const std::chrono::milliseconds m_firstWait;
    std::chrono::milliseconds m_wait{0}; // before the next exchange
    std::chrono::steady_clock::time_point m_last = {};
    std::unique_ptr<KeyExchange> m_exchange;
    std::optional<Association> m_association;
    QTimer m_again;
    int m_lookUp = -1;
    int m_without = 0;
    bool m_wasNaked = false;
};

} // namespace Portolan::Ntp::Nts
