// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/words.h"

#include "core/base/sentence.h"

namespace Portolan::Snmp {

QString plainLine(const QString &text, int most)
{
    return Portolan::plainLine(text, most);
}

} // namespace Portolan::Snmp
