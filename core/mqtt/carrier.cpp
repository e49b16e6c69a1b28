// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/carrier.h"

#include "core/mqtt/words.h"

#include <QFile>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

#include <openssl/crypto.h>

#include <array>

namespace Portolan::Mqtt {

namespace {

constexpr qint64 kMostBuffered = 256 * 1024; // a direction
constexpr qsizetype kMostAnswerHead = 8 * 1024;
// A message of MQTT has at most 256 MiB and a few bytes of header (MQTT 5.0, section 1.5.5).
constexpr quint64 kMostFrame = (quint64(1) << 28U) + 16;
constexpr int kWaitSlice = 50; // ms

bool waitWritable(Net::NativeSocket socket)
{
    pollfd watched{socket, POLLOUT, 0};
#ifdef Q_OS_WIN
    return ::WSAPoll(&watched, 1, kWaitSlice) > 0;
#else
    return ::poll(&watched, 1, kWaitSlice) > 0;
#endif
}

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local, tr("%1 cannot be read.").arg(name), file.errorString());
    return file.read(1 << 20);
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':')).toUpper();
}

} // namespace

Carrier::Carrier(std::stop_token stop, Events events)
    : m_stop(std::move(stop))
    , m_events(std::move(events))
    , m_limit(std::make_unique<QTimer>())
{
    m_limit->setSingleShot(true);
    connect(m_limit.get(), &QTimer::timeout, this, [this] {
        fail({Error::Kind::Timeout,
              m_doorway
                  ? tr("%1 did not open a WebSocket in time.").arg(m_setup.target.host)
                  : tr("%1 did not complete the TLS handshake in time.").arg(m_setup.target.host)});
    });
}

Carrier::~Carrier()
{
    m_ended = true; // what the sockets still tell is nobody's business
    m_readable.reset();
    if (m_webSocket) {
        m_webSocket->disconnect(this);
        m_webSocket->abort();
    }
    if (m_peer)
        m_peer->disconnect(this);
    m_webSocket.reset();
    m_doorway.reset();
    m_peer.reset();
    OPENSSL_thread_stop(); // what OpenSSL keeps for each thread
}

void Carrier::begin(Setup setup)
{
    m_setup = std::move(setup);
    m_limit->start(m_setup.target.stepTimeout);
    if (m_setup.target.hasTls()) {
        auto tls = std::make_unique<QSslSocket>();
        m_tls = tls.get();
        m_peer = std::move(tls);
    } else {
        m_peer = std::make_unique<QTcpSocket>();
    }
    m_peer->setReadBufferSize(kMostBuffered);
    connect(m_peer.get(), &QTcpSocket::disconnected, this, &Carrier::onPeerGone);
    connect(m_peer.get(), &QTcpSocket::errorOccurred, this, &Carrier::onPeerGone);
    if (!m_peer->setSocketDescriptor(static_cast<qintptr>(m_setup.stream.socket.get()))) {
        fail({Error::Kind::Local, tr("The connection to the broker was lost."),
              m_peer->errorString()});
        return;
    }
    m_setup.stream.socket.release();
    if (m_tls)
        startTls();
    else
        startWebSocket();
}

// TLS ---------------------------------------------------------------------------------------------

Result<> Carrier::loadIdentity()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    const BrokerTarget &target = m_setup.target;
    if (!target.caFile.isEmpty()) {
        const auto content = contentOf(target.caFile);
        if (!content)
            return tl::unexpected(content.error());
        const auto certificates = QSslCertificate::fromData(*content);
        if (certificates.isEmpty())
            return failure(Error::Kind::Local,
                           tr("%1 holds no certificate in PEM form.").arg(target.caFile));
        configuration.setCaCertificates(certificates);
    }
    if (!target.certificateFile.isEmpty()) {
        const auto content = contentOf(target.certificateFile);
        if (!content)
            return tl::unexpected(content.error());
        const auto chain = QSslCertificate::fromData(*content);
        if (chain.isEmpty())
            return failure(Error::Kind::Local,
                           tr("%1 holds no certificate in PEM form.").arg(target.certificateFile));
        configuration.setLocalCertificateChain(chain);
        const auto pem = contentOf(target.keyFile);
        if (!pem)
            return tl::unexpected(pem.error());
        const auto secret = m_setup.passphrase.reveal();
        const auto phrase =
            QByteArray::fromRawData(secret.data(), static_cast<qsizetype>(secret.size()));
        QSslKey key;
        for (const auto kind : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
            key = QSslKey(*pem, kind, QSsl::Pem, QSsl::PrivateKey, phrase);
            if (!key.isNull())
                break;
        }
        if (key.isNull()) {
            const bool locked = pem->contains("ENCRYPTED");
            return failure(locked ? Error::Kind::Auth : Error::Kind::Local,
                           locked
                               ? tr("The passphrase does not open the key %1.").arg(target.keyFile)
                               : tr("%1 holds no private key in PEM form.").arg(target.keyFile));
        }
        configuration.setPrivateKey(key);
    }
    if (!target.alpn.isEmpty()) {
        QList<QByteArray> protocols;
        for (const QString &protocol : target.alpn)
            protocols.append(protocol.toLatin1());
        configuration.setAllowedNextProtocols(protocols);
    }
    m_tls->setSslConfiguration(configuration);
    return {};
}

void Carrier::startTls()
{
    if (const auto loaded = loadIdentity(); !loaded) {
        fail(loaded.error());
        return;
    }
    connect(m_tls, &QSslSocket::sslErrors, this, &Carrier::onSslErrors);
    connect(m_tls, &QSslSocket::encrypted, this, &Carrier::onEncrypted);
    const BrokerTarget &target = m_setup.target;
    m_tls->setPeerVerifyName(target.serverName.isEmpty() ? target.host : target.serverName);
    m_events.noted(Step::Tls, QStringLiteral("handshake, server name ") + m_tls->peerVerifyName());
    m_tls->startClientEncryption();
}

void Carrier::onSslErrors(const QList<QSslError> &errors)
{
    m_sslErrors = errors;
    const BrokerTarget &target = m_setup.target;
    // With a fingerprint the certificate itself is the proof: judged when the handshake is done.
    if (!target.fingerprint.isEmpty() || !target.checkCertificate) {
        m_tls->ignoreSslErrors();
        return;
    }
    if (!target.checkHostName) {
        QList<QSslError> allowed;
        for (const QSslError &error : errors)
            if (error.error() == QSslError::HostNameMismatch)
                allowed.append(error);
        m_tls->ignoreSslErrors(allowed);
        if (allowed.size() == errors.size())
            return;
    }
    Net::TlsFacts facts = Net::tlsFacts(m_tls->sslConfiguration(), errors);
    facts.serverName = m_tls->peerVerifyName();
    m_events.tls(facts);
    // The host first: it is what people mistake, and everything else may be right.
    QSslError worst = errors.first();
    for (const QSslError &error : errors)
        if (error.error() == QSslError::HostNameMismatch)
            worst = error;
    const bool otherHost = worst.error() == QSslError::HostNameMismatch;
    fail({Error::Kind::Certificate,
          otherHost
              ? tr("The broker shows a certificate for another host than %1.").arg(facts.serverName)
              : tr("The certificate of the broker is not trusted. %1").arg(Net::tlsProblem(worst)),
          otherHost && !facts.chain.isEmpty() ? facts.chain.first().names.join(QStringLiteral(", "))
                                              : facts.problems.join(QLatin1Char(' '))});
}

void Carrier::onEncrypted()
{
    const BrokerTarget &target = m_setup.target;
    Net::TlsFacts facts = Net::tlsFacts(m_tls->sslConfiguration(), m_sslErrors);
    facts.serverName = m_tls->peerVerifyName();
    const QByteArray shown = facts.chain.isEmpty() ? QByteArray() : facts.chain.first().sha256;
    facts.trusted =
        target.fingerprint.isEmpty() ? m_sslErrors.isEmpty() : shown == target.fingerprint;
    m_events.tls(facts);
    m_events.noted(Step::Tls, facts.protocol % QLatin1Char(' ') % facts.cipher %
                                  (facts.alpn.isEmpty() ? QString() : QStringLiteral(" ALPN ")) %
                                  facts.alpn);
    for (const Net::CertificateFacts &each : std::as_const(facts.chain))
        m_events.noted(Step::Tls, QStringLiteral("certificate ") % each.subject %
                                      QStringLiteral(", until ") %
                                      each.notAfter.toString(Qt::ISODate) %
                                      QStringLiteral(", SHA-256 ") % hex(each.sha256));
    if (!target.fingerprint.isEmpty() && shown != target.fingerprint) {
        fail({Error::Kind::Certificate,
              tr("The broker shows another certificate than the one that is trusted for it."),
              hex(shown)});
        return;
    }
    // RFC 7301, section 3.2: a server that knows none of them must end the handshake; one that does
    // not know ALPN answers without.
    if (!target.alpn.isEmpty() && facts.alpn.isEmpty())
        m_events.noted(Step::Tls, QStringLiteral("the server did not choose a protocol by ALPN"));
    if (target.carriage == Carriage::WebSocketTls)
        startWebSocket();
    else
        startMqtt();
}

// WebSocket ---------------------------------------------------------------------------------------

void Carrier::startWebSocket()
{
    m_limit->start(m_setup.target.stepTimeout);
    m_doorway = std::make_unique<QTcpServer>();
    m_doorway->setMaxPendingConnections(1);
    connect(m_doorway.get(), &QTcpServer::newConnection, this, &Carrier::onDoorwayConnection);
    std::array<quint32, 6> chance{};
    QRandomGenerator::system()->fillRange(chance.data(), static_cast<qsizetype>(chance.size()));
    m_doorPassword =
        QByteArray(reinterpret_cast<const char *>(chance.data()), sizeof(chance)).toHex();
    if (!m_doorway->listen(QHostAddress::LocalHost)) {
        fail({Error::Kind::Local, tr("This computer refuses a connection to itself."),
              m_doorway->errorString()});
        return;
    }
    const BrokerTarget &target = m_setup.target;
    QUrl url;
    url.setScheme(QStringLiteral("ws")); // TLS, where there is any, is below already
    url.setHost(target.host);
    if (target.port != defaultPort(target.carriage))
        url.setPort(target.port);
    const auto question = target.path.indexOf(QLatin1Char('?'));
    url.setPath(target.path.left(question));
    if (question >= 0)
        url.setQuery(target.path.mid(question + 1));

    QNetworkRequest request(url);
    for (const auto &[name, value] : target.headers)
        request.setRawHeader(name, value);
    const auto secret = m_setup.password.reveal();
    const auto password =
        QByteArray::fromRawData(secret.data(), static_cast<qsizetype>(secret.size()));
    // RFC 7617 and RFC 6750, section 2.1.
    if (target.httpAuth == HttpAuth::Basic)
        request.setRawHeader("Authorization",
                             "Basic " +
                                 QByteArray(target.user.toUtf8() + ':' + password).toBase64());
    else if (target.httpAuth == HttpAuth::Bearer)
        request.setRawHeader("Authorization", QByteArray("Bearer " + password));

    m_webSocket = std::make_unique<QWebSocket>();
    m_webSocket->setMaxAllowedIncomingFrameSize(kMostFrame);
    m_webSocket->setMaxAllowedIncomingMessageSize(kMostFrame);
    m_webSocket->setProxy({QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"),
                           m_doorway->serverPort(), QStringLiteral("portolan"),
                           QString::fromLatin1(m_doorPassword)});
    connect(m_webSocket.get(), &QWebSocket::connected, this, [this] {
        const QString protocol = m_webSocket->subprotocol();
        m_events.noted(Step::WebSocket, protocol.isEmpty()
                                            ? QStringLiteral("open, without a subprotocol")
                                            : QStringLiteral("open, subprotocol ") + protocol);
        startMqtt();
    });
    connect(m_webSocket.get(), &QWebSocket::binaryFrameReceived, this,
            [this](const QByteArray &frame, bool) { toEngine(frame); });
    // MQTT 5.0, section 6: only binary frames; anything else ends the connection.
    connect(m_webSocket.get(), &QWebSocket::textFrameReceived, this, [this] {
        fail({Error::Kind::Protocol,
              tr("%1 sent text over the WebSocket, which MQTT does not allow.")
                  .arg(m_setup.target.host)});
    });
    connect(m_webSocket.get(), &QWebSocket::bytesWritten, this, &Carrier::pumpOut);
    connect(m_webSocket.get(), &QWebSocket::disconnected, this, [this] {
        if (!m_handedOver) {
            onPeerGone();
            return;
        }
        const int code = m_webSocket->closeCode();
        if (code != QWebSocketProtocol::CloseCodeNormal)
            m_events.noted(Step::WebSocket,
                           QStringLiteral("closed: %1 ").arg(code) + m_webSocket->closeReason());
        onPeerGone();
    });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("mqtt")});
    m_events.noted(Step::WebSocket,
                   QStringLiteral("GET ") % target.path % QStringLiteral(", subprotocol mqtt"));
    m_webSocket->open(request, options);
}

void Carrier::onDoorwayConnection()
{
    QTcpSocket *const door = m_doorway->nextPendingConnection();
    if (m_door) {
        door->abort();
        door->deleteLater();
        return;
    }
    m_door = door;
    m_doorway->close();
    m_door->setReadBufferSize(kMostBuffered);
    connect(m_door, &QTcpSocket::readyRead, this, &Carrier::onDoorwayRead);
    connect(m_door, &QTcpSocket::bytesWritten, this, &Carrier::pumpIn);
    connect(m_peer.get(), &QTcpSocket::readyRead, this, &Carrier::pumpIn);
    connect(m_peer.get(), &QTcpSocket::bytesWritten, this, [this] {
        if (m_doorState == DoorState::Open)
            onDoorwayRead();
        pumpOut();
    });
    m_door->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

// The server's side of RFC 1928 and RFC 1929, for the one client that knows the password.
void Carrier::onDoorwayRead()
{
    if (m_ended || !m_door)
        return;
    if (m_doorState == DoorState::Open) {
        const qint64 room = kMostBuffered - m_peer->bytesToWrite();
        if (room > 0 && m_door->bytesAvailable() > 0)
            m_peer->write(m_door->read(room));
        return;
    }
    m_doorBytes += m_door->readAll();
    const auto at = [this](qsizetype i) {
        return i < m_doorBytes.size() ? static_cast<unsigned char>(m_doorBytes.at(i)) : 0U;
    };
    const auto take = [this](qsizetype size) {
        if (m_doorBytes.size() < size)
            return false;
        m_doorBytes.remove(0, size);
        return true;
    };
    if (m_doorState == DoorState::Greeting && m_doorBytes.size() >= 2 && take(2 + at(1))) {
        m_door->write(QByteArray("\x05\x02", 2)); // user name and password
        m_doorState = DoorState::Password;
    }
    if (m_doorState == DoorState::Password && m_doorBytes.size() >= 2) {
        const qsizetype user = at(1);
        const qsizetype size = at(2 + user);
        if (m_doorBytes.size() >= 3 + user + size && m_doorBytes.size() >= 3 + user) {
            if (m_doorBytes.mid(3 + user, size) != m_doorPassword) {
                fail({Error::Kind::Local, tr("Another program of this computer took the place of "
                                             "the connection.")});
                return;
            }
            take(3 + user + size);
            m_door->write(QByteArray("\x01\x00", 2));
            m_doorState = DoorState::Request;
        }
    }
    if (m_doorState == DoorState::Request && m_doorBytes.size() >= 5) {
        const auto kind = at(3);
        const qsizetype size = kind == 3 ? 7 + at(4) : kind == 4 ? 22 : 10;
        if (take(size)) {
            m_door->write(QByteArray("\x05\x00\x00\x01\0\0\0\0\0\0", 10));
            m_doorState = DoorState::Open;
            m_peer->write(m_doorBytes);
            m_doorBytes.clear();
            pumpIn();
        }
    }
}

// MQTT --------------------------------------------------------------------------------------------

void Carrier::startMqtt()
{
    m_limit->stop();
    m_setup.password = Secret();
    m_setup.passphrase = Secret();
    auto ends = Net::socketPair();
    if (!ends.first.isValid()) {
        fail({Error::Kind::Local, tr("This computer refuses a connection to itself."),
              Net::socketErrorText(Net::lastSocketError())});
        return;
    }
    m_local = std::move(ends.second);
    Net::setNonBlocking(m_local.get());
    m_readable = std::make_unique<QSocketNotifier>(static_cast<qintptr>(m_local.get()),
                                                   QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &Carrier::pumpOut);
    if (!m_webSocket) {
        connect(m_peer.get(), &QTcpSocket::readyRead, this, &Carrier::pumpIn);
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &Carrier::pumpOut);
    }
    m_handedOver = true;
    m_events.ready(std::move(ends.first));
    if (!m_webSocket)
        pumpIn();
}

// From the broker to the engine, or to the WebSocket on the way there.
void Carrier::pumpIn()
{
    if (m_ended)
        return;
    if (!m_webSocket) {
        while (!m_ended && m_local.isValid() && m_peer->bytesAvailable() > 0)
            toEngine(m_peer->read(kMostBuffered));
        acknowledge();
        return;
    }
    if (!m_door || m_doorState != DoorState::Open)
        return;
    const qint64 room = kMostBuffered - m_door->bytesToWrite();
    if (room <= 0 || m_peer->bytesAvailable() <= 0)
        return;
    const QByteArray bytes = m_peer->read(room);
    if (!m_handedOver && m_answerHead.size() < kMostAnswerHead)
        m_answerHead += bytes.left(kMostAnswerHead);
    m_door->write(bytes);
    acknowledge();
}

// As the engine does where it has the socket itself.
void Carrier::acknowledge()
{
    if (m_handedOver && !m_ended && m_peer->socketDescriptor() >= 0)
        Net::acknowledgeNow(static_cast<Net::NativeSocket>(m_peer->socketDescriptor()));
}

// Waits where the engine does not take it: then this thread reads nothing, and TCP pushes back.
void Carrier::toEngine(const QByteArray &bytes)
{
    const char *at = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0 && m_local.isValid() && !m_ended) {
#ifdef Q_OS_WIN
        const auto sent = ::send(m_local.get(), at, static_cast<int>(left), 0);
#else
        const auto sent = ::send(m_local.get(), at, static_cast<std::size_t>(left), MSG_NOSIGNAL);
#endif
        if (sent > 0) {
            at += sent;
            left -= sent;
        } else if (!Net::wouldBlock(Net::lastSocketError())) {
            fail({Error::Kind::Cancelled, tr("The connection was cancelled.")});
        } else {
            while (!waitWritable(m_local.get()))
                if (m_stop.stop_requested())
                    return;
        }
    }
}

// From the engine to the broker.
void Carrier::pumpOut()
{
    if (m_ended || !m_local.isValid())
        return;
    const auto waiting = [this] {
        return m_webSocket ? m_webSocket->bytesToWrite() + (m_door ? m_door->bytesAvailable() : 0) +
                                 m_peer->bytesToWrite()
                           : m_tls->bytesToWrite() + m_tls->encryptedBytesToWrite();
    };
    std::array<char, 64 * 1024> buffer{};
    while (waiting() < kMostBuffered) {
        const auto got = ::recv(m_local.get(), buffer.data(), buffer.size(), 0);
        if (got > 0) {
            const QByteArray bytes(buffer.data(), static_cast<qsizetype>(got));
            if (m_webSocket)
                m_webSocket->sendBinaryMessage(bytes);
            else
                m_peer->write(bytes);
            continue;
        }
        if (got == 0 || !Net::wouldBlock(Net::lastSocketError())) {
            // The engine is done. What it wrote last, DISCONNECT perhaps, still goes out.
            m_readable->setEnabled(false);
            m_local.close();
            if (m_webSocket)
                m_webSocket->close();
            else
                m_peer->disconnectFromHost();
        } else {
            m_readable->setEnabled(true);
        }
        return;
    }
    m_readable->setEnabled(false); // bytesWritten() comes
}

void Carrier::onPeerGone()
{
    if (m_ended)
        return;
    if (m_handedOver) {
        pumpIn(); // what came before the end
        m_ended = true;
        m_readable.reset();
        m_local.close(); // the engine sees the end
        return;
    }
    const BrokerTarget &target = m_setup.target;
    const QString detail = m_peer->errorString();
    if (m_setup.stream.way) {
        if (const auto problem = m_setup.stream.way->problem()) {
            fail(*problem);
            return;
        }
    }
    if (m_webSocket) {
        const QString line = plainLine(QString::fromUtf8(
            m_answerHead.left(std::max<qsizetype>(m_answerHead.indexOf('\n'), 0))));
        if (line.startsWith(QLatin1String("HTTP/"))) {
            const int status = line.section(QLatin1Char(' '), 1, 1).toInt();
            const bool isAuth = status == 401 || status == 403;
            fail({isAuth ? Error::Kind::Auth : Error::Kind::Refused,
                  status == 101
                      ? tr("%1 did not complete the opening of the WebSocket.").arg(target.host)
                  : isAuth ? tr("%1 does not allow a WebSocket at %2 without authorisation.")
                                 .arg(target.host, target.path)
                           : tr("%1 opens no WebSocket at %2.").arg(target.host, target.path),
                  line, status});
            return;
        }
        fail({Error::Kind::Protocol,
              tr("%1 does not speak HTTP, which a WebSocket begins with.").arg(target.host),
              m_webSocket->errorString()});
        return;
    }
    fail({m_tls && m_tls->error() == QAbstractSocket::SslHandshakeFailedError
              ? Error::Kind::Protocol
              : Error::Kind::Network,
          tr("The TLS handshake with %1 failed.").arg(target.host), detail});
}

void Carrier::fail(const Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_limit->stop();
    m_readable.reset();
    m_local.close();
    if (m_webSocket)
        m_webSocket->abort();
    if (m_peer)
        m_peer->abort();
    m_events.failed(error);
}

} // namespace Portolan::Mqtt
