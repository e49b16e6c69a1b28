// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/ntp/packet.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Portolan::Ntp {

// Keys that both sides know, and the codes that they make. Pure, any thread; a key is in the Secret
// alone. Sources: RFC 5905, section 7.3 (key identifier and digest, the digest of the key followed
// by the packet), RFC 8573 (AES-CMAC); the names are those of chrony's key files.
enum class KeyAlgorithm : std::uint8_t { Md5, Sha1, Sha256, Sha384, Sha512, Aes128, Aes256 };

[[nodiscard]] QString keyAlgorithmName(KeyAlgorithm algorithm); // "SHA256", "AES128"
// Case and hyphens do not matter; "M", "AES", "AES-128-CMAC", "AES128CMAC" are understood.
[[nodiscard]] std::optional<KeyAlgorithm> keyAlgorithmOf(const QString &name);

struct SymmetricKey
{
    quint32 id = 0;
    KeyAlgorithm algorithm = KeyAlgorithm::Sha1;
    Secret key;

    [[nodiscard]] SymmetricKey copy() const { return {id, algorithm, key.copy()}; }
};

// Identifier and digest, to be appended to `message`. In version 4 a digest of more than 20 bytes
// is cut to 20: a longer MAC cannot be told from an extension field (RFC 7822, section 7.5.1.4).
// Empty where the library refuses the algorithm, as MD5 in a strict environment.
[[nodiscard]] QByteArray makeMac(const SymmetricKey &key, const QByteArray &message);

enum class MacState : std::uint8_t {
    Good,
    Missing,
    CryptoNak, // four bytes: the server could not authenticate us
    OtherKey,  // another identifier
    Wrong,
    Impossible, // this machine's library refuses the algorithm
};
[[nodiscard]] MacState checkMac(const SymmetricKey &key, const QByteArray &message,
                                const Packet &packet);

// A line of a key file: "ID TYPE KEY" of chrony ("HEX:..." or "ASCII:..." or plain), "ID TYPE KEY"
// of ntpd (a key of more than 20 characters is hexadecimal). Comments and empty lines are skipped;
// errors name the line and never the key.
struct KeyFile
{
    std::vector<SymmetricKey> keys;
    QList<QPair<int, QString>> problems; // line from 1, and what is wrong with it
};
[[nodiscard]] KeyFile readKeyFile(const QByteArray &text);
// One key as it is written on a command line or in a dialog: "SHA256 HEX:0011..." or the key alone.
[[nodiscard]] Result<Secret> keyBytes(const QString &written, KeyAlgorithm algorithm);

} // namespace Portolan::Ntp
