// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshpanel.h"

#include "core/ssh/route.h"
#include "core/store/profilestore.h"
#include "core/terminal/terminal.h"
#include "ui/ssh/connectpage.h"
#include "ui/ssh/diagnosispage.h"
#include "ui/ssh/questions.h"
#include "ui/ssh/reconnecting.h"
#include "ui/ssh/sessionpage.h"
#include "ui/ssh/sshdrawer.h"
#include "ui/ssh/sshsettingspage.h"
#include "ui/ssh/storedlogin.h"
#include "ui/terminal/inputqueue.h"
#include "ui/terminal/terminalsession.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/waitingpage.h"

#include <QApplication>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <vector>

namespace Portolan::Ui {

namespace {

class TerminalSink : public Ssh::ChannelSink
{
public:
    TerminalSink(std::shared_ptr<Terminal::Terminal> terminal, const QString &charset)
        : m_terminal(std::move(terminal))
    {
        if (!charset.isEmpty())
            m_decoder.emplace(charset);
    }

    Flow received(std::string_view data, bool) override
    {
        if (m_decoder)
            m_terminal->receive(m_decoder->decode(data));
        else
            m_terminal->receive(data);
        return Flow::More;
    }
    void ended(const Ssh::ExitStatus &) override {}

private:
    std::shared_ptr<Terminal::Terminal> m_terminal;
    std::optional<CharsetDecoder> m_decoder;
};

// Programs over there are asked to write UTF-8, whatever this computer's own setting is.
QString remoteLanguage()
{
    const QString own = qEnvironmentVariable("LANG");
    if (own.contains(QLatin1String("utf-8"), Qt::CaseInsensitive) ||
        own.contains(QLatin1String("utf8"), Qt::CaseInsensitive))
        return own;
    const QString name = QLocale::system().name();
    return (name.isEmpty() ? QStringLiteral("C") : name) + QStringLiteral(".UTF-8");
}

} // namespace

SshPanel::SshPanel(const PanelContext &context)
    : m_context(context)
    , m_pool(context.service<Ssh::ConnectionPool>())
    , m_login(new StoredLogin(context, this))
    , m_reconnecting(new Reconnecting(this))
    , m_pages(new QStackedWidget)
    , m_drawer(new SshDrawer(m_pages, context))
    , m_progress(new ConnectPage)
    , m_waiting(new WaitingPage)
    , m_session(new TerminalSession(context))
    , m_terminal(m_session->terminal())
    , m_notice(&m_session->notice())
    , m_offer(new NoticeBar)
{
    m_session->addBar(m_offer);
    m_pages->addWidget(m_progress);
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_session);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_drawer);
    makeDrawer();

    connect(m_session, &TerminalSession::inputReady, this, &SshPanel::send);
    connect(m_session, &TerminalSession::sizeChanged, this, [this](int columns, int rows) {
        if (m_shell)
            m_shell->resize(columns, rows);
    });
    connect(m_session, &TerminalSession::titleChanged, this, &Panel::titleChanged);
    connect(&m_session->input(), &InputQueue::dropped, this, [this](quint64 sent, quint64 all) {
        tell(Event::Severity::Warning, TerminalSession::droppedSentence(sent, all));
    });
    connect(m_waiting, &WaitingPage::activated, this, &SshPanel::connectAgain);
    connect(m_session, &TerminalSession::againWanted, this, &SshPanel::again);
    connect(m_progress, &ConnectPage::cancelClicked, this, [this] {
        if (m_connection)
            m_connection->cancel();
    });
    connect(m_progress, &ConnectPage::reconnectClicked, this, [this] { connectNow({}); });
    connect(m_notice, &NoticeBar::actionClicked, this, &SshPanel::again);
    connect(m_notice, &NoticeBar::secondActionClicked, this, [this] {
        if (m_reconnecting->isActive())
            disconnectNow();
        else
            explain();
    });
    connect(m_reconnecting, &Reconnecting::due, this, [this] { connectNow({}); });
    connect(m_reconnecting, &Reconnecting::changed, this,
            [this] { m_notice->setSentence(m_reconnecting->sentence()); });
    connect(m_progress, &ConnectPage::explainClicked, this, &SshPanel::explain);
    makeActions();
    followLogin();
    retranslate();
}

SshPanel::~SshPanel()
{
    release();
}

QString SshPanel::name()
{
    return tr("SSH terminal");
}

QString SshPanel::description()
{
    return tr(
        "A shell on another computer, encrypted and with both sides proven. Every key reaches "
        "the programs there, and Hangul is exactly two columns wide.");
}

QStringList SshPanel::firstSteps()
{
    return {tr("Type ssh://user@host into the field above, or only the host, and press Enter."),
            tr("Compare the fingerprint of the host key once; from then on it is checked for you."),
            tr("Press Ctrl+Shift+D for a second tab on the same connection: no second login.")};
}

std::unique_ptr<Panel> SshPanel::create(const PanelContext &context)
{
    return std::make_unique<SshPanel>(context);
}

void SshPanel::open(OpenRequest request)
{
    m_address = request.address;
    m_profile = request.profile;
    m_lastTitle = TerminalSession::cleaned(request.title);
    m_session->setPeerName(host());
    // What can be said of it before ssh_config was asked, for a drawer that opens at once.
    Ssh::Options defaults;
    defaults.knownHostsFile = m_context.folders.knownHosts;
    const auto typed = Ssh::sshAddress(m_address, defaults);
    m_drawer->setPlace(m_address, typed ? std::optional(*typed) : std::nullopt);
    retranslate();
    if (request.connect)
        connectNow(std::move(request.password));
    else
        showPage(m_waiting);
}

void SshPanel::connectAgain()
{
    if (canConnectAgain())
        again();
}

bool SshPanel::canConnectAgain() const
{
    return m_state == State::Idle || m_state == State::Failed || isOver();
}

QString SshPanel::host() const
{
    return m_address.display();
}

bool SshPanel::isOver() const
{
    return m_state == State::Lost || m_state == State::Ended;
}

QString SshPanel::title() const
{
    const QString remote = m_session->title();
    if (remote.isEmpty())
        return m_lastTitle.isEmpty() || m_state != State::Idle ? host() : m_lastTitle;
    // Most shells put user@host into the title themselves.
    const bool named = remote.contains(m_address.host, Qt::CaseInsensitive);
    return named ? remote : tr("%1: %2").arg(m_address.host, remote);
}

QList<MetricSample> SshPanel::metrics() const
{
    if (!m_connection || (m_state != State::Connected && !isOver()))
        return {};
    using Unit = MetricSample::Unit;
    const Ssh::Metrics &now = m_connection->lastMetrics();
    const auto interval = m_connection->options().keepaliveInterval;
    const auto count = [](quint64 value) { return static_cast<double>(value); };
    MetricSample keepalive{
        .name = QStringLiteral("keepalive_s"), .value = {}, .unit = Unit::Seconds};
    if (interval.count() > 0)
        keepalive.value = std::chrono::duration<double>(interval).count();
    MetricSample retransmits{
        .name = QStringLiteral("retransmits"), .value = {}, .unit = Unit::Count};
    if (now.retransmits)
        retransmits.value = count(*now.retransmits);
    return {
        {.name = QStringLiteral("rtt_ms"), .value = now.rttMs, .unit = Unit::Milliseconds},
        {.name = QStringLiteral("session_len_s"),
         .value = count(static_cast<quint64>(now.sessionLength.count())),
         .unit = Unit::Seconds},
        keepalive,
        {.name = QStringLiteral("rekey_cnt"), .value = count(now.rekeys), .unit = Unit::Count},
        {.name = QStringLiteral("bytes_in"), .value = count(now.bytesIn), .unit = Unit::Bytes},
        {.name = QStringLiteral("bytes_out"), .value = count(now.bytesOut), .unit = Unit::Bytes},
        {.name = QStringLiteral("reconnects"), .value = count(m_reconnects), .unit = Unit::Count},
        retransmits,
    };
}

void SshPanel::makeActions()
{
    addActions(m_session->makeActions());
    const auto add = [this](QLatin1String id, auto call) -> Command * {
        for (const CommandSpec &spec : ownCommands()) {
            if (spec.id != id)
                continue;
            auto *command = new Command(spec, m_context.settings, this);
            command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            connect(command, &QAction::triggered, this, call);
            addAction(command);
            return command;
        }
        qFatal("there is no command %s", id.data());
    };
    add(QLatin1String("ssh.session"), [this] { m_drawer->togglePage(SshDrawer::kSession); });
    add(QLatin1String("ssh.transcript"), [this] { m_drawer->togglePage(SshDrawer::kTranscript); });
    add(QLatin1String("ssh.audit"), [this] { m_drawer->togglePage(SshDrawer::kAudit); });
    m_reconnect = add(QLatin1String("ssh.reconnect"), [this] { connectAgain(); });
}

std::span<const CommandSpec> SshPanel::ownCommands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("ssh.session"), QLatin1String("session"), "I",
         [] { return tr("Show or hide the session"); }},
        {QLatin1String("ssh.transcript"), QLatin1String("transcript"), "",
         [] { return tr("Show or hide the transcript"); }},
        {QLatin1String("ssh.audit"), QLatin1String("shield"), "",
         [] { return tr("Show or hide the hardening audit"); }},
        {QLatin1String("ssh.reconnect"), QLatin1String("reload"), "R",
         [] { return tr("Reconnect"); }, [] { return tr("The session has not ended."); }, true},
    };
    return kCommands;
}

void SshPanel::followLogin()
{
    m_offer->setClosable(true);
    connect(m_login, &StoredLogin::profileMade, this, [this](const QString &id) {
        // A profile is not looked up in ssh_config: it holds what that said.
        if (const auto profile = m_context.profiles.profile(id))
            m_address = profile->address;
        m_profile = id;
        tell(Event::Severity::Info, tr("The connection was saved."));
    });
    connect(m_login, &StoredLogin::remembered, this, [this](SecretStore::Keep keep) {
        tell(Event::Severity::Info, keep == SecretStore::Keep::Stored
                                        ? tr("It is remembered in the keychain.")
                                        : tr("It is kept until Portolan is closed."));
    });
    connect(m_login, &StoredLogin::notRemembered, this, [this](const QString &why) {
        m_offer->show(NoticeBar::Severity::Warning, why, {}, {});
        tell(Event::Severity::Warning, why);
    });
    connect(m_login, &StoredLogin::canRememberOffered, this, [this] {
        m_offer->show(NoticeBar::Severity::Info,
                      m_profile.isEmpty()
                          ? tr("Save this connection, and remember its password in the keychain?")
                          : tr("Remember the password in the keychain?"),
                      {}, tr("Remember"));
    });
    connect(m_offer, &NoticeBar::closed, m_login, &StoredLogin::forgetOffered);
    connect(m_offer, &NoticeBar::actionClicked, this, [this] {
        m_offer->hide();
        m_login->rememberOffered();
    });
}

std::span<const CommandSpec> SshPanel::commands()
{
    static const std::vector<CommandSpec> all = [] {
        const auto shared = TerminalSession::commands();
        std::vector<CommandSpec> made(shared.begin(), shared.end());
        made.insert(made.end(), ownCommands().begin(), ownCommands().end());
        return made;
    }();
    return all;
}

void SshPanel::connectNow(std::optional<Secret> password)
{
    release();
    // Attempts that a session makes by itself leave its screen where it is.
    const bool bySelf = m_reconnecting->isActive();
    if (!bySelf)
        m_notice->hide();
    m_session->banner().hide();
    m_offer->hide();
    m_login->forgetOffered();
    m_progress->begin(host());
    // A profile says all that it means; what was typed may be an alias of ssh_config.
    if (!m_profile.isEmpty() || !m_context.settings.flag(Settings::Key::readSshConfig, true)) {
        connectTo(m_address, std::move(password));
        return;
    }
    if (!bySelf)
        showPage(m_progress);
    setState(State::Connecting);
    m_lookup = std::make_unique<Ssh::ConfigLookup>();
    m_passwordForLookup = std::move(password);
    connect(m_lookup.get(), &Ssh::ConfigLookup::found, this,
            [this](const Ssh::ConfiguredAddress &meaning) {
                for (const Ssh::ConfigNote &note : meaning.notes)
                    tell(Event::Severity::Info, tr("%1: %2").arg(note.file, note.sentence));
                connectTo(meaning.address, std::exchange(m_passwordForLookup, std::nullopt));
            });
    connect(m_lookup.get(), &Ssh::ConfigLookup::failed, this, &SshPanel::onFailed);
    m_lookup->start(m_address, m_context.folders.sshConfigs);
}

void SshPanel::connectTo(const Address &address, std::optional<Secret> password)
{
    auto route = Ssh::routeTo(address, m_profile, m_context.profiles.set(),
                              SshSettingsPage::defaults(m_context));
    m_drawer->setPlace(address, route ? std::optional(route->address) : std::nullopt);
    if (!route) {
        onFailed(route.error());
        return;
    }
    m_policy = route->address.reconnect;
    QStringList hops;
    for (const Ssh::Jump &jump : route->address.options.jumps)
        hops.append(jump.target.display());
    m_progress->setHops(hops);
    m_charset = route->address.charset;
    m_encoder.reset();
    if (!m_charset.isEmpty())
        m_encoder.emplace(m_charset);
    m_connection = m_pool->acquire(route->address.target, route->address.options);
    listenTo(*m_connection);
    const bool isNew = m_connection->state() == Ssh::Connection::State::Idle;
    m_login->begin(m_connection, address, m_profile, std::move(route->logins),
                   isNew && password ? std::optional(password->copy()) : std::nullopt);
    m_drawer->setConnection(m_connection);
    listenForQuestions(m_connection);
    if (m_connection->state() == Ssh::Connection::State::Ready) {
        openShell();
        return;
    }
    if (!m_reconnecting->isActive())
        showPage(m_progress);
    setState(State::Connecting);
    if (m_connection->state() == Ssh::Connection::State::Idle) {
        if (password && !password->isEmpty())
            m_connection->offerPassword(std::move(*password));
        m_connection->start();
    } else {
        onConnectionState();
    }
    for (const auto &hop : m_connection->hops()) {
        connect(hop.get(), &Ssh::Connection::stateChanged, this, &SshPanel::showHops);
        listenForQuestions(hop);
    }
    if (!m_connection->hops().empty())
        showHops();
}

void SshPanel::listenForQuestions(const std::shared_ptr<Ssh::Connection> &connection)
{
    using Ssh::Connection;
    const auto waiting = [this](bool waits) {
        return [this, waits] { m_progress->setWaitingForAnswer(waits); };
    };
    connect(connection.get(), &Connection::hostKeyQuestion, this, waiting(true));
    connect(connection.get(), &Connection::authQuestion, this, waiting(true));
    connect(connection.get(), &Connection::questionSettled, this, waiting(false));
    m_questions.push_back(std::make_unique<Questions>(connection, *m_login, this));
    m_questions.back()->setShown(isVisible());
}

void SshPanel::listenTo(Ssh::Connection &connection)
{
    using Ssh::Connection;
    connect(&connection, &Connection::stateChanged, this, &SshPanel::onConnectionState);
    connect(&connection, &Connection::ready, this, &SshPanel::openShell);
    connect(&connection, &Connection::failed, this, &SshPanel::onFailed);
    connect(&connection, &Connection::lost, this, &SshPanel::onLost);
    connect(&connection, &Connection::metrics, this, &Panel::metricsChanged);
    connect(&connection, &Connection::warning, this, [this](const QString &sentence) {
        m_notice->show(NoticeBar::Severity::Warning, sentence, {}, {});
        m_notice->setClosable(true);
        tell(Event::Severity::Warning, sentence);
    });
}

// The connection itself stays with the other panels that use it.
void SshPanel::release()
{
    m_lookup.reset();
    m_passwordForLookup.reset();
    m_questions.clear();
    // The writer keeps the channel, whose sink keeps the terminal: a ring, unless it is opened
    // here.
    m_terminal->setWriter({});
    m_session->input().setTransport({}, {});
    m_drawer->session().setTraffic({});
    if (m_shell)
        m_shell->disconnect(this);
    m_terminal->setWriter({}); // it holds the channel, which holds the terminal
    m_shell.reset();
    if (m_connection) {
        for (const auto &hop : m_connection->hops())
            hop->disconnect(this);
        m_connection->disconnect(this);
    }
    m_connection.reset();
}

void SshPanel::onConnectionState()
{
    using From = Ssh::Connection::State;
    using Step = ConnectPage::Step;
    switch (m_connection->state()) {
    case From::Idle:
    case From::Ready:
    case From::Closing:
    case From::Closed:
        break;
    case From::Jumping:
        showHops();
        break;
    case From::Resolving:
        m_progress->enter(Step::Resolve);
        break;
    case From::Connecting:
        m_progress->enter(Step::Connect);
        break;
    case From::KeyExchange:
        m_progress->enter(Step::KeyExchange);
        break;
    case From::HostKey:
        m_progress->enter(Step::HostKey);
        break;
    case From::Authenticating:
        m_progress->enter(Step::Login);
        break;
    }
}

void SshPanel::showHops()
{
    using From = Ssh::Connection::State;
    const auto hops = m_connection->hops();
    for (std::size_t i = 0; i < hops.size(); ++i) {
        const From state = hops[i]->state();
        m_progress->setHop(static_cast<int>(i), state == From::Ready ? ConnectPage::HopState::Done
                                                : state == From::Closed
                                                    ? ConnectPage::HopState::Failed
                                                : state == From::Idle || state == From::Jumping
                                                    ? ConnectPage::HopState::Ahead
                                                    : ConnectPage::HopState::Running);
    }
}

void SshPanel::send(const QByteArray &bytes)
{
    if (!m_shell)
        return;
    // All or nothing: half a command is another command.
    QString problem;
    if (!m_encoder) {
        problem = m_session->sendInput(bytes);
    } else if (const auto encoded =
                   m_encoder->encode({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        problem = m_session->sendInput(QByteArray::fromStdString(*encoded));
    } else {
        problem = encoded.error().what;
    }
    if (problem.isEmpty())
        return;
    m_notice->setClosable(true);
    m_notice->show(NoticeBar::Severity::Warning, problem, {}, {});
}

void SshPanel::openShell()
{
    if (m_shell)
        return;
    m_progress->enter(ConnectPage::Step::Shell);
    const Ssh::SessionFacts &facts = m_connection->sessionFacts();
    m_progress->setTime(ConnectPage::Step::Resolve, facts.resolveTime);
    m_progress->setTime(ConnectPage::Step::Connect, facts.connectTime);
    m_progress->setTime(ConnectPage::Step::KeyExchange, facts.keyExchangeTime);
    if (m_hadShell)
        m_session->tidyUp();
    showPage(m_session);
    const Terminal::Size size = m_session->gridSize();
    Ssh::ShellRequest request;
    request.columns = size.columns;
    request.rows = size.rows;
    // What locale goes with another character set, only the host knows.
    if (m_charset.isEmpty())
        request.environment.append({QStringLiteral("LANG"), remoteLanguage()});
    request.environment.append({QStringLiteral("COLORTERM"), QStringLiteral("truecolor")});
    m_shell =
        m_connection->openShell(request, std::make_shared<TerminalSink>(m_terminal, m_charset));
    m_terminal->setWriter(m_shell->writer());
    Ssh::Channel *shell = m_shell.get();
    m_session->input().setTransport(
        [shell](std::string_view bytes) { return shell->write(bytes, InputQueue::kAhead); },
        [shell] { return shell->unsentBytes(); });
    m_drawer->session().setTraffic([shell] { return shell->traffic(); });
    connect(shell, &Ssh::Channel::writable, &m_session->input(), &InputQueue::resume);
    connect(m_shell.get(), &Ssh::Channel::opened, this, &SshPanel::onShellOpened);
    connect(m_shell.get(), &Ssh::Channel::failed, this, &SshPanel::onFailed);
    connect(m_shell.get(), &Ssh::Channel::closed, this, &SshPanel::onShellClosed);
}

void SshPanel::onShellOpened()
{
    if (std::exchange(m_hadShell, true))
        ++m_reconnects;
    if (m_reconnecting->isActive())
        m_notice->hide();
    m_reconnecting->succeed();
    m_exitCode.reset();
    setState(State::Connected);
    m_session->setInputEnabled(true);
    if (const QString words = TerminalSession::cleanedLines(m_connection->bannerText());
        !words.isEmpty())
        m_session->banner().show(NoticeBar::Severity::Info, words, {}, {});
    tell(Event::Severity::Success, tr("The session began."));
    Q_EMIT metricsChanged();
}

void SshPanel::onShellClosed(const Ssh::ExitStatus &status)
{
    if (status.lost) // lost() says why
        return;
    m_session->setInputEnabled(false);
    m_exitCode = status.code.value_or(255); // as ssh says it of a signal
    if (status.code == 0) {
        tell(Event::Severity::Info, tr("The session ended."));
        Q_EMIT closeRequested();
        return;
    }
    const QString sentence =
        status.code               ? tr("The session ended with exit code %1.").arg(*status.code)
        : status.signal.isEmpty() ? tr("The session ended.")
                                  : tr("The session was ended by signal %1.").arg(status.signal);
    tell(Event::Severity::Info, sentence);
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Info, sentence, status.message, tr("Reconnect"));
    setState(State::Ended);
}

void SshPanel::onFailed(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        tell(Event::Severity::Error, error.what);
    m_questions.clear();
    if (m_reconnecting->isActive()) {
        if (m_reconnecting->wait(error))
            showReconnecting();
        else
            showLoss(error);
        setState(State::Lost);
        return;
    }
    m_progress->fail(error.what, error.detail);
    showPage(m_progress);
    setState(State::Failed);
}

void SshPanel::onLost(const Error &error)
{
    tell(Event::Severity::Error, error.what);
    m_session->setInputEnabled(false);
    showPage(m_session);
    if (m_policy == Ssh::Reconnect::Automatic && m_reconnecting->wait(error))
        showReconnecting();
    else
        showLoss(error);
    setState(State::Lost);
}

void SshPanel::showLoss(const Error &error)
{
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Error, error.what, error.detail, tr("Reconnect"));
    m_notice->setSecondAction(tr("Explain"));
}

void SshPanel::showReconnecting()
{
    const Error &reason = m_reconnecting->reason();
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Warning, m_reconnecting->sentence(),
                   reason.detail.isEmpty() ? reason.what
                                           : tr("%1 (%2)").arg(reason.what, reason.detail),
                   tr("Now"));
    m_notice->setSecondAction(tr("Stop"));
}

void SshPanel::again()
{
    if (m_reconnecting->isActive())
        m_reconnecting->now();
    else
        connectNow({});
}

void SshPanel::makeDrawer()
{
    m_drawer->setContentWidth([this] { return m_session->usualWidth(); }); // 80 columns
    connect(&m_drawer->diagnosis(), &DiagnosisPage::reconnectRequested, this,
            [this](const QString &option, const QString &value) {
                m_address.options.removeAllQueryItems(option);
                m_address.options.addQueryItem(option, value);
                connectNow({});
            });
    using Bar = ConnectionBar;
    const Bar &bar = m_drawer->session().bar();
    connect(&bar, &Bar::connectClicked, this, &SshPanel::again);
    connect(&bar, &Bar::disconnectClicked, this, &SshPanel::disconnectNow);
    connect(&bar, &Bar::cancelClicked, this, [this] {
        if (m_connection)
            m_connection->cancel();
    });
}

void SshPanel::explain()
{
    m_drawer->explain(m_state == State::Failed);
}

// Ends the session of this tab; the connection goes with its last one.
void SshPanel::disconnectNow()
{
    m_reconnecting->stop();
    m_session->setInputEnabled(false);
    m_drawer->setConnection({});
    release();
    tell(Event::Severity::Info, tr("The session was ended here."));
    m_notice->setClosable(false);
    m_notice->show(NoticeBar::Severity::Info, tr("The session was ended here."), {},
                   tr("Reconnect"));
    setState(State::Ended);
}

void SshPanel::showPage(QWidget *page)
{
    // The keys go on to where the person looks, unless another part of the window has them.
    const QWidget *focus = QApplication::focusWidget();
    const bool ours = !focus || focus == this || isAncestorOf(focus);
    m_pages->setCurrentWidget(page);
    m_pages->setFocusProxy(page);
    setFocusProxy(page);
    if (ours && isVisible())
        page->setFocus();
}

void SshPanel::setState(State state)
{
    m_state = state;
    m_drawer->session().setState(state);
    m_session->setOver(isOver());
    m_reconnect->setEnabled(canConnectAgain());
    Q_EMIT stateChanged();
    Q_EMIT metricsChanged();
}

void SshPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = host(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

void SshPanel::retranslate()
{
    m_waiting->setWords(tr("This tab was open when the program ended the last time."), host(),
                        tr("Connect"));
    m_drawer->retranslate();
    if (m_reconnecting->isActive()) {
        showReconnecting();
        return;
    }
    m_notice->setAction(isOver() ? tr("Reconnect") : QString());
    m_notice->setSecondAction(m_state == State::Lost ? tr("Explain") : QString());
}

void SshPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    for (const auto &questions : m_questions)
        questions->setShown(true);
}

void SshPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    for (const auto &questions : m_questions)
        questions->setShown(false);
}

} // namespace Portolan::Ui
