// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace Portolan::Snmp::Smi {

// What the parser or the module graph has to say about a file: graded, with a place. It carries no
// wording; diagnosticText() makes the sentence from the id when it is shown, in the language of
// that moment. Plain values, any thread. Arguments are UTF-8 from the file: text, never markup.
enum class Severity : std::uint8_t {
    Info,    // worth knowing, nothing is lost
    Warning, // against the standard, but it is clear what was meant
    Error,   // something in the file could not be used
};

// The order is part of the cache's format: new ones at the end, and kTablesVersion goes up.
enum class DiagnosticId : std::uint16_t {
    // The file
    Unreadable, // system's reason
    TooLarge,   // limit in MB
    Empty,
    NotText, // what it is: "pdf", "zip", ...
    NoModule,
    Utf16Decoded,
    Utf16Broken,
    CharsetGuessed, // name
    // Words
    StrangeCharacter, // as shown
    StringNotClosed,
    QuoteInString,
    NumberTooLarge, // text
    BadBytes,       // 'xyz'H as written
    UnderscoreInName,
    // Structure
    LowerCaseModule, // name
    EndMissing,
    TextBehindEnd,
    Expected,     // what, found
    CommaMissing, // before which word
    CommaTooMany,
    SemicolonMissing,
    BraceMissing,
    DefinitionLost, // name
    ClauseMissing,  // definition, clause
    UnknownClause,  // word
    UnknownAccess,  // word
    UnknownStatus,  // word
    DefinedTwice,   // name, line of the first
    LimitReached,   // number, what there are too many of: a word of limitWord()
    MoreNotShown,   // number
    // Between modules
    ModuleMissing,       // module, symbols
    ModuleMissingFilled, // module, symbols, where they were found
    SymbolMissing,       // module, symbol
    SymbolMoved,         // module, symbol, module where it was found
    NotImported,         // symbol, module where it was found
    ImportCycle,         // modules
    ModuleTwice,         // module, file that is used, reason: a word of reasonText()
    ModuleTwiceSame,     // module, file that is used
    ParentUnknown,       // definition, parent
    OidCycle,            // definition
    OidTooLong,          // definition
    ArcInvalid,          // definition, number
    TypeUnknown,         // definition, type
    TypeCycle,           // type
    IndexUnknown,        // row, object
    AugmentsUnknown,     // row, row
    ObjectUnknown,       // notification or group, object
    OidShared,           // definition, other definition, OID
    NamedNumberTwice,    // definition, label or number
    RangeInvalid,        // definition
    HintInvalid,         // definition, hint
    LowerCaseType,       // name
    TypeCase,            // as written, as it should be
};

struct Diagnostic
{
    DiagnosticId id = DiagnosticId::Expected;
    Severity severity = Severity::Error;
    std::uint32_t line = 0; // from 1; 0 where it is about the whole file
    std::uint32_t column = 0;
    std::vector<std::string> arguments;
};

// One sentence in the current language.
[[nodiscard]] QString diagnosticText(DiagnosticId id, const std::vector<std::string> &arguments);
// Stable, for JSON and for tests: "module_missing".
[[nodiscard]] QString diagnosticName(DiagnosticId id);
// "info", "warning", "error".
[[nodiscard]] QString severityName(Severity severity);

} // namespace Portolan::Snmp::Smi
