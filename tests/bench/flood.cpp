// SPDX-License-Identifier: GPL-3.0-or-later
// `yes` floods the view through a local pty for some seconds (30, or the first argument). Prints
// how long the window's thread did not answer at worst, frames a second, and lines a second; aim:
// no gap above 33 ms.
#include "core/pty/ptyengine.h"
#include "core/runtime/enginehost.h"
#include "ui/terminal/terminalview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <vector>

using namespace Portolan;

namespace {

class PaintCounter : public QObject
{
public:
    int paints = 0;

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    const int seconds =
        std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("30")).toInt());
    auto terminal = std::make_shared<Terminal::Terminal>(Terminal::Size{});
    Terminal::TerminalView view;
    view.setTerminal(terminal);
    view.resize(1600, 900);
    view.show();
    view.setFocus();
    PaintCounter counter;
    view.viewport()->installEventFilter(&counter);

    std::atomic<qint64> received = 0;
    Pty::Events events;
    events.bytes = [terminal, &received](std::string_view bytes) {
        received += qint64(bytes.size());
        terminal->receive(bytes);
    };
    QElapsedTimer sinceTurn;
    std::vector<double> gaps;
    QTimer turn;
    QObject::connect(&turn, &QTimer::timeout, &view, [&] {
        gaps.push_back(double(sinceTurn.nsecsElapsed()) / 1e6);
        sinceTurn.start();
    });
    {
        EngineHost<Pty::PtyEngine> host(QStringLiteral("pty"), [events](std::stop_token) {
            return std::make_unique<Pty::PtyEngine>(events);
        });
        host.post([](Pty::PtyEngine &engine) {
            Pty::Launch launch;
            launch.command = {QStringLiteral("yes"), QStringLiteral("portolan 한글")};
            if (!engine.start(launch)) {
                QCoreApplication::exit(1);
            }
        });
        QTimer::singleShot(500, &view, [&] {
            counter.paints = 0;
            sinceTurn.start();
            turn.start(1);
        });
        QTimer::singleShot(500 + seconds * 1000, &app, &QCoreApplication::quit);
        if (const int code = QCoreApplication::exec(); code != 0) {
            return code;
        }
        terminal->setDamage({});
    }
    if (gaps.empty()) {
        return 1;
    }
    std::sort(gaps.begin(), gaps.end());
    std::printf("%d s of yes: gap p99 %.1f ms, worst %.1f ms; %.0f frames/s; %.1f MB/s\n", seconds,
                gaps[gaps.size() * 99 / 100], gaps.back(), double(counter.paints) / seconds,
                double(received) / 1e6 / (seconds + 0.5));
    return 0;
}
