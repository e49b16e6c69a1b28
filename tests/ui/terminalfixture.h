// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/terminalview.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTest>
#include <QWheelEvent>
#include <memory>
#include <string_view>
#include <utility>

namespace Portolan::Test {

using Terminal::ColorScheme;
using Terminal::Size;
using Terminal::TerminalView;

// A view in a window of its own with a terminal behind it; what it sends is gathered.
struct TerminalFixture
{
    std::shared_ptr<Terminal::Terminal> terminal =
        std::make_shared<Terminal::Terminal>(Size{40, 10});
    QWidget window;
    TerminalView view{&window};
    QByteArray sent;

    explicit TerminalFixture(QSize size = {420, 260})
    {
        QObject::connect(&view, &TerminalView::inputReady, &window,
                         [this](const QByteArray &bytes) { sent += bytes; });
        window.resize(size);
        view.resize(size);
        view.setColorScheme(ColorScheme::darkScheme());
        view.setTerminal(terminal);
        window.show();
        window.activateWindow();
        view.setFocus();
        ready = QTest::qWaitForWindowActive(&window) &&
                QTest::qWaitFor([this] { return view.hasFocus(); });
        sent.clear();
    }

    bool ready = false;

    void show(std::string_view bytes)
    {
        terminal->receive(bytes);
        settle();
    }
    // Until what the terminal has is drawn.
    void settle()
    {
        view.scrollToEnd();
        QCoreApplication::processEvents();
    }
    QByteArray taken() { return std::exchange(sent, {}); }

    QSizeF cell() const
    {
        const QRectF rect = view.inputMethodQuery(Qt::ImCursorRectangle).toRectF();
        return rect.size();
    }
    // The middle of a cell of the viewport.
    QPoint at(int column, int row) const
    {
        return {int(4 + (column + 0.5) * cell().width()), int(2 + (row + 0.5) * cell().height())};
    }
    // The left edge of a cell.
    QPoint before(int column, int row) const
    {
        return {int(5 + column * cell().width()), at(column, row).y()};
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(view.viewport(), (from + to) / 2);
        QTest::mouseMove(view.viewport(), to);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, to);
    }
    void compose(const QString &preedit, const QString &commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(&view, &event);
    }
    void wheel(int delta, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at(2, 2), view.viewport()->mapToGlobal(at(2, 2)), {}, {0, delta},
                          Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
};

inline void press(QWidget *target, int key, Qt::KeyboardModifiers modifiers, const QString &text,
                  quint32 scanCode = 0)
{
    QKeyEvent override(QEvent::ShortcutOverride, key, modifiers, scanCode, 0, 0, text);
    override.ignore();
    QCoreApplication::sendEvent(target, &override);
    QKeyEvent event(QEvent::KeyPress, key, modifiers, scanCode, 0, 0, text);
    QCoreApplication::sendEvent(target, &event);
}

} // namespace Portolan::Test
