// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace Portolan::Mqtt {

// Finds one text again and again in many bytes: sixteen places at a time are compared by the first
// and the last byte of it (SSE2 where the machine has it; a plain loop elsewhere). Any thread.
class ByteSearch
{
public:
    static constexpr std::size_t kNone = ~std::size_t(0);

    // With `foldAscii` the letters A to Z are found in either case.
    ByteSearch(std::string_view wanted, bool foldAscii);

    // The first place at or behind `from`; kNone. Nothing wanted is found everywhere.
    [[nodiscard]] std::size_t find(std::string_view bytes, std::size_t from = 0) const;
    [[nodiscard]] std::size_t size() const { return m_wanted.size(); }

private:
    [[nodiscard]] bool isAt(const char *place) const;

    std::string m_wanted; // lower case where folded
    bool m_fold;
};

// A text that everything has in it that a topic filter (a/+/temp gives "/temp") or a regular
// expression matches; empty where none is certain. What has not got it needs no closer look.
[[nodiscard]] std::string literalOfFilter(std::string_view filter);
[[nodiscard]] std::string literalOfExpression(std::string_view expression);

} // namespace Portolan::Mqtt
