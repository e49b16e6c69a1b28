// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a recorded stream as the view shows it, into a PNG: for looking at what cannot be asserted.
// QT_SCALE_FACTOR gives other scales.
#include "ui/terminal/terminalview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QInputMethodEvent>
#include <QTextStream>
#include <QTimer>
#include <cmath>

using namespace Portolan::Terminal;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("stream"), QStringLiteral("recorded bytes"));
    parser.addPositionalArgument(QStringLiteral("picture"), QStringLiteral("PNG to write"));
    parser.addOption(
        {QStringLiteral("columns"), QString(), QStringLiteral("n"), QStringLiteral("100")});
    parser.addOption(
        {QStringLiteral("rows"), QString(), QStringLiteral("n"), QStringLiteral("30")});
    parser.addOption({QStringLiteral("font"), QString(), QStringLiteral("family")});
    parser.addOption(
        {QStringLiteral("zoom"), QString(), QStringLiteral("points"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("preedit"), QString(), QStringLiteral("text")});
    parser.addOption(QCommandLineOption(QStringLiteral("light")));
    parser.addHelpOption();
    parser.process(app);
    const QStringList files = parser.positionalArguments();
    QFile stream(files.value(0));
    if (files.size() != 2 || !stream.open(QIODevice::ReadOnly)) {
        parser.showHelp(1);
    }

    const Size size{parser.value(QStringLiteral("columns")).toInt(),
                    parser.value(QStringLiteral("rows")).toInt()};
    auto terminal = std::make_shared<Terminal>(size);
    TerminalView view;
    view.setColorScheme(parser.isSet(QStringLiteral("light")) ? ColorScheme::lightScheme()
                                                              : ColorScheme::darkScheme());
    if (parser.isSet(QStringLiteral("font"))) {
        QFont font = TerminalView::defaultTerminalFont();
        font.setFamilies({parser.value(QStringLiteral("font"))});
        view.setTerminalFont(font);
    }
    view.setZoom(parser.value(QStringLiteral("zoom")).toInt());
    view.setTerminal(terminal);
    view.resize(view.sizeHint());
    view.show();
    view.setFocus();
    const QByteArray bytes = stream.readAll();
    // Grows until the grid is as asked for (the view takes a new size at most every 40 ms), then
    // draws, lets the size label go, and takes the picture.
    int rounds = 0;
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &view, [&] {
        ++rounds;
        if (!(view.gridSize() == size) && rounds < 40) {
            const Size grid = view.gridSize();
            const QSize cell(view.viewport()->width() / grid.columns,
                             view.viewport()->height() / grid.rows);
            view.resize(view.width() + (size.columns - grid.columns) * cell.width(),
                        view.height() + (size.rows - grid.rows) * cell.height());
            return;
        }
        if (rounds < 100) {
            rounds = 100;
            terminal->receive(std::string_view(bytes.constData(), std::size_t(bytes.size())));
            if (parser.isSet(QStringLiteral("preedit"))) {
                QInputMethodEvent event(parser.value(QStringLiteral("preedit")), {});
                QCoreApplication::sendEvent(&view, &event);
            }
        }
        if (rounds < 125) {
            return;
        }
        const bool saved = view.grab().save(files.at(1));
        QTextStream(stdout) << view.gridSize().columns << " x " << view.gridSize().rows
                            << (saved ? "\n" : " not saved\n");
        QCoreApplication::exit(saved ? 0 : 1);
    });
    clock.start(60);
    return QCoreApplication::exec();
}
