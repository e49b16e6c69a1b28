// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/walker.h"

#include "core/snmp/words.h"

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr auto kPause = std::chrono::milliseconds(5);
constexpr int kMostBarren = 6; // tries of one place, each with fewer rows
constexpr int kMostSilences = 2;

const Oid &sysObjectId()
{
    static const Oid oid{1, 3, 6, 1, 2, 1, 1, 2, 0};
    return oid;
}

} // namespace

Walker::Walker(PeerHost &host, Peer &peer, RequestId id, WalkRequest request,
               std::shared_ptr<WalkQueue> queue, std::shared_ptr<WalkMemory> memory,
               std::function<void()> ended)
    : m_host(host)
    , m_peer(peer)
    , m_id(id)
    , m_request(std::move(request))
    , m_queue(std::move(queue))
    , m_memory(std::move(memory))
    , m_ended(std::move(ended))
    , m_plan(m_request.roots, !m_request.oneAtATime)
    , m_pace({.repetitions = peer.target().repetitions,
              .mostRepetitions = peer.target().mostRepetitions,
              .mostInFlight = m_request.oneAtATime ? 1 : peer.target().mostInFlight,
              .bulk = peer.target().bulk && peer.target().version != Version::V1})
{
}

void Walker::start()
{
    m_began = Clock::now();
    recognise();
    m_host.callAt(m_began + m_request.mostTime, m_peer.number(), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || self->m_over)
            return;
        self->complain({Error::Kind::Timeout,
                        tr("The walk was ended after the time that it was given."),
                        {},
                        static_cast<int>(Fault::TooMuch)});
        self->finish();
    });
    // Not from inside the caller: finish() ends the walker.
    m_host.callAt(m_began, m_peer.number(), [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->pump();
    });
}

// What agents of this kind stood well before. Asked beside the walk, so that it costs no time.
void Walker::recognise()
{
    if (!m_memory || m_request.oneAtATime)
        return;
    const Oid &known = m_peer.facts().sysObjectId;
    if (!known.isEmpty()) {
        if (const auto traits = m_memory->recall(known))
            m_pace.recall(*traits);
        return;
    }
    m_recognising = m_peer.ownId();
    m_peer.send(m_recognising, Request::get({sysObjectId()}),
                [weak = weak_from_this()](Result<Response> result) {
                    const auto self = weak.lock();
                    if (!self)
                        return;
                    self->m_recognising = 0;
                    if (!result || result->errorStatus != 0 || result->varbinds.size() != 1)
                        return;
                    const Oid oid = result->varbinds.front().value.toOid();
                    self->m_peer.facts().sysObjectId = oid;
                    if (const auto traits = self->m_memory->recall(oid))
                        self->m_pace.recall(*traits);
                });
}

void Walker::pump()
{
    if (m_over)
        return;
    if (m_queue->size() >= kMostWaiting) {
        if (!std::exchange(m_pausing, true)) {
            m_host.callAt(Clock::now() + kPause, m_peer.number(), [weak = weak_from_this()] {
                if (const auto self = weak.lock()) {
                    self->m_pausing = false;
                    self->pump();
                }
            });
        }
        return;
    }
    while (static_cast<int>(m_asked.size()) < m_pace.window()) {
        const auto query = m_plan.next(m_pace.repetitions(), m_pace.guesses(), m_pace.looks());
        if (!query)
            break;
        ask(*query);
    }
    m_summary.window = std::max(m_summary.window, static_cast<int>(m_asked.size()));
    if (!m_plan.isDone() || !m_asked.empty())
        return;
    if (m_summary.varbinds == 0 && !m_summary.problem && m_request.roots.size() == 1 &&
        !std::exchange(m_triedSingle, true)) {
        askSingle();
        return;
    }
    finish();
}

void Walker::ask(const WalkPlan::Query &query)
{
    const RequestId id = m_peer.ownId();
    const int repetitions = query.repetitions;
    m_asked.emplace(id, Asked{query.id, query.from, repetitions, false});
    ++m_summary.requests;
    // GETNEXT where one row is wanted: agents that fail at GETBULK get here, too.
    const bool bulk = repetitions > 1;
    Request request =
        bulk ? Request::getBulk({query.from}, 0, repetitions) : Request::getNext({query.from});
    m_peer.send(
        id, std::move(request),
        [weak = weak_from_this(), id](Result<Response> result) {
            if (const auto self = weak.lock())
                self->onAnswer(id, std::move(result));
        },
        true);
}

void Walker::askSingle()
{
    const RequestId id = m_peer.ownId();
    m_asked.emplace(id, Asked{0, m_request.roots.front(), 1, true});
    ++m_summary.requests;
    m_peer.send(id, Request::get({m_request.roots.front()}),
                [weak = weak_from_this(), id](Result<Response> result) {
                    if (const auto self = weak.lock())
                        self->onAnswer(id, std::move(result));
                });
}

void Walker::onAnswer(RequestId id, Result<Response> result)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end() || m_over)
        return;
    const Asked asked = std::move(found->second);
    m_asked.erase(found);
    if (asked.isSingle) {
        if (result && result->errorStatus == 0 && result->varbinds.size() == 1 &&
            !result->varbinds.front().value.isException() &&
            result->varbinds.front().oid == asked.from)
            deliver(0, std::move(result->varbinds));
        finish();
        return;
    }
    if (result) {
        m_silences = 0;
        const int lost = result->attempts - 1;
        m_summary.lost += static_cast<quint64>(lost);
        if (lost > 0)
            m_pace.lost(Clock::now());
        onRows(asked, std::move(*result));
    } else {
        onError(asked, result.error());
    }
    pump();
}

void Walker::onRows(const Asked &asked, Response &&response)
{
    const auto status = static_cast<Fault>(response.errorStatus);
    if (status == Fault::TooBig) {
        ++m_summary.tooBig;
        if (asked.repetitions > 1) {
            m_pace.tooBig(asked.repetitions);
            m_plan.unanswered(asked.query);
            return;
        }
    }
    if (status == Fault::NoSuchName) { // version 1's end
        m_plan.ended(asked.query);
        return;
    }
    if (status != Fault::None) {
        // One object that the agent cannot give spoils a whole reply: get as near as possible.
        if (asked.repetitions > 1 && m_barren[asked.from]++ < kMostBarren) {
            m_pace.tooBig(asked.repetitions);
            m_plan.unanswered(asked.query);
            return;
        }
        complain(toError(response, Request::getNext({asked.from})));
        m_plan.failed(asked.query);
        return;
    }
    const int count = static_cast<int>(response.varbinds.size());
    if (count == 0) {
        if (m_barren[asked.from]++ < kMostBarren) {
            m_pace.tooBig(asked.repetitions);
            m_plan.unanswered(asked.query);
            return;
        }
        complain({Error::Kind::Protocol,
                  tr("The agent answers without a single row behind %1.").arg(asked.from.text()),
                  {},
                  static_cast<int>(Fault::NoProgress)});
        m_plan.failed(asked.query);
        return;
    }
    const auto now = Clock::now();
    const std::size_t bytes = response.bytes;
    const auto rtt = response.rtt;
    WalkPlan::Outcome outcome = m_plan.answered(asked.query, std::move(response.varbinds));
    m_pace.answered(now, rtt, outcome.used, bytes, asked.repetitions, outcome.cutShort);
    m_summary.surplus += static_cast<quint64>(outcome.surplus);
    for (WalkPlan::Rows &each : outcome.rows)
        deliver(each.root, std::move(each.rows));
    if (outcome.disorder)
        complain({Error::Kind::Protocol,
                  tr("The agent's objects do not increase: behind %1 comes %2. Following it could "
                     "go round in circles for ever.")
                      .arg(outcome.disorder->previous.text(), outcome.disorder->next.text()),
                  QStringLiteral("RFC 3416, section 4.2.2"),
                  static_cast<int>(Fault::NotIncreasing)});
}

void Walker::onError(const Asked &asked, const Error &error)
{
    const bool isSilence = faultOf(error) == Fault::Silence || faultOf(error) == Fault::Unreadable;
    // An agent that says nothing at all any more is not asked the rest.
    if (isSilence && (m_peer.facts().answered == 0 || ++m_silences > kMostSilences)) {
        complain(error);
        finish();
        return;
    }
    if (isSilence && asked.repetitions > 1 && m_barren[asked.from]++ < kMostBarren) {
        // Large replies get lost more easily; and some agents know no GETBULK.
        m_pace.lost(Clock::now());
        if (m_summary.varbinds == 0)
            m_pace.noBulk();
        else
            m_pace.tooBig(asked.repetitions);
        m_plan.unanswered(asked.query);
        return;
    }
    complain(error);
    m_plan.failed(asked.query);
}

void Walker::deliver(quint32 root, Varbinds &&rows)
{
    if (rows.empty() || m_over)
        return;
    if (!m_summary.firstRows)
        m_summary.firstRows =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_began);
    const quint64 room = m_request.mostVarbinds - m_summary.varbinds;
    const bool tooMuch = rows.size() > room;
    if (tooMuch)
        rows.resize(static_cast<std::size_t>(room));
    m_summary.varbinds += rows.size();
    if (!rows.empty())
        m_queue->push({m_id, root, std::move(rows)});
    if (tooMuch) {
        complain({Error::Kind::Refused,
                  tr("The walk was ended after %1 objects.").arg(m_summary.varbinds),
                  {},
                  static_cast<int>(Fault::TooMuch)});
        finish();
    }
}

void Walker::complain(Error error)
{
    ++m_summary.problems;
    if (!m_summary.problem)
        m_summary.problem = std::move(error);
}

void Walker::finish()
{
    if (std::exchange(m_over, true))
        return;
    const auto self = shared_from_this();
    for (const auto &[id, asked] : std::exchange(m_asked, {}))
        m_peer.cancel(id);
    if (m_recognising != 0)
        m_peer.cancel(m_recognising);
    const auto elapsed = Clock::now() - m_began;
    m_summary.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed);
    m_summary.repetitions = m_pace.repetitions();
    m_summary.rowsPerRequest = m_summary.requests > 0 ? static_cast<double>(m_summary.varbinds) /
                                                            static_cast<double>(m_summary.requests)
                                                      : 0;
    AgentFacts &facts = m_peer.facts();
    facts.pollTimeMs = std::chrono::duration<double, std::milli>(elapsed).count();
    facts.bulkRows = m_summary.rowsPerRequest;
    if (m_memory && !m_request.oneAtATime && !facts.sysObjectId.isEmpty() && m_summary.varbinds > 0)
        m_memory->remember(facts.sysObjectId, m_pace.traits());
    m_peer.factsChanged(Clock::now());
    m_peer.events().walked(m_id, m_summary);
    m_ended();
}

void Walker::abandon()
{
    if (std::exchange(m_over, true))
        return;
    for (const auto &[id, asked] : std::exchange(m_asked, {}))
        m_peer.cancel(id);
    if (m_recognising != 0)
        m_peer.cancel(m_recognising);
}

} // namespace Portolan::Snmp
