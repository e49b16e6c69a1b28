// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/mqttpanel.h"

#include "core/mqtt/topicdecoders.h"
#include "core/mqtt/transcript.h"
#include "core/store/profilestore.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/mqtt/brokerlogin.h"
#include "ui/mqtt/chartpane.h"
#include "ui/mqtt/emptybrokerpage.h"
#include "ui/mqtt/messageexport.h"
#include "ui/mqtt/messageimport.h"
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
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/keyview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/waitingpage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDropEvent>
#include <QFileDialog>
#include <QFrame>
#include <QMimeData>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kChartHeight = 190;
constexpr qint64 kFiguresMs = 1000;

TranscriptLine lineOf(const Mqtt::TranscriptEntry &entry)
{
    using From = Mqtt::TranscriptEntry::Direction;
    using To = TranscriptLine::Direction;
    const To direction = entry.direction == From::Sent       ? To::Sent
                         : entry.direction == From::Received ? To::Received
                                                             : To::Local;
    return {entry.at, direction, Mqtt::stepName(entry.step), entry.text};
}

CertificateView viewOf(const Net::CertificateFacts &facts)
{
    CertificateView view;
    view.subject = facts.subject;
    view.issuer = facts.issuer;
    view.names = facts.names;
    view.validFrom = facts.notBefore;
    view.validUntil = facts.notAfter;
    view.keyType = facts.key;
    view.sha256 = QString::fromLatin1(facts.sha256.toHex(':').toUpper());
    view.selfSigned = facts.subject == facts.issuer;
    return view;
}

} // namespace

MqttPanel::MqttPanel(const PanelContext &context)
    : m_context(context)
    , m_inbox(std::make_shared<Mqtt::Inbox>(MqttSettingsPage::limits(context.settings)))
    , m_login(new BrokerLogin(context, this))
    , m_key(new KeyPassphrase(context, this))
{
    build();
    makeDrawer();
    wire();
    makeActions();
    m_sinceFigures.start();
    m_tick.setInterval(TopicModel::kTick);
    connect(&m_tick, &QTimer::timeout, this, &MqttPanel::tick);
    m_tick.start();
    retranslate();
}

MqttPanel::~MqttPanel()
{
    m_publish->setClient(nullptr);
    m_retained->setClient(nullptr);
    m_replay->setClient(nullptr, {});
}

void MqttPanel::open(OpenRequest request)
{
    m_address = request.address;
    m_profile = request.profile;
    m_lastTitle = request.title;
    if (m_address.user.isEmpty())
        m_address.user = m_login->userOf(m_profile);
    showPlace();
    m_transcript->setSubject(m_address.display());
    retranslate();
    if (request.connect)
        connectNow(std::move(request.password));
    else
        m_pages->setCurrentWidget(m_waiting);
}

void MqttPanel::connectAgain()
{
    if (m_client && m_client->state() == Mqtt::Client::State::Waiting)
        m_client->retryNow();
    else if (m_state == State::Idle || m_state == State::Failed || isOver())
        connectNow({});
}

bool MqttPanel::isOver() const
{
    return m_state == State::Lost || m_state == State::Ended;
}

QString MqttPanel::title() const
{
    return m_lastTitle.isEmpty() || m_state != State::Idle ? m_address.display() : m_lastTitle;
}

void MqttPanel::connectNow(std::optional<Secret> password)
{
    m_pages->setCurrentWidget(m_drawer);
    m_notice->hide();
    m_untrusted.clear();
    if (m_import)
        forgetAll(); // what a broker sends is not mixed with what a file says
    Address address = m_address;
    auto detour = takeDetour(m_context, address, m_profile, this);
    const auto target =
        !detour ? tl::unexpected(detour.error())
                : Mqtt::brokerTarget(address, MqttSettingsPage::defaults(m_context.settings));
    if (!target) {
        m_diagnosis->setTarget({}, {});
        onFailed(target.error());
        return;
    }
    m_formerDetour = std::exchange(m_detour, std::move(*detour));
    if (m_detour) {
        connect(m_detour.get(), &Detour::progressChanged, this, &MqttPanel::showWay);
        connect(m_detour.get(), &Detour::told, this, &MqttPanel::tell);
    }
    showPlace();
    // What was subscribed to in this tab lasts over connections.
    m_target = *target;
    if (m_client)
        m_target->subscriptions = m_client->subscriptions();
    m_diagnosis->setTarget(*target, m_address.toString());
    m_subscriptions->setVersion(m_target->version);
    setState(State::Connecting);
    m_login->ask(*m_target, m_profile, std::move(password));
}

void MqttPanel::begin()
{
    m_publish->setClient(nullptr);
    m_retained->setClient(nullptr);
    m_replay->setClient(nullptr, {});
    m_transcribed = 0;
    m_transcript->model().clear();
    m_client =
        std::make_unique<Mqtt::Client>(*m_target, m_inbox, m_detour ? m_detour->dialer() : nullptr);
    if (auto password = m_login->password())
        m_client->offerPassword(std::move(*password));
    if (auto passphrase = m_key->passphrase())
        m_client->offerKeyPassphrase(std::move(*passphrase));
    listenTo(*m_client);
    m_publish->setClient(m_client.get());
    m_retained->setClient(m_client.get());
    m_replay->setClient(m_client.get(), m_address.display());
    m_subscriptions->forgetOutcomes();
    showSubscriptions();
    m_client->start();
}

void MqttPanel::listenTo(Mqtt::Client &client)
{
    using Mqtt::Client;
    connect(&client, &Client::stateChanged, this, &MqttPanel::onState);
    connect(&client, &Client::connected, this, &MqttPanel::onConnected);
    connect(&client, &Client::lost, this, &MqttPanel::onLost);
    connect(&client, &Client::failed, this, &MqttPanel::onFailed);
    connect(&client, &Client::stopped, this, [this] {
        m_formerDetour.reset();
        if (m_detour)
            m_detour->release();
        if (m_state == State::Connected || m_state == State::Lost) {
            tell(Event::Severity::Info, tr("The connection was ended here."));
            setState(State::Ended);
        } else if (m_state == State::Connecting) {
            setState(State::Idle);
        }
    });
    connect(&client, &Client::takenOver, this, [this](int times) {
        m_diagnosis->setTakenOver(times);
        const QString sentence =
            tr("Another client with the same client identifier takes the session: %n time(s) so "
               "far.",
               nullptr, times);
        tell(Event::Severity::Warning, sentence);
        m_notice->show(NoticeBar::Severity::Warning, sentence, {}, {});
        m_notice->setClosable(true);
    });
    connect(&client, &Client::subscribed, this, [this](const Mqtt::SubscribeOutcome &outcome) {
        m_subscriptions->noteOutcome(outcome);
        if (!outcome.granted)
            tell(Event::Severity::Warning, tr("The broker refused the subscription to %1.")
                                               .arg(QString::fromUtf8(outcome.asked.filter)));
    });
    connect(&client, &Client::metricsChanged, this, &Panel::metricsChanged);
}

void MqttPanel::onState(Mqtt::Client::State state)
{
    using At = Mqtt::Client::State;
    switch (state) {
    case At::Dialing:
    case At::Securing:
    case At::Greeting:
        if (m_state != State::Lost)
            setState(State::Connecting);
        break;
    case At::Idle:
    case At::Connected:
    case At::Waiting:
    case At::Closing:
    case At::Ended:
        break;
    }
}

void MqttPanel::onConnected(const Mqtt::ConnackFacts &facts)
{
    m_notice->hide();
    m_formerDetour.reset();
    m_error.reset();
    m_untrusted.clear();
    m_login->accepted();
    m_key->accepted();
    m_wasConnected = true;
    setState(State::Connected);
    showSecurity();
    tell(Event::Severity::Success, facts.sessionPresent
                                       ? tr("Connected; the broker had kept the session.")
                                       : tr("Connected with a new session."));
}

void MqttPanel::onLost(const Error &error)
{
    m_error = error;
    m_formerDetour.reset();
    m_showsWay = false;
    tell(Event::Severity::Error, error.what);
    setState(State::Lost);
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Warning,
                   tr("%1 It is tried again by itself.").arg(error.what), error.detail, tr("Now"));
    m_notice->setSecondAction(tr("Explain"));
}

void MqttPanel::onFailed(const Error &error)
{
    m_error = error;
    m_formerDetour.reset();
    m_showsWay = false;
    if (error.kind != Error::Kind::Cancelled)
        tell(Event::Severity::Error, error.what);
    // Hosts on the way have logins and keys of their own.
    const bool reached =
        m_client && m_client->lastError() == error && m_client->lastStep() != Mqtt::Step::Tcp;
    const bool keyStaysLocked =
        reached && error.kind == Error::Kind::Auth && m_client->lastStep() == Mqtt::Step::Tls;
    const bool unknownToBroker = reached && error.kind == Error::Kind::Auth && !keyStaysLocked;
    if (keyStaysLocked)
        m_key->refused();
    if (unknownToBroker)
        m_login->refused();
    m_untrusted.clear();
    if (reached && error.kind == Error::Kind::Certificate && m_client->tls() &&
        !m_client->tls()->chain.isEmpty())
        m_untrusted = m_client->tls()->chain.front().sha256;
    setState(m_wasConnected ? State::Lost : State::Failed);
    showSecurity();
    showTranscript();
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Error, error.what, error.detail,
                   unknownToBroker  ? tr("Another password…")
                   : keyStaysLocked ? tr("Another passphrase…")
                                    : tr("Try again"));
    m_notice->setSecondAction(m_untrusted.isEmpty() ? tr("Explain") : tr("Trust it…"));
}

void MqttPanel::trustCertificate()
{
    const QString fingerprint = QString::fromLatin1(m_untrusted.toHex(':').toUpper());
    confirm(
        this, tr("Trust this certificate?"),
        tr("From now on %1 must show exactly the certificate with this SHA-256 fingerprint, and "
           "nothing else of it is checked. Compare it with one that you have from its "
           "administrator:\n%2")
            .arg(m_address.display(), fingerprint),
        tr("Trust it"),
        [this, bytes = m_untrusted] {
            setOption("fingerprint", QString::fromLatin1(bytes.toHex()));
            connectAnew();
        },
        ConfirmDialog::Risk::Lasting);
}

void MqttPanel::disconnectNow()
{
    m_login->cancel();
    m_key->cancel();
    m_notice->hide();
    if (!m_client) {
        setState(State::Idle);
        return;
    }
    m_client->stop();
    if (m_state == State::Lost)
        setState(State::Ended);
    else if (m_state == State::Connecting && m_client->state() == Mqtt::Client::State::Ended)
        setState(State::Idle); // it was not begun: a question stood open
}

void MqttPanel::showPlace()
{
    m_bar->setPlace(m_detour ? tr("%1 through %2").arg(m_address.display(), m_detour->display())
                             : m_address.display(),
                    m_address.user);
}

// What leads to the broker, as long as it does not lead there.
void MqttPanel::showWay()
{
    const QString sentence =
        m_detour && m_client && m_client->state() == Mqtt::Client::State::Dialing
            ? m_detour->progress()
            : QString();
    if (!sentence.isEmpty()) {
        m_showsWay = true;
        m_notice->setClosable(false);
        m_notice->show(NoticeBar::Severity::Info, sentence, {}, {});
    } else if (std::exchange(m_showsWay, false)) {
        m_notice->hide();
    }
}

void MqttPanel::showSecurity()
{
    using Security = ConnectionBar::Security;
    if (!m_client || !m_client->tls()) {
        m_bar->setSecurity(m_state == State::Connected ? Security::Open : Security::Unknown);
        return;
    }
    const Net::TlsFacts facts = *m_client->tls();
    m_bar->setSecurity(facts.trusted ? Security::Verified : Security::Encrypted, [facts] {
        auto *view = new KeyView;
        QList<CertificateView> chain;
        for (const Net::CertificateFacts &one : facts.chain)
            chain.append(viewOf(one));
        if (!chain.isEmpty())
            chain.front().warnings = facts.problems;
        view->showCertificates(chain, QDateTime::currentDateTimeUtc());
        return view;
    });
}

void MqttPanel::showTranscript()
{
    if (!m_client || m_drawer->page() != kTranscript)
        return;
    const Mqtt::Transcript &transcript = m_client->transcript();
    const QList<Mqtt::TranscriptEntry> &entries = transcript.entries();
    const qint64 all = entries.size() + transcript.dropped();
    const qint64 fresh = all - m_transcribed;
    if (fresh == 0)
        return;
    // Of those at the end none has fallen out yet; all anew would take the place that is read.
    const bool goesOn = m_transcribed > 0 && fresh > 0 && fresh <= Mqtt::Transcript::droppedAt();
    QList<TranscriptLine> lines;
    std::transform(goesOn ? entries.end() - fresh : entries.begin(), entries.end(),
                   std::back_inserter(lines), lineOf);
    TranscriptModel &model = m_transcript->model();
    if (goesOn)
        model.append(std::move(lines));
    else
        model.setLines(std::move(lines), transcript.dropped());
    m_transcribed = all;
}

void MqttPanel::subscribe(const Mqtt::Subscription &subscription)
{
    // Typed while a password is asked for, or the host on the way is dialled: kept until then.
    if (!m_client && m_target) {
        m_target->subscriptions.append(subscription);
        m_subscriptions->show(m_target->subscriptions);
    }
    if (!m_client)
        return;
    const auto done = m_client->subscribe(subscription);
    if (!done) {
        m_notice->show(NoticeBar::Severity::Error, done.error().what, {}, {});
        m_notice->setClosable(true);
        return;
    }
    showSubscriptions();
}

void MqttPanel::unsubscribe(const QByteArray &filter)
{
    if (m_client)
        m_client->unsubscribe(filter);
    showSubscriptions();
}

void MqttPanel::showSubscriptions()
{
    const QList<Mqtt::Subscription> all =
        m_client ? m_client->subscriptions() : QList<Mqtt::Subscription>();
    m_subscriptions->show(all);
    m_diagnosis->setSubscriptions(all);
    m_sys->setSubscribed(std::any_of(
        all.begin(), all.end(), [](const auto &one) { return one.filter.startsWith("$SYS/"); }));
    // The address is what makes the same tab again.
    if (m_target && m_client) {
        const Address before = m_address;
        for (const char *option : {"topic", "topic1", "topic2"})
            m_address.options.removeAllQueryItems(QLatin1String(option));
        for (const Mqtt::Subscription &one : all) {
            const QString option =
                one.qos == 0 ? QStringLiteral("topic") : QStringLiteral("topic%1").arg(one.qos);
            m_address.options.addQueryItem(
                option, QString::fromLatin1(one.filter.toPercentEncoding("/$+")));
        }
        if (!(m_address == before))
            Q_EMIT addressChanged();
    }
    showContent();
}

void MqttPanel::showContent()
{
    const bool any = m_inbox->read([](const Mqtt::TopicStore &store) {
        return store.firstChild(Mqtt::TopicStore::kRoot) != Mqtt::TopicStore::kNone;
    });
    if (any) {
        m_content->setCurrentWidget(m_rows);
        return;
    }
    using Situation = EmptyBrokerPage::Situation;
    m_empty->setSituation(m_state != State::Connected ? Situation::NotConnected
                          : m_client && m_client->subscriptions().isEmpty()
                              ? Situation::NothingChosen
                              : Situation::Waiting);
    m_content->setCurrentWidget(m_empty);
}

void MqttPanel::addToChart(const QByteArray &topic, const QString &path)
{
    const bool wasHidden = m_chart->isHidden();
    m_chart->add(topic, path);
    m_chart->show();
    if (wasHidden)
        m_rows->setSizes({std::max(m_rows->height() - kChartHeight, 100), kChartHeight});
}

void MqttPanel::exportFrom(const QByteArray &topic)
{
    auto *dialog = new QFileDialog(this, tr("Export what was received"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString values = tr("Last values, CSV (*.csv)");
    const QString last = tr("Last messages, can be published again (*.json)");
    const QString all = tr("All messages of the history, can be published again (*.json)");
    dialog->setNameFilters({last, all, values});
    dialog->selectFile(QStringLiteral("messages.json"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, dialog, topic, all](const QString &path) {
            auto *work = new MessageExport(m_inbox, topic, dialog->selectedNameFilter() == all,
                                           path, m_address.host, this);
            connect(work, &MessageExport::finished, this,
                    [this, path](quint64 written, quint64 cut) {
                        QString sentence =
                            tr("%n message(s) written to %1.", nullptr, static_cast<int>(written))
                                .arg(path);
                        if (cut > 0)
                            sentence +=
                                QLatin1Char(' ') + tr("Of %n of them only the beginning was kept.",
                                                      nullptr, static_cast<int>(cut));
                        m_notice->setClosable(true);
                        m_notice->show(NoticeBar::Severity::Info, sentence, {}, {});
                    });
            connect(work, &MessageExport::failed, this, [this](const Error &error) {
                m_notice->setClosable(true);
                m_notice->show(NoticeBar::Severity::Error, error.what, error.detail, {});
            });
            work->start();
        });
    dialog->open();
}

void MqttPanel::forgetAll()
{
    delete m_import;
    m_inbox->clear();
    m_chart->clear();
    m_chart->hide();
}

void MqttPanel::lookAt(const std::shared_ptr<const Mqtt::ReplayFile> &file)
{
    const auto look = [this, file] {
        if (m_state == State::Connected || m_state == State::Connecting)
            return;
        forgetAll();
        m_import = new MessageImport(m_inbox, file, this);
        connect(m_import, &MessageImport::finished, this, &MqttPanel::showContent);
        m_import->start();
        m_notice->show(NoticeBar::Severity::Info,
                       tr("The tree shows the messages of a file, until a broker is connected."),
                       file->path, {});
        m_notice->setClosable(true);
    };
    const bool isEmpty =
        m_inbox->read([](const Mqtt::TopicStore &store) { return store.counts().messages == 0; });
    if (isEmpty || m_import)
        look();
    else
        confirm(this, tr("Show the file"),
                tr("What was received in this tab goes and makes room for the messages of the "
                   "file."),
                tr("Show the file"), look);
}

void MqttPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ReplayPage::droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MqttPanel::dropEvent(QDropEvent *event)
{
    const QString path = ReplayPage::droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_pages->setCurrentWidget(m_drawer);
    m_drawer->openPage(kReplay);
    m_replay->openFile(path);
}

// .proto files may be many and far away, so not on this thread.
void MqttPanel::loadRules()
{
    const Mqtt::DecoderRules rules = MqttSettingsPage::rules(m_context.settings);
    QThreadPool::globalInstance()->start([guard = QPointer<MqttPanel>(this), rules] {
        auto decoders =
            std::make_shared<const Mqtt::TopicDecoders>(Mqtt::TopicDecoders::load(rules));
        QMetaObject::invokeMethod(
            qApp,
            [guard, decoders = std::move(decoders)] {
                if (!guard)
                    return;
                const PayloadView::Rules decide = [decoders](const QByteArray &topic) {
                    return decoders->forTopic(
                        {topic.constData(), static_cast<std::size_t>(topic.size())});
                };
                guard->m_messages->viewer().setRules(decide);
                guard->m_chart->setRules(decide);
                for (const QString &fault : decoders->faults())
                    guard->tell(Event::Severity::Warning, fault);
            },
            Qt::QueuedConnection);
    });
}

void MqttPanel::tick()
{
    const Mqtt::Inbox::Visit visit(*m_inbox, Mqtt::Inbox::kPatience);
    if (!visit.isReady())
        return;
    m_messages->refresh();
    m_chart->refresh();
    showTranscript();
    if (m_sinceFigures.elapsed() < kFiguresMs)
        return;
    const auto seconds = static_cast<double>(m_sinceFigures.restart()) / 1000.0;
    const quint64 messages =
        m_inbox->read([](const Mqtt::TopicStore &store) { return store.counts().messages; });
    m_rate = messages >= m_messagesBefore
                 ? static_cast<double>(messages - m_messagesBefore) / seconds
                 : 0;
    const bool changed = messages != m_messagesBefore;
    m_messagesBefore = messages;
    m_topics->refreshFigures();
    m_sys->refresh();
    m_retained->refresh();
    showContent();
    // The session grows older and the rate falls to nothing without a message too.
    if (changed || m_state == State::Connected)
        Q_EMIT metricsChanged();
}

QList<MetricSample> MqttPanel::metrics() const
{
    if (!m_client || (m_state != State::Connected && !isOver()))
        return {};
    using Unit = MetricSample::Unit;
    const auto counts = m_inbox->read([](const Mqtt::TopicStore &store) { return store.counts(); });
    QList<MetricSample> all{
        {.name = QStringLiteral("msg_rate"), .value = m_rate, .unit = Unit::Count}};
    all += m_client->metricSamples();
    // Takeovers are worth their place where there was one; the rest stands below the tree too.
    if (const auto last = all.constEnd() - 1;
        last->name == QLatin1String("takeovers") && last->value.value_or(0) == 0)
        all.removeLast();
    all += {{.name = QStringLiteral("topics"), .value = counts.topics, .unit = Unit::Count},
            {.name = QStringLiteral("history_bytes"),
             .value = static_cast<double>(counts.bytes),
             .unit = Unit::Bytes},
            {.name = QStringLiteral("history_dropped"),
             .value = static_cast<double>(counts.dropped + counts.withoutPlace),
             .unit = Unit::Count}};
    return all;
}

void MqttPanel::explain()
{
    m_drawer->togglePage(kExplain);
    // A failure is looked into at once; what works is tried out only when it is asked for.
    if (m_drawer->page() == kExplain && m_state == State::Failed &&
        m_diagnosis->findings().findings().isEmpty())
        m_diagnosis->run();
}

void MqttPanel::setState(State state)
{
    m_state = state;
    using Bar = ConnectionBar::State;
    m_bar->setState(state == State::Connected    ? Bar::Connected
                    : state == State::Connecting ? Bar::Busy
                    : state == State::Lost && m_client &&
                            m_client->state() != Mqtt::Client::State::Ended
                        ? Bar::Busy
                    : state == State::Failed || state == State::Lost ? Bar::Problem
                                                                     : Bar::Idle,
                    stateName(state));
    m_reconnect->setEnabled(state == State::Idle || state == State::Failed || isOver());
    const bool connected = state == State::Connected;
    m_publish->setConnected(connected);
    m_retained->setConnected(connected);
    m_replay->setConnected(connected);
    m_sys->setConnected(connected);
    m_subscriptions->setEnabled(m_client || state == State::Connecting);
    showContent();
    Q_EMIT stateChanged();
    Q_EMIT metricsChanged();
}

void MqttPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = m_address.display(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

void MqttPanel::retranslate()
{
    m_waiting->setWords(tr("This tab was open when the program ended the last time."),
                        m_address.display(), tr("Connect"));
    m_drawer->setPageTitle(kPublish, tr("Publish"));
    m_drawer->setPageTitle(kSys, tr("Broker"));
    m_drawer->setPageTitle(kRetained, tr("Retained"));
    m_drawer->setPageTitle(kReplay, tr("Replay"));
    m_drawer->setPageTitle(kTranscript, tr("Packets"));
    m_drawer->setPageTitle(kExplain, tr("Explain"));
    m_transcript->setEmptyText(tr("What travels between both sides appears here: no payloads."));
    showPlace();
    if (m_showsWay)
        showWay();
    m_bar->setState(m_state == State::Connected    ? ConnectionBar::State::Connected
                    : m_state == State::Connecting ? ConnectionBar::State::Busy
                    : m_state == State::Failed || m_state == State::Lost
                        ? ConnectionBar::State::Problem
                        : ConnectionBar::State::Idle,
                    stateName(m_state));
}

} // namespace Portolan::Ui
