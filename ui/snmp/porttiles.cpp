// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/porttiles.h"

#include "ui/snmp/portsmodel.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::PortState;

constexpr int kGap = 3;
constexpr int kGroupGap = 12;
constexpr int kMargin = Space::M;
constexpr std::size_t kMostTiles = 1000;

int barsOf(std::optional<quint64> speed)
{
    if (!speed)
        return 0;
    return *speed >= 10'000'000'000  ? 4
           : *speed >= 1'000'000'000 ? 3
           : *speed >= 100'000'000   ? 2
                                     : 1;
}

} // namespace

PortTiles::PortTiles(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("portTiles"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize PortTiles::tileSize() const
{
    int widest = fontMetrics().horizontalAdvance(QStringLiteral("00"));
    for (const Tile &tile : m_tiles)
        widest = std::max(widest, fontMetrics().horizontalAdvance(tile.label));
    return {widest + 2 * Space::S + 2, fontMetrics().height() + 11};
}

void PortTiles::setView(const Snmp::PortView &view)
{
    const quint32 before = current();
    m_tiles.clear();
    for (const Snmp::SwitchPort &port : view.ports) {
        if (!port.isPhysical || m_tiles.size() >= kMostTiles)
            continue;
        Tile tile;
        tile.ifIndex = port.ifIndex;
        const QString numbers = port.shortName();
        // "1/0/24" is 24 in the group "Gi1/0/".
        const auto slash =
            std::max({numbers.lastIndexOf(QLatin1Char('/')), numbers.lastIndexOf(QLatin1Char('.')),
                      numbers.lastIndexOf(QLatin1Char(':'))});
        tile.label = numbers.mid(slash + 1);
        tile.group = port.name.chopped(std::min(tile.label.size(), port.name.size()));
        tile.tip = PortsModel::tip(port);
        tile.state = port.state;
        tile.bars = port.state == PortState::Up ? barsOf(port.speed) : 0;
        tile.isBlocked = port.stp == 2;
        tile.hasNeighbor = !port.neighbors.empty();
        m_tiles.push_back(std::move(tile));
    }
    m_current = m_tiles.empty() ? -1 : 0;
    setCurrent(before);
    layOut(width(), true);
    updateGeometry();
    update();
}

quint32 PortTiles::current() const
{
    return m_current < 0 ? 0 : m_tiles[static_cast<std::size_t>(m_current)].ifIndex;
}

void PortTiles::setCurrent(quint32 ifIndex)
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (m_tiles[i].ifIndex == ifIndex)
            m_current = static_cast<int>(i);
    }
    if (m_current >= 0)
        setAccessibleName(m_tiles[static_cast<std::size_t>(m_current)].tip);
    update();
}

int PortTiles::layOut(int width, bool apply)
{
    const QSize size = tileSize();
    int x = kMargin;
    int y = kMargin;
    QString group;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        Tile &tile = m_tiles[i];
        if (i > 0 && tile.group != group)
            x += kGroupGap;
        if (x + size.width() > width - kMargin && x > kMargin) {
            x = kMargin;
            y += size.height() + kGap;
        }
        if (apply)
            tile.place = QRect(QPoint(x, y), size);
        group = tile.group;
        x += size.width() + kGap;
    }
    return m_tiles.empty() ? 0 : y + size.height() + kMargin;
}

QSize PortTiles::sizeHint() const
{
    return {400, heightForWidth(400)};
}

int PortTiles::heightForWidth(int width) const
{
    return const_cast<PortTiles *>(this)->layOut(width, false);
}

void PortTiles::resizeEvent(QResizeEvent *event)
{
    layOut(width(), true);
    QWidget::resizeEvent(event);
}

void PortTiles::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColors &colors = stateColors(palette());
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const Tile &tile = m_tiles[i];
        const QRectF box = QRectF(tile.place).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool isUp = tile.state == PortState::Up;
        const bool isOff = tile.state == PortState::Disabled;
        const bool isOdd = !isUp && !isOff && tile.state != PortState::Down;
        QColor line = isUp    ? (tile.isBlocked ? colors.warning : colors.good)
                      : isOdd ? colors.warning
                              : colors.border;
        QColor fill = line;
        fill.setAlphaF(isUp ? 0.22F : isOdd ? 0.12F : 0.0F);
        painter.setPen(QPen(line, 1, isOff ? Qt::DotLine : Qt::SolidLine));
        painter.setBrush(fill);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(isUp || isOdd ? palette().color(QPalette::WindowText) : colors.quiet);
        painter.drawText(tile.place.adjusted(0, 2, 0, -7), Qt::AlignCenter, tile.label);
        // Off is told by a line across it, not by the colour alone; speed by bars below.
        if (isOff) {
            painter.setPen(QPen(colors.quiet, 1));
            painter.drawLine(box.bottomLeft() + QPointF(3, -3), box.topRight() + QPointF(-3, 3));
        }
        const qreal step = (box.width() - 8) / 4;
        for (int bar = 0; bar < tile.bars; ++bar)
            painter.fillRect(
                QRectF(box.left() + 4 + bar * step + 0.5, box.bottom() - 5, step - 1.5, 3), line);
        if (tile.hasNeighbor) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Highlight));
            painter.drawEllipse(box.topRight() + QPointF(-4.5, 4.5), 2, 2);
        }
        if (static_cast<int>(i) == m_current) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1));
            painter.drawRoundedRect(box, 3, 3);
        }
    }
}

int PortTiles::tileAt(const QPoint &point) const
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (m_tiles[i].place.contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

void PortTiles::choose(int tile)
{
    if (tile < 0 || tile >= count())
        return;
    setCurrent(m_tiles[static_cast<std::size_t>(tile)].ifIndex);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT chosen(current());
}

void PortTiles::mousePressEvent(QMouseEvent *event)
{
    choose(tileAt(event->position().toPoint()));
}

void PortTiles::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (tileAt(event->position().toPoint()) >= 0)
        Q_EMIT activated(current());
}

void PortTiles::keyPressEvent(QKeyEvent *event)
{
    // Up and down go to the nearest tile of the next row.
    const auto vertical = [this](bool down) {
        const QRect from = m_tiles[static_cast<std::size_t>(m_current)].place;
        int best = -1;
        int least = 0;
        for (std::size_t i = 0; i < m_tiles.size(); ++i) {
            const QRect to = m_tiles[i].place;
            if (down ? to.top() <= from.top() : to.top() >= from.top())
                continue;
            const int distance =
                std::abs(to.top() - from.top()) * 10 + std::abs(to.left() - from.left());
            if (best < 0 || distance < least) {
                best = static_cast<int>(i);
                least = distance;
            }
        }
        return best;
    };
    if (m_current < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_current - 1);
        return;
    case Qt::Key_Right:
        choose(m_current + 1);
        return;
    case Qt::Key_Up:
        choose(vertical(false));
        return;
    case Qt::Key_Down:
        choose(vertical(true));
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(count() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated(current());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool PortTiles::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const int tile = tileAt(help->pos());
        if (tile >= 0)
            QToolTip::showText(help->globalPos(), m_tiles[static_cast<std::size_t>(tile)].tip, this,
                               m_tiles[static_cast<std::size_t>(tile)].place);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        layOut(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace Portolan::Ui
