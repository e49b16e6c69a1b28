// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snmp/trapaccess.h"
#include "ui/widgets/dialogframe.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Portolan::Ui {

class FormSection;

// A user of version 3 whom receivers are to believe: name, level, protocols and passwords, which
// are handed out once and kept nowhere. GUI thread.
class TrapUserDialog : public DialogFrame
{
    Q_OBJECT

public:
    // `canStore`: there is a keychain that takes what is to be remembered. `hasPassword`: there is
    // one already, which stays where none is typed.
    TrapUserDialog(const TrapUserEntry &entry, bool hasPassword, bool canStore, QWidget *parent);

    // After accepted().
    [[nodiscard]] TrapUserEntry entry() const;
    [[nodiscard]] std::optional<Snmp::Credentials> takePasswords(); // once
    [[nodiscard]] bool remembers() const;

protected:
    void reword() override;

private:
    void showWhatFits();
    void tryToAccept();

    const TrapUserEntry m_entry;
    const bool m_hasPassword;
    const bool m_canStore;
    FormSection *m_form;
    QLineEdit *m_name;
    QComboBox *m_level;
    QComboBox *m_auth;
    QLineEdit *m_authPassword;
    QComboBox *m_priv;
    QLineEdit *m_privPassword;
    QComboBox *m_minimum;
    QCheckBox *m_remember;
    QPushButton *m_cancel;
    QPushButton *m_accept;
};

} // namespace Portolan::Ui
