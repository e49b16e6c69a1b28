// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/intervalsview.h"

#include "core/ntp/figures.h"
#include "ui/ntp/clockwords.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

using Ntp::Seconds;
using Ntp::ServerState;
using Ntp::Standing;

constexpr double kRight = 170; // for the words at the right
constexpr double kFoot = 26;   // the axis

bool hasInterval(const ServerState &server)
{
    return server.filter.estimate().has_value() &&
           server.choice.interval.high > server.choice.interval.low;
}

bool agrees(const ServerState &server)
{
    const Standing standing = server.choice.standing;
    return standing == Standing::Selected || standing == Standing::Combined ||
           standing == Standing::Outlier;
}

// Those that agree first, then the others; each by how sure they are.
int rankOf(const ServerState &server)
{
    return server.choice.standing == Standing::Selected ? 0 : agrees(server) ? 1 : 2;
}

} // namespace

IntervalsView::IntervalsView(const Ntp::Monitor &monitor, const ClockTracks &tracks,
                             QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_monitor(monitor)
    , m_tracks(tracks)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("clockIntervals"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

QSize IntervalsView::sizeHint() const
{
    return {500, 220};
}

int IntervalsView::rowHeight() const
{
    // Three servers get room, forty get what is needed to read them.
    const int least = fontMetrics().height() + 4;
    const int rows = std::max(1, static_cast<int>(m_order.size()));
    return std::clamp((viewport()->height() - int(kFoot)) / rows, least, least + 16);
}

QRectF IntervalsView::plot() const
{
    const double names = std::clamp(viewport()->width() * 0.26, 120.0, 260.0);
    return {names, 0, std::max(50.0, viewport()->width() - names - kRight),
            std::max(10.0, viewport()->height() - kFoot)};
}

void IntervalsView::fit()
{
    m_order.clear();
    std::vector<const ServerState *> servers;
    for (const ServerState &each : m_monitor.servers()) {
        if (hasInterval(each))
            servers.push_back(&each);
    }
    std::stable_sort(
        servers.begin(), servers.end(),
        [](const ServerState *a, const ServerState *b) { return rankOf(*a) < rankOf(*b); });
    double low = 1e300;
    double high = -1e300;
    const bool anyAgrees = std::any_of(servers.begin(), servers.end(),
                                       [](const ServerState *each) { return agrees(*each); });
    std::vector<double> widths;
    for (const ServerState *each : servers) {
        m_order.push_back(each->id);
        if (!anyAgrees || agrees(*each))
            widths.push_back((each->choice.interval.high - each->choice.interval.low).count());
    }
    if (!widths.empty()) {
        // A few that know little would press all others together.
        std::nth_element(widths.begin(), widths.begin() + std::ptrdiff_t(widths.size() / 2),
                         widths.end());
        const double most = widths[widths.size() / 2] * 6;
        for (const ServerState *each : servers) {
            if (anyAgrees && !agrees(*each))
                continue;
            const Ntp::Interval &interval = each->choice.interval;
            const double middle = (interval.low + interval.high).count() / 2;
            const double half = std::min((interval.high - interval.low).count(), most) / 2;
            low = std::min(low, middle - half);
            high = std::max(high, middle + half);
        }
        // Who is outvoted but near is shown whole.
        const double room = (high - low) * 1.5;
        const double atLeast = low - room;
        const double atMost = high + room;
        for (const ServerState *each : servers) {
            const Ntp::Interval &interval = each->choice.interval;
            if (interval.low.count() > atLeast && interval.high.count() < atMost) {
                low = std::min(low, interval.low.count());
                high = std::max(high, interval.high.count());
            }
        }
    }
    if (low > high) {
        low = -1e-3;
        high = 1e-3;
    }
    const double edge = std::max((high - low) * 0.06, 1e-9);
    m_low = low - edge;
    m_high = high + edge;
}

void IntervalsView::refresh()
{
    if (!isVisible())
        return;
    fit();
    showBars();
    viewport()->update();
}

void IntervalsView::showBars()
{
    const int all = rowHeight() * static_cast<int>(m_order.size());
    const int page = std::max(1, viewport()->height() - int(kFoot));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, all - page));
}

void IntervalsView::setChosen(quint64 server)
{
    if (m_chosen == server)
        return;
    m_chosen = server;
    viewport()->update();
}

double IntervalsView::place(double value) const
{
    const QRectF area = plot();
    return area.left() + (value - m_low) / (m_high - m_low) * area.width();
}

void IntervalsView::paintRow(QPainter &painter, const ServerState &server, double top) const
{
    const QRectF area = plot();
    const double height = rowHeight();
    const double middle = top + height / 2;
    const StateColors &colors = stateColors(palette());
    const bool isChosen = server.id == m_chosen;
    if (isChosen) {
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlpha(38);
        painter.fillRect(QRectF(0, top, viewport()->width(), height), fill);
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(0.5, top + 0.5, viewport()->width() - 1, height - 1));
        }
    }
    const ClockWords::Mood mood = ClockWords::mood(server);
    const QColor color = agrees(server) ? colors.good : ClockWords::moodColor(mood, palette());
    const auto *const track = m_tracks.track(server.id);
    // The name, with the colour of its line in the chart.
    if (track) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ClockTracks::color(track->style, palette()));
        painter.drawEllipse(QPointF(14, middle), 3.5, 3.5);
    }
    painter.setPen(palette().color(QPalette::Text));
    const QRectF nameBox(26, top, area.left() - 34, height);
    painter.drawText(
        nameBox, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(server.name(), Qt::ElideMiddle, int(nameBox.width())));
    // The bar.
    const double from = place(server.choice.interval.low.count());
    const double to = place(server.choice.interval.high.count());
    const double thick = std::clamp(height * 0.34, 5.0, 10.0);
    const double left = std::clamp(from, area.left(), area.right());
    const double right = std::clamp(to, area.left(), area.right());
    QColor fill = color;
    fill.setAlpha(isChosen ? 170 : 105);
    if (to >= area.left() && from <= area.right()) {
        painter.setPen(QPen(color, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(
            QRectF(left, middle - thick / 2, std::max(2.0, right - left), thick), 2, 2);
        const double mark = place(server.filter.estimate()->offset.count());
        if (mark >= area.left() && mark <= area.right()) {
            painter.setPen(QPen(palette().color(QPalette::Text), 2));
            painter.drawLine(QPointF(mark, middle - thick / 2 - 2),
                             QPointF(mark, middle + thick / 2 + 2));
        }
    }
    // All of it beyond what is shown: an arrow, and where.
    painter.setPen(color);
    if (to < area.left() || from > area.right()) {
        const QString offset = Ntp::offsetText(server.filter.estimate()->offset);
        const bool isRight = from > area.right();
        painter.drawText(QRectF(area.left() + 4, top, area.width() - 8, height),
                         Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft),
                         isRight ? QString(offset + QStringLiteral("  ▶"))
                                 : QString(QStringLiteral("◀  ") + offset));
    }
    const QRectF wordBox(area.right() + 8, top, kRight - 12, height);
    const QPixmap icon =
        symbolPixmap(ClockWords::standingIcon(server), 14, color, devicePixelRatioF());
    painter.drawPixmap(QPointF(wordBox.left(), middle - 7), icon);
    painter.drawText(wordBox.adjusted(19, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(ClockWords::standing(server), Qt::ElideRight,
                                                      int(wordBox.width() - 19)));
}

void IntervalsView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColors &colors = stateColors(palette());
    if (m_order.empty()) {
        painter.setPen(colors.quiet);
        painter.drawText(viewport()->rect().adjusted(24, 0, -24, 0),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         tr("As soon as servers answer, each has a bar here: the true time lies "
                            "within it if the server is right. Bars that have nothing in common "
                            "with most others are wrong."));
        return;
    }
    const QRectF area = plot();
    // What the majority has in common.
    const Ntp::Selection &selection = m_monitor.selection();
    if (selection.agreed) {
        const double from =
            std::clamp(place(selection.agreed->low.count()), area.left(), area.right());
        const double to =
            std::clamp(place(selection.agreed->high.count()), area.left(), area.right());
        QColor fill = colors.good;
        fill.setAlpha(isDark(palette()) ? 50 : 36);
        painter.fillRect(QRectF(from, area.top(), std::max(1.0, to - from), area.height()), fill);
    }
    // Round values below, and this computer's clock as a line.
    const double wanted = (m_high - m_low) / std::max(2.0, area.width() / 110);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (factor * power >= wanted * 0.999)
            step = factor * power;
    }
    for (double value = std::ceil(m_low / step) * step; value <= m_high; value += step) {
        const bool isZero = std::abs(value) < step * 1e-6;
        const double x = std::round(place(value)) + 0.5;
        painter.setPen(QPen(isZero ? colors.quiet : colors.border, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(colors.quiet);
        painter.drawText(QRectF(x - 60, area.bottom() + 4, 120, kFoot - 4),
                         Qt::AlignHCenter | Qt::AlignTop,
                         isZero ? tr("this computer") : Ntp::offsetText(Seconds(value)));
    }
    painter.setClipRect(QRectF(0, 0, viewport()->width(), area.height()));
    const int height = rowHeight();
    const int scrolled = verticalScrollBar()->value();
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const double top = static_cast<double>(i) * height - scrolled;
        if (top + height < 0 || top > area.height())
            continue;
        if (const ServerState *const server = m_monitor.server(m_order[i]);
            server && hasInterval(*server))
            paintRow(painter, *server, top);
    }
}

int IntervalsView::rowAt(double y) const
{
    if (y >= plot().height())
        return -1;
    const int row = static_cast<int>((y + verticalScrollBar()->value()) / rowHeight());
    return row >= 0 && row < static_cast<int>(m_order.size()) ? row : -1;
}

void IntervalsView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().y());
    if (row >= 0)
        Q_EMIT serverClicked(m_order[static_cast<std::size_t>(row)]);
}

void IntervalsView::keyPressEvent(QKeyEvent *event)
{
    const auto at = std::find(m_order.begin(), m_order.end(), m_chosen);
    const int row = at == m_order.end() ? -1 : static_cast<int>(at - m_order.begin());
    int wanted = -1;
    if (event->key() == Qt::Key_Down)
        wanted = row + 1;
    else if (event->key() == Qt::Key_Up)
        wanted = row - 1;
    else {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (m_order.empty())
        return;
    wanted = std::clamp(wanted, 0, static_cast<int>(m_order.size()) - 1);
    const int top = wanted * rowHeight();
    QScrollBar &bar = *verticalScrollBar();
    if (top < bar.value())
        bar.setValue(top);
    else if (top + rowHeight() > bar.value() + bar.pageStep())
        bar.setValue(top + rowHeight() - bar.pageStep());
    Q_EMIT serverClicked(m_order[static_cast<std::size_t>(wanted)]);
}

void IntervalsView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

void IntervalsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

bool IntervalsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        const ServerState *const server =
            row < 0 ? nullptr : m_monitor.server(m_order[static_cast<std::size_t>(row)]);
        if (server)
            QToolTip::showText(help->globalPos(),
                               QString(server->name() + QLatin1Char('\n') +
                                       ClockWords::interval(server->choice.interval) +
                                       QLatin1Char('\n') + ClockWords::reason(*server, m_monitor)),
                               viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Portolan::Ui
