// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel, selection and links of the view.
#include "ui/terminal/keymapping.h"
#include "ui/terminal/pasteinspection.h"
#include "ui/terminal/questionbar.h"
#include "ui/terminal/terminalview.h"
#include "ui/terminal/terminalview_p.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStringList>
#include <QStyleHints>
#include <QToolTip>
#include <QUrl>
#include <QWheelEvent>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace Portolan::Terminal {

namespace {

constexpr std::chrono::milliseconds kAutoscroll(40);
constexpr int kWheelStep = 120; // eighths of a degree times eight, as Qt counts

MouseInput::Button buttonOf(Qt::MouseButton button)
{
    switch (button) {
    case Qt::LeftButton:
        return MouseInput::Button::Left;
    case Qt::MiddleButton:
        return MouseInput::Button::Middle;
    case Qt::RightButton:
        return MouseInput::Button::Right;
    default:
        return MouseInput::Button::None;
    }
}

MouseInput::Button heldButton(Qt::MouseButtons buttons)
{
    for (const Qt::MouseButton button : {Qt::LeftButton, Qt::MiddleButton, Qt::RightButton}) {
        if ((buttons & button) != 0) {
            return buttonOf(button);
        }
    }
    return MouseInput::Button::None;
}

// What a link from a terminal may open. Not file: it names the peer's files and would run ours.
bool mayOpen(const QUrl &url)
{
    static const QStringList kSchemes = {QStringLiteral("http"), QStringLiteral("https"),
                                         QStringLiteral("mailto"), QStringLiteral("ssh")};
    return url.isValid() && kSchemes.contains(url.scheme().toLower());
}

} // namespace

TerminalView::Private::Place TerminalView::Private::placeAt(const QPointF &point) const
{
    const CellFont &cell = painter.font();
    const QPointF device = point * scale - QPointF(origin());
    const int columns = std::max(1, frame.size.columns);
    const int rows = std::max(1, frame.size.rows);
    const int width = std::max(1, cell.width);
    const int column = int(std::floor(device.x() / width));
    const int row = int(std::floor(device.y() / std::max(1, cell.height)));
    return {QPoint(std::clamp(column, 0, columns - 1), std::clamp(row, 0, rows - 1)),
            std::clamp(int(std::floor(device.x() / width + 0.5)), 0, columns),
            column >= 0 && column < columns && row >= 0 && row < rows};
}

// Where a selection begins or ends: the nearest boundary between two cells.
Position TerminalView::Private::positionAt(const QPointF &point) const
{
    const Place place = placeAt(point);
    return {frame.topLine + place.cell.y(), place.boundary};
}

bool TerminalView::Private::reportsMouse(Qt::KeyboardModifiers modifiers) const
{
    return terminal && inputEnabled && frame.mouse != MouseTracking::Off && !scrolledBack() &&
           (modifiers & Qt::ShiftModifier) == 0;
}

bool TerminalView::Private::reportMouse(MouseInput::Kind kind, MouseInput::Button button,
                                        const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    const Place place = placeAt(point);
    MouseInput input;
    input.kind = kind;
    input.button = button;
    input.modifiers = modifiersOf(modifiers);
    input.column = place.cell.x();
    input.row = int(frame.topLine + place.cell.y() - frame.screenLine);
    const std::string bytes = terminal->encodeMouse(input);
    if (bytes.empty()) {
        return false;
    }
    if (kind != MouseInput::Kind::Move) {
        keyPending = true;
        sinceKey.restart();
    }
    Q_EMIT q->inputReady(QByteArray(bytes.data(), qsizetype(bytes.size())));
    return true;
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    const QPointF point = event->position();
    if (d->reportsMouse(event->modifiers())) {
        d->reportedButton = buttonOf(event->button());
        d->reportMouse(MouseInput::Kind::Press, d->reportedButton, point, event->modifiers());
        return;
    }
    if (event->button() == Qt::MiddleButton) {
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (clipboard->supportsSelection()) {
            pasteText(clipboard->text(QClipboard::Selection));
        }
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        const std::uint32_t link = d->linkAt(point);
        if (link != 0 && link < d->frame.links.size()) {
            d->offerLink(QString::fromStdString(d->frame.links[link]));
            return;
        }
    }
    const bool third =
        d->sinceDoubleClick.isValid() &&
        d->sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval() &&
        (point - d->doubleClickAt).manhattanLength() <
            QGuiApplication::styleHints()->startDragDistance();
    d->sinceDoubleClick.invalidate();
    if (!third && (event->modifiers() & Qt::ShiftModifier) != 0 && d->selection) {
        d->selecting = true;
        d->extendSelection(point);
        return;
    }
    d->startSelection(point, third ? Private::Grain::Line : Private::Grain::Character,
                      (event->modifiers() & Qt::AltModifier) != 0);
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (d->reportsMouse(event->modifiers()) || event->button() != Qt::LeftButton) {
        mousePressEvent(event);
        return;
    }
    event->accept();
    d->sinceDoubleClick.start();
    d->doubleClickAt = event->position();
    d->startSelection(event->position(), Private::Grain::Word,
                      (event->modifiers() & Qt::AltModifier) != 0);
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    d->pointer = event->position();
    if (d->selecting) {
        d->extendSelection(d->pointer);
        const bool outside = d->pointer.y() < 0 || d->pointer.y() >= viewport()->height();
        if (outside && !d->autoscrollTimer.isActive()) {
            d->autoscrollTimer.start(kAutoscroll);
        } else if (!outside) {
            d->autoscrollTimer.stop();
        }
        return;
    }
    if (d->reportedButton != MouseInput::Button::None || d->reportsMouse(event->modifiers())) {
        if (d->terminal && d->inputEnabled) {
            d->reportMouse(MouseInput::Kind::Move, heldButton(event->buttons()), d->pointer,
                           event->modifiers());
        }
    }
    d->hover(d->pointer, event->modifiers());
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    const MouseInput::Button button = buttonOf(event->button());
    if (d->reportedButton != MouseInput::Button::None && button == d->reportedButton) {
        d->reportedButton = MouseInput::Button::None;
        if (d->terminal && d->inputEnabled) {
            d->reportMouse(MouseInput::Kind::Release, button, event->position(),
                           event->modifiers());
        }
        return;
    }
    if (event->button() == Qt::LeftButton && d->selecting) {
        d->selecting = false;
        d->autoscrollTimer.stop();
        d->publishSelection();
    }
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int delta = event->angleDelta().y();
    if (!d->terminal) {
        return;
    }
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        d->wheelZoom += delta;
        while (std::abs(d->wheelZoom) >= kWheelStep) {
            const int direction = d->wheelZoom > 0 ? 1 : -1;
            setZoom(d->zoom + direction);
            d->wheelZoom -= direction * kWheelStep;
        }
        return;
    }
    const bool toArrows = d->frame.alternateScreen && d->frame.alternateScroll && d->inputEnabled &&
                          d->frame.mouse == MouseTracking::Off &&
                          (event->modifiers() & Qt::ShiftModifier) == 0;
    if (d->reportsMouse(event->modifiers()) || toArrows) {
        // Touchpads send small parts of a step; the program gets whole ones.
        d->wheelSteps += delta;
        while (std::abs(d->wheelSteps) >= kWheelStep) {
            const bool up = d->wheelSteps > 0;
            d->reportMouse(MouseInput::Kind::Wheel,
                           up ? MouseInput::Button::WheelUp : MouseInput::Button::WheelDown,
                           event->position(), event->modifiers());
            d->wheelSteps -= up ? kWheelStep : -kWheelStep;
        }
        return;
    }
    d->wheelLines -= double(delta) * QApplication::wheelScrollLines() / kWheelStep;
    const int lines = int(d->wheelLines);
    d->wheelLines -= lines;
    d->scrollLines(lines);
}

// Selection

void TerminalView::Private::startSelection(const QPointF &point, Grain startGrain, bool asBlock)
{
    if (!terminal || frame.rows.empty()) {
        return;
    }
    grain = startGrain;
    block = asBlock;
    selecting = true;
    pointer = point;
    setSelection(std::nullopt);
    const Place place = placeAt(point);
    const Position under{frame.topLine + place.cell.y(), place.cell.x()};
    switch (grain) {
    case Grain::Character: {
        const Position at = positionAt(point);
        anchor = {at, at};
        break;
    }
    case Grain::Word:
        anchor = terminal->wordAt(under, wordCharacters);
        break;
    case Grain::Line:
        anchor = lineAround(under);
        break;
    }
    if (grain != Grain::Character) {
        setSelection(Selection{anchor.first, anchor.second, SelectionShape::Linear});
    }
}

void TerminalView::Private::extendSelection(const QPointF &point)
{
    const Place place = placeAt(point);
    const Position under{frame.topLine + place.cell.y(), place.cell.x()};
    std::pair<Position, Position> head;
    switch (grain) {
    case Grain::Character: {
        const Position at = positionAt(point);
        head = {at, at};
        break;
    }
    case Grain::Word:
        head = terminal->wordAt(under, wordCharacters);
        break;
    case Grain::Line:
        head = lineAround(under);
        break;
    }
    Selection made;
    made.shape = block ? SelectionShape::Block : SelectionShape::Linear;
    if (block && grain == Grain::Character) {
        made.from = {std::min(anchor.first.line, head.first.line),
                     std::min(anchor.first.column, head.first.column)};
        made.to = {std::max(anchor.first.line, head.first.line),
                   std::max(anchor.first.column, head.first.column)};
        setSelection(made.from.column == made.to.column ? std::nullopt : std::optional(made));
        return;
    }
    made.from = std::min(anchor.first, head.first);
    made.to = std::max(anchor.second, head.second);
    setSelection(made.isEmpty() ? std::nullopt : std::optional(made));
}

void TerminalView::Private::setSelection(std::optional<Selection> wanted)
{
    if (wanted == selection) {
        return;
    }
    const bool had = selection.has_value();
    selection = wanted;
    redraw();
    if (had != selection.has_value()) {
        Q_EMIT q->selectionChanged(selection.has_value());
    }
}

// The line of text around a position, over the rows that it wraps on to, seen or not.
std::pair<Position, Position> TerminalView::Private::lineAround(Position position) const
{
    constexpr int kMostRows = 5000;
    Frame beyond;
    const auto wrapped = [&](std::int64_t line) {
        const auto in = [line](const Frame &held) {
            return line >= held.topLine && line - held.topLine < std::int64_t(held.rows.size());
        };
        if (in(frame)) {
            return frame.rows[std::size_t(line - frame.topLine)].wrapped;
        }
        if (!in(beyond)) {
            terminal->update(beyond, line - frame.size.rows / 2);
        }
        return in(beyond) && beyond.rows[std::size_t(line - beyond.topLine)].wrapped;
    };
    std::int64_t first = position.line;
    std::int64_t last = position.line;
    while (first > frame.firstLine && position.line - first < kMostRows && wrapped(first - 1)) {
        --first;
    }
    const std::int64_t end = frame.screenLine + frame.size.rows - 1;
    while (last < end && last - position.line < kMostRows && wrapped(last)) {
        ++last;
    }
    return {{first, 0}, {last, frame.size.columns}};
}

void TerminalView::Private::autoscroll()
{
    const int height = q->viewport()->height();
    const double away = pointer.y() < 0 ? pointer.y() : std::max(0.0, pointer.y() - height + 1);
    if (!selecting || away == 0) {
        autoscrollTimer.stop();
        return;
    }
    // Faster the farther the pointer is out.
    const int lines = std::clamp(int(std::abs(away) / 20) + 1, 1, 10);
    scrollLines(away < 0 ? -lines : lines);
    extendSelection(pointer);
}

void TerminalView::Private::publishSelection()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (!selection || (!clipboard->supportsSelection() && !preferences.copyOnSelect)) {
        return;
    }
    const QString text = q->selectedText();
    if (text.isEmpty()) {
        return;
    }
    if (clipboard->supportsSelection()) {
        clipboard->setText(text, QClipboard::Selection);
    }
    if (preferences.copyOnSelect) {
        clipboard->setText(text);
    }
}

bool TerminalView::hasSelection() const
{
    return d->selection.has_value();
}

QString TerminalView::selectedText() const
{
    if (!d->selection || !d->terminal) {
        return {};
    }
    const std::string text =
        d->terminal->text(d->selection->from, d->selection->to, d->selection->shape);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void TerminalView::selectAll()
{
    const std::int64_t end = d->frame.screenLine + d->frame.size.rows - 1;
    d->setSelection(
        Selection{{d->frame.firstLine, 0}, {end, d->frame.size.columns}, SelectionShape::Linear});
    d->publishSelection();
}

void TerminalView::clearSelection()
{
    d->selecting = false;
    d->autoscrollTimer.stop();
    d->setSelection(std::nullopt);
}

// Links

std::uint32_t TerminalView::Private::linkAt(const QPointF &point) const
{
    const Place place = placeAt(point);
    if (!place.inside || place.cell.y() >= int(frame.rows.size())) {
        return 0;
    }
    const auto &cells = frame.rows[std::size_t(place.cell.y())].cells;
    if (place.cell.x() >= int(cells.size())) {
        return 0;
    }
    const std::uint32_t style = cells[std::size_t(place.cell.x())].style();
    return style < frame.styles.size() ? frame.styles[style].link : 0;
}

void TerminalView::Private::hover(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    const std::uint32_t link = linkAt(point);
    if (link != hoveredLink) {
        hoveredLink = link;
        QString target;
        if (link != 0 && link < frame.links.size()) {
            target =
                pastePreview(inspectPaste(QString::fromStdString(frame.links[link])).text, 1, 500);
        }
        q->viewport()->setToolTip(target.isEmpty()
                                      ? QString()
                                      : TerminalView::tr("%1\nCtrl+click opens it")
                                            .arg(target)
                                            .toHtmlEscaped()
                                            .replace(QLatin1Char('\n'), QStringLiteral("<br>")));
        redraw();
    }
    updatePointer(modifiers);
}

void TerminalView::Private::updatePointer(Qt::KeyboardModifiers modifiers)
{
    Qt::CursorShape shape = Qt::IBeamCursor;
    if (hoveredLink != 0 && (modifiers & Qt::ControlModifier) != 0) {
        shape = Qt::PointingHandCursor;
    } else if (frame.mouse != MouseTracking::Off && !scrolledBack() &&
               (modifiers & Qt::ShiftModifier) == 0) {
        shape = Qt::ArrowCursor;
    }
    if (q->viewport()->cursor().shape() != shape) {
        q->viewport()->setCursor(shape);
    }
}

void TerminalView::Private::offerLink(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    // Encoded, so that nothing in it can look like something else.
    const QString shown = url.isValid() ? QString::fromLatin1(url.toEncoded()).left(200)
                                        : pastePreview(inspectPaste(target).text, 1, 200);
    if (!mayOpen(url)) {
        question->ask(
            TerminalView::tr("Links of this kind are not opened from a terminal: %1").arg(shown),
            TerminalView::tr("Copy"), [target] { QGuiApplication::clipboard()->setText(target); });
    } else {
        question->ask(TerminalView::tr("Open this link? %1").arg(shown), TerminalView::tr("Open"),
                      [url] { QDesktopServices::openUrl(url); });
    }
    placeOverlays();
}

} // namespace Portolan::Terminal
