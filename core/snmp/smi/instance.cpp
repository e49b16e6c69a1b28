// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/instance.h"

#include "core/snmp/smi/valuetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

using Arcs = std::span<const std::uint32_t>;

// Numbers of InetAddressType. RFC 4001, section 4.
enum class Inet : std::int64_t { Unknown = 0, Ipv4 = 1, Ipv6 = 2, Ipv4z = 3, Ipv6z = 4, Dns = 16 };

std::optional<QByteArray> toOctets(Arcs arcs)
{
    QByteArray octets;
    octets.reserve(static_cast<qsizetype>(arcs.size()));
    for (const std::uint32_t arc : arcs) {
        if (arc > 255)
            return std::nullopt;
        octets.append(static_cast<char>(arc));
    }
    return octets;
}

QString numbers(Arcs arcs)
{
    return Oid(arcs).text();
}

bool isOctets(Base base)
{
    return base == Base::OctetString || base == Base::Bits || base == Base::Opaque;
}

// One value at the beginning of `arcs`; how many it takes. Nothing where it does not fit.
std::optional<std::size_t> readValue(const Definition::Index &index, bool isLast, Arcs arcs,
                                     Value &value)
{
    const Type &type = index.type;
    const Base base = type.base();
    if (base == Base::IpAddress) {
        // RFC 1212, section 4.1.6: a NetworkAddress says first of which kind it is; 1 is IP.
        const std::size_t kind = type.isA("NetworkAddress") ? 1 : 0;
        if (arcs.size() < 4 + kind)
            return std::nullopt;
        const auto octets = toOctets(arcs.subspan(kind, 4));
        if (!octets)
            return std::nullopt;
        value = Value::ipAddress(*octets);
        return 4 + kind;
    }
    if (isOctets(base) || base == Base::ObjectIdentifier) {
        std::size_t begin = 0;
        std::size_t size = arcs.size();
        const auto fixed = isOctets(base) ? type.fixedSize() : std::nullopt;
        if (fixed) {
            size = *fixed;
        } else if (!index.implied || !isLast) {
            if (arcs.empty())
                return std::nullopt;
            begin = 1;
            size = arcs[0];
        }
        if (size > arcs.size() - begin)
            return std::nullopt;
        const Arcs content = arcs.subspan(begin, size);
        if (base == Base::ObjectIdentifier) {
            value = Value::objectIdentifier(Oid(content));
            return begin + size;
        }
        const auto octets = toOctets(content);
        if (!octets)
            return std::nullopt;
        value = base == Base::Opaque ? Value::opaque(*octets) : Value::octets(*octets);
        return begin + size;
    }
    if (arcs.empty() || base == Base::Unknown || base == Base::Null || base == Base::Sequence ||
        base == Base::SequenceOf)
        return std::nullopt;
    switch (base) {
    case Base::Counter32:
        value = Value::counter32(arcs[0]);
        break;
    case Base::TimeTicks:
        value = Value::timeTicks(arcs[0]);
        break;
    case Base::Integer32:
        // Not negative in an OID; what some agents do anyway is the two's complement.
        value = Value::integer(static_cast<std::int32_t>(arcs[0]));
        break;
    default:
        value = Value::gauge32(arcs[0]);
        break;
    }
    return 1;
}

// The InetAddressType that stands before an InetAddress says what it is.
std::optional<Inet> inetBefore(const QList<IndexValue> &values)
{
    for (auto at = values.crbegin(); at != values.crend(); ++at)
        if (at->type.isA("InetAddressType"))
            return static_cast<Inet>(at->value.toInt());
    return std::nullopt;
}

QString textOfIndex(const Snapshot &snapshot, const QList<IndexValue> &before, const Type &type,
                    const Value &value, TextCharset charset)
{
    if (type.isA("InetAddress"))
        if (const auto inet = inetBefore(before)) {
            if (*inet == Inet::Dns)
                if (const auto name = textOfOctets(value.bytes(), charset))
                    return *name;
            const qsizetype size = *inet == Inet::Ipv4    ? 4
                                   : *inet == Inet::Ipv6  ? 16
                                   : *inet == Inet::Ipv4z ? 8
                                   : *inet == Inet::Ipv6z ? 20
                                                          : -1;
            if (size != value.bytes().size())
                return hexOfOctets(value.bytes());
        }
    return textOf(snapshot, type, value, charset).text;
}

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(Error::Kind::Usage, what);
}

} // namespace

Instance decodeInstance(const Snapshot &snapshot, const Definition &object, Arcs suffix,
                        TextCharset charset)
{
    Instance instance;
    instance.text = numbers(suffix);
    if (object.kind() == Kind::Scalar) {
        instance.isComplete = suffix.size() == 1 && suffix[0] == 0;
        return instance;
    }
    const auto index = object.index();
    if (index.isEmpty() || suffix.empty())
        return instance;
    std::size_t at = 0;
    QStringList texts;
    for (qsizetype i = 0; i < index.size(); ++i) {
        IndexValue part;
        const auto taken =
            readValue(index[i], i + 1 == index.size(), suffix.subspan(at), part.value);
        if (!taken)
            break;
        part.name = index[i].name;
        part.type = index[i].type;
        part.firstArc = static_cast<std::uint32_t>(at);
        part.arcs = static_cast<std::uint32_t>(*taken);
        part.text = textOfIndex(snapshot, instance.values, part.type, part.value, charset);
        at += *taken;
        texts.append(part.text);
        instance.values.append(std::move(part));
    }
    instance.isComplete = at == suffix.size() && instance.values.size() == index.size();
    if (instance.isComplete)
        instance.text = texts.join(QStringLiteral(", "));
    return instance;
}

Result<> appendIndex(Oid &suffix, const Definition::Index &index, const Value &value, bool isLast)
{
    const Base base = index.type.base();
    const auto full = [] { return wrong(Words::tr("An OID has at most 128 numbers.")); };
    const auto add = [&](std::uint32_t arc) { return suffix.append(arc); };
    if (base == Base::IpAddress) {
        if (value.type() != ValueType::IpAddress || value.bytes().size() != 4)
            return wrong(Words::tr("%1 is an address.").arg(index.name));
        if (index.type.isA("NetworkAddress") && !add(1))
            return full();
        for (const char octet : value.bytes())
            if (!add(static_cast<unsigned char>(octet)))
                return full();
        return {};
    }
    if (isOctets(base)) {
        const QByteArray &octets = value.bytes();
        if (const auto fixed = index.type.fixedSize()) {
            if (octets.size() != static_cast<qsizetype>(*fixed))
                return wrong(
                    Words::tr("%1 has %2 octets, not %3.")
                        .arg(index.name, QString::number(*fixed), QString::number(octets.size())));
        } else if ((!index.implied || !isLast) && !add(static_cast<std::uint32_t>(octets.size()))) {
            return full();
        }
        for (const char octet : octets)
            if (!add(static_cast<unsigned char>(octet)))
                return full();
        return {};
    }
    if (base == Base::ObjectIdentifier) {
        const Oid oid = value.toOid();
        if (((!index.implied || !isLast) && !add(static_cast<std::uint32_t>(oid.size()))) ||
            !suffix.append(oid.arcs()))
            return full();
        return {};
    }
    if (!value.isNumber())
        return wrong(Words::tr("%1 is a number.").arg(index.name));
    if (value.toInt() < 0 || value.toUint() > 0xFFFFFFFFULL)
        return wrong(
            Words::tr("%1 cannot be negative or so large: it is part of an OID.").arg(index.name));
    if (!add(static_cast<std::uint32_t>(value.toUint())))
        return full();
    return {};
}

namespace {

Result<> checkCount(qsizetype have, qsizetype want)
{
    if (have == want)
        return {};
    return wrong(Words::tr("The index has %1 parts, not %2.")
                     .arg(QString::number(want), QString::number(have)));
}

} // namespace

Result<Oid> encodeInstance(const Definition &object, const QList<Value> &values)
{
    if (object.kind() == Kind::Scalar)
        return Oid{0};
    const auto index = object.index();
    if (const auto count = checkCount(values.size(), index.size()); !count)
        return tl::unexpected(count.error());
    Oid suffix;
    for (qsizetype i = 0; i < index.size(); ++i)
        if (const auto added = appendIndex(suffix, index[i], values[i], i + 1 == index.size());
            !added)
            return tl::unexpected(added.error());
    return suffix;
}

Result<Oid> encodeInstance(const Snapshot &snapshot, const Definition &object,
                           const QStringList &texts, TextCharset charset)
{
    if (object.kind() == Kind::Scalar)
        return Oid{0};
    const auto index = object.index();
    if (const auto count = checkCount(texts.size(), index.size()); !count)
        return tl::unexpected(count.error());
    QList<Value> values;
    for (qsizetype i = 0; i < index.size(); ++i) {
        auto value = valueOf(snapshot, index[i].type, texts[i], charset);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        values.append(*value);
    }
    return encodeInstance(object, values);
}

} // namespace Portolan::Snmp::Smi
