// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "core/mqtt/topicorder.h"
#include "ui/mqtt/topicrows.h"

#include <QElapsedTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace Portolan::Ui {

// Keeps the open levels of a tree of topics in an order that takes too long to be made in one go:
// numbers, which change, and names of levels that are large. Small ones are sorted at once; others
// on a thread of the pool, one at a time, while their rows stay as they are. Names are sorted once
// and later ones merged into them; numbers are taken anew once a second, or as rarely as it takes
// for this to be a quarter of a thread's time. GUI thread; whoever calls does not hold the store.
class TopicSorter
{
public:
    using Node = TopicRows::Node;
    using Level = TopicRows::Level;
    // Sorted at once, of all levels together.
    static constexpr std::size_t kMostAtOnce = 8'000;

    // Applies to the children as they are now: they only may have grown at their end meanwhile.
    struct Sorted
    {
        Level *level;
        std::vector<Node> order;
    };

    explicit TopicSorter(std::shared_ptr<Mqtt::Inbox> inbox);
    ~TopicSorter();
    TopicSorter(const TopicSorter &) = delete;
    TopicSorter &operator=(const TopicSorter &) = delete;

    // Forgets what was before.
    void begin(const Mqtt::TopicOrder::Choice &choice);
    [[nodiscard]] const Mqtt::TopicOrder::Choice &choice() const { return m_choice; }
    // What is done and was not so before. `levels` are all that are open.
    [[nodiscard]] std::vector<Sorted> advance(const std::vector<Level *> &levels,
                                              std::uint64_t generation, qint64 now);
    // Levels are being sorted, or wait for it.
    [[nodiscard]] bool isBusy() const { return m_job != nullptr; }

private:
    struct Job;
    struct Task
    {
        std::shared_ptr<Mqtt::TopicOrder> order;
        QElapsedTimer since;
        qint64 took = 0; // ms, the last time
    };

    void stop();
    void finish(const std::vector<Level *> &levels, std::vector<Sorted> &done);
    [[nodiscard]] bool isDue(const Level &level) const;
    void sortAtOnce(const std::vector<Level *> &levels, std::uint64_t generation, qint64 now,
                    std::vector<Sorted> &done);
    void start(const Level &level, std::uint64_t generation, qint64 now);

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    Mqtt::TopicOrder::Choice m_choice;
    std::unordered_map<std::uint64_t, Task> m_tasks; // by the serial of the level
    std::shared_ptr<Job> m_job;
};

} // namespace Portolan::Ui
