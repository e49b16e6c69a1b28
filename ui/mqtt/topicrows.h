// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/topicstore.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace Portolan::Ui {

// Which rows a tree of topics shows, and in which order: the children of every level that is open.
// Nodes are numbers here, what they are called is the model's business. A million rows of one level
// cost four bytes each; finding a row costs the open levels, of which there are as many as a person
// opened. Standard library only; GUI thread.
class TopicRows
{
public:
    using Node = Mqtt::TopicStore::Node;
    static constexpr Node kNone = Mqtt::TopicStore::kNone;
    // Deeper ones are not opened: nobody can read that far to the right.
    static constexpr int kDeepest = 200;

    struct Level
    {
        Node node = kNone;
        std::uint64_t serial = 0; // never used twice
        Level *parent = nullptr;
        int depth = 0;
        std::vector<Node> children = {}; // in the order shown
        std::size_t rows = 0;            // children, and the rows of the open ones
        Node last = kNone;               // the last child taken from the store
        std::size_t taken = 0;           // or from a list of those found
        bool large = false;              // new children stand behind the others for a while
        // The open children, by their place in `children`.
        std::vector<std::size_t> openAt = {};
        std::vector<std::unique_ptr<Level>> open = {};
    };

    struct Place
    {
        Level *level = nullptr;
        std::size_t child = 0;
        [[nodiscard]] Node node() const { return level->children[child]; }
        [[nodiscard]] Level *opened() const;
    };

    TopicRows();

    void clear(); // the root is open and empty
    [[nodiscard]] Level &root() { return m_root; }
    [[nodiscard]] std::size_t count() const { return m_root.rows; }
    [[nodiscard]] Place at(std::size_t row) const;
    // The row where the child of a level stands, or would stand.
    [[nodiscard]] std::size_t rowOf(const Level &level, std::size_t child) const;
    // The row of the last of `path`, which leads down from the root; nothing where it is not shown.
    [[nodiscard]] std::optional<std::size_t> find(const std::vector<Node> &path) const;
    // All open levels, the root first, parents before children.
    [[nodiscard]] std::vector<Level *> levels();

    void insert(Level &level, std::size_t at, const std::vector<Node> &nodes);
    // Empty at first. Null where it is too deep.
    Level *openChild(Level &level, std::size_t child);
    void closeChild(Level &level, std::size_t child);
    // The same children in another order.
    void reorder(Level &level, std::vector<Node> children);

private:
    static void addRows(Level *level, std::size_t rows);

    Level m_root;
    std::uint64_t m_serial = 0;
};

} // namespace Portolan::Ui
