// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/terminalsession.h"

#include "ui/terminal/inputqueue.h"
#include "ui/terminal/keymapping.h"
#include "ui/terminal/terminalview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QAction>
#include <QCoreApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <mutex>
#include <utility>

namespace Portolan::Ui {

namespace {

// Back from the alternate screen, soft reset (DEC STD 070, DECSTR), no mouse, no focus and paste
// reports.
constexpr std::string_view kTidyUp =
    "\x1b[?1049l\x1b[!p\x1b[?9;1000;1002;1003;1004;2004l\x1b[m\r\n";
constexpr int kTitlePause = 250; // milliseconds, as a hidden view
Terminal::Size g_lastShown;      // GUI thread

QEvent::Type damageEvent()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

bool isUnseen(QChar c)
{
    // Bidirectional controls too: they could make the rest of a title read otherwise.
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

// Carries "something changed" from the transport's thread, and stops before the session is gone.
struct TerminalSession::Relay
{
    std::mutex mutex;
    QObject *target = nullptr;

    void stop()
    {
        const std::scoped_lock lock(mutex);
        target = nullptr;
    }
};

TerminalSession::TerminalSession(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_banner(new NoticeBar)
    , m_notice(new NoticeBar(this))
    , m_input(new InputQueue(this))
    , m_pasting(new QFrame(this))
    , m_progress(new WorkProgress(m_pasting))
{
    Terminal::Limits limits;
    limits.scrollbackBytes =
        static_cast<std::size_t>(context.settings.number(
            Settings::Key::scrollback, Settings::kScrollback, 1, Settings::kMostScrollback))
        << 20U;
    m_terminal = std::make_shared<Terminal::Terminal>(gridSize(), limits);
    m_banner->setClosable(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    // Over the screen, not beside it: the programs in it must not be resized for it.
    m_notice->installEventFilter(this);
    m_pasting->setObjectName(QStringLiteral("pasteProgress"));
    m_pasting->setFrameShape(QFrame::StyledPanel);
    m_pasting->setAutoFillBackground(true);
    m_pasting->setCursor(Qt::ArrowCursor);
    m_pasting->hide();
    m_pasting->installEventFilter(this); // its figures come after it was shown
    auto *inner = new QVBoxLayout(m_pasting);
    inner->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    inner->addWidget(m_progress);
    // Typing goes on into the terminal; the command palette has Cancel too.
    for (auto *button : m_progress->findChildren<QPushButton *>())
        button->setFocusPolicy(Qt::NoFocus);
    connect(m_progress, &WorkProgress::cancelClicked, m_input, &InputQueue::cancel);
    connect(m_input, &InputQueue::slowBegan, this, [this] { showProgress(true); });
    connect(m_input, &InputQueue::slowEnded, this, [this] { showProgress(false); });
    connect(m_input, &InputQueue::progressed, m_progress, &WorkProgress::setDone);
    connect(&context.settings, &Settings::changed, this, &TerminalSession::followSetting);
    watchWithoutView();
}

TerminalSession::~TerminalSession()
{
    m_input->disconnect(); // whoever listens may be half gone
    m_input->setTransport({}, {});
    if (m_relay) {
        m_relay->stop();
        m_terminal->setDamage({});
    }
    if (m_view)
        m_view->removeEventFilter(this);
}

void TerminalSession::addBar(QWidget *bar)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, bar);
}

Terminal::Size TerminalSession::gridSize() const
{
    return m_view ? m_view->gridSize() : g_lastShown;
}

int TerminalSession::usualWidth() const
{
    return m_view ? m_view->sizeHint().width() : 0;
}

void TerminalSession::setPeerName(const QString &name)
{
    m_peer = name;
    if (m_view)
        m_view->setPeerName(name);
}

void TerminalSession::setInputEnabled(bool enabled)
{
    m_inputEnabled = enabled;
    if (!enabled)
        m_input->drop();
    if (m_view)
        m_view->setInputEnabled(enabled);
}

void TerminalSession::tidyUp()
{
    m_terminal->receive(kTidyUp);
}

std::span<const CommandSpec> TerminalSession::commands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("terminal.copy"), QLatin1String("copy"), "C", [] { return tr("Copy"); }},
        {QLatin1String("terminal.paste"), QLatin1String("paste"), "V", [] { return tr("Paste"); }},
        {QLatin1String("terminal.select-all"), QLatin1String("select"), "A",
         [] { return tr("Select all"); }},
        {QLatin1String("terminal.larger-text"), QLatin1String("plus"), "+",
         [] { return tr("Larger text"); }},
        {QLatin1String("terminal.smaller-text"), QLatin1String("minus"), "-",
         [] { return tr("Smaller text"); }},
        {QLatin1String("terminal.usual-text"), QLatin1String("text"), "0",
         [] { return tr("Usual text size"); }},
        {QLatin1String("terminal.clear-scrollback"), QLatin1String("clear"), "",
         [] { return tr("Clear the scrollback"); }},
        {QLatin1String("terminal.cancel-paste"), QLatin1String("close"), "",
         [] { return tr("Cancel the paste"); }, [] { return tr("Nothing is being pasted."); }},
    };
    return kCommands;
}

QList<QAction *> TerminalSession::makeActions()
{
    using View = Terminal::TerminalView;
    using Call = void (*)(View &);
    constexpr std::array<Call, 7> kCalls{
        // of the view; the session's own come last
        [](View &view) { view.copySelection(); },  [](View &view) { view.paste(); },
        [](View &view) { view.selectAll(); },      [](View &view) { view.zoomIn(); },
        [](View &view) { view.zoomOut(); },        [](View &view) { view.resetZoom(); },
        [](View &view) { view.clearScrollback(); }};
    QList<QAction *> actions;
    for (const CommandSpec &spec : commands()) {
        auto *command = new Command(spec, m_context.settings, this);
        command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (static_cast<std::size_t>(actions.size()) == kCalls.size()) {
            m_cancelPaste = command;
            command->setEnabled(m_input->isSlow());
            connect(command, &QAction::triggered, m_input, &InputQueue::cancel);
            actions.append(command);
            break;
        }
        connect(command, &QAction::triggered, this,
                [this, call = kCalls.at(std::size_t(actions.size()))] {
                    if (m_view)
                        call(*m_view);
                });
        actions.append(command);
    }
    return actions;
}

QString TerminalSession::cleaned(QString text)
{
    text.truncate(200);
    for (QChar &c : text) {
        if (isUnseen(c))
            c = QLatin1Char(' ');
    }
    return text.simplified();
}

QString TerminalSession::cleanedLines(const QString &text)
{
    QString result = text.left(4000);
    for (QChar &c : result) {
        if (c != QLatin1Char('\n') && isUnseen(c))
            c = QLatin1Char(' ');
    }
    return result.trimmed();
}

void TerminalSession::watchWithoutView()
{
    m_relay = std::make_shared<Relay>();
    m_relay->target = this;
    m_terminal->setDamage([relay = m_relay] {
        const std::scoped_lock lock(relay->mutex);
        if (relay->target)
            QCoreApplication::postEvent(relay->target, new QEvent(damageEvent()));
    });
}

void TerminalSession::customEvent(QEvent *event)
{
    if (event->type() == damageEvent() && !m_view && m_timer == 0)
        m_timer = startTimer(kTitlePause);
}

void TerminalSession::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return;
    killTimer(std::exchange(m_timer, 0));
    if (m_view)
        return;
    Terminal::Frame frame;
    m_terminal->update(frame);
    m_workingDirectory = QString::fromStdString(frame.workingDirectory).left(4096);
    takeTitle(QString::fromStdString(frame.title));
}

void TerminalSession::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_view)
        makeView();
}

void TerminalSession::makeView()
{
    using Terminal::TerminalView;
    m_view = new TerminalView(this);
    m_relay->stop();
    m_relay.reset();
    m_view->setTerminal(m_terminal);
    m_view->setKeysOf([this](QLatin1String command) {
        for (const CommandSpec &spec : commands()) {
            if (spec.id == command)
                return Command::keysOf(spec, m_context.settings).toString(QKeySequence::NativeText);
        }
        return QString();
    });
    m_view->setPeerName(m_peer);
    m_view->setInputEnabled(m_inputEnabled);
    m_view->installEventFilter(this);
    connect(m_view, &TerminalView::inputReady, this, &TerminalSession::inputReady);
    connect(m_view, &TerminalView::sizeChanged, this, [this](int columns, int rows) {
        g_lastShown = {columns, rows};
        Q_EMIT sizeChanged(columns, rows);
    });
    connect(m_view, &TerminalView::titleChanged, this, &TerminalSession::takeTitle);
    connect(m_view, &TerminalView::workingDirectoryChanged, this,
            [this](const QString &url) { m_workingDirectory = url.left(4096); });
    Terminal::applySettings(m_context.settings, *m_view);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_view, 1);
    const bool focused = hasFocus();
    setFocusProxy(m_view);
    layout()->activate(); // so that it is shown in its size
    m_view->show();
    if (focused)
        m_view->setFocus();
}

void TerminalSession::takeTitle(const QString &title)
{
    const QString words = cleaned(title);
    if (words == m_title)
        return;
    m_title = words;
    Q_EMIT titleChanged();
}

void TerminalSession::followSetting(const QString &key)
{
    if (m_view && Terminal::concernsTerminals(key))
        Terminal::applySettings(m_context.settings, *m_view);
}

void TerminalSession::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeNotice();
}

QString TerminalSession::droppedSentence(quint64 sent, quint64 all)
{
    const auto amount = [](quint64 bytes) {
        return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1);
    };
    return tr("A paste was not finished: %1 of %2 were sent.").arg(amount(sent), amount(all));
}

QString TerminalSession::sendInput(const QByteArray &bytes)
{
    if (m_input->add(bytes))
        return {};
    return tr("Nothing was pasted: at most %1 can wait to be sent.")
        .arg(QLocale().formattedDataSize(InputQueue::kMostWaiting, 0));
}

void TerminalSession::showProgress(bool shown)
{
    if (m_cancelPaste)
        m_cancelPaste->setEnabled(shown);
    if (shown) {
        m_progress->begin(WorkProgress::Unit::Bytes);
        sayStep();
    } else {
        m_progress->end();
    }
    m_pasting->setVisible(shown);
    placeNotice();
}

void TerminalSession::sayStep()
{
    m_progress->setStep(tr("Pasting; the other side takes its time."));
}

void TerminalSession::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_progress->isRunning())
        sayStep();
    QWidget::changeEvent(event);
}

void TerminalSession::placeNotice()
{
    const int top = m_view ? m_view->y() : 0;
    if (!m_pasting->isHidden()) {
        const int broad = std::min(width() - 2 * Space::L, 480);
        const int above = m_notice->isHidden() ? 0 : m_notice->height();
        m_pasting->setGeometry((width() - broad) / 2, top + above + Space::M, broad,
                               m_pasting->sizeHint().height());
        m_pasting->raise();
    }
    if (m_notice->isHidden())
        return;
    const int most = height() * 3 / 4;
    const int wanted = m_notice->hasHeightForWidth() ? m_notice->heightForWidth(width())
                                                     : m_notice->sizeHint().height();
    m_notice->setGeometry(0, top, width(), std::min(wanted, most));
    m_notice->raise();
}

// Qt has seen the key and found no command: it knows it by the letter of the layout only. The
// commands are those of the panel and of what is around it, with the keys that hold for them.
bool TerminalSession::answer(const QKeyEvent &event)
{
    const QList<QKeySequence> meant = Terminal::applicationKeys(event);
    for (const QKeySequence &keys : meant) {
        for (const QWidget *widget = this; widget; widget = widget->parentWidget()) {
            const QList<QAction *> actions = widget->actions();
            for (QAction *action : actions) {
                if (action->isEnabled() && action->shortcut() == keys) {
                    action->trigger();
                    return true;
                }
            }
        }
    }
    return false;
}

bool TerminalSession::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_notice || watched == m_pasting) &&
        (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest))
        placeNotice();
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        answer(*static_cast<const QKeyEvent *>(event)))
        return true;
    if (watched == m_view && event->type() == QEvent::KeyPress && m_over) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT againWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Portolan::Ui
