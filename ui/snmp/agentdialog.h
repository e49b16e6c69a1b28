// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/snmpaddress.h"
#include "ui/widgets/dialogframe.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Portolan::Ui {

class FormSection;

// How an agent is talked to: version, and what that version wants to know of who asks. The
// passwords are handed out once and kept nowhere. GUI thread.
class AgentDialog : public DialogFrame
{
    Q_OBJECT

public:
    // Compared: it is for one comparison, and kept nowhere.
    enum class Reason { Missing, Refused, Wanted, Compared };

    // `canStore`: there is a keychain that takes what is to be remembered.
    AgentDialog(const Snmp::AgentTarget &target, Reason reason, bool canStore, QWidget *parent);

    // After accepted().
    [[nodiscard]] Snmp::AgentTarget target() const;
    [[nodiscard]] Snmp::Credentials takeCredentials(); // once
    [[nodiscard]] bool remembers() const;

protected:
    void reword() override;

private:
    void showWhatFits();
    void tryToAccept();

    const Snmp::AgentTarget m_target;
    const Reason m_reason;
    const bool m_canStore;
    FormSection *m_form;
    QComboBox *m_version;
    QLineEdit *m_community;
    QLineEdit *m_user;
    QComboBox *m_level;
    QComboBox *m_auth;
    QLineEdit *m_authPassword;
    QComboBox *m_priv;
    QLineEdit *m_privPassword;
    QLineEdit *m_context;
    QCheckBox *m_remember;
    QPushButton *m_cancel;
    QPushButton *m_accept;
};

} // namespace Portolan::Ui
