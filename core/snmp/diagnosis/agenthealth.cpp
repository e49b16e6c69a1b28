// SPDX-License-Identifier: GPL-3.0-or-later
// What a probe asks an agent that answers.
#include "core/snmp/diagnosis/agentproberun.h"
#include "core/snmp/words.h"

#include <QHostAddress>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace Portolan::Snmp {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const Oid kDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
const Oid kContact{1, 3, 6, 1, 2, 1, 1, 4, 0};
const Oid kBadCommunities{1, 3, 6, 1, 2, 1, 11, 4, 0};
const Oid kAuthTraps{1, 3, 6, 1, 2, 1, 11, 30, 0};
const Oid kSilentDrops{1, 3, 6, 1, 2, 1, 11, 31, 0};
const Oid kWrongDigests{1, 3, 6, 1, 6, 3, 15, 1, 1, 5, 0};
const Oid kDate{1, 3, 6, 1, 2, 1, 25, 1, 2, 0};
const Oid kTargetAddress{1, 3, 6, 1, 6, 3, 12, 1, 2, 1, 3};
const Oid kInOctets{1, 3, 6, 1, 2, 1, 2, 2, 1, 10};
const Oid kSpeed{1, 3, 6, 1, 2, 1, 2, 2, 1, 5};
const Oid kWideInOctets{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 6};
constexpr std::uint32_t kGigabit = 1'000'000'000;
constexpr int kBulk = 10;
constexpr int kBurst = 24;
constexpr int kMostCounters = 20;

struct NamedTable
{
    const char *name;
    std::initializer_list<std::uint32_t> oid;
};
// What is polled and large, and slow at many an agent.
const NamedTable kTables[] = {
    {"ifTable", {1, 3, 6, 1, 2, 1, 2, 2}},
    {"ifXTable", {1, 3, 6, 1, 2, 1, 31, 1, 1}},
    {"ipNetToMediaTable", {1, 3, 6, 1, 2, 1, 4, 22}},
    {"ipCidrRouteTable", {1, 3, 6, 1, 2, 1, 4, 24, 4}},
    {"inetCidrRouteTable", {1, 3, 6, 1, 2, 1, 4, 24, 7}},
    {"tcpConnectionTable", {1, 3, 6, 1, 2, 1, 6, 19}},
    {"dot1dTpFdbTable", {1, 3, 6, 1, 2, 1, 17, 4, 3}},
    {"dot1qTpFdbTable", {1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 2}},
    {"hrStorageTable", {1, 3, 6, 1, 2, 1, 25, 2, 3}},
    {"hrSWRunTable", {1, 3, 6, 1, 2, 1, 25, 4, 2}},
    {"entPhysicalTable", {1, 3, 6, 1, 2, 1, 47, 1, 1, 1}},
    {"lldpRemTable", {1, 0, 8802, 1, 1, 2, 1, 4, 1}},
};

// DateAndTime with its time zone; without one it says a time of nowhere (RFC 2579, section 2).
std::optional<QDateTime> dateOf(const QByteArray &octets)
{
    if (octets.size() != 11)
        return {};
    const auto at = [&octets](qsizetype i) {
        return static_cast<int>(static_cast<unsigned char>(octets.at(i)));
    };
    int offset = at(9) * 3600 + at(10) * 60;
    if (octets.at(8) == '-')
        offset = -offset;
    else if (octets.at(8) != '+')
        return {};
    const QDateTime made(QDate(at(0) * 256 + at(1), at(2), at(3)),
                         QTime(at(4), at(5), std::min(at(6), 59)), Qt::OffsetFromUTC, offset);
    return made.isValid() ? std::optional(made) : std::nullopt;
}

QString addressText(const QByteArray &octets)
{
    // TransportAddress: IPv4 or IPv6, and a port (RFC 3419).
    if (octets.size() != 6 && octets.size() != 18)
        return QString::fromLatin1(octets.toHex(' '));
    const qsizetype size = octets.size() - 2;
    QHostAddress host;
    if (size == 4) {
        quint32 number = 0;
        for (qsizetype i = 0; i < 4; ++i)
            number = number << 8U | static_cast<unsigned char>(octets.at(i));
        host.setAddress(number);
    } else {
        Q_IPV6ADDR v6{};
        std::copy(octets.begin(), octets.begin() + size, &v6.c[0]);
        host.setAddress(v6);
    }
    const int port = static_cast<unsigned char>(octets.at(size)) * 256 +
                     static_cast<unsigned char>(octets.at(size + 1));
    return (size == 4 ? host.toString() : QString(u'[' + host.toString() + u']')) + u':' +
           QString::number(port);
}

} // namespace

void AgentProbe::Private::planHealth()
{
    step(tr("Looking at what can be seen."), [this] { doView(); });
    step(tr("Trying what else would be let in."), [this] { doCredentials(); });
    step(tr("Reading counters."), [this] { doCounters(false); });
    if (target.version != Version::V1)
        step(tr("Trying GETBULK."), [this] { doBulk({kBulk, 25, 50}); });
    if (target.version != Version::V1)
        step(tr("Measuring tables."), [this] {
            std::vector<std::pair<QString, Oid>> tables;
            for (const NamedTable &each : kTables)
                tables.emplace_back(QString::fromLatin1(each.name), Oid(each.oid));
            for (const Oid &each : request.objects)
                tables.emplace_back(each.text(), each);
            doTables(std::move(tables));
        });
    if (!request.objects.empty())
        step(tr("Looking for the objects."), [this] { doObjects(0); });
    step(tr("Reading who may see what."), [this] { doVacm(); });
    step(tr("Reading clock and trap receivers."), [this] { doClocks(); });
    if (request.trySet)
        step(tr("Writing what is there already."), [this] { doSet(); });
    if (request.walk) {
        step(tr("Walking."), [this] { doWalk(); });
        step(tr("Asking many questions at once."), [this] { doBurst(); });
    }
    step(tr("Reading counters."), [this] { doCounters(true); });
}

void AgentProbe::Private::doView()
{
    if (facts.visible > 0) {
        next();
        return;
    }
    ask(Snmp::Request::getNext({Oid{1, 3}}), [this](const Result<Response> &result) {
        if (result && !result->varbinds.empty())
            facts.anything = !result->varbinds.front().value.isException();
        next();
    });
}

void AgentProbe::Private::doCredentials()
{
    std::vector<Attempt> attempts;
    if (target.version != Version::V3) {
        Attempt engine = attempt(Role::Discovery);
        engine.target.version = Version::V3;
        engine.target.user = QStringLiteral("portolan");
        engine.target.level = Level::NoAuthNoPriv;
        attempts.push_back(std::move(engine));
        if (target.version == Version::V1) {
            Attempt newer = attempt(Role::OtherVersion);
            newer.target.version = Version::V2c;
            attempts.push_back(std::move(newer));
        }
    } else if (target.level != Level::NoAuthNoPriv) {
        Attempt lower = attempt(Role::LowerLevel);
        lower.target.level = Level::NoAuthNoPriv;
        attempts.push_back(std::move(lower));
    }
    if (request.tryDefaults) {
        for (const char *usual : {"public", "private"}) {
            Attempt one = attempt(Role::DefaultCommunity);
            one.trial.name = QString::fromLatin1(usual);
            if (one.target.version == Version::V3)
                one.target.version = Version::V2c;
            one.credentials.community = Secret(usual);
            if (facts.usualCommunity != one.trial.name)
                attempts.push_back(std::move(one));
        }
    }
    tryAll(std::move(attempts), [this] { next(); });
}

void AgentProbe::Private::doBulk(std::vector<int> sizes)
{
    if (sizes.empty()) {
        next();
        return;
    }
    const int size = sizes.front();
    sizes.erase(sizes.begin());
    if (!facts.bulk)
        facts.bulk = BulkFacts{};
    Snmp::Request bulk = Snmp::Request::getBulk({Oid{1, 3, 6, 1, 2, 1}}, 0, size);
    bulk.timeout = quick;
    bulk.retries = 1;
    ask(std::move(bulk), [this, size, sizes](const Result<Response> &result) {
        BulkFacts &bulkFacts = *facts.bulk;
        const Fault fault = result ? Fault::None : faultOf(result.error());
        if (size == kBulk) {
            bulkFacts.fault = fault;
            bulkFacts.asked = size;
        }
        if (fault == Fault::TooBig) {
            bulkFacts.tooBigAt = size;
            next();
            return;
        }
        if (result && !result->varbinds.empty()) {
            bulkFacts.asked = size;
            bulkFacts.got = static_cast<int>(result->varbinds.size());
            if (bulkFacts.got >= size || result->varbinds.back().value.isException())
                bulkFacts.largest = size;
            else if (bulkFacts.got < size) {
                next();
                return;
            }
            doBulk(sizes);
            return;
        }
        // Does it answer otherwise? Else it is no matter of GETBULK.
        Snmp::Request one = Snmp::Request::getNext({Oid{1, 3, 6, 1, 2, 1}});
        ask(std::move(one), [this](const Result<Response> &answer) {
            facts.bulk->nextWorks = answer && !answer->varbinds.empty();
            next();
        });
    });
}

void AgentProbe::Private::doTables(std::vector<std::pair<QString, Oid>> left)
{
    const bool isUseless = facts.bulk && facts.bulk->got == 0;
    if (left.empty() || isUseless) {
        next();
        return;
    }
    const auto [name, oid] = left.front();
    left.erase(left.begin());
    ask(Snmp::Request::getBulk({oid}, 0, kBulk),
        [this, name = name, oid = oid, left](const Result<Response> &result) {
            if (result) {
                TableFacts table{name, oid};
                table.ms = std::chrono::duration<double, std::milli>(result->rtt).count();
                for (const Varbind &each : result->varbinds)
                    table.rows += each.oid.startsWith(oid) && !each.value.isException() ? 1 : 0;
                if (table.rows > 0)
                    facts.tables.append(table);
            }
            doTables(left);
        });
}

void AgentProbe::Private::doObjects(std::size_t index)
{
    if (index >= request.objects.size()) {
        next();
        return;
    }
    const Oid oid = request.objects[index];
    ask(Snmp::Request::get({oid}), [this, oid, index](const Result<Response> &result) {
        ObjectFacts object;
        object.oid = oid;
        if (!result)
            object.fault = faultOf(result.error());
        else if (!result->varbinds.empty())
            object.type = result->varbinds.front().value.type();
        facts.objects.append(object);
        if (result && !result->varbinds.empty() && !result->varbinds.front().value.isException()) {
            doObjects(index + 1);
            return;
        }
        ask(Snmp::Request::getNext({oid}), [this, oid, index](const Result<Response> &below) {
            if (below && !below->varbinds.empty() && below->varbinds.front().oid.startsWith(oid) &&
                !below->varbinds.front().value.isException())
                facts.objects.last().below = below->varbinds.front().oid;
            doObjects(index + 1);
        });
    });
}

void AgentProbe::Private::doVacm()
{
    WalkRequest walk;
    walk.roots = {Vacm::root()};
    walk.mostVarbinds = 20'000;
    walk.mostTime = 10s;
    walkThese(std::move(walk), [this](Varbinds &&rows, const WalkSummary &) {
        Vacm vacm;
        vacm.take(rows);
        vacm.finish();
        if (!vacm.isEmpty())
            facts.vacm = std::move(vacm);
        next();
    });
}

void AgentProbe::Private::doClocks()
{
    ask(Snmp::Request::get({kDate, kAuthTraps, kBadCommunities, kSilentDrops, kWrongDigests}),
        [this](const Result<Response> &result) {
            if (result && result->varbinds.size() == 5) {
                facts.clockAsked = QDateTime::currentDateTimeUtc();
                facts.clock = dateOf(result->varbinds[0].value.bytes());
                const auto number = [&](std::size_t i) -> std::optional<quint64> {
                    const Value &value = result->varbinds[i].value;
                    return value.isNumber() ? std::optional<quint64>(value.toUint()) : std::nullopt;
                };
                if (const auto traps = number(1))
                    facts.authTraps = *traps == 1;
                facts.badCommunities = number(2);
                facts.silentDrops = number(3);
                facts.wrongDigests = number(4);
            }
            WalkRequest walk;
            walk.roots = {kTargetAddress};
            walk.mostVarbinds = 200;
            walk.mostTime = 5s;
            walkThese(std::move(walk), [this](Varbinds &&rows, const WalkSummary &) {
                for (const Varbind &each : rows)
                    facts.trapTargets += addressText(each.value.bytes());
                next();
            });
        });
}

// Octets of some interfaces with sysUpTime in the same message, at the beginning and at the end.
void AgentProbe::Private::doCounters(bool again)
{
    const auto take = [this, again](const Result<Response> &result) {
        if (!result || result->varbinds.empty()) {
            next();
            return;
        }
        const auto now = Clock::now();
        const Value &up = result->varbinds.front().value;
        if (up.type() == ValueType::TimeTicks) {
            const auto ticks = static_cast<quint32>(up.toUint());
            if (again) {
                facts.upTimeAfter = ticks;
                facts.msBetween =
                    std::chrono::duration_cast<std::chrono::milliseconds>(now - began).count();
            }
        }
        for (std::size_t i = 1; i < result->varbinds.size(); ++i) {
            const Varbind &each = result->varbinds[i];
            const bool isWide = each.value.type() == ValueType::Counter64;
            if (!isWide && each.value.type() != ValueType::Counter32)
                continue;
            if (!again) {
                facts.counters.append({each.oid, each.value.toUint(), each.value.toUint(), isWide});
                continue;
            }
            for (CounterFacts &counter : facts.counters) {
                if (counter.oid == each.oid)
                    counter.after = each.value.toUint();
            }
        }
        next();
    };
    if (again) {
        std::vector<Oid> oids{kUpTime};
        for (const CounterFacts &each : std::as_const(facts.counters))
            oids.push_back(each.oid);
        ask(Snmp::Request::get(oids), take);
        return;
    }
    // Which interfaces there are, and how fast.
    WalkRequest walk;
    walk.roots = {kInOctets, kWideInOctets, kSpeed};
    walk.mostVarbinds = 600;
    walk.mostTime = 4s;
    walkThese(std::move(walk), [this, take](Varbinds &&rows, const WalkSummary &) {
        std::map<std::uint32_t, std::pair<bool, bool>> interfaces; // fast, wide
        std::vector<Oid> wide;
        std::vector<Oid> narrow;
        for (const Varbind &each : rows) {
            if (each.value.isException())
                continue;
            if (each.oid.startsWith(kSpeed))
                interfaces[each.oid.last()].first = each.value.toUint() >= kGigabit;
            else if (each.oid.startsWith(kWideInOctets)) {
                interfaces[each.oid.last()].second = true;
                wide.push_back(each.oid);
            } else {
                narrow.push_back(each.oid);
            }
        }
        for (const auto &[index, kind] : interfaces)
            facts.narrow += kind.first && !kind.second ? 1 : 0;
        std::vector<Oid> oids{kUpTime};
        for (const auto *list : {&wide, &narrow}) {
            for (const Oid &each : *list) {
                if (static_cast<int>(oids.size()) <= kMostCounters)
                    oids.push_back(each);
            }
        }
        ask(Snmp::Request::get(oids), take);
    });
}

void AgentProbe::Private::doWalk()
{
    WalkRequest walk;
    walk.roots = request.roots;
    walk.mostVarbinds = request.mostVarbinds;
    walk.mostTime = request.mostTime;
    walkThese(std::move(walk), [this](Varbinds &&, const WalkSummary &summary) {
        facts.walk = summary;
        next();
    });
}

void AgentProbe::Private::doBurst()
{
    facts.burst = kBurst;
    const auto left = std::make_shared<int>(kBurst);
    for (int i = 0; i < kBurst; ++i) {
        Snmp::Request one = Snmp::Request::get({kDescr, kUpTime});
        one.retries = 0;
        one.timeout = target.timeout;
        ask(std::move(one), [this, left](const Result<Response> &result) {
            facts.burstLost += !result && faultOf(result.error()) == Fault::Silence ? 1 : 0;
            if (--*left == 0)
                next();
        });
    }
}

// Only with consent. The value is the one that was read just before.
void AgentProbe::Private::doSet()
{
    ask(Snmp::Request::get({kContact}), [this](const Result<Response> &result) {
        if (!result || result->varbinds.empty() || result->varbinds.front().value.isException()) {
            next();
            return;
        }
        ask(Snmp::Request::set(result->varbinds), [this](const Result<Response> &written) {
            facts.set = written                       ? Fault::None
                        : written.error().native == 0 ? Fault::Unreachable
                                                      : faultOf(written.error());
            next();
        });
    });
}

} // namespace Portolan::Snmp
