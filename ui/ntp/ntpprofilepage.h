// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelcontext.h"
#include "ui/panel/profilepage.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace Portolan::Ui {

class FormSection;

// The options of an NTP address as a form: how its first server is asked, and which others are
// watched with it. The key itself belongs to the vault. Options without a field stay as they are in
// the last line.
class NtpProfilePage : public ProfilePage
{
    Q_OBJECT

public:
    explicit NtpProfilePage(QWidget *parent = nullptr);
    static std::unique_ptr<ProfilePage> create(const PanelContext &context);
    // As portolanctl asks all servers of the address; empty where it cannot be read.
    static QString commandLine(const Address &address);

    void show(const Address &address) override;
    [[nodiscard]] std::optional<Address> read(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWhatFits();

    FormSection *m_form;
    QComboBox *m_protection; // none, a key, NTS
    QSpinBox *m_exchangePort;
    QLineEdit *m_authorities;
    QLineEdit *m_key;
    QComboBox *m_algorithm;
    QComboBox *m_version;
    QComboBox *m_family;
    QCheckBox *m_interleaved;
    QSpinBox *m_timeout;
    QSpinBox *m_sources;
    QPlainTextEdit *m_also;
    QLineEdit *m_others;
};

} // namespace Portolan::Ui
