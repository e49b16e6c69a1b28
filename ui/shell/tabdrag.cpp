// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabdrag.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/tabs.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kAway = 18;       // pixels beyond the bar from which a tab leaves it
constexpr double kEdge = 0.27;  // of a group's room: nearer to its edge splits it
constexpr QPoint kChip{14, 16}; // beside the pointer, never below it

// Where the tab would go: the accent, so thin that what is below stays readable.
class Mark : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setObjectName(QStringLiteral("dropMark"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor accent = palette().color(QPalette::Highlight);
        painter.setPen(QPen(accent, 2));
        accent.setAlpha(70);
        painter.setBrush(accent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
};

} // namespace

TabBar::TabBar(QWidget *parent)
    : QTabBar(parent)
{
}

TabBar::~TabBar() = default;

void TabBar::mousePressEvent(QMouseEvent *event)
{
    auto *group = qobject_cast<Tabs *>(parentWidget());
    const int index = tabAt(event->position().toPoint());
    m_pressed = event->button() == Qt::LeftButton && group ? group->widget(index) : nullptr;
    QTabBar::mousePressEvent(event);
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint global = event->globalPosition().toPoint();
    if (m_drag) {
        if (m_drag->isOver())
            m_drag.reset();
        else
            m_drag->moveTo(global);
        return;
    }
    auto *group = qobject_cast<Tabs *>(parentWidget());
    const QPoint at = event->position().toPoint();
    const bool left = !rect().adjusted(-kAway, -kAway, kAway, kAway).contains(at);
    const int index = m_pressed && group ? group->indexOf(m_pressed) : -1;
    if (!left || index < 0 || !(event->buttons() & Qt::LeftButton)) {
        QTabBar::mouseMoveEvent(event);
        return;
    }
    // The bar's own moving of the tab ends here.
    QMouseEvent release(QEvent::MouseButtonRelease, event->position(), event->scenePosition(),
                        event->globalPosition(), Qt::LeftButton, Qt::NoButton, event->modifiers());
    QTabBar::mouseReleaseEvent(&release);
    m_drag = std::make_unique<TabDrag>(m_pressed, tabIcon(index), tabText(index));
    m_drag->moveTo(global);
}

void TabBar::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = nullptr;
    const auto drag = std::exchange(m_drag, nullptr);
    if (!drag)
        QTabBar::mouseReleaseEvent(event);
    else if (!drag->isOver())
        drag->drop(event->globalPosition().toPoint());
}

TabDrag::TabDrag(QWidget *page, const QIcon &icon, const QString &title)
    : m_page(page)
    , m_chip(std::make_unique<QLabel>(nullptr, Qt::ToolTip | Qt::FramelessWindowHint |
                                                   Qt::WindowTransparentForInput))
{
    m_chip->setAttribute(Qt::WA_ShowWithoutActivating);
    m_chip->setTextFormat(Qt::PlainText);
    m_chip->setMargin(Space::M);
    m_chip->setAutoFillBackground(true);
    m_chip->setFrameShape(QFrame::StyledPanel);
    QString text = title;
    text.replace(QLatin1String("&&"), QLatin1String("&"));
    m_chip->setText(m_chip->fontMetrics().elidedText(text, Qt::ElideRight, 260));
    m_chip->adjustSize();
    m_chip->setWindowIcon(icon);
    qApp->installEventFilter(this);
}

TabDrag::~TabDrag()
{
    end();
}

void TabDrag::end()
{
    m_over = true;
    qApp->removeEventFilter(this);
    m_chip.reset();
    delete m_mark;
}

bool TabDrag::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        end();
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

TabDrag::Target TabDrag::targetIn(Tabs &group, const QPoint &inArea)
{
    const QRect whole(group.mapTo(&group.area(), QPoint()), group.size());
    const QTabBar *bar = group.tabBar();
    const QRect barRect(bar->mapTo(&group.area(), QPoint()), bar->size());
    if (inArea.y() <= barRect.bottom()) {
        const QPoint inBar = inArea - barRect.topLeft();
        int at = bar->count();
        int x = bar->count() > 0 ? bar->tabRect(bar->count() - 1).right() : 0;
        for (int i = 0; i < bar->count(); ++i) {
            const QRect tab = bar->tabRect(i);
            if (inBar.x() < tab.center().x()) {
                at = i;
                x = tab.left();
                break;
            }
        }
        return {Kind::Into, &group, Side::Left, at,
                QRect(barRect.left() + x - 2, barRect.top() + 2, 4, barRect.height() - 4)};
    }
    const QRect room(whole.left(), barRect.bottom() + 1, whole.width(),
                     whole.bottom() - barRect.bottom());
    const double left = double(inArea.x() - room.left()) / std::max(1, room.width());
    const double top = double(inArea.y() - room.top()) / std::max(1, room.height());
    const std::pair<double, Side> edges[] = {
        {left, Side::Left}, {1 - left, Side::Right}, {top, Side::Above}, {1 - top, Side::Below}};
    const auto &nearest = *std::min_element(std::begin(edges), std::end(edges));
    if (nearest.first > kEdge)
        return {Kind::Into, &group, Side::Left, -1, room};
    QRect half = room;
    switch (nearest.second) {
    case Side::Left:
        half.setWidth(room.width() / 2);
        break;
    case Side::Right:
        half.setLeft(room.left() + room.width() / 2);
        break;
    case Side::Above:
        half.setHeight(room.height() / 2);
        break;
    case Side::Below:
        half.setTop(room.top() + room.height() / 2);
        break;
    }
    return {Kind::Split, &group, nearest.second, -1, half};
}

TabDrag::Target TabDrag::targetAt(const QPoint &global) const
{
    auto *window = qobject_cast<MainWindow *>(QApplication::topLevelAt(global));
    if (!window)
        return {.kind = Kind::Window};
    const QPoint inArea = window->area().mapFromGlobal(global);
    for (Tabs *group : window->area().groups()) {
        const QRect rect(group->mapTo(&window->area(), QPoint()), group->size());
        if (!rect.contains(inArea))
            continue;
        const Target target = targetIn(*group, inArea);
        // A group cannot be split by the only tab that it has.
        const bool isOwn = Tabs::of(m_page) == group;
        if (target.kind == Kind::Split && isOwn && group->count() == 1)
            return {};
        return target;
    }
    return {};
}

void TabDrag::moveTo(const QPoint &global)
{
    if (isOver())
        return;
    m_chip->move(global + kChip);
    m_chip->show();
    const Target target = targetAt(global);
    if (!target.group) {
        delete m_mark;
        return;
    }
    if (!m_mark || m_mark->parentWidget() != &target.group->area()) {
        delete m_mark;
        m_mark = new Mark(&target.group->area());
    }
    m_mark->setGeometry(target.marked);
    m_mark->show();
    m_mark->raise();
}

void TabDrag::drop(const QPoint &global)
{
    const Target target = targetAt(global);
    QWidget *const page = m_page;
    end();
    Tabs *from = Tabs::of(page);
    switch (target.kind) {
    case Kind::Nothing:
        break;
    case Kind::Into:
        if (target.group != from || target.at >= 0)
            TabArea::movePage(page, *target.group, target.at);
        break;
    case Kind::Split:
        TabArea::movePage(page, *target.group->area().split(*target.group, target.side));
        break;
    case Kind::Window: {
        // Its bar below the pointer, and not beyond the edge of the screen.
        QPoint where = global - QPoint(80, 20);
        if (const QScreen *screen = QGuiApplication::screenAt(global)) {
            const QPoint least = screen->availableGeometry().topLeft();
            where = {std::max(where.x(), least.x()), std::max(where.y(), least.y())};
        }
        if (from->area().groups().size() == 1 && from->count() == 1)
            from->window()->move(where); // it has a window of its own
        else
            from->area().moveToNewWindow(page, &where);
        break;
    }
    }
}

} // namespace Portolan::Ui
