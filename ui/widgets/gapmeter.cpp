// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gapmeter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace Portolan::Ui {

GapMeter::GapMeter(const QString &file)
    : m_file(file)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(5);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_timer.start();
}

GapMeter::~GapMeter()
{
    const QJsonObject figures{{QStringLiteral("worst_gap_ms"), static_cast<double>(m_worst) / 1e6},
                              {QStringLiteral("worst_at_ms"), static_cast<double>(m_worstAt) / 1e6},
                              {QStringLiteral("ticks"), static_cast<qint64>(m_ticks)}};
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument(figures).toJson(QJsonDocument::Compact) + '\n') < 0)
        qWarning("cannot write %s: %s", qUtf8Printable(m_file), qUtf8Printable(file.errorString()));
}

void GapMeter::tick()
{
    // The time until the first tick is the start of the program, not a gap of a running one.
    if (!m_sinceTick.isValid()) {
        m_sinceStart.start();
    } else if (const qint64 gap = m_sinceTick.nsecsElapsed(); gap > m_worst) {
        m_worst = gap;
        m_worstAt = m_sinceStart.nsecsElapsed();
    }
    m_sinceTick.start();
    ++m_ticks;
}

} // namespace Portolan::Ui
