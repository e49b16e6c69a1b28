// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/brokeraddress.h"
#include "ui/panel/panelcontext.h"
#include "ui/panel/profilepage.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QToolButton;

namespace Portolan::Ui {

class FormSection;

// The options of a broker's address as a form: what a connection says of itself, TLS, WebSocket,
// the last will and what is subscribed to. Options without a field stay as they are in the last
// line.
class MqttProfilePage : public ProfilePage
{
    Q_OBJECT

public:
    explicit MqttProfilePage(QWidget *parent = nullptr);
    static std::unique_ptr<ProfilePage> create(const PanelContext &context);
    // As mosquitto_sub takes it.
    static QString commandLine(const Address &address);

    void show(const Address &address) override;
    [[nodiscard]] std::optional<Address> read(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FileRow
    {
        QWidget *row;
        QLineEdit *edit;
        QToolButton *browse;
    };
    [[nodiscard]] FileRow makeFile(const char *objectName);
    void retranslate();
    void showWhatFits();
    [[nodiscard]] QWidget *fieldOf(const QString &option) const;

    QString m_scheme;
    FormSection *m_form;
    QComboBox *m_version;
    QLineEdit *m_client;
    QCheckBox *m_clean;
    QSpinBox *m_expiry;
    QSpinBox *m_keepalive;
    QPlainTextEdit *m_topics;
    FileRow m_ca;
    FileRow m_cert;
    FileRow m_key;
    QLineEdit *m_alpn;
    QCheckBox *m_checkHost;
    QLineEdit *m_path;
    QComboBox *m_httpAuth;
    QLineEdit *m_willTopic;
    QLineEdit *m_willPayload;
    QWidget *m_willRow;
    QComboBox *m_willQos;
    QCheckBox *m_willRetain;
    QLineEdit *m_others;
};

} // namespace Portolan::Ui
