// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/replay.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;
class QSpinBox;

namespace Portolan::Ui {

class DataTable;
class ElidedLabel;
class FormSection;
class NoticeBar;
class WorkProgress;

// A file of messages that was exported here: what is in it, and how it is published again, at its
// own pace or another, with other topics, QoS or retain. It names the broker and asks before it
// publishes. GUI thread; files are read on another.
class ReplayPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostShown = 5000; // topics

    explicit ReplayPage(QWidget *parent = nullptr);
    ~ReplayPage() override;

    // `broker`: as a person knows it.
    void setClient(Mqtt::Client *client, const QString &broker);
    void setConnected(bool connected);
    void openFile(const QString &path);
    [[nodiscard]] const std::shared_ptr<const Mqtt::ReplayFile> &file() const { return m_file; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] const Mqtt::Replay *replay() const { return m_replay.get(); }
    [[nodiscard]] Mqtt::ReplayChoice choice() const;
    // Without asking; tests and the question itself.
    void start();

    // The one file that a drop brings, empty where it is something else.
    static QString droppedFile(const QMimeData *data);

Q_SIGNALS:
    void told(const QString &sentence, bool bad);
    // In the tree, without a broker.
    void lookWanted(const std::shared_ptr<const Portolan::Mqtt::ReplayFile> &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Model;
    void retranslate();
    void chooseFile();
    void take(const QString &path, Result<std::shared_ptr<const Mqtt::ReplayFile>> file);
    void showFile();
    void showPace();
    void showState();
    void check();
    void ask();
    void showProgress();
    void finish();

    QPointer<Mqtt::Client> m_client;
    QString m_broker;
    bool m_connected = false;
    bool m_reading = false;
    std::shared_ptr<const Mqtt::ReplayFile> m_file;
    std::unique_ptr<Mqtt::Replay> m_replay;
    std::unique_ptr<Model> m_model;
    QLabel *m_lead;
    ElidedLabel *m_path;
    QPushButton *m_open;
    QLabel *m_facts;
    DataTable *m_table;
    FormSection *m_form;
    QComboBox *m_pace;
    QDoubleSpinBox *m_speed;
    QSpinBox *m_rate;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_qos;
    QComboBox *m_retain;
    QWidget *m_rest; // the room below, before there is a file
    QPushButton *m_publish;
    QPushButton *m_look;
    WorkProgress *m_progress;
    NoticeBar *m_notice;
};

} // namespace Portolan::Ui
