// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trap.h"

#include "core/snmp/words.h"

#include <numeric>

namespace Portolan::Snmp {

QString rejectionName(Rejection rejection)
{
    switch (rejection) {
    case Rejection::None:
        return QStringLiteral("none");
    case Rejection::NotSnmp:
        return QStringLiteral("notSnmp");
    case Rejection::NotANotification:
        return QStringLiteral("notANotification");
    case Rejection::WrongCommunity:
        return QStringLiteral("wrongCommunity");
    case Rejection::UnknownUser:
        return QStringLiteral("unknownUser");
    case Rejection::WrongDigest:
        return QStringLiteral("wrongDigest");
    case Rejection::NotDecrypted:
        return QStringLiteral("notDecrypted");
    case Rejection::LevelTooLow:
        return QStringLiteral("levelTooLow");
    case Rejection::LevelNotPossible:
        return QStringLiteral("levelNotPossible");
    case Rejection::NotInTime:
        return QStringLiteral("notInTime");
    case Rejection::UnknownModel:
        return QStringLiteral("unknownModel");
    case Rejection::VersionNotAllowed:
        return QStringLiteral("versionNotAllowed");
    }
    return {};
}

QString rejectionText(Rejection rejection)
{
    switch (rejection) {
    case Rejection::None:
        return {};
    case Rejection::NotSnmp:
        return tr("Rejected, because it is not a complete SNMP message.");
    case Rejection::NotANotification:
        return tr("Rejected, because it is neither a trap nor an inform.");
    case Rejection::WrongCommunity:
        return tr("Rejected, because its community is none of those that are accepted.");
    case Rejection::UnknownUser:
        return tr("Rejected, because its user is not on the list.");
    case Rejection::WrongDigest:
        return tr("Rejected, because its digest is wrong: another authentication password or "
                  "protocol, or a forgery.");
    case Rejection::NotDecrypted:
        return tr("Rejected, because it cannot be decrypted: another privacy password or "
                  "protocol.");
    case Rejection::LevelTooLow:
        return tr("Rejected, because it is less secure than this user must be.");
    case Rejection::LevelNotPossible:
        return tr("Rejected, because it is more secure than the passwords known of this user.");
    case Rejection::NotInTime:
        return tr("Rejected, because it is too old: delayed on the way, or sent again by somebody "
                  "else.");
    case Rejection::UnknownModel:
        return tr("Rejected, because it is secured in a way other than by users (USM).");
    case Rejection::VersionNotAllowed:
        return tr("Rejected, because this version of SNMP is not accepted here.");
    }
    return {};
}

std::size_t Trap::cost() const
{
    // A control block and malloc's own words are about 48 bytes.
    std::size_t bytesOf = sizeof(Trap) + 48 + varbinds.capacity() * sizeof(Varbind);
    for (const Varbind &each : varbinds)
        bytesOf += each.value.heapBytes() + (each.oid.size() > 13 ? each.oid.size() * 4 : 0);
    for (const QByteArray *each :
         {&community, &user, &engineId, &contextEngineId, &contextName, &head}) {
        if (!each->isNull())
            bytesOf += static_cast<std::size_t>(each->capacity()) + 24;
    }
    return bytesOf;
}

quint64 TrapStats::allRejected() const
{
    return std::accumulate(rejected.begin(), rejected.end(), quint64(0));
}

QList<MetricSample> metricSamples(const TrapStats &stats)
{
    using Unit = MetricSample::Unit;
    QList<MetricSample> samples;
    const auto add = [&samples](const char *name, std::optional<double> value, Unit unit) {
        samples.append({.name = QString::fromLatin1(name), .value = value, .unit = unit});
    };
    add("trap_rate", stats.rate, Unit::Count);
    const auto heard = static_cast<double>(stats.messages);
    add("plr",
        stats.kernelDrops && stats.messages + *stats.kernelDrops > 0
            ? std::optional(static_cast<double>(*stats.kernelDrops) /
                            (heard + static_cast<double>(*stats.kernelDrops)))
            : std::nullopt,
        Unit::Ratio);
    add("errors", static_cast<double>(stats.allRejected()), Unit::Count);
    return samples;
}

} // namespace Portolan::Snmp
