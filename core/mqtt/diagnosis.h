// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/mqtt/client.h"

#include <QList>
#include <QMap>

#include <array>
#include <optional>

namespace Portolan::Mqtt {

// What a probe of a broker found out, and what that means. Plain values, any thread, no secrets, no
// payloads. Nothing: it was not looked at, or could not be.

// One topic or filter of the access matrix, by what really went through. A grant in SUBACK proves
// nothing: brokers grant what they will not deliver.
struct AccessFacts
{
    enum class Answer { Unknown, Yes, No };

    QByteArray topic;
    std::optional<std::uint8_t> suback = {};
    std::optional<std::uint8_t> puback = {}; // MQTT 5 only; with 3.1.1 it says nothing
    Answer write = Answer::Unknown;
    Answer read = Answer::Unknown;
};

struct DeliveryFacts
{
    std::uint8_t asked = 0;
    std::optional<std::uint8_t> granted = {};
    quint64 sent = 0;
    quint64 acknowledged = 0;
    quint64 received = 0; // without duplicates
    quint64 lost = 0;
    quint64 duplicates = 0; // of which a number of ours came again
    quint64 outOfOrder = 0;
    std::optional<std::uint8_t> effectiveQos = {}; // the lowest with which one came
    double medianMs = 0;
    double p99Ms = 0;
    double worstMs = 0;
};

struct RetainedFacts
{
    QByteArray filter;
    quint64 received = 0;
    std::uint8_t qos = 0;
    std::optional<quint64> brokerSays = {}; // $SYS/broker/retained messages/count
    std::optional<quint64> dropped = {};    // $SYS/broker/publish/messages/dropped, meanwhile
};

struct FloodFacts
{
    quint64 published = 0; // while disconnected
    quint64 kept = 0;
    quint64 dropped = 0;
    quint64 delivered = 0; // after the reconnect
    qint64 mostBytes = 0;
};

// Messages for a client that is away with a session that lasts.
struct SessionFacts
{
    bool resumed = false; // session present
    quint64 published = 0;
    quint64 delivered = 0;
};

struct WillFacts
{
    bool published = false;
    std::chrono::milliseconds after{}; // the cut
    bool payloadRight = false;
};

struct BridgeFacts // two brokers: published at the first, received at the second
{
    QString from;
    QString to;
    std::optional<Error> error = {}; // of the second one
    std::array<std::optional<DeliveryFacts>, 3> delivery = {};
    quint64 retainedAtFirst = 0;
    quint64 retainedAtSecond = 0;
    QMap<QByteArray, QByteArray> state = {}; // $SYS/broker/connection/+/state
};

struct DiagnosisFacts
{
    BrokerTarget target;
    std::optional<Error> error = {}; // why it went no further
    Step reached = Step::Tcp;
    QString peer = {};
    std::optional<ConnackFacts> connack = {};
    std::optional<Net::TlsFacts> tls = {};
    bool hadPassword = false;
    int takeovers = 0;
    std::optional<bool> otherVersionWorks = {}; // where this version was refused
    QList<SubscribeOutcome> subscriptions = {};
    QList<AccessFacts> access = {};
    // Nothing comes round on the scratch topic, so that what needs it was not tried.
    std::optional<AccessFacts> scratchClosed = {};
    std::array<std::optional<DeliveryFacts>, 3> delivery = {}; // by QoS
    std::optional<RetainedFacts> retained = {};
    std::optional<FloodFacts> flood = {};
    std::optional<SessionFacts> session = {};
    std::optional<WillFacts> will = {};
    std::optional<BridgeFacts> bridge = {};
    QMap<QByteArray, QByteArray> sys = {}; // single values below $SYS, at most 1,000
};

// What was received, as far as it tells of the design of topics; from a TopicStore.
struct TopicDesignFacts
{
    std::uint32_t topics = 0;
    int deepest = 0;
    quint32 widest = 0; // most children of one level
    QByteArray widestAt = {};
    quint32 onlyOnce = 0; // topics with one message that is not retained
    quint32 nonUtf8 = 0;
    quint32 emptyLevels = 0;
    quint32 spaces = 0;
    QList<QByteArray> broadFilters = {}; // subscriptions such as # and +/#
};

class TopicStore;
[[nodiscard]] TopicDesignFacts topicDesign(const TopicStore &store,
                                           const QList<Subscription> &subscriptions);

// What one click does about a finding: the values of Finding::action.
namespace Action {
inline constexpr QLatin1String kOtherVersion("mqtt.other_version"); // the finding's second argument
inline constexpr QLatin1String
    kTrustCertificate("mqtt.trust_certificate"); // the one that was shown
inline constexpr QLatin1String kNameUser("mqtt.name_user");
inline constexpr QLatin1String kGivePassword("mqtt.give_password");
inline constexpr QLatin1String kFreshIdentifier("mqtt.fresh_identifier");
inline constexpr QLatin1String kLastingSession("mqtt.lasting_session");
inline constexpr QLatin1String kUseTls("mqtt.use_tls");
inline constexpr QLatin1String kQosZero("mqtt.qos_zero");
inline constexpr QLatin1String kChooseScratch("mqtt.choose_scratch");
} // namespace Action

// The findings, the gravest first; every one has its words in textOf(). "mqtt.access.denied".
[[nodiscard]] QList<Finding> judge(const DiagnosisFacts &facts);
[[nodiscard]] QList<Finding> judge(const TopicDesignFacts &facts);
[[nodiscard]] FindingText textOf(const Finding &finding);

} // namespace Portolan::Mqtt
