// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"
#include "core/mqtt/publishplan.h"

#include <QJsonArray>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QFormLayout;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

// What is published: topic, payload (text, JSON, hexadecimal or a file), QoS, retain, the
// properties of MQTT 5; once, or again and again in an interval. What is wrong is said at the field
// while it is typed. Messages can be saved; they are there for every broker. GUI thread.
class PublishPage : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Text, Json, Hex, File };
    static constexpr qint64 kMostFile = qint64(16) << 20U;
    static constexpr int kMostSaved = 500;

    explicit PublishPage(Settings &settings, QWidget *parent = nullptr);
    ~PublishPage() override;

    // Null: there is no connection to publish on.
    void setClient(Mqtt::Client *client);
    void setConnected(bool connected);
    void setTopic(const QByteArray &topic);
    // The form filled with a message.
    void setPublication(const Mqtt::Publication &publication);
    // What the form says, or Usage with the field's sentence shown at it.
    [[nodiscard]] Result<Mqtt::Publication> publication();
    void publish();
    void stop();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void published(const QByteArray &topic);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void takeCommand(const QString &text);
    void copyCommand();
    void check(const QString &problem = {});
    void chooseFile();
    void showForm();
    void showProgress();
    void showOutcomes(const QList<Mqtt::PublishOutcome> &outcomes);
    void showResult(const QString &sentence, bool bad = false);
    void showSaved();
    void saveMessage();
    void takeSaved(int row);
    [[nodiscard]] Form form() const;
    [[nodiscard]] Result<QByteArray> payload() const;

    Settings &m_settings;
    QPointer<Mqtt::Client> m_client;
    std::unique_ptr<Mqtt::PublishPlan> m_plan;
    bool m_connected = false;
    quint64 m_waitsFor = 0;
    QByteArray m_filePayload;
    QString m_filePath;
    QJsonArray m_saved;

    QLineEdit *m_topic;
    QComboBox *m_qos;
    QCheckBox *m_retain;
    QComboBox *m_form;
    QPlainTextEdit *m_payload;
    QWidget *m_fileRow;
    QLabel *m_file;
    QPushButton *m_browse;
    QLabel *m_problem;
    QToolButton *m_more; // of MQTT 5
    QWidget *m_properties;
    QFormLayout *m_propertyRows;
    QLineEdit *m_contentType;
    QLineEdit *m_response;
    QLineEdit *m_correlation;
    QSpinBox *m_expiry;
    QCheckBox *m_isText;
    QPlainTextEdit *m_user;
    QToolButton *m_repeat;
    QWidget *m_repetition;
    QFormLayout *m_repetitionRows;
    QSpinBox *m_count;
    QSpinBox *m_interval;
    QCheckBox *m_expand;
    QPushButton *m_publish;
    QPushButton *m_stop;
    QLabel *m_result;
    QLabel *m_savedHead;
    QListWidget *m_savedList;
    QToolButton *m_save;
    QToolButton *m_remove;
    QToolButton *m_command;
};

} // namespace Portolan::Ui
