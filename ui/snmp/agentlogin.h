// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/snmpaddress.h"
#include "ui/panel/panelcontext.h"
#include "ui/snmp/agentdialog.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Portolan::Ui {

// Where the secrets of an agent come from: the address as it was typed, the credential of the
// profile, what was kept, "public" where versions 1 and 2c name no community (RFC 4088, section
// 2.2), or the person, who may choose another version and user at the same time. One secret holds
// both passwords of version 3, one a line; with one line both are the same. One panel's; GUI
// thread.
class AgentLogin : public QObject
{
    Q_OBJECT

public:
    AgentLogin(const PanelContext &context, QWidget *panel);
    ~AgentLogin() override;

    // The user of the profile's credential, where the address names none.
    [[nodiscard]] QString userOf(const QString &profile) const;
    // Answers with ready() or cancelled(), not from inside.
    void ask(const Snmp::AgentTarget &target, const QString &profile, Secret community);
    // The dialog, whatever is known.
    void askPerson(const Snmp::AgentTarget &target, const QString &profile,
                   AgentDialog::Reason reason);
    // As given: an action of a finding. What was remembered changes with it, once the agent
    // accepts.
    void use(const Snmp::AgentTarget &target, const QString &profile,
             Snmp::Credentials credentials);
    void cancel();
    void accepted();
    void refused();
    [[nodiscard]] Snmp::Credentials credentials() const { return m_credentials.copy(); }
    // As it was asked for, or as the person changed it.
    [[nodiscard]] const Snmp::AgentTarget &target() const { return m_target; }
    // Of the profile that remembers them; as given, or made to remember.
    [[nodiscard]] const QString &profile() const { return m_profile; }
    // What a person calls an answer of nothing: the default was tried because nothing was known.
    [[nodiscard]] bool isGuess() const { return m_isGuess; }

Q_SIGNALS:
    void ready();
    void cancelled();
    void told(const QString &sentence);

private:
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] bool needsPassword() const;
    void take(const Secret &stored);
    [[nodiscard]] Secret packed() const;
    void answerLater();
    void remember();

    PanelContext m_context;
    QWidget *m_panel;
    Snmp::AgentTarget m_target;
    QString m_profile;
    Snmp::Credentials m_credentials;
    bool m_fromStore = false;
    bool m_isGuess = false;
    bool m_remember = false;
    bool m_changesStored = false;
    bool m_canStore = false;
    quint64 m_turn = 0;
    QPointer<AgentDialog> m_dialog;
};

} // namespace Portolan::Ui
