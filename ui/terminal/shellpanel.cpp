// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/shellpanel.h"

#include "core/pty/foreground.h"
#include "core/pty/ptyengine.h"
#include "ui/terminal/inputqueue.h"
#include "ui/terminal/terminalsession.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/waitingpage.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>

namespace Portolan::Ui {

namespace {

// A shell that ends sooner did not start well: its last words are kept on the screen.
constexpr qint64 kStartMilliseconds = 2000;

// How much of a paste the engine holds. The panel takes room, the engine's thread gives it back;
// what the terminal itself answers is not counted, so less than nothing can be held for a moment.
class Intake
{
public:
    std::size_t take(std::size_t wanted)
    {
        const std::scoped_lock lock(m_mutex);
        const std::size_t room = m_held < InputQueue::kAhead ? InputQueue::kAhead - m_held : 0;
        const std::size_t taken = std::min(wanted, room);
        m_held += taken;
        m_wanted = taken < wanted;
        return taken;
    }
    // Whether somebody waits for the room that there is now.
    bool release(std::size_t count)
    {
        const std::scoped_lock lock(m_mutex);
        m_held -= std::min(m_held, count);
        return m_held < InputQueue::kAhead / 2 && std::exchange(m_wanted, false);
    }
    std::size_t held()
    {
        const std::scoped_lock lock(m_mutex);
        return m_held;
    }

private:
    std::mutex m_mutex;
    std::size_t m_held = 0;
    bool m_wanted = false;
};

// Started from a menu, the program stands in the root folder, which is nobody's place to work.
QString usualFolder()
{
    const QString own = QDir::currentPath();
    return own == QDir::rootPath() ? QDir::homePath() : own;
}

} // namespace

ShellPanel::ShellPanel(const PanelContext &context)
    : m_context(context)
    , m_pages(new QStackedWidget)
    , m_waiting(new WaitingPage)
    , m_session(new TerminalSession(context))
{
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(m_session);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    addActions(m_session->makeActions());
    m_session->setPeerName(QStringLiteral("localhost"));

    connect(m_session, &TerminalSession::inputReady, this, [this](const QByteArray &bytes) {
        if (const QString problem = m_session->sendInput(bytes); !problem.isEmpty()) {
            m_session->notice().setClosable(true);
            m_session->notice().show(NoticeBar::Severity::Warning, problem, {}, {});
        }
    });
    connect(m_session, &TerminalSession::sizeChanged, this, [this](int columns, int rows) {
        if (m_host)
            m_host->post([columns, rows](Pty::PtyEngine &engine) {
                engine.resize({columns, rows});
            });
    });
    connect(m_session, &TerminalSession::titleChanged, this, &Panel::titleChanged);
    connect(&m_session->input(), &InputQueue::dropped, this, [this](quint64 sent, quint64 all) {
        tell(Event::Severity::Warning, TerminalSession::droppedSentence(sent, all));
    });
    connect(m_session, &TerminalSession::againWanted, this, &ShellPanel::start);
    connect(&m_session->notice(), &NoticeBar::actionClicked, this, &ShellPanel::start);
    connect(m_waiting, &WaitingPage::activated, this, &ShellPanel::start);
    retranslate();
}

ShellPanel::~ShellPanel()
{
    release();
}

QString ShellPanel::name()
{
    return tr("Local shell");
}

QString ShellPanel::description()
{
    return tr("A shell of this computer, in the same terminal as those on other computers.");
}

QStringList ShellPanel::firstSteps()
{
    return {tr("Type shell://localhost into the field above and press Enter."),
            tr("Press Ctrl+Shift+D for a second tab in the same folder."),
            tr("Start one program in a window of its own with portolan -e.")};
}

std::span<const CommandSpec> ShellPanel::commands()
{
    return TerminalSession::commands();
}

std::unique_ptr<Panel> ShellPanel::create(const PanelContext &context)
{
    return std::make_unique<ShellPanel>(context);
}

void ShellPanel::open(OpenRequest request)
{
    m_profile = request.profile;
    m_lastTitle = TerminalSession::cleaned(request.title);
    const auto launch = Pty::ShellAddress::read(request.address);
    if (!launch) {
        onStarted(tl::unexpected(launch.error()), 0);
        return;
    }
    m_launch = *launch;
    retranslate();
    // A shell is a shell again; a command may do something, and is not repeated unasked.
    if (request.connect || m_launch.command.isEmpty()) {
        start();
        return;
    }
    showPage(m_waiting);
    setState(State::Idle);
}

Address ShellPanel::address() const
{
    Pty::ShellAddress now = m_launch;
    if (now.command.isEmpty()) {
        QString folder = Pty::workingDirectoryOf(m_process);
        if (folder.isEmpty()) {
            // As the shell tells it (OSC 7), where the system does not.
            const QUrl told(m_session->workingDirectory());
            if (told.scheme() == QLatin1String("file"))
                folder = told.path();
        }
        if (!folder.isEmpty())
            now.workingDirectory = folder;
    }
    return now.toAddress();
}

QString ShellPanel::programName() const
{
    return m_launch.command.isEmpty() ? QString() : QFileInfo(m_launch.command.front()).fileName();
}

QString ShellPanel::title() const
{
    if (!m_session->title().isEmpty())
        return m_session->title();
    if (m_state == State::Idle && !m_lastTitle.isEmpty())
        return m_lastTitle;
    return m_launch.command.isEmpty() ? name() : TerminalSession::cleaned(programName());
}

QString ShellPanel::busyProgram() const
{
    if (m_state != State::Connected)
        return {};
    const auto foreground = Pty::foregroundOf(m_process);
    const bool isItself = !foreground || foreground->processId == m_process;
    if (isItself)
        return TerminalSession::cleaned(programName());
    return foreground->name.isEmpty() ? QString::number(foreground->processId)
                                      : TerminalSession::cleaned(foreground->name);
}

bool ShellPanel::isLive() const
{
    return !busyProgram().isEmpty();
}

std::optional<QString> ShellPanel::closeQuestion() const
{
    const QString program = busyProgram();
    if (program.isEmpty())
        return std::nullopt;
    return tr("A program is still running here and will end: %1").arg(program);
}

void ShellPanel::start()
{
    if (m_state == State::Connected || m_state == State::Connecting)
        return;
    const bool again = m_exitCode.has_value();
    release();
    m_exitCode.reset();
    m_session->notice().hide();
    if (again)
        m_session->tidyUp();
    showPage(m_session);
    setState(State::Connecting);

    m_link = std::make_shared<Link>();
    m_link->panel = this;
    const auto tellPanel = [link = m_link](auto call) {
        const std::scoped_lock lock(link->mutex);
        if (ShellPanel *panel = link->panel)
            QMetaObject::invokeMethod(
                panel, [panel, call = std::move(call)] { call(*panel); }, Qt::QueuedConnection);
    };
    Pty::Events events;
    events.bytes = [terminal = m_session->terminal()](std::string_view bytes) {
        terminal->receive(bytes);
    };
    events.exited = [tellPanel](Pty::ExitStatus status) {
        tellPanel([status](ShellPanel &panel) { panel.onExited(status); });
    };
    const auto intake = std::make_shared<Intake>();
    events.taken = [intake, tellPanel](std::size_t count) {
        if (intake->release(count))
            tellPanel([](ShellPanel &panel) { panel.m_session->input().resume(); });
    };
    m_host = std::make_unique<EngineHost<Pty::PtyEngine>>(
        QStringLiteral("pty"), [events = std::move(events)](std::stop_token) {
            return std::make_unique<Pty::PtyEngine>(events);
        });
    m_session->terminal()->setWriter([host = m_host.get()](std::string_view bytes) {
        host->post([text = std::string(bytes)](Pty::PtyEngine &engine) { engine.write(text); });
    });
    m_session->input().setTransport(
        [host = m_host.get(), intake](std::string_view bytes) {
            const std::string_view taken = bytes.substr(0, intake->take(bytes.size()));
            host->post([text = std::string(taken), intake](Pty::PtyEngine &engine) {
                if (!engine.write(text))
                    intake->release(text.size()); // it has ended, as the panel is told
            });
            return taken.size();
        },
        [intake] { return intake->held(); });

    Pty::Launch launch;
    launch.command = m_launch.command;
    launch.workingDirectory =
        m_launch.workingDirectory.isEmpty() ? usualFolder() : m_launch.workingDirectory;
    const Terminal::Size size = m_session->gridSize();
    m_session->terminal()->resize(size);
    launch.size = {size.columns, size.rows};
    m_sinceStart.start();
    m_host->post([launch, tellPanel](Pty::PtyEngine &engine) {
        const Result<> started = engine.start(launch);
        tellPanel([started, process = engine.processId()](ShellPanel &panel) {
            panel.onStarted(started, process);
        });
    });
}

void ShellPanel::release()
{
    m_session->terminal()->setWriter({});
    m_session->input().setTransport({}, {});
    if (m_link) {
        const std::scoped_lock lock(m_link->mutex);
        m_link->panel = nullptr;
    }
    m_link.reset();
    m_host.reset();
    m_process = 0;
}

void ShellPanel::onStarted(const Result<> &started, qint64 process)
{
    if (started) {
        m_process = process;
        m_session->setInputEnabled(true);
        setState(State::Connected);
        return;
    }
    tell(Event::Severity::Error, started.error().what);
    showPage(m_session);
    m_session->setInputEnabled(false);
    m_session->notice().setClosable(false);
    m_session->notice().show(NoticeBar::Severity::Error, started.error().what,
                             started.error().detail, tr("Start again"));
    setState(State::Failed);
}

void ShellPanel::onExited(const Pty::ExitStatus &status)
{
    m_process = 0;
    m_exitCode = status.code;
    m_session->setInputEnabled(false);
    const QString sentence = status.signalled
                                 ? tr("The program was ended by signal %1.").arg(status.code - 128)
                                 : tr("The program ended with exit code %1.").arg(status.code);
    tell(Event::Severity::Info, sentence);
    m_session->notice().setClosable(false);
    m_session->notice().show(NoticeBar::Severity::Info, sentence, {}, tr("Start again"));
    setState(State::Ended);
    // A shell's exit code is that of its last command, which was seen when it ran.
    const bool wasUsed = m_launch.command.isEmpty() && !status.signalled &&
                         m_sinceStart.elapsed() >= kStartMilliseconds;
    if (status.code == 0 || wasUsed)
        Q_EMIT closeRequested();
}

void ShellPanel::showPage(QWidget *page)
{
    const QWidget *focus = QApplication::focusWidget();
    const bool ours = !focus || focus == this || isAncestorOf(focus);
    m_pages->setCurrentWidget(page);
    setFocusProxy(page);
    if (ours && isVisible())
        page->setFocus();
}

void ShellPanel::setState(State state)
{
    m_state = state;
    m_session->setOver(state == State::Ended || state == State::Failed);
    Q_EMIT stateChanged();
}

void ShellPanel::tell(Event::Severity severity, const QString &sentence)
{
    m_context.events.add({.severity = severity,
                          .source = title(),
                          .text = sentence,
                          .time = m_context.now(),
                          .origin = token()});
}

void ShellPanel::retranslate()
{
    m_waiting->setWords(tr("This command ran here when the program ended the last time."),
                        m_launch.command.join(QLatin1Char(' ')), tr("Run again"));
    const bool over = m_state == State::Ended || m_state == State::Failed;
    m_session->notice().setAction(over ? tr("Start again") : QString());
}

} // namespace Portolan::Ui
