// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/questionbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <utility>

namespace Portolan::Terminal {

QuestionBar::QuestionBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_accept(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setObjectName(QStringLiteral("questionBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    m_text->setTextFormat(Qt::PlainText); // the peer's words stand in it
    m_text->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_accept->setFocusPolicy(Qt::NoFocus);
    m_dismiss->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 10, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_accept);
    row->addWidget(m_dismiss);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        const auto accepted = std::exchange(m_accepted, nullptr);
        dismiss();
        if (accepted) {
            accepted();
        }
    });
    connect(m_dismiss, &QPushButton::clicked, this, &QuestionBar::dismiss);
    m_dismiss->setText(tr("Dismiss"));
    hide();
}

void QuestionBar::ask(const QString &question, const QString &accept,
                      std::function<void()> accepted)
{
    m_text->setText(question);
    m_accept->setText(accept);
    m_accepted = std::move(accepted);
    adjustSize();
    show();
    raise();
}

void QuestionBar::dismiss()
{
    m_accepted = nullptr;
    hide();
    Q_EMIT closed();
}

void QuestionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_dismiss->setText(tr("Dismiss"));
    }
    QFrame::changeEvent(event);
}

} // namespace Portolan::Terminal
