// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/outcome.h"
#include "core/store/database.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace Portolan::Ntp {

struct ServerState;

// What the history of clocks keeps, and what it gives back. Plain values, any thread.

// Which server, over all sessions: the same name with another address is another clock.
struct ServerIdentity
{
    QString host;
    QString address; // empty: not looked up
    quint16 port = 123;
    Authentication authentication = Authentication::None;

    friend bool operator==(const ServerIdentity &, const ServerIdentity &) = default;
};
[[nodiscard]] std::size_t qHash(const ServerIdentity &identity, std::size_t seed = 0) noexcept;
[[nodiscard]] ServerIdentity identityOf(const ServerState &server);

// On its way into the file.
struct ClockRecord
{
    ServerIdentity server = {};
    Outcome::Kind kind = Outcome::Kind::Silent;
    Instant at = {};
    Sample sample = {};               // where it was measured
    Seconds jitter{};                 // of the clock filter then
    std::optional<Seconds> step = {}; // of the local clock; then nothing else counts
};

struct HistoryLimits
{
    std::chrono::days age{30};
    qint64 bytes = qint64(512) << 20U; // of what is in use; single samples go first
};

// Points of one server, in order of time, all of the same length. A point stands for all samples of
// its stretch; low, high and the greatest bound and delay are exactly theirs.
struct ClockSeries
{
    ServerIdentity server;
    std::vector<Instant> time;
    std::vector<double> low, high, mean, bound; // offset, seconds
    std::vector<double> delayLow, delayHigh, jitter;
    std::vector<int> count;
    Seconds width{}; // of a stretch; 0: single samples

    struct Gap // polls that were not measured, one after the other
    {
        Instant from;
        Instant to;
        Outcome::Kind kind = Outcome::Kind::Silent;
        int count = 0;
    };
    std::vector<Gap> gaps;
};

struct HistoryStep
{
    Instant at;
    Seconds by{};
};

struct HistoryRequest
{
    QList<ServerIdentity> servers = {}; // empty: all
    Instant from = {};
    Instant to = {};
    int columns = 1000; // at most twice as many points a server
};

struct HistoryPart
{
    std::vector<ClockSeries> series; // as asked for; those that are not known are empty
    std::vector<HistoryStep> steps;
};

struct RecordedServer
{
    ServerIdentity server;
    Instant first;
    Instant last;
};

// The file. Times of samples are nanoseconds, offsets and delays too: a float would cost twice the
// room. Buckets are kept for five widths at once, so that a week of thirty servers is read in
// moments; each is the sum of the samples that fell into it, also of those that were deleted since.
inline constexpr std::array<int, 5> kBucketSeconds{60, 300, 900, 3600, 21600};
[[nodiscard]] const Schema &historySchema();

[[nodiscard]] inline qint64 toNs(Instant at)
{
    return at.time_since_epoch().count();
}
[[nodiscard]] inline Instant fromNs(qint64 ns)
{
    return Instant(std::chrono::nanoseconds(ns));
}
[[nodiscard]] qint64 toNs(Seconds seconds); // kept within what fits
[[nodiscard]] inline double nsToSeconds(qint64 ns)
{
    return static_cast<double>(ns) * 1e-9;
}

// What a sample says besides numbers, in one.
[[nodiscard]] qint64 packFlags(const Sample &sample);
void unpackFlags(qint64 flags, Sample &sample);

} // namespace Portolan::Ntp
