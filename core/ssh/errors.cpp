// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/errors.h"

#include "core/ssh/algorithms.h"
#include "core/ssh/words.h"

#include <QRegularExpression>
#include <libssh/libssh.h>

namespace Portolan::Ssh {

namespace {

// libssh's names of the lists of RFC 4253, section 7.1.
QString methodName(const QString &name)
{
    if (name.contains(QLatin1String("kex")))
        return tr("the key exchange");
    if (name.contains(QLatin1String("host key")))
        return tr("the host key");
    if (name.contains(QLatin1String("encryption")))
        return tr("encryption");
    if (name.contains(QLatin1String("mac")))
        return tr("message authentication");
    return name;
}

} // namespace

Error toError(ssh_session session, const QString &host, const QString &firstWords)
{
    QString words = QString::fromUtf8(ssh_get_error(session));
    if (words.isEmpty() && (ssh_get_status(session) & SSH_CLOSED) != 0)
        words = QStringLiteral("Socket error: disconnected");
    if (words.contains(QLatin1String("Socket error"))) {
        const char *const farewell = ssh_get_disconnect_message(session);
        if (!firstWords.isEmpty())
            words = firstWords;
        else if (farewell)
            words =
                QStringLiteral("Received SSH_MSG_DISCONNECT: 11:") + QString::fromUtf8(farewell);
    }
    return toError(words, host);
}

Error toError(const QString &words, const QString &host)
{
    const QString detail = plainLine(words, 2000);
    // RFC 4253, section 7.1: without a common algorithm both sides must disconnect.
    static const QRegularExpression noMatch(
        // libssh cuts a long text off.
        QStringLiteral("no match for method (.+?): server \\[([^\\]]*)(\\], client \\[(.*)\\])?"));
    if (const auto match = noMatch.match(detail); match.hasMatch()) {
        const QString advice = legacyAdvice(match.captured(2));
        QString what =
            match.captured(4).isEmpty()
                ? tr("%1 and this program have no algorithm in common for %2. The server "
                     "offers %3.")
                      .arg(host, methodName(match.captured(1)), plainLine(match.captured(2)))
                : tr("%1 and this program have no algorithm in common for %2. The server "
                     "offers %3; this program offers %4.")
                      .arg(host, methodName(match.captured(1)), plainLine(match.captured(2)),
                           plainLine(match.captured(4)));
        if (!advice.isEmpty())
            what += QLatin1Char(' ') + advice;
        return {Error::Kind::Unsupported, what, detail};
    }

    static const QRegularExpression disconnect(
        QStringLiteral("Received SSH_MSG_DISCONNECT:? (\\d+):(.*)"));
    if (const auto match = disconnect.match(detail); match.hasMatch()) {
        const QString reason = plainLine(match.captured(2), 200);
        const int code = match.captured(1).toInt();
        if (reason.contains(QLatin1String("authentication failures"), Qt::CaseInsensitive))
            return {Error::Kind::Auth,
                    tr("%1 ended the login after too many attempts. It counts each key that is "
                       "offered; choose one key, or offer fewer.")
                        .arg(host),
                    detail, code};
        // RFC 4253, section 11.1.
        if (code == 12 || code == 4)
            return {Error::Kind::Network,
                    tr("%1 ended the connection for lack of resources: %2").arg(host, reason),
                    detail, code};
        return {Error::Kind::Network, tr("%1 ended the connection: %2").arg(host, reason), detail,
                code};
    }
    const auto says = [&](const char *part) {
        return detail.contains(QLatin1String(part), Qt::CaseInsensitive);
    };
    if (says("SSH-1") || says("No version of SSH protocol usable"))
        return {Error::Kind::Unsupported,
                tr("%1 speaks only an SSH protocol older than version 2, which is unsafe and not "
                   "supported.")
                    .arg(host),
                detail};
    if (says("Socket error") || says("Connection reset") || says("disconnected") ||
        says("Broken pipe") || says("timed out"))
        return {Error::Kind::Network, tr("The connection to %1 was lost.").arg(host), detail};
    if (says("too small") || says("RSA key size"))
        return {Error::Kind::Unsupported,
                tr("The host key of %1 is too short to be safe.").arg(host), detail};
    return {Error::Kind::Protocol, tr("%1 does not keep to the SSH protocol.").arg(host), detail};
}

} // namespace Portolan::Ssh
