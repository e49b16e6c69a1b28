// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <string_view>

namespace Portolan::Ui {

// What a terminal has to send and its transport has not taken yet: a large paste to a program that
// reads slowly, and the keys typed behind it, in their order. Nothing is dropped silently: what
// does not fit is refused whole, and what cancel() or the transport's end takes away is told. GUI
// thread; never blocks. Bounded by kMostWaiting bytes.
class InputQueue : public QObject
{
    Q_OBJECT

public:
    // Takes what it has room for and returns how much that was; when it was not all, resume() is
    // called once there is room again.
    using Take = std::function<std::size_t(std::string_view bytes)>;
    // How much of it the transport itself still holds.
    using Unsent = std::function<std::size_t()>;

    static constexpr qsizetype kMostWaiting = 64 * 1024 * 1024;
    // What a transport should hold at most: that much goes on after cancel().
    static constexpr std::size_t kAhead = 64 * 1024;
    // A paste that takes longer than this is shown, with its rate and Cancel.
    static constexpr std::chrono::milliseconds kSlow{400};

    explicit InputQueue(QObject *parent = nullptr);

    // Empty functions: there is none, and what still waits for the last one is dropped.
    void setTransport(Take take, Unsent unsent);
    // False: nothing of it was taken, because too much waits already.
    [[nodiscard]] bool add(const QByteArray &bytes);
    void resume();
    // Drops what waits of a paste; keys that were typed behind it go on. A bracketed paste is
    // closed, and a UTF-8 character finished, so that the program over there can go on.
    void cancel();
    // The transport ended: all that waits is dropped.
    void drop();
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size() - m_taken; }
    // Between slowBegan() and slowEnded().
    [[nodiscard]] bool isSlow() const { return m_isSlow; }

Q_SIGNALS:
    void slowBegan();
    // Bytes since the queue was empty last.
    void progressed(quint64 sent, quint64 all);
    void slowEnded();
    void dropped(quint64 sent, quint64 all);

private:
    void give();
    void tellProgress();
    void finish();
    [[nodiscard]] quint64 sent() const;

    Take m_take;
    Unsent m_unsent;
    QByteArray m_waiting;
    qsizetype m_taken = 0;    // of m_waiting, by the transport
    qsizetype m_pasteEnd = 0; // in m_waiting: behind the last paste
    bool m_bracketed = false; // that paste
    quint64 m_all = 0;
    bool m_isSlow = false;
    QTimer m_slow;
};

} // namespace Portolan::Ui
