// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Portolan::Net {

// Tells that the computer slept: connections may be dead without a word, and waiting for TCP to
// notice takes minutes. Seen by two clocks of the system, one of which stands still meanwhile; so
// it needs no service to tell it, and works in containers. On a thread with a Qt event loop; told
// at most two seconds after the waking.
//
// Linux: CLOCK_BOOTTIME against CLOCK_MONOTONIC, clock_gettime(2). Windows (GetTickCount64 against
// QueryUnbiasedInterruptTime) and macOS (mach_continuous_time against mach_absolute_time) are
// written after their manuals and untested.
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kInterval{2000};
    static constexpr std::chrono::milliseconds kLeastSleep{1000};

    // How long the computer has slept since it started.
    using Clock = std::function<std::chrono::milliseconds()>;
    explicit WakeWatch(Clock slept = &WakeWatch::sleptSinceBoot, QObject *parent = nullptr);

    [[nodiscard]] static std::chrono::milliseconds sleptSinceBoot();
    // Also called by a timer.
    void look();

Q_SIGNALS:
    void woke(std::chrono::milliseconds slept);

private:
    const Clock m_slept;
    std::chrono::milliseconds m_before;
    QTimer m_timer;
};

} // namespace Portolan::Net
