// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpsession.h"

#include "app/cli/sshsession.h"
#include "app/cli/words.h"
#include "core/snmp/recordings/comparisontext.h"
#include "core/snmp/station.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/route.h"
#include "core/ssh/sshaddress.h"
#include "core/ssh/sshdialer.h"
#include "core/store/folders.h"

#include <QJsonValue>

#include <limits>

namespace Portolan::Cli {

SnmpSession::SnmpSession(CommandContext &context, const SnmpOptions &options)
    : m_context(context)
    , m_options(options)
{
}

SnmpSession::~SnmpSession() = default;

Result<> SnmpSession::prepare()
{
    auto access = snmpAccess(m_context, m_options, Snmp::AgentTarget::kPort);
    if (!access)
        return tl::unexpected(std::move(access.error()));
    m_access = std::move(*access);
    // --timeout is for the whole step; the address may say what an attempt gets.
    if (m_access.target.timeout == Snmp::AgentTarget().timeout)
        m_access.target.timeout = m_context.options.timeout / (m_access.target.retries + 1);
    return prepareWay();
}

Result<> SnmpSession::prepareWay()
{
    const auto found =
        m_context.destination(QString::fromStdString(m_options.url), QStringLiteral("snmp"));
    if (!found)
        return tl::unexpected(found.error());
    Ssh::Options defaults;
    defaults.connectTimeout = m_context.options.timeout;
    defaults.loginTimeout = m_context.options.timeout;
    defaults.knownHostsFile = Folders::ofThisUser().knownHosts;
    std::optional<Ssh::SshAddress> way;
    if (!found->profile.isEmpty()) {
        const auto route = found->profiles.route(found->profile);
        if (!route)
            return tl::unexpected(route.error());
        if (route->size() >= 2) {
            const Hop &before = route->at(route->size() - 2);
            if (m_access.target.transport == Snmp::Transport::Udp)
                return failure(Error::Kind::Unsupported,
                               Words::tr("SNMP over UDP cannot go through %1: an SSH host carries "
                                         "connections, not single packets.")
                                   .arg(before.address.display()));
            auto made = Ssh::routeTo(before.address, before.profile, found->profiles, defaults);
            if (!made)
                return tl::unexpected(made.error());
            way = made->address;
        }
    }
    if (!way && !m_access.target.via.isEmpty()) {
        const auto parsed = parseAddress(m_access.target.via, QStringLiteral("ssh"));
        if (!parsed)
            return tl::unexpected(parsed.error());
        auto made = Ssh::sshAddress(parsed->address, defaults);
        if (!made)
            return tl::unexpected(made.error());
        way = std::move(*made);
    }
    if (!way)
        return {};
    m_way = std::make_unique<SshSession>(m_context, SshOptions{});
    m_makeDialer = [pool = std::make_shared<Ssh::ConnectionPool>(), address = *way,
                    answering = m_way.get()] {
        return std::make_unique<Ssh::SshDialer>(
            pool, address.target, address.options,
            [answering](const std::shared_ptr<Ssh::Connection> &connection) {
                answering->answerFor(*connection);
                for (const auto &hop : connection->hops())
                    answering->answerFor(*hop);
            });
    };
    return {};
}

std::unique_ptr<Snmp::Agent> SnmpSession::makeAgent() const
{
    return std::make_unique<Snmp::Agent>(std::make_shared<Snmp::Station>(), m_access.target,
                                         m_access.credentials.copy(),
                                         m_makeDialer ? m_makeDialer() : nullptr);
}

QString valueLine(const Snmp::Smi::Snapshot &snapshot, const Snmp::Varbind &varbind)
{
    return Snmp::valueText(snapshot, varbind.oid, varbind.value);
}

QJsonObject varbindObject(const Snmp::Smi::Snapshot &snapshot, const Snmp::Varbind &varbind)
{
    QJsonObject object = Snmp::valueJson(snapshot, varbind.oid, varbind.value);
    object.insert(QStringLiteral("type"), QStringLiteral("varbind"));
    object.insert(QStringLiteral("oid"), varbind.oid.text());
    object.insert(QStringLiteral("name"), snapshot.nameOf(varbind.oid));
    return object;
}

QString varbindLine(const Snmp::Smi::Snapshot &snapshot, const Snmp::Varbind &varbind)
{
    const QString name = snapshot.nameOf(varbind.oid);
    if (varbind.value.isException())
        return name + QStringLiteral(" = ") + varbind.value.text();
    return name + QStringLiteral(" = ") + Snmp::valueTypeName(varbind.value.type()) +
           QStringLiteral(": ") + valueLine(snapshot, varbind);
}

} // namespace Portolan::Cli
