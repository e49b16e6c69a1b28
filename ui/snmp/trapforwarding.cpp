// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapforwarding.h"

#include "core/snmp/traps/trapfilter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

TrapForwarding::TrapForwarding(const PanelContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(kTargetsKey))
            Q_EMIT entriesChanged();
    });
}

TrapForwarding::~TrapForwarding() = default;

QList<TrapForwardEntry> TrapForwarding::entries(const Settings &settings)
{
    QList<TrapForwardEntry> entries;
    const QJsonArray array = QJsonDocument::fromJson(settings.text(kTargetsKey).toUtf8()).array();
    for (const QJsonValue &each : array) {
        const QJsonObject object = each.toObject();
        TrapForwardEntry entry;
        entry.address = object.value(QStringLiteral("address")).toString();
        entry.filter = object.value(QStringLiteral("filter")).toString();
        entry.enabled = object.value(QStringLiteral("enabled")).toBool(true);
        if (!entry.address.isEmpty() && entries.size() < kMostTargets)
            entries.append(entry);
    }
    return entries;
}

void TrapForwarding::keep(const QList<TrapForwardEntry> &entries, Settings &settings)
{
    QJsonArray array;
    for (const TrapForwardEntry &each : entries)
        array.append(QJsonObject{{QStringLiteral("address"), each.address},
                                 {QStringLiteral("filter"), each.filter},
                                 {QStringLiteral("enabled"), each.enabled}});
    settings.set(kTargetsKey,
                 QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

Result<> TrapForwarding::check(const TrapForwardEntry &entry, const Snmp::Smi::Snapshot &snapshot)
{
    const auto address = parseAddress(entry.address, QStringLiteral("syslog"));
    if (!address)
        return tl::unexpected(address.error());
    if (auto target = Snmp::syslogTarget(address->address); !target)
        return tl::unexpected(target.error());
    if (auto filter = Snmp::TrapFilter::parse(snapshot, entry.filter); !filter)
        return tl::unexpected(filter.error());
    return {};
}

void TrapForwarding::begin(const QString &place,
                           const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot,
                           const QList<Snmp::TrapRule> &rules)
{
    QList<TrapForwardEntry> wanted = entries(m_context.settings);
    wanted.removeIf([](const TrapForwardEntry &entry) { return !entry.enabled; });
    // Those that stay go on: ending and beginning them would send some messages twice.
    if (place != m_place)
        m_running.clear();
    m_place = place;
    std::vector<Running> next;
    for (const TrapForwardEntry &entry : std::as_const(wanted)) {
        const auto same =
            std::find_if(m_running.begin(), m_running.end(), [&entry](const Running &each) {
                return each.entry == entry && each.forwarder;
            });
        if (same != m_running.end()) {
            next.push_back(std::move(*same));
            m_running.erase(same);
            continue;
        }
        Running running;
        running.entry = entry;
        if (auto sound = check(entry, *snapshot); !sound) {
            running.problem = sound.error().what;
            next.push_back(std::move(running));
            continue;
        }
        const Address address = parseAddress(entry.address, QStringLiteral("syslog"))->address;
        Snmp::SyslogForwarder::Setup setup;
        setup.target = *Snmp::syslogTarget(address);
        const QString folder = m_context.folders.data;
        QDir().mkpath(folder);
        const QByteArray name = QString(place + QLatin1Char('\n') + address.toString()).toUtf8();
        setup.journal =
            folder + QStringLiteral("/trap-syslog-") +
            QString::fromLatin1(
                QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16)) +
            QStringLiteral(".db");
        setup.modules = snapshot;
        setup.rules = rules;
        setup.filter = entry.filter;
        auto made = Snmp::SyslogForwarder::make(setup);
        if (made)
            running.forwarder = std::move(*made);
        else
            running.problem = made.error().what;
        next.push_back(std::move(running));
    }
    m_running = std::move(next);
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        Snmp::SyslogForwarder *forwarder = m_running[i].forwarder.get();
        if (!forwarder)
            continue;
        forwarder->disconnect(this);
        connect(forwarder, &Snmp::SyslogForwarder::stateChanged, this,
                [this, i](const Snmp::SyslogState &state) { onState(i, state); });
    }
    Q_EMIT statusChanged();
}

void TrapForwarding::end()
{
    m_running.clear();
    m_place.clear();
    Q_EMIT statusChanged();
}

void TrapForwarding::onState(std::size_t index, const Snmp::SyslogState &state)
{
    if (index >= m_running.size())
        return;
    Running &running = m_running[index];
    if (state.problem && !std::exchange(running.wasTold, true))
        Q_EMIT told(true,
                    tr("Forwarding to %1: %2").arg(running.entry.address, state.problem->what));
    else if (!state.problem && state.phase == Snmp::SyslogState::Phase::Ready &&
             std::exchange(running.wasTold, false))
        Q_EMIT told(false, tr("Forwarding to %1 works again.").arg(running.entry.address));
    Q_EMIT statusChanged();
}

std::vector<std::shared_ptr<Snmp::TrapQueue>> TrapForwarding::queues() const
{
    std::vector<std::shared_ptr<Snmp::TrapQueue>> queues;
    for (const Running &each : m_running) {
        if (each.forwarder)
            queues.push_back(each.forwarder->queue());
    }
    return queues;
}

QList<TrapForwarding::Status> TrapForwarding::status() const
{
    QList<Status> all;
    for (const TrapForwardEntry &entry : entries(m_context.settings)) {
        Status status;
        status.entry = entry;
        const auto running =
            std::find_if(m_running.begin(), m_running.end(),
                         [&entry](const Running &each) { return each.entry == entry; });
        if (running != m_running.end()) {
            status.isRunning = running->forwarder != nullptr;
            status.problem = running->problem;
            if (running->forwarder)
                status.state = running->forwarder->state();
        }
        all.append(status);
    }
    return all;
}

} // namespace Portolan::Ui
