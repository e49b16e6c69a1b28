// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleparser.h"

#include <algorithm>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;
using Macro = ParsedDefinition::Macro;

constexpr std::uint32_t kMostTold = 100; // of each severity in one module
constexpr std::size_t kMostDefinitions = 200'000;

bool isUpper(std::string_view name)
{
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

bool startsBuiltInType(Keyword keyword)
{
    return keyword == Keyword::Sequence || keyword == Keyword::Integer ||
           keyword == Keyword::Octet || keyword == Keyword::Object || keyword == Keyword::Bits;
}

} // namespace

ModuleParser::ModuleParser(ParsedFile &file, ParsedModule &module, std::size_t begin)
    : m_file(file)
    , m_module(module)
    , m_lexer(file.text)
{
    seek(begin);
}

const Token &ModuleParser::peek(std::size_t ahead)
{
    while (m_waiting <= ahead)
        m_ahead[m_waiting++] = m_lexer.next();
    return m_ahead[ahead];
}

Token ModuleParser::take()
{
    const Token token = peek();
    std::copy(m_ahead.begin() + 1, m_ahead.begin() + static_cast<std::ptrdiff_t>(m_waiting),
              m_ahead.begin());
    --m_waiting;
    m_last = token.offset + token.size;
    return token;
}

void ModuleParser::seek(std::size_t offset)
{
    m_lexer.seek(offset);
    m_waiting = 0;
    m_last = offset;
}

bool ModuleParser::isMark(char mark, std::size_t ahead)
{
    const Token &token = peek(ahead);
    return token.kind == Token::Kind::Mark && m_file.text[token.offset] == mark;
}

bool ModuleParser::isKeyword(Keyword keyword, std::size_t ahead)
{
    return peek(ahead).keyword == keyword;
}

bool ModuleParser::takeMark(char mark)
{
    if (!isMark(mark))
        return false;
    (void)take();
    return true;
}

Symbol ModuleParser::takeSymbol()
{
    const Token token = take();
    if (token.underscore && m_underscores.insert(text(token)).second)
        tell(DiagnosticId::UnderscoreInName, Severity::Info, token.offset, {text(token)});
    return {text(token), token.offset};
}

void ModuleParser::tell(DiagnosticId id, Severity severity, std::size_t offset,
                        std::initializer_list<std::string_view> arguments)
{
    if (severity == Severity::Error)
        ++m_module.errors;
    if (++m_told[static_cast<std::size_t>(severity)] > kMostTold)
        return;
    constexpr std::size_t kLongest = 120;
    const LineIndex::Place place = m_file.lines.place(offset);
    Diagnostic diagnostic{id, severity, place.line, place.column, {}};
    for (const std::string_view argument : arguments)
        diagnostic.arguments.emplace_back(argument.substr(0, kLongest));
    m_module.diagnostics.push_back(std::move(diagnostic));
}

void ModuleParser::expected(std::string_view what, Severity severity)
{
    const Token &token = peek();
    constexpr std::size_t kShown = 40;
    const std::string_view found = text(token).substr(0, kShown);
    tell(DiagnosticId::Expected, severity, token.offset, {what, found});
}

void ModuleParser::limited(std::size_t most, std::string_view what)
{
    tell(DiagnosticId::LimitReached, Severity::Error, m_last, {std::to_string(most), what});
}

std::size_t ModuleParser::parse()
{
    while (true) {
        const Token &token = peek();
        if (token.kind == Token::Kind::End || startsModule()) {
            tell(DiagnosticId::EndMissing, Severity::Warning, token.offset, {m_module.name.name});
            break;
        }
        if (token.keyword == Keyword::End && !isKeyword(Keyword::Macro, 1)) {
            (void)take();
            break;
        }
        if (m_module.definitions.size() + m_module.types.size() > kMostDefinitions) {
            limited(kMostDefinitions, "definitions");
            break;
        }
        m_unknownTold = false;
        if (token.keyword == Keyword::Imports)
            parseImports();
        else if (token.keyword == Keyword::Exports)
            parseExports();
        else if (token.kind == Token::Kind::Name)
            parseAssignment();
        else if (isMark(';') || isMark(','))
            (void)take();
        else {
            expected("a definition");
            skipToDefinition();
        }
    }
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        const std::uint32_t told = m_told[static_cast<std::size_t>(severity)];
        if (told > kMostTold)
            m_module.diagnostics.push_back(
                {DiagnosticId::MoreNotShown, severity, 0, 0, {std::to_string(told - kMostTold)}});
    }
    m_module.isComplete = true;
    return m_last;
}

bool ModuleParser::startsModule()
{
    if (peek().kind != Token::Kind::Name)
        return false;
    return (isKeyword(Keyword::Definitions, 1) || isKeyword(Keyword::PibDefinitions, 1)) &&
           peek(2).kind == Token::Kind::Assign;
}

bool ModuleParser::startsDefinition()
{
    const Token token = peek();
    if (token.kind != Token::Kind::Name)
        return false;
    const Token next = peek(1);
    if (next.keyword == Keyword::Macro)
        return true;
    if (isClause(token.keyword) && token.keyword != Keyword::Module)
        return false;
    if (macroOf(next.keyword))
        return token.keyword == Keyword::None;
    if (next.keyword == Keyword::Object && isKeyword(Keyword::Identifier, 2))
        return token.keyword == Keyword::None && peek(3).kind == Token::Kind::Assign;
    // Before a brace it is no type that begins but an OID that the clause before belongs to.
    if (next.kind == Token::Kind::Assign && token.keyword == Keyword::None)
        return isUpper(text(token)) && !isMark('{', 2);
    return startsModule();
}

void ModuleParser::skipToDefinition()
{
    // At least one word, or the caller would come back with the same one.
    do {
        (void)take();
    } while (peek().kind != Token::Kind::End && !isKeyword(Keyword::End) &&
             !isKeyword(Keyword::Imports) && !startsDefinition());
}

// IMPORTS a, b FROM X c FROM Y;
bool ModuleParser::startsImport()
{
    const Token &token = peek();
    if (token.kind != Token::Kind::Name)
        return false;
    return isKeyword(Keyword::From, 1) || isMark(',', 1);
}

// "enterprises MODULE-IDENTITY FROM" lacks a comma, "foo MODULE-IDENTITY LAST-UPDATED" a semicolon.
bool ModuleParser::endsImports()
{
    if (peek().keyword != Keyword::None || !startsDefinition())
        return false;
    const Token next = peek(1);
    return !macroOf(next.keyword) || isClause(peek(2).keyword);
}

void ModuleParser::parseImports()
{
    (void)take();
    std::vector<Symbol> symbols;
    bool comma = true;
    while (true) {
        const Token token = peek();
        if (token.kind == Token::Kind::Mark && isMark(';')) {
            (void)take();
            if (symbols.empty() && !startsImport())
                return;
            continue; // "FROM X; c FROM Y;"
        }
        if (token.kind == Token::Kind::Mark && isMark(',')) {
            if (comma)
                tell(DiagnosticId::CommaTooMany, Severity::Warning, token.offset);
            (void)take();
            comma = true;
            continue;
        }
        if (token.keyword == Keyword::From) {
            (void)take();
            if (peek().kind != Token::Kind::Name) {
                expected("the name of a module");
                return;
            }
            if (comma && !symbols.empty())
                tell(DiagnosticId::CommaTooMany, Severity::Warning, token.offset);
            const Symbol module = takeSymbol();
            m_module.imports.push_back({module, std::move(symbols)});
            if (module.name.starts_with("SNMPv2-"))
                m_module.isSecondVersion = true;
            symbols.clear();
            comma = true;
            if (isMark('{'))
                skipBraces(); // the module's OID, of ASN.1
            if (isKeyword(Keyword::End) || startsDefinition() || peek().kind == Token::Kind::End) {
                tell(DiagnosticId::SemicolonMissing, Severity::Warning, m_last);
                return;
            }
            continue;
        }
        if (token.kind != Token::Kind::Name || endsImports() || token.keyword == Keyword::End) {
            expected("FROM or ;");
            return;
        }
        if (!comma)
            tell(DiagnosticId::CommaMissing, Severity::Warning, token.offset, {text(token)});
        symbols.push_back(takeSymbol());
        comma = false;
    }
}

void ModuleParser::parseExports()
{
    while (peek().kind != Token::Kind::End && !isKeyword(Keyword::Imports) &&
           !isKeyword(Keyword::End) && !startsDefinition())
        if (const Token token = take(); m_file.text[token.offset] == ';')
            return;
}

// NAME MACRO ::= BEGIN ... END: the text of RFC 2578 itself. Its quotes are grammar, so it is
// passed over by words.
void ModuleParser::skipMacro()
{
    while (peek().kind != Token::Kind::End && !isKeyword(Keyword::Begin) &&
           !isKeyword(Keyword::End) && !startsModule())
        (void)take();
    while (peek().kind != Token::Kind::End)
        if (take().keyword == Keyword::End)
            return;
}

void ModuleParser::parseAssignment()
{
    const Token token = peek();
    const Token next = peek(1);
    if (next.keyword == Keyword::Macro) {
        skipMacro();
    } else if (const auto macro = macroOf(next.keyword)) {
        parseMacro(*macro);
    } else if (next.keyword == Keyword::TextualConvention) {
        parseTypeAssignment();
    } else if (next.keyword == Keyword::Object && isKeyword(Keyword::Identifier, 2)) {
        ParsedDefinition definition;
        definition.name = takeSymbol();
        (void)take();
        (void)take();
        if (peek().kind == Token::Kind::Assign)
            (void)take();
        else
            expected("::=");
        const bool hasOid = parseOid(definition.oid);
        addDefinition(std::move(definition), hasOid);
    } else if (next.kind == Token::Kind::Assign && isMark('{', 2)) {
        // "foo ::= { bar 1 }": the type was forgotten.
        ParsedDefinition definition;
        definition.name = takeSymbol();
        (void)take();
        tell(DiagnosticId::ClauseMissing, Severity::Warning, token.offset,
             {text(token), "OBJECT IDENTIFIER"});
        const bool hasOid = parseOid(definition.oid);
        addDefinition(std::move(definition), hasOid);
    } else if (next.kind == Token::Kind::Assign && isUpper(text(token))) {
        parseTypeAssignment();
    } else if (next.kind == Token::Kind::Assign && startsBuiltInType(peek(2).keyword)) {
        // "fooEntry ::= SEQUENCE { ... }": meant as a type, written as an object.
        tell(DiagnosticId::LowerCaseType, Severity::Warning, token.offset, {text(token)});
        parseTypeAssignment();
    } else if (next.kind == Token::Kind::Name && peek(2).kind == Token::Kind::Assign) {
        skipToDefinition(); // a value of another type: nothing of the SMI
    } else {
        // "foo OBJCT-TYPE SYNTAX ...": say what is lost by it.
        const bool isMacro = next.kind == Token::Kind::Name && isClause(peek(2).keyword);
        (void)take();
        expected("a definition");
        if (isMacro)
            tell(DiagnosticId::DefinitionLost, Severity::Error, token.offset, {text(token)});
        if (peek().kind != Token::Kind::End && !isKeyword(Keyword::End) && !startsDefinition())
            skipToDefinition();
    }
}

void ModuleParser::addDefinition(ParsedDefinition &&definition, bool hasOid)
{
    if (!hasOid) {
        tell(DiagnosticId::DefinitionLost, Severity::Error, definition.name.offset,
             {definition.name.name});
        return;
    }
    m_module.definitions.push_back(std::move(definition));
}

void ModuleParser::parseMacro(Macro macro)
{
    ParsedDefinition definition;
    definition.macro = macro;
    definition.name = takeSymbol();
    (void)take();
    if (macro == Macro::ModuleIdentity)
        m_module.isSecondVersion = true;
    bool hasOid = false;
    while (true) {
        const Token token = peek();
        if (token.kind == Token::Kind::Assign) {
            (void)take();
            if (macro == Macro::TrapType) {
                parseTrapValue(definition);
                hasOid = definition.trap >= 0;
            } else {
                hasOid = parseOid(definition.oid);
            }
            break;
        }
        if (token.kind == Token::Kind::End || isKeyword(Keyword::End) || startsDefinition()) {
            expected("::=");
            break;
        }
        if (!parseClause(definition)) {
            if (!m_unknownTold)
                tell(DiagnosticId::UnknownClause, Severity::Warning, token.offset, {text(token)});
            m_unknownTold = true;
            (void)take();
        }
    }
    if (macro == Macro::ObjectType && !definition.hasSyntax)
        tell(DiagnosticId::ClauseMissing, Severity::Error, definition.name.offset,
             {definition.name.name, "SYNTAX"});
    if (macro == Macro::ObjectType && definition.access == Access::None)
        tell(DiagnosticId::ClauseMissing, Severity::Warning, definition.name.offset,
             {definition.name.name, m_module.isSecondVersion ? "MAX-ACCESS"sv : "ACCESS"sv});
    if (macro == Macro::TrapType && definition.oid.empty() && hasOid) {
        tell(DiagnosticId::ClauseMissing, Severity::Error, definition.name.offset,
             {definition.name.name, "ENTERPRISE"});
        hasOid = false;
    }
    addDefinition(std::move(definition), hasOid);
}

void ModuleParser::parseTypeAssignment()
{
    ParsedType type;
    type.name = takeSymbol();
    if (peek().kind == Token::Kind::Assign)
        (void)take();
    if (!isKeyword(Keyword::TextualConvention)) {
        type.syntax = parseType();
        if (type.syntax.base != Base::Unknown || !type.syntax.name.empty())
            m_module.types.push_back(std::move(type));
        else
            tell(DiagnosticId::DefinitionLost, Severity::Error, type.name.offset, {type.name.name});
        return;
    }
    (void)take();
    if (peek().kind == Token::Kind::Assign)
        (void)take(); // "Name TEXTUAL-CONVENTION ::= STATUS ..."
    type.isConvention = true;
    m_module.isSecondVersion = true;
    while (parseConventionClause(type)) {
    }
    if (type.syntax.base == Base::Unknown && type.syntax.name.empty()) {
        tell(DiagnosticId::ClauseMissing, Severity::Error, type.name.offset,
             {type.name.name, "SYNTAX"});
        return;
    }
    m_module.types.push_back(std::move(type));
}

} // namespace Portolan::Snmp::Smi
