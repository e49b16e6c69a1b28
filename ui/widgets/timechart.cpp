// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timechart.h"

#include "ui/widgets/savefile.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QSvgGenerator>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr double kLeastSpan = 200; // milliseconds

// Apart from each other in hue and in lightness, for eyes that do not tell red from green.
constexpr QRgb kLight[] = {0xff0b6e8a, 0xffc2571a, 0xff6a4fb3, 0xff1a7f4b,
                           0xffb0307a, 0xff7a6a00, 0xff3a5fcd, 0xff8a4b2a};
constexpr QRgb kDark[] = {0xff4cb4d0, 0xfff0a060, 0xffb39cf0, 0xff5cc48d,
                          0xfff080c0, 0xffd8c840, 0xff80a8ff, 0xffd0a080};

constexpr QLatin1String kBits("bit/s");

struct Prefix
{
    double factor = 1;
    QString symbol;
};

// Of a power of thousand that leaves at least one digit before the point.
Prefix prefixOf(double value)
{
    static constexpr char16_t kSymbols[] = u"kMGTPE";
    Prefix prefix;
    for (const char16_t *symbol = kSymbols; *symbol && std::abs(value) >= prefix.factor * 1000;
         ++symbol) {
        prefix.factor *= 1000;
        prefix.symbol = QChar(*symbol);
    }
    return prefix;
}

} // namespace

QString TimeChart::valueText(double value, const QString &unit)
{
    const QLocale locale;
    if (unit == kBits) {
        const Prefix prefix = prefixOf(value);
        const double shown = value / prefix.factor;
        const int digits = std::abs(shown) >= 100 || prefix.symbol.isEmpty() ? 0
                           : std::abs(shown) >= 10                           ? 1
                                                                             : 2;
        return QString(locale.toString(shown, 'f', digits) + QLatin1Char(' ') + prefix.symbol +
                       unit);
    }
    const QString number =
        std::abs(value) < 1e15
            ? locale.toString(value, 'f', value == static_cast<double>(qRound64(value)) ? 0 : 1)
            : locale.toString(value, 'g', 8);
    return unit.isEmpty() ? number : QString(number + QLatin1Char(' ') + unit);
}

TimeChart::TimeChart(QWidget *parent)
    : QChartView(parent)
    , m_time(new QDateTimeAxis)
    , m_value(new QValueAxis)
{
    chart()->legend()->hide();
    chart()->setMargins(QMargins(0, 0, 0, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    m_value->setTickCount(4);
    m_time->setTickCount(5);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    // Lines that change repaint their part only, and would leave shreds of the values at the
    // cursor.
    setViewportUpdateMode(FullViewportUpdate);
    setMinimumHeight(110);
    m_view->charts.push_back(this);
    TimeChart::dress();
}

TimeChart::~TimeChart()
{
    std::erase(m_view->charts, this);
}

void TimeChart::linkTo(TimeChart &other)
{
    if (m_view == other.m_view)
        return;
    const auto view = other.m_view;
    for (TimeChart *chart : std::exchange(m_view->charts, {})) {
        chart->m_view = view;
        view->charts.push_back(chart);
    }
    drawAll(false);
}

qint64 TimeChart::span() const
{
    return m_view->span;
}

bool TimeChart::isMoved() const
{
    return m_view->fixed.has_value();
}

void TimeChart::setRange(double begin, double end)
{
    m_view->fixed = {begin, std::max(end, begin + kLeastSpan)};
    drawAll(true);
}

void TimeChart::goToNow()
{
    m_view->fixed.reset();
    drawAll(true);
}

void TimeChart::drawAll(bool byPerson)
{
    for (TimeChart *chart : m_view->charts) {
        chart->draw();
        chart->viewport()->update();
        if (byPerson)
            Q_EMIT chart->rangeChanged();
    }
}

std::optional<double> TimeChart::cursorPart() const
{
    return m_view->cursor;
}

void TimeChart::setCursorPart(std::optional<double> part)
{
    if (!part && !m_view->cursor)
        return;
    m_view->cursor = part;
    for (TimeChart *chart : m_view->charts)
        chart->viewport()->update();
}

QColor TimeChart::color(int index, const QPalette &palette)
{
    return QColor(isDark(palette) ? kDark[index % 8] : kLight[index % 8]);
}

void TimeChart::dress()
{
    const StateColors &colors = stateColors(palette());
    chart()->setBackgroundBrush(palette().color(QPalette::Base));
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(palette().color(QPalette::Base));
    QFont small = font();
    small.setPointSizeF(std::max(small.pointSizeF() * 0.85, 7.0));
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_time, m_value}) {
        axis->setLabelsColor(colors.quiet);
        axis->setGridLineColor(colors.border);
        axis->setLinePenColor(colors.border);
        axis->setLabelsFont(small);
    }
}

void TimeChart::setSpan(qint64 milliseconds)
{
    m_view->span = milliseconds;
    m_view->fixed.reset();
    drawAll(false);
}

double TimeChart::firstTime(double now) const
{
    double first = now;
    for (const Line &line : m_lines) {
        if (!line.points->empty())
            first = std::min(first, line.points->front().x());
    }
    return first;
}

std::pair<double, double> TimeChart::range() const
{
    if (m_view->fixed)
        return *m_view->fixed;
    const auto now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    double first = now;
    for (const TimeChart *chart : m_view->charts)
        first = std::min(first, chart->firstTime(now));
    if (m_view->span > 0)
        first = std::max(first, now - static_cast<double>(m_view->span));
    return {std::min(first, now - 1000), now};
}

void TimeChart::show(const std::vector<Line> &lines)
{
    m_lines = lines;
    while (m_drawn.size() > lines.size()) {
        chart()->removeSeries(m_drawn.back());
        delete m_drawn.back();
        m_drawn.pop_back();
    }
    while (m_drawn.size() < lines.size()) {
        auto *series = new QLineSeries;
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
        m_drawn.push_back(series);
    }
    draw();
}

void TimeChart::draw()
{
    const auto [begin, end] = range();
    const double columns = std::max(chart()->plotArea().width(), 50.0);
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    std::vector<QList<QPointF>> drawn;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const std::deque<QPointF> &points = *m_lines[i].points;
        // With one point at each side, so that the line goes on to the edge.
        auto from = std::lower_bound(points.begin(), points.end(), begin,
                                     [](const QPointF &p, double x) { return p.x() < x; });
        auto to = std::upper_bound(from, points.end(), end,
                                   [](double x, const QPointF &p) { return x < p.x(); });
        if (from != points.begin())
            --from;
        if (to != points.end())
            ++to;
        QList<QPointF> shown;
        if (static_cast<double>(to - from) <= columns * 2) {
            shown = QList<QPointF>(from, to);
        } else {
            const double step = (end - begin) / columns;
            for (auto at = from; at != to;) {
                const double column = std::floor((at->x() - begin) / step);
                auto low = at;
                auto high = at;
                for (; at != to && std::floor((at->x() - begin) / step) == column; ++at) {
                    if (at->y() < low->y())
                        low = at;
                    if (at->y() > high->y())
                        high = at;
                }
                shown.append(low < high ? *low : *high);
                if (low != high)
                    shown.append(low < high ? *high : *low);
            }
        }
        for (const QPointF &point : std::as_const(shown)) {
            least = std::min(least, point.y());
            most = std::max(most, point.y());
        }
        m_drawn[i]->setPen(QPen(m_lines[i].color, 1.6));
        m_drawn[i]->setPointsVisible(shown.size() < 40);
        m_drawn[i]->setMarkerSize(5);
        m_drawn[i]->setColor(m_lines[i].color);
        drawn.push_back(std::move(shown));
    }
    if (least > most) {
        least = 0;
        most = 1;
    }
    if (most <= least) {
        const double room = std::max(std::abs(most) * 0.05, 0.5);
        // What stands at zero is drawn at the bottom: most numbers here cannot be less.
        least -= least == 0 ? 0 : room;
        most += room;
    }
    // Lines at round values: 1, 2 or 5 of some power of ten.
    const double wanted = (most - least) / 3;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted) {
            step = factor * power;
            break;
        }
    }
    const double low = std::floor(least / step) * step;
    const double high = std::ceil(most / step) * step;
    // The axis cannot write prefixes: it shows the lines divided by one.
    const bool isBits =
        !m_lines.empty() && std::all_of(m_lines.begin(), m_lines.end(),
                                        [](const Line &line) { return line.unit == kBits; });
    const double largest = std::max(std::abs(low), std::abs(high));
    const Prefix prefix = isBits || largest >= 1e7 ? prefixOf(largest) : Prefix();
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        for (QPointF &point : drawn[i])
            point.setY(point.y() / prefix.factor);
        m_drawn[i]->replace(drawn[i]);
    }
    m_value->setRange(low / prefix.factor, high / prefix.factor);
    m_value->setTickCount(static_cast<int>(std::lround((high - low) / step)) + 1);
    const int digits =
        std::clamp(static_cast<int>(-std::floor(std::log10(step / prefix.factor))), 0, 12);
    QString format = digits > 6 ? QStringLiteral("%.4g") : QStringLiteral("%.%1f").arg(digits);
    if (isBits || !prefix.symbol.isEmpty())
        format += QLatin1Char(' ') + prefix.symbol + (isBits ? QString(kBits) : QString());
    m_value->setLabelFormat(format);
    m_time->setFormat(end - begin > 24 * 3600e3 ? QStringLiteral("MM-dd HH:mm")
                      : end - begin > 10e3      ? QStringLiteral("HH:mm:ss")
                                                : QStringLiteral("HH:mm:ss.zzz"));
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(begin)),
                     QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(end)));
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    const QRectF plot = chart()->plotArea();
    if (plot.width() < 1 || !hasData())
        return;
    const auto [begin, end] = range();
    const double at = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    const double factor = std::pow(0.8, event->angleDelta().y() / 120.0);
    const double span = std::max((end - begin) * factor, kLeastSpan);
    const double middle = begin + (end - begin) * at;
    m_view->fixed = {middle - span * at, middle + span * (1 - at)};
    drawAll(true);
    event->accept();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grabbed = event->position();
    m_grabbedRange = range();
    setCursor(Qt::ClosedHandCursor);
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (m_grabbed) {
        const double width = std::max(chart()->plotArea().width(), 1.0);
        const double moved = (m_grabbed->x() - event->position().x()) / width *
                             (m_grabbedRange.second - m_grabbedRange.first);
        if (std::abs(m_grabbed->x() - event->position().x()) > 2 || m_view->fixed) {
            m_view->fixed = {m_grabbedRange.first + moved, m_grabbedRange.second + moved};
            drawAll(true);
        }
    }
    const QRectF plot = chart()->plotArea();
    setCursorPart(plot.contains(event->position())
                      ? std::optional((event->position().x() - plot.left()) / plot.width())
                      : std::nullopt);
}

void TimeChart::mouseReleaseEvent(QMouseEvent *)
{
    m_grabbed.reset();
    unsetCursor();
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *)
{
    goToNow();
}

void TimeChart::leaveEvent(QEvent *event)
{
    m_cursor.reset();
    setCursorPart({});
    QChartView::leaveEvent(event);
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (!cursorPart())
        return;
    const auto [begin, end] = range();
    const double time = begin + *cursorPart() * (end - begin);
    QStringList words{QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time))
                          .toString(QStringLiteral("HH:mm:ss.zzz"))};
    for (const Line &line : m_lines) {
        const auto after = std::upper_bound(line.points->begin(), line.points->end(), time,
                                            [](double x, const QPointF &p) { return x < p.x(); });
        if (after != line.points->begin())
            words << QString(line.name + QStringLiteral("  ") +
                             (line.unit.isEmpty() ? QLocale().toString((after - 1)->y(), 'g', 8)
                                                  : valueText((after - 1)->y(), line.unit)));
    }
    drawCursorBox(painter, words.join(QLatin1Char('\n')));
}

void TimeChart::drawCursorBox(QPainter *painter, const QString &text) const
{
    const QRectF plot = chart()->plotArea();
    const StateColors &colors = stateColors(palette());
    const QPointF at(plot.left() + cursorPart().value_or(0) * plot.width(),
                     m_cursor ? m_cursor->y() : plot.top());
    painter->setPen(QPen(colors.quiet, 1, Qt::DotLine));
    painter->drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    if (text.isEmpty())
        return;
    QRectF box = painter->fontMetrics().boundingRect(QRect(0, 0, 600, 400), 0, text);
    box.adjust(-6, -4, 6, 4);
    box.moveTopLeft(at + QPointF(12, 8));
    if (box.right() > plot.right())
        box.moveRight(at.x() - 12);
    box.moveTop(
        std::clamp(box.top(), plot.top(), std::max(plot.top(), plot.bottom() - box.height())));
    painter->setPen(colors.border);
    painter->setBrush(colors.card);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(box.adjusted(6, 4, -6, -4), 0, text);
}

void TimeChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QChartView::changeEvent(event);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    if (m_time)
        draw();
}

void TimeChart::saveAs(QWidget *context, const QString &title, const QString &suggestedName,
                       std::function<QByteArray()> csv,
                       std::function<void(const Result<QString> &)> done)
{
    saveFile(
        context, title, suggestedName, QStringLiteral("PNG (*.png);;SVG (*.svg);;CSV (*.csv)"),
        [this, picture = grab(), csv = std::move(csv)](const QString &path) {
            if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
                return csv();
            if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
                return svg();
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            picture.save(&buffer, "PNG");
            return bytes;
        },
        std::move(done));
}

QByteArray TimeChart::svg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    QPainter painter(&generator);
    render(&painter);
    painter.end();
    return bytes;
}

} // namespace Portolan::Ui
