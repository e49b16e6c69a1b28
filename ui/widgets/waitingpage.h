// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

// What a tab of the last session shows until somebody wants it: what it was, in one sentence, and
// one button. Enter presses it. Plain text only; the words are the owner's to retranslate. GUI
// thread.
class WaitingPage : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingPage(QWidget *parent = nullptr);

    // `what`: the place or the command, shown as it is.
    void setWords(const QString &sentence, const QString &what, const QString &action);

Q_SIGNALS:
    void activated();

private:
    QLabel *m_what;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace Portolan::Ui
