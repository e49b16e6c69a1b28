// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicrows.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace Portolan::Ui {

TopicRows::Level *TopicRows::Place::opened() const
{
    const auto found = std::lower_bound(level->openAt.begin(), level->openAt.end(), child);
    return found != level->openAt.end() && *found == child
               ? level->open[static_cast<std::size_t>(found - level->openAt.begin())].get()
               : nullptr;
}

TopicRows::TopicRows()
{
    clear();
}

void TopicRows::clear()
{
    m_root = Level{.node = Mqtt::TopicStore::kRoot, .serial = ++m_serial};
}

TopicRows::Place TopicRows::at(std::size_t row) const
{
    auto *level = const_cast<Level *>(&m_root);
    for (;;) {
        std::size_t inside = 0; // rows of open children before here
        Level *down = nullptr;
        for (std::size_t i = 0; i < level->open.size(); ++i) {
            const std::size_t head = level->openAt[i] + inside;
            if (row <= head)
                break;
            if (row <= head + level->open[i]->rows) {
                down = level->open[i].get();
                row -= head + 1;
                break;
            }
            inside += level->open[i]->rows;
        }
        if (!down)
            return {level, row - inside};
        level = down;
    }
}

std::size_t TopicRows::rowOf(const Level &level, std::size_t child) const
{
    std::size_t row = 0;
    const Level *at = &level;
    for (;;) {
        row += child;
        for (std::size_t i = 0; i < at->open.size() && at->openAt[i] < child; ++i)
            row += at->open[i]->rows;
        if (!at->parent)
            return row;
        const Level *up = at->parent;
        std::size_t place = 0;
        while (up->open[place].get() != at)
            ++place;
        child = up->openAt[place];
        ++row; // its own, before its children
        at = up;
    }
}

std::optional<std::size_t> TopicRows::find(const std::vector<Node> &path) const
{
    const Level *level = &m_root;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const auto found = std::find(level->children.begin(), level->children.end(), path[i]);
        if (found == level->children.end())
            return std::nullopt;
        const auto child = static_cast<std::size_t>(found - level->children.begin());
        if (i + 1 == path.size())
            return rowOf(*level, child);
        const auto open = std::lower_bound(level->openAt.begin(), level->openAt.end(), child);
        if (open == level->openAt.end() || *open != child)
            return std::nullopt;
        level = level->open[static_cast<std::size_t>(open - level->openAt.begin())].get();
    }
    return std::nullopt;
}

std::vector<TopicRows::Level *> TopicRows::levels()
{
    std::vector<Level *> all{&m_root};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto &open : all[i]->open)
            all.push_back(open.get());
    }
    return all;
}

void TopicRows::addRows(Level *level, std::size_t rows)
{
    for (; level; level = level->parent)
        level->rows += rows; // may wrap around: closing takes away
}

void TopicRows::insert(Level &level, std::size_t at, const std::vector<Node> &nodes)
{
    level.children.insert(level.children.begin() + static_cast<std::ptrdiff_t>(at), nodes.begin(),
                          nodes.end());
    for (std::size_t &open : level.openAt) {
        if (open >= at)
            open += nodes.size();
    }
    addRows(&level, nodes.size());
}

TopicRows::Level *TopicRows::openChild(Level &level, std::size_t child)
{
    if (level.depth >= kDeepest)
        return nullptr;
    const auto place = std::lower_bound(level.openAt.begin(), level.openAt.end(), child);
    const auto index = place - level.openAt.begin();
    auto made = std::make_unique<Level>();
    made->node = level.children[child];
    made->serial = ++m_serial;
    made->parent = &level;
    made->depth = level.depth + 1;
    Level *raw = made.get();
    level.openAt.insert(place, child);
    level.open.insert(level.open.begin() + index, std::move(made));
    return raw;
}

void TopicRows::closeChild(Level &level, std::size_t child)
{
    const auto place = std::lower_bound(level.openAt.begin(), level.openAt.end(), child);
    if (place == level.openAt.end() || *place != child)
        return;
    const auto index = place - level.openAt.begin();
    addRows(&level, 0 - level.open[static_cast<std::size_t>(index)]->rows);
    level.openAt.erase(place);
    level.open.erase(level.open.begin() + index);
}

void TopicRows::reorder(Level &level, std::vector<Node> children)
{
    std::vector<std::unique_ptr<Level>> before = std::exchange(level.open, {});
    level.children = std::move(children);
    level.openAt.clear();
    constexpr std::size_t kFew = 8;
    if (before.size() <= kFew) { // a look through a million each, quicker than a table of them
        std::vector<std::pair<std::size_t, std::unique_ptr<Level>>> places;
        for (auto &open : before) {
            const auto found = std::find(level.children.begin(), level.children.end(), open->node);
            if (found != level.children.end())
                places.emplace_back(found - level.children.begin(), std::move(open));
        }
        std::sort(places.begin(), places.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        for (auto &[at, open] : places) {
            level.openAt.push_back(at);
            level.open.push_back(std::move(open));
        }
        return;
    }
    std::unordered_map<Node, std::unique_ptr<Level>> opened;
    for (auto &open : before)
        opened.emplace(open->node, std::move(open));
    for (std::size_t i = 0; i < level.children.size() && !opened.empty(); ++i) {
        const auto found = opened.find(level.children[i]);
        if (found == opened.end())
            continue;
        level.openAt.push_back(i);
        level.open.push_back(std::move(found->second));
        opened.erase(found);
    }
}

} // namespace Portolan::Ui
