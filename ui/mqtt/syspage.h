// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

class FieldList;

// What the broker says of itself below $SYS: version, clients, messages, load, as mosquitto names
// them; what others name differently stands in the tree. It needs the subscription $SYS/#, which it
// offers and never makes. GUI thread.
class SysPage : public QWidget
{
    Q_OBJECT

public:
    explicit SysPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent = nullptr);

    void setConnected(bool connected);
    void setSubscribed(bool subscribed);
    // The panel's tick; reads only while it is shown.
    void refresh();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void subscribeWanted();
    void chartWanted(const QByteArray &topic);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    bool m_connected = false;
    bool m_subscribed = false;
    QLabel *m_lead;
    QPushButton *m_subscribe;
    QPushButton *m_draw;
    FieldList *m_fields;
};

} // namespace Portolan::Ui
