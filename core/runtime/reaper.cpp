// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>
#include <mutex>
#include <vector>

namespace Portolan::Reaper {

namespace {

struct Threads
{
    std::mutex mutex;
    std::vector<std::unique_ptr<QThread>> running;
};

// Never destroyed: a thread that outlives main() must not find its list gone.
Threads &threads()
{
    static auto *const instance = new Threads;
    return *instance;
}

void sweep(Threads &all)
{
    std::erase_if(all.running,
                  [](const auto &thread) { return thread->isFinished() && thread->wait(0); });
}

} // namespace

void adopt(std::unique_ptr<QThread> thread)
{
    Threads &all = threads();
    const std::scoped_lock lock(all.mutex);
    sweep(all);
    all.running.push_back(std::move(thread));
}

int waitForAll(std::chrono::milliseconds bound)
{
    Threads &all = threads();
    const std::scoped_lock lock(all.mutex);
    QDeadlineTimer deadline(bound);
    for (const auto &thread : all.running)
        thread->wait(deadline);
    sweep(all);
    return static_cast<int>(all.running.size());
}

} // namespace Portolan::Reaper
