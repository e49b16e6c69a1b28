// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/charset.h"
#include "core/ssh/channel.h"
#include "core/ssh/config/configlookup.h"
#include "core/ssh/connection.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/sshaddress.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"

#include <QStringList>

#include <memory>
#include <span>
#include <vector>

class QStackedWidget;

namespace Portolan::Terminal {
class Terminal;
} // namespace Portolan::Terminal

namespace Portolan::Ui {

class ConnectPage;
class NoticeBar;
class Reconnecting;
class Questions;
class StoredLogin;
class SshDrawer;
class TerminalSession;
class WaitingPage;

// A shell on an SSH server, in a terminal. Connections come from the shared ConnectionPool, so a
// second tab to the same place and credentials asks nothing. The terminal parses on the
// connection's thread; the panel only routes keys and sizes. When the connection goes, the screen
// stays, with one sentence above it; Enter or the button connects again. GUI thread.
class SshPanel : public Panel
{
    Q_OBJECT

public:
    explicit SshPanel(const PanelContext &context);
    ~SshPanel() override;

    // For the table of panels.
    static QString name();
    static QString description();
    static QStringList firstSteps();
    static std::span<const CommandSpec> commands();
    static std::unique_ptr<Panel> create(const PanelContext &context);

    void open(OpenRequest request) override;
    void connectAgain() override;
    [[nodiscard]] Address address() const override { return m_address; }
    [[nodiscard]] QString profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] std::optional<int> exitCode() const override { return m_exitCode; }
    [[nodiscard]] QList<MetricSample> metrics() const override;
    [[nodiscard]] bool canExplain() const override { return true; }
    void explain() override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] static std::span<const CommandSpec> ownCommands();
    void makeActions();
    void followLogin();
    void connectNow(std::optional<Secret> password);
    void connectTo(const Address &address, std::optional<Secret> password);
    void listenTo(Ssh::Connection &connection);
    void release();
    void disconnectNow();
    void makeDrawer();
    void onConnectionState();
    void showHops();
    void again(); // by a person, at once
    void showReconnecting();
    void showLoss(const Error &error);
    void listenForQuestions(const std::shared_ptr<Ssh::Connection> &connection);
    void openShell();
    void send(const QByteArray &bytes);
    void onShellOpened();
    void onShellClosed(const Ssh::ExitStatus &status);
    void onFailed(const Error &error);
    void onLost(const Error &error);
    void showPage(QWidget *page);
    void setState(State state);
    void tell(Event::Severity severity, const QString &sentence);
    [[nodiscard]] QString host() const;
    [[nodiscard]] bool canConnectAgain() const;
    [[nodiscard]] bool isOver() const; // it was connected, and is no more

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QString m_lastTitle; // of the last session
    std::shared_ptr<Ssh::ConnectionPool> m_pool;
    std::unique_ptr<Ssh::ConfigLookup> m_lookup;
    std::optional<Secret> m_passwordForLookup;
    std::shared_ptr<Ssh::Connection> m_connection;
    std::unique_ptr<Ssh::Channel> m_shell;
    QString m_charset; // empty: UTF-8
    std::optional<CharsetEncoder> m_encoder;
    StoredLogin *m_login;
    // Of the connection, and of those to the hosts on the way.
    std::vector<std::unique_ptr<Questions>> m_questions;
    State m_state = State::Idle;
    quint64 m_reconnects = 0;
    Reconnecting *m_reconnecting;
    Ssh::Reconnect m_policy = Ssh::Reconnect::Ask;
    Command *m_reconnect = nullptr;
    QStackedWidget *m_pages;
    SshDrawer *m_drawer;
    ConnectPage *m_progress;
    WaitingPage *m_waiting;
    TerminalSession *m_session;
    std::shared_ptr<Terminal::Terminal> m_terminal; // of the session
    NoticeBar *m_notice;
    NoticeBar *m_offer; // to remember what was typed into the address
    bool m_hadShell = false;
    std::optional<int> m_exitCode;
};

} // namespace Portolan::Ui
