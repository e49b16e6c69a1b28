// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ntp/clocktracks.h"
#include "ui/widgets/timechart.h"

#include <QImage>

#include <optional>
#include <vector>

namespace Portolan::Ui {

class ColumnRaster;

// Offset, delay or jitter of many clocks over time. The offset has the bounds of each sample, the
// interval that the majority agreed on, polls without an answer at the bottom and steps of this
// computer's clock as lines across. Where samples are denser than pixels a line is their mean, and
// a shade around it reaches from the least to the greatest. A million points are laid out and
// painted in a few milliseconds, once for a range. Round times and
// values at the axes, in units from ns to s. GUI thread; `tracks` outlives it.
class ClockChart : public TimeChart
{
    Q_OBJECT

public:
    enum class Quantity { Offset, Delay, Jitter };
    enum class Scale {
        Agreeing,    // fits the servers that agree; who is outside is named at the edge
        All,         // fits everything
        Logarithmic, // of both signs
    };
    enum class Bars { None, Chosen, All };

    ClockChart(Quantity quantity, const ClockTracks &tracks, QWidget *parent = nullptr);

    void setScale(Scale scale);
    [[nodiscard]] Scale scale() const { return m_scale; }
    void setBars(Bars bars);
    // Times below the axis: of charts above each other the lowest has them.
    void setTimesShown(bool shown);
    // This one stands out; 0: none.
    void setChosen(quint64 server);
    // The tracks have moved: what was laid out of them is nothing any more.
    void onTracksMoved();
    // What has come since.
    void refresh();

    [[nodiscard]] Quantity quantity() const { return m_quantity; }
    // What the axis reaches from and to, in seconds.
    [[nodiscard]] std::pair<double, double> valueRange() const { return {m_low, m_high}; }
    [[nodiscard]] QRectF plot() const { return m_plot; } // in the chart
    // How often the plot was painted; the cursor does not make it be.
    [[nodiscard]] int paintedLayers() const { return m_paintedLayers; }
    // The servers that the scale leaves outside.
    [[nodiscard]] QStringList outside() const;
    // The sample under a place of the chart, in words; empty where there is none.
    [[nodiscard]] QString sampleText(const QPointF &at) const;
    // The same for steps of this computer's clock, and polls that gave no measurement.
    [[nodiscard]] QString markText(const QPointF &at) const;

Q_SIGNALS:
    void serverClicked(quint64 server);

protected:
    void draw() override;
    [[nodiscard]] bool hasData() const override { return true; }
    [[nodiscard]] double firstTime(double now) const override;
    void dress() override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    // Where values are in the chart.
    struct Rows
    {
        float middle, least, most, below, above;
    };
    // A sample, or what those of a column of pixels come to.
    struct Column
    {
        double x;
        double from, to; // milliseconds since 1970
        double middle, least, most;
        double below, above; // the farthest that the bounds reach
        Rows y;              // once the scale is known
        quint32 count;
        bool isBroken; // nothing joins it to the one before
    };
    struct Laid
    {
        const ClockTracks::Track *track;
        std::vector<Column> columns;
        bool isDense;    // columns stand for several samples
        int outside = 0; // -1: all of it is below what is shown, +1: above
    };

    void layOut(double begin, double end);
    [[nodiscard]] double valueOf(const ClockTracks::Point &point) const;
    void layOut(Laid &laid, double begin, double end) const;
    static void breakLine(Laid &laid);
    void fit();
    [[nodiscard]] double place(double value) const; // the y of a value
    [[nodiscard]] double squeezed(double value) const;
    // As a picture, or with a painter stroke by stroke (SVG).
    void paintLayer();
    void paintPlot(QImage &image) const;
    void paint(QPainter &painter) const;
    void paintGrid(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    [[nodiscard]] QString tickText(double value, double step) const;
    void paintAgreed(QPainter &painter) const;
    void paintAgreed(ColumnRaster &raster, double ratio) const;
    void paintTrack(QPainter &painter, const Laid &laid) const;
    void paintTrack(ColumnRaster &raster, double ratio, const Laid &laid) const;
    void paintBars(QPainter &painter, const Laid &laid) const;
    void paintBars(ColumnRaster &raster, double ratio, const Laid &laid) const;
    void paintBetween(QPainter &painter, const Laid &laid, const QColor &color, float Rows::*low,
                      float Rows::*high) const;
    [[nodiscard]] bool hasRoomForBars(const Laid &laid) const;
    [[nodiscard]] bool hasRoomForDots(const Laid &laid) const;
    [[nodiscard]] double bandDepth(const Laid &laid) const;
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] double xOf(double time) const;
    [[nodiscard]] QString momentText(double time) const;
    void paintMissing(QPainter &painter, const ClockTracks::Track &track) const;
    void paintMarks(QPainter &painter) const;
    void paintEdges(QPainter &painter) const;
    struct Ticks
    {
        std::vector<double> values;
        double step = 0; // 0: not even
    };
    [[nodiscard]] Ticks ticks() const;
    [[nodiscard]] QString cursorText() const;
    [[nodiscard]] const ClockTracks::Point *pointNear(const QPointF &at,
                                                      const ClockTracks::Track **track) const;
    [[nodiscard]] bool hasBars(const ClockTracks::Track &track) const;

    const Quantity m_quantity;
    const ClockTracks &m_tracks;
    Scale m_scale = Scale::Agreeing;
    Bars m_bars = Bars::All;
    bool m_hasTimes = true;
    quint64 m_chosen = 0;
    std::vector<Laid> m_laid;
    double m_begin = 0;
    double m_end = 1;
    double m_low = -1e-3;
    double m_high = 1e-3;
    double m_knee = 1e-6; // below it the logarithmic scale is linear
    // Of place(): it is asked for every column.
    double m_perKnee = 1e6;
    double m_squeezedLow = 0;
    double m_pixelsPerSqueezed = 1;
    QRectF m_plot;
    QImage m_layer; // all of it, for this range
    bool m_isLayerPainted = false;
    int m_paintedLayers = 0;
    std::optional<QPointF> m_pressed;
};

} // namespace Portolan::Ui
