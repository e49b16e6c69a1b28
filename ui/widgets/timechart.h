// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QChartView>
#include <QColor>
#include <QPointF>

#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace Portolan::Ui {

// Lines over time. Points (milliseconds since 1970, value) are thinned by the least and the
// greatest of every column of pixels, so spikes survive. Wheel zooms, drag moves, double click goes
// back to now; values stand beside the cursor. GUI thread.
class TimeChart : public QChartView
{
    Q_OBJECT

public:
    struct Line
    {
        QString name;
        QColor color;
        const std::deque<QPointF> *points;
        QString unit = {}; // beside the value at the cursor; "bit/s" also at the axis
    };

    explicit TimeChart(QWidget *parent = nullptr);

    // `points` live until the next call.
    void show(const std::vector<Line> &lines);
    // How much of the time up to now is shown; 0: all.
    void setSpan(qint64 milliseconds);
    [[nodiscard]] static QColor color(int index, const QPalette &palette);
    // A number in words: 25.6 Mbit/s, 1,234.5 packets/s.
    [[nodiscard]] static QString valueText(double value, const QString &unit);
    // Asks where to, and writes PNG, SVG or what `csv` gives, as the name ends. `context` is whose
    // dialog it is; `done` as saveFile() has it.
    void saveAs(QWidget *context, const QString &title, const QString &suggestedName,
                std::function<QByteArray()> csv, std::function<void(const Result<QString> &)> done);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QByteArray svg();
    void draw();
    void dress();
    [[nodiscard]] std::pair<double, double> range() const;

    QDateTimeAxis *m_time;
    QValueAxis *m_value;
    std::vector<QLineSeries *> m_drawn;
    std::vector<Line> m_lines;
    qint64 m_span = 5 * 60 * 1000;
    std::optional<std::pair<double, double>> m_fixed; // moved or zoomed by the person
    std::optional<QPointF> m_grabbed;
    std::pair<double, double> m_grabbedRange;
    std::optional<QPointF> m_cursor;
};

} // namespace Portolan::Ui
