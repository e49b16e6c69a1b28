// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

class FlowLayout;

// What a connection is subscribed to: a field for another topic filter, and each that there is with
// the QoS that the broker granted, or why it refused. It asks before `#`: everything that a broker
// has can be more than it, the network or this program should carry. GUI thread.
class SubscriptionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SubscriptionBar(QWidget *parent = nullptr);

    void setVersion(Mqtt::Version version);
    void show(const QList<Mqtt::Subscription> &subscriptions);
    void noteOutcome(const Mqtt::SubscribeOutcome &outcome);
    void forgetOutcomes();
    void focusField();
    // As if it had been typed, and Enter pressed.
    void ask(const QByteArray &filter);

Q_SIGNALS:
    void subscribeWanted(const Portolan::Mqtt::Subscription &subscription);
    void commandWanted(); // all of them as mosquitto_sub, for the clipboard
    void unsubscribeWanted(const QByteArray &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void add();
    void addFromCommand();
    void askForEverything(const QByteArray &filter, const std::function<void()> &go);
    void showChips();
    void setProblem(const QString &sentence);
    [[nodiscard]] static bool isEverything(const QByteArray &filter);

    QList<Mqtt::Subscription> m_subscriptions;
    QHash<QByteArray, Mqtt::SubscribeOutcome> m_outcomes;
    Mqtt::Version m_version = Mqtt::Version::V5;
    FlowLayout *m_flow;
    QLineEdit *m_filter;
    QComboBox *m_qos;
    QToolButton *m_options;
    QAction *m_noLocal;
    QAction *m_omitRetained;
    QAction *m_copy;
    QPushButton *m_add;
    QLabel *m_problem;
    QList<QWidget *> m_chips;
};

} // namespace Portolan::Ui
