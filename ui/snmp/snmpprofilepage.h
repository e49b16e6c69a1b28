// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/snmpaddress.h"
#include "ui/panel/panelcontext.h"
#include "ui/panel/profilepage.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Portolan::Ui {

class FormSection;

// The options of an agent's address as a form. The user of version 3 is the address's; community
// and passwords belong to the credential. Options without a field stay as they are in the last
// line.
class SnmpProfilePage : public ProfilePage
{
    Q_OBJECT

public:
    explicit SnmpProfilePage(QWidget *parent = nullptr);
    static std::unique_ptr<ProfilePage> create(const PanelContext &context);
    // As snmpbulkwalk takes it; words in capitals stand for what is secret.
    static QString commandLine(const Address &address);

    void show(const Address &address) override;
    [[nodiscard]] std::optional<Address> read(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWhatFits();

    FormSection *m_form;
    QComboBox *m_version;
    QComboBox *m_level;
    QComboBox *m_auth;
    QComboBox *m_priv;
    QLineEdit *m_context;
    QComboBox *m_transport;
    QSpinBox *m_timeout;
    QSpinBox *m_retries;
    QCheckBox *m_bulk;
    QLineEdit *m_others;
};

} // namespace Portolan::Ui
