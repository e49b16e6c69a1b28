// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/varbindsorter.h"
#include "core/snmp/smi/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp {

// Interfaces whose ifIndex is another one than before: agents may number them anew at every restart
// (RFC 2863, section 3.1.5). They are known again by ifName, or by ifDescr where there is no name,
// and only where that is there once on both sides. Plain values, one thread.
class InterfaceMatch
{
public:
    struct Renumbered
    {
        QString name;
        std::uint32_t before = 0;
        std::uint32_t after = 0;
        friend bool operator==(const Renumbered &, const Renumbered &) = default;
    };
    struct Names // of one side; also what else is wanted from the beginning of a recording
    {
        std::map<std::uint32_t, QByteArray> names;        // ifName
        std::map<std::uint32_t, QByteArray> descriptions; // ifDescr
        std::optional<std::uint32_t> upTime;              // sysUpTime.0
    };

    // Reads no further than ifName.
    [[nodiscard]] static Names read(VarbindSource &source);

    InterfaceMatch() = default;
    InterfaceMatch(const Names &before, const Names &after);

    [[nodiscard]] bool isIdentity() const { return m_moved.empty(); }
    [[nodiscard]] const QList<Renumbered> &renumbered() const { return m_renumbered; }
    // What a former ifIndex is now. Nothing: that interface is gone, and its number belongs to
    // another one now.
    [[nodiscard]] std::optional<std::uint32_t> now(std::uint32_t before) const;

private:
    std::unordered_map<std::uint32_t, std::optional<std::uint32_t>> m_moved;
    QList<Renumbered> m_renumbered;
};

// Where in the suffix of a column's instances an ifIndex stands, by the INDEX of its table; nothing
// where there is none, or its place depends on what stands before it.
[[nodiscard]] std::optional<std::size_t> placeOfIfIndex(const Smi::Definition &column);
// Whether values of that object are an ifIndex.
[[nodiscard]] bool isIfIndexValue(const Smi::Definition &object);

} // namespace Portolan::Snmp
