// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/terminal.h"
#include "core/terminal/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

// What tests and the fuzzer ask of a terminal: its screen as text, whether two frames show the
// same, and whether what it wrote is on the list of what it may write.
namespace TerminalCheck {

namespace T = Portolan::Terminal;

using T::appendUtf8;

inline std::u32string contentOf(const T::Frame &frame, T::Cell cell)
{
    return cell.isCluster() ? frame.clusters.at(cell.clusterNumber())
                            : std::u32string(1, cell.codePoint());
}

inline T::Cell cellAt(const T::Frame &frame, int row, int column)
{
    const T::Frame::Row &source = frame.rows.at(std::size_t(row));
    if (std::size_t(column) < source.cells.size())
        return source.cells[std::size_t(column)];
    return T::Cell(0, T::Cell::Width::Narrow, source.fillStyle);
}

inline T::Style styleAt(const T::Frame &frame, int row, int column)
{
    return frame.styles.at(cellAt(frame, row, column).style());
}

// One row; blanks as spaces, those at the end left out.
inline std::string rowText(const T::Frame &frame, int row)
{
    std::string text;
    for (const T::Cell cell : frame.rows.at(std::size_t(row)).cells) {
        if (cell.width() == T::Cell::Width::Tail)
            continue;
        for (const char32_t code : contentOf(frame, cell))
            appendUtf8(text, code == 0 ? U' ' : code);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

// All rows, a line each; empty ones at the end left out.
inline std::string screenText(const T::Frame &frame)
{
    std::string text;
    for (std::size_t row = 0; row < frame.rows.size(); ++row)
        text += rowText(frame, int(row)) + "\n";
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

// Empty, or the first difference that a person could see.
inline std::string difference(const T::Frame &a, const T::Frame &b)
{
    if (a.size != b.size)
        return "size";
    if (!(a.cursor == b.cursor))
        return "cursor " + std::to_string(a.cursor.row) + "," + std::to_string(a.cursor.column) +
               " and " + std::to_string(b.cursor.row) + "," + std::to_string(b.cursor.column);
    if (a.topLine != b.topLine || a.firstLine != b.firstLine || a.screenLine != b.screenLine)
        return "lines";
    if (a.title != b.title || a.workingDirectory != b.workingDirectory || a.bells != b.bells)
        return "title, folder or bells";
    if (a.mouse != b.mouse || a.alternateScreen != b.alternateScreen ||
        a.alternateScroll != b.alternateScroll || a.focusReporting != b.focusReporting ||
        a.bracketedPaste != b.bracketedPaste || a.reverseVideo != b.reverseVideo)
        return "modes";
    for (int y = 0; y < a.size.rows; ++y) {
        if (a.rows[std::size_t(y)].wrapped != b.rows[std::size_t(y)].wrapped)
            return "wrapping of row " + std::to_string(y);
        for (int x = 0; x < a.size.columns; ++x) {
            const T::Cell ours = cellAt(a, y, x);
            const T::Cell theirs = cellAt(b, y, x);
            T::Style ourStyle = styleAt(a, y, x);
            T::Style theirStyle = styleAt(b, y, x);
            const bool sameLink = a.links.at(ourStyle.link) == b.links.at(theirStyle.link);
            ourStyle.link = theirStyle.link = 0;
            if (ours.width() != theirs.width() || contentOf(a, ours) != contentOf(b, theirs) ||
                !(ourStyle == theirStyle) || !sameLink)
                return "cell in row " + std::to_string(y) + ", column " + std::to_string(x);
        }
    }
    return {};
}

// The length of a reply that follows a pattern: `#` is a number, `%` numbers with ; and : between,
// `@` four hexadecimal digits. 0 where it does not.
inline std::size_t matchReply(std::string_view replies, std::string_view pattern)
{
    std::size_t at = 0;
    const auto skip = [&](std::string_view allowed, std::size_t most) {
        const std::size_t start = at;
        while (at < replies.size() && at - start < most &&
               allowed.find(replies[at]) != std::string_view::npos)
            ++at;
        return at - start;
    };
    for (const char c : pattern) {
        bool matches = true;
        if (c == '#')
            matches = skip("0123456789", 6) > 0;
        else if (c == '%')
            matches = skip("0123456789;:", 200) > 0;
        else if (c == '@')
            matches = skip("0123456789abcdef", 4) == 4;
        else
            matches = at < replies.size() && replies[at++] == c;
        if (!matches)
            return 0;
    }
    return at;
}

// Whether these are only what a terminal may say to its peer by itself.
inline bool onlyAllowedReplies(std::string_view replies)
{
    constexpr std::string_view allowed[] = {
        "\x1b[?64;1;6;21;22c", // DA1
        "\x1b[>1;277;0c",      // DA2
        "\x1bP!|50525450\x1b\\",
        "\x1b[0n", // DSR
        "\x1b[#;#R",
        "\x1b[?#;#R",
        "\x1b[#;#$y", // DECRPM
        "\x1b[?#;#$y",
        "\x1b[8;#;#t",    // size of the text area
        "\x1bP0$r\x1b\\", // DECRQSS
        "\x1bP1$r%m\x1b\\",
        "\x1bP1$r#;#r\x1b\\",
        "\x1bP1$r#;#s\x1b\\",
        "\x1bP1$r# q\x1b\\",
        "\x1bP1$r#\"q\x1b\\",
        "\x1bP>|Portolan(#.#.#)\x1b\\", // XTVERSION
        "\x1b]10;rgb:@/@/@\x1b\\",
        "\x1b]11;rgb:@/@/@\x1b\\",
    };
    while (!replies.empty()) {
        std::size_t length = 0;
        for (const std::string_view pattern : allowed)
            length = std::max(length, matchReply(replies, pattern));
        if (length == 0)
            return false;
        replies.remove_prefix(length);
    }
    return true;
}

} // namespace TerminalCheck
