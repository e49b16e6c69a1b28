// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/shelladdress.h"

#include <QCoreApplication>
#include <QUrl>

namespace Portolan::Pty {

namespace {

const QString kScheme = QStringLiteral("shell");
const QString kHost = QStringLiteral("localhost");

// QUrlQuery takes and gives what stands in the URL: every reserved character must be escaped.
QString escaped(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QString plain(const QString &value)
{
    return QUrl::fromPercentEncoding(value.toUtf8());
}

} // namespace

Result<ShellAddress> ShellAddress::read(const Address &address)
{
    using Kind = Error::Kind;
    if (address.host.compare(kHost, Qt::CaseInsensitive) != 0)
        return failure(Kind::Usage, QCoreApplication::translate(
                                        "Portolan::Pty", "A local shell runs on localhost only."));
    if (!address.user.isEmpty() || address.port != 0 || address.path.size() > 1)
        return failure(
            Kind::Usage,
            QCoreApplication::translate(
                "Portolan::Pty",
                "The address of a local shell has no user, port or path, only options."));
    ShellAddress read;
    QStringList arguments;
    const auto options = address.options.queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : options) {
        if (name == QLatin1String("run"))
            read.command = QStringList{plain(value)};
        else if (name == QLatin1String("arg"))
            arguments.append(plain(value));
        else if (name == QLatin1String("cwd"))
            read.workingDirectory = plain(value);
        else
            return failure(Kind::Usage,
                           QCoreApplication::translate(
                               "Portolan::Pty", "A local shell has no option “%1”; it has: %2")
                               .arg(name.left(40), QStringLiteral("run, arg, cwd")));
    }
    if (!arguments.isEmpty() && (read.command.isEmpty() || read.command.front().isEmpty()))
        return failure(Kind::Usage, QCoreApplication::translate(
                                        "Portolan::Pty",
                                        "There are arguments, but no program to give them to."));
    if (!read.command.isEmpty() && read.command.front().isEmpty())
        read.command.clear();
    read.command += arguments;
    return read;
}

Address ShellAddress::toAddress() const
{
    Address address{.scheme = kScheme, .host = kHost};
    if (!command.isEmpty())
        address.options.addQueryItem(QStringLiteral("run"), escaped(command.front()));
    for (const QString &argument : command.mid(1))
        address.options.addQueryItem(QStringLiteral("arg"), escaped(argument));
    if (!workingDirectory.isEmpty())
        address.options.addQueryItem(QStringLiteral("cwd"), escaped(workingDirectory));
    return address;
}

} // namespace Portolan::Pty
