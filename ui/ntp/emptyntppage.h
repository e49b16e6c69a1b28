// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

// What stands in place of charts while no server is asked: what the panel is for, and the three
// things that people do first. GUI thread.
class EmptyNtpPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyNtpPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void presetsWanted();
    void typingWanted();
    void importWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_presets;
    QPushButton *m_typing;
    QPushButton *m_import;
    QLabel *m_note;
};

} // namespace Portolan::Ui
