// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/request.h"

namespace Portolan::Snmp {

namespace {

Request of(Request::Kind kind, const std::vector<Oid> &oids)
{
    Request request;
    request.kind = kind;
    request.varbinds.reserve(oids.size());
    for (const Oid &each : oids)
        request.varbinds.push_back({each});
    return request;
}

} // namespace

Request Request::get(const std::vector<Oid> &oids)
{
    return of(Kind::Get, oids);
}

Request Request::getNext(const std::vector<Oid> &oids)
{
    return of(Kind::GetNext, oids);
}

Request Request::getBulk(const std::vector<Oid> &oids, int nonRepeaters, int repetitions)
{
    Request request = of(Kind::GetBulk, oids);
    request.nonRepeaters = nonRepeaters;
    request.repetitions = repetitions;
    return request;
}

Request Request::set(Varbinds varbinds)
{
    Request request;
    request.kind = Kind::Set;
    request.varbinds = std::move(varbinds);
    return request;
}

Request Request::inform(Varbinds varbinds)
{
    Request request;
    request.kind = Kind::Inform;
    request.varbinds = std::move(varbinds);
    return request;
}

Request Request::trap(Varbinds varbinds, const QByteArray &sender)
{
    Request request;
    request.kind = Kind::Trap;
    request.varbinds = std::move(varbinds);
    request.sender = sender;
    return request;
}

QList<MetricSample> metricSamples(const AgentFacts &facts)
{
    using Unit = MetricSample::Unit;
    QList<MetricSample> samples;
    const auto add = [&samples](const char *name, std::optional<double> value, Unit unit) {
        samples.append({.name = QString::fromLatin1(name), .value = value, .unit = unit});
    };
    add("rtt_ms", facts.rttMs, Unit::Milliseconds);
    add("plr",
        facts.sent > 0
            ? std::optional(static_cast<double>(facts.lost) / static_cast<double>(facts.sent))
            : std::nullopt,
        Unit::Ratio);
    add("poll_time_ms", facts.pollTimeMs, Unit::Milliseconds);
    add("bulk_rows", facts.bulkRows, Unit::Count);
    add("errors", static_cast<double>(facts.errors), Unit::Count);
    return samples;
}

} // namespace Portolan::Snmp
