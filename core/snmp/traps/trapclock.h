// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/trap.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <utility>

namespace Portolan::Snmp {

// What the clocks of senders look like from here. Pure but for what it remembers; one thread.
// A sender is an address and, where it names one, an engine or the agent behind it. At most 5,000
// senders are kept, the one that was quiet longest goes.
struct TrapClockFacts
{
    QString from = {};
    quint64 notifications = 0;
    qint64 firstReceived = 0; // milliseconds since 1970
    qint64 lastReceived = 0;
    std::optional<quint32> uptime = {}; // of the last one that said so, hundredths of a second
    int restarts = 0;                   // that its uptime shows
    qint64 restartedAt = 0;             // the last one, milliseconds since 1970
    int jumps = 0;                      // uptime far ahead of the time that passed
    int reordered = 0;                  // a little back: overtaken on the way
    // The last DateAndTime among its varbinds against our clock: positive, it is ahead.
    std::optional<double> offsetSeconds = {};
    QString offsetObject = {};  // its name
    bool offsetIsLocal = false; // it says no time zone; taken as our own
};

class TrapClocks
{
public:
    // Rejected messages say nothing of clocks.
    void note(const Smi::Snapshot &snapshot, const Trap &trap);
    [[nodiscard]] QList<TrapClockFacts> facts() const;

private:
    std::map<std::pair<QString, QByteArray>, TrapClockFacts> m_facts;
};

// DateAndTime (RFC 2579): milliseconds since 1970, and whether it says its time zone. Nothing where
// the octets are no date.
struct DateAndTime
{
    qint64 time = 0;
    bool hasZone = false;
};
[[nodiscard]] std::optional<DateAndTime> dateAndTimeOf(const QByteArray &octets);

// What the receiver knows, judged: ids snmp.trap.*.
struct TrapFacts
{
    TrapStats stats = {};
    QList<TrapClockFacts> clocks = {};
    bool anyCommunity = false;
    quint64 lost = 0;          // by the queue to who shows them
    bool isListening = false;  // now; then the two below count
    qint64 now = 0;            // milliseconds since 1970; 0: who is silent is not judged
    qint64 listeningSince = 0; // the same clock
};
[[nodiscard]] QList<Finding> judgeTraps(const TrapFacts &facts);
[[nodiscard]] FindingText trapFindingText(const Finding &finding);

} // namespace Portolan::Snmp
