// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/metricsample.h"

#include <QList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Portolan::Ui {

// One line of name and value pairs: the live status of a connection. Names are quiet, numbers are
// right-aligned in a column that only grows, so nothing jumps while they tick. What does not fit
// into the width is left out from the end; it never keeps the window wide. The tooltip of each says
// what it is and, where it has no value, why. At the right end stands Explain, for panels that can.
// The context menu copies all of them. GUI thread.
class MetricsLine : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsLine(QWidget *parent = nullptr);

    void show(const QList<MetricSample> &samples);
    void setExplainable(bool explainable);
    // Name, value and unit, a row each, for the clipboard (TSV).
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void explainClicked();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
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
    void retranslate();

    QList<MetricSample> m_samples;
    QToolButton *m_explain;
    QHBoxLayout *m_row;
    std::vector<Pair> m_pairs;
};

} // namespace Portolan::Ui
