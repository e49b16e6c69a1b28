// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <cstdint>

namespace Portolan::Mqtt {

// What a broker answers with, in words. Pure, any thread.
// Sources: MQTT 5.0, section 2.4 (reason codes); MQTT 3.1.1, section 3.2.2.3 (return codes of
// CONNACK, here turned into the codes of 5.0 that mean the same).

enum class Packet { Connack, Puback, Suback, Unsuback, Disconnect };

// The name in the standard: "Not authorized". Empty for a code that the standard does not have.
[[nodiscard]] QString reasonName(Packet packet, std::uint8_t code);
// One sentence for a person, in the language of the moment.
[[nodiscard]] QString reasonSentence(Packet packet, std::uint8_t code);
[[nodiscard]] std::uint8_t fromReturnCode(int connackOf311);

// Whether trying again by itself only makes it worse: bad credentials, banned, no such client
// identifier. Everything else may pass.
[[nodiscard]] bool isFinal(std::uint8_t code);
[[nodiscard]] Error::Kind kindOf(std::uint8_t code);

} // namespace Portolan::Mqtt
