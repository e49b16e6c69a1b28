// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/listener.h"

#include "core/snmp/traps/trapform.h"
#include "core/snmp/wire/berreader.h"
#include "core/snmp/words.h"

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr auto kStatsInterval = std::chrono::milliseconds(250);
constexpr auto kRateSpan = std::chrono::seconds(5);
constexpr auto kToldInterval = std::chrono::seconds(1);
constexpr std::size_t kMostTold = 4096;
constexpr std::size_t kMostSources = 10'000;
constexpr std::size_t kHead = 64;
constexpr std::uint8_t kReportable = 4;
constexpr std::int32_t kUsm = 3;

// usmStats (RFC 3414, section 5).
constexpr std::uint32_t kUnsupportedSecLevels = 1;
constexpr std::uint32_t kNotInTimeWindows = 2;
constexpr std::uint32_t kUnknownUserNames = 3;
constexpr std::uint32_t kUnknownEngineIds = 4;
constexpr std::uint32_t kWrongDigests = 5;
constexpr std::uint32_t kDecryptionErrors = 6;

std::optional<std::span<const std::uint8_t>> communityOf(std::span<const std::uint8_t> message)
{
    Wire::BerReader reader(message);
    Wire::BerReader content = reader.inside(Wire::Ber::kSequence);
    if (!content.integer())
        return {};
    return content.octets(Wire::Ber::kOctetString);
}

// Of a version 3 message in clear; 0 where it cannot be read (RFC 3412, section 7.1, step 3).
std::int32_t requestIdOf(std::span<const std::uint8_t> message)
{
    Wire::BerReader reader(message);
    Wire::BerReader content = reader.inside(Wire::Ber::kSequence);
    static_cast<void>(content.integer());
    static_cast<void>(content.octets(Wire::Ber::kSequence));
    static_cast<void>(content.octets(Wire::Ber::kOctetString));
    Wire::BerReader scoped = content.inside(Wire::Ber::kSequence);
    static_cast<void>(scoped.octets(Wire::Ber::kOctetString));
    static_cast<void>(scoped.octets(Wire::Ber::kOctetString));
    for (unsigned tag = 0xa0; tag <= 0xa8; ++tag) {
        Wire::BerReader copy = scoped;
        if (const auto id = copy.inside(static_cast<std::uint8_t>(tag)).integer())
            return static_cast<std::int32_t>(*id);
    }
    return 0;
}

std::uint32_t counterFor(Rejection rejection)
{
    switch (rejection) {
    case Rejection::UnknownUser:
        return kUnknownUserNames;
    case Rejection::WrongDigest:
        return kWrongDigests;
    case Rejection::NotDecrypted:
        return kDecryptionErrors;
    case Rejection::LevelTooLow:
    case Rejection::LevelNotPossible:
        return kUnsupportedSecLevels;
    default:
        return 0;
    }
}

QByteArray bytesOf(std::span<const std::uint8_t> from)
{
    return QByteArray(reinterpret_cast<const char *>(from.data()),
                      static_cast<qsizetype>(from.size()));
}

} // namespace

Listener::Listener(PeerHost &host, quint64 number, ListenerSetup setup)
    : m_host(host)
    , m_number(number)
    , m_target(setup.target)
    , m_anyCommunity(setup.keys.anyCommunity)
    , m_communities(std::move(setup.keys.communities))
    , m_queues(setup.queues)
    , m_events(setup.events)
    , m_engine(QByteArray("trap receiver " + QByteArray::number(setup.target.port)))
{
    if (!m_target.engineId.isEmpty())
        m_engine = LocalEngine(m_target.engineId, Clock::now(), LocalEngine::bootsNow());
    for (const TrapUser &user : setup.keys.users) {
        if (auto added = m_users.add(user); !added) {
            m_events.failed(added.error());
            return;
        }
    }
    if (const auto opened = open(setup); !opened) {
        m_doors.clear();
        m_events.failed(opened.error());
    }
}

void Listener::take(std::span<const std::uint8_t> message, Clock::time_point now)
{
    onMessage(message, {.address = QHostAddress(QHostAddress::LocalHost), .port = 1}, now);
}

QString Listener::textOf(const QHostAddress &address)
{
    if (const auto found = m_sources.constFind(address); found != m_sources.cend())
        return *found;
    QString text = address.toString();
    if (static_cast<std::size_t>(m_sources.size()) < kMostSources) {
        m_sources.insert(address, text);
        m_stats.sources = static_cast<quint64>(m_sources.size());
    }
    return text;
}

std::shared_ptr<Trap> Listener::begun(std::span<const std::uint8_t> message,
                                      const Origin &from) const
{
    auto trap = std::make_shared<Trap>();
    trap->bytes = static_cast<quint32>(message.size());
    trap->port = from.port;
    trap->overTcp = from.connection != nullptr;
    trap->received = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    return trap;
}

void Listener::onMessage(std::span<const std::uint8_t> message, const Origin &from,
                         Clock::time_point now)
{
    ++m_stats.messages;
    m_stats.bytes += message.size();
    statsChanged(now);
    switch (Wire::versionField(message)) {
    case 0:
    case 1:
        onCommunityMessage(message, from, now);
        return;
    case 3:
        onUserMessage(message, from, now);
        return;
    default:
        reject(Rejection::NotSnmp, message, from, now);
        return;
    }
}

void Listener::onCommunityMessage(std::span<const std::uint8_t> message, const Origin &from,
                                  Clock::time_point now)
{
    const auto community = communityOf(message);
    if (!community) {
        reject(Rejection::NotSnmp, message, from, now);
        return;
    }
    const std::string_view text(reinterpret_cast<const char *>(community->data()),
                                community->size());
    if (!m_anyCommunity) {
        const bool isOne =
            std::any_of(m_communities.begin(), m_communities.end(),
                        [text](const Secret &each) { return each.reveal() == text; });
        if (!isOne) {
            reject(m_communities.empty() ? Rejection::VersionNotAllowed : Rejection::WrongCommunity,
                   message, from, now);
            return;
        }
    }
    Wire::Decoded decoded = m_host.codec().decode(message);
    if (decoded.fault != Wire::Fault::None) {
        reject(Rejection::NotSnmp, message, from, now);
        return;
    }
    const Wire::PduType type = decoded.pdu.type;
    if (type != Wire::PduType::TrapV1 && type != Wire::PduType::TrapV2 &&
        type != Wire::PduType::Inform) {
        reject(Rejection::NotANotification, message, from, now);
        return;
    }
    auto trap = begun(message, from);
    trap->version = decoded.version;
    trap->from = textOf(from.address);
    if (m_target.keepCommunity)
        trap->community = bytesOf(*community);
    if (type == Wire::PduType::Inform) {
        trap->kind = Trap::Kind::Inform;
        // RFC 3416, section 4.2.7: the same varbinds come back.
        Wire::Pdu response = decoded.pdu;
        response.type = Wire::PduType::Response;
        response.errorStatus = 0;
        response.errorIndex = 0;
        acknowledge(decoded,
                    m_host.codec().encode(Wire::CommunityMessage{decoded.version, text}, response),
                    from);
    }
    if (decoded.pdu.trap) {
        const Wire::TrapV1 &first = *decoded.pdu.trap;
        trap->first = Trap::First{first.enterprise, first.agent, first.generic, first.specific};
        decoded.pdu.varbinds = secondForm(first, decoded.pdu.varbinds);
    }
    deliver(std::move(trap), std::move(decoded.pdu.varbinds), now);
}

void Listener::onUserMessage(std::span<const std::uint8_t> message, const Origin &from,
                             Clock::time_point now)
{
    const auto header = Wire::readHeader(message);
    if (!header) {
        reject(Rejection::NotSnmp, message, from, now);
        return;
    }
    if (header->securityModel != kUsm) {
        reject(Rejection::UnknownModel, message, from, now, &*header);
        return;
    }
    if (m_users.isEmpty()) {
        reject(Rejection::VersionNotAllowed, message, from, now, &*header);
        return;
    }
    const bool reportable = (header->flags & kReportable) != 0;
    const bool isOurs = header->engineId == m_engine.id();
    const bool isClear = (header->flags & 2U) == 0;
    // RFC 3414, section 4: who asks for our id. An engine's id has five octets at least.
    const auto identify = [&] {
        ++m_stats.discoveries;
        report(*header, kUnknownEngineIds, m_stats.discoveries, nullptr,
               isClear ? requestIdOf(message) : 0, from, now);
    };
    if (header->engineId.size() < 5) {
        if (reportable)
            identify();
        else
            reject(Rejection::NotSnmp, message, from, now, &*header);
        return;
    }
    TrapUsers::Verdict verdict = m_users.decode(m_host.codec(), message, *header);
    if (verdict.rejection != Rejection::None) {
        if (reportable && !isOurs) {
            identify(); // with another engine's id no key of ours could be right
            return;
        }
        reject(verdict.rejection, message, from, now, &*header);
        if (const auto counter = counterFor(verdict.rejection); reportable && counter != 0)
            report(*header, counter, m_stats.rejected[static_cast<std::size_t>(verdict.rejection)],
                   nullptr, isClear ? requestIdOf(message) : 0, from, now);
        return;
    }
    Wire::Decoded &decoded = verdict.decoded;
    const Wire::PduType type = decoded.pdu.type;
    if (type != Wire::PduType::TrapV2 && !isOurs && reportable) {
        identify();
        return;
    }
    if (header->isAuthenticated() && !checkClock(*header, verdict, from, message.size(), now)) {
        // Zeros are how a sender asks for our clock; nothing is wrong with that.
        if (!isOurs || header->clock.boots != 0 || header->clock.time != 0)
            reject(Rejection::NotInTime, message, from, now, &*header);
        else
            ++m_stats.discoveries;
        return;
    }
    if (type != Wire::PduType::TrapV2 && type != Wire::PduType::Inform) {
        reject(Rejection::NotANotification, message, from, now, &*header);
        return;
    }
    auto trap = begun(message, from);
    trap->version = Version::V3;
    trap->level = decoded.level;
    trap->from = textOf(from.address);
    trap->user = header->userName;
    trap->engineId = header->engineId;
    trap->contextEngineId = decoded.contextEngineId;
    trap->contextName = decoded.contextName;
    if (type == Wire::PduType::Inform) {
        trap->kind = Trap::Kind::Inform;
        Wire::Pdu response = decoded.pdu;
        response.type = Wire::PduType::Response;
        response.errorStatus = 0;
        response.errorIndex = 0;
        Wire::UserMessage answered;
        answered.user = verdict.user;
        answered.level = decoded.level;
        answered.userName = header->userName;
        answered.contextEngineId = decoded.contextEngineId;
        answered.contextName = decoded.contextName;
        answered.clock = m_engine.clock(now);
        answered.messageId = header->messageId;
        acknowledge(decoded, m_host.codec().encode(answered, response), from);
    }
    deliver(std::move(trap), std::move(decoded.pdu.varbinds), now);
}

// RFC 3414, section 3.2, (7): a for messages to our engine, b for those of others.
bool Listener::checkClock(const Wire::Header &header, const TrapUsers::Verdict &verdict,
                          const Origin &from, std::size_t, Clock::time_point now)
{
    if (header.engineId != m_engine.id())
        return m_users.isInTime(header.engineId, header.clock, now);
    constexpr std::int64_t kWindow = 150;
    const Wire::EngineClock own = m_engine.clock(now);
    const auto apart =
        static_cast<std::int64_t>(own.time) - static_cast<std::int64_t>(header.clock.time);
    if (header.clock.boots == own.boots && std::abs(apart) <= kWindow)
        return true;
    if ((header.flags & kReportable) != 0)
        report(header, kNotInTimeWindows,
               m_stats.rejected[static_cast<std::size_t>(Rejection::NotInTime)] + 1, verdict.user,
               verdict.decoded.pdu.requestId, from, now);
    return false;
}

void Listener::report(const Wire::Header &header, std::uint32_t counter, quint64 value,
                      const Wire::User *user, std::int32_t requestId, const Origin &from,
                      Clock::time_point now)
{
    if (now - m_reportsSince >= std::chrono::seconds(1)) {
        m_reportsSince = now;
        m_reportsNow = 0;
    }
    // Whoever sends with a false address must not make us flood that address.
    if (++m_reportsNow > kMostReportsASecond)
        return;
    Wire::Pdu pdu;
    pdu.type = Wire::PduType::Report;
    pdu.requestId = requestId;
    pdu.varbinds.push_back({Oid{1, 3, 6, 1, 6, 3, 15, 1, 1, counter, 0},
                            Value::counter32(static_cast<std::uint32_t>(value))});
    Wire::UserMessage message;
    std::unique_ptr<Wire::User> nobody;
    if (user) {
        message.user = user;
        message.level = Level::AuthNoPriv;
    } else {
        auto made = Wire::User::make({.name = header.userName}, m_engine.id(), Wire::MasterKeys{});
        if (!made)
            return;
        nobody = std::move(*made);
        message.user = nobody.get();
    }
    message.userName = header.userName;
    message.clock = m_engine.clock(now);
    message.messageId = header.messageId;
    if (const auto bytes = m_host.codec().encode(message, pdu))
        static_cast<void>(answer(from, *bytes));
}

void Listener::acknowledge(const Wire::Decoded &, const Result<QByteArray> &response,
                           const Origin &to)
{
    ++(response && answer(to, *response) ? m_stats.acknowledged : m_stats.notAcknowledged);
}

void Listener::deliver(std::shared_ptr<Trap> trap, Varbinds varbinds, Clock::time_point)
{
    // RFC 3416, section 4.2.6: the first is sysUpTime.0, the second snmpTrapOID.0. Some agents
    // leave one of them out, or its last zero.
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(varbinds.size(), 2) && begin == i; ++i) {
        const auto &[oid, value] = varbinds[i];
        if (value.type() == ValueType::TimeTicks && !trap->uptime &&
            oid.startsWith(TrapOids::sysUpTime().parent())) {
            trap->uptime = static_cast<quint32>(value.toUint());
            ++begin;
        } else if (value.type() == ValueType::ObjectIdentifier && trap->notification.isEmpty() &&
                   oid.startsWith(TrapOids::snmpTrapOid().parent())) {
            trap->notification = value.toOid();
            ++begin;
        }
    }
    varbinds.erase(varbinds.begin(), varbinds.begin() + static_cast<std::ptrdiff_t>(begin));
    varbinds.shrink_to_fit();
    trap->varbinds = std::move(varbinds);
    ++(trap->kind == Trap::Kind::Inform ? m_stats.informs : m_stats.traps);
    trap->number = ++m_lastNumber;
    push(trap);
}

void Listener::reject(Rejection rejection, std::span<const std::uint8_t> message,
                      const Origin &from, Clock::time_point now, const Wire::Header *header)
{
    ++m_stats.rejected[static_cast<std::size_t>(rejection)];
    const QString source = textOf(from.address);
    const auto key = std::pair(source, rejection);
    auto found = m_told.find(key);
    if (now - m_toldSince >= std::chrono::seconds(1)) {
        m_toldSince = now;
        m_toldNow = 0;
    }
    const bool tooSoon = found != m_told.end() && now - found->second.at < kToldInterval;
    if (tooSoon || m_toldNow >= kMostToldASecond) {
        if (found == m_told.end()) {
            if (m_told.size() >= kMostTold)
                m_told.erase(m_told.begin()); // its count stays in the statistics
            found = m_told.emplace(key, Told{now - kToldInterval}).first;
        }
        ++found->second.untold;
        return;
    }
    ++m_toldNow;
    auto trap = begun(message, from);
    trap->kind = Trap::Kind::Rejected;
    trap->rejection = rejection;
    trap->from = source;
    trap->number = ++m_lastNumber;
    const int version = Wire::versionField(message);
    trap->version = version == 0 ? Version::V1 : version == 3 ? Version::V3 : Version::V2c;
    if (header) {
        trap->user = header->userName;
        trap->engineId = header->engineId;
        trap->level = (header->flags & 2U) != 0   ? Level::AuthPriv
                      : (header->flags & 1U) != 0 ? Level::AuthNoPriv
                                                  : Level::NoAuthNoPriv;
        trap->head = bytesOf(message.first(std::min(message.size(), kHead)));
    } else if (rejection == Rejection::NotSnmp) {
        // What is no SNMP at all holds no community; what is cut off within one may.
        if (version < 0)
            trap->head = bytesOf(message.first(std::min(message.size(), kHead)));
    }
    if (found != m_told.end()) {
        trap->repeats = found->second.untold;
        found->second = {now};
    } else {
        if (m_told.size() >= kMostTold)
            m_told.erase(m_told.begin());
        m_told.emplace(key, Told{now});
    }
    push(trap);
}

void Listener::push(const TrapPtr &trap)
{
    for (const auto &queue : m_queues)
        queue->push(trap);
}

void Listener::statsChanged(Clock::time_point now)
{
    if (m_statsDue || !m_events.stats)
        return;
    m_statsDue = true;
    m_host.callAt(std::max(now, m_statsTold + kStatsInterval), m_number, [this] { tellStats(); });
}

void Listener::tellStats()
{
    const auto now = Clock::now();
    m_statsDue = false;
    m_statsTold = now;
    readKernel();
    m_stats.connections = static_cast<int>(m_connections.size());
    const quint64 soFar = m_stats.traps + m_stats.informs;
    m_rates.emplace_back(now, soFar);
    while (m_rates.size() > 2 && now - m_rates[1].first >= kRateSpan)
        m_rates.pop_front();
    const double seconds = std::chrono::duration<double>(now - m_rates.front().first).count();
    if (seconds > 0.2)
        m_stats.rate = static_cast<double>(soFar - m_rates.front().second) / seconds;
    m_events.stats(m_stats);
    // Until it says that nothing comes any more.
    if (m_stats.rate.value_or(0) > 0 || m_rates.size() < 2) {
        m_statsDue = true;
        m_host.callAt(now + kStatsInterval, m_number, [this] { tellStats(); });
    }
}

} // namespace Portolan::Snmp
