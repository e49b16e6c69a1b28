// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/prompts.h"
#include "ui/widgets/dialogframe.h"

class QLabel;
class QPushButton;

namespace Portolan::Ui {

class KeyView;

// Whether to trust the key that a host shows: one that is not known, or one of another algorithm
// than the known ones. A changed key never comes here; it is an error without a way past it. Reject
// is the default and what Escape and closing mean. Show it with show() or open(). GUI thread.
class HostKeyDialog : public DialogFrame
{
    Q_OBJECT

public:
    HostKeyDialog(const Ssh::HostKeyQuestion &question, QWidget *parent);

    [[nodiscard]] Ssh::HostKeyAnswer answer() const { return m_answer; }

protected:
    void reword() override;

private:
    void finish(Ssh::HostKeyAnswer answer);

    const Ssh::HostKeyQuestion m_question;
    Ssh::HostKeyAnswer m_answer = Ssh::HostKeyAnswer::Reject;
    KeyView *m_key;
    QLabel *m_known;
    QLabel *m_advice;
    QPushButton *m_always;
    QPushButton *m_once;
    QPushButton *m_reject;
};

} // namespace Portolan::Ui
