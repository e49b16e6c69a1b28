// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/replay.h"

#include "core/mqtt/topicfilter.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <utility>

namespace Portolan::Mqtt {

namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt::Replay)
};

constexpr std::chrono::milliseconds kTick{10};
constexpr std::chrono::milliseconds kGrace{150};
constexpr qint64 kTellMs = 100;
constexpr qint64 kSliceNs = 4'000'000; // of the thread's time in a turn

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

std::int64_t ReplayFile::first() const
{
    return stored.messages.isEmpty() ? 0 : stored.messages.first().time;
}

std::int64_t ReplayFile::last() const
{
    return stored.messages.isEmpty() ? 0 : stored.messages.last().time;
}

Result<std::shared_ptr<const ReplayFile>> openReplayFile(const QString &path)
{
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return failure(Error::Kind::Usage,
                       Words::tr("A CSV file is for spreadsheets and cannot be published again: "
                                 "export as JSON for that."));
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local, Words::tr("%1 cannot be read.").arg(path),
                       source.errorString());
    // What is no regular file may have no end.
    const QByteArray bytes = source.read(kMostMessageFileBytes + 1);
    auto stored = readMessageFile(bytes);
    if (!stored)
        return tl::unexpected(std::move(stored.error()));
    auto file = std::make_shared<ReplayFile>();
    file->path = path;
    file->fileBytes = bytes.size();
    file->stored = std::move(*stored);
    auto &messages = file->stored.messages;
    std::stable_sort(
        messages.begin(), messages.end(),
        [](const StoredMessage &a, const StoredMessage &b) { return a.time < b.time; });
    QHash<QByteArray, std::size_t> places;
    for (const StoredMessage &message : std::as_const(messages)) {
        auto place = places.constFind(message.topic);
        if (place == places.constEnd()) {
            place = places.insert(message.topic, file->topics.size());
            file->topics.push_back({message.topic});
        }
        ReplayFile::Topic &topic = file->topics[*place];
        ++topic.messages;
        topic.bytes += message.payload.size();
        file->payloadBytes += message.payload.size();
        file->retained += message.retain ? 1 : 0;
        file->withProperties += message.properties.isEmpty() ? 0 : 1;
    }
    return std::shared_ptr<const ReplayFile>(std::move(file));
}

QByteArray rewrittenTopic(const QByteArray &topic, const ReplayChoice &choice)
{
    return topic.startsWith(choice.from) ? QByteArray(choice.to + topic.mid(choice.from.size()))
                                         : topic;
}

Result<> checkReplay(const ReplayFile &file, const ReplayChoice &choice)
{
    for (const ReplayFile::Topic &one : file.topics) {
        const QByteArray topic = rewrittenTopic(one.topic, choice);
        if (auto good = checkTopicName(viewOf(topic)); !good) {
            Error error = good.error();
            error.detail = QString::fromUtf8(one.topic.left(400));
            return tl::unexpected(std::move(error));
        }
    }
    return {};
}

Replay::Replay(Client &client, std::shared_ptr<const ReplayFile> file, const ReplayChoice &choice,
               QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(std::move(file))
    , m_choice(choice)
{
    m_counts.all = static_cast<quint64>(m_file->stored.messages.size());
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &Replay::pump);
    m_grace.setInterval(kGrace);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        m_counts.lost += static_cast<quint64>(m_open.size());
        m_open.clear();
        settle();
    });
    connect(&client, &Client::published, this, &Replay::note);
}

void Replay::start()
{
    m_running = true;
    m_clock.start();
    m_sinceTold.start();
    m_timer.start();
    pump();
}

void Replay::cancel()
{
    if (!m_running || m_cancelled)
        return;
    m_cancelled = true;
    m_next = m_file->stored.messages.size();
    m_grace.start();
    settle();
}

bool Replay::isWaiting() const
{
    return m_running && m_client.state() != Client::State::Connected;
}

bool Replay::isDue() const
{
    if (m_next >= m_file->stored.messages.size())
        return false;
    switch (m_choice.pace) {
    case ReplayChoice::Pace::Recorded:
        return static_cast<double>(m_file->stored.messages[m_next].time - m_file->first()) <=
               m_passed * m_choice.speed;
    case ReplayChoice::Pace::Fixed:
        return static_cast<double>(m_next) <= m_passed * m_choice.perSecond / 1000.0;
    case ReplayChoice::Pace::Unbounded:
        break;
    }
    return true;
}

void Replay::pump()
{
    const double since = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_clock.restart();
    const bool connected = m_client.state() == Client::State::Connected;
    if (connected)
        m_passed += since;
    QElapsedTimer slice;
    slice.start();
    while (connected && isDue() && m_open.size() < kMostOpen &&
           (m_open.isEmpty() || m_openBytes < kMostOpenBytes) && slice.nsecsElapsed() < kSliceNs)
        hand(m_file->stored.messages[m_next++]);
    if (m_sinceTold.elapsed() >= kTellMs) {
        m_sinceTold.restart();
        Q_EMIT progress();
    }
    settle();
}

void Replay::hand(const StoredMessage &message)
{
    if (m_choice.pace == ReplayChoice::Pace::Recorded)
        m_worstDelay =
            std::max(m_worstDelay, m_passed - static_cast<double>(message.time - m_file->first()) /
                                                  m_choice.speed);
    Publication publication;
    publication.topic = rewrittenTopic(message.topic, m_choice);
    publication.payload = message.payload;
    publication.qos = m_choice.qos.value_or(message.qos);
    publication.retain = m_choice.retain.value_or(message.retain);
    if (m_client.target().version == Version::V5)
        publication.properties = message.properties;
    ++m_counts.handedOver;
    const auto id = m_client.publish(publication);
    if (!id) {
        ++m_counts.lost;
        if (!m_error)
            m_error = id.error();
        return;
    }
    m_open.insert(*id, message.payload.size());
    m_openBytes += message.payload.size();
}

void Replay::note(const QList<PublishOutcome> &outcomes)
{
    using Kind = PublishOutcome::Kind;
    for (const PublishOutcome &outcome : outcomes) {
        const auto found = m_open.constFind(outcome.id);
        if (found == m_open.constEnd())
            continue;
        m_openBytes -= *found;
        m_open.erase(found);
        switch (outcome.kind) {
        case Kind::Sent:
            ++m_counts.sent;
            break;
        case Kind::Acknowledged:
            ++m_counts.acknowledged;
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
        if (!m_error && !outcome.error.isEmpty())
            m_error = Error{Error::Kind::Refused, outcome.error, {}, outcome.reason};
    }
    // As fast as it goes: not at the next tick only.
    if (m_running && isDue())
        pump();
    else
        settle();
}

void Replay::settle()
{
    if (!m_running || m_next < m_file->stored.messages.size() || !m_open.isEmpty())
        return;
    m_running = false;
    m_timer.stop();
    m_grace.stop();
    Q_EMIT progress();
    Q_EMIT finished();
}

std::optional<std::chrono::milliseconds> Replay::timeLeft() const
{
    double all = 0;
    switch (m_choice.pace) {
    case ReplayChoice::Pace::Recorded:
        all = static_cast<double>(m_file->last() - m_file->first()) / m_choice.speed;
        break;
    case ReplayChoice::Pace::Fixed:
        all = static_cast<double>(m_counts.all) * 1000.0 / m_choice.perSecond;
        break;
    case ReplayChoice::Pace::Unbounded:
        return std::nullopt;
    }
    return std::chrono::milliseconds(static_cast<qint64>(std::max(all - m_passed, 0.0)));
}

std::chrono::milliseconds Replay::worstDelay() const
{
    return std::chrono::milliseconds(static_cast<qint64>(m_worstDelay));
}

} // namespace Portolan::Mqtt
