// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/framepainter.h"
#include "ui/terminal/terminalview.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QPointer>
#include <QTimer>
#include <mutex>
#include <optional>

class QLabel;
class QToolButton;

namespace Portolan::Terminal {

class QuestionBar;

// Carries "something changed" from the transport's thread to the view's, and stops carrying before
// the view is gone.
struct DamageRelay
{
    std::mutex mutex;
    QObject *target = nullptr;
};

// The view's inside, shared by its three source files: drawing and life (terminalview.cpp), keys,
// input method and paste (terminalview_input.cpp), mouse and selection (terminalview_mouse.cpp).
struct TerminalView::Private
{
    enum class Grain : std::uint8_t { Character, Word, Line };

    explicit Private(TerminalView *view);

    // Life and drawing
    void attach();
    void detach();
    void damaged();
    void refresh(bool atOnce);
    void redraw();
    void tellColors();
    void afterUpdate();
    void takeClipboardRequests();
    void updateFont();
    void updateColors();
    void updateGrid();
    void applyGrid();
    void updateScrollBar();
    void placeOverlays();
    void updateBlink();
    void flashBell();
    [[nodiscard]] Overlay overlay() const;
    [[nodiscard]] QPoint origin() const; // of the picture in the viewport, device pixels
    [[nodiscard]] QRegion toViewport(const QRegion &device) const;
    [[nodiscard]] bool scrolledBack() const { return topLine.has_value(); }
    void scrollTo(std::int64_t line);
    void scrollLines(int lines);
    void retranslate();

    // Keys, input method, paste
    void send(const std::string &bytes);
    bool handleLocalKey(const QKeyEvent &event);
    void finishComposition();
    void keepComposition();
    void setPreedit(const QString &text, const QList<QInputMethodEvent::Attribute> &attributes);
    void sendText(const QString &text);
    void pasteNow(const QString &text);

    // Mouse and selection
    struct Place
    {
        QPoint cell;  // of the viewport, clamped to it
        int boundary; // column boundary nearest to the point
        bool inside;
    };
    [[nodiscard]] Place placeAt(const QPointF &point) const;
    [[nodiscard]] Position positionAt(const QPointF &point) const;
    bool reportMouse(MouseInput::Kind kind, MouseInput::Button button, const QPointF &point,
                     Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool reportsMouse(Qt::KeyboardModifiers modifiers) const;
    void startSelection(const QPointF &point, Grain grain, bool block);
    void extendSelection(const QPointF &point);
    void setSelection(std::optional<Selection> selection);
    [[nodiscard]] std::pair<Position, Position> lineAround(Position position) const;
    void autoscroll();
    void publishSelection();
    void hover(const QPointF &point, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] std::uint32_t linkAt(const QPointF &point) const;
    void offerLink(const QString &target);
    void updatePointer(Qt::KeyboardModifiers modifiers);

    TerminalView *q;
    std::shared_ptr<Terminal> terminal;
    std::shared_ptr<DamageRelay> relay;
    Frame frame;
    FramePainter painter;
    QString peer;
    std::function<QString(QLatin1String)> keysOf;
    bool inputEnabled = true;
    ViewPreferences preferences;
    std::u32string wordCharacters{Terminal::kWordCharacters};

    QFont font;
    int zoom = 0;
    bool ownScheme = false;
    qreal scale = 0;
    Size grid;
    bool gridKnown = false; // measured, not assumed
    bool laidOut = false;
    QSize windowSize; // when the grid was applied last
    QElapsedTimer sinceShown;

    // Pacing
    QTimer frameTimer;
    QElapsedTimer sinceFrame;
    QElapsedTimer sinceKey;
    bool keyPending = false;

    QTimer gridTimer;
    QTimer blinkTimer;
    QTimer bellTimer;
    QTimer gridLabelTimer;
    bool cursorShown = true;
    bool bellFlash = false;
    std::uint64_t bells = 0;
    std::string title;
    std::string workingDirectory;

    std::optional<std::int64_t> topLine; // empty: the end is followed
    bool settingScrollBar = false;
    bool outputBelow = false;
    bool alternateScreen = false;

    Preedit preedit;
    QString preeditText;
    bool committing = false;

    std::optional<Selection> selection;
    bool selecting = false;
    bool pressed = false; // and not yet moved
    Grain grain = Grain::Character;
    bool block = false;
    std::pair<Position, Position> anchor;
    QPointF pointer;
    QTimer autoscrollTimer;
    QElapsedTimer sinceDoubleClick;
    QPointF doubleClickAt;
    MouseInput::Button reportedButton = MouseInput::Button::None;
    double wheelLines = 0;
    int wheelSteps = 0;
    int wheelZoom = 0;
    std::uint32_t hoveredLink = 0;

    QuestionBar *question;
    QToolButton *jump;
    QLabel *gridLabel;
};

} // namespace Portolan::Terminal
