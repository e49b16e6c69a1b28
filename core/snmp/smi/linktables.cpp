// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/modulelinker.h"
#include "core/snmp/smi/sourcetext.h"

#include <algorithm>
#include <numeric>

namespace Portolan::Snmp::Smi {

// All descriptions of a file go into the tables in one piece.
void ModuleLinker::keepTexts()
{
    std::size_t total = 0;
    for (const LinkFile &each : m_files)
        total += each.file->texts.size();
    m_rows.text.reserve(total + m_definitions.size() * 32);
    for (const LinkFile &each : m_files) {
        const bool used = std::any_of(m_modules.begin(), m_modules.end(), [&](const Module &m) {
            return m.file == each.file.get() && m.isUsed;
        });
        m_textOffsets.push_back(used ? m_rows.keep(each.file->texts).offset : kNone);
    }
}

TextRow ModuleLinker::text(const Module &module, TextPiece piece)
{
    const std::uint32_t base = m_textOffsets[module.fileNumber];
    if (piece.size == 0)
        return {};
    if (base == kNone)
        return m_rows.keep(module.file->piece(piece));
    return {base + piece.offset, piece.size};
}

void ModuleLinker::writeDefinitions()
{
    m_rows.definitions.resize(m_definitions.size());
    for (std::uint32_t number = 0; number < m_modules.size(); ++number) {
        const Module &module = m_modules[number];
        if (!module.isUsed)
            continue;
        const LineIndex &lines = module.file->lines;
        for (std::uint32_t i = 0; i < module.parsed->definitions.size(); ++i) {
            const std::uint32_t self = module.firstDefinition + i;
            const Definition &definition = m_definitions[self];
            const ParsedDefinition &parsed = *definition.parsed;
            DefinitionRow row;
            row.name = m_rows.keep(parsed.name.name);
            row.description = text(module, parsed.description);
            row.reference = text(module, parsed.reference);
            row.units = text(module, parsed.units);
            row.defaultValue = text(module, parsed.defaultValue);
            row.node = definition.node;
            row.module = number;
            row.line = lines.place(parsed.name.offset).line;
            row.kind = definition.kind;
            row.access = parsed.access;
            row.status = parsed.status;
            row.rank = rankOf(definition);
            if (parsed.hasSyntax && definition.kind != Kind::Table && definition.kind != Kind::Row)
                row.type = typeRow(parsed.syntax, number, parsed.name.name);
            m_rows.definitions[self] = row;
        }
    }
    for (std::uint32_t i = 0; i < m_definitions.size(); ++i)
        writeRow(i);
}

// What names other definitions: INDEX, AUGMENTS, OBJECTS.
void ModuleLinker::writeRow(std::uint32_t number)
{
    const Definition &definition = m_definitions[number];
    const ParsedDefinition &parsed = *definition.parsed;
    const std::string owner(parsed.name.name);
    if (!parsed.index.empty()) {
        Span span{static_cast<std::uint32_t>(m_rows.indexes.size()), 0};
        for (const IndexPart &part : parsed.index) {
            IndexRow row;
            row.implied = part.implied ? 1 : 0;
            if (part.object.name.empty()) {
                row.type = typeRow(part.type, definition.module, parsed.name.name);
            } else {
                row.name = m_rows.keep(part.object.name);
                const std::uint32_t symbol =
                    use(definition.module, part.object.name, false, part.object.offset);
                if (symbol == kNone)
                    tell(definition.module, DiagnosticId::IndexUnknown, Severity::Error,
                         part.object.offset, {owner, std::string(part.object.name)});
                else
                    row.definition = m_symbols[symbol].index;
            }
            m_rows.indexes.push_back(row);
            ++span.count;
        }
        m_rows.definitions[number].index = span;
    }
    if (!parsed.augments.name.empty()) {
        const std::uint32_t symbol =
            use(definition.module, parsed.augments.name, false, parsed.augments.offset);
        if (symbol == kNone)
            tell(definition.module, DiagnosticId::AugmentsUnknown, Severity::Error,
                 parsed.augments.offset, {owner, std::string(parsed.augments.name)});
        else
            m_rows.definitions[number].augments = m_symbols[symbol].index;
    }
    // RFC 2578, section 7.8; "mandatory" is of the SMI of RFC 1155, which had no such clause.
    if (definition.kind == Kind::Row && parsed.index.empty() && parsed.augments.name.empty() &&
        parsed.status != Status::Mandatory && parsed.status != Status::Optional)
        tell(definition.module, DiagnosticId::ClauseMissing, Severity::Warning, parsed.name.offset,
             {owner, "INDEX"});
    if (parsed.objects.empty())
        return;
    Span span{static_cast<std::uint32_t>(m_rows.objects.size()), 0};
    for (const Smi::Symbol &each : parsed.objects) {
        ObjectRow row;
        row.name = m_rows.keep(each.name);
        // A compliance statement names groups of other modules, which need not be imported.
        const bool strict =
            definition.kind != Kind::Compliance && definition.kind != Kind::Capabilities;
        const std::uint32_t symbol = strict ? use(definition.module, each.name, false, each.offset)
                                            : find(definition.module, each.name, false).symbol;
        if (symbol != kNone)
            row.definition = m_symbols[symbol].index;
        else if (strict)
            tell(definition.module, DiagnosticId::ObjectUnknown, Severity::Warning, each.offset,
                 {owner, std::string(each.name)});
        m_rows.objects.push_back(row);
        ++span.count;
    }
    m_rows.definitions[number].objects = span;
}

// Nodes in the order of their OIDs.
void ModuleLinker::writeNodes()
{
    std::vector<std::vector<std::uint32_t>> children(m_nodes.size());
    for (std::uint32_t i = 1; i < m_nodes.size(); ++i)
        children[m_nodes[i].parent].push_back(i);
    for (auto &each : children)
        std::sort(each.begin(), each.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_nodes[a].arc < m_nodes[b].arc;
        });
    m_nodeNumbers.assign(m_nodes.size(), kNone);
    m_rows.nodes.reserve(m_nodes.size());
    struct Frame
    {
        std::uint32_t node;
        std::size_t next;
    };
    const auto enter = [&](std::uint32_t node, std::uint32_t place) {
        m_nodeNumbers[node] = static_cast<std::uint32_t>(m_rows.nodes.size());
        NodeRow row;
        row.parent = m_nodes[node].parent == kNone ? kNone : m_nodeNumbers[m_nodes[node].parent];
        row.arc = m_nodes[node].arc;
        row.row = place;
        row.definitions = {static_cast<std::uint32_t>(m_rows.nodeDefinitions.size()),
                           static_cast<std::uint32_t>(m_nodes[node].definitions.size())};
        m_rows.nodeDefinitions.insert(m_rows.nodeDefinitions.end(),
                                      m_nodes[node].definitions.begin(),
                                      m_nodes[node].definitions.end());
        m_rows.nodes.push_back(row);
    };
    std::vector<Frame> frames = {{0, 0}};
    enter(0, 0);
    while (!frames.empty()) {
        Frame &frame = frames.back();
        if (frame.next < children[frame.node].size()) {
            const auto place = static_cast<std::uint32_t>(frame.next);
            const std::uint32_t next = children[frame.node][frame.next++];
            enter(next, place);
            frames.push_back({next, 0});
            continue;
        }
        m_rows.nodes[m_nodeNumbers[frame.node]].end =
            static_cast<std::uint32_t>(m_rows.nodes.size());
        frames.pop_back();
    }
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        NodeRow &row = m_rows.nodes[m_nodeNumbers[i]];
        row.children = {static_cast<std::uint32_t>(m_rows.children.size()),
                        static_cast<std::uint32_t>(children[i].size())};
        for (const std::uint32_t each : children[i])
            m_rows.children.push_back(m_nodeNumbers[each]);
    }
    for (DefinitionRow &row : m_rows.definitions)
        if (row.node != kNone)
            row.node = m_nodeNumbers[row.node];
}

Span ModuleLinker::writeDiagnostics(const std::vector<Diagnostic> &diagnostics)
{
    const Span span{static_cast<std::uint32_t>(m_rows.diagnostics.size()),
                    static_cast<std::uint32_t>(diagnostics.size())};
    std::vector<const Diagnostic *> sorted;
    for (const Diagnostic &each : diagnostics)
        sorted.push_back(&each);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic *a, const Diagnostic *b) {
        // What is about the whole comes last where there is no line.
        return a->line - 1U < b->line - 1U;
    });
    for (const Diagnostic *each : sorted) {
        DiagnosticRow row;
        row.id = static_cast<std::uint16_t>(each->id);
        row.severity = static_cast<std::uint16_t>(each->severity);
        row.line = each->line;
        row.column = each->column;
        row.arguments = {static_cast<std::uint32_t>(m_rows.arguments.size()),
                         static_cast<std::uint32_t>(each->arguments.size())};
        for (const std::string &argument : each->arguments)
            m_rows.arguments.push_back(m_rows.keep(argument));
        m_rows.diagnostics.push_back(row);
    }
    return span;
}

void ModuleLinker::writeModules()
{
    for (std::uint32_t number = 0; number < m_modules.size(); ++number) {
        const Module &module = m_modules[number];
        const ParsedModule &parsed = *module.parsed;
        const LineIndex &lines = module.file->lines;
        ModuleRow row;
        row.name = m_rows.keep(parsed.name.name);
        row.lastUpdated = text(module, parsed.lastUpdated);
        row.organization = text(module, parsed.organization);
        row.contact = text(module, parsed.contact);
        row.description = text(module, parsed.description);
        row.file = module.fileNumber;
        row.line = lines.place(parsed.name.offset).line;
        row.lost = module.lost;
        row.isSecondVersion = parsed.isSecondVersion ? 1 : 0;
        const auto types = static_cast<std::uint32_t>(parsed.types.size());
        if (module.isUsed) {
            row.definitions = {module.firstDefinition,
                               static_cast<std::uint32_t>(parsed.definitions.size())};
            row.types = {types == 0 ? 0 : m_types[module.firstType].row, types};
        }
        for (std::uint32_t i = 0; i < row.definitions.count; ++i)
            if (m_rows.definitions[row.definitions.first + i].kind == Kind::ModuleIdentity)
                row.identity = row.definitions.first + i;
        row.imports.first = static_cast<std::uint32_t>(m_rows.imports.size());
        for (std::size_t i = 0; i < parsed.imports.size(); ++i) {
            const Import &import = parsed.imports[i];
            for (const Smi::Symbol &symbol : import.symbols) {
                ImportRow each;
                each.module = m_rows.keep(import.module.name);
                each.symbol = m_rows.keep(symbol.name);
                each.from = module.imports[i];
                each.line = lines.place(symbol.offset).line;
                m_rows.imports.push_back(each);
            }
        }
        row.imports.count = static_cast<std::uint32_t>(m_rows.imports.size()) - row.imports.first;
        row.diagnostics = writeDiagnostics(parsed.diagnostics);
        // The SEQUENCE of a row is of no use without its row.
        const bool hasTypes =
            std::any_of(parsed.types.begin(), parsed.types.end(),
                        [](const ParsedType &type) { return type.syntax.base != Base::Sequence; });
        const bool isEmpty = parsed.definitions.empty();
        if (!module.isUsed)
            row.state = ModuleState::Shadowed;
        else if (!hasTypes &&
                 (isEmpty ? parsed.errors > 0 : module.lost == parsed.definitions.size()))
            row.state = ModuleState::Failed;
        else if (parsed.errors > 0 || module.linkErrors > 0)
            row.state = ModuleState::Partly;
        m_rows.modules.push_back(row);
    }
}

void ModuleLinker::writeFiles()
{
    std::uint32_t module = 0;
    for (const LinkFile &each : m_files) {
        FileRow row;
        row.path = m_rows.keep(each.file->path);
        row.modified = each.modified;
        row.size = each.size;
        row.isBundled = each.isBundled ? 1 : 0;
        row.modules = {module, static_cast<std::uint32_t>(each.file->modules.size())};
        module += row.modules.count;
        row.diagnostics = writeDiagnostics(each.file->diagnostics);
        m_rows.files.push_back(row);
    }
}

void ModuleLinker::writeNames()
{
    const auto piece = [this](TextRow row) {
        return std::string_view(m_rows.text.data() + row.offset, row.size);
    };
    // Of one name: the best definition first, standard ones before those of enterprises, which have
    // higher OIDs.
    for (std::uint32_t i = 0; i < m_rows.definitions.size(); ++i)
        if (m_rows.definitions[i].node != kNone)
            m_rows.byName.push_back(i);
    std::sort(m_rows.byName.begin(), m_rows.byName.end(), [&](std::uint32_t a, std::uint32_t b) {
        const DefinitionRow &x = m_rows.definitions[a];
        const DefinitionRow &y = m_rows.definitions[b];
        if (const int order = piece(x.name).compare(piece(y.name)); order != 0)
            return order < 0;
        return std::tie(x.rank, x.node, a) < std::tie(y.rank, y.node, b);
    });
    for (std::uint32_t i = 0; i < m_rows.types.size(); ++i)
        if (m_rows.types[i].isNamed != 0)
            m_rows.typesByName.push_back(i);
    std::stable_sort(m_rows.typesByName.begin(), m_rows.typesByName.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                         return piece(m_rows.types[a].name) < piece(m_rows.types[b].name);
                     });
    for (std::uint32_t i = 0; i < m_rows.modules.size(); ++i)
        if (m_rows.modules[i].state != ModuleState::Shadowed)
            m_rows.modulesByName.push_back(i);
    std::sort(m_rows.modulesByName.begin(), m_rows.modulesByName.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                  return piece(m_rows.modules[a].name) < piece(m_rows.modules[b].name);
              });
}

} // namespace Portolan::Snmp::Smi
