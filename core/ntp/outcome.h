// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/nts/association.h"
#include "core/ntp/reply.h"
#include "core/ntp/sample.h"
#include "core/ntp/symmetrickey.h"
#include "core/runtime/batchqueue.h"

#include <QHostAddress>

#include <chrono>
#include <memory>
#include <optional>

namespace Portolan::Ntp {

// What became of a poll, or came in besides. Plain value, any thread.
struct Outcome
{
    enum class Kind : std::uint8_t {
        Measured, // `sample`
        Silent,   // no answer within the time limit
        Rejected, // an answer that breaks rules: `fault`, `mac` or `protection` says which
        Kissed,   // `kiss`: the server does not want to be asked like this
        Refused,  // the network says that nothing listens, or that there is no way: `systemError`
        Stray,    // answers nothing that is asked now, or comes from elsewhere: `from`
        OutOfCookies, // NTS: keys have to be made anew before the next poll
    };
    quint64 server = 0;
    Kind kind = Kind::Silent;
    Instant at = {};
    std::optional<Sample> sample = {};
    ReplyFault fault = ReplyFault::None;
    QString kiss = {};
    MacState mac = MacState::Good;
    Nts::Protection protection = Nts::Protection::Good;
    QHostAddress from = {};
    quint16 fromPort = 0;
    int systemError = 0;
    int cookies = 0; // NTS: how many are left
    // Of a poll only the first few that are in vain are told one by one; then how many more came.
    int times = 1;
    bool endsPoll = false;                // nothing more is waited for
    bool isLast = false;                  // it is not asked any more
    std::chrono::milliseconds interval{}; // between polls, as it is now; 0: none follows
    Header header = {};                   // of what came in
    QByteArray packet = {};               // what came in, at most 1,500 bytes of it
};

// The oldest go first where nobody reads; the count of what went is shown.
using OutcomeQueue = BatchQueue<Outcome>;

// When a server is asked.
struct PollPlan
{
    int burst = 4; // polls at the beginning, `burstGap` apart
    std::chrono::milliseconds burstGap{2000};
    std::chrono::milliseconds interval{16'000}; // from then on; 0: no more
};

} // namespace Portolan::Ntp
