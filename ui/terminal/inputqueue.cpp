// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/inputqueue.h"

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

// Longer input is a paste; a key with all modifiers, or a line from an input method, is shorter.
constexpr qsizetype kLongestKeys = 1024;
// Taken out of memory in large pieces: moving the rest costs.
constexpr qsizetype kForget = 1024 * 1024;
constexpr char kPasteBegin[] = "\x1b[200~"; // xterm's ctlseqs, "Bracketed Paste Mode"
constexpr char kPasteEnd[] = "\x1b[201~";

} // namespace

InputQueue::InputQueue(QObject *parent)
    : QObject(parent)
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlow);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        Q_EMIT slowBegan();
        tellProgress();
    });
}

void InputQueue::setTransport(Take take, Unsent unsent)
{
    drop();
    m_take = std::move(take);
    m_unsent = std::move(unsent);
}

bool InputQueue::add(const QByteArray &bytes)
{
    if (!m_take || bytes.isEmpty())
        return true; // nobody is there to send it to, as the screen says
    if (bytes.size() > kMostWaiting - waiting())
        return false;
    if (waiting() == 0)
        m_all = 0;
    m_all += static_cast<quint64>(bytes.size());
    m_waiting.append(bytes);
    if (bytes.size() > kLongestKeys) {
        m_pasteEnd = m_waiting.size();
        m_bracketed = bytes.startsWith(kPasteBegin) && bytes.endsWith(kPasteEnd);
    }
    give();
    return true;
}

void InputQueue::resume()
{
    if (waiting() > 0)
        give();
}

void InputQueue::give()
{
    const auto rest = [this] {
        return std::string_view(m_waiting.constData() + m_taken,
                                static_cast<std::size_t>(waiting()));
    };
    if (m_take)
        m_taken += static_cast<qsizetype>(std::min(m_take(rest()), rest().size()));
    if (waiting() == 0) {
        finish();
        return;
    }
    if (m_taken >= kForget) {
        m_waiting.remove(0, m_taken);
        m_pasteEnd = std::max<qsizetype>(0, m_pasteEnd - m_taken);
        m_taken = 0;
    }
    if (m_isSlow)
        tellProgress();
    else if (!m_slow.isActive())
        m_slow.start();
}

quint64 InputQueue::sent() const
{
    const quint64 held = m_unsent ? m_unsent() : 0;
    const quint64 taken = m_all - static_cast<quint64>(waiting());
    return taken > held ? taken - held : 0;
}

void InputQueue::tellProgress()
{
    Q_EMIT progressed(sent(), m_all);
}

// What waited is not kept: a password may have been among it.
void InputQueue::finish()
{
    m_waiting.fill('\0');
    m_waiting.clear();
    m_taken = 0;
    m_pasteEnd = 0;
    m_slow.stop();
    if (std::exchange(m_isSlow, false))
        Q_EMIT slowEnded();
}

void InputQueue::cancel()
{
    if (m_pasteEnd <= m_taken)
        return;
    const quint64 done = sent();
    const quint64 all = m_all;
    qsizetype from = m_taken;
    // RFC 3629, section 3: at most three bytes of 10xxxxxx follow the first.
    for (int i = 0; i < 3 && from < m_pasteEnd && (m_waiting[from] & 0xC0) == 0x80; ++i)
        ++from;
    qsizetype until = m_pasteEnd;
    if (m_bracketed)
        until -= static_cast<qsizetype>(sizeof kPasteEnd) - 1;
    m_pasteEnd = 0;
    if (until <= from)
        return; // all but its end has gone
    m_waiting.remove(from, until - from);
    m_all -= static_cast<quint64>(until - from);
    m_slow.stop();
    if (std::exchange(m_isSlow, false))
        Q_EMIT slowEnded();
    Q_EMIT dropped(done, all);
    give();
}

void InputQueue::drop()
{
    const quint64 done = sent();
    const bool wasWaiting = waiting() > 0;
    finish();
    if (wasWaiting)
        Q_EMIT dropped(done, m_all);
}

} // namespace Portolan::Ui
