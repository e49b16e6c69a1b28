// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ports/portreader.h"

#include "core/snmp/faults.h"
#include "core/snmp/words.h"

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kChunks = 1000; // taken at once

const Oid kUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
const Oid kIfEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid kIfXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};

Oid cell(const Oid &entry, std::uint32_t column, std::uint32_t ifIndex)
{
    return entry.child(column).child(ifIndex);
}

} // namespace

PortReader::PortReader(Agent &agent, QObject *parent)
    : QObject(parent)
    , m_agent(agent)
{
    connect(&m_agent, &Agent::done, this, &PortReader::onDone);
    connect(&m_agent, &Agent::walked, this, [this](RequestId id, const WalkSummary &summary) {
        if (id == m_walk && id != 0)
            onWalked(summary);
    });
}

PortReader::~PortReader()
{
    if (m_queue)
        m_queue->setWake({});
}

void PortReader::cancel()
{
    const RequestId walk = std::exchange(m_walk, 0);
    const auto asked = std::exchange(m_asked, {});
    if (walk != 0)
        m_agent.cancel(walk);
    for (const auto &[id, slice] : asked)
        m_agent.cancel(id);
}

void PortReader::readAll()
{
    if (isRunning())
        return;
    m_tables = PortTables();
    m_varbinds = 0;
    m_queue = makeWalkQueue();
    // The engine stops asking where nobody takes what came.
    m_queue->setWake([this] {
        QMetaObject::invokeMethod(
            this, [this] { drain(); }, Qt::QueuedConnection);
    });
    WalkRequest request;
    request.roots = PortTables::roots();
    request.mostVarbinds = 2'000'000;
    m_walk = m_agent.walk(std::move(request), m_queue);
    if (m_walk == 0)
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT failed(
                    {Error::Kind::Local, Snmp::tr("Too many requests wait already."), {}, 0});
            },
            Qt::QueuedConnection);
}

void PortReader::drain()
{
    if (!m_queue)
        return;
    for (;;) {
        auto batch = m_queue->take(kChunks);
        for (const WalkChunk &chunk : batch.items) {
            m_varbinds += chunk.rows.size();
            for (const Varbind &row : chunk.rows)
                m_tables.take(static_cast<PortTables::Column>(chunk.root), row);
        }
        if (!batch.more)
            break;
    }
    if (m_walk != 0)
        Q_EMIT read(m_varbinds);
}

void PortReader::onWalked(const WalkSummary &summary)
{
    drain();
    m_walk = 0;
    m_queue->setWake({});
    if (m_varbinds == 0 && summary.problem) {
        Q_EMIT failed(*summary.problem);
        return;
    }
    m_view = m_tables.view();
    m_tables = PortTables();
    if (summary.problem)
        m_view.gaps += Snmp::tr("Not everything could be read: %1").arg(summary.problem->what);
    // Those that are gone take their rates with them.
    std::erase_if(m_rates, [this](const auto &each) { return !m_view.find(each.first); });
    for (SwitchPort &port : m_view.ports)
        port.rates.reset();
    if (m_view.ports.empty())
        Q_EMIT finished();
    else
        refresh(); // where rates begin
}

void PortReader::refresh()
{
    if (isRunning())
        return;
    if (m_view.ports.empty()) {
        readAll();
        return;
    }
    m_error.reset();
    m_answered = 0;
    std::vector<quint32> slice;
    for (const SwitchPort &port : m_view.ports) {
        slice.push_back(port.ifIndex);
        if (slice.size() >= m_atOnce)
            ask(std::exchange(slice, {}));
    }
    if (!slice.empty())
        ask(std::move(slice));
    if (m_asked.empty()) {
        m_error = Error{Error::Kind::Local, Snmp::tr("Too many requests wait already."), {}, 0};
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
    }
}

void PortReader::ask(std::vector<quint32> ports)
{
    std::vector<Oid> oids{kUpTime};
    for (const quint32 ifIndex : ports) {
        const SwitchPort *const port = m_view.find(ifIndex);
        if (!port)
            continue;
        oids.push_back(cell(kIfEntry, 7, ifIndex));
        oids.push_back(cell(kIfEntry, 8, ifIndex));
        oids.push_back(cell(kIfEntry, 9, ifIndex));
        if (port->inOctets)
            oids.push_back(port->hasHighCounters ? cell(kIfXEntry, 6, ifIndex)
                                                 : cell(kIfEntry, 10, ifIndex));
        if (port->outOctets)
            oids.push_back(port->hasHighCounters ? cell(kIfXEntry, 10, ifIndex)
                                                 : cell(kIfEntry, 16, ifIndex));
        if (port->inDiscards)
            oids.push_back(cell(kIfEntry, 13, ifIndex));
        if (port->inErrors)
            oids.push_back(cell(kIfEntry, 14, ifIndex));
        if (port->outDiscards)
            oids.push_back(cell(kIfEntry, 19, ifIndex));
        if (port->outErrors)
            oids.push_back(cell(kIfEntry, 20, ifIndex));
        if (port->hasDiscontinuity)
            oids.push_back(cell(kIfXEntry, 19, ifIndex));
    }
    const RequestId id = m_agent.request(Request::get(oids));
    if (id != 0)
        m_asked.emplace(id, Slice{std::move(ports), std::chrono::steady_clock::now()});
}

void PortReader::onDone(RequestId id, const Result<Response> &result)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end())
        return;
    const Slice slice = std::move(found->second);
    m_asked.erase(found);
    if (result) {
        ++m_answered;
        takeSlice(result->varbinds);
    } else if (faultOf(result.error()) == Fault::TooBig && slice.ports.size() > 1) {
        m_atOnce = 1;
        for (const quint32 port : slice.ports)
            ask({port});
    } else if (!m_error) {
        m_error = result.error();
    }
    if (m_asked.empty())
        finish();
}

void PortReader::takeSlice(const Varbinds &varbinds)
{
    const auto now = std::chrono::steady_clock::now();
    std::optional<std::uint32_t> upTime;
    struct Told
    {
        int admin = 0;
        int oper = 0;
        std::optional<std::uint32_t> lastChange = {};
        std::optional<std::uint32_t> discontinuity = {};
        std::array<const Value *, 6> counters = {}; // octets in, out, errors, discards
    };
    std::map<quint32, Told> told;
    for (const Varbind &each : varbinds) {
        if (each.value.isException() || !each.value.isNumber())
            continue;
        if (each.oid == kUpTime) {
            upTime = static_cast<std::uint32_t>(each.value.toUint());
            continue;
        }
        const bool isX = each.oid.startsWith(kIfXEntry);
        if (each.oid.size() != (isX ? kIfXEntry.size() : kIfEntry.size()) + 2)
            continue;
        Told &of = told[each.oid.last()];
        const std::uint32_t column = each.oid[each.oid.size() - 2];
        const auto number = static_cast<std::uint32_t>(each.value.toUint());
        if (isX && column == 19)
            of.discontinuity = number;
        else if (!isX && column == 7)
            of.admin = static_cast<int>(number & 0xffU);
        else if (!isX && column == 8)
            of.oper = static_cast<int>(number & 0xffU);
        else if (!isX && column == 9)
            of.lastChange = number;
        else if (column == (isX ? 6U : 10U))
            of.counters[0] = &each.value;
        else if (column == (isX ? 10U : 16U))
            of.counters[1] = &each.value;
        else if (column == 14)
            of.counters[2] = &each.value;
        else if (column == 20)
            of.counters[3] = &each.value;
        else if (column == 13)
            of.counters[4] = &each.value;
        else if (column == 19)
            of.counters[5] = &each.value;
    }
    if (!upTime)
        return;
    m_view.upTime = *upTime;
    for (SwitchPort &port : m_view.ports) {
        const auto found = told.find(port.ifIndex);
        if (found == told.end())
            continue;
        const Told &of = found->second;
        port.state = PortTables::stateOf(of.admin, of.oper);
        port.changedBefore = of.lastChange && *of.lastChange <= *upTime
                                 ? std::optional(*upTime - *of.lastChange)
                                 : std::nullopt;
        const std::array<std::optional<quint64> *, 6> values{&port.inOctets,   &port.outOctets,
                                                             &port.inErrors,   &port.outErrors,
                                                             &port.inDiscards, &port.outDiscards};
        Rates &rates = m_rates[port.ifIndex];
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!of.counters[i])
                continue;
            *values[i] = of.counters[i]->toUint();
            const CounterStep step = rates.counters[i].take(
                {of.counters[i]->toUint(), of.counters[i]->type() == ValueType::Counter64, *upTime,
                 of.discontinuity, now});
            if (step.kind == CounterStep::Kind::Rate)
                rates.perSecond[i] = step.perSecond;
            else if (step.kind != CounterStep::Kind::TooSoon)
                rates.perSecond[i].reset();
        }
        const auto &per = rates.perSecond;
        if (per[0] || per[1])
            port.rates = PortRates{per[0].value_or(0) * 8, per[1].value_or(0) * 8,
                                   per[2].value_or(0) + per[3].value_or(0),
                                   per[4].value_or(0) + per[5].value_or(0)};
        else
            port.rates.reset();
    }
}

void PortReader::finish()
{
    // Some answers are better than none; an agent that is gone gives none.
    if (m_error && m_answered == 0)
        Q_EMIT failed(*m_error);
    else
        Q_EMIT finished();
}

} // namespace Portolan::Snmp
