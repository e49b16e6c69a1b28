// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleparser.h"

#include <algorithm>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;
using Macro = ParsedDefinition::Macro;

} // namespace

std::optional<ParsedDefinition::Macro> macroOf(Keyword keyword)
{
    switch (keyword) {
    case Keyword::ObjectType:
        return Macro::ObjectType;
    case Keyword::ModuleIdentity:
        return Macro::ModuleIdentity;
    case Keyword::ObjectIdentity:
        return Macro::ObjectIdentity;
    case Keyword::NotificationType:
        return Macro::NotificationType;
    case Keyword::TrapType:
        return Macro::TrapType;
    case Keyword::ObjectGroup:
        return Macro::ObjectGroup;
    case Keyword::NotificationGroup:
        return Macro::NotificationGroup;
    case Keyword::ModuleCompliance:
        return Macro::ModuleCompliance;
    case Keyword::AgentCapabilities:
        return Macro::AgentCapabilities;
    default:
        return std::nullopt;
    }
}

// Words that begin a clause, or end a list of them.
bool isClause(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Access:
    case Keyword::Augments:
    case Keyword::ContactInfo:
    case Keyword::CreationRequires:
    case Keyword::DefVal:
    case Keyword::Description:
    case Keyword::DisplayHint:
    case Keyword::End:
    case Keyword::Enterprise:
    case Keyword::Group:
    case Keyword::Includes:
    case Keyword::Index:
    case Keyword::LastUpdated:
    case Keyword::MandatoryGroups:
    case Keyword::MaxAccess:
    case Keyword::MinAccess:
    case Keyword::Module:
    case Keyword::Notifications:
    case Keyword::Object:
    case Keyword::Objects:
    case Keyword::Organization:
    case Keyword::PibAccess:
    case Keyword::PibIndex:
    case Keyword::PibMinAccess:
    case Keyword::ProductRelease:
    case Keyword::Reference:
    case Keyword::Revision:
    case Keyword::Status:
    case Keyword::Supports:
    case Keyword::Syntax:
    case Keyword::UniqueNess:
    case Keyword::Units:
    case Keyword::Variables:
    case Keyword::Variation:
    case Keyword::WriteSyntax:
        return true;
    default:
        return false;
    }
}

bool ModuleParser::parseClause(ParsedDefinition &definition)
{
    const Keyword clause = peek().keyword;
    switch (clause) {
    case Keyword::Description:
        (void)take();
        if (definition.macro == Macro::ModuleIdentity && m_module.description.size == 0) {
            m_module.description = takeText();
            definition.description = m_module.description;
        } else {
            takeTextInto(definition.description);
        }
        return true;
    case Keyword::Reference:
        (void)take();
        takeTextInto(definition.reference);
        return true;
    case Keyword::Status:
        (void)take();
        if (const Status status = takeStatus(); definition.status == Status::None)
            definition.status = status;
        return true;
    case Keyword::LastUpdated:
    case Keyword::Organization:
    case Keyword::ContactInfo:
    case Keyword::Revision:
    case Keyword::ProductRelease:
        (void)take();
        parseIdentityClause(clause);
        return true;
    default:
        return parseObjectClause(definition, clause) || parseListClause(definition, clause);
    }
}

void ModuleParser::parseIdentityClause(Keyword clause)
{
    const TextPiece piece = takeText();
    if (clause == Keyword::LastUpdated)
        m_module.lastUpdated = piece;
    else if (clause == Keyword::Organization)
        m_module.organization = piece;
    else if (clause == Keyword::ContactInfo)
        m_module.contact = piece;
}

bool ModuleParser::parseObjectClause(ParsedDefinition &definition, Keyword clause)
{
    switch (clause) {
    case Keyword::Syntax:
    case Keyword::WriteSyntax: {
        (void)take();
        TypeSyntax type = parseType();
        // A compliance statement refines other objects' syntax; only an object has its own.
        if (definition.macro == Macro::ObjectType && !definition.hasSyntax) {
            definition.syntax = std::move(type);
            definition.hasSyntax = true;
        }
        return true;
    }
    case Keyword::Access:
    case Keyword::MaxAccess:
    case Keyword::MinAccess:
    case Keyword::PibAccess:
    case Keyword::PibMinAccess: {
        (void)take();
        const Access access = takeAccess();
        if (definition.macro == Macro::ObjectType && definition.access == Access::None)
            definition.access = access;
        return true;
    }
    case Keyword::Units:
        (void)take();
        takeTextInto(definition.units);
        return true;
    case Keyword::DefVal: {
        (void)take();
        const TextPiece piece = parseDefaultValue();
        if (definition.defaultValue.size == 0 && definition.macro == Macro::ObjectType)
            definition.defaultValue = piece;
        return true;
    }
    case Keyword::Index:
    case Keyword::PibIndex:
        (void)take();
        parseIndex(definition.index);
        return true;
    case Keyword::Augments: {
        (void)take();
        std::vector<Symbol> rows;
        parseNames(rows);
        if (!rows.empty())
            definition.augments = rows.front();
        return true;
    }
    case Keyword::Enterprise:
        (void)take();
        if (isMark('{')) {
            (void)parseOid(definition.oid);
        } else if (peek().kind == Token::Kind::Name) {
            const Symbol name = takeSymbol();
            definition.oid.push_back({{}, name.name, {}, name.offset});
        } else {
            expected("the name of an enterprise");
        }
        return true;
    case Keyword::UniqueNess: {
        (void)take();
        std::vector<Symbol> names;
        parseNames(names);
        return true;
    }
    default:
        return false;
    }
}

bool ModuleParser::parseListClause(ParsedDefinition &definition, Keyword clause)
{
    switch (clause) {
    case Keyword::Objects:
    case Keyword::Variables:
    case Keyword::Notifications:
    case Keyword::MandatoryGroups:
        (void)take();
        parseNames(definition.objects);
        return true;
    case Keyword::Includes:
    case Keyword::CreationRequires: {
        (void)take();
        std::vector<Symbol> names;
        parseNames(names);
        return true;
    }
    case Keyword::Group:
        (void)take();
        if (peek().kind == Token::Kind::Name)
            definition.objects.push_back(takeSymbol());
        return true;
    case Keyword::Object:
    case Keyword::Variation:
    case Keyword::Supports:
        (void)take();
        if (peek().kind == Token::Kind::Name && !isClause(peek().keyword))
            (void)take();
        return true;
    case Keyword::Module:
        (void)take();
        if (peek().kind == Token::Kind::Name && !isClause(peek().keyword)) {
            (void)take();
            if (isMark('{'))
                skipBraces();
        }
        return true;
    default:
        return false;
    }
}

Access ModuleParser::takeAccess()
{
    struct Word
    {
        std::string_view word;
        Access access;
    };
    static constexpr std::array kAccess = {
        Word{"read-only", Access::ReadOnly},
        Word{"read-write", Access::ReadWrite},
        Word{"not-accessible", Access::NotAccessible},
        Word{"read-create", Access::ReadCreate},
        Word{"accessible-for-notify", Access::AccessibleForNotify},
        Word{"write-only", Access::WriteOnly},
        Word{"not-implemented", Access::NotImplemented},
        // Of policy modules (RFC 3159): they say who writes, not who reads.
        Word{"install", Access::ReadWrite},
        Word{"install-notify", Access::ReadWrite},
        Word{"notify", Access::AccessibleForNotify},
        Word{"report-only", Access::ReadOnly},
    };
    if (peek().kind != Token::Kind::Name || isClause(peek().keyword)) {
        expected("an access");
        return Access::None;
    }
    const Token token = take();
    std::string word(text(token));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) {
        return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const Word &each : kAccess)
        if (each.word == word)
            return each.access;
    if (word == "readonly" || word == "read")
        return Access::ReadOnly;
    if (word == "readwrite" || word == "write")
        return Access::ReadWrite;
    tell(DiagnosticId::UnknownAccess, Severity::Warning, token.offset, {text(token)});
    return Access::None;
}

Status ModuleParser::takeStatus()
{
    if (peek().kind != Token::Kind::Name || isClause(peek().keyword)) {
        expected("a status");
        return Status::None;
    }
    const Token token = take();
    std::string word(text(token));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (word == "current")
        return Status::Current;
    if (word == "deprecated")
        return Status::Deprecated;
    if (word == "obsolete")
        return Status::Obsolete;
    if (word == "mandatory")
        return Status::Mandatory;
    if (word == "optional")
        return Status::Optional;
    tell(DiagnosticId::UnknownStatus, Severity::Warning, token.offset, {text(token)});
    return Status::None;
}

bool ModuleParser::parseConventionClause(ParsedType &type)
{
    const Token token = peek();
    switch (token.keyword) {
    case Keyword::DisplayHint:
        (void)take();
        takeTextInto(type.hint);
        return true;
    case Keyword::Status:
        (void)take();
        type.status = takeStatus();
        return true;
    case Keyword::Description:
        (void)take();
        takeTextInto(type.description);
        return true;
    case Keyword::Reference:
        (void)take();
        takeTextInto(type.reference);
        return true;
    case Keyword::Syntax:
        (void)take();
        type.syntax = parseType();
        return true;
    default:
        break;
    }
    if (token.kind == Token::Kind::End || isKeyword(Keyword::End) || startsDefinition())
        return false;
    const bool hasSyntax = type.syntax.base != Base::Unknown || !type.syntax.name.empty();
    if (hasSyntax && token.kind == Token::Kind::Name)
        return false;
    if (!m_unknownTold)
        tell(DiagnosticId::UnknownClause, Severity::Warning, token.offset, {text(token)});
    m_unknownTold = true;
    (void)take();
    return true;
}

} // namespace Portolan::Snmp::Smi
