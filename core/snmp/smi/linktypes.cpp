// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/displayhint.h"
#include "core/snmp/smi/modulelinker.h"
#include "core/snmp/smi/sourcetext.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

constexpr int kDeepest = 64; // types that refine types

struct BuiltIn
{
    std::string_view name;
    Base base;
    bool always; // even where a module defines a type of this name
};
// RFC 2578, section 7.1, and RFC 1155, section 3.2.3. The names belong to the SMI, whoever else
// defines them.
constexpr std::array kBuiltIn = {
    BuiltIn{"Integer32", Base::Integer32, true},
    BuiltIn{"Counter32", Base::Counter32, true},
    BuiltIn{"Counter64", Base::Counter64, true},
    BuiltIn{"Gauge32", Base::Gauge32, true},
    BuiltIn{"Unsigned32", Base::Unsigned32, true},
    BuiltIn{"TimeTicks", Base::TimeTicks, true},
    BuiltIn{"IpAddress", Base::IpAddress, true},
    BuiltIn{"Opaque", Base::Opaque, true},
    BuiltIn{"NetworkAddress", Base::IpAddress, true},
    BuiltIn{"Counter", Base::Counter32, false},
    BuiltIn{"Gauge", Base::Gauge32, false},
    BuiltIn{"UInteger32", Base::Unsigned32, false},
    BuiltIn{"Integer64", Base::Integer64, false},
    BuiltIn{"Unsigned64", Base::Unsigned64, false},
    BuiltIn{"ObjectName", Base::ObjectIdentifier, false},
    BuiltIn{"NsapAddress", Base::OctetString, false},
    BuiltIn{"INTEGER", Base::Integer32, true},
};

const BuiltIn *builtInOf(std::string_view name)
{
    const auto found = std::find_if(kBuiltIn.begin(), kBuiltIn.end(),
                                    [&](const BuiltIn &each) { return each.name == name; });
    return found == kBuiltIn.end() ? nullptr : &*found;
}

std::string_view nameOf(Base base)
{
    switch (base) {
    case Base::Integer32:
        return "INTEGER";
    case Base::OctetString:
        return "OCTET STRING";
    case Base::ObjectIdentifier:
        return "OBJECT IDENTIFIER";
    case Base::Bits:
        return "BITS";
    case Base::Opaque:
        return "Opaque";
    case Base::Null:
        return "NULL";
    case Base::Sequence:
        return "SEQUENCE";
    case Base::SequenceOf:
        return "SEQUENCE OF";
    default:
        return {};
    }
}

} // namespace

std::uint32_t ModuleLinker::builtIn(Base base, std::string_view name)
{
    const auto number = static_cast<std::uint32_t>(m_rows.types.size());
    const auto [found, isNew] = m_builtIn.try_emplace(name, number);
    if (isNew) {
        TypeRow row;
        row.name = m_rows.keep(name);
        row.base = base;
        row.isNamed = 1;
        m_rows.types.push_back(row);
    }
    return found->second;
}

void ModuleLinker::makeTypes()
{
    // Named types of a module stand together, in the order of the modules: their rows are there
    // before any is filled, so that what they refine can be named.
    for (Type &type : m_types) {
        type.row = static_cast<std::uint32_t>(m_rows.types.size());
        TypeRow row;
        const Module &module = m_modules[type.module];
        row.name = m_rows.keep(type.parsed->name.name);
        row.hint = text(module, type.parsed->hint);
        row.description = text(module, type.parsed->description);
        row.reference = text(module, type.parsed->reference);
        row.module = type.module;
        row.status = type.parsed->status;
        row.isNamed = 1;
        m_rows.types.push_back(row);
    }
    for (std::uint32_t i = 0; i < m_types.size(); ++i)
        (void)typeRow(i);
}

std::uint32_t ModuleLinker::typeRow(std::uint32_t number)
{
    Type &type = m_types[number];
    const std::uint32_t self = type.row;
    if (type.looking)
        m_typeCircle = true;
    if (m_rows.types[self].base != Base::Unknown || type.looking)
        return self;
    const ParsedType &parsed = *type.parsed;
    const Module &module = m_modules[type.module];
    // The SMI's own text defines its types by tags; what they are is known.
    if (const BuiltIn *known = module.isBase ? builtInOf(parsed.name.name) : nullptr) {
        m_rows.types[self].base = known->base;
        return self;
    }
    if (parsed.syntax.base == Base::Sequence || parsed.syntax.base == Base::SequenceOf) {
        m_rows.types[self].base = parsed.syntax.base;
        return self;
    }
    type.looking = true;
    std::uint32_t parent = kNone;
    if (m_typeDepth < kDeepest) {
        ++m_typeDepth;
        TypeSyntax bare = parsed.syntax;
        bare.names.clear();
        bare.ranges.clear();
        parent = typeRow(bare, type.module, parsed.name.name);
        --m_typeDepth;
    }
    type.looking = false;
    const bool circular = std::exchange(m_typeCircle, false);
    if (parent == kNone || circular) {
        if (circular)
            tell(type.module, DiagnosticId::TypeCycle, Severity::Error, parsed.name.offset,
                 {std::string(parsed.name.name)});
        return self;
    }
    const TypeRow &from = m_rows.types[parent];
    TypeRow row = m_rows.types[self];
    row.parent = parent;
    row.base = from.base;
    row.names = from.names;
    row.ranges = from.ranges;
    row.isSize = from.isSize;
    if (row.hint.size == 0)
        row.hint = from.hint;
    refine(row, parsed.syntax, type.module, parsed.name.name);
    m_rows.types[self] = row;
    checkHint(type, row.base);
    return self;
}

// The row of a syntax; kNone where its type is not known, which has been said then.
std::uint32_t ModuleLinker::typeRow(const TypeSyntax &syntax, std::uint32_t module,
                                    std::string_view owner)
{
    std::uint32_t parent = kNone;
    if (syntax.base != Base::Unknown) {
        parent = builtIn(syntax.base, nameOf(syntax.base));
    } else {
        const BuiltIn *known = builtInOf(syntax.name);
        if (known != nullptr && !known->always && findIn(module, syntax.name, true) != kNone)
            known = nullptr;
        if (known != nullptr) {
            parent = builtIn(known->base, known->name);
        } else {
            const std::uint32_t symbol =
                use(module, syntax.name, true, syntax.offset, syntax.module);
            if (symbol == kNone) {
                if (const auto other = typeInOtherCase(syntax.name, module)) {
                    tell(module, DiagnosticId::TypeCase, Severity::Warning, syntax.offset,
                         {std::string(syntax.name), std::string(other->name)});
                    TypeSyntax corrected = syntax;
                    corrected.name = other->name;
                    corrected.module = other->module;
                    return typeRow(corrected, module, owner);
                }
                tell(module, DiagnosticId::TypeUnknown, Severity::Error, syntax.offset,
                     {std::string(owner), std::string(syntax.name)});
                return kNone;
            }
            parent = typeRow(m_symbols[symbol].index);
        }
    }
    if (syntax.names.empty() && syntax.ranges.empty())
        return parent;
    TypeRow row = m_rows.types[parent];
    row.parent = parent;
    row.isNamed = 0;
    row.description = row.reference = {};
    refine(row, syntax, module, owner);
    m_rows.types.push_back(row);
    return static_cast<std::uint32_t>(m_rows.types.size() - 1);
}

void ModuleLinker::checkHint(const Type &type, Base base)
{
    const std::string_view hint = m_modules[type.module].file->piece(type.parsed->hint);
    if (hint.empty())
        return;
    const bool fits = base == Base::OctetString ? OctetHint::parse(hint).has_value()
                      : base == Base::Integer32 || base == Base::Unsigned32 || base == Base::Gauge32
                          ? IntegerHint::parse(hint).has_value()
                          : true;
    if (!fits)
        tell(type.module, DiagnosticId::HintInvalid, Severity::Warning, type.parsed->name.offset,
             {std::string(type.parsed->name.name), std::string(hint)});
}

// "displayString" and "INTEGER32": a type that would be known if it were written as it is. Of the
// built-in ones and of the common conventions only.
std::optional<ModuleLinker::TypeName> ModuleLinker::typeInOtherCase(std::string_view name,
                                                                    std::uint32_t module) const
{
    const auto same = [](std::string_view a, std::string_view b) {
        return a != b && a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
                   return (x | 0x20) == (y | 0x20); // letters and digits only stand in names
               });
    };
    for (const BuiltIn &each : kBuiltIn)
        if (same(name, each.name))
            return TypeName{{}, each.name};
    static constexpr std::array kCommon = {"DisplayString"sv,   "TruthValue"sv,  "MacAddress"sv,
                                           "PhysAddress"sv,     "RowStatus"sv,   "DateAndTime"sv,
                                           "TimeStamp"sv,       "StorageType"sv, "TestAndIncr"sv,
                                           "TimeInterval"sv,    "InetAddress"sv, "AutonomousType"sv,
                                           "VariablePointer"sv, "RowPointer"sv};
    for (const std::string_view each : kCommon)
        if (same(name, each) && find(module, each, true).symbol != kNone)
            return TypeName{{}, each};
    return std::nullopt;
}

void ModuleLinker::refine(TypeRow &row, const TypeSyntax &syntax, std::uint32_t module,
                          std::string_view owner)
{
    if (!syntax.names.empty()) {
        row.names = {static_cast<std::uint32_t>(m_rows.names.size()),
                     static_cast<std::uint32_t>(syntax.names.size())};
        row.ranges = {};
        std::unordered_set<std::int64_t> numbers;
        std::unordered_set<std::string_view> labels;
        for (const NamedNumber &each : syntax.names) {
            m_rows.names.push_back({each.number, m_rows.keep(each.name)});
            const bool newNumber = numbers.insert(each.number).second;
            const bool newLabel = labels.insert(each.name).second;
            if (!newNumber || !newLabel)
                tell(module, DiagnosticId::NamedNumberTwice, Severity::Warning, syntax.offset,
                     {std::string(owner),
                      newLabel ? std::to_string(each.number) : std::string(each.name)});
        }
    }
    if (syntax.ranges.empty())
        return;
    row.ranges = {static_cast<std::uint32_t>(m_rows.ranges.size()),
                  static_cast<std::uint32_t>(syntax.ranges.size())};
    row.isSize = syntax.isSize || row.base == Base::OctetString || row.base == Base::Opaque ||
                         row.base == Base::Bits
                     ? 1
                     : 0;
    for (const NumberRange &each : syntax.ranges) {
        if (each.least > each.most)
            tell(module, DiagnosticId::RangeInvalid, Severity::Warning, syntax.offset,
                 {std::string(owner)});
        m_rows.ranges.push_back({std::min(each.least, each.most), std::max(each.least, each.most)});
    }
}

} // namespace Portolan::Snmp::Smi
