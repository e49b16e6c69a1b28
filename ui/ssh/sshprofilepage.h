// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelcontext.h"
#include "ui/panel/profilepage.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Portolan::Ui {

class FormSection;

// The options of an ssh:// address (docs/ssh.md) as a form. What has no field of its own stands, as
// it is written in an address, in the last one. Its rules are core/ssh/sshaddress.h's.
class SshProfilePage : public ProfilePage
{
    Q_OBJECT

public:
    explicit SshProfilePage(QWidget *parent = nullptr);
    [[nodiscard]] static std::unique_ptr<ProfilePage> create(const PanelContext &context);
    // The address as OpenSSH's ssh takes it, quoted for a POSIX shell.
    [[nodiscard]] static QString commandLine(const Address &address);

    void show(const Address &address) override;
    [[nodiscard]] std::optional<Address> read(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void browse();
    [[nodiscard]] QWidget *fieldOf(const QString &option) const;
    void retranslate();

    FormSection *m_form;
    QWidget *m_keyRow;
    QLineEdit *m_key;
    QPushButton *m_browse;
    QLineEdit *m_jump;
    QSpinBox *m_keepalive;
    QComboBox *m_reconnect;
    QComboBox *m_charset;
    QCheckBox *m_legacy;
    QCheckBox *m_forwardAgent;
    QLineEdit *m_others;
};

} // namespace Portolan::Ui
