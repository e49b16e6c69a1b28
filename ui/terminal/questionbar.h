// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace Portolan::Terminal {

// One question at the top of a view that waits without blocking anything: text, a button that says
// what it does, and one that dismisses. GUI thread; a child of the view. Takes no keyboard focus,
// so that typing goes on into the terminal. A new question replaces the last, unanswered one.
class QuestionBar : public QFrame
{
    Q_OBJECT

public:
    explicit QuestionBar(QWidget *parent);

    void ask(const QString &question, const QString &accept, std::function<void()> accepted);
    void dismiss();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_accept;
    QPushButton *m_dismiss;
    std::function<void()> m_accepted;
};

} // namespace Portolan::Terminal
