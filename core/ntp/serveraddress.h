// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/ntp/symmetrickey.h"

#include <QString>

#include <chrono>

namespace Portolan::Ntp {

enum class Family : std::uint8_t { Any, V4, V6 };

// Which server is asked, and how. Plain value, any thread, no secrets.
struct ServerTarget
{
    static constexpr quint16 kPort = 123;
    static constexpr quint16 kKeyExchangePort = 4460;

    QString host;
    quint16 port = kPort;
    int version = 4;
    Family family = Family::Any;
    bool interleaved = true; // where the server has it (RFC 9769)
    bool nts = false;
    quint16 keyExchangePort = kKeyExchangePort;
    QString authorities = {}; // of NTS: a PEM file in place of the system's certificates
    quint32 keyId = 0;        // 0: no symmetric key
    KeyAlgorithm keyAlgorithm = KeyAlgorithm::Sha1;
    std::chrono::milliseconds timeout{1000};
    int sources = 1; // how many addresses of its name are asked, each as a server of its own

    [[nodiscard]] QString display() const;
    friend bool operator==(const ServerTarget &, const ServerTarget &) = default;
};

// What an ntp:// address means: ntp://HOST[:PORT][?OPTIONS], docs/ntp.md lists the options. Pure,
// any thread. An unknown option or value is a Usage error: ignoring it could ask in a way that
// nobody asked for. `via` is Unsupported: NTP travels in single packets.
[[nodiscard]] Result<ServerTarget> serverTarget(const Address &address);
[[nodiscard]] Address addressOf(const ServerTarget &target);

// Several servers that are watched together: the first one's address with the option `also` for
// each of the others, "HOST[:PORT]" or a whole ntp:// address. At least one.
[[nodiscard]] Result<QList<ServerTarget>> serverTargets(const Address &address);
[[nodiscard]] Address addressOf(const QList<ServerTarget> &targets);

} // namespace Portolan::Ntp
