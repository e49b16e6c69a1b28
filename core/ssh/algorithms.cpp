// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/algorithms.h"

#include "core/ssh/handles.h"
#include "core/ssh/sockets.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

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

Result<> applyAlgorithms(ssh_session session, const AlgorithmChoice &choice,
                         const QString &hostKeys)
{
    const std::pair<ssh_options_e, QString> lists[] = {
        {SSH_OPTIONS_KEY_EXCHANGE, choice.keyExchange},
        {SSH_OPTIONS_HOSTKEYS, choice.hostKeys.isEmpty() ? hostKeys : choice.hostKeys},
        {SSH_OPTIONS_CIPHERS_C_S, choice.ciphers},
        {SSH_OPTIONS_CIPHERS_S_C, choice.ciphers},
        {SSH_OPTIONS_HMAC_C_S, choice.macs},
        {SSH_OPTIONS_HMAC_S_C, choice.macs},
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
    auto [ours, theirs] = socketPair();
    if (!ours.isValid())
        return cannot();
    setNonBlocking(theirs.get());
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
