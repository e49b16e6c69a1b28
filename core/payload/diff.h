// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace Portolan::Payload {

// What changed from one text or payload to another. Pure, any thread. The shortest script by Myers,
// "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1, 1986), as long as it has at
// most kMostEdits edits; beyond, the middle that differs is one removal and one addition, and
// `isCoarse` says so.

inline constexpr int kMostEdits = 1'500;
inline constexpr qsizetype kMostLines = 100'000;        // of each side; the rest is left out
inline constexpr std::size_t kMostDiffBytes = 1 << 20U; // of each side

struct Edit
{
    enum class Type : std::uint8_t { Same, Removed, Added };
    Type type = Type::Same;
    std::int64_t before = 0; // where it begins on either side, in lines or bytes
    std::int64_t after = 0;
    std::int64_t count = 0;

    friend bool operator==(const Edit &, const Edit &) = default;
};

struct Diff
{
    std::vector<Edit> edits;
    bool isCoarse = false; // not the shortest script
    bool isCut = false;    // a side was longer than is looked at

    [[nodiscard]] bool isSame() const
    {
        return edits.empty() || (edits.size() == 1 && edits.front().type == Edit::Type::Same);
    }
};

// By lines; the positions are line numbers from 0. A last line without a line feed is a line.
[[nodiscard]] Diff diffLines(const QString &before, const QString &after);
[[nodiscard]] Diff diffBytes(std::string_view before, std::string_view after);
// In the manner of diff -u without a heading: " same", "-removed", "+added".
[[nodiscard]] QString unified(const Diff &diff, const QString &before, const QString &after,
                              int context = 3);

} // namespace Portolan::Payload
