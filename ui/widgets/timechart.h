// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QChartView>
#include <QColor>
#include <QPointF>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace Portolan::Ui {

// Lines over time. Points (milliseconds since 1970, value) are thinned by the least and the
// greatest of every column of pixels, so spikes survive. Wheel zooms, drag moves, double click goes
// back to now; values stand beside the cursor. Charts that are linked show the same time, and the
// same place under the cursor. GUI thread. Who derives from it may draw something else over the
// same time (draw(), drawForeground(), firstTime(), hasData()).
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
    ~TimeChart() override;

    // From now on this one and `other`, with all that it is linked to, show the same time.
    void linkTo(TimeChart &other);

    // `points` live until the next call.
    void show(const std::vector<Line> &lines);
    // How much of the time up to now is shown; 0: all.
    void setSpan(qint64 milliseconds);
    [[nodiscard]] qint64 span() const;
    // What is shown now, in milliseconds since 1970; and whether a person has moved it away from
    // now.
    [[nodiscard]] std::pair<double, double> range() const;
    [[nodiscard]] bool isMoved() const;
    // As if a person had moved it there.
    void setRange(double begin, double end);
    void goToNow();
    [[nodiscard]] static QColor color(int index, const QPalette &palette);
    // A number in words: 25.6 Mbit/s, 1,234.5 packets/s.
    [[nodiscard]] static QString valueText(double value, const QString &unit);
    // Asks where to, and writes PNG, SVG or what `csv` gives, as the name ends. `context` is whose
    // dialog it is; `done` as saveFile() has it.
    void saveAs(QWidget *context, const QString &title, const QString &suggestedName,
                std::function<QByteArray()> csv, std::function<void(const Result<QString> &)> done);

Q_SIGNALS:
    // By a person, in this chart or in one that is linked.
    void rangeChanged();

protected:
    // What there is, laid out anew for the range.
    virtual void draw();
    [[nodiscard]] virtual bool hasData() const { return !m_lines.empty(); }
    // Of what there is; now where there is nothing.
    [[nodiscard]] virtual double firstTime(double now) const;
    // The colours and the letters of the moment.
    virtual void dress();
    // Where the cursor is in this chart or a linked one, as a part of the width from 0 to 1.
    [[nodiscard]] std::optional<double> cursorPart() const;
    // Beside the cursor, within the plot.
    void drawCursorBox(QPainter *painter, const QString &text) const;
    [[nodiscard]] bool isGrabbed() const { return m_grabbed.has_value(); }

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
    // What linked charts have in common.
    struct View
    {
        qint64 span = 5 * 60 * 1000;
        std::optional<std::pair<double, double>> fixed; // moved or zoomed by the person
        std::optional<double> cursor;                   // part of the width
        std::vector<TimeChart *> charts;
    };

    [[nodiscard]] QByteArray svg();
    void drawAll(bool byPerson);
    void setCursorPart(std::optional<double> part);

    QDateTimeAxis *m_time;
    QValueAxis *m_value;
    std::vector<QLineSeries *> m_drawn;
    std::vector<Line> m_lines;
    std::shared_ptr<View> m_view = std::make_shared<View>();
    std::optional<QPointF> m_grabbed;
    std::pair<double, double> m_grabbedRange;
    std::optional<QPointF> m_cursor;
};

} // namespace Portolan::Ui
