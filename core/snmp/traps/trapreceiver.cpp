// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapreceiver.h"

#include "core/net/lookup.h"
#include "core/runtime/relay.h"
#include "core/snmp/engine/engine.h"
#include "core/snmp/station.h"
#include "core/snmp/traps/listener.h"
#include "core/snmp/words.h"

#include <QHostInfo>

#include <utility>

namespace Portolan::Snmp {

struct TrapReceiver::Private
{
    Private(TrapReceiver *owner, std::shared_ptr<Station> of, const ListenTarget &where,
            TrapKeys with, std::vector<std::shared_ptr<TrapQueue>> into)
        : receiver(owner)
        , station(std::move(of))
        , target(where)
        , keys(std::move(with))
        , queues(std::move(into))
        , relay(std::make_shared<Relay<TrapReceiver>>(owner))
        , number(station->newPeer())
    {
    }

    void open(const QList<QHostAddress> &addresses)
    {
        // Shared, because a std::function must be copyable and secrets are not.
        auto setup = std::make_shared<ListenerSetup>();
        setup->target = target;
        setup->keys = std::move(keys);
        setup->addresses = addresses;
        setup->queues = queues;
        setup->events.listening = [relay = relay](const Listening &where) {
            relay->post([where](TrapReceiver &r) { Q_EMIT r.listening(where); });
        };
        setup->events.failed = [relay = relay](const Error &error) {
            relay->post([error](TrapReceiver &r) { Q_EMIT r.failed(error); });
        };
        setup->events.stats = [relay = relay](const TrapStats &told) {
            relay->post([told](TrapReceiver &r) {
                r.d->stats = told;
                Q_EMIT r.statsChanged(told);
            });
        };
        attached = true;
        station->host().post([number = number, setup](Engine &engine) {
            engine.attach(number, [&setup](PeerHost &host, quint64 own) {
                return std::make_unique<Listener>(host, own, std::move(*setup));
            });
        });
    }

    TrapReceiver *const receiver;
    const std::shared_ptr<Station> station;
    const ListenTarget target;
    TrapKeys keys;
    const std::vector<std::shared_ptr<TrapQueue>> queues;
    const std::shared_ptr<Relay<TrapReceiver>> relay;
    const quint64 number;
    TrapStats stats;
    bool started = false;
    bool attached = false;
};

TrapReceiver::TrapReceiver(std::shared_ptr<Station> station, const ListenTarget &target,
                           TrapKeys keys, std::vector<std::shared_ptr<TrapQueue>> queues,
                           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(station), target, std::move(keys),
                                  std::move(queues)))
{
}

TrapReceiver::~TrapReceiver()
{
    d->relay->detach();
    if (d->attached)
        d->station->host().post([number = d->number](Engine &engine) { engine.detach(number); });
}

void TrapReceiver::start()
{
    if (std::exchange(d->started, true))
        return;
    const QString host = d->target.host;
    if (host.isEmpty()) {
        d->open({});
        return;
    }
    if (const QHostAddress literal(host); !literal.isNull()) {
        d->open({literal});
        return;
    }
    QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
        const auto addresses = Net::addressesOf(info);
        if (addresses.isEmpty())
            Q_EMIT failed(
                {Error::Kind::Network,
                 Snmp::tr("There is no address for the name “%1”.").arg(plainLine(host, 80)),
                 info.errorString()});
        else
            d->open(addresses);
    });
}

const ListenTarget &TrapReceiver::target() const
{
    return d->target;
}

const TrapStats &TrapReceiver::stats() const
{
    return d->stats;
}

} // namespace Portolan::Snmp
