// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/clockchart.h"

#include "core/ntp/figures.h"
#include "ui/ntp/clockwords.h"
#include "ui/widgets/theme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPaintEngine>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace Portolan::Ui {

namespace {

using Ntp::Seconds;
using Point = ClockTracks::Point;
using Track = ClockTracks::Track;

constexpr double kRight = 14;
constexpr double kTop = 4;   // above the title
constexpr double kNear = 12; // pixels from the cursor to a sample
// Bounds may make the scale this many times as wide as the offsets do.
constexpr double kMostWidening = 5;
// Where there are many, their lines need the room.
constexpr double kMostWideningOfMany = 0.4;
constexpr std::size_t kMany = 8;
// What breaks a line, in milliseconds: hours without samples, whatever the polls were like.
constexpr double kShortestGap = 120'000;
constexpr double kMostMissed = 4; // times what is usual around it
constexpr double kLongestUnknown = 3'600'000;
constexpr int kUnanswered = 2; // polls, one after the other

double day(double milliseconds)
{
    return milliseconds / 86'400'000;
}

// log2 of 1 and more, for pixels: exact to 2e-5, where the library's takes most of a frame's time.
double logarithm(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const auto exponent = static_cast<int>(bits >> 52U) - 1023;
    const auto mantissa =
        std::bit_cast<double>((bits & 0xfffffffffffffULL) | 0x3ff0000000000000ULL);
    // 2 artanh(t) = ln(mantissa), the first four terms
    const double t = (mantissa - 1) / (mantissa + 1);
    const double square = t * t;
    return exponent +
           2.885390081777927 * t * (1 + square * (1.0 / 3 + square * (0.2 + square / 7)));
}

} // namespace

ClockChart::ClockChart(Quantity quantity, const ClockTracks &tracks, QWidget *parent)
    : TimeChart(parent)
    , m_quantity(quantity)
    , m_tracks(tracks)
{
    for (QAbstractAxis *axis : chart()->axes())
        axis->setVisible(false);
    setMinimumHeight(72);
}

void ClockChart::setScale(Scale scale)
{
    m_scale = scale;
    refresh();
}

void ClockChart::setBars(Bars bars)
{
    m_bars = bars;
    refresh();
}

void ClockChart::setTimesShown(bool shown)
{
    m_hasTimes = shown;
    refresh();
}

void ClockChart::setChosen(quint64 server)
{
    if (m_chosen == server)
        return;
    m_chosen = server;
    refresh();
}

void ClockChart::onTracksMoved()
{
    m_laid.clear();
    refresh();
}

void ClockChart::refresh()
{
    if (!isVisible())
        return;
    draw();
    viewport()->update();
}

void ClockChart::dress()
{
    TimeChart::dress();
    m_isLayerPainted = false;
}

double ClockChart::firstTime(double now) const
{
    return m_tracks.firstTime(now);
}

double ClockChart::valueOf(const Point &point) const
{
    switch (m_quantity) {
    case Quantity::Offset:
        return point.offset;
    case Quantity::Delay:
        return static_cast<double>(point.delay);
    case Quantity::Jitter:
        return static_cast<double>(point.jitter);
    }
    return 0;
}

double ClockChart::squeezed(double value) const
{
    if (m_scale != Scale::Logarithmic)
        return value;
    return std::copysign(logarithm(1 + std::abs(value) * m_perKnee), value);
}

double ClockChart::place(double value) const
{
    const double y = m_plot.bottom() - (squeezed(value) - m_squeezedLow) * m_pixelsPerSqueezed;
    return std::clamp(y, m_plot.top() - 1e4, m_plot.bottom() + 1e4);
}

QFont ClockChart::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(std::max(small.pointSizeF() * 0.85, 7.0));
    return small;
}

void ClockChart::draw()
{
    const QFontMetricsF metrics(smallFont());
    const double left = metrics.horizontalAdvance(QStringLiteral("−888.8 ms")) + 10;
    const double bottom = m_hasTimes ? metrics.height() + 8 : 6;
    const QRectF whole(0, 0, viewport()->width(), viewport()->height());
    const QRectF plot = whole.adjusted(std::ceil(left), kTop + std::ceil(metrics.height()) + 2,
                                       -kRight, -std::ceil(bottom));
    if (plot.width() < 20 || plot.height() < 10)
        return;
    if (plot != m_plot) {
        m_plot = plot;
        chart()->setPlotArea(plot);
    }
    const auto [begin, end] = range();
    m_begin = begin;
    m_end = end;
    layOut(begin, end);
    fit();
    m_isLayerPainted = false;
}

void ClockChart::layOut(double begin, double end)
{
    // Their room is used again: it is megabytes a frame.
    std::vector<Laid> old = std::exchange(m_laid, {});
    for (const Track &track : m_tracks.tracks()) {
        if (!track.isShown || track.points.empty())
            continue;
        Laid one{&track, {}, false, 0};
        if (m_laid.size() < old.size())
            one.columns = std::move(old[m_laid.size()].columns);
        one.columns.clear();
        layOut(one, begin, end);
        if (one.columns.empty())
            continue;
        breakLine(one);
        m_laid.push_back(std::move(one));
    }
}

void ClockChart::layOut(Laid &laid, double begin, double end) const
{
    const auto &points = laid.track->points;
    // With one point at each side, so that the line goes on to the edge.
    auto from = std::lower_bound(points.begin(), points.end(), begin,
                                 [](const Point &p, double x) { return p.time < x; });
    auto to = std::upper_bound(from, points.end(), end,
                               [](double x, const Point &p) { return x < p.time; });
    if (from != points.begin())
        --from;
    if (to != points.end())
        ++to;
    const double ratio = devicePixelRatioF();
    const auto count = static_cast<double>(to - from);
    laid.isDense = count > m_plot.width() / 2;
    const auto put = [&](double x, const ClockStretch &stretch) {
        const auto number = static_cast<double>(stretch.count);
        Column column{x, stretch.from, stretch.to, 0, 0, 0, 0, 0, {}, stretch.count, false};
        const auto take = [&](const ClockStretch::Span &span) {
            column.least = static_cast<double>(span.least);
            column.most = static_cast<double>(span.most);
            column.middle = static_cast<double>(span.sum) / number;
        };
        switch (m_quantity) {
        case Quantity::Offset:
            column.least = stretch.offsetLeast;
            column.most = stretch.offsetMost;
            column.middle = stretch.offsetSum / number;
            column.below = static_cast<double>(stretch.below);
            column.above = static_cast<double>(stretch.above);
            break;
        case Quantity::Delay:
            take(stretch.delay);
            break;
        case Quantity::Jitter:
            take(stretch.jitter);
            break;
        }
        laid.columns.push_back(column);
    };
    if (laid.isDense) {
        const double width = (end - begin) / (m_plot.width() * ratio);
        const qint64 first = std::llround(begin / width);
        const auto &columns = laid.track->pyramid.columns(points, begin, end, width);
        laid.columns.reserve(columns.size());
        for (const TrackPyramid::Column &each : columns)
            put(m_plot.left() + (static_cast<double>(each.index - first) + 0.5) / ratio,
                each.stretch);
        return;
    }
    const double scale = m_plot.width() / (end - begin);
    laid.columns.reserve(static_cast<std::size_t>(count));
    while (from != to) {
        const double time = from->time;
        ClockStretch stretch;
        // The least and the greatest of a stretch of the history have the same time.
        for (; from != to && from->time <= time; ++from)
            stretch.add(*from);
        put(m_plot.left() + (time - begin) * scale, stretch);
    }
}

// A line goes on where the next sample came about when it was to come, and polls were answered.
void ClockChart::breakLine(Laid &laid)
{
    auto &columns = laid.columns;
    // Between the samples of a column, or from it to the next one, whatever is known.
    const auto spacing = [&columns](std::size_t i, std::size_t other) {
        const Column &column = columns[i];
        if (column.count > 1 && column.to > column.from)
            return (column.to - column.from) / (column.count - 1);
        return other < columns.size() ? std::abs(column.from - columns[other].from) : 0;
    };
    auto gap = laid.track->gaps.begin();
    const auto gaps = laid.track->gaps.end();
    auto missing = laid.track->missing.begin();
    const auto missed = laid.track->missing.end();
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const double from = columns[i - 1].to;
        const double to = columns[i].from;
        const double before = spacing(i - 1, i >= 2 ? i - 2 : columns.size());
        const double after = spacing(i, i + 1);
        const double usual = std::max(before, after);
        const double longest =
            usual > 0 ? std::max(kShortestGap, usual * kMostMissed) : kLongestUnknown;
        int unanswered = 0;
        gap = std::lower_bound(gap, gaps, from,
                               [](const auto &each, double x) { return each.to < x; });
        for (auto at = gap; at != gaps && at->from <= to; ++at)
            unanswered += at->from >= from && at->to <= to ? at->count : 0;
        missing = std::lower_bound(missing, missed, from,
                                   [](const auto &each, double x) { return each.time < x; });
        for (auto at = missing; at != missed && at->time <= to && unanswered < kUnanswered; ++at)
            ++unanswered;
        columns[i].isBroken = to - from > longest || unanswered >= kUnanswered;
    }
}

bool ClockChart::hasBars(const Track &track) const
{
    return m_quantity == Quantity::Offset &&
           (m_bars == Bars::All || (m_bars == Bars::Chosen && track.server == m_chosen));
}

void ClockChart::fit()
{
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    double below = least;
    double above = most;
    double nearest = std::numeric_limits<double>::max(); // to zero
    const auto take = [&](const Laid &laid) {
        for (const Column &column : laid.columns) {
            if (column.x < m_plot.left() - 1 || column.x > m_plot.right() + 1)
                continue;
            least = std::min(least, column.least);
            most = std::max(most, column.most);
            const double size = std::max(std::abs(column.least), std::abs(column.most));
            if (size > 0)
                nearest = std::min(nearest, size);
            if (hasBars(*laid.track)) {
                below = std::min(below, column.below);
                above = std::max(above, column.above);
            }
        }
    };
    const bool hasAgreeing = std::any_of(m_laid.begin(), m_laid.end(),
                                         [](const Laid &laid) { return laid.track->isBelieved; });
    for (const Laid &laid : m_laid) {
        if (m_scale != Scale::Agreeing || !hasAgreeing || laid.track->isBelieved ||
            laid.track->server == m_chosen)
            take(laid);
    }
    const bool isOffset = m_quantity == Quantity::Offset;
    if (least > most)
        least = most = 0;
    if (!isOffset)
        least = 0;
    double width = most - least;
    if (below < least || above > most) {
        const double room =
            m_scale == Scale::Logarithmic
                ? std::numeric_limits<double>::max()
                : std::max(width, 1e-7) * (m_bars == Bars::All && m_laid.size() > kMany
                                               ? kMostWideningOfMany
                                               : kMostWidening);
        least = std::max(std::min(below, least), least - room);
        most = std::min(std::max(above, most), most + room);
    }
    width = std::max({most - least, std::abs(most) * 1e-3, 2e-9});
    if (m_scale == Scale::Logarithmic) {
        m_knee = std::pow(10, std::floor(std::log10(std::clamp(nearest, 1e-9, 1.0))));
        m_low = isOffset ? std::min(least * 1.3, -2 * m_knee) : 0;
        m_high = std::max(most * 1.3, 2 * m_knee);
    } else {
        // To round values, so that the axis does not tremble with every sample.
        double step = std::pow(10, std::floor(std::log10(width / 4)));
        for (const double factor : {5.0, 2.0}) {
            if (step * factor <= width / 4)
                step *= factor;
        }
        m_low = isOffset ? (std::floor((least - width * 0.04) / step)) * step : 0;
        m_high = (std::ceil((most + width * 0.04) / step)) * step;
    }
    m_perKnee = 1 / m_knee;
    m_squeezedLow = squeezed(m_low);
    m_pixelsPerSqueezed = m_plot.height() / std::max(squeezed(m_high) - m_squeezedLow, 1e-15);
    for (Laid &laid : m_laid) {
        const auto isOutside = [this](const Column &column) {
            return column.least > m_high ? 1 : column.most < m_low ? -1 : 0;
        };
        laid.outside = isOutside(laid.columns.back());
        const bool withBars = hasBars(*laid.track);
        for (Column &column : laid.columns) {
            const auto row = [this](double value) { return static_cast<float>(place(value)); };
            const float middle = row(column.middle);
            column.y = {middle, middle, middle, middle, middle};
            if (column.most > column.least) {
                column.y.least = row(column.least);
                column.y.most = row(column.most);
            }
            if (withBars) {
                column.y.below = row(column.below);
                column.y.above = row(column.above);
            }
        }
    }
}

QStringList ClockChart::outside() const
{
    QStringList names;
    for (const Laid &laid : m_laid) {
        if (laid.outside != 0)
            names << laid.track->name;
    }
    return names;
}

void ClockChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    const auto type =
        painter->paintEngine() ? painter->paintEngine()->type() : QPaintEngine::Raster;
    if (type == QPaintEngine::SVG) {
        paint(*painter);
        painter->restore();
        return;
    }
    paintLayer();
    painter->drawImage(0, 0, m_layer);
    if (cursorPart() && !isGrabbed()) {
        painter->setFont(smallFont());
        drawCursorBox(painter, cursorText());
    }
    painter->restore();
}

QString ClockChart::cursorText() const
{
    const double time = m_begin + cursorPart().value_or(0) * (m_end - m_begin);
    QStringList words;
    if (m_quantity == Quantity::Offset)
        words << QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time))
                     .toString(day(m_end - m_begin) > 1 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                                        : QStringLiteral("HH:mm:ss.zzz"));
    const auto most = std::max<qsizetype>(
        2, static_cast<qsizetype>(m_plot.height() / (fontMetrics().height() * 0.95)) - 1);
    std::vector<const Track *> order;
    for (const Laid &laid : m_laid) {
        if (laid.track->server == m_chosen)
            order.insert(order.begin(), laid.track);
        else
            order.push_back(laid.track);
    }
    int left = 0;
    for (const Track *track : order) {
        const auto after = std::upper_bound(track->points.begin(), track->points.end(), time,
                                            [](double x, const Point &p) { return x < p.time; });
        if (after == track->points.begin())
            continue;
        if (words.size() >= most) {
            ++left;
            continue;
        }
        const Point &point = *(after - 1);
        const Seconds value(valueOf(point));
        words << QString(track->name + QStringLiteral("  ") +
                         (m_quantity == Quantity::Offset
                              ? Ntp::offsetText(value, Seconds(static_cast<double>(point.bound)))
                              : Ntp::timeText(value)));
    }
    if (left > 0)
        words << tr("%n more", nullptr, left);
    return words.join(QLatin1Char('\n'));
}

const Point *ClockChart::pointNear(const QPointF &at, const Track **found) const
{
    const Point *best = nullptr;
    double nearest = kNear;
    const double scale = m_plot.width() / (m_end - m_begin);
    const double time = m_begin + (at.x() - m_plot.left()) / scale;
    const double reach = kNear / scale;
    for (const Laid &laid : m_laid) {
        const auto &points = laid.track->points;
        auto point = std::lower_bound(points.begin(), points.end(), time - reach,
                                      [](const Point &p, double x) { return p.time < x; });
        for (; point != points.end() && point->time <= time + reach; ++point) {
            const double distance =
                std::hypot((point->time - time) * scale, place(valueOf(*point)) - at.y());
            if (distance < nearest) {
                nearest = distance;
                best = &*point;
                *found = laid.track;
            }
        }
    }
    return best;
}

QString ClockChart::sampleText(const QPointF &at) const
{
    const Track *track = nullptr;
    const Point *const point = pointNear(at, &track);
    if (!point)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point->time));
    const auto seconds = [](float value) { return Seconds(static_cast<double>(value)); };
    QStringList lines{
        track->name,
        tr("%1 (UTC %2)")
            .arg(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                 time.toUTC().toString(QStringLiteral("HH:mm:ss.zzz"))),
        tr("Offset %1").arg(Ntp::offsetText(Seconds(point->offset), seconds(point->bound))),
        tr("Delay %1, jitter %2")
            .arg(Ntp::timeText(seconds(point->delay)), Ntp::timeText(seconds(point->jitter)))};
    if (point->known) {
        Ntp::Sample sample{};
        sample.sentBy = static_cast<Ntp::StampSource>(point->sentBy);
        sample.receivedBy = static_cast<Ntp::StampSource>(point->receivedBy);
        sample.interleaved = point->interleaved != 0;
        sample.authentication = static_cast<Ntp::Authentication>(point->authentication);
        lines << tr("Stamps: %1").arg(ClockWords::stamps(sample));
    } else {
        lines << tr("From the history: stands for the samples around it.");
    }
    return lines.join(QLatin1Char('\n'));
}

void ClockChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position();
    TimeChart::mousePressEvent(event);
}

void ClockChart::mouseReleaseEvent(QMouseEvent *event)
{
    TimeChart::mouseReleaseEvent(event);
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (!pressed || (event->position() - *pressed).manhattanLength() > 3)
        return;
    const Track *track = nullptr;
    if (pointNear(event->position(), &track))
        Q_EMIT serverClicked(track->server);
}

bool ClockChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        QStringList texts{sampleText(help->pos()), markText(help->pos())};
        texts.removeAll(QString());
        const QString text = texts.join(QStringLiteral("\n\n"));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return TimeChart::viewportEvent(event);
}

} // namespace Portolan::Ui
