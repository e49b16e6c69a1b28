// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/oid.h"
#include "core/snmp/smi/diagnostic.h"
#include "core/snmp/smi/kinds.h"
#include "core/snmp/smi/tables.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace Portolan::Snmp::Smi {

class Definition;
class Module;
class Node;
class Snapshot;

// All modules that were loaded, as one tree. A Snapshot never changes: whoever uses it holds a
// std::shared_ptr<const Snapshot>, and a reload makes a new one. Any thread, many at a time.
// Node, Definition, Type and Module are handles of two words: cheap to copy, valid as long as their
// Snapshot lives, null ones answer with nothing. Texts of modules are text, never markup.

// A syntax: a built-in type, a textual convention, or one of them with names or ranges of its own.
class Type
{
public:
    Type() = default;
    Type(const Snapshot *of, std::uint32_t row)
        : m_of(row == kNone ? nullptr : of)
        , m_row(row)
    {
    }

    explicit operator bool() const { return m_of != nullptr; }
    [[nodiscard]] Base base() const;
    [[nodiscard]] QString name() const;          // "DisplayString", "INTEGER"; of what it refines
    [[nodiscard]] QString text() const;          // with its names or ranges: "INTEGER (1..10)"
    [[nodiscard]] std::string_view hint() const; // DISPLAY-HINT, empty without one
    [[nodiscard]] bool hasNames() const;         // an enumeration, or BITS
    [[nodiscard]] std::span<const NumberNameRow> names() const;
    [[nodiscard]] QString nameAt(std::size_t index) const; // of names()
    [[nodiscard]] std::optional<QString> nameOf(std::int64_t number) const;
    [[nodiscard]] std::optional<std::int64_t> numberOf(QStringView name) const;
    [[nodiscard]] std::span<const RangeRow> ranges() const; // any of them; empty: no limit
    [[nodiscard]] bool isSize() const;                      // the ranges are lengths in octets
    // The one length that values have: MacAddress has 6.
    [[nodiscard]] std::optional<std::size_t> fixedSize() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString reference() const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] Module module() const;
    [[nodiscard]] Type parent() const;
    // Whether it is that convention, or refines it.
    [[nodiscard]] bool isA(std::string_view convention) const;

    friend bool operator==(const Type &, const Type &) = default;

private:
    [[nodiscard]] const TypeRow &row() const;
    const Snapshot *m_of = nullptr;
    std::uint32_t m_row = kNone;
};

class Definition
{
public:
    struct Index
    {
        QString name; // as written; empty where a type is given (SMIv1)
        bool implied = false;
        // Filled where known: what the index object is, and its syntax.
        std::uint32_t definition = kNone;
        Type type = {};
    };

    Definition() = default;
    Definition(const Snapshot *of, std::uint32_t row)
        : m_of(row == kNone ? nullptr : of)
        , m_row(row)
    {
    }

    explicit operator bool() const { return m_of != nullptr; }
    [[nodiscard]] std::uint32_t number() const { return m_row; } // of this Snapshot only
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString qualifiedName() const; // "IF-MIB::ifDescr"
    [[nodiscard]] Module module() const;
    [[nodiscard]] Node node() const;
    [[nodiscard]] Oid oid() const;
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Access access() const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] Type type() const;
    [[nodiscard]] QString units() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString reference() const;
    [[nodiscard]] QString defaultValue() const; // as written
    [[nodiscard]] std::uint32_t line() const;

    [[nodiscard]] bool isObject() const; // a scalar or a column
    [[nodiscard]] bool isNotification() const;
    [[nodiscard]] bool isWritable() const;
    // Of a row: its INDEX, or that of the row it augments. Of its table and columns, the same.
    [[nodiscard]] QList<Index> index() const;
    [[nodiscard]] Definition augments() const;
    [[nodiscard]] Definition row() const;            // of a table or a column; a row's self
    [[nodiscard]] Definition table() const;          // of a row or a column
    [[nodiscard]] QList<Definition> columns() const; // of a table or a row, by OID
    [[nodiscard]] QList<Definition> objects() const; // of a notification or a group, those known
    [[nodiscard]] QStringList objectNames() const;   // all of them, as written

    friend bool operator==(const Definition &, const Definition &) = default;

private:
    [[nodiscard]] const DefinitionRow &dataRow() const;
    const Snapshot *m_of = nullptr;
    std::uint32_t m_row = kNone;
};

// A place in the tree. Children are in the order of their arcs.
class Node
{
public:
    Node() = default;
    Node(const Snapshot *of, std::uint32_t row)
        : m_of(row == kNone ? nullptr : of)
        , m_row(row)
    {
    }

    explicit operator bool() const { return m_of != nullptr; }
    [[nodiscard]] std::uint32_t number() const { return m_row; } // in the order of OIDs; root is 0
    [[nodiscard]] bool isRoot() const { return m_row == 0; }
    [[nodiscard]] Oid oid() const;
    [[nodiscard]] std::uint32_t arc() const;
    [[nodiscard]] QString name() const; // of its best definition; its arc where it has none
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Node parent() const;
    [[nodiscard]] int rowInParent() const;
    [[nodiscard]] int childCount() const;
    [[nodiscard]] Node child(int row) const;
    [[nodiscard]] Node childWithArc(std::uint32_t arc) const;
    [[nodiscard]] std::uint32_t endOfSubtree() const; // the number of the first node behind it
    [[nodiscard]] Definition definition() const;      // the best one
    [[nodiscard]] QList<Definition> definitions() const;

    friend bool operator==(const Node &, const Node &) = default;

private:
    [[nodiscard]] const NodeRow &row() const;
    const Snapshot *m_of = nullptr;
    std::uint32_t m_row = kNone;
};

class Module
{
public:
    struct ImportedSymbol
    {
        QString module;
        QString symbol;
        bool isThere = false; // the module is
        std::uint32_t line = 0;
    };
    Module() = default;
    Module(const Snapshot *of, std::uint32_t row)
        : m_of(row == kNone ? nullptr : of)
        , m_row(row)
    {
    }

    explicit operator bool() const { return m_of != nullptr; }
    [[nodiscard]] std::uint32_t number() const { return m_row; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString path() const; // empty: built in
    [[nodiscard]] bool isBundled() const;
    [[nodiscard]] std::uint32_t line() const;
    [[nodiscard]] ModuleState state() const;
    [[nodiscard]] bool isSecondVersion() const; // SMIv2
    [[nodiscard]] QString lastUpdated() const;  // as written: "200006140000Z"
    [[nodiscard]] QString organization() const;
    [[nodiscard]] QString contact() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] Definition identity() const;
    [[nodiscard]] QList<Definition> definitions() const;
    [[nodiscard]] QList<Type> types() const; // named ones
    [[nodiscard]] QList<ImportedSymbol> imports() const;
    [[nodiscard]] QList<Diagnostic> diagnostics() const;
    [[nodiscard]] int definitionCount() const;
    [[nodiscard]] int lostCount() const; // definitions without a place in the tree

    friend bool operator==(const Module &, const Module &) = default;

private:
    [[nodiscard]] const ModuleRow &row() const;
    const Snapshot *m_of = nullptr;
    std::uint32_t m_row = kNone;
};

struct SourceFile
{
    QString path;
    bool isBundled = false;
    QList<Diagnostic> diagnostics = {}; // what belongs to no module
    QList<Module> modules = {};
};

class Snapshot
{
public:
    explicit Snapshot(std::shared_ptr<const TableStore> store);

    [[nodiscard]] Node root() const { return {this, 0}; }
    [[nodiscard]] std::uint32_t nodeCount() const;
    [[nodiscard]] std::uint32_t definitionCount() const;
    [[nodiscard]] Node node(std::uint32_t number) const; // null where there is none
    [[nodiscard]] Definition definition(std::uint32_t number) const;
    [[nodiscard]] std::size_t bytes() const;

    // The deepest node on the way to an OID; the root where not even its first arc is known.
    [[nodiscard]] Node deepest(const Oid &oid) const;
    // Exactly there, else null.
    [[nodiscard]] Node find(const Oid &oid) const;
    // The nearest named definition at or above an OID; null where none has a name. What the OID has
    // beyond definition.oid() is the instance. An object goes before a name that somebody gave one
    // of its instances: 1.3.6.1.2.1.1.3.0 is sysUpTime.0 and not sysUpTimeInstance.
    [[nodiscard]] Definition nearest(const Oid &oid) const;

    // What a notification of that OID is, with the one mistake allowed that vendors make: a module
    // that lacks the 0 before the last arc, or has it where the agent has none (RFC 3584, section
    // 3.1; RFC 2578, section 8.5). Null where no notification is defined there.
    [[nodiscard]] Definition notification(const Oid &oid) const;

    // "ifDescr", "IF-MIB::ifDescr". Of several the best; letters' case counts only where it must.
    [[nodiscard]] Definition definition(QStringView name) const;
    [[nodiscard]] QList<Definition> definitions(QStringView name) const;
    // "DisplayString", "SNMPv2-TC::DisplayString"; not the built-in types.
    [[nodiscard]] Type type(QStringView name) const;
    [[nodiscard]] Module module(QStringView name) const;
    [[nodiscard]] QList<Module> modules() const; // by name, with those that are shadowed
    [[nodiscard]] QList<SourceFile> files() const;

    // A name with what stands behind it: "IF-MIB::ifDescr.3", "ifDescr.3", "enterprises.9.1",
    // ".iso.org.dod.internet", "1.3.6.1", and indexes as people write them: ifDescr[3],
    // vacmGroupName[3]["admin"], nsExtendOutLine."df".1. Usage with a sentence where it is none.
    [[nodiscard]] Result<Oid> resolve(QStringView text) const;
    // The reverse: "IF-MIB::ifDescr.3"; the OID itself where nothing of it has a name.
    [[nodiscard]] QString nameOf(const Oid &oid) const;
    // Without the module: "ifDescr.3".
    [[nodiscard]] QString shortNameOf(const Oid &oid) const;

    [[nodiscard]] const Tables &tables() const { return m_store->tables(); }
    [[nodiscard]] std::string_view piece(TextRow row) const { return tables().piece(row); }
    [[nodiscard]] QString text(TextRow row) const;
    [[nodiscard]] QList<Diagnostic> diagnostics(Span rows) const;

private:
    [[nodiscard]] std::span<const std::uint32_t> named(std::string_view name) const;
    [[nodiscard]] Result<Oid> resolveName(QStringView text) const;

    std::shared_ptr<const TableStore> m_store;
};

// "scalar", "column", "current", "read-only": as the SMI writes them, for export and JSON.
[[nodiscard]] QString kindName(Kind kind);
[[nodiscard]] QString accessName(Access access);
[[nodiscard]] QString statusName(Status status);
[[nodiscard]] QString moduleStateName(ModuleState state);

} // namespace Portolan::Snmp::Smi
