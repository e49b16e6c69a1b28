// SPDX-License-Identifier: GPL-3.0-or-later
// From a key event to the drawn echo: the view encodes the key, a local `cat` behind a pseudo
// terminal sends it back, the terminal's thread parses it and the view paints. Milliseconds, one
// key after the other; aim: 95 % within 8 ms. It says nothing of the X server and the screen.
#include "core/pty/ptyengine.h"
#include "core/runtime/enginehost.h"
#include "ui/terminal/terminalview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

using namespace Portolan;

namespace {

constexpr int kKeys = 300;

// Sends a key, waits for the paint that the echo causes, and goes on a little later, so that keys
// fall anywhere between two frames.
class Typist : public QObject
{
public:
    Typist(Terminal::TerminalView &view)
        : m_view(view)
    {
        view.viewport()->installEventFilter(this);
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, &Typist::type);
        m_next.start(1000);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_waiting) {
            watched->removeEventFilter(this);
            QCoreApplication::sendEvent(watched, event); // now it is drawn
            watched->installEventFilter(this);
            m_times.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_waiting = false;
            if (int(m_times.size()) == kKeys) {
                report();
                QCoreApplication::quit();
            } else {
                m_next.start(20 + int(m_times.size() * 7 % 23));
            }
            return true;
        }
        return false;
    }

private:
    void type()
    {
        const QChar c(ushort('a' + m_times.size() % 26));
        QKeyEvent key(QEvent::KeyPress, c.unicode() - 'a' + Qt::Key_A, {}, QString(c));
        m_waiting = true;
        m_since.start();
        QCoreApplication::sendEvent(&m_view, &key);
    }

    void report()
    {
        std::sort(m_times.begin(), m_times.end());
        const auto at = [this](double share) {
            return m_times[std::size_t(double(m_times.size() - 1) * share)];
        };
        std::printf("key to drawn echo: median %.2f ms, p95 %.2f ms, worst %.2f ms (%d keys)\n",
                    at(0.5), at(0.95), at(1), kKeys);
    }

    Terminal::TerminalView &m_view;
    QTimer m_next;
    QElapsedTimer m_since;
    bool m_waiting = false;
    std::vector<double> m_times;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    // The cursor's blinking would be taken for an echo.
    QApplication::setCursorFlashTime(0);
    auto terminal = std::make_shared<Terminal::Terminal>(Terminal::Size{});
    Terminal::TerminalView view;
    view.setTerminal(terminal);
    view.resize(1600, 900);
    view.show();
    view.setFocus();

    Pty::Events events;
    events.bytes = [terminal](std::string_view bytes) { terminal->receive(bytes); };
    EngineHost<Pty::PtyEngine> host(QStringLiteral("pty"), [events](std::stop_token) {
        return std::make_unique<Pty::PtyEngine>(events);
    });
    QObject::connect(
        &view, &Terminal::TerminalView::inputReady, &view, [&host](const QByteArray &bytes) {
            host.post([text = bytes.toStdString()](Pty::PtyEngine &engine) { engine.write(text); });
        });
    host.post([](Pty::PtyEngine &engine) {
        Pty::Launch launch;
        launch.command = {QStringLiteral("cat")};
        if (!engine.start(launch)) {
            QCoreApplication::exit(1);
        }
    });
    const Typist typist(view);
    return QCoreApplication::exec();
}
