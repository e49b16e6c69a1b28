// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/emptyntppage.h"

#include "ui/widgets/centredcolumn.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 480;

} // namespace

EmptyNtpPage::EmptyNtpPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_text(new QLabel)
    , m_presets(new QPushButton)
    , m_typing(new QPushButton)
    , m_import(new QPushButton)
    , m_note(new QLabel)
{
    m_heading->setProperty("heading", 2);
    m_presets->setObjectName(QStringLiteral("emptyPresets"));
    m_typing->setObjectName(QStringLiteral("emptyTyping"));
    m_import->setObjectName(QStringLiteral("emptyImport"));
    m_note->setProperty("quiet", true);
    for (QLabel *label : {m_text, m_note})
        label->setWordWrap(true);
    setPrimary(*m_presets, true);
    QVBoxLayout *const column = centredColumn(this, kWidth);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    for (QPushButton *button : {m_presets, m_typing, m_import})
        column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    connect(m_presets, &QPushButton::clicked, this, &EmptyNtpPage::presetsWanted);
    connect(m_typing, &QPushButton::clicked, this, &EmptyNtpPage::typingWanted);
    connect(m_import, &QPushButton::clicked, this, &EmptyNtpPage::importWanted);
    retranslate();
}

void EmptyNtpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyNtpPage::retranslate()
{
    m_heading->setText(tr("Whose clock is right?"));
    m_text->setText(tr("Name four or more servers: with fewer, a wrong one cannot be told from a "
                       "right one. Within seconds the first verdict on this computer's clock "
                       "stands above. Nothing here ever sets a clock."));
    m_presets->setText(tr("Choose well-known servers…"));
    m_typing->setText(tr("Type the servers of your own network"));
    m_import->setText(tr("Take over chrony.conf or ntp.conf…"));
    m_note->setText(tr("While the practice lab runs, the start page lists clocks to try this on, "
                       "right ones and liars."));
}

} // namespace Portolan::Ui
