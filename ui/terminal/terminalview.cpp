// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/terminalview.h"

#include "ui/terminal/pasteinspection.h"
#include "ui/terminal/questionbar.h"
#include "ui/terminal/terminalview_p.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QInputMethod>
#include <QLabel>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolButton>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace Portolan::Terminal {

namespace {

using namespace std::chrono_literals;

constexpr auto kFrame = 16ms;
constexpr auto kHiddenFrame = 250ms;
// An echo that comes within this time after a key is drawn without waiting for the next frame.
constexpr qint64 kEchoMilliseconds = 50;
constexpr auto kGridPause = 40ms;
constexpr auto kBell = 120ms;
constexpr auto kGridLabel = 900ms;
constexpr qint64 kSettling = 400; // milliseconds in which a window that comes up finds its size
constexpr int kPadding = 4;

QEvent::Type damageEvent()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

} // namespace

TerminalView::Private::Private(TerminalView *view)
    : q(view)
    , font(CellFont::defaultFont())
    , question(new QuestionBar(view->viewport()))
    , jump(new QToolButton(view->viewport()))
    , gridLabel(new QLabel(view->viewport()))
{
    sinceFrame.start();
    for (QTimer *timer : {&frameTimer, &gridTimer, &bellTimer, &gridLabelTimer}) {
        timer->setSingleShot(true);
    }
    frameTimer.setTimerType(Qt::PreciseTimer);
    connect(&frameTimer, &QTimer::timeout, q, [this] { refresh(true); });
    connect(&gridTimer, &QTimer::timeout, q, [this] { applyGrid(); });
    connect(&blinkTimer, &QTimer::timeout, q, [this] {
        cursorShown = !cursorShown;
        redraw();
    });
    connect(&bellTimer, &QTimer::timeout, q, [this] {
        bellFlash = false;
        q->viewport()->update();
    });
    connect(&gridLabelTimer, &QTimer::timeout, gridLabel, &QWidget::hide);
    connect(&autoscrollTimer, &QTimer::timeout, q, [this] { autoscroll(); });
    connect(question, &QuestionBar::closed, q, [this] { placeOverlays(); });

    jump->setObjectName(QStringLiteral("jumpToEnd"));
    jump->setFocusPolicy(Qt::NoFocus);
    jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    jump->setArrowType(Qt::DownArrow);
    jump->setAutoFillBackground(true);
    jump->setCursor(Qt::ArrowCursor);
    jump->hide();
    connect(jump, &QToolButton::clicked, q, &TerminalView::scrollToEnd);

    gridLabel->setObjectName(QStringLiteral("gridSize"));
    gridLabel->setAutoFillBackground(true);
    gridLabel->setAlignment(Qt::AlignCenter);
    gridLabel->setMargin(10);
    gridLabel->setFrameShape(QFrame::StyledPanel);
    gridLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    gridLabel->hide();
}

TerminalView::TerminalView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("terminalView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(TerminalView::tr("Terminal"));
    d->updateColors();
    d->updateFont();
    d->retranslate();
}

TerminalView::~TerminalView()
{
    d->detach();
}

void TerminalView::setTerminal(std::shared_ptr<Terminal> terminal)
{
    d->detach();
    d->terminal = std::move(terminal);
    d->frame = Frame{};
    d->topLine.reset();
    d->setSelection(std::nullopt);
    d->bells = 0;
    d->title.clear();
    d->attach();
    if (d->terminal && d->laidOut) {
        d->terminal->resize(d->grid);
    }
    d->refresh(false);
}

std::shared_ptr<Terminal> TerminalView::terminal() const
{
    return d->terminal;
}

Size TerminalView::gridSize() const
{
    return d->grid;
}

void TerminalView::setPeerName(const QString &name)
{
    d->peer = name;
}

void TerminalView::setInputEnabled(bool enabled)
{
    d->inputEnabled = enabled;
    QGuiApplication::inputMethod()->update(Qt::ImEnabled);
    d->updateBlink();
    d->redraw();
}

void TerminalView::setColorScheme(const ColorScheme &scheme)
{
    d->ownScheme = true;
    d->painter.setColors(scheme);
    d->tellColors();
    d->redraw();
    viewport()->update();
}

void TerminalView::followPalette()
{
    d->ownScheme = false;
    d->updateColors();
}

const ColorScheme &TerminalView::colorScheme() const
{
    return d->painter.colors();
}

void TerminalView::setBoldIsBright(bool on)
{
    d->painter.setBoldIsBright(on);
    d->redraw();
}

void TerminalView::setTerminalFont(const QFont &font)
{
    d->font = font;
    d->updateFont();
}

QFont TerminalView::terminalFont() const
{
    return d->font;
}

QFont TerminalView::defaultTerminalFont()
{
    return CellFont::defaultFont();
}

void TerminalView::setZoom(int points)
{
    const int size = int(std::lround(d->font.pointSizeF() > 0 ? d->font.pointSizeF() : 11));
    points = std::clamp(points, 5 - size, 60 - size);
    if (points == d->zoom) {
        return;
    }
    d->zoom = points;
    d->updateFont();
    Q_EMIT zoomChanged(points);
}

int TerminalView::zoom() const
{
    return d->zoom;
}

void TerminalView::zoomIn()
{
    setZoom(d->zoom + 1);
}

void TerminalView::zoomOut()
{
    setZoom(d->zoom - 1);
}

void TerminalView::resetZoom()
{
    setZoom(0);
}

void TerminalView::clearScrollback()
{
    if (d->terminal) {
        clearSelection();
        d->terminal->clearScrollback();
        scrollToEnd();
    }
}

void TerminalView::scrollToEnd()
{
    d->topLine.reset();
    d->outputBelow = false;
    d->refresh(false);
}

QSize TerminalView::sizeHint() const
{
    const CellFont &cell = d->painter.font();
    return QSize(int(std::ceil(80 * cell.width / d->scale)) + 2 * kPadding +
                     verticalScrollBar()->sizeHint().width(),
                 int(std::ceil(24 * cell.height / d->scale)) + 2 * kPadding);
}

// Life and pacing

void TerminalView::Private::attach()
{
    if (!terminal) {
        return;
    }
    tellColors();
    relay = std::make_shared<DamageRelay>();
    relay->target = q;
    terminal->setDamage([relay = relay] {
        const std::scoped_lock lock(relay->mutex);
        if (relay->target != nullptr) {
            QCoreApplication::postEvent(relay->target, new QEvent(damageEvent()),
                                        Qt::HighEventPriority);
        }
    });
}

void TerminalView::Private::detach()
{
    if (relay) {
        const std::scoped_lock lock(relay->mutex);
        relay->target = nullptr;
    }
    relay.reset();
    if (terminal) {
        terminal->setDamage({});
    }
}

void TerminalView::customEvent(QEvent *event)
{
    if (event->type() == damageEvent()) {
        d->damaged();
    } else {
        QAbstractScrollArea::customEvent(event);
    }
}

void TerminalView::Private::damaged()
{
    if (scrolledBack()) {
        outputBelow = true;
    }
    if (!q->isVisible()) {
        // Still for the title and the bell of a tab that is not in front.
        if (!frameTimer.isActive()) {
            frameTimer.start(kHiddenFrame);
        }
        return;
    }
    const bool echo = keyPending && sinceKey.isValid() && sinceKey.elapsed() <= kEchoMilliseconds;
    keyPending = false;
    const qint64 elapsed = sinceFrame.elapsed();
    if (echo || elapsed >= kFrame.count()) {
        frameTimer.stop();
        refresh(true);
    } else if (!frameTimer.isActive() || frameTimer.interval() > kFrame.count()) {
        frameTimer.start(int(kFrame.count() - elapsed));
    }
}

// Takes what the terminal has and draws it; `atOnce`: without waiting for the next paint event.
void TerminalView::Private::refresh(bool atOnce)
{
    if (!terminal) {
        redraw();
        return;
    }
    sinceFrame.restart();
    terminal->update(frame, topLine);
    if (frame.hold.count() > 0 && !frameTimer.isActive()) {
        frameTimer.start(frame.hold); // a program may never end its synchronized update
    }
    afterUpdate();
    if (!q->isVisible()) {
        return;
    }
    const QRegion region = toViewport(painter.paint(frame, overlay()));
    if (region.isEmpty()) {
        return;
    }
    if (atOnce) {
        q->viewport()->repaint(region);
    } else {
        q->viewport()->update(region);
    }
    if (q->hasFocus()) {
        q->updateMicroFocus();
    }
}

// Draws again what the view itself changed: selection, cursor, focus, colours.
void TerminalView::Private::redraw()
{
    if (!q->isVisible() || frame.rows.empty()) {
        q->viewport()->update();
        return;
    }
    q->viewport()->update(toViewport(painter.paint(frame, overlay())));
}

void TerminalView::Private::afterUpdate()
{
    if (topLine) {
        // What was looked at may have left the scrollback.
        topLine = frame.topLine;
        if (frame.topLine >= frame.screenLine) {
            topLine.reset();
            outputBelow = false;
        }
    }
    if (selection && selection->to.line < frame.firstLine) {
        setSelection(std::nullopt);
    }
    if (std::exchange(alternateScreen, frame.alternateScreen) != frame.alternateScreen) {
        q->clearSelection(); // other text stands there now
    }
    updateScrollBar();
    updateBlink();
    placeOverlays();
    if (frame.title != title) {
        title = frame.title;
        Q_EMIT q->titleChanged(QString::fromStdString(title));
    }
    if (frame.workingDirectory != workingDirectory) {
        workingDirectory = frame.workingDirectory;
        Q_EMIT q->workingDirectoryChanged(QString::fromStdString(workingDirectory));
    }
    if (frame.bells != bells) {
        bells = frame.bells;
        flashBell();
        Q_EMIT q->bell();
    }
    takeClipboardRequests();
    updatePointer(QGuiApplication::keyboardModifiers());
}

void TerminalView::Private::takeClipboardRequests()
{
    const auto requests = terminal->takeClipboardRequests();
    if (requests.empty()) {
        return;
    }
    const Terminal::ClipboardRequest &last = requests.back();
    const QString text = QString::fromUtf8(last.text.data(), qsizetype(last.text.size()));
    const bool primary = last.selection == "p" && QGuiApplication::clipboard()->supportsSelection();
    const QString start = pastePreview(inspectPaste(text).text, 1, 60);
    const QString asked =
        peer.isEmpty()
            ? TerminalView::tr("The terminal wants to put %n character(s) on the clipboard: “%1”",
                               nullptr, int(text.size()))
                  .arg(start)
            : TerminalView::tr("%1 wants to put %n character(s) on the clipboard: “%2”", nullptr,
                               int(text.size()))
                  .arg(peer, start);
    question->ask(asked, TerminalView::tr("Allow"), [text, primary] {
        QGuiApplication::clipboard()->setText(text, primary ? QClipboard::Selection
                                                            : QClipboard::Clipboard);
    });
    placeOverlays();
}

Overlay TerminalView::Private::overlay() const
{
    Overlay made;
    made.selection = selection;
    made.preedit = preedit;
    made.hoveredLink = hoveredLink;
    made.focused = q->hasFocus() && inputEnabled;
    made.cursorShown = cursorShown;
    made.cursorShape = preferences.cursorShape;
    return made;
}

void TerminalView::Private::updateBlink()
{
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    using Blink = ViewPreferences::Blink;
    const bool wanted = preferences.cursorBlink == Blink::Always ||
                        (preferences.cursorBlink == Blink::AsAsked && frame.cursor.blinking);
    const bool blinks =
        q->hasFocus() && inputEnabled && wanted && frame.cursor.visible && period > 0;
    if (blinks == blinkTimer.isActive()) {
        return;
    }
    cursorShown = true;
    if (blinks) {
        blinkTimer.start(period / 2);
    } else {
        blinkTimer.stop();
    }
}

void TerminalView::Private::flashBell()
{
    if (!bellTimer.isActive()) { // so a flood of bells is one in a while
        if (preferences.bellSounds) {
            QApplication::beep();
        }
        bellFlash = preferences.bellFlashes;
        bellTimer.start(kBell);
        q->viewport()->update();
    }
}

// Font, colours, size

void TerminalView::Private::updateFont()
{
    scale = q->devicePixelRatioF();
    QFont sized = font;
    if (sized.pointSizeF() > 0) {
        sized.setPointSizeF(std::max(3.0, font.pointSizeF() + zoom));
    } else {
        sized.setPixelSize(std::max(4, font.pixelSize() + zoom));
    }
    painter.setFont(CellFont(sized, q->logicalDpiY(), scale));
    updateGrid();
    redraw();
    q->viewport()->update();
}

void TerminalView::Private::updateColors()
{
    if (ownScheme) {
        return;
    }
    const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    painter.setColors(dark ? ColorScheme::darkScheme() : ColorScheme::lightScheme());
    tellColors();
    redraw();
    q->viewport()->update();
}

// Programs ask for them to choose light or dark (OSC 10 and 11).
void TerminalView::Private::tellColors()
{
    if (!terminal) {
        return;
    }
    const auto color = [](QRgb rgb) {
        return Color::rgb(std::uint8_t(qRed(rgb)), std::uint8_t(qGreen(rgb)),
                          std::uint8_t(qBlue(rgb)));
    };
    const ColorScheme &scheme = painter.colors();
    terminal->setDefaultColors(color(scheme.foreground), color(scheme.background));
}

QPoint TerminalView::Private::origin() const
{
    const int padding = int(std::lround(kPadding * scale));
    return {padding, padding / 2};
}

QRegion TerminalView::Private::toViewport(const QRegion &device) const
{
    QRegion made;
    for (QRect rect : device) {
        rect.translate(origin());
        const QPointF topLeft = QPointF(rect.topLeft()) / scale;
        const QPointF bottomRight = QPointF(rect.right() + 1, rect.bottom() + 1) / scale;
        made += QRectF(topLeft, bottomRight).toAlignedRect();
    }
    return made;
}

void TerminalView::Private::updateGrid()
{
    // Before it was shown once the viewport has no size of its own. While the window is dragged to
    // another size the peer is not told of each pixel.
    if (laidOut && !gridTimer.isActive()) {
        applyGrid();
        gridTimer.start(kGridPause);
    }
}

void TerminalView::Private::applyGrid()
{
    const CellFont &cell = painter.font();
    const QSizeF pixels = QSizeF(q->viewport()->size()) * scale;
    const QPoint margin = origin();
    const Size wanted{std::clamp(int(pixels.width() - 2 * margin.x()) / cell.width, 2, 1000),
                      std::clamp(int(pixels.height() - 2 * margin.y()) / cell.height, 1, 1000)};
    if (wanted == grid) {
        return;
    }
    const bool first = !std::exchange(gridKnown, true);
    grid = wanted;
    if (terminal) {
        setSelection(std::nullopt);
        terminal->resize(grid);
        refresh(false);
    }
    // A window that comes up, a notice or a drawer changes the size too, but nobody is choosing
    // one.
    const bool byHand = windowSize.isValid() && windowSize != q->window()->size() &&
                        sinceShown.isValid() && sinceShown.elapsed() > kSettling;
    const bool dragged = QGuiApplication::mouseButtons() != Qt::NoButton;
    if (!first && q->isVisible() && (byHand || dragged)) {
        gridLabel->setText(QStringLiteral("%1 × %2").arg(grid.columns).arg(grid.rows));
        gridLabel->adjustSize();
        gridLabel->show();
        gridLabel->raise();
        gridLabelTimer.start(kGridLabel);
        placeOverlays();
    }
    windowSize = q->window()->size();
    Q_EMIT q->sizeChanged(grid.columns, grid.rows);
    gridTimer.start(kGridPause);
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->updateGrid();
    d->placeOverlays();
    viewport()->update();
}

void TerminalView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (!qFuzzyCompare(d->scale, devicePixelRatioF())) {
        d->updateFont();
    }
    d->laidOut = true;
    d->sinceShown.start();
    d->applyGrid();
    d->refresh(false);
    viewport()->update();
}

void TerminalView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        d->updateColors();
        break;
    case QEvent::LanguageChange:
        d->retranslate();
        break;
    default:
        break;
    }
}

void TerminalView::Private::retranslate()
{
    q->setAccessibleName(TerminalView::tr("Terminal"));
    placeOverlays();
}

// Scrolling

void TerminalView::Private::updateScrollBar()
{
    settingScrollBar = true;
    QScrollBar *bar = q->verticalScrollBar();
    bar->setRange(0, int(frame.screenLine - frame.firstLine));
    bar->setPageStep(frame.size.rows);
    bar->setSingleStep(1);
    bar->setValue(int(frame.topLine - frame.firstLine));
    settingScrollBar = false;
}

void TerminalView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    if (!d->settingScrollBar && d->terminal) {
        d->scrollTo(d->frame.firstLine + verticalScrollBar()->value());
    }
}

void TerminalView::Private::scrollTo(std::int64_t line)
{
    line = std::max(line, frame.firstLine);
    if (line >= frame.screenLine) {
        topLine.reset();
        outputBelow = false;
    } else {
        topLine = line;
    }
    refresh(false);
}

void TerminalView::Private::scrollLines(int lines)
{
    if (lines != 0) {
        scrollTo(frame.topLine + lines);
    }
}

// Painting

bool TerminalView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && d->hoveredLink != 0) {
        d->hoveredLink = 0;
        d->redraw();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    if (!qFuzzyCompare(d->scale, devicePixelRatioF())) {
        d->updateFont(); // moved to a screen of another scale; draws again
    }
    QPainter painter(viewport());
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    // From here on in device pixels, so that the picture is copied and never scaled: the painter's
    // own scale is taken out and its offset brought to a whole pixel.
    painter.scale(1 / d->scale, 1 / d->scale);
    const QPointF device = painter.deviceTransform().map(QPointF());
    painter.translate(std::round(device.x()) - device.x(), std::round(device.y()) - device.y());

    const QImage &picture = d->painter.picture();
    const QRect place(d->origin(), picture.size());
    const auto toDevice = [this](const QRect &rect) {
        const QRectF scaled(rect.x() * d->scale, rect.y() * d->scale, rect.width() * d->scale,
                            rect.height() * d->scale);
        return scaled.toAlignedRect();
    };
    for (const QRect &rect : event->region()) {
        const QRect exposed = toDevice(rect);
        const QRect shown = exposed & place;
        if (!shown.isEmpty()) {
            painter.drawImage(shown.topLeft(), picture, shown.translated(-place.topLeft()));
        }
        for (const QRect &margin : QRegion(exposed).subtracted(place)) {
            painter.fillRect(margin, QColor::fromRgb(d->painter.background()));
        }
    }
    if (d->bellFlash) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        QColor color = QColor::fromRgb(d->painter.colors().palette[3]);
        const int width = std::max(2, int(std::lround(3 * d->scale)));
        const QRect all = toDevice(viewport()->rect());
        for (const QRect &edge :
             QRegion(all).subtracted(all.adjusted(width, width, -width, -width))) {
            painter.fillRect(edge, color);
        }
    }
}

void TerminalView::Private::placeOverlays()
{
    const QRect area = q->viewport()->rect();
    if (question->isVisible()) {
        const int width = std::min(area.width() - 16, 640);
        question->setGeometry((area.width() - width) / 2, 8, width,
                              question->heightForWidth(width) > 0 ? question->heightForWidth(width)
                                                                  : question->sizeHint().height());
    }
    const bool away = scrolledBack();
    if (away) {
        const QString text = outputBelow ? TerminalView::tr("New output below")
                                         : TerminalView::tr("Jump to the end");
        if (jump->text() != text) {
            jump->setText(text);
        }
        jump->adjustSize();
        jump->move(area.width() - jump->width() - 12, area.height() - jump->height() - 10);
    }
    if (jump->isVisibleTo(q->viewport()) != away) {
        jump->setVisible(away);
    }
    if (gridLabel->isVisibleTo(q->viewport())) {
        gridLabel->move(area.center() - gridLabel->rect().center());
    }
}

void TerminalView::setKeysOf(std::function<QString(QLatin1String command)> keysOf)
{
    d->keysOf = std::move(keysOf);
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && d->reportsMouse(event->modifiers())) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Written, not set: the keys themselves belong to the commands of the same name.
    const auto add = [this, menu](QLatin1String command, const QString &text, auto slot,
                                  bool enabled) {
        const QString keys = d->keysOf ? d->keysOf(command) : QString();
        const QString shown = keys.isEmpty() ? text : QString(text + QLatin1Char('\t') + keys);
        menu->addAction(shown, this, slot)->setEnabled(enabled);
    };
    const std::uint32_t link = d->linkAt(viewport()->mapFromGlobal(event->globalPos()));
    if (link != 0 && link < d->frame.links.size()) {
        const QString target = QString::fromStdString(d->frame.links[link]);
        menu->addAction(TerminalView::tr("Open the link"), this,
                        [this, target] { d->offerLink(target); });
        menu->addAction(TerminalView::tr("Copy the link"), this,
                        [target] { QGuiApplication::clipboard()->setText(target); });
        menu->addSeparator();
    }
    add(QLatin1String("terminal.copy"), TerminalView::tr("Copy"), &TerminalView::copySelection,
        hasSelection());
    add(QLatin1String("terminal.paste"), TerminalView::tr("Paste"), &TerminalView::paste,
        d->inputEnabled);
    add(QLatin1String("terminal.select-all"), TerminalView::tr("Select all"),
        &TerminalView::selectAll, true);
    menu->addSeparator();
    add(QLatin1String("terminal.clear-scrollback"), TerminalView::tr("Clear scrollback"),
        &TerminalView::clearScrollback, d->frame.screenLine > d->frame.firstLine);
    menu->popup(event->globalPos());
}

} // namespace Portolan::Terminal
