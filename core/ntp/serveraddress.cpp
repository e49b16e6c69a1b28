// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/serveraddress.h"

#include "core/ntp/words.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

namespace Portolan::Ntp {

namespace {

using Text = const QString &;
using Read = Result<> (*)(ServerTarget &, Text);

// Somebody else's text in a sentence of ours.
QString quoted(Text value)
{
    return value.left(40);
}

tl::unexpected<Error> notOne(Text value, const char *choices)
{
    return failure(Error::Kind::Usage,
                   tr("“%1” is none of %2.").arg(quoted(value), QLatin1String(choices)));
}

template<typename Number>
Result<> number(Number &place, Text value, qint64 least, qint64 most)
{
    bool valid = false;
    const qint64 read = value.toLongLong(&valid);
    if (!valid || read < least || read > most)
        return failure(Error::Kind::Usage,
                       tr("“%1” is not a number from %2 to %3.")
                           .arg(quoted(value), QString::number(least), QString::number(most)));
    place = static_cast<Number>(read);
    return {};
}

Result<> yesOrNo(bool &place, Text value)
{
    if (value != QLatin1String("yes") && value != QLatin1String("no"))
        return notOne(value, "yes, no");
    place = value == QLatin1String("yes");
    return {};
}

struct Option
{
    const char *name;
    Read read;
};

// docs/ntp.md has the same table in words.
constexpr Option kOptions[] = {
    {"ca",
     [](ServerTarget &t, Text v) {
         t.authorities = v;
         return Result<>();
     }},
    {"family",
     [](ServerTarget &t, Text v) {
         if (v != QLatin1String("4") && v != QLatin1String("6"))
             return Result<>(notOne(v, "4, 6"));
         t.family = v == QLatin1String("4") ? Family::V4 : Family::V6;
         return Result<>();
     }},
    {"interleaved", [](ServerTarget &t, Text v) { return yesOrNo(t.interleaved, v); }},
    {"ke_port", [](ServerTarget &t, Text v) { return number(t.keyExchangePort, v, 1, 65'535); }},
    {"key", [](ServerTarget &t, Text v) { return number(t.keyId, v, 1, 4'294'967'295); }},
    {"key_algorithm",
     [](ServerTarget &t, Text v) {
         const auto read = keyAlgorithmOf(v);
         if (!read)
             return Result<>(notOne(v, "MD5, SHA1, SHA256, SHA384, SHA512, AES128, AES256"));
         t.keyAlgorithm = *read;
         return Result<>();
     }},
    {"nts", [](ServerTarget &t, Text v) { return yesOrNo(t.nts, v); }},
    {"sources", [](ServerTarget &t, Text v) { return number(t.sources, v, 1, 16); }},
    {"timeout",
     [](ServerTarget &t, Text v) {
         bool valid = false;
         const double seconds = v.toDouble(&valid);
         if (!valid || !(seconds >= 0.05) || seconds > 60)
             return Result<>(failure(
                 Error::Kind::Usage,
                 tr("“%1” is not a time limit in seconds, from 0.05 to 60.").arg(quoted(v))));
         t.timeout = std::chrono::milliseconds(qRound64(seconds * 1000));
         return Result<>();
     }},
    {"version", [](ServerTarget &t, Text v) { return number(t.version, v, 1, 4); }},
    {"via",
     [](ServerTarget &, Text) {
         return Result<>(failure(
             Error::Kind::Unsupported,
             tr("NTP cannot go through another host: an SSH host carries connections, not single "
                "packets. The clock of a host that is reached by SSH is looked at there.")));
     }},
};

} // namespace

QString ServerTarget::display() const
{
    return Address{.scheme = {}, .host = host, .port = port == kPort ? quint16(0) : port}.display();
}

Result<ServerTarget> serverTarget(const Address &address)
{
    if (address.scheme != QLatin1String("ntp"))
        return failure(
            Error::Kind::Usage,
            tr("“%1” is not the address of an NTP server.").arg(address.toString().left(80)));
    if (!address.user.isEmpty() || address.path.size() > 1)
        return failure(Error::Kind::Usage,
                       tr("The address of an NTP server has no user and no path."));
    ServerTarget target;
    target.host = address.host;
    if (address.port != 0)
        target.port = address.port;
    bool hasAlgorithm = false;
    bool hasExchange = false;
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        const auto *const option = std::find_if(
            std::begin(kOptions), std::end(kOptions),
            [&wanted = name](const Option &o) { return wanted == QLatin1String(o.name); });
        if (option == std::end(kOptions))
            return failure(
                Error::Kind::Usage,
                tr("The address of an NTP server has no option “%1”.").arg(quoted(name)));
        if (value.isEmpty())
            return failure(Error::Kind::Usage,
                           tr("The option “%1” of the address has no value.").arg(name));
        if (auto read = option->read(target, value); !read) {
            if (read.error().detail.isEmpty())
                read.error().detail = name;
            return tl::unexpected(std::move(read.error()));
        }
        hasAlgorithm = hasAlgorithm || name == QLatin1String("key_algorithm");
        hasExchange =
            hasExchange || name == QLatin1String("ke_port") || name == QLatin1String("ca");
    }
    if (target.nts && target.keyId != 0)
        return failure(Error::Kind::Usage,
                       tr("NTS and a symmetric key exclude each other: NTS makes its own keys."));
    if (target.nts && target.version != 4)
        return failure(Error::Kind::Usage, tr("NTS needs version 4."));
    if (hasAlgorithm && target.keyId == 0)
        return failure(Error::Kind::Usage,
                       tr("The option “%1” belongs to a key: give its number, too.")
                           .arg(QStringLiteral("key_algorithm")));
    if (hasExchange && !target.nts)
        return failure(Error::Kind::Usage,
                       tr("The options ke_port and ca belong to NTS: add nts=yes."));
    return target;
}

Address addressOf(const ServerTarget &target)
{
    const ServerTarget usual;
    Address address{.scheme = QStringLiteral("ntp"),
                    .host = target.host,
                    .port = target.port == ServerTarget::kPort ? quint16(0) : target.port};
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (target.nts) {
        add("nts", QStringLiteral("yes"));
        if (target.keyExchangePort != usual.keyExchangePort)
            add("ke_port", QString::number(target.keyExchangePort));
        if (!target.authorities.isEmpty())
            add("ca", target.authorities);
    }
    if (target.keyId != 0) {
        add("key", QString::number(target.keyId));
        if (target.keyAlgorithm != usual.keyAlgorithm)
            add("key_algorithm", keyAlgorithmName(target.keyAlgorithm));
    }
    if (target.version != usual.version)
        add("version", QString::number(target.version));
    if (target.family != usual.family)
        add("family", target.family == Family::V4 ? QStringLiteral("4") : QStringLiteral("6"));
    if (!target.interleaved)
        add("interleaved", QStringLiteral("no"));
    if (target.sources != usual.sources)
        add("sources", QString::number(target.sources));
    if (target.timeout != usual.timeout)
        add("timeout", QString::number(static_cast<double>(target.timeout.count()) / 1000));
    address.options = query;
    return address;
}

namespace {

const QString kAlso = QStringLiteral("also");
constexpr qsizetype kMostTargets = 4096;

} // namespace

Result<QList<ServerTarget>> serverTargets(const Address &address)
{
    Address first = address;
    first.options = {};
    QStringList others;
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyEncoded)) {
        if (name == kAlso)
            others.append(QUrl::fromPercentEncoding(value.toUtf8()));
        else
            first.options.addQueryItem(name, value);
    }
    auto target = serverTarget(first);
    if (!target)
        return tl::unexpected(std::move(target.error()));
    QList<ServerTarget> targets{*target};
    for (const QString &each : std::as_const(others)) {
        const auto parsed = parseAddress(each, QStringLiteral("ntp"));
        auto other = parsed ? serverTarget(parsed->address) : tl::unexpected(parsed.error());
        if (!other) {
            if (other.error().detail.isEmpty())
                other.error().detail = quoted(each);
            return tl::unexpected(std::move(other.error()));
        }
        if (targets.size() == kMostTargets)
            return failure(Error::Kind::Usage,
                           tr("More than %1 servers cannot be watched together.")
                               .arg(QString::number(kMostTargets)));
        if (!targets.contains(*other))
            targets.append(std::move(*other));
    }
    return targets;
}

Address addressOf(const QList<ServerTarget> &targets)
{
    if (targets.isEmpty())
        return {.scheme = QStringLiteral("ntp")};
    Address address = addressOf(targets.front());
    for (const ServerTarget &each : targets.mid(1)) {
        const Address other = addressOf(each);
        const QString text = other.options.isEmpty() ? other.display() : other.toString();
        address.options.addQueryItem(kAlso, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    return address;
}

} // namespace Portolan::Ntp
