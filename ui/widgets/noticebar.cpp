// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kLeastWords = 340;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_details(new QLabel(this))
    , m_detailsButton(new QPushButton(this))
    , m_action(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    for (QLabel *label : {m_sentence, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_details->setProperty("quiet", true);
    m_details->hide();
    m_detailsButton->setCheckable(true);
    m_detailsButton->setObjectName(QStringLiteral("details"));
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setProperty("primary", true);
    m_second->setObjectName(QStringLiteral("secondAction"));
    m_second->hide();
    m_close->setIcon(symbol(QLatin1String("close")));
    m_close->hide();
    for (QWidget *button :
         {static_cast<QWidget *>(m_detailsButton), static_cast<QWidget *>(m_action),
          static_cast<QWidget *>(m_second), static_cast<QWidget *>(m_close)})
        button->setFocusPolicy(Qt::TabFocus);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Space::S);
    texts->addWidget(m_sentence);
    texts->addWidget(m_details);
    auto *words = new QHBoxLayout;
    words->setSpacing(Space::M);
    words->addWidget(m_icon, 0, Qt::AlignTop);
    words->addLayout(texts, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addStretch(1);
    buttons->addWidget(m_detailsButton);
    buttons->addWidget(m_second);
    buttons->addWidget(m_action);
    buttons->addWidget(m_close);
    m_row->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    m_row->setSpacing(Space::M);
    m_row->addLayout(words, 1);
    m_row->addLayout(buttons);

    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionClicked);
    connect(m_second, &QPushButton::clicked, this, &NoticeBar::secondActionClicked);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::closed);
    setFocusProxy(m_action);
    retranslate();
    hide();
}

void NoticeBar::show(Severity severity, const QString &sentence, const QString &details,
                     const QString &action)
{
    m_severity = severity;
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    setAction(action);
    setSecondAction({});
    const char *name = severity == Severity::Info      ? "info"
                       : severity == Severity::Warning ? "warning"
                                                       : "error";
    setProperty("notice", QString(QLatin1String(name)));
    style()->polish(this);
    showIcon();
    setAccessibleName(sentence);
    setVisible(true);
}

void NoticeBar::setAction(const QString &action)
{
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    placeButtons();
}

void NoticeBar::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void NoticeBar::setSecondAction(const QString &action)
{
    m_second->setText(action);
    m_second->setVisible(!action.isEmpty());
    placeButtons();
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

// Below the words where they would leave those too little room.
void NoticeBar::placeButtons()
{
    int buttons = 0;
    for (const QWidget *button :
         {static_cast<QWidget *>(m_detailsButton), static_cast<QWidget *>(m_second),
          static_cast<QWidget *>(m_action)}) {
        if (!button->isHidden())
            buttons += button->sizeHint().width() + Space::M;
    }
    const bool below = buttons > 0 && width() - buttons < kLeastWords;
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showIcon();
    QFrame::changeEvent(event);
}

void NoticeBar::retranslate()
{
    m_detailsButton->setText(tr("Details"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void NoticeBar::showIcon()
{
    const StateColors &colors = stateColors(palette());
    const QColor color = m_severity == Severity::Info      ? palette().color(QPalette::Link)
                         : m_severity == Severity::Warning ? colors.warning
                                                           : colors.bad;
    const char *name = m_severity == Severity::Info      ? "info"
                       : m_severity == Severity::Warning ? "warning"
                                                         : "error";
    m_icon->setPixmap(symbolPixmap(QLatin1String(name), 18, color, devicePixelRatioF()));
}

} // namespace Portolan::Ui
