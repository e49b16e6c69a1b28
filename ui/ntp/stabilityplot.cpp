// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/stabilityplot.h"

#include "core/ntp/figures.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

using Ntp::Stability;
using Ntp::StabilityPoint;

constexpr std::size_t kLeastPoints = 3;
// So much more than at the lowest place is a rise, and not chance.
constexpr double kRise = 1.3;

std::vector<StabilityPoint> shown(const Stability &stability)
{
    std::vector<StabilityPoint> points;
    std::copy_if(stability.curve.begin(), stability.curve.end(), std::back_inserter(points),
                 [](const StabilityPoint &each) { return each.allan > 0 && each.tau.count() > 0; });
    return points;
}

} // namespace

StabilityPlot::StabilityPlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("clockStability"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

QSize StabilityPlot::sizeHint() const
{
    return {280, 170};
}

void StabilityPlot::show(const Stability &stability)
{
    m_stability = stability;
    setVisible(shown(stability).size() >= kLeastPoints);
    update();
}

QString StabilityPlot::deviation(double allan)
{
    const bool isLarge = allan >= 1e-6;
    const double value = allan * (isLarge ? 1e6 : 1e9);
    const int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return QLocale().toString(value, 'f', digits) +
           (isLarge ? QStringLiteral(" ppm") : QStringLiteral(" ppb"));
}

QString StabilityPlot::verdict(const Stability &stability)
{
    const auto points = shown(stability);
    if (points.size() < kLeastPoints)
        return {};
    const auto lowest = std::min_element(
        points.begin(), points.end(),
        [](const StabilityPoint &a, const StabilityPoint &b) { return a.allan < b.allan; });
    const QString time = Ntp::timeText(lowest->tau);
    const QString least = deviation(lowest->allan);
    if (points.back().allan < lowest->allan * kRise)
        return tr("Up to %1 only the noise of the way shows, and averaging still helps: %2 so far.")
            .arg(Ntp::timeText(points.back().tau), least);
    if (points.front().allan < lowest->allan * kRise)
        return tr("One of the two clocks wanders already within %1 (%2): asking more often would "
                  "show more.")
            .arg(Ntp::timeText(points.front().tau), deviation(points.front().allan));
    return tr("Up to about %1 the noise of the way averages out (%2). Over longer times a clock "
              "wanders: polls farther apart than that lose accuracy.")
        .arg(time, least);
}

void StabilityPlot::paintEvent(QPaintEvent *)
{
    const auto points = shown(m_stability);
    if (points.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColors &colors = stateColors(palette());
    const int line = fontMetrics().height();
    const QRectF area(1, line + Space::S, width() - 2, height() - 2 * line - 2 * Space::S);
    double least = points.front().allan;
    double most = least;
    for (const StabilityPoint &each : points) {
        least = std::min(least, each.allan);
        most = std::max(most, each.allan);
    }
    const double from = std::log10(points.front().tau.count());
    const double to = std::log10(points.back().tau.count());
    // Whole decades up and down, so that slopes look alike.
    const double low = std::floor(std::log10(least));
    const double high = std::max(std::ceil(std::log10(most)), low + 1);
    const auto place = [&](double tau, double allan) {
        return QPointF(area.left() + 8 +
                           (tau - from) / std::max(to - from, 1e-9) * (area.width() - 16),
                       area.bottom() - 4 - (allan - low) / (high - low) * (area.height() - 8));
    };
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(area);
    painter.setBrush(Qt::NoBrush);
    for (double decade = low + 1; decade < high; ++decade) {
        const double y = std::round(place(from, decade).y()) + 0.5;
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    for (double decade = std::ceil(from); decade <= to; ++decade) {
        const double x = std::round(place(decade, low).x()) + 0.5;
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    QPolygonF curve;
    for (const StabilityPoint &each : points)
        curve.append(place(std::log10(each.tau.count()), std::log10(each.allan)));
    const QColor ink = palette().color(QPalette::Highlight);
    painter.setPen(QPen(ink, 1.6));
    painter.drawPolyline(curve);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPointF &each : std::as_const(curve))
        painter.drawEllipse(each, 2.4, 2.4);
    painter.setPen(colors.quiet);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, tr("Allan deviation over time"));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignRight,
                     QString(deviation(std::pow(10, low)) + QStringLiteral(" … ") +
                             deviation(std::pow(10, high))));
    const QRectF foot(0, height() - line, width(), line);
    painter.drawText(foot, Qt::AlignLeft, Ntp::timeText(points.front().tau));
    painter.drawText(foot, Qt::AlignRight, Ntp::timeText(points.back().tau));
}

} // namespace Portolan::Ui
