// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QDateTime>
#include <QString>

namespace Portolan {

// One address that was opened. Plain value, any thread; without a password or any other secret.
struct HistoryEntry
{
    enum class Outcome {
        Open,   // it is, or the program ended with it
        Ended,  // in good order, or closed by the person
        Lost,   // after it was connected
        Failed, // it never was
    };

    QString id; // a UUID
    Address address;
    QString profile = {}; // id of the profile it was opened from, if any; it may be gone
    QDateTime opened;     // UTC, to the millisecond
    QDateTime ended = {}; // invalid while Open
    Outcome outcome = Outcome::Open;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

} // namespace Portolan
