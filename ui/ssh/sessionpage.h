// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/connection.h"
#include "ui/panel/panel.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace Portolan::Ui {

class ConnectionBar;
class FieldList;

// What was agreed with the server and how the connection does, as a page of the drawer: the
// connection bar with its lock, algorithms, login, way, traffic. GUI thread.
class SessionPage : public QWidget
{
    Q_OBJECT

public:
    explicit SessionPage(QWidget *parent = nullptr);

    void setPlace(const QString &address, const QString &user);
    void setState(Panel::State state);
    // Null: there is none. The page looks, it does not keep the connection alive.
    void setConnection(const std::shared_ptr<Ssh::Connection> &connection);
    // The shell of this tab: what it has carried. Empty: there is none.
    void setTraffic(std::function<Ssh::ChannelTraffic()> traffic);
    [[nodiscard]] ConnectionBar &bar() const { return *m_bar; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showFacts();

    Panel::State m_state = Panel::State::Idle;
    std::weak_ptr<Ssh::Connection> m_connection;
    std::function<Ssh::ChannelTraffic()> m_traffic;
    ConnectionBar *m_bar;
    FieldList *m_fields;
};

} // namespace Portolan::Ui
