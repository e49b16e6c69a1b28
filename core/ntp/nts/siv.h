// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <string_view>

namespace Portolan::Ntp::Nts {

// AES-SIV (RFC 5297): S2V and CTR over OpenSSL's CMAC and AES-CTR. Pure, any thread. OpenSSL 3.0's
// own AES-SIV gives an all-zero tag for an empty plaintext and calls that success, and the
// plaintext of every NTS request is empty: so it is put together here.
//
// The key has 32, 48 or 64 bytes; NTS uses 32 (AEAD_AES_SIV_CMAC_256, RFC 8915, section 5.1).
// `headers` are the associated data, the nonce last where there is one (RFC 5297, section 3).

// The synthetic IV followed by the ciphertext; nothing where the key's size is wrong.
[[nodiscard]] std::optional<QByteArray>
sealSiv(std::string_view key, const QList<QByteArray> &headers, const QByteArray &plaintext);
// Nothing where it is not authentic.
[[nodiscard]] std::optional<QByteArray>
openSiv(std::string_view key, const QList<QByteArray> &headers, const QByteArray &sealed);

} // namespace Portolan::Ntp::Nts
