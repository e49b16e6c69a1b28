// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleparser.h"

#include <charconv>
#include <limits>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostItems = 20'000; // of one list
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// 'FF'H or '0101'B as a number; nothing where it has other digits or more than 64 bits.
std::optional<std::uint64_t> numberOfBytes(std::string_view text)
{
    const char kind = text.back();
    const int base = kind == 'h' || kind == 'H' ? 16 : 2;
    std::string digits;
    for (const char c : text.substr(1, text.size() - 3))
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            digits += c;
    std::uint64_t number = 0;
    if (digits.empty())
        return 0;
    const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (done.ec != std::errc() || done.ptr != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

} // namespace

// Where a list in braces must have ended though no brace is there.
bool ModuleParser::endsList()
{
    const Token token = peek();
    return token.kind == Token::Kind::End || token.kind == Token::Kind::Assign ||
           (token.keyword != Keyword::Implied && isClause(token.keyword)) || startsDefinition();
}

void ModuleParser::skipBraces()
{
    std::size_t depth = 0;
    do {
        if (isMark('{'))
            ++depth;
        else if (isMark('}'))
            --depth;
        else if (depth > 0 && (peek().kind == Token::Kind::End ||
                               peek().kind == Token::Kind::Assign || startsDefinition())) {
            expected("}");
            return;
        }
        if (depth > 0 || isMark('}'))
            (void)take();
    } while (depth > 0);
}

std::optional<std::int64_t> ModuleParser::takeNumber()
{
    const bool negative = takeMark('-');
    const Token token = peek();
    if (token.kind == Token::Kind::Number) {
        (void)take();
        const std::string_view digits = text(token);
        std::uint64_t number = 0;
        const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (done.ec != std::errc() || (negative && number > std::uint64_t(kMost) + 1)) {
            tell(DiagnosticId::NumberTooLarge, Severity::Warning, token.offset, {digits});
            return negative ? kLeast : kMost;
        }
        if (negative)
            return static_cast<std::int64_t>(0 - number);
        return number > std::uint64_t(kMost) ? kMost : static_cast<std::int64_t>(number);
    }
    if (token.kind == Token::Kind::Bytes) {
        (void)take();
        if (const auto number = numberOfBytes(text(token)))
            return *number > std::uint64_t(kMost) ? kMost : static_cast<std::int64_t>(*number);
        tell(DiagnosticId::BadBytes, Severity::Warning, token.offset, {text(token)});
        return 0;
    }
    if (token.keyword == Keyword::Min || token.keyword == Keyword::Max) {
        (void)take();
        return token.keyword == Keyword::Min ? kLeast : kMost;
    }
    return std::nullopt;
}

TypeSyntax ModuleParser::parseType()
{
    TypeSyntax type;
    type.offset = peek().offset;
    parseTag(type);
    if (!parseBuiltIn(type)) {
        const Token token = peek();
        if (token.kind != Token::Kind::Name || token.keyword != Keyword::None || endsList()) {
            expected("a type");
            return type;
        }
        type.name = takeSymbol().name;
        if (isMark('.') && peek(1).kind == Token::Kind::Name) {
            (void)take();
            type.module = type.name;
            type.name = takeSymbol().name;
        }
    }
    if (type.base == Base::Sequence || type.base == Base::SequenceOf)
        return type;
    if (isMark('{'))
        parseNamedNumbers(type);
    if (isMark('(') || isKeyword(Keyword::Size))
        parseConstraint(type);
    if (isMark('{') && type.names.empty())
        parseNamedNumbers(type);
    return type;
}

// [APPLICATION 4] IMPLICIT
void ModuleParser::parseTag(TypeSyntax &type)
{
    if (takeMark('[')) {
        const bool application = isKeyword(Keyword::Application);
        if (application || isKeyword(Keyword::Universal))
            (void)take();
        if (const auto number = takeNumber(); application && number && *number >= 0 && *number < 32)
            type.application = static_cast<std::uint8_t>(*number);
        if (!takeMark(']'))
            expected("]");
    }
    while (isKeyword(Keyword::Implicit) || isKeyword(Keyword::Explicit))
        (void)take();
}

bool ModuleParser::parseBuiltIn(TypeSyntax &type)
{
    switch (peek().keyword) {
    case Keyword::Integer:
        (void)take();
        type.base = Base::Integer32;
        return true;
    case Keyword::Octet:
        (void)take();
        if (isKeyword(Keyword::String))
            (void)take();
        else
            expected("STRING");
        type.base = Base::OctetString;
        return true;
    case Keyword::Object:
        (void)take();
        if (isKeyword(Keyword::Identifier))
            (void)take();
        else
            expected("IDENTIFIER");
        type.base = Base::ObjectIdentifier;
        return true;
    case Keyword::Bits:
        (void)take();
        type.base = Base::Bits;
        return true;
    case Keyword::Null:
        (void)take();
        type.base = Base::Null;
        return true;
    case Keyword::Any:
        (void)take();
        type.base = Base::Opaque;
        return true;
    case Keyword::Choice:
        // Only a value's tag says which of them it is. NetworkAddress, the one in use, is built in.
        (void)take();
        type.base = Base::Opaque;
        if (isMark('{'))
            skipBraces();
        return true;
    case Keyword::Sequence:
        (void)take();
        type.base = Base::Sequence;
        if (isMark('(') || isKeyword(Keyword::Size)) { // SEQUENCE SIZE (1..4) OF
            TypeSyntax size;
            parseConstraint(size);
        }
        if (isKeyword(Keyword::Of)) {
            (void)take();
            type.base = Base::SequenceOf;
            if (peek().kind == Token::Kind::Name && !isClause(peek().keyword))
                type.name = takeSymbol().name;
            else
                expected("the type of a row");
        } else if (isMark('{')) {
            skipBraces();
        } else {
            expected("{ or OF");
        }
        return true;
    default:
        return false;
    }
}

// (0..10 | 20), (SIZE (1..4)), SIZE (4): read loosely, as long as the parentheses close.
void ModuleParser::parseConstraint(TypeSyntax &type)
{
    const std::size_t begin = peek().offset;
    int depth = 0;
    bool upper = false; // behind ".."
    while (true) {
        const Token token = peek();
        if (isMark('(')) {
            (void)take();
            if (++depth > 8) {
                limited(8, "parentheses");
                return;
            }
        } else if (isMark(')')) {
            (void)take();
            if (--depth == 0)
                break;
        } else if (isMark('|') || isMark(',')) {
            (void)take();
            upper = false;
        } else if (token.keyword == Keyword::Size) {
            (void)take();
            type.isSize = true;
        } else if (token.kind == Token::Kind::Range) {
            (void)take();
            upper = true;
        } else if (const auto number = takeNumber()) {
            if (type.ranges.size() >= kMostItems) {
                limited(kMostItems, "ranges");
                return;
            }
            if (upper && !type.ranges.empty())
                type.ranges.back().most = *number;
            else
                type.ranges.push_back({*number, *number});
            upper = false;
            if (depth == 0)
                break; // SIZE 4
        } else if (token.kind == Token::Kind::Name && !endsList()) {
            expected("a number");
            (void)take();
        } else {
            tell(DiagnosticId::BraceMissing, Severity::Warning, begin, {")"});
            break;
        }
    }
    if (isMark('(') && type.isSize && type.ranges.empty())
        parseConstraint(type);
}

// { up(1), down(2) }
void ModuleParser::parseNamedNumbers(TypeSyntax &type)
{
    const std::size_t begin = take().offset;
    bool comma = true;
    while (!takeMark('}')) {
        const Token token = peek();
        if (isMark(',')) {
            if (comma)
                tell(DiagnosticId::CommaTooMany, Severity::Warning, token.offset);
            (void)take();
            comma = true;
            continue;
        }
        if (endsList()) {
            tell(DiagnosticId::BraceMissing, Severity::Error, begin, {"}"});
            return;
        }
        if (type.names.size() >= kMostItems) {
            limited(kMostItems, "names");
            return;
        }
        if (!comma)
            tell(DiagnosticId::CommaMissing, Severity::Warning, token.offset, {text(token)});
        if (!takeNamedNumber(type))
            return;
        comma = false;
    }
    if (comma && !type.names.empty())
        tell(DiagnosticId::CommaTooMany, Severity::Warning, m_last);
}

bool ModuleParser::takeNamedNumber(TypeSyntax &type)
{
    // A label is what stands before the parenthesis: vendors write "n/a(1)" and "not used(2)".
    const Token first = peek();
    std::size_t end = first.offset;
    bool plain = first.kind == Token::Kind::Name;
    std::size_t words = 0;
    while (!isMark('(')) {
        if (isMark(',') || isMark('}') || endsList() || ++words > 8) {
            expected("a number in parentheses");
            return !endsList();
        }
        const Token token = take();
        end = token.offset + token.size;
        plain = plain && words == 1;
    }
    const std::string_view label =
        std::string_view(m_file.text).substr(first.offset, end - first.offset);
    if (words == 0)
        expected("a name");
    else if (!plain && words != 1)
        tell(DiagnosticId::StrangeCharacter, Severity::Warning, first.offset, {label});
    else if (first.underscore)
        tell(DiagnosticId::UnderscoreInName, Severity::Info, first.offset, {label});
    (void)take();
    const auto number = takeNumber();
    if (number && !label.empty())
        type.names.push_back({label, *number});
    else if (!number)
        expected("a number");
    while (!isMark(')')) {
        if (isMark(',') || isMark('}') || endsList()) {
            tell(DiagnosticId::BraceMissing, Severity::Warning, first.offset, {")"});
            return true;
        }
        (void)take();
    }
    (void)take();
    return true;
}

// INDEX { ifIndex, IMPLIED name }; of SMIv1 also types: INDEX { INTEGER }
void ModuleParser::parseIndex(std::vector<IndexPart> &index)
{
    const bool braces = takeMark('{');
    if (!braces)
        tell(DiagnosticId::BraceMissing, Severity::Warning, peek().offset, {"{"});
    index.clear();
    bool comma = true;
    while (true) {
        if (braces && takeMark('}'))
            return;
        const Token token = peek();
        if (isMark(',')) {
            (void)take();
            comma = true;
            continue;
        }
        const bool isType = token.keyword == Keyword::Integer || token.keyword == Keyword::Octet ||
                            (token.keyword == Keyword::Object && isKeyword(Keyword::Identifier, 1));
        if (!isType && (endsList() || token.kind == Token::Kind::Mark ||
                        token.kind == Token::Kind::Text || (!braces && !comma))) {
            if (braces)
                tell(DiagnosticId::BraceMissing, Severity::Warning, token.offset, {"}"});
            return;
        }
        if (index.size() >= 128) {
            limited(128, "objects");
            return;
        }
        IndexPart part;
        if (token.keyword == Keyword::Implied) {
            (void)take();
            part.implied = true;
        }
        if (!comma && token.keyword != Keyword::Implied)
            tell(DiagnosticId::CommaMissing, Severity::Warning, token.offset, {text(token)});
        comma = false;
        if (isType) {
            part.type = parseType();
        } else if (peek().kind == Token::Kind::Name) {
            part.object = takeSymbol();
            if (isMark('.') && peek(1).kind == Token::Kind::Name) {
                (void)take();
                part.object = takeSymbol();
            }
            if (isMark('(')) {
                TypeSyntax ignored;
                parseConstraint(ignored);
            }
        } else {
            expected("the name of an object");
            (void)take();
            continue;
        }
        index.push_back(std::move(part));
    }
}

// { a, b }
void ModuleParser::parseNames(std::vector<Symbol> &names)
{
    if (!takeMark('{')) {
        tell(DiagnosticId::BraceMissing, Severity::Warning, peek().offset, {"{"});
        if (peek().kind == Token::Kind::Name && !endsList())
            names.push_back(takeSymbol());
        return;
    }
    bool comma = true;
    while (!takeMark('}')) {
        const Token token = peek();
        if (isMark(',')) {
            if (comma)
                tell(DiagnosticId::CommaTooMany, Severity::Warning, token.offset);
            (void)take();
            comma = true;
            continue;
        }
        if (token.kind != Token::Kind::Name || endsList()) {
            tell(DiagnosticId::BraceMissing, Severity::Warning, token.offset, {"}"});
            return;
        }
        if (names.size() >= kMostItems) {
            limited(kMostItems, "names");
            return;
        }
        if (!comma)
            tell(DiagnosticId::CommaMissing, Severity::Warning, token.offset, {text(token)});
        names.push_back(takeSymbol());
        if (isMark('.') && peek(1).kind == Token::Kind::Name) { // MODULE.name
            (void)take();
            names.back() = takeSymbol();
        }
        comma = false;
    }
    if (comma && !names.empty())
        tell(DiagnosticId::CommaTooMany, Severity::Warning, m_last);
}

// DEFVAL { anything }: kept as it was written.
TextPiece ModuleParser::parseDefaultValue()
{
    if (!isMark('{')) {
        tell(DiagnosticId::BraceMissing, Severity::Warning, peek().offset, {"{"});
        if (endsList())
            return {};
        const bool negative = isMark('-');
        const std::size_t begin = take().offset;
        if (negative && !endsList())
            (void)take();
        return keep(std::string_view(m_file.text).substr(begin, m_last - begin));
    }
    const std::size_t begin = peek().offset;
    skipBraces();
    std::string_view content = std::string_view(m_file.text).substr(begin, m_last - begin);
    if (content.ends_with('}'))
        content.remove_suffix(1);
    content.remove_prefix(1);
    while (!content.empty() && " \t\r\n"sv.find(content.front()) != std::string_view::npos)
        content.remove_prefix(1);
    return keep(content);
}

// { parent 1 }, { iso org(3) 6 }, { 1 3 6 }, { OTHER-MIB.parent 1 }
bool ModuleParser::parseOid(std::vector<OidPart> &oid)
{
    if (!takeMark('{')) {
        expected("{");
        return false;
    }
    oid.clear();
    while (!takeMark('}')) {
        const Token token = peek();
        if (isMark(',') || isMark('.')) {
            (void)take();
            continue;
        }
        if (token.kind == Token::Kind::End || token.kind == Token::Kind::Assign ||
            (startsDefinition() && !oid.empty()) || token.keyword == Keyword::End) {
            tell(DiagnosticId::BraceMissing, Severity::Warning, m_last, {"}"});
            return !oid.empty();
        }
        if (oid.size() > 128) {
            limited(128, "numbers");
            while (!takeMark('}') && peek().kind != Token::Kind::End && !startsDefinition())
                (void)take();
            return false;
        }
        OidPart part;
        part.offset = token.offset;
        if (token.kind == Token::Kind::Name) {
            part.name = takeSymbol().name;
            if (isMark('.') && peek(1).kind == Token::Kind::Name && oid.empty() &&
                part.name[0] >= 'A' && part.name[0] <= 'Z') {
                (void)take();
                part.module = part.name;
                part.name = takeSymbol().name;
            }
            if (takeMark('(')) {
                part.number = takeNumber();
                if (!part.number)
                    expected("a number");
                if (!takeMark(')'))
                    tell(DiagnosticId::BraceMissing, Severity::Warning, m_last, {")"});
            }
        } else if (const auto number = takeNumber()) {
            part.number = number;
        } else {
            expected("a name or a number");
            (void)take();
            continue;
        }
        oid.push_back(part);
    }
    if (oid.empty())
        expected("a name or a number");
    return !oid.empty();
}

// "::= 3", and "::= { enterprise 3 }" of those who take it for an OID
void ModuleParser::parseTrapValue(ParsedDefinition &definition)
{
    if (isMark('{')) {
        std::vector<OidPart> oid;
        if (parseOid(oid) && oid.back().number && oid.size() > 1) {
            definition.trap = *oid.back().number;
            oid.pop_back();
            if (definition.oid.empty())
                definition.oid = std::move(oid);
        }
        return;
    }
    if (const auto number = takeNumber(); number && *number >= 0)
        definition.trap = *number;
    else
        expected("a number");
}

} // namespace Portolan::Snmp::Smi
