// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace Portolan::Snmp {

// Versions, levels and algorithms of SNMP, with the names that addresses and exports use. Plain
// values, any thread. Sources: RFC 3414 (MD5, SHA-1, DES), RFC 3826 (AES-128), RFC 7860 (SHA-2);
// draft-blumenthal-aes-usm-04 (AES-192, AES-256) and draft-reeder-snmpv3-usm-3desede (how Cisco
// and others make the longer key, here with a C). Blumenthal's and Reeder's keys are the same
// wherever the digest is as long as the key.
enum class Version : std::uint8_t { V1, V2c, V3 };
enum class Level : std::uint8_t { NoAuthNoPriv, AuthNoPriv, AuthPriv };
enum class AuthProtocol : std::uint8_t { Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };
enum class PrivProtocol : std::uint8_t { Des, Aes128, Aes192, Aes256, Aes192C, Aes256C };

[[nodiscard]] QString versionName(Version version);          // "1", "2c", "3"
[[nodiscard]] QString levelName(Level level);                // "authPriv"
[[nodiscard]] QString authProtocolName(AuthProtocol chosen); // "SHA-256"
[[nodiscard]] QString privProtocolName(PrivProtocol chosen); // "AES-256-C"
// Case and hyphens do not matter; "SHA", "AES" and "AES-128" are understood.
[[nodiscard]] std::optional<Version> versionOf(const QString &name);
[[nodiscard]] std::optional<Level> levelOf(const QString &name);
[[nodiscard]] std::optional<AuthProtocol> authProtocolOf(const QString &name);
[[nodiscard]] std::optional<PrivProtocol> privProtocolOf(const QString &name);

// The secrets of an agent, whatever its version. Move-only.
struct Credentials
{
    Secret community = {};    // v1, v2c
    Secret authPassword = {}; // v3
    Secret privPassword = {}; // v3

    [[nodiscard]] Credentials copy() const
    {
        return {community.copy(), authPassword.copy(), privPassword.copy()};
    }
};

} // namespace Portolan::Snmp
