// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/host/hostclock.h"

#include <QJsonObject>

namespace Portolan::Ntp {

// How a host's view of its clock is shown: in a drawer, on a terminal, as JSON. Pure, any thread;
// in the language of the moment. Facts that nobody told are not there.
struct HostFact
{
    QString name;
    QString value;       // empty for a section
    QString explanation; // what it means, one or two sentences
    bool isSection = false;
};
[[nodiscard]] QList<HostFact> hostFacts(const HostClock &clock);
// In one sentence: who keeps the clock, and whether it is in step.
[[nodiscard]] QString hostHeadline(const HostClock &clock);
[[nodiscard]] QJsonObject hostObject(const HostClock &clock);

// "selected", "combined": never translated.
[[nodiscard]] QString sourceStateName(HostSource::State state);

} // namespace Portolan::Ntp
