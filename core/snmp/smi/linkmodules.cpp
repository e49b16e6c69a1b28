// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/lexer.h"
#include "core/snmp/smi/modulelinker.h"
#include "core/snmp/smi/parser.h"
#include "core/snmp/smi/sourcetext.h"

#include <algorithm>
#include <array>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

// The names on which everything stands, for a program without any file. RFC 2578, section 2.
constexpr std::string_view kBaseModule = R"(SNMPv2-SMI DEFINITIONS ::= BEGIN
org OBJECT IDENTIFIER ::= { iso 3 }
dod OBJECT IDENTIFIER ::= { org 6 }
internet OBJECT IDENTIFIER ::= { dod 1 }
directory OBJECT IDENTIFIER ::= { internet 1 }
mgmt OBJECT IDENTIFIER ::= { internet 2 }
mib-2 OBJECT IDENTIFIER ::= { mgmt 1 }
transmission OBJECT IDENTIFIER ::= { mib-2 10 }
experimental OBJECT IDENTIFIER ::= { internet 3 }
private OBJECT IDENTIFIER ::= { internet 4 }
enterprises OBJECT IDENTIFIER ::= { private 1 }
security OBJECT IDENTIFIER ::= { internet 5 }
snmpV2 OBJECT IDENTIFIER ::= { internet 6 }
snmpDomains OBJECT IDENTIFIER ::= { snmpV2 1 }
snmpProxys OBJECT IDENTIFIER ::= { snmpV2 2 }
snmpModules OBJECT IDENTIFIER ::= { snmpV2 3 }
zeroDotZero OBJECT IDENTIFIER ::= { 0 0 }
END
)";

struct Moved
{
    std::string_view module;
    std::string_view to;
};
// Where the objects of old modules are now.
constexpr std::array kMoved = {
    Moved{"RFC1155-SMI", "SNMPv2-SMI"},
    Moved{"RFC1065-SMI", "SNMPv2-SMI"},
    Moved{"RFC-1155", "SNMPv2-SMI"},
    Moved{"SNMPv2-SMI-v1", "SNMPv2-SMI"},
    Moved{"SNMPv2-TC-v1", "SNMPv2-TC"},
    Moved{"SNMPv2-SMI", "RFC1155-SMI"},
    Moved{"RFC1213-MIB", "SNMPv2-TC"},
    Moved{"RFC1213-MIB", "SNMPv2-SMI"},
    Moved{"RFC1213-MIB", "IF-MIB"},
    Moved{"RFC1213-MIB", "SNMPv2-MIB"},
    Moved{"RFC1213-MIB", "IP-MIB"},
    Moved{"RFC1213-MIB", "TCP-MIB"},
    Moved{"RFC1213-MIB", "UDP-MIB"},
    Moved{"RFC1158-MIB", "SNMPv2-TC"},
    Moved{"RFC1158-MIB", "SNMPv2-SMI"},
    Moved{"RFC1158-MIB", "IF-MIB"},
    Moved{"RFC1158-MIB", "SNMPv2-MIB"},
    Moved{"RFC1156-MIB", "IF-MIB"},
    Moved{"RFC1271-MIB", "RMON-MIB"},
    Moved{"RFC1757-MIB", "RMON-MIB"},
    Moved{"RFC1286-MIB", "BRIDGE-MIB"},
    Moved{"RFC1493-MIB", "BRIDGE-MIB"},
    Moved{"RFC1398-MIB", "EtherLike-MIB"},
    Moved{"RFC1643-MIB", "EtherLike-MIB"},
    Moved{"RFC1650-MIB", "EtherLike-MIB"},
    Moved{"RFC1284-MIB", "EtherLike-MIB"},
    Moved{"RFC1354-MIB", "IP-FORWARD-MIB"},
    Moved{"RFC1315-MIB", "FRAME-RELAY-DTE-MIB"},
    Moved{"RFC1406-MIB", "DS1-MIB"},
    Moved{"RFC1407-MIB", "DS3-MIB"},
    Moved{"RFC1595-MIB", "SONET-MIB"},
    Moved{"RFC1231-MIB", "TOKENRING-MIB"},
    Moved{"RFC1253-MIB", "OSPF-MIB"},
    Moved{"RFC1269-MIB", "BGP4-MIB"},
    Moved{"RFC1514-MIB", "HOST-RESOURCES-MIB"},
    Moved{"RFC1759-MIB", "Printer-MIB"},
    Moved{"RFC1628-MIB", "UPS-MIB"},
    Moved{"INTERFACES-MIB", "IF-MIB"},
    Moved{"SNMP-USM-MIB", "SNMP-USER-BASED-SM-MIB"},
    Moved{"SNMP-VACM-MIB", "SNMP-VIEW-BASED-ACM-MIB"},
    Moved{"IANAifType", "IANAifType-MIB"},
    Moved{"IANA-IFTYPE-MIB", "IANAifType-MIB"},
    Moved{"IF-MIB", "IANAifType-MIB"},
    Moved{"RMON2-MIB", "RMON-MIB"},
    Moved{"HOST-RESOURCES-MIB", "HOST-RESOURCES-TYPES"},
};

constexpr std::array kBaseModules = {"SNMPv2-SMI"sv,    "RFC1155-SMI"sv, "RFC1065-SMI"sv,
                                     "SNMPv2-SMI-v1"sv, "RFC-1155"sv,    "RFC-1212"sv,
                                     "RFC-1215"sv,      "RFC1212"sv,     "RFC1215"sv};

// What needs no definition: macros and the types of the SMI.
bool isBuiltIn(std::string_view name)
{
    static constexpr std::array kTypes = {
        "Integer32"sv,   "Counter32"sv,    "Counter64"sv,         "Gauge32"sv,
        "Unsigned32"sv,  "TimeTicks"sv,    "IpAddress"sv,         "Opaque"sv,
        "Counter"sv,     "Gauge"sv,        "NetworkAddress"sv,    "UInteger32"sv,
        "ObjectName"sv,  "ObjectSyntax"sv, "NotificationName"sv,  "SimpleSyntax"sv,
        "Integer64"sv,   "Unsigned64"sv,   "ApplicationSyntax"sv, "ExtUTCTime"sv,
        "NsapAddress"sv, "INTEGER"sv,
    };
    if (keywordOf(name) != Keyword::None)
        return true;
    return std::find(kTypes.begin(), kTypes.end(), name) != kTypes.end();
}

bool beginsUpper(std::string_view name)
{
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

// "9501011200Z" and "199501011200Z" compare as text once the century is there.
std::string normalDate(std::string_view date)
{
    std::string digits;
    for (const char c : date)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits.size() == 10 ? "19" + digits : digits;
}

bool isNumberedRfc(std::string_view name)
{
    if (!name.starts_with("RFC"))
        return false;
    name.remove_prefix(name.starts_with("RFC-") ? 4 : 3);
    return name.size() >= 4 &&
           std::all_of(name.begin(), name.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

void appendName(std::string &list, std::string_view name)
{
    constexpr std::size_t kMost = 400;
    if (list.size() > kMost) {
        if (!list.ends_with("..."))
            list += ", ...";
        return;
    }
    if (!list.empty())
        list += ", ";
    list += name;
}

} // namespace

ModuleLinker::ModuleLinker(std::vector<LinkFile> files)
    : m_files(std::move(files))
{
}

TableRows ModuleLinker::link()
{
    addBaseModule();
    collectModules();
    chooseModules();
    collectSymbols();
    resolveImports();
    tellCycles();
    placeDefinitions();
    keepTexts();
    makeTypes();
    decideKinds();
    writeDefinitions();
    sortDefinitions();
    writeNodes();
    writeModules();
    writeFiles();
    writeNames();
    return std::move(m_rows);
}

void ModuleLinker::addBaseModule()
{
    for (const LinkFile &each : m_files)
        for (const ParsedModule &module : each.file->modules)
            if (module.name.name == "SNMPv2-SMI" && module.definitions.size() > 8)
                return;
    LinkFile base;
    base.file = parseFile({}, kBaseModule);
    base.isBundled = true;
    m_files.push_back(std::move(base));
}

void ModuleLinker::collectModules()
{
    std::uint32_t number = 0;
    for (const LinkFile &each : m_files) {
        for (ParsedModule &parsed : each.file->modules) {
            Module module;
            module.file = each.file.get();
            module.parsed = &parsed;
            module.fileNumber = number;
            module.isBase = std::find(kBaseModules.begin(), kBaseModules.end(), parsed.name.name) !=
                            kBaseModules.end();
            module.isReplaced = isNumberedRfc(parsed.name.name);
            m_modules.push_back(std::move(module));
        }
        ++number;
    }
}

// Why `a` is used and not `b`; null where it is not.
const char *ModuleLinker::better(const Module &a, const Module &b) const
{
    const LinkFile &fileA = m_files[a.fileNumber];
    const LinkFile &fileB = m_files[b.fileNumber];
    const bool brokenA = a.parsed->errors > 0 || !a.parsed->isUsable();
    const bool brokenB = b.parsed->errors > 0 || !b.parsed->isUsable();
    if (brokenA != brokenB)
        return brokenB ? "errors" : nullptr;
    const std::string dateA = normalDate(fileA.file->piece(a.parsed->lastUpdated));
    const std::string dateB = normalDate(fileB.file->piece(b.parsed->lastUpdated));
    const bool dated = !dateA.empty() && !dateB.empty() && dateA != dateB;
    const std::size_t sizeA = a.parsed->definitions.size() + a.parsed->types.size();
    const std::size_t sizeB = b.parsed->definitions.size() + b.parsed->types.size();
    if (fileA.isBundled != fileB.isBundled) {
        // A person's own file, with its descriptions, unless ours is of a later date and has more.
        if (fileB.isBundled)
            return dated && dateB > dateA && sizeB > sizeA ? nullptr : "own";
        return dated && dateA > dateB && sizeA > sizeB ? "newer" : nullptr;
    }
    if (dated)
        return dateA > dateB ? "newer" : nullptr;
    if (sizeA != sizeB)
        return sizeA > sizeB ? "larger" : nullptr;
    if (fileA.folder != fileB.folder)
        return fileA.folder < fileB.folder ? "first" : nullptr;
    return fileA.file->path < fileB.file->path ? "first" : nullptr;
}

void ModuleLinker::chooseModules()
{
    for (std::uint32_t i = 0; i < m_modules.size(); ++i) {
        auto [found, isNew] = m_modulesByName.try_emplace(m_modules[i].parsed->name.name, i);
        if (!isNew && better(m_modules[i], m_modules[found->second]) != nullptr)
            found->second = i;
    }
    for (std::uint32_t i = 0; i < m_modules.size(); ++i) {
        Module &module = m_modules[i];
        const std::string_view name = module.parsed->name.name;
        const std::uint32_t used = m_modulesByName.at(name);
        if (used == i)
            continue;
        module.isUsed = false;
        const Module &winner = m_modules[used];
        const std::string &path = winner.file->path;
        if (winner.file->text == module.file->text) {
            tell(i, DiagnosticId::ModuleTwiceSame, Severity::Info, module.parsed->name.offset,
                 {std::string(name), path});
            continue;
        }
        const char *reason = better(winner, module);
        tell(i, DiagnosticId::ModuleTwice,
             m_files[module.fileNumber].isBundled ? Severity::Info : Severity::Warning,
             module.parsed->name.offset,
             {std::string(name), path, reason != nullptr ? reason : "first"});
    }
}

void ModuleLinker::collectSymbols()
{
    for (std::uint32_t number = 0; number < m_modules.size(); ++number) {
        Module &module = m_modules[number];
        module.firstDefinition = static_cast<std::uint32_t>(m_definitions.size());
        module.firstType = static_cast<std::uint32_t>(m_types.size());
        if (!module.isUsed)
            continue;
        // The first definition of a name is used, so it must be found first: chains are built from
        // the end, and what is older in the same module goes in front.
        const auto add = [&](const Smi::Symbol &name, std::uint32_t index, bool isType) {
            if (const std::uint32_t first = findIn(number, name.name, isType); first != kNone) {
                const std::uint32_t before =
                    isType ? m_types[m_symbols[first].index].parsed->name.offset
                           : m_definitions[m_symbols[first].index].parsed->name.offset;
                tell(number, DiagnosticId::DefinedTwice, Severity::Warning, name.offset,
                     {std::string(name.name),
                      std::to_string(module.file->lines.place(before).line)});
                return;
            }
            const auto symbol = static_cast<std::uint32_t>(m_symbols.size());
            const auto [found, isNew] = m_symbolsByName.try_emplace(name.name, symbol);
            m_symbols.push_back({name.name, number, index, isNew ? kNone : found->second, isType});
            found->second = symbol;
        };
        for (const ParsedDefinition &parsed : module.parsed->definitions) {
            const auto index = static_cast<std::uint32_t>(m_definitions.size());
            m_definitions.push_back({&parsed, number});
            add(parsed.name, index, false);
        }
        for (const ParsedType &parsed : module.parsed->types) {
            const auto index = static_cast<std::uint32_t>(m_types.size());
            m_types.push_back({&parsed, number});
            add(parsed.name, index, true);
        }
    }
}

std::uint32_t ModuleLinker::findIn(std::uint32_t module, std::string_view name, bool isType) const
{
    const auto first = m_symbolsByName.find(name);
    std::uint32_t at = first == m_symbolsByName.end() ? kNone : first->second;
    for (; at != kNone; at = m_symbols[at].next)
        if (m_symbols[at].module == module && m_symbols[at].isType == isType)
            return at;
    return kNone;
}

// Among several the one that a person would mean: of the SMI itself, then of modules that are not
// replaced, of SMIv2, with more than a bare OID.
std::uint32_t ModuleLinker::findAnywhere(std::string_view name, bool isType) const
{
    const auto first = m_symbolsByName.find(name);
    std::uint32_t best = kNone;
    int bestScore = -1;
    std::uint32_t at = first == m_symbolsByName.end() ? kNone : first->second;
    constexpr int kMostLooked = 1000;
    for (int looked = 0; at != kNone && looked < kMostLooked; at = m_symbols[at].next, ++looked) {
        const Symbol &symbol = m_symbols[at];
        if (symbol.isType != isType)
            continue;
        const Module &module = m_modules[symbol.module];
        const int score = (module.isBase ? 8 : 0) + (module.isReplaced ? 0 : 4) +
                          (module.parsed->isSecondVersion ? 2 : 0) +
                          (!isType && m_definitions[symbol.index].parsed->macro !=
                                          ParsedDefinition::Macro::ObjectIdentifier
                               ? 1
                               : 0);
        if (score >= bestScore) { // chains go from the last module to the first
            bestScore = score;
            best = at;
        }
    }
    return best;
}

ModuleLinker::Reference ModuleLinker::find(std::uint32_t module, std::string_view name, bool isType,
                                           std::string_view qualifier) const
{
    const auto moved = [&](std::string_view from) {
        for (const Moved &each : kMoved) {
            const auto to =
                each.module == from ? m_modulesByName.find(each.to) : m_modulesByName.end();
            if (to == m_modulesByName.end())
                continue;
            if (const std::uint32_t symbol = findIn(to->second, name, isType); symbol != kNone)
                return symbol;
        }
        return kNone;
    };
    if (!qualifier.empty()) {
        const auto named = m_modulesByName.find(qualifier);
        std::uint32_t symbol =
            named == m_modulesByName.end() ? kNone : findIn(named->second, name, isType);
        if (symbol == kNone)
            symbol = moved(qualifier);
        return {symbol, symbol == kNone ? How::Nowhere : How::Imported};
    }
    if (const std::uint32_t local = findIn(module, name, isType); local != kNone)
        return {local, How::Local};
    const Module &of = m_modules[module];
    for (std::size_t i = 0; i < of.parsed->imports.size(); ++i) {
        const Import &import = of.parsed->imports[i];
        if (std::none_of(import.symbols.begin(), import.symbols.end(),
                         [&](const Smi::Symbol &each) { return each.name == name; }))
            continue;
        const std::uint32_t target = i < of.imports.size() ? of.imports[i] : kNone;
        if (target != kNone)
            if (const std::uint32_t symbol = findIn(target, name, isType); symbol != kNone)
                return {symbol, How::Imported};
        std::uint32_t symbol = moved(import.module.name);
        if (symbol == kNone)
            symbol = findAnywhere(name, isType);
        return {symbol, symbol == kNone ? How::Nowhere : How::Moved};
    }
    const std::uint32_t symbol = findAnywhere(name, isType);
    return {symbol, symbol == kNone ? How::Nowhere : How::Guessed};
}

std::uint32_t ModuleLinker::use(std::uint32_t module, std::string_view name, bool isType,
                                std::uint32_t offset, std::string_view qualifier)
{
    const Reference reference = find(module, name, isType, qualifier);
    if (reference.how == How::Guessed) {
        const Module &from = m_modules[m_symbols[reference.symbol].module];
        const auto &told = m_modules[module].parsed->diagnostics;
        const bool again = std::any_of(told.begin(), told.end(), [&](const Diagnostic &each) {
            return each.id == DiagnosticId::NotImported && each.arguments.front() == name;
        });
        if (!again)
            tell(module, DiagnosticId::NotImported, Severity::Warning, offset,
                 {std::string(name), std::string(from.parsed->name.name)});
    }
    return reference.symbol;
}

void ModuleLinker::tell(std::uint32_t module, DiagnosticId id, Severity severity,
                        std::uint32_t offset, std::vector<std::string> arguments)
{
    constexpr std::uint32_t kMostTold = 200;
    Module &of = m_modules[module];
    if (severity == Severity::Error)
        ++of.linkErrors;
    std::vector<Diagnostic> &told = of.parsed->diagnostics;
    if (told.size() > kMostTold * 3)
        return;
    const LineIndex::Place place = of.file->lines.place(offset);
    told.push_back({id, severity, place.line, place.column, std::move(arguments)});
}

void ModuleLinker::resolveImports()
{
    for (Module &module : m_modules) {
        for (const Import &import : module.parsed->imports) {
            const auto found = m_modulesByName.find(import.module.name);
            module.imports.push_back(found == m_modulesByName.end() ? kNone : found->second);
        }
    }
    for (std::uint32_t number = 0; number < m_modules.size(); ++number) {
        Module &module = m_modules[number];
        if (!module.isUsed)
            continue;
        for (std::size_t i = 0; i < module.imports.size(); ++i) {
            const Import &import = module.parsed->imports[i];
            if (module.imports[i] == kNone) {
                tellMissingModule(module, import);
                continue;
            }
            for (const Smi::Symbol &symbol : import.symbols) {
                if (isBuiltIn(symbol.name))
                    continue;
                const bool isType = beginsUpper(symbol.name);
                if (findIn(module.imports[i], symbol.name, isType) != kNone ||
                    findIn(module.imports[i], symbol.name, !isType) != kNone)
                    continue;
                const Reference reference = find(number, symbol.name, isType);
                if (reference.how == How::Nowhere)
                    tell(number, DiagnosticId::SymbolMissing, Severity::Error, symbol.offset,
                         {std::string(import.module.name), std::string(symbol.name)});
                else if (reference.how == How::Moved)
                    tell(number, DiagnosticId::SymbolMoved, Severity::Warning, symbol.offset,
                         {std::string(import.module.name), std::string(symbol.name),
                          std::string(
                              m_modules[m_symbols[reference.symbol].module].parsed->name.name)});
            }
        }
    }
}

void ModuleLinker::tellMissingModule(Module &module, const Import &import)
{
    const auto number = static_cast<std::uint32_t>(&module - m_modules.data());
    std::string missing;
    std::string filled;
    std::string from;
    for (const Smi::Symbol &symbol : import.symbols) {
        if (isBuiltIn(symbol.name))
            continue;
        const Reference reference = find(number, symbol.name, beginsUpper(symbol.name));
        if (reference.how == How::Nowhere) {
            appendName(missing, symbol.name);
            continue;
        }
        if (reference.how == How::Local)
            continue;
        appendName(filled, symbol.name);
        const std::string_view where =
            m_modules[m_symbols[reference.symbol].module].parsed->name.name;
        if (from.find(where) == std::string::npos)
            appendName(from, where);
    }
    const std::string name(import.module.name);
    if (!missing.empty())
        tell(number, DiagnosticId::ModuleMissing, Severity::Error, import.module.offset,
             {name, missing});
    if (!filled.empty()) {
        const bool known = std::any_of(kMoved.begin(), kMoved.end(), [&](const Moved &each) {
            return each.module == import.module.name;
        });
        tell(number, DiagnosticId::ModuleMissingFilled, known ? Severity::Info : Severity::Warning,
             import.module.offset, {name, filled, from});
    }
}

// Circles of imports: strongly connected parts of more than one module (Tarjan, without recursion).
void ModuleLinker::tellCycles()
{
    struct Visit
    {
        std::uint32_t index = kNone;
        std::uint32_t low = 0;
        bool onStack = false;
    };
    std::vector<Visit> visits(m_modules.size());
    std::vector<std::uint32_t> stack;
    std::uint32_t counter = 0;
    struct Frame
    {
        std::uint32_t module;
        std::size_t next;
    };
    std::vector<Frame> frames;
    for (std::uint32_t root = 0; root < m_modules.size(); ++root) {
        if (visits[root].index != kNone || !m_modules[root].isUsed)
            continue;
        frames.push_back({root, 0});
        while (!frames.empty()) {
            const std::uint32_t self = frames.back().module;
            Visit &visit = visits[self];
            if (visit.index == kNone) {
                visit = {counter, counter, true};
                ++counter;
                stack.push_back(self);
            }
            if (frames.back().next < m_modules[self].imports.size()) {
                const std::uint32_t to = m_modules[self].imports[frames.back().next++];
                if (to == kNone || to == self)
                    continue;
                if (visits[to].index == kNone)
                    frames.push_back({to, 0});
                else if (visits[to].onStack)
                    visit.low = std::min(visit.low, visits[to].index);
                continue;
            }
            frames.pop_back();
            if (!frames.empty()) {
                Visit &parent = visits[frames.back().module];
                parent.low = std::min(parent.low, visit.low);
            }
            if (visit.low != visit.index)
                continue;
            const auto begin = std::find(stack.begin(), stack.end(), self);
            if (stack.end() - begin > 1) {
                std::string names;
                for (auto at = begin; at != stack.end(); ++at)
                    appendName(names, m_modules[*at].parsed->name.name);
                for (auto at = begin; at != stack.end(); ++at)
                    tell(*at, DiagnosticId::ImportCycle, Severity::Info,
                         m_modules[*at].parsed->name.offset, {names});
            }
            for (auto at = begin; at != stack.end(); ++at)
                visits[*at].onStack = false;
            stack.erase(begin, stack.end());
        }
    }
}

} // namespace Portolan::Snmp::Smi
