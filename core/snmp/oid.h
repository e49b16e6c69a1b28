// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace Portolan::Snmp {

// An OBJECT IDENTIFIER: up to 128 sub-identifiers ("arcs") of 32 bits. Plain value, any thread.
// Thirteen arcs lie in the value itself (64 bytes), longer ones on the heap. Ordered as SNMP orders
// instances: arc by arc, a prefix before what it begins. It knows no names; those are
// core/snmp/smi. Nothing throws: what does not fit is refused and leaves the value as it was.
// Source: RFC 2578, sections 3.5 and 7.1.3 (128 arcs, 2^32-1).
class Oid
{
public:
    static constexpr std::size_t kMostArcs = 128;

    Oid() = default;
    Oid(std::initializer_list<std::uint32_t> arcs);    // at most 128; the rest is left out
    explicit Oid(std::span<const std::uint32_t> arcs); // the same
    Oid(const Oid &other);
    Oid(Oid &&other) noexcept;
    Oid &operator=(const Oid &other);
    Oid &operator=(Oid &&other) noexcept;
    ~Oid() = default;

    // "1.3.6.1" or ".1.3.6.1", blanks around it. Usage with a sentence where it is none: empty, not
    // decimal, an arc over 2^32-1, more than 128, a first arc over 2 or a second one over 39 below
    // 0 and 1 (X.690, section 8.19.4: it could not be sent).
    [[nodiscard]] static Result<Oid> parse(QStringView text);
    // The same for what stands behind a name ("2.0"), where any first arc will do.
    [[nodiscard]] static Result<Oid> parseSuffix(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::uint32_t operator[](std::size_t index) const { return data()[index]; }
    [[nodiscard]] std::uint32_t last() const { return data()[m_size - 1U]; } // not empty
    [[nodiscard]] std::span<const std::uint32_t> arcs() const { return {data(), m_size}; }
    // What is left without the first `count` arcs; empty where there are no more.
    [[nodiscard]] std::span<const std::uint32_t> from(std::size_t count) const;

    // False, and nothing is changed, where it would have more than 128 arcs.
    bool append(std::uint32_t arc);
    bool append(std::span<const std::uint32_t> arcs);
    void truncate(std::size_t size); // keeps the first `size` arcs
    void setLast(std::uint32_t arc); // not empty
    [[nodiscard]] Oid first(std::size_t count) const;
    [[nodiscard]] Oid parent() const { return first(m_size == 0 ? 0 : m_size - 1U); }
    // This one with an arc behind it, itself where it is full.
    [[nodiscard]] Oid child(std::uint32_t arc) const;

    // Also where both are the same.
    [[nodiscard]] bool startsWith(const Oid &prefix) const;
    [[nodiscard]] std::size_t commonArcs(const Oid &other) const;
    // The least OID that is above everything below this one: where a walk of this subtree ends.
    // Empty where there is none (all arcs are 2^32-1).
    [[nodiscard]] Oid behindSubtree() const;

    [[nodiscard]] QString text() const; // "1.3.6.1"
    [[nodiscard]] std::string toString() const;
    void appendTo(std::string &text) const;

    [[nodiscard]] std::size_t hash() const;

    friend bool operator==(const Oid &a, const Oid &b)
    {
        return a.m_size == b.m_size && (a <=> b) == std::strong_ordering::equal;
    }
    friend std::strong_ordering operator<=>(const Oid &a, const Oid &b);

private:
    static constexpr std::size_t kInside = 13;

    [[nodiscard]] const std::uint32_t *data() const
    {
        return m_more ? m_more.get() : m_inside.data();
    }
    [[nodiscard]] std::uint32_t *data() { return m_more ? m_more.get() : m_inside.data(); }
    void reserve(std::size_t size);

    // Longer ones: their arcs, with room for m_room.
    std::unique_ptr<std::uint32_t[]> m_more;
    std::array<std::uint32_t, kInside> m_inside{};
    std::uint8_t m_size = 0;
    std::uint8_t m_room = kInside;
};

// For QHash.
[[nodiscard]] inline std::size_t qHash(const Oid &oid, std::size_t seed = 0) noexcept
{
    return oid.hash() ^ seed;
}

} // namespace Portolan::Snmp

template<>
struct std::hash<Portolan::Snmp::Oid>
{
    std::size_t operator()(const Portolan::Snmp::Oid &oid) const noexcept { return oid.hash(); }
};
