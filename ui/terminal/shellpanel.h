// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pty/shelladdress.h"
#include "core/runtime/enginehost.h"
#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"

#include <QElapsedTimer>

#include <memory>
#include <mutex>
#include <span>

class QStackedWidget;

namespace Portolan::Pty {
class PtyEngine;
struct ExitStatus;
} // namespace Portolan::Pty

namespace Portolan::Ui {

class TerminalSession;
class WaitingPage;

// A program of this computer in a terminal: the person's shell, or what the address names
// (core/pty/shelladdress.h). It parses on the program's own thread; the panel routes keys and
// sizes. A shell that ends takes its tab with it; a program that fails stays to be read, with its
// exit code, and Enter starts it again. GUI thread.
class ShellPanel : public Panel
{
    Q_OBJECT

public:
    explicit ShellPanel(const PanelContext &context);
    ~ShellPanel() override;

    // For the table of panels.
    static QString name();
    static QString description();
    static QStringList firstSteps();
    static std::span<const CommandSpec> commands();
    static std::unique_ptr<Panel> create(const PanelContext &context);

    void open(OpenRequest request) override;
    void connectAgain() override { start(); }
    // With the folder that the shell is in now, so that a second tab begins there.
    [[nodiscard]] Address address() const override;
    [[nodiscard]] QString profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QList<MetricSample> metrics() const override { return {}; }
    // While another program than the shell itself has the keys.
    [[nodiscard]] bool isLive() const override;
    [[nodiscard]] std::optional<int> exitCode() const override { return m_exitCode; }
    [[nodiscard]] std::optional<QString> closeQuestion() const override;

protected:
    void retranslate() override;

private:
    // How the engine's thread reaches the panel, for as long as there is one.
    struct Link
    {
        std::mutex mutex;
        ShellPanel *panel = nullptr;
    };

    void start();
    void release();
    void onStarted(const Result<> &started, qint64 process);
    void onExited(const Pty::ExitStatus &status);
    void showPage(QWidget *page);
    void setState(State state);
    void tell(Event::Severity severity, const QString &sentence);
    [[nodiscard]] QString programName() const;
    [[nodiscard]] QString busyProgram() const; // empty: none

    PanelContext m_context;
    Pty::ShellAddress m_launch;
    QString m_profile;
    QString m_lastTitle; // of the last session
    std::shared_ptr<Link> m_link;
    std::unique_ptr<EngineHost<Pty::PtyEngine>> m_host;
    qint64 m_process = 0;
    State m_state = State::Idle;
    std::optional<int> m_exitCode;
    QElapsedTimer m_sinceStart;
    QStackedWidget *m_pages;
    WaitingPage *m_waiting;
    TerminalSession *m_session;
};

} // namespace Portolan::Ui
