// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quickconnect.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace Portolan::Ui {

QuickConnect::QuickConnect(QWidget *parent)
    : QWidget(parent)
    , m_field(new TypedField(this))
    , m_connect(new QPushButton(this))
    , m_problemRow(new QWidget(this))
    , m_problemIcon(new QLabel(m_problemRow))
    , m_problem(new QLabel(m_problemRow))
{
    m_field->setObjectName(QStringLiteral("address"));
    m_field->setMaxLength(4096);
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_connect->setProperty("primary", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("bad", true);

    auto *row = new QHBoxLayout(m_problemRow);
    row->setContentsMargins(Space::S, 0, 0, 0);
    row->setSpacing(Space::S + 2);
    row->addWidget(m_problemIcon, 0, Qt::AlignTop);
    row->addWidget(m_problem, 1);
    m_problemRow->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::S);
    grid->addWidget(m_field, 0, 0);
    grid->addWidget(m_connect, 0, 1);
    grid->addWidget(m_problemRow, 1, 0, 1, 2);

    connect(m_field, &QLineEdit::returnPressed, this, &QuickConnect::submit);
    connect(m_connect, &QPushButton::clicked, this, &QuickConnect::submit);
    connect(m_field, &QLineEdit::textEdited, this, &QuickConnect::clearProblem);
    retranslate();
}

void QuickConnect::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void QuickConnect::setExample(const QString &address)
{
    m_example = address;
    retranslate();
}

void QuickConnect::accept()
{
    clearProblem();
    m_field->clear();
}

void QuickConnect::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problemIcon->setPixmap(
        symbolPixmap(QLatin1String("error"), 16, stateColors(palette()).bad, devicePixelRatioF()));
    m_problemRow->show();
    m_field->setProperty("bad", true);
    style()->polish(m_field);
    m_field->setAccessibleDescription(sentence);
    m_field->setFocus();
}

QString QuickConnect::problem() const
{
    return m_problemRow->isHidden() ? QString() : m_problem->text();
}

void QuickConnect::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // A sentence in the language of before would stay; asking again gives the new one.
        if (!problem().isEmpty())
            submit();
    }
    QWidget::changeEvent(event);
}

void QuickConnect::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clearProblem();
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void QuickConnect::submit()
{
    Q_EMIT submitted(m_field->text());
}

void QuickConnect::clearProblem()
{
    if (m_problemRow->isHidden())
        return;
    m_problemRow->hide();
    m_problem->clear();
    m_field->setProperty("bad", false);
    style()->polish(m_field);
    m_field->setAccessibleDescription({});
}

void QuickConnect::retranslate()
{
    m_connect->setText(tr("Connect"));
    m_field->setPlaceholderText(m_example.isEmpty() ? tr("Address or host name")
                                                    : tr("Address, such as %1").arg(m_example));
    m_field->setAccessibleName(tr("Address to connect to"));
    m_field->setToolTip(tr("Address to connect to (Ctrl+Shift+L)"));
}

} // namespace Portolan::Ui
