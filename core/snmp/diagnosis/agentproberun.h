// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"
#include "core/snmp/diagnosis/agentprobe.h"

#include <deque>
#include <map>
#include <utility>

namespace Portolan::Snmp {

// A probe at work: the ladder of credentials in agentprobe.cpp, the agent's health in
// agenthealth.cpp. Private to these two.
struct AgentProbe::Private
{
    using Answer = std::function<void(const Result<Response> &)>;
    using Then = std::function<void()>;
    using Role = Trial::Role;

    struct Attempt
    {
        Trial trial;
        AgentTarget target;
        Credentials credentials;
    };

    Private(AgentProbe *probe, std::shared_ptr<Station> of, const AgentTarget &to, Credentials with,
            const Request &wanted, MakeDialer through)
        : q(probe)
        , station(std::move(of))
        , target(to)
        , credentials(std::move(with))
        , request(wanted)
        , makeDialer(std::move(through))
    {
    }

    [[nodiscard]] std::unique_ptr<Agent> makeAgent(const AgentTarget &to, Credentials with);
    void ask(Snmp::Request what, Answer answer);
    void walkThese(WalkRequest what, std::function<void(Varbinds &&, const WalkSummary &)> then);
    // All at the same time; then() once each has ended.
    void tryAll(std::vector<Attempt> attempts, Then then);
    [[nodiscard]] Attempt attempt(Role role) const;
    void note(Trial trial, const Result<Response> &result);
    void step(const QString &sentence, Then work);
    void next();
    void finish();

    void first();
    void onFirst(const Result<Response> &result);
    void climb();
    void climbCommunity();
    void climbUser();
    void addCiphers(std::vector<Attempt> &attempts, const AgentTarget &from) const;
    void planHealth();
    void doView();
    void doCredentials();
    void doBulk(std::vector<int> sizes);
    void doTables(std::vector<std::pair<QString, Oid>> left);
    void doObjects(std::size_t index);
    void doVacm();
    void doClocks();
    void doCounters(bool again);
    void doWalk();
    void doBurst();
    void doSet();

    AgentProbe *const q;
    const std::shared_ptr<Station> station;
    const AgentTarget target;
    const Credentials credentials;
    const AgentProbe::Request request;
    const MakeDialer makeDialer;
    std::shared_ptr<TranscriptQueue> transcript;

    bool running = false;
    DiagnosisFacts facts;
    std::chrono::milliseconds quick{1000};
    std::unique_ptr<Agent> main;
    std::map<RequestId, Answer> answers;
    std::map<RequestId, std::function<void(const WalkSummary &)>> walks;
    std::vector<std::unique_ptr<Agent>> others;
    std::deque<std::pair<QString, Then>> steps;
    int stepsDone = 0;
    std::chrono::steady_clock::time_point began{};
};

} // namespace Portolan::Snmp
