// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokerprobe.h"

#include "core/mqtt/probekit.h"
#include "core/mqtt/topicfilter.h"
#include "core/mqtt/words.h"

#include <QRandomGenerator>

#include <algorithm>
#include <deque>

namespace Portolan::Mqtt {

namespace {

using namespace std::chrono_literals;
using Clock = Catcher::Clock;

constexpr auto kLook = 10ms;
constexpr auto kAnswer = 3s; // for one message to come round
constexpr auto kQuiet =
    1200ms; // then no more retained messages come; $SYS is told anew each second
constexpr auto kLongestRead = 60s;
constexpr int kRetainedOwn = 50;
constexpr int kSessionMessages = 10;
constexpr int kBridgeRetained = 10;
constexpr qsizetype kMostSys = 1000;

// Whether a part is measured with messages that must come round on the scratch topic.
bool needsScratch(BrokerProbe::Part part, const BrokerProbe::Request &request)
{
    using Part = BrokerProbe::Part;
    switch (part) {
    case Part::Delivery:
    case Part::Flood:
    case Part::Session:
    case Part::Will:
        return true;
    case Part::Retained:
        return request.retainedFilter.isEmpty();
    case Part::Connection:
    case Part::Access:
    case Part::Bridge: // read at another broker
    case Part::Sys:
        break;
    }
    return false;
}

QByteArray chance()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

} // namespace

struct BrokerProbe::Private
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
public:
    using Then = std::function<void(bool)>;

    Private(BrokerProbe *probe, const BrokerTarget &to, const Request &wanted, MakeDialer with)
        : q(probe)
        , target(to)
        , request(wanted)
        , makeDialer(std::move(with))
        , prefix(wanted.prefix + '/' + chance())
    {
        look.setInterval(kLook);
        QObject::connect(&look, &QTimer::timeout, q, [this] { onLook(); });
    }

    [[nodiscard]] BrokerTarget plain(const BrokerTarget &of) const;
    [[nodiscard]] std::unique_ptr<Prober> connectTo(const BrokerTarget &to,
                                                    const Secret &with) const;
    void waitUntil(std::function<bool()> condition, std::chrono::milliseconds most, Then then);
    void onLook();
    void next();
    void finish();

    void doConnection();
    void onFailedConnection();
    void doSys(std::function<void()> then);
    void readScratch();
    void doAccess(qsizetype index);
    void tryAccess(const QByteArray &topic, std::function<void(const AccessFacts &)> then);
    void doDelivery(int qos);
    void doRetained();
    void readRetained(quint64 droppedBefore, bool own);
    void doFlood();
    void doSession();
    void doWill();
    void doBridge();
    void bridgeDelivery(int qos);
    void bridgeRetained();

    BrokerProbe *const q;
    BrokerTarget target;
    const Request request;
    const MakeDialer makeDialer;
    const QByteArray prefix;
    Secret password;
    Secret passphrase;
    Secret secondPassword;

    bool running = false;
    DiagnosisFacts facts;
    Transcript transcript;
    std::deque<Part> parts;
    Part part = Part::Connection;
    std::optional<AccessFacts> scratch; // whether messages come round below the prefix
    std::unique_ptr<Prober> main;       // publishes
    std::unique_ptr<Prober> other;      // what a part needs besides
    std::unique_ptr<Prober> third;
    std::unique_ptr<DeliveryRun> run;
    QTimer look;
    std::function<bool()> condition;
    Clock::time_point deadline;
    Then then;
};

BrokerProbe::BrokerProbe(const BrokerTarget &target, const Request &request, MakeDialer makeDialer,
                         QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, target, request, std::move(makeDialer)))
{
}

BrokerProbe::~BrokerProbe() = default;

Result<> BrokerProbe::check(const Request &request)
{
    for (const QByteArray &topic : QList<QByteArray>{request.prefix} + request.accessTopics) {
        auto good = checkTopicName({topic.constData(), static_cast<std::size_t>(topic.size())});
        if (!good)
            return good;
    }
    return {};
}

void BrokerProbe::offerPassword(Secret password)
{
    d->password = std::move(password);
}

void BrokerProbe::offerKeyPassphrase(Secret passphrase)
{
    d->passphrase = std::move(passphrase);
}

void BrokerProbe::offerSecondPassword(Secret password)
{
    d->secondPassword = std::move(password);
}

const DiagnosisFacts &BrokerProbe::facts() const
{
    return d->facts;
}

const Transcript &BrokerProbe::transcript() const
{
    return d->transcript;
}

void BrokerProbe::start()
{
    if (d->running)
        return;
    d->running = true;
    d->facts = {};
    d->facts.target = d->target;
    d->facts.hadPassword = !d->password.isEmpty();
    for (const Part each : {Part::Sys, Part::Access, Part::Delivery, Part::Retained, Part::Session,
                            Part::Will, Part::Flood, Part::Bridge})
        if (d->request.parts.testFlag(each) && (each != Part::Bridge || d->request.second))
            d->parts.push_back(each);
    d->scratch.reset();
    d->doConnection();
}

void BrokerProbe::cancel()
{
    if (!d->running)
        return;
    d->facts.error = Error{Error::Kind::Cancelled, tr("The connection was cancelled.")};
    d->finish();
}

// The target's own identifier belongs to somebody who may be connected: it is not pushed out.
BrokerTarget BrokerProbe::Private::plain(const BrokerTarget &of) const
{
    BrokerTarget made = of;
    if (!made.clientId.isEmpty())
        made.clientId += QLatin1Char('-') + QString::fromLatin1(chance().left(8));
    made.cleanStart = true;
    made.sessionExpiry = 0s;
    made.will.reset();
    made.reconnect = false;
    made.subscriptions.clear();
    return made;
}

std::unique_ptr<Prober> BrokerProbe::Private::connectTo(const BrokerTarget &to,
                                                        const Secret &with) const
{
    return std::make_unique<Prober>(to, makeDialer ? makeDialer() : nullptr, with, passphrase);
}

void BrokerProbe::Private::waitUntil(std::function<bool()> is, std::chrono::milliseconds most,
                                     Then after)
{
    condition = std::move(is);
    then = std::move(after);
    deadline = Clock::now() + most;
    look.start();
}

void BrokerProbe::Private::onLook()
{
    if (!condition)
        return;
    const bool met = condition();
    if (!met && Clock::now() < deadline)
        return;
    look.stop();
    condition = {};
    const Then call = std::exchange(then, {});
    call(met);
}

void BrokerProbe::Private::next()
{
    // Not from inside what it destroys.
    QTimer::singleShot(0, q, [this] {
        if (!running)
            return;
        other.reset();
        third.reset();
        run.reset();
        if (!main || !main->isConnected()) {
            if (main && main->error)
                facts.error = main->error;
            finish();
            return;
        }
        if (parts.empty()) {
            finish();
            return;
        }
        part = parts.front();
        if (!scratch && needsScratch(part, request)) {
            readScratch();
            return;
        }
        parts.pop_front();
        if (needsScratch(part, request) && scratch->read != AccessFacts::Answer::Yes) {
            facts.scratchClosed = scratch;
            next();
            return;
        }
        Q_EMIT q->progress(part, 0, 0);
        switch (part) {
        case Part::Sys:
            doSys([this] { next(); });
            break;
        case Part::Access:
            doAccess(0);
            break;
        case Part::Delivery:
            other = connectTo(plain(target), password);
            waitUntil([this] { return other->isConnected() || other->isOver(); },
                      target.stepTimeout * 3, [this](bool) { doDelivery(0); });
            break;
        case Part::Retained:
            doRetained();
            break;
        case Part::Flood:
            doFlood();
            break;
        case Part::Session:
            doSession();
            break;
        case Part::Will:
            doWill();
            break;
        case Part::Bridge:
            doBridge();
            break;
        case Part::Connection:
            next();
            break;
        }
    });
}

void BrokerProbe::Private::finish()
{
    if (!running)
        return;
    running = false;
    look.stop();
    condition = {};
    then = {};
    run.reset();
    if (main) {
        transcript = main->client.transcript();
        main->client.stop();
    }
    parts.clear();
    // From cancel() or a timer: the clients may go, their engines say goodbye by themselves.
    QTimer::singleShot(0, q, [this] {
        main.reset();
        other.reset();
        third.reset();
        Q_EMIT q->finished();
    });
}

void BrokerProbe::Private::doConnection()
{
    part = Part::Connection;
    Q_EMIT q->progress(part, 0, 0);
    main = connectTo(plain(target), password);
    waitUntil([this] { return main->isConnected() || main->isOver(); }, target.stepTimeout * 4,
              [this](bool) {
                  facts.tls = main->client.tls();
                  facts.peer = main->client.peer();
                  facts.connack = main->client.connack();
                  if (!main->isConnected()) {
                      onFailedConnection();
                      return;
                  }
                  facts.reached = Step::Session;
                  for (const Subscription &each : std::as_const(target.subscriptions))
                      main->subscribe(each.filter, each.qos);
                  waitUntil([this] { return main->grants.size() >= target.subscriptions.size(); },
                            kAnswer,
                            [this](bool) {
                                facts.subscriptions = main->grants;
                                for (const Subscription &each : std::as_const(target.subscriptions))
                                    main->client.unsubscribe(each.filter);
                                next();
                            });
              });
}

void BrokerProbe::Private::onFailedConnection()
{
    facts.error = main->error
                      ? *main->error
                      : Error{Error::Kind::Timeout, tr("The connection was not made in time.")};
    const auto &entries = main->client.transcript().entries();
    for (const TranscriptEntry &entry : entries)
        facts.reached = std::max(facts.reached, entry.step);
    transcript = main->client.transcript();
    const bool versionMayBeIt = (facts.connack && facts.connack->reason == 0x84) ||
                                (facts.reached == Step::Connect && !facts.connack);
    if (!versionMayBeIt) {
        finish();
        return;
    }
    BrokerTarget second = plain(target);
    second.version = target.version == Version::V5 ? Version::V311 : Version::V5;
    second.receiveMaximum = 0;
    second.maximumPacketSize = 0;
    other = connectTo(second, password);
    waitUntil([this] { return other->isConnected() || other->isOver(); }, target.stepTimeout * 3,
              [this](bool) {
                  facts.otherVersionWorks = other->isConnected();
                  finish();
              });
}

void BrokerProbe::Private::doSys(std::function<void()> after)
{
    other = connectTo(plain(target), password);
    other->subscribe(QByteArrayLiteral("$SYS/#"), 0);
    // The values come at once, being retained; some brokers tell them every few seconds only.
    const auto until = std::make_shared<Clock::time_point>(Clock::now() + 2s);
    const auto seen = std::make_shared<quint64>(0);
    waitUntil(
        [this, until, seen] {
            if (const auto count = other->catcher->count(); count != *seen && count < kMostSys) {
                *seen = count;
                *until = std::max(*until, Clock::now() + 300ms);
            }
            return Clock::now() >= *until;
        },
        5s,
        [this, after = std::move(after)](bool) {
            for (const Catcher::Caught &each : other->catcher->take())
                if (facts.sys.size() < kMostSys)
                    facts.sys.insert(each.topic, each.payload);
            after();
        });
}

// Access
// -------------------------------------------------------------------------------------------

void BrokerProbe::Private::readScratch()
{
    tryAccess(prefix + "/access", [this](const AccessFacts &seen) {
        scratch = seen;
        next();
    });
}

void BrokerProbe::Private::doAccess(qsizetype index)
{
    QList<QByteArray> topics{prefix + "/access"};
    topics += request.accessTopics;
    Q_EMIT q->progress(part, static_cast<int>(index), static_cast<int>(topics.size()));
    if (index >= topics.size()) {
        next();
        return;
    }
    tryAccess(topics.at(index), [this, index](const AccessFacts &seen) {
        if (index == 0)
            scratch = seen;
        facts.access.append(seen);
        doAccess(index + 1);
    });
}

void BrokerProbe::Private::tryAccess(const QByteArray &topic,
                                     std::function<void(const AccessFacts &)> after)
{
    const auto token = std::make_shared<QByteArray>("portolan " + chance());
    main->grants.clear();
    (void)main->catcher->take();
    main->subscribe(topic, 1);
    waitUntil([this] { return !main->grants.isEmpty(); }, kAnswer,
              [=, this](bool) {
                  AccessFacts seen;
                  seen.topic = topic;
                  if (!main->grants.isEmpty())
                      seen.suback = main->grants.last().reason;
                  const quint64 id = main->publish(topic, *token, 1);
                  const auto came = std::make_shared<bool>(false);
                  const auto acknowledgedAt = std::make_shared<std::optional<Clock::time_point>>();
                  waitUntil(
                      [=, this] {
                          for (const Catcher::Caught &each : main->catcher->take())
                              *came = *came || (each.topic == topic && each.payload == *token);
                          if (!*acknowledgedAt && main->outcomes.contains(id))
                              *acknowledgedAt = Clock::now();
                          const bool refused = main->outcomes.value(id).reason >= 0x80;
                          // After the acknowledgement the message itself needs no second.
                          return *came || refused || !main->isConnected() ||
                                 (*acknowledgedAt && Clock::now() - **acknowledgedAt > 1s);
                      },
                      kAnswer,
                      [=, this](bool) {
                          using Answer = AccessFacts::Answer;
                          AccessFacts result = seen;
                          const PublishOutcome outcome = main->outcomes.value(id);
                          const bool answered = main->outcomes.contains(id);
                          if (answered && target.version == Version::V5)
                              result.puback = outcome.reason;
                          if (*came) {
                              result.write = Answer::Yes;
                              result.read = Answer::Yes;
                          } else {
                              if (result.puback)
                                  result.write = *result.puback >= 0x80 ? Answer::No : Answer::Yes;
                              // Written for sure and never read; or refused with a code, which
                              // nobody gives for fun.
                              if (result.write == Answer::Yes ||
                                  (result.suback && *result.suback >= 0x80))
                                  result.read = Answer::No;
                          }
                          main->client.unsubscribe(topic);
                          after(result);
                      });
              });
}

// Delivery
// -----------------------------------------------------------------------------------------

void BrokerProbe::Private::doDelivery(int qos)
{
    Q_EMIT q->progress(part, qos, 3);
    if (qos > 2 || !other->isConnected()) {
        next();
        return;
    }
    const QByteArray topic = prefix + "/delivery/" + QByteArray::number(qos);
    run = std::make_unique<DeliveryRun>(
        *main, *other, topic, qos, request.deliveryMessages, request.deliveryBytes,
        [this, qos](const DeliveryFacts &result) {
            facts.delivery.at(static_cast<std::size_t>(qos)) = result;
            QTimer::singleShot(0, q, [this, qos] {
                if (running)
                    doDelivery(qos + 1);
            });
        });
}

// Retained messages
// --------------------------------------------------------------------------------

void BrokerProbe::Private::doRetained()
{
    const bool own = request.retainedFilter.isEmpty();
    if (!own) {
        doSys([this] {
            const quint64 dropped =
                facts.sys.value("$SYS/broker/publish/messages/dropped").toULongLong();
            readRetained(dropped, false);
        });
        return;
    }
    std::vector<quint64> ids;
    for (int i = 0; i < kRetainedOwn; ++i)
        ids.push_back(
            main->publish(prefix + "/retained/" + QByteArray::number(i), "portolan", 1, true));
    waitUntil(
        [this, ids] {
            return std::all_of(ids.begin(), ids.end(),
                               [this](quint64 id) { return main->outcomes.contains(id); });
        },
        kAnswer, [this](bool) { readRetained(0, true); });
}

void BrokerProbe::Private::readRetained(quint64 droppedBefore, bool own)
{
    third = connectTo(plain(target), password);
    const QByteArray filter = own ? QByteArray(prefix + "/retained/#") : request.retainedFilter;
    third->subscribe(filter, own ? 1 : request.retainedQos);
    if (!own)
        third->subscribe(QByteArrayLiteral("$SYS/#"), request.retainedQos);
    const auto until = std::make_shared<Clock::time_point>(Clock::now() + kAnswer);
    const auto result = std::make_shared<RetainedFacts>();
    result->filter = filter;
    result->qos = own ? 1 : request.retainedQos;
    // What is read now may leave that out, too.
    if (const auto said = facts.sys.constFind("$SYS/broker/retained messages/count");
        !own && said != facts.sys.cend())
        result->brokerSays = said->toULongLong();
    waitUntil(
        [=, this] {
            quint64 more = 0;
            for (const Catcher::Caught &each : third->catcher->take()) {
                // What $SYS tells anew comes as live, what is kept comes as retained.
                more += each.retained ? 1 : 0;
                if (each.topic == "$SYS/broker/retained messages/count")
                    result->brokerSays = each.payload.toULongLong();
                if (each.topic == "$SYS/broker/publish/messages/dropped")
                    result->dropped = each.payload.toULongLong() -
                                      std::min(droppedBefore, each.payload.toULongLong());
            }
            result->received += more;
            if (more > 0) {
                *until = Clock::now() + kQuiet;
                Q_EMIT q->progress(part, static_cast<int>(result->received), 0);
            }
            return Clock::now() >= *until || third->isOver();
        },
        kLongestRead,
        [=, this](bool) {
            if (own) {
                result->brokerSays = kRetainedOwn;
                for (int i = 0; i < kRetainedOwn; ++i)
                    main->publish(prefix + "/retained/" + QByteArray::number(i), {}, 1, true);
            }
            facts.retained = *result;
            next();
        });
}

// Without a connection
// -----------------------------------------------------------------------------

void BrokerProbe::Private::doFlood()
{
    BrokerTarget away = plain(target);
    away.reconnect = true;
    other = connectTo(away, password);
    third = connectTo(plain(target), password);
    const QByteArray topic = prefix + "/flood";
    third->subscribe(topic, 1);
    waitUntil(
        [this] { return other->isConnected() && !third->grants.isEmpty(); }, target.stepTimeout * 3,
        [this, topic](bool ready) {
            if (!ready) {
                next();
                return;
            }
            other->client.cut();
            waitUntil(
                [this] { return !other->isConnected(); }, kAnswer,
                [this, topic](bool) {
                    const QByteArray payload(request.deliveryBytes, '.');
                    FloodFacts flood;
                    for (int i = 0; i < request.floodMessages; ++i)
                        if (other->publish(topic, payload, 1) != 0)
                            ++flood.published;
                    flood.mostBytes = Client::kMostWaitingBytes;
                    waitUntil(
                        [this, flood] {
                            return static_cast<quint64>(other->outcomes.size()) >= flood.published;
                        },
                        30s,
                        [this, flood](bool) {
                            FloodFacts result = flood;
                            for (const PublishOutcome &each : std::as_const(other->outcomes)) {
                                result.kept +=
                                    each.kind == PublishOutcome::Kind::Acknowledged ? 1 : 0;
                                result.dropped +=
                                    each.kind == PublishOutcome::Kind::Dropped ? 1 : 0;
                            }
                            waitUntil(
                                [this, result] { return third->catcher->count() >= result.kept; },
                                kAnswer,
                                [this, result](bool) {
                                    facts.flood = result;
                                    facts.flood->delivered = third->catcher->count();
                                    next();
                                });
                        });
                });
        });
}

void BrokerProbe::Private::doSession()
{
    BrokerTarget lasting = plain(target);
    lasting.clientId = QStringLiteral("portolan-probe-") + QString::fromLatin1(chance().left(8));
    lasting.cleanStart = false;
    if (target.version == Version::V5)
        lasting.sessionExpiry = 120s;
    const QByteArray topic = prefix + "/session";
    other = connectTo(lasting, password);
    other->subscribe(topic, 1);
    waitUntil(
        [this] { return !other->grants.isEmpty(); }, target.stepTimeout * 3,
        [=, this](bool) {
            other->client.stop();
            waitUntil(
                [this] { return other->isOver(); }, kAnswer,
                [=, this](bool) {
                    SessionFacts session;
                    for (int i = 0; i < kSessionMessages; ++i)
                        if (main->publish(topic, QByteArray::number(i), 1) != 0)
                            ++session.published;
                    const auto acknowledged = main->outcomes.size() + kSessionMessages;
                    waitUntil(
                        [this, acknowledged] { return main->outcomes.size() >= acknowledged; },
                        kAnswer,
                        [=, this](bool) {
                            third = connectTo(lasting, password);
                            waitUntil(
                                [this] { return third->catcher->count() >= kSessionMessages; },
                                kAnswer,
                                [=, this](bool) {
                                    facts.session = session;
                                    facts.session->delivered = third->catcher->count();
                                    facts.session->resumed =
                                        third->client.connack() &&
                                        third->client.connack()->sessionPresent;
                                    third->client.stop();
                                    // And it is taken away again.
                                    waitUntil([this] { return third->isOver(); }, kAnswer,
                                              [=, this](bool) {
                                                  BrokerTarget end = lasting;
                                                  end.cleanStart = true;
                                                  end.sessionExpiry = 0s;
                                                  other = connectTo(end, password);
                                                  waitUntil(
                                                      [this] {
                                                          return other->isConnected() ||
                                                                 other->isOver();
                                                      },
                                                      kAnswer, [this](bool) { next(); });
                                              });
                                });
                        });
                });
        });
}

void BrokerProbe::Private::doWill()
{
    const QByteArray topic = prefix + "/will";
    BrokerTarget mortal = plain(target);
    mortal.will = Will{.topic = topic, .payload = "portolan", .qos = 1};
    (void)main->catcher->take();
    main->grants.clear();
    main->subscribe(topic, 1);
    other = connectTo(mortal, password);
    waitUntil(
        [this] { return !main->grants.isEmpty() && (other->isConnected() || other->isOver()); },
        target.stepTimeout * 3,
        [this, topic](bool) {
            const auto cutAt = Clock::now();
            other->client.cut();
            const auto result = std::make_shared<WillFacts>();
            waitUntil(
                [=, this] {
                    for (const Catcher::Caught &each : main->catcher->take()) {
                        if (each.topic != topic)
                            continue;
                        result->published = true;
                        result->payloadRight = each.payload == "portolan";
                        result->after =
                            std::chrono::duration_cast<std::chrono::milliseconds>(each.at - cutAt);
                    }
                    return result->published;
                },
                5s,
                [=, this](bool) {
                    facts.will = *result;
                    main->client.unsubscribe(topic);
                    next();
                });
        });
}

// Two brokers
// --------------------------------------------------------------------------------------

void BrokerProbe::Private::doBridge()
{
    doSys([this] {
        BridgeFacts bridge;
        bridge.from = target.display();
        bridge.to = request.second->display();
        for (auto each = facts.sys.cbegin(); each != facts.sys.cend(); ++each)
            if (each.key().startsWith("$SYS/broker/connection/") && each.key().endsWith("/state"))
                bridge.state.insert(each.key(), each.value());
        facts.bridge = bridge;
        third = connectTo(plain(*request.second), secondPassword);
        waitUntil([this] { return third->isConnected() || third->isOver(); },
                  request.second->stepTimeout * 3, [this](bool) { bridgeDelivery(0); });
    });
}

void BrokerProbe::Private::bridgeDelivery(int qos)
{
    Q_EMIT q->progress(part, qos, 4);
    if (!third->isConnected()) {
        facts.bridge->error = third->error;
        next();
        return;
    }
    if (qos > 2) {
        bridgeRetained();
        return;
    }
    const QByteArray topic = prefix + "/bridge/" + QByteArray::number(qos);
    run = std::make_unique<DeliveryRun>(
        *main, *third, topic, qos, std::min(request.deliveryMessages, 100), request.deliveryBytes,
        [this, qos](const DeliveryFacts &result) {
            facts.bridge->delivery.at(static_cast<std::size_t>(qos)) = result;
            QTimer::singleShot(0, q, [this, qos] {
                if (running)
                    bridgeDelivery(qos + 1);
            });
        });
}

void BrokerProbe::Private::bridgeRetained()
{
    const QByteArray base = prefix + "/bridge/retained/";
    for (int i = 0; i < kBridgeRetained; ++i)
        main->publish(base + QByteArray::number(i), "portolan", 1, true);
    facts.bridge->retainedAtFirst = kBridgeRetained;
    (void)third->catcher->take();
    third->subscribe(base + '#', 1);
    // Those that came as live are kept there as well: asked for once more, they come as retained.
    waitUntil([] { return false; }, kQuiet,
              [this, base](bool) {
                  third->client.unsubscribe(base + '#');
                  (void)third->catcher->take();
                  third->subscribe(base + '#', 1);
                  waitUntil([] { return false; }, kQuiet,
                            [this, base](bool) {
                                for (const Catcher::Caught &each : third->catcher->take())
                                    facts.bridge->retainedAtSecond += each.retained ? 1 : 0;
                                for (int i = 0; i < kBridgeRetained; ++i)
                                    main->publish(base + QByteArray::number(i), {}, 1, true);
                                waitUntil([] { return false; }, 200ms, [this](bool) { next(); });
                            });
              });
}

} // namespace Portolan::Mqtt
