// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <cstdio>

// How long a thread was kept from its event loop, for benches on a machine that does other work
// too: beside the gaps by the clock, what the thread itself had of the processor in each, and how
// long the kernel let it wait for one (Linux, schedstat). What is left of a gap after that wait is
// our own doing: work, and waiting for locks.
namespace Bench {

struct ThreadTimes
{
    double wall = 0; // ms
    double ran = 0;
    double queued = 0;

    static ThreadTimes now(const QElapsedTimer &clock)
    {
        ThreadTimes times;
        times.wall = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> parts = file.readAll().split(' ');
            if (parts.size() >= 2) {
                times.ran = parts.at(0).toDouble() / 1e6;
                times.queued = parts.at(1).toDouble() / 1e6;
            }
        }
        return times;
    }
};

// The longest of several slices, by each measure for itself.
struct Worst
{
    double wall = 0;
    double own = 0; // without the wait for a processor
    double ran = 0;
    double wallAt = 0; // ms since the beginning
    double ownAt = 0;

    void note(const ThreadTimes &before, const ThreadTimes &after)
    {
        const double gap = after.wall - before.wall;
        const double mine = std::max(gap - (after.queued - before.queued), 0.0);
        if (gap > wall) {
            wall = gap;
            wallAt = before.wall;
        }
        if (mine > own) {
            own = mine;
            ownAt = before.wall;
        }
        ran = std::max(ran, after.ran - before.ran);
    }
    template<typename Slice>
    void time(Slice &&slice)
    {
        QElapsedTimer clock;
        clock.start();
        const ThreadTimes before = ThreadTimes::now(clock);
        slice();
        note(before, ThreadTimes::now(clock));
    }
};

// Gaps between two turns of a timer of 5 ms, on the thread that makes it.
class SliceMeter : public QObject
{
public:
    SliceMeter()
    {
        m_clock.start();
        m_last = ThreadTimes::now(m_clock);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const ThreadTimes now = ThreadTimes::now(m_clock);
            m_worst.note(m_last, now);
            m_last = now;
        });
        m_timer.start();
    }
    [[nodiscard]] const Worst &worst() const { return m_worst; }

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    ThreadTimes m_last;
    Worst m_worst;
};

} // namespace Bench
