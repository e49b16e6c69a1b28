// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/history/clockrecord.h"

#include "core/ntp/monitor.h"

#include <QHashFunctions>

#include <algorithm>
#include <cmath>

namespace Portolan::Ntp {

namespace {

constexpr double kMostNs = 9.2e18;

} // namespace

std::size_t qHash(const ServerIdentity &identity, std::size_t seed) noexcept
{
    return qHashMulti(seed, identity.host, identity.address, identity.port,
                      static_cast<int>(identity.authentication));
}

ServerIdentity identityOf(const ServerState &server)
{
    ServerIdentity identity;
    identity.host = server.target.host;
    identity.address = server.address.isNull() ? QString() : server.address.toString();
    identity.port = server.target.port;
    identity.authentication = server.target.nts          ? Authentication::Nts
                              : server.target.keyId != 0 ? Authentication::SymmetricKey
                                                         : Authentication::None;
    return identity;
}

const Schema &historySchema()
{
    // "PTLC". A format that was released is never edited.
    static const Schema kSchema{
        0x50544C43,
        {{
            "CREATE TABLE server (id INTEGER PRIMARY KEY, host TEXT NOT NULL, address TEXT NOT "
            "NULL, port INTEGER NOT NULL, authentication INTEGER NOT NULL, "
            "UNIQUE (host, address, port, authentication))",
            "CREATE TABLE sample (server INTEGER NOT NULL, time INTEGER NOT NULL, offset INTEGER "
            "NOT NULL, delay INTEGER NOT NULL, dispersion INTEGER NOT NULL, root_delay INTEGER NOT "
            "NULL, root_dispersion INTEGER NOT NULL, jitter INTEGER NOT NULL, refid INTEGER NOT "
            "NULL, flags INTEGER NOT NULL, PRIMARY KEY (server, time)) WITHOUT ROWID",
            // `start` in seconds. The mean is sum / count.
            "CREATE TABLE bucket (width INTEGER NOT NULL, server INTEGER NOT NULL, start INTEGER "
            "NOT NULL, count INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, sum "
            "REAL NOT NULL, bound INTEGER NOT NULL, delay_low INTEGER NOT NULL, delay_high INTEGER "
            "NOT NULL, jitter INTEGER NOT NULL, first_time INTEGER NOT NULL, first INTEGER NOT "
            "NULL, last_time INTEGER NOT NULL, last INTEGER NOT NULL, "
            "PRIMARY KEY (width, server, start)) WITHOUT ROWID",
            "CREATE TABLE gap (server INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT "
            "NULL, kind INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (server, start)) "
            "WITHOUT ROWID",
            "CREATE TABLE step (time INTEGER PRIMARY KEY, by INTEGER NOT NULL)",
        }}};
    return kSchema;
}

qint64 toNs(Seconds seconds)
{
    const double ns = seconds.count() * 1e9;
    return std::isnan(ns) ? 0 : std::llround(std::clamp(ns, -kMostNs, kMostNs));
}

qint64 packFlags(const Sample &sample)
{
    const auto bits = [](auto value, int at) { return static_cast<qint64>(value) << at; };
    return bits(sample.stratum & 0xFF, 0) | bits(sample.leap, 8) | bits(sample.sentBy, 10) |
           bits(sample.receivedBy, 12) | bits(sample.interleaved ? 1 : 0, 14) |
           bits(sample.authentication, 15) | bits(sample.version & 7, 17);
}

void unpackFlags(qint64 flags, Sample &sample)
{
    const auto bits = [flags](int at, int mask) {
        return static_cast<std::uint8_t>((flags >> at) & mask);
    };
    sample.stratum = bits(0, 0xFF);
    sample.leap = static_cast<Leap>(bits(8, 3));
    sample.sentBy = static_cast<StampSource>(std::min<int>(bits(10, 3), 2));
    sample.receivedBy = static_cast<StampSource>(std::min<int>(bits(12, 3), 2));
    sample.interleaved = bits(14, 1) != 0;
    sample.authentication = static_cast<Authentication>(std::min<int>(bits(15, 3), 2));
    sample.version = bits(17, 7);
}

} // namespace Portolan::Ntp
