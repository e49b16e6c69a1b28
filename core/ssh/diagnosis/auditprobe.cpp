// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/auditprobe.h"

#include "core/ssh/algorithms.h"
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QRandomGenerator>

#include <array>

namespace Portolan::Ssh {

namespace {

constexpr qsizetype kMostLineBytes = 4096;
constexpr int kMostLines = 128;
constexpr qsizetype kMostWaiting = 256 * 1024;
constexpr int kMostMessages = 200;    // of no meaning, before the one that is waited for
constexpr quint8 kExchangeInit = 30;  // KEXDH_INIT, KEX_ECDH_INIT
constexpr quint8 kExchangeReply = 31; // KEXDH_REPLY, KEX_ECDH_REPLY, KEX_DH_GEX_GROUP
constexpr quint8 kGroupRequest = 34;  // RFC 4419, section 3

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    for (char &c : bytes)
        c = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

// The base point of NIST P-256 (FIPS 186-4, D.1.2.3): a point that every server takes. What it
// agrees on with us is of no interest; it shows its host key all the same.
QByteArray p256Point()
{
    return QByteArray::fromHex("04"
                               "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                               "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
}

// A public value for the exchange; empty where we cannot make one.
QByteArray publicValue(const QString &exchange)
{
    if (exchange.startsWith(QLatin1String("curve25519-sha256")))
        return randomBytes(32);
    if (exchange == QLatin1String("ecdh-sha2-nistp256"))
        return p256Point();
    const auto number = [](qsizetype bytes) {
        // Positive, below a prime whose first 64 bits are ones (RFC 2409, RFC 3526).
        QByteArray value = randomBytes(bytes);
        value[0] = static_cast<char>(0x40 | (value[0] & 0x3f));
        return value;
    };
    if (exchange.startsWith(QLatin1String("diffie-hellman-group14-")))
        return number(256);
    if (exchange == QLatin1String("diffie-hellman-group16-sha512"))
        return number(512);
    if (exchange == QLatin1String("diffie-hellman-group1-sha1"))
        return number(128);
    return {};
}

} // namespace

AuditProbe::AuditProbe(const Target &target, const AlgorithmChoice &own,
                       std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_own(own)
    , m_timeout(timeout)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto seconds = QString::number(static_cast<double>(m_timeout.count()) / 1000.0);
        fail({Error::Kind::Timeout,
              m_socket.state() == QAbstractSocket::ConnectedState
                  ? tr("%1 did not say what it offers within %2 seconds.")
                        .arg(m_target.host, seconds)
                  : tr("%1 did not answer on port %2 within %3 seconds.")
                        .arg(m_target.host, QString::number(m_target.port), seconds)});
    });
    connect(&m_socket, &QTcpSocket::connected, this, &AuditProbe::onConnected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &AuditProbe::onReadable);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &AuditProbe::failBySocket);
    m_socket.setReadBufferSize(kMostWaiting);
}

void AuditProbe::start()
{
    auto own = ownKexInit(m_own);
    if (!own) {
        QMetaObject::invokeMethod(
            this, [this, error = own.error()] { fail(error); }, Qt::QueuedConnection);
        return;
    }
    m_facts.own = std::move(*own);
    connectFor(Step::Offer);
}

void AuditProbe::connectFor(Step step)
{
    m_step = step;
    m_received.clear();
    m_hasBanner = false;
    m_lines = 0;
    m_asked = false;
    m_timer.start(m_timeout);
    m_socket.connectToHost(m_target.host, m_target.port);
}

void AuditProbe::onConnected()
{
    // RFC 4253, section 4.2: both sides speak at once.
    m_socket.write("SSH-2.0-Portolan_" PORTOLAN_VERSION "\r\n");
}

void AuditProbe::onReadable()
{
    m_received += m_socket.readAll();
    if (!m_hasBanner && !readBanner())
        return;
    const Step step = m_step;
    int messages = 0;
    while (!m_hasEnded && m_step == step && m_hasBanner) {
        auto packet = parsePlainPacket(viewOf(m_received));
        if (!packet) {
            fail(packet.error());
            return;
        }
        if (!*packet)
            return;
        if (++messages + m_lines > kMostMessages) {
            fail({Error::Kind::Protocol,
                  tr("%1 sends messages without end and no offer.").arg(m_target.host)});
            return;
        }
        m_received.remove(0, (*packet)->size);
        m_lines += 1;
        onMessage((*packet)->payload);
    }
}

bool AuditProbe::readBanner()
{
    for (;;) {
        const auto end = m_received.indexOf('\n');
        if (end < 0 && m_received.size() < kMostLineBytes)
            return false;
        // Text is allowed before the identification, and NUL is none.
        if (end < 0 || end > kMostLineBytes || ++m_lines > kMostLines ||
            m_received.left(end).contains('\0')) {
            fail({Error::Kind::Protocol,
                  tr("What answers at %1 on port %2 is not an SSH server.")
                      .arg(m_target.host, QString::number(m_target.port)),
                  plainLine(QString::fromUtf8(m_received.left(80)))});
            return false;
        }
        const QString line = plainLine(QString::fromUtf8(m_received.left(end)), 255);
        m_received.remove(0, end + 1);
        if (!line.startsWith(QLatin1String("SSH-"))) {
            if (m_step == Step::Offer)
                m_facts.linesBefore.append(line);
            continue;
        }
        m_hasBanner = true;
        m_lines = 0;
        if (m_step == Step::Offer)
            m_facts.banner = line;
        if (!line.startsWith(QLatin1String("SSH-2.0-")) &&
            !line.startsWith(QLatin1String("SSH-1.99-"))) {
            fail({Error::Kind::Unsupported,
                  tr("%1 speaks only an SSH protocol older than version 2, which is unsafe and not "
                     "supported.")
                      .arg(m_target.host),
                  line});
            return false;
        }
        return true;
    }
}

void AuditProbe::onMessage(const QByteArray &payload)
{
    WireReader reader(viewOf(payload));
    const quint8 type = reader.byte().value_or(0);
    switch (type) {
    case kMessageDisconnect: {
        [[maybe_unused]] const auto code = reader.uint32();
        const auto reason = reader.string();
        fail({Error::Kind::Network,
              tr("%1 ended the connection: %2")
                  .arg(m_target.host, plainLine(QString::fromUtf8(
                                          bytesOf(reason.value_or(std::string_view())))))});
        return;
    }
    case kMessageIgnore:
    case kMessageUnimplemented:
    case kMessageDebug:
        return;
    case kMessageKexInit:
        onOffer(payload);
        return;
    default:
        if (m_asked && type == kExchangeReply)
            onReply(payload);
        else
            fail({Error::Kind::Protocol,
                  tr("%1 does not keep to the SSH protocol.").arg(m_target.host),
                  tr("Message %1 came out of turn.").arg(type)});
    }
}

void AuditProbe::onOffer(const QByteArray &payload)
{
    auto lists = parseKexInit(viewOf(payload));
    if (!lists) {
        fail(lists.error());
        return;
    }
    if (m_step == Step::Offer) {
        m_facts.server = std::move(*lists);
        next();
    } else if (!m_asked) {
        sendOwnOffer();
    }
}

void AuditProbe::sendOwnOffer()
{
    m_asked = true;
    KexInit ours = m_facts.server; // whatever it likes, but for what is asked about
    QByteArray question;
    if (m_step == Step::RsaKey) {
        ours.keyExchange = {m_exchange};
        ours.hostKeys = m_facts.server.hostKeys.filter(QStringLiteral("rsa-sha2-"));
        if (ours.hostKeys.isEmpty())
            ours.hostKeys = {QStringLiteral("ssh-rsa")};
        question = WireWriter().byte(kExchangeInit).string(viewOf(publicValue(m_exchange))).bytes();
    } else {
        ours.keyExchange =
            m_facts.server.keyExchange.filter(QStringLiteral("diffie-hellman-group-exchange-"));
        question = WireWriter().byte(kGroupRequest).uint32(1024).uint32(1024).uint32(8192).bytes();
    }
    m_socket.write(encodePlainPacket(encodeKexInit(ours)) + encodePlainPacket(question));
}

void AuditProbe::onReply(const QByteArray &payload)
{
    WireReader reader(viewOf(payload));
    [[maybe_unused]] const auto type = reader.byte();
    const auto first = reader.string();
    if (first && m_step == Step::RsaKey) {
        const QByteArray key = bytesOf(*first);
        if (keyTypeOfBlob(key) == "ssh-rsa") {
            m_facts.rsaBits = keyBitsOfBlob(key);
            m_facts.rsaSha256 = fingerprintSha256(key);
        }
    } else if (first) {
        // The prime stands where the modulus of an RSA key would.
        m_facts.groupBits =
            keyBitsOfBlob(WireWriter().string("ssh-rsa").string({}).string(*first).bytes());
    }
    next();
}

void AuditProbe::next()
{
    m_timer.stop();
    // Code 11, by application: RFC 4253, section 11.1.
    m_socket.write(encodePlainPacket(
        WireWriter().byte(kMessageDisconnect).uint32(11).string("audit").string({}).bytes()));
    m_socket.flush();
    {
        const QSignalBlocker quiet(m_socket);
        m_socket.abort();
    }
    const auto &server = m_facts.server;
    if (m_step == Step::Offer) {
        for (const QString &exchange : server.keyExchange) {
            if (m_exchange.isEmpty() && !publicValue(exchange).isEmpty())
                m_exchange = exchange;
        }
        const bool hasRsa = server.hostKeys.contains(QStringLiteral("ssh-rsa")) ||
                            server.hostKeys.contains(QStringLiteral("rsa-sha2-256")) ||
                            server.hostKeys.contains(QStringLiteral("rsa-sha2-512"));
        if (hasRsa && !m_exchange.isEmpty()) {
            connectFor(Step::RsaKey);
            return;
        }
    }
    if (m_step != Step::Group &&
        !server.keyExchange.filter(QStringLiteral("diffie-hellman-group-exchange-")).isEmpty()) {
        connectFor(Step::Group);
        return;
    }
    end(m_facts);
}

void AuditProbe::failBySocket()
{
    if (m_socket.error() == QAbstractSocket::RemoteHostClosedError && m_hasBanner) {
        onReadable(); // the reason may still be there
        if (m_hasEnded)
            return;
    }
    const QString port = QString::number(m_target.port);
    QString what = tr("%1 cannot be reached on port %2.").arg(m_target.host, port);
    switch (m_socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        what = tr("There is no host of the name %1.").arg(m_target.host);
        break;
    case QAbstractSocket::ConnectionRefusedError:
        what = tr("%1 refuses connections on port %2: no server listens there.")
                   .arg(m_target.host, port);
        break;
    case QAbstractSocket::RemoteHostClosedError:
        what = m_hasBanner
                   ? tr("%1 broke the connection off.").arg(m_target.host)
                   : tr("%1 closed the connection without a word. It may refuse this computer, or "
                        "be busy.")
                         .arg(m_target.host);
        break;
    default:
        break;
    }
    const bool isProtocol = !m_hasBanner && m_lines > 0;
    if (isProtocol)
        what = tr("What answers at %1 on port %2 is not an SSH server.").arg(m_target.host, port);
    fail({isProtocol ? Error::Kind::Protocol : Error::Kind::Network, what, m_socket.errorString()});
}

void AuditProbe::fail(const Error &error)
{
    if (m_hasEnded)
        return;
    // The offer is what matters; what could not be learned besides stays unknown.
    if (m_step == Step::Offer)
        end(tl::unexpected(error));
    else
        next();
}

void AuditProbe::end(const Result<AuditFacts> &result)
{
    m_hasEnded = true;
    m_timer.stop();
    {
        const QSignalBlocker quiet(m_socket);
        m_socket.abort();
    }
    Q_EMIT finished(result);
}

} // namespace Portolan::Ssh
