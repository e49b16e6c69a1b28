// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidedrawer.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kUsualWidth = 420;
constexpr int kLeastWidth = 300;
constexpr int kLeastContent = 280; // beside the drawer
constexpr int kMostWidth = 4000;

} // namespace

SideDrawer::SideDrawer(QWidget *content, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_content(content)
    , m_frame(new QWidget)
    , m_tabs(new QTabBar)
    , m_close(new QToolButton)
    , m_stack(new QStackedWidget)
    , m_width(kUsualWidth)
{
    setProperty("drawer", true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setProperty("compact", true);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_close->setObjectName(QStringLiteral("closeDrawer"));
    m_close->setIcon(symbol(QLatin1String("close")));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::S, 2, Space::S, 2);
    head->setSpacing(Space::S);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(line);
    column->addWidget(m_stack, 1);
    m_frame->setObjectName(QStringLiteral("drawer"));
    m_frame->setMinimumWidth(kLeastWidth);
    m_frame->installEventFilter(this);
    m_frame->hide();

    addWidget(m_content);
    addWidget(m_frame);
    setChildrenCollapsible(false);
    setHandleWidth(5);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setFocusProxy(m_content);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        fitTabs();
        if (!m_frame->isHidden())
            Q_EMIT pageChanged(page());
    });
    connect(m_close, &QToolButton::clicked, this, &SideDrawer::closeDrawer);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_width = m_frame->width();
        Q_EMIT widthChanged(m_width);
    });
    retranslate();
}

void SideDrawer::addPage(QLatin1String id, QLatin1String icon, QWidget *page)
{
    m_pages.push_back({id, icon, page, {}});
    m_stack->addWidget(page);
    m_tabs->addTab(symbol(icon), QString());
}

void SideDrawer::setPageTitle(QLatin1String id, const QString &title)
{
    if (const int index = indexOf(id); index >= 0) {
        m_pages[static_cast<std::size_t>(index)].title = title;
        fitTabs();
    }
}

int SideDrawer::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const Page &page) { return id == page.id; });
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void SideDrawer::openPage(QLatin1String id, bool takeFocus)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    const bool wasClosed = m_frame->isHidden();
    const bool changes = wasClosed || m_tabs->currentIndex() != index;
    m_tabs->setCurrentIndex(index);
    m_stack->setCurrentIndex(index);
    if (wasClosed) {
        m_frame->show();
        coverOrNot();
        placeHandle();
        Q_EMIT pageChanged(page());
    } else if (changes) {
        placeHandle();
    }
    if (takeFocus)
        m_pages[static_cast<std::size_t>(index)].widget->setFocus(Qt::OtherFocusReason);
}

QSize SideDrawer::minimumSizeHint() const
{
    QSize least = m_content->minimumSizeHint().expandedTo(m_content->minimumSize());
    if (!m_frame->isHidden())
        least = least.expandedTo(m_frame->minimumSizeHint()).expandedTo(m_frame->minimumSize());
    return least;
}

// A window on half a screen, or at twice the size: what cannot stand side by side takes turns.
void SideDrawer::coverOrNot()
{
    const int least = std::max(kLeastWidth, m_frame->minimumSizeHint().width());
    const bool covers = !m_frame->isHidden() && width() < least + handleWidth() + kLeastContent;
    if (m_content->isHidden() == covers)
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_content->isAncestorOf(focus);
    m_content->setVisible(!covers);
    setFocusProxy(covers ? static_cast<QWidget *>(m_stack) : m_content);
    if (covers && hadFocus)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    if (!covers && !m_frame->isHidden())
        placeHandle();
}

void SideDrawer::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    coverOrNot();
}

void SideDrawer::placeHandle()
{
    if (m_content->isHidden())
        return;
    const int room = width() - handleWidth();
    if (room <= 0)
        return;
    const int wanted = m_wanted ? m_wanted() : 0;
    const int least = std::max(kLeastWidth, m_frame->minimumSizeHint().width());
    const int drawer = std::clamp(std::min(m_width, room - wanted), least, std::max(least, room));
    setSizes({std::max(room - drawer, 0), drawer});
}

void SideDrawer::closeDrawer()
{
    if (m_frame->isHidden())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_frame->isAncestorOf(focus);
    m_frame->hide();
    coverOrNot();
    if (hadFocus)
        m_content->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageChanged({});
}

void SideDrawer::togglePage(QLatin1String id)
{
    if (page() == id)
        closeDrawer();
    else
        openPage(id);
}

QString SideDrawer::page() const
{
    const int index = m_tabs->currentIndex();
    if (m_frame->isHidden() || index < 0 || index >= static_cast<int>(m_pages.size()))
        return {};
    return m_pages[static_cast<std::size_t>(index)].id;
}

void SideDrawer::setDrawerWidth(int width)
{
    m_width = std::clamp(width, kLeastWidth, kMostWidth);
    if (!m_frame->isHidden())
        placeHandle();
}

void SideDrawer::setContentWidth(std::function<int()> wanted)
{
    m_wanted = std::move(wanted);
}

bool SideDrawer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_frame && event->type() == QEvent::Resize)
        fitTabs();
    return QSplitter::eventFilter(watched, event);
}

// In a narrow drawer the words are worth more than the symbols; where not even those have room,
// every tab still stands there, by its symbol, and the one that is shown by its title too.
void SideDrawer::fitTabs()
{
    const int room = m_frame->width() - m_close->sizeHint().width() - 3 * Space::S;
    int words = 0;
    for (const Page &page : m_pages)
        words += m_tabs->fontMetrics().horizontalAdvance(page.title) + 2 * Space::M;
    const int symbols = m_tabs->count() * (m_tabs->iconSize().width() + 2 * Space::M);
    const Fit fit = words + symbols <= room ? Fit::Both
                    : words <= room         ? Fit::Titles
                                            : Fit::Symbols;
    const bool hasChanged = std::exchange(m_fit, fit) != fit;
    // Before the words are set: tabs are measured with the style of that moment.
    if (hasChanged && (m_tabs->property("tight").toBool() != (fit == Fit::Symbols))) {
        m_tabs->setProperty("tight", fit == Fit::Symbols);
        m_tabs->style()->unpolish(m_tabs);
        m_tabs->style()->polish(m_tabs);
    }
    for (int i = 0; i < m_tabs->count(); ++i) {
        const Page &page = m_pages[static_cast<std::size_t>(i)];
        const bool isShort = fit == Fit::Symbols && i != m_tabs->currentIndex();
        m_tabs->setTabText(i, isShort ? QString() : page.title);
        m_tabs->setTabToolTip(i, isShort ? page.title : QString());
        m_tabs->setAccessibleTabName(i, page.title);
        if (hasChanged || m_tabs->tabIcon(i).isNull() != (fit == Fit::Titles))
            m_tabs->setTabIcon(i, fit == Fit::Titles ? QIcon() : symbol(page.icon));
    }
}

void SideDrawer::keyPressEvent(QKeyEvent *event)
{
    const QWidget *focus = QApplication::focusWidget();
    if (event->key() == Qt::Key_Escape && focus && m_frame->isAncestorOf(focus)) {
        closeDrawer();
        event->accept();
        return;
    }
    QSplitter::keyPressEvent(event);
}

void SideDrawer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QSplitter::changeEvent(event);
}

void SideDrawer::retranslate()
{
    m_close->setToolTip(tr("Close (Escape)"));
    m_close->setAccessibleName(tr("Close the drawer"));
    m_tabs->setAccessibleName(tr("Pages of the drawer"));
}

} // namespace Portolan::Ui
