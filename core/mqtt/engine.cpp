// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/engine.h"

#include "core/mqtt/mosquittowords.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/words.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <openssl/crypto.h>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace Portolan::Mqtt {

namespace {

using namespace std::chrono_literals;

constexpr auto kReadShare = 4ms;   // then calls and other sockets have their turn
constexpr auto kFlushEvery = 20ms; // outcomes and notes to the window's thread
constexpr auto kMeasureEvery = 500ms;
constexpr auto kMiscEvery = 500ms; // the library's keepalive counts whole seconds
constexpr int kMostLogged = 200;   // lines a second
// At QoS 2, received and not released, all of them together: the largest message fits alone.
constexpr qint64 kMostHeldBytes = (qint64(256) << 20U) + (1 << 17U);
constexpr qint64 kHeldOverhead = 512; // what the library keeps of each besides
// Of one whose size is not told, because its topic has more than 450 bytes or so.
constexpr qint64 kHeldUnknown = qint64(100) << 20U;

void initialiseLibrary()
{
    static const int once =
        mosquitto_lib_init(); // counted and never undone: threads may outlive main()
    Q_UNUSED(once);
}

// Puts `socket` in the place of the one that has this number.
bool putSocket(const Net::OwnedSocket &socket, int place)
{
#ifdef Q_OS_WIN
    // Windows has no dup2() for sockets.
    Q_UNUSED(socket);
    Q_UNUSED(place);
    return false;
#else
    return ::dup2(socket.get(), place) >= 0 && ::fcntl(place, F_SETFD, FD_CLOEXEC) == 0;
#endif
}

Step stepOf(const char *line)
{
    return std::strstr(line, "CONN") ? Step::Connect : Step::Session;
}

} // namespace

// The library calls these inside mosquitto_loop_*(), mosquitto_publish*() and the like, always on
// the engine's thread.
struct ClientEngine::Callbacks
{
    static ClientEngine &self(void *object) { return *static_cast<ClientEngine *>(object); }

    static void connack(mosquitto *, void *object, int reason, int flags,
                        const mosquitto_property *properties)
    {
        self(object).onConnack(reason, flags, connackFacts(properties));
    }
    static void disconnected(mosquitto *, void *object, int code, const mosquitto_property *)
    {
        self(object).m_disconnectCode = code;
    }
    static void published(mosquitto *, void *object, int mid, int reason,
                          const mosquitto_property *)
    {
        ClientEngine &engine = self(object);
        if (engine.m_handing && !engine.m_inFlight.contains(mid))
            engine.m_handedDone = true; // QoS 0 that went out at once
        else
            engine.settle(mid, static_cast<std::uint8_t>(reason));
    }
    static void message(mosquitto *, void *object, const mosquitto_message *message,
                        const mosquitto_property *properties)
    {
        ClientEngine &engine = self(object);
        const QByteArray encoded =
            properties ? encodeProperties(messageProperties(properties)) : QByteArray();
        Received received;
        received.topic = message->topic;
        if (message->payloadlen > 0)
            received.payload = {static_cast<const char *>(message->payload),
                                static_cast<std::size_t>(message->payloadlen)};
        received.properties = {encoded.constData(), static_cast<std::size_t>(encoded.size())};
        received.time = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count();
        received.qos = static_cast<std::uint8_t>(message->qos);
        received.retained = message->retain;
        // The library tells it in its log only; QoS 2 is told later than it is logged.
        received.duplicate = std::exchange(engine.m_nextIsDuplicate, false) && received.qos == 1;
        ClientMetrics &metrics = engine.m_metrics;
        ++metrics.received.at(std::min<std::size_t>(received.qos, 2));
        metrics.receivedBytes += received.payload.size();
        metrics.retained += received.retained ? 1 : 0;
        if (!engine.m_noting)
            ++metrics.packetsNotNoted;
        if (received.qos == 2)
            engine.release(message->mid);
        engine.m_metricsChanged = true;
        engine.m_sink->message(received);
        errno = 0; // readFor() looks at it
    }
    static void subscribed(mosquitto *, void *object, int mid, int count, const int *granted,
                           const mosquitto_property *)
    {
        ClientEngine &engine = self(object);
        const auto found = engine.m_subscribing.find(mid);
        if (found == engine.m_subscribing.end())
            return;
        SubscribeOutcome outcome;
        outcome.asked = found->second.first;
        outcome.time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() -
                                                                             found->second.second);
        outcome.reason = count > 0 ? static_cast<std::uint8_t>(granted[0]) : 0x80;
        outcome.granted = outcome.reason <= 2;
        engine.m_metrics.rttMs = static_cast<double>(outcome.time.count()) / 1000.0;
        engine.m_metricsChanged = true;
        engine.m_subscribing.erase(found);
        engine.m_events.subscribed(outcome);
    }
    static void unsubscribed(mosquitto *, void *object, int mid, const mosquitto_property *)
    {
        ClientEngine &engine = self(object);
        const auto found = engine.m_unsubscribing.find(mid);
        if (found == engine.m_unsubscribing.end())
            return;
        engine.m_events.unsubscribed(found->second);
        engine.m_unsubscribing.erase(found);
    }
    static void log(mosquitto *, void *object, int, const char *line) { self(object).onLog(line); }
};

ClientEngine::ClientEngine(std::shared_ptr<MessageSink> sink, Events events,
                           Clock::time_point epoch)
    : m_sink(std::move(sink))
    , m_events(std::move(events))
    , m_epoch(epoch)
{
    initialiseLibrary();
}

ClientEngine::~ClientEngine()
{
    if (m_handle)
        mosquitto_destroy(m_handle);
    // libmosquitto's chance is OpenSSL's, which keeps some memory for each thread.
    OPENSSL_thread_stop();
}

void ClientEngine::wake()
{
    m_wake.signal();
}

int ClientEngine::pollTimeout() const
{
    if (!m_open)
        return m_waiting.empty() && m_outcomes.isEmpty() && m_notes.isEmpty() ? -1 : 200;
    if (!m_outcomes.isEmpty() || !m_notes.isEmpty())
        return static_cast<int>(kFlushEvery.count());
    return 250; // keepalive, time limits, figures
}

void ClientEngine::run(std::stop_token stop, const std::function<void()> &drainCalls)
{
    while (!stop.stop_requested()) {
        pollfd watched[2] = {{m_wake.readEnd(), POLLIN, 0}, {Net::kNoSocket, 0, 0}};
        unsigned count = 1;
        if (m_open) {
            const int socket = mosquitto_socket(m_handle);
            const short out = mosquitto_want_write(m_handle) ? POLLOUT : 0;
            watched[1] = {static_cast<Net::NativeSocket>(socket), static_cast<short>(POLLIN | out),
                          0};
            count = 2;
        }
#ifdef Q_OS_WIN
        const int ready = ::WSAPoll(watched, count, pollTimeout());
#else
        const int ready = ::poll(watched, count, pollTimeout());
#endif
        if (ready > 0 && (watched[0].revents & POLLIN) != 0)
            m_wake.clear();
        drainCalls();
        if (m_open && count == 2) {
            if ((watched[1].revents & POLLOUT) != 0) {
                mosquitto_loop_write(m_handle, 1);
                checkEnd();
            }
            if (m_open && (watched[1].revents & ~POLLOUT) != 0)
                readFor(kReadShare);
        }
        const bool hasRead = count == 2 && (watched[1].revents & POLLIN) != 0;
        turn();
        // Brokers answer in small packets, and wait with the second one until the first is
        // acknowledged: 20 messages and their answers would take 40 ms.
        if (hasRead && m_open && !m_inFlight.empty())
            Net::acknowledgeNow(static_cast<Net::NativeSocket>(mosquitto_socket(m_handle)));
    }
    // A last word, so that the broker does not publish the will of a client that was closed.
    if (m_open && m_connected) {
        mosquitto_disconnect(m_handle);
        mosquitto_loop_write(m_handle, 1);
    }
}

void ClientEngine::readFor(std::chrono::microseconds most)
{
    const auto until = Clock::now() + most;
    int untilClock = 32;
    while (m_open) {
        errno = 0;
        // It reads one packet, or as many as there are messages under way.
        const int result = mosquitto_loop_read(m_handle, 1);
        const bool drained = errno == EAGAIN || errno == EWOULDBLOCK;
        if (m_heldBytes > kMostHeldBytes) {
            finish({Error::Kind::Protocol,
                    tr("The broker sends messages at QoS 2 and does not complete them.")});
            break;
        }
        if (result != MOSQ_ERR_SUCCESS || mosquitto_socket(m_handle) < 0) {
            checkEnd();
            break;
        }
        if (drained)
            break;
        if (--untilClock == 0) {
            if (Clock::now() >= until)
                break;
            untilClock = 32;
        }
    }
    m_sink->endOfRound();
}

void ClientEngine::turn()
{
    const auto now = Clock::now();
    if (m_open && now >= m_nextMisc) {
        m_nextMisc = now + kMiscEvery;
        mosquitto_loop_misc(m_handle);
        checkEnd();
        // What a busy sink could not take in the last round.
        m_sink->endOfRound();
    }
    if (m_open && !m_connected && now - m_beganAt > m_target.stepTimeout)
        finish({Error::Kind::Timeout,
                tr("%1 did not answer as an MQTT broker within %2 seconds.")
                    .arg(m_target.host,
                         QString::number(
                             std::chrono::duration_cast<std::chrono::seconds>(m_target.stepTimeout)
                                 .count()))});
    if (m_connected)
        pump();
    if (!m_waiting.empty() && now >= m_nextExpiry)
        expire(now);
    if (now - m_logSecond >= 1s) {
        m_logSecond = now;
        m_logged = 0;
    }
    m_noting = m_logged < kMostLogged;
    // With MQTT 3.1.1 only the log tells of messages that the library holds; see onLog().
    const bool logging = m_noting || m_target.version == Version::V311;
    if (logging != m_logging) {
        m_logging = logging;
        if (m_handle)
            mosquitto_log_callback_set(m_handle, logging ? &Callbacks::log : nullptr);
    }
    flush(false);
}

void ClientEngine::flush(bool now)
{
    const auto time = Clock::now();
    if (!now && time - m_flushedAt < kFlushEvery)
        return;
    m_flushedAt = time;
    if (!m_outcomes.isEmpty())
        m_events.published(std::exchange(m_outcomes, {}));
    if (!m_notes.isEmpty())
        m_events.noted(std::exchange(m_notes, {}));
    if (m_metricsChanged && (now || time - m_measuredAt >= kMeasureEvery)) {
        m_measuredAt = time;
        m_metricsChanged = false;
        m_metrics.inFlight = static_cast<int>(m_inFlight.size());
        m_metrics.waiting = static_cast<int>(m_waiting.size());
        m_metrics.connectedFor =
            m_connected ? std::chrono::duration_cast<std::chrono::seconds>(time - m_connectedAt)
                        : 0s;
        m_events.measured(m_metrics);
    }
}

// The connection -------------------------------------------------------------------------------

void ClientEngine::makeHandle(const Begin &begin)
{
    if (m_handle && m_keepsSession && !begin.clean)
        return;
    if (m_handle)
        mosquitto_destroy(m_handle);
    m_keepsSession = !begin.clean;
    m_handle = mosquitto_new(begin.target.clientId.toUtf8().constData(), begin.clean, this);
    if (!m_handle)
        qFatal("libmosquitto has no memory for a client");
    mosquitto_int_option(m_handle, MOSQ_OPT_PROTOCOL_VERSION,
                         begin.target.version == Version::V5 ? MQTT_PROTOCOL_V5
                                                             : MQTT_PROTOCOL_V311);
    mosquitto_int_option(m_handle, MOSQ_OPT_SEND_MAXIMUM, Client::kMostInFlight);
    mosquitto_connect_v5_callback_set(m_handle, &Callbacks::connack);
    mosquitto_disconnect_v5_callback_set(m_handle, &Callbacks::disconnected);
    mosquitto_publish_v5_callback_set(m_handle, &Callbacks::published);
    mosquitto_message_v5_callback_set(m_handle, &Callbacks::message);
    mosquitto_subscribe_v5_callback_set(m_handle, &Callbacks::subscribed);
    mosquitto_unsubscribe_v5_callback_set(m_handle, &Callbacks::unsubscribed);
    mosquitto_log_callback_set(m_handle, m_logging ? &Callbacks::log : nullptr);
    if (const auto &will = begin.target.will) {
        PropertyWriter properties;
        if (begin.target.version == Version::V5) {
            properties.message(will->properties);
            if (will->delay.count() > 0)
                properties.int32(MQTT_PROP_WILL_DELAY_INTERVAL,
                                 static_cast<std::uint32_t>(will->delay.count()));
        }
        PropertyList list = properties.take();
        if (mosquitto_will_set_v5(m_handle, will->topic.constData(),
                                  static_cast<int>(will->payload.size()), will->payload.constData(),
                                  will->qos, will->retain, list.get()) == MOSQ_ERR_SUCCESS)
            static_cast<void>(list.release()); // it is the library's now
    }
    // What was on the way with the old handle: QoS 1 may go twice, QoS 2 may not.
    std::vector<Outgoing> again;
    for (auto &[mid, each] : std::exchange(m_inFlight, {})) {
        if (each.publication.qos == 2)
            outcome(each, PublishOutcome::Kind::Unknown);
        else
            again.push_back(std::move(each));
    }
    std::sort(again.begin(), again.end(),
              [](const Outgoing &a, const Outgoing &b) { return a.id > b.id; });
    for (Outgoing &each : again) {
        m_waitingBytes += each.publication.payload.size();
        m_waiting.push_front(std::move(each));
    }
}

void ClientEngine::begin(Begin begin)
{
    m_attempt = begin.attempt;
    m_target = begin.target;
    makeHandle(begin);
    m_disconnectCode.reset();
    m_connackReason.reset();
    m_connected = false;
    m_asked = false;
    m_cut = false;
    m_subscribing.clear();
    m_unsubscribing.clear();
    m_pingAt.reset();
    m_held.clear();
    m_heldBytes = 0;
    m_beganAt = Clock::now();
    m_nextMisc = m_beganAt + kMiscEvery;
    m_way = begin.way;
    m_open = true;
    if (const auto connected = connectHandle(begin); !connected)
        finish(connected.error());
}

Result<> ClientEngine::connectHandle(Begin &begin)
{
    const auto local = [](const char *what) {
        return failure(Error::Kind::Local, tr("This computer refuses a connection to itself."),
                       QString::fromLatin1(what) + QLatin1Char(' ') +
                           Net::socketErrorText(Net::lastSocketError()));
    };
    // The library can only open a connection by itself. It gets one to a port on which nobody
    // accepts: the system completes it, and the real socket takes its place before a byte was
    // written, because in the library's threaded mode CONNECT waits for the loop.
    const Net::OwnedSocket listener(::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    if (!listener.isValid() ||
        ::bind(listener.get(), reinterpret_cast<sockaddr *>(&address), length) != 0 ||
        ::listen(listener.get(), 1) != 0 ||
        ::getsockname(listener.get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return local("listen:");

    PropertyWriter properties;
    if (begin.target.version == Version::V5) {
        if (begin.target.sessionExpiry.count() > 0)
            properties.int32(MQTT_PROP_SESSION_EXPIRY_INTERVAL,
                             static_cast<std::uint32_t>(begin.target.sessionExpiry.count()));
        if (begin.target.receiveMaximum != 0)
            properties.int16(MQTT_PROP_RECEIVE_MAXIMUM, begin.target.receiveMaximum);
        if (begin.target.maximumPacketSize != 0)
            properties.int32(MQTT_PROP_MAXIMUM_PACKET_SIZE, begin.target.maximumPacketSize);
    }
    const PropertyList list = properties.take();
    const QByteArray user = begin.target.user.toUtf8();
    mosquitto_username_pw_set(m_handle, user.isEmpty() ? nullptr : user.constData(),
                              begin.password.isEmpty() ? nullptr : begin.password.reveal().data());
    mosquitto_threaded_set(m_handle, true);
    const int result = mosquitto_connect_bind_v5(m_handle, "127.0.0.1", ntohs(address.sin_port),
                                                 static_cast<int>(begin.target.keepalive.count()),
                                                 nullptr, list.get());
    mosquitto_threaded_set(m_handle, false);
    mosquitto_username_pw_set(m_handle, user.isEmpty() ? nullptr : user.constData(), nullptr);
    begin.password = Secret();
    if (result != MOSQ_ERR_SUCCESS)
        return local(mosquitto_strerror(result));
    const int socket = mosquitto_socket(m_handle);
    Net::setNonBlocking(begin.socket.get());
    if (!putSocket(begin.socket, socket))
        return local("dup2:");
    mosquitto_loop_write(m_handle, 1); // CONNECT
    checkEnd();
    return {};
}

void ClientEngine::onConnack(int reason, int flags, const ConnackFacts &read)
{
    ConnackFacts facts = read;
    facts.reason = m_target.version == Version::V5 ? static_cast<std::uint8_t>(reason)
                                                   : fromReturnCode(reason);
    // A broker of 3.1.1 answers a CONNECT of 5 with its own code for "unacceptable version".
    if (m_target.version == Version::V5 && reason > 0 && reason < 0x80)
        facts.reason = fromReturnCode(reason);
    facts.sessionPresent = (flags & 1) != 0;
    facts.time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_beganAt);
    if (facts.clientId.isEmpty())
        facts.clientId = m_target.clientId;
    m_connackReason = facts.reason;
    if (facts.reason == 0) {
        m_connected = true;
        m_connectedAt = Clock::now();
        m_mostInFlight =
            std::min<int>(Client::kMostInFlight, facts.receiveMaximum.value_or(0xffff));
    }
    m_metrics.rttMs = static_cast<double>(facts.time.count());
    m_metricsChanged = true;
    flush(true);
    m_events.connack(m_attempt, facts);
}

void ClientEngine::checkEnd()
{
    if (!m_open || mosquitto_socket(m_handle) >= 0)
        return;
    const int systemError = errno;
    finish(errorOf(m_disconnectCode.value_or(MOSQ_ERR_CONN_LOST), systemError));
}

void ClientEngine::finish(Error error)
{
    End end;
    end.attempt = m_attempt;
    end.afterConnack = m_connected;
    end.asked = m_asked;
    if (m_connected)
        end.lasted =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_connectedAt);
    if (m_connackReason && *m_connackReason != 0) {
        end.reason = m_connackReason;
        error = {kindOf(*m_connackReason), reasonSentence(Packet::Connack, *m_connackReason),
                 reasonName(Packet::Connack, *m_connackReason), *m_connackReason};
    } else if (m_disconnectCode && *m_disconnectCode >= 0x80) {
        // Below that it is a number of the library's, not a reason of the broker's.
        const auto reason = static_cast<std::uint8_t>(*m_disconnectCode);
        end.reason = reason;
        error = {kindOf(reason), reasonSentence(Packet::Disconnect, reason),
                 reasonName(Packet::Disconnect, reason), reason};
    } else if (m_cut) {
        error = {Error::Kind::Network, tr("The connection was cut on this side."), {}, 0};
    } else if (const auto problem = m_way ? m_way->problem() : std::nullopt) {
        error = *problem;
    } else {
        end.hungUp = m_disconnectCode == MOSQ_ERR_CONN_LOST;
        if (end.hungUp && !m_connected)
            error.what = tr("%1 closed the connection instead of answering as an MQTT broker.")
                             .arg(m_target.host);
    }
    end.error = error;
    note(m_connected ? Step::Session : Step::Connect, TranscriptEntry::Direction::Local,
         m_asked ? QStringLiteral("disconnected") : QStringLiteral("ended: ") + error.what);
    m_open = false;
    m_connected = false;
    m_way.reset();
    m_sink->endOfRound();
    closeHandle();
    m_metricsChanged = true;
    flush(true);
    m_events.ended(end);
}

// Where it was ours to end, the library still has its socket. It gets one at whose other end nobody
// is, finds that out and closes; what has come on the real one is not read any more.
void ClientEngine::closeHandle()
{
    const int socket = mosquitto_socket(m_handle);
    if (socket < 0)
        return;
    auto ends = Net::socketPair();
    ends.second.close();
    putSocket(ends.first, socket);
    mosquitto_loop_read(m_handle, 1);
}

void ClientEngine::disconnect(bool sendWill)
{
    if (!m_open)
        return;
    m_asked = true;
    if (!m_connected) {
        finish({Error::Kind::Cancelled, tr("The connection was cancelled."), {}, 0});
        return;
    }
    // MQTT 5.0, section 3.14.2.1: 0x04 asks for the will.
    if (sendWill && m_target.version == Version::V5)
        mosquitto_disconnect_v5(m_handle, MQTT_RC_DISCONNECT_WITH_WILL_MSG, nullptr);
    else
        mosquitto_disconnect(m_handle);
    checkEnd();
}

void ClientEngine::cut()
{
    if (!m_open)
        return;
    m_cut = true;
    finish({Error::Kind::Network, tr("The connection was cut on this side."), {}, 0});
}

void ClientEngine::note(Step step, TranscriptEntry::Direction direction, const QString &text)
{
    m_notes.append({std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_epoch),
                    step, direction, text});
}

// The library keeps what came at QoS 2 until the broker releases it. With MQTT 5 the receive
// maximum bounds the number and nothing bounds the bytes, with 3.1.1 neither, so a broker could
// fill our memory. "PUBLISH (d0, q2, r0, m123, 'a/b', ... (5 bytes))", of which the library cuts
// the end off where the topic is long.
void ClientEngine::hold(const char *publish)
{
    const char *number = std::strstr(publish, ", m");
    const int mid = number ? static_cast<int>(std::strtol(number + 3, nullptr, 10)) : 0;
    const std::size_t length = std::strlen(publish);
    const char *size = std::strrchr(publish, '(');
    const bool isWhole = length > 7 && std::strcmp(publish + length - 7, "bytes))") == 0 && size;
    const qint64 bytes =
        isWhole ? std::strtoll(size + 1, nullptr, 10) + static_cast<qint64>(length) + kHeldOverhead
                : kHeldUnknown;
    m_held[mid].push_back(bytes); // one that is sent again is kept again
    m_heldBytes += bytes;
    // One call of the library reads as many packets as there are messages under way.
    if (m_heldBytes > kMostHeldBytes)
        Net::shutDown(mosquitto_socket(m_handle));
}

void ClientEngine::release(int mid)
{
    const auto found = m_held.find(mid);
    if (found == m_held.end())
        return;
    m_heldBytes -= found->second.front();
    found->second.pop_front();
    if (found->second.empty())
        m_held.erase(found);
}

void ClientEngine::onLog(const char *line)
{
    ++m_logged;
    // "Client ID sending PUBLISH (d0, q1, r0, m3, 'a/b', ... (5 bytes))": the identifier is the
    // same in all of them.
    const char *sending = std::strstr(line, " sending ");
    const char *received = std::strstr(line, " received ");
    const char *text = sending ? sending + 9 : received ? received + 10 : line;
    if (sending && std::strncmp(text, "PINGREQ", 7) == 0)
        m_pingAt = Clock::now();
    if (received && std::strncmp(text, "PINGRESP", 8) == 0 && m_pingAt) {
        m_metrics.rttMs =
            std::chrono::duration<double, std::milli>(Clock::now() - *m_pingAt).count();
        m_metricsChanged = true;
        m_pingAt.reset();
    }
    if (received && std::strncmp(text, "PUBLISH (d1", 11) == 0) {
        m_nextIsDuplicate = true;
        ++m_metrics.duplicates;
    }
    if (received && std::strncmp(text, "PUBLISH (d", 10) == 0 && text[13] == 'q' && text[14] == '2')
        hold(text);
    if (m_logged > kMostLogged)
        return;
    note(m_connected ? stepOf(text) : Step::Connect,
         sending    ? TranscriptEntry::Direction::Sent
         : received ? TranscriptEntry::Direction::Received
                    : TranscriptEntry::Direction::Local,
         QString::fromUtf8(text));
}

} // namespace Portolan::Mqtt
