// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/reconnecting.h"

#include <QRandomGenerator>

namespace Portolan::Ui {

Reconnecting::Reconnecting(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &Reconnecting::tick);
}

bool Reconnecting::wait(const Error &reason)
{
    m_reason = reason;
    if (!Net::Backoff::isWorthRepeating(reason)) {
        stop();
        return false;
    }
    if (m_sinceSuccess.isValid() &&
        m_sinceSuccess.hasExpired(
            std::chrono::duration_cast<std::chrono::milliseconds>(Net::Backoff::kStable).count()))
        m_backoff.reset();
    m_sinceSuccess.invalidate();
    m_active = true;
    const auto limit = m_backoff.next(QRandomGenerator::global()->generateDouble());
    m_until.emplace(limit);
    m_tick.start(std::min<std::chrono::milliseconds>(limit, std::chrono::seconds(1)));
    if (!m_wakeWatch) {
        m_wakeWatch.emplace();
        connect(&*m_wakeWatch, &Net::WakeWatch::woke, this, &Reconnecting::now);
    }
    return true;
}

void Reconnecting::tick()
{
    if (m_until && m_until->hasExpired()) {
        now();
        return;
    }
    if (m_until)
        m_tick.start(std::min<std::chrono::milliseconds>(
            std::chrono::milliseconds(m_until->remainingTime() + 1), std::chrono::seconds(1)));
    Q_EMIT changed();
}

void Reconnecting::now()
{
    if (!m_until)
        return;
    m_until.reset();
    m_tick.stop();
    Q_EMIT changed();
    Q_EMIT due();
}

void Reconnecting::stop()
{
    m_active = false;
    m_until.reset();
    m_tick.stop();
    m_wakeWatch.reset();
    m_backoff.reset();
}

void Reconnecting::succeed()
{
    m_active = false;
    m_until.reset();
    m_tick.stop();
    m_wakeWatch.reset();
    m_sinceSuccess.start();
}

QString Reconnecting::sentence() const
{
    const QString attempt = QString::number(m_backoff.attempt());
    if (!m_until)
        return tr("Connecting again (attempt %1)…").arg(attempt);
    const auto seconds = (m_until->remainingTime() + 999) / 1000;
    return tr("Connecting again in %1 s (attempt %2).").arg(QString::number(seconds), attempt);
}

} // namespace Portolan::Ui
