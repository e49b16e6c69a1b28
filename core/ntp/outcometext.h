// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ntp/outcome.h"

#include <QString>

namespace Portolan::Ntp {

// Words for what came of a poll. Pure, any thread; sentences are in the current language, names
// are those of JSON and never translated.
[[nodiscard]] QString outcomeName(Outcome::Kind kind); // "measured", "out_of_cookies"
[[nodiscard]] QString macName(MacState state);         // "crypto_nak"
[[nodiscard]] QString protectionName(Nts::Protection protection);
[[nodiscard]] QString leapName(Leap leap); // "none", "insert", "delete", "unknown"

[[nodiscard]] QString outcomeText(const Outcome &outcome); // one sentence
[[nodiscard]] QString macText(MacState state);
// What the letters of a kiss code ask for, and what is done.
[[nodiscard]] QString kissText(const QString &code);
// It answers that it has no time: as good as what others say by stratum 16.
[[nodiscard]] bool hasNoTime(const Outcome &outcome);
[[nodiscard]] QString protectionText(Nts::Protection protection);
// Where both stamps came from, as JSON has it: "user", "kernel", "hardware" where they are alike,
// "interleaved" where the server took part, "user+kernel" for sent and received.
[[nodiscard]] QString stampsName(const Sample &sample);

// Of anything but a measurement.
[[nodiscard]] Error errorOf(const Outcome &outcome);

} // namespace Portolan::Ntp
