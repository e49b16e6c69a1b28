// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/library/miblibrary.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/station.h"
#include "core/snmp/transcript.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"
#include "ui/snmp/objectcard.h"
#include "ui/snmp/operationbar.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace Portolan {
struct Finding;
}

namespace Portolan::Ui {

class AgentCalls;
class AgentDiagnosisPage;
class AgentLogin;
class ConnectionBar;
class Detour;
class EmptyAgentPage;
class GraphPage;
class MibPane;
class ModulesPage;
class NoticeBar;
class PortsPage;
class ResultsPage;
class SideDrawer;
class SnapshotsPage;
class TablePage;
class TranscriptView;
class WaitingPage;

// One SNMP agent: the tree of MIB objects, what was asked of the agent as a list, as a table and as
// a graph, and the object that is looked at. SNMP has no connection: Connected means that the agent
// has answered with this credential. Modules and the engine are shared by all panels. GUI thread.
class SnmpPanel : public Panel
{
    Q_OBJECT

public:
    // The pages of the drawer.
    static constexpr QLatin1String kObject{"object"};
    static constexpr QLatin1String kModules{"modules"};
    static constexpr QLatin1String kExplain{"explain"};
    static constexpr QLatin1String kTranscript{"transcript"};

    explicit SnmpPanel(const PanelContext &context);
    ~SnmpPanel() override;

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
    // Asking again costs nothing: nobody needs to be asked before it goes.
    [[nodiscard]] bool isLive() const override;

    [[nodiscard]] AgentCalls &calls() const { return *m_calls; }
    [[nodiscard]] Snmp::MibLibrary &library() const { return *m_library; }
    [[nodiscard]] MibPane &mib() const { return *m_mib; }
    [[nodiscard]] OperationBar &operations() const { return *m_operations; }
    [[nodiscard]] ResultsPage &results() const { return *m_results; }
    [[nodiscard]] TablePage &table() const { return *m_table; }
    [[nodiscard]] GraphPage &graph() const { return *m_graph; }
    [[nodiscard]] SnapshotsPage &snapshots() const { return *m_snapshots; }
    [[nodiscard]] PortsPage &ports() const { return *m_ports; }
    [[nodiscard]] AgentDiagnosisPage &diagnosis() const { return *m_diagnosis; }
    [[nodiscard]] ModulesPage &modules() const { return *m_modules; }
    [[nodiscard]] SideDrawer &drawer() const { return *m_drawer; }
    [[nodiscard]] ObjectCard &card() const { return *m_card; }

    // As if chosen in the bar and run.
    void run(OperationBar::Operation operation, const QString &target);

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void makeDrawer();
    void makeActions();
    void wire();
    void wireObjects();
    void connectNow(Snmp::AgentTarget target, Secret community);
    [[nodiscard]] bool findWay();
    void showPlace();
    void showWay();
    // What one click on a finding does.
    void act(const QString &action, const Finding &finding);
    // Asks otherwise from now on, which "Undo" in the notice takes back; `words` say what changed.
    void change(const Snmp::AgentTarget &target, Snmp::Credentials credentials,
                const QString &words);
    void changeBack();
    void fillAgentMenu(QMenu &menu);
    void fillTextMenu(QMenu &menu);
    void setCharset(Snmp::TextCharset charset);
    void showCharset();
    void begin();
    void probe();
    void onAnswered(const Snmp::Varbinds &varbinds);
    void onFailed(const Error &error);
    void disconnectNow();
    void runTyped();
    void runOn(OperationBar::Operation operation, const Snmp::Oid &oid);
    void openTable(const Snmp::Oid &oid);
    void openSet(const std::vector<Snmp::Oid> &oids);
    void addToGraph(const Snmp::Oid &oid);
    void send(const Snmp::Varbinds &varbinds, const QString &words);
    void onSet(const Snmp::Varbinds &sent, const Snmp::Varbinds &former, const QString &words);
    void onWish(ObjectCard::Wish wish, const Snmp::Oid &oid);
    void showObject(const Snmp::Oid &oid, bool inTree);
    void fillMenu(QMenu &menu, const Snmp::Oid &oid, bool isAnswer);
    void onLibrary();
    void askForWanted();
    void showTraps();
    void showCredential();
    void showSecurity();
    void takeTranscript(std::vector<Snmp::TranscriptEntry> &&entries, quint64 dropped);
    void listenToMessages(bool listen);
    void setState(State state);
    void tell(Event::Severity severity, const QString &sentence);
    [[nodiscard]] bool isOver() const;

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QString m_lastTitle;
    Snmp::AgentTarget m_target;
    bool m_hasTarget = false;
    QString m_wantedObject; // of the address's path, asked for once the agent has answered
    std::shared_ptr<Snmp::Station> m_station;
    std::shared_ptr<Snmp::MibLibrary> m_library;
    AgentCalls *m_calls;
    AgentLogin *m_login;
    Snmp::Credentials m_tried; // the last ones, which a diagnosis explains
    std::unique_ptr<Detour> m_detour;
    std::unique_ptr<Detour> m_formerDetour; // until the new agent stands
    bool m_showsWay = false;
    struct Former
    {
        Snmp::AgentTarget target;
        Snmp::AgentTarget wanted;
        Snmp::Credentials credentials;
        QString words;
        bool isDone = false; // the agent has answered to what is wanted
    };
    std::optional<Former> m_former; // before the last change, while it can be taken back
    State m_state = State::Idle;
    bool m_wasConnected = false;
    std::optional<Error> m_error;
    QString m_agentName;
    QString m_agentFacts;
    Command *m_reconnect = nullptr;
    std::function<void()> m_noticeAction;
    std::shared_ptr<Snmp::TranscriptQueue> m_messages;
    struct Messages;
    std::unique_ptr<Messages> m_pump;

    QStackedWidget *m_pages;
    WaitingPage *m_waiting;
    SideDrawer *m_drawer;
    ConnectionBar *m_bar;
    NoticeBar *m_notice;
    OperationBar *m_operations;
    QSplitter *m_columns;
    MibPane *m_mib;
    QTabWidget *m_tabs;
    QToolButton *m_traps;
    ResultsPage *m_results;
    EmptyAgentPage *m_empty;
    TablePage *m_table;
    GraphPage *m_graph;
    SnapshotsPage *m_snapshots;
    PortsPage *m_ports;
    ObjectCard *m_card;
    ModulesPage *m_modules;
    AgentDiagnosisPage *m_diagnosis;
    TranscriptView *m_transcript;
};

} // namespace Portolan::Ui
