// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"
#include "ui/ntp/clocktracks.h"

#include <QAbstractScrollArea>

#include <vector>

namespace Portolan::Ui {

// Who outvotes whom: the correctness interval of every server that has one, a row each, with a mark
// at its middle; what the majority has in common as a band through all rows. A click or the arrow
// keys choose a server. The scale fits the servers that agree; bars that go beyond end in an arrow
// with the offset. GUI thread; monitor and tracks outlive it.
class IntervalsView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    IntervalsView(const Ntp::Monitor &monitor, const ClockTracks &tracks,
                  QWidget *parent = nullptr);

    void refresh();
    void setChosen(quint64 server);
    [[nodiscard]] QSize sizeHint() const override;
    // Top to bottom, as drawn.
    [[nodiscard]] const std::vector<quint64> &order() const { return m_order; }

Q_SIGNALS:
    void serverClicked(quint64 server);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] QRectF plot() const;
    void fit();
    void showBars();
    void paintRow(QPainter &painter, const Ntp::ServerState &server, double top) const;
    [[nodiscard]] double place(double value) const;

    const Ntp::Monitor &m_monitor;
    const ClockTracks &m_tracks;
    std::vector<quint64> m_order;
    quint64 m_chosen = 0;
    double m_low = -1e-3;
    double m_high = 1e-3;
};

} // namespace Portolan::Ui
