// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmpwords.h"

#include <QLocale>
#include <QRegularExpression>

namespace Portolan::Ui {

using Snmp::ValueType;
using Snmp::Smi::Access;
using Snmp::Smi::Base;
using Snmp::Smi::Status;

QString SnmpWords::access(Access access)
{
    switch (access) {
    case Access::None:
        return {};
    case Access::NotAccessible:
        return tr("not accessible");
    case Access::AccessibleForNotify:
        return tr("in notifications only");
    case Access::ReadOnly:
        return tr("read only");
    case Access::ReadWrite:
        return tr("read and write");
    case Access::ReadCreate:
        return tr("read, write, create rows");
    case Access::WriteOnly:
        return tr("write only");
    case Access::NotImplemented:
        return tr("missing in the agent");
    }
    return {};
}

QString SnmpWords::status(Status status)
{
    switch (status) {
    case Status::None:
        return {};
    case Status::Current:
        return tr("current");
    case Status::Deprecated:
        return tr("deprecated: another object has taken its place");
    case Status::Obsolete:
        return tr("obsolete: agents should not have it any more");
    case Status::Mandatory:
        return tr("mandatory");
    case Status::Optional:
        return tr("optional");
    }
    return {};
}

QString SnmpWords::credential(const Snmp::AgentTarget &target)
{
    QString text = QLatin1Char('v') + Snmp::versionName(target.version);
    if (target.version != Snmp::Version::V3)
        return text;
    if (!target.user.isEmpty())
        text += QStringLiteral(" · ") + target.user;
    return QString(text + QStringLiteral(" · ") + Snmp::levelName(target.level));
}

QString SnmpWords::exception(ValueType type)
{
    switch (type) {
    case ValueType::NoSuchObject:
        return tr("The agent does not have this object, or may not show it");
    case ValueType::NoSuchInstance:
        return tr("The agent has no such instance");
    case ValueType::EndOfMibView:
        return tr("Nothing follows: the end of what the agent shows");
    default:
        return {};
    }
}

QString SnmpWords::seconds(double seconds)
{
    if (seconds < 1)
        return tr("%1 ms").arg(QLocale().toString(qRound(seconds * 1000)));
    return tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
}

bool SnmpWords::isGraphable(Base base)
{
    switch (base) {
    case Base::Integer32:
    case Base::Counter32:
    case Base::Gauge32:
    case Base::Unsigned32:
    case Base::TimeTicks:
    case Base::Counter64:
    case Base::Integer64:
    case Base::Unsigned64:
    case Base::Opaque: // may hold a float
        return true;
    default:
        return false;
    }
}

bool SnmpWords::isCounter(ValueType type)
{
    return type == ValueType::Counter32 || type == ValueType::Counter64;
}

QString SnmpWords::commandLine(const QString &program, const Snmp::AgentTarget &target,
                               const QStringList &oids, const QStringList &options)
{
    const auto quoted = [](const QString &word) {
        static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%=:,./~-]+$"));
        if (plain.match(word).hasMatch())
            return word;
        QString safe = word;
        return QString(QLatin1Char('\'') + safe.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                       QLatin1Char('\''));
    };
    QStringList words{program, QStringLiteral("-v") + Snmp::versionName(target.version)};
    if (target.version == Snmp::Version::V3) {
        words << QStringLiteral("-l") << Snmp::levelName(target.level) << QStringLiteral("-u")
              << quoted(target.user);
        if (target.level != Snmp::Level::NoAuthNoPriv)
            words << QStringLiteral("-a") << Snmp::authProtocolName(target.authProtocol)
                  << QStringLiteral("-A") << QStringLiteral("AUTHPASSWORD");
        if (target.level == Snmp::Level::AuthPriv)
            words << QStringLiteral("-x") << Snmp::privProtocolName(target.privProtocol)
                  << QStringLiteral("-X") << QStringLiteral("PRIVPASSWORD");
        if (!target.context.isEmpty())
            words << QStringLiteral("-n") << quoted(target.context);
        if (!target.contextEngineId.isEmpty())
            words << QStringLiteral("-E")
                  << QStringLiteral("0x") + QString::fromLatin1(target.contextEngineId.toHex());
    } else {
        words << QStringLiteral("-c") << QStringLiteral("COMMUNITY");
    }
    words += options;
    // As net-snmp writes addresses: an IPv6 one in brackets, behind the name of its transport.
    const bool six = target.host.contains(QLatin1Char(':'));
    QString place = six ? QString(QLatin1Char('[') + target.host + QLatin1Char(']')) : target.host;
    if (target.port != Snmp::AgentTarget::kPort || six)
        place += QLatin1Char(':') + QString::number(target.port);
    if (target.transport == Snmp::Transport::Tcp)
        place.prepend(six ? QStringLiteral("tcp6:") : QStringLiteral("tcp:"));
    else if (six)
        place.prepend(QStringLiteral("udp6:"));
    words << quoted(place);
    for (const QString &oid : oids)
        words << quoted(oid);
    return words.join(QLatin1Char(' '));
}

} // namespace Portolan::Ui
