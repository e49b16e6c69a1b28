// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace Portolan {

int exitCode(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused:
        return 1;
    case Error::Kind::Usage:
        return 2;
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return 3;
    case Error::Kind::Auth:
        return 4;
    case Error::Kind::Certificate:
        return 5;
    case Error::Kind::Protocol:
        return 6;
    case Error::Kind::Unsupported:
        return 7;
    case Error::Kind::Local:
        return 8;
    case Error::Kind::Cancelled:
        return 130;
    }
    return 8;
}

QString kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return QStringLiteral("network");
    case Error::Kind::Timeout:
        return QStringLiteral("timeout");
    case Error::Kind::Auth:
        return QStringLiteral("auth");
    case Error::Kind::Certificate:
        return QStringLiteral("certificate");
    case Error::Kind::Protocol:
        return QStringLiteral("protocol");
    case Error::Kind::Refused:
        return QStringLiteral("refused");
    case Error::Kind::Unsupported:
        return QStringLiteral("unsupported");
    case Error::Kind::Usage:
        return QStringLiteral("usage");
    case Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    case Error::Kind::Local:
        return QStringLiteral("local");
    }
    return QStringLiteral("local");
}

} // namespace Portolan
