// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/oid.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <limits>

namespace Portolan::Snmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Oid)
};

constexpr std::uint32_t kMostArc = std::numeric_limits<std::uint32_t>::max();

tl::unexpected<Error> refused(QStringView text, const QString &why)
{
    constexpr qsizetype kShown = 200;
    return failure(Error::Kind::Usage, why, text.left(kShown).toString());
}

} // namespace

static_assert(sizeof(Oid) == 64);

Oid::Oid(std::initializer_list<std::uint32_t> arcs)
    : Oid(std::span(arcs.begin(), arcs.size()))
{
}

Oid::Oid(std::span<const std::uint32_t> arcs)
{
    append(arcs.first(std::min(arcs.size(), kMostArcs)));
}

Oid::Oid(const Oid &other)
    : Oid(other.arcs())
{
}

Oid::Oid(Oid &&other) noexcept
    : m_more(std::move(other.m_more))
    , m_inside(other.m_inside)
    , m_size(std::exchange(other.m_size, std::uint8_t{0}))
    , m_room(std::exchange(other.m_room, std::uint8_t{kInside}))
{
}

Oid &Oid::operator=(const Oid &other)
{
    if (this != &other) {
        m_size = 0;
        append(other.arcs());
    }
    return *this;
}

Oid &Oid::operator=(Oid &&other) noexcept
{
    if (this != &other) {
        m_more = std::move(other.m_more);
        m_inside = other.m_inside;
        m_size = std::exchange(other.m_size, std::uint8_t{0});
        m_room = std::exchange(other.m_room, std::uint8_t{kInside});
    }
    return *this;
}

Result<Oid> Oid::parse(QStringView text)
{
    Result<Oid> oid = parseSuffix(text);
    if (!oid)
        return oid;
    if ((*oid)[0] > 2)
        return refused(text, Words::tr("An OID begins with 0, 1 or 2."));
    if (oid->size() > 1 && (*oid)[0] < 2 && (*oid)[1] > 39)
        return refused(text, Words::tr("Below 0 and 1 the second number of an OID is at most 39."));
    return oid;
}

Result<Oid> Oid::parseSuffix(QStringView text)
{
    QStringView rest = text.trimmed();
    if (rest.startsWith(QLatin1Char('.')))
        rest = rest.mid(1);
    if (rest.isEmpty())
        return refused(text, Words::tr("There is no OID."));
    Oid oid;
    std::uint64_t arc = 0;
    bool digits = false;
    const auto end = [&oid, &arc, &digits] {
        const bool taken = digits && oid.append(static_cast<std::uint32_t>(arc));
        arc = 0;
        digits = false;
        return taken;
    };
    for (const QChar c : rest) {
        if (c == QLatin1Char('.')) {
            if (!digits)
                return refused(text, Words::tr("A number is missing between two dots of the OID."));
            if (!end())
                return refused(text, Words::tr("An OID has at most 128 numbers."));
            continue;
        }
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return refused(text, Words::tr("An OID consists of decimal numbers and dots."));
        digits = true;
        arc = arc * 10 + static_cast<std::uint64_t>(c.unicode() - u'0');
        if (arc > kMostArc)
            return refused(text, Words::tr("A number of an OID is at most 4294967295."));
    }
    if (!digits)
        return refused(text, Words::tr("The OID ends with a dot."));
    if (!end())
        return refused(text, Words::tr("An OID has at most 128 numbers."));
    return oid;
}

std::span<const std::uint32_t> Oid::from(std::size_t count) const
{
    return count < m_size ? arcs().subspan(count) : std::span<const std::uint32_t>();
}

void Oid::reserve(std::size_t size)
{
    if (size <= m_room)
        return;
    const std::size_t room = std::min(kMostArcs, size + size / 4);
    auto more = std::make_unique<std::uint32_t[]>(room);
    std::copy_n(data(), m_size, more.get());
    m_more = std::move(more);
    m_room = static_cast<std::uint8_t>(room);
}

bool Oid::append(std::uint32_t arc)
{
    return append(std::span(&arc, 1));
}

bool Oid::append(std::span<const std::uint32_t> arcs)
{
    if (arcs.size() > kMostArcs - m_size)
        return false;
    reserve(m_size + arcs.size());
    std::copy_n(arcs.data(), arcs.size(), data() + m_size);
    m_size = static_cast<std::uint8_t>(m_size + arcs.size());
    return true;
}

void Oid::truncate(std::size_t size)
{
    m_size = static_cast<std::uint8_t>(std::min<std::size_t>(m_size, size));
}

void Oid::setLast(std::uint32_t arc)
{
    data()[m_size - 1U] = arc;
}

Oid Oid::first(std::size_t count) const
{
    return Oid(arcs().first(std::min<std::size_t>(count, m_size)));
}

Oid Oid::child(std::uint32_t arc) const
{
    Oid oid;
    oid.reserve(m_size + (m_size < kMostArcs ? 1U : 0U));
    oid.append(arcs());
    oid.append(arc);
    return oid;
}

bool Oid::startsWith(const Oid &prefix) const
{
    return prefix.m_size <= m_size && commonArcs(prefix) == prefix.m_size;
}

std::size_t Oid::commonArcs(const Oid &other) const
{
    const std::size_t most = std::min(m_size, other.m_size);
    const std::uint32_t *a = data();
    const std::uint32_t *b = other.data();
    std::size_t same = 0;
    while (same < most && a[same] == b[same])
        ++same;
    return same;
}

Oid Oid::behindSubtree() const
{
    std::size_t size = m_size;
    while (size > 0 && (*this)[size - 1] == kMostArc)
        --size;
    Oid next = first(size);
    if (size > 0)
        next.setLast(next.last() + 1);
    return next;
}

QString Oid::text() const
{
    return QString::fromStdString(toString());
}

std::string Oid::toString() const
{
    std::string text;
    appendTo(text);
    return text;
}

void Oid::appendTo(std::string &text) const
{
    std::array<char, 10> digits; // 4294967295
    bool behind = false;
    for (const std::uint32_t arc : arcs()) {
        if (behind)
            text += '.';
        behind = true;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), arc);
        text.append(digits.data(), end.ptr);
    }
}

std::size_t Oid::hash() const
{
    std::uint64_t hash = m_size;
    for (const std::uint32_t arc : arcs()) {
        hash = (hash ^ arc) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32U;
    }
    return static_cast<std::size_t>(hash);
}

std::strong_ordering operator<=>(const Oid &a, const Oid &b)
{
    const std::size_t same = a.commonArcs(b);
    if (same < a.m_size && same < b.m_size)
        return a[same] <=> b[same];
    return a.m_size <=> b.m_size;
}

} // namespace Portolan::Snmp
