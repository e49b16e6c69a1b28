// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleparser.h"

#include <algorithm>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;
bool isLineBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

// Where a line of the content begins with "::=" and a brace: the text was not closed before it.
std::size_t assignmentIn(std::string_view content)
{
    for (std::size_t at = content.find("::="); at != std::string_view::npos;
         at = content.find("::=", at + 3)) {
        std::size_t begin = at;
        while (begin > 0 && isLineBlank(content[begin - 1]))
            --begin;
        const std::size_t behind = content.find_first_not_of(" \t"sv, at + 3);
        const bool brace = behind != std::string_view::npos && content[behind] == '{';
        if (begin > 0 && (content[begin - 1] == '\n' || content[begin - 1] == '\r') && brace)
            return at;
    }
    return std::string_view::npos;
}

// "::=" as it stands in definitions, not in prose about them.
bool holdsAssignment(std::string_view text)
{
    for (std::size_t at = text.find("::="); at != std::string_view::npos;
         at = text.find("::=", at + 3)) {
        const std::size_t behind = text.find_first_not_of(" \t\r\n"sv, at + 3);
        if (behind == std::string_view::npos)
            return true;
        const char c = text[behind];
        if (c == '{' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            return true;
    }
    return false;
}

} // namespace

void ModuleParser::takeTextInto(TextPiece &piece)
{
    const TextPiece taken = takeText();
    if (piece.size == 0)
        piece = taken;
}

bool ModuleParser::isPlausibleBehindText(std::size_t offset)
{
    Lexer lexer(m_file.text);
    lexer.seek(offset);
    const Token token = lexer.next();
    switch (token.kind) {
    case Token::Kind::End:
    case Token::Kind::Assign:
        return true;
    case Token::Kind::Mark:
        return "},);|"sv.find(m_file.text[token.offset]) != std::string_view::npos;
    case Token::Kind::Name:
        break;
    default:
        return false;
    }
    if (isClause(token.keyword))
        return true;
    const Token next = lexer.next();
    return macroOf(next.keyword) || next.kind == Token::Kind::Assign ||
           next.keyword == Keyword::Macro || next.keyword == Keyword::TextualConvention ||
           (next.keyword == Keyword::Object && lexer.next().keyword == Keyword::Identifier);
}

// Where a text ends. Vendors write quotes inside of texts and forget closing ones; what follows
// tells which it is.
std::size_t ModuleParser::endOfText(const Token &token)
{
    const std::string_view all = m_file.text;
    const std::size_t begin = token.offset + 1;
    std::size_t end = token.offset + token.size;
    if (token.closed && isPlausibleBehindText(end))
        return end;
    const std::string_view content = all.substr(begin, end - begin);
    if (const auto cut = assignmentIn(content); cut != std::string_view::npos) {
        tell(DiagnosticId::StringNotClosed, Severity::Error, token.offset);
        return begin + cut;
    }
    if (!token.closed) {
        tell(DiagnosticId::StringNotClosed, Severity::Error, token.offset);
        return end;
    }
    constexpr int kMostQuotes = 64;
    constexpr std::size_t kFarthest = 8000;
    std::size_t last = end;
    for (int quotes = 0; quotes < kMostQuotes; ++quotes) {
        const std::size_t quote = all.find('"', last);
        if (quote == std::string_view::npos || quote - end > kFarthest ||
            holdsAssignment(all.substr(last, quote - last)))
            return end;
        last = quote + 1;
        if (isPlausibleBehindText(last)) {
            // A doubled quote is how the standard writes one.
            if (all.substr(begin, last - begin).find("\"\"") == std::string_view::npos)
                tell(DiagnosticId::QuoteInString, Severity::Warning, end - 1);
            return last;
        }
    }
    return end;
}

TextPiece ModuleParser::takeText()
{
    if (const std::string_view quote = text(peek());
        peek().kind == Token::Kind::Strange && (quote == "\u201C" || quote == "\u201D")) {
        // A word processor made quotes of its own of them.
        const std::size_t begin = peek().offset + quote.size();
        const std::size_t end = m_file.text.find("\u201D", begin);
        if (end != std::string::npos && isPlausibleBehindText(end + quote.size())) {
            tell(DiagnosticId::StrangeCharacter, Severity::Warning, peek().offset, {quote});
            seek(end + quote.size());
            return keep(std::string_view(m_file.text).substr(begin, end - begin));
        }
    }
    if (peek().kind != Token::Kind::Text) {
        expected("a text in quotes", Severity::Warning); // the definition is whole without
        return {};
    }
    const Token token = take();
    const std::size_t end = endOfText(token);
    if (end != token.offset + token.size)
        seek(end);
    std::string_view content =
        std::string_view(m_file.text).substr(token.offset + 1, end - token.offset - 1);
    if (content.ends_with('"'))
        content.remove_suffix(1);
    return keep(content);
}

// Line ends become LF, the indentation that all lines but the first share goes, and so do blank
// lines at both ends and all but one in a row.
TextPiece ModuleParser::keep(std::string_view content)
{
    std::string &texts = m_file.texts;
    constexpr std::size_t kTab = 8;
    const auto indentOf = [](std::string_view line, std::size_t &bytes) {
        std::size_t column = 0;
        bytes = 0;
        for (; bytes < line.size() && (line[bytes] == ' ' || line[bytes] == '\t'); ++bytes)
            column = line[bytes] == '\t' ? (column / kTab + 1) * kTab : column + 1;
        return column;
    };
    const auto forEachLine = [&content](auto &&call) {
        std::size_t begin = 0;
        while (begin <= content.size()) {
            std::size_t end = begin;
            while (end < content.size() && content[end] != '\n' && content[end] != '\r')
                ++end;
            std::string_view line = content.substr(begin, end - begin);
            while (!line.empty() && (isLineBlank(line.back())))
                line.remove_suffix(1);
            call(line);
            begin = end + 1;
            if (end + 1 < content.size() && content[end] == '\r' && content[end + 1] == '\n')
                ++begin;
        }
    };
    std::size_t shared = std::string_view::npos;
    bool first = true;
    forEachLine([&](std::string_view line) {
        std::size_t bytes = 0;
        const std::size_t indent = indentOf(line, bytes);
        if (!first && bytes < line.size())
            shared = std::min(shared, indent);
        first = false;
    });
    const std::size_t begin = texts.size();
    first = true;
    std::size_t blank = 0;
    forEachLine([&](std::string_view line) {
        std::size_t bytes = 0;
        std::size_t indent = indentOf(line, bytes);
        line.remove_prefix(bytes);
        indent = first || indent < shared ? 0 : indent - shared;
        first = false;
        if (line.empty()) {
            ++blank;
            return;
        }
        if (texts.size() > begin)
            texts.append(blank > 0 ? 2 : 1, '\n');
        blank = 0;
        texts.append(texts.size() > begin ? indent : 0, ' ');
        while (!line.empty()) { // a doubled quote is one
            const std::size_t pair = line.find("\"\"");
            const std::size_t end = pair == std::string_view::npos ? line.size() : pair + 1;
            texts.append(line.substr(0, end));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    });
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(texts.size() - begin)};
}

} // namespace Portolan::Snmp::Smi
