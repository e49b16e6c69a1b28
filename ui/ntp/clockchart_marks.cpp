// SPDX-License-Identifier: GPL-3.0-or-later
// What a ClockChart marks besides samples: polls without an answer, and steps of this computer's
// clock.
#include "core/ntp/figures.h"
#include "ui/ntp/clockchart.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

using Ntp::Seconds;
using Track = ClockTracks::Track;

constexpr double kLane = 6;   // pixels above the bottom: where polls without an answer are
constexpr double kMark = 2.5; // half of one
constexpr double kMarkEvery = 3;
constexpr double kNearMark = 5; // pixels from the cursor
constexpr int kMostLines = 6;   // of a tooltip
constexpr double kDay = 86'400'000;

} // namespace

double ClockChart::xOf(double time) const
{
    return m_plot.left() + (time - m_begin) * m_plot.width() / (m_end - m_begin);
}

QString ClockChart::momentText(double time) const
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time))
        .toString(m_end - m_begin > kDay ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                         : QStringLiteral("HH:mm:ss"));
}

// Polls without an answer: a cross each, and a line where many follow each other.
void ClockChart::paintMissing(QPainter &painter, const Track &track) const
{
    const double y = m_plot.bottom() - kLane;
    QList<QLineF> lines;
    double column = -1e9;
    const auto cross = [&](double x) {
        if (x - column < kMarkEvery)
            return;
        column = x;
        lines << QLineF(x - kMark, y - kMark, x + kMark, y + kMark)
              << QLineF(x - kMark, y + kMark, x + kMark, y - kMark);
    };
    for (const ClockTracks::Gap &gap : track.gaps) {
        if (gap.to < m_begin || gap.from > m_end)
            continue;
        const double from = std::max(xOf(gap.from), m_plot.left());
        const double to = std::min(xOf(gap.to), m_plot.right());
        cross(from);
        if (to - from < 2 * kMarkEvery)
            continue;
        lines << QLineF(from, y, to, y);
        cross(to);
    }
    auto at = std::lower_bound(track.missing.begin(), track.missing.end(), m_begin,
                               [](const auto &each, double time) { return each.time < time; });
    for (; at != track.missing.end() && at->time <= m_end; ++at)
        cross(xOf(at->time));
    painter.setPen(QPen(ClockTracks::color(track.style, palette()), 1.2));
    painter.drawLines(lines);
}

void ClockChart::paintMarks(QPainter &painter) const
{
    if (m_quantity == Quantity::Offset) {
        for (const Track &track : m_tracks.tracks()) {
            if (track.isShown)
                paintMissing(painter, track);
        }
    }
    const StateColors &colors = stateColors(palette());
    const auto &steps = m_tracks.steps();
    double last = -1e9;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].time < m_begin || steps[i].time > m_end)
            continue;
        const double x = std::round(xOf(steps[i].time)) + 0.5;
        if (x - last < kMarkEvery)
            continue;
        last = x;
        painter.setPen(QPen(colors.warning, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        if (m_quantity != Quantity::Offset)
            continue;
        // In words where they have room up to the next one; the tooltip has them everywhere.
        const QString text = tr("Clock stepped by %1").arg(Ntp::offsetText(Seconds(steps[i].by)));
        const double width = painter.fontMetrics().horizontalAdvance(text) + 8;
        const double next = i + 1 < steps.size() ? std::min(xOf(steps[i + 1].time), m_plot.right())
                                                 : m_plot.right();
        const double before =
            i > 0 ? std::max(xOf(steps[i - 1].time), m_plot.left()) : m_plot.left();
        const bool isRight = x + width <= next;
        if (!isRight && x - width < before)
            continue;
        const QRectF box(isRight ? x + 4 : x - width + 4, m_plot.top() + 2, width - 8,
                         painter.fontMetrics().height());
        QColor behind = palette().color(QPalette::Base);
        behind.setAlpha(200);
        painter.fillRect(box.adjusted(-2, 0, 2, 0), behind);
        painter.setPen(colors.warning);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

QString ClockChart::markText(const QPointF &at) const
{
    if (!m_plot.contains(at))
        return {};
    QStringList lines;
    const auto isNear = [&](double from, double to) {
        return xOf(from) <= at.x() + kNearMark && xOf(to) >= at.x() - kNearMark;
    };
    for (const ClockTracks::Step &step : m_tracks.steps()) {
        if (isNear(step.time, step.time))
            lines << tr("This computer's clock stepped by %1 at %2.")
                         .arg(Ntp::offsetText(Seconds(step.by)), momentText(step.time));
    }
    if (m_quantity == Quantity::Offset && at.y() > m_plot.bottom() - 3 * kLane) {
        for (const Track &track : m_tracks.tracks()) {
            if (!track.isShown)
                continue;
            int count = 0;
            double from = m_end;
            double to = m_begin;
            const auto take = [&](double begin, double end, int polls) {
                if (!isNear(begin, end))
                    return;
                count += polls;
                from = std::min(from, begin);
                to = std::max(to, end);
            };
            for (const ClockTracks::Gap &gap : track.gaps)
                take(gap.from, gap.to, gap.count);
            for (const ClockTracks::Missing &each : track.missing)
                take(each.time, each.time, 1);
            if (count == 0)
                continue;
            const QString polls = tr("%n poll(s) gave no measurement", nullptr, count);
            lines << (to > from ? tr("%1: %2, from %3 to %4.")
                                      .arg(track.name, polls, momentText(from), momentText(to))
                                : tr("%1: %2, at %3.").arg(track.name, polls, momentText(from)));
        }
    }
    if (lines.size() > kMostLines) {
        const auto rest = static_cast<int>(lines.size()) - kMostLines + 1;
        lines = lines.mid(0, kMostLines - 1);
        lines << tr("%n more", nullptr, rest);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Portolan::Ui
