// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/tables.h"

namespace Portolan::Terminal {

namespace {

std::size_t hashOf(const Style &style)
{
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15U;
    std::uint64_t hash = style.foreground.bits() | std::uint64_t(style.background.bits()) << 32;
    hash *= odd;
    hash ^= hash >> 29;
    hash += style.underlineColor.bits() | std::uint64_t(style.link) << 32;
    hash *= odd;
    hash ^= hash >> 32;
    hash += style.attributes | std::uint64_t(style.underline) << 16;
    hash *= odd;
    return std::size_t(hash >> 24);
}

// All at once: which member differs cannot be predicted, whether any does can.
bool same(const Style &a, const Style &b)
{
    return ((a.foreground.bits() ^ b.foreground.bits()) |
            (a.background.bits() ^ b.background.bits()) |
            (a.underlineColor.bits() ^ b.underlineColor.bits()) | (a.link ^ b.link) |
            std::uint32_t(a.attributes ^ b.attributes) |
            (std::uint32_t(a.underline) ^ std::uint32_t(b.underline))) == 0;
}

constexpr std::size_t FirstBuckets = 1024;

} // namespace

StyleTable::StyleTable()
{
    m_styles.push_back({});
    rehash(FirstBuckets);
}

std::uint32_t StyleTable::intern(const Style &style)
{
    const std::size_t mask = m_buckets.size() - 1;
    std::size_t bucket = hashOf(style) & mask;
    while (m_buckets[bucket] != 0) {
        const std::uint32_t number = m_buckets[bucket] - 1;
        if (same(m_styles[number], style))
            return number;
        bucket = (bucket + 1) & mask;
    }
    const auto number = std::uint32_t(m_styles.size());
    m_styles.push_back(style);
    m_buckets[bucket] = number + 1;
    if (m_styles.size() * 2 > m_buckets.size())
        rehash(m_buckets.size() * 4);
    return number;
}

void StyleTable::rehash(std::size_t buckets)
{
    m_buckets.assign(buckets, 0);
    const std::size_t mask = buckets - 1;
    for (std::size_t number = 0; number < m_styles.size(); ++number) {
        std::size_t bucket = hashOf(m_styles[number]) & mask;
        while (m_buckets[bucket] != 0)
            bucket = (bucket + 1) & mask;
        m_buckets[bucket] = std::uint32_t(number) + 1;
    }
}

std::vector<std::uint32_t> StyleTable::collect(const std::vector<bool> &used,
                                               const std::vector<std::uint32_t> &links)
{
    std::vector<std::uint32_t> numbers(m_styles.size(), 0);
    std::vector<Style> kept;
    kept.push_back({});
    for (std::size_t number = 1; number < m_styles.size(); ++number) {
        if (!used[number])
            continue;
        numbers[number] = std::uint32_t(kept.size());
        kept.push_back(m_styles[number]);
        kept.back().link = links[kept.back().link];
    }
    m_styles = std::move(kept);
    std::size_t buckets = FirstBuckets;
    while (buckets < m_styles.size() * 4)
        buckets *= 2;
    rehash(buckets);
    return numbers;
}

std::uint32_t ClusterTable::intern(const std::u32string &codePoints)
{
    const auto [place, added] = m_numbers.try_emplace(codePoints, std::uint32_t(m_clusters.size()));
    if (added)
        m_clusters.push_back(codePoints);
    return place->second;
}

std::vector<std::uint32_t> ClusterTable::collect(const std::vector<bool> &used)
{
    std::vector<std::uint32_t> numbers(m_clusters.size(), 0);
    std::vector<std::u32string> kept;
    m_numbers.clear();
    for (std::size_t number = 0; number < m_clusters.size(); ++number) {
        if (!used[number])
            continue;
        numbers[number] = std::uint32_t(kept.size());
        m_numbers.emplace(m_clusters[number], std::uint32_t(kept.size()));
        kept.push_back(std::move(m_clusters[number]));
    }
    m_clusters = std::move(kept);
    return numbers;
}

LinkTable::LinkTable()
{
    m_targets.emplace_back();
    m_ids.emplace_back();
}

std::uint32_t LinkTable::intern(const std::string &id, const std::string &target)
{
    if (target.empty())
        return 0;
    std::string key = id;
    key += '\0';
    key += target;
    const std::size_t bytes = key.size();
    const auto [place, added] =
        m_numbers.try_emplace(std::move(key), std::uint32_t(m_targets.size()));
    if (added) {
        m_targets.push_back(target);
        m_ids.push_back(id);
        m_bytes += bytes;
    }
    return place->second;
}

std::vector<std::uint32_t> LinkTable::collect(const std::vector<bool> &used)
{
    const std::vector<std::string> targets = std::move(m_targets);
    const std::vector<std::string> ids = std::move(m_ids);
    m_targets.assign(1, {});
    m_ids.assign(1, {});
    m_numbers.clear();
    m_bytes = 0;
    std::vector<std::uint32_t> numbers(targets.size(), 0);
    for (std::size_t number = 1; number < targets.size(); ++number)
        if (used[number])
            numbers[number] = intern(ids[number], targets[number]);
    return numbers;
}

} // namespace Portolan::Terminal
