// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waitingpage.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

WaitingPage::WaitingPage(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
{
    for (QLabel *label : {m_what, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_what->setProperty("heading", 1);
    m_sentence->setProperty("quiet", true);
    m_action->setObjectName(QStringLiteral("activate"));
    m_action->setProperty("primary", true);
    m_action->setAutoDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::XL);
    column->setSpacing(Space::L);
    column->addStretch(2);
    column->addWidget(m_what);
    column->addWidget(m_sentence);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setFocusProxy(m_action);
    connect(m_action, &QPushButton::clicked, this, &WaitingPage::activated);
}

void WaitingPage::setWords(const QString &sentence, const QString &what, const QString &action)
{
    m_sentence->setText(sentence);
    m_what->setText(what.left(300));
    m_action->setText(action);
}

} // namespace Portolan::Ui
