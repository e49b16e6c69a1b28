// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/metricsample.h"

#include <QList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace Portolan::Ui {

// One line of name and value pairs: the live status of a connection. Names are quiet, numbers are
// right-aligned in a column that only grows, so nothing jumps while they tick. What does not fit
// into the width is left out from the end; it never keeps the window wide. GUI thread.
class MetricsLine : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsLine(QWidget *parent = nullptr);

    void show(const QList<MetricSample> &samples);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Pair
    {
        QString name;
        QLabel *label;
        QLabel *value;
        bool measured;
    };

    void showWhatFits();

    QHBoxLayout *m_row;
    std::vector<Pair> m_pairs;
};

} // namespace Portolan::Ui
