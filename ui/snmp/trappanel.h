// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/library/miblibrary.h"
#include "core/snmp/station.h"
#include "core/snmp/traps/trapclock.h"
#include "core/snmp/traps/trapreceiver.h"
#include "core/snmp/traps/traprules.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <span>

class QStackedWidget;

namespace Portolan::Ui {

class EmptyTrapPage;
class ExplainDrawer;
class ModulesPage;
class NoticeBar;
class SideDrawer;
class TrapAccess;
class TrapBar;
class TrapFeed;
class TrapForwarding;
class TrapForwardPage;
class TrapRulesPage;
class TrapSendDialog;
class TrapUsersPage;
class WaitingPage;

// The receiver of traps and informs: notifications are sent to this machine, so this is a tab of
// its own, of an address to listen at (snmptrap://0.0.0.0:162). Connected means that it listens.
// What was received stays in the tab when it stops. Users, rules and targets of forwarding are
// settings, the same in every tab. GUI thread.
class TrapPanel : public Panel
{
    Q_OBJECT

public:
    // The pages of the drawer.
    static constexpr QLatin1String kUsers{"users"};
    static constexpr QLatin1String kRules{"rules"};
    static constexpr QLatin1String kForward{"forward"};
    static constexpr QLatin1String kModules{"modules"};
    static constexpr QLatin1String kExplain{"explain"};

    explicit TrapPanel(const PanelContext &context);
    ~TrapPanel() override;

    // For the table of panels.
    static QString name();
    static QString description();
    static QStringList firstSteps();
    static std::span<const CommandSpec> commands();
    static std::unique_ptr<Panel> create(const PanelContext &context);

    void open(OpenRequest request) override;
    void connectAgain() override;
    [[nodiscard]] bool canExplain() const override { return true; }
    void explain() override;
    [[nodiscard]] Address address() const override { return m_address; }
    [[nodiscard]] QString profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QList<MetricSample> metrics() const override;

    [[nodiscard]] TrapFeed &feed() const { return *m_feed; }
    [[nodiscard]] TrapBar &bar() const { return *m_bar; }
    [[nodiscard]] TrapAccess &access() const { return *m_access; }
    [[nodiscard]] SideDrawer &drawer() const { return *m_drawer; }
    [[nodiscard]] ExplainDrawer &diagnosis() const { return *m_diagnosis; }
    [[nodiscard]] NoticeBar &notice() const { return *m_notice; }
    [[nodiscard]] Snmp::MibLibrary &library() const { return *m_library; }
    // The dialog to send one; opened again, it is the same one.
    TrapSendDialog *openSend();
    // Since the tab was opened, over all times that it listened.
    [[nodiscard]] Snmp::TrapStats stats() const;
    // Where it listens now; empty while it does not.
    [[nodiscard]] const std::optional<Snmp::Listening> &listening() const { return m_listening; }

    // How many users of version 3 it believes now.
    [[nodiscard]] int believed() const { return m_listening ? m_believed : 0; }

protected:
    void changeEvent(QEvent *event) override;
    void retranslate() override;

private:
    void build();
    void makeDrawer();
    void makeActions();
    void wire();
    void start();
    void begin();
    void listenWith(Snmp::TrapKeys keys);
    void listenAnew();
    void stop();
    void endReceiver();
    void onListening(const Snmp::Listening &where);
    void onFailed(const Error &error);
    void onStats(const Snmp::TrapStats &stats);
    void onAlarm(const Snmp::TrapPtr &trap, const Snmp::TrapVerdict &verdict, quint64 serial);
    void tellAlarms();
    void take(std::vector<Snmp::TrapPtr> &&traps, quint64 lost);
    void diagnose();
    void applyRules();
    void setState(State state);
    void showPlace();
    void tell(Event::Severity severity, const QString &sentence);

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QString m_lastTitle;
    Snmp::ListenTarget m_target;
    Secret m_community; // of the address
    std::shared_ptr<Snmp::Station> m_station;
    std::shared_ptr<Snmp::MibLibrary> m_library;
    std::shared_ptr<Snmp::TrapQueue> m_queue;
    struct Pump;
    std::unique_ptr<Pump> m_pump;
    std::unique_ptr<Snmp::TrapReceiver> m_receiver;
    std::optional<Snmp::Listening> m_listening;
    TrapAccess *m_access;
    TrapForwarding *m_forwarding;
    QPointer<TrapSendDialog> m_sending;
    quint64 m_turn = 0; // which reading of the secrets is the present one
    bool m_anyCommunity = true;
    int m_believed = 0;
    qint64 m_listeningSince = 0; // milliseconds since 1970
    Snmp::TrapStats m_past;      // of receivers that have ended
    // What came here; the receiver's own figures are told four times a second only.
    quint64 m_traps = 0;
    quint64 m_informs = 0;
    Snmp::TrapClocks m_clocks;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    std::function<void()> m_noticeAction;
    std::function<void()> m_secondAction;
    quint64 m_toldDrops = 0;
    QTimer m_alarmTimer; // alarms are told one by one only while they are few
    int m_alarmsTold = 0;
    int m_alarmsUntold = 0;
    Command *m_toggle = nullptr;

    QStackedWidget *m_pages;
    WaitingPage *m_waiting;
    SideDrawer *m_drawer;
    TrapBar *m_bar;
    NoticeBar *m_notice;
    TrapFeed *m_feed;
    EmptyTrapPage *m_empty;
    TrapUsersPage *m_users;
    TrapRulesPage *m_rules;
    TrapForwardPage *m_forward;
    ModulesPage *m_modules;
    ExplainDrawer *m_diagnosis;
};

} // namespace Portolan::Ui
