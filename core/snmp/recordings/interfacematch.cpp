// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/interfacematch.h"

#include "core/snmp/words.h"

#include <algorithm>
#include <array>

namespace Portolan::Snmp {

namespace {

const Oid kUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
const Oid kIfIndex{1, 3, 6, 1, 2, 1, 2, 2, 1, 1};
const Oid kIfDescr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
const Oid kIfName{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1};
const std::array kIfIndexValues{
    kIfIndex, Oid{1, 3, 6, 1, 2, 1, 4, 20, 1, 2}, // ipAdEntIfIndex
    Oid{1, 3, 6, 1, 2, 1, 4, 21, 1, 2},           // ipRouteIfIndex
    Oid{1, 3, 6, 1, 2, 1, 4, 24, 4, 1, 5},        // ipCidrRouteIfIndex
};
constexpr std::size_t kMostInterfaces = 200'000;

// Names that are there once.
std::map<QByteArray, std::uint32_t> unique(const std::map<std::uint32_t, QByteArray> &names)
{
    std::map<QByteArray, std::uint32_t> once;
    std::map<QByteArray, int> times;
    for (const auto &[index, name] : names) {
        if (!name.isEmpty() && ++times[name] == 1)
            once.emplace(name, index);
        else
            once.erase(name);
    }
    return once;
}

} // namespace

InterfaceMatch::Names InterfaceMatch::read(VarbindSource &source)
{
    Names names;
    const Oid end = kIfName.behindSubtree();
    for (Varbind each; source.next(each) && each.oid < end;) {
        if (each.oid == kUpTime && each.value.type() == ValueType::TimeTicks)
            names.upTime = static_cast<std::uint32_t>(each.value.toUint());
        if (each.value.type() != ValueType::OctetString)
            continue;
        const bool isDescription =
            each.oid.size() == kIfDescr.size() + 1 && each.oid.startsWith(kIfDescr);
        const bool isName = each.oid.size() == kIfName.size() + 1 && each.oid.startsWith(kIfName);
        auto &to = isDescription ? names.descriptions : names.names;
        if ((isDescription || isName) && to.size() < kMostInterfaces)
            to.emplace(each.oid.last(), each.value.bytes());
    }
    return names;
}

InterfaceMatch::InterfaceMatch(const Names &before, const Names &after)
{
    const bool haveNames = !before.names.empty() && !after.names.empty();
    const auto &namesBefore = haveNames ? before.names : before.descriptions;
    const auto &namesAfter = haveNames ? after.names : after.descriptions;
    const auto onceBefore = unique(namesBefore);
    const auto onceAfter = unique(namesAfter);
    std::unordered_map<std::uint32_t, std::uint32_t> from; // by what it is now
    for (const auto &[name, index] : onceBefore) {
        const auto found = onceAfter.find(name);
        if (found == onceAfter.end())
            continue;
        from.emplace(found->second, index);
        if (found->second == index)
            continue;
        m_moved.emplace(index, found->second);
        m_renumbered.append({plainLine(QString::fromUtf8(name)), index, found->second});
    }
    // A number that another interface has now is not that of the one that had it.
    for (const auto &[index, name] : namesBefore) {
        const auto taken = from.find(index);
        if (!m_moved.contains(index) && taken != from.end() && taken->second != index)
            m_moved.emplace(index, std::nullopt);
    }
    std::sort(m_renumbered.begin(), m_renumbered.end(),
              [](const Renumbered &a, const Renumbered &b) { return a.before < b.before; });
}

std::optional<std::uint32_t> InterfaceMatch::now(std::uint32_t before) const
{
    const auto found = m_moved.find(before);
    return found == m_moved.end() ? std::optional(before) : found->second;
}

std::optional<std::size_t> placeOfIfIndex(const Smi::Definition &column)
{
    std::size_t place = 0;
    for (const Smi::Definition::Index &each : column.index()) {
        if (each.name == QLatin1String("ifIndex") || each.type.isA("InterfaceIndex"))
            return place;
        switch (each.type.base()) {
        case Smi::Base::Integer32:
        case Smi::Base::Gauge32:
        case Smi::Base::Unsigned32:
        case Smi::Base::Counter32:
        case Smi::Base::TimeTicks:
            place += 1;
            break;
        case Smi::Base::IpAddress:
            place += 4;
            break;
        default:
            if (const auto size = each.type.fixedSize(); size) {
                place += *size;
                break;
            }
            return {};
        }
    }
    return {};
}

bool isIfIndexValue(const Smi::Definition &object)
{
    if (!object)
        return false;
    const Smi::Type type = object.type();
    if (type.isA("InterfaceIndex") || type.isA("InterfaceIndexOrZero"))
        return true;
    const Oid oid = object.oid();
    return std::find(kIfIndexValues.begin(), kIfIndexValues.end(), oid) != kIfIndexValues.end();
}

} // namespace Portolan::Snmp
