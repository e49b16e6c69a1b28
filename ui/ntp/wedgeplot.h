// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/comparison.h"

#include <QWidget>

#include <vector>

namespace Portolan::Ui {

// The offsets of one server's samples over their delays: packets that waited on the way there fall
// along the upper line (slope +1/2) from the point of the least delay, those that waited on the way
// back along the lower one. GUI thread.
class WedgePlot : public QWidget
{
    Q_OBJECT

public:
    explicit WedgePlot(QWidget *parent = nullptr);

    // Offsets and delays of `samples` are what is drawn.
    void show(std::vector<Ntp::Sample> samples, const Ntp::Wedge &wedge);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Ntp::Sample> m_samples;
    Ntp::Wedge m_wedge;
};

} // namespace Portolan::Ui
