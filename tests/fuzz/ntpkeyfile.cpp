// SPDX-License-Identifier: GPL-3.0-or-later
// Key files of ntpd and chrony, and one key as it is written in a dialog.
#include "core/ntp/symmetrickey.h"

#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Ntp;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray data(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const KeyFile file = readKeyFile(data);
    for (const SymmetricKey &each : file.keys) {
        if (each.id == 0 || each.key.reveal().empty())
            std::abort();
        // Every key that was taken authenticates.
        const QByteArray message(48, '\x23');
        const QByteArray mac = makeMac(each, message);
        if (mac.size() < 20 || mac.size() > 24)
            std::abort();
    }
    const auto lines = data.count('\n') + 1;
    for (const auto &[line, text] : file.problems) {
        if (line < 1 || line > lines || text.isEmpty())
            std::abort();
    }
    const QString written = QString::fromUtf8(data.left(4096));
    static_cast<void>(keyAlgorithmOf(written.left(40)));
    for (const KeyAlgorithm algorithm : {KeyAlgorithm::Md5, KeyAlgorithm::Aes256}) {
        const auto key = keyBytes(written, algorithm);
        if (key && algorithm == KeyAlgorithm::Aes256 && key->reveal().size() != 32)
            std::abort();
    }
    return 0;
}
