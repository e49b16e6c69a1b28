// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, input method and paste of the view.
#include "core/terminal/unicodewidth.h"
#include "ui/terminal/keymapping.h"
#include "ui/terminal/pastedialog.h"
#include "ui/terminal/pasteinspection.h"
#include "ui/terminal/terminalview.h"
#include "ui/terminal/terminalview_p.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextBoundaryFinder>
#include <QTextCharFormat>
#include <algorithm>
#include <utility>

namespace Portolan::Terminal {

namespace {

std::u32string codePoints(const QString &text)
{
    std::u32string made;
    for (const uint c : text.toUcs4()) {
        made.push_back(c);
    }
    return made;
}

} // namespace

bool TerminalView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Every key is the terminal's before any shortcut or menu mnemonic of the window.
        auto *key = static_cast<QKeyEvent *>(event);
        if (d->inputEnabled && !isApplicationShortcut(*key)) {
            key->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::focusNextPrevChild(bool /*next*/)
{
    return false; // Tab is the shell's
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    d->updatePointer(event->modifiers());
    if (d->handleLocalKey(*event)) {
        event->accept();
        return;
    }
    const auto press = keyPressOf(*event);
    if (!press || !d->terminal || !d->inputEnabled || isApplicationShortcut(*event)) {
        event->ignore();
        return;
    }
    // A key that the input method lets through ends the composition first, so that the syllable
    // arrives before it.
    d->finishComposition();
    const std::string bytes = d->terminal->encodeKey(*press);
    if (!bytes.empty()) {
        clearSelection();
        d->send(bytes);
    }
    event->accept();
}

bool TerminalView::Private::handleLocalKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const int page = std::max(1, frame.size.rows - 1);
    if (modifiers == Qt::ShiftModifier) {
        switch (event.key()) {
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (frame.alternateScreen) {
                return false; // nothing to scroll there
            }
            scrollLines(event.key() == Qt::Key_PageUp ? -page : page);
            return true;
        case Qt::Key_Insert:
            // As in xterm: what is selected, and without that what was copied.
            if (const QString selected = QGuiApplication::clipboard()->text(QClipboard::Selection);
                QGuiApplication::clipboard()->supportsSelection() && !selected.isEmpty()) {
                q->pasteText(selected);
            } else {
                q->paste();
            }
            return true;
        default:
            return false;
        }
    }
    if (modifiers != (Qt::ControlModifier | Qt::ShiftModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Up:
        scrollLines(-1);
        return true;
    case Qt::Key_Down:
        scrollLines(1);
        return true;
    case Qt::Key_Home:
        scrollTo(frame.firstLine);
        return true;
    case Qt::Key_End:
        q->scrollToEnd();
        return true;
    default:
        return false;
    }
}

void TerminalView::Private::send(const std::string &bytes)
{
    if (bytes.empty() || !inputEnabled) {
        return;
    }
    keyPending = true;
    sinceKey.restart();
    // A cursor that moves with what is typed does not blink meanwhile.
    if (blinkTimer.isActive()) {
        blinkTimer.start();
        cursorShown = true;
    }
    if (scrolledBack()) {
        q->scrollToEnd();
    }
    Q_EMIT q->inputReady(QByteArray(bytes.data(), qsizetype(bytes.size())));
}

void TerminalView::Private::sendText(const QString &text)
{
    if (!terminal || text.isEmpty()) {
        return;
    }
    KeyPress press;
    for (const char32_t c : codePoints(text)) {
        if (c >= 0x20 && c != 0x7F) {
            press.text.push_back(c);
        }
    }
    if (!press.text.empty()) {
        q->clearSelection();
        send(terminal->encodeKey(press));
    }
}

// Input method

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    // The commit first: keys that follow must find it sent.
    if (!event->commitString().isEmpty()) {
        d->preedit = {};
        d->preeditText.clear();
        d->sendText(event->commitString());
    }
    d->setPreedit(event->preeditString(), event->attributes());
    event->accept();
    d->redraw();
    updateMicroFocus();
}

void TerminalView::Private::setPreedit(const QString &text,
                                       const QList<QInputMethodEvent::Attribute> &attributes)
{
    preeditText = text;
    preedit = {};
    if (text.isEmpty()) {
        return;
    }
    if (scrolledBack()) {
        q->scrollToEnd();
    }
    int caretUnit = int(text.size());
    std::vector<bool> highlighted(std::size_t(text.size()), false);
    for (const QInputMethodEvent::Attribute &attribute : attributes) {
        if (attribute.type == QInputMethodEvent::Cursor) {
            caretUnit = std::clamp(attribute.start, 0, int(text.size()));
        } else if (attribute.type == QInputMethodEvent::TextFormat) {
            const QTextCharFormat format = attribute.value.value<QTextFormat>().toCharFormat();
            const bool marked = format.background().style() != Qt::NoBrush;
            const int end = std::min(attribute.start + attribute.length, int(text.size()));
            for (int i = std::max(0, attribute.start); i < end && marked; ++i) {
                highlighted[std::size_t(i)] = true;
            }
        }
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
        Preedit::Item item;
        item.text = codePoints(text.mid(from, to - from));
        item.width = 1;
        for (const char32_t c : item.text) {
            item.width = std::max(item.width, unicodeWidth(c));
        }
        item.highlighted = highlighted[std::size_t(from)];
        if (from < caretUnit) {
            preedit.caret += item.width;
        }
        preedit.items.push_back(std::move(item));
        from = to;
    }
}

// Sends what is being composed, once: the input method is asked to commit it, and where it does not
// answer at once its text is taken as it stands and the method told to forget it.
void TerminalView::Private::finishComposition()
{
    if (preeditText.isEmpty() || committing) {
        return;
    }
    committing = true;
    QGuiApplication::inputMethod()->commit();
    committing = false;
    if (!preeditText.isEmpty()) {
        const QString text = std::exchange(preeditText, QString());
        preedit = {};
        QGuiApplication::inputMethod()->reset();
        sendText(text);
    }
    redraw();
}

// What was being composed when the focus went was meant for here. Some input methods still commit
// it while the focus goes (fcitx5), others forget it (ibus): what is left of it afterwards is
// taken.
void TerminalView::Private::keepComposition()
{
    QTimer::singleShot(0, q, [this] {
        if (preeditText.isEmpty() || q->hasFocus()) {
            return;
        }
        const QString text = std::exchange(preeditText, QString());
        preedit = {};
        if (QGuiApplication::focusObject() == nullptr) {
            QGuiApplication::inputMethod()->reset();
        }
        sendText(text);
        redraw();
    });
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return d->inputEnabled;
    case Qt::ImCursorRectangle:
    case Qt::ImAnchorRectangle: {
        const CellFont &cell = d->painter.font();
        const QPoint caret = d->painter.caretCell();
        const QRect rect(caret.x() * cell.width, std::max(0, caret.y()) * cell.height, cell.width,
                         cell.height);
        return d->toViewport(rect).boundingRect().translated(viewport()->pos());
    }
    case Qt::ImFont:
        return d->font;
    case Qt::ImHints:
        return int(inputMethodHints());
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
        return 0;
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString();
    default:
        return QAbstractScrollArea::inputMethodQuery(query);
    }
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (d->terminal && d->inputEnabled) {
        const std::string bytes = d->terminal->encodeFocus(true);
        if (!bytes.empty()) {
            Q_EMIT inputReady(QByteArray(bytes.data(), qsizetype(bytes.size())));
        }
    }
    d->updateBlink();
    d->redraw();
    updateMicroFocus();
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    d->keepComposition();
    if (d->terminal && d->inputEnabled && event->reason() != Qt::PopupFocusReason) {
        const std::string bytes = d->terminal->encodeFocus(false);
        if (!bytes.empty()) {
            Q_EMIT inputReady(QByteArray(bytes.data(), qsizetype(bytes.size())));
        }
    }
    d->updateBlink();
    d->redraw();
}

void TerminalView::setPreferences(const ViewPreferences &preferences)
{
    if (preferences == d->preferences) {
        return;
    }
    d->preferences = preferences;
    d->wordCharacters = preferences.wordCharacters.isEmpty()
                            ? std::u32string(Terminal::kWordCharacters)
                            : preferences.wordCharacters.toStdU32String();
    d->updateBlink();
    d->redraw();
}

// Copy and paste

void TerminalView::copySelection()
{
    const QString text = selectedText();
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

void TerminalView::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void TerminalView::pasteText(const QString &text)
{
    if (!d->terminal || !d->inputEnabled || text.isEmpty()) {
        return;
    }
    PasteInspection inspection = inspectPaste(text);
    const bool harmless = inspection.controlCharacters == 0 && inspection.invisibleCharacters == 0;
    if (!inspection.needsConfirmation() || (harmless && !d->preferences.askBeforePaste)) {
        d->pasteNow(inspection.text);
        return;
    }
    if (auto *open = findChild<PasteDialog *>(QString(), Qt::FindDirectChildrenOnly)) {
        open->close();
    }
    auto *dialog = new PasteDialog(std::move(inspection), d->peer, this);
    connect(dialog, &PasteDialog::confirmed, this, [this](const QString &confirmed) {
        d->pasteNow(confirmed);
        setFocus();
    });
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void TerminalView::Private::pasteNow(const QString &text)
{
    if (!terminal) {
        return;
    }
    finishComposition();
    q->clearSelection();
    const QByteArray bytes = text.toUtf8();
    send(terminal->encodePaste(std::string_view(bytes.constData(), std::size_t(bytes.size()))));
}

} // namespace Portolan::Terminal
