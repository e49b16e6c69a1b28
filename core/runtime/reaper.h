// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

class QThread;

namespace Portolan::Reaper {

// Where threads go whose owner does not wait for them. Any thread. A thread that was handed over
// has been asked to stop; it is deleted some time after it finished.
void adopt(std::unique_ptr<QThread> thread);

// For the end of the process: waits until every adopted thread has finished, at most `bound`.
// Returns how many still run; with more than zero, leave with std::quick_exit, because destroying a
// running thread aborts.
[[nodiscard]] int waitForAll(std::chrono::milliseconds bound);

} // namespace Portolan::Reaper
