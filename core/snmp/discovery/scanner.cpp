// SPDX-License-Identifier: GPL-3.0-or-later
// What a scanner sends, and when.
#include "core/snmp/discovery/scanner.h"

#include "core/snmp/words.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr auto kReportInterval = std::chrono::milliseconds(100);
constexpr auto kAgainSoon = std::chrono::milliseconds(5); // the socket took nothing just now

QHostAddress withoutScope(QHostAddress address)
{
    address.setScopeId({});
    return address;
}

std::vector<Oid> wanted(Version version)
{
    static const std::vector<Oid> system{{1, 3, 6, 1, 2, 1, 1, 1, 0},
                                         {1, 3, 6, 1, 2, 1, 1, 2, 0},
                                         {1, 3, 6, 1, 2, 1, 1, 3, 0},
                                         {1, 3, 6, 1, 2, 1, 1, 5, 0},
                                         {1, 3, 6, 1, 2, 1, 1, 6, 0}};
    if (version == Version::V1) // one object that is not there would cost the others
        return system;
    auto all = system;
    all.push_back({1, 3, 6, 1, 6, 3, 10, 2, 1, 1, 0}); // snmpEngineID
    all.push_back({1, 3, 6, 1, 6, 3, 10, 2, 1, 2, 0}); // snmpEngineBoots
    all.push_back({1, 3, 6, 1, 6, 3, 10, 2, 1, 3, 0}); // snmpEngineTime
    return all;
}

} // namespace

Scanner::Scanner(PeerHost &host, quint64 number, DiscoveryRequest request, Events events)
    : m_host(host)
    , m_number(number)
    , m_request(std::move(request))
    , m_events(std::move(events))
    , m_pace(m_request.rate)
    , m_began(Clock::now())
{
    // Before anything is told, the owner must be there: the engine has only just made it.
    m_host.callAt(m_began, m_number, [this] {
        if (auto prepared = prepare(); !prepared) {
            end(prepared);
            return;
        }
        pump(Clock::now());
    });
}

Scanner::~Scanner() = default;

Result<> Scanner::prepare()
{
    const auto &places = m_request.range.places();
    for (std::size_t i = 0; i < m_request.credentials.size(); ++i) {
        if (m_request.credentials[i].version != Version::V3)
            m_steps.push_back({Step::Kind::Community, static_cast<int>(i)});
    }
    const bool hasUsers =
        std::any_of(m_request.credentials.begin(), m_request.credentials.end(),
                    [](const DiscoveryCredential &each) { return each.version == Version::V3; });
    if (m_request.findEngines || hasUsers)
        m_steps.push_back({Step::Kind::Engine, -1});
    m_keys.resize(m_request.credentials.size());
    for (std::size_t i = 0; i < m_request.credentials.size(); ++i) {
        const DiscoveryCredential &each = m_request.credentials[i];
        if (each.version != Version::V3)
            continue;
        auto keys = Wire::User::masterKeys(
            {each.user.toUtf8(), each.level, each.authProtocol, each.privProtocol}, each.secrets);
        if (!keys)
            return tl::unexpected(std::move(keys.error()));
        m_keys[i] = std::move(*keys);
        m_steps.push_back({Step::Kind::User, static_cast<int>(i)});
    }
    if (m_steps.empty())
        return failure(Error::Kind::Usage, Snmp::tr("There is nothing to be tried."));

    bool needs4 = false;
    bool needs6 = false;
    m_states.assign(places.size(), State::Waiting);
    m_byAddress.reserve(static_cast<qsizetype>(places.size()));
    for (quint32 i = 0; i < places.size(); ++i) {
        const bool isV6 = places[i].address.protocol() == QAbstractSocket::IPv6Protocol;
        (isV6 ? needs6 : needs4) = true;
        m_byAddress.insert({withoutScope(places[i].address), places[i].port}, i);
    }
    const auto open = [this](std::unique_ptr<ProbeSocket> &socket,
                             QAbstractSocket::NetworkLayerProtocol family) {
        socket = std::make_unique<ProbeSocket>(ProbeSocket::Events{
            .message = [this](std::span<const std::uint8_t> bytes, const QHostAddress &from,
                              quint16 port) { onMessage(bytes, from, port, Clock::now()); },
            .refused = [this](const QHostAddress &address, quint16 port,
                              int error) { onRefused(address, port, error); }});
        return socket->open(family);
    };
    if (needs4) {
        if (auto opened = open(m_v4, QAbstractSocket::IPv4Protocol); !opened)
            return opened;
    }
    if (needs6) {
        if (auto opened = open(m_v6, QAbstractSocket::IPv6Protocol); !opened)
            return opened;
    }
    m_host.socketsChanged();
    m_firstNumber = QRandomGenerator::global()->bounded(1, 1 << 30);
    m_progress.total = places.size();
    m_progress.left = m_request.longest();
    return {};
}

void Scanner::collect(std::vector<Wish> &wishes) const
{
    for (const auto *socket : {m_v4.get(), m_v6.get()}) {
        if (socket && socket->socket() != Net::kNoSocket)
            wishes.push_back({socket->socket(), false});
    }
}

void Scanner::onReady(Net::NativeSocket socket, bool readable, bool, Clock::time_point)
{
    if (!readable || m_ended)
        return;
    for (auto *each : {m_v4.get(), m_v6.get()}) {
        if (each && each->socket() == socket)
            each->onReadable();
    }
    pump(Clock::now());
}

ProbeSocket &Scanner::socketFor(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol ? *m_v6 : *m_v4;
}

void Scanner::wakeAt(Clock::time_point when)
{
    if (when >= m_wake)
        return;
    m_wake = when;
    m_host.callAt(when, m_number, [this, when] {
        if (m_wake == when)
            m_wake = Clock::time_point::max();
        if (!m_ended)
            pump(Clock::now());
    });
}

void Scanner::pump(Clock::time_point now)
{
    expire(now);
    while (!m_ended) {
        const bool mayBegin =
            m_next < m_states.size() && m_active < std::max(m_request.inFlight, 1);
        if (m_again.empty() && !mayBegin)
            break;
        if (!m_pace.mayGo(now)) {
            wakeAt(m_pace.next());
            break;
        }
        quint32 place = 0;
        if (!m_again.empty()) {
            place = m_again.front();
            m_again.pop_front();
            if (m_states[place] != State::Active) // settled while it waited
                continue;
        } else {
            place = static_cast<quint32>(m_next++);
            if (m_states[place] != State::Waiting) // by what the network said of another port
                continue;
            m_states[place] = State::Active;
            m_live.try_emplace(place);
            ++m_active;
        }
        if (!sendProbe(place, now)) {
            m_again.push_front(place);
            wakeAt(now + kAgainSoon);
            break;
        }
    }
    if (!m_deadlines.empty())
        wakeAt(m_deadlines.front().when);
    if (m_active == 0 && m_next >= m_states.size() && !m_ended) {
        // Those that were silent may yet answer.
        if (m_lingerUntil == Clock::time_point{})
            m_lingerUntil = m_progress.silent > 0 ? now + m_request.timeout : now;
        if (now >= m_lingerUntil) {
            end({});
            return;
        }
        wakeAt(m_lingerUntil);
    }
    report(now);
}

void Scanner::expire(Clock::time_point now)
{
    while (!m_deadlines.empty() && m_deadlines.front().when <= now) {
        const Deadline deadline = m_deadlines.front();
        m_deadlines.pop_front();
        if (m_states[deadline.place] != State::Active)
            continue;
        Place &place = m_live.at(deadline.place);
        if (place.serial != deadline.serial)
            continue;
        if (place.attempts <= m_request.retries)
            m_again.push_back(deadline.place);
        else
            nextStep(deadline.place, now);
    }
}

// False where the socket takes nothing now.
bool Scanner::sendProbe(quint32 number, Clock::time_point now)
{
    Place &place = m_live.at(number);
    const Step &step = m_steps[static_cast<std::size_t>(place.step)];
    const auto id = static_cast<std::int32_t>(m_firstNumber + static_cast<qint64>(m_sent.size()));
    auto bytes = message(step, place, id, now);
    if (!bytes) {
        place.refusal = bytes.error().what;
        nextStep(number, now);
        return true;
    }
    const ScanPlace &to = m_request.range.places()[number];
    const auto sent = socketFor(to.address)
                          .send({reinterpret_cast<const std::uint8_t *>(bytes->constData()),
                                 static_cast<std::size_t>(bytes->size())},
                                to.address, to.port);
    if (sent == ProbeSocket::Sent::NotNow)
        return false;
    // What came up while it was sent may have settled it.
    if (m_states[number] != State::Active)
        return true;
    if (sent == ProbeSocket::Sent::Unreachable) {
        settle(number, State::Unreachable);
        return true;
    }
    m_pace.sent(now);
    ++m_progress.sent;
    m_sent.push_back({number, static_cast<quint16>(place.step), now});
    ++place.attempts;
    place.serial = ++m_serial;
    m_deadlines.push_back({now + m_request.timeout, number, place.serial});
    return true;
}

Result<QByteArray> Scanner::message(const Step &step, Place &place, std::int32_t number,
                                    Clock::time_point now)
{
    Wire::Pdu pdu;
    pdu.requestId = number;
    if (step.kind == Step::Kind::Engine) {
        Wire::UserMessage empty;
        empty.messageId = number;
        return m_host.codec().encode(empty, pdu);
    }
    const DiscoveryCredential &credential =
        m_request.credentials[static_cast<std::size_t>(step.credential)];
    for (const Oid &oid : wanted(credential.version))
        pdu.varbinds.push_back({oid});
    if (step.kind == Step::Kind::Community)
        return m_host.codec().encode(
            Wire::CommunityMessage{credential.version, credential.secrets.community.reveal()}, pdu);
    if (!place.user) {
        auto user =
            Wire::User::make({credential.user.toUtf8(), credential.level, credential.authProtocol,
                              credential.privProtocol},
                             place.engineId, m_keys[static_cast<std::size_t>(step.credential)]);
        if (!user)
            return tl::unexpected(std::move(user.error()));
        place.user = std::move(*user);
    }
    Wire::UserMessage message;
    message.user = place.user.get();
    message.level = credential.level;
    message.userName = credential.user.toUtf8();
    message.messageId = number;
    message.clock = place.clock;
    message.clock.time += static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::seconds>(now - place.clockAt).count());
    return m_host.codec().encode(message, pdu);
}

void Scanner::nextStep(quint32 number, Clock::time_point now)
{
    Place &place = m_live.at(number);
    place.attempts = 0;
    place.resyncs = 0;
    place.user.reset();
    place.serial = ++m_serial;
    do {
        ++place.step;
    } while (static_cast<std::size_t>(place.step) < m_steps.size() &&
             m_steps[static_cast<std::size_t>(place.step)].kind == Step::Kind::User &&
             place.engineId.isEmpty());
    if (static_cast<std::size_t>(place.step) < m_steps.size()) {
        m_again.push_back(number);
        return;
    }
    if (place.engineId.isEmpty()) {
        settle(number, State::Silent);
        return;
    }
    tellFound(nullptr, nullptr, number, {}, now);
}

void Scanner::settle(quint32 number, State state)
{
    State &was = m_states[number];
    const auto count = [this](State each) -> quint64 * {
        switch (each) {
        case State::Found:
            return &m_progress.found;
        case State::Refused:
            return &m_progress.refused;
        case State::Unreachable:
            return &m_progress.unreachable;
        case State::Silent:
            return &m_progress.silent;
        case State::Waiting:
        case State::Active:
            break;
        }
        return nullptr;
    };
    if (quint64 *const before = count(was))
        --*before;
    else
        ++m_progress.done;
    if (was == State::Active) {
        --m_active;
        m_live.erase(number);
    }
    was = state;
    if (quint64 *const after = count(state))
        ++*after;
}

void Scanner::end(const Result<> &result)
{
    if (std::exchange(m_ended, true))
        return;
    report(Clock::now(), true);
    m_v4.reset();
    m_v6.reset();
    m_host.socketsChanged();
    m_events.finished(result);
}

void Scanner::report(Clock::time_point now, bool atOnce)
{
    if (!atOnce && now - m_reported < kReportInterval) {
        wakeAt(m_reported + kReportInterval);
        return;
    }
    if (!atOnce && m_ended)
        return;
    m_reported = now;
    m_progress.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_began);
    // What is left costs at most as much as if nobody answered any more.
    const double share = m_progress.total == 0
                             ? 0.0
                             : static_cast<double>(m_progress.total - m_progress.done) /
                                   static_cast<double>(m_progress.total);
    m_progress.left = m_ended ? std::chrono::milliseconds(0)
                              : std::chrono::milliseconds(static_cast<std::int64_t>(
                                    share * static_cast<double>(m_request.longest().count())));
    m_events.progress(m_progress, std::exchange(m_fresh, {}));
}

} // namespace Portolan::Snmp
