// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/withoutsecrets.h"

#include <algorithm>
#include <array>

namespace Portolan {

bool namesSecret(const QString &name)
{
    static constexpr std::array kWords = {
        QLatin1String("password"),   QLatin1String("passphrase"), QLatin1String("passwd"),
        QLatin1String("secret"),     QLatin1String("token"),      QLatin1String("apikey"),
        QLatin1String("privatekey"), QLatin1String("community"),  QLatin1String("credentials")};
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain.append(c.toLower());
    }
    return plain == QLatin1String("pw") || plain == QLatin1String("pass") ||
           std::any_of(kWords.begin(), kWords.end(),
                       [&](QLatin1String word) { return plain.contains(word); });
}

Address withoutSecrets(const Address &address)
{
    Address shown = address;
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        if (namesSecret(name))
            shown.options.removeAllQueryItems(name);
    }
    if (address.scheme == QLatin1String("snmp"))
        shown.user.clear();
    return shown;
}

} // namespace Portolan
