// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace Portolan::Terminal {

// What cells name by number: styles, clusters and links. Numbers are handed out in order and stay
// valid until collect(), so that whoever copied a table only fetches what came after. Any thread,
// one at a time.

class StyleTable
{
public:
    StyleTable();
    // Style 0 is the default style.
    [[nodiscard]] std::uint32_t intern(const Style &style);
    [[nodiscard]] const Style &operator[](std::uint32_t number) const { return m_styles[number]; }
    [[nodiscard]] std::size_t size() const { return m_styles.size(); }
    [[nodiscard]] const std::vector<Style> &all() const { return m_styles; }
    // Keeps what is marked (and style 0), with the links renumbered; returns new numbers by old.
    std::vector<std::uint32_t> collect(const std::vector<bool> &used,
                                       const std::vector<std::uint32_t> &links);

private:
    void rehash(std::size_t buckets);

    std::vector<Style> m_styles;
    std::vector<std::uint32_t> m_buckets; // style number + 1, open addressing, a power of two
};

class ClusterTable
{
public:
    // A base and at most eleven code points that join it: the longest emoji sequence in use has
    // ten.
    static constexpr std::size_t MaxLength = 12;

    [[nodiscard]] std::uint32_t intern(const std::u32string &codePoints);
    [[nodiscard]] const std::u32string &operator[](std::uint32_t number) const
    {
        return m_clusters[number];
    }
    [[nodiscard]] std::size_t size() const { return m_clusters.size(); }
    [[nodiscard]] const std::vector<std::u32string> &all() const { return m_clusters; }
    std::vector<std::uint32_t> collect(const std::vector<bool> &used);

private:
    std::vector<std::u32string> m_clusters;
    std::unordered_map<std::u32string, std::uint32_t> m_numbers;
};

class LinkTable
{
public:
    static constexpr std::size_t MaxTarget = 4096; // bytes

    LinkTable();
    // Number 0 is no link. Equal ids and targets are one link.
    [[nodiscard]] std::uint32_t intern(const std::string &id, const std::string &target);
    [[nodiscard]] const std::string &target(std::uint32_t number) const
    {
        return m_targets[number];
    }
    [[nodiscard]] const std::string &id(std::uint32_t number) const { return m_ids[number]; }
    [[nodiscard]] std::size_t size() const { return m_targets.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<std::string> &all() const { return m_targets; }
    std::vector<std::uint32_t> collect(const std::vector<bool> &used);

private:
    std::vector<std::string> m_targets;
    std::vector<std::string> m_ids;
    std::unordered_map<std::string, std::uint32_t> m_numbers; // by id, a NUL, target
    std::size_t m_bytes = 0;
};

// The three together, with a generation that tells whether numbers are still what they were.
struct Tables
{
    StyleTable styles;
    ClusterTable clusters;
    LinkTable links;
    std::uint64_t generation = 1;
};

} // namespace Portolan::Terminal
