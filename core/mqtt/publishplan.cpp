// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/publishplan.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace Portolan::Mqtt {

namespace {

constexpr qsizetype kMostOpen = 1000;
constexpr std::chrono::milliseconds kTellEvery{100};

} // namespace

QByteArray expandPlaceholders(const QByteArray &text, quint64 number, qint64 time, double chance)
{
    if (!text.contains("${"))
        return text;
    QByteArray expanded = text;
    expanded.replace("${n}", QByteArray::number(number));
    expanded.replace("${time}", QByteArray::number(time));
    expanded.replace("${random}", QByteArray::number(chance, 'f', 6));
    return expanded;
}

PublishPlan::PublishPlan(Client &client, const Order &order, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_order(order)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PublishPlan::pump);
    m_tell.setInterval(kTellEvery);
    connect(&m_tell, &QTimer::timeout, this, [this] {
        const double seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
        m_counters.perSecond =
            seconds > 0 ? static_cast<double>(m_counters.published) / seconds : 0;
        Q_EMIT progress();
    });
    connect(&client, &Client::published, this, &PublishPlan::note);
}

PublishPlan::~PublishPlan() = default;

void PublishPlan::start()
{
    if (m_running)
        return;
    m_running = true;
    m_clock.start();
    m_tell.start();
    if (m_order.interval.count() > 0)
        m_timer.start(m_order.interval);
    pump();
}

void PublishPlan::stop()
{
    m_timer.stop();
    m_running = false;
    settle();
}

bool PublishPlan::isRunning() const
{
    return m_running;
}

void PublishPlan::pump()
{
    if (!m_running)
        return;
    // As many as are due by now: a slow loop catches up, a fast one waits for its timer.
    const auto interval = m_order.interval.count();
    const quint64 due = interval > 0 ? static_cast<quint64>(m_clock.elapsed() / interval) + 1
                                     : m_counters.published + kMostOpen;
    while (m_running && m_counters.published < due && m_open.size() < kMostOpen) {
        if (m_order.count != 0 && m_counters.published >= m_order.count)
            break;
        Publication publication = m_order.publication;
        if (m_order.expand) {
            const auto time = QDateTime::currentMSecsSinceEpoch();
            const double chance = QRandomGenerator::global()->generateDouble();
            const quint64 number = m_counters.published + 1;
            publication.topic = expandPlaceholders(publication.topic, number, time, chance);
            publication.payload = expandPlaceholders(publication.payload, number, time, chance);
        }
        const auto id = m_client.publish(publication);
        if (!id) {
            m_error = id.error();
            m_running = false;
            break;
        }
        m_open.insert(*id);
        ++m_counters.published;
    }
    if (m_order.count != 0 && m_counters.published >= m_order.count)
        m_running = false;
    if (!m_running) {
        m_timer.stop();
        settle();
    }
}

void PublishPlan::note(const QList<PublishOutcome> &outcomes)
{
    using Kind = PublishOutcome::Kind;
    for (const PublishOutcome &each : outcomes) {
        if (!m_open.remove(each.id))
            continue;
        switch (each.kind) {
        case Kind::Sent:
            ++m_counters.sent;
            break;
        case Kind::Acknowledged: {
            ++m_counters.acknowledged;
            const double ms = static_cast<double>(each.time.count()) / 1000.0;
            m_sumMs += ms;
            m_counters.meanMs = m_sumMs / static_cast<double>(m_counters.acknowledged);
            m_counters.worstMs = std::max(m_counters.worstMs.value_or(0), ms);
            break;
        }
        case Kind::Refused:
            ++m_counters.refused;
            break;
        case Kind::Expired:
        case Kind::Dropped:
        case Kind::Unknown:
            ++m_counters.lost;
            break;
        }
    }
    if (m_running && m_order.interval.count() == 0)
        pump();
    else
        settle();
}

void PublishPlan::settle()
{
    if (m_running || !m_open.isEmpty() || !m_tell.isActive())
        return;
    m_tell.stop();
    Q_EMIT progress();
    Q_EMIT finished(m_error);
}

} // namespace Portolan::Mqtt
