// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Portolan::Ui {

// A line edit that counts what an input method is still composing as typed: a filter that listens
// to typedChanged() follows every key of a Hangul syllable, not only the finished ones. The text
// itself (text(), what is undone and copied) stays Qt's. GUI thread.
class TypedField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TypedField(QWidget *parent = nullptr);

    // text() with what is being composed at the cursor.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] bool isComposing() const { return !m_preedit.isEmpty(); }

Q_SIGNALS:
    // Only when typed() is another one than before.
    void typedChanged(const QString &typed);

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void announce();

    QString m_preedit;
    QString m_announced;
    bool m_settling = false;
};

} // namespace Portolan::Ui
