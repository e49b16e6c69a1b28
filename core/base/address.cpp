// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/address.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace Portolan {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Portolan", text);
}

tl::unexpected<Error> usage(QString what)
{
    return failure(Error::Kind::Usage, std::move(what));
}

// A bare IPv6 address has two colons or more and no brackets; RFC 3986 wants it in brackets.
QString withBrackets(const QString &hostAndPort)
{
    const auto at = hostAndPort.lastIndexOf(QLatin1Char('@')) + 1;
    const QString host = hostAndPort.mid(at);
    if (host.count(QLatin1Char(':')) < 2 || host.contains(QLatin1Char('[')))
        return hostAndPort;
    return hostAndPort.left(at) + QLatin1Char('[') + host + QLatin1Char(']');
}

} // namespace

QString Address::toString() const
{
    QUrl url;
    url.setScheme(scheme);
    url.setUserName(user);
    url.setHost(host);
    if (port != 0)
        url.setPort(port);
    url.setPath(path);
    if (!options.isEmpty())
        url.setQuery(options);
    return url.toString(QUrl::FullyEncoded | QUrl::RemovePassword);
}

QString Address::display() const
{
    QString text = user.isEmpty() ? QString() : user + QLatin1Char('@');
    text += host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (port != 0)
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

Result<ParsedAddress> parseAddress(const QString &text, const QString &defaultScheme)
{
    QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return usage(tr("No address was given."));
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control || c.isSpace();
    };
    if (std::any_of(trimmed.cbegin(), trimmed.cend(), isControl))
        return usage(tr("An address cannot contain spaces or control characters."));
    if (!trimmed.contains(QLatin1String("://"))) {
        if (defaultScheme.isEmpty())
            return usage(tr("The address has no scheme, such as ssh:// in front."));
        trimmed = defaultScheme + QLatin1String("://") + withBrackets(trimmed);
    }

    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid())
        return usage(tr("The address is not a valid URL."));
    if (url.host().isEmpty())
        return usage(tr("The address names no host."));
    if (url.port() == 0)
        return usage(tr("Port 0 cannot be connected to."));

    ParsedAddress parsed;
    parsed.address.scheme = url.scheme().toLower();
    parsed.address.user = url.userName(QUrl::FullyDecoded);
    parsed.address.host = url.host(QUrl::FullyDecoded);
    parsed.address.port = static_cast<quint16>(std::max(url.port(), 0));
    parsed.address.path = url.path(QUrl::FullyDecoded);
    parsed.address.options = QUrlQuery(url);
    const auto hasControl = [&](const QString &part) {
        return std::any_of(part.cbegin(), part.cend(),
                           [](QChar c) { return c.category() == QChar::Other_Control; });
    };
    if (hasControl(parsed.address.user) || hasControl(parsed.address.host) ||
        hasControl(parsed.address.path))
        return usage(tr("An address cannot contain spaces or control characters."));
    if (QString password = url.password(QUrl::FullyDecoded); !password.isEmpty())
        parsed.password = Secret::takeFrom(password);
    return parsed;
}

} // namespace Portolan
