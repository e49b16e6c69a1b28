// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectionbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kPopupWidth = 440;
constexpr int kPopupHeight = 420;

} // namespace

ConnectionBar::ConnectionBar(QWidget *parent)
    : QFrame(parent)
    , m_place(new ElidedLabel(this))
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
    , m_lock(new QToolButton(this))
    , m_button(new QPushButton(this))
{
    setProperty("bar", true);
    m_place->setObjectName(QStringLiteral("place"));
    m_icon->setFixedSize(16, 16);
    m_word->setObjectName(QStringLiteral("state"));
    m_lock->setObjectName(QStringLiteral("security"));
    m_lock->setFocusPolicy(Qt::TabFocus);
    m_lock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setObjectName(QStringLiteral("connect"));
    auto *state = new QHBoxLayout;
    state->setSpacing(Space::S + 2);
    state->addWidget(m_icon);
    state->addWidget(m_word);
    state->addSpacing(Space::M);
    state->addWidget(m_lock);
    state->addStretch(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::S);
    grid->addWidget(m_place, 0, 0);
    grid->addLayout(state, 1, 0);
    grid->addWidget(m_button, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);

    connect(m_lock, &QToolButton::clicked, this, &ConnectionBar::showSecurity);
    connect(m_button, &QPushButton::clicked, this, [this] {
        switch (m_state) {
        case State::Idle:
        case State::Problem:
            Q_EMIT connectClicked();
            break;
        case State::Busy:
            Q_EMIT cancelClicked();
            break;
        case State::Connected:
            Q_EMIT disconnectClicked();
            break;
        }
    });
    retranslate();
}

void ConnectionBar::setPlace(const QString &address, const QString &user, const QString &name)
{
    m_address = address;
    m_user = user;
    m_name = name;
    retranslate();
}

void ConnectionBar::setState(State state, const QString &word)
{
    m_state = state;
    m_word->setText(word);
    showState();
}

void ConnectionBar::setSecurity(Security security, std::function<QWidget *()> make)
{
    m_security = security;
    m_make = std::move(make);
    showState();
}

void ConnectionBar::showSecurity()
{
    if (!m_make)
        return;
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("card", true);
    auto *inner = new QWidget;
    inner->setProperty("page", true);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->addWidget(m_make());
    column->addStretch(1);
    auto *scroll = new QScrollArea(popup);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(popup);
    whole->setContentsMargins(1, 1, 1, 1);
    whole->addWidget(scroll);
    const QScreen *screen = this->screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(0, 0, 1280, 800);
    const int width = std::min(kPopupWidth, room.width() - 2 * Space::XL);
    popup->setFixedWidth(width);
    inner->ensurePolished();
    const int wanted = inner->layout()->hasHeightForWidth()
                           ? inner->layout()->totalHeightForWidth(width - 16)
                           : inner->sizeHint().height();
    popup->setFixedHeight(std::min({wanted + Space::L, kPopupHeight, room.height() - Space::XL}));
    const QPoint below = m_lock->mapToGlobal(QPoint(0, m_lock->height() + Space::S));
    popup->move(
        std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - width)),
        std::clamp(below.y(), room.top(), std::max(room.top(), room.bottom() - popup->height())));
    popup->show();
}

void ConnectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showState();
    QFrame::changeEvent(event);
}

void ConnectionBar::retranslate()
{
    QString place = m_address;
    if (!m_name.isEmpty())
        place = tr("%1 (%2)").arg(m_name, m_address);
    if (!m_user.isEmpty())
        place = tr("%1, as %2").arg(place, m_user);
    m_place->setText(place);
    showState();
}

void ConnectionBar::showState()
{
    const StateColors &colors = stateColors(palette());
    const auto icon = [this](const char *name, const QColor &color) {
        m_icon->setPixmap(symbolPixmap(QLatin1String(name), 16, color, devicePixelRatioF()));
    };
    switch (m_state) {
    case State::Idle:
        icon("dot", colors.quiet);
        m_button->setText(tr("Connect"));
        break;
    case State::Busy:
        icon("arrow-right", palette().color(QPalette::Link));
        m_button->setText(tr("Cancel"));
        break;
    case State::Connected:
        icon("check", colors.good);
        m_button->setText(tr("Disconnect"));
        break;
    case State::Problem:
        icon("error", colors.bad);
        m_button->setText(tr("Reconnect"));
        break;
    }
    setPrimary(*m_button, m_state == State::Idle || m_state == State::Problem);
    m_lock->setVisible(m_security != Security::Unknown);
    m_lock->setEnabled(static_cast<bool>(m_make));
    switch (m_security) {
    case Security::Unknown:
        break;
    case Security::Open:
        m_lock->setIcon(symbol(QLatin1String("unlock"), colors.warning));
        m_lock->setText(tr("Not encrypted"));
        break;
    case Security::Encrypted:
        m_lock->setIcon(symbol(QLatin1String("lock"), colors.warning));
        m_lock->setText(tr("Encrypted, not verified"));
        break;
    case Security::Verified:
        m_lock->setIcon(symbol(QLatin1String("lock"), colors.good));
        m_lock->setText(tr("Encrypted and verified"));
        break;
    }
    m_lock->setToolTip(tr("What proves the other side"));
    m_lock->setAccessibleName(m_lock->text());
}

} // namespace Portolan::Ui
