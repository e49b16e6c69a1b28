// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/smi/valuetext.h"

#include <QCoreApplication>

#include <algorithm>

// Names and OIDs: the part of Snapshot that people type.
namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isNameCharacter(QChar c)
{
    return isDigit(c) || (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('-') ||
           c == QLatin1Char('_');
}

tl::unexpected<Error> unknown(QStringView name)
{
    constexpr qsizetype kShown = 80;
    return failure(Error::Kind::Usage,
                   Words::tr("No module that is loaded defines %1.").arg(name.left(kShown)));
}

tl::unexpected<Error> unreadable(QStringView text)
{
    constexpr qsizetype kShown = 80;
    return failure(Error::Kind::Usage,
                   Words::tr("“%1” is neither an OID nor a name.").arg(text.left(kShown)));
}

bool sameLetters(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [&](char x, char y) { return lower(x) == lower(y); });
}

struct QualifiedName
{
    QStringView module;
    QStringView name;
};

QualifiedName qualified(QStringView text)
{
    const qsizetype colons = text.indexOf(QLatin1String("::"));
    if (colons < 0)
        return {{}, text};
    return {text.left(colons), text.mid(colons + 2)};
}

// What stands in brackets or quotes behind a name, one after the other.
class SuffixReader
{
public:
    SuffixReader(const Snapshot &snapshot, Definition object, QStringView text)
        : m_snapshot(snapshot)
        , m_object(object)
        , m_index(object.index())
        , m_text(text)
    {
    }

    Result<Oid> read(Oid oid)
    {
        Node node = m_object ? m_object.node() : m_snapshot.find(oid);
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            Result<> done;
            if (c == QLatin1Char('[')) {
                done = bracket(oid);
            } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
                done = quoted(oid);
            } else if (c == QLatin1Char('.')) {
                ++m_at;
                if (m_at < m_text.size() &&
                    (m_text[m_at] == QLatin1Char('"') || m_text[m_at] == QLatin1Char('\'')))
                    continue;
                done = component(oid, node);
            } else {
                return unreadable(m_text);
            }
            if (!done)
                return tl::unexpected(done.error());
        }
        return oid;
    }

private:
    Result<> component(Oid &oid, Node &node)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
            ++m_at;
        const QStringView word = m_text.mid(begin, m_at - begin);
        if (word.isEmpty())
            return unreadable(m_text);
        std::uint32_t arc = 0;
        if (isDigit(word[0])) {
            const auto number = Oid::parseSuffix(word);
            if (!number)
                return tl::unexpected(number.error());
            arc = number->last();
        } else {
            const Node below = child(node, word);
            if (!below)
                return unknown(word);
            arc = below.arc();
        }
        node = node ? node.childWithArc(arc) : Node();
        if (!oid.append(arc))
            return full();
        return {};
    }
    static Node child(const Node &node, QStringView name)
    {
        for (int i = 0; i < node.childCount(); ++i) {
            const Node each = node.child(i);
            if (each.name() == name)
                return each;
            for (const Definition &definition : each.definitions())
                if (definition.name() == name)
                    return each;
        }
        return {};
    }
    Result<> bracket(Oid &oid)
    {
        qsizetype end = ++m_at;
        bool quotes = false;
        while (end < m_text.size() && (quotes || m_text[end] != QLatin1Char(']'))) {
            if (m_text[end] == QLatin1Char('"'))
                quotes = !quotes;
            ++end;
        }
        if (end >= m_text.size())
            return unreadable(m_text);
        QStringView content = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        if (content.size() >= 2 && content.startsWith(QLatin1Char('"')) &&
            content.endsWith(QLatin1Char('"')))
            content = content.mid(1, content.size() - 2);
        if (m_part >= m_index.size()) {
            const auto arcs = Oid::parseSuffix(content);
            if (!arcs)
                return tl::unexpected(arcs.error());
            if (!oid.append(arcs->arcs()))
                return full();
            return {};
        }
        const Definition::Index &index = m_index[m_part++];
        const auto value = valueOf(m_snapshot, index.type, content);
        if (!value)
            return tl::unexpected(value.error());
        return appendIndex(oid, index, *value, m_part == m_index.size());
    }
    // As net-snmp writes them: "abc" has its length before it, 'abc' has not.
    Result<> quoted(Oid &oid)
    {
        const QChar quote = m_text[m_at++];
        const qsizetype end = m_text.indexOf(quote, m_at);
        if (end < 0)
            return unreadable(m_text);
        const QByteArray octets = m_text.mid(m_at, end - m_at).toUtf8();
        m_at = end + 1;
        bool fits =
            quote != QLatin1Char('"') || oid.append(static_cast<std::uint32_t>(octets.size()));
        for (const char octet : octets)
            fits = fits && oid.append(static_cast<unsigned char>(octet));
        if (!fits)
            return full();
        return {};
    }
    static tl::unexpected<Error> full()
    {
        return failure(Error::Kind::Usage, Words::tr("An OID has at most 128 numbers."));
    }

    const Snapshot &m_snapshot;
    Definition m_object;
    QList<Definition::Index> m_index;
    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_part = 0;
};

} // namespace

Node Snapshot::deepest(const Oid &oid) const
{
    Node at = root();
    for (const std::uint32_t arc : oid.arcs()) {
        const Node next = at.childWithArc(arc);
        if (!next)
            break;
        at = next;
    }
    return at;
}

Node Snapshot::find(const Oid &oid) const
{
    Node at = root();
    for (const std::uint32_t arc : oid.arcs()) {
        at = at.childWithArc(arc);
        if (!at)
            break;
    }
    return at;
}

Definition Snapshot::nearest(const Oid &oid) const
{
    Definition nearest;
    for (Node at = deepest(oid); at; at = at.parent()) {
        const Definition definition = at.definition();
        if (definition.isObject())
            return definition;
        if (!nearest)
            nearest = definition;
    }
    return nearest;
}

Definition Snapshot::notification(const Oid &oid) const
{
    const auto at = [this](const Oid &place) {
        const auto all = find(place).definitions();
        const auto found = std::find_if(
            all.begin(), all.end(), [](const Definition &each) { return each.isNotification(); });
        return found == all.end() ? Definition() : *found;
    };
    if (const Definition exact = at(oid); exact || oid.size() < 2)
        return exact;
    const Oid above = oid.parent();
    if (above.last() == 0)
        return at(above.parent().child(oid.last()));
    return at(above.child(0).child(oid.last()));
}

std::span<const std::uint32_t> Snapshot::named(std::string_view name) const
{
    const auto &all = tables().byName;
    struct ByName
    {
        const Tables &tables;
        bool operator()(std::uint32_t a, std::string_view b) const
        {
            return tables.piece(tables.definitions[a].name) < b;
        }
        bool operator()(std::string_view a, std::uint32_t b) const
        {
            return a < tables.piece(tables.definitions[b].name);
        }
    };
    const auto [first, last] = std::equal_range(all.begin(), all.end(), name, ByName{tables()});
    return {first, last};
}

QList<Definition> Snapshot::definitions(QStringView text) const
{
    const QualifiedName parts = qualified(text);
    const std::string name = parts.name.toUtf8().toStdString();
    const std::string module = parts.module.toUtf8().toStdString();
    QList<Definition> found;
    const auto take = [&](std::uint32_t row, bool exact) {
        const std::string_view of = piece(tables().modules[tables().definitions[row].module].name);
        if (module.empty() || (exact ? of == module : sameLetters(of, module)))
            found.append(Definition(this, row));
    };
    for (const std::uint32_t row : named(name))
        take(row, true);
    if (!found.isEmpty() || name.empty())
        return found;
    // Typed with other capitals.
    for (const std::uint32_t row : tables().byName)
        if (sameLetters(piece(tables().definitions[row].name), name))
            take(row, false);
    return found;
}

Definition Snapshot::definition(QStringView name) const
{
    const auto found = definitions(name);
    return found.isEmpty() ? Definition() : found.first();
}

Type Snapshot::type(QStringView text) const
{
    const QualifiedName parts = qualified(text);
    const std::string name = parts.name.toUtf8().toStdString();
    const std::string module = parts.module.toUtf8().toStdString();
    const auto &all = tables().typesByName;
    auto at = std::lower_bound(all.begin(), all.end(), name,
                               [this](std::uint32_t row, const std::string &wanted) {
                                   return piece(tables().types[row].name) < wanted;
                               });
    for (; at != all.end() && piece(tables().types[*at].name) == name; ++at) {
        const TypeRow &row = tables().types[*at];
        if (row.module != kNone &&
            (module.empty() || piece(tables().modules[row.module].name) == module))
            return {this, *at};
    }
    return {};
}

Module Snapshot::module(QStringView text) const
{
    const std::string name = text.toUtf8().toStdString();
    const auto &all = tables().modulesByName;
    const auto at = std::lower_bound(all.begin(), all.end(), name,
                                     [this](std::uint32_t row, const std::string &wanted) {
                                         return piece(tables().modules[row].name) < wanted;
                                     });
    return at != all.end() && piece(tables().modules[*at].name) == name ? Module(this, *at)
                                                                        : Module();
}

Result<Oid> Snapshot::resolve(QStringView given) const
{
    constexpr qsizetype kLongest = 4096;
    const QStringView text = given.trimmed();
    if (text.isEmpty() || text.size() > kLongest)
        return unreadable(text);
    const bool numeric = std::all_of(text.begin(), text.end(),
                                     [](QChar c) { return isDigit(c) || c == QLatin1Char('.'); });
    if (numeric)
        return Oid::parse(text);
    // "0.'abc'" and "ccitt.99" are put together from parts that are fine, and could not be sent.
    return resolveName(text).and_then([](const Oid &oid) { return Oid::parse(oid.text()); });
}

Result<Oid> Snapshot::resolveName(QStringView text) const
{
    // ".iso.org.dod": from the root, as net-snmp writes a full name.
    bool fromRoot = text.startsWith(QLatin1Char('.'));
    QStringView rest = fromRoot ? text.mid(1) : text;
    qsizetype end = 0;
    const qsizetype colons = rest.indexOf(QLatin1String("::"));
    if (colons > 0)
        end = colons + 2;
    while (end < rest.size() && isNameCharacter(rest[end]))
        ++end;
    const QStringView name = rest.left(end);
    if (name.isEmpty())
        return unreadable(text);
    rest = rest.mid(end);
    if (colons < 0 && isDigit(name[0]) &&
        name.size() <= 10) { // 1.3.6.1.internet: numbers, then names
        fromRoot = true;
        const auto arc = Oid::parse(name);
        if (arc) {
            SuffixReader reader(*this, Definition(), rest);
            return reader.read(*arc);
        }
    }
    Definition found = definition(name);
    if (!found) {
        for (int i = 0; i < root().childCount() && colons < 0; ++i) {
            const Node top = root().child(i);
            if (top.name() != name)
                continue;
            // The three at the top have no definition: their children are found by path.
            Oid oid{top.arc()};
            Node node = top;
            while (rest.startsWith(QLatin1Char('.'))) {
                qsizetype behind = 1;
                while (behind < rest.size() && isNameCharacter(rest[behind]))
                    ++behind;
                const QStringView word = rest.mid(1, behind - 1);
                Node next;
                for (int child = 0; child < node.childCount(); ++child)
                    if (node.child(child).name() == word)
                        next = node.child(child);
                if (const auto number = Oid::parseSuffix(word); !next && number) {
                    next = node.childWithArc(number->last());
                    oid.append(number->last());
                } else if (!next) {
                    return unknown(word);
                } else {
                    oid.append(next.arc());
                }
                node = next;
                rest = rest.mid(behind);
                if (const Definition definition = node.definition()) {
                    SuffixReader reader(*this, definition, rest);
                    return reader.read(oid);
                }
            }
            return rest.isEmpty() ? Result<Oid>(oid) : Result<Oid>(unreadable(text));
        }
        return unknown(name);
    }
    if (fromRoot && found.node().parent() && !found.node().parent().isRoot())
        return unknown(text);
    SuffixReader reader(*this, found, rest);
    return reader.read(found.oid());
}

QString Snapshot::shortNameOf(const Oid &oid) const
{
    const Definition definition = nearest(oid);
    if (!definition)
        return oid.text();
    const auto suffix = oid.from(definition.oid().size());
    if (suffix.empty())
        return definition.name();
    return QStringLiteral("%1.%2").arg(definition.name(), Oid(suffix).text());
}

QString Snapshot::nameOf(const Oid &oid) const
{
    const Definition definition = nearest(oid);
    if (!definition)
        return oid.text();
    return QStringLiteral("%1::%2").arg(definition.module().name(), shortNameOf(oid));
}

} // namespace Portolan::Snmp::Smi
