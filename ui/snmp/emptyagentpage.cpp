// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/emptyagentpage.h"

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

EmptyAgentPage::EmptyAgentPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_facts(new QLabel)
    , m_text(new QLabel)
    , m_system(new QPushButton)
    , m_interfaces(new QPushButton)
    , m_everything(new QPushButton)
{
    m_heading->setProperty("heading", 2);
    m_heading->setObjectName(QStringLiteral("emptyAgentHeading"));
    m_facts->setObjectName(QStringLiteral("emptyAgentFacts"));
    m_facts->setProperty("quiet", true);
    m_system->setObjectName(QStringLiteral("emptySystem"));
    m_interfaces->setObjectName(QStringLiteral("emptyInterfaces"));
    m_everything->setObjectName(QStringLiteral("emptyWalk"));
    for (QLabel *label : {m_heading, m_facts, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setPrimary(*m_system, true);
    QVBoxLayout *const column = centredColumn(this, kWidth);
    column->addWidget(m_heading);
    column->addWidget(m_facts);
    column->addWidget(m_text);
    for (QPushButton *button : {m_system, m_interfaces, m_everything})
        column->addWidget(button, 0, Qt::AlignLeft);
    connect(m_system, &QPushButton::clicked, this, &EmptyAgentPage::systemWanted);
    connect(m_interfaces, &QPushButton::clicked, this, &EmptyAgentPage::interfacesWanted);
    connect(m_everything, &QPushButton::clicked, this, &EmptyAgentPage::everythingWanted);
    retranslate();
}

void EmptyAgentPage::setConnected(bool connected, const QString &name, const QString &facts)
{
    m_isConnected = connected;
    m_agent = name;
    m_about = facts;
    retranslate();
}

void EmptyAgentPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyAgentPage::retranslate()
{
    m_heading->setText(!m_isConnected      ? tr("No answer from the agent yet")
                       : m_agent.isEmpty() ? tr("The agent answers")
                                           : m_agent);
    m_facts->setText(m_about);
    m_facts->setVisible(m_isConnected && !m_about.isEmpty());
    m_text->setText(
        m_isConnected
            ? tr("Choose an object in the tree, or type a name above. To begin with:")
            : tr("The tree and its descriptions can be read without one. What the agent says "
                 "appears here. While the practice lab runs, the start page lists agents to try "
                 "this on."));
    m_system->setText(tr("Who it is (system)"));
    m_interfaces->setText(tr("Its interfaces as a table (ifTable)"));
    m_everything->setText(tr("Everything (walk)"));
    for (QPushButton *button : {m_system, m_interfaces, m_everything})
        button->setVisible(m_isConnected);
}

} // namespace Portolan::Ui
