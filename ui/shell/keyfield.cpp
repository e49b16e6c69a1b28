// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyfield.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace Portolan::Ui {

namespace {

bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
        return true;
    default:
        return false;
    }
}

QString heldText(Qt::KeyboardModifiers modifiers)
{
    return QKeySequence(modifiers.toInt()).toString(QKeySequence::NativeText);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    // A composing input method would swallow what is pressed.
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void KeyField::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    setText(keys.toString(QKeySequence::NativeText));
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers =
        event->modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const int key = event->key();
    if (isModifier(key)) {
        setText(heldText(modifiers));
        return;
    }
    if (modifiers == Qt::NoModifier && key == Qt::Key_Escape) {
        setKeys(m_keys);
        Q_EMIT left();
        return;
    }
    if ((modifiers == Qt::NoModifier && key == Qt::Key_Tab) || key == Qt::Key_Backtab) {
        focusNextPrevChild(key == Qt::Key_Tab);
        return;
    }
    if (key == 0 || key == Qt::Key_unknown)
        return;
    const QKeySequence keys(modifiers.toInt() | key);
    setText(keys.toString(QKeySequence::NativeText));
    Q_EMIT pressed(keys);
}

void KeyField::keyReleaseEvent(QKeyEvent *event)
{
    if (isModifier(event->key()) && text().endsWith(QLatin1Char('+')))
        setText(m_keys.toString(QKeySequence::NativeText));
}

void KeyField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
}

void KeyField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    deselect();
}

void KeyField::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept(); // nothing to cut or paste
}

} // namespace Portolan::Ui
