// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payload/decoded.h"

#include <QString>

#include <variant>
#include <vector>

namespace Portolan::Payload {

// The way to one value: the singular queries of RFC 9535, section 2.3.5.1, which are $.name,
// $['name'], $["name"] and $[0], $[-1] in any number. Wildcards, slices, filters and descendants
// choose many values and are Usage errors here: a chart draws one line. Also for the trees of CBOR
// and the others. Plain value, any thread.
class JsonPath
{
public:
    JsonPath() = default; // "$": the whole

    [[nodiscard]] static Result<JsonPath> parse(const QString &text);
    // The way to a node of a tree, so that a click makes a chart.
    [[nodiscard]] static JsonPath to(const Decoded &decoded, std::int32_t node);

    [[nodiscard]] QString toString() const; // normalized where names need it, $.name otherwise
    [[nodiscard]] const Node *find(const Decoded &decoded) const; // nullptr: not there

private:
    std::vector<std::variant<QString, qint64>> m_steps;
};

// The number of a payload: at the path, where one is given; otherwise the whole payload, which may
// be a text such as "21.5" (also with a unit behind it: "21.5 °C"), "true" or "ON". Nothing where
// there is none.
[[nodiscard]] std::optional<double> numberAt(const Decoded &decoded, const JsonPath &path);
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

} // namespace Portolan::Payload
