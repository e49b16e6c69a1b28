// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/snmprecording.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace SnmpLab {

namespace {

constexpr std::size_t kMostArcs = 128;
constexpr std::size_t kMostValue = 60'000;

template<typename Number>
std::optional<Number> number(std::string_view text)
{
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

std::optional<std::vector<std::uint8_t>> hexadecimal(std::string_view text)
{
    if (text.size() % 2 != 0)
        return {};
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        std::uint8_t byte = 0;
        const char *const end = text.data() + i + 2;
        if (std::from_chars(text.data() + i, end, byte, 16).ptr != end)
            return {};
        bytes.push_back(byte);
    }
    return bytes;
}

std::optional<std::vector<std::uint8_t>> addressContent(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    while (true) {
        const std::size_t dot = text.find('.');
        const auto each = number<std::uint8_t>(text.substr(0, dot));
        if (!each)
            return {};
        bytes.push_back(*each);
        if (dot == std::string_view::npos)
            break;
        text.remove_prefix(dot + 1);
    }
    return bytes.size() == 4 ? std::optional(bytes) : std::nullopt;
}

std::optional<std::vector<std::uint8_t>> contentOf(int tag, bool isHex, std::string_view value)
{
    if (isHex)
        return hexadecimal(value);
    switch (tag) {
    case 2: {
        const auto read = number<std::int64_t>(value);
        if (!read || *read < std::numeric_limits<std::int32_t>::min() ||
            *read > std::numeric_limits<std::int32_t>::max())
            return {};
        return integerContent(*read);
    }
    case 4:
    case 68:
        return std::vector<std::uint8_t>(value.begin(), value.end());
    case 5:
        return std::vector<std::uint8_t>();
    case 6: {
        const auto oid = parseOid(value);
        return oid && oid->size() >= 2 ? std::optional(oidContent(*oid)) : std::nullopt;
    }
    case 64:
        return addressContent(value);
    case 65:
    case 66:
    case 67: {
        const auto read = number<std::uint32_t>(value);
        return read ? std::optional(unsignedContent(*read)) : std::nullopt;
    }
    case 70: {
        const auto read = number<std::uint64_t>(value);
        return read ? std::optional(unsignedContent(*read)) : std::nullopt;
    }
    default:
        return {};
    }
}

bool less(Recording::Arcs a, Recording::Arcs b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace

void appendLength(std::vector<std::uint8_t> &to, std::size_t length)
{
    if (length < 0x80) {
        to.push_back(static_cast<std::uint8_t>(length));
    } else if (length < 0x100) {
        to.push_back(0x81);
        to.push_back(static_cast<std::uint8_t>(length));
    } else {
        to.push_back(0x82);
        to.push_back(static_cast<std::uint8_t>(length >> 8U));
        to.push_back(static_cast<std::uint8_t>(length & 0xffU));
    }
}

void appendTlv(std::vector<std::uint8_t> &to, std::uint8_t tag,
               std::span<const std::uint8_t> content)
{
    to.push_back(tag);
    appendLength(to, content.size());
    to.insert(to.end(), content.begin(), content.end());
}

std::vector<std::uint8_t> integerContent(std::int64_t value)
{
    std::vector<std::uint8_t> bytes;
    do {
        bytes.insert(bytes.begin(), static_cast<std::uint8_t>(value & 0xff));
        value >>= 8;
    } while (!((value == 0 && bytes.front() < 0x80) || (value == -1 && bytes.front() >= 0x80)));
    return bytes;
}

std::vector<std::uint8_t> unsignedContent(std::uint64_t value)
{
    std::vector<std::uint8_t> bytes;
    do {
        bytes.insert(bytes.begin(), static_cast<std::uint8_t>(value & 0xffU));
        value >>= 8U;
    } while (value != 0);
    if (bytes.front() >= 0x80)
        bytes.insert(bytes.begin(), 0);
    return bytes;
}

std::vector<std::uint8_t> oidContent(std::span<const std::uint32_t> arcs)
{
    std::vector<std::uint8_t> bytes;
    const auto add = [&bytes](std::uint64_t arc) {
        std::uint8_t groups[10];
        int count = 0;
        do {
            groups[count++] = static_cast<std::uint8_t>(arc & 0x7fU);
            arc >>= 7U;
        } while (arc != 0);
        while (count-- > 0)
            bytes.push_back(static_cast<std::uint8_t>(groups[count] | (count > 0 ? 0x80U : 0U)));
    };
    add(arcs.size() > 1 ? std::uint64_t(arcs[0]) * 40 + arcs[1] : std::uint64_t(arcs[0]) * 40);
    for (std::size_t i = 2; i < arcs.size(); ++i)
        add(arcs[i]);
    return bytes;
}

std::optional<std::vector<std::uint32_t>> readOid(std::span<const std::uint8_t> content)
{
    std::vector<std::uint32_t> arcs;
    std::uint64_t arc = 0;
    bool inside = false;
    for (const std::uint8_t byte : content) {
        arc = arc << 7U | (byte & 0x7fU);
        inside = (byte & 0x80U) != 0;
        if (arc > 0xffffffffULL + 80 || arcs.size() >= kMostArcs)
            return {};
        if (inside)
            continue;
        if (arcs.empty()) {
            const std::uint32_t first = arc < 40 ? 0 : arc < 80 ? 1 : 2;
            arcs.push_back(first);
            arc -= std::uint64_t(first) * 40;
        }
        if (arc > 0xffffffffULL)
            return {};
        arcs.push_back(static_cast<std::uint32_t>(arc));
        arc = 0;
    }
    return inside ? std::nullopt : std::optional(arcs);
}

std::optional<std::vector<std::uint32_t>> parseOid(std::string_view text)
{
    if (!text.empty() && text.front() == '.')
        text.remove_prefix(1);
    std::vector<std::uint32_t> arcs;
    while (true) {
        const std::size_t dot = text.find('.');
        const auto arc = number<std::uint32_t>(text.substr(0, dot));
        if (!arc || arcs.size() >= kMostArcs)
            return {};
        arcs.push_back(*arc);
        if (dot == std::string_view::npos)
            break;
        text.remove_prefix(dot + 1);
    }
    if (arcs[0] > 2 || (arcs.size() > 1 && arcs[0] < 2 && arcs[1] > 39))
        return {};
    return arcs;
}

void Recording::read(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (line.empty())
            continue;
        if (line.front() == '#' || !readLine(line))
            ++m_skipped;
    }
}

bool Recording::readLine(std::string_view line)
{
    const std::size_t first = line.find('|');
    if (first == std::string_view::npos)
        return false;
    const std::size_t second = line.find('|', first + 1);
    if (second == std::string_view::npos)
        return false;
    const auto oid = parseOid(line.substr(0, first));
    std::string_view tagText = line.substr(first + 1, second - first - 1);
    // What a simulator makes of a value ("2:numeric") is left to it; the value stands behind it.
    tagText = tagText.substr(0, tagText.find(':'));
    const bool isHex = !tagText.empty() && tagText.back() == 'x';
    if (isHex)
        tagText.remove_suffix(1);
    const auto tag = number<std::uint8_t>(tagText);
    if (!oid || oid->size() < 2 || !tag)
        return false;
    const auto content = contentOf(*tag, isHex, line.substr(second + 1));
    if (!content || (isHex && *tag != 4 && *tag != 64 && *tag != 68) ||
        (*tag == 64 && content->size() != 4))
        return false;
    return add(*oid, *tag, *content);
}

bool Recording::add(Arcs oid, std::uint8_t tag, Bytes content)
{
    if (oid.size() < 2 || oid.size() > kMostArcs || content.size() > kMostValue ||
        m_bytes.size() > std::numeric_limits<std::uint32_t>::max() - 70'000)
        return false;
    std::vector<std::uint8_t> inner;
    appendTlv(inner, 0x06, oidContent(oid));
    appendTlv(inner, tag, content);
    Row row{};
    row.arcs = static_cast<std::uint32_t>(m_arcs.size());
    row.arcCount = static_cast<std::uint32_t>(oid.size());
    row.bytes = static_cast<std::uint32_t>(m_bytes.size());
    m_arcs.insert(m_arcs.end(), oid.begin(), oid.end());
    appendTlv(m_bytes, 0x30, inner);
    row.byteCount = static_cast<std::uint32_t>(m_bytes.size()) - row.bytes;
    m_rows.push_back(row);
    return true;
}

void Recording::sort()
{
    const auto arcsOf = [this](const Row &row) { return Arcs(&m_arcs[row.arcs], row.arcCount); };
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&](const Row &a, const Row &b) { return less(arcsOf(a), arcsOf(b)); });
    const auto last = std::unique(m_rows.begin(), m_rows.end(), [&](const Row &a, const Row &b) {
        const Arcs one = arcsOf(a);
        const Arcs other = arcsOf(b);
        return std::equal(one.begin(), one.end(), other.begin(), other.end());
    });
    m_skipped += static_cast<std::size_t>(m_rows.end() - last);
    m_rows.erase(last, m_rows.end());
}

Recording::Arcs Recording::oid(std::size_t row) const
{
    return {&m_arcs[m_rows[row].arcs], m_rows[row].arcCount};
}

Recording::Bytes Recording::varbind(std::size_t row) const
{
    return {&m_bytes[m_rows[row].bytes], m_rows[row].byteCount};
}

std::optional<std::size_t> Recording::find(Arcs wanted) const
{
    const auto at =
        std::lower_bound(m_rows.begin(), m_rows.end(), wanted, [this](const Row &row, Arcs arcs) {
            return less(Arcs(&m_arcs[row.arcs], row.arcCount), arcs);
        });
    if (at == m_rows.end())
        return {};
    const auto row = static_cast<std::size_t>(at - m_rows.begin());
    const Arcs found = oid(row);
    return std::equal(found.begin(), found.end(), wanted.begin(), wanted.end()) ? std::optional(row)
                                                                                : std::nullopt;
}

std::size_t Recording::next(Arcs wanted) const
{
    const auto at =
        std::upper_bound(m_rows.begin(), m_rows.end(), wanted, [this](Arcs arcs, const Row &row) {
            return less(arcs, Arcs(&m_arcs[row.arcs], row.arcCount));
        });
    return static_cast<std::size_t>(at - m_rows.begin());
}

} // namespace SnmpLab
