// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchqueue.h"

#include <QString>

#include <chrono>
#include <memory>

namespace Portolan::Snmp {

// One message on the way to an agent or back, in one line. English, for experts; no community, no
// key, no password. Values of a SET are not told, only their OIDs.
struct TranscriptEntry
{
    enum class Direction { Sent, Received, Local };

    std::chrono::system_clock::time_point time{};
    Direction direction = Direction::Local;
    QString text = {};
    int bytes = 0;
};

// Bounded: the oldest go and are counted.
using TranscriptQueue = BatchQueue<TranscriptEntry>;

} // namespace Portolan::Snmp
