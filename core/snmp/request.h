// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/metricsample.h"
#include "core/snmp/security.h"
#include "core/snmp/varbind.h"
#include "core/snmp/walkpace.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

using RequestId = quint64;

// One request of a manager. Plain value, any thread.
struct Request
{
    // A Trap is not answered: its response comes when it is on its way, and is empty.
    enum class Kind { Get, GetNext, GetBulk, Set, Inform, Trap };

    Kind kind = Kind::Get;
    Varbinds varbinds = {}; // values count in a Set and in notifications only
    int nonRepeaters = 0;   // of a GetBulk
    int repetitions = 10;   // of a GetBulk
    // In place of the target's.
    std::optional<std::chrono::milliseconds> timeout = {};
    std::optional<int> retries = {};
    QByteArray sender = {}; // of a trap of version 3: the engine's id

    [[nodiscard]] static Request get(const std::vector<Oid> &oids);
    [[nodiscard]] static Request getNext(const std::vector<Oid> &oids);
    [[nodiscard]] static Request getBulk(const std::vector<Oid> &oids, int nonRepeaters,
                                         int repetitions);
    [[nodiscard]] static Request set(Varbinds varbinds);
    // Notifications, in the form of version 2: sysUpTime.0 and snmpTrapOID.0 come first. To a
    // target of version 1 a trap goes in its own form; an inform is not possible then. With version
    // 3 a trap is sent by this station's engine, or by one with the id `sender`.
    [[nodiscard]] static Request inform(Varbinds varbinds);
    [[nodiscard]] static Request trap(Varbinds varbinds, const QByteArray &sender = {});
};

// What an agent answered. With version 1 an object that is not there (noSuchName) has the exception
// that version 2 has for it: the others are asked for again without it (RFC 2576, section 4.2.2.2).
struct Response
{
    Varbinds varbinds = {};
    int errorStatus = 0;             // RFC 3416, section 3
    int errorIndex = 0;              // of the varbind, from 1
    std::chrono::microseconds rtt{}; // of the attempt that was answered
    int attempts = 1;
    std::size_t bytes = 0;

    friend bool operator==(const Response &, const Response &) = default;
};

// Subtrees to be read completely. An empty subtree that is an instance itself is read as one.
struct WalkRequest
{
    std::vector<Oid> roots;
    // Guards. What ends a walk early is said in its summary.
    quint64 mostVarbinds = 5'000'000;
    std::chrono::milliseconds mostTime = std::chrono::minutes(30);
    bool oneAtATime = false; // for agents that lose their way
};

// Rows of one subtree, in order of arrival: those of a chunk are in order, chunks are not.
struct WalkChunk
{
    RequestId walk = 0;
    quint32 root = 0; // number of the subtree in the request
    Varbinds rows = {};
};

struct WalkSummary
{
    quint64 varbinds = 0;
    quint64 requests = 0;
    quint64 lost = 0;    // attempts that nothing came back for
    quint64 tooBig = 0;  // replies
    quint64 surplus = 0; // varbinds that came and were not asked for
    std::chrono::milliseconds elapsed{};
    std::optional<std::chrono::milliseconds> firstRows = {};
    int window = 0;      // most requests in flight
    int repetitions = 0; // at the end
    double rowsPerRequest = 0;
    std::optional<Error> problem = {}; // what kept it from being complete; the first of all
    quint64 problems = 0;

    [[nodiscard]] bool isComplete() const { return !problem; }
};

// What is known of an agent and of the way to it, counted since the agent was opened.
struct AgentFacts
{
    QString peer = {}; // the address that is talked to
    quint64 sent = 0;  // messages, with those that were sent again
    quint64 received = 0;
    quint64 answered = 0;  // requests
    quint64 lost = 0;      // attempts without an answer
    quint64 late = 0;      // replies to what had been answered or given up
    quint64 wrongId = 0;   // replies to what was never asked
    quint64 elsewhere = 0; // replies from another address
    quint64 malformed = 0; // not SNMP, or not readable
    quint64 reports = 0;   // of version 3
    quint64 errors = 0;    // requests that failed
    QString elsewhereFrom = {};
    std::optional<double> rttMs = {};      // smoothed
    std::optional<double> pollTimeMs = {}; // of the last walk
    std::optional<double> bulkRows = {};   // of the last walk, a request
    // Version 3.
    QByteArray engineId = {};
    quint32 engineBoots = 0;
    quint32 engineTime = 0;          // seconds, when it was last heard
    bool engineWasRestarted = false; // boots rose meanwhile
    // Another address that has the same engine id, and whether it is surely another device.
    QString sameEngineAt = {};
    bool sameEngineIsAnother = false;
    Oid sysObjectId = {};
};

// The metrics of docs/metrics.md: rtt_ms, plr (lost over sent), poll_time_ms, bulk_rows, errors.
[[nodiscard]] QList<MetricSample> metricSamples(const AgentFacts &facts);

// Where walks keep what an agent stood well. Called on the engine's thread.
class WalkMemory
{
public:
    virtual ~WalkMemory() = default;
    [[nodiscard]] virtual std::optional<WalkTraits> recall(const Oid &sysObjectId) = 0;
    virtual void remember(const Oid &sysObjectId, const WalkTraits &traits) = 0;
};

} // namespace Portolan::Snmp

Q_DECLARE_METATYPE(Portolan::Snmp::Response)
Q_DECLARE_METATYPE(Portolan::Snmp::WalkSummary)
Q_DECLARE_METATYPE(Portolan::Snmp::AgentFacts)
