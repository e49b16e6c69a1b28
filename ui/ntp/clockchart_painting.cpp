// SPDX-License-Identifier: GPL-3.0-or-later
// What a ClockChart looks like: axes, bands, bars, lines and marks.
#include "ui/ntp/clockchart.h"

#include "ui/ntp/clockwords.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

using Ntp::Seconds;
using Track = ClockTracks::Track;

constexpr double kRight = 14;
constexpr double kTickEvery = 26; // pixels, at least
constexpr double kTimeEvery = 96;
constexpr double kBarEvery = 7;          // pixels between samples that have room for a bar each
constexpr std::size_t kQuick = 1500;     // more columns than these are painted without smoothing
constexpr double kLongestLine = 120'000; // milliseconds without a sample that a line crosses

} // namespace

ClockChart::Ticks ClockChart::ticks() const
{
    Ticks ticks;
    const double most = std::max(2.0, std::floor(m_plot.height() / kTickEvery));
    if (m_scale == Scale::Logarithmic) {
        ticks.values.push_back(0);
        for (const double sign : {1.0, -1.0}) {
            double last = place(0);
            for (double value = m_knee; value <= std::max(m_high, -m_low); value *= 10) {
                const double signedValue = sign * value;
                if (signedValue > m_high || signedValue < m_low)
                    break;
                if (std::abs(place(signedValue) - last) < kTickEvery * 0.7)
                    continue;
                ticks.values.push_back(signedValue);
                last = place(signedValue);
            }
        }
        return ticks;
    }
    const double wanted = (m_high - m_low) / most;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(wanted, 1e-12))));
    ticks.step = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (factor * power >= wanted * 0.999)
            ticks.step = factor * power;
    }
    for (double value = std::ceil(m_low / ticks.step - 1e-6) * ticks.step;
         value <= m_high + ticks.step * 1e-6; value += ticks.step)
        ticks.values.push_back(std::abs(value) < ticks.step * 1e-6 ? 0 : value);
    return ticks;
}

QString ClockChart::tickText(double value, double step) const
{
    if (value == 0)
        return QStringLiteral("0");
    const double largest = step > 0 ? std::max(std::abs(m_low), std::abs(m_high)) : std::abs(value);
    struct Unit
    {
        double seconds;
        const char16_t *name;
    };
    static constexpr Unit kUnits[] = {{1, u" s"}, {1e-3, u" ms"}, {1e-6, u" µs"}, {1e-9, u" ns"}};
    Unit unit = kUnits[3];
    for (const Unit &each : kUnits) {
        if (largest >= each.seconds * 0.999) {
            unit = each;
            break;
        }
    }
    const int digits =
        step > 0 ? std::clamp(static_cast<int>(-std::floor(std::log10(step / unit.seconds) + 1e-9)),
                              0, 6)
                 : 0;
    QString text = QLocale().toString(std::abs(value) / unit.seconds, 'f', digits) +
                   QString::fromUtf16(unit.name);
    if (m_quantity == Quantity::Offset)
        text.prepend(value < 0 ? QChar(0x2212) : QLatin1Char('+'));
    return text;
}

void ClockChart::paintGrid(QPainter &painter) const
{
    const StateColors &colors = stateColors(palette());
    const Ticks marks = ticks();
    const QFontMetricsF metrics(painter.font());
    for (const double value : marks.values) {
        const double y = std::round(place(value)) + 0.5;
        const bool isZero = value == 0 && m_quantity == Quantity::Offset;
        painter.setPen(QPen(isZero ? colors.quiet : colors.border, 1));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(colors.quiet);
        painter.drawText(QRectF(0, y - metrics.height() / 2, m_plot.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickText(value, marks.step));
    }
    paintTimes(painter);
    const QString title = m_quantity == Quantity::Offset  ? tr("Offset")
                          : m_quantity == Quantity::Delay ? tr("Delay")
                                                          : tr("Jitter");
    painter.setPen(colors.quiet);
    const QRectF box(m_plot.left(), m_plot.top() - metrics.height() - 2, m_plot.width(),
                     metrics.height());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, title);
}

void ClockChart::paintTimes(QPainter &painter) const
{
    static constexpr double kSteps[] = {
        0.1, 0.2,  0.5,  1,    2,     5,     10,    15,    30,     60,     120,     300,    600,
        900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000};
    const StateColors &colors = stateColors(palette());
    const double wanted = (m_end - m_begin) / std::max(m_plot.width() / kTimeEvery, 1.0);
    double step = 2592000e3;
    for (const double each : kSteps) {
        if (each * 1000 >= wanted) {
            step = each * 1000;
            break;
        }
    }
    // Round by the clock on the wall.
    const double ahead =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_begin)).offsetFromUtc() * 1000.0;
    const QFontMetricsF metrics(painter.font());
    for (double at = std::ceil((m_begin + ahead) / step) * step - ahead; at <= m_end; at += step) {
        const double x =
            std::round(m_plot.left() + (at - m_begin) / (m_end - m_begin) * m_plot.width()) + 0.5;
        painter.setPen(QPen(colors.border, 1));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        if (!m_hasTimes)
            continue;
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at));
        const bool isMidnight = time.time().msecsSinceStartOfDay() == 0;
        const QString text = time.toString(step >= 86'400'000 || (isMidnight && step >= 60'000)
                                               ? QStringLiteral("MM-dd")
                                           : step >= 60'000 ? QStringLiteral("HH:mm")
                                           : step >= 1000   ? QStringLiteral("HH:mm:ss")
                                                            : QStringLiteral("HH:mm:ss.zzz"));
        painter.setPen(colors.quiet);
        const double width = metrics.horizontalAdvance(text);
        painter.drawText(QPointF(std::clamp(x - width / 2, 2.0, m_plot.right() + kRight - width),
                                 m_plot.bottom() + metrics.ascent() + 5),
                         text);
    }
}

// What the majority had in common, as a band behind the lines.
void ClockChart::paintAgreed(QPainter &painter) const
{
    const auto &agreed = m_tracks.agreed();
    if (m_quantity != Quantity::Offset || agreed.empty())
        return;
    const double scale = m_plot.width() / (m_end - m_begin);
    QColor fill = stateColors(palette()).good;
    fill.setAlpha(isDark(palette()) ? 46 : 34);
    auto from = std::lower_bound(agreed.begin(), agreed.end(), m_begin,
                                 [](const auto &each, double x) { return each.time < x; });
    if (from != agreed.begin())
        --from;
    QPolygonF upper;
    QPolygonF lower;
    const auto flush = [&] {
        if (upper.size() > 1) {
            std::reverse(lower.begin(), lower.end());
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(upper + lower);
        }
        upper.clear();
        lower.clear();
    };
    double column = -1e9;
    for (; from != agreed.end() && from->time <= m_end; ++from) {
        const double x = std::max(m_plot.left() + (from->time - m_begin) * scale, m_plot.left());
        if (std::isnan(from->low)) {
            flush();
            continue;
        }
        if (x - column < 1 && !upper.isEmpty())
            continue;
        column = x;
        upper.append(QPointF(x, place(from->high)));
        lower.append(QPointF(x, place(from->low)));
    }
    if (!upper.isEmpty()) {
        // It holds until now.
        const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
        const double x = std::min(m_plot.left() + (now - m_begin) * scale, m_plot.right());
        upper.append(QPointF(std::max(x, upper.back().x()), upper.back().y()));
        lower.append(QPointF(std::max(x, lower.back().x()), lower.back().y()));
    }
    flush();
}

void ClockChart::paintBars(QPainter &painter, const Laid &laid, bool fast) const
{
    QColor color = ClockTracks::color(laid.track->style, palette());
    const bool isChosen = laid.track->server == m_chosen;
    const double every = m_plot.width() / std::max<double>(1, double(laid.columns.size()));
    if (!laid.isDense && every >= kBarEvery) {
        color.setAlpha(isChosen ? 220 : m_chosen ? 60 : 130);
        painter.setPen(QPen(color, 1));
        QList<QLineF> lines;
        for (const Column &column : laid.columns) {
            const auto x = static_cast<double>(column.x);
            const double above = place(static_cast<double>(column.above));
            const double below = place(static_cast<double>(column.below));
            lines << QLineF(x, above, x, below) << QLineF(x - 2.5, above, x + 2.5, above)
                  << QLineF(x - 2.5, below, x + 2.5, below);
        }
        painter.drawLines(lines);
        return;
    }
    color.setAlpha(isChosen ? 60 : std::max(8, 44 / std::max(1, static_cast<int>(m_laid.size()))));
    if (fast) {
        // A polygon of a thousand jagged columns takes tens of milliseconds, its columns do not.
        for (std::size_t i = 0; i < laid.columns.size(); ++i) {
            const Column &column = laid.columns[i];
            const auto x = static_cast<double>(column.x);
            const double next =
                i + 1 < laid.columns.size() ? static_cast<double>(laid.columns[i + 1].x) : x + 1;
            const double top = std::max(place(static_cast<double>(column.above)), m_plot.top());
            const double bottom =
                std::min(place(static_cast<double>(column.below)), m_plot.bottom());
            const int left = static_cast<int>(x);
            const int width =
                static_cast<int>(std::min(next, x + kBarEvery)) - left; // no bounds across a gap
            if (bottom >= top && width > 0)
                painter.fillRect(left, static_cast<int>(top), width,
                                 static_cast<int>(bottom - top) + 1, color);
        }
        return;
    }
    QPolygonF polygon;
    for (const Column &column : laid.columns)
        polygon.append(
            QPointF(static_cast<double>(column.x), place(static_cast<double>(column.above))));
    for (auto column = laid.columns.rbegin(); column != laid.columns.rend(); ++column)
        polygon.append(
            QPointF(static_cast<double>(column->x), place(static_cast<double>(column->below))));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(polygon);
}

void ClockChart::paintTrack(QPainter &painter, const Laid &laid, bool fast) const
{
    QColor color = ClockTracks::color(laid.track->style, palette());
    const bool isChosen = laid.track->server == m_chosen;
    if (m_chosen != 0 && !isChosen)
        color.setAlpha(110);
    const auto count = static_cast<double>(laid.columns.size());
    const auto timeOf = [this](const Column &column) {
        return (static_cast<double>(column.x) - m_plot.left()) / m_plot.width() * (m_end - m_begin);
    };
    const double usual =
        count > 1 ? (timeOf(laid.columns.back()) - timeOf(laid.columns.front())) / (count - 1) : 0;
    const double longest = std::max(kLongestLine, usual * 4);
    QPen pen(color, isChosen ? 2.2 : 1.5);
    if (fast)
        pen = QPen(color, 1);
    else if (!laid.isDense)
        pen.setStyle(ClockTracks::dashes(laid.track->style));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (fast) {
        QList<QLineF> lines;
        lines.reserve(static_cast<qsizetype>(laid.columns.size()) * 2);
        const Column *before = nullptr;
        for (const Column &column : laid.columns) {
            const auto x = static_cast<double>(column.x);
            if (before && timeOf(column) - timeOf(*before) <= longest)
                lines << QLineF(static_cast<double>(before->x), place(before->last), x,
                                place(column.first));
            if (column.most > column.least)
                lines << QLineF(x, place(column.most), x, place(column.least));
            before = &column;
        }
        painter.drawLines(lines);
        return;
    }
    QPolygonF line;
    const Column *before = nullptr;
    for (const Column &column : laid.columns) {
        if (before && timeOf(column) - timeOf(*before) > longest) {
            painter.drawPolyline(line);
            line.clear();
        }
        const auto x = static_cast<double>(column.x);
        line.append(QPointF(x, place(column.first)));
        if (column.most > column.least) {
            line.append(QPointF(x, place(column.least)));
            line.append(QPointF(x, place(column.most)));
            line.append(QPointF(x, place(column.last)));
        }
        before = &column;
    }
    painter.drawPolyline(line);
    if (laid.isDense || m_plot.width() / count < 5)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double radius = isChosen ? 3 : 2.2;
    for (const Column &column : laid.columns)
        painter.drawEllipse(QPointF(static_cast<double>(column.x), place(column.first)), radius,
                            radius);
}

// Polls without an answer, and steps of this computer's clock.
void ClockChart::paintMarks(QPainter &painter) const
{
    const double scale = m_plot.width() / (m_end - m_begin);
    if (m_quantity == Quantity::Offset) {
        const double y = m_plot.bottom() - 6;
        for (const Track &track : m_tracks.tracks()) {
            if (!track.isShown || track.missing.empty())
                continue;
            QList<QLineF> lines;
            double column = -1e9;
            for (auto at = std::lower_bound(
                     track.missing.begin(), track.missing.end(), m_begin,
                     [](const auto &each, double time) { return each.time < time; });
                 at != track.missing.end() && at->time <= m_end; ++at) {
                const double x = m_plot.left() + (at->time - m_begin) * scale;
                if (x - column < 3)
                    continue;
                column = x;
                lines << QLineF(x - 2.5, y - 2.5, x + 2.5, y + 2.5)
                      << QLineF(x - 2.5, y + 2.5, x + 2.5, y - 2.5);
            }
            painter.setPen(QPen(ClockTracks::color(track.style, palette()), 1.2));
            painter.drawLines(lines);
        }
    }
    const QColor color = stateColors(palette()).warning;
    for (const ClockTracks::Step &step : m_tracks.steps()) {
        if (step.time < m_begin || step.time > m_end)
            continue;
        const double x = m_plot.left() + (step.time - m_begin) * scale;
        painter.setPen(QPen(color, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        if (m_quantity != Quantity::Offset)
            continue;
        const QString text =
            tr("Clock stepped by %1").arg(ClockWords::signedTime(Seconds(step.by)));
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QPointF(x + 4 + width > m_plot.right() ? x - 4 - width : x + 4,
                                 m_plot.top() + painter.fontMetrics().height() * 2),
                         text);
    }
}

// Who is beyond what is shown, and how far: above the plot, from the right.
void ClockChart::paintEdges(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    double right = m_plot.right();
    const double left = m_plot.left() + metrics.horizontalAdvance(QStringLiteral("Offset")) + 30;
    int rest = 0;
    for (const Laid &laid : m_laid) {
        if (laid.outside == 0)
            continue;
        const Seconds value(laid.columns.back().last);
        const QString text = (laid.outside > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) +
                             laid.track->name + QLatin1Char(' ') +
                             (m_quantity == Quantity::Offset ? ClockWords::signedTime(value)
                                                             : ClockWords::time(value));
        const double width = metrics.horizontalAdvance(text);
        if (right - width < left) {
            ++rest;
            continue;
        }
        painter.setPen(ClockTracks::color(laid.track->style, palette()));
        painter.drawText(QPointF(right - width, m_plot.top() - 2 - metrics.descent()), text);
        right -= width + 16;
    }
    if (rest == 0)
        return;
    const QString text = tr("%n more", nullptr, rest);
    painter.setPen(stateColors(palette()).quiet);
    painter.drawText(
        QPointF(right - metrics.horizontalAdvance(text), m_plot.top() - 2 - metrics.descent()),
        text);
}

void ClockChart::paint(QPainter &painter) const
{
    QFont small = font();
    small.setPointSizeF(std::max(small.pointSizeF() * 0.85, 7.0));
    painter.setFont(small);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGrid(painter);
    painter.save();
    painter.setClipRect(m_plot.adjusted(0, -1, 0, 1));
    std::size_t all = 0;
    for (const Laid &laid : m_laid)
        all += laid.columns.size();
    const bool fast = all > kQuick;
    painter.setRenderHint(QPainter::Antialiasing, !fast);
    paintAgreed(painter);
    for (const Laid &laid : m_laid) {
        if (hasBars(*laid.track))
            paintBars(painter, laid, fast);
    }
    for (const bool chosen : {false, true}) {
        for (const Laid &laid : m_laid) {
            if ((laid.track->server == m_chosen) == chosen)
                paintTrack(painter, laid, fast);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintMarks(painter);
    painter.restore();
    paintEdges(painter);
}

} // namespace Portolan::Ui
