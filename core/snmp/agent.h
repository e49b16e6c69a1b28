// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dialer.h"
#include "core/runtime/batchqueue.h"
#include "core/snmp/request.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/transcript.h"

#include <QObject>

#include <memory>

namespace Portolan::Snmp {

class Station;

// Chunks of a walk wait here for who reads them. The walk stops asking while 2,000 chunks wait, so
// the bound of the queue itself is never reached and nothing of a walk is dropped.
using WalkQueue = BatchQueue<WalkChunk>;
[[nodiscard]] std::shared_ptr<WalkQueue> makeWalkQueue();

// One agent, asked with one credential: the handle of a peer on the engine's thread. Lives on the
// thread that made it, with a Qt event loop; methods and signals are there. The name is looked up
// at the first request, as the system does it. Several agents may talk to one device with different
// credentials at the same time; what one of them is refused says nothing about another.
//
// Every request ends in exactly one done() (or walked()), with Cancelled after cancel(), at the
// latest when all attempts are over; destroying the agent ends them without a word. Rows of a walk
// go to its queue, on the engine's thread, before walked().
//
// Never: blocks, keeps a secret longer than the agent lives, asks for anything by itself but the
// engine's id (version 3) and, beside a walk, sysObjectID.
class Agent : public QObject
{
    Q_OBJECT
public:
    // `dialer` is how TCP goes; without one it goes straight into the network.
    Agent(std::shared_ptr<Station> station, const AgentTarget &target, Credentials credentials,
          std::unique_ptr<Net::Dialer> dialer = nullptr, QObject *parent = nullptr);
    ~Agent() override;

    // At most 2,000 are taken at a time (RequestId 0: more); 32 of them are on their way.
    RequestId request(Request request);
    RequestId walk(WalkRequest request, std::shared_ptr<WalkQueue> queue);
    // Any number of times, also after it ended.
    void cancel(RequestId id);
    void cancelAll();

    // From now on, every message in one line; null ends it.
    void setTranscript(std::shared_ptr<TranscriptQueue> queue);

    [[nodiscard]] const AgentTarget &target() const;
    [[nodiscard]] const AgentFacts &facts() const; // as of the last factsChanged()
    [[nodiscard]] int pending() const;
    // While done() tells of an error: the varbind that it is about, from 1; 0: none of them.
    [[nodiscard]] int errorIndex() const;

Q_SIGNALS:
    void done(Portolan::Snmp::RequestId id,
              const Portolan::Result<Portolan::Snmp::Response> &result);
    void walked(Portolan::Snmp::RequestId id, const Portolan::Snmp::WalkSummary &summary);
    void factsChanged(const Portolan::Snmp::AgentFacts &facts); // four times a second at most

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Snmp
