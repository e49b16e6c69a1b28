// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/client.h"

#include "core/mqtt/carrier.h"
#include "core/mqtt/engine.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicfilter.h"
#include "core/mqtt/words.h"
#include "core/net/backoff.h"
#include "core/net/wakewatch.h"
#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace Portolan::Mqtt {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kFlapWindow = 30s;
constexpr auto kFlapDrop = 3s; // a connection that lasted no longer was not lost, it was taken
constexpr int kMostTakeovers = 3;
constexpr auto kFarewell = 2s;                  // for DISCONNECT to go out
constexpr qsizetype kMostPayload = 268'435'455; // MQTT 5.0, section 1.5.5

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// MQTT 3.1.1, section 3.1.3.1: every broker takes 23 letters and digits.
QString chanceIdentifier()
{
    return QStringLiteral("portolan") +
           QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16,
                                    QLatin1Char('0'));
}

} // namespace

struct Client::Private
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
public:
    Private(Client *client, BrokerTarget to, std::shared_ptr<MessageSink> into,
            std::unique_ptr<Net::Dialer> with)
        : q(client)
        , target(std::move(to))
        , sink(std::move(into))
        , dialer(with ? std::move(with) : std::make_unique<Net::TcpDialer>())
        , relay(std::make_shared<Relay<Client>>(client))
        , subscriptions(target.subscriptions)
    {
        if (target.clientId.isEmpty())
            target.clientId = chanceIdentifier();
        retry.setSingleShot(true);
        farewell.setSingleShot(true);
    }

    void setState(State to);
    void note(Step step, TranscriptEntry::Direction direction, const QString &text);
    void makeEngine();
    void dial();
    void onDialed(Result<Net::Stream> stream);
    void startCarrier(Net::Stream stream);
    void hand(Net::OwnedSocket socket, std::shared_ptr<Net::Way> way);
    void onConnack(quint64 of, const ConnackFacts &facts);
    void onEnded(const ClientEngine::End &end);
    void onProblem(const Error &error, std::optional<std::uint8_t> reason = {});
    void giveUp(const Error &error);
    void end();
    [[nodiscard]] bool noteDrop(const ClientEngine::End &end);
    [[nodiscard]] Step step() const;
    [[nodiscard]] bool isAutomatic() const { return reconnects > 0; }

    Client *const q;
    BrokerTarget target;
    const std::shared_ptr<MessageSink> sink;
    const std::unique_ptr<Net::Dialer> dialer;
    const std::shared_ptr<Relay<Client>> relay;
    QList<Subscription> subscriptions;
    Secret password;
    Secret passphrase;

    State state = State::Idle;
    Clock::time_point epoch = Clock::now();
    quint64 attempt = 0;
    quint64 reconnects = 0; // since start()
    std::unique_ptr<Net::Dialer::Attempt> dialing;
    std::unique_ptr<EngineHost<Carrier>> carrier;
    std::unique_ptr<EngineHost<ClientEngine>> engine;
    Net::Backoff backoff;
    QTimer retry;
    QTimer farewell;
    Net::WakeWatch wakeWatch;
    std::deque<Clock::time_point> drops;
    int takeovers = 0;
    quint64 takeoversEver = 0;
    Clock::time_point connectedAt;

    std::optional<ConnackFacts> connack;
    std::optional<Net::TlsFacts> tls;
    QString peer;
    std::optional<Error> lastError;
    Step lastStep = Step::Tcp;
    Transcript transcript;
    ClientMetrics metrics;
    quint64 lastId = 0;
};

Client::Client(const BrokerTarget &target, std::shared_ptr<MessageSink> sink,
               std::unique_ptr<Net::Dialer> dialer, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, target, std::move(sink), std::move(dialer)))
{
    connect(&d->retry, &QTimer::timeout, this, [this] { d->dial(); });
    connect(&d->farewell, &QTimer::timeout, this, [this] { d->end(); });
    // After a computer's sleep the broker has long given us up, and TCP does not know it yet.
    connect(&d->wakeWatch, &Net::WakeWatch::woke, this, [this] {
        if (d->state == State::Connected)
            reconnect();
        else if (d->state == State::Waiting)
            retryNow();
    });
}

Client::~Client()
{
    d->relay->detach();
}

void Client::offerPassword(Secret password)
{
    d->password = std::move(password);
}

void Client::offerKeyPassphrase(Secret passphrase)
{
    d->passphrase = std::move(passphrase);
}

void Client::pinCertificate(const QByteArray &sha256)
{
    d->target.fingerprint = sha256;
}

void Client::start()
{
    if (d->state != State::Idle && d->state != State::Ended)
        return;
    d->epoch = Clock::now();
    d->transcript.clear();
    d->lastError.reset();
    d->connack.reset();
    d->tls.reset();
    d->peer.clear();
    d->backoff.reset();
    d->reconnects = 0;
    d->drops.clear();
    d->takeovers = 0;
    d->makeEngine();
    d->dial();
}

void Client::stop(bool sendWill)
{
    if (d->state == State::Idle || d->state == State::Ended || d->state == State::Closing)
        return;
    const bool isOpen = d->state == State::Connected || d->state == State::Greeting;
    d->retry.stop();
    d->dialing.reset();
    if (!isOpen) {
        d->end();
        return;
    }
    d->setState(State::Closing);
    d->farewell.start(kFarewell);
    d->engine->post([sendWill](ClientEngine &engine) { engine.disconnect(sendWill); });
}

void Client::cut()
{
    if (d->state == State::Connected || d->state == State::Greeting)
        d->engine->post([](ClientEngine &engine) { engine.cut(); });
}

void Client::reconnect()
{
    if (d->state != State::Connected)
        return;
    d->backoff.reset();
    cut();
}

void Client::retryNow()
{
    if (d->state != State::Waiting)
        return;
    d->retry.stop();
    d->dial();
}

Result<> Client::subscribe(const Subscription &subscription)
{
    if (const auto checked = checkTopicFilter(view(subscription.filter)); !checked)
        return checked;
    if (subscription.qos > 2)
        return failure(Error::Kind::Usage, tr("QoS is 0, 1 or 2."));
    auto &all = d->subscriptions;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Subscription &each) {
        return each.filter == subscription.filter;
    });
    if (same == all.end())
        all.append(subscription);
    else
        *same = subscription;
    if (d->state == State::Connected)
        d->engine->post([subscription](ClientEngine &engine) { engine.subscribe(subscription); });
    return {};
}

void Client::unsubscribe(const QByteArray &filter)
{
    d->subscriptions.removeIf([&](const Subscription &each) { return each.filter == filter; });
    if (d->state == State::Connected)
        d->engine->post([filter](ClientEngine &engine) { engine.unsubscribe(filter); });
}

Result<quint64> Client::publish(const Publication &publication)
{
    if (const auto checked = checkTopicName(view(publication.topic)); !checked)
        return tl::unexpected(checked.error());
    if (publication.qos > 2)
        return failure(Error::Kind::Usage, tr("QoS is 0, 1 or 2."));
    if (publication.payload.size() > kMostPayload - publication.topic.size() - 16)
        return failure(Error::Kind::Usage, tr("A message has at most 256 MiB."));
    if (d->target.version == Version::V311 && !publication.properties.isEmpty())
        return failure(Error::Kind::Usage, tr("MQTT 3.1.1 knows no properties of messages."));
    const auto &properties = publication.properties;
    if ((properties.correlation && properties.correlation->size() > 0xffff) ||
        (properties.contentType && properties.contentType->size() > 0xffff))
        return failure(Error::Kind::Usage, tr("A property has at most 65,535 bytes."));
    if (properties.responseTopic) {
        if (const auto checked = checkTopicName(view(*properties.responseTopic)); !checked)
            return tl::unexpected(checked.error());
    }
    if (!d->engine)
        d->makeEngine();
    const quint64 id = ++d->lastId;
    d->engine->post([id, publication, now = Clock::now()](ClientEngine &engine) mutable {
        engine.publish(id, std::move(publication), now);
    });
    return id;
}

const QList<Subscription> &Client::subscriptions() const
{
    return d->subscriptions;
}

const BrokerTarget &Client::target() const
{
    return d->target;
}

Client::State Client::state() const
{
    return d->state;
}

const std::optional<ConnackFacts> &Client::connack() const
{
    return d->connack;
}

const std::optional<Net::TlsFacts> &Client::tls() const
{
    return d->tls;
}

const QString &Client::peer() const
{
    return d->peer;
}

const std::optional<Error> &Client::lastError() const
{
    return d->lastError;
}

Step Client::lastStep() const
{
    return d->lastStep;
}

std::chrono::milliseconds Client::nextAttempt() const
{
    return std::chrono::milliseconds(std::max(d->retry.remainingTime(), 0));
}

const Transcript &Client::transcript() const
{
    return d->transcript;
}

const ClientMetrics &Client::metrics() const
{
    return d->metrics;
}

QList<MetricSample> Client::metricSamples() const
{
    using Unit = MetricSample::Unit;
    const ClientMetrics &m = d->metrics;
    QList<MetricSample> samples;
    const auto add = [&samples](const char *name, std::optional<double> value, Unit unit,
                                const QMap<QString, QString> &labels = {}) {
        MetricSample sample;
        sample.name = QLatin1String(name);
        sample.value = value;
        sample.unit = unit;
        sample.labels = labels;
        samples.append(sample);
    };
    const bool connected = d->state == State::Connected;
    add("rtt_ms", m.rttMs, Unit::Milliseconds);
    add("session_len_s",
        connected ? std::optional(static_cast<double>(m.connectedFor.count())) : std::nullopt,
        Unit::Seconds);
    const auto keepalive = d->connack && d->connack->serverKeepalive
                               ? std::chrono::seconds(*d->connack->serverKeepalive)
                               : d->target.keepalive;
    add("keepalive_s",
        keepalive.count() > 0 ? std::optional(static_cast<double>(keepalive.count()))
                              : std::nullopt,
        Unit::Seconds);
    for (std::size_t qos = 0; qos < 3; ++qos)
        add("qos_mix", static_cast<double>(m.received.at(qos)), Unit::Count,
            {{QStringLiteral("qos"), QString::number(qos)}});
    add("offline_msgs", static_cast<double>(m.waiting), Unit::Count);
    add("retain_hits", static_cast<double>(m.retained), Unit::Count);
    add("bytes_in", static_cast<double>(m.receivedBytes), Unit::Bytes);
    add("bytes_out", static_cast<double>(m.sentBytes), Unit::Bytes);
    add("reconnects", static_cast<double>(m.reconnects), Unit::Count);
    add("takeovers", static_cast<double>(m.takeovers), Unit::Count);
    return samples;
}

// The way to Connected
// -----------------------------------------------------------------------------

void Client::Private::setState(State to)
{
    if (state == to)
        return;
    state = to;
    Q_EMIT q->stateChanged(to);
}

void Client::Private::note(Step step, TranscriptEntry::Direction direction, const QString &text)
{
    transcript.append({std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - epoch),
                       step, direction, text});
    Q_EMIT q->transcriptChanged();
}

void Client::Private::makeEngine()
{
    // A new one for each start(): it counts time from it.
    if (engine)
        engine->post([](ClientEngine &old) { old.dropAll(PublishOutcome::Kind::Dropped); });
    else {
        ClientEngine::Events events;
        events.connack = [relay = relay](quint64 of, const ConnackFacts &facts) {
            relay->post([of, facts](Client &c) { c.d->onConnack(of, facts); });
        };
        events.ended = [relay = relay](const ClientEngine::End &end) {
            relay->post([end](Client &c) { c.d->onEnded(end); });
        };
        events.subscribed = [relay = relay](const SubscribeOutcome &outcome) {
            relay->post([outcome](Client &c) { Q_EMIT c.subscribed(outcome); });
        };
        events.unsubscribed = [relay = relay](const QByteArray &filter) {
            relay->post([filter](Client &c) { Q_EMIT c.unsubscribed(filter); });
        };
        events.published = [relay = relay](const QList<PublishOutcome> &outcomes) {
            relay->post([outcomes](Client &c) { Q_EMIT c.published(outcomes); });
        };
        events.noted = [relay = relay](const QList<TranscriptEntry> &entries) {
            relay->post([entries](Client &c) {
                for (const TranscriptEntry &entry : entries)
                    c.d->transcript.append(entry);
                Q_EMIT c.transcriptChanged();
            });
        };
        events.measured = [relay = relay](const ClientMetrics &figures) {
            relay->post([figures](Client &c) {
                ClientMetrics &kept = c.d->metrics;
                const quint64 again = kept.reconnects;
                kept = figures;
                kept.reconnects = again;
                kept.takeovers = c.d->takeoversEver;
                Q_EMIT c.metricsChanged();
            });
        };
        engine = std::make_unique<EngineHost<ClientEngine>>(
            QStringLiteral("mqtt"),
            [sink = sink, events = std::move(events), epoch = epoch](std::stop_token) {
                return std::make_unique<ClientEngine>(sink, events, epoch);
            });
    }
}

void Client::Private::dial()
{
    ++attempt;
    carrier.reset();
    setState(State::Dialing);
    note(Step::Tcp, TranscriptEntry::Direction::Local,
         QStringLiteral("connecting to %1 port %2").arg(target.host).arg(target.port));
    dialing = dialer->dial(target.host, target.port, target.stepTimeout,
                           [this](Result<Net::Stream> stream) { onDialed(std::move(stream)); });
}

void Client::Private::onDialed(Result<Net::Stream> stream)
{
    // The attempt may not go from inside its own call.
    QTimer::singleShot(0, q, [old = std::shared_ptr<Net::Dialer::Attempt>(std::move(dialing))] {});
    if (!stream) {
        onProblem(stream.error());
        return;
    }
    peer = stream->peer;
    note(Step::Tcp, TranscriptEntry::Direction::Local, QStringLiteral("connected: ") + peer);
    if (target.carriage == Carriage::Tcp) {
        hand(std::move(stream->socket), stream->way);
        return;
    }
    setState(State::Securing);
    startCarrier(std::move(*stream));
}

void Client::Private::startCarrier(Net::Stream stream)
{
    Carrier::Events events;
    const auto of = attempt;
    const auto way = stream.way;
    events.ready = [relay = relay, of, way](Net::OwnedSocket socket) {
        // A Relay's calls are copied.
        auto shared = std::make_shared<Net::OwnedSocket>(std::move(socket));
        relay->post([shared, of, way](Client &c) {
            if (c.d->attempt == of && c.d->state == State::Securing)
                c.d->hand(std::move(*shared), way);
        });
    };
    events.tls = [relay = relay, of](const Net::TlsFacts &facts) {
        relay->post([facts, of](Client &c) {
            if (c.d->attempt == of)
                c.d->tls = facts;
        });
    };
    events.failed = [relay = relay, of](const Error &error) {
        relay->post([error, of](Client &c) {
            if (c.d->attempt == of && c.d->state == State::Securing)
                c.d->onProblem(error);
        });
    };
    events.noted = [relay = relay, of](Step step, const QString &text) {
        relay->post([step, text, of](Client &c) {
            if (c.d->attempt == of)
                c.d->note(step, TranscriptEntry::Direction::Local, text);
        });
    };
    carrier = std::make_unique<EngineHost<Carrier>>(
        QStringLiteral("mqtt-tls"), [events = std::move(events)](std::stop_token stop) {
            return std::make_unique<Carrier>(std::move(stop), events);
        });
    Carrier::Setup setup{std::move(stream), target, password.copy(), passphrase.copy()};
    carrier->post(
        [setup = std::move(setup)](Carrier &one) mutable { one.begin(std::move(setup)); });
}

void Client::Private::hand(Net::OwnedSocket socket, std::shared_ptr<Net::Way> way)
{
    setState(State::Greeting);
    ClientEngine::Begin begin;
    begin.attempt = attempt;
    begin.socket = std::move(socket);
    begin.way = std::move(way);
    begin.target = target;
    // MQTT 5.0, section 3.1.2.11.2: a session that is to last is not thrown away by our own
    // reconnecting.
    begin.clean = target.cleanStart && !(isAutomatic() && target.sessionExpiry.count() > 0);
    begin.password = password.copy();
    engine->post(
        [begin = std::move(begin)](ClientEngine &its) mutable { its.begin(std::move(begin)); });
}

void Client::Private::onConnack(quint64 of, const ConnackFacts &facts)
{
    if (of != attempt || (state != State::Greeting && state != State::Closing))
        return;
    connack = facts;
    if (facts.reason != 0 || state == State::Closing)
        return; // the end follows, and has the words
    lastError.reset();
    connectedAt = Clock::now();
    setState(State::Connected);
    for (const Subscription &each : std::as_const(subscriptions))
        engine->post([each](ClientEngine &its) { its.subscribe(each); });
    Q_EMIT q->connected(facts);
}

bool Client::Private::noteDrop(const ClientEngine::End &end)
{
    const bool said = end.afterConnack && end.reason == std::uint8_t(0x8e);
    const bool likely = end.afterConnack && end.hungUp && end.lasted < kFlapDrop;
    if (!said && !likely)
        return false;
    const auto now = Clock::now();
    drops.push_back(now);
    while (now - drops.front() > kFlapWindow)
        drops.pop_front();
    takeovers = static_cast<int>(drops.size());
    metrics.takeovers = ++takeoversEver;
    Q_EMIT q->takenOver(takeovers);
    return said || takeovers >= kMostTakeovers;
}

void Client::Private::onEnded(const ClientEngine::End &ended)
{
    if (ended.attempt != attempt)
        return;
    if (state == State::Closing || ended.asked) {
        end();
        return;
    }
    if (state != State::Connected && state != State::Greeting)
        return;
    if (ended.lasted >= Net::Backoff::kStable)
        backoff.reset();
    if (noteDrop(ended)) {
        Error error = ended.error;
        if (!ended.reason)
            error = {Error::Kind::Refused,
                     tr("The broker ended the connection %1 times right after it was made. Most "
                        "likely another client uses the same identifier, %2, and each pushes the "
                        "other out.")
                         .arg(QString::number(takeovers), plainLine(target.clientId, 80)),
                     ended.error.detail};
        giveUp(error);
        return;
    }
    onProblem(ended.error, ended.reason);
}

void Client::Private::onProblem(const Error &error, std::optional<std::uint8_t> reason)
{
    const bool final = reason ? isFinal(*reason) : !Net::Backoff::isWorthRepeating(error);
    // What never was a connection is not made again by itself: a person waits for the answer.
    const bool wasThere = state == State::Connected || isAutomatic();
    if (final || !target.reconnect || !wasThere || error.kind == Error::Kind::Protocol) {
        giveUp(error);
        return;
    }
    lastError = error;
    lastStep = step();
    carrier.reset();
    const auto wait = backoff.next(QRandomGenerator::global()->generateDouble());
    ++reconnects;
    ++metrics.reconnects;
    note(Step::Tcp, TranscriptEntry::Direction::Local,
         QStringLiteral("%1; trying again in %2 ms").arg(error.what).arg(wait.count()));
    retry.start(wait);
    setState(State::Waiting);
    Q_EMIT q->lost(error);
}

Step Client::Private::step() const
{
    switch (state) {
    case State::Securing:
        if (target.carriage == Carriage::WebSocket ||
            (target.carriage == Carriage::WebSocketTls && tls && tls->trusted))
            return Step::WebSocket;
        return Step::Tls;
    case State::Greeting:
        return Step::Connect;
    case State::Connected:
    case State::Closing:
        return Step::Session;
    default:
        return Step::Tcp;
    }
}

void Client::Private::giveUp(const Error &error)
{
    lastError = error;
    lastStep = step();
    ++attempt; // nothing of this one counts any more
    retry.stop();
    carrier.reset();
    note(step(), TranscriptEntry::Direction::Local, error.what);
    engine->post([](ClientEngine &its) {
        its.cut();
        its.dropAll(PublishOutcome::Kind::Dropped);
    });
    setState(State::Ended);
    Q_EMIT q->failed(error);
}

void Client::Private::end()
{
    if (state == State::Ended)
        return;
    ++attempt;
    retry.stop();
    farewell.stop();
    dialing.reset();
    carrier.reset();
    engine->post([](ClientEngine &its) {
        its.cut();
        its.dropAll(PublishOutcome::Kind::Dropped);
    });
    setState(State::Ended);
    Q_EMIT q->stopped();
}

} // namespace Portolan::Mqtt
