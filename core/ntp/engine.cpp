// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/engine.h"

#include "core/ntp/pollmanners.h"

#include <QRandomGenerator>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/resource.h>
#endif

#include <algorithm>

namespace Portolan::Ntp {

namespace {

constexpr qsizetype kMostKept = 1500;
constexpr int kMostTold = 8;     // strays of a poll, one by one
constexpr int kMostStrays = 256; // of a poll that has its answer: then its port is closed
constexpr int kMostAtOnce = 64;  // packets of one server before the others get their turn
constexpr auto kNoRoomGap = std::chrono::milliseconds(10);
constexpr auto kMostInterval = std::chrono::hours(36); // 2^17 s, RFC 5905, section 7.2

#ifdef Q_OS_WIN
using PollEntry = WSAPOLLFD;
int pollAll(std::vector<PollEntry> &entries, int milliseconds)
{
    return ::WSAPoll(entries.data(), static_cast<ULONG>(entries.size()), milliseconds);
}
#else
using PollEntry = pollfd;
int pollAll(std::vector<PollEntry> &entries, int milliseconds)
{
    return ::poll(entries.data(), static_cast<nfds_t>(entries.size()), milliseconds);
}
#endif

// Half of what the process may have open: the other half is for everybody else in it.
int mostSockets()
{
    constexpr int kMost = 8192;
#ifdef Q_OS_WIN
    return kMost;
#else
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    return static_cast<int>(std::clamp<rlim_t>(limit.rlim_cur / 2, 16, kMost));
#endif
}

Timestamp randomStamp()
{
    quint64 value = 0;
    while (value == 0)
        value = QRandomGenerator::system()->generate64();
    return {value};
}

} // namespace

struct Engine::Poll
{
    std::vector<PollEntry> entries;
    std::vector<quint64> servers; // of entries, without the first
};

struct Engine::Server
{
    Setup setup;
    std::optional<StampedSocket> socket;
    // What is being asked.
    bool waiting = false;
    Header asked = {};
    Stamp sent = {};
    QByteArray uniqueId = {};
    // The exchange before, which an interleaved answer completes (RFC 9769, section 2).
    struct Before
    {
        Timestamp receive; // the server's, as it was written
        Stamp sent;
        Stamp arrived;
    };
    std::optional<Before> before = {};
    Clock::time_point lastPoll = {};
    bool wasPolled = false;
    int burstLeft = 0;
    int strays = 0;       // of this poll, as far as they were told
    int untold = 0;       // and beyond
    bool stopped = false; // it said DENY or RSTR
    quint64 turn = 0;
};

Engine::Engine()
    : m_mostSockets(mostSockets())
    , m_poll(std::make_unique<Poll>())
{
}

Engine::~Engine() = default;

void Engine::run(std::stop_token stop, const std::function<void()> &drainCalls)
{
    while (!stop.stop_requested()) {
        drainCalls();
        runTimers();
        if (stop.stop_requested())
            return;
        poll(untilNextTimer());
    }
}

int Engine::untilNextTimer() const
{
    if (m_timers.empty())
        return -1;
    const auto left =
        std::chrono::duration_cast<std::chrono::microseconds>(m_timers.top().when - Clock::now())
            .count();
    // Rounded up: a timer that is not quite due would make the loop spin.
    return static_cast<int>(std::clamp<std::int64_t>((left + 999) / 1000, 0, 60'000));
}

void Engine::poll(int milliseconds)
{
    Poll &all = *m_poll;
    if (m_pollStale) {
        m_pollStale = false;
        all.entries.clear();
        all.servers.clear();
        all.entries.push_back({m_wake.readEnd(), POLLIN, 0});
        for (const auto &[number, server] : m_servers) {
            if (!server->socket)
                continue;
            all.entries.push_back({server->socket->native(), POLLIN, 0});
            all.servers.push_back(number);
        }
    }
    if (pollAll(all.entries, milliseconds) <= 0)
        return;
    if (all.entries[0].revents != 0)
        m_wake.clear();
    const auto now = Clock::now();
    for (std::size_t i = 0; i < all.servers.size(); ++i) {
        if (all.entries[i + 1].revents == 0)
            continue;
        if (const auto found = m_servers.find(all.servers[i]); found != m_servers.end())
            onReadable(all.servers[i], *found->second, now);
    }
}

void Engine::runTimers()
{
    const auto now = Clock::now();
    while (!m_timers.empty() && m_timers.top().when <= now) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        const auto found = m_servers.find(timer.server);
        if (found != m_servers.end() && found->second->turn == timer.turn)
            onTimer(timer.server, *found->second, now);
    }
}

void Engine::schedule(quint64 number, Server &server, Clock::time_point when)
{
    server.turn = ++m_lastTurn;
    m_timers.push({when, number, server.turn});
}

void Engine::open(quint64 number, Setup setup)
{
    auto server = std::make_unique<Server>();
    server->burstLeft = setup.plan.burst;
    server->setup = std::move(setup);
    Server &made = *server;
    close(number);
    m_servers[number] = std::move(server);
    schedule(number, made, Clock::now());
}

void Engine::close(quint64 number)
{
    const auto found = m_servers.find(number);
    if (found == m_servers.end())
        return;
    drop(*found->second);
    m_servers.erase(found);
}

void Engine::setPlan(quint64 number, PollPlan plan)
{
    const auto found = m_servers.find(number);
    if (found == m_servers.end())
        return;
    Server &server = *found->second;
    server.setup.plan = plan;
    server.burstLeft = plan.burst;
    if (!server.waiting)
        over(number, server, Clock::now());
}

void Engine::setAssociation(quint64 number, Nts::Association association)
{
    const auto found = m_servers.find(number);
    if (found == m_servers.end())
        return;
    found->second->setup.association.emplace(std::move(association));
    pollNow(number);
}

void Engine::pollNow(quint64 number)
{
    const auto found = m_servers.find(number);
    if (found == m_servers.end() || found->second->waiting)
        return;
    Server &server = *found->second;
    server.burstLeft = std::max(server.burstLeft, 1);
    over(number, server, Clock::now());
}

void Engine::forgetStamps()
{
    const auto now = Clock::now();
    for (const auto &[number, server] : m_servers) {
        server->before.reset();
        if (!server->waiting)
            continue;
        // The poll that is under way does not count; it is made anew.
        ++server->burstLeft;
        over(number, *server, now);
    }
}

void Engine::tell(Server &server, Outcome outcome)
{
    // Somebody who floods us must not push out of the queue what matters.
    if (!outcome.endsPoll && ++server.strays > kMostTold) {
        ++server.untold;
        return;
    }
    if (outcome.endsPoll)
        tellUntold(outcome.server, server);
    outcome.isLast = server.stopped;
    outcome.cookies = server.setup.association ? server.setup.association->cookies() : 0;
    outcome.interval = intervalOf(server);
    server.setup.outcomes->push(std::move(outcome));
}

void Engine::tellUntold(quint64 number, Server &server)
{
    const int untold = std::exchange(server.untold, 0);
    if (untold == 0)
        return;
    server.setup.outcomes->push({.server = number,
                                 .kind = Outcome::Kind::Stray,
                                 .at = clockNow(),
                                 .times = untold,
                                 .interval = intervalOf(server)});
}

Engine::Place Engine::placeOf(const Server &server)
{
    return {server.setup.address, server.setup.target.port};
}

std::chrono::milliseconds Engine::intervalOf(const Server &server) const
{
    const auto planned = server.setup.plan.interval;
    if (server.stopped || planned.count() <= 0)
        return {};
    return std::max(planned, m_wishes.value(placeOf(server)).least);
}

// RFC 5905, section 7.4: it is asked half as often, and no more often than it names.
void Engine::onRate(const Server &server, int poll)
{
    Wish &wish = m_wishes[placeOf(server)];
    const PollPlan &plan = server.setup.plan;
    const auto now =
        std::max(plan.interval.count() > 0 ? plan.interval : plan.burstGap, wish.least);
    const auto wanted = std::chrono::seconds(std::int64_t(1) << std::clamp(poll, 0, 17));
    wish.least = std::min<std::chrono::milliseconds>(
        std::max<std::chrono::milliseconds>(now * 2, wanted), kMostInterval);
    wish.asked = server.lastPoll;
}

// A poll has ended, or none is under way: when is the next one?
void Engine::over(quint64 number, Server &server, Clock::time_point now)
{
    server.waiting = false;
    if (server.stopped)
        return;
    const auto least = leastGap(server.setup.address);
    auto gap = server.setup.plan.interval;
    if (server.burstLeft > 0)
        gap = server.setup.plan.burstGap;
    else if (gap.count() <= 0)
        return;
    gap = std::max(gap, least);
    const auto when = server.wasPolled ? server.lastPoll + gap : now;
    schedule(number, server, std::max(when, now));
}

void Engine::onTimer(quint64 number, Server &server, Clock::time_point now)
{
    if (!server.waiting) {
        send(number, server, now);
        return;
    }
    // Where this thread had to wait, the answer may be there already.
    onReadable(number, server, now);
    if (!server.waiting)
        return;
    // What may still come is late; the next poll has another port.
    server.before.reset();
    tell(server,
         {.server = number, .kind = Outcome::Kind::Silent, .at = clockNow(), .endsPoll = true});
    over(number, server, now);
}

void Engine::drop(Server &server)
{
    if (!server.socket)
        return;
    server.socket.reset();
    --m_sockets;
    m_pollStale = true;
}

// Whether there may be one more socket. Answered polls keep theirs for what comes late, as long as
// that takes nothing away from others.
bool Engine::hasRoom()
{
    if (m_sockets < m_mostSockets)
        return true;
    for (const auto &[number, server] : m_servers) {
        if (!server->waiting)
            drop(*server);
    }
    return m_sockets < m_mostSockets;
}

void Engine::send(quint64 number, Server &server, Clock::time_point now)
{
    const ServerTarget &target = server.setup.target;
    drop(server);
    if (!hasRoom()) {
        schedule(number, server, now + kNoRoomGap);
        return;
    }
    const auto wish = m_wishes.find(placeOf(server));
    if (wish != m_wishes.end() && now < wish->asked + wish->least) {
        schedule(number, server, wish->asked + wish->least);
        return;
    }
    // Somebody else in this program has asked the same server just now.
    if (const auto wait = claimPoll(server.setup.address); wait.count() > 0) {
        schedule(number, server, now + wait);
        return;
    }
    if (wish != m_wishes.end())
        wish->asked = now;
    if (server.burstLeft > 0)
        --server.burstLeft;
    server.lastPoll = now;
    server.wasPolled = true;
    tellUntold(number, server);
    server.strays = 0;
    const auto failed = [&](Outcome::Kind kind, int error) {
        tell(server, {.server = number,
                      .kind = kind,
                      .at = clockNow(),
                      .systemError = error,
                      .endsPoll = true});
        over(number, server, now);
    };
    auto socket =
        StampedSocket::open(server.setup.address.protocol() == QAbstractSocket::IPv6Protocol);
    if (!socket) {
        failed(Outcome::Kind::Refused, socket.error().native);
        return;
    }
    server.socket.emplace(std::move(*socket));
    ++m_sockets;
    m_pollStale = true;
    Header header;
    header.version = target.version;
    header.transmit = randomStamp();
    if (target.interleaved && target.version == 4 && server.before) {
        header.origin = server.before->receive;
        header.receive = randomStamp();
    }
    QByteArray bytes;
    server.uniqueId.clear();
    if (target.nts) {
        auto request =
            server.setup.association ? server.setup.association->protect(header) : std::nullopt;
        if (!request) {
            failed(Outcome::Kind::OutOfCookies, 0);
            return;
        }
        bytes = request->bytes;
        server.uniqueId = request->uniqueId;
    } else {
        bytes = encodeHeader(header);
        if (server.setup.key)
            bytes += makeMac(*server.setup.key, bytes);
    }
    const auto sent = server.socket->send(bytes, server.setup.address, target.port);
    if (!sent) {
        failed(Outcome::Kind::Refused, sent.error().native);
        return;
    }
    server.asked = header;
    server.sent = *sent;
    server.waiting = true;
    schedule(number, server, now + target.timeout);
}

void Engine::onReadable(quint64 number, Server &server, Clock::time_point now)
{
    for (int i = 0; i < kMostAtOnce && server.socket; ++i) {
        const auto arrival = server.socket->receive();
        if (!arrival)
            break;
        onArrival(number, server, *arrival, now);
    }
    if (!server.socket)
        return;
    if (!server.waiting && server.strays + server.untold > kMostStrays) {
        drop(server);
        return;
    }
    if (const int refusal = server.socket->takeRefusal(); refusal != 0 && server.waiting) {
        server.before.reset();
        tell(server, {.server = number,
                      .kind = Outcome::Kind::Refused,
                      .at = clockNow(),
                      .systemError = refusal,
                      .endsPoll = true});
        over(number, server, now);
    }
}

bool Engine::isAuthentic(Server &server, const Packet &packet, const QByteArray &bytes,
                         Outcome &outcome)
{
    if (server.setup.target.nts) {
        outcome.protection = server.setup.association
                                 ? server.setup.association->check(bytes, packet, server.uniqueId)
                                 : Nts::Protection::Missing;
        return outcome.protection == Nts::Protection::Good;
    }
    if (server.setup.key) {
        outcome.mac = checkMac(*server.setup.key, bytes, packet);
        return outcome.mac == MacState::Good;
    }
    return true;
}

Sample Engine::measured(Server &server, const Packet &packet, const Stamp &arrived,
                        bool interleaved)
{
    const Header &header = packet.header;
    // The system's stamp of sending is nearer to the wire than what a server that stamps before it
    // sends can mirror: symmetric stamps cancel, so it counts only where the server's is as good.
    const auto kernelSent = server.socket->sent();
    Sample sample;
    if (interleaved && server.before) {
        const Server::Before &before = *server.before;
        const Instant received = toInstant(before.receive, before.arrived.at);
        sample = measure(before.sent.at, received, toInstant(header.transmit, received),
                         before.arrived.at, header, clockPrecision());
        sample.sentBy = before.sent.by;
        sample.receivedBy = before.arrived.by;
        sample.interleaved = true;
    } else {
        // The server's second stamp near its first one: both in one era, however wrong its clock
        // is.
        const Instant received = toInstant(header.receive, arrived.at);
        sample = measure(server.sent.at, received, toInstant(header.transmit, received), arrived.at,
                         header, clockPrecision());
        sample.sentBy = server.sent.by;
        sample.receivedBy = arrived.by;
    }
    sample.authentication = server.setup.target.nts ? Authentication::Nts
                            : server.setup.key      ? Authentication::SymmetricKey
                                                    : Authentication::None;
    server.before = Server::Before{header.receive, kernelSent.value_or(server.sent), arrived};
    return sample;
}

void Engine::onArrival(quint64 number, Server &server, const StampedSocket::Arrival &arrival,
                       Clock::time_point now)
{
    Outcome outcome{.server = number,
                    .kind = Outcome::Kind::Stray,
                    .at = arrival.stamp.at,
                    .from = arrival.from,
                    .fromPort = arrival.port,
                    .packet = arrival.bytes.left(kMostKept)};
    const auto told = [&](Outcome::Kind kind) {
        outcome.kind = kind;
        tell(server, std::move(outcome));
    };
    const auto packet = decodePacket(arrival.bytes);
    if (packet)
        outcome.header = packet->header;
    const bool isFromThere =
        arrival.from.isEqual(server.setup.address) && arrival.port == server.setup.target.port;
    if (!server.waiting || !isFromThere) {
        told(Outcome::Kind::Stray);
        return;
    }
    if (!packet) {
        outcome.fault = ReplyFault::Unreadable;
        told(Outcome::Kind::Rejected);
        return;
    }
    // Who has not seen the request cannot end the wait for its answer.
    const Verdict match = matchReply(*packet, server.asked);
    if (match.fault != ReplyFault::None) {
        outcome.fault = match.fault;
        told(match.fault == ReplyFault::WrongOrigin ? Outcome::Kind::Stray
                                                    : Outcome::Kind::Rejected);
        return;
    }
    Verdict verdict = judgeReply(*packet, server.asked);
    // RFC 9769, section 2: the stamp is of the answer before, which was not sent before its request
    // came.
    if (verdict.fault == ReplyFault::None && verdict.interleaved &&
        (!server.before || isBefore(packet->header.transmit, server.before->receive)))
        verdict.fault = ReplyFault::Backwards;
    outcome.fault = verdict.fault;
    outcome.kiss = verdict.kiss;
    const bool authentic = isAuthentic(server, *packet, arrival.bytes, outcome);
    if (!authentic) {
        // Somebody else may have been quicker than the server: the wait goes on. A NAK of NTS is
        // not authentic either (RFC 8915, section 5.7).
        told(outcome.protection == Nts::Protection::Nak ? Outcome::Kind::Kissed
                                                        : Outcome::Kind::Rejected);
        return;
    }
    outcome.endsPoll = true;
    if (verdict.fault == ReplyFault::Kiss) {
        if (verdict.kiss == QLatin1String("RATE")) {
            onRate(server, packet->header.poll);
            server.burstLeft = 0;
        } else if (verdict.kiss == QLatin1String("DENY") || verdict.kiss == QLatin1String("RSTR")) {
            server.stopped = true;
        }
        server.before.reset();
        told(Outcome::Kind::Kissed);
    } else if (verdict.fault != ReplyFault::None) {
        server.before.reset();
        told(Outcome::Kind::Rejected);
    } else {
        outcome.sample = measured(server, *packet, arrival.stamp, verdict.interleaved);
        told(Outcome::Kind::Measured);
    }
    over(number, server, now);
}

} // namespace Portolan::Ntp
