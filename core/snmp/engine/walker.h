// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"
#include "core/snmp/engine/peer.h"
#include "core/snmp/request.h"
#include "core/snmp/walkpace.h"
#include "core/snmp/walkplan.h"

#include <QCoreApplication>

#include <memory>
#include <unordered_map>

namespace Portolan::Snmp {

// One walk at work: asks what WalkPlan wants at the pace of WalkPace. Engine's thread; kept by the
// engine until it calls `ended`.
class Walker : public std::enable_shared_from_this<Walker>
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Walker)
public:
    using Clock = PeerHost::Clock;
    static constexpr std::size_t kMostWaiting = 2000; // chunks

    Walker(PeerHost &host, Peer &peer, RequestId id, WalkRequest request,
           std::shared_ptr<WalkQueue> queue, std::shared_ptr<WalkMemory> memory,
           std::function<void()> ended);

    void start();
    // Takes back what is in flight; nothing more is told.
    void abandon();

private:
    struct Asked
    {
        std::uint64_t query;
        Oid from;
        int repetitions;
        bool isSingle; // an empty subtree, asked for as an instance
    };

    void pump();
    void ask(const WalkPlan::Query &query);
    void onAnswer(RequestId asked, Result<Response> result);
    void onRows(const Asked &asked, Response &&response);
    void onError(const Asked &asked, const Error &error);
    void deliver(quint32 root, Varbinds &&rows);
    void complain(Error error);
    void recognise();
    void askSingle();
    void finish();

    PeerHost &m_host;
    Peer &m_peer;
    const RequestId m_id;
    const WalkRequest m_request;
    const std::shared_ptr<WalkQueue> m_queue;
    const std::shared_ptr<WalkMemory> m_memory;
    std::function<void()> m_ended;
    WalkPlan m_plan;
    WalkPace m_pace;
    std::unordered_map<RequestId, Asked> m_asked;
    // Of queries that were lost or brought nothing: how often, by where they begin.
    std::unordered_map<Oid, int> m_barren;
    WalkSummary m_summary;
    Clock::time_point m_began{};
    int m_silences = 0; // requests without an answer, one after the other
    bool m_over = false;
    bool m_pausing = false;
    bool m_triedSingle = false;
    RequestId m_recognising = 0;
};

} // namespace Portolan::Snmp
