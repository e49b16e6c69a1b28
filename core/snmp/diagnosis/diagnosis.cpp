// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/diagnosis.h"

#include "core/base/findingexport.h"
#include "core/snmp/words.h"

#include <QHostAddress>

#include <algorithm>
#include <vector>

namespace Portolan::Snmp {

namespace {

using Severity = Finding::Severity;
using Role = Trial::Role;

constexpr const char *kUsm = "RFC 3414, section 3.2";
constexpr const char *kVacmReference = "RFC 3415, section 3";
constexpr double kSlowAgentMs = 500;
constexpr double kSlowRowMs = 20; // of a table, and five times what other tables take
constexpr double kSlowTimes = 5;
constexpr double kLossy = 0.02;
constexpr quint32 kRecent = 10 * 60 * 100; // hundredths of a second
constexpr qint64 kClockOff = 60;           // seconds
constexpr quint32 kLatched = 2'147'483'647;
constexpr int kMostLines = 60;

// "10.0.0.1:161" and "[::1]:161" without the port.
QHostAddress addressIn(const QString &peer)
{
    QString host = peer.left(peer.lastIndexOf(QLatin1Char(':')));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    return QHostAddress(host);
}

QString millis(double ms)
{
    return QString::number(ms, 'f', ms < 10 ? 1 : 0);
}

QString timeText(quint32 hundredths)
{
    const quint32 seconds = hundredths / 100;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

class Judge
{
public:
    explicit Judge(const DiagnosisFacts &facts)
        : m_facts(facts)
        , m_target(facts.target)
    {
    }
    QList<Finding> all()
    {
        if (m_facts.trials.isEmpty())
            return {};
        login();
        place();
        engine();
        if (asked().isGranted()) {
            view();
            objects();
            writing();
            security();
            bulk();
            speed();
            walk();
            counters();
            restarts();
            clockAndTraps();
            vacm();
        }
        if (isFine())
            add("fine", Severity::Ok, {m_target.display()});
        return bySeverity(m_found);
    }

private:
    void add(const char *id, Severity severity, const QStringList &arguments = {},
             const QString &evidence = {}, const char *reference = "", QLatin1String action = {})
    {
        m_found.append({.id = QStringLiteral("snmp.") + QLatin1String(id),
                        .severity = severity,
                        .arguments = arguments,
                        .evidence = evidence,
                        .action = action,
                        .reference = QLatin1String(reference)});
    }
    [[nodiscard]] const Trial &asked() const { return m_facts.trials.first(); }
    [[nodiscard]] bool isVersion3() const { return m_target.version == Version::V3; }
    [[nodiscard]] QString user() const { return plainLine(m_target.user, 40); }
    [[nodiscard]] QString tried() const
    {
        QStringList lines;
        for (const Trial &each : m_facts.trials)
            lines += each.text();
        return lines.join(QLatin1Char('\n'));
    }
    // Never without an answer to this very credential, nor before everything was looked at.
    [[nodiscard]] bool isFine() const
    {
        return !m_facts.cancelled && asked().isGranted() &&
               (m_facts.visible > 0 || m_facts.anything.value_or(false)) &&
               std::none_of(m_found.begin(), m_found.end(), [](const Finding &f) {
                   return f.severity == Severity::Error || f.severity == Severity::Warning;
               });
    }

    // Why the credential is not let in -----------------------------------------------------------

    void login()
    {
        const Trial &trial = asked();
        switch (trial.fault) {
        case Fault::None:
            if (m_facts.visible > 0 || m_facts.anything.value_or(false))
                accepted();
            return;
        case Fault::Unreachable:
            if (trial.kind == Error::Kind::Usage)
                add("usage", Severity::Error, {trial.what}, {}, "RFC 3414, section 11.2");
            else if (trial.kind != Error::Kind::Cancelled)
                add("unreachable", Severity::Error, {m_target.display(), trial.what});
            return;
        case Fault::Closed:
            add("closed", Severity::Error, {m_target.host, QString::number(m_target.port)},
                trial.what, "",
                m_target.port == AgentTarget::kPort ? QLatin1String() : Action::kUsualPort);
            return;
        case Fault::Elsewhere:
            add("elsewhere", Severity::Error, {trial.what}, m_facts.agent.elsewhereFrom,
                "RFC 3417, section 3.1", Action::kAskThere);
            return;
        default:
            break;
        }
        if (!isVersion3())
            community();
        else if (m_target.level == Level::AuthPriv && isPrivacyInQuestion())
            privacy();
        else
            userRefused();
    }

    void accepted()
    {
        if (!isVersion3())
            add("login.community", Severity::Ok, {versionName(m_target.version)},
                m_facts.description, "RFC 3584, section 5.2");
        else if (m_target.level == Level::NoAuthNoPriv)
            add("login.user_only", Severity::Ok, {user()}, m_facts.description, kUsm);
        else
            add("login.ok", Severity::Ok, {user(), levelName(m_target.level), asked().protocols()},
                m_facts.description, kUsm);
    }

    void community()
    {
        const Trial &trial = asked();
        if (trial.fault == Fault::Unreadable) {
            add("not_snmp", Severity::Error, {m_target.display()}, trial.what);
            return;
        }
        if (trial.isAccepted()) {
            refused();
            return;
        }
        if (const Trial *other = m_facts.granted(Role::OtherVersion)) {
            add("version.other", Severity::Error,
                {versionName(m_target.version), versionName(other->version)}, tried(), "",
                Action::kUseVersion);
            return;
        }
        if (const Trial *usual = m_facts.granted(Role::DefaultCommunity)) {
            add("community.wrong_usual_works", Severity::Error, {usual->name}, tried(),
                "RFC 3584, section 5.2", Action::kUseUsual);
            return;
        }
        const Trial *engine = m_facts.find(Role::Discovery);
        if (engine && engine->isHeard())
            add("community.wrong", Severity::Error, {m_target.host}, tried(),
                "RFC 3584, section 5.2", Action::kGiveCredential);
        else
            add("silence", Severity::Error, {m_target.host, QString::number(m_target.port)},
                tried(), "RFC 3584, section 5.2", Action::kGiveCredential);
    }

    // The agent let the credential in, and refuses the request.
    void refused()
    {
        const Trial &trial = asked();
        if (trial.fault == Fault::AuthorizationError)
            authorization();
        else
            add("refused", Severity::Error, {trial.what}, trial.text());
    }

    [[nodiscard]] bool isPrivacyInQuestion() const
    {
        const Fault fault = asked().fault;
        if (fault == Fault::DecryptionError || fault == Fault::NotDecrypted)
            return true;
        if (fault != Fault::Silence && fault != Fault::Unreadable)
            return false;
        // Silence has many reasons; a lower level that the agent knows leaves privacy.
        return !m_facts.accepted(Role::NoContext) && !m_facts.accepted(Role::OwnContextEngine) &&
               std::any_of(m_facts.trials.begin(), m_facts.trials.end(), [](const Trial &each) {
                   return each.role == Role::LowerLevel && each.level == Level::AuthNoPriv &&
                          each.isAccepted();
               });
    }

    void privacy()
    {
        // With SHA-256 and longer a cipher is right in both variants: the usual one is named.
        const Trial *other = nullptr;
        for (const Trial &each : m_facts.trials)
            if (each.role == Role::OtherPriv && each.isAccepted() &&
                (other == nullptr || each.priv < other->priv))
                other = &each;
        if (other != nullptr)
            add("priv.protocol", Severity::Error,
                {user(), privProtocolName(m_target.privProtocol), privProtocolName(other->priv)},
                tried(), kUsm, Action::kUsePriv);
        else if (m_facts.accepted(Role::SwappedPriv))
            add("priv.same", Severity::Error, {user()}, tried(), kUsm, Action::kSamePassword);
        else
            add("priv.wrong", Severity::Error, {user(), privProtocolName(m_target.privProtocol)},
                tried(), kUsm, Action::kGiveCredential);
    }

    void userRefused()
    {
        const Trial &trial = asked();
        switch (trial.fault) {
        case Fault::UnknownUserName:
            add("user.unknown", Severity::Error, {user()}, trial.text(), kUsm,
                Action::kGiveCredential);
            return;
        case Fault::WrongDigest:
            digest();
            return;
        case Fault::UnsupportedSecLevel:
            level();
            return;
        case Fault::NotInTimeWindow:
            add("engine.clock", Severity::Error, {m_target.host}, trial.text(),
                "RFC 3414, section 3.2, step 7");
            return;
        case Fault::UnknownContext:
        case Fault::UnavailableContext:
            add("context.unknown", Severity::Error, {plainLine(m_target.context, 40)}, trial.text(),
                "RFC 3413, section 3.2",
                m_facts.accepted(Role::NoContext) ? Action::kNoContext : QLatin1String());
            return;
        case Fault::UnknownEngineId:
        case Fault::UnknownPduHandler:
            add(m_target.contextEngineId.isEmpty() ? "engine.refused" : "context.engine",
                Severity::Error, {QString::fromLatin1(m_target.contextEngineId.toHex())},
                trial.text(), "RFC 3412, section 7.2",
                m_target.contextEngineId.isEmpty() ? QLatin1String() : Action::kOwnEngine);
            return;
        case Fault::UnknownSecurityModel:
        case Fault::InvalidMessage:
            add("version.no_usm", Severity::Error, {m_target.host}, trial.text(),
                "RFC 3412, section 7.2");
            return;
        case Fault::AuthorizationError:
            authorization();
            return;
        case Fault::Silence:
        case Fault::NoEngineId:
        case Fault::Unreadable:
            quiet();
            return;
        default:
            add("refused", Severity::Error, {trial.what}, trial.text());
        }
    }

    void digest()
    {
        if (const Trial *other = m_facts.accepted(Role::OtherAuth)) {
            add("auth.protocol", Severity::Error,
                {user(), authProtocolName(m_target.authProtocol), authProtocolName(other->auth)},
                tried(), kUsm, Action::kUseAuth);
            const Trial *whole = m_facts.find(Role::WithOtherAuth);
            if (whole && !whole->isAccepted() && whole->fault != Fault::UnsupportedSecLevel)
                privacy();
        } else if (m_facts.accepted(Role::SwappedAuth)) {
            add("auth.swapped", Severity::Error, {user()}, tried(), kUsm, Action::kSwapPasswords);
        } else {
            add("auth.wrong", Severity::Error, {user(), authProtocolName(m_target.authProtocol)},
                tried(), kUsm, Action::kGiveCredential);
        }
    }

    void level()
    {
        // The highest level that the user has at the agent.
        for (const Level each : {Level::AuthNoPriv, Level::NoAuthNoPriv}) {
            for (const Trial &trial : m_facts.trials) {
                if (trial.role != Role::LowerLevel || trial.level != each)
                    continue;
                if (trial.isAccepted() || trial.fault == Fault::WrongDigest) {
                    add("level.unsupported", Severity::Error,
                        {user(), levelName(m_target.level), levelName(each)}, tried(), kUsm,
                        trial.isGranted() ? Action::kUseLevel : QLatin1String());
                    if (trial.fault == Fault::WrongDigest)
                        add("auth.wrong", Severity::Error,
                            {user(), authProtocolName(m_target.authProtocol)}, trial.text(), kUsm,
                            Action::kGiveCredential);
                    return;
                }
            }
        }
        add("level.none", Severity::Error, {user(), levelName(m_target.level)}, tried(), kUsm);
    }

    void authorization()
    {
        const Trial &trial = asked();
        const char *reference = kVacmReference;
        if (m_facts.granted(Role::NoContext)) {
            add("context.access", Severity::Error, {plainLine(m_target.context, 40)}, tried(),
                reference, Action::kNoContext);
            return;
        }
        if (const Trial *higher = m_facts.granted(Role::HigherLevel)) {
            add("level.low", Severity::Error,
                {user(), levelName(m_target.level), levelName(higher->level)}, tried(), reference,
                Action::kUseLevel);
            return;
        }
        if (isVersion3() && m_target.level != Level::AuthPriv)
            add("level.low_or_access", Severity::Error, {user(), levelName(m_target.level)},
                tried(), reference, Action::kEncrypt);
        else
            add("access.none", Severity::Error,
                {isVersion3() ? user() : versionName(m_target.version)}, trial.text(), reference);
    }

    void quiet()
    {
        if (m_facts.accepted(Role::NoContext)) {
            if (!m_facts.accepted(Role::OwnContextEngine)) {
                add("context.unknown", Severity::Error, {plainLine(m_target.context, 40)}, tried(),
                    "RFC 3413, section 3.2", Action::kNoContext);
                return;
            }
        }
        if (m_facts.accepted(Role::OwnContextEngine)) {
            add("context.engine", Severity::Error,
                {QString::fromLatin1(m_target.contextEngineId.toHex())}, tried(),
                "RFC 3412, section 7.2", Action::kOwnEngine);
            return;
        }
        const Trial *engine = m_facts.find(Role::Discovery);
        if (engine && engine->isHeard()) {
            add("silence.after_discovery", Severity::Error, {m_target.host, user()}, tried(), kUsm,
                Action::kWaitLonger);
            return;
        }
        if (const Trial *usual = m_facts.granted(Role::DefaultCommunity)) {
            add("version.no_v3", Severity::Error, {m_target.host, versionName(usual->version)},
                tried(), "RFC 3414, section 4",
                usual->name == QLatin1String("public") ? Action::kUsePublic : QLatin1String());
            return;
        }
        if (asked().fault == Fault::Unreadable)
            add("not_snmp", Severity::Error, {m_target.display()}, asked().what);
        else
            add("silence.v3", Severity::Error, {m_target.host, QString::number(m_target.port)},
                tried(), "RFC 3414, section 4");
    }

    // Where the agent is, and who it says it is -------------------------------------------------

    void place()
    {
        const QHostAddress address = addressIn(m_facts.agent.peer);
        const bool heard = m_facts.agent.received > 0;
        if (m_facts.prefixes.isEmpty() || address.isNull() || !heard)
            return;
        const bool inside =
            std::any_of(m_facts.prefixes.begin(), m_facts.prefixes.end(), [&](const QString &each) {
                const auto subnet = QHostAddress::parseSubnet(each);
                return subnet.second >= 0 && address.isInSubnet(subnet);
            });
        if (!inside)
            add("prefix.outside", Severity::Warning,
                {address.toString(), m_facts.prefixes.join(QStringLiteral(", "))},
                m_facts.agent.peer);
    }

    void engine()
    {
        const AgentFacts &agent = m_facts.agent;
        const QString id = QString::fromLatin1(agent.engineId.toHex());
        if (!agent.sameEngineAt.isEmpty())
            add(agent.sameEngineIsAnother ? "engine.duplicate" : "engine.shared",
                agent.sameEngineIsAnother ? Severity::Error : Severity::Info, {agent.sameEngineAt},
                id, "RFC 3411, section 3.1.1");
        if (!m_facts.knownEngineId.isEmpty() && !agent.engineId.isEmpty() &&
            m_facts.knownEngineId != agent.engineId)
            add("engine.changed", Severity::Warning,
                {QString::fromLatin1(m_facts.knownEngineId.toHex()), id}, id,
                "RFC 3411, section 3.1.1");
        if (agent.engineBoots == kLatched)
            add("engine.latched", Severity::Error, {m_target.host}, id, "RFC 3414, section 2.2.2");
    }

    // What the credential may do ----------------------------------------------------------------

    void view()
    {
        if (m_facts.visible > 0)
            return;
        if (m_facts.anything.value_or(false))
            add("view.no_system", Severity::Warning, {}, {}, kVacmReference, Action::kWalkAll);
        else if (m_facts.anything)
            add("view.nothing", Severity::Error, {}, {}, kVacmReference);
        else
            add("view.unknown", Severity::Warning);
    }

    // The view that this credential reads through; only a user's is known for sure.
    [[nodiscard]] std::optional<Vacm::Access> ownAccess() const
    {
        if (!m_facts.vacm || !isVersion3())
            return {};
        const auto group = m_facts.vacm->groupOf(3, m_target.user.toUtf8());
        return group ? m_facts.vacm->accessOf(*group, m_target.context.toUtf8(), 3, m_target.level)
                     : std::nullopt;
    }

    void objects()
    {
        const auto access = ownAccess();
        for (const ObjectFacts &each : m_facts.objects) {
            const QString oid = each.oid.text();
            if (each.fault == Fault::AuthorizationError || each.fault == Fault::NoAccess) {
                add("object.denied", Severity::Error, {oid}, faultName(each.fault), kVacmReference);
            } else if (each.fault != Fault::None) {
                add("object.failed", Severity::Error, {oid, faultName(each.fault)});
            } else if (each.type < ValueType::NoSuchObject) {
                add("object.there", Severity::Ok, {oid});
            } else if (access && !each.below && !m_facts.vacm->includes(access->read, each.oid)) {
                add("object.hidden", Severity::Error,
                    {oid, plainLine(QString::fromUtf8(access->read), 40)},
                    m_facts.vacm->lines(kMostLines).join(QLatin1Char('\n')), kVacmReference);
            } else if (each.below) {
                add("object.instance", Severity::Warning, {oid, each.below->text()},
                    valueTypeName(each.type), "RFC 2578, section 7", Action::kWalkObject);
            } else {
                add(access ? "object.absent" : "object.absent_or_hidden", Severity::Warning, {oid},
                    valueTypeName(each.type), "RFC 3416, section 4.2.1");
            }
        }
    }

    void writing()
    {
        const bool isUsual = !m_facts.usualCommunity.isEmpty();
        if (m_facts.set) {
            const QString evidence = QStringLiteral("SET sysContact.0: ") + faultName(*m_facts.set);
            switch (*m_facts.set) {
            case Fault::None:
                if (isUsual)
                    add("community.usual_writes", Severity::Error, {m_facts.usualCommunity},
                        evidence, "RFC 3584, section 5.2");
                else
                    add("write.yes", isVersion3() ? Severity::Info : Severity::Warning, {},
                        evidence);
                return;
            case Fault::NoAccess:
            case Fault::AuthorizationError:
            case Fault::NotWritable:
            case Fault::ReadOnly:
            case Fault::NoSuchName:
                add("write.no", Severity::Ok, {}, evidence, kVacmReference);
                return;
            default:
                add("write.unclear", Severity::Info, {faultName(*m_facts.set)}, evidence);
                return;
            }
        }
        if (const auto access = ownAccess())
            add(access->write.isEmpty() || access->write == "none" ? "write.vacm_no"
                                                                   : "write.vacm_yes",
                Severity::Info, {user(), plainLine(QString::fromUtf8(access->write), 40)}, {},
                kVacmReference);
    }

    void security()
    {
        const Trial *engine = m_facts.find(Role::Discovery);
        if (!isVersion3())
            add(engine && engine->isHeard() ? "clear_v3" : "clear", Severity::Info,
                {versionName(m_target.version)}, {}, "RFC 3584, section 5.2",
                engine && engine->isHeard() ? Action::kEncrypt : QLatin1String());
        QStringList usual;
        if (!m_facts.usualCommunity.isEmpty())
            usual += m_facts.usualCommunity;
        for (const Trial &each : m_facts.trials) {
            if (each.role == Role::DefaultCommunity && each.isGranted())
                usual += each.name;
        }
        if (!usual.isEmpty())
            add("community.usual", Severity::Warning, {usual.join(QStringLiteral(", "))});
        if (!isVersion3())
            return;
        if (m_target.level == Level::NoAuthNoPriv)
            add("level.no_auth", Severity::Warning, {user()}, {}, "RFC 3414, section 1.4.1",
                Action::kEncrypt);
        else if (m_target.level == Level::AuthNoPriv)
            add("level.no_priv", Severity::Info, {user()}, {}, "RFC 3414, section 1.4.1",
                Action::kEncrypt);
        if (m_facts.granted(Role::LowerLevel))
            add("level.open", Severity::Warning, {user()}, tried(), kVacmReference);
        if (m_target.level != Level::NoAuthNoPriv && m_target.authProtocol == AuthProtocol::Md5)
            add("weak.auth", Severity::Warning, {authProtocolName(m_target.authProtocol)}, {},
                "RFC 7860, section 4");
        if (m_target.level == Level::AuthPriv && m_target.privProtocol == PrivProtocol::Des)
            add("weak.priv", Severity::Warning, {privProtocolName(m_target.privProtocol)}, {},
                "RFC 3826, section 1");
    }

    // How well it answers -----------------------------------------------------------------------

    void bulk()
    {
        if (m_target.version == Version::V1) {
            if (m_facts.granted(Role::OtherVersion))
                add("bulk.v2c_works", Severity::Info,
                    {versionName(m_target.version), versionName(Version::V2c)}, {},
                    "RFC 3416, section 4.2.3", Action::kUseVersion);
            return;
        }
        if (!m_facts.bulk)
            return;
        const BulkFacts &bulk = *m_facts.bulk;
        const char *reference = "RFC 3416, section 4.2.3";
        if (bulk.got == 0 && bulk.tooBigAt == 0) {
            if (bulk.nextWorks)
                add("bulk.unsupported", Severity::Warning, {}, faultName(bulk.fault), reference,
                    m_target.bulk ? Action::kNoBulk : QLatin1String());
            else
                add("bulk.unclear", Severity::Warning, {}, faultName(bulk.fault), reference);
            return;
        }
        if (bulk.tooBigAt > 0)
            add("bulk.too_big", Severity::Warning,
                {QString::number(bulk.tooBigAt), QString::number(std::max(bulk.largest, 1))}, {},
                reference);
        else if (bulk.largest < bulk.asked)
            add("bulk.short", Severity::Info,
                {QString::number(bulk.got), QString::number(bulk.asked)}, {}, reference);
        if (!m_target.bulk)
            add("bulk.unused", Severity::Info, {}, {}, reference, Action::kUseBulk);
    }

    void speed()
    {
        const AgentFacts &agent = m_facts.agent;
        if (agent.rttMs && *agent.rttMs > kSlowAgentMs)
            add("slow.agent", Severity::Warning, {millis(*agent.rttMs)}, {}, "",
                Action::kWaitLonger);
        std::vector<double> each;
        double quickest = 1e9;
        for (const TableFacts &table : m_facts.tables)
            quickest = std::min(quickest, table.ms);
        for (const TableFacts &table : m_facts.tables)
            each.push_back((table.ms - quickest) / table.rows);
        std::sort(each.begin(), each.end());
        const double usual = each.empty() ? 0 : each[each.size() / 2];
        for (const TableFacts &table : m_facts.tables) {
            // All slow alike: then there is no way to it of its own to take off.
            const double perRow = m_facts.tables.size() == 1 ? table.ms / table.rows
                                                             : (table.ms - quickest) / table.rows;
            if (perRow > kSlowRowMs && (m_facts.tables.size() < 3 || perRow > kSlowTimes * usual))
                add("slow.table", Severity::Warning, {table.name, millis(perRow)},
                    QStringLiteral("%1: %2 rows, %3 ms")
                        .arg(table.oid.text(), QString::number(table.rows), millis(table.ms)));
        }
        if (m_facts.burst > 0 && m_facts.burstLost > 0)
            add("load.lost", Severity::Warning,
                {QString::number(m_facts.burstLost), QString::number(m_facts.burst)}, {}, "",
                Action::kSpreadPolls);
        const quint64 beside = static_cast<quint64>(std::max(m_facts.burstLost, 0));
        if (agent.sent > 50 && agent.lost > beside &&
            static_cast<double>(agent.lost - beside) > kLossy * static_cast<double>(agent.sent))
            add("lost", Severity::Warning,
                {QString::number(agent.lost - beside), QString::number(agent.sent)});
        if (agent.wrongId > 0)
            add("wrong_id", Severity::Warning, {QString::number(agent.wrongId)}, {},
                "RFC 3416, section 4.2");
        if (agent.malformed > 0)
            add("malformed", Severity::Warning, {QString::number(agent.malformed)});
        if (agent.elsewhere > 0)
            add("elsewhere.some", Severity::Warning, {agent.elsewhereFrom}, agent.elsewhereFrom,
                "RFC 3417, section 3.1", Action::kAskThere);
    }

    void walk()
    {
        if (!m_facts.walk)
            return;
        const WalkSummary &walk = *m_facts.walk;
        const QString evidence = QStringLiteral("%1 varbinds, %2 requests, %3 ms")
                                     .arg(walk.varbinds)
                                     .arg(walk.requests)
                                     .arg(walk.elapsed.count());
        const Fault fault = walk.problem ? faultOf(*walk.problem) : Fault::None;
        if (fault == Fault::NotIncreasing)
            add("walk.loop", Severity::Error, {walk.problem->what}, evidence,
                "RFC 3416, section 4.2.2");
        else if (fault == Fault::NoProgress)
            add("walk.empty", Severity::Error, {walk.problem->what}, evidence,
                "RFC 3416, section 4.2.3");
        else if (fault == Fault::GenErr)
            add("walk.gen_err", Severity::Error, {walk.problem->detail}, evidence);
        else if (walk.problem && fault != Fault::TooMuch &&
                 walk.problem->kind != Error::Kind::Cancelled)
            add("walk.failed", Severity::Error, {walk.problem->what},
                walk.problem->detail + QLatin1Char('\n') + evidence);
        else
            add("walk.ok", Severity::Ok,
                {QString::number(walk.varbinds), QString::number(walk.elapsed.count()),
                 QString::number(walk.rowsPerRequest, 'f', 1)},
                evidence);
        if (walk.tooBig > 0 && (!m_facts.bulk || m_facts.bulk->tooBigAt == 0))
            add("walk.too_big", Severity::Info,
                {QString::number(walk.tooBig), QString::number(walk.repetitions)}, evidence);
    }

    void counters()
    {
        const bool restarted = hasRestarted();
        for (const CounterFacts &each : m_facts.counters) {
            if (each.after >= each.before || restarted)
                continue;
            // One wrap of 32 bits is usual; one of 64 never happens.
            const bool isWrap = !each.isWide && each.before > 0x80000000ULL;
            if (!isWrap) {
                add("counters.reset", Severity::Warning,
                    {each.oid.text(), QString::number(each.before), QString::number(each.after)},
                    {}, "RFC 2863, section 3.1.5");
                break;
            }
        }
        if (m_facts.narrow > 0)
            add("counters.narrow", Severity::Warning, {QString::number(m_facts.narrow)}, {},
                "RFC 2863, section 3.1.6");
        if (m_facts.badCommunities.value_or(0) > 0)
            add("counters.communities", Severity::Info, {QString::number(*m_facts.badCommunities)},
                QStringLiteral("snmpInBadCommunityNames"), "RFC 3418, section 2");
        if (m_facts.wrongDigests.value_or(0) > 0)
            add("counters.digests", Severity::Info, {QString::number(*m_facts.wrongDigests)},
                QStringLiteral("usmStatsWrongDigests"), kUsm);
        if (m_facts.silentDrops.value_or(0) > 0)
            add("counters.drops", Severity::Info, {QString::number(*m_facts.silentDrops)},
                QStringLiteral("snmpSilentDrops"), "RFC 3418, section 2");
    }

    // sysUpTime wraps after 497 days: a decrease near its end is none.
    [[nodiscard]] bool hasRestarted() const
    {
        return m_facts.agent.engineWasRestarted || (m_facts.upTimeBefore && m_facts.upTimeAfter &&
                                                    *m_facts.upTimeAfter < *m_facts.upTimeBefore &&
                                                    *m_facts.upTimeBefore < 0xffff0000U);
    }

    void restarts()
    {
        if (hasRestarted()) {
            add("restart.now", Severity::Error, {},
                m_facts.upTimeBefore && m_facts.upTimeAfter
                    ? QString(timeText(*m_facts.upTimeBefore) + QStringLiteral(" → ") +
                              timeText(*m_facts.upTimeAfter))
                    : QString());
            return;
        }
        if (!m_facts.upTimeBefore)
            return;
        if (*m_facts.upTimeBefore < kRecent)
            add("restart.recent", Severity::Info, {timeText(*m_facts.upTimeBefore)},
                m_facts.agent.engineBoots > 0 ? QString(QStringLiteral("snmpEngineBoots ") +
                                                        QString::number(m_facts.agent.engineBoots))
                                              : QString());
        if (m_facts.upTimeAfter && m_facts.msBetween > 3000) {
            const double passed = (*m_facts.upTimeAfter - *m_facts.upTimeBefore) * 10.0;
            const auto expected = static_cast<double>(m_facts.msBetween);
            if (passed < expected * 0.5)
                add("clock.stands", Severity::Warning, {millis(passed), millis(expected)},
                    QStringLiteral("sysUpTime"));
        }
    }

    void clockAndTraps()
    {
        if (m_facts.clock) {
            const qint64 off = m_facts.clockAsked.secsTo(*m_facts.clock);
            if (off > kClockOff || off < -kClockOff)
                add(off > 0 ? "clock.ahead" : "clock.behind", Severity::Warning,
                    {QString::number(off > 0 ? off : -off)}, m_facts.clock->toString(Qt::ISODate),
                    "RFC 2790, section 4.2");
        }
        if (!m_facts.trapTargets.isEmpty())
            add("traps.to", Severity::Info,
                {m_facts.trapTargets.mid(0, 8).join(QStringLiteral(", "))},
                m_facts.trapTargets.join(QLatin1Char('\n')), "RFC 3413, section 4.1");
        if (m_facts.authTraps && !*m_facts.authTraps)
            add("traps.auth_off", Severity::Info, {}, QStringLiteral("snmpEnableAuthenTraps"),
                "RFC 3418, section 2");
    }

    void vacm()
    {
        if (!m_facts.vacm)
            return;
        const Vacm &vacm = *m_facts.vacm;
        add("vacm.shown", Severity::Info, {QString::number(vacm.groups.size())},
            vacm.lines(kMostLines).join(QLatin1Char('\n')), kVacmReference);
        QStringList writers;
        for (const Vacm::Group &each : vacm.groups) {
            for (const Vacm::Access &row : vacm.access) {
                if (row.group != each.group || each.model == 3 || row.write.isEmpty() ||
                    (row.model != 0 && row.model != each.model))
                    continue;
                const bool writesSystem = vacm.includes(row.write, Oid{1, 3, 6, 1, 2, 1, 1, 4, 0});
                const QString name = plainLine(QString::fromUtf8(each.user), 40);
                if (writesSystem && !writers.contains(name))
                    writers += name;
            }
        }
        if (!writers.isEmpty())
            add("vacm.clear_writers", Severity::Warning,
                {writers.mid(0, 8).join(QStringLiteral(", "))},
                vacm.lines(kMostLines).join(QLatin1Char('\n')), kVacmReference);
    }

    const DiagnosisFacts &m_facts;
    const AgentTarget &m_target;
    QList<Finding> m_found;
};

} // namespace

QList<Finding> judge(const DiagnosisFacts &facts)
{
    return Judge(facts).all();
}

std::optional<Error::Kind> blockingKind(const DiagnosisFacts &facts)
{
    if (facts.cancelled)
        return Error::Kind::Cancelled;
    if (!facts.trials.isEmpty() && !facts.trials.first().isGranted()) {
        const Trial &asked = facts.trials.first();
        // A silence that was found to be a wrong privacy password is no matter of time.
        const auto findings = judge(facts);
        const bool isLogin = std::any_of(findings.begin(), findings.end(), [](const Finding &each) {
            const QString &id = each.id;
            return id.startsWith(QLatin1String("snmp.priv.")) ||
                   id.startsWith(QLatin1String("snmp.auth.")) ||
                   id.startsWith(QLatin1String("snmp.community."));
        });
        return isLogin ? Error::Kind::Auth : asked.kind;
    }
    const auto findings = judge(facts);
    if (std::any_of(findings.begin(), findings.end(),
                    [](const Finding &each) { return each.severity == Severity::Error; }))
        return Error::Kind::Refused;
    return {};
}

} // namespace Portolan::Snmp
