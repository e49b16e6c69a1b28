// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/nts/siv.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <memory>

namespace Portolan::Ntp::Nts {

namespace {

constexpr std::size_t kBlock = 16;
using Block = std::array<unsigned char, kBlock>;

const unsigned char *bytesOf(const char *text)
{
    return reinterpret_cast<const unsigned char *>(text);
}

// CMAC under one key, started once and copied for each string (RFC 4493).
class Cmac
{
public:
    explicit Cmac(std::string_view key)
        : m_mac(EVP_MAC_fetch(nullptr, "CMAC", nullptr), &EVP_MAC_free)
        , m_keyed(m_mac ? EVP_MAC_CTX_new(m_mac.get()) : nullptr, &EVP_MAC_CTX_free)
    {
        char cipher[] = "AES-000-CBC";
        const std::size_t bits = key.size() * 8;
        cipher[4] = static_cast<char>('0' + bits / 100);
        cipher[5] = static_cast<char>('0' + bits / 10 % 10);
        cipher[6] = static_cast<char>('0' + bits % 10);
        const std::array<OSSL_PARAM, 2> parameters = {
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0),
            OSSL_PARAM_construct_end()};
        if (!m_keyed ||
            EVP_MAC_init(m_keyed.get(), bytesOf(key.data()), key.size(), parameters.data()) != 1)
            m_keyed.reset();
    }

    [[nodiscard]] std::optional<Block> of(const unsigned char *bytes, std::size_t size) const
    {
        if (!m_keyed)
            return std::nullopt;
        const Context once(EVP_MAC_CTX_dup(m_keyed.get()), &EVP_MAC_CTX_free);
        Block result{};
        std::size_t written = 0;
        if (!once || EVP_MAC_update(once.get(), bytes, size) != 1 ||
            EVP_MAC_final(once.get(), result.data(), &written, result.size()) != 1 ||
            written != kBlock)
            return std::nullopt;
        return result;
    }

private:
    using Context = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;
    std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> m_mac;
    Context m_keyed;
};

// RFC 5297, section 2.3.
void doubled(Block &block)
{
    const bool carry = (block[0] & 0x80U) != 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const unsigned next = i + 1 < kBlock ? block[i + 1] >> 7U : 0U;
        block[i] = static_cast<unsigned char>((static_cast<unsigned>(block[i]) << 1U) | next);
    }
    if (carry)
        block[kBlock - 1] ^= 0x87U;
}

void add(unsigned char *to, const Block &block)
{
    for (std::size_t i = 0; i < kBlock; ++i)
        to[i] = static_cast<unsigned char>(to[i] ^ block[i]);
}

// RFC 5297, section 2.4.
std::optional<Block> s2v(std::string_view key, const QList<QByteArray> &headers,
                         const QByteArray &plaintext)
{
    const Cmac cmac(key);
    const Block zero{};
    auto d = cmac.of(zero.data(), zero.size());
    for (const QByteArray &header : headers) {
        const auto of =
            cmac.of(bytesOf(header.constData()), static_cast<std::size_t>(header.size()));
        if (!d || !of)
            return std::nullopt;
        doubled(*d);
        add(d->data(), *of);
    }
    if (!d)
        return std::nullopt;
    const auto size = static_cast<std::size_t>(plaintext.size());
    if (size >= kBlock) {
        QByteArray last = plaintext;
        add(reinterpret_cast<unsigned char *>(last.data()) + size - kBlock, *d);
        return cmac.of(bytesOf(last.constData()), size);
    }
    doubled(*d);
    Block padded{};
    std::copy_n(bytesOf(plaintext.constData()), size, padded.begin());
    padded[size] = 0x80;
    add(padded.data(), *d);
    return cmac.of(padded.data(), padded.size());
}

// The counter is the IV with the two bits cleared that would carry (RFC 5297, section 2.5).
std::optional<QByteArray> ctr(std::string_view key, Block counter, const QByteArray &text)
{
    if (text.isEmpty())
        return QByteArray();
    counter[8] &= 0x7FU;
    counter[12] &= 0x7FU;
    const EVP_CIPHER *const cipher = key.size() == 16   ? EVP_aes_128_ctr()
                                     : key.size() == 24 ? EVP_aes_192_ctr()
                                                        : EVP_aes_256_ctr();
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray result(text.size(), '\0');
    int written = 0;
    if (!context ||
        EVP_EncryptInit_ex(context.get(), cipher, nullptr, bytesOf(key.data()), counter.data()) !=
            1 ||
        EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(result.data()), &written,
                          bytesOf(text.constData()), static_cast<int>(text.size())) != 1 ||
        written != text.size())
        return std::nullopt;
    return result;
}

bool isKey(std::string_view key)
{
    return key.size() == 32 || key.size() == 48 || key.size() == 64;
}

} // namespace

std::optional<QByteArray> sealSiv(std::string_view key, const QList<QByteArray> &headers,
                                  const QByteArray &plaintext)
{
    if (!isKey(key))
        return std::nullopt;
    const auto iv = s2v(key.substr(0, key.size() / 2), headers, plaintext);
    if (!iv)
        return std::nullopt;
    const auto hidden = ctr(key.substr(key.size() / 2), *iv, plaintext);
    if (!hidden)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(iv->data()), kBlock) + *hidden;
}

std::optional<QByteArray> openSiv(std::string_view key, const QList<QByteArray> &headers,
                                  const QByteArray &sealed)
{
    if (!isKey(key) || sealed.size() < static_cast<qsizetype>(kBlock))
        return std::nullopt;
    Block iv{};
    std::copy_n(bytesOf(sealed.constData()), kBlock, iv.begin());
    const auto plain = ctr(key.substr(key.size() / 2), iv, sealed.mid(kBlock));
    if (!plain)
        return std::nullopt;
    const auto expected = s2v(key.substr(0, key.size() / 2), headers, *plain);
    if (!expected || CRYPTO_memcmp(expected->data(), iv.data(), kBlock) != 0)
        return std::nullopt;
    return plain;
}

} // namespace Portolan::Ntp::Nts
