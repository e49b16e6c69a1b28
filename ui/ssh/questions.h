// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/connection.h"
#include "ui/ssh/storedlogin.h"

#include <QDialog>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace Portolan::Ui {

// Puts the questions of one connection to the person, as dialogs over one panel: only while that
// panel is shown, so that a tab in the background neither interrupts nor is answered by mistake.
// What the secret store answers is not asked, whether the panel is shown or not.
// Where two panels wait for one connection, the dialog of the other closes when one was answered.
// Owned by the panel, GUI thread.
class Questions : public QObject
{
    Q_OBJECT

public:
    // `login` answers what it can before a person is asked.
    Questions(std::shared_ptr<Ssh::Connection> connection, StoredLogin &login, QWidget *panel);
    ~Questions() override;

    // The panel was shown or hidden.
    void setShown(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askWhatIsOpen();
    void ask(const Ssh::HostKeyQuestion &question);
    void ask(const Ssh::AuthQuestion &question);
    void lookUp(const Ssh::AuthQuestion &question);
    void onLookedUp(quint64 id, StoredLogin::Found found);
    void onUnlockClicked();
    void present(QDialog *dialog, quint64 id);
    void dismiss();

    std::shared_ptr<Ssh::Connection> m_connection;
    StoredLogin &m_login;
    QWidget *m_panel;
    QPointer<QDialog> m_dialog;
    quint64 m_id = 0;
    Ssh::AuthQuestion m_question; // that was looked up last
    std::optional<StoredLogin::Found> m_found;
    bool m_stayedLocked = false;
    bool m_shown = false;
};

} // namespace Portolan::Ui
