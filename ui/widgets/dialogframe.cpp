// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogframe.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kIconExtent = 24;

} // namespace

DialogFrame::DialogFrame(QLatin1String icon, Tone tone, Size size, int width, QWidget *parent)
    : QDialog(parent)
    , m_iconName(icon)
    , m_tone(tone)
    , m_size(size)
    , m_width(width)
    , m_icon(new QLabel)
    , m_heading(makeText())
    , m_lead(makeText())
    , m_content(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    m_heading->setProperty("heading", 2);
    for (QLabel *label : {m_heading, m_lead})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lead->hide();
    m_content->setSpacing(Space::M);
    m_buttons->setSpacing(Space::M);
    m_buttons->addStretch(1);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Space::M);
    texts->addWidget(m_heading);
    texts->addWidget(m_lead);
    texts->addLayout(m_content, 1);
    texts->addSpacing(Space::M);
    texts->addLayout(m_buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::XL - Space::S, Space::XL - Space::S, Space::XL - Space::S,
                            Space::L + Space::S);
    row->setSpacing(Space::L + Space::S);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    showIcon();
}

void DialogFrame::setHeading(const QString &text)
{
    m_heading->setText(text);
}

void DialogFrame::setLead(const QString &text)
{
    m_lead->setText(text);
    m_lead->setVisible(!text.isEmpty());
}

QLabel *DialogFrame::makeText(bool quiet)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("quiet", quiet);
    return label;
}

QPushButton *DialogFrame::addButton(const char *objectName, bool isDefault)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    button->setDefault(isDefault);
    m_buttons->addWidget(button);
    return button;
}

void DialogFrame::addBesideButtons(QWidget *widget)
{
    m_buttons->insertWidget(0, widget);
}

void DialogFrame::fit()
{
    if (m_size == Size::FitsText)
        fitToText(*this, m_width);
}

void DialogFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reword();
    else if (event->type() == QEvent::PaletteChange)
        showIcon();
    QDialog::changeEvent(event);
}

void DialogFrame::showIcon()
{
    const StateColors &colors = stateColors(palette());
    QColor color = palette().color(QPalette::Link);
    if (m_tone == Tone::Warning)
        color = colors.warning;
    else if (m_tone == Tone::Bad)
        color = colors.bad;
    m_icon->setPixmap(symbolPixmap(m_iconName, kIconExtent, color, devicePixelRatioF()));
}

} // namespace Portolan::Ui
