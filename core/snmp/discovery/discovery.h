// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/discovery/scanrange.h"
#include "core/snmp/oid.h"
#include "core/snmp/security.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

class Station;

// One thing to try at every address.
struct DiscoveryCredential
{
    QString label = {}; // what people call it; never the secret
    Version version = Version::V2c;
    // Version 3.
    QString user = {};
    Level level = Level::NoAuthNoPriv;
    AuthProtocol authProtocol = AuthProtocol::Sha256;
    PrivProtocol privProtocol = PrivProtocol::Aes128;

    Credentials secrets = {};
};

struct DiscoveryRequest
{
    ScanRange range;
    // Tried in this order, communities first; the first one that is let in ends it.
    std::vector<DiscoveryCredential> credentials = {};
    // Also asks for the engine's id (RFC 3414, section 4): every agent of version 3 answers that,
    // whatever the credential. Users are tried only where it was answered.
    bool findEngines = true;
    double rate = 100;                       // packets a second, with those sent again
    int inFlight = 256;                      // addresses that are waited for at once
    std::chrono::milliseconds timeout{1000}; // of each packet
    int retries = 1;

    // What it costs where nobody answers: told before it begins.
    [[nodiscard]] quint64 mostPackets() const;
    [[nodiscard]] std::chrono::milliseconds longest() const;
};

// An agent. It may be told again, with more, when a late answer says more.
struct FoundAgent
{
    quint32 place = 0; // number of the address in the range
    QHostAddress address = {};
    quint16 port = 161;
    std::optional<int> credential = {}; // number in the request; nothing: none of them is let in
    QString credentialLabel = {};
    Version version = Version::V2c;
    QString name = {};        // sysName
    QString description = {}; // sysDescr
    QString location = {};    // sysLocation
    Oid objectId = {};        // sysObjectID
    QString vendor = {};      // by the enterprise's number; "enterprise 99999" where it has no name
    std::optional<quint32> uptime = {}; // hundredths of a second
    QByteArray engineId = {};           // of version 3, also where a community was let in
    double rttMs = 0;
    bool late = false;         // after its time limit
    QString answeredFrom = {}; // another address than the one that was asked
    QString refusal = {};      // why the last user was not let in
    // Others of this run that have the same engine id.
    QStringList sameEngineAt = {};
    bool sameEngineIsAnother =
        false; // by its clock another device; else one with several addresses

    [[nodiscard]] QString addressText() const { return ScanPlace{address, port}.text(); }
};

struct DiscoveryProgress
{
    quint64 total = 0;       // addresses
    quint64 done = 0;        // of them
    quint64 found = 0;       // agents
    quint64 refused = 0;     // addresses: a machine is there, and no agent (ICMP)
    quint64 unreachable = 0; // addresses: the network knows no way to them
    quint64 silent = 0;      // addresses
    quint64 sent = 0;        // packets
    quint64 received = 0;    // packets
    quint64 late = 0;        // answers
    quint64 unexpected = 0;  // packets that are no answer to anything
    std::chrono::milliseconds elapsed{};
    std::chrono::milliseconds left{}; // at most
};

// Asks many addresses whether an agent is there: the handle of a scanner on the engine's thread.
// Lives on the thread that made it, with a Qt event loop; methods and signals are there. One
// socket a family, no thread of its own. Agents are told as they come, ten times a second at most.
// It only reads, and only: sysDescr, sysObjectID, sysUpTime, sysName, sysLocation, the engine's id.
// From start() until finished() or failed(), one of which comes exactly once, or until it is
// destroyed, which ends it at once without a word.
class Discovery : public QObject
{
    Q_OBJECT
public:
    Discovery(std::shared_ptr<Station> station, DiscoveryRequest request,
              QObject *parent = nullptr);
    ~Discovery() override;

    void start();  // once
    void cancel(); // failed() comes later, with Cancelled; nothing is sent any more
    [[nodiscard]] const DiscoveryProgress &progress() const;

Q_SIGNALS:
    void found(const QList<Portolan::Snmp::FoundAgent> &agents);
    void progressed(const Portolan::Snmp::DiscoveryProgress &progress);
    void finished();
    void failed(const Portolan::Error &error); // in place of finished()

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Snmp

Q_DECLARE_METATYPE(Portolan::Snmp::FoundAgent)
Q_DECLARE_METATYPE(Portolan::Snmp::DiscoveryProgress)
