// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/connection.h"

#include <QDialog>
#include <QObject>
#include <QPointer>

#include <memory>

namespace Portolan::Ui {

// Puts the questions of one connection to the person, as dialogs over one panel: only while that
// panel is shown, so that a tab in the background neither interrupts nor is answered by mistake.
// Where two panels wait for one connection, the dialog of the other closes when one was answered.
// Owned by the panel, GUI thread.
class Questions : public QObject
{
    Q_OBJECT

public:
    Questions(std::shared_ptr<Ssh::Connection> connection, QWidget *panel);
    ~Questions() override;

    // The panel was shown or hidden.
    void setShown(bool shown);

private:
    void askWhatIsOpen();
    void ask(const Ssh::HostKeyQuestion &question);
    void ask(const Ssh::AuthQuestion &question);
    void present(QDialog *dialog, quint64 id);
    void dismiss();

    std::shared_ptr<Ssh::Connection> m_connection;
    QWidget *m_panel;
    QPointer<QDialog> m_dialog;
    quint64 m_id = 0;
    bool m_shown = false;
};

} // namespace Portolan::Ui
