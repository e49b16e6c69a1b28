// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/bytesearch.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define PORTOLAN_SSE2
#endif

namespace Portolan::Mqtt {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

} // namespace

ByteSearch::ByteSearch(std::string_view wanted, bool foldAscii)
    : m_wanted(wanted)
    , m_fold(foldAscii)
{
    if (foldAscii)
        std::transform(m_wanted.begin(), m_wanted.end(), m_wanted.begin(), lowered);
}

bool ByteSearch::isAt(const char *place) const
{
    if (!m_fold)
        return std::memcmp(place, m_wanted.data(), m_wanted.size()) == 0;
    return std::equal(m_wanted.begin(), m_wanted.end(), place,
                      [](char wanted, char there) { return wanted == lowered(there); });
}

std::size_t ByteSearch::find(std::string_view bytes, std::size_t from) const
{
    const std::size_t length = m_wanted.size();
    if (length == 0)
        return from <= bytes.size() ? from : kNone;
    if (bytes.size() < length || from > bytes.size() - length)
        return kNone;
    const std::size_t end = bytes.size() - length + 1; // behind the last place
    std::size_t at = from;
#ifdef PORTOLAN_SSE2
    const auto all = [](char c) { return _mm_set1_epi8(c); };
    const char first = m_wanted.front();
    const char last = m_wanted.back();
    const __m128i first1 = all(first);
    const __m128i first2 = all(m_fold ? raised(first) : first);
    const __m128i last1 = all(last);
    const __m128i last2 = all(m_fold ? raised(last) : last);
    const auto load = [&](std::size_t place) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes.data() + place));
    };
    for (; at + 16 <= end; at += 16) {
        const __m128i heads = load(at);
        const __m128i tails = load(at + length - 1);
        const __m128i both = _mm_and_si128(
            _mm_or_si128(_mm_cmpeq_epi8(heads, first1), _mm_cmpeq_epi8(heads, first2)),
            _mm_or_si128(_mm_cmpeq_epi8(tails, last1), _mm_cmpeq_epi8(tails, last2)));
        auto places = static_cast<unsigned>(_mm_movemask_epi8(both));
        for (; places != 0; places &= places - 1) {
            const std::size_t place = at + static_cast<unsigned>(std::countr_zero(places));
            if (isAt(bytes.data() + place))
                return place;
        }
    }
#endif
    for (; at < end; ++at) {
        if (isAt(bytes.data() + at))
            return at;
    }
    return kNone;
}

std::string literalOfFilter(std::string_view filter)
{
    // The longest piece between two wildcards, with the separators that must be there: "a/#"
    // matches "a" too, so a separator in front of # is not certain (MQTT 5.0, section 4.7.1.2).
    if (filter.ends_with("/#"))
        filter.remove_suffix(2);
    else if (filter == "#")
        return {};
    std::string_view best;
    for (std::size_t begin = 0; begin <= filter.size();) {
        const std::size_t end = std::min(filter.find('+', begin), filter.size());
        if (end - begin >= best.size()) // the later one: topics begin alike
            best = filter.substr(begin, end - begin);
        begin = end + 1;
    }
    return std::string(best);
}

std::string literalOfExpression(std::string_view expression)
{
    // Alternatives, groups, inline options and literal blocks: none is certain.
    if (expression.find_first_of("|(") != std::string_view::npos ||
        expression.find("\\Q") != std::string_view::npos)
        return {};
    std::string best;
    std::string piece;
    const auto endPiece = [&] {
        if (piece.size() > best.size())
            best = piece;
        piece.clear();
    };
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char c = expression[i];
        if (c == '[') {
            endPiece();
            // To the end of the class; a ] that comes first belongs to it.
            std::size_t end = i + 1;
            if (end < expression.size() && expression[end] == '^')
                ++end;
            if (end < expression.size() && expression[end] == ']')
                ++end;
            while (end < expression.size() && expression[end] != ']')
                end += expression[end] == '\\' ? 2 : 1;
            i = end;
        } else if (c == '?' || c == '*' || c == '{') {
            // What stands in front may be missing.
            while (!piece.empty() && (static_cast<unsigned char>(piece.back()) & 0xc0U) == 0x80)
                piece.pop_back(); // a character of several bytes
            if (!piece.empty())
                piece.pop_back();
            endPiece();
            if (c == '{') {
                while (i < expression.size() && expression[i] != '}')
                    ++i;
            }
        } else if (c == '+') {
            endPiece(); // once at least: what stands in front is certain, and then anything
        } else if (c == '.' || c == '^' || c == '$') {
            endPiece();
        } else if (c == '\\') {
            ++i;
            const char escaped = i < expression.size() ? expression[i] : '\0';
            const bool isPlain = escaped != '\0' && static_cast<unsigned char>(escaped) < 0x80 &&
                                 std::strchr("/.-_+*?()[]{}|^$\\#:,@", escaped) != nullptr;
            if (isPlain)
                piece += escaped;
            else if (escaped != 'b' && escaped != 'd' && escaped != 'w' && escaped != 's' &&
                     escaped != 'D' && escaped != 'W' && escaped != 'S' && escaped != 'B')
                return {}; // \x41, \p{L}, \1 and others: not worth reading
            else
                endPiece();
        } else {
            piece += c;
        }
    }
    endPiece();
    return best;
}

} // namespace Portolan::Mqtt
