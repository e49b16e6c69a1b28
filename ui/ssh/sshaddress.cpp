// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshaddress.h"

#include <QCoreApplication>
#include <QDir>

namespace Portolan::Ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::SshAddress)
};

QString withHome(const QString &path)
{
    return path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

} // namespace

Result<SshAddress> sshAddress(const Address &address, const Folders &folders)
{
    SshAddress result;
    result.target.user = address.user;
    result.target.host = address.host;
    if (address.port != 0)
        result.target.port = address.port;
    result.options.knownHostsFile = folders.knownHosts;
    if (!address.path.isEmpty() && address.path != QLatin1String("/"))
        return failure(Error::Kind::Usage,
                       Words::tr("An SSH address has no path behind the host."));

    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        if (name == QLatin1String("identity") && !value.isEmpty()) {
            result.options.identityFiles.append(withHome(value));
            result.options.identitiesOnly = true;
        } else if (name == QLatin1String("known_hosts") && !value.isEmpty()) {
            result.options.knownHostsFile = withHome(value);
        } else if (name == QLatin1String("keepalive")) {
            bool valid = false;
            const int seconds = value.toInt(&valid);
            if (!valid || seconds < 0 || seconds > 86400)
                return failure(Error::Kind::Usage,
                               Words::tr("The keepalive interval is a number of seconds from 0 to "
                                         "86400."));
            result.options.keepaliveInterval = std::chrono::seconds(seconds);
        } else {
            return failure(Error::Kind::Usage,
                           Words::tr("An SSH address has no option “%1”.").arg(name.left(40)));
        }
    }
    return result;
}

} // namespace Portolan::Ui
