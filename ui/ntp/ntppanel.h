// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ntp/alarms.h"
#include "core/ntp/diagnosis/serverrecord.h"
#include "core/ntp/history/clockhistory.h"
#include "core/ntp/monitor.h"
#include "ui/ntp/clocktracks.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"

#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <span>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace Portolan::Ui {

class ChartsPane;
class AddServersDialog;
class ClockAlarmsPage;
class ClockDiagnosisPage;
class EmptyNtpPage;
class HostClockPage;
class IntervalsView;
class KeyLogin;
class MatrixPage;
class NoticeBar;
class ServersModel;
class ServerPage;
class ServersPage;
class SideDrawer;
class VerdictBar;
class WaitingPage;

// Several NTP servers that are watched together: what their clocks say about this computer's, in
// words, as charts over time, as a table and as intervals. It asks and never sets a clock. NTP has
// no connection: Connected means that a server answers. The servers are the tab's address
// (ntp://first?also=second), which follows what is added and removed. GUI thread.
class NtpPanel : public Panel
{
    Q_OBJECT

public:
    // The pages of the drawer.
    static constexpr QLatin1String kServer{"server"};
    static constexpr QLatin1String kHost{"host"};
    static constexpr QLatin1String kMatrix{"matrix"};
    static constexpr QLatin1String kAlarms{"alarms"};
    static constexpr QLatin1String kExplain{"explain"};

    explicit NtpPanel(const PanelContext &context);
    ~NtpPanel() override;

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
    [[nodiscard]] QList<MetricSample> metrics() const override;
    [[nodiscard]] bool canExplain() const override { return true; }
    void explain() override;
    // Asking again costs nothing: nobody needs to be asked before it goes.
    [[nodiscard]] bool isLive() const override { return false; }

    // Adds servers as they are typed: names, addresses, ntp:// addresses, with blanks between.
    // Nothing is added where one of them cannot be read.
    bool addTyped(const QString &typed);
    void add(const QList<Ntp::ServerTarget> &targets, std::vector<Ntp::SymmetricKey> keys = {});
    // Of these servers, with all that the same name stands for.
    void remove(const QList<quint64> &servers);
    void setPaused(bool paused);
    void setLeftOut(const QList<quint64> &servers, bool leftOut);
    void choose(quint64 server);

    [[nodiscard]] Ntp::Monitor &monitor() const { return *m_monitor; }
    [[nodiscard]] const ClockTracks &tracks() const { return m_tracks; }
    [[nodiscard]] VerdictBar &verdict() const { return *m_verdict; }
    [[nodiscard]] ChartsPane &charts() const { return *m_charts; }
    [[nodiscard]] ServersPage &servers() const { return *m_servers; }
    [[nodiscard]] IntervalsView &intervals() const { return *m_intervals; }
    [[nodiscard]] SideDrawer &drawer() const { return *m_drawer; }
    [[nodiscard]] NoticeBar &notice() const { return *m_notice; }
    [[nodiscard]] ServerPage &details() const { return *m_server; }
    [[nodiscard]] HostClockPage &hostClock() const { return *m_hostClock; }
    [[nodiscard]] MatrixPage &matrix() const { return *m_matrix; }
    [[nodiscard]] ClockAlarmsPage &alarms() const { return *m_alarmsPage; }
    [[nodiscard]] ClockDiagnosisPage &diagnosis() const { return *m_diagnosis; }
    [[nodiscard]] quint64 chosen() const { return m_chosen; }

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    struct Watched
    {
        quint64 source = 0; // 0: its key is not known yet, or was not given
        quint64 turn = 0;   // its own, also without a source
        Ntp::ServerTarget target;
    };

    void build();
    void makeDrawer();
    void makeActions();
    // By name and by address, as measured here.
    [[nodiscard]] QStringList wrongServers() const;
    void wire();
    void start();
    // Those of these turns that nobody asks yet, all at once; `keys` are known already.
    void watch(const QSet<quint64> &turns, std::vector<Ntp::SymmetricKey> keys = {},
               bool askPerson = false);
    [[nodiscard]] QSet<quint64> allTurns() const;
    void askForKey(const Watched &watched, bool askPerson);
    void onServers();
    void takeServers();
    void onUpdated();
    void refresh();
    void showState();
    void showPages();
    void fillMenu(QMenu &menu, const QList<quint64> &servers);
    void fillMainMenu();
    // One of Ntp::Action.
    void act(const QString &action, const Finding &finding);
    // A source in another way, as the same turn.
    void askOtherwise(quint64 source, const Ntp::ServerTarget &target);
    AddServersDialog *openAddDialog();
    void openConfigDialog();
    // What was measured before this tab was opened, where the charts show that time.
    void readHistory();
    void takeHistory(const std::shared_ptr<const Ntp::HistoryPart> &part, const QList<quint64> &ids,
                     std::size_t next, quint64 turn);
    // Every sample of the servers that are shown, from the history.
    void exportSamples(const QString &path, double begin, double end);
    void endExport();
    void followSettings();
    // Once a second: alarms hold for seconds.
    void judgeAlarms();
    void followAddress();
    void setState(State state);
    void tell(Event::Severity severity, const QString &sentence);

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QString m_lastTitle;
    std::unique_ptr<Ntp::Monitor> m_monitor;
    std::unique_ptr<Ntp::Recorder> m_recorder; // for the diagnosis, from the first question on
    ClockTracks m_tracks;
    std::shared_ptr<Ntp::ClockHistory> m_history;
    quint64 m_reading = 0; // of the history; 0: none under way
    quint64 m_exporting = 0;
    quint64 m_historyTurn = 0; // what is read last is taken, once it is there
    QTimer m_readSoon;
    QTimer m_rowsSoon; // bunches names that are looked up one after the other
    bool m_rowsAreLate = false;
    KeyLogin *m_login;
    std::vector<Watched> m_watched;
    quint64 m_lastTurn = 0;
    QList<quint64> m_leftOut;
    quint64 m_chosen = 0;
    State m_state = State::Idle;
    bool m_isPaused = false;
    bool m_hasStarted = false;
    bool m_wasConnected = false;
    Ntp::Alarms m_alarms;
    QList<Ntp::Seconds> m_steps; // since the alarms were judged
    QTimer m_soon;               // bunches what updates show
    QTimer m_tick;               // time passes, also without answers
    Command *m_pauseCommand = nullptr;

    QStackedWidget *m_pages;
    WaitingPage *m_waiting;
    EmptyNtpPage *m_empty;
    QStackedWidget *m_content;
    SideDrawer *m_drawer;
    VerdictBar *m_verdict;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    ChartsPane *m_charts;
    QTabWidget *m_tabs;
    ServersModel *m_model;
    ServersPage *m_servers;
    IntervalsView *m_intervals;
    ServerPage *m_server;
    HostClockPage *m_hostClock;
    MatrixPage *m_matrix;
    ClockAlarmsPage *m_alarmsPage;
    ClockDiagnosisPage *m_diagnosis;
};

} // namespace Portolan::Ui
