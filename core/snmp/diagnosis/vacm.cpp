// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/vacm.h"

#include "core/snmp/words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Portolan::Snmp {

namespace {

const Oid kGroupName{1, 3, 6, 1, 6, 3, 16, 1, 2, 1, 3};
const Oid kAccess{1, 3, 6, 1, 6, 3, 16, 1, 4, 1};
const Oid kFamily{1, 3, 6, 1, 6, 3, 16, 1, 5, 2, 1};
constexpr std::size_t kMostRows = 20'000;

// Reads the parts of an index, each with its length in front (RFC 2578, section 7.7).
struct Index
{
    std::span<const std::uint32_t> left;
    bool ok = true;

    std::uint32_t number()
    {
        if (left.empty()) {
            ok = false;
            return 0;
        }
        const auto first = left.front();
        left = left.subspan(1);
        return first;
    }
    std::span<const std::uint32_t> counted()
    {
        const std::size_t length = number();
        if (!ok || length > left.size()) {
            ok = false;
            return {};
        }
        const auto taken = left.first(length);
        left = left.subspan(length);
        return taken;
    }
    QByteArray octets()
    {
        QByteArray made;
        for (const std::uint32_t each : counted()) {
            ok = ok && each < 256;
            made += static_cast<char>(each & 0xffU);
        }
        return made;
    }
    [[nodiscard]] bool isOver() const { return ok && left.empty(); }
};

QString modelName(quint32 model)
{
    return model == 0   ? QStringLiteral("any")
           : model == 1 ? QStringLiteral("v1")
           : model == 2 ? QStringLiteral("v2c")
           : model == 3 ? QStringLiteral("usm")
                        : QString::number(model);
}

QString shown(const QByteArray &name)
{
    return name.isEmpty() ? QStringLiteral("-") : plainLine(QString::fromUtf8(name), 40);
}

} // namespace

quint32 securityModel(Version version)
{
    return version == Version::V1 ? 1U : version == Version::V2c ? 2U : 3U;
}

Oid Vacm::root()
{
    return {1, 3, 6, 1, 6, 3, 16, 1};
}

void Vacm::take(const Varbinds &rows)
{
    for (const Varbind &each : rows) {
        if (m_rows.size() < kMostRows)
            m_rows.push_back(each);
    }
}

void Vacm::finish()
{
    std::map<Oid, Access> accesses;
    std::map<Oid, Family> views;
    for (const Varbind &each : m_rows) {
        if (each.value.isException())
            continue;
        if (each.oid.startsWith(kGroupName)) {
            Index index{each.oid.from(kGroupName.size())};
            Group group;
            group.model = index.number();
            group.user = index.octets();
            group.group = each.value.bytes();
            if (index.isOver())
                groups.append(group);
            continue;
        }
        const bool isAccess = each.oid.startsWith(kAccess);
        const Oid &table = isAccess ? kAccess : kFamily;
        if (!each.oid.startsWith(table) || each.oid.size() <= table.size())
            continue;
        const std::uint32_t column = each.oid[table.size()];
        const Oid key(each.oid.from(table.size() + 1));
        Index index{key.arcs()};
        if (isAccess) {
            Access row;
            row.group = index.octets();
            row.context = index.octets();
            row.model = index.number();
            row.level = index.number();
            if (!index.isOver())
                continue;
            Access &of = accesses.try_emplace(key, row).first->second;
            if (column == 4)
                of.isPrefix = each.value.toInt() == 2;
            else if (column == 5)
                of.read = each.value.bytes();
            else if (column == 6)
                of.write = each.value.bytes();
            else if (column == 7)
                of.notify = each.value.bytes();
        } else {
            Family row;
            row.view = index.octets();
            row.subtree = Oid(index.counted());
            if (!index.isOver())
                continue;
            Family &of = views.try_emplace(key, row).first->second;
            if (column == 3)
                of.mask = each.value.bytes();
            else if (column == 4)
                of.isIncluded = each.value.toInt() != 2;
        }
    }
    m_rows.clear();
    for (const auto &[key, row] : accesses)
        access.append(row);
    for (const auto &[key, row] : views)
        families.append(row);
}

std::optional<QByteArray> Vacm::groupOf(quint32 model, const QByteArray &user) const
{
    for (const Group &each : groups) {
        if (each.model == model && each.user == user)
            return each.group;
    }
    return {};
}

std::optional<Vacm::Access> Vacm::accessOf(const QByteArray &group, const QByteArray &context,
                                           quint32 model, Level level) const
{
    const auto rank = [&](const Access &each) {
        // RFC 3415, section 4, step 4: the model, the exact context, the longer prefix, the level.
        return std::tuple(each.model == model, each.context == context && !each.isPrefix,
                          each.context.size(), each.level);
    };
    const Access *best = nullptr;
    for (const Access &each : access) {
        const bool fits =
            each.isPrefix ? context.startsWith(each.context) : context == each.context;
        if (each.group != group || !fits || (each.model != 0 && each.model != model) ||
            each.level > static_cast<quint32>(level) + 1)
            continue;
        if (!best || rank(each) > rank(*best))
            best = &each;
    }
    return best ? std::optional(*best) : std::nullopt;
}

bool Vacm::includes(const QByteArray &view, const Oid &oid) const
{
    const Family *best = nullptr;
    for (const Family &each : families) {
        if (each.view != view || each.subtree.size() > oid.size())
            continue;
        bool fits = true;
        for (std::size_t i = 0; i < each.subtree.size() && fits; ++i) {
            const auto octet = static_cast<qsizetype>(i / 8);
            // A mask that is too short goes on with ones.
            const bool counts =
                octet >= each.mask.size() ||
                (static_cast<unsigned char>(each.mask.at(octet)) & (0x80U >> (i % 8U))) != 0;
            fits = !counts || each.subtree[i] == oid[i];
        }
        if (fits && (!best || each.subtree.size() > best->subtree.size() ||
                     (each.subtree.size() == best->subtree.size() && best->subtree < each.subtree)))
            best = &each;
    }
    return best && best->isIncluded;
}

QStringList Vacm::lines(int most) const
{
    QStringList made;
    for (const Group &each : groups) {
        for (const Access &row : access) {
            if (row.group != each.group || (row.model != 0 && row.model != each.model))
                continue;
            if (made.size() >= most)
                return made;
            made += QStringLiteral("%1 %2 → %3 (%4, ≥ %5) → read %6, write %7, notify %8")
                        .arg(modelName(each.model), shown(each.user), shown(each.group),
                             row.context.isEmpty() ? QStringLiteral("\"\"") : shown(row.context),
                             levelName(static_cast<Level>(std::clamp(row.level, 1U, 3U) - 1U)),
                             shown(row.read), shown(row.write), shown(row.notify));
        }
    }
    return made;
}

} // namespace Portolan::Snmp
