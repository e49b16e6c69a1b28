// SPDX-License-Identifier: GPL-3.0-or-later
// What a ClockChart looks like: axes, bands, bars, lines and marks.
#include "ui/ntp/clockchart.h"

#include "core/ntp/figures.h"
#include "ui/ntp/clockwords.h"
#include "ui/ntp/columnraster.h"
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
constexpr double kBarEvery = 7; // pixels between samples that have room for a bar each
constexpr double kDotEvery = 5; // and for a dot
// Of the bounds of one, of all where they overlap, and of the chosen one.
constexpr double kBandDepth = 0.17;
constexpr double kBandsDepth = 0.17;
constexpr double kChosenDepth = 0.24;
constexpr double kAgreedDepth = 0.15;
// Between the least and the greatest of a column, of 255.
constexpr int kShade = 110;
constexpr int kShadeOfMany = 60;
constexpr int kFaded = 110; // lines beside the chosen one

ColumnDashes dashesOf(int style, double ratio, qint64 origin)
{
    const auto pixels = [ratio](double length) {
        return static_cast<int>(std::lround(length * ratio));
    };
    switch (ClockTracks::dashes(style)) {
    case Qt::DashLine:
        return {pixels(8), pixels(4), 0, origin};
    case Qt::DotLine:
        return {pixels(2), pixels(3), 0, origin};
    case Qt::DashDotLine:
        return {pixels(8), pixels(3), pixels(2), origin};
    default:
        return {};
    }
}

} // namespace

ClockChart::Ticks ClockChart::ticks() const
{
    Ticks ticks;
    const double most = std::max(2.0, std::floor(m_plot.height() / kTickEvery));
    if (m_scale == Scale::Logarithmic) {
        ticks.values.push_back(0);
        for (const double sign : {1.0, -1.0}) {
            // From the outside: what is largest says most.
            const double end = sign > 0 ? m_high : -m_low;
            if (end < m_knee)
                continue;
            double last = 1e9;
            for (double value = std::pow(10, std::floor(std::log10(end) + 1e-9));
                 value >= m_knee * 0.999; value /= 10) {
                const double y = place(sign * value);
                if (std::abs(y - last) < kTickEvery * 0.7 ||
                    std::abs(y - place(0)) < kTickEvery * 0.5)
                    continue;
                ticks.values.push_back(sign * value);
                last = y;
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

// The same, as columns.
void ClockChart::paintAgreed(ColumnRaster &raster, double ratio) const
{
    const auto &agreed = m_tracks.agreed();
    if (m_quantity != Quantity::Offset || agreed.empty())
        return;
    const double scale = m_plot.width() * ratio / (m_end - m_begin);
    const ColumnRaster::Tint tint(stateColors(palette()).good, kAgreedDepth);
    auto at = std::lower_bound(agreed.begin(), agreed.end(), m_begin,
                               [](const auto &each, double x) { return each.time < x; });
    if (at != agreed.begin())
        --at;
    const auto now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    int done = 0;
    for (; at != agreed.end() && at->time <= m_end; ++at) {
        // Each holds until the next one, the last until now.
        const double until = at + 1 == agreed.end() ? now : (at + 1)->time;
        const auto column = static_cast<int>((std::min(until, m_end) - m_begin) * scale);
        if (column <= done)
            continue;
        const auto from = static_cast<int>(std::max((at->time - m_begin) * scale, 0.0));
        if (!std::isnan(at->low))
            raster.band(std::max(from, done), column, (place(at->high) - m_plot.top()) * ratio,
                        (place(at->low) - m_plot.top()) * ratio, tint);
        done = column;
    }
}

bool ClockChart::hasRoomForBars(const Laid &laid) const
{
    return !laid.isDense &&
           m_plot.width() / std::max<double>(1, double(laid.columns.size())) >= kBarEvery;
}

bool ClockChart::hasRoomForDots(const Laid &laid) const
{
    return !laid.isDense &&
           m_plot.width() / std::max<double>(1, double(laid.columns.size())) >= kDotEvery;
}

double ClockChart::bandDepth(const Laid &laid) const
{
    if (laid.track->server == m_chosen)
        return kChosenDepth;
    const auto bands = static_cast<double>(std::count_if(
        m_laid.begin(), m_laid.end(), [this](const Laid &each) { return hasBars(*each.track); }));
    return std::min(kBandDepth, 1 - std::pow(1 - kBandsDepth, 1 / std::max(bands, 1.0)));
}

void ClockChart::paintBars(ColumnRaster &raster, double ratio, const Laid &laid) const
{
    const QColor color = ClockTracks::color(laid.track->style, palette());
    const bool isChosen = laid.track->server == m_chosen;
    const auto y = [&](float row) { return (static_cast<double>(row) - m_plot.top()) * ratio; };
    const auto x = [&](const Column &column) {
        return static_cast<int>(
            std::floor(std::clamp((column.x - m_plot.left()) * ratio, -1e6, 1e6)));
    };
    if (hasRoomForBars(laid)) {
        const auto cap = static_cast<int>(std::lround(2.5 * ratio));
        for (const Column &column : laid.columns)
            raster.bar(x(column), y(column.y.above), y(column.y.below), cap, color.rgb(),
                       isChosen   ? 220
                       : m_chosen ? 60
                                  : 130);
        return;
    }
    const ColumnRaster::Tint tint(color, bandDepth(laid));
    const auto end = static_cast<int>(m_plot.width() * ratio) + 1;
    for (std::size_t i = 0; i < laid.columns.size(); ++i) {
        const Column &column = laid.columns[i];
        const int from = x(column);
        const double top = y(column.y.above);
        const double bottom = y(column.y.below);
        if (i + 1 == laid.columns.size() || laid.columns[i + 1].isBroken) {
            raster.band(from, from + 1, top, bottom, tint);
            continue;
        }
        const int to = x(laid.columns[i + 1]);
        if (to == from + 1) {
            raster.band(from, to, top, bottom, tint);
            continue;
        }
        const double nextTop = y(laid.columns[i + 1].y.above);
        const double nextBottom = y(laid.columns[i + 1].y.below);
        for (int at = std::max(from, 0); at < std::min(to, end); ++at) {
            const double part = double(at - from) / (to - from);
            raster.band(at, at + 1, top + (nextTop - top) * part,
                        bottom + (nextBottom - bottom) * part, tint);
        }
    }
}

void ClockChart::paintTrack(ColumnRaster &raster, double ratio, const Laid &laid) const
{
    const QRgb color = ClockTracks::color(laid.track->style, palette()).rgb();
    const bool isChosen = laid.track->server == m_chosen;
    const int alpha = m_chosen != 0 && !isChosen ? kFaded : 255;
    const auto y = [&](float row) { return (static_cast<double>(row) - m_plot.top()) * ratio; };
    const auto x = [&](const Column &column) { return (column.x - m_plot.left()) * ratio; };
    const int shade = (m_laid.size() > 4 && !isChosen ? kShadeOfMany : kShade) * alpha / 255;
    for (const Column &column : laid.columns) {
        if (column.most > column.least)
            raster.span(static_cast<int>(std::floor(std::clamp(x(column), -1e6, 1e6))),
                        y(column.y.most), y(column.y.least), color, shade);
    }
    const bool hasDots = hasRoomForDots(laid);
    const double width = (isChosen ? 2.2 : laid.isDense && m_laid.size() > 8 ? 1.2 : 1.5) * ratio;
    const auto pixel = (m_end - m_begin) / (m_plot.width() * ratio);
    const auto dashes = isChosen
                            ? ColumnDashes()
                            : dashesOf(laid.track->style, ratio, std::llround(m_begin / pixel));
    std::vector<QPointF> line;
    line.reserve(laid.columns.size());
    const auto flush = [&] {
        if (line.size() > 1)
            raster.line(line, width, color, alpha, dashes);
        else if (line.size() == 1 && !hasDots) // alone between two gaps
            raster.dot(line.front(), 1.2 * ratio, color, alpha);
        line.clear();
    };
    for (const Column &column : laid.columns) {
        if (column.isBroken)
            flush();
        line.emplace_back(x(column), y(column.y.middle));
    }
    flush();
    if (!hasDots)
        return;
    for (const Column &column : laid.columns)
        raster.dot(QPointF(x(column), y(column.y.middle)), (isChosen ? 3 : 2.2) * ratio, color,
                   alpha);
}

void ClockChart::paintBars(QPainter &painter, const Laid &laid) const
{
    QColor color = ClockTracks::color(laid.track->style, palette());
    if (hasRoomForBars(laid)) {
        const bool isChosen = laid.track->server == m_chosen;
        color.setAlpha(isChosen ? 220 : m_chosen ? 60 : 130);
        painter.setPen(QPen(color, 1));
        QList<QLineF> lines;
        for (const Column &column : laid.columns) {
            const double above = static_cast<double>(column.y.above);
            const double below = static_cast<double>(column.y.below);
            lines << QLineF(column.x, above, column.x, below)
                  << QLineF(column.x - 2.5, above, column.x + 2.5, above)
                  << QLineF(column.x - 2.5, below, column.x + 2.5, below);
        }
        painter.drawLines(lines);
        return;
    }
    color.setAlphaF(static_cast<float>(bandDepth(laid)));
    paintBetween(painter, laid, color, &Rows::below, &Rows::above);
}

// The area between two values of columns, with a hole where the line is broken.
void ClockChart::paintBetween(QPainter &painter, const Laid &laid, const QColor &color,
                              float Rows::*low, float Rows::*high) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    QPolygonF upper;
    QPolygonF lower;
    const auto flush = [&] {
        if (upper.size() > 1) {
            std::reverse(lower.begin(), lower.end());
            painter.drawPolygon(upper + lower);
        }
        upper.clear();
        lower.clear();
    };
    for (const Column &column : laid.columns) {
        if (column.isBroken)
            flush();
        upper.append(QPointF(column.x, static_cast<double>(column.y.*high)));
        lower.append(QPointF(column.x, static_cast<double>(column.y.*low)));
    }
    flush();
}

void ClockChart::paintTrack(QPainter &painter, const Laid &laid) const
{
    QColor color = ClockTracks::color(laid.track->style, palette());
    const bool isChosen = laid.track->server == m_chosen;
    if (m_chosen != 0 && !isChosen)
        color.setAlpha(kFaded);
    if (laid.isDense) {
        QColor shade = color;
        shade.setAlpha((m_laid.size() > 4 && !isChosen ? kShadeOfMany : kShade) * color.alpha() /
                       255);
        paintBetween(painter, laid, shade, &Rows::least, &Rows::most);
    }
    QPen pen(color, isChosen ? 2.2 : 1.5);
    if (!isChosen)
        pen.setStyle(ClockTracks::dashes(laid.track->style));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (const Column &column : laid.columns) {
        if (column.isBroken) {
            painter.drawPolyline(line);
            line.clear();
        }
        line.append(QPointF(column.x, static_cast<double>(column.y.middle)));
    }
    painter.drawPolyline(line);
    if (!hasRoomForDots(laid))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double radius = isChosen ? 3 : 2.2;
    for (const Column &column : laid.columns)
        painter.drawEllipse(QPointF(column.x, static_cast<double>(column.y.middle)), radius,
                            radius);
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
        const Seconds value(laid.columns.back().middle);
        const QString text =
            (laid.outside > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + laid.track->name +
            QLatin1Char(' ') +
            (m_quantity == Quantity::Offset ? Ntp::offsetText(value) : Ntp::timeText(value));
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
    painter.setFont(smallFont());
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGrid(painter);
    painter.save();
    painter.setClipRect(m_plot.adjusted(0, -1, 0, 1));
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintAgreed(painter);
    for (const Laid &laid : m_laid) {
        if (hasBars(*laid.track))
            paintBars(painter, laid);
    }
    for (const bool chosen : {false, true}) {
        for (const Laid &laid : m_laid) {
            if ((laid.track->server == m_chosen) == chosen)
                paintTrack(painter, laid);
        }
    }
    paintMarks(painter);
    painter.restore();
    paintEdges(painter);
}

void ClockChart::paintPlot(QImage &image) const
{
    const double ratio = image.devicePixelRatio();
    const auto pixels = [ratio](double length) {
        return static_cast<int>(std::lround(length * ratio));
    };
    ColumnRaster raster(image, QRect(pixels(m_plot.left()), pixels(m_plot.top()),
                                     pixels(m_plot.width()), pixels(m_plot.height())));
    paintAgreed(raster, ratio);
    for (const Laid &laid : m_laid) {
        if (hasBars(*laid.track) && !hasRoomForBars(laid))
            paintBars(raster, ratio, laid);
    }
    raster.drawBands();
    for (const bool chosen : {false, true}) {
        for (const Laid &laid : m_laid) {
            if ((laid.track->server == m_chosen) != chosen)
                continue;
            if (hasBars(*laid.track) && hasRoomForBars(laid))
                paintBars(raster, ratio, laid);
            paintTrack(raster, ratio, laid);
        }
    }
    raster.finish();
}

void ClockChart::paintLayer()
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = viewport()->size() * ratio;
    if (m_layer.size() != size || m_layer.devicePixelRatio() != ratio) {
        m_layer = QImage(size, QImage::Format_RGB32);
        m_layer.setDevicePixelRatio(ratio);
        m_isLayerPainted = false;
    }
    if (m_isLayerPainted)
        return;
    m_isLayerPainted = true;
    ++m_paintedLayers;
    m_layer.fill(palette().color(QPalette::Base));
    {
        QPainter painter(&m_layer);
        painter.setFont(smallFont());
        paintGrid(painter);
    }
    paintPlot(m_layer);
    QPainter painter(&m_layer);
    painter.setFont(smallFont());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(m_plot.adjusted(0, -1, 0, 1));
    paintMarks(painter);
    painter.restore();
    paintEdges(painter);
}

} // namespace Portolan::Ui
