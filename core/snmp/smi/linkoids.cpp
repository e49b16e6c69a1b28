// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/modulelinker.h"
#include "core/snmp/smi/sourcetext.h"

#include <algorithm>
#include <tuple>

namespace Portolan::Snmp::Smi {

namespace {

using Macro = ParsedDefinition::Macro;

constexpr std::uint32_t kMostArcs = 128;
constexpr std::uint32_t kRoot = 0;

// The three arcs at the top; they are in no module. X.660, annex A.
std::uint32_t topArc(std::string_view name)
{
    if (name == "iso")
        return 1;
    if (name == "ccitt" || name == "itu-t")
        return 0;
    if (name == "joint-iso-ccitt" || name == "joint-iso-itu-t")
        return 2;
    return kNone;
}

} // namespace

std::uint32_t ModuleLinker::child(std::uint32_t node, std::uint32_t arc)
{
    const auto number = static_cast<std::uint32_t>(m_nodes.size());
    const auto [found, isNew] = m_children.try_emplace((std::uint64_t(node) << 32U) | arc, number);
    if (isNew)
        m_nodes.push_back({node, arc, m_nodes[node].depth + 1, {}});
    return found->second;
}

void ModuleLinker::placeDefinitions()
{
    m_nodes.push_back({});
    m_nodes.reserve(m_definitions.size() * 2);
    m_children.reserve(m_definitions.size() * 2);
    for (std::uint32_t i = 0; i < m_definitions.size(); ++i)
        place(i);
}

// Parents before children, without recursion: a module may define them in any order, and a hostile
// one a chain as long as it likes.
void ModuleLinker::place(std::uint32_t definition)
{
    using Place = Definition::Place;
    std::vector<std::uint32_t> waiting = {definition};
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.back();
        if (m_definitions[at].place == Place::Found || m_definitions[at].place == Place::Failed) {
            waiting.pop_back();
            continue;
        }
        m_definitions[at].place = Place::Looking;
        const std::uint32_t first = tryToPlace(at);
        if (first == kNone) {
            waiting.pop_back();
            continue;
        }
        if (m_definitions[first].place == Place::Looking) {
            Definition &self = m_definitions[at];
            tell(self.module, DiagnosticId::OidCycle, Severity::Error, self.parsed->name.offset,
                 {std::string(self.parsed->name.name)});
            self.place = Place::Failed;
            ++m_modules[self.module].lost;
            waiting.pop_back();
            continue;
        }
        waiting.push_back(first);
    }
}

std::uint32_t ModuleLinker::tryToPlace(std::uint32_t number)
{
    using Place = Definition::Place;
    Definition &definition = m_definitions[number];
    const ParsedDefinition &parsed = *definition.parsed;
    const auto failed = [&](DiagnosticId id, std::uint32_t offset, std::string_view argument) {
        tell(definition.module, id, Severity::Error, offset,
             {std::string(parsed.name.name), std::string(argument)});
        definition.place = Place::Failed;
        ++m_modules[definition.module].lost;
        return kNone;
    };
    std::uint32_t node = kRoot;
    bool first = true;
    for (const OidPart &part : parsed.oid) {
        if (first && !part.name.empty()) {
            first = false;
            const std::uint32_t top = topArc(part.name);
            if (top != kNone && findIn(definition.module, part.name, false) == kNone) {
                node = child(kRoot, top);
                continue;
            }
            const std::uint32_t symbol =
                use(definition.module, part.name, false, part.offset, part.module);
            if (symbol == kNone && part.number && parsed.oid.size() > 1 &&
                (*part.number >= 0 && *part.number <= 2)) {
                node = child(kRoot, static_cast<std::uint32_t>(*part.number));
                continue; // { foo(1) 3 6 ... }: the number says it all
            }
            if (symbol == kNone)
                return failed(DiagnosticId::ParentUnknown, part.offset, part.name);
            const std::uint32_t parent = m_symbols[symbol].index;
            if (m_definitions[parent].place == Place::Failed) {
                // Said of the parent, not again of everything below it.
                definition.place = Place::Failed;
                ++m_modules[definition.module].lost;
                return kNone;
            }
            if (m_definitions[parent].place != Place::Found)
                return parent;
            node = m_definitions[parent].node;
            continue;
        }
        first = false;
        std::int64_t arc = -1;
        if (part.number) {
            arc = *part.number;
        } else { // a name without a number in the middle: the last arc of what has the name
            const Reference reference = find(definition.module, part.name, false, part.module);
            if (reference.symbol != kNone) {
                const std::uint32_t other = m_symbols[reference.symbol].index;
                if (m_definitions[other].place == Place::Unknown)
                    return other;
                if (m_definitions[other].place == Place::Found)
                    arc = m_nodes[m_definitions[other].node].arc;
            }
            if (arc < 0)
                return failed(DiagnosticId::ParentUnknown, part.offset, part.name);
        }
        if (arc < 0 || arc > 0xFFFFFFFFLL)
            return failed(DiagnosticId::ArcInvalid, part.offset, std::to_string(arc));
        if (m_nodes[node].depth >= kMostArcs)
            return failed(DiagnosticId::OidTooLong, part.offset, {});
        node = child(node, static_cast<std::uint32_t>(arc));
    }
    if (parsed.macro == Macro::TrapType) {
        if (parsed.oid.empty())
            return failed(DiagnosticId::ParentUnknown, parsed.name.offset, "ENTERPRISE");
        if (!placeTrap(definition, node))
            return failed(DiagnosticId::OidTooLong, parsed.name.offset, {});
    } else {
        if (node == kRoot)
            return failed(DiagnosticId::ParentUnknown, parsed.name.offset, {});
        definition.node = node;
    }
    definition.place = Place::Found;
    m_nodes[definition.node].definitions.push_back(number);
    return kNone;
}

// RFC 3584, section 3.1: the generic traps of enterprise `snmp` are below snmpTraps, all others are
// enterprise.0.number.
bool ModuleLinker::placeTrap(Definition &definition, std::uint32_t enterprise)
{
    const std::int64_t number = definition.parsed->trap;
    if (number > 0xFFFFFFFELL || m_nodes[enterprise].depth + 2 > kMostArcs)
        return false;
    if (oidText(enterprise) == "1.3.6.1.2.1.11" && number <= 5) {
        std::uint32_t node = kRoot;
        for (const std::uint32_t arc : {1U, 3U, 6U, 1U, 6U, 3U, 1U, 1U, 5U})
            node = child(node, arc);
        definition.node = child(node, static_cast<std::uint32_t>(number) + 1);
    } else {
        definition.node = child(child(enterprise, 0), static_cast<std::uint32_t>(number));
    }
    return true;
}

std::string ModuleLinker::oidText(std::uint32_t node) const
{
    std::string text;
    for (; node != kRoot; node = m_nodes[node].parent)
        text = std::to_string(m_nodes[node].arc) + (text.empty() ? "" : ".") + text;
    return text;
}

// What an OBJECT-TYPE is follows from its syntax, its INDEX and its parent.
void ModuleLinker::decideKinds()
{
    const auto kindOf = [](Macro macro) {
        switch (macro) {
        case Macro::ModuleIdentity:
            return Kind::ModuleIdentity;
        case Macro::ObjectIdentity:
            return Kind::ObjectIdentity;
        case Macro::ObjectType:
            return Kind::Scalar;
        case Macro::NotificationType:
            return Kind::Notification;
        case Macro::TrapType:
            return Kind::Trap;
        case Macro::ObjectGroup:
            return Kind::ObjectGroup;
        case Macro::NotificationGroup:
            return Kind::NotificationGroup;
        case Macro::ModuleCompliance:
            return Kind::Compliance;
        case Macro::AgentCapabilities:
            return Kind::Capabilities;
        case Macro::ObjectIdentifier:
            break;
        }
        return Kind::ObjectIdentifier;
    };
    for (Definition &definition : m_definitions) {
        const ParsedDefinition &parsed = *definition.parsed;
        definition.kind = kindOf(parsed.macro);
        if (parsed.macro != Macro::ObjectType)
            continue;
        if (parsed.syntax.base == Base::SequenceOf) {
            definition.kind = Kind::Table;
            continue;
        }
        bool isRow = !parsed.index.empty() || !parsed.augments.name.empty();
        if (!isRow && parsed.syntax.base == Base::Unknown && !parsed.syntax.name.empty()) {
            const Reference reference = find(definition.module, parsed.syntax.name, true);
            isRow =
                reference.symbol != kNone &&
                m_types[m_symbols[reference.symbol].index].parsed->syntax.base == Base::Sequence;
        }
        if (isRow)
            definition.kind = Kind::Row;
    }
    for (Definition &definition : m_definitions) {
        if (definition.kind != Kind::Scalar || definition.node == kNone)
            continue;
        for (const std::uint32_t above : m_nodes[m_nodes[definition.node].parent].definitions)
            if (m_definitions[above].kind == Kind::Row)
                definition.kind = Kind::Column;
    }
}

// Less is better. What replaced modules say comes last, then what is obsolete; SMIv2 knows more
// than SMIv1, and an object more than a bare OID.
std::uint8_t ModuleLinker::rankOf(const Definition &definition) const
{
    const Module &module = m_modules[definition.module];
    const Status status = definition.parsed->status;
    unsigned rank = 0;
    if (module.isReplaced)
        rank |= 64U;
    if (status == Status::Obsolete)
        rank |= 32U;
    else if (status == Status::Deprecated)
        rank |= 16U;
    if (definition.kind == Kind::ObjectIdentifier)
        rank |= 8U;
    if (!module.parsed->isSecondVersion)
        rank |= 4U;
    if (m_files[module.fileNumber].isBundled)
        rank |= 1U;
    return static_cast<std::uint8_t>(rank);
}

// Wherever several definitions share an OID the best one comes first, and the others say so.
void ModuleLinker::sortDefinitions()
{
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) {
        std::vector<std::uint32_t> &all = m_nodes[node].definitions;
        if (all.size() < 2)
            continue;
        std::stable_sort(all.begin(), all.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_rows.definitions[a].rank < m_rows.definitions[b].rank;
        });
        tellShared(node);
    }
}

void ModuleLinker::tellShared(std::uint32_t node)
{
    const std::vector<std::uint32_t> &all = m_nodes[node].definitions;
    const Definition &best = m_definitions[all.front()];
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Definition &other = m_definitions[all[i]];
        // A bare OID beside an object, and a module and the one that replaced it, are as meant.
        if (other.kind == Kind::ObjectIdentifier || m_modules[other.module].isReplaced ||
            m_modules[best.module].isReplaced || best.parsed->name.name == other.parsed->name.name)
            continue;
        tell(other.module, DiagnosticId::OidShared, Severity::Info, other.parsed->name.offset,
             {std::string(other.parsed->name.name),
              std::string(m_modules[best.module].parsed->name.name) +
                  "::" + std::string(best.parsed->name.name),
              oidText(node)});
    }
}

} // namespace Portolan::Snmp::Smi
