// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keys/keyfile.h"

#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/wire.h"

namespace Portolan::Ssh {

namespace {

// The base64 between the BEGIN and END lines.
QByteArray armoured(const QByteArray &text)
{
    const auto begin = text.indexOf('\n', text.indexOf("-----BEGIN "));
    const auto end = text.indexOf("-----END ", begin);
    if (begin < 0 || end < 0)
        return {};
    return QByteArray::fromBase64(text.mid(begin, end - begin));
}

void readOpenSsh(const QByteArray &text, KeyFile &file)
{
    const QByteArray blob = armoured(text);
    WireReader reader(viewOf(blob));
    using namespace std::string_view_literals;
    const auto magic = reader.take(15);
    const auto cipher = reader.string();
    const auto kdf = reader.string();
    const auto kdfOptions = reader.string();
    const auto count = reader.uint32();
    const auto key = reader.string();
    if (!magic || *magic != "openssh-key-v1\0"sv || !cipher || !kdf || !kdfOptions || !count ||
        *count != 1 || !key)
        return;
    file.format = KeyFile::Format::OpenSsh;
    file.encrypted = *cipher != "none"sv;
    file.publicKey = bytesOf(*key);
}

} // namespace

KeyFile parseKeyFile(const QByteArray &text)
{
    KeyFile file;
    if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
        readOpenSsh(text, file);
    } else if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
        file.format = KeyFile::Format::Pkcs8;
        file.encrypted = true;
    } else if (text.contains("-----BEGIN PRIVATE KEY-----")) {
        file.format = KeyFile::Format::Pkcs8;
    } else if (text.contains(" PRIVATE KEY-----")) {
        file.format = KeyFile::Format::Pem;
        file.encrypted = text.contains("Proc-Type: 4,ENCRYPTED");
    } else if (text.startsWith("PuTTY-User-Key-File-")) {
        file.format = KeyFile::Format::Putty;
        file.encrypted = !text.contains("\nEncryption: none");
    } else if (const QByteArray key = parsePublicKeyLine(text); !key.isEmpty()) {
        file.format = KeyFile::Format::PublicKey;
        file.publicKey = key;
    }
    return file;
}

QByteArray parsePublicKeyLine(const QByteArray &text)
{
    const auto fields = text.left(64 * 1024).simplified().split(' ');
    if (fields.size() < 2)
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(fields.at(1), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && keyTypeOfBlob(*decoded) == fields.at(0) ? *decoded : QByteArray();
}

} // namespace Portolan::Ssh
