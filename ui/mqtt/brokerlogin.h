// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/mqtt/brokeraddress.h"
#include "ui/panel/panelcontext.h"
#include "ui/widgets/promptdialog.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace Portolan::Ui {

// Where the password of a broker comes from: the address as it was typed, the credential of the
// profile, what was kept until the program closes, or the person, who may have it remembered once
// the broker has accepted it. What a broker refused is not tried again. One panel's; GUI thread.
class BrokerLogin : public QObject
{
    Q_OBJECT

public:
    BrokerLogin(const PanelContext &context, QWidget *panel);
    ~BrokerLogin() override;

    // The user of the profile's credential, where the address names none.
    [[nodiscard]] QString userOf(const QString &profile) const;
    // Answers with ready() or cancelled(), not from inside; without a user there is none.
    void ask(const Mqtt::BrokerTarget &target, const QString &profile,
             std::optional<Secret> offered);
    void cancel();
    void accepted();
    void refused();
    // For the probe of the diagnosis.
    [[nodiscard]] std::optional<Secret> password() const;
    // The one that was refused last, too: what it is about is why.
    [[nodiscard]] std::optional<Secret> passwordToExplain() const;

Q_SIGNALS:
    void ready();
    void cancelled();
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askPerson(bool wasRefused);
    void showDialog(SecretStore::State state);
    [[nodiscard]] PromptDialog::Question words() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString place() const;
    void remember();

    PanelContext m_context;
    QWidget *m_panel;
    Mqtt::BrokerTarget m_target;
    QString m_profile;
    std::optional<Secret> m_password;
    std::optional<Secret> m_refused;
    bool m_fromStore = false;
    bool m_remember = false;
    bool m_canStore = false;
    bool m_wasRefused = false;
    quint64 m_turn = 0;
    QPointer<PromptDialog> m_dialog;
};

} // namespace Portolan::Ui
