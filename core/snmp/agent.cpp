// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/agent.h"

#include "core/net/lookup.h"
#include "core/runtime/relay.h"
#include "core/snmp/engine/engine.h"
#include "core/snmp/station.h"
#include "core/snmp/words.h"

#include <QHostInfo>
#include <QPointer>
#include <QTimer>

#include <limits>
#include <utility>
#include <vector>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostPending = 2000;

} // namespace

std::shared_ptr<WalkQueue> makeWalkQueue()
{
    return std::make_shared<WalkQueue>(std::numeric_limits<std::size_t>::max());
}

struct Agent::Private
{
    enum class Way { None, Seeking, Open };
    using Call = std::function<void(Engine &)>;

    Private(Agent *owner, std::shared_ptr<Station> of, const AgentTarget &to, Credentials with,
            std::unique_ptr<Net::Dialer> through)
        : agent(owner)
        , station(std::move(of))
        , target(to)
        , credentials(std::move(with))
        , dialer(std::move(through))
        , relay(std::make_shared<Relay<Agent>>(owner))
        , peer(station->newPeer())
    {
    }

    // Runs on the engine's thread once the peer is open.
    void post(Call call)
    {
        if (way == Way::Open) {
            station->host().post(std::move(call));
            return;
        }
        waiting.push_back(std::move(call));
        if (way == Way::None)
            seek();
    }

    void seek()
    {
        way = Way::Seeking;
        if (target.transport == Transport::Tcp && dialer) {
            attempt = dialer->dial(target.host, target.port, target.timeout,
                                   [this](Result<Net::Stream> stream) {
                                       if (!stream) {
                                           failAll(stream.error());
                                           return;
                                       }
                                       PeerSetup setup;
                                       setup.stream = std::move(*stream);
                                       open(std::move(setup));
                                   });
            return;
        }
        const QHostAddress literal(target.host);
        if (!literal.isNull()) {
            PeerSetup setup;
            setup.addresses = {literal};
            open(std::move(setup));
            return;
        }
        QHostInfo::lookupHost(target.host, agent, [this](const QHostInfo &info) {
            PeerSetup setup;
            setup.addresses = Net::addressesOf(info);
            if (setup.addresses.isEmpty()) {
                failAll(
                    {Error::Kind::Network,
                     tr("There is no address for the name “%1”.").arg(plainLine(target.host, 80)),
                     info.errorString(), static_cast<int>(Fault::Unreachable)});
                return;
            }
            open(std::move(setup));
        });
    }

    void open(PeerSetup setup)
    {
        setup.target = target;
        setup.credentials = credentials.copy();
        setup.transcript = transcript;
        setup.events.done = [relay = relay](RequestId id, Result<Response> result) {
            relay->post([id, result = std::move(result)](Agent &a) { a.d->onDone(id, result); });
        };
        setup.events.walked = [relay = relay](RequestId id, const WalkSummary &summary) {
            relay->post([id, summary](Agent &a) { a.d->onWalked(id, summary); });
        };
        setup.events.facts = [relay = relay](const AgentFacts &told) {
            relay->post([told](Agent &a) {
                a.d->facts = told;
                Q_EMIT a.factsChanged(told);
            });
        };
        way = Way::Open;
        station->host().post([of = peer, setup = std::move(setup)](Engine &engine) mutable {
            engine.open(of, std::move(setup));
        });
        for (Call &call : std::exchange(waiting, {}))
            station->host().post(std::move(call));
    }

    // There is no way to the agent now; the next request looks again.
    void failAll(const Error &error)
    {
        way = Way::None;
        waiting.clear();
        const QPointer<Agent> guard(agent);
        for (const auto &[id, isWalk] : std::exchange(requests, {})) {
            tellEnd(id, isWalk, error);
            if (!guard)
                return;
        }
    }

    void tellEnd(RequestId id, bool isWalk, const Error &error)
    {
        if (!isWalk) {
            Q_EMIT agent->done(id, tl::unexpected(error));
            return;
        }
        WalkSummary summary;
        summary.problem = error;
        summary.problems = 1;
        Q_EMIT agent->walked(id, summary);
    }

    void onDone(RequestId id, const Result<Response> &result)
    {
        const auto found = requests.find(id);
        if (found == requests.end())
            return;
        requests.erase(found);
        const auto sent = asked.find(id);
        const Request request = sent == asked.end() ? Request() : std::move(sent->second);
        if (sent != asked.end())
            asked.erase(sent);
        errorIndex = result ? result->errorIndex : 0;
        if (result && result->errorStatus != 0)
            Q_EMIT agent->done(id, tl::unexpected(toError(*result, request)));
        else
            Q_EMIT agent->done(id, result);
    }

    void onWalked(RequestId id, const WalkSummary &summary)
    {
        if (requests.erase(id) > 0)
            Q_EMIT agent->walked(id, summary);
    }

    int errorIndex = 0;
    Agent *const agent;
    const std::shared_ptr<Station> station;
    const AgentTarget target;
    const Credentials credentials;
    const std::unique_ptr<Net::Dialer> dialer;
    const std::shared_ptr<Relay<Agent>> relay;
    const quint64 peer;
    Way way = Way::None;
    std::unique_ptr<Net::Dialer::Attempt> attempt;
    std::vector<Call> waiting;
    std::map<RequestId, bool> requests; // and whether it is a walk
    std::map<RequestId, Request> asked; // for the words of an error-status
    RequestId lastId = 0;
    std::shared_ptr<TranscriptQueue> transcript;
    AgentFacts facts;
};

Agent::Agent(std::shared_ptr<Station> station, const AgentTarget &target, Credentials credentials,
             std::unique_ptr<Net::Dialer> dialer, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(station), target, std::move(credentials),
                                  std::move(dialer)))
{
}

Agent::~Agent()
{
    d->relay->detach();
    if (d->way == Private::Way::Open)
        d->station->host().post([peer = d->peer](Engine &engine) { engine.close(peer); });
}

RequestId Agent::request(Request request)
{
    if (d->requests.size() >= kMostPending)
        return 0;
    const RequestId id = ++d->lastId;
    d->requests[id] = false;
    d->asked[id] = request;
    d->post([peer = d->peer, id, request = std::move(request)](Engine &engine) {
        engine.send(peer, id, request);
    });
    return id;
}

RequestId Agent::walk(WalkRequest request, std::shared_ptr<WalkQueue> queue)
{
    if (d->requests.size() >= kMostPending)
        return 0;
    const RequestId id = ++d->lastId;
    d->requests[id] = true;
    d->post([peer = d->peer, id, request = std::move(request),
             queue = std::move(queue)](Engine &engine) { engine.walk(peer, id, request, queue); });
    return id;
}

void Agent::cancel(RequestId id)
{
    const auto found = d->requests.find(id);
    if (found == d->requests.end())
        return;
    const bool isWalk = found->second;
    d->requests.erase(found);
    d->asked.erase(id);
    d->post([peer = d->peer, id](Engine &engine) { engine.cancel(peer, id); });
    // Later, so that nobody is told from inside a call of his own.
    d->relay->post([id, isWalk](Agent &agent) {
        agent.d->tellEnd(id, isWalk, {Error::Kind::Cancelled, tr("It was cancelled.")});
    });
}

void Agent::cancelAll()
{
    while (!d->requests.empty())
        cancel(d->requests.begin()->first);
}

void Agent::setTranscript(std::shared_ptr<TranscriptQueue> queue)
{
    d->transcript = queue;
    if (d->way == Private::Way::Open)
        d->station->host().post([peer = d->peer, queue = std::move(queue)](Engine &engine) {
            engine.setTranscript(peer, queue);
        });
}

const AgentTarget &Agent::target() const
{
    return d->target;
}

const AgentFacts &Agent::facts() const
{
    return d->facts;
}

int Agent::errorIndex() const
{
    return d->errorIndex;
}

int Agent::pending() const
{
    return static_cast<int>(d->requests.size());
}

} // namespace Portolan::Snmp
