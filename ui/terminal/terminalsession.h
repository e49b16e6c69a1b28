// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/terminal.h"
#include "ui/panel/command.h"
#include "ui/panel/panelcontext.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QWidget>

#include <memory>
#include <span>

class QFrame;

namespace Portolan::Terminal {
class TerminalView;
}

namespace Portolan::Ui {

class InputQueue;
class NoticeBar;
class WorkProgress;

// What every panel with a terminal in it has: the terminal itself, its view, one line above it for
// what the peer says and one for how it ended, the actions (copy, paste, larger text, ...), font
// and scrollback as the settings say. It knows no transport: the panel feeds terminal(), takes
// inputReady(), converts it where it must and gives it to input(), which shows the progress of a
// paste that takes its time. GUI thread.
//
// The view is made when it is shown for the first time: a session that lives behind other tabs
// costs its screen alone, and still tells its title.
class TerminalSession : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalSession(const PanelContext &context, QWidget *parent = nullptr);
    ~TerminalSession() override;

    [[nodiscard]] const std::shared_ptr<Terminal::Terminal> &terminal() const { return m_terminal; }
    [[nodiscard]] NoticeBar &banner() { return *m_banner; }
    [[nodiscard]] NoticeBar &notice() { return *m_notice; }
    [[nodiscard]] InputQueue &input() { return *m_input; }
    // To input(). Why nothing of it was taken, or an empty sentence.
    [[nodiscard]] QString sendInput(const QByteArray &bytes);
    // Of InputQueue::dropped(), for a person.
    [[nodiscard]] static QString droppedSentence(quint64 sent, quint64 all);
    // Below those two; owned from here on.
    void addBar(QWidget *bar);
    // What to open a session with: the view's, or where it was never shown, that of the terminal
    // that was shown last.
    [[nodiscard]] Terminal::Size gridSize() const;
    // Of 80 columns, in pixels; 0 before it was shown.
    [[nodiscard]] int usualWidth() const;
    // What the programs in it set (OSC 0 and 2; OSC 7), control characters removed.
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString workingDirectory() const { return m_workingDirectory; }

    // As TerminalView has them.
    void setPeerName(const QString &name);
    void setInputEnabled(bool enabled);
    // From now on Enter asks for a new session, with againWanted().
    void setOver(bool over) { m_over = over; }
    // Before a new session on the same screen: undoes what a lost program left set, without
    // touching the text.
    void tidyUp();
    // What can be done with a terminal: "terminal.copy" and so on. The actions belong to the
    // session; a panel adds them to its own.
    [[nodiscard]] static std::span<const CommandSpec> commands();
    [[nodiscard]] QList<QAction *> makeActions();

    // One line without control and bidirectional characters, of at most 200 characters: what a peer
    // sends as a title goes into tabs and title bars.
    [[nodiscard]] static QString cleaned(QString text);
    // The same with line ends kept, at most 4,000.
    [[nodiscard]] static QString cleanedLines(const QString &text);

Q_SIGNALS:
    void inputReady(const QByteArray &bytes);
    void sizeChanged(int columns, int rows);
    void titleChanged();
    void againWanted();

protected:
    void customEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Relay;

    void makeView();
    void placeNotice();
    void showProgress(bool shown);
    void sayStep();
    void watchWithoutView();
    void takeTitle(const QString &title);
    void followSetting(const QString &key);
    [[nodiscard]] bool answer(const QKeyEvent &event);

    PanelContext m_context;
    std::shared_ptr<Terminal::Terminal> m_terminal;
    std::shared_ptr<Relay> m_relay; // while there is no view
    Terminal::TerminalView *m_view = nullptr;
    NoticeBar *m_banner;
    NoticeBar *m_notice;
    InputQueue *m_input;
    QFrame *m_pasting; // over the screen
    WorkProgress *m_progress;
    QAction *m_cancelPaste = nullptr;
    QString m_peer;
    QString m_title;
    QString m_workingDirectory;
    int m_timer = 0;
    bool m_inputEnabled = true;
    bool m_over = false;
};

} // namespace Portolan::Ui
