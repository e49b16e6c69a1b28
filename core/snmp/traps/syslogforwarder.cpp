// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/syslogforwarder.h"

#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"
#include "core/snmp/traps/syslogengine.h"
#include "core/snmp/words.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostWaiting = 100'000; // notifications before they are in the journal

// RFC 5424, table 1, by the names that syslog daemons use.
constexpr const char *kFacilities[] = {
    "kern",   "user",   "mail",     "daemon", "auth",   "syslog", "lpr",    "news",
    "uucp",   "cron",   "authpriv", "ftp",    "ntp",    "audit",  "alert",  "clock",
    "local0", "local1", "local2",   "local3", "local4", "local5", "local6", "local7"};

} // namespace

QString SyslogTarget::display() const
{
    return Address{.scheme = {}, .host = host, .port = port}.display();
}

Result<SyslogTarget> syslogTarget(const Address &address)
{
    SyslogTarget target;
    if (address.scheme == QLatin1String("syslog") ||
        address.scheme == QLatin1String("syslog+udp")) {
        target.port = 514;
    } else if (address.scheme == QLatin1String("syslog+tcp")) {
        target.transport = SyslogTarget::Transport::Tcp;
        target.port = 601;
        target.most = 8192;
    } else if (address.scheme == QLatin1String("syslog+tls")) {
        target.transport = SyslogTarget::Transport::Tls;
        target.port = 6514;
        target.most = 8192;
    } else {
        return failure(Error::Kind::Usage,
                       tr("“%1” is not the address of a syslog receiver: syslog://, syslog+tcp:// "
                          "or syslog+tls://.")
                           .arg(plainLine(address.toString(), 80)));
    }
    target.host = address.host;
    if (address.port != 0)
        target.port = address.port;
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        const bool isTls = target.transport == SyslogTarget::Transport::Tls;
        if (name == QLatin1String("facility")) {
            const auto *const known = std::find_if(
                std::begin(kFacilities), std::end(kFacilities),
                [&wanted = value](const char *each) { return wanted == QLatin1String(each); });
            if (known == std::end(kFacilities))
                return failure(
                    Error::Kind::Usage,
                    tr("“%1” is not a facility of syslog: local0.").arg(plainLine(value, 40)));
            target.facility = static_cast<int>(known - std::begin(kFacilities));
        } else if (name == QLatin1String("max")) {
            bool valid = false;
            const int most = value.toInt(&valid);
            // RFC 5424, section 6.1: every receiver takes 480.
            if (!valid || most < 480 || most > 65'000)
                return failure(
                    Error::Kind::Usage,
                    tr("“%1” is not a number from %2 to %3.")
                        .arg(plainLine(value, 40), QStringLiteral("480"), QStringLiteral("65000")));
            target.most = static_cast<std::size_t>(most);
        } else if (isTls && name == QLatin1String("ca")) {
            target.caFile = value;
        } else if (isTls && name == QLatin1String("cert")) {
            target.certificateFile = value;
        } else if (isTls && name == QLatin1String("key")) {
            target.keyFile = value;
        } else if (isTls && name == QLatin1String("name")) {
            target.serverName = value;
        } else {
            return failure(Error::Kind::Usage,
                           tr("The address of a syslog receiver has no option “%1”.")
                               .arg(plainLine(name, 40)));
        }
    }
    return target;
}

struct SyslogForwarder::Private
{
    explicit Private(SyslogForwarder *owner)
        : relay(std::make_shared<Relay<SyslogForwarder>>(owner))
        , queue(std::make_shared<TrapQueue>(kMostWaiting))
    {
    }

    const std::shared_ptr<Relay<SyslogForwarder>> relay;
    const std::shared_ptr<TrapQueue> queue;
    SyslogState state;
    std::unique_ptr<EngineHost<SyslogEngine>> host;
};

SyslogForwarder::SyslogForwarder()
    : d(std::make_unique<Private>(this))
{
}

Result<std::unique_ptr<SyslogForwarder>> SyslogForwarder::make(const Setup &setup)
{
    auto rules = TrapRules::compile(*setup.modules, setup.rules);
    if (!rules)
        return tl::unexpected(std::move(rules.error()));
    auto filter = TrapFilter::parse(*setup.modules, setup.filter);
    if (!filter)
        return tl::unexpected(std::move(filter.error()));
    std::unique_ptr<SyslogForwarder> made(new SyslogForwarder);
    Private &d = *made->d;
    const SyslogEngineSetup all{setup, std::move(*rules), std::move(*filter), d.queue,
                                [relay = d.relay](const SyslogState &state) {
                                    relay->post([state](SyslogForwarder &forwarder) {
                                        forwarder.d->state = state;
                                        Q_EMIT forwarder.stateChanged(state);
                                    });
                                }};
    d.host = std::make_unique<EngineHost<SyslogEngine>>(
        QStringLiteral("syslog"),
        [all](std::stop_token) { return std::make_unique<SyslogEngine>(all); });
    d.host->post([](SyslogEngine &engine) { engine.begin(); });
    d.queue->setWake(
        [host = d.host.get()] { host->post([](SyslogEngine &engine) { engine.take(); }); });
    return made;
}

SyslogForwarder::~SyslogForwarder()
{
    d->queue->setWake({});
    d->relay->detach();
}

const std::shared_ptr<TrapQueue> &SyslogForwarder::queue() const
{
    return d->queue;
}

const SyslogState &SyslogForwarder::state() const
{
    return d->state;
}

} // namespace Portolan::Snmp
