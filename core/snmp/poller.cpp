// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/poller.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace Portolan::Snmp {

// The schedule of the process and its timer; lives as long as there is a poller.
class Poller::Turns
{
public:
    using Clock = PollSchedule::Clock;

    [[nodiscard]] static std::shared_ptr<Turns> ofThisProcess()
    {
        static std::weak_ptr<Turns> only;
        auto turns = only.lock();
        if (!turns) {
            turns = std::make_shared<Turns>();
            only = turns;
        }
        return turns;
    }

    Turns()
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
    }

    PollSchedule &schedule() { return m_schedule; }
    void put(PollSchedule::PollId id, Poller *poller) { m_pollers[id] = poller; }
    void remove(PollSchedule::PollId id)
    {
        m_schedule.remove(id);
        m_pollers.erase(id);
        arm();
    }

    void arm()
    {
        const auto next = m_schedule.next();
        if (!next) {
            m_timer.stop();
            return;
        }
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(*next - Clock::now()).count() + 1;
        m_timer.start(static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000)));
    }

private:
    void turn()
    {
        const auto begun = m_schedule.begin(Clock::now());
        for (const PollSchedule::PollId id : begun) {
            const auto found = m_pollers.find(id);
            if (found == m_pollers.end())
                continue;
            if (const QPointer<Poller> poller = found->second)
                Q_EMIT poller->due();
        }
        arm();
    }

    PollSchedule m_schedule;
    std::map<PollSchedule::PollId, QPointer<Poller>> m_pollers;
    QTimer m_timer;
};

Poller::Poller(QObject *parent)
    : QObject(parent)
    , m_turns(Turns::ofThisProcess())
{
}

Poller::~Poller()
{
    stop();
}

void Poller::start(const QString &agent, std::chrono::milliseconds interval, First first)
{
    const auto now = PollSchedule::Clock::now();
    if (m_poll != 0 && m_agent == agent) {
        if (m_interval != interval)
            m_turns->schedule().setInterval(m_poll, interval, now);
    } else {
        stop();
        m_poll = m_turns->schedule().add(agent, interval, now);
        m_turns->put(m_poll, this);
    }
    m_agent = agent;
    m_interval = interval;
    if (first == First::AtOnce)
        QTimer::singleShot(0, this, [this, poll = m_poll] {
            if (m_poll == poll && poll != 0 && beginNow())
                Q_EMIT due();
        });
    m_turns->arm();
}

void Poller::stop()
{
    if (m_poll != 0)
        m_turns->remove(std::exchange(m_poll, 0));
}

bool Poller::beginNow()
{
    return m_poll == 0 || m_turns->schedule().beginNow(m_poll, PollSchedule::Clock::now());
}

void Poller::done(Outcome outcome)
{
    if (m_poll == 0)
        return;
    m_turns->schedule().done(m_poll, outcome, PollSchedule::Clock::now());
    m_turns->arm();
}

Poller::Outcome Poller::outcomeOf(const std::optional<Error> &error)
{
    if (!error)
        return Outcome::Answered;
    return error->kind == Error::Kind::Timeout ? Outcome::TimedOut : Outcome::Failed;
}

PollSchedule::Facts Poller::facts() const
{
    return m_turns->schedule().facts(m_poll);
}

std::chrono::milliseconds Poller::rest() const
{
    return m_turns->schedule().rest(m_poll, PollSchedule::Clock::now());
}

} // namespace Portolan::Snmp
