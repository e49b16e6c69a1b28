// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicsorter.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>

namespace Portolan::Ui {

namespace {

using Store = Mqtt::TopicStore;
using By = Mqtt::TopicOrder::By;

constexpr qint64 kNumbersMs = 1000;
constexpr qint64 kNamesMs = 200;
constexpr qint64 kRest = 3;           // times as long as it took
constexpr std::size_t kSlice = 4'096; // nodes taken while the store is held

} // namespace

// Shared by both threads: what goes in is set before it starts, what comes out is read when `done`.
struct TopicSorter::Job
{
    std::uint64_t level = 0;
    std::shared_ptr<Mqtt::Inbox> inbox;
    std::shared_ptr<Mqtt::TopicOrder> order;
    std::vector<Node> nodes; // to be taken
    std::uint64_t generation = 0;
    qint64 now = 0;
    bool anew = false;
    std::atomic<bool> stop = false;

    std::vector<Node> sorted;
    bool good = false;
    qint64 took = 0;
    std::atomic<bool> done = false;

    void run()
    {
        QElapsedTimer clock;
        clock.start();
        good = sort();
        took = clock.elapsed();
        done.store(true, std::memory_order_release);
    }

private:
    bool sort()
    {
        if (anew) {
            order->restart();
            // As they lie in memory: many times as fast, and told apart by rate.
            std::sort(nodes.begin(), nodes.end());
        }
        const std::span<const Node> all(nodes);
        for (std::size_t from = 0; from < all.size(); from += kSlice) {
            const bool ours = !stop && inbox->readBehind([&](const Store &store) {
                if (store.generation() != generation)
                    return false;
                order->take(store, all.subspan(from, std::min(kSlice, all.size() - from)), now);
                return true;
            });
            if (!ours)
                return false;
        }
        if (!order->sort(&stop))
            return false;
        sorted = order->nodes();
        return true;
    }
};

TopicSorter::TopicSorter(std::shared_ptr<Mqtt::Inbox> inbox)
    : m_inbox(std::move(inbox))
{
}

TopicSorter::~TopicSorter()
{
    stop();
}

void TopicSorter::stop()
{
    if (m_job)
        m_job->stop = true;
    m_job.reset();
}

void TopicSorter::begin(const Mqtt::TopicOrder::Choice &choice)
{
    stop();
    m_tasks.clear();
    m_choice = choice;
}

void TopicSorter::finish(const std::vector<Level *> &levels, std::vector<Sorted> &done)
{
    if (!m_job || !m_job->done.load(std::memory_order_acquire))
        return;
    const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
    const auto task = m_tasks.find(job->level);
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const Level *one) { return one->serial == job->level; });
    if (task == m_tasks.end() || level == levels.end())
        return;
    task->second.took = job->took;
    task->second.since.restart();
    if (!job->good) {
        m_tasks.erase(task);
        return;
    }
    std::vector<Node> order = std::move(job->sorted);
    const auto &children = (*level)->children;
    if (order.size() > children.size())
        return;
    if (std::equal(order.begin(), order.end(), children.begin()))
        return;
    order.insert(order.end(), children.begin() + static_cast<std::ptrdiff_t>(order.size()),
                 children.end());
    done.push_back({*level, std::move(order)});
}

bool TopicSorter::isDue(const Level &level) const
{
    if (level.children.size() < 2 || (m_choice.by == By::Name && !level.large))
        return false;
    const auto found = m_tasks.find(level.serial);
    if (found == m_tasks.end())
        return true;
    const Task &task = found->second;
    if (m_choice.by == By::Name && task.order->size() >= level.children.size())
        return false;
    const qint64 least = m_choice.by == By::Name ? kNamesMs : kNumbersMs;
    return task.since.elapsed() >= std::max(least, kRest * task.took);
}

void TopicSorter::sortAtOnce(const std::vector<Level *> &levels, std::uint64_t generation,
                             qint64 now, std::vector<Sorted> &done)
{
    if (levels.empty())
        return;
    m_inbox->read([&](const Store &store) {
        if (store.generation() != generation)
            return;
        for (Level *level : levels) {
            Task &task = m_tasks[level->serial];
            if (!task.order)
                task.order = std::make_shared<Mqtt::TopicOrder>(m_choice);
            task.order->restart();
            task.order->take(store, level->children, now);
            task.since.restart();
            task.took = 0;
        }
    });
    for (Level *level : levels) {
        const auto task = m_tasks.find(level->serial);
        if (task == m_tasks.end() || !task->second.order->sort())
            continue;
        std::vector<Node> order = task->second.order->nodes();
        if (order.size() == level->children.size() && order != level->children)
            done.push_back({level, std::move(order)});
    }
}

void TopicSorter::start(const Level &level, std::uint64_t generation, qint64 now)
{
    Task &task = m_tasks[level.serial];
    auto job = std::make_shared<Job>();
    job->anew = !task.order || m_choice.by != By::Name;
    if (!task.order)
        task.order = std::make_shared<Mqtt::TopicOrder>(m_choice);
    task.since.restart();
    job->level = level.serial;
    job->inbox = m_inbox;
    job->order = task.order;
    job->generation = generation;
    job->now = now;
    const std::size_t taken = job->anew ? 0 : task.order->size();
    job->nodes.assign(level.children.begin() + static_cast<std::ptrdiff_t>(taken),
                      level.children.end());
    m_job = job;
    QThreadPool::globalInstance()->start([job] { job->run(); });
}

std::vector<TopicSorter::Sorted> TopicSorter::advance(const std::vector<Level *> &levels,
                                                      std::uint64_t generation, qint64 now)
{
    std::vector<Sorted> done;
    finish(levels, done);
    if (m_tasks.size() > levels.size()) {
        std::erase_if(m_tasks, [&](const auto &task) {
            return std::none_of(levels.begin(), levels.end(),
                                [&](const Level *level) { return level->serial == task.first; });
        });
    }
    std::vector<Level *> small;
    std::size_t room = kMostAtOnce;
    for (Level *level : levels) {
        const bool busy = m_job && m_job->level == level->serial;
        if (busy || !isDue(*level))
            continue;
        if (!level->large && level->children.size() <= room) {
            room -= level->children.size();
            small.push_back(level);
        } else if (!m_job && std::none_of(done.begin(), done.end(), [&](const Sorted &sorted) {
                       return sorted.level == level;
                   })) {
            start(*level, generation, now);
        }
    }
    sortAtOnce(small, generation, now, done);
    return done;
}

} // namespace Portolan::Ui
