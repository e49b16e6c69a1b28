// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lookup.h"

#include <QHostInfo>

namespace Portolan::Net {

QList<QHostAddress> addressesOf(const QHostInfo &info)
{
    if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
        return info.addresses();
    QString name = info.hostName().toLower();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    if (name != QLatin1String("localhost") && !name.endsWith(QLatin1String(".localhost")))
        return {};
    return {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
}

} // namespace Portolan::Net
