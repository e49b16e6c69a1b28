// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/ntp/packet.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Portolan::Ntp::Nts {

// Keys and cookies of one server, and the packets that they protect. One thread; it holds the keys
// and gives them to nobody. Never sends a cookie twice, nor anything unprotected. Source: RFC 8915,
// section 5.
inline constexpr quint16 kUniqueId = 0x0104;
inline constexpr quint16 kCookie = 0x0204;
inline constexpr quint16 kCookiePlaceholder = 0x0304;
inline constexpr quint16 kAuthenticator = 0x0404;

struct ProtectedRequest
{
    QByteArray bytes;
    QByteArray uniqueId; // 32 bytes, random
};

enum class Protection : std::uint8_t {
    Good,
    Missing, // no authenticator: a plain answer, or somebody else's
    OtherId, // answers another request
    Wrong,   // not authentic
    Nak,     // NTSN with our identifier: the server has forgotten its keys (section 5.7)
};

class Association
{
public:
    Association(Secret clientToServer, Secret serverToClient, QList<QByteArray> cookies);

    // Takes a cookie, and asks for as many as are missing to eight. Nothing when none is left.
    [[nodiscard]] std::optional<ProtectedRequest> protect(const Header &header);
    // New cookies of an authentic answer are kept.
    [[nodiscard]] Protection check(const QByteArray &bytes, const Packet &packet,
                                   const QByteArray &uniqueId);

    [[nodiscard]] int cookies() const { return static_cast<int>(m_cookies.size()); }

private:
    Secret m_clientToServer;
    Secret m_serverToClient;
    QList<QByteArray> m_cookies;
};

} // namespace Portolan::Ntp::Nts
