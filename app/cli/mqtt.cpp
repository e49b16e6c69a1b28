// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandcontext.h"
#include "app/cli/mqttprobe.h"
#include "app/cli/mqttsession.h"
#include "app/cli/nouns.h"
#include "app/cli/words.h"
#include "core/mqtt/client.h"
#include "core/mqtt/publishplan.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicfilter.h"
#include "core/runtime/relay.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QStringDecoder>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace Portolan::Cli {

namespace {

constexpr std::size_t kMostWaiting = std::size_t(4) << 20U;

// Text where it is UTF-8 without control characters but the usual ones.
std::optional<QString> asText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    const bool strange = std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t') &&
               c != QLatin1Char('\r');
    });
    return strange ? std::nullopt : std::optional(std::move(text));
}

QJsonObject propertiesObject(const Mqtt::Properties &properties)
{
    QJsonObject object;
    const auto text = [&object](const char *name, const std::optional<QByteArray> &value) {
        if (value)
            object.insert(QLatin1String(name), QString::fromUtf8(*value));
    };
    if (properties.payloadIsText)
        object.insert(QStringLiteral("payload_is_text"), *properties.payloadIsText);
    if (properties.expirySeconds)
        object.insert(QStringLiteral("message_expiry_s"), qint64(*properties.expirySeconds));
    if (properties.topicAlias)
        object.insert(QStringLiteral("topic_alias"), *properties.topicAlias);
    text("content_type", properties.contentType);
    text("response_topic", properties.responseTopic);
    if (properties.correlation)
        object.insert(QStringLiteral("correlation_base64"),
                      QString::fromLatin1(properties.correlation->toBase64()));
    if (!properties.subscriptionIds.isEmpty()) {
        QJsonArray ids;
        for (const auto id : properties.subscriptionIds)
            ids.append(qint64(id));
        object.insert(QStringLiteral("subscription_ids"), ids);
    }
    if (!properties.user.isEmpty()) {
        QJsonArray pairs;
        for (const auto &[name, value] : properties.user)
            pairs.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
        object.insert(QStringLiteral("user"), pairs);
    }
    return object;
}

// Messages on their way from the engine's thread to the main thread, which writes them: bounded, so
// a reader of ours that is slow holds up the broker and not the memory.
class MessageQueue final : public Mqtt::MessageSink
{
public:
    struct Message
    {
        QByteArray topic;
        QByteArray payload;
        QByteArray properties;
        qint64 time;
        int qos;
        bool retained;
        bool duplicate;
    };

    // `wake` runs on the engine's thread.
    explicit MessageQueue(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    void message(const Mqtt::Received &m) override
    {
        const auto bytes = [](std::string_view view) {
            return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
        };
        std::unique_lock lock(m_mutex);
        m_free.wait(lock, [this] { return m_waiting < kMostWaiting || m_closed; });
        if (m_closed)
            return;
        m_waiting += m.payload.size() + m.topic.size() + sizeof(Message);
        m_messages.push_back({bytes(m.topic), bytes(m.payload), bytes(m.properties), m.time, m.qos,
                              m.retained, m.duplicate});
        if (m_messages.size() == 1)
            m_wake();
    }

    [[nodiscard]] std::vector<Message> take()
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = 0;
        m_free.notify_one();
        return std::exchange(m_messages, {});
    }
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_free.notify_one();
    }

private:
    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<Message> m_messages;
    std::size_t m_waiting = 0;
    bool m_closed = false;
};

struct SubOptions
{
    MqttOptions common;
    std::vector<std::string> filters;
    int qos = 0;
    quint64 count = 0;
    bool noRetained = false;
    bool raw = false;
};

class SubCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    SubCommand(CommandContext &context, const SubOptions &options)
        : m_context(context)
        , m_options(options)
        , m_session(context, options.common)
    {
    }
    ~SubCommand() override
    {
        if (m_queue)
            m_queue->close();
        if (m_relay)
            m_relay->detach();
    }

    void start() override
    {
        if (const auto prepared = m_session.prepare(); !prepared) {
            m_context.fail(prepared.error());
            return;
        }
        m_relay = std::make_shared<Relay<SubCommand>>(this);
        m_queue = std::make_shared<MessageQueue>(
            [relay = m_relay] { relay->post([](SubCommand &command) { command.write(); }); });
        m_client = m_session.makeClient(m_queue);
        for (const std::string &filter : m_options.filters) {
            Mqtt::Subscription subscription;
            subscription.filter = QByteArray::fromStdString(filter);
            subscription.qos = static_cast<std::uint8_t>(m_options.qos);
            if (m_options.noRetained)
                subscription.retainHandling = Mqtt::RetainHandling::Omit;
            if (const auto made = m_client->subscribe(subscription); !made) {
                m_context.fail(made.error());
                return;
            }
        }
        if (m_client->subscriptions().isEmpty()) {
            m_context.fail({Error::Kind::Usage,
                            Words::tr("There is nothing to subscribe to: give a topic filter.")});
            return;
        }
        connect(m_client.get(), &Mqtt::Client::failed, this,
                [this](const Error &error) { m_context.fail(error); });
        connect(m_client.get(), &Mqtt::Client::lost, this, [this](const Error &error) {
            m_context.output.warning(Words::tr("%1 It is tried again.").arg(error.what));
        });
        connect(m_client.get(), &Mqtt::Client::subscribed, this, &SubCommand::onSubscribed);
        m_client->start();
    }

private:
    void onSubscribed(const Mqtt::SubscribeOutcome &outcome)
    {
        const QString filter = QString::fromUtf8(outcome.asked.filter);
        if (!outcome.granted) {
            m_context.fail({Error::Kind::Refused,
                            Words::tr("The broker refuses the subscription to %1.").arg(filter),
                            Mqtt::reasonSentence(Mqtt::Packet::Suback, outcome.reason),
                            outcome.reason});
            return;
        }
        if (outcome.reason < outcome.asked.qos)
            m_context.output.warning(
                Words::tr("The broker grants QoS %1 for %2.").arg(outcome.reason).arg(filter));
        if (m_context.options.json && m_context.options.verbose)
            m_context.output.object({{QStringLiteral("type"), QStringLiteral("subscription")},
                                     {QStringLiteral("filter"), filter},
                                     {QStringLiteral("granted_qos"), outcome.reason}});
    }

    void write()
    {
        for (const MessageQueue::Message &message : m_queue->take()) {
            if (m_options.noRetained && message.retained)
                continue; // 3.1.1 cannot ask the broker to leave them out
            print(message);
            ++m_count;
            m_bytes += message.payload.size();
            if (m_context.output.failed() || (m_options.count != 0 && m_count >= m_options.count)) {
                finish();
                return;
            }
        }
    }

    void print(const MessageQueue::Message &message)
    {
        const auto text = asText(message.payload);
        if (m_context.options.json) {
            QJsonObject object{
                {QStringLiteral("type"), QStringLiteral("message")},
                {QStringLiteral("time"),
                 QDateTime::fromMSecsSinceEpoch(message.time, Qt::UTC).toString(Qt::ISODateWithMs)},
                {QStringLiteral("topic"), QString::fromUtf8(message.topic)},
                {QStringLiteral("qos"), message.qos},
                {QStringLiteral("retain"), message.retained},
                {QStringLiteral("properties"),
                 message.properties.isEmpty()
                     ? QJsonObject()
                     : propertiesObject(Mqtt::decodeProperties(message.properties.toStdString()))}};
            if (message.duplicate)
                object.insert(QStringLiteral("duplicate"), true);
            if (text)
                object.insert(QStringLiteral("payload"), *text);
            else
                object.insert(QStringLiteral("payload_base64"),
                              QString::fromLatin1(message.payload.toBase64()));
            m_context.output.object(object);
        } else if (m_options.raw) {
            m_context.output.bytes(QByteArray(message.payload + '\n'));
        } else {
            m_context.output.text(
                QString::fromUtf8(message.topic) % QLatin1Char(' ') %
                (text ? *text
                      : QStringLiteral("0x") + QString::fromLatin1(message.payload.toHex())));
        }
    }

    void finish()
    {
        m_queue->close();
        m_context.summary.insert(QStringLiteral("url"), m_session.url());
        m_context.summary.insert(QStringLiteral("messages"), qint64(m_count));
        m_context.summary.insert(QStringLiteral("bytes"), qint64(m_bytes));
        m_context.finish();
    }

    CommandContext &m_context;
    const SubOptions m_options;
    MqttSession m_session;
    std::shared_ptr<Relay<SubCommand>> m_relay;
    std::shared_ptr<MessageQueue> m_queue;
    std::unique_ptr<Mqtt::Client> m_client;
    quint64 m_count = 0;
    qint64 m_bytes = 0;
};

struct PubOptions
{
    MqttOptions common;
    std::string topic;
    std::optional<std::string> payload;
    std::optional<std::string> file;
    std::optional<std::string> hex;
    bool empty = false;
    int qos = 0;
    bool retain = false;
    quint64 count = 1;
    int intervalMs = 0;
    bool expand = false;
    std::string contentType;
    std::string responseTopic;
    std::string correlation;
    std::optional<std::uint32_t> expiry;
    std::vector<std::string> user;
};

class NoMessages final : public Mqtt::MessageSink
{
    void message(const Mqtt::Received &) override {}
};

class PubCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    PubCommand(CommandContext &context, const PubOptions &options)
        : m_context(context)
        , m_options(options)
        , m_session(context, options.common)
    {
    }

    void start() override
    {
        auto publication = this->publication();
        if (!publication) {
            m_context.fail(publication.error());
            return;
        }
        if (const auto prepared = m_session.prepare(); !prepared) {
            m_context.fail(prepared.error());
            return;
        }
        m_client = m_session.makeClient(std::make_shared<NoMessages>());
        Mqtt::PublishPlan::Order order;
        order.publication = std::move(*publication);
        order.count = m_options.count;
        order.interval = std::chrono::milliseconds(m_options.intervalMs);
        order.expand = m_options.expand;
        m_plan = std::make_unique<Mqtt::PublishPlan>(*m_client, order);
        connect(m_plan.get(), &Mqtt::PublishPlan::finished, this, &PubCommand::onFinished);
        connect(m_client.get(), &Mqtt::Client::published, this,
                [this](const QList<Mqtt::PublishOutcome> &outcomes) {
                    for (const auto &outcome : outcomes)
                        if (!outcome.error.isEmpty())
                            m_lastError = {outcome.reason != 0 ? Error::Kind::Refused
                                                               : Error::Kind::Network,
                                           outcome.error,
                                           Mqtt::reasonName(Mqtt::Packet::Puback, outcome.reason),
                                           outcome.reason};
                });
        connect(m_client.get(), &Mqtt::Client::failed, this,
                [this](const Error &error) { m_context.fail(error); });
        connect(m_client.get(), &Mqtt::Client::lost, this, [this](const Error &error) {
            m_context.output.warning(Words::tr("%1 It is tried again.").arg(error.what));
        });
        connect(m_client.get(), &Mqtt::Client::connected, this, [this] { m_plan->start(); });
        connect(m_client.get(), &Mqtt::Client::stopped, this, [this] { report(); });
        m_client->start();
    }

private:
    Result<Mqtt::Publication> publication() const
    {
        Mqtt::Publication made;
        made.topic = QByteArray::fromStdString(m_options.topic);
        if (const auto checked = Mqtt::checkTopicName(m_options.topic);
            !checked && !m_options.expand)
            return tl::unexpected(checked.error());
        const int ways = int(m_options.payload.has_value()) + int(m_options.file.has_value()) +
                         int(m_options.hex.has_value()) + int(m_options.empty);
        if (ways != 1)
            return failure(Error::Kind::Usage,
                           Words::tr("The payload is given in one way: --payload, --payload-file, "
                                     "--payload-hex or --empty."));
        if (m_options.payload) {
            made.payload = QByteArray::fromStdString(*m_options.payload);
        } else if (m_options.hex) {
            made.payload = QByteArray::fromHex(QByteArray::fromStdString(*m_options.hex));
            QByteArray digits = QByteArray::fromStdString(*m_options.hex);
            digits.replace(' ', "");
            if (made.payload.toHex() != digits.toLower())
                return failure(Error::Kind::Usage,
                               Words::tr("--payload-hex takes pairs of hexadecimal digits."));
        } else if (m_options.file) {
            const QString name = QString::fromStdString(*m_options.file);
            QFile file(name);
            const bool open = name == QLatin1String("-") ? file.open(0, QIODevice::ReadOnly)
                                                         : file.open(QIODevice::ReadOnly);
            if (!open)
                return failure(Error::Kind::Local,
                               Words::tr("The file %1 cannot be read.").arg(name),
                               file.errorString());
            made.payload = file.read(qint64(1) << 28U);
        }
        made.qos = static_cast<std::uint8_t>(m_options.qos);
        made.retain = m_options.retain;
        auto &properties = made.properties;
        if (!m_options.contentType.empty())
            properties.contentType = QByteArray::fromStdString(m_options.contentType);
        if (!m_options.responseTopic.empty())
            properties.responseTopic = QByteArray::fromStdString(m_options.responseTopic);
        if (!m_options.correlation.empty())
            properties.correlation = QByteArray::fromStdString(m_options.correlation);
        properties.expirySeconds = m_options.expiry;
        for (const std::string &pair : m_options.user) {
            const auto colon = pair.find(':');
            if (colon == std::string::npos)
                return failure(Error::Kind::Usage,
                               Words::tr("A user property is written as NAME:VALUE."));
            properties.user.append({QByteArray::fromStdString(pair.substr(0, colon)),
                                    QByteArray::fromStdString(pair.substr(colon + 1))});
        }
        return made;
    }

    void onFinished(const std::optional<Error> &error)
    {
        if (error) {
            m_context.fail(*error);
            return;
        }
        m_client->stop();
    }

    void report()
    {
        const auto &counters = m_plan->counters();
        const auto put = [this](const char *name, const QJsonValue &value) {
            m_context.summary.insert(QLatin1String(name), value);
        };
        put("url", m_session.url());
        put("published", qint64(counters.published));
        put("sent", qint64(counters.sent));
        put("acknowledged", qint64(counters.acknowledged));
        put("refused", qint64(counters.refused));
        put("lost", qint64(counters.lost));
        put("messages_per_s", counters.perSecond);
        if (counters.meanMs)
            put("mean_ms", *counters.meanMs);
        if (counters.worstMs)
            put("worst_ms", *counters.worstMs);
        if (!m_context.options.json && (counters.published > 1 || m_context.options.verbose))
            m_context.output.text(Words::tr("%1 published, %2 acknowledged, %3 refused, %4 lost")
                                      .arg(QString::number(counters.published),
                                           QString::number(counters.acknowledged),
                                           QString::number(counters.refused),
                                           QString::number(counters.lost)));
        if (counters.refused + counters.lost > 0 && m_lastError)
            m_context.fail(*m_lastError);
        else if (counters.refused + counters.lost > 0)
            m_context.fail(
                {Error::Kind::Network, Words::tr("Nobody knows whether the messages arrived.")});
        else
            m_context.finish();
    }

    CommandContext &m_context;
    const PubOptions m_options;
    MqttSession m_session;
    std::unique_ptr<Mqtt::Client> m_client;
    std::unique_ptr<Mqtt::PublishPlan> m_plan;
    std::optional<Error> m_lastError;
};

void addSub(CLI::App *noun, CommandContext &context)
{
    CLI::App *const sub = noun->add_subcommand(
        "sub", Words::tr("Subscribe, and print what comes: sub URL FILTER...").toStdString());
    const auto options = std::make_shared<SubOptions>();
    addMqttOptions(sub, options->common);
    sub->add_option("filters", options->filters, Words::tr("Topic filters").toStdString());
    sub->add_option("--qos", options->qos, Words::tr("The highest QoS to ask for").toStdString())
        ->check(CLI::Range(0, 2));
    sub->add_option("--count", options->count,
                    Words::tr("End after so many messages").toStdString())
        ->option_text("N");
    sub->add_flag("--no-retained", options->noRetained,
                  Words::tr("Only what is published from now on").toStdString());
    sub->add_flag("--raw", options->raw,
                  Words::tr("Payloads only, byte for byte, each with a line end").toStdString());
    sub->callback(
        [&context, options] { context.run(std::make_unique<SubCommand>(context, *options)); });
}

void addPub(CLI::App *noun, CommandContext &context)
{
    CLI::App *const pub = noun->add_subcommand(
        "pub", Words::tr("Publish: pub URL TOPIC --payload TEXT").toStdString());
    const auto options = std::make_shared<PubOptions>();
    addMqttOptions(pub, options->common);
    pub->add_option("topic", options->topic, Words::tr("The topic").toStdString())->required();
    pub->add_option("--payload", options->payload, Words::tr("The payload, text").toStdString())
        ->option_text("TEXT");
    pub->add_option(
           "--payload-file", options->file,
           Words::tr("The payload is what the file holds; -: standard input").toStdString())
        ->option_text("FILE");
    pub->add_option("--payload-hex", options->hex,
                    Words::tr("The payload, hexadecimal digits").toStdString())
        ->option_text("DIGITS");
    pub->add_flag(
        "--empty", options->empty,
        Words::tr("No payload; with --retain it deletes what the broker keeps").toStdString());
    pub->add_option("--qos", options->qos, Words::tr("The QoS: 0, 1 or 2").toStdString())
        ->check(CLI::Range(0, 2));
    pub->add_flag("--retain", options->retain,
                  Words::tr("The broker keeps the message").toStdString());
    pub->add_option("--count", options->count, Words::tr("Publish it so many times").toStdString())
        ->option_text("N")
        ->check(CLI::Range(1ULL, 1'000'000'000ULL));
    pub->add_option("--interval", options->intervalMs,
                    Words::tr("Milliseconds between two of them").toStdString())
        ->option_text("MS")
        ->check(CLI::Range(0, 86'400'000));
    pub->add_flag(
        "--expand", options->expand,
        Words::tr("Replace ${n}, ${time} and ${random} in topic and payload").toStdString());
    pub->add_option("--content-type", options->contentType,
                    Words::tr("The type of the payload (MQTT 5)").toStdString())
        ->option_text("TYPE");
    pub->add_option("--response-topic", options->responseTopic,
                    Words::tr("Where an answer is expected (MQTT 5)").toStdString())
        ->option_text("TOPIC");
    pub->add_option("--correlation", options->correlation,
                    Words::tr("What an answer repeats (MQTT 5)").toStdString())
        ->option_text("TEXT");
    pub->add_option("--message-expiry", options->expiry,
                    Words::tr("How long the broker may keep it for others (MQTT 5)").toStdString())
        ->option_text("SECONDS");
    pub->add_option("--user-property", options->user,
                    Words::tr("NAME:VALUE; may be repeated (MQTT 5)").toStdString())
        ->option_text("PAIR")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    pub->callback(
        [&context, options] { context.run(std::make_unique<PubCommand>(context, *options)); });
}

void addProbe(CLI::App *noun, CommandContext &context, ProbeCommand::Scope scope)
{
    const bool probing = scope == ProbeCommand::Scope::Probe;
    CLI::App *const verb = noun->add_subcommand(
        probing ? "probe" : "diagnose",
        (probing ? Words::tr("Measure what a broker lets through: access, delivery, retained "
                             "messages, sessions, wills, a flood")
                 : Words::tr("Say why a broker does not do what it should"))
            .toStdString());
    const auto options = std::make_shared<ProbeOptions>();
    addMqttOptions(verb, options->common);
    verb->add_option(
            "--topic", options->topics,
            Words::tr("Try whether it can be written and read; may be repeated. It is written to!")
                .toStdString())
        ->option_text("TOPIC")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--prefix", options->prefix,
                     Words::tr("Where the scratch topics are (portolan/probe)").toStdString())
        ->option_text("TOPIC");
    verb->add_option(
            "--transcript", options->transcript,
            Words::tr("Write every step with its time there, without secrets").toStdString())
        ->option_text("FILE");
    if (probing) {
        verb->add_option("--messages", options->messages,
                         Words::tr("How many of each QoS to deliver (500)").toStdString())
            ->option_text("N")
            ->check(CLI::Range(1, 100'000));
        verb->add_option("--bytes", options->bytes,
                         Words::tr("How large each of them is (64)").toStdString())
            ->option_text("N")
            ->check(CLI::Range(1, 1'000'000));
        verb->add_option(
                "--flood", options->flood,
                Words::tr("How many to publish without a connection (20000)").toStdString())
            ->option_text("N")
            ->check(CLI::Range(1, 1'000'000));
        verb->add_option("--retained", options->retained,
                         Words::tr("Count the retained messages of this filter").toStdString())
            ->option_text("FILTER");
        verb->add_option("--retained-qos", options->retainedQos,
                         Words::tr("At which QoS to ask for them (0)").toStdString())
            ->check(CLI::Range(0, 2));
        verb->add_option("--second", options->second,
                         Words::tr("Another broker, to which a bridge should carry the messages")
                             .toStdString())
            ->option_text("URL");
        verb->add_option("--second-password-env", options->secondPasswordVariable,
                         Words::tr("The variable with the password of --second").toStdString())
            ->option_text("NAME");
    }
    verb->callback([&context, options, scope] {
        context.run(std::make_unique<ProbeCommand>(context, *options, scope));
    });
}

} // namespace

void addMqttCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun = app.add_subcommand("mqtt", Words::tr("MQTT brokers").toStdString());
    noun->require_subcommand(1);
    addSub(noun, context);
    addPub(noun, context);
    addProbe(noun, context, ProbeCommand::Scope::Probe);
    addProbe(noun, context, ProbeCommand::Scope::Diagnose);
}

} // namespace Portolan::Cli

#include "mqtt.moc"
