// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockrecord.h"
#include "core/ntp/monitor.h"
#include "ui/ntp/trackpyramid.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QString>

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace Portolan::Ui {

// What the charts of the clock panel draw: the samples of every server as they come, polls without
// a measurement, the interval that the majority agreed on, and steps of this computer's clock.
// Bounded: kMostPoints of a server, and kMostInAll of all, the oldest go first. Times are
// milliseconds since 1970, values seconds. GUI thread.
class ClockTracks
{
public:
    static constexpr std::size_t kMostPoints = 40'000;
    static constexpr std::size_t kMostInAll = 2'000'000;

    using Point = ClockPoint;
    struct Missing
    {
        double time = 0;
        Ntp::Outcome::Kind kind = Ntp::Outcome::Kind::Silent;
    };
    struct Gap // polls that were not measured, one after the other
    {
        double from = 0;
        double to = 0;
        Ntp::Outcome::Kind kind = Ntp::Outcome::Kind::Silent;
        int count = 0;
    };
    struct Track
    {
        quint64 server = 0;
        QString name;
        int style = 0; // colour and dashes; stays with the server
        bool isShown = true;
        bool isBelieved = false; // counts for a scale of those that agree
        std::vector<Point> points = {};
        std::vector<Missing> missing = {}; // as they came
        std::vector<Gap> gaps = {};        // of the history, from before
        mutable TrackPyramid pyramid = {}; // what charts have of `points`
    };
    struct Agreed
    {
        double time = 0;
        double low = std::numeric_limits<double>::quiet_NaN(); // not a number: no majority
        double high = std::numeric_limits<double>::quiet_NaN();
        double offset = std::numeric_limits<double>::quiet_NaN();
    };
    struct Step
    {
        double time = 0;
        double by = 0;
        bool isLive = true;
    };

    // Names and styles of the servers there are; what others measured goes.
    void setServers(const Ntp::Monitor &monitor);
    void take(const QList<Ntp::Outcome> &outcomes, const Ntp::Monitor &monitor);
    // The choice of the moment.
    void takeChoice(const Ntp::Monitor &monitor, double now);
    void takeStep(const Ntp::Monitor::ClockStep &step);
    void clear();
    // What the history has, in place of all that is there from before the first that came live.
    void setEarlier(quint64 server, const Ntp::ClockSeries &series);
    void setEarlierSteps(const std::vector<Ntp::HistoryStep> &steps);

    [[nodiscard]] const std::vector<Track> &tracks() const { return m_tracks; }
    [[nodiscard]] std::vector<Track> &tracks() { return m_tracks; }
    [[nodiscard]] const Track *track(quint64 server) const;
    [[nodiscard]] const std::vector<Agreed> &agreed() const { return m_agreed; }
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] double firstTime(double now) const;
    // One line a sample, of what lies between; with a byte order mark.
    [[nodiscard]] QByteArray csv(double begin, double end) const;

    [[nodiscard]] static Point pointOf(const Ntp::Sample &sample, Ntp::Seconds jitter);
    [[nodiscard]] static double milliseconds(Ntp::Instant instant);
    // Eight colours, and a dash pattern for each further eight.
    [[nodiscard]] static QColor color(int style, const QPalette &palette);
    [[nodiscard]] static Qt::PenStyle dashes(int style);

private:
    void insert(Track &track, const Point &point);

    std::vector<Track> m_tracks;
    QHash<quint64, std::size_t> m_places;
    std::vector<Agreed> m_agreed;
    std::vector<Step> m_steps;
    int m_nextStyle = 0;
};

} // namespace Portolan::Ui
