// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include <QString>

namespace Portolan::Ntp {

// Offsets and delays as people read them, in the window and on the command line: three digits that
// count, in the unit that fits, from ns to days. Pure, any thread; digits and units are the same in
// every language, and a minus is the wide one (U+2212). What is no number is "–".

[[nodiscard]] QString timeText(Seconds time);   // "12.3 µs", "0 s", "−4 s"
[[nodiscard]] QString offsetText(Seconds time); // with its sign: "+12.3 µs"
// "+12.3 ms ± 4.56 ms"
[[nodiscard]] QString offsetText(Seconds offset, Seconds bound);
// "377": the last eight polls in octal, as every tool of NTP writes them.
[[nodiscard]] QString reachText(quint8 reach);

} // namespace Portolan::Ntp
