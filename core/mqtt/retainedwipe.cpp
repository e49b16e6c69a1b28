// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/retainedwipe.h"

#include "core/mqtt/inbox.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Portolan::Mqtt {

namespace {

constexpr std::size_t kSliceBytes = 256U * 1024U;
constexpr qsizetype kMostOpen = 1000;
constexpr std::chrono::milliseconds kTick{20};

QString words(const char *text)
{
    return QCoreApplication::translate("Portolan::Mqtt::RetainedWork", text);
}

QByteArray bytesOf(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

RetainedSearch::RetainedSearch(std::shared_ptr<Inbox> inbox, QByteArray prefix)
    : m_inbox(std::move(inbox))
    , m_prefix(std::move(prefix))
{
    m_generation = m_inbox->read([](const TopicStore &store) { return store.generation(); });
}

bool RetainedSearch::step()
{
    const std::string_view prefix(m_prefix.constData(), static_cast<std::size_t>(m_prefix.size()));
    const auto isBelow = [&](std::string_view topic) {
        return prefix.empty() || (topic.substr(0, prefix.size()) == prefix &&
                                  (topic.size() == prefix.size() || topic[prefix.size()] == '/'));
    };
    return m_inbox->read([&](const TopicStore &store) {
        if (store.generation() != m_generation)
            return false;
        return store.scan(m_place, kSliceBytes, [&](std::string_view topic, TopicStore::Node node) {
            if (!isBelow(topic))
                return;
            const auto facts = store.topic(node);
            if (!facts || !facts->retained)
                return;
            // The newest retained one; a live message after it may not have stayed.
            std::optional<TopicStore::Message> kept;
            store.history(node, [&](const TopicStore::Message &message) {
                if (!kept || message.retained)
                    kept = message;
                return !message.retained;
            });
            if (!kept)
                return;
            if (m_values.size() >= kMostValues || m_bytes + kept->payload.size() > kMostBytes) {
                ++m_leftOut;
                return;
            }
            m_bytes += kept->payload.size();
            m_values.push_back({.topic = bytesOf(topic),
                                .payload = bytesOf(kept->payload),
                                .qos = kept->qos,
                                .properties = bytesOf(kept->properties),
                                .whole = kept->payload.size() == kept->payloadSize});
        });
    });
}

QByteArray undoFile(const std::vector<RetainedValue> &values)
{
    QByteArray text;
    for (const RetainedValue &value : values) {
        QJsonObject line{{QStringLiteral("topic"), QString::fromLatin1(value.topic.toBase64())},
                         {QStringLiteral("payload"), QString::fromLatin1(value.payload.toBase64())},
                         {QStringLiteral("qos"), value.qos}};
        if (!value.properties.isEmpty())
            line.insert(QStringLiteral("properties"),
                        QString::fromLatin1(value.properties.toBase64()));
        if (!value.whole)
            line.insert(QStringLiteral("whole"), false);
        text += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

Result<std::vector<RetainedValue>> readUndoFile(const QByteArray &bytes)
{
    std::vector<RetainedValue> values;
    int number = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        const QByteArray line = bytes.mid(at, end - at).trimmed();
        at = end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto field = [&](const char *name) {
            return QByteArray::fromBase64(object.value(QLatin1String(name)).toString().toLatin1());
        };
        RetainedValue value{.topic = field("topic"),
                            .payload = field("payload"),
                            .qos = static_cast<std::uint8_t>(
                                std::clamp(object.value(QLatin1String("qos")).toInt(), 0, 2)),
                            .properties = field("properties"),
                            .whole = object.value(QLatin1String("whole")).toBool(true)};
        if (value.topic.isEmpty() || value.payload.isEmpty())
            return failure(Error::Kind::Usage,
                           words(QT_TRANSLATE_NOOP("Portolan::Mqtt::RetainedWork",
                                                   "Line %1 is no retained value."))
                               .arg(number));
        values.push_back(std::move(value));
    }
    return values;
}

RetainedWork::RetainedWork(Client &client, What what, std::vector<RetainedValue> values,
                           int perSecond, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_what(what)
    , m_values(std::move(values))
    , m_perSecond(perSecond)
{
    m_counts.all = m_values.size();
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &RetainedWork::pump);
    connect(&client, &Client::published, this, &RetainedWork::note);
}

void RetainedWork::start()
{
    m_running = true;
    m_clock.start();
    m_timer.start();
    pump();
}

void RetainedWork::cancel()
{
    m_next = m_values.size();
    settle();
}

void RetainedWork::pump()
{
    const auto due = m_perSecond == 0 ? static_cast<qint64>(m_values.size())
                                      : m_clock.elapsed() * m_perSecond / 1000 + 1;
    while (m_next < m_values.size() && m_open.size() < kMostOpen &&
           static_cast<qint64>(m_counts.handedOver) < due) {
        const RetainedValue &value = m_values[m_next];
        Publication publication;
        publication.topic = value.topic;
        publication.qos = 1;
        publication.retain = true;
        if (m_what == What::Restore) {
            publication.payload = value.payload;
            if (m_client.target().version == Version::V5)
                publication.properties =
                    decodeProperties({value.properties.constData(),
                                      static_cast<std::size_t>(value.properties.size())});
            publication.properties.topicAlias.reset();
            publication.properties.subscriptionIds.clear();
        }
        const auto id = m_client.publish(publication);
        ++m_next;
        ++m_counts.handedOver;
        if (id) {
            m_open.insert(*id);
        } else {
            ++m_counts.lost;
            m_error = id.error();
        }
    }
    Q_EMIT progress();
    settle();
}

void RetainedWork::note(const QList<PublishOutcome> &outcomes)
{
    using Kind = PublishOutcome::Kind;
    for (const PublishOutcome &outcome : outcomes) {
        if (!m_open.remove(outcome.id))
            continue;
        switch (outcome.kind) {
        case Kind::Sent:
        case Kind::Acknowledged:
            ++m_counts.done;
            break;
        case Kind::Refused:
            ++m_counts.refused;
            break;
        case Kind::Expired:
        case Kind::Dropped:
        case Kind::Unknown:
            ++m_counts.lost;
            break;
        }
    }
    // As fast as it goes: not at the next tick only.
    if (m_running && m_perSecond == 0 && m_next < m_values.size())
        pump();
    else
        settle();
}

void RetainedWork::settle()
{
    if (!m_running || m_next < m_values.size() || !m_open.isEmpty())
        return;
    m_running = false;
    m_timer.stop();
    Q_EMIT finished();
}

} // namespace Portolan::Mqtt
