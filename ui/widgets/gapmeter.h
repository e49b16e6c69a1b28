// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

namespace Portolan::Ui {

// Measures how long the GUI thread was kept from its event loop: the longest time between two turns
// of a 5 ms timer. For benchmarks; made where PORTOLAN_GUI_GAP names a file, which it writes when
// it is destroyed: {"worst_gap_ms": 12.3, "worst_at_ms": 89.1, "ticks": 4567}, the second counted
// from the first turn. GUI thread.
class GapMeter
{
public:
    explicit GapMeter(const QString &file);
    ~GapMeter();
    GapMeter(const GapMeter &) = delete;
    GapMeter &operator=(const GapMeter &) = delete;

private:
    void tick();

    const QString m_file;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceStart;
    qint64 m_worst = 0; // nanoseconds
    qint64 m_worstAt = 0;
    quint64 m_ticks = 0;
};

} // namespace Portolan::Ui
