// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <chrono>

namespace Portolan::Ntp {

// How soon a server may be asked again, whatever was wished for: a public one every two seconds
// (RFC 8633, section 4.3; RFC 5905, section 13), one of a private network ten times a second, this
// machine at once. Any thread, and one pace for the whole process: a tab, its diagnosis and another
// tab are one client to the server. Remembers some seconds and at most 16,384 addresses.
[[nodiscard]] std::chrono::milliseconds leastGap(const QHostAddress &address);

// Right before a packet is sent, of whatever kind it is. Zero: now, and it counts as sent. Else
// nothing is noted, and after so long it can be tried again.
[[nodiscard]] std::chrono::milliseconds claimPoll(const QHostAddress &address);

// As long as it lives, an address counts as public wherever it is. For whoever wants the manners of
// the public network near by; not nested for one address.
class PublicManners
{
public:
    explicit PublicManners(const QHostAddress &address);
    ~PublicManners();
    PublicManners(const PublicManners &) = delete;
    PublicManners &operator=(const PublicManners &) = delete;

private:
    const QHostAddress m_address;
};

} // namespace Portolan::Ntp
