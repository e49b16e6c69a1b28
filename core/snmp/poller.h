// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/pollschedule.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Portolan::Snmp {

// Something that is asked of an agent every so often: due() says when, by the one PollSchedule of
// the process, and whoever polls says done() when it has ended. Lives on one thread with a Qt event
// loop, all of them on the same. Never asks anything itself.
class Poller : public QObject
{
    Q_OBJECT
public:
    using Outcome = PollSchedule::Outcome;

    explicit Poller(QObject *parent = nullptr);
    ~Poller() override;

    // `agent`: what tells agents apart, an address with its port. Also to change either. The first
    // due() comes at once where `first` says so, from the event loop, else in its turn.
    enum class First { AtOnce, InTurn };
    void start(const QString &agent, std::chrono::milliseconds interval, First first);
    void stop();
    [[nodiscard]] bool isActive() const { return m_poll != 0; }
    // A turn out of order, which a person wants: true unless one is under way. Without a schedule
    // (not active) always true.
    [[nodiscard]] bool beginNow();
    void done(Outcome outcome);
    [[nodiscard]] static Outcome outcomeOf(const std::optional<Error> &error);

    [[nodiscard]] PollSchedule::Facts facts() const;
    [[nodiscard]] std::chrono::milliseconds rest() const; // the agent is left alone so long

Q_SIGNALS:
    void due();

private:
    class Turns;
    std::shared_ptr<Turns> m_turns;
    PollSchedule::PollId m_poll = 0;
    QString m_agent;
    std::chrono::milliseconds m_interval{};
};

} // namespace Portolan::Snmp
