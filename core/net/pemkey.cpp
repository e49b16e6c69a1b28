// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/pemkey.h"

#include <QFile>
#include <QFileInfo>

namespace Portolan::Net {

bool isLockedKey(const QString &name)
{
    constexpr qint64 kMost = 1 << 20;
    QFile file(name);
    // A pipe would wait for somebody to write.
    if (name.isEmpty() || !QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray pem = file.read(kMost);
    return pem.contains("BEGIN ENCRYPTED PRIVATE KEY") ||
           (pem.contains("PRIVATE KEY-----") && pem.contains("4,ENCRYPTED"));
}

} // namespace Portolan::Net
