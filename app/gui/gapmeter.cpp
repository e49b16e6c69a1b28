// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/gapmeter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Portolan {

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
                              {QStringLiteral("ticks"), static_cast<qint64>(m_ticks)}};
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument(figures).toJson(QJsonDocument::Compact) + '\n') < 0)
        qWarning("cannot write %s: %s", qUtf8Printable(m_file), qUtf8Printable(file.errorString()));
}

void GapMeter::tick()
{
    // The time until the first tick is the start of the program, not a gap of a running one.
    if (m_sinceTick.isValid())
        m_worst = std::max(m_worst, m_sinceTick.nsecsElapsed());
    m_sinceTick.start();
    ++m_ticks;
}

} // namespace Portolan
