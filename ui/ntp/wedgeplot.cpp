// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/wedgeplot.h"

#include "core/ntp/figures.h"
#include "ui/ntp/clockwords.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

using Ntp::Seconds;

WedgePlot::WedgePlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("clockWedge"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize WedgePlot::sizeHint() const
{
    return {280, 170};
}

void WedgePlot::show(std::vector<Ntp::Sample> samples, const Ntp::Wedge &wedge)
{
    m_samples = std::move(samples);
    m_wedge = wedge;
    setVisible(m_samples.size() > 1);
    update();
}

void WedgePlot::paintEvent(QPaintEvent *)
{
    if (m_samples.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColors &colors = stateColors(palette());
    const int line = fontMetrics().height();
    const QRectF area(1, line + Space::S, width() - 2, height() - 2 * line - 2 * Space::S);
    // The least that is shown is what stamps err.
    const double least = m_wedge.leastDelay.count();
    const double apex = m_wedge.offset.count();
    const double wide = std::max(m_wedge.waits.count(), 1e-6) * 1.05;
    double high = wide / 2;
    for (const Ntp::Sample &each : m_samples)
        high = std::max(high, std::abs(each.offset.count() - apex) * 1.05);
    const auto place = [&](double waited, double off) {
        return QPointF(area.left() + 4 + waited / wide * (area.width() - 8),
                       area.center().y() - off / high * (area.height() / 2 - 4));
    };
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(area);
    painter.setBrush(Qt::NoBrush);
    painter.setClipRect(area);
    painter.drawLine(place(0, 0), place(wide, 0));
    using Lean = Ntp::Wedge::Lean;
    for (const bool isOutward : {true, false}) {
        const bool leans = m_wedge.lean == (isOutward ? Lean::Outward : Lean::Homeward);
        painter.setPen(QPen(leans ? colors.warning : colors.quiet, leans ? 2 : 1, Qt::DashLine));
        painter.drawLine(place(0, 0), place(wide, isOutward ? wide / 2 : -wide / 2));
    }
    QColor dots = palette().color(QPalette::Highlight);
    dots.setAlpha(150);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dots);
    for (const Ntp::Sample &each : m_samples)
        painter.drawEllipse(place(each.delay.count() - least, each.offset.count() - apex), 2.2,
                            2.2);
    painter.setClipping(false);
    painter.setPen(colors.quiet);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, tr("Offset over delay"));
    const QRectF foot(0, height() - line, width(), line);
    painter.drawText(foot, Qt::AlignLeft, Ntp::timeText(m_wedge.leastDelay));
    painter.drawText(foot, Qt::AlignRight, Ntp::timeText(m_wedge.leastDelay + Seconds(wide)));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignRight,
                     QString(QStringLiteral("± ") + Ntp::timeText(Seconds(high))));
}

} // namespace Portolan::Ui
