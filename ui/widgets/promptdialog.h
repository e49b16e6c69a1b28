// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/widgets/dialogframe.h"

#include <QList>
#include <QString>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Portolan::Ui {

// Asks a person for one or several answers on behalf of a host. What the peer worded (prompts,
// instruction) is shown as plain text below a heading of ours that names the host, so a server can
// neither imitate another nor the program. Show it with show() or open(), never exec(). The answers
// are handed out once and kept nowhere; hidden ones never leave as a QString. GUI thread.
class PromptDialog : public DialogFrame
{
    Q_OBJECT

public:
    struct Prompt
    {
        QString label;
        bool echo = false; // what is typed may be seen
    };
    struct Question
    {
        QString title;   // of the window; names the host
        QString heading; // what is wanted, for whom: "Password for ops@bastion"
        QString lead;    // why, and what happened before; may be empty
        QString quoted;  // the peer's own words; may be empty
        QList<Prompt> prompts;
        QString accept; // the button: "Log in"
        // Below the fields, where they say something: a box to tick, a sentence, a button.
        QString remember = {};
        QString note = {};
        QString noteAction = {};
    };

    PromptDialog(const Question &question, QWidget *parent);

    // The words again, in another language; as many prompts as before. What was typed stays.
    void setQuestion(const Question &question);
    // After accepted(), once.
    [[nodiscard]] std::vector<Secret> takeAnswers();
    // Whether the box is there and ticked.
    [[nodiscard]] bool remembers() const;

Q_SIGNALS:
    void noteActionClicked();

private:
    struct Field
    {
        QLabel *label;
        QLineEdit *edit;
    };

    QLabel *m_quoted;
    std::vector<Field> m_fields;
    QCheckBox *m_remember;
    QLabel *m_note;
    QPushButton *m_noteAction;
    QPushButton *m_cancel;
    QPushButton *m_accept;
};

} // namespace Portolan::Ui
