// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/wakewatch.h"

#if defined(Q_OS_WIN)
#include <windows.h>

#include <realtimeapiset.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach_time.h>
#else
#include <ctime>
#endif

namespace Portolan::Net {

WakeWatch::WakeWatch(Clock slept, QObject *parent)
    : QObject(parent)
    , m_slept(std::move(slept))
    , m_before(m_slept())
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &WakeWatch::look);
    m_timer.start();
}

void WakeWatch::look()
{
    const auto now = m_slept();
    const auto slept = now - m_before;
    m_before = now;
    if (slept >= kLeastSleep)
        Q_EMIT woke(slept);
}

std::chrono::milliseconds WakeWatch::sleptSinceBoot()
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    using std::chrono::nanoseconds;
#if defined(Q_OS_WIN)
    ULONGLONG awake = 0; // in 100 ns, without sleep
    ::QueryUnbiasedInterruptTime(&awake);
    return milliseconds(static_cast<qint64>(::GetTickCount64()) -
                        static_cast<qint64>(awake / 10'000));
#elif defined(Q_OS_MACOS)
    mach_timebase_info_data_t base{};
    ::mach_timebase_info(&base);
    const auto ticks = ::mach_continuous_time() - ::mach_absolute_time();
    return duration_cast<milliseconds>(
        nanoseconds(static_cast<qint64>(ticks * base.numer / base.denom)));
#elif defined(CLOCK_BOOTTIME)
    const auto read = [](clockid_t clock) {
        timespec time{};
        ::clock_gettime(clock, &time);
        return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
    };
    return duration_cast<milliseconds>(read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC));
#else
    return milliseconds(0); // not measurable: never told
#endif
}

} // namespace Portolan::Net
