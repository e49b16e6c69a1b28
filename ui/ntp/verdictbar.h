// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ntp/clockwords.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

// The head of the panel of clocks: in words how this computer's clock stands and how sure that is,
// with a symbol; a field to name further servers; what can be done in a menu. GUI thread.
class VerdictBar : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictBar(QWidget *parent = nullptr);

    void setVerdict(const ClockWords::Verdict &verdict);
    // Nothing is asked at the moment, because a person wants so.
    void setPaused(bool paused);
    // What is wrong with what was typed; empty: nothing.
    void setProblem(const QString &sentence);
    void clearField();
    void focusField();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] QMenu &menu() const { return *m_menu; }

Q_SIGNALS:
    void addWanted(const QString &typed);
    void dialogWanted();
    void pauseWanted(bool paused);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();
    void retranslate();

    ClockWords::Mood m_mood = ClockWords::Mood::Unknown;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_reason;
    QLineEdit *m_field;
    QPushButton *m_add;
    QLabel *m_problem;
    QToolButton *m_pause;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace Portolan::Ui
