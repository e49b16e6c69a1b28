// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/findingexport.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

class VerbatimText;

// One finding: severity as symbol and word, title, evidence as it was seen, advice, what one click
// does, where it is written. Errors and warnings stand open, the rest unfolds. The words come from
// the caller each time the language changes. Text of peers is plain text. GUI thread.
class FindingCard : public QFrame
{
    Q_OBJECT

public:
    explicit FindingCard(const Finding &finding, QWidget *parent = nullptr);

    // `action`: the words of the button, empty where there is none.
    void setWords(const FindingText &text, const QString &action);
    [[nodiscard]] const Finding &finding() const { return m_finding; }

Q_SIGNALS:
    void actionClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSeverity();
    void showDetails();
    void copy(const QString &text, QToolButton *button);

    const Finding m_finding;
    FindingText m_text;
    bool m_open;
    QLabel *m_icon;
    QLabel *m_word;
    QLabel *m_title;
    VerbatimText *m_evidence;
    QWidget *m_adviceRow;
    QLabel *m_advice;
    QToolButton *m_copyAdvice;
    QPushButton *m_action;
    QLabel *m_reference;
    QToolButton *m_copy;
    QToolButton *m_fold;
};

} // namespace Portolan::Ui
