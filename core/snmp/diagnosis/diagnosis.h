// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/snmp/diagnosis/vacm.h"
#include "core/snmp/faults.h"
#include "core/snmp/request.h"
#include "core/snmp/snmpaddress.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace Portolan::Snmp {

// What a probe of an agent found out, and what that means. Plain values, any thread, no secrets:
// of communities only those that everybody knows are named. Nothing: it was not looked at, or could
// not be.

// "usmStatsWrongDigests", "silence": never translated.
[[nodiscard]] QString faultName(Fault fault);

// One credential that was tried. What came back is told by the fault: None is an answer to the
// request, up to 18 an answer that refuses it, for which the keys were right as well.
struct Trial
{
    enum class Role {
        Asked,            // as the address has it
        OtherVersion,     // 1 and 2c, the same community
        DefaultCommunity, // "public" or "private", which `name` says
        Discovery,        // version 3 without a user: does an engine answer?
        LowerLevel,
        HigherLevel,
        OtherAuth,        // another digest with the same password, without privacy
        SwappedAuth,      // the privacy password for authentication
        OtherPriv,        // another cipher
        SwappedPriv,      // the authentication password for privacy
        WithOtherAuth,    // everything, with the digest that was found
        NoContext,        // without the context
        OwnContextEngine, // without the engine of the context
    };
    Role role = Role::Asked;
    Version version = Version::V2c;
    Level level = Level::NoAuthNoPriv;
    AuthProtocol auth = AuthProtocol::Sha256;
    PrivProtocol priv = PrivProtocol::Aes128;
    QString name = {};
    Fault fault = Fault::Silence;
    Error::Kind kind = Error::Kind::Timeout; // where there is a fault
    QString what = {};                       // likewise

    [[nodiscard]] bool isGranted() const { return fault == Fault::None; }
    // The agent accepted who we are, whatever it said of the request.
    [[nodiscard]] bool isAccepted() const { return static_cast<int>(fault) <= 18; }
    // Anything came back at all.
    [[nodiscard]] bool isHeard() const
    {
        return static_cast<int>(fault) < 200 || fault == Fault::NotDecrypted;
    }
    [[nodiscard]] QString protocols() const; // "SHA-256 AES-128", as far as the level needs them
    [[nodiscard]] QString text() const;      // "3 authPriv SHA-256 AES-128: usmStatsWrongDigests"
};

// An object that somebody misses.
struct ObjectFacts
{
    Oid oid;
    Fault fault = Fault::None; // of a GET
    ValueType type = ValueType::Null;
    std::optional<Oid> below = {}; // the first object that a GETNEXT finds in its subtree
};

struct TableFacts
{
    QString name;
    Oid oid = {};
    int rows = 0; // varbinds that one GETBULK brought
    double ms = 0;
};

struct BulkFacts
{
    Fault fault = Fault::None; // of 10 repetitions
    int asked = 0;
    int got = 0;
    int largest = 0;       // repetitions that went through, of those that were tried
    int tooBigAt = 0;      // 0: none
    bool nextWorks = true; // GETNEXT
};

struct CounterFacts
{
    Oid oid;
    quint64 before = 0;
    quint64 after = 0;
    bool isWide = false; // 64 bits
};

struct DiagnosisFacts
{
    AgentTarget target;
    bool hasAuthPassword = false;
    bool hasPrivPassword = false;
    QString usualCommunity = {};   // "public" or "private", where that was given
    QStringList prefixes = {};     // where agents may be: "10.0.0.0/8"
    QByteArray knownEngineId = {}; // from an earlier time
    bool cancelled = false;

    QList<Trial> trials = {};          // the first one as it was asked
    AgentFacts agent = {};             // at the end
    QString description = {};          // sysDescr
    int visible = 0;                   // of the three objects that were asked for at first
    std::optional<bool> anything = {}; // a GETNEXT from the root finds anything, where they are not

    std::optional<quint32> upTimeBefore = {}; // hundredths of a second
    std::optional<quint32> upTimeAfter = {};
    qint64 msBetween = 0;
    std::optional<BulkFacts> bulk = {};
    QList<TableFacts> tables = {};
    QList<ObjectFacts> objects = {};
    std::optional<Vacm> vacm = {};
    std::optional<WalkSummary> walk = {};
    int burst = 0; // requests at once, and how many were lost
    int burstLost = 0;
    std::optional<QDateTime> clock = {}; // hrSystemDate with its time zone
    QDateTime clockAsked = {};           // ours then
    QStringList trapTargets = {};
    std::optional<bool> authTraps = {};
    QList<CounterFacts> counters = {};
    int narrow = 0; // fast interfaces with 32-bit counters only
    std::optional<quint64> badCommunities = {};
    std::optional<quint64> silentDrops = {};
    std::optional<quint64> wrongDigests = {};
    std::optional<Fault> set = {}; // of the same value, where that was allowed

    [[nodiscard]] const Trial *find(Trial::Role role) const;
    [[nodiscard]] const Trial *granted(Trial::Role role) const;
    [[nodiscard]] const Trial *accepted(Trial::Role role) const;
};

// What one click does about a finding: the values of Finding::action. Each changes one thing of how
// the agent is asked, or asks for one thing; none writes at the agent.
namespace Action {
inline constexpr QLatin1String kUsePriv("snmp.use_priv");       // the finding's third argument
inline constexpr QLatin1String kUseAuth("snmp.use_auth");       // likewise
inline constexpr QLatin1String kUseLevel("snmp.use_level");     // likewise
inline constexpr QLatin1String kUseVersion("snmp.use_version"); // the second argument
inline constexpr QLatin1String kUsePublic("snmp.use_public");   // version 2 or 1 with it: likewise
inline constexpr QLatin1String kUseUsual("snmp.use_usual");     // the community: the first argument
inline constexpr QLatin1String kSamePassword("snmp.same_password");
inline constexpr QLatin1String kSwapPasswords("snmp.swap_passwords");
inline constexpr QLatin1String kGiveCredential("snmp.give_credential");
inline constexpr QLatin1String kEncrypt("snmp.encrypt"); // version 3, authPriv, to be filled in
inline constexpr QLatin1String kNoContext("snmp.no_context");
inline constexpr QLatin1String kOwnEngine("snmp.own_engine");
inline constexpr QLatin1String kUseBulk("snmp.use_bulk");
inline constexpr QLatin1String kNoBulk("snmp.no_bulk");
inline constexpr QLatin1String kSpreadPolls("snmp.spread_polls");
inline constexpr QLatin1String kWaitLonger("snmp.wait_longer");
inline constexpr QLatin1String kUsualPort("snmp.usual_port");
inline constexpr QLatin1String kAskThere("snmp.ask_there"); // the address in the evidence
inline constexpr QLatin1String kWalkAll("snmp.walk_all");
inline constexpr QLatin1String kWalkObject("snmp.walk_object"); // the first argument
} // namespace Action

// The findings, the gravest first; every one has its words in textOf(). "snmp.auth.password".
// "snmp.fine" only where the agent gave something to this very credential and nothing is amiss.
[[nodiscard]] QList<Finding> judge(const DiagnosisFacts &facts);
[[nodiscard]] FindingText textOf(const Finding &finding);
// What a command ends with: nothing where no finding is an error.
[[nodiscard]] std::optional<Error::Kind> blockingKind(const DiagnosisFacts &facts);

} // namespace Portolan::Snmp
