// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace Portolan::Mqtt {

// A message as it came; the views are valid during the call.
struct Received
{
    std::string_view topic = {}; // any bytes
    std::string_view payload = {};
    std::string_view properties = {}; // decodeProperties()
    std::int64_t time = 0;            // milliseconds since 1970, UTC
    std::uint8_t qos = 0;
    bool retained = false;
    bool duplicate = false;
};

// Who takes what a Client receives, on the engine's thread, one call after the other. It may block
// as long as it likes to be told no more: then nothing is read, and TCP pushes back on the broker.
class MessageSink
{
public:
    virtual ~MessageSink() = default;
    virtual void message(const Received &message) = 0;
    // Nothing more is there to be read at the moment, or a few milliseconds have passed.
    virtual void endOfRound() {}
};

} // namespace Portolan::Mqtt
