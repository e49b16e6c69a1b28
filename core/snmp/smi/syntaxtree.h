// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/diagnostic.h"
#include "core/snmp/smi/kinds.h"
#include "core/snmp/smi/sourcetext.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Portolan::Snmp::Smi {

// A file of modules as it was read, before anything between modules is resolved. Names are views
// into ParsedFile::text, so a ParsedFile stays where it is made. Plain structs; one thread at a
// time.

struct Symbol
{
    std::string_view name;
    std::uint32_t offset = 0;
};

// A piece of ParsedFile::texts: descriptions and the like, without their indentation.
struct TextPiece
{
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

struct NamedNumber
{
    std::string_view name;
    std::int64_t number = 0;
};

struct NumberRange
{
    std::int64_t least = 0; // saturates at the ends of 64 bits
    std::int64_t most = 0;
};

// What stands behind SYNTAX or a type's ::=.
struct TypeSyntax
{
    Base base = Base::Unknown; // of a built-in type
    std::string_view module;   // of Module.Name
    std::string_view name;     // of a type that is defined somewhere; of the row for SequenceOf
    std::optional<std::uint8_t> application; // [APPLICATION n]
    bool isSize = false;                     // the ranges are lengths
    std::vector<NamedNumber> names;
    std::vector<NumberRange> ranges;
    std::uint32_t offset = 0;
};

struct OidPart
{
    std::string_view module; // of Module.name
    std::string_view name;   // may be empty
    std::optional<std::int64_t> number;
    std::uint32_t offset = 0;
};

struct IndexPart
{
    Symbol object; // empty where an SMIv1 module gives a type
    bool implied = false;
    TypeSyntax type;
};

// An assignment of an OID: every macro, and OBJECT IDENTIFIER.
struct ParsedDefinition
{
    enum class Macro : std::uint8_t {
        ObjectIdentifier,
        ObjectType,
        ModuleIdentity,
        ObjectIdentity,
        NotificationType,
        TrapType,
        ObjectGroup,
        NotificationGroup,
        ModuleCompliance,
        AgentCapabilities,
    };

    Macro macro = Macro::ObjectIdentifier;
    Access access = Access::None;
    Status status = Status::None;
    bool hasSyntax = false;
    Symbol name;
    TypeSyntax syntax;
    TextPiece description;
    TextPiece reference;
    TextPiece units;
    TextPiece defaultValue; // as it was written between the braces
    std::vector<IndexPart> index;
    Symbol augments;
    std::vector<Symbol> objects; // of a notification, trap or group
    std::vector<OidPart> oid;    // of a trap: its enterprise
    std::int64_t trap = -1;      // its number
};

struct ParsedType
{
    Symbol name;
    TypeSyntax syntax;
    bool isConvention = false; // TEXTUAL-CONVENTION
    Status status = Status::None;
    TextPiece hint;
    TextPiece description;
    TextPiece reference;
};

struct Import
{
    Symbol module;
    std::vector<Symbol> symbols;
};

struct ParsedModule
{
    Symbol name;
    bool isSecondVersion = false; // SMIv2
    bool isComplete = false;      // its END was there, or nothing but that is missing
    std::vector<Import> imports;
    std::vector<ParsedDefinition> definitions;
    std::vector<ParsedType> types;
    TextPiece lastUpdated; // YYYYMMDDHHMMZ, as it was written
    TextPiece organization;
    TextPiece contact;
    TextPiece description;
    std::vector<Diagnostic> diagnostics;
    std::uint32_t errors = 0; // of the parser

    [[nodiscard]] bool isUsable() const { return !definitions.empty() || !types.empty(); }
};

struct ParsedFile
{
    std::string path;
    std::string text;
    std::string texts;
    LineIndex lines;
    std::vector<Diagnostic> diagnostics; // what belongs to no module
    std::vector<ParsedModule> modules;

    [[nodiscard]] std::string_view piece(TextPiece piece) const
    {
        return std::string_view(texts).substr(piece.offset, piece.size);
    }
};

} // namespace Portolan::Snmp::Smi
