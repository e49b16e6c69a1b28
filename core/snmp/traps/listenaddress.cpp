// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/listenaddress.h"

#include "core/snmp/words.h"

#include <QUrl>

namespace Portolan::Snmp {

namespace {

constexpr int kLeastBuffer = 64;         // KiB
constexpr int kMostBuffer = 1024 * 1024; // KiB

tl::unexpected<Error> notOne(const QString &value, const char *choices)
{
    return failure(Error::Kind::Usage,
                   tr("“%1” is none of %2.").arg(plainLine(value, 40), QLatin1String(choices)));
}

Result<> readOption(ListenTarget &target, const QString &name, const QString &value)
{
    if (name == QLatin1String("transport")) {
        if (value != QLatin1String("udp") && value != QLatin1String("tcp") &&
            value != QLatin1String("both"))
            return notOne(value, "udp, tcp, both");
        target.udp = value != QLatin1String("tcp");
        target.tcp = value != QLatin1String("udp");
        return {};
    }
    if (name == QLatin1String("engine")) {
        const QByteArray id = QByteArray::fromHex(value.toLatin1());
        // RFC 3411, section 5.
        if (id.size() < 5 || id.size() > 32 || id.size() * 2 != value.size())
            return failure(Error::Kind::Usage,
                           tr("“%1” is not an engine ID: 10 to 64 hexadecimal digits.")
                               .arg(plainLine(value, 80)));
        target.engineId = id;
        return {};
    }
    if (name == QLatin1String("buffer")) {
        bool valid = false;
        const int kibibytes = value.toInt(&valid);
        if (!valid || kibibytes < kLeastBuffer || kibibytes > kMostBuffer)
            return failure(Error::Kind::Usage,
                           tr("“%1” is not a number from %2 to %3.")
                               .arg(plainLine(value, 40), QString::number(kLeastBuffer),
                                    QString::number(kMostBuffer)));
        target.receiveBuffer = kibibytes * 1024;
        return {};
    }
    if (name == QLatin1String("community")) {
        if (value != QLatin1String("keep") && value != QLatin1String("hide"))
            return notOne(value, "keep, hide");
        target.keepCommunity = value == QLatin1String("keep");
        return {};
    }
    return failure(
        Error::Kind::Usage,
        tr("The address of a receiver of traps has no option “%1”.").arg(plainLine(name, 40)));
}

} // namespace

Result<ListenAddress> listenAddress(const Address &address)
{
    if (address.scheme != QLatin1String("snmptrap") && address.scheme != QLatin1String("snmp"))
        return failure(Error::Kind::Usage, tr("“%1” is not an address to receive traps at.")
                                               .arg(plainLine(address.toString(), 80)));
    ListenAddress result;
    ListenTarget &target = result.target;
    const QString &host = address.host;
    const bool isAny = host == QLatin1String("::") || host == QLatin1String("0.0.0.0");
    target.host = isAny ? QString() : host;
    if (address.port != 0)
        target.port = address.port;
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        if (auto read = readOption(target, name, value); !read)
            return tl::unexpected(std::move(read.error()));
    }
    if (!address.user.isEmpty()) {
        QString community = address.user;
        result.community = Secret::takeFrom(community);
    }
    return result;
}

Address addressOf(const ListenTarget &target)
{
    const ListenTarget usual;
    Address address{.scheme = QStringLiteral("snmptrap"),
                    .host = target.host.isEmpty() ? QStringLiteral("0.0.0.0") : target.host,
                    .port = target.port == ListenTarget::kPort ? quint16(0) : target.port};
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name), value);
    };
    if (target.tcp)
        add("transport", target.udp ? QStringLiteral("both") : QStringLiteral("tcp"));
    if (!target.engineId.isEmpty())
        add("engine", QString::fromLatin1(target.engineId.toHex()));
    if (target.receiveBuffer != usual.receiveBuffer)
        add("buffer", QString::number(target.receiveBuffer / 1024));
    if (target.keepCommunity)
        add("community", QStringLiteral("keep"));
    address.options = query;
    return address;
}

} // namespace Portolan::Snmp
