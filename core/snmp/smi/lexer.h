// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace Portolan::Snmp::Smi {

// Words of the SMI that the parser decides by. Type names that the standard reserves (INTEGER,
// OCTET, ...) are among them, names that modules define (DisplayString) are not.
enum class Keyword : std::uint8_t {
    None,
    Access,
    AgentCapabilities,
    Any,
    Application,
    Augments,
    Begin,
    Bits,
    Choice,
    ContactInfo,
    CreationRequires,
    DefVal,
    Definitions,
    Description,
    DisplayHint,
    End,
    Enterprise,
    Explicit,
    Exports,
    From,
    Group,
    Identifier,
    Implicit,
    Implied,
    Imports,
    Includes,
    Index,
    Integer,
    LastUpdated,
    Macro,
    MandatoryGroups,
    Max,
    MaxAccess,
    Min,
    MinAccess,
    Module,
    ModuleCompliance,
    ModuleIdentity,
    NotificationGroup,
    NotificationType,
    Notifications,
    Null,
    Object,
    ObjectGroup,
    ObjectIdentity,
    ObjectType,
    Objects,
    Octet,
    Of,
    Organization,
    PibAccess,
    PibDefinitions,
    PibIndex,
    PibMinAccess,
    ProductRelease,
    Reference,
    Revision,
    Sequence,
    Size,
    Status,
    String,
    Supports,
    Syntax,
    TextualConvention,
    TrapType,
    UniqueNess,
    Units,
    Universal,
    Variables,
    Variation,
    WriteSyntax,
};

// A word of the text: a view by offset, so that a token costs nothing to make and any place can be
// read again.
struct Token
{
    enum class Kind : std::uint8_t {
        End,     // of the text
        Name,    // letters, digits, - and _; a keyword too
        Number,  // digits
        Text,    // "..." with its quotes
        Bytes,   // 'FF'H or '01'B as written
        Assign,  // ::=
        Range,   // ..
        Mark,    // one of { } ( ) [ ] , ; . | - : < >
        Strange, // a character that the SMI does not have
    };

    Kind kind = Kind::End;
    Keyword keyword = Keyword::None;
    bool underscore = false; // a name with one
    bool closed = true;      // a text that has its second quote
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

// Splits the text of a module into words. Blanks and comments are left out. A comment ends with its
// line or with a second "--" (X.680, section 11.6.3), but only where what follows reads like a
// definition: people decorate comments with dashes. Never fails, never recurses, never looks at a
// byte more than a few times. One thread; the text outlives it.
class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    [[nodiscard]] Token next();
    // Reads on from there.
    void seek(std::size_t offset) { m_at = offset; }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::string_view text(const Token &token) const
    {
        return m_text.substr(token.offset, token.size);
    }
    [[nodiscard]] std::string_view source() const { return m_text; }

private:
    void skipBlanks();
    void skipComment();
    [[nodiscard]] Token make(Token::Kind kind, std::size_t size);
    [[nodiscard]] Token name();
    [[nodiscard]] Token number();
    [[nodiscard]] Token string();
    [[nodiscard]] Token quotedBytes();

    std::string_view m_text;
    std::size_t m_at = 0;
};

[[nodiscard]] Keyword keywordOf(std::string_view word);

} // namespace Portolan::Snmp::Smi
