// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/emptytrappage.h"

#include "ui/widgets/centredcolumn.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 480;

} // namespace

EmptyTrapPage::EmptyTrapPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_text(new QLabel)
    , m_send(new QPushButton)
    , m_users(new QPushButton)
{
    m_heading->setProperty("heading", 2);
    m_heading->setObjectName(QStringLiteral("emptyTrapHeading"));
    m_send->setObjectName(QStringLiteral("emptySend"));
    m_users->setObjectName(QStringLiteral("emptyUsers"));
    for (QLabel *label : {m_heading, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QVBoxLayout *const column = centredColumn(this, kWidth);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    for (QPushButton *button : {m_send, m_users})
        column->addWidget(button, 0, Qt::AlignLeft);
    connect(m_send, &QPushButton::clicked, this, &EmptyTrapPage::sendWanted);
    connect(m_users, &QPushButton::clicked, this, &EmptyTrapPage::usersWanted);
    retranslate();
}

void EmptyTrapPage::setPlaces(const QStringList &places)
{
    m_places = places;
    retranslate();
}

void EmptyTrapPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyTrapPage::retranslate()
{
    const bool listens = !m_places.isEmpty();
    m_heading->setText(listens ? tr("Waiting for notifications") : tr("Not listening"));
    m_text->setText(
        listens ? tr("Listening on %1. Have devices send their traps and informs to this machine, "
                     "and they appear here in words, also those that were rejected, with the "
                     "reason. SNMPv3 needs its users on the list.")
                      .arg(m_places.join(QStringLiteral(", ")))
                : tr("Start listening above. Traps and informs of every version appear here in "
                     "words, also those that were rejected, with the reason."));
    m_send->setText(tr("Send a notification to try it"));
    m_users->setText(tr("Users of SNMPv3"));
    m_send->setVisible(listens);
    m_users->setVisible(listens);
}

} // namespace Portolan::Ui
