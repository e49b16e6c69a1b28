// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>
#include <map>

namespace Portolan::Ntp {

// What a server has done, besides what it does now: the memory of a diagnosis. Plain value, one
// thread; bounded, whatever comes.
struct ServerRecord
{
    static constexpr std::size_t kMostSamples = 512;
    static constexpr qsizetype kMostKept = 96; // bytes of a packet

    struct Seen
    {
        quint64 count = 0;
        Instant last = {};
        QByteArray packet = {}; // of the first one
        Header header = {};
    };

    void take(const Outcome &outcome, const ServerState &server);

    std::deque<Sample> samples;
    std::map<ReplyFault, Seen> faults; // of answers that were authentic, or did not have to be
    std::map<MacState, Seen> macs;
    std::map<Nts::Protection, Seen> protections;
    std::map<QString, Seen> kisses;
    std::map<int, quint64> refusals; // by the system's error
    quint64 polls = 0;               // that have ended
    quint64 silent = 0;
    int answeredAtFirst = 0;  // polls in a row, from the first one
    bool silentSince = false; // and every one after those was silent

    quint64 late = 0;
    quint64 duplicates = 0;
    quint64 contradictions = 0; // second answers that say something else
    quint64 forged = 0;
    quint64 untold = 0; // more of the two above, that were only counted
    QByteArray forgedPacket = {};
    quint64 elsewhere = 0; // from another address or port
    QHostAddress elsewhereAddress = {};
    quint16 elsewherePort = 0;

    bool autokey = false;
    QSet<quint16> extensions = {};
    quint64 leapFlips = 0;
    quint64 stratumFlips = 0;
    quint64 refidFlips = 0;
    std::optional<Header> header = {}; // of the last measurement
    QByteArray packet = {};            // likewise
    std::optional<Seconds> referenceAge = {};

private:
    struct Answered
    {
        Timestamp origin;
        QByteArray packet;
    };
    std::deque<Answered> m_answered;
    Outcome::Kind m_last = Outcome::Kind::Measured;
};

// Keeps the records of all servers of a Monitor, from when it is made. On the monitor's thread;
// must not outlive it. Forgets servers that are gone, and begins anew for an address that changed.
class Recorder : public QObject
{
    Q_OBJECT

public:
    explicit Recorder(const Monitor &monitor, QObject *parent = nullptr);

    [[nodiscard]] const ServerRecord &record(quint64 server) const;
    [[nodiscard]] Instant since() const { return m_since; }

private:
    void forget();

    const Monitor &m_monitor;
    QHash<quint64, ServerRecord> m_records;
    QHash<quint64, QHostAddress> m_addresses;
    const Instant m_since;
};

} // namespace Portolan::Ntp
