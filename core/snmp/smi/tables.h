// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/smi/kinds.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

class QFile;

namespace Portolan::Snmp::Smi {

// Everything that is known of all modules, as flat rows that name each other by number: small, and
// the same in memory as in the cache file, which is mapped and used as it is. Snapshot reads them,
// ModuleLinker fills them; nobody else needs this header. Rows never change once they are made.

inline constexpr std::uint32_t kTablesVersion = 1; // of the cache's format
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

struct TextRow // a piece of Tables::text
{
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

struct Span // rows of another table
{
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

// In the order of OIDs, parents first: what is below node i are the nodes i + 1 .. end - 1.
struct NodeRow
{
    std::uint32_t parent = kNone;
    std::uint32_t arc = 0;
    std::uint32_t end = 0;
    std::uint32_t row = 0; // which child of its parent
    Span children;         // of Tables::children
    Span definitions;      // of Tables::nodeDefinitions, best first
};

struct DefinitionRow // in the order of the modules
{
    TextRow name;
    TextRow description;
    TextRow reference;
    TextRow units;
    TextRow defaultValue;
    std::uint32_t node = kNone;
    std::uint32_t module = kNone;
    std::uint32_t type = kNone;
    std::uint32_t augments = kNone; // a definition
    Span index;
    Span objects;
    std::uint32_t line = 0;
    Kind kind = Kind::Unnamed;
    Access access = Access::None;
    Status status = Status::None;
    std::uint8_t rank = 0; // less is better, among definitions of one OID or name
};

struct IndexRow
{
    std::uint32_t definition = kNone;
    std::uint32_t type = kNone; // where SMIv1 gives a type in place of an object
    std::uint32_t implied = 0;
    TextRow name; // as written
};

struct ObjectRow
{
    std::uint32_t definition = kNone;
    TextRow name;
};

struct TypeRow // its base, hint, names and ranges are those of what it refines, where it has none
{
    TextRow name;
    TextRow hint;
    TextRow description;
    TextRow reference;
    Span names;
    Span ranges;
    std::uint32_t module = kNone; // none: built in
    std::uint32_t parent = kNone; // what it refines
    std::uint32_t line = 0;
    Base base = Base::Unknown;
    Status status = Status::None;
    std::uint8_t isNamed = 0; // else it refines the one that its name says
    std::uint8_t isSize = 0;  // its ranges are lengths
};

struct NumberNameRow
{
    std::int64_t number = 0;
    TextRow name;
};

struct RangeRow
{
    std::int64_t least = 0;
    std::int64_t most = 0;
};

struct ImportRow
{
    TextRow module;
    TextRow symbol;
    std::uint32_t from = kNone; // the module that it was taken from
    std::uint32_t line = 0;
};

enum class ModuleState : std::uint8_t {
    Loaded,
    Partly,   // some definitions could not be used
    Shadowed, // another file's module of that name is used
    Failed,   // none could be used
};

struct ModuleRow
{
    TextRow name;
    TextRow lastUpdated;
    TextRow organization;
    TextRow contact;
    TextRow description;
    std::uint32_t file = kNone;
    std::uint32_t line = 0;
    std::uint32_t identity = kNone; // the definition of its MODULE-IDENTITY
    std::uint32_t lost = 0;         // definitions without a place in the tree
    Span definitions;
    Span types;
    Span imports;
    Span diagnostics;
    ModuleState state = ModuleState::Loaded;
    std::uint8_t isSecondVersion = 0;
    std::uint16_t unused = 0;
};

struct FileRow
{
    TextRow path;              // empty: built in
    std::int64_t modified = 0; // ms since 1970
    std::uint64_t size = 0;
    Span modules;
    Span diagnostics;
    std::uint32_t isBundled = 0;
    std::uint32_t unused = 0;
};

struct DiagnosticRow
{
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    Span arguments; // of Tables::arguments
    std::uint16_t id = 0;
    std::uint16_t severity = 0;
};

// Views of all rows.
struct Tables
{
    std::span<const NodeRow> nodes; // 0 is the root, which has no arc
    std::span<const std::uint32_t> children;
    std::span<const std::uint32_t> nodeDefinitions;
    std::span<const DefinitionRow> definitions;
    std::span<const IndexRow> indexes;
    std::span<const ObjectRow> objects;
    std::span<const TypeRow> types;
    std::span<const NumberNameRow> names;
    std::span<const RangeRow> ranges;
    std::span<const ModuleRow> modules;
    std::span<const ImportRow> imports;
    std::span<const FileRow> files;
    std::span<const DiagnosticRow> diagnostics;
    std::span<const TextRow> arguments;
    std::span<const std::uint32_t> byName;        // definitions by name, then rank
    std::span<const std::uint32_t> typesByName;   // named types
    std::span<const std::uint32_t> modulesByName; // those that are not shadowed
    std::span<const char> text;

    [[nodiscard]] std::string_view piece(TextRow row) const
    {
        return {text.data() + row.offset, row.size};
    }

    // Calls `call` with each of the views, in the order of the file.
    template<typename Self, typename Call>
    static void forEach(Self &self, Call &&call)
    {
        call(self.nodes);
        call(self.children);
        call(self.nodeDefinitions);
        call(self.definitions);
        call(self.indexes);
        call(self.objects);
        call(self.types);
        call(self.names);
        call(self.ranges);
        call(self.modules);
        call(self.imports);
        call(self.files);
        call(self.diagnostics);
        call(self.arguments);
        call(self.byName);
        call(self.typesByName);
        call(self.modulesByName);
        call(self.text);
    }
};

// The rows while they are made; the same names.
struct TableRows
{
    std::vector<NodeRow> nodes;
    std::vector<std::uint32_t> children;
    std::vector<std::uint32_t> nodeDefinitions;
    std::vector<DefinitionRow> definitions;
    std::vector<IndexRow> indexes;
    std::vector<ObjectRow> objects;
    std::vector<TypeRow> types;
    std::vector<NumberNameRow> names;
    std::vector<RangeRow> ranges;
    std::vector<ModuleRow> modules;
    std::vector<ImportRow> imports;
    std::vector<FileRow> files;
    std::vector<DiagnosticRow> diagnostics;
    std::vector<TextRow> arguments;
    std::vector<std::uint32_t> byName;
    std::vector<std::uint32_t> typesByName;
    std::vector<std::uint32_t> modulesByName;
    std::vector<char> text;

    TextRow keep(std::string_view piece); // empty where the text would pass 4 GB
};

// Owns the rows, in memory or as a mapped file. Immutable; any thread.
class TableStore
{
public:
    explicit TableStore(TableRows rows);
    ~TableStore();
    TableStore(const TableStore &) = delete;
    TableStore &operator=(const TableStore &) = delete;

    [[nodiscard]] const Tables &tables() const { return m_tables; }
    [[nodiscard]] std::size_t bytes() const; // of all rows

    // Writes a cache file, replacing what is there in one step; `key` says of what it is a cache.
    [[nodiscard]] Result<> save(const QString &path, const QByteArray &key) const;
    // Maps it. Null where it is not there, of another version, of another key, or damaged: every
    // row was checked to name only rows that exist.
    [[nodiscard]] static std::unique_ptr<TableStore> load(const QString &path,
                                                          const QByteArray &key);

private:
    TableStore();

    TableRows m_rows;
    std::unique_ptr<QFile> m_file;
    Tables m_tables;
};

} // namespace Portolan::Snmp::Smi
