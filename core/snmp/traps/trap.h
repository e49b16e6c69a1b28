// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/metricsample.h"
#include "core/base/secret.h"
#include "core/runtime/batchqueue.h"
#include "core/snmp/security.h"
#include "core/snmp/varbind.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

// Why a message to the receiver of notifications was not taken for one.
enum class Rejection : std::uint8_t {
    None,
    NotSnmp,           // garbage, truncated, or damaged
    NotANotification,  // a GET, for example
    WrongCommunity,    // not one of those that are accepted
    UnknownUser,       // not one of those on the list
    WrongDigest,       // another authentication password or protocol, or forged
    NotDecrypted,      // another privacy password or protocol
    LevelTooLow,       // less secure than is asked of this user
    LevelNotPossible,  // more secure than the keys that are known of this user
    NotInTime,         // older than what was received before: delayed, or replayed
    UnknownModel,      // a security model other than USM
    VersionNotAllowed, // no community or no user is accepted at all
};
constexpr std::size_t kRejections = 12;

// "wrongDigest": for JSON and export, never translated.
[[nodiscard]] QString rejectionName(Rejection rejection);
// "rejected, because ...", one sentence of the current language.
[[nodiscard]] QString rejectionText(Rejection rejection);

// What came to the receiver: a notification in the form of version 2 (RFC 3584, section 3.1, where
// it came in version 1's), or the news of messages that were rejected. Plain value, any thread;
// names and texts are made of it when they are shown (core/snmp/traps/traptext.h). No secret: the
// community is there only where the receiver was told to keep it.
struct Trap
{
    enum class Kind : std::uint8_t { Trap, Inform, Rejected };

    // What version 1 says besides.
    struct First
    {
        Oid enterprise;
        std::array<std::uint8_t, 4> agent{};
        std::int32_t generic = 0;
        std::int32_t specific = 0;
    };

    quint64 number = 0; // of this receiver, from 1
    Kind kind = Kind::Trap;
    Version version = Version::V2c;
    Level level = Level::NoAuthNoPriv;
    Rejection rejection = Rejection::None;
    bool overTcp = false;
    quint16 port = 0;
    quint32 bytes = 0;   // of the message
    quint32 repeats = 0; // of a rejection: others like it since the last one that was told
    qint64 received = 0; // milliseconds since 1970, our clock
    QString from = {};   // the address of the sender
    QByteArray community = {};
    QByteArray user = {};
    QByteArray engineId = {}; // of the authoritative engine; of a trap, the sender's
    QByteArray contextEngineId = {};
    QByteArray contextName = {};
    std::optional<quint32> uptime = {}; // hundredths of a second
    Oid notification = {};
    Varbinds varbinds = {}; // without sysUpTime.0 and snmpTrapOID.0
    std::optional<First> first = {};
    QByteArray head = {}; // of a rejected message: how it begins

    // What it takes in memory, for budgets.
    [[nodiscard]] std::size_t cost() const;
};

using TrapPtr = std::shared_ptr<const Trap>;
using TrapQueue = BatchQueue<TrapPtr>;

// Whom the receiver believes. Secrets; move-only.
struct TrapUser
{
    QString name;
    Level level = Level::NoAuthNoPriv;   // the best that its keys allow
    Level minimum = Level::NoAuthNoPriv; // less is rejected
    AuthProtocol authProtocol = AuthProtocol::Sha256;
    PrivProtocol privProtocol = PrivProtocol::Aes128;
    Credentials credentials = {};
};

struct TrapKeys
{
    bool anyCommunity = true;
    std::vector<Secret> communities = {}; // those that are accepted, where not any is
    std::vector<TrapUser> users = {};     // several may have one name
};

// Where the receiver listens and what it keeps. Plain value, no secret.
struct ListenTarget
{
    static constexpr quint16 kPort = 162;
    static constexpr quint16 kPortWithoutRights = 1162;

    QString host = {}; // empty: every address of this machine, IPv4 and IPv6
    quint16 port = kPort;
    bool udp = true;
    bool tcp = false;
    bool keepCommunity = false;
    int receiveBuffer = 8 << 20; // bytes that are asked of the system
    QByteArray engineId = {};    // ours, for informs of version 3; empty: one of this machine
};

struct TrapStats
{
    quint64 messages = 0;
    quint64 bytes = 0;
    quint64 traps = 0;
    quint64 informs = 0;
    quint64 acknowledged = 0; // informs
    quint64 discoveries = 0;  // version 3: who asked who we are, or for our clock
    std::array<quint64, kRejections> rejected{};
    // Messages that the system threw away because we did not read them in time; nothing where the
    // system does not tell.
    std::optional<quint64> kernelDrops = {};
    quint64 notAcknowledged = 0;     // informs whose acknowledgement could not be sent
    quint64 sources = 0;             // addresses, up to 10,000
    int connections = 0;             // TCP, now
    int receiveBuffer = 0;           // bytes that the system gave; 0: unknown
    std::optional<double> rate = {}; // notifications a second, over the last five

    [[nodiscard]] quint64 allRejected() const;
};

// trap_rate, errors (rejected messages) and plr (of the kernel's drops) as docs/metrics.md has
// them.
[[nodiscard]] QList<MetricSample> metricSamples(const TrapStats &stats);

struct Listening
{
    QStringList addresses = {}; // "127.0.0.1:1162"
    quint16 port = 0;
    QByteArray engineId = {};
    int receiveBuffer = 0;
};

} // namespace Portolan::Snmp

Q_DECLARE_METATYPE(Portolan::Snmp::TrapStats)
Q_DECLARE_METATYPE(Portolan::Snmp::Listening)
