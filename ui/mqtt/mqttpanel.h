// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/mqtt/client.h"
#include "core/mqtt/inbox.h"
#include "core/mqtt/replay.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <span>

class QSplitter;
class QStackedWidget;

namespace Portolan::Ui {

class BrokerDiagnosisPage;
class BrokerLogin;
class ChartPane;
class ConnectionBar;
class Detour;
class EmptyBrokerPage;
class KeyPassphrase;
class NoticeBar;
class MessageImport;
class PublishPage;
class ReplayPage;
class RetainedPage;
class SideDrawer;
class SubscriptionBar;
class SysPage;
class TopicPage;
class TopicPane;
class TranscriptView;
class WaitingPage;

// One MQTT broker: its topics as a tree, the messages of one, publishing, a chart, and what the
// broker says of itself. It subscribes to nothing by itself. What was received is shared with the
// engine through an Inbox and read in slices; it stays when the connection is lost, and until the
// tab closes. GUI thread.
class MqttPanel : public Panel
{
    Q_OBJECT

public:
    // The pages of the drawer.
    static constexpr QLatin1String kPublish{"publish"};
    static constexpr QLatin1String kSys{"sys"};
    static constexpr QLatin1String kRetained{"retained"};
    static constexpr QLatin1String kReplay{"replay"};
    static constexpr QLatin1String kTranscript{"transcript"};
    static constexpr QLatin1String kExplain{"explain"};

    explicit MqttPanel(const PanelContext &context);
    ~MqttPanel() override;

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

    [[nodiscard]] const std::shared_ptr<Mqtt::Inbox> &inbox() const { return m_inbox; }
    [[nodiscard]] Mqtt::Client *client() const { return m_client.get(); }
    [[nodiscard]] TopicPane &topics() const { return *m_topics; }
    [[nodiscard]] TopicPage &messages() const { return *m_messages; }
    [[nodiscard]] PublishPage &publisher() const { return *m_publish; }
    [[nodiscard]] ReplayPage &replayer() const { return *m_replay; }
    [[nodiscard]] ChartPane &chart() const { return *m_chart; }
    [[nodiscard]] SideDrawer &drawer() const { return *m_drawer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void makeDrawer();
    void makeActions();
    void wire();
    void connectNow(std::optional<Secret> password);
    void begin();
    void disconnectNow();
    void listenTo(Mqtt::Client &client);
    void onState(Mqtt::Client::State state);
    void onConnected(const Mqtt::ConnackFacts &facts);
    void onFailed(const Error &error);
    void onLost(const Error &error);
    void showPlace();
    void showWay();
    void showSecurity();
    void showTranscript();
    void showContent();
    void showSubscriptions();
    void subscribe(const Mqtt::Subscription &subscription);
    void unsubscribe(const QByteArray &filter);
    void trustCertificate();
    void act(const QString &action, const Finding &finding);
    void setOption(const char *name, const QString &value);
    void connectAnew();
    void askForUser();
    void addToChart(const QByteArray &topic, const QString &path);
    void exportFrom(const QByteArray &topic);
    void lookAt(const std::shared_ptr<const Mqtt::ReplayFile> &file);
    void forgetAll();
    void loadRules();
    void copyCommand(const QList<Mqtt::Subscription> &subscriptions);
    void tick();
    void setState(State state);
    void tell(Event::Severity severity, const QString &sentence);
    [[nodiscard]] bool isOver() const;

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QString m_lastTitle;
    std::optional<Mqtt::BrokerTarget> m_target;
    QString m_targetProblem;
    std::shared_ptr<Mqtt::Inbox> m_inbox;
    // Where the broker is reached through another host. The former one is kept until the next has
    // dialled, so that both share a connection and nobody is asked again.
    std::unique_ptr<Detour> m_detour;
    std::unique_ptr<Detour> m_formerDetour;
    std::unique_ptr<Mqtt::Client> m_client;
    BrokerLogin *m_login;
    KeyPassphrase *m_key;
    State m_state = State::Idle;
    bool m_wasConnected = false;
    bool m_showsWay = false; // in the notice
    bool m_placed = false;   // the drawer, when the tab was shown first
    std::optional<Error> m_error;
    QByteArray m_untrusted;   // SHA-256 of the certificate that was not accepted
    qint64 m_transcribed = 0; // entries that were shown, with those that fell out since
    quint64 m_messagesBefore = 0;
    double m_rate = 0;
    QElapsedTimer m_sinceFigures;
    QTimer m_tick;
    Command *m_reconnect = nullptr;

    QStackedWidget *m_pages;
    WaitingPage *m_waiting;
    SideDrawer *m_drawer;
    ConnectionBar *m_bar;
    NoticeBar *m_notice;
    SubscriptionBar *m_subscriptions;
    QStackedWidget *m_content;
    EmptyBrokerPage *m_empty;
    QSplitter *m_rows;
    QSplitter *m_columns;
    TopicPane *m_topics;
    TopicPage *m_messages;
    ChartPane *m_chart;
    PublishPage *m_publish;
    SysPage *m_sys;
    RetainedPage *m_retained;
    ReplayPage *m_replay;
    QPointer<MessageImport> m_import; // the tree shows a file
    TranscriptView *m_transcript;
    BrokerDiagnosisPage *m_diagnosis;
};

} // namespace Portolan::Ui
