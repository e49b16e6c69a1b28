// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/discovery/discovery.h"

#include "core/runtime/relay.h"
#include "core/snmp/discovery/scanner.h"
#include "core/snmp/engine/engine.h"
#include "core/snmp/station.h"
#include "core/snmp/words.h"

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

quint64 DiscoveryRequest::mostPackets() const
{
    quint64 communities = 0;
    for (const DiscoveryCredential &each : credentials)
        communities += each.version == Version::V3 ? 0U : 1U;
    // Users are tried only where an engine answered.
    const bool asksEngine = findEngines || communities < credentials.size();
    return range.places().size() * (communities + (asksEngine ? 1U : 0U)) *
           (static_cast<quint64>(std::max(retries, 0)) + 1U);
}

std::chrono::milliseconds DiscoveryRequest::longest() const
{
    if (range.places().empty())
        return {};
    const auto packets = static_cast<double>(mostPackets());
    const auto wait = static_cast<double>(timeout.count()); // ms
    const double byRate = packets / std::max(rate, 0.1) * 1000;
    // An address holds its place as long as each of its packets is waited for.
    const double byPlaces = packets * wait / std::max(inFlight, 1);
    // The last one is waited for to its end, and then for what is late.
    const double each = packets / static_cast<double>(range.places().size());
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(std::max(byRate, byPlaces) + each * wait + wait));
}

struct Discovery::Private
{
    Private(Discovery *owner, std::shared_ptr<Station> of, DiscoveryRequest what)
        : discovery(owner)
        , station(std::move(of))
        , request(std::move(what))
        , relay(std::make_shared<Relay<Discovery>>(owner))
        , number(station->newPeer())
    {
    }

    void detach()
    {
        relay->detach();
        if (std::exchange(attached, false))
            station->host().post([own = number](Engine &engine) { engine.detach(own); });
    }

    void finish(const Result<> &result)
    {
        if (std::exchange(isFinished, true))
            return;
        detach();
        if (result)
            Q_EMIT discovery->finished();
        else
            Q_EMIT discovery->failed(result.error());
    }

    Discovery *const discovery;
    const std::shared_ptr<Station> station;
    DiscoveryRequest request;
    const std::shared_ptr<Relay<Discovery>> relay;
    const quint64 number;
    DiscoveryProgress progress;
    bool attached = false;
    bool isFinished = false;
};

Discovery::Discovery(std::shared_ptr<Station> station, DiscoveryRequest request, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(station), std::move(request)))
{
    d->progress.total = d->request.range.places().size();
    d->progress.left = d->request.longest();
}

Discovery::~Discovery()
{
    d->detach();
}

void Discovery::start()
{
    if (std::exchange(d->attached, true))
        return;
    // Shared, because a std::function must be copyable and secrets are not.
    auto request = std::make_shared<DiscoveryRequest>(std::move(d->request));
    Scanner::Events events;
    events.progress = [relay = d->relay](const DiscoveryProgress &progress,
                                         const QList<FoundAgent> &agents) {
        relay->post([progress, agents](Discovery &of) {
            of.d->progress = progress;
            if (!agents.isEmpty())
                Q_EMIT of.found(agents);
            Q_EMIT of.progressed(progress);
        });
    };
    events.finished = [relay = d->relay](const Result<> &result) {
        relay->post([result](Discovery &of) { of.d->finish(result); });
    };
    d->station->host().post(
        [number = d->number, request, events = std::move(events)](Engine &engine) {
            engine.attach(number, [&](PeerHost &host, quint64 own) {
                return std::make_unique<Scanner>(host, own, std::move(*request), events);
            });
        });
}

void Discovery::cancel()
{
    if (d->isFinished)
        return;
    d->detach();
    // Later, so that nobody is told from inside a call of his own.
    QMetaObject::invokeMethod(
        this, [this] { d->finish(failure(Error::Kind::Cancelled, Snmp::tr("It was cancelled."))); },
        Qt::QueuedConnection);
}

const DiscoveryProgress &Discovery::progress() const
{
    return d->progress;
}

} // namespace Portolan::Snmp
