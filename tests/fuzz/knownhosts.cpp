// SPDX-License-Identifier: GPL-3.0-or-later
// Files that another program wrote: known_hosts and private keys. Every entry that is read has a
// key of the type it names, and is found again under a name without patterns.
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/keys/keyfile.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Ssh;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const KnownHosts hosts = KnownHosts::parse(text, QStringLiteral("f"));
    for (const KnownHost &entry : hosts.entries()) {
        if (keyTypeOfBlob(entry.key) != entry.keyType || entry.line < 1)
            std::abort();
        const bool plain = !entry.names.contains('|') && !entry.names.contains('*') &&
                           !entry.names.contains('?') && !entry.names.contains('!') &&
                           !entry.names.contains(',');
        if (plain && !namesMatch(entry.names, entry.names.toLower()))
            std::abort();
        (void)keyBitsOfBlob(entry.key);
        (void)hosts.judge(QString::fromUtf8(entry.names), 22, entry.keyType, entry.key);
    }
    (void)parseKeyFile(text);
    (void)parsePublicKeyLine(text);
    return 0;
}
