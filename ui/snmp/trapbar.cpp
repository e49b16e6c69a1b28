// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapbar.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kPlaceWidth = 220;

} // namespace

TrapBar::TrapBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_word(new QLabel)
    , m_place(new QLineEdit)
    , m_transport(new QComboBox)
    , m_button(new QPushButton)
    , m_usersButton(new QToolButton)
    , m_send(new QToolButton)
    , m_problem(new QLabel)
{
    m_place->setObjectName(QStringLiteral("listenPlace"));
    m_place->setMinimumWidth(120);
    m_place->setMaximumWidth(kPlaceWidth);
    m_transport->setObjectName(QStringLiteral("listenTransport"));
    m_button->setObjectName(QStringLiteral("listenButton"));
    m_usersButton->setObjectName(QStringLiteral("trapUsers"));
    m_usersButton->setIcon(symbol(QLatin1String("key")));
    m_send->setObjectName(QStringLiteral("sendTrap"));
    m_send->setIcon(symbol(QLatin1String("publish")));
    m_word->setObjectName(QStringLiteral("listenState"));
    m_word->setTextFormat(Qt::PlainText);
    for (QToolButton *button : {m_usersButton, m_send})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_transport->addItem(QStringLiteral("UDP"), static_cast<int>(Transport::Udp));
    m_transport->addItem(QStringLiteral("TCP"), static_cast<int>(Transport::Tcp));
    m_transport->addItem(QStringLiteral("UDP, TCP"), static_cast<int>(Transport::Both));
    m_problem->setObjectName(QStringLiteral("listenProblem"));
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addWidget(m_place, 1);
    row->addWidget(m_transport);
    row->addWidget(m_button);
    row->addSpacing(Space::S);
    row->addWidget(m_icon);
    row->addWidget(m_word, 2);
    row->addWidget(m_usersButton);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Starting || m_state == State::Listening)
            Q_EMIT stopClicked();
        else
            Q_EMIT startClicked();
    });
    connect(m_place, &QLineEdit::returnPressed, this, &TrapBar::startClicked);
    connect(m_place, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(m_usersButton, &QToolButton::clicked, this, &TrapBar::usersClicked);
    connect(m_send, &QToolButton::clicked, this, &TrapBar::sendClicked);
    retranslate();
}

void TrapBar::setPlace(const QString &place, Transport transport)
{
    m_place->setText(place);
    m_transport->setCurrentIndex(m_transport->findData(static_cast<int>(transport)));
}

QString TrapBar::place() const
{
    return m_place->text().trimmed();
}

TrapBar::Transport TrapBar::transport() const
{
    return static_cast<Transport>(m_transport->currentData().toInt());
}

void TrapBar::setState(State state, const QString &where)
{
    m_state = state;
    m_where = where;
    showState();
}

void TrapBar::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TrapBar::setUsers(int count)
{
    m_users = count;
    retranslate();
}

void TrapBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showState();
    QFrame::changeEvent(event);
}

void TrapBar::showState()
{
    const StateColors &colors = stateColors(palette());
    const auto show = [this](const char *icon, const QColor &color, const QString &word,
                             const QString &action) {
        m_icon->setPixmap(symbolPixmap(QLatin1String(icon), 16, color, devicePixelRatioF()));
        m_word->setText(word);
        m_button->setText(action);
    };
    const bool isOn = m_state == State::Listening || m_state == State::Starting;
    switch (m_state) {
    case State::Stopped:
        show("dot", colors.quiet, tr("Stopped"), tr("Start"));
        break;
    case State::Starting:
        show("arrow-right", palette().color(QPalette::Link), tr("Starting…"), tr("Stop"));
        break;
    case State::Listening:
        show("check", colors.good, tr("Listening"), tr("Stop"));
        break;
    case State::Failed:
        show("error", colors.bad, tr("Not listening"), tr("Start"));
        break;
    }
    m_word->setToolTip(m_where);
    setPrimary(*m_button, !isOn);
    m_place->setEnabled(!isOn);
    m_transport->setEnabled(!isOn);
}

void TrapBar::retranslate()
{
    m_place->setPlaceholderText(QStringLiteral("0.0.0.0:162"));
    m_place->setToolTip(tr("An address of this machine and a port; 0.0.0.0 or :: for all of its "
                           "addresses"));
    m_place->setAccessibleName(tr("Where to listen"));
    m_transport->setAccessibleName(tr("Transport"));
    m_usersButton->setText(m_users > 0 ? tr("Users: %1").arg(m_users) : tr("Users"));
    m_usersButton->setToolTip(tr("Whom the receiver believes: communities, and users of SNMPv3"));
    m_send->setText(tr("Send…"));
    m_send->setToolTip(tr("Send a trap or an inform"));
    showState();
}

} // namespace Portolan::Ui
