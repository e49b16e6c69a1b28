// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/monitor.h"

#include "core/net/lookup.h"
#include "core/ntp/engine.h"
#include "core/ntp/nts/keysource.h"
#include "core/ntp/words.h"

#include <QHostInfo>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Portolan::Ntp {

namespace {

constexpr std::size_t kMostOutcomes = 100'000;
constexpr std::size_t kMostSteps = 1000;
constexpr std::chrono::milliseconds kClockWatch{1000};
constexpr std::chrono::seconds kLookUpAgain{30};
constexpr quint64 kPollsPerAddress = 8;

bool isOf(Family family, const QHostAddress &address)
{
    return family == Family::Any ||
           (address.protocol() == QAbstractSocket::IPv6Protocol) == (family == Family::V6);
}

// A server that is not synchronised answers with stratum 0, which is a kiss by its form: ntpd names
// INIT or STEP (RFC 5905, section 7.4), chronyd nothing.
bool saysThatItHasNoTime(const Outcome &outcome)
{
    return outcome.kind == Outcome::Kind::Kissed &&
           (outcome.kiss.isEmpty() || outcome.kiss == QLatin1String("INIT") ||
            outcome.kiss == QLatin1String("STEP"));
}

} // namespace

struct Monitor::Source
{
    quint64 id = 0;
    quint64 first = 0; // its row, which it keeps; further ones stand right behind it
    ServerTarget target;
    std::optional<SymmetricKey> key = {};
    QList<QHostAddress> addresses = {};
    int used = 0;    // of addresses: the next one to turn to
    int lookUp = -1; // under way
    QTimer again;
};

QString ServerState::name() const
{
    const QString name = target.display();
    const QString literal = address.toString();
    if (address.isNull() || literal == target.host)
        return name;
    return name % QStringLiteral(" (") % literal % QLatin1Char(')');
}

std::optional<Seconds> ServerState::distance(Instant now) const
{
    const auto &estimate = filter.estimate();
    if (!estimate)
        return std::nullopt;
    // RFC 5905, section 11.2 (root distance), with the dispersion of the sample that was chosen:
    // stages that are still empty say nothing about it.
    const Seconds age = std::max(between(now, estimate->sample.at), Seconds(0));
    return estimate->sample.bound() + kFrequencyTolerance * age + estimate->jitter;
}

Monitor::Monitor(PollPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_outcomes(std::make_shared<OutcomeQueue>(kMostOutcomes))
    , m_host(std::make_unique<EngineHost<Engine>>(
          QStringLiteral("ntp"), [](std::stop_token) { return std::make_unique<Engine>(); }))
{
    m_pump = std::make_unique<BatchPump<Outcome>>(
        m_outcomes, [this](std::vector<Outcome> &&outcomes, std::uint64_t) { take(outcomes); });
    m_clockWatch.setTimerType(Qt::CoarseTimer);
    connect(&m_clockWatch, &QTimer::timeout, this, &Monitor::watchClock);
    m_clockWatch.start(kClockWatch);
}

Monitor::~Monitor()
{
    for (const auto &source : m_sources)
        QHostInfo::abortHostLookup(source->lookUp);
}

quint64 Monitor::add(const ServerTarget &target, std::optional<SymmetricKey> key)
{
    std::vector<Wanted> wanted;
    wanted.push_back({target, std::move(key)});
    return add(std::move(wanted)).front();
}

QList<quint64> Monitor::add(std::vector<Wanted> wanted)
{
    QList<quint64> ids;
    const std::size_t before = m_sources.size();
    for (Wanted &each : wanted) {
        auto source = std::make_unique<Source>();
        source->id = ++m_lastId;
        source->first = ++m_lastId;
        source->target = std::move(each.target);
        source->key = std::move(each.key);
        source->again.setSingleShot(true);
        Source &made = *source;
        connect(&made.again, &QTimer::timeout, this, [this, &made] {
            lookUp(made);
            tellRows();
        });
        m_places.insert(made.first, m_servers.size());
        m_servers.push_back({.id = made.first, .source = made.id, .target = made.target});
        m_sources.push_back(std::move(source));
        ids.append(made.id);
    }
    for (std::size_t i = before; i < m_sources.size(); ++i)
        lookUp(*m_sources[i]);
    tellRows();
    return ids;
}

void Monitor::remove(const QList<quint64> &sources)
{
    const QSet<quint64> gone(sources.begin(), sources.end());
    const auto removed = std::erase_if(m_sources, [&gone](const std::unique_ptr<Source> &each) {
        if (!gone.contains(each->id))
            return false;
        QHostInfo::abortHostLookup(each->lookUp);
        return true;
    });
    if (removed == 0)
        return;
    std::erase_if(m_servers, [this, &gone](const ServerState &each) {
        if (!gone.contains(each.source))
            return false;
        close(each.id);
        return true;
    });
    index();
    tellRows();
}

void Monitor::again(const QList<quint64> &sources)
{
    const QSet<quint64> wanted(sources.begin(), sources.end());
    // One row of each is kept, and is a server that nothing is known of.
    std::erase_if(m_servers, [&](ServerState &each) {
        if (!wanted.contains(each.source))
            return false;
        close(each.id);
        const Source *const source = findSource(each.source);
        if (source && source->first != each.id)
            return true;
        each = {.id = each.id, .source = each.source, .target = each.target};
        return false;
    });
    index();
    for (const auto &source : m_sources) {
        if (!wanted.contains(source->id))
            continue;
        source->again.stop();
        lookUp(*source);
    }
    tellRows();
}

void Monitor::tellRows()
{
    choose();
    Q_EMIT serversChanged();
    Q_EMIT updated();
}

void Monitor::setPlan(const PollPlan &plan)
{
    m_plan = plan;
    m_host->post([plan, servers = asked()](Engine &engine) {
        for (const quint64 each : servers)
            engine.setPlan(each, plan);
    });
}

void Monitor::pollNow()
{
    m_host->post([servers = asked()](Engine &engine) {
        for (const quint64 each : servers)
            engine.pollNow(each);
    });
}

void Monitor::setLeftOut(const QList<quint64> &servers)
{
    m_leftOut = servers;
    choose();
    Q_EMIT updated();
}

QList<quint64> Monitor::asked() const
{
    QList<quint64> ids;
    for (const ServerState &each : m_servers) {
        if (each.phase == ServerState::Phase::Asking)
            ids.append(each.id);
    }
    return ids;
}

const ServerState *Monitor::server(quint64 id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_servers[*place];
}

ServerState *Monitor::find(quint64 id)
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_servers[*place];
}

Monitor::Source *Monitor::findSource(quint64 id)
{
    const auto source =
        std::find_if(m_sources.begin(), m_sources.end(),
                     [id](const std::unique_ptr<Source> &each) { return each->id == id; });
    return source == m_sources.end() ? nullptr : source->get();
}

void Monitor::index()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_servers.size(); ++i)
        m_places.insert(m_servers[i].id, i);
}

void Monitor::lookUp(Source &source)
{
    QHostInfo::abortHostLookup(source.lookUp);
    source.lookUp = -1;
    if (const QHostAddress literal(source.target.host); !literal.isNull()) {
        onLookedUp(source, {literal});
        return;
    }
    source.lookUp = QHostInfo::lookupHost(source.target.host, this,
                                          [this, id = source.id](const QHostInfo &info) {
                                              Source *const found = findSource(id);
                                              if (!found)
                                                  return;
                                              found->lookUp = -1;
                                              onLookedUp(*found, Net::addressesOf(info));
                                              tellRows();
                                          });
}

void Monitor::onLookedUp(Source &source, const QList<QHostAddress> &addresses)
{
    source.addresses.clear();
    for (const QHostAddress &each : addresses) {
        if (isOf(source.target.family, each) && !source.addresses.contains(each))
            source.addresses.append(each);
    }
    const auto place = m_places.constFind(source.first);
    if (place == m_places.cend())
        return;
    const auto first = m_servers.begin() + static_cast<std::ptrdiff_t>(*place);
    if (source.addresses.isEmpty()) {
        first->phase = ServerState::Phase::Failed;
        first->error = Error{Error::Kind::Network,
                             addresses.isEmpty()
                                 ? Ntp::tr("The name “%1” has no address.").arg(source.target.host)
                                 : Ntp::tr("The name “%1” has no address of the family that is "
                                           "asked for.")
                                       .arg(source.target.host)};
        // A name server that was away comes back; nobody should have to watch for that.
        source.again.start(kLookUpAgain);
        return;
    }
    const auto count = std::min<qsizetype>(source.target.sources, source.addresses.size());
    source.used = static_cast<int>(count);
    first->address = source.addresses.front();
    std::vector<ServerState> more;
    for (qsizetype i = 1; i < count; ++i)
        more.push_back({.id = ++m_lastId,
                        .source = source.id,
                        .target = source.target,
                        .address = source.addresses[i]});
    const std::size_t from = *place;
    if (!more.empty()) {
        m_servers.insert(first + 1, std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
        index();
    }
    for (std::size_t i = from; i < m_servers.size() && m_servers[i].source == source.id; ++i)
        begin(m_servers[i], source);
}

void Monitor::begin(ServerState &server, const Source &source)
{
    if (source.target.nts)
        exchangeKeys(server, source);
    else
        open(server, source, source.target.port, std::nullopt);
}

void Monitor::open(ServerState &server, const Source &source, quint16 port,
                   std::optional<Nts::Association> association)
{
    server.phase = ServerState::Phase::Asking;
    server.usedPort = port;
    server.error.reset();
    server.interval = m_plan.interval;
    Engine::Setup setup{.target = source.target,
                        .address = server.address,
                        .key = source.key ? std::optional(source.key->copy()) : std::nullopt,
                        .association = std::move(association),
                        .plan = m_plan,
                        .outcomes = m_outcomes};
    setup.target.port = port;
    m_host->post([id = server.id, setup = std::move(setup)](Engine &engine) mutable {
        engine.open(id, std::move(setup));
    });
}

void Monitor::exchangeKeys(ServerState &server, const Source &source)
{
    if (!m_exchanger)
        m_exchanger = std::make_shared<Nts::KeyExchanger>();
    server.phase = ServerState::Phase::ExchangingKeys;
    auto keys = std::make_unique<Nts::KeySource>(m_exchanger, source.target, server.address);
    const quint64 id = server.id;
    connect(keys.get(), &Nts::KeySource::reported, this,
            [this, id](const std::shared_ptr<const Nts::KeyExchangeReport> &report) {
                if (ServerState *const found = find(id))
                    found->keyExchange = report;
                Q_EMIT updated();
            });
    connect(keys.get(), &Nts::KeySource::ready, this,
            [this, id](const QHostAddress &address, quint16 port) { onKeys(id, address, port); });
    connect(keys.get(), &Nts::KeySource::failed, this,
            [this, id](const Error &error) { onNoKeys(id, error); });
    keys->renew();
    m_keys[id] = std::move(keys);
}

void Monitor::onKeys(quint64 id, const QHostAddress &address, quint16 port)
{
    ServerState *const server = find(id);
    const Source *const source = server ? findSource(server->source) : nullptr;
    if (!source)
        return;
    auto association = m_keys.at(id)->takeAssociation();
    server->cookies = association.cookies();
    const bool isSame = server->phase == ServerState::Phase::Asking && server->address == address &&
                        server->usedPort == port;
    if (isSame) {
        m_host->post([id, association = std::move(association)](Engine &engine) mutable {
            engine.setAssociation(id, std::move(association));
        });
    } else {
        if (server->address != address)
            server->filter.clear(); // another server's answers
        server->address = address;
        open(*server, *source, port, std::move(association));
        Q_EMIT serversChanged();
    }
    Q_EMIT updated();
}

void Monitor::onNoKeys(quint64 id, const Error &error)
{
    ServerState *const server = find(id);
    // With keys of before it goes on as long as they last; the report says what failed.
    if (!server || server->phase == ServerState::Phase::Asking)
        return;
    server->phase = ServerState::Phase::Failed;
    server->error = error;
    Source *const source = findSource(server->source);
    const bool isUnreachable =
        error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
    if (isUnreachable && source && source->used < source->addresses.size()) {
        // It is not over yet.
        server->phase = ServerState::Phase::ExchangingKeys;
        server->address = source->addresses[source->used++];
        // Not from here: the one that failed is still in its signal.
        QTimer::singleShot(0, m_keys.at(id).get(), [this, id] {
            ServerState *const again = find(id);
            const Source *const from = again ? findSource(again->source) : nullptr;
            if (from)
                exchangeKeys(*again, *from);
        });
        Q_EMIT serversChanged();
    }
    choose();
    Q_EMIT updated();
}

void Monitor::close(quint64 id)
{
    m_keys.erase(id);
    m_host->post([id](Engine &engine) { engine.close(id); });
}

void Monitor::take(const std::vector<Outcome> &outcomes)
{
    QList<Outcome> known;
    known.reserve(static_cast<qsizetype>(outcomes.size()));
    bool hasMoved = false;
    for (const Outcome &each : outcomes) {
        ServerState *const server = find(each.server);
        if (!server)
            continue; // removed while it was on its way
        hasMoved = take(each, *server) || hasMoved;
        known.append(each);
    }
    if (known.isEmpty())
        return;
    choose();
    if (hasMoved)
        Q_EMIT serversChanged();
    Q_EMIT happened(known);
    Q_EMIT updated();
}

bool Monitor::take(const Outcome &outcome, ServerState &server)
{
    server.interval = outcome.interval;
    if (const auto keys = m_keys.find(server.id); keys != m_keys.end()) {
        server.cookies = outcome.cookies;
        keys->second->take(outcome);
    }
    server.counts.polls += outcome.endsPoll ? 1 : 0;
    if (outcome.kind == Outcome::Kind::Measured) {
        server.filter.add(*outcome.sample);
        server.last = outcome.sample;
        server.smear = smearSign(server.target.host, *outcome.sample);
        server.kiss.clear();
        server.isTroubled = server.isForged = false;
        ++server.counts.answered;
        return false;
    }
    noteTrouble(outcome, server);
    if (outcome.endsPoll)
        server.filter.addMissing(outcome.at);
    switch (outcome.kind) {
    case Outcome::Kind::Silent:
        ++server.counts.silent;
        break;
    case Outcome::Kind::Rejected:
        server.counts.rejected += static_cast<quint64>(outcome.times);
        break;
    case Outcome::Kind::Kissed:
        ++server.counts.kissed;
        server.kiss = outcome.kiss;
        if (outcome.isLast)
            server.phase = ServerState::Phase::Refused;
        break;
    case Outcome::Kind::Refused:
        ++server.counts.refused;
        break;
    case Outcome::Kind::Stray:
        server.counts.stray += static_cast<quint64>(outcome.times);
        break;
    case Outcome::Kind::Measured:
    case Outcome::Kind::OutOfCookies:
        break;
    }
    return (outcome.kind == Outcome::Kind::Silent || outcome.kind == Outcome::Kind::Refused) &&
           goOnToNextAddress(server);
}

bool Monitor::goOnToNextAddress(ServerState &server)
{
    const auto &counts = server.counts;
    if (counts.answered > 0 || counts.silent + counts.refused < kPollsPerAddress)
        return false;
    Source *const source = findSource(server.source);
    if (!source || source->addresses.size() <= source->used)
        return false;
    server.address = source->addresses[source->used++];
    server.filter.clear();
    server.counts = {};
    begin(server, *source);
    return true;
}

// A poll that ended in silence after an answer that was not taken is about that answer, and what
// answers nothing that is asked hides nothing.
void Monitor::noteTrouble(const Outcome &outcome, ServerState &server)
{
    const bool isKept = server.isTroubled && server.trouble;
    if (outcome.kind == Outcome::Kind::Stray) {
        if (!isKept)
            server.trouble = outcome;
        return;
    }
    if (isKept && outcome.kind == Outcome::Kind::Silent && !server.trouble->endsPoll) {
        server.trouble->endsPoll = true;
        server.isForged = server.trouble->kind == Outcome::Kind::Rejected &&
                          (server.trouble->mac != MacState::Good ||
                           server.trouble->protection != Nts::Protection::Good);
        return;
    }
    server.trouble = outcome;
    server.isTroubled = true;
    server.isForged = server.isForged && !outcome.endsPoll;
}

void Monitor::choose()
{
    const Instant now = clockNow();
    const QSet<quint64> leftOut(m_leftOut.begin(), m_leftOut.end());
    QList<Candidate> candidates;
    candidates.reserve(static_cast<qsizetype>(m_servers.size()));
    for (const ServerState &each : m_servers) {
        Candidate candidate;
        candidate.leftOut = leftOut.contains(each.id);
        candidate.refused = each.phase == ServerState::Phase::Refused;
        candidate.reach = each.filter.reach();
        candidate.withoutTime = each.isTroubled && saysThatItHasNoTime(*each.trouble);
        candidate.wasAsked = each.trouble.has_value() || each.last.has_value();
        candidate.smears = each.smear != SmearSign::None;
        candidate.authenticated = !each.isForged;
        if (const auto &estimate = each.filter.estimate()) {
            candidate.hasEstimate = true;
            candidate.offset = estimate->offset;
            candidate.jitter = estimate->jitter;
            candidate.distance = *each.distance(now);
            candidate.stratum = each.last->stratum;
            candidate.leap = each.last->leap;
        }
        candidates.append(candidate);
    }
    m_selection = select(candidates);
    for (std::size_t i = 0; i < m_servers.size(); ++i)
        m_servers[i].choice = m_selection.choices[static_cast<qsizetype>(i)];
}

void Monitor::watchClock()
{
    const ClockReading now = readClocks();
    const ClockWatch::Seen seen = m_clock.look(now);
    if (!seen.isOther)
        return;
    for (ServerState &each : m_servers)
        each.filter.forgetSamples();
    if (seen.step) {
        m_steps.push_back({now.system, *seen.step});
        if (m_steps.size() > kMostSteps)
            m_steps.pop_front();
        Q_EMIT clockStepped(m_steps.back());
    }
    m_host->post([](Engine &engine) { engine.forgetStamps(); });
    if (seen.askNow)
        pollNow();
    choose();
    Q_EMIT updated();
}

} // namespace Portolan::Ntp
