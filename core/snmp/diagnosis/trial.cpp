// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/diagnosis.h"

#include <algorithm>

namespace Portolan::Snmp {

QString faultName(Fault fault)
{
    const int number = static_cast<int>(fault);
    if (number == 0)
        return QStringLiteral("ok");
    if (number <= 18)
        return errorStatusName(number);
    if (number < 200)
        return reportError(fault, {}, Level::NoAuthNoPriv).detail;
    switch (fault) {
    case Fault::Silence:
        return QStringLiteral("silence");
    case Fault::Closed:
        return QStringLiteral("port closed");
    case Fault::Elsewhere:
        return QStringLiteral("answer from elsewhere");
    case Fault::NotDecrypted:
        return QStringLiteral("answer not decrypted");
    case Fault::NoEngineId:
        return QStringLiteral("no engine ID");
    case Fault::Unreachable:
        return QStringLiteral("not reached");
    default:
        return QStringLiteral("not readable");
    }
}

QString Trial::protocols() const
{
    switch (level) {
    case Level::NoAuthNoPriv:
        break;
    case Level::AuthNoPriv:
        return authProtocolName(auth);
    case Level::AuthPriv:
        return authProtocolName(auth) + QLatin1Char(' ') + privProtocolName(priv);
    }
    return {};
}

QString Trial::text() const
{
    QString made = versionName(version);
    if (version == Version::V3)
        made += QLatin1Char(' ') + levelName(level);
    if (version == Version::V3 && level != Level::NoAuthNoPriv)
        made += QLatin1Char(' ') + protocols();
    if (!name.isEmpty())
        made += QLatin1Char(' ') + name;
    switch (role) {
    case Role::SwappedAuth:
        made += QStringLiteral(" (privacy password)");
        break;
    case Role::SwappedPriv:
        made += QStringLiteral(" (authentication password)");
        break;
    case Role::NoContext:
        made += QStringLiteral(" (no context)");
        break;
    case Role::OwnContextEngine:
        made += QStringLiteral(" (own engine)");
        break;
    case Role::Discovery:
        made += QStringLiteral(" (discovery)");
        break;
    default:
        break;
    }
    return made + QStringLiteral(": ") + faultName(fault);
}

const Trial *DiagnosisFacts::find(Trial::Role role) const
{
    const auto found = std::find_if(trials.begin(), trials.end(),
                                    [role](const Trial &each) { return each.role == role; });
    return found == trials.end() ? nullptr : &*found;
}

const Trial *DiagnosisFacts::granted(Trial::Role role) const
{
    const auto found = std::find_if(trials.begin(), trials.end(), [role](const Trial &each) {
        return each.role == role && each.isGranted();
    });
    return found == trials.end() ? nullptr : &*found;
}

const Trial *DiagnosisFacts::accepted(Trial::Role role) const
{
    const auto found = std::find_if(trials.begin(), trials.end(), [role](const Trial &each) {
        return each.role == role && each.isAccepted();
    });
    return found == trials.end() ? nullptr : &*found;
}

} // namespace Portolan::Snmp
