// SPDX-License-Identifier: GPL-3.0-or-later
// A local program in a bare terminal view: for trying keys, mouse and input methods by hand, and
// for measuring from outside. Arguments are the command; without any, the person's shell.
#include "core/pty/ptyengine.h"
#include "core/runtime/enginehost.h"
#include "ui/terminal/terminalview.h"

#include <QApplication>

#include <string>

using namespace Portolan;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    auto terminal = std::make_shared<Terminal::Terminal>(Terminal::Size{});
    Terminal::TerminalView view;
    view.setTerminal(terminal);
    view.setPeerName(QStringLiteral("localhost"));

    Pty::Events events;
    events.bytes = [terminal](std::string_view bytes) { terminal->receive(bytes); };
    events.exited = [&app](Pty::ExitStatus) {
        QMetaObject::invokeMethod(&app, &QCoreApplication::quit, Qt::QueuedConnection);
    };
    EngineHost<Pty::PtyEngine> host(QStringLiteral("pty"), [events](std::stop_token) {
        return std::make_unique<Pty::PtyEngine>(events);
    });
    const auto write = [&host](std::string bytes) {
        host.post([bytes = std::move(bytes)](Pty::PtyEngine &engine) { engine.write(bytes); });
    };
    terminal->setWriter([&write](std::string_view bytes) { write(std::string(bytes)); });
    QObject::connect(&view, &Terminal::TerminalView::inputReady, &view,
                     [&write](const QByteArray &bytes) { write(bytes.toStdString()); });
    QObject::connect(
        &view, &Terminal::TerminalView::sizeChanged, &view, [&host](int columns, int rows) {
            host.post([columns, rows](Pty::PtyEngine &engine) { engine.resize({columns, rows}); });
        });
    QObject::connect(&view, &Terminal::TerminalView::titleChanged, &view,
                     [&view](const QString &title) { view.setWindowTitle(title); });
    view.setWindowTitle(QStringLiteral("terminal"));
    view.resize(view.sizeHint());
    view.show();

    Pty::Launch launch;
    launch.command = QCoreApplication::arguments().mid(1);
    launch.size = {view.gridSize().columns, view.gridSize().rows};
    host.post([launch](Pty::PtyEngine &engine) {
        if (const auto started = engine.start(launch); !started) {
            qCritical("%s", qPrintable(started.error().what));
            QCoreApplication::exit(1);
        }
    });
    const int code = QCoreApplication::exec();
    terminal->setWriter({});
    return code;
}
