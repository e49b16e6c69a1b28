// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace SnmpLab {

// What a replay agent answers from: objects in order, each with its varbind ready for the wire.
// Standard library only, and deliberately none of core/snmp: what is tested with it must not share
// its mistakes. Sources: X.690, section 8; RFC 2578, section 7.1.
class Recording
{
public:
    using Arcs = std::span<const std::uint32_t>;
    using Bytes = std::span<const std::uint8_t>;

    // Lines `OID|tag|value`: tags 2, 4, 5, 6, 64, 65, 66, 67, 68 and 70, an x behind it for
    // hexadecimal. Comments, blank lines and whatever cannot be read are counted and left out.
    void read(std::string_view text);
    // False when the OID cannot be sent or is there already, after sort().
    bool add(Arcs oid, std::uint8_t tag, Bytes content);
    void sort(); // after the last one

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::size_t skipped() const { return m_skipped; }
    [[nodiscard]] Arcs oid(std::size_t row) const;
    [[nodiscard]] Bytes varbind(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> find(Arcs oid) const;
    [[nodiscard]] std::size_t next(Arcs oid) const; // size(): none

private:
    struct Row
    {
        std::uint32_t arcs, arcCount, bytes, byteCount;
    };

    bool readLine(std::string_view line);

    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_arcs;
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_skipped = 0;
};

// Pieces of BER.
void appendLength(std::vector<std::uint8_t> &to, std::size_t length);
void appendTlv(std::vector<std::uint8_t> &to, std::uint8_t tag,
               std::span<const std::uint8_t> content);
[[nodiscard]] std::vector<std::uint8_t> integerContent(std::int64_t value);
[[nodiscard]] std::vector<std::uint8_t> unsignedContent(std::uint64_t value);
[[nodiscard]] std::vector<std::uint8_t> oidContent(std::span<const std::uint32_t> arcs);
[[nodiscard]] std::optional<std::vector<std::uint32_t>>
readOid(std::span<const std::uint8_t> content);
[[nodiscard]] std::optional<std::vector<std::uint32_t>> parseOid(std::string_view text);

} // namespace SnmpLab
