// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/algorithms.h"

#include "core/net/sockets.h"
#include "core/ssh/config/wildcard.h"
#include "core/ssh/engine/handles.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>
#include <utility>

namespace Portolan::Ssh {

QStringList hostKeyPreference()
{
    return {
        QStringLiteral("ssh-ed25519"),         QStringLiteral("ecdsa-sha2-nistp256"),
        QStringLiteral("ecdsa-sha2-nistp384"), QStringLiteral("ecdsa-sha2-nistp521"),
        QStringLiteral("rsa-sha2-512"),        QStringLiteral("rsa-sha2-256"),
    };
}

namespace {

// What Debian's libssh 0.10.6 still has beside its own defaults. It has no ssh-dss, arcfour,
// blowfish, cast128, hmac-md5 and hmac-sha1-96 any more.
constexpr char kLegacyKeyExchange[] = "diffie-hellman-group14-sha1,"
                                      "diffie-hellman-group-exchange-sha1,"
                                      "diffie-hellman-group1-sha1";
constexpr char kLegacyHostKeys[] = "ssh-rsa";
constexpr char kLegacyCiphers[] = "aes256-cbc,aes192-cbc,aes128-cbc,3des-cbc";
constexpr char kLegacyMacs[] = "hmac-sha1-etm@openssh.com,hmac-sha1";

} // namespace

AlgorithmChoice withLegacy(AlgorithmChoice choice)
{
    const auto add = [](QString &list, const char *more) {
        const bool isAddition = list.startsWith(QLatin1Char('+'));
        if (list.isEmpty())
            list = QLatin1Char('+') + QString::fromLatin1(more);
        else if (isAddition)
            list += QLatin1Char(',') + QString::fromLatin1(more);
    };
    add(choice.keyExchange, kLegacyKeyExchange);
    add(choice.ciphers, kLegacyCiphers);
    add(choice.macs, kLegacyMacs);
    return choice;
}

void allowSignatures(ssh_session session, bool sha1)
{
    ssh_options_set(session, SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES,
                    sha1 ? "ssh-rsa"
                         : "ssh-ed25519-cert-v01@openssh.com,"
                           "ecdsa-sha2-nistp521-cert-v01@openssh.com,"
                           "ecdsa-sha2-nistp384-cert-v01@openssh.com,"
                           "ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                           "rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com,"
                           "sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,"
                           "ssh-ed25519,ecdsa-sha2-nistp521,ecdsa-sha2-nistp384,"
                           "ecdsa-sha2-nistp256,rsa-sha2-512,rsa-sha2-256");
}

QString legacyAdvice(const QString &serversList)
{
    const QStringList legacy = QString::fromLatin1(kLegacyKeyExchange).split(QLatin1Char(',')) +
                               QString::fromLatin1(kLegacyHostKeys).split(QLatin1Char(',')) +
                               QString::fromLatin1(kLegacyCiphers).split(QLatin1Char(',')) +
                               QString::fromLatin1(kLegacyMacs).split(QLatin1Char(','));
    static const QStringList gone = {
        QStringLiteral("ssh-dss"),      QStringLiteral("arcfour"),
        QStringLiteral("arcfour128"),   QStringLiteral("arcfour256"),
        QStringLiteral("blowfish-cbc"), QStringLiteral("cast128-cbc"),
        QStringLiteral("hmac-md5"),     QStringLiteral("hmac-md5-96"),
        QStringLiteral("hmac-sha1-96"), QStringLiteral("hmac-ripemd160")};
    QStringList helps;
    QStringList lost;
    const auto offered = serversList.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &name : offered) {
        if (legacy.contains(name.trimmed()))
            helps.append(name.trimmed());
        else if (gone.contains(name.trimmed()))
            lost.append(name.trimmed());
    }
    if (!helps.isEmpty())
        return tr("For old gear the option legacy=yes of the address allows %1, which is weak.")
            .arg(helps.join(QStringLiteral(", ")));
    if (!lost.isEmpty())
        return tr("%1 is so old that no current library supports it; the server needs an update, "
                  "or a way that does not use SSH.")
            .arg(lost.join(QStringLiteral(", ")));
    return {};
}

namespace {

// What the library offers by itself.
const KexInit &libraryDefaults()
{
    static const KexInit defaults = ownKexInit({}).value_or(KexInit{});
    return defaults;
}

// ssh_config(5), Ciphers: '+' adds to the usual list, '-' takes what fits the patterns from it, '^'
// puts in front. (libssh 0.10 does this only in configuration files.)
QString resolved(const QString &choice, const QStringList &usual)
{
    const QChar sign = choice.isEmpty() ? QChar() : choice.front();
    const bool isSigned =
        sign == QLatin1Char('+') || sign == QLatin1Char('-') || sign == QLatin1Char('^');
    if (!isSigned)
        return choice;
    const QStringList named = choice.mid(1).split(QLatin1Char(','), Qt::SkipEmptyParts);
    QStringList list;
    if (sign == QLatin1Char('^'))
        list = named;
    for (const QString &name : usual) {
        // Markers of the offer (RFC 8308, strict key exchange) are no algorithms.
        if (name.startsWith(QLatin1String("ext-info-")) ||
            name.startsWith(QLatin1String("kex-strict-")) || list.contains(name))
            continue;
        const bool isTaken = sign == QLatin1Char('-') &&
                             std::any_of(named.cbegin(), named.cend(), [&](const QString &pattern) {
                                 return wildcardMatches(pattern.toStdString(), name.toStdString());
                             });
        if (!isTaken)
            list.append(name);
    }
    if (sign == QLatin1Char('+')) {
        for (const QString &name : named) {
            if (!list.contains(name))
                list.append(name);
        }
    }
    // Nothing left is a mistake to be told, as any list of unknown names.
    return list.isEmpty() ? choice : list.join(QLatin1Char(','));
}

} // namespace

Result<> applyAlgorithms(ssh_session session, const AlgorithmChoice &choice,
                         const QString &hostKeys)
{
    const auto of = [](const QString &chosen, const QStringList KexInit::*usual) {
        return chosen.isEmpty() ? chosen : resolved(chosen, libraryDefaults().*usual);
    };
    const std::pair<ssh_options_e, QString> lists[] = {
        {SSH_OPTIONS_KEY_EXCHANGE, of(choice.keyExchange, &KexInit::keyExchange)},
        {SSH_OPTIONS_HOSTKEYS, choice.hostKeys.isEmpty()
                                   ? hostKeys
                                   : resolved(choice.hostKeys, hostKeys.split(QLatin1Char(',')))},
        {SSH_OPTIONS_CIPHERS_C_S, of(choice.ciphers, &KexInit::ciphersOut)},
        {SSH_OPTIONS_CIPHERS_S_C, of(choice.ciphers, &KexInit::ciphersIn)},
        {SSH_OPTIONS_HMAC_C_S, of(choice.macs, &KexInit::macsOut)},
        {SSH_OPTIONS_HMAC_S_C, of(choice.macs, &KexInit::macsIn)},
    };
    for (const auto &[option, value] : lists) {
        if (!value.isEmpty() && ssh_options_set(session, option, value.toUtf8().constData()) != 0)
            return failure(Error::Kind::Usage,
                           tr("None of the algorithms %1 is supported.").arg(value));
    }
    return {};
}

Result<KexInit> ownKexInit(const AlgorithmChoice &choice)
{
    const auto cannot = [] {
        return failure(Error::Kind::Local, tr("This program's own algorithms are not known."));
    };
    auto [ours, theirs] = Net::socketPair();
    if (!ours.isValid())
        return cannot();
    Net::setNonBlocking(theirs.get());
    // It answers only to an offer, whatever that is.
    KexInit any;
    any.keyExchange = any.hostKeys = any.ciphersOut = any.ciphersIn = any.macsOut =
        any.macsIn = {QStringLiteral("none@example.invalid")};
    any.compressionOut = any.compressionIn = {QStringLiteral("none")};
    // The key exchange must agree, or libssh gives up before it sends its own offer.
    any.keyExchange = {QStringLiteral("curve25519-sha256"),
                       QStringLiteral("ecdh-sha2-nistp256"),
                       QStringLiteral("ecdh-sha2-nistp384"),
                       QStringLiteral("ecdh-sha2-nistp521"),
                       QStringLiteral("diffie-hellman-group14-sha256"),
                       QStringLiteral("diffie-hellman-group16-sha512"),
                       QStringLiteral("diffie-hellman-group18-sha512"),
                       QStringLiteral("diffie-hellman-group14-sha1"),
                       QStringLiteral("diffie-hellman-group1-sha1"),
                       QStringLiteral("diffie-hellman-group-exchange-sha256"),
                       QStringLiteral("diffie-hellman-group-exchange-sha1")};
    any.hostKeys = hostKeyPreference() + QStringList{QStringLiteral("ssh-rsa")};
    any.ciphersOut = any.ciphersIn = {QStringLiteral("aes256-ctr"),
                                      QStringLiteral("aes192-ctr"),
                                      QStringLiteral("aes128-ctr"),
                                      QStringLiteral("aes256-cbc"),
                                      QStringLiteral("aes192-cbc"),
                                      QStringLiteral("aes128-cbc"),
                                      QStringLiteral("3des-cbc"),
                                      QStringLiteral("chacha20-poly1305@openssh.com"),
                                      QStringLiteral("aes256-gcm@openssh.com"),
                                      QStringLiteral("aes128-gcm@openssh.com")};
    any.macsOut = any.macsIn = {QStringLiteral("hmac-sha2-256"),
                                QStringLiteral("hmac-sha2-512"),
                                QStringLiteral("hmac-sha1"),
                                QStringLiteral("hmac-sha2-256-etm@openssh.com"),
                                QStringLiteral("hmac-sha2-512-etm@openssh.com"),
                                QStringLiteral("hmac-sha1-etm@openssh.com")};
    const QByteArray hello =
        QByteArrayLiteral("SSH-2.0-listener\r\n") + encodePlainPacket(encodeKexInit(any));
    if (::send(theirs.get(), hello.constData(), static_cast<std::size_t>(hello.size()), 0) !=
        hello.size())
        return cannot();

    const SessionHandle session(ssh_new());
    const bool no = false;
    ssh_options_set(session.get(), SSH_OPTIONS_PROCESS_CONFIG, &no);
    ssh_options_set(session.get(), SSH_OPTIONS_HOST, "localhost");
    ssh_options_set(session.get(), SSH_OPTIONS_KNOWNHOSTS, "/dev/null");
    ssh_options_set(session.get(), SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
    if (auto applied =
            applyAlgorithms(session.get(), choice, hostKeyPreference().join(QLatin1Char(',')));
        !applied)
        return tl::unexpected(std::move(applied.error()));
    const socket_t socket = ours.get();
    ssh_options_set(session.get(), SSH_OPTIONS_FD, &socket);
    ssh_set_blocking(session.get(), 0);
    QByteArray said;
    Result<KexInit> result = cannot();
    for (int turn = 0; turn < 50; ++turn) {
        const int reply = ssh_connect(session.get());
        std::array<char, 8192> buffer;
        for (;;) {
            const auto got = ::recv(theirs.get(), buffer.data(), buffer.size(), 0);
            if (got <= 0)
                break;
            said.append(buffer.data(), got);
        }
        if (const auto end = said.indexOf('\n'); end >= 0) {
            const auto packet =
                parsePlainPacket(viewOf(said).substr(static_cast<std::size_t>(end) + 1));
            if (packet && *packet) {
                result = parseKexInit(viewOf((*packet)->payload));
                break;
            }
        }
        if (reply == SSH_ERROR)
            break;
    }
    if (ssh_get_fd(session.get()) == SSH_INVALID_SOCKET)
        ours.release(); // an error closed it
    return result;
}

} // namespace Portolan::Ssh
