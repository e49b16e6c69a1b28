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

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_details(new QLabel(this))
    , m_detailsButton(new QPushButton(this))
    , m_action(new QPushButton(this))
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
    m_close->setIcon(symbol(QLatin1String("close")));
    m_close->hide();
    for (QWidget *button : {static_cast<QWidget *>(m_detailsButton),
                            static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_close)})
        button->setFocusPolicy(Qt::TabFocus);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Space::S);
    texts->addWidget(m_sentence);
    texts->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    row->setSpacing(Space::M);
    row->addWidget(m_icon);
    row->addLayout(texts, 1);
    row->addWidget(m_detailsButton);
    row->addWidget(m_action);
    row->addWidget(m_close);

    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionClicked);
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
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
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
