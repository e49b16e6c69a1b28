// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/frame.h"
#include "core/terminal/terminal.h"
#include "ui/terminal/colorscheme.h"
#include "ui/terminal/viewpreferences.h"

#include <QAbstractScrollArea>
#include <QByteArray>
#include <QFont>
#include <QString>
#include <functional>
#include <memory>

namespace Portolan::Terminal {

// The window onto a Terminal: draws it with its own painter, turns keys, input method, mouse and
// paste into bytes, and knows no transport. Lives on the GUI thread; shares the Terminal with
// whatever feeds it. Repaints at most once in 16 ms, except that the first change after a key is
// drawn at once.
//
// While it has the focus every key is the terminal's but for Ctrl+Shift combinations, which are
// left to the application (with an arrow up or down, Home and End it scrolls), Shift+PageUp,
// Shift+PageDown and Shift+Insert. It follows the palette's light or dark unless a scheme is set.
//
// Asks before a paste of several lines, before the peer may set the clipboard (OSC 52) and before a
// link is opened (QDesktopServices, for a fixed list of schemes). Never sends ESC from a paste and
// never lets the peer read the clipboard.
//
// The host connects inputReady() to the transport and tells the transport of sizeChanged();
// gridSize() is the size to open a session with.
class TerminalView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TerminalView(QWidget *parent = nullptr);
    ~TerminalView() override;

    void setTerminal(std::shared_ptr<Terminal> terminal);
    [[nodiscard]] std::shared_ptr<Terminal> terminal() const;
    // 80 by 24 until the view was shown once.
    [[nodiscard]] Size gridSize() const;

    // How the keys of "terminal.copy" and the like are written now, for the context menu: the view
    // has no keys for them itself.
    void setKeysOf(std::function<QString(QLatin1String command)> keysOf);
    // Who the peer is, for the questions that the view asks ("ops@bastion").
    void setPeerName(const QString &name);
    // With false, nothing is sent (the session ended); selecting and copying go on.
    void setInputEnabled(bool enabled);

    void setColorScheme(const ColorScheme &scheme);
    void followPalette();
    [[nodiscard]] const ColorScheme &colorScheme() const;
    // Bold text in colours 0 to 7 takes 8 to 15, as old programs expect. Off by default.
    void setBoldIsBright(bool on);

    void setPreferences(const ViewPreferences &preferences);

    // The font at zoom 0; a family without fixed width is taken as it is, each cell stays the same.
    void setTerminalFont(const QFont &font);
    [[nodiscard]] QFont terminalFont() const;
    // D2Coding or NanumGothicCoding where installed, else the system's fixed font, with a Hangul
    // fallback.
    [[nodiscard]] static QFont defaultTerminalFont();
    // In points added to the font.
    void setZoom(int points);
    [[nodiscard]] int zoom() const;

    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] QString selectedText() const;
    // Pastes as paste() does, asking where it must.
    void pasteText(const QString &text);

    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void copySelection();
    void paste();
    void selectAll();
    void clearSelection();
    void clearScrollback();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void scrollToEnd();

Q_SIGNALS:
    void inputReady(const QByteArray &bytes);
    void sizeChanged(int columns, int rows);
    void titleChanged(const QString &title);
    void workingDirectoryChanged(const QString &url);
    void bell();
    void selectionChanged(bool hasSelection);
    void zoomChanged(int points);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void customEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Terminal
