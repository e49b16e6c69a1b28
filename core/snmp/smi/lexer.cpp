// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/lexer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

using Word = std::pair<std::string_view, Keyword>;

// In the order of string_view's comparison: keywordOf() searches it by halves.
constexpr std::array kWords = {
    Word{"ACCESS", Keyword::Access},
    Word{"AGENT-CAPABILITIES", Keyword::AgentCapabilities},
    Word{"ANY", Keyword::Any},
    Word{"APPLICATION", Keyword::Application},
    Word{"AUGMENTS", Keyword::Augments},
    Word{"BEGIN", Keyword::Begin},
    Word{"BITS", Keyword::Bits},
    Word{"CHOICE", Keyword::Choice},
    Word{"CONTACT-INFO", Keyword::ContactInfo},
    Word{"CREATION-REQUIRES", Keyword::CreationRequires},
    Word{"DEFINITIONS", Keyword::Definitions},
    Word{"DEFVAL", Keyword::DefVal},
    Word{"DESCRIPTION", Keyword::Description},
    Word{"DISPLAY-HINT", Keyword::DisplayHint},
    Word{"END", Keyword::End},
    Word{"ENTERPRISE", Keyword::Enterprise},
    Word{"EXPLICIT", Keyword::Explicit},
    Word{"EXPORTS", Keyword::Exports},
    Word{"FROM", Keyword::From},
    Word{"GROUP", Keyword::Group},
    Word{"IDENTIFIER", Keyword::Identifier},
    Word{"IMPLICIT", Keyword::Implicit},
    Word{"IMPLIED", Keyword::Implied},
    Word{"IMPORTS", Keyword::Imports},
    Word{"INCLUDES", Keyword::Includes},
    Word{"INDEX", Keyword::Index},
    Word{"INTEGER", Keyword::Integer},
    Word{"LAST-UPDATED", Keyword::LastUpdated},
    Word{"MACRO", Keyword::Macro},
    Word{"MANDATORY-GROUPS", Keyword::MandatoryGroups},
    Word{"MAX", Keyword::Max},
    Word{"MAX-ACCESS", Keyword::MaxAccess},
    Word{"MIN", Keyword::Min},
    Word{"MIN-ACCESS", Keyword::MinAccess},
    Word{"MODULE", Keyword::Module},
    Word{"MODULE-COMPLIANCE", Keyword::ModuleCompliance},
    Word{"MODULE-IDENTITY", Keyword::ModuleIdentity},
    Word{"NOTIFICATION-GROUP", Keyword::NotificationGroup},
    Word{"NOTIFICATION-TYPE", Keyword::NotificationType},
    Word{"NOTIFICATIONS", Keyword::Notifications},
    Word{"NULL", Keyword::Null},
    Word{"OBJECT", Keyword::Object},
    Word{"OBJECT-GROUP", Keyword::ObjectGroup},
    Word{"OBJECT-IDENTITY", Keyword::ObjectIdentity},
    Word{"OBJECT-TYPE", Keyword::ObjectType},
    Word{"OBJECTS", Keyword::Objects},
    Word{"OCTET", Keyword::Octet},
    Word{"OF", Keyword::Of},
    Word{"ORGANIZATION", Keyword::Organization},
    Word{"PIB-ACCESS", Keyword::PibAccess},
    Word{"PIB-DEFINITIONS", Keyword::PibDefinitions},
    Word{"PIB-INDEX", Keyword::PibIndex},
    Word{"PIB-MIN-ACCESS", Keyword::PibMinAccess},
    Word{"PRODUCT-RELEASE", Keyword::ProductRelease},
    Word{"REFERENCE", Keyword::Reference},
    Word{"REVISION", Keyword::Revision},
    Word{"SEQUENCE", Keyword::Sequence},
    Word{"SIZE", Keyword::Size},
    Word{"STATUS", Keyword::Status},
    Word{"STRING", Keyword::String},
    Word{"SUPPORTS", Keyword::Supports},
    Word{"SYNTAX", Keyword::Syntax},
    Word{"TEXTUAL-CONVENTION", Keyword::TextualConvention},
    Word{"TRAP-TYPE", Keyword::TrapType},
    Word{"UNIQUENESS", Keyword::UniqueNess},
    Word{"UNITS", Keyword::Units},
    Word{"UNIVERSAL", Keyword::Universal},
    Word{"VARIABLES", Keyword::Variables},
    Word{"VARIATION", Keyword::Variation},
    Word{"WRITE-SYNTAX", Keyword::WriteSyntax},
};
static_assert(std::is_sorted(kWords.begin(), kWords.end(),
                             [](const Word &a, const Word &b) { return a.first < b.first; }));

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
constexpr bool isLetter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool isNameCharacter(char c)
{
    return isLetter(c) || isDigit(c) || c == '-' || c == '_';
}
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// Blanks that word processors and web pages leave behind: U+00A0, U+200B, U+3000, U+FEFF.
std::size_t wideBlank(std::string_view text)
{
    for (const std::string_view blank : {"\u00A0"sv, "\u200B"sv, "\u3000"sv, "\uFEFF"sv})
        if (text.starts_with(blank))
            return blank.size();
    return 0;
}

// Whether what stands behind "-- comment --" on the same line is part of a definition.
bool readsLikeDefinition(std::string_view rest)
{
    if (const auto comment = rest.find("--"); comment != std::string_view::npos)
        rest = rest.substr(0, comment);
    rest = trimmed(rest);
    if (rest.empty())
        return false;
    if ("{},;|"sv.find(rest.front()) != std::string_view::npos ||
        rest.find("::=") != std::string_view::npos)
        return true;
    if (rest.front() == '(') // (1..4), (SIZE (4))
        return rest.size() > 1 && (isDigit(rest[1]) || rest[1] == '-' || rest[1] == '\'' ||
                                   rest.find("SIZE") != std::string_view::npos);
    const auto end = std::find_if_not(rest.begin(), rest.end(), isNameCharacter);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    if (word.empty())
        return false;
    if (keywordOf(word) != Keyword::None)
        return true;
    // "label(3)" and "label(3)," and "name," but no prose that ends with a comma.
    const std::string_view behind = trimmed(rest.substr(word.size()));
    if (behind == "OBJECT-TYPE"sv || behind == "NOTIFICATION-TYPE"sv || behind == "TRAP-TYPE"sv ||
        behind == "OBJECT-IDENTITY"sv || behind == "MODULE-IDENTITY"sv)
        return true;
    if (behind.empty() || behind.front() == ',')
        return behind.size() == 1;
    return behind.size() > 2 && behind.front() == '(' && (isDigit(behind[1]) || behind[1] == '-') &&
           ",)}"sv.find(behind.back()) != std::string_view::npos;
}

} // namespace

Keyword keywordOf(std::string_view word)
{
    if (word.size() < 2 || !isUpper(word[0]) || !isUpper(word[1]))
        return Keyword::None;
    const auto found = std::lower_bound(
        kWords.begin(), kWords.end(), word,
        [](const Word &each, std::string_view wanted) { return each.first < wanted; });
    return found != kWords.end() && found->first == word ? found->second : Keyword::None;
}

void Lexer::skipComment()
{
    const std::size_t begin = m_at;
    std::size_t end = begin;
    while (end < m_text.size() && !isLineEnd(m_text[end]))
        ++end;
    m_at = end;
    const std::string_view line = m_text.substr(begin, end - begin);
    if (line.starts_with("---"))
        return;
    const std::size_t second = line.find("--", 2);
    if (second == std::string_view::npos || line.substr(second).starts_with("---"))
        return;
    if (readsLikeDefinition(line.substr(second + 2)))
        m_at = begin + second + 2;
}

void Lexer::skipBlanks()
{
    while (m_at < m_text.size()) {
        if (isBlank(m_text[m_at]))
            ++m_at;
        else if (const std::size_t size = wideBlank(m_text.substr(m_at)); size > 0)
            m_at += size;
        else if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '-')
            skipComment();
        else
            return;
    }
}

Token Lexer::make(Token::Kind kind, std::size_t size)
{
    Token token;
    token.kind = kind;
    token.offset = static_cast<std::uint32_t>(m_at);
    token.size = static_cast<std::uint32_t>(size);
    m_at += size;
    return token;
}

Token Lexer::name()
{
    std::size_t end = m_at;
    bool underscore = false;
    while (end < m_text.size() && isNameCharacter(m_text[end])) {
        if (m_text[end] == '-' && end + 1 < m_text.size() && m_text[end + 1] == '-')
            break; // a comment
        underscore = underscore || m_text[end] == '_';
        ++end;
    }
    Token token = make(Token::Kind::Name, end - m_at);
    token.underscore = underscore;
    token.keyword = keywordOf(text(token));
    return token;
}

Token Lexer::number()
{
    std::size_t end = m_at;
    while (end < m_text.size() && isDigit(m_text[end]))
        ++end;
    // "10baseT" and "100-Mbps" are labels that vendors like.
    if (end < m_text.size() && (isLetter(m_text[end]) || m_text[end] == '_'))
        return name();
    if (end + 1 < m_text.size() && m_text[end] == '-' &&
        (isLetter(m_text[end + 1]) || isDigit(m_text[end + 1])))
        return name();
    return make(Token::Kind::Number, end - m_at);
}

Token Lexer::string()
{
    const std::size_t end = m_text.find('"', m_at + 1);
    if (end == std::string_view::npos) {
        Token token = make(Token::Kind::Text, m_text.size() - m_at);
        token.closed = false;
        return token;
    }
    return make(Token::Kind::Text, end + 1 - m_at);
}

Token Lexer::quotedBytes()
{
    constexpr std::size_t kLongest = 4096;
    std::size_t end = m_at + 1;
    const std::size_t limit = std::min(m_text.size(), m_at + kLongest);
    while (end < limit && m_text[end] != '\'' &&
           (isNameCharacter(m_text[end]) || isBlank(m_text[end])))
        ++end;
    if (end < limit && m_text[end] == '\'') {
        ++end;
        if (end < m_text.size() && "hHbB"sv.find(m_text[end]) != std::string_view::npos &&
            (end + 1 == m_text.size() || !isNameCharacter(m_text[end + 1])))
            return make(Token::Kind::Bytes, end + 1 - m_at);
    }
    return make(Token::Kind::Strange, 1);
}

Token Lexer::next()
{
    skipBlanks();
    if (m_at >= m_text.size())
        return make(Token::Kind::End, 0);
    const char c = m_text[m_at];
    if (isLetter(c) || c == '_')
        return name();
    if (isDigit(c))
        return number();
    switch (c) {
    case '"':
        return string();
    case '\'':
        return quotedBytes();
    case ':':
        if (m_text.substr(m_at).starts_with("::="))
            return make(Token::Kind::Assign, 3);
        return make(Token::Kind::Mark, 1);
    case '.':
        if (m_text.substr(m_at).starts_with("..")) {
            const std::size_t end = m_text.find_first_not_of('.', m_at);
            return make(Token::Kind::Range, std::min(end, m_text.size()) - m_at);
        }
        return make(Token::Kind::Mark, 1);
    case '{':
    case '}':
    case '(':
    case ')':
    case '[':
    case ']':
    case ',':
    case ';':
    case '|':
    case '-':
    case '<':
    case '>':
        return make(Token::Kind::Mark, 1);
    default:
        break;
    }
    // A character of UTF-8 is one word.
    std::size_t size = 1;
    while (m_at + size < m_text.size() &&
           (static_cast<unsigned char>(m_text[m_at + size]) & 0xC0U) == 0x80)
        ++size;
    return make(Token::Kind::Strange, size);
}

} // namespace Portolan::Snmp::Smi
