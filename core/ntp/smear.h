// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/sample.h"

#include <QString>

namespace Portolan::Ntp {

// How it is known that a server smears leap seconds: it is wrong on purpose for hours around one,
// and must not be mixed with servers that are not. Pure, any thread.
enum class SmearSign : std::uint8_t {
    None,
    Refid, // 254.x.x.x: it says so, and by how much
    Name,  // its operator says so
};

[[nodiscard]] SmearSign smearSign(const QString &host, const Sample &sample);
// Whether the operator of this name says that it smears (Google, Amazon, Meta).
[[nodiscard]] bool isKnownToSmear(const QString &host);

} // namespace Portolan::Ntp
