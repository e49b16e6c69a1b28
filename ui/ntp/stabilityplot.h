// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/stability.h"

#include <QWidget>

namespace Portolan::Ui {

// How steady a server and this computer are against each other over rising times: the overlapping
// Allan deviation over the averaging time, both logarithmic. Noise of the way falls with time,
// clocks that wander rise: where they meet, polls farther apart begin to lose accuracy. GUI thread.
class StabilityPlot : public QWidget
{
    Q_OBJECT

public:
    explicit StabilityPlot(QWidget *parent = nullptr);

    void show(const Ntp::Stability &stability); // hidden where there is too little
    [[nodiscard]] QSize sizeHint() const override;

    // What the curve says, in a sentence; empty where it says nothing yet.
    [[nodiscard]] static QString verdict(const Ntp::Stability &stability);
    [[nodiscard]] static QString deviation(double allan); // "12 ppb"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ntp::Stability m_stability;
};

} // namespace Portolan::Ui
