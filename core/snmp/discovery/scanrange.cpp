// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/discovery/scanrange.h"

#include "core/snmp/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>

namespace Portolan::Snmp {

namespace {

constexpr quint64 kMostBeforeExclusion = quint64(1) << 20U;

// One item: a run of IPv4 numbers, ranges of each octet, or a run of IPv6 addresses.
struct Part
{
    enum class Kind { V4Run, V4Octets, V6Run };

    Kind kind = Kind::V4Run;
    quint32 first = 0;
    quint32 last = 0;
    std::array<std::pair<quint32, quint32>, 4> octets{};
    Q_IPV6ADDR base{};
    quint64 size = 1;        // of a V6Run
    unsigned prefixBits = 0; // of a V6Run whose size does not fit: 2 to the power of these
    QString scope = {};
    std::optional<quint16> port = {};

    [[nodiscard]] quint64 count() const
    {
        switch (kind) {
        case Kind::V4Run:
            return quint64(last) - first + 1;
        case Kind::V4Octets: {
            quint64 product = 1;
            for (const auto &[from, to] : octets)
                product *= to - from + 1;
            return product;
        }
        case Kind::V6Run:
            break;
        }
        return prefixBits >= 64 ? std::numeric_limits<quint64>::max() : size;
    }
};

Error nonsense(const QString &item)
{
    return {Error::Kind::Usage,
            Snmp::tr(
                "“%1” is neither an address nor a range of addresses. Write 10.0.0.7, 10.0.0.0/24, "
                "10.0.0.1-50 or fd00::/120, for instance.")
                .arg(plainLine(item, 60)),
            Snmp::tr("Names of machines are not looked up here.")};
}

std::optional<quint32> number(QStringView text, quint32 most)
{
    // No leading zero: some read "010" as eight.
    if (text.isEmpty() || text.size() > 5 || (text.size() > 1 && text.front() == QLatin1Char('0')))
        return {};
    quint32 value = 0;
    for (const QChar each : text) {
        if (each < QLatin1Char('0') || each > QLatin1Char('9'))
            return {};
        value = value * 10 + static_cast<quint32>(each.unicode() - u'0');
    }
    return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint32> v4Address(QStringView text)
{
    const auto parts = text.split(QLatin1Char('.'));
    if (parts.size() != 4)
        return {};
    quint32 address = 0;
    for (const QStringView part : parts) {
        const auto octet = number(part, 255);
        if (!octet)
            return {};
        address = address << 8U | *octet;
    }
    return address;
}

std::optional<QHostAddress> v6Address(QStringView text)
{
    QHostAddress address;
    // QHostAddress knows more spellings of IPv4 than people mean.
    if (!text.contains(QLatin1Char(':')) || !address.setAddress(text.toString()) ||
        address.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    return address;
}

Error backwards(const QString &item)
{
    return {Error::Kind::Usage,
            Snmp::tr("The range “%1” ends before it begins.").arg(plainLine(item, 60))};
}

std::optional<unsigned> prefixOf(QStringView text, unsigned most)
{
    if (const auto length = number(text, most))
        return *length;
    if (most != 32)
        return {};
    const auto mask = v4Address(text);
    if (!mask)
        return {};
    const auto length = static_cast<unsigned>(std::countl_one(*mask));
    const quint32 expected = length == 0 ? 0 : ~quint32(0) << (32U - length);
    return *mask == expected ? std::optional(length) : std::nullopt;
}

Result<Part> v4Part(const QString &item, QStringView text, bool isWhole)
{
    Part part;
    if (const auto slash = text.indexOf(QLatin1Char('/')); slash >= 0) {
        const auto address = v4Address(text.left(slash));
        const auto length = prefixOf(text.mid(slash + 1), 32);
        if (!address || !length)
            return tl::unexpected(nonsense(item));
        const quint32 mask = *length == 0 ? 0 : ~quint32(0) << (32U - *length);
        part.first = *address & mask;
        part.last = part.first | ~mask;
        if (*length <= 30 && !isWhole) {
            ++part.first;
            --part.last;
        }
        return part;
    }
    if (const auto single = v4Address(text)) {
        part.first = part.last = *single;
        return part;
    }
    const auto dash = text.indexOf(QLatin1Char('-'));
    if (dash >= 0) {
        const auto from = v4Address(text.left(dash));
        const auto to = v4Address(text.mid(dash + 1));
        if (from && to) {
            if (*to < *from)
                return tl::unexpected(backwards(item));
            part.first = *from;
            part.last = *to;
            return part;
        }
    }
    const auto octets = text.split(QLatin1Char('.'));
    if (octets.size() != 4)
        return tl::unexpected(nonsense(item));
    part.kind = Part::Kind::V4Octets;
    for (std::size_t i = 0; i < 4; ++i) {
        const QStringView octet = octets.at(static_cast<qsizetype>(i));
        if (octet == QLatin1String("*")) {
            part.octets[i] = {0, 255};
            continue;
        }
        const auto ends = octet.split(QLatin1Char('-'));
        const auto from = number(ends.first(), 255);
        const auto to = number(ends.last(), 255);
        if (ends.size() > 2 || !from || !to)
            return tl::unexpected(nonsense(item));
        if (*to < *from)
            return tl::unexpected(backwards(item));
        part.octets[i] = {*from, *to};
    }
    return part;
}

quint64 lowHalf(const Q_IPV6ADDR &address)
{
    quint64 value = 0;
    for (int i = 8; i < 16; ++i)
        value = value << 8U | address[i];
    return value;
}

void setLowHalf(Q_IPV6ADDR &address, quint64 value)
{
    for (int i = 15; i >= 8; --i) {
        address[i] = static_cast<quint8>(value & 0xffU);
        value >>= 8U;
    }
}

Result<Part> v6Part(const QString &item, QStringView text)
{
    Part part;
    part.kind = Part::Kind::V6Run;
    const auto slash = text.indexOf(QLatin1Char('/'));
    const auto dash = text.indexOf(QLatin1Char('-'));
    const auto end = slash >= 0 ? slash : dash >= 0 ? dash : text.size();
    const auto first = v6Address(text.left(end));
    if (!first)
        return tl::unexpected(nonsense(item));
    part.base = first->toIPv6Address();
    part.scope = first->scopeId();
    if (slash >= 0) {
        const auto length = prefixOf(text.mid(slash + 1), 128);
        if (!length)
            return tl::unexpected(nonsense(item));
        part.prefixBits = 128U - *length;
        for (unsigned bit = 0; bit < part.prefixBits; ++bit) {
            const auto octet = static_cast<int>(15U - bit / 8U);
            part.base[octet] = static_cast<quint8>(part.base[octet] & ~(1U << bit % 8U));
        }
        part.size = part.prefixBits < 64 ? quint64(1) << part.prefixBits : 0;
    } else if (dash >= 0) {
        const auto last = v6Address(text.mid(dash + 1));
        if (!last)
            return tl::unexpected(nonsense(item));
        const Q_IPV6ADDR to = last->toIPv6Address();
        const int order = std::memcmp(&to, &part.base, sizeof(to));
        if (order < 0)
            return tl::unexpected(backwards(item));
        if (std::memcmp(&to, &part.base, 8) != 0) {
            part.prefixBits = 64; // more than that, which is enough to be refused
        } else {
            const quint64 span = lowHalf(to) - lowHalf(part.base);
            part.size = span == std::numeric_limits<quint64>::max() ? span : span + 1;
        }
    }
    return part;
}

// `isWhole`: with the addresses of networks themselves, where they are left out anyway.
Result<Part> parsePart(const QString &item, bool isWhole)
{
    QStringView text(item);
    std::optional<quint16> port;
    const auto takePort = [&port](QStringView from) {
        const auto value = number(from, 65'535);
        if (!value || *value == 0)
            return false;
        port = static_cast<quint16>(*value);
        return true;
    };
    Result<Part> part;
    if (text.startsWith(QLatin1Char('['))) {
        const auto close = text.indexOf(QLatin1Char(']'));
        QString inside = text.mid(1, close - 1).toString();
        QStringView rest = text.mid(close + 1);
        const auto colon = rest.indexOf(QLatin1Char(':'));
        if (close < 0 || (colon >= 0 && !takePort(rest.mid(colon + 1))))
            return tl::unexpected(nonsense(item));
        inside += colon >= 0 ? rest.left(colon) : rest;
        part = v6Part(item, inside);
    } else if (const auto colons = text.count(QLatin1Char(':')); colons > 1) {
        part = v6Part(item, text);
    } else {
        if (colons == 1) {
            const auto colon = text.indexOf(QLatin1Char(':'));
            if (!takePort(text.mid(colon + 1)))
                return tl::unexpected(nonsense(item));
            text = text.left(colon);
        }
        part = v4Part(item, text, isWhole);
    }
    if (part)
        part->port = port;
    return part;
}

// Packets for many machines at once, or for none, are no probes.
bool isSingleMachine(const QHostAddress &address)
{
    return !address.isMulticast() && !address.isBroadcast() && !address.isNull() &&
           address != QHostAddress(QHostAddress::AnyIPv4) &&
           address != QHostAddress(QHostAddress::AnyIPv6);
}

bool contains(const Part &part, const ScanPlace &place)
{
    if (part.port && *part.port != place.port)
        return false;
    if (part.kind == Part::Kind::V6Run) {
        if (place.address.protocol() != QAbstractSocket::IPv6Protocol)
            return false;
        const Q_IPV6ADDR address = place.address.toIPv6Address();
        if (part.prefixBits >= 64) {
            const auto same = static_cast<int>(128U - part.prefixBits);
            return place.address.isInSubnet(QHostAddress(part.base), same);
        }
        return std::memcmp(&address, &part.base, 8) == 0 &&
               lowHalf(address) >= lowHalf(part.base) &&
               lowHalf(address) - lowHalf(part.base) < part.size;
    }
    if (place.address.protocol() != QAbstractSocket::IPv4Protocol)
        return false;
    const quint32 address = place.address.toIPv4Address();
    if (part.kind == Part::Kind::V4Run)
        return address >= part.first && address <= part.last;
    for (std::size_t i = 0; i < 4; ++i) {
        const quint32 octet = address >> (24U - 8U * i) & 0xffU;
        if (octet < part.octets[i].first || octet > part.octets[i].second)
            return false;
    }
    return true;
}

template<typename Take>
void expand(const Part &part, quint16 port, Take take)
{
    switch (part.kind) {
    case Part::Kind::V4Run:
        for (quint64 address = part.first; address <= part.last; ++address)
            take(ScanPlace{QHostAddress(static_cast<quint32>(address)), port});
        return;
    case Part::Kind::V4Octets: {
        const auto &o = part.octets;
        for (quint32 a = o[0].first; a <= o[0].second; ++a)
            for (quint32 b = o[1].first; b <= o[1].second; ++b)
                for (quint32 c = o[2].first; c <= o[2].second; ++c)
                    for (quint32 d = o[3].first; d <= o[3].second; ++d)
                        take(ScanPlace{QHostAddress(a << 24U | b << 16U | c << 8U | d), port});
        return;
    }
    case Part::Kind::V6Run: {
        Q_IPV6ADDR address = part.base;
        for (quint64 i = 0; i < part.size; ++i) {
            setLowHalf(address, lowHalf(part.base) + i);
            QHostAddress made(address);
            made.setScopeId(part.scope);
            take(ScanPlace{made, port});
        }
        return;
    }
    }
}

QString countText(const std::vector<Part> &parts)
{
    quint64 total = 0;
    for (const Part &part : parts) {
        if (part.kind == Part::Kind::V6Run && part.prefixBits >= 64)
            return Snmp::tr("2 to the power of %1").arg(part.prefixBits);
        const quint64 more = part.count();
        total = more > std::numeric_limits<quint64>::max() - total
                    ? std::numeric_limits<quint64>::max()
                    : total + more;
    }
    return QLocale().toString(total);
}

Error tooMany(const QString &count, quint64 most)
{
    return {Error::Kind::Usage,
            Snmp::tr("That would be %1 addresses; at most %2 are asked in one run.")
                .arg(count, QLocale().toString(most))};
}

} // namespace

QString ScanPlace::text() const
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (port == 161)
        return address.toString();
    const QString host = isV6 ? QString(QLatin1Char('[') + address.toString() + QLatin1Char(']'))
                              : address.toString();
    return host + QLatin1Char(':') + QString::number(port);
}

Result<ScanRange> ScanRange::parse(const QStringList &included, const QStringList &excluded,
                                   quint16 port, quint64 most)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    std::vector<Part> wanted;
    std::vector<Part> unwanted;
    const auto read = [&](const QStringList &texts, bool isExcluded) -> Result<> {
        for (const QString &text : texts) {
            const auto items = text.split(between, Qt::SkipEmptyParts);
            for (QString item : items) {
                const bool leaveOut = isExcluded || item.startsWith(QLatin1Char('!'));
                if (item.startsWith(QLatin1Char('!')))
                    item.remove(0, 1);
                auto part = parsePart(item, leaveOut);
                if (!part)
                    return tl::unexpected(std::move(part.error()));
                (leaveOut ? unwanted : wanted).push_back(std::move(*part));
            }
        }
        return {};
    };
    for (const auto &[texts, isExcluded] :
         {std::pair(&included, false), std::pair(&excluded, true)}) {
        if (auto done = read(*texts, isExcluded); !done)
            return tl::unexpected(std::move(done.error()));
    }
    if (wanted.empty())
        return failure(Error::Kind::Usage,
                       Snmp::tr("Say which addresses are to be asked, 10.0.0.0/24 for instance."));
    quint64 before = 0;
    for (const Part &part : wanted) {
        const quint64 count = part.count();
        if (count > kMostBeforeExclusion || before + count > kMostBeforeExclusion)
            return tl::unexpected(tooMany(countText(wanted), most));
        before += count;
    }

    ScanRange range;
    QSet<std::pair<QHostAddress, quint16>> seen;
    QString unfit;
    quint64 total = 0;
    for (const Part &part : wanted) {
        expand(part, part.port.value_or(port), [&](ScanPlace place) {
            if (!isSingleMachine(place.address)) {
                unfit = place.address.toString();
                return;
            }
            for (const Part &each : unwanted) {
                if (contains(each, place)) {
                    ++range.m_excluded;
                    return;
                }
            }
            if (++total > most)
                return;
            const auto size = seen.size();
            seen.insert({place.address, place.port});
            if (seen.size() != size)
                range.m_places.push_back(std::move(place));
            else
                --total;
        });
    }
    if (!unfit.isEmpty())
        return failure(Error::Kind::Usage,
                       Snmp::tr("%1 is not the address of a single machine.").arg(unfit));
    if (total > most)
        return tl::unexpected(tooMany(QLocale().toString(total), most));
    if (range.m_places.empty())
        return failure(Error::Kind::Usage,
                       Snmp::tr("Nothing is left to be asked: every address is excluded."));
    return range;
}

} // namespace Portolan::Snmp
