// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmppanel.h"

#include "core/runtime/batchpump.h"
#include "core/snmp/agent.h"
#include "core/snmp/faults.h"
#include "core/snmp/smi/valuetext.h"
#include "core/store/profilestore.h"
#include "ui/panel/detour.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/agentdiagnosispage.h"
#include "ui/snmp/agentlogin.h"
#include "ui/snmp/emptyagentpage.h"
#include "ui/snmp/graphpage.h"
#include "ui/snmp/mibpane.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/portspage.h"
#include "ui/snmp/resultspage.h"
#include "ui/snmp/setdialog.h"
#include "ui/snmp/snapshotspage.h"
#include "ui/snmp/snmpsettingspage.h"
#include "ui/snmp/snmpwords.h"
#include "ui/snmp/tablepage.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/waitingpage.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Snmp::Version;
using Operation = OperationBar::Operation;

constexpr std::size_t kMessages = 5'000; // that wait to be shown

const Oid kSysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kSysObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid kSysUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid kAll{1};

} // namespace

// The lines of messages, from the engine's thread to the page.
struct SnmpPanel::Messages
{
    explicit Messages(SnmpPanel &panel)
        : pump(panel.m_messages,
               [&panel](std::vector<Snmp::TranscriptEntry> &&entries, std::uint64_t lost) {
                   panel.takeTranscript(std::move(entries), lost);
               })
    {
    }
    BatchPump<Snmp::TranscriptEntry> pump;
    std::optional<std::chrono::system_clock::time_point> begin = {};
    qint64 dropped = 0;
};

SnmpPanel::SnmpPanel(const PanelContext &context)
    : m_context(context)
    , m_station(context.service<Snmp::Station>())
    , m_library(context.service<Snmp::MibLibrary>())
    , m_calls(new AgentCalls(this))
    , m_login(new AgentLogin(context, this))
{
    build();
    makeDrawer();
    wire();
    wireObjects();
    makeActions();
    setAcceptDrops(true);
    retranslate();
    onLibrary();
    ModulesPage::apply(*m_library, m_context.settings);
}

SnmpPanel::~SnmpPanel()
{
    // Pages ask for the end of what they have under way; their agent goes after them.
    m_pump.reset();
    delete m_pages;
}

void SnmpPanel::open(OpenRequest request)
{
    m_address = request.address;
    m_profile = request.profile;
    m_lastTitle = request.title;
    const auto meaning =
        Snmp::agentAddress(m_address, SnmpSettingsPage::defaults(m_context.settings));
    Secret community;
    if (meaning) {
        m_target = meaning->target;
        m_hasTarget = true;
        m_wantedObject = meaning->object;
        community = meaning->community.copy();
        if (m_target.version == Version::V3 && m_target.user.isEmpty())
            m_address.user = m_target.user = m_login->userOf(m_profile);
        // From here on without the community, which stands where a user would.
        if (m_target.version != Version::V3)
            m_address.user.clear();
    }
    showPlace();
    showCharset();
    m_transcript->setSubject(m_address.display());
    showCredential();
    retranslate();
    if (!meaning) {
        m_pages->setCurrentWidget(m_drawer);
        onFailed(meaning.error());
    } else if (request.connect) {
        connectNow(m_target, std::move(community));
    } else {
        m_pages->setCurrentWidget(m_waiting);
    }
}

void SnmpPanel::connectAgain()
{
    if (m_hasTarget && (m_state == State::Idle || m_state == State::Failed || isOver()))
        connectNow(m_target, {});
}

bool SnmpPanel::isOver() const
{
    return m_state == State::Lost || m_state == State::Ended;
}

bool SnmpPanel::isLive() const
{
    return m_results->isRunning() || m_table->isRunning() || m_snapshots->isRunning();
}

QString SnmpPanel::title() const
{
    return m_lastTitle.isEmpty() || m_state != State::Idle ? m_address.display() : m_lastTitle;
}

void SnmpPanel::connectNow(Snmp::AgentTarget target, Secret community)
{
    m_pages->setCurrentWidget(m_drawer);
    m_notice->hide();
    m_target = std::move(target);
    if (m_former && m_former->isDone)
        m_former.reset();
    if (!findWay())
        return;
    setState(State::Connecting);
    m_login->ask(m_target, m_profile, std::move(community));
}

void SnmpPanel::begin()
{
    if (m_former && m_former->wanted != m_login->target())
        m_former.reset();
    // As it was typed, unless the person has chosen something else in the dialog.
    if (m_target != m_login->target()) {
        m_target = m_login->target();
        m_address = Snmp::addressOf(m_target);
        Q_EMIT titleChanged();
    }
    showPlace();
    showCredential();
    showCharset();
    setState(State::Connecting);
    m_tried = m_login->credentials();
    m_diagnosis->setTarget(m_target, m_address.toString());
    m_snapshots->setTarget(m_target);
    auto agent = std::make_unique<Snmp::Agent>(m_station, m_target, m_tried.copy(),
                                               m_detour ? m_detour->dialer() : nullptr);
    connect(agent.get(), &Snmp::Agent::factsChanged, this, [this] {
        showSecurity();
        Q_EMIT metricsChanged();
    });
    m_calls->setAgent(std::move(agent));
    m_formerDetour.reset();
    listenToMessages(m_drawer->page() == kTranscript);
    probe();
}

// Whatever comes back proves that the agent accepts who we are, also that it has no such object.
void SnmpPanel::probe()
{
    m_calls->ask(Snmp::Request::get({kSysDescr, kSysObjectId, kSysUpTime, kSysName}), this,
                 [this](const Result<Snmp::Response> &result) {
                     if (m_state != State::Connecting)
                         return;
                     if (result)
                         onAnswered(result->varbinds);
                     else
                         onFailed(result.error());
                 });
}

void SnmpPanel::onAnswered(const Snmp::Varbinds &varbinds)
{
    m_notice->hide();
    m_showsWay = false;
    m_error.reset();
    m_login->accepted();
    m_wasConnected = true;
    QStringList facts;
    m_agentName.clear();
    const auto &snapshot = *m_library->snapshot();
    for (const Snmp::Varbind &one : varbinds) {
        if (one.value.isException())
            continue;
        const auto text =
            Snmp::Smi::textOf(snapshot, snapshot.nearest(one.oid), one.value, m_target.charset)
                .text.trimmed();
        if (text.isEmpty())
            continue;
        if (one.oid == kSysName)
            m_agentName = text.simplified().left(200);
        else if (one.oid == kSysDescr)
            facts << text.left(500);
        else if (one.oid == kSysUpTime)
            facts << tr("Up for %1")
                         .arg(Snmp::Smi::durationText(
                             static_cast<std::uint32_t>(one.value.toUint())));
        else if (one.oid == kSysObjectId)
            facts << snapshot.nameOf(one.value.toOid());
    }
    m_agentFacts = facts.join(QLatin1Char('\n'));
    showPlace();
    setState(State::Connected);
    if (m_former) {
        m_former->isDone = true;
        m_notice->setClosable(true);
        m_notice->show(NoticeBar::Severity::Info, m_former->words, {}, tr("Undo"));
        m_noticeAction = [this] { changeBack(); };
    }
    showSecurity();
    tell(Event::Severity::Success,
         tr("The agent answers (%1).").arg(SnmpWords::credential(m_target)));
    askForWanted();
}

// A name means nothing before the modules are read.
void SnmpPanel::askForWanted()
{
    if (!m_wantedObject.isEmpty() && m_state == State::Connected && !m_library->isLoading())
        run(Operation::Walk, std::exchange(m_wantedObject, QString()));
}

void SnmpPanel::onFailed(const Error &error)
{
    m_error = error;
    m_showsWay = false;
    const bool isGuess = m_login->isGuess() && error.kind == Error::Kind::Timeout;
    if (error.kind != Error::Kind::Cancelled)
        tell(Event::Severity::Error, error.what);
    if (error.kind == Error::Kind::Auth)
        m_login->refused();
    setState(m_wasConnected ? State::Lost : State::Failed);
    showSecurity();
    m_notice->setClosable(false);
    const QString sentence =
        isGuess ? QString(error.what + QLatin1Char(' ') +
                          tr("The community “public” was tried, because none was given."))
                : error.what;
    m_notice->show(NoticeBar::Severity::Error, sentence, error.detail,
                   m_former      ? tr("Undo")
                   : m_hasTarget ? tr("Try again")
                                 : QString());
    m_notice->setSecondAction(m_hasTarget ? tr("Other credentials…") : QString());
    m_noticeAction = [this] {
        if (m_former)
            changeBack();
        else
            connectAgain();
    };
}

void SnmpPanel::explain()
{
    m_drawer->togglePage(kExplain);
    // A failure is what it is opened for.
    if (m_drawer->page() == kExplain && m_state == State::Failed &&
        m_diagnosis->findings().findings().isEmpty())
        m_diagnosis->run();
}

void SnmpPanel::disconnectNow()
{
    m_login->cancel();
    m_notice->hide();
    m_results->cancel();
    m_table->cancel();
    m_snapshots->cancel();
    m_calls->setAgent(nullptr);
    m_formerDetour.reset();
    if (m_detour)
        m_detour->release();
    if (m_state == State::Connected)
        setState(State::Ended);
    else if (m_state == State::Connecting)
        setState(m_wasConnected ? State::Ended : State::Idle);
}

void SnmpPanel::runTyped()
{
    const Operation operation = m_operations->operation();
    const auto &snapshot = *m_library->snapshot();
    const QStringList words = m_operations->target().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<Oid> oids;
    for (const QString &word : words) {
        const auto oid = snapshot.resolve(word);
        if (!oid) {
            m_operations->setProblem(oid.error().what);
            return;
        }
        oids.push_back(*oid);
    }
    if (oids.empty() && operation == Operation::Walk)
        oids.push_back(kAll);
    if (oids.empty())
        return;
    m_operations->setProblem({});
    // A single value is asked for by its one instance.
    const auto withInstance = [&](Oid oid) {
        const auto object = snapshot.nearest(oid);
        return object && object.kind() == Snmp::Smi::Kind::Scalar && object.oid() == oid
                   ? oid.child(0)
                   : oid;
    };
    switch (operation) {
    case Operation::Get:
        std::transform(oids.begin(), oids.end(), oids.begin(), withInstance);
        m_tabs->setCurrentWidget(m_results);
        m_results->get(oids);
        break;
    case Operation::GetNext:
        m_tabs->setCurrentWidget(m_results);
        m_results->getNext(oids);
        break;
    case Operation::GetBulk:
        if (m_target.version == Version::V1) {
            m_operations->setProblem(tr("SNMPv1 has no GETBULK."));
            return;
        }
        m_tabs->setCurrentWidget(m_results);
        m_results->getBulk(oids, m_operations->repetitions());
        break;
    case Operation::Walk:
        m_tabs->setCurrentWidget(m_results);
        m_results->walk(oids);
        break;
    case Operation::Table:
        openTable(oids.front());
        break;
    case Operation::Set:
        std::transform(oids.begin(), oids.end(), oids.begin(), withInstance);
        openSet(oids);
        break;
    }
}

void SnmpPanel::run(Operation operation, const QString &target)
{
    m_operations->setOperation(operation);
    m_operations->setTarget(target);
    runTyped();
}

void SnmpPanel::runOn(Operation operation, const Oid &oid)
{
    run(operation, m_library->snapshot()->shortNameOf(oid));
}

void SnmpPanel::openTable(const Oid &oid)
{
    const auto &snapshot = m_library->snapshot();
    const auto object = snapshot->nearest(oid);
    if (const auto opened = m_table->open(snapshot, object); !opened) {
        m_operations->setProblem(opened.error().what);
        return;
    }
    m_tabs->setCurrentWidget(m_table);
}

void SnmpPanel::openSet(const std::vector<Oid> &oids)
{
    if (m_state != State::Connected)
        return;
    auto *dialog = new SetDialog(m_library->snapshot(), *m_calls, oids, m_target.charset, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        onSet(dialog->sent(), dialog->former(),
              dialog->sent().size() == 1
                  ? tr("%1: %2").arg(m_library->snapshot()->shortNameOf(dialog->sent().front().oid),
                                     dialog->preview())
                  : dialog->preview());
    });
    dialog->open();
}

void SnmpPanel::send(const Snmp::Varbinds &varbinds, const QString &words)
{
    m_calls->ask(Snmp::Request::set(varbinds), this,
                 [this, varbinds, words](const Result<Snmp::Response> &result) {
                     if (result) {
                         onSet(varbinds, {}, words);
                         return;
                     }
                     tell(Event::Severity::Error, result.error().what);
                     m_notice->setClosable(true);
                     m_notice->show(NoticeBar::Severity::Error, result.error().what,
                                    result.error().detail, {});
                     m_noticeAction = {};
                 });
}

// The agent has taken a SET; `former` is what it had, as far as it had anything.
void SnmpPanel::onSet(const Snmp::Varbinds &sent, const Snmp::Varbinds &former,
                      const QString &words)
{
    const QStringList lines = words.split(QLatin1Char('\n'));
    tell(Event::Severity::Success, tr("SET: %1").arg(lines.join(QStringLiteral("; "))));
    m_notice->setClosable(true);
    const QString sentence =
        lines.size() == 1 ? words : tr("%n object(s) were set.", "", static_cast<int>(sent.size()));
    m_notice->show(NoticeBar::Severity::Info, sentence, lines.size() == 1 ? QString() : words,
                   former.empty() ? QString() : tr("Undo"));
    m_noticeAction = [this, former] {
        if (former.empty())
            return;
        m_notice->hide();
        const QString name = m_library->snapshot()->shortNameOf(former.front().oid);
        const auto count = static_cast<int>(former.size());
        send(former, count == 1 ? tr("%1 has its former value again.").arg(name)
                                : tr("%n object(s) have their former values again.", "", count));
    };
    if (m_tabs->currentWidget() == m_table)
        m_table->refresh();
}

void SnmpPanel::addToGraph(const Oid &oid)
{
    m_graph->add(oid);
    m_tabs->setCurrentWidget(m_graph);
}

void SnmpPanel::showObject(const Oid &oid, bool inTree)
{
    m_card->show(m_library->snapshot(), oid);
    if (inTree)
        m_mib->goTo(oid);
}

void SnmpPanel::onWish(ObjectCard::Wish wish, const Oid &oid)
{
    using Wish = ObjectCard::Wish;
    switch (wish) {
    case Wish::Get:
        runOn(Operation::Get, oid);
        break;
    case Wish::Walk:
        runOn(Operation::Walk, oid);
        break;
    case Wish::Table:
        runOn(Operation::Table, oid);
        break;
    case Wish::Set: {
        const auto object = m_library->snapshot()->nearest(oid);
        openSet({object && object.oid() == oid ? oid.child(0) : oid});
        break;
    }
    case Wish::Graph:
        addToGraph(oid);
        break;
    }
}

void SnmpPanel::onLibrary()
{
    const auto &snapshot = m_library->snapshot();
    m_mib->setSnapshot(snapshot);
    m_operations->setSnapshot(snapshot);
    m_results->setSnapshot(snapshot);
    m_graph->setSnapshot(snapshot);
    m_snapshots->setSnapshot(snapshot);
    m_card->show(snapshot, m_card->oid());
}

void SnmpPanel::showTraps()
{
    Q_EMIT tabWanted(Address{.scheme = QStringLiteral("snmptrap")});
}

void SnmpPanel::showCredential()
{
    const bool inClear = m_target.version != Version::V3 || m_target.level != Snmp::Level::AuthPriv;
    m_operations->setCredential(SnmpWords::credential(m_target), inClear);
}

void SnmpPanel::showSecurity()
{
    using Security = ConnectionBar::Security;
    if (m_state != State::Connected || !m_calls->agent()) {
        m_bar->setSecurity(Security::Unknown);
        return;
    }
    const bool encrypted =
        m_target.version == Version::V3 && m_target.level == Snmp::Level::AuthPriv;
    m_bar->setSecurity(encrypted ? Security::Encrypted : Security::Open, [target = m_target,
                                                                          facts = m_calls->agent()
                                                                                      ->facts()] {
        auto *list = new FieldList;
        QList<FieldList::Field> fields{{tr("Version"), SnmpWords::credential(target)},
                                       {tr("Address"), facts.peer}};
        if (target.version == Version::V3) {
            if (target.level != Snmp::Level::NoAuthNoPriv)
                fields.append({tr("Authentication"), Snmp::authProtocolName(target.authProtocol)});
            if (target.level == Snmp::Level::AuthPriv)
                fields.append({tr("Encryption"), Snmp::privProtocolName(target.privProtocol)});
            fields.append({tr("Engine ID"), QString::fromLatin1(facts.engineId.toHex(' '))});
            fields.append({tr("Restarts of the engine"), QString::number(facts.engineBoots)});
        } else {
            fields.append(
                {tr("Protection"), tr("None: community and values can be read on the way.")});
        }
        list->show(fields);
        return list;
    });
}

void SnmpPanel::listenToMessages(bool listen)
{
    if (!m_calls->agent())
        return;
    if (listen && !m_messages) {
        m_messages = std::make_shared<Snmp::TranscriptQueue>(kMessages);
        m_pump = std::make_unique<Messages>(*this);
    }
    m_calls->agent()->setTranscript(listen ? m_messages : nullptr);
}

void SnmpPanel::takeTranscript(std::vector<Snmp::TranscriptEntry> &&entries, quint64 dropped)
{
    using From = Snmp::TranscriptEntry::Direction;
    using To = TranscriptLine::Direction;
    if (!entries.empty() && !m_pump->begin)
        m_pump->begin = entries.front().time;
    QList<TranscriptLine> lines;
    for (const Snmp::TranscriptEntry &entry : entries) {
        const To direction = entry.direction == From::Sent       ? To::Sent
                             : entry.direction == From::Received ? To::Received
                                                                 : To::Local;
        lines.append(
            {std::chrono::duration_cast<std::chrono::microseconds>(entry.time - *m_pump->begin),
             direction,
             {},
             entry.text});
    }
    if (dropped > 0) {
        m_pump->dropped += static_cast<qint64>(dropped);
        TranscriptLine note;
        note.text = tr("%1 messages came too fast to be written down.").arg(dropped);
        note.at = lines.isEmpty() ? std::chrono::microseconds() : lines.front().at;
        lines.prepend(note);
    }
    m_transcript->model().append(std::move(lines));
}

QList<MetricSample> SnmpPanel::metrics() const
{
    if (!m_calls->agent() || (m_state != State::Connected && !isOver()))
        return {};
    return Snmp::metricSamples(m_calls->agent()->facts());
}

void SnmpPanel::setState(State state)
{
    m_state = state;
    using Bar = ConnectionBar::State;
    m_bar->setState(state == State::Connected                        ? Bar::Connected
                    : state == State::Connecting                     ? Bar::Busy
                    : state == State::Failed || state == State::Lost ? Bar::Problem
                                                                     : Bar::Idle,
                    stateName(state));
    m_reconnect->setEnabled(m_hasTarget &&
                            (state == State::Idle || state == State::Failed || isOver()));
    const bool connected = state == State::Connected;
    m_operations->setConnected(connected);
    m_card->setConnected(connected);
    m_table->setConnected(connected);
    m_graph->setConnected(connected);
    m_snapshots->setConnected(connected);
    m_ports->setConnected(connected);
    m_empty->setConnected(connected, m_agentName, m_agentFacts);
    Q_EMIT stateChanged();
    Q_EMIT metricsChanged();
}

void SnmpPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = m_address.display(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

void SnmpPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ModulesPage::pathsOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SnmpPanel::dropEvent(QDropEvent *event)
{
    const QStringList paths = ModulesPage::pathsOf(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    m_drawer->openPage(kModules);
    m_modules->add(paths);
}

void SnmpPanel::retranslate()
{
    m_waiting->setWords(tr("This tab was open when the program ended the last time."),
                        m_address.display(), tr("Connect"));
    m_drawer->setPageTitle(kObject, tr("Object"));
    m_drawer->setPageTitle(kModules, tr("Modules"));
    m_drawer->setPageTitle(kExplain, tr("Explain"));
    m_drawer->setPageTitle(kTranscript, tr("Messages"));
    m_tabs->setTabText(m_tabs->indexOf(m_results), tr("Results"));
    m_tabs->setTabText(m_tabs->indexOf(m_table), tr("Table"));
    m_tabs->setTabText(m_tabs->indexOf(m_graph), tr("Graph"));
    m_tabs->setTabText(m_tabs->indexOf(m_snapshots), tr("Snapshots"));
    m_traps->setText(tr("Traps"));
    m_traps->setToolTip(tr("What devices send to this machine, in a tab of its own"));
    m_tabs->setTabText(m_tabs->indexOf(m_ports), tr("Ports"));
    m_transcript->setEmptyText(tr("What travels between both sides while this page is open "
                                  "appears here: no community, no password, no value that is "
                                  "written."));
    m_bar->setState(m_state == State::Connected    ? ConnectionBar::State::Connected
                    : m_state == State::Connecting ? ConnectionBar::State::Busy
                    : m_state == State::Failed || m_state == State::Lost
                        ? ConnectionBar::State::Problem
                        : ConnectionBar::State::Idle,
                    stateName(m_state));
}

} // namespace Portolan::Ui
