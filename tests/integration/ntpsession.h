// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/engine.h"
#include "core/runtime/enginehost.h"
#include "tests/support/lab.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSemaphore>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

// An Engine on its thread, and what comes of its polls, for tests without an event loop.
namespace NtpTest {

using namespace Portolan;
using namespace Portolan::Ntp;
using std::chrono::milliseconds;
using Kind = Outcome::Kind;

inline constexpr int kDeadline = 30'000; // ms
inline const QHostAddress kLocal(QHostAddress::LocalHost);

[[nodiscard]] inline ServerTarget target(quint16 port, milliseconds timeout = milliseconds(5000))
{
    ServerTarget made;
    made.host = kLocal.toString();
    made.port = port;
    made.timeout = timeout;
    return made;
}

// As fast as the answers come.
[[nodiscard]] inline PollPlan quickly(int polls)
{
    return {.burst = polls, .burstGap = milliseconds(1), .interval = milliseconds(0)};
}

[[nodiscard]] inline double seconds(Seconds value)
{
    return value.count();
}

[[nodiscard]] inline qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

class Session
{
public:
    Session()
        : outcomes(std::make_shared<OutcomeQueue>(200'000))
        , host(QStringLiteral("ntp"), [](std::stop_token) { return std::make_unique<Engine>(); })
    {
        outcomes->setWake([this] { m_came.release(); });
    }
    ~Session() { outcomes->setWake({}); }

    quint64 open(Engine::Setup setup)
    {
        const quint64 id = ++m_last;
        setup.outcomes = outcomes;
        host.post([id, setup = std::move(setup)](Engine &engine) mutable {
            engine.open(id, std::move(setup));
        });
        return id;
    }
    quint64 open(const ServerTarget &asked, PollPlan plan, std::optional<SymmetricKey> key = {},
                 const QHostAddress &address = kLocal)
    {
        return open({.target = asked,
                     .address = address,
                     .key = std::move(key),
                     .plan = plan,
                     .outcomes = {}});
    }

    // Outcomes since the last call, until `enough` says so; all that came where it never does.
    [[nodiscard]] std::vector<Outcome>
    until(const std::function<bool(const std::vector<Outcome> &)> &enough, int deadline = kDeadline)
    {
        const QDeadlineTimer end(deadline);
        std::vector<Outcome> all;
        for (;;) {
            OutcomeQueue::Batch batch = outcomes->take(100'000);
            std::move(batch.items.begin(), batch.items.end(), std::back_inserter(all));
            if (enough(all))
                return all;
            if (!batch.more && !m_came.tryAcquire(1, static_cast<int>(end.remainingTime())))
                return all;
        }
    }
    // Until so many polls have ended.
    [[nodiscard]] std::vector<Outcome> polls(int count, int deadline = kDeadline)
    {
        return until(
            [count](const std::vector<Outcome> &all) {
                return std::count_if(all.begin(), all.end(),
                                     [](const Outcome &each) { return each.endsPoll; }) >= count;
            },
            deadline);
    }

    std::shared_ptr<OutcomeQueue> outcomes;
    EngineHost<Engine> host;

private:
    QSemaphore m_came;
    quint64 m_last = 0;
};

[[nodiscard]] inline std::vector<Sample> samples(const std::vector<Outcome> &outcomes)
{
    std::vector<Sample> found;
    for (const Outcome &each : outcomes) {
        if (each.sample)
            found.push_back(*each.sample);
    }
    return found;
}

[[nodiscard]] inline int count(const std::vector<Outcome> &outcomes, Kind kind)
{
    return static_cast<int>(
        std::count_if(outcomes.begin(), outcomes.end(),
                      [kind](const Outcome &each) { return each.kind == kind; }));
}

} // namespace NtpTest
