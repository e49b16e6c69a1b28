// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/terminaltext.h"

#include "core/terminal/emulator.h"
#include "core/terminal/utf8.h"

#include <algorithm>

namespace Portolan::Terminal {

namespace {

// Lines by number, from the scrollback or the screen.
class Reader
{
public:
    explicit Reader(Emulator &emulator)
        : m_emulator(emulator)
    {
    }

    [[nodiscard]] std::int64_t first() const { return m_emulator.scrollback().firstLine(); }
    [[nodiscard]] std::int64_t end() const
    {
        return m_emulator.screenLine() + m_emulator.screen().rows();
    }
    [[nodiscard]] const Line &line(std::int64_t number)
    {
        if (number == m_number)
            return m_line;
        m_number = number;
        m_line = {};
        const std::int64_t row = number - m_emulator.screenLine();
        if (row >= m_emulator.screen().rows() || number < first()) {
            return m_line;
        }
        if (row >= 0) {
            const Row &source = m_emulator.screen().row(int(row));
            m_line.cells.assign(source.cells, source.cells + source.used);
            m_line.wrapped = source.wrapped;
        } else if (!m_emulator.scrollback().read(number, m_line, m_emulator.tables())) {
            m_line = {};
        }
        return m_line;
    }
    void append(std::string &text, Cell cell) const
    {
        if (cell.width() == Cell::Width::Tail)
            return;
        if (!cell.isCluster()) {
            appendUtf8(text, cell.codePoint() == 0 ? U' ' : cell.codePoint());
            return;
        }
        for (const char32_t code : m_emulator.tables().clusters[cell.clusterNumber()])
            appendUtf8(text, code);
    }
    [[nodiscard]] char32_t baseOf(Cell cell) const
    {
        return cell.isCluster() ? m_emulator.tables().clusters[cell.clusterNumber()][0]
                                : cell.codePoint();
    }

private:
    Emulator &m_emulator;
    std::int64_t m_number = -1;
    Line m_line;
};

bool isBlank(Cell cell)
{
    return !cell.isCluster() && (cell.codePoint() == 0 || cell.codePoint() == U' ') &&
           cell.width() != Cell::Width::Tail;
}

bool isUnwritten(Cell cell)
{
    return !cell.isCluster() && cell.codePoint() == 0 && cell.width() != Cell::Width::Tail;
}

enum class Kind { Blank, Word, Other };

Kind kindOf(char32_t code, std::u32string_view wordCharacters)
{
    if (code == 0 || code == U' ' || code == 0x00A0 || code == 0x3000)
        return Kind::Blank;
    if (code < 0x80) {
        const bool alphanumeric = (code >= U'0' && code <= U'9') ||
                                  (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
        return alphanumeric || wordCharacters.find(code) != std::u32string_view::npos ? Kind::Word
                                                                                      : Kind::Other;
    }
    const bool punctuation = code <= 0x00BF || (code >= 0x2000 && code <= 0x2BFF) ||
                             (code >= 0x3001 && code <= 0x303F) ||
                             (code >= 0xFF01 && code <= 0xFF0F);
    return punctuation ? Kind::Other : Kind::Word;
}

} // namespace

std::string textBetween(Emulator &emulator, Position from, Position to, SelectionShape shape)
{
    Reader reader(emulator);
    std::string text;
    const bool block = shape == SelectionShape::Block;
    const std::int64_t first = std::max(from.line, reader.first());
    const std::int64_t last = std::min(to.line, reader.end() - 1);
    for (std::int64_t number = first; number <= last; ++number) {
        const Line &line = reader.line(number);
        const auto length = int(line.cells.size());
        int start = block || number == from.line ? std::clamp(from.column, 0, length) : 0;
        const bool whole = !block && (number < to.line || to.column > length);
        int end = whole ? length : std::clamp(to.column, 0, length);
        // A wide character is in when either half is.
        if (start > 0 && start < length &&
            line.cells[std::size_t(start)].width() == Cell::Width::Tail)
            --start;
        if (end > 0 && end < length && line.cells[std::size_t(end)].width() == Cell::Width::Tail)
            ++end;
        const bool joined = !block && number < to.line && line.wrapped;
        if (end == length || block || whole)
            while (end > start && (joined ? isUnwritten(line.cells[std::size_t(end - 1)])
                                          : isBlank(line.cells[std::size_t(end - 1)])))
                --end;
        for (int x = start; x < end; ++x)
            reader.append(text, line.cells[std::size_t(x)]);
        if (number < last && !joined)
            text += '\n';
    }
    return text;
}

std::pair<Position, Position> wordAround(Emulator &emulator, Position position,
                                         std::u32string_view wordCharacters)
{
    Reader reader(emulator);
    const int columns = emulator.screen().columns();
    position.line = std::clamp(position.line, reader.first(), reader.end() - 1);
    position.column = std::clamp(position.column, 0, columns - 1);
    const auto cellAt = [&](Position at) {
        const Line &line = reader.line(at.line);
        const auto x = std::size_t(at.column);
        if (x >= line.cells.size())
            return Cell();
        return line.cells[x].width() == Cell::Width::Tail && x > 0 ? line.cells[x - 1]
                                                                   : line.cells[x];
    };
    const auto lengthOf = [&](std::int64_t number) {
        const Line &line = reader.line(number);
        return line.wrapped ? int(line.cells.size()) : columns;
    };
    const auto before = [&](Position at) -> std::optional<Position> {
        if (at.column > 0)
            return Position{at.line, at.column - 1};
        if (at.line == reader.first() || !reader.line(at.line - 1).wrapped ||
            lengthOf(at.line - 1) == 0)
            return std::nullopt;
        return Position{at.line - 1, lengthOf(at.line - 1) - 1};
    };
    const auto after = [&](Position at) -> std::optional<Position> {
        if (at.column + 1 < lengthOf(at.line))
            return Position{at.line, at.column + 1};
        if (at.line + 1 >= reader.end() || !reader.line(at.line).wrapped)
            return std::nullopt;
        return Position{at.line + 1, 0};
    };
    const Kind kind = kindOf(reader.baseOf(cellAt(position)), wordCharacters);
    const auto same = [&](Position at) {
        return kindOf(reader.baseOf(cellAt(at)), wordCharacters) == kind;
    };

    // Ten thousand cells are more than any word; a hostile screenful must not take long.
    int left = 10'000;
    Position first = position;
    for (auto at = before(first); at && same(*at) && left-- > 0; at = before(first))
        first = *at;
    Position last = position;
    for (auto at = after(last); at && same(*at) && left-- > 0; at = after(last))
        last = *at;
    // Punctuation that ends a sentence is not part of its last word, unless it was meant.
    if (kind == Kind::Word) {
        const auto ends = [&](Position at) {
            return std::u32string_view(U".,:?").find(reader.baseOf(cellAt(at))) !=
                   std::u32string_view::npos;
        };
        while (last > position && ends(last)) {
            const auto at = before(last);
            if (!at)
                break;
            last = *at;
        }
    }
    return {first, {last.line, last.column + 1}};
}

} // namespace Portolan::Terminal
