// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/snapshot.h"

#include <algorithm>
#include <array>

namespace Portolan::Snmp::Smi {

namespace {

constexpr int kMostAugments = 8; // rows that augment rows

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString numbersText(std::span<const RangeRow> ranges)
{
    QString text;
    for (const RangeRow &each : ranges) {
        if (!text.isEmpty())
            text += QStringLiteral(" | ");
        text += QString::number(each.least);
        if (each.most != each.least)
            text += QStringLiteral("..%1").arg(each.most);
    }
    return text;
}

} // namespace

// Type

const TypeRow &Type::row() const
{
    static const TypeRow none;
    return m_of != nullptr ? m_of->tables().types[m_row] : none;
}

Base Type::base() const
{
    return row().base;
}

QString Type::name() const
{
    return m_of != nullptr ? m_of->text(row().name) : QString();
}

QString Type::text() const
{
    QString text = name();
    if (m_of == nullptr || row().isNamed != 0)
        return text;
    if (hasNames()) {
        constexpr std::size_t kShown = 40;
        QStringList labels;
        for (std::size_t i = 0; i < std::min(names().size(), kShown); ++i)
            labels.append(QStringLiteral("%1(%2)").arg(nameAt(i)).arg(names()[i].number));
        if (names().size() > kShown)
            labels.append(QStringLiteral("..."));
        return QStringLiteral("%1 { %2 }").arg(text, labels.join(QStringLiteral(", ")));
    }
    if (ranges().empty())
        return text;
    return (isSize() ? QStringLiteral("%1 (SIZE (%2))") : QStringLiteral("%1 (%2)"))
        .arg(text, numbersText(ranges()));
}

std::string_view Type::hint() const
{
    return m_of != nullptr ? m_of->piece(row().hint) : std::string_view();
}

bool Type::hasNames() const
{
    return row().names.count > 0;
}

std::span<const NumberNameRow> Type::names() const
{
    if (m_of == nullptr)
        return {};
    return m_of->tables().names.subspan(row().names.first, row().names.count);
}

QString Type::nameAt(std::size_t index) const
{
    return index < names().size() ? m_of->text(names()[index].name) : QString();
}

std::optional<QString> Type::nameOf(std::int64_t number) const
{
    for (const NumberNameRow &each : names())
        if (each.number == number)
            return m_of->text(each.name);
    return std::nullopt;
}

std::optional<std::int64_t> Type::numberOf(QStringView name) const
{
    const QByteArray wanted = name.toUtf8();
    for (const NumberNameRow &each : names())
        if (m_of->piece(each.name) ==
            std::string_view(wanted.constData(), static_cast<std::size_t>(wanted.size())))
            return each.number;
    for (const NumberNameRow &each : names())
        if (m_of->text(each.name).compare(name, Qt::CaseInsensitive) == 0)
            return each.number;
    return std::nullopt;
}

std::span<const RangeRow> Type::ranges() const
{
    if (m_of == nullptr)
        return {};
    return m_of->tables().ranges.subspan(row().ranges.first, row().ranges.count);
}

bool Type::isSize() const
{
    return row().isSize != 0;
}

std::optional<std::size_t> Type::fixedSize() const
{
    if (base() == Base::IpAddress)
        return 4;
    if (isSize() && ranges().size() == 1 && ranges()[0].least == ranges()[0].most &&
        ranges()[0].least >= 0)
        return static_cast<std::size_t>(ranges()[0].least);
    return std::nullopt;
}

QString Type::description() const
{
    return m_of != nullptr ? m_of->text(row().description) : QString();
}

QString Type::reference() const
{
    return m_of != nullptr ? m_of->text(row().reference) : QString();
}

Status Type::status() const
{
    return row().status;
}

Module Type::module() const
{
    return {m_of, row().module};
}

Type Type::parent() const
{
    return {m_of, row().parent};
}

bool Type::isA(std::string_view convention) const
{
    Type at = *this;
    for (int depth = 0; at && depth < 64; ++depth, at = at.parent())
        if (m_of->piece(at.row().name) == convention)
            return true;
    return false;
}

// Definition

const DefinitionRow &Definition::dataRow() const
{
    static const DefinitionRow none;
    return m_of != nullptr ? m_of->tables().definitions[m_row] : none;
}

QString Definition::name() const
{
    return m_of != nullptr ? m_of->text(dataRow().name) : QString();
}

QString Definition::qualifiedName() const
{
    return m_of != nullptr ? QStringLiteral("%1::%2").arg(module().name(), name()) : QString();
}

Module Definition::module() const
{
    return {m_of, dataRow().module};
}

Node Definition::node() const
{
    return {m_of, dataRow().node};
}

Oid Definition::oid() const
{
    return node().oid();
}

Kind Definition::kind() const
{
    return dataRow().kind;
}

Access Definition::access() const
{
    return dataRow().access;
}

Status Definition::status() const
{
    return dataRow().status;
}

Type Definition::type() const
{
    return {m_of, dataRow().type};
}

QString Definition::units() const
{
    return m_of != nullptr ? m_of->text(dataRow().units) : QString();
}

QString Definition::description() const
{
    return m_of != nullptr ? m_of->text(dataRow().description) : QString();
}

QString Definition::reference() const
{
    return m_of != nullptr ? m_of->text(dataRow().reference) : QString();
}

QString Definition::defaultValue() const
{
    return m_of != nullptr ? m_of->text(dataRow().defaultValue) : QString();
}

std::uint32_t Definition::line() const
{
    return dataRow().line;
}

bool Definition::isObject() const
{
    return kind() == Kind::Scalar || kind() == Kind::Column;
}

bool Definition::isNotification() const
{
    return kind() == Kind::Notification || kind() == Kind::Trap;
}

bool Definition::isWritable() const
{
    return access() == Access::ReadWrite || access() == Access::ReadCreate ||
           access() == Access::WriteOnly;
}

Definition Definition::augments() const
{
    return {m_of, dataRow().augments};
}

QList<Definition::Index> Definition::index() const
{
    Definition at = row();
    for (int i = 0; at && at.dataRow().index.count == 0 && at.augments() && i < kMostAugments; ++i)
        at = at.augments();
    QList<Index> parts;
    if (!at)
        return parts;
    const Span span = at.dataRow().index;
    for (const IndexRow &each : m_of->tables().indexes.subspan(span.first, span.count)) {
        Index part{m_of->text(each.name), each.implied != 0, each.definition,
                   Type(m_of, each.type)};
        if (each.definition != kNone)
            part.type = Definition(m_of, each.definition).type();
        parts.append(part);
    }
    return parts;
}

Definition Definition::row() const
{
    if (kind() == Kind::Row)
        return *this;
    if (kind() == Kind::Column) {
        const auto above = node().parent().definitions();
        for (const Definition &each : above)
            if (each.kind() == Kind::Row)
                return each;
    }
    if (kind() == Kind::Table)
        for (int i = 0; i < node().childCount(); ++i)
            for (const Definition &each : node().child(i).definitions())
                if (each.kind() == Kind::Row)
                    return each;
    return {};
}

Definition Definition::table() const
{
    if (kind() == Kind::Table)
        return *this;
    const auto above = row().node().parent().definitions();
    for (const Definition &each : above)
        if (each.kind() == Kind::Table)
            return each;
    return {};
}

QList<Definition> Definition::columns() const
{
    QList<Definition> columns;
    const Node of = row().node();
    for (int i = 0; i < of.childCount(); ++i) {
        const auto all = of.child(i).definitions();
        const auto found = std::find_if(all.begin(), all.end(), [](const Definition &each) {
            return each.kind() == Kind::Column;
        });
        if (found != all.end())
            columns.append(*found);
    }
    return columns;
}

QList<Definition> Definition::objects() const
{
    QList<Definition> objects;
    if (m_of == nullptr)
        return objects;
    const Span span = dataRow().objects;
    for (const ObjectRow &each : m_of->tables().objects.subspan(span.first, span.count))
        if (each.definition != kNone)
            objects.append(Definition(m_of, each.definition));
    return objects;
}

QStringList Definition::objectNames() const
{
    QStringList names;
    if (m_of == nullptr)
        return names;
    const Span span = dataRow().objects;
    for (const ObjectRow &each : m_of->tables().objects.subspan(span.first, span.count))
        names.append(m_of->text(each.name));
    return names;
}

// Node

const NodeRow &Node::row() const
{
    static const NodeRow none;
    return m_of != nullptr ? m_of->tables().nodes[m_row] : none;
}

Oid Node::oid() const
{
    std::array<std::uint32_t, Oid::kMostArcs> arcs;
    std::size_t begin = arcs.size();
    for (Node at = *this; at && !at.isRoot() && begin > 0; at = at.parent())
        arcs[--begin] = at.arc();
    return Oid(std::span<const std::uint32_t>(arcs).subspan(begin));
}

std::uint32_t Node::arc() const
{
    return row().arc;
}

QString Node::name() const
{
    static const std::array kTop = {QStringLiteral("ccitt"), QStringLiteral("iso"),
                                    QStringLiteral("joint-iso-ccitt")};
    if (const Definition best = definition())
        return best.name();
    if (m_of != nullptr && row().parent == 0 && arc() < kTop.size())
        return kTop[arc()];
    return m_of == nullptr || isRoot() ? QString() : QString::number(arc());
}

Kind Node::kind() const
{
    const Definition best = definition();
    return best ? best.kind() : Kind::Unnamed;
}

Node Node::parent() const
{
    return {m_of, row().parent};
}

int Node::rowInParent() const
{
    return static_cast<int>(row().row);
}

int Node::childCount() const
{
    return static_cast<int>(row().children.count);
}

Node Node::child(int number) const
{
    if (number < 0 || number >= childCount())
        return {};
    return {m_of,
            m_of->tables().children[row().children.first + static_cast<std::uint32_t>(number)]};
}

Node Node::childWithArc(std::uint32_t arc) const
{
    if (m_of == nullptr)
        return {};
    const Tables &tables = m_of->tables();
    const auto children = tables.children.subspan(row().children.first, row().children.count);
    const auto found = std::lower_bound(
        children.begin(), children.end(), arc,
        [&](std::uint32_t node, std::uint32_t wanted) { return tables.nodes[node].arc < wanted; });
    if (found == children.end() || tables.nodes[*found].arc != arc)
        return {};
    return {m_of, *found};
}

std::uint32_t Node::endOfSubtree() const
{
    return row().end;
}

Definition Node::definition() const
{
    if (row().definitions.count == 0)
        return {};
    return {m_of, m_of->tables().nodeDefinitions[row().definitions.first]};
}

QList<Definition> Node::definitions() const
{
    QList<Definition> all;
    for (std::uint32_t i = 0; i < row().definitions.count; ++i)
        all.append(Definition(m_of, m_of->tables().nodeDefinitions[row().definitions.first + i]));
    return all;
}

// Module

const ModuleRow &Module::row() const
{
    static const ModuleRow none;
    return m_of != nullptr ? m_of->tables().modules[m_row] : none;
}

QString Module::name() const
{
    return m_of != nullptr ? m_of->text(row().name) : QString();
}

QString Module::path() const
{
    return m_of != nullptr ? m_of->text(m_of->tables().files[row().file].path) : QString();
}

bool Module::isBundled() const
{
    return m_of != nullptr && m_of->tables().files[row().file].isBundled != 0;
}

std::uint32_t Module::line() const
{
    return row().line;
}

ModuleState Module::state() const
{
    return row().state;
}

bool Module::isSecondVersion() const
{
    return row().isSecondVersion != 0;
}

QString Module::lastUpdated() const
{
    return m_of != nullptr ? m_of->text(row().lastUpdated) : QString();
}

QString Module::organization() const
{
    return m_of != nullptr ? m_of->text(row().organization) : QString();
}

QString Module::contact() const
{
    return m_of != nullptr ? m_of->text(row().contact) : QString();
}

QString Module::description() const
{
    return m_of != nullptr ? m_of->text(row().description) : QString();
}

Definition Module::identity() const
{
    return {m_of, row().identity};
}

QList<Definition> Module::definitions() const
{
    QList<Definition> all;
    for (std::uint32_t i = 0; i < row().definitions.count; ++i)
        all.append(Definition(m_of, row().definitions.first + i));
    return all;
}

QList<Type> Module::types() const
{
    QList<Type> all;
    for (std::uint32_t i = 0; i < row().types.count; ++i)
        all.append(Type(m_of, row().types.first + i));
    return all;
}

QList<Module::ImportedSymbol> Module::imports() const
{
    QList<ImportedSymbol> all;
    if (m_of == nullptr)
        return all;
    for (const ImportRow &each :
         m_of->tables().imports.subspan(row().imports.first, row().imports.count))
        all.append(
            {m_of->text(each.module), m_of->text(each.symbol), each.from != kNone, each.line});
    return all;
}

QList<Diagnostic> Module::diagnostics() const
{
    return m_of != nullptr ? m_of->diagnostics(row().diagnostics) : QList<Diagnostic>();
}

int Module::definitionCount() const
{
    return static_cast<int>(row().definitions.count);
}

int Module::lostCount() const
{
    return static_cast<int>(row().lost);
}

// Snapshot

Snapshot::Snapshot(std::shared_ptr<const TableStore> store)
    : m_store(std::move(store))
{
}

std::uint32_t Snapshot::nodeCount() const
{
    return static_cast<std::uint32_t>(tables().nodes.size());
}

std::uint32_t Snapshot::definitionCount() const
{
    return static_cast<std::uint32_t>(tables().definitions.size());
}

Node Snapshot::node(std::uint32_t number) const
{
    return number < nodeCount() ? Node(this, number) : Node();
}

Definition Snapshot::definition(std::uint32_t number) const
{
    return number < definitionCount() ? Definition(this, number) : Definition();
}

std::size_t Snapshot::bytes() const
{
    return m_store->bytes();
}

QString Snapshot::text(TextRow row) const
{
    return toText(piece(row));
}

QList<Diagnostic> Snapshot::diagnostics(Span rows) const
{
    QList<Diagnostic> all;
    for (const DiagnosticRow &each : tables().diagnostics.subspan(rows.first, rows.count)) {
        Diagnostic diagnostic{static_cast<DiagnosticId>(each.id),
                              static_cast<Severity>(each.severity),
                              each.line,
                              each.column,
                              {}};
        for (const TextRow argument :
             tables().arguments.subspan(each.arguments.first, each.arguments.count))
            diagnostic.arguments.emplace_back(piece(argument));
        all.append(std::move(diagnostic));
    }
    return all;
}

QList<Module> Snapshot::modules() const
{
    QList<Module> all;
    for (std::uint32_t i = 0; i < tables().modules.size(); ++i)
        all.append(Module(this, i));
    std::stable_sort(all.begin(), all.end(), [this](const Module &a, const Module &b) {
        return piece(tables().modules[a.number()].name) < piece(tables().modules[b.number()].name);
    });
    return all;
}

QList<SourceFile> Snapshot::files() const
{
    QList<SourceFile> all;
    for (const FileRow &row : tables().files) {
        SourceFile file{text(row.path), row.isBundled != 0, diagnostics(row.diagnostics)};
        for (std::uint32_t i = 0; i < row.modules.count; ++i)
            file.modules.append(Module(this, row.modules.first + i));
        all.append(std::move(file));
    }
    return all;
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Unnamed:
        return QStringLiteral("unnamed");
    case Kind::ObjectIdentifier:
        return QStringLiteral("object-identifier");
    case Kind::ModuleIdentity:
        return QStringLiteral("module-identity");
    case Kind::ObjectIdentity:
        return QStringLiteral("object-identity");
    case Kind::Scalar:
        return QStringLiteral("scalar");
    case Kind::Table:
        return QStringLiteral("table");
    case Kind::Row:
        return QStringLiteral("row");
    case Kind::Column:
        return QStringLiteral("column");
    case Kind::Notification:
        return QStringLiteral("notification");
    case Kind::Trap:
        return QStringLiteral("trap");
    case Kind::ObjectGroup:
        return QStringLiteral("object-group");
    case Kind::NotificationGroup:
        return QStringLiteral("notification-group");
    case Kind::Compliance:
        return QStringLiteral("module-compliance");
    case Kind::Capabilities:
        return QStringLiteral("agent-capabilities");
    }
    return {};
}

QString accessName(Access access)
{
    switch (access) {
    case Access::None:
        return {};
    case Access::NotAccessible:
        return QStringLiteral("not-accessible");
    case Access::AccessibleForNotify:
        return QStringLiteral("accessible-for-notify");
    case Access::ReadOnly:
        return QStringLiteral("read-only");
    case Access::ReadWrite:
        return QStringLiteral("read-write");
    case Access::ReadCreate:
        return QStringLiteral("read-create");
    case Access::WriteOnly:
        return QStringLiteral("write-only");
    case Access::NotImplemented:
        return QStringLiteral("not-implemented"); // the SMI's own word
    }
    return {};
}

QString statusName(Status status)
{
    switch (status) {
    case Status::None:
        return {};
    case Status::Current:
        return QStringLiteral("current");
    case Status::Deprecated:
        return QStringLiteral("deprecated");
    case Status::Obsolete:
        return QStringLiteral("obsolete");
    case Status::Mandatory:
        return QStringLiteral("mandatory");
    case Status::Optional:
        return QStringLiteral("optional");
    }
    return {};
}

QString moduleStateName(ModuleState state)
{
    switch (state) {
    case ModuleState::Loaded:
        return QStringLiteral("loaded");
    case ModuleState::Partly:
        return QStringLiteral("partly");
    case ModuleState::Shadowed:
        return QStringLiteral("shadowed");
    case ModuleState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

} // namespace Portolan::Snmp::Smi
