// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/scrollback.h"

#include "core/terminal/unicodewidth.h"
#include "core/terminal/utf8.h"

#include <algorithm>

namespace Portolan::Terminal {

namespace {

constexpr std::uint8_t Wrapped = 1;
constexpr std::uint8_t Filled = 2;
constexpr std::uint8_t Plain = 4;

// In the text of a run, where UTF-8 has no such bytes:
constexpr std::uint8_t NarrowCluster = 0xF8; // a count and so many code points in one cell
constexpr std::uint8_t WideCluster = 0xF9;
constexpr std::uint8_t AsNarrow = 0xFA; // the code point that follows takes one column here
constexpr std::uint8_t AsWide = 0xFB;   // ... two columns
// A blank cell is a byte 0.

constexpr std::uint8_t HasForeground = 1;
constexpr std::uint8_t HasBackground = 2;
constexpr std::uint8_t HasUnderlineColor = 4;
constexpr std::uint8_t HasAttributes = 8;
constexpr std::uint8_t HasUnderline = 16;
constexpr std::uint8_t HasLink = 32;

// Lines share blocks; the oldest block goes as a whole.
constexpr std::size_t MaxBlockBytes = 256 * 1024;
constexpr std::size_t MinBlockBytes = 4 * 1024;
constexpr std::size_t MaxPackedStyle = 1 + 3 * 4 + 3 + 1 + 5;
// A cell alone in its run: count, style, and a cluster of the greatest length.
constexpr std::size_t MaxPackedCell = 3 + MaxPackedStyle + 2 + ClusterTable::MaxLength * 4;
constexpr std::size_t MaxPackedHead = 1 + 3 + MaxPackedStyle;

std::uint8_t *putNumber(std::uint8_t *out, std::uint32_t number)
{
    while (number >= 0x80) {
        *out++ = std::uint8_t(number | 0x80);
        number >>= 7;
    }
    *out++ = std::uint8_t(number);
    return out;
}

std::uint32_t takeNumber(const std::uint8_t *&in)
{
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint8_t byte = *in++;
        number |= std::uint32_t(byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
}

char32_t takeCodePoint(const std::uint8_t *&in)
{
    const std::uint8_t lead = *in++;
    if (lead < 0x80)
        return lead;
    int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t code = lead & (0x3FU >> more);
    while (more-- > 0)
        code = code << 6 | (*in++ & 0x3FU);
    return code;
}

std::uint8_t *putColor(std::uint8_t *out, Color color)
{
    *out++ = std::uint8_t(color.kind());
    if (color.kind() == Color::Kind::Indexed) {
        *out++ = color.index();
    } else {
        *out++ = color.red();
        *out++ = color.green();
        *out++ = color.blue();
    }
    return out;
}

// The cells from x on that are narrow ASCII, blanks or Hangul syllables (wide in any version of the
// table), which is nearly all there is. Once a syllable came there is no branch any more on which
// it is.
void packPlain(const Cell *cells, std::size_t &x, std::size_t end, std::uint8_t *&out)
{
    constexpr std::uint32_t firstSyllable = Cell(0xAC00, Cell::Width::Wide, 0).bits();
    constexpr std::uint32_t lastSyllable = Cell(0xD7A3, Cell::Width::Wide, 0).bits();
    std::size_t at = x;
    std::uint8_t *to = out;
    while (at + 8 <= end) {
        std::uint32_t any = 0;
        for (std::size_t i = 0; i < 8; ++i)
            any |= cells[at + i].bits();
        if (any >= 0x80)
            break;
        for (std::size_t i = 0; i < 8; ++i)
            to[i] = std::uint8_t(cells[at + i].bits());
        at += 8;
        to += 8;
    }
    while (at < end && cells[at].bits() < 0x80)
        *to++ = std::uint8_t(cells[at++].bits());
    while (at < end) {
        const std::uint32_t bits = cells[at].bits();
        const bool ascii = bits < 0x80;
        if (!(ascii | (bits - firstSyllable <= lastSyllable - firstSyllable)))
            break;
        to[0] = std::uint8_t(ascii ? bits : 0xE0U | (bits >> 12 & 0x0FU));
        to[1] = std::uint8_t(0x80U | (bits >> 6 & 0x3FU)); // garbage that the next cell overwrites
        to[2] = std::uint8_t(0x80U | (bits & 0x3FU));      // where it is ASCII
        to += ascii ? 1 : 3;
        at += ascii ? 1 : 2;
    }
    x = at;
    out = to;
}

Color takeColor(const std::uint8_t *&in)
{
    const auto kind = static_cast<Color::Kind>(*in++);
    if (kind == Color::Kind::Indexed)
        return Color::indexed(*in++);
    in += 3;
    return Color::rgb(in[-3], in[-2], in[-1]);
}

} // namespace

Scrollback::Scrollback(std::size_t maxBytes, std::size_t maxLines)
    : m_maxBytes(maxBytes)
    , m_maxLines(maxLines)
    , m_blockBytes(std::clamp(maxBytes / 16, MinBlockBytes, MaxBlockBytes))
{
}

std::size_t Scrollback::bytesOf(const Block &block)
{
    return sizeof(Block) + block.data.size() + block.starts.capacity() * sizeof(std::uint32_t) +
           block.linkBytes;
}

void Scrollback::addBlock(std::size_t room)
{
    Block block = std::move(m_spare);
    m_spare = {};
    block.firstLine = m_endLine;
    block.starts.clear();
    block.used = 0;
    block.links.clear();
    block.linkBytes = 0;
    const std::size_t size = std::max(room, m_blockBytes);
    if (block.data.size() != size)
        block.data = std::vector<std::uint8_t>(size);
    m_bytes += bytesOf(block);
    m_blocks.push_back(std::move(block));
    m_localLinks.clear();
}

Scrollback::Block &Scrollback::blockFor(std::size_t room)
{
    if (m_blocks.empty() || m_blocks.back().data.size() - m_blocks.back().used < room ||
        m_blocks.back().linkBytes > m_blockBytes)
        addBlock(room);
    return m_blocks.back();
}

void Scrollback::dropOldest()
{
    m_bytes -= bytesOf(m_blocks.front());
    m_spare = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_firstLine = m_blocks.empty() ? m_endLine : m_blocks.front().firstLine;
    if (m_blocks.empty())
        m_localLinks.clear();
}

void Scrollback::trim()
{
    while (m_bytes > m_maxBytes && !m_blocks.empty())
        dropOldest();
    const auto maxLines = std::int64_t(m_maxLines);
    if (m_endLine - m_firstLine > maxLines) {
        m_firstLine = m_endLine - maxLines;
        while (!m_blocks.empty() &&
               m_blocks.front().firstLine + std::int64_t(m_blocks.front().starts.size()) <=
                   m_firstLine) {
            const std::int64_t first = m_firstLine;
            dropOldest();
            m_firstLine = first;
        }
    }
}

std::uint32_t Scrollback::localLink(Block &block, std::uint32_t link, const Tables &tables)
{
    if (m_localGeneration != tables.generation) {
        m_localGeneration = tables.generation;
        m_localLinks.clear();
    }
    const auto [place, added] =
        m_localLinks.try_emplace(link, std::uint32_t(block.links.size() / 2));
    if (added) {
        block.links.push_back(tables.links.target(link));
        block.links.push_back(tables.links.id(link));
        const std::size_t bytes = 2 * sizeof(std::string) + block.links.back().size() +
                                  block.links[block.links.size() - 2].size();
        block.linkBytes += bytes;
        m_bytes += bytes;
    }
    return place->second;
}

std::uint8_t *Scrollback::packStyle(std::uint8_t *out, Block &block, std::uint32_t number,
                                    const Tables &tables)
{
    if (number == 0) {
        *out = 0;
        return out + 1;
    }
    if (m_packedGeneration != tables.generation) {
        m_packedGeneration = tables.generation;
        m_packedStyles.clear();
    }
    if (number >= m_packedStyles.size())
        m_packedStyles.resize(tables.styles.size());
    PackedStyle &packed = m_packedStyles[number];
    if (packed.length == 0) {
        const Style &style = tables.styles[number];
        const std::uint8_t *const end = encodeStyle(out, block, style, tables);
        const auto length = std::size_t(end - out);
        if (style.link != 0 || length > PackedStyle::Room)
            return out + length;
        packed.length = std::uint8_t(length);
        std::copy_n(out, length, packed.bytes.begin());
        return out + length;
    }
    std::copy_n(packed.bytes.begin(), PackedStyle::Room, out); // all of it: a fixed length is fast
    return out + packed.length;
}

std::uint8_t *Scrollback::encodeStyle(std::uint8_t *out, Block &block, const Style &style,
                                      const Tables &tables)
{
    std::uint8_t *const flags = out++;
    *flags = 0;
    if (style.foreground.kind() != Color::Kind::Default) {
        *flags |= HasForeground;
        out = putColor(out, style.foreground);
    }
    if (style.background.kind() != Color::Kind::Default) {
        *flags |= HasBackground;
        out = putColor(out, style.background);
    }
    if (style.underlineColor.kind() != Color::Kind::Default) {
        *flags |= HasUnderlineColor;
        out = putColor(out, style.underlineColor);
    }
    if (style.attributes != 0) {
        *flags |= HasAttributes;
        out = putNumber(out, style.attributes);
    }
    if (style.underline != Underline::None) {
        *flags |= HasUnderline;
        *out++ = std::uint8_t(style.underline);
    }
    if (style.link != 0) {
        *flags |= HasLink;
        out = putNumber(out, localLink(block, style.link, tables));
    }
    return out;
}

void Scrollback::push(const Row &row, const Tables &tables)
{
    const std::size_t count = row.used;
    // Most lines take one byte a cell; the bound is only worked out where that may not do.
    std::size_t room = MaxPackedHead + count * MaxPackedCell;
    if (m_blocks.empty() || m_blocks.back().data.size() - m_blocks.back().used < room) {
        room = MaxPackedHead;
        std::uint32_t last = 0;
        for (std::size_t x = 0; x < count; ++x) {
            const Cell cell = row.cells[x];
            room += cell.isCluster() ? 2 + ClusterTable::MaxLength * 4 : 5;
            if (x == 0 || cell.style() != last)
                room += 3 + MaxPackedStyle;
            last = cell.style();
        }
    }
    Block &block = blockFor(room);
    std::uint8_t *const start = block.data.data() + block.used;
    std::uint8_t *out = start + 1;
    std::uint8_t flags = row.wrapped ? Wrapped : 0;
    out = putNumber(out, std::uint32_t(count));
    if (row.fill != 0) {
        flags |= Filled;
        out = packStyle(out, block, row.fill, tables);
    }

    const Cell *const cells = row.cells;
    std::uint32_t styles = 0;
    for (std::size_t x = 0; x < count; ++x)
        styles |= cells[x].style();
    const bool plain = styles == 0;
    if (plain)
        flags |= Plain;
    *start = flags;

    std::size_t end = count;
    for (std::size_t x = 0; x < count;) {
        if (!plain) {
            const std::uint32_t style = cells[x].style();
            end = x + 1;
            while (end < count && cells[end].style() == style)
                ++end;
            out = putNumber(out, std::uint32_t(end - x));
            out = packStyle(out, block, style, tables);
        }
        while (x < end) {
            packPlain(cells, x, end, out);
            if (x == end)
                break;
            const Cell cell = cells[x++];
            const char32_t code = cell.codePoint();
            if (cell.width() == Cell::Width::Tail)
                continue;
            const bool wide = cell.width() == Cell::Width::Wide;
            if (cell.isCluster()) {
                const std::u32string &cluster = tables.clusters[cell.clusterNumber()];
                *out++ = wide ? WideCluster : NarrowCluster;
                *out++ = std::uint8_t(cluster.size());
                for (const char32_t part : cluster)
                    out = putUtf8(out, part);
                continue;
            }
            if ((unicodeWidth(code) == 2) != wide)
                *out++ = wide ? AsWide : AsNarrow;
            out = putUtf8(out, code);
        }
    }

    const std::size_t capacity = block.starts.capacity();
    block.starts.push_back(std::uint32_t(block.used));
    m_bytes += (block.starts.capacity() - capacity) * sizeof(std::uint32_t);
    block.used = std::size_t(out - block.data.data());
    ++m_endLine;
    if (m_bytes > m_maxBytes || m_endLine - m_firstLine > std::int64_t(m_maxLines))
        trim();
}

void Scrollback::unpack(const Block &block, std::size_t index, Line &line, Tables &tables)
{
    const std::uint8_t *in = block.data.data() + block.starts[index];
    const auto takeStyle = [&]() -> std::uint32_t {
        const std::uint8_t flags = *in++;
        Style style;
        if ((flags & HasForeground) != 0)
            style.foreground = takeColor(in);
        if ((flags & HasBackground) != 0)
            style.background = takeColor(in);
        if ((flags & HasUnderlineColor) != 0)
            style.underlineColor = takeColor(in);
        if ((flags & HasAttributes) != 0)
            style.attributes = std::uint16_t(takeNumber(in));
        if ((flags & HasUnderline) != 0)
            style.underline = static_cast<Underline>(*in++);
        if ((flags & HasLink) != 0) {
            const std::size_t link = takeNumber(in);
            style.link = tables.links.intern(block.links[2 * link + 1], block.links[2 * link]);
        }
        return tables.styles.intern(style);
    };

    const std::uint8_t flags = *in++;
    const std::size_t count = takeNumber(in);
    line.cells.clear();
    line.cells.reserve(count);
    line.wrapped = (flags & Wrapped) != 0;
    line.fill = (flags & Filled) != 0 ? takeStyle() : 0;
    std::u32string cluster;
    while (line.cells.size() < count) {
        std::size_t end = count;
        std::uint32_t style = 0;
        if ((flags & Plain) == 0) {
            end = line.cells.size() + takeNumber(in);
            style = takeStyle();
        }
        while (line.cells.size() < end) {
            const std::uint8_t byte = *in;
            bool wide = false;
            if (byte == NarrowCluster || byte == WideCluster) {
                wide = byte == WideCluster;
                std::size_t length = in[1];
                in += 2;
                cluster.clear();
                while (length-- > 0)
                    cluster += takeCodePoint(in);
                line.cells.push_back(Cell::cluster(tables.clusters.intern(cluster),
                                                   wide ? Cell::Width::Wide : Cell::Width::Narrow,
                                                   style));
            } else {
                if (byte == AsNarrow || byte == AsWide)
                    ++in;
                const char32_t code = takeCodePoint(in);
                wide = byte == AsWide || (byte != AsNarrow && unicodeWidth(code) == 2);
                line.cells.emplace_back(code, wide ? Cell::Width::Wide : Cell::Width::Narrow,
                                        style);
            }
            if (wide)
                line.cells.emplace_back(0, Cell::Width::Tail, style);
        }
    }
}

bool Scrollback::read(std::int64_t number, Line &line, Tables &tables) const
{
    if (number < m_firstLine || number >= m_endLine)
        return false;
    const auto after = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), number,
        [](std::int64_t value, const Block &block) { return value < block.firstLine; });
    const Block &block = *(after - 1);
    unpack(block, std::size_t(number - block.firstLine), line, tables);
    return true;
}

bool Scrollback::pop(Line &line, Tables &tables)
{
    if (!read(m_endLine - 1, line, tables))
        return false;
    Block &block = m_blocks.back();
    block.used = block.starts.back();
    block.starts.pop_back();
    --m_endLine;
    if (block.starts.empty()) {
        m_bytes -= bytesOf(block);
        m_spare = std::move(block);
        m_blocks.pop_back();
        m_localLinks.clear();
    }
    return true;
}

void Scrollback::clear()
{
    m_blocks.clear();
    m_spare = {};
    m_localLinks.clear();
    m_bytes = 0;
    m_firstLine = m_endLine;
}

std::string Scrollback::inconsistency() const
{
    std::size_t bytes = 0;
    std::int64_t next = m_blocks.empty() ? m_endLine : m_blocks.front().firstLine;
    if (m_firstLine < next || m_firstLine > m_endLine)
        return "scrollback: its first line is not kept";
    for (const Block &block : m_blocks) {
        if (block.firstLine != next)
            return "scrollback: a gap between blocks";
        if (block.used > block.data.size())
            return "scrollback: a block overflowed";
        if (block.starts.empty() || !std::is_sorted(block.starts.begin(), block.starts.end()) ||
            block.starts.back() >= block.used)
            return "scrollback: lines out of order";
        next += std::int64_t(block.starts.size());
        bytes += bytesOf(block);
    }
    if (next != m_endLine)
        return "scrollback: lines are missing";
    if (bytes != m_bytes)
        return "scrollback: its size is wrong";
    return {};
}

} // namespace Portolan::Terminal
