// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/diagnostic.h"

#include <QCoreApplication>

#include <array>

namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

// What a file is that is no text: the argument of NotText.
QString notTextSentence(const QString &what)
{
    if (what == QLatin1String("html"))
        return Words::tr("This is a web page, not a MIB. Download the file itself, not the page "
                         "that shows it.");
    if (what == QLatin1String("xml"))
        return Words::tr("This is an XML file, not a MIB.");
    if (what == QLatin1String("pdf"))
        return Words::tr("This is a PDF document, not a MIB.");
    if (what == QLatin1String("rtf") || what == QLatin1String("office"))
        return Words::tr("This is a document of a word processor. Save it as plain text.");
    if (what == QLatin1String("postscript"))
        return Words::tr("This is a PostScript document, not a MIB.");
    if (what == QLatin1String("program"))
        return Words::tr("This is a program, not a MIB.");
    if (what == QLatin1String("script"))
        return Words::tr("This is a script, not a MIB.");
    if (what == QLatin1String("image"))
        return Words::tr("This is an image, not a MIB.");
    if (what == QLatin1String("binary"))
        return Words::tr("This is a binary file, not a MIB.");
    return Words::tr("This is a compressed file (%1). Unpack it first.").arg(what);
}

// What the parser looked for: the first argument of Expected. Signs and words of the SMI stay as
// they are.
QString expectedText(const QString &what)
{
    struct Phrase
    {
        const char *id;
        QString text;
    };
    const std::array phrases = {
        Phrase{"a definition", Words::tr("a definition")},
        Phrase{"a type", Words::tr("a type")},
        Phrase{"a name", Words::tr("a name")},
        Phrase{"a number", Words::tr("a number")},
        Phrase{"a number in parentheses", Words::tr("a number in parentheses")},
        Phrase{"a name or a number", Words::tr("a name or a number")},
        Phrase{"a text in quotes", Words::tr("a text in quotes")},
        Phrase{"an access", Words::tr("an access (such as read-only)")},
        Phrase{"a status", Words::tr("a status (such as current)")},
        Phrase{"the name of a module", Words::tr("the name of a module")},
        Phrase{"the name of an object", Words::tr("the name of an object")},
        Phrase{"the name of an enterprise", Words::tr("the name of an enterprise")},
        Phrase{"the type of a row", Words::tr("the type of a row")},
        Phrase{"FROM or ;", Words::tr("FROM or a semicolon")},
        Phrase{"{ or OF", Words::tr("{ or OF")},
    };
    for (const Phrase &each : phrases)
        if (what == QLatin1String(each.id))
            return each.text;
    return what;
}

// What there are too many of: the second argument of LimitReached.
QString limitSentence(const QString &number, const QString &what)
{
    if (what == QLatin1String("modules"))
        return Words::tr("The file has more than %1 modules; the others are left out.").arg(number);
    if (what == QLatin1String("definitions"))
        return Words::tr("The module has more than %1 definitions; the others are left out.")
            .arg(number);
    if (what == QLatin1String("parentheses"))
        return Words::tr("Parentheses are nested deeper than %1.").arg(number);
    if (what == QLatin1String("numbers"))
        return Words::tr("An OID has more than %1 numbers.").arg(number);
    return Words::tr("The list has more than %1 entries; the others are left out.").arg(number);
}

// Why another file is used: the third argument of ModuleTwice.
QString reasonSentence(const QString &module, const QString &file, const QString &reason)
{
    if (reason == QLatin1String("errors"))
        return Words::tr("The module %1 is used from %2, which has fewer errors.")
            .arg(module, file);
    if (reason == QLatin1String("newer"))
        return Words::tr("The module %1 is used from %2, which is of a later date.")
            .arg(module, file);
    if (reason == QLatin1String("own"))
        return Words::tr("The module %1 is used from %2: a file of yours comes before a bundled "
                         "one.")
            .arg(module, file);
    if (reason == QLatin1String("larger"))
        return Words::tr("The module %1 is used from %2, which defines more.").arg(module, file);
    return Words::tr("The module %1 is used from %2, which comes first.").arg(module, file);
}

QString fileSentence(DiagnosticId id, const QString &first)
{
    switch (id) {
    case DiagnosticId::Unreadable:
        return Words::tr("The file cannot be read: %1").arg(first);
    case DiagnosticId::TooLarge:
        return Words::tr("The file is larger than %1 MB, more than any module has.").arg(first);
    case DiagnosticId::Empty:
        return Words::tr("The file is empty.");
    case DiagnosticId::NotText:
        return notTextSentence(first);
    case DiagnosticId::NoModule:
        return Words::tr("There is no module in this text: no line says NAME DEFINITIONS ::= "
                         "BEGIN.");
    case DiagnosticId::Utf16Decoded:
        return Words::tr("The file is UTF-16 and was read as such; other programs may refuse it.");
    case DiagnosticId::Utf16Broken:
        return Words::tr("The file begins as UTF-16 but is none throughout.");
    case DiagnosticId::CharsetGuessed:
        return Words::tr("Texts in the file are not UTF-8 and were read as %1.").arg(first);
    case DiagnosticId::LowerCaseModule:
        return Words::tr("The name of the module %1 should begin with a capital letter.")
            .arg(first);
    case DiagnosticId::EndMissing:
        return Words::tr("END is missing behind the module %1; the file may be cut off.")
            .arg(first);
    case DiagnosticId::TextBehindEnd:
        return Words::tr("What stands behind the last END is left out.");
    case DiagnosticId::MoreNotShown:
        return Words::tr("%n more of this kind are not shown.", nullptr, first.toInt());
    default:
        return {};
    }
}

QString syntaxSentence(DiagnosticId id, const QString &first, const QString &second)
{
    switch (id) {
    case DiagnosticId::StrangeCharacter:
        return Words::tr("“%1” is not a name as the SMI has them.").arg(first);
    case DiagnosticId::StringNotClosed:
        return Words::tr("The closing quote of this text is missing.");
    case DiagnosticId::QuoteInString:
        return Words::tr("There is a quote inside of this text; the standard writes it twice.");
    case DiagnosticId::NumberTooLarge:
        return Words::tr("The number %1 is too large.").arg(first);
    case DiagnosticId::BadBytes:
        return Words::tr("%1 is no hexadecimal or binary number.").arg(first);
    case DiagnosticId::UnderscoreInName:
        return Words::tr("The name %1 has an underscore, which the standard does not allow.")
            .arg(first);
    case DiagnosticId::Expected:
        return second.isEmpty()
                   ? Words::tr("Expected: %1. Found: the end of the file.").arg(expectedText(first))
                   : Words::tr("Expected: %1. Found: %2").arg(expectedText(first), second);
    case DiagnosticId::CommaMissing:
        return Words::tr("A comma is missing before %1.").arg(first);
    case DiagnosticId::CommaTooMany:
        return Words::tr("There is a comma too many.");
    case DiagnosticId::SemicolonMissing:
        return Words::tr("A semicolon is missing behind the imports.");
    case DiagnosticId::BraceMissing:
        return Words::tr("“%1” is missing.").arg(first);
    case DiagnosticId::DefinitionLost:
        return Words::tr("The definition of %1 could not be read and is left out.").arg(first);
    case DiagnosticId::ClauseMissing:
        return Words::tr("The definition of %1 has no %2.").arg(first, second);
    case DiagnosticId::UnknownClause:
        return Words::tr("%1 is not expected here and is passed over.").arg(first);
    case DiagnosticId::UnknownAccess:
        return Words::tr("%1 is no access that the SMI knows.").arg(first);
    case DiagnosticId::UnknownStatus:
        return Words::tr("%1 is no status that the SMI knows.").arg(first);
    case DiagnosticId::DefinedTwice:
        return Words::tr("%1 is defined twice; the definition in line %2 is used.")
            .arg(first, second);
    case DiagnosticId::LimitReached:
        return limitSentence(first, second);
    default:
        return {};
    }
}

QString moduleSentence(DiagnosticId id, const QString &first, const QString &second,
                       const QString &third)
{
    switch (id) {
    case DiagnosticId::ModuleMissing:
        return Words::tr("The module %1 is not there. It is needed for: %2").arg(first, second);
    case DiagnosticId::ModuleMissingFilled:
        return Words::tr("The module %1 is not there; what it is needed for (%2) was taken from "
                         "%3.")
            .arg(first, second, third);
    case DiagnosticId::SymbolMissing:
        return Words::tr("The module %1 does not define %2.").arg(first, second);
    case DiagnosticId::SymbolMoved:
        return Words::tr("The module %1 does not define %2; it was taken from %3.")
            .arg(first, second, third);
    case DiagnosticId::NotImported:
        return Words::tr("%1 is used but not imported; it was taken from %2.").arg(first, second);
    case DiagnosticId::ImportCycle:
        return Words::tr("Modules import each other in a circle: %1").arg(first);
    case DiagnosticId::ModuleTwice:
        return reasonSentence(first, second, third);
    case DiagnosticId::ModuleTwiceSame:
        return Words::tr("The module %1 is the same as in %2, which is used.").arg(first, second);
    default:
        return {};
    }
}

QString linkSentence(DiagnosticId id, const QString &first, const QString &second,
                     const QString &third)
{
    switch (id) {
    case DiagnosticId::ParentUnknown:
        return Words::tr("%1 has no place in the tree: %2 is not defined anywhere.")
            .arg(first, second);
    case DiagnosticId::OidCycle:
        return Words::tr("%1 has no place in the tree: its OID depends on itself.").arg(first);
    case DiagnosticId::OidTooLong:
        return Words::tr("The OID of %1 has more than 128 numbers.").arg(first);
    case DiagnosticId::ArcInvalid:
        return Words::tr("%2 cannot stand in the OID of %1.").arg(first, second);
    case DiagnosticId::TypeUnknown:
        return Words::tr("The type %2 of %1 is not defined anywhere.").arg(first, second);
    case DiagnosticId::TypeCycle:
        return Words::tr("The type %1 is defined by itself.").arg(first);
    case DiagnosticId::IndexUnknown:
        return Words::tr("The object %2 in the INDEX of %1 is not defined anywhere.")
            .arg(first, second);
    case DiagnosticId::AugmentsUnknown:
        return Words::tr("The row %2 that %1 augments is not defined anywhere.").arg(first, second);
    case DiagnosticId::ObjectUnknown:
        return Words::tr("The object %2 of %1 is not defined anywhere.").arg(first, second);
    case DiagnosticId::OidShared:
        return Words::tr("%1 has the same OID as %2: %3").arg(first, second, third);
    case DiagnosticId::NamedNumberTwice:
        return Words::tr("%2 stands twice in the list of %1.").arg(first, second);
    case DiagnosticId::RangeInvalid:
        return Words::tr("The range of %1 is upside down.").arg(first);
    case DiagnosticId::LowerCaseType:
        return Words::tr("The name of the type %1 should begin with a capital letter.").arg(first);
    case DiagnosticId::TypeCase:
        return Words::tr("The type %1 is written %2.").arg(first, second);
    case DiagnosticId::HintInvalid:
        return Words::tr("The DISPLAY-HINT of %1 cannot be used: %2").arg(first, second);
    default:
        return {};
    }
}

} // namespace

QString diagnosticText(DiagnosticId id, const std::vector<std::string> &arguments)
{
    const auto argument = [&arguments](std::size_t index) {
        return index < arguments.size() ? QString::fromStdString(arguments[index]) : QString();
    };
    const QString first = argument(0);
    const QString second = argument(1);
    const QString third = argument(2);
    for (const QString &sentence :
         {fileSentence(id, first), syntaxSentence(id, first, second),
          moduleSentence(id, first, second, third), linkSentence(id, first, second, third)})
        if (!sentence.isEmpty())
            return sentence;
    return diagnosticName(id);
}

QString diagnosticName(DiagnosticId id)
{
    switch (id) {
    case DiagnosticId::Unreadable:
        return QStringLiteral("unreadable");
    case DiagnosticId::TooLarge:
        return QStringLiteral("too_large");
    case DiagnosticId::Empty:
        return QStringLiteral("empty");
    case DiagnosticId::NotText:
        return QStringLiteral("not_text");
    case DiagnosticId::NoModule:
        return QStringLiteral("no_module");
    case DiagnosticId::Utf16Decoded:
        return QStringLiteral("utf16_decoded");
    case DiagnosticId::Utf16Broken:
        return QStringLiteral("utf16_broken");
    case DiagnosticId::CharsetGuessed:
        return QStringLiteral("charset_guessed");
    case DiagnosticId::StrangeCharacter:
        return QStringLiteral("strange_character");
    case DiagnosticId::StringNotClosed:
        return QStringLiteral("string_not_closed");
    case DiagnosticId::QuoteInString:
        return QStringLiteral("quote_in_string");
    case DiagnosticId::NumberTooLarge:
        return QStringLiteral("number_too_large");
    case DiagnosticId::BadBytes:
        return QStringLiteral("bad_bytes");
    case DiagnosticId::UnderscoreInName:
        return QStringLiteral("underscore_in_name");
    case DiagnosticId::LowerCaseModule:
        return QStringLiteral("lower_case_module");
    case DiagnosticId::EndMissing:
        return QStringLiteral("end_missing");
    case DiagnosticId::TextBehindEnd:
        return QStringLiteral("text_behind_end");
    case DiagnosticId::Expected:
        return QStringLiteral("expected");
    case DiagnosticId::CommaMissing:
        return QStringLiteral("comma_missing");
    case DiagnosticId::CommaTooMany:
        return QStringLiteral("comma_too_many");
    case DiagnosticId::SemicolonMissing:
        return QStringLiteral("semicolon_missing");
    case DiagnosticId::BraceMissing:
        return QStringLiteral("brace_missing");
    case DiagnosticId::DefinitionLost:
        return QStringLiteral("definition_lost");
    case DiagnosticId::ClauseMissing:
        return QStringLiteral("clause_missing");
    case DiagnosticId::UnknownClause:
        return QStringLiteral("unknown_clause");
    case DiagnosticId::UnknownAccess:
        return QStringLiteral("unknown_access");
    case DiagnosticId::UnknownStatus:
        return QStringLiteral("unknown_status");
    case DiagnosticId::DefinedTwice:
        return QStringLiteral("defined_twice");
    case DiagnosticId::LimitReached:
        return QStringLiteral("limit_reached");
    case DiagnosticId::MoreNotShown:
        return QStringLiteral("more_not_shown");
    case DiagnosticId::ModuleMissing:
        return QStringLiteral("module_missing");
    case DiagnosticId::ModuleMissingFilled:
        return QStringLiteral("module_missing_filled");
    case DiagnosticId::SymbolMissing:
        return QStringLiteral("symbol_missing");
    case DiagnosticId::SymbolMoved:
        return QStringLiteral("symbol_moved");
    case DiagnosticId::NotImported:
        return QStringLiteral("not_imported");
    case DiagnosticId::ImportCycle:
        return QStringLiteral("import_cycle");
    case DiagnosticId::ModuleTwice:
        return QStringLiteral("module_twice");
    case DiagnosticId::ModuleTwiceSame:
        return QStringLiteral("module_twice_same");
    case DiagnosticId::ParentUnknown:
        return QStringLiteral("parent_unknown");
    case DiagnosticId::OidCycle:
        return QStringLiteral("oid_cycle");
    case DiagnosticId::OidTooLong:
        return QStringLiteral("oid_too_long");
    case DiagnosticId::ArcInvalid:
        return QStringLiteral("arc_invalid");
    case DiagnosticId::TypeUnknown:
        return QStringLiteral("type_unknown");
    case DiagnosticId::TypeCycle:
        return QStringLiteral("type_cycle");
    case DiagnosticId::IndexUnknown:
        return QStringLiteral("index_unknown");
    case DiagnosticId::AugmentsUnknown:
        return QStringLiteral("augments_unknown");
    case DiagnosticId::ObjectUnknown:
        return QStringLiteral("object_unknown");
    case DiagnosticId::OidShared:
        return QStringLiteral("oid_shared");
    case DiagnosticId::NamedNumberTwice:
        return QStringLiteral("named_number_twice");
    case DiagnosticId::RangeInvalid:
        return QStringLiteral("range_invalid");
    case DiagnosticId::HintInvalid:
        return QStringLiteral("hint_invalid");
    case DiagnosticId::LowerCaseType:
        return QStringLiteral("lower_case_type");
    case DiagnosticId::TypeCase:
        return QStringLiteral("type_case");
    }
    return {};
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

} // namespace Portolan::Snmp::Smi
