// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace Portolan::Payload {

// What the head of a picture says of itself; nothing is decoded, the sizes are claims of whoever
// sent it (check them before a decoder allocates). Pure, any thread.
struct ImageFacts
{
    QString format; // "PNG", "JPEG", "GIF", "WebP"
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};
[[nodiscard]] std::optional<ImageFacts> imageFacts(std::string_view head);

} // namespace Portolan::Payload
