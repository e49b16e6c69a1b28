// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/finding.h"

namespace Portolan {

QString severityName(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return QStringLiteral("ok");
    case Finding::Severity::Info:
        return QStringLiteral("info");
    case Finding::Severity::Warning:
        return QStringLiteral("warning");
    case Finding::Severity::Error:
        return QStringLiteral("error");
    }
    return QStringLiteral("info");
}

} // namespace Portolan
