// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/clocktracks.h"

#include "ui/widgets/timechart.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kMostMissing = 10'000; // of a server
constexpr std::size_t kMostAgreed = 100'000;
constexpr std::size_t kMostSteps = 1000;
constexpr double kSameStep = 5000;   // milliseconds
constexpr double kAgreedEvery = 500; // milliseconds, where nothing else has changed

template<typename Item>
bool isEarlier(const Item &a, const Item &b)
{
    return a.time < b.time;
}

// In the order of time, also after the clock was set back.
template<typename Item>
void insertInOrder(std::vector<Item> &items, const Item &item)
{
    items.insert(std::upper_bound(items.begin(), items.end(), item, &isEarlier<Item>), item);
}

// Several at once: what is dropped one by one from the front would move all the rest each time.
template<typename Item>
void keep(std::vector<Item> &items, std::size_t most)
{
    if (items.size() > most)
        items.erase(items.begin(),
                    items.begin() + static_cast<std::ptrdiff_t>(items.size() - most + most / 8));
}

} // namespace

double ClockTracks::milliseconds(Ntp::Instant instant)
{
    return static_cast<double>(instant.time_since_epoch().count()) / 1e6;
}

QColor ClockTracks::color(int style, const QPalette &palette)
{
    return TimeChart::color(style, palette);
}

Qt::PenStyle ClockTracks::dashes(int style)
{
    static constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                               Qt::DashDotLine};
    return kDashes[style / 8 % 4];
}

ClockTracks::Point ClockTracks::pointOf(const Ntp::Sample &sample, Ntp::Seconds jitter)
{
    Point point;
    point.time = milliseconds(sample.at);
    point.offset = sample.offset.count();
    point.bound = static_cast<float>(sample.bound().count());
    point.delay = static_cast<float>(sample.delay.count());
    point.jitter = static_cast<float>(jitter.count());
    point.sentBy = static_cast<std::uint8_t>(sample.sentBy) & 3U;
    point.receivedBy = static_cast<std::uint8_t>(sample.receivedBy) & 3U;
    point.authentication = static_cast<std::uint8_t>(sample.authentication) & 3U;
    point.interleaved = sample.interleaved ? 1 : 0;
    point.known = 1;
    return point;
}

void ClockTracks::setServers(const Ntp::Monitor &monitor)
{
    std::vector<Track> tracks;
    tracks.reserve(monitor.servers().size());
    for (const Ntp::ServerState &server : monitor.servers()) {
        const auto place = m_places.constFind(server.id);
        if (place != m_places.constEnd()) {
            tracks.push_back(std::move(m_tracks[*place]));
            tracks.back().name = server.name();
        } else {
            tracks.push_back({.server = server.id, .name = server.name(), .style = m_nextStyle++});
        }
    }
    m_tracks = std::move(tracks);
    m_places.clear();
    for (std::size_t i = 0; i < m_tracks.size(); ++i)
        m_places.insert(m_tracks[i].server, i);
}

const ClockTracks::Track *ClockTracks::track(quint64 server) const
{
    const auto place = m_places.constFind(server);
    return place == m_places.constEnd() ? nullptr : &m_tracks[*place];
}

void ClockTracks::insert(Track &track, const Point &point)
{
    insertInOrder(track.points, point);
    keep(track.points, std::clamp(kMostInAll / std::max<std::size_t>(m_tracks.size(), 1),
                                  std::size_t{100}, kMostPoints));
}

void ClockTracks::take(const QList<Ntp::Outcome> &outcomes, const Ntp::Monitor &monitor)
{
    for (const Ntp::Outcome &each : outcomes) {
        const auto place = m_places.constFind(each.server);
        if (place == m_places.constEnd())
            continue;
        Track &track = m_tracks[*place];
        if (each.kind == Ntp::Outcome::Kind::Measured) {
            const Ntp::ServerState *const server = monitor.server(each.server);
            insert(track, pointOf(*each.sample, server && server->filter.estimate()
                                                    ? server->filter.estimate()->jitter
                                                    : Ntp::Seconds(0)));
        } else if (each.kind != Ntp::Outcome::Kind::Stray &&
                   each.kind != Ntp::Outcome::Kind::OutOfCookies) {
            insertInOrder(track.missing, {milliseconds(each.at), each.kind});
            keep(track.missing, kMostMissing);
        }
    }
}

void ClockTracks::takeChoice(const Ntp::Monitor &monitor, double now)
{
    for (Track &track : m_tracks) {
        const Ntp::ServerState *const server = monitor.server(track.server);
        using Ntp::Standing;
        const Standing standing = server ? server->choice.standing : Standing::NotMeasured;
        track.isBelieved = standing == Standing::Selected || standing == Standing::Combined ||
                           standing == Standing::Outlier;
    }
    Agreed agreed;
    agreed.time = now;
    const Ntp::Selection &selection = monitor.selection();
    if (selection.agreed && selection.offset) {
        agreed.low = selection.agreed->low.count();
        agreed.high = selection.agreed->high.count();
        agreed.offset = selection.offset->count();
    }
    if (!m_agreed.empty() && now - m_agreed.back().time < kAgreedEvery &&
        now >= m_agreed.back().time && std::isnan(agreed.low) == std::isnan(m_agreed.back().low))
        return;
    insertInOrder(m_agreed, agreed);
    keep(m_agreed, kMostAgreed);
}

void ClockTracks::takeStep(const Ntp::Monitor::ClockStep &step)
{
    insertInOrder(m_steps, {milliseconds(step.at), step.by.count(), true});
    keep(m_steps, kMostSteps);
}

void ClockTracks::clear()
{
    for (Track &track : m_tracks) {
        track.points.clear();
        track.missing.clear();
        track.gaps.clear();
    }
    m_agreed.clear();
    m_steps.clear();
}

void ClockTracks::setEarlier(quint64 server, const Ntp::ClockSeries &series)
{
    const auto place = m_places.constFind(server);
    if (place == m_places.constEnd())
        return;
    Track &track = m_tracks[*place];
    const auto live = std::find_if(track.points.begin(), track.points.end(),
                                   [](const Point &each) { return each.known != 0; });
    double until = live == track.points.end() ? std::numeric_limits<double>::max() : live->time;
    std::vector<Point> points;
    points.reserve(series.time.size() * 2);
    for (std::size_t i = 0; i < series.time.size(); ++i) {
        Point point;
        point.time = milliseconds(series.time[i]);
        if (point.time >= until)
            break;
        point.bound = static_cast<float>(series.bound[i]);
        point.jitter = static_cast<float>(series.jitter[i]);
        point.offset = series.low[i];
        point.delay = static_cast<float>(series.delayLow[i]);
        points.push_back(point);
        // Both ends, so that spikes survive.
        if (series.high[i] > series.low[i] || series.delayHigh[i] > series.delayLow[i]) {
            point.offset = series.high[i];
            point.delay = static_cast<float>(series.delayHigh[i]);
            points.push_back(point);
        }
    }
    points.insert(points.end(), live, track.points.end());
    track.points = std::move(points);
    track.pyramid = {};
    if (!track.missing.empty())
        until = std::min(until, track.missing.front().time);
    track.gaps.clear();
    for (const Ntp::ClockSeries::Gap &each : series.gaps) {
        const double from = milliseconds(each.from);
        if (from < until)
            track.gaps.push_back(
                {from, std::min(milliseconds(each.to), until), each.kind, each.count});
    }
}

void ClockTracks::setEarlierSteps(const std::vector<Ntp::HistoryStep> &steps)
{
    std::erase_if(m_steps, [](const Step &each) { return !each.isLive; });
    for (const Ntp::HistoryStep &each : steps) {
        const Step step{milliseconds(each.at), each.by.count(), false};
        // Every panel that watches clocks has seen it, and has recorded it.
        const bool isKnown = std::any_of(m_steps.begin(), m_steps.end(), [&](const Step &other) {
            return std::abs(other.time - step.time) < kSameStep &&
                   std::abs(other.by - step.by) <= std::abs(step.by) / 4;
        });
        if (!isKnown)
            insertInOrder(m_steps, step);
    }
    keep(m_steps, kMostSteps);
}

double ClockTracks::firstTime(double now) const
{
    double first = now;
    for (const Track &track : m_tracks) {
        if (!track.points.empty())
            first = std::min(first, track.points.front().time);
        if (!track.missing.empty())
            first = std::min(first, track.missing.front().time);
        if (!track.gaps.empty())
            first = std::min(first, track.gaps.front().from);
    }
    return first;
}

QByteArray ClockTracks::csv(double begin, double end) const
{
    QByteArray text("\xef\xbb\xbftime,server,offset_s,bound_s,delay_s,jitter_s\r\n");
    for (const Track &track : m_tracks) {
        if (!track.isShown)
            continue;
        QString name = track.name;
        name.replace(QLatin1Char('"'), QLatin1String("\"\""));
        const QByteArray quoted = '"' + name.toUtf8() + '"';
        const auto number = [](double value) { return QByteArray::number(value, 'g', 12); };
        for (const Point &point : track.points) {
            if (point.time < begin || point.time > end)
                continue;
            text += QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.time))
                        .toUTC()
                        .toString(Qt::ISODateWithMs)
                        .toLatin1() +
                    ',' + quoted + ',' + number(point.offset) + ',' +
                    number(static_cast<double>(point.bound)) + ',' +
                    number(static_cast<double>(point.delay)) + ',' +
                    number(static_cast<double>(point.jitter)) + "\r\n";
        }
    }
    return text;
}

} // namespace Portolan::Ui
