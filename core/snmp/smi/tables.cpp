// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/tables.h"

#include "core/snmp/smi/diagnostic.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

constexpr std::size_t kSections = 18;
constexpr std::size_t kAlignment = 8;
constexpr std::array<char, 8> kMagic = {'P', 'O', 'R', 'T', 'S', 'M', 'I', '\n'};
constexpr std::uint32_t kOrder = 0x01020304; // another machine's byte order is another value

struct Section
{
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    std::uint64_t rowSize = 0;
};

struct Header
{
    std::array<char, 8> magic = kMagic;
    std::uint32_t version = kTablesVersion;
    std::uint32_t order = kOrder;
    std::array<char, 32> key{};
    std::uint64_t size = 0;
    std::uint64_t checksum = 0; // of everything behind the header
    std::array<Section, kSections> sections{};
};
static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) % kAlignment == 0);

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    hash = (hash ^ word) * 0x9FB21C651E98DF25ULL;
    return hash ^ (hash >> 35U);
}

// Against damage, not against malice: the folder is the person's own.
std::uint64_t checksumOf(const char *bytes, std::size_t size)
{
    std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + 32 <= size; at += 32) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes + at, 32);
        for (std::size_t i = 0; i < 4; ++i)
            lanes[i] = mixed(lanes[i], words[i]);
    }
    std::uint64_t hash = size;
    for (; at < size; ++at)
        hash = mixed(hash, static_cast<unsigned char>(bytes[at]));
    for (const std::uint64_t lane : lanes)
        hash = mixed(hash, lane);
    return hash;
}

constexpr std::uint64_t aligned(std::uint64_t size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

// Whether rows name only rows that exist.
class Check
{
public:
    explicit Check(const Tables &tables)
        : t(tables)
    {
    }

    [[nodiscard]] bool all() const
    {
        return nodes() && definitions() && types() && modules() &&
               every(t.children, [this](auto i) { return i < t.nodes.size(); }) &&
               every(t.nodeDefinitions, [this](auto i) { return i < t.definitions.size(); }) &&
               every(t.byName, [this](auto i) { return i < t.definitions.size(); }) &&
               every(t.typesByName, [this](auto i) { return i < t.types.size(); }) &&
               every(t.modulesByName, [this](auto i) { return i < t.modules.size(); });
    }

private:
    template<typename Rows, typename Call>
    static bool every(const Rows &rows, Call &&call)
    {
        return std::all_of(rows.begin(), rows.end(), call);
    }
    template<typename Rows>
    static bool in(Span span, const Rows &rows)
    {
        return span.first <= rows.size() && span.count <= rows.size() - span.first;
    }
    template<typename Rows>
    static bool maybe(std::uint32_t index, const Rows &rows)
    {
        return index == kNone || index < rows.size();
    }
    [[nodiscard]] bool text(TextRow row) const
    {
        return row.offset <= t.text.size() && row.size <= t.text.size() - row.offset;
    }

    [[nodiscard]] bool nodes() const
    {
        if (t.nodes.empty())
            return false;
        std::uint32_t number = 0;
        return every(t.nodes, [&](const NodeRow &n) {
            const std::uint32_t self = number++;
            return (self == 0 ? n.parent == kNone : n.parent < self) && n.end > self &&
                   n.end <= t.nodes.size() && in(n.children, t.children) &&
                   in(n.definitions, t.nodeDefinitions);
        });
    }
    [[nodiscard]] bool definitions() const
    {
        return every(t.definitions,
                     [this](const DefinitionRow &d) {
                         return text(d.name) && text(d.description) && text(d.reference) &&
                                text(d.units) && text(d.defaultValue) && maybe(d.node, t.nodes) &&
                                d.module < t.modules.size() && maybe(d.type, t.types) &&
                                maybe(d.augments, t.definitions) && in(d.index, t.indexes) &&
                                in(d.objects, t.objects) && d.kind <= Kind::Capabilities &&
                                d.access <= Access::NotImplemented && d.status <= Status::Optional;
                     }) &&
               every(t.indexes,
                     [this](const IndexRow &i) {
                         return maybe(i.definition, t.definitions) && maybe(i.type, t.types) &&
                                text(i.name);
                     }) &&
               every(t.objects, [this](const ObjectRow &o) {
                   return maybe(o.definition, t.definitions) && text(o.name);
               });
    }
    [[nodiscard]] bool types() const
    {
        return every(t.types,
                     [this](const TypeRow &y) {
                         return text(y.name) && text(y.hint) && text(y.description) &&
                                text(y.reference) && in(y.names, t.names) &&
                                in(y.ranges, t.ranges) && maybe(y.module, t.modules) &&
                                maybe(y.parent, t.types) && y.base <= Base::SequenceOf &&
                                y.status <= Status::Optional;
                     }) &&
               every(t.names, [this](const NumberNameRow &n) { return text(n.name); });
    }
    [[nodiscard]] bool modules() const
    {
        return every(t.modules,
                     [this](const ModuleRow &m) {
                         return text(m.name) && text(m.lastUpdated) && text(m.organization) &&
                                text(m.contact) && text(m.description) && m.file < t.files.size() &&
                                maybe(m.identity, t.definitions) &&
                                in(m.definitions, t.definitions) && in(m.types, t.types) &&
                                in(m.imports, t.imports) && in(m.diagnostics, t.diagnostics) &&
                                m.state <= ModuleState::Failed;
                     }) &&
               every(t.imports,
                     [this](const ImportRow &i) {
                         return text(i.module) && text(i.symbol) && maybe(i.from, t.modules);
                     }) &&
               every(t.files,
                     [this](const FileRow &f) {
                         return text(f.path) && in(f.modules, t.modules) &&
                                in(f.diagnostics, t.diagnostics);
                     }) &&
               every(t.diagnostics,
                     [this](const DiagnosticRow &d) {
                         return in(d.arguments, t.arguments) &&
                                d.id <= std::uint16_t(DiagnosticId::TypeCase) &&
                                d.severity <= std::uint16_t(Severity::Error);
                     }) &&
               every(t.arguments, [this](TextRow row) { return text(row); });
    }

    const Tables &t;
};

} // namespace

TextRow TableRows::keep(std::string_view piece)
{
    if (piece.empty() || text.size() + piece.size() > std::numeric_limits<std::uint32_t>::max())
        return {};
    const auto offset = static_cast<std::uint32_t>(text.size());
    text.insert(text.end(), piece.begin(), piece.end());
    return {offset, static_cast<std::uint32_t>(piece.size())};
}

TableStore::TableStore() = default;
TableStore::~TableStore() = default;

TableStore::TableStore(TableRows rows)
    : m_rows(std::move(rows))
    , m_tables{m_rows.nodes,         m_rows.children,  m_rows.nodeDefinitions, m_rows.definitions,
               m_rows.indexes,       m_rows.objects,   m_rows.types,           m_rows.names,
               m_rows.ranges,        m_rows.modules,   m_rows.imports,         m_rows.files,
               m_rows.diagnostics,   m_rows.arguments, m_rows.byName,          m_rows.typesByName,
               m_rows.modulesByName, m_rows.text}
{
}

std::size_t TableStore::bytes() const
{
    std::size_t bytes = 0;
    Tables::forEach(m_tables, [&bytes](const auto &rows) { bytes += rows.size_bytes(); });
    return bytes;
}

Result<> TableStore::save(const QString &path, const QByteArray &key) const
{
    Header header;
    std::copy_n(key.constData(), std::min(static_cast<std::size_t>(key.size()), header.key.size()),
                header.key.begin());
    std::uint64_t size = 0;
    std::size_t section = 0;
    Tables::forEach(m_tables, [&](const auto &rows) {
        header.sections[section++] = {size, rows.size(), sizeof(rows[0])};
        size += aligned(rows.size_bytes());
    });
    std::vector<char> body(size);
    section = 0;
    Tables::forEach(m_tables, [&](const auto &rows) {
        if (!rows.empty())
            std::memcpy(body.data() + header.sections[section].offset, rows.data(),
                        rows.size_bytes());
        ++section;
    });
    header.size = size;
    header.checksum = checksumOf(body.data(), body.size());

    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const auto length = static_cast<qint64>(size);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(&header), sizeof(header)) !=
            qint64(sizeof(header)) ||
        file.write(body.data(), length) != length || !file.commit())
        return failure(Error::Kind::Local, Words::tr("The cache of modules cannot be written."),
                       file.errorString());
    return {};
}

std::unique_ptr<TableStore> TableStore::load(const QString &path, const QByteArray &key)
{
    std::unique_ptr<TableStore> store(new TableStore);
    store->m_file = std::make_unique<QFile>(path);
    QFile &file = *store->m_file;
    if (!file.open(QIODevice::ReadOnly) || file.size() < qint64(sizeof(Header)))
        return {};
    const uchar *bytes = file.map(0, file.size());
    if (bytes == nullptr)
        return {};
    Header header;
    std::memcpy(&header, bytes, sizeof(header));
    Header wanted;
    std::copy_n(key.constData(), std::min(static_cast<std::size_t>(key.size()), wanted.key.size()),
                wanted.key.begin());
    const char *body = reinterpret_cast<const char *>(bytes) + sizeof(Header);
    if (header.magic != wanted.magic || header.version != wanted.version ||
        header.order != wanted.order || header.key != wanted.key ||
        header.size != static_cast<std::uint64_t>(file.size()) - sizeof(Header) ||
        header.checksum != checksumOf(body, header.size))
        return {};
    std::size_t section = 0;
    bool fits = true;
    Tables::forEach(store->m_tables, [&](auto &rows) {
        using Row = typename std::remove_reference_t<decltype(rows)>::element_type;
        const Section &s = header.sections[section++];
        fits = fits && s.rowSize == sizeof(Row) && s.offset % kAlignment == 0 &&
               s.offset <= header.size && s.count <= (header.size - s.offset) / sizeof(Row);
        if (fits)
            rows = {reinterpret_cast<Row *>(body + s.offset), s.count};
    });
    if (!fits || !Check(store->m_tables).all())
        return {};
    return store;
}

} // namespace Portolan::Snmp::Smi
