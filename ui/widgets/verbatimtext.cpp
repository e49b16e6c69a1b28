// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verbatimtext.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr int kSide = 8;
constexpr int kAbove = 4;
constexpr int kFrame = 4; // the line at the left

} // namespace

VerbatimText::VerbatimText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setProperty("verbatim", true);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    setViewportMargins(kSide, kAbove, kSide, kAbove);
}

void VerbatimText::setText(const QString &text)
{
    m_text = text;
    setPlainText(text);
    updateGeometry();
    showBars();
}

void VerbatimText::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
    showBars();
}

void VerbatimText::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(wrapped ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

VerbatimText::Extent VerbatimText::extentAt(int width) const
{
    // As the document lays it out, but without being as wide yet, and no further than is shown.
    QTextOption option;
    option.setWrapMode(m_wrapped ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    const int room = std::max(width - 2 * kSide - kFrame, fontMetrics().averageCharWidth());
    Extent extent;
    for (qsizetype at = 0; at <= m_text.size() && extent.lines <= m_mostLines;) {
        qsizetype end = m_text.indexOf(QLatin1Char('\n'), at);
        if (end < 0)
            end = m_text.size();
        QTextLayout layout(m_text.mid(at, end - at), font());
        layout.setTextOption(option);
        layout.beginLayout();
        int here = 0;
        for (QTextLine line = layout.createLine(); line.isValid();
             line = layout.createLine(), ++here) {
            if (++extent.lines > m_mostLines)
                break;
            line.setLineWidth(room);
            extent.height += line.height();
        }
        layout.endLayout();
        at = end + 1;
    }
    return extent;
}

int VerbatimText::heightForWidth(int width) const
{
    const int bar = m_wrapped ? 0 : horizontalScrollBar()->sizeHint().height();
    const int line = fontMetrics().lineSpacing();
    return std::max(line, static_cast<int>(std::ceil(extentAt(width).height))) + 2 * kAbove + 2 +
           bar;
}

QSize VerbatimText::sizeHint() const
{
    constexpr int kUsualWidth = 320;
    const int wide = std::max(width(), kUsualWidth);
    return {kUsualWidth, heightForWidth(wide)};
}

QSize VerbatimText::minimumSizeHint() const
{
    return {80, fontMetrics().lineSpacing() + 2 * kAbove};
}

void VerbatimText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        showBars();
}

void VerbatimText::wheelEvent(QWheelEvent *event)
{
    // What has nothing to scroll leaves the wheel to the list that it is in.
    const QScrollBar *bar = verticalScrollBar();
    const bool down = event->angleDelta().y() < 0;
    if (bar->maximum() == 0 || bar->value() == (down ? bar->maximum() : bar->minimum()))
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void VerbatimText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void VerbatimText::showBars()
{
    setVerticalScrollBarPolicy(extentAt(width()).lines > m_mostLines ? Qt::ScrollBarAsNeeded
                                                                     : Qt::ScrollBarAlwaysOff);
}

} // namespace Portolan::Ui
