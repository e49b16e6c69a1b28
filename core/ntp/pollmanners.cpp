// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/pollmanners.h"

namespace Portolan::Ntp {

namespace {

constexpr auto kPublicGap = std::chrono::milliseconds(2000);
constexpr auto kPrivateGap = std::chrono::milliseconds(100);

} // namespace

std::chrono::milliseconds leastGap(const QHostAddress &address)
{
    if (address.isLoopback())
        return {};
    const bool isNear = address.isLinkLocal() || address.isUniqueLocalUnicast() ||
                        address.isInSubnet(QHostAddress(0x0A000000U), 8) ||
                        address.isInSubnet(QHostAddress(0xAC100000U), 12) ||
                        address.isInSubnet(QHostAddress(0xC0A80000U), 16); // RFC 1918
    return isNear ? kPrivateGap : kPublicGap;
}

} // namespace Portolan::Ntp
