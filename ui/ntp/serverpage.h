// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"
#include "core/ntp/stability.h"
#include "ui/ntp/clocktracks.h"

#include <QWidget>

class QLabel;

namespace Portolan::Ui {

class FieldList;
class StabilityPlot;
class WedgePlot;

// All that is known of one server, in words: why it stands as it does, how its uncertainty comes
// about, its last answer with the four stamps, the eight stages of the clock filter, which way
// packets wait, how steady the two clocks are, and the last exchange of keys of NTS record by
// record. GUI thread; monitor and tracks outlive it.
class ServerPage : public QWidget
{
    Q_OBJECT

public:
    ServerPage(const Ntp::Monitor &monitor, const ClockTracks &tracks, QWidget *parent = nullptr);

    void setServer(quint64 server); // 0: none
    void refresh();
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void measureStability(const ClockTracks::Track &track);

    const Ntp::Monitor &m_monitor;
    const ClockTracks &m_tracks;
    quint64 m_server = 0;
    QLabel *m_heading;
    QLabel *m_state;
    QLabel *m_reason;
    FieldList *m_fields;
    QLabel *m_wedgeVerdict;
    WedgePlot *m_wedge;
    QLabel *m_stabilityVerdict;
    StabilityPlot *m_stabilityPlot;
    // Worked out again once there is a good deal more to it.
    Ntp::Stability m_stability;
    quint64 m_stabilityServer = 0;
    std::size_t m_stabilitySamples = 0;
};

} // namespace Portolan::Ui
