// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/lexer.h"
#include "core/snmp/smi/sourcetext.h"
#include "core/snmp/smi/syntaxtree.h"

#include <array>
#include <initializer_list>
#include <unordered_set>

namespace Portolan::Snmp::Smi {

// The macro that a word begins, such as OBJECT-TYPE.
[[nodiscard]] std::optional<ParsedDefinition::Macro> macroOf(Keyword keyword);
// Words that begin a clause of a macro, or end a list of them.
[[nodiscard]] bool isClause(Keyword keyword);

// Reads one module of a file, from behind its BEGIN to its END. Used by parseFile() alone. The
// grammar stands in moduleparser.cpp (the module), clauseparser.cpp (what its macros hold),
// syntaxparser.cpp (types, OIDs and lists) and textparser.cpp (what stands in quotes).
class ModuleParser
{
public:
    ModuleParser(ParsedFile &file, ParsedModule &module, std::size_t begin);

    // The offset behind the module.
    [[nodiscard]] std::size_t parse();

private:
    using Macro = ParsedDefinition::Macro;

    // Words
    const Token &peek(std::size_t ahead = 0);
    Token take();
    void seek(std::size_t offset);
    [[nodiscard]] std::string_view text(const Token &token) const { return m_lexer.text(token); }
    [[nodiscard]] bool isMark(char mark, std::size_t ahead = 0);
    [[nodiscard]] bool isKeyword(Keyword keyword, std::size_t ahead = 0);
    bool takeMark(char mark);
    Symbol takeSymbol();

    // Complaints
    void tell(DiagnosticId id, Severity severity, std::size_t offset,
              std::initializer_list<std::string_view> arguments = {});
    // But found what comes next.
    void expected(std::string_view what, Severity severity = Severity::Error);
    void limited(std::size_t most, std::string_view what);

    // The module
    void parseImports();
    void parseExports();
    void skipMacro();
    void parseAssignment();
    void parseMacro(Macro macro);
    void parseTypeAssignment();
    void skipToDefinition();
    [[nodiscard]] bool startsDefinition();
    [[nodiscard]] bool startsModule();
    [[nodiscard]] bool startsImport();
    [[nodiscard]] bool endsImports();
    void addDefinition(ParsedDefinition &&definition, bool hasOid);

    // Clauses; true where the word was one
    bool parseClause(ParsedDefinition &definition);
    bool parseObjectClause(ParsedDefinition &definition, Keyword clause);
    bool parseListClause(ParsedDefinition &definition, Keyword clause);
    void parseIdentityClause(Keyword clause);
    bool parseConventionClause(ParsedType &type);
    Access takeAccess();
    Status takeStatus();
    void takeTextInto(TextPiece &piece);
    TextPiece takeText();
    std::size_t endOfText(const Token &token);
    [[nodiscard]] bool isPlausibleBehindText(std::size_t offset);
    TextPiece keep(std::string_view content);

    // syntaxparser.cpp
    TypeSyntax parseType();
    bool parseBuiltIn(TypeSyntax &type);
    void parseTag(TypeSyntax &type);
    void parseConstraint(TypeSyntax &type);
    void parseNamedNumbers(TypeSyntax &type);
    bool takeNamedNumber(TypeSyntax &type);
    std::optional<std::int64_t> takeNumber();
    void skipBraces();
    void parseIndex(std::vector<IndexPart> &index);
    void parseNames(std::vector<Symbol> &names);
    TextPiece parseDefaultValue();
    bool parseOid(std::vector<OidPart> &oid);
    void parseTrapValue(ParsedDefinition &definition);
    [[nodiscard]] bool endsList();

    ParsedFile &m_file;
    ParsedModule &m_module;
    Lexer m_lexer;
    std::array<Token, 4> m_ahead{};
    std::size_t m_waiting = 0;
    std::size_t m_last = 0; // the end of the word that was taken last
    std::array<std::uint32_t, 3> m_told{};
    std::unordered_set<std::string_view> m_underscores; // names that were told of
    bool m_unknownTold = false; // one complaint about strange words a definition is enough
};

} // namespace Portolan::Snmp::Smi
