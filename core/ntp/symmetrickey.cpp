// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/symmetrickey.h"

#include "core/ntp/words.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>

namespace Portolan::Ntp {

namespace {

constexpr int kKeyIdSize = 4;
constexpr int kMostDigest = 20;

struct AlgorithmWords
{
    KeyAlgorithm algorithm;
    const char *name;
    const char *library; // as OpenSSL calls the digest or the cipher
    std::size_t keySize; // of AES; 0: any
};

constexpr AlgorithmWords kAlgorithms[] = {
    {KeyAlgorithm::Md5, "MD5", "MD5", 0},
    {KeyAlgorithm::Sha1, "SHA1", "SHA1", 0},
    {KeyAlgorithm::Sha256, "SHA256", "SHA256", 0},
    {KeyAlgorithm::Sha384, "SHA384", "SHA384", 0},
    {KeyAlgorithm::Sha512, "SHA512", "SHA512", 0},
    {KeyAlgorithm::Aes128, "AES128", "AES-128-CBC", 16},
    {KeyAlgorithm::Aes256, "AES256", "AES-256-CBC", 32},
};

const AlgorithmWords &wordsOf(KeyAlgorithm algorithm)
{
    return *std::find_if(
        std::begin(kAlgorithms), std::end(kAlgorithms),
        [algorithm](const AlgorithmWords &each) { return each.algorithm == algorithm; });
}

bool isCmac(KeyAlgorithm algorithm)
{
    return algorithm == KeyAlgorithm::Aes128 || algorithm == KeyAlgorithm::Aes256;
}

QByteArray cmac(const AlgorithmWords &words, std::string_view key, const QByteArray &message)
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> mac(
        EVP_MAC_fetch(nullptr, "CMAC", nullptr), &EVP_MAC_free);
    const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(
        mac ? EVP_MAC_CTX_new(mac.get()) : nullptr, &EVP_MAC_CTX_free);
    if (!context || key.size() != words.keySize)
        return {};
    std::array<char, 16> cipher{};
    std::copy_n(words.library, qstrlen(words.library), cipher.begin());
    const std::array<OSSL_PARAM, 2> parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0),
        OSSL_PARAM_construct_end()};
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    std::size_t size = 0;
    if (EVP_MAC_init(context.get(), reinterpret_cast<const unsigned char *>(key.data()), key.size(),
                     parameters.data()) != 1 ||
        EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char *>(message.constData()),
                       static_cast<std::size_t>(message.size())) != 1 ||
        EVP_MAC_final(context.get(), digest.data(), &size, digest.size()) != 1)
        return {};
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)};
}

QByteArray keyedDigest(const AlgorithmWords &words, std::string_view key, const QByteArray &message)
{
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> kind(
        EVP_MD_fetch(nullptr, words.library, nullptr), &EVP_MD_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (!kind || !context || EVP_DigestInit_ex2(context.get(), kind.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context.get(), key.data(), key.size()) != 1 ||
        EVP_DigestUpdate(context.get(), message.constData(),
                         static_cast<std::size_t>(message.size())) != 1 ||
        EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1)
        return {};
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)};
}

// By the version of the packet: only version 4 has extension fields that a MAC must differ from.
bool isCut(const QByteArray &message)
{
    return message.isEmpty() || (static_cast<quint8>(message.front()) >> 3U & 7U) >= 4;
}

} // namespace

QString keyAlgorithmName(KeyAlgorithm algorithm)
{
    return QLatin1String(wordsOf(algorithm).name);
}

std::optional<KeyAlgorithm> keyAlgorithmOf(const QString &name)
{
    QString plain = name.toUpper();
    plain.remove(QLatin1Char('-'));
    if (plain == QLatin1String("M"))
        return KeyAlgorithm::Md5;
    if (plain == QLatin1String("SHA"))
        return KeyAlgorithm::Sha1;
    if (plain.endsWith(QLatin1String("CMAC")))
        plain.chop(4);
    if (plain == QLatin1String("AES"))
        return KeyAlgorithm::Aes128;
    for (const AlgorithmWords &each : kAlgorithms) {
        if (plain == QLatin1String(each.name))
            return each.algorithm;
    }
    return std::nullopt;
}

QByteArray makeMac(const SymmetricKey &key, const QByteArray &message)
{
    const AlgorithmWords &words = wordsOf(key.algorithm);
    const QByteArray digest = isCmac(key.algorithm) ? cmac(words, key.key.reveal(), message)
                                                    : keyedDigest(words, key.key.reveal(), message);
    if (digest.isEmpty())
        return {};
    QByteArray mac(kKeyIdSize, '\0');
    qToBigEndian(key.id, mac.data());
    return mac + (isCut(message) ? digest.left(kMostDigest) : digest);
}

MacState checkMac(const SymmetricKey &key, const QByteArray &message, const Packet &packet)
{
    if (packet.mac.isEmpty())
        return MacState::Missing;
    if (packet.mac.size() == kKeyIdSize)
        return MacState::CryptoNak;
    if (qFromBigEndian<quint32>(packet.mac.constData()) != key.id)
        return MacState::OtherKey;
    QByteArray expected = makeMac(key, message.left(packet.macOffset));
    if (expected.isEmpty())
        return MacState::Impossible;
    // chronyd sends whole digests in version 3, ntpd cuts them there too.
    if (packet.mac.size() == kKeyIdSize + kMostDigest)
        expected.truncate(packet.mac.size());
    const bool same = expected.size() == packet.mac.size() &&
                      CRYPTO_memcmp(expected.constData(), packet.mac.constData(),
                                    static_cast<std::size_t>(expected.size())) == 0;
    return same ? MacState::Good : MacState::Wrong;
}

Result<Secret> keyBytes(const QString &written, KeyAlgorithm algorithm)
{
    const auto wrong = [](const QString &what) { return failure(Error::Kind::Usage, what); };
    QByteArray bytes;
    const auto fromHex = [&bytes](const QString &digits) {
        bytes = QByteArray::fromHex(digits.toLatin1());
        return !bytes.isEmpty() && digits.size() == 2 * bytes.size();
    };
    if (written.startsWith(QLatin1String("HEX:"))) {
        if (!fromHex(written.mid(4)))
            return wrong(tr("The key is not an even number of hexadecimal digits."));
    } else if (written.startsWith(QLatin1String("ASCII:"))) {
        bytes = written.mid(6).toUtf8();
    } else if (written.size() > 20 || isCmac(algorithm)) {
        // As ntpd reads them: what is longer than 20 characters is hexadecimal.
        if (!fromHex(written))
            return wrong(tr("A key of this length has hexadecimal digits only. In front of "
                            "other characters stands ASCII:"));
    } else {
        bytes = written.toUtf8();
    }
    if (bytes.isEmpty())
        return wrong(tr("The key is empty."));
    const std::size_t size = wordsOf(algorithm).keySize;
    if (size != 0 && static_cast<std::size_t>(bytes.size()) != size) {
        wipeMemory(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return wrong(tr("A key for %1 has %2 bytes.")
                         .arg(keyAlgorithmName(algorithm), QString::number(size)));
    }
    Secret key(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    wipeMemory(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return key;
}

KeyFile readKeyFile(const QByteArray &text)
{
    KeyFile file;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        QByteArray line = raw;
        line = line.simplified();
        // ntpd lets a comment follow; in chrony's files it stands alone, and a key may hold the
        // sign.
        if (const auto hash = line.indexOf(" #"); hash >= 0)
            line.truncate(hash);
        if (line.isEmpty() || line.startsWith('#') || line.startsWith('!') ||
            line.startsWith(';') || line.startsWith('%'))
            continue;
        const QList<QByteArray> words = line.split(' ');
        const auto problem = [&file, number](const QString &what) {
            file.problems.append({number, what});
        };
        bool isNumber = false;
        const quint32 id = words[0].toUInt(&isNumber);
        if (!isNumber || id == 0) {
            problem(tr("It does not begin with the number of a key."));
            continue;
        }
        // chrony: without a type it is MD5.
        const bool hasType = words.size() > 2;
        if (words.size() < 2 || words.size() > 4) {
            problem(tr("A line has a number, an algorithm and a key."));
            continue;
        }
        const auto algorithm = hasType ? keyAlgorithmOf(QString::fromLatin1(words[1]))
                                       : std::optional(KeyAlgorithm::Md5);
        if (!algorithm) {
            problem(tr("The algorithm is not known."));
            continue;
        }
        auto key = keyBytes(QString::fromUtf8(words[hasType ? 2 : 1]), *algorithm);
        if (!key) {
            problem(key.error().what);
            continue;
        }
        file.keys.push_back({id, *algorithm, std::move(*key)});
    }
    return file;
}

} // namespace Portolan::Ntp
