// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trappanel.h"

#include "core/runtime/batchpump.h"
#include "core/snmp/traps/listenaddress.h"
#include "core/snmp/traps/traptext.h"
#include "ui/snmp/emptytrappage.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/trapaccess.h"
#include "ui/snmp/trapbar.h"
#include "ui/snmp/trapfeed.h"
#include "ui/snmp/trapforwarding.h"
#include "ui/snmp/traprulespage.h"
#include "ui/snmp/trapsenddialog.h"
#include "ui/snmp/trapuserspage.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/waitingpage.h"

#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kMostWaiting = 200'000; // notifications on their way to the window
constexpr int kAlarmsASecond = 10;
constexpr quint16 kFirstFreePort = 1024; // below it a port needs rights

Snmp::TrapStats sum(const Snmp::TrapStats &past, const Snmp::TrapStats &now)
{
    Snmp::TrapStats all = now;
    all.messages += past.messages;
    all.bytes += past.bytes;
    all.traps += past.traps;
    all.informs += past.informs;
    all.acknowledged += past.acknowledged;
    all.discoveries += past.discoveries;
    for (std::size_t i = 0; i < Snmp::kRejections; ++i)
        all.rejected[i] += past.rejected[i];
    if (past.kernelDrops)
        all.kernelDrops = now.kernelDrops.value_or(0) + *past.kernelDrops;
    all.notAcknowledged += past.notAcknowledged;
    all.sources = std::max(past.sources, now.sources);
    return all;
}

Event::Severity severityOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return Event::Severity::Success;
    case Finding::Severity::Info:
        return Event::Severity::Info;
    case Finding::Severity::Warning:
        return Event::Severity::Warning;
    case Finding::Severity::Error:
        return Event::Severity::Error;
    }
    return Event::Severity::Info;
}

} // namespace

// From the engine's thread to the list.
struct TrapPanel::Pump
{
    explicit Pump(TrapPanel &panel)
        : pump(panel.m_queue, [&panel](std::vector<Snmp::TrapPtr> &&traps, std::uint64_t lost) {
            panel.take(std::move(traps), lost);
        })
    {
    }
    BatchPump<Snmp::TrapPtr> pump;
};

TrapPanel::TrapPanel(const PanelContext &context)
    : m_context(context)
    , m_station(context.service<Snmp::Station>())
    , m_library(context.service<Snmp::MibLibrary>())
    , m_queue(std::make_shared<Snmp::TrapQueue>(kMostWaiting))
    , m_access(new TrapAccess(context, this))
    , m_forwarding(new TrapForwarding(context, this))
{
    build();
    makeDrawer();
    wire();
    makeActions();
    applyRules();
    retranslate();
    m_pump = std::make_unique<Pump>(*this);
    ModulesPage::apply(*m_library, m_context.settings);
}

TrapPanel::~TrapPanel()
{
    m_receiver.reset();
    m_pump.reset();
}

void TrapPanel::open(OpenRequest request)
{
    m_address = request.address;
    m_profile = request.profile;
    m_lastTitle = request.title;
    const auto meaning = Snmp::listenAddress(m_address);
    // From here on without the community, which stands where a user would.
    m_address.user.clear();
    if (meaning) {
        m_target = meaning->target;
        m_community = meaning->community.copy();
        showPlace();
    }
    m_diagnosis->setSubject(m_address.display());
    if (!meaning) {
        m_pages->setCurrentWidget(m_drawer);
        onFailed(meaning.error());
    } else if (request.connect) {
        start();
    } else {
        m_pages->setCurrentWidget(m_waiting);
    }
    retranslate();
}

void TrapPanel::showPlace()
{
    using Transport = TrapBar::Transport;
    const QString host = m_target.host.isEmpty() ? QStringLiteral("0.0.0.0") : m_target.host;
    Address place{.scheme = {}, .host = host, .port = m_target.port};
    m_bar->setPlace(place.display(), !m_target.tcp  ? Transport::Udp
                                     : m_target.udp ? Transport::Both
                                                    : Transport::Tcp);
}

QString TrapPanel::title() const
{
    if (!m_lastTitle.isEmpty() && m_state == State::Idle)
        return m_lastTitle;
    const quint16 port = m_listening ? m_listening->port : m_target.port;
    return m_target.host.isEmpty()
               ? tr("Traps, port %1").arg(port)
               : tr("Traps, %1")
                     .arg(Address{.scheme = {}, .host = m_target.host, .port = port}.display());
}

void TrapPanel::connectAgain()
{
    if (m_state != State::Connected && m_state != State::Connecting)
        start();
}

// As the fields of the bar have it.
void TrapPanel::start()
{
    m_pages->setCurrentWidget(m_drawer);
    m_notice->hide();
    m_bar->setProblem({});
    endReceiver();
    const QString place = m_bar->place();
    auto typed = parseAddress(place.isEmpty() ? QStringLiteral("0.0.0.0") : place,
                              QStringLiteral("snmptrap"));
    if (!typed) {
        m_bar->setProblem(typed.error().what);
        setState(State::Failed);
        return;
    }
    Address wanted = m_address;
    wanted.scheme = QStringLiteral("snmptrap");
    wanted.host = typed->address.host;
    wanted.port = typed->address.port;
    wanted.user = typed->address.user;
    wanted.options.removeAllQueryItems(QStringLiteral("transport"));
    if (m_bar->transport() != TrapBar::Transport::Udp)
        wanted.options.addQueryItem(QStringLiteral("transport"),
                                    m_bar->transport() == TrapBar::Transport::Tcp
                                        ? QStringLiteral("tcp")
                                        : QStringLiteral("both"));
    auto meaning = Snmp::listenAddress(wanted);
    if (!meaning) {
        m_bar->setProblem(meaning.error().what);
        setState(State::Failed);
        return;
    }
    m_target = meaning->target;
    if (!meaning->community.isEmpty())
        m_community = std::move(meaning->community);
    wanted.user.clear();
    m_address = wanted;
    showPlace();
    setState(State::Connecting);
    Q_EMIT titleChanged();
    begin();
}

// Whom to believe is read first.
void TrapPanel::begin()
{
    m_access->gather(
        this, [this, turn = ++m_turn](Snmp::TrapKeys keys, const QStringList &missing) {
            if (turn != m_turn)
                return;
            m_users->setMissing(missing);
            if (!missing.isEmpty())
                tell(Event::Severity::Warning,
                     tr("The passwords of %n user(s) of SNMPv3 are not known: what they send is "
                        "rejected.",
                        nullptr, static_cast<int>(missing.size())));
            listenWith(std::move(keys));
        });
}

// With other users or targets: what came is kept, and the figures go on.
void TrapPanel::listenAnew()
{
    if (m_state != State::Connected && m_state != State::Connecting)
        return;
    begin();
}

void TrapPanel::listenWith(Snmp::TrapKeys keys)
{
    endReceiver();
    if (!m_community.isEmpty()) {
        keys.anyCommunity = false;
        keys.communities.push_back(m_community.copy());
    }
    m_anyCommunity = keys.anyCommunity;
    m_believed = static_cast<int>(keys.users.size());
    m_forwarding->begin(m_address.display(), m_library->snapshot(), m_feed->model().rules());
    auto queues = m_forwarding->queues();
    queues.insert(queues.begin(), m_queue);
    m_receiver = std::make_unique<Snmp::TrapReceiver>(m_station, m_target, std::move(keys),
                                                      std::move(queues));
    connect(m_receiver.get(), &Snmp::TrapReceiver::listening, this, &TrapPanel::onListening);
    connect(m_receiver.get(), &Snmp::TrapReceiver::failed, this, &TrapPanel::onFailed);
    connect(m_receiver.get(), &Snmp::TrapReceiver::statsChanged, this, &TrapPanel::onStats);
    m_receiver->start();
}

void TrapPanel::endReceiver()
{
    if (m_receiver)
        m_past = stats();
    m_past.rate.reset();
    m_past.connections = 0;
    m_listening.reset();
    if (!m_receiver)
        return;
    m_receiver->disconnect(this);
    // It may be telling this very moment, but then it never opened anything; else it must be gone
    // before another one opens the same port.
    if (m_state == State::Failed)
        m_receiver.release()->deleteLater();
    else
        m_receiver.reset();
}

void TrapPanel::stop()
{
    const bool listened = m_listening.has_value();
    ++m_turn;
    endReceiver();
    m_notice->hide();
    m_forwarding->end();
    if (listened)
        tell(Event::Severity::Info, tr("No traps are listened for any more."));
    setState(listened ? State::Ended : State::Idle);
    m_feed->setStats(stats());
}

void TrapPanel::onListening(const Snmp::Listening &where)
{
    const bool isAnew = m_state == State::Connected;
    if (!isAnew)
        m_listeningSince = QDateTime::currentMSecsSinceEpoch();
    m_listening = where;
    m_error.reset();
    setState(State::Connected);
    if (!isAnew)
        tell(Event::Severity::Success,
             tr("Listening for traps on %1.").arg(where.addresses.join(QStringLiteral(", "))));
    Q_EMIT titleChanged();
}

void TrapPanel::onFailed(const Error &error)
{
    m_error = error;
    m_state = State::Failed;
    endReceiver();
    setState(State::Failed);
    tell(Event::Severity::Error, error.what);
    m_noticeAction = [this] { start(); };
    m_secondAction = {};
    QString action = tr("Try again");
    QString second;
    // A port that needs rights: another one in one click, and the way for the packets to it.
    if (error.kind == Error::Kind::Local && m_target.port != 0 && m_target.port < kFirstFreePort &&
        !error.detail.isEmpty() && error.what.contains(QStringLiteral("1024"))) {
        const auto other = static_cast<quint16>(m_target.port == Snmp::ListenTarget::kPort
                                                    ? Snmp::ListenTarget::kPortWithoutRights
                                                    : m_target.port + 1000);
        action = tr("Listen on %1").arg(other);
        second = tr("Copy the commands");
        m_noticeAction = [this, other] {
            m_target.port = other;
            showPlace();
            start();
        };
        m_secondAction = [commands = error.detail] {
            QGuiApplication::clipboard()->setText(commands);
        };
    }
    m_notice->show(NoticeBar::Severity::Error, error.what, error.detail, action);
    m_notice->setSecondAction(second);
    m_notice->setClosable(false);
}

Snmp::TrapStats TrapPanel::stats() const
{
    Snmp::TrapStats all = sum(m_past, m_receiver ? m_receiver->stats() : Snmp::TrapStats());
    all.traps = std::max(all.traps, m_traps);
    all.informs = std::max(all.informs, m_informs);
    return all;
}

void TrapPanel::onStats(const Snmp::TrapStats &)
{
    const Snmp::TrapStats all = stats();
    m_feed->setStats(all);
    const quint64 drops = all.kernelDrops.value_or(0);
    if (drops > 0 && m_toldDrops == 0)
        tell(Event::Severity::Warning,
             tr("The system has begun to throw messages away, because they come faster than they "
                "are read."));
    m_toldDrops = drops;
    Q_EMIT metricsChanged();
}

void TrapPanel::take(std::vector<Snmp::TrapPtr> &&traps, quint64 lost)
{
    const auto &snapshot = *m_library->snapshot();
    for (const Snmp::TrapPtr &trap : traps) {
        m_clocks.note(snapshot, *trap);
        m_traps += trap->kind == Snmp::Trap::Kind::Trap ? 1 : 0;
        m_informs += trap->kind == Snmp::Trap::Kind::Inform ? 1 : 0;
    }
    m_feed->model().append(std::move(traps), lost);
}

void TrapPanel::onAlarm(const Snmp::TrapPtr &trap, const Snmp::TrapVerdict &verdict, quint64 serial)
{
    if (m_alarmsTold >= kAlarmsASecond) {
        ++m_alarmsUntold;
        return;
    }
    ++m_alarmsTold;
    if (!m_alarmTimer.isActive())
        m_alarmTimer.start();
    const auto &rules = m_feed->model().rules();
    const QString rule =
        verdict.rule >= 0 && verdict.rule < rules.size() ? rules.at(verdict.rule).name : QString();
    const QString summary = Snmp::trapSummary(*m_library->snapshot(), *trap);
    tell(severityOf(verdict.severity), tr("Alarm (%1): %2 from %3").arg(rule, summary, trap->from));
    m_noticeAction = [this, serial] {
        m_notice->hide();
        m_feed->reveal(serial);
    };
    m_secondAction = {};
    m_notice->show(verdict.severity == Finding::Severity::Error     ? NoticeBar::Severity::Error
                   : verdict.severity == Finding::Severity::Warning ? NoticeBar::Severity::Warning
                                                                    : NoticeBar::Severity::Info,
                   tr("%1: %2").arg(rule, trap->from), summary, tr("Show it"));
    m_notice->setClosable(true);
}

void TrapPanel::tellAlarms()
{
    m_alarmsTold = 0;
    if (const int untold = std::exchange(m_alarmsUntold, 0); untold > 0)
        tell(Event::Severity::Warning, tr("%n more alarm(s) within one second.", nullptr, untold));
}

TrapSendDialog *TrapPanel::openSend()
{
    if (!m_sending) {
        // To this receiver, unless somebody wants another one.
        const bool isAny = m_target.host.isEmpty();
        const Address to{.scheme = {},
                         .host = isAny ? QStringLiteral("127.0.0.1") : m_target.host,
                         .port = m_listening ? m_listening->port : m_target.port};
        m_sending = new TrapSendDialog(m_station, m_library, *m_access, to.display(), this);
        m_sending->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_sending->show();
    m_sending->raise();
    m_sending->activateWindow();
    return m_sending;
}

void TrapPanel::explain()
{
    m_drawer->togglePage(kExplain);
    if (m_drawer->page() == kExplain)
        diagnose();
}

void TrapPanel::diagnose()
{
    m_diagnosis->begin();
    Snmp::TrapFacts facts;
    facts.stats = stats();
    facts.clocks = m_clocks.facts();
    facts.anyCommunity = m_anyCommunity;
    facts.lost = m_feed->model().store().lost();
    facts.isListening = m_listening.has_value();
    facts.now = QDateTime::currentMSecsSinceEpoch();
    facts.listeningSince = m_listeningSince;
    m_diagnosis->finish(Snmp::judgeTraps(facts), QDateTime::currentDateTimeUtc());
}

void TrapPanel::applyRules()
{
    const auto set = m_feed->model().setRules(TrapRulesPage::rules(m_context.settings));
    if (!set)
        tell(Event::Severity::Warning,
             tr("The rule “%1” cannot be read: %2").arg(set.error().detail, set.error().what));
}

void TrapPanel::changeEvent(QEvent *event)
{
    // The usual rules have their names in the language of the moment.
    if (event->type() == QEvent::LanguageChange)
        applyRules();
    Panel::changeEvent(event);
}

QList<MetricSample> TrapPanel::metrics() const
{
    if (!m_receiver && m_past.messages == 0)
        return {};
    return Snmp::metricSamples(stats());
}

void TrapPanel::setState(State state)
{
    m_state = state;
    using Bar = TrapBar::State;
    m_bar->setState(state == State::Connected    ? Bar::Listening
                    : state == State::Connecting ? Bar::Starting
                    : state == State::Failed     ? Bar::Failed
                                                 : Bar::Stopped,
                    m_listening ? m_listening->addresses.join(QLatin1Char('\n')) : QString());
    m_empty->setPlaces(m_listening ? m_listening->addresses : QStringList());
    retranslate();
    Q_EMIT stateChanged();
    Q_EMIT metricsChanged();
}

void TrapPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = title(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

} // namespace Portolan::Ui
