// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/syntaxtree.h"
#include "core/snmp/smi/tables.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp::Smi {

// A parsed file and where it came from.
struct LinkFile
{
    std::unique_ptr<ParsedFile> file;
    std::int64_t modified = 0;
    std::uint64_t size = 0;
    std::uint32_t folder = 0; // which of the folders, in order; decides between equal modules
    bool isBundled = false;
};

// Makes one tree of many modules: which file of a module is used, what its imports lead to, where
// its definitions stand, what their types are, which of several definitions of one OID is shown
// first. Everything that does not work out becomes a diagnostic of the module that needs it. Used
// once; one thread. Split by step: linkmodules.cpp, linkoids.cpp, linktypes.cpp, linktables.cpp.
class ModuleLinker
{
public:
    explicit ModuleLinker(std::vector<LinkFile> files);

    [[nodiscard]] TableRows link();

private:
    struct Module
    {
        ParsedFile *file = nullptr;
        ParsedModule *parsed = nullptr;
        std::uint32_t fileNumber = 0;
        std::uint32_t firstDefinition = 0;
        std::uint32_t firstType = 0;
        std::uint32_t linkErrors = 0;
        std::uint32_t lost = 0;
        bool isUsed = true;
        bool isBase = false;     // defines the SMI itself
        bool isReplaced = false; // of an age whose modules others have replaced (RFC1213-MIB)
        std::vector<std::uint32_t> imports; // of each Import: the module, or kNone
    };
    struct Symbol
    {
        std::string_view name;
        std::uint32_t module = 0;
        std::uint32_t index = 0;    // of a definition or a type, in all modules
        std::uint32_t next = kNone; // of the same name
        bool isType = false;
    };
    struct Definition
    {
        const ParsedDefinition *parsed = nullptr;
        std::uint32_t module = 0;
        std::uint32_t node = kNone;
        enum class Place : std::uint8_t { Unknown, Looking, Found, Failed } place = Place::Unknown;
        Kind kind = Kind::ObjectIdentifier;
    };
    struct Type
    {
        const ParsedType *parsed = nullptr;
        std::uint32_t module = 0;
        std::uint32_t row = kNone;
        bool looking = false;
    };
    struct Node
    {
        std::uint32_t parent = kNone;
        std::uint32_t arc = 0;
        std::uint32_t depth = 0;
        std::vector<std::uint32_t> definitions;
    };
    enum class How : std::uint8_t { Nowhere, Local, Imported, Moved, Guessed };
    struct Reference
    {
        std::uint32_t symbol = kNone;
        How how = How::Nowhere;
    };

    // linkmodules.cpp
    void addBaseModule();
    void collectModules();
    void chooseModules();
    [[nodiscard]] const char *better(const Module &a, const Module &b) const;
    void collectSymbols();
    void resolveImports();
    void tellMissingModule(Module &module, const Import &import);
    void tellCycles();
    [[nodiscard]] std::uint32_t findIn(std::uint32_t module, std::string_view name,
                                       bool isType) const;
    [[nodiscard]] std::uint32_t findAnywhere(std::string_view name, bool isType) const;
    [[nodiscard]] Reference find(std::uint32_t module, std::string_view name, bool isType,
                                 std::string_view qualifier = {}) const;
    // find(), and says so where it was not the import that led there.
    [[nodiscard]] std::uint32_t use(std::uint32_t module, std::string_view name, bool isType,
                                    std::uint32_t offset, std::string_view qualifier = {});
    void tell(std::uint32_t module, DiagnosticId id, Severity severity, std::uint32_t offset,
              std::vector<std::string> arguments);

    // linkoids.cpp
    void placeDefinitions();
    void place(std::uint32_t definition);
    // The definition that must be placed first, or kNone and the definition is done.
    [[nodiscard]] std::uint32_t tryToPlace(std::uint32_t definition);
    [[nodiscard]] bool placeTrap(Definition &definition, std::uint32_t enterprise);
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t arc);
    void decideKinds();
    [[nodiscard]] std::uint8_t rankOf(const Definition &definition) const;
    void sortDefinitions();
    void tellShared(std::uint32_t node);
    [[nodiscard]] std::string oidText(std::uint32_t node) const;

    // linktypes.cpp
    void makeTypes();
    [[nodiscard]] std::uint32_t typeRow(std::uint32_t type);
    [[nodiscard]] std::uint32_t typeRow(const TypeSyntax &syntax, std::uint32_t module,
                                        std::string_view owner);
    [[nodiscard]] std::uint32_t builtIn(Base base, std::string_view name);
    void checkHint(const Type &type, Base base);
    struct TypeName
    {
        std::string_view module;
        std::string_view name;
    };
    [[nodiscard]] std::optional<TypeName> typeInOtherCase(std::string_view name,
                                                          std::uint32_t module) const;
    void refine(TypeRow &row, const TypeSyntax &syntax, std::uint32_t module,
                std::string_view owner);

    // linktables.cpp
    void keepTexts();
    void writeDefinitions();
    void writeRow(std::uint32_t number);
    void writeNodes();
    void writeModules();
    void writeFiles();
    void writeNames();
    Span writeDiagnostics(const std::vector<Diagnostic> &diagnostics);
    [[nodiscard]] TextRow text(const Module &module, TextPiece piece);

    std::vector<LinkFile> m_files;
    std::vector<Module> m_modules;
    std::vector<Symbol> m_symbols;
    std::unordered_map<std::string_view, std::uint32_t> m_symbolsByName; // the first of the name
    std::unordered_map<std::string_view, std::uint32_t> m_modulesByName; // those that are used
    std::vector<Definition> m_definitions;
    std::vector<Type> m_types;
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint64_t, std::uint32_t> m_children; // parent and arc -> node
    std::unordered_map<std::string_view, std::uint32_t> m_builtIn;
    std::vector<std::uint32_t> m_textOffsets; // of each file's texts
    std::vector<std::uint32_t> m_nodeNumbers; // m_nodes -> TableRows::nodes
    int m_typeDepth = 0;
    bool m_typeCircle = false; // a type was met again while it was looked at
    TableRows m_rows;
};

} // namespace Portolan::Snmp::Smi
