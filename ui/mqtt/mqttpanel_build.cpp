// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel is made of, and what its parts tell each other.
#include "core/mqtt/mosquittocommand.h"
#include "core/mqtt/topicdecoders.h"
#include "core/mqtt/transcript.h"
#include "core/store/profilestore.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/mqtt/brokerlogin.h"
#include "ui/mqtt/chartpane.h"
#include "ui/mqtt/emptybrokerpage.h"
#include "ui/mqtt/messageexport.h"
#include "ui/mqtt/mqttpanel.h"
#include "ui/mqtt/mqttsettingspage.h"
#include "ui/mqtt/publishpage.h"
#include "ui/mqtt/replaypage.h"
#include "ui/mqtt/retainedpage.h"
#include "ui/mqtt/subscriptionbar.h"
#include "ui/mqtt/syspage.h"
#include "ui/mqtt/topicpage.h"
#include "ui/mqtt/topicpane.h"
#include "ui/mqtt/topicview.h"
#include "ui/panel/detour.h"
#include "ui/panel/keypassphrase.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/keyview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/waitingpage.h"
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr char kWidthKey[] = "mqtt/drawer-width";
constexpr char kPageKey[] = "mqtt/drawer-page";
constexpr int kUsualWidth = 366;
constexpr int kContentWidth = 560;
constexpr int kLeastTree = 160; // heights; a lower window scrolls
constexpr int kLeastMessages = 250;
constexpr int kNarrow = 560; // the tree above the messages, not beside them
constexpr int kChartHeight = 190;
const char kSysFilter[] = "$SYS/#";

QString stepWords(const QString &id)
{
    using Mqtt::Step;
    for (const Step step : {Step::Tcp, Step::Tls, Step::WebSocket, Step::Connect, Step::Session}) {
        if (Mqtt::stepName(step) == id)
            return Mqtt::stepTitle(step);
    }
    return id;
}

} // namespace

void MqttPanel::build()
{
    m_pages = new QStackedWidget;
    m_waiting = new WaitingPage;
    m_bar = new ConnectionBar;
    m_notice = new NoticeBar;
    m_notice->hide();
    m_notice->setObjectName(QStringLiteral("brokerNotice"));
    m_subscriptions = new SubscriptionBar;
    m_content = new QStackedWidget;
    m_empty = new EmptyBrokerPage;
    m_rows = new QSplitter(Qt::Vertical);
    m_columns = new QSplitter(Qt::Horizontal);
    m_topics = new TopicPane(m_inbox);
    m_messages = new TopicPage(m_inbox);
    m_chart = new ChartPane(m_inbox);
    m_columns->addWidget(m_topics);
    m_columns->addWidget(m_messages);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 1);
    m_topics->setMinimumHeight(kLeastTree);
    m_messages->setMinimumHeight(kLeastMessages);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({10'000, 10'000});
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_chart);
    m_rows->setStretchFactor(0, 1);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setSizes({10'000, kChartHeight});
    m_chart->hide();
    m_content->addWidget(m_empty);
    m_content->addWidget(m_rows);
    m_content->installEventFilter(this);
    auto *hairline = new QFrame;
    hairline->setProperty("hairline", true);

    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_subscriptions);
    column->addWidget(hairline);
    column->addWidget(scrolling(m_content), 1);
    m_drawer = new SideDrawer(main);
    m_pages->addWidget(m_drawer);
    m_pages->addWidget(m_waiting);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setFocusProxy(m_topics);
}

void MqttPanel::makeDrawer()
{
    m_publish = new PublishPage(m_context.settings);
    m_sys = new SysPage(m_inbox);
    m_retained = new RetainedPage(m_inbox);
    m_replay = new ReplayPage;
    setAcceptDrops(true);
    m_transcript = new TranscriptView;
    m_transcript->model().setStepWording(stepWords);
    m_drawer->addPage(kPublish, QLatin1String("publish"), m_publish);
    m_drawer->addPage(kSys, QLatin1String("gauge"), m_sys);
    m_drawer->addPage(kRetained, QLatin1String("retained"), m_retained);
    m_drawer->addPage(kReplay, QLatin1String("play"), m_replay);
    m_diagnosis = new BrokerDiagnosisPage(
        m_inbox, [this] { return m_login->passwordToExplain(); },
        [this] { return m_key->passphrase(); },
        [this] { return m_detour ? m_detour->dialer() : nullptr; });
    m_drawer->addPage(kTranscript, QLatin1String("transcript"), m_transcript);
    m_drawer->addPage(kExplain, QLatin1String("explain"), m_diagnosis);
    m_drawer->setDrawerWidth(m_context.settings.number(kWidthKey, kUsualWidth, 1, 4000));
    m_drawer->setContentWidth([] { return kContentWidth; });
    connect(m_drawer, &SideDrawer::widthChanged, this,
            [this](int width) { m_context.settings.set(kWidthKey, width); });
    connect(m_drawer, &SideDrawer::pageChanged, this, [this](const QString &id) {
        m_context.settings.set(kPageKey, id.isEmpty() ? QStringLiteral("none") : id);
        showTranscript();
    });
}

void MqttPanel::wire()
{
    connect(m_waiting, &WaitingPage::activated, this, &MqttPanel::connectAgain);
    connect(m_bar, &ConnectionBar::connectClicked, this, &MqttPanel::connectAgain);
    connect(m_bar, &ConnectionBar::disconnectClicked, this, &MqttPanel::disconnectNow);
    connect(m_bar, &ConnectionBar::cancelClicked, this, &MqttPanel::disconnectNow);
    connect(m_notice, &NoticeBar::actionClicked, this, [this] {
        if (m_client && m_client->state() == Mqtt::Client::State::Waiting)
            m_client->retryNow();
        else
            connectAgain();
    });
    connect(m_notice, &NoticeBar::secondActionClicked, this, [this] {
        if (m_untrusted.isEmpty())
            explain();
        else
            trustCertificate();
    });
    connect(m_subscriptions, &SubscriptionBar::subscribeWanted, this, &MqttPanel::subscribe);
    connect(m_subscriptions, &SubscriptionBar::unsubscribeWanted, this, &MqttPanel::unsubscribe);
    const auto ask = [this](const char *filter) {
        return [this, filter] { m_subscriptions->ask(filter); };
    };
    connect(m_empty, &EmptyBrokerPage::filterWanted, m_subscriptions, &SubscriptionBar::focusField);
    connect(m_empty, &EmptyBrokerPage::sysWanted, this, ask(kSysFilter));
    connect(m_empty, &EmptyBrokerPage::everythingWanted, this, ask("#"));
    connect(m_sys, &SysPage::subscribeWanted, this, ask(kSysFilter));
    connect(m_sys, &SysPage::chartWanted, this,
            [this](const QByteArray &topic) { addToChart(topic, {}); });
    connect(m_topics, &TopicPane::nodeChosen, m_messages, &TopicPage::setNode);
    connect(m_topics, &TopicPane::subscribeWanted, m_subscriptions, &SubscriptionBar::ask);
    connect(m_topics, &TopicPane::commandWanted, this, [this](const QByteArray &topic) {
        Mqtt::Subscription below;
        below.filter = topic + QByteArrayLiteral("/#");
        copyCommand({below});
    });
    connect(m_subscriptions, &SubscriptionBar::commandWanted, this, [this] {
        copyCommand(m_client ? m_client->subscriptions() : QList<Mqtt::Subscription>());
    });
    connect(m_topics, &TopicPane::told, this, [this](const QString &sentence) {
        m_notice->setClosable(true);
        m_notice->show(NoticeBar::Severity::Info, sentence, {}, {});
    });
    connect(m_topics, &TopicPane::publishWanted, this, [this](const QByteArray &topic) {
        m_publish->setTopic(topic);
        m_drawer->openPage(kPublish);
    });
    connect(m_topics, &TopicPane::retainedWanted, this, [this](const QByteArray &topic) {
        m_retained->setPrefix(topic);
        m_drawer->openPage(kRetained);
    });
    connect(m_topics, &TopicPane::chartWanted, this,
            [this](const QByteArray &topic) { addToChart(topic, {}); });
    connect(m_topics, &TopicPane::exportWanted, this, &MqttPanel::exportFrom);
    connect(m_messages, &TopicPage::chartWanted, this, &MqttPanel::addToChart);
    connect(m_messages, &TopicPage::publishWanted, this,
            [this](const QByteArray &topic, const KeptMessage &message) {
                Mqtt::Publication publication;
                publication.topic = topic;
                publication.payload = message.payload;
                publication.qos = static_cast<std::uint8_t>(message.qos);
                publication.retain = message.retained;
                publication.properties = message.properties;
                publication.properties.topicAlias.reset();
                publication.properties.subscriptionIds.clear();
                m_publish->setPublication(publication);
                m_drawer->openPage(kPublish);
            });
    connect(m_chart, &ChartPane::closeWanted, m_chart, &QWidget::hide);
    connect(m_retained, &RetainedPage::topicChosen, this,
            [this](const QByteArray &topic) { m_topics->view().goTo(topic); });
    connect(m_retained, &RetainedPage::told, this, [this](const QString &sentence, bool bad) {
        tell(bad ? Event::Severity::Warning : Event::Severity::Info, sentence);
    });
    connect(m_replay, &ReplayPage::lookWanted, this, &MqttPanel::lookAt);
    connect(m_replay, &ReplayPage::told, this, [this](const QString &sentence, bool bad) {
        tell(bad ? Event::Severity::Warning : Event::Severity::Info, sentence);
    });
    connect(m_diagnosis, &BrokerDiagnosisPage::actionRequested, this, &MqttPanel::act);
    connect(m_login, &BrokerLogin::ready, this, [this] {
        m_key->ask(m_target->hasTls() ? m_target->keyFile : QString(), m_target->display(),
                   m_profile);
    });
    connect(m_key, &KeyPassphrase::ready, this, &MqttPanel::begin);
    connect(m_key, &KeyPassphrase::cancelled, this, [this] {
        onFailed({Error::Kind::Cancelled, tr("No passphrase was given."), {}, 0});
    });
    connect(m_key, &KeyPassphrase::told, this,
            [this](const QString &sentence) { tell(Event::Severity::Info, sentence); });
    connect(m_login, &BrokerLogin::cancelled, this, [this] {
        onFailed({Error::Kind::Cancelled, tr("No password was given."), {}, 0});
    });
    connect(m_login, &BrokerLogin::told, this,
            [this](const QString &sentence) { tell(Event::Severity::Info, sentence); });
    connect(m_transcript, &TranscriptView::saveFailed, this,
            [this](const Error &error) { tell(Event::Severity::Error, error.what); });
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(MqttSettingsPage::kRulesKey))
            loadRules();
    });
    loadRules();
}

void MqttPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    // Where it would lie over what there is to do first, the drawer waits until it is asked for.
    if (std::exchange(m_placed, true) || width() < kContentWidth + kUsualWidth / 2)
        return;
    const QString page = m_context.settings.text(kPageKey, kPublish);
    if (page == kPublish || page == kSys || page == kRetained || page == kReplay)
        m_drawer->openPage(QLatin1String(page.toLatin1()), false);
}

bool MqttPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::Resize)
        m_columns->setOrientation(m_content->width() < kNarrow ? Qt::Vertical : Qt::Horizontal);
    return Panel::eventFilter(watched, event);
}

void MqttPanel::copyCommand(const QList<Mqtt::Subscription> &subscriptions)
{
    if (!m_client || subscriptions.isEmpty())
        return;
    const auto command = Mqtt::subscribeCommand(m_client->target(), subscriptions);
    if (command)
        QApplication::clipboard()->setText(*command);
    m_notice->setClosable(true);
    m_notice->show(command ? NoticeBar::Severity::Info : NoticeBar::Severity::Error,
                   command ? tr("The command is in the clipboard, without the password.")
                           : command.error().what,
                   {}, {});
}

QString MqttPanel::name()
{
    return tr("MQTT");
}

QString MqttPanel::description()
{
    return tr("A broker's topics as a tree that stays quick with a million of them: every message "
              "decoded, compared and drawn, and the truth about what was left out.");
}

QStringList MqttPanel::firstSteps()
{
    return {tr("Type mqtt://host into the field above, or mqtts:// for TLS, and press Enter."),
            tr("Subscribe to a topic filter such as site/# and open the tree."),
            tr("Choose a topic to see its messages; publish to it at the right.")};
}

std::unique_ptr<Panel> MqttPanel::create(const PanelContext &context)
{
    return std::make_unique<MqttPanel>(context);
}

std::span<const CommandSpec> MqttPanel::commands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("mqtt.subscribe"), QLatin1String("plus"), "U",
         [] { return tr("Subscribe to a topic filter"); }},
        {QLatin1String("mqtt.find"), QLatin1String("search"), "F",
         [] { return tr("Find topics"); }},
        {QLatin1String("mqtt.publish"), QLatin1String("publish"), "X",
         [] { return tr("Show or hide the form to publish"); }},
        {QLatin1String("mqtt.sys"), QLatin1String("gauge"), "I",
         [] { return tr("Show or hide what the broker says of itself"); }},
        {QLatin1String("mqtt.retained"), QLatin1String("retained"), "",
         [] { return tr("Show or hide the retained values"); }},
        {QLatin1String("mqtt.replay"), QLatin1String("play"), "",
         [] { return tr("Replay saved messages"); }},
        {QLatin1String("mqtt.transcript"), QLatin1String("transcript"), "",
         [] { return tr("Show or hide the packets"); }},
        {QLatin1String("mqtt.follow"), QLatin1String("follow"), "",
         [] { return tr("Follow the newest message, or pause"); }},
        {QLatin1String("mqtt.chart"), QLatin1String("chart"), "",
         [] { return tr("Show or hide the chart"); }},
        {QLatin1String("mqtt.draw"), QLatin1String("chart"), "J",
         [] { return tr("Draw a number of the shown message"); }},
        {QLatin1String("mqtt.value"), QLatin1String("text"), "",
         [] { return tr("Show the value"); }},
        {QLatin1String("mqtt.changes"), QLatin1String("text"), "",
         [] { return tr("Show what changed"); }},
        {QLatin1String("mqtt.bytes"), QLatin1String("text"), "",
         [] { return tr("Show the bytes"); }},
        {QLatin1String("mqtt.properties"), QLatin1String("text"), "",
         [] { return tr("Show the properties of the message"); }},
        {QLatin1String("mqtt.copy-value"), QLatin1String("copy"), "",
         [] { return tr("Copy the shown value"); }},
        {QLatin1String("mqtt.forget"), QLatin1String("clear"), "",
         [] { return tr("Forget everything that was received"); }},
        {QLatin1String("mqtt.reconnect"), QLatin1String("reload"), "R",
         [] { return tr("Connect to the broker again"); },
         [] { return tr("The connection has not ended."); }, true},
    };
    return kCommands;
}

void MqttPanel::makeActions()
{
    const auto add = [this](const char *id, auto call) -> Command * {
        for (const CommandSpec &spec : commands()) {
            if (spec.id != QLatin1String(id))
                continue;
            auto *command = new Command(spec, m_context.settings, this);
            command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            connect(command, &QAction::triggered, this, call);
            addAction(command);
            return command;
        }
        qFatal("there is no command %s", id);
    };
    add("mqtt.subscribe", [this] { m_subscriptions->focusField(); });
    add("mqtt.find", [this] { m_topics->filter().focusField(); });
    add("mqtt.publish", [this] { m_drawer->togglePage(kPublish); });
    add("mqtt.sys", [this] { m_drawer->togglePage(kSys); });
    add("mqtt.retained", [this] { m_drawer->togglePage(kRetained); });
    add("mqtt.replay", [this] { m_drawer->togglePage(kReplay); });
    add("mqtt.transcript", [this] { m_drawer->togglePage(kTranscript); });
    add("mqtt.follow", [this] { m_messages->setFollowing(!m_messages->isFollowing()); });
    add("mqtt.chart", [this] { m_chart->setVisible(m_chart->isHidden()); });
    add("mqtt.draw", [this] { m_messages->viewer().askForChart(); });
    add("mqtt.value", [this] { m_messages->viewer().setTab(PayloadView::Value); });
    add("mqtt.changes", [this] { m_messages->viewer().setTab(PayloadView::Diff); });
    add("mqtt.bytes", [this] { m_messages->viewer().setTab(PayloadView::Bytes); });
    add("mqtt.properties", [this] { m_messages->viewer().setTab(PayloadView::Properties); });
    add("mqtt.copy-value", [this] {
        if (const QString text = m_messages->viewer().text(); !text.isEmpty())
            QApplication::clipboard()->setText(text);
    });
    add("mqtt.forget", [this] {
        confirm(this, tr("Forget everything"),
                tr("All topics and messages that were received in this tab go. The broker keeps "
                   "what it has."),
                tr("Forget"), [this] { forgetAll(); });
    });
    m_reconnect = add("mqtt.reconnect", [this] { connectAgain(); });
}

} // namespace Portolan::Ui
