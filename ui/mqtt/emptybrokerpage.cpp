// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/emptybrokerpage.h"

#include "ui/widgets/centredcolumn.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 460;

} // namespace

EmptyBrokerPage::EmptyBrokerPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_text(new QLabel)
    , m_filter(new QPushButton)
    , m_sys(new QPushButton)
    , m_everything(new QPushButton)
    , m_warning(new QLabel)
{
    m_heading->setProperty("heading", 2);
    m_filter->setObjectName(QStringLiteral("emptyFilter"));
    m_sys->setObjectName(QStringLiteral("emptySys"));
    m_everything->setObjectName(QStringLiteral("emptyEverything"));
    m_warning->setProperty("quiet", true);
    for (QLabel *label : {m_text, m_warning})
        label->setWordWrap(true);
    setPrimary(*m_filter, true);
    QVBoxLayout *const column = centredColumn(this, kWidth, 4);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    for (QPushButton *button : {m_filter, m_sys, m_everything})
        column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(m_warning);
    connect(m_filter, &QPushButton::clicked, this, &EmptyBrokerPage::filterWanted);
    connect(m_sys, &QPushButton::clicked, this, &EmptyBrokerPage::sysWanted);
    connect(m_everything, &QPushButton::clicked, this, &EmptyBrokerPage::everythingWanted);
    retranslate();
}

void EmptyBrokerPage::setSituation(Situation situation)
{
    if (m_situation == situation)
        return;
    m_situation = situation;
    retranslate();
}

void EmptyBrokerPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyBrokerPage::retranslate()
{
    const bool choose = m_situation == Situation::NothingChosen;
    switch (m_situation) {
    case Situation::NotConnected:
        m_heading->setText(tr("Not connected"));
        m_text->setText(tr("What comes from the broker appears here as a tree of topics."));
        break;
    case Situation::NothingChosen:
        m_heading->setText(tr("What do you want to listen to?"));
        m_text->setText(
            tr("A broker sends only what you subscribe to. A topic filter names it: site/hall/temp "
               "is one topic, + stands for one level and # at the end for all below. Messages that "
               "come make the tree."));
        break;
    case Situation::Waiting:
        m_heading->setText(tr("Waiting for messages"));
        m_text->setText(tr("Nothing has come for the filters above yet. Retained values come at "
                           "once, others when somebody publishes. A broker may also hold back "
                           "what you are not allowed to read, without saying so."));
        break;
    }
    m_filter->setText(tr("Type a topic filter"));
    m_sys->setText(tr("Show what the broker says of itself (%1)").arg(QStringLiteral("$SYS/#")));
    m_everything->setText(tr("Everything (#)…"));
    m_warning->setText(tr("# asks for every message of everybody: on a busy broker more than it or "
                          "your network may carry. Some brokers cut such clients off."));
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_filter, m_sys, m_everything, m_warning})
        widget->setVisible(choose);
}

} // namespace Portolan::Ui
