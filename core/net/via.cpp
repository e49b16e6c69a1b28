// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/via.h"

#include <QCoreApplication>
#include <QStringList>

namespace Portolan::Net {

Result<ViaSplit> splitVia(const Address &address)
{
    const QString name = QStringLiteral("via");
    ViaSplit split{address, {}};
    if (!address.options.hasQueryItem(name))
        return split;
    const QStringList values = address.options.allQueryItemValues(name, QUrl::FullyDecoded);
    split.via = values.first().trimmed();
    if (values.size() > 1)
        return failure(Error::Kind::Usage,
                       QCoreApplication::translate(
                           "Portolan::Net", "The address has the option “via” more than once. "
                                            "Several hosts on the way are those of the first one: "
                                            "its jump= or the profile that it goes through."));
    if (split.via.isEmpty())
        return failure(Error::Kind::Usage,
                       QCoreApplication::translate("Portolan::Net",
                                                   "The option “%1” of the address has no value.")
                           .arg(name));
    split.address.options.removeAllQueryItems(name);
    return split;
}

} // namespace Portolan::Net
