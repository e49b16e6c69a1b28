// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"
#include "core/snmp/faults.h"
#include "core/snmp/station.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>

// An agent of the SNMP engine for a test, asked and waited for.
namespace SnmpTest {

using namespace Portolan;
using namespace Portolan::Snmp;

constexpr int kWait = 60'000;

inline Credentials community(std::string_view text)
{
    Credentials made;
    made.community = Secret(text);
    return made;
}

inline Credentials passwords(std::string_view auth, std::string_view priv)
{
    Credentials made;
    made.authPassword = Secret(auth);
    made.privPassword = Secret(priv);
    return made;
}

struct Walked
{
    WalkSummary summary;
    Varbinds rows; // in order of arrival
    std::size_t chunks = 0;

    [[nodiscard]] std::vector<Oid> sorted() const
    {
        std::vector<Oid> oids;
        for (const Varbind &each : rows)
            oids.push_back(each.oid);
        std::sort(oids.begin(), oids.end());
        return oids;
    }
};

class Session
{
public:
    explicit Session(const AgentTarget &target, Credentials credentials = community("public"),
                     std::unique_ptr<Net::Dialer> dialer = nullptr)
        : station(std::make_shared<Station>())
        , agent(station, target, std::move(credentials), std::move(dialer))
    {
        QObject::connect(&agent, &Agent::done, &agent,
                         [this](RequestId id, const Result<Response> &result) {
                             ++times[id];
                             results.insert_or_assign(id, result);
                         });
        QObject::connect(&agent, &Agent::walked, &agent,
                         [this](RequestId id, const WalkSummary &summary) {
                             ++times[id];
                             walks.insert_or_assign(id, summary);
                         });
    }

    Result<Response> ask(Request request) { return wait(agent.request(std::move(request))); }
    Result<Response> wait(RequestId id)
    {
        if (!QTest::qWaitFor([&] { return results.contains(id); }, kWait))
            qFatal("a request did not end");
        return results.at(id);
    }
    Result<Response> get(std::initializer_list<Oid> oids) { return ask(Request::get(oids)); }

    Walked walk(WalkRequest request)
    {
        const auto queue = makeWalkQueue();
        const RequestId id = agent.walk(std::move(request), queue);
        Walked walked;
        const auto drain = [&] {
            auto batch = queue->take(100'000);
            for (WalkChunk &chunk : batch.items) {
                ++walked.chunks;
                walked.rows.insert(walked.rows.end(), chunk.rows.begin(), chunk.rows.end());
            }
        };
        if (!QTest::qWaitFor(
                [&] {
                    drain();
                    return walks.contains(id);
                },
                kWait))
            qFatal("a walk did not end");
        drain();
        walked.summary = walks.at(id);
        return walked;
    }
    Walked walk(std::vector<Oid> roots)
    {
        WalkRequest request;
        request.roots = std::move(roots);
        return walk(std::move(request));
    }

    std::shared_ptr<Station> station;
    Agent agent;
    std::map<RequestId, Result<Response>> results;
    std::map<RequestId, WalkSummary> walks;
    std::map<RequestId, int> times; // that its end was told
};

inline AgentTarget localTarget(quint16 port)
{
    AgentTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = port;
    return target;
}

inline Fault faultIn(const Result<Response> &result)
{
    return result ? Fault::None : faultOf(result.error());
}

} // namespace SnmpTest
