// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/ntppanel.h"

#include "ui/ntp/addserversdialog.h"
#include "ui/ntp/alarmspage.h"
#include "ui/ntp/chartspane.h"
#include "ui/ntp/clockwords.h"
#include "ui/ntp/intervalsview.h"
#include "ui/ntp/keylogin.h"
#include "ui/ntp/matrixpage.h"
#include "ui/ntp/ntpsettingspage.h"
#include "ui/ntp/recommendedconfigdialog.h"
#include "ui/ntp/serverpage.h"
#include "ui/ntp/serversmodel.h"
#include "ui/ntp/serverspage.h"
#include "ui/ntp/verdictbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/waitingpage.h"
#include "ui/widgets/workprogress.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QStackedWidget>

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace Portolan::Ui {

namespace {

using Ntp::Seconds;
using Ntp::ServerState;
using Ntp::ServerTarget;

constexpr qsizetype kMostColumns = 2000; // of a server, read of the history
constexpr qsizetype kFewestColumns = 100;
constexpr qsizetype kMostReadInAll = 100'000;
constexpr int kTakingMs = 10; // of history, in one turn

double millisecondsNow()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch());
}

Ntp::Instant instant(double milliseconds)
{
    return Ntp::Instant(std::chrono::nanoseconds(static_cast<qint64>(milliseconds) * 1'000'000));
}

} // namespace

NtpPanel::NtpPanel(const PanelContext &context)
    : m_context(context)
    , m_monitor(std::make_unique<Ntp::Monitor>())
    , m_recorder(std::make_unique<Ntp::Recorder>(*m_monitor))
    , m_history(context.service<Ntp::ClockHistory>())
    , m_login(new KeyLogin(context, this))
{
    build();
    makeDrawer();
    wire();
    makeActions();
    followSettings();
    retranslate();
}

NtpPanel::~NtpPanel()
{
    m_history->cancel(m_reading);
    m_history->cancel(m_exporting);
    // What shows the servers goes before them.
    m_monitor->disconnect(this);
    delete m_pages;
}

void NtpPanel::open(OpenRequest request)
{
    m_address = request.address;
    m_profile = request.profile;
    m_lastTitle = request.title;
    const auto targets = Ntp::serverTargets(m_address);
    if (targets) {
        for (const ServerTarget &each : *targets)
            m_watched.push_back({.source = 0, .turn = ++m_lastTurn, .target = each});
    }
    retranslate();
    if (!targets) {
        m_pages->setCurrentWidget(m_drawer);
        m_notice->setClosable(false);
        m_notice->show(NoticeBar::Severity::Error, targets.error().what, targets.error().detail,
                       {});
        tell(Event::Severity::Error, targets.error().what);
        setState(State::Failed);
    } else if (request.connect) {
        start();
    } else {
        m_pages->setCurrentWidget(m_waiting);
    }
}

void NtpPanel::connectAgain()
{
    if (!m_hasStarted) {
        start();
    } else if (m_isPaused) {
        setPaused(false);
    } else {
        QList<quint64> sources;
        for (const Watched &each : m_watched) {
            if (each.source != 0)
                sources.append(each.source);
        }
        m_monitor->again(sources);
    }
}

void NtpPanel::start()
{
    m_hasStarted = true;
    m_pages->setCurrentWidget(m_drawer);
    setState(State::Connecting);
    watch(allTurns());
    m_tick.start();
    showPages();
    refresh();
}

QSet<quint64> NtpPanel::allTurns() const
{
    QSet<quint64> turns;
    for (const Watched &each : m_watched)
        turns.insert(each.turn);
    return turns;
}

void NtpPanel::watch(const QSet<quint64> &turns, std::vector<Ntp::SymmetricKey> keys,
                     bool askPerson)
{
    std::vector<Ntp::Monitor::Wanted> wanted;
    std::vector<quint64> asked;
    for (const Watched &each : m_watched) {
        if (each.source != 0 || !turns.contains(each.turn))
            continue;
        const quint32 id = each.target.keyId;
        const auto key = std::find_if(keys.begin(), keys.end(), [id](const auto &known) {
            return id != 0 && known.id == id;
        });
        const bool isKnown = key != keys.end();
        if (id != 0 && !isKnown) {
            askForKey(each, askPerson);
            continue;
        }
        if (isKnown)
            m_login->keep(each.target, *key);
        wanted.push_back({each.target, isKnown ? std::optional(key->copy()) : std::nullopt});
        asked.push_back(each.turn);
    }
    if (wanted.empty())
        return;
    const QList<quint64> sources = m_monitor->add(std::move(wanted));
    auto next = asked.begin();
    for (Watched &each : m_watched) {
        if (next != asked.end() && each.turn == *next)
            each.source = sources[next++ - asked.begin()];
    }
}

void NtpPanel::askForKey(const Watched &watched, bool askPerson)
{
    // Pages and rows come once the key is there.
    m_login->ask(watched.target, m_profile, askPerson,
                 [this, turn = watched.turn](std::optional<Ntp::SymmetricKey> given) {
                     const auto found =
                         std::find_if(m_watched.begin(), m_watched.end(),
                                      [turn](const Watched &each) { return each.turn == turn; });
                     if (found == m_watched.end())
                         return;
                     if (given) {
                         m_notice->hide();
                         if (found->source != 0)
                             m_monitor->remove(found->source);
                         found->source = m_monitor->add(found->target, std::move(given));
                         return;
                     }
                     m_notice->setClosable(true);
                     m_notice->show(
                         NoticeBar::Severity::Warning,
                         tr("%1 is not asked: its key was not given.").arg(found->target.display()),
                         {}, tr("Give the key…"));
                 });
}

QString NtpPanel::title() const
{
    if (!m_lastTitle.isEmpty() && m_state == State::Idle)
        return m_lastTitle;
    if (m_watched.empty())
        return m_address.host.isEmpty() ? name() : m_address.display();
    const QString first = m_watched.front().target.display();
    const auto others = static_cast<int>(m_watched.size()) - 1;
    return others > 0 ? tr("%1 and %n other(s)", nullptr, others).arg(first) : first;
}

bool NtpPanel::addTyped(const QString &typed)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    QList<ServerTarget> all;
    for (const QString &word : typed.split(kBetween, Qt::SkipEmptyParts)) {
        const auto parsed = parseAddress(word, QStringLiteral("ntp"));
        const auto targets = parsed ? Ntp::serverTargets(parsed->address)
                                    : Result<QList<ServerTarget>>(tl::unexpected(parsed.error()));
        if (!targets) {
            m_verdict->setProblem(targets.error().what);
            return false;
        }
        for (const ServerTarget &each : *targets) {
            const bool known =
                std::any_of(m_watched.begin(), m_watched.end(),
                            [&each](const Watched &watched) { return watched.target == each; });
            if (known) {
                m_verdict->setProblem(tr("%1 is asked already.").arg(each.display()));
                return false;
            }
            if (!all.contains(each))
                all.append(each);
        }
    }
    if (all.isEmpty())
        return false;
    m_verdict->setProblem({});
    add(all);
    return true;
}

void NtpPanel::add(const QList<ServerTarget> &targets, std::vector<Ntp::SymmetricKey> keys)
{
    m_hasStarted = true;
    m_pages->setCurrentWidget(m_drawer);
    m_tick.start();
    QSet<quint64> turns;
    for (const ServerTarget &each : targets) {
        m_watched.push_back({.source = 0, .turn = ++m_lastTurn, .target = each});
        turns.insert(m_lastTurn);
    }
    watch(turns, std::move(keys));
    followAddress();
    showPages();
}

void NtpPanel::remove(const QList<quint64> &servers)
{
    QSet<quint64> sources;
    for (const quint64 each : servers) {
        if (const ServerState *const server = m_monitor->server(each))
            sources.insert(server->source);
    }
    std::erase_if(m_watched,
                  [&sources](const Watched &each) { return sources.contains(each.source); });
    m_monitor->remove(sources.values());
    followAddress();
    showPages();
}

void NtpPanel::readHistory()
{
    m_history->cancel(std::exchange(m_reading, 0));
    const double now = millisecondsNow();
    double begin = now - static_cast<double>(m_charts->span()) * 1000;
    double end = now;
    if (m_charts->offset().isMoved())
        std::tie(begin, end) = m_charts->offset().range();
    // With as much at each side: a short move needs nothing new.
    const double more = m_charts->offset().isMoved() ? end - begin : 0;
    Ntp::HistoryRequest request{
        .servers = {}, .from = instant(begin - more), .to = instant(end + more), .columns = 0};
    QList<quint64> ids;
    for (const ServerState &each : m_monitor->servers()) {
        if (each.address.isNull())
            continue;
        ids.append(each.id);
        request.servers.append(Ntp::identityOf(each));
    }
    if (ids.isEmpty())
        return;
    // Of many servers less each: a thousand of them are still looked at as one picture.
    request.columns = static_cast<int>(
        std::clamp<qsizetype>(kMostReadInAll / ids.size(), kFewestColumns, kMostColumns));
    m_reading = m_history->read(request, [this, ids](const Result<Ntp::HistoryPart> &part) {
        m_reading = 0;
        if (!part)
            return;
        m_tracks.setEarlierSteps(part->steps);
        takeHistory(std::make_shared<const Ntp::HistoryPart>(*part), ids, 0, ++m_historyTurn);
    });
}

// A thousand servers take longer than a frame may: some of them in each turn of the event loop.
void NtpPanel::takeHistory(const std::shared_ptr<const Ntp::HistoryPart> &part,
                           const QList<quint64> &ids, std::size_t next, quint64 turn)
{
    if (turn != m_historyTurn)
        return; // something newer was read
    QElapsedTimer clock;
    clock.start();
    const std::size_t count = std::min(part->series.size(), static_cast<std::size_t>(ids.size()));
    while (next < count && clock.elapsed() < kTakingMs) {
        m_tracks.setEarlier(ids[static_cast<qsizetype>(next)], part->series[next]);
        ++next;
    }
    if (next < count) {
        QTimer::singleShot(0, this,
                           [this, part, ids, next, turn] { takeHistory(part, ids, next, turn); });
    } else if (isVisible()) {
        m_charts->refresh();
    }
}

void NtpPanel::exportSamples(const QString &path, double begin, double end)
{
    m_history->cancel(std::exchange(m_exporting, 0));
    Ntp::HistoryRequest request{.servers = {}, .from = instant(begin), .to = instant(end)};
    for (const ServerState &each : m_monitor->servers()) {
        const ClockTracks::Track *const track = m_tracks.track(each.id);
        if (!each.address.isNull() && track && track->isShown)
            request.servers.append(Ntp::identityOf(each));
    }
    const auto done = [this](const Result<QString> &written, quint64 samples) {
        endExport();
        if (!written)
            tell(Event::Severity::Error, written.error().what);
        else
            tell(Event::Severity::Success,
                 tr("%n sample(s) saved: %1", nullptr, static_cast<int>(samples)).arg(*written));
    };
    // Nothing is kept where its file cannot be written, and this session's samples are here.
    const auto writeOwn = [this, done, begin, end](const QString &file) {
        const QByteArray text = m_tracks.csv(begin, end);
        writeFile(file, text, this, [done, text](const Result<QString> &written) {
            done(written, static_cast<quint64>(text.count('\n') - 1));
        });
    };
    if (request.servers.isEmpty()) {
        writeOwn(path);
        return;
    }
    const auto samples = std::make_shared<quint64>(0);
    m_exporting = m_history->exportCsv(
        request, path,
        [this, path, done, writeOwn, samples](const Result<QString> &written) {
            m_exporting = 0;
            if (*samples == 0)
                writeOwn(path);
            else
                done(written, *samples);
        },
        [this, samples](quint64 now, quint64 all) {
            *samples = now;
            m_charts->progress().setDone(now, all);
        });
}

void NtpPanel::endExport()
{
    m_history->cancel(std::exchange(m_exporting, 0));
    m_charts->progress().end();
}

void NtpPanel::followAddress()
{
    QList<ServerTarget> targets;
    for (const Watched &each : m_watched)
        targets.append(each.target);
    // Without any the tab stays that of the last one.
    if (!targets.isEmpty()) {
        m_address = Ntp::addressOf(targets);
    }
    Q_EMIT titleChanged();
    Q_EMIT addressChanged();
}

void NtpPanel::setPaused(bool paused)
{
    m_isPaused = paused;
    m_verdict->setPaused(paused);
    followSettings();
    showState();
}

void NtpPanel::followSettings()
{
    Ntp::PollPlan plan = NtpSettingsPage::plan(m_context.settings);
    if (m_isPaused) {
        plan.burst = 0;
        plan.interval = std::chrono::milliseconds(0);
    }
    m_monitor->setPlan(plan);
    m_history->setLimits(NtpSettingsPage::limits(m_context.settings));
    m_alarms.setRules(ClockAlarmsPage::rules(m_context.settings));
}

void NtpPanel::judgeAlarms()
{
    // While nobody is asked nothing is known, and nothing is over.
    if (m_isPaused)
        return;
    const auto steady = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    const auto facts = Ntp::clockFacts(*m_monitor, steady, std::exchange(m_steps, {}));
    for (const Ntp::AlarmEvent &each : m_alarms.judge(facts)) {
        using Weight = Finding::Severity;
        tell(each.kind == Ntp::AlarmEvent::Kind::Cleared ? Event::Severity::Success
             : each.rule.severity == Weight::Error       ? Event::Severity::Error
             : each.rule.severity == Weight::Warning     ? Event::Severity::Warning
                                                         : Event::Severity::Info,
             Ntp::alarmText(each));
    }
    m_alarmsPage->showState(m_alarms.active(), m_alarms.unconfirmed());
}

void NtpPanel::setLeftOut(const QList<quint64> &servers, bool leftOut)
{
    const QSet<quint64> meant(servers.begin(), servers.end());
    m_leftOut.removeIf([&meant](quint64 each) { return meant.contains(each); });
    if (leftOut)
        m_leftOut += servers;
    m_monitor->setLeftOut(m_leftOut);
}

void NtpPanel::choose(quint64 server)
{
    if (m_rowsAreLate)
        takeServers();
    m_chosen = server;
    m_servers->setCurrent(server);
    m_intervals->setChosen(server);
    m_charts->setChosen(server);
    m_server->setServer(server);
}

void NtpPanel::onServers()
{
    if (m_rowsSoon.isActive()) {
        m_rowsAreLate = true;
        return;
    }
    takeServers();
    m_rowsSoon.start();
}

void NtpPanel::takeServers()
{
    m_rowsAreLate = false;
    m_tracks.setServers(*m_monitor);
    m_charts->onTracksMoved();
    m_model->sync();
    m_leftOut.removeIf([this](quint64 id) { return !m_monitor->server(id); });
    if (m_chosen != 0 && !m_monitor->server(m_chosen))
        choose(0);
    m_readSoon.start();
    onUpdated();
}

void NtpPanel::onUpdated()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void NtpPanel::refresh()
{
    m_tracks.takeChoice(*m_monitor, millisecondsNow());
    showState();
    m_verdict->setVerdict(ClockWords::verdict(*m_monitor));
    if (isVisible()) {
        m_model->refresh();
        m_charts->refresh();
        m_intervals->refresh();
        if (m_server->isVisible())
            m_server->refresh();
        if (m_matrix->isVisible())
            m_matrix->refresh();
    }
    Q_EMIT metricsChanged();
}

void NtpPanel::showState()
{
    if (!m_hasStarted)
        return;
    const auto &servers = m_monitor->servers();
    const bool answers = std::any_of(servers.begin(), servers.end(), [](const ServerState &each) {
        return each.filter.estimate().has_value();
    });
    const bool isOver = !servers.empty() &&
                        std::all_of(servers.begin(), servers.end(), [](const ServerState &each) {
                            return each.phase == ServerState::Phase::Failed ||
                                   each.phase == ServerState::Phase::Refused ||
                                   each.trouble.has_value();
                        });
    m_wasConnected = m_wasConnected || answers;
    setState(m_isPaused        ? State::Ended
             : servers.empty() ? (m_watched.empty() ? State::Idle : State::Connecting)
             : answers         ? State::Connected
             : isOver          ? (m_wasConnected ? State::Lost : State::Failed)
                               : State::Connecting);
}

void NtpPanel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
    Q_EMIT titleChanged();
}

void NtpPanel::showPages()
{
    m_content->setCurrentIndex(m_watched.empty() && m_hasStarted ? 1 : 0);
}

QList<MetricSample> NtpPanel::metrics() const
{
    if (m_state != State::Connected && m_state != State::Lost)
        return {};
    using Unit = MetricSample::Unit;
    const Ntp::Selection &selection = m_monitor->selection();
    std::optional<double> offset;
    std::optional<double> jitter;
    std::optional<double> stratum;
    std::optional<double> reach;
    if (selection.agreed && selection.offset) {
        offset = selection.offset->count() * 1000;
        jitter = selection.jitter.count() * 1000;
    }
    if (selection.selected >= 0 &&
        static_cast<std::size_t>(selection.selected) < m_monitor->servers().size()) {
        const ServerState &leader =
            m_monitor->servers()[static_cast<std::size_t>(selection.selected)];
        if (leader.last)
            stratum = leader.last->stratum;
        reach = std::popcount(leader.filter.reach()) / 8.0;
    }
    return {{QStringLiteral("offset_ms"), offset, Unit::Milliseconds, m_context.now()},
            {QStringLiteral("jitter_ms"), jitter, Unit::Milliseconds, m_context.now()},
            {QStringLiteral("stratum"), stratum, Unit::None, m_context.now()},
            {QStringLiteral("reach"), reach, Unit::Ratio, m_context.now()}};
}

AddServersDialog *NtpPanel::openAddDialog()
{
    QList<ServerTarget> watched;
    for (const Watched &each : m_watched)
        watched.append(each.target);
    auto *dialog = new AddServersDialog(watched, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { add(dialog->servers(), dialog->takeKeys()); });
    dialog->open();
    return dialog;
}

void NtpPanel::openConfigDialog()
{
    // All of them: several of one name become one line of the file, as long as one of them is
    // right.
    QList<Ntp::WatchedServer> servers;
    for (const ServerState &each : m_monitor->servers())
        servers.append({.target = each.target,
                        .standing = each.choice.standing,
                        .smears = each.smear != Ntp::SmearSign::None,
                        .answersInterleaved = each.last && each.last->interleaved});
    auto *dialog = new RecommendedConfigDialog(servers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void NtpPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = title(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

void NtpPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_hasStarted)
        refresh();
}

} // namespace Portolan::Ui
