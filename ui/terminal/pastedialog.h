// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/pasteinspection.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Portolan::Terminal {

// Shows what would be pasted and asks. Not modal: the terminal behind it goes on. GUI thread; owned
// by the view, deletes itself when closed. Sends nothing itself.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    PasteDialog(PasteInspection inspection, const QString &peer, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PasteInspection m_inspection;
    QString m_peer;
    QLabel *m_summary;
    QPlainTextEdit *m_preview;
    QLabel *m_more;
    QPushButton *m_paste;
    QPushButton *m_oneLine;
    QPushButton *m_cancel;
};

} // namespace Portolan::Terminal
