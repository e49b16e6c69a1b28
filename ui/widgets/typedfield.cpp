// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typedfield.h"

#include <QInputMethodEvent>

namespace Portolan::Ui {

TypedField::TypedField(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &TypedField::announce);
}

QString TypedField::typed() const
{
    QString all = text();
    all.insert(cursorPosition(), m_preedit);
    return all;
}

void TypedField::inputMethodEvent(QInputMethodEvent *event)
{
    // A commit changes the text while the composition of before still counts: one announcement,
    // when both are as they will be.
    m_settling = true;
    const QString preedit = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    m_settling = false;
    m_preedit = preedit;
    announce();
}

void TypedField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // The input method has committed by now, or thrown it away.
    m_preedit.clear();
    announce();
}

void TypedField::announce()
{
    if (m_settling)
        return;
    const QString now = typed();
    if (now == m_announced)
        return;
    m_announced = now;
    Q_EMIT typedChanged(now);
}

} // namespace Portolan::Ui
