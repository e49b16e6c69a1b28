// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/nts/keyexchange.h"

#include "core/ntp/words.h"
#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Portolan::Ntp::Nts {

namespace {

constexpr int kKeySize = 32;                         // of AEAD_AES_SIV_CMAC_256
constexpr unsigned char kAlpn[] = "\x07ntske/1";     // RFC 8915, section 4
constexpr qint64 kMostTls = 1024 * 1024;             // bytes on the wire, whatever is in them
constexpr qint64 kMostAuthorities = 4 * 1024 * 1024; // of a file
constexpr int kMostAtOnce = 16 * 1024;

template<auto Free>
struct Deleter
{
    template<typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Context = std::unique_ptr<SSL_CTX, Deleter<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Deleter<SSL_free>>;
using Trust = std::unique_ptr<X509_STORE, Deleter<X509_STORE_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;

QByteArray derOf(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = certificate ? i2d_X509(certificate, &bytes) : 0;
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

QSslCertificate certificateOf(X509 *certificate)
{
    return QSslCertificate(derOf(certificate), QSsl::Der);
}

// What verifying found wrong; OpenSSL goes on, so that all of it and the whole chain is known.
struct Complaint
{
    int code = 0;
    QSslCertificate certificate;
};
using Complaints = std::vector<Complaint>;

int complaintsPlace()
{
    static const int place = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return place;
}

int onVerified(int isGood, X509_STORE_CTX *store)
{
    if (isGood == 1)
        return 1;
    const auto *const session =
        static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *const complaints = static_cast<Complaints *>(SSL_get_ex_data(session, complaintsPlace()));
    constexpr std::size_t kMost = 32;
    if (complaints && complaints->size() < kMost)
        complaints->push_back({X509_STORE_CTX_get_error(store),
                               certificateOf(X509_STORE_CTX_get_current_cert(store))});
    // Nothing is sent before the complaints are looked at: Exchange::onSecured().
    return 1;
}

QSslError::SslError kindOf(int code)
{
    switch (code) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        return QSslError::UnableToGetIssuerCertificate;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        return QSslError::UnableToGetLocalIssuerCertificate;
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return QSslError::UnableToVerifyFirstCertificate;
    case X509_V_ERR_CERT_UNTRUSTED:
        return QSslError::CertificateUntrusted;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return QSslError::SelfSignedCertificate;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        return QSslError::SelfSignedCertificateInChain;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return QSslError::CertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return QSslError::CertificateNotYetValid;
    case X509_V_ERR_CERT_REVOKED:
        return QSslError::CertificateRevoked;
    case X509_V_ERR_INVALID_PURPOSE:
        return QSslError::InvalidPurpose;
    case X509_V_ERR_INVALID_CA:
        return QSslError::InvalidCaCertificate;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return QSslError::HostNameMismatch;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return QSslError::CertificateSignatureFailed;
    default:
        return QSslError::UnspecifiedError;
    }
}

QString sentenceOf(const Complaint &complaint)
{
    const auto kind = kindOf(complaint.code);
    if (kind == QSslError::UnspecifiedError)
        return QString::fromLatin1(X509_verify_cert_error_string(complaint.code));
    return Net::tlsProblem(QSslError(kind, complaint.certificate));
}

Result<Trust> trustIn(const QList<QSslCertificate> &authorities)
{
    Trust store(X509_STORE_new());
    for (const QSslCertificate &each : authorities) {
        const QByteArray der = each.toDer();
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const Certificate certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
        if (certificate)
            X509_STORE_add_cert(store.get(), certificate.get());
    }
    ERR_clear_error();
    return store;
}

Result<Trust> trustInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       Ntp::tr("The file of authorities “%1” cannot be read.").arg(path),
                       file.errorString());
    const auto authorities = QSslCertificate::fromData(file.read(kMostAuthorities), QSsl::Pem);
    if (authorities.isEmpty())
        return failure(
            Error::Kind::Local,
            Ntp::tr("The file of authorities “%1” holds no certificate in PEM form.").arg(path));
    auto trust = trustIn(authorities);
    // Whoever names a file may also name the server's own certificate.
    if (trust)
        X509_STORE_set_flags(trust->get(), X509_V_FLAG_PARTIAL_CHAIN);
    return trust;
}

// What OpenSSL says about a handshake that failed.
Error handshakeError()
{
    const unsigned long code = ERR_peek_last_error();
    std::array<char, 256> words = {};
    ERR_error_string_n(code, words.data(), words.size());
    const QString detail = QString::fromLatin1(words.data());
    const int native = ERR_GET_REASON(code);
    switch (native) {
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_WRONG_SSL_VERSION:
        return {Error::Kind::Unsupported,
                Ntp::tr("The key server does not speak TLS 1.3, which NTS requires."), detail,
                native};
    case SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL:
        return {Error::Kind::Unsupported,
                Ntp::tr("What listens there speaks TLS, but it hands out no keys for NTS."), detail,
                native};
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
        return {Error::Kind::Protocol, Ntp::tr("What listens there does not speak TLS."), detail,
                native};
    default:
        return {Error::Kind::Protocol, Ntp::tr("TLS with the key server failed."), detail, native};
    }
}

Error answerError(const Answer &answer, RecordReader::State state)
{
    if (answer.fault == AnswerFault::Incomplete && state == RecordReader::State::TooLong)
        return {Error::Kind::Protocol, Ntp::tr("The server's answer is longer than 64 KiB.")};
    if (answer.fault == AnswerFault::Incomplete && state == RecordReader::State::TooMany)
        return {Error::Kind::Protocol, Ntp::tr("The server's answer has more than 256 records.")};
    Error::Kind kind = Error::Kind::Protocol;
    if (answer.fault == AnswerFault::ErrorRecord)
        kind = Error::Kind::Refused;
    if (answer.fault == AnswerFault::NoAead || answer.fault == AnswerFault::NoNextProtocol)
        kind = Error::Kind::Unsupported;
    return {kind, answerFaultText(answer), {}, answer.number};
}

QString normalised(const QString &host)
{
    QString name = host;
    while (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name;
}

// One exchange, on the engine's thread.
class Exchange
{
public:
    using Finished = std::function<void(KeyExchangeResult)>;

    Exchange(KeyExchangeTarget target, Finished finished)
        : m_target(std::move(target))
        , m_finished(std::move(finished))
    {
        m_report.host = normalised(m_target.host);
        m_report.address = m_target.address;
        m_report.port = m_target.port;
        m_report.at = QDateTime::currentDateTimeUtc();
        m_limit.setSingleShot(true);
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.setReadBufferSize(kMostAtOnce);
        QObject::connect(&m_limit, &QTimer::timeout, &m_socket, [this] { onTimeout(); });
        QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this] { onConnected(); });
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { onReadable(); });
        QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket,
                         [this](QAbstractSocket::SocketError) { onBroken(); });
    }
    ~Exchange()
    {
        m_finished = {};
        m_socket.disconnect(&m_socket);
        m_socket.abort();
    }

    void begin(const Result<Context> &context)
    {
        m_clock.start();
        if (!context) {
            fail(context.error());
            return;
        }
        m_session.reset(SSL_new(context->get()));
        if (!m_session || !setUp()) {
            fail({Error::Kind::Local, Ntp::tr("TLS could not be set up on this machine."),
                  QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error()))});
            return;
        }
        restartLimit();
        m_socket.connectToHost(m_target.address, m_target.port);
    }

private:
    enum class Step { Connecting, Securing, Answering, Over };

    bool setUp()
    {
        SSL *const session = m_session.get();
        m_in = BIO_new(BIO_s_mem());
        m_out = BIO_new(BIO_s_mem());
        if (!m_in || !m_out)
            return false;
        SSL_set_bio(session, m_in, m_out);
        SSL_set_connect_state(session);
        SSL_set_ex_data(session, complaintsPlace(), &m_complaints);
        SSL_set_verify(session, SSL_VERIFY_PEER, &onVerified);
        if (SSL_set_alpn_protos(session, kAlpn, sizeof kAlpn - 1) != 0)
            return false;
        X509_VERIFY_PARAM *const rules = SSL_get0_param(session);
        X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        QHostAddress literal;
        if (literal.setAddress(m_report.host)) {
            // The zone of a link-local address is nothing that a certificate could bear.
            literal.setScopeId({});
            m_report.tls.serverName = literal.toString();
            return X509_VERIFY_PARAM_set1_ip_asc(
                       rules, m_report.tls.serverName.toLatin1().constData()) == 1;
        }
        const QByteArray name = QUrl::toAce(m_report.host);
        const QByteArray plain = name.isEmpty() ? m_report.host.toLatin1() : name;
        QByteArray plainBytes = plain;
        m_report.tls.serverName = QString::fromLatin1(plain);
        return X509_VERIFY_PARAM_set1_host(rules, plain.constData(),
                                           static_cast<std::size_t>(plain.size())) == 1 &&
               // What the macro SSL_set_tlsext_host_name does, without its casts.
               SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                        plainBytes.data()) == 1;
    }

    [[nodiscard]] std::chrono::microseconds passed() const
    {
        return std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    }
    void restartLimit() { m_limit.start(m_target.timeout); }

    void onConnected()
    {
        m_report.connected = passed();
        m_step = Step::Securing;
        restartLimit();
        advance();
    }

    void onReadable()
    {
        while (m_step != Step::Over && m_socket.bytesAvailable() > 0) {
            const QByteArray bytes = m_socket.read(kMostAtOnce);
            m_taken += bytes.size();
            if (m_taken > kMostTls) {
                fail({Error::Kind::Protocol,
                      Ntp::tr("The key server sends more than an exchange of keys can need.")});
                return;
            }
            BIO_write(m_in, bytes.constData(), static_cast<int>(bytes.size()));
            advance();
        }
    }

    void onBroken()
    {
        if (m_step == Step::Over)
            return;
        const auto error = m_socket.error();
        // What came before the end counts.
        onReadable();
        if (m_step == Step::Over)
            return;
        const QString words = m_socket.errorString();
        switch (m_step) {
        case Step::Connecting:
            fail({Error::Kind::Network,
                  error == QAbstractSocket::ConnectionRefusedError
                      ? Ntp::tr("Nothing listens for NTS keys at %1, port %2.")
                            .arg(m_target.address.toString())
                            .arg(m_target.port)
                      : Ntp::tr("%1, port %2, cannot be reached for NTS keys.")
                            .arg(m_target.address.toString())
                            .arg(m_target.port),
                  words, int(error)});
            return;
        case Step::Securing:
            fail({Error::Kind::Network, Ntp::tr("The key server ended the connection during TLS."),
                  words, int(error)});
            return;
        case Step::Answering:
            if (error == QAbstractSocket::RemoteHostClosedError && !m_reader.records().isEmpty())
                finishAnswer();
            else
                fail({Error::Kind::Network,
                      Ntp::tr("The key server ended the connection without a whole answer."), words,
                      int(error)});
            return;
        case Step::Over:
            return;
        }
    }

    void onTimeout()
    {
        switch (m_step) {
        case Step::Connecting:
            fail({Error::Kind::Timeout, Ntp::tr("%1, port %2, did not answer in time for NTS keys.")
                                            .arg(m_target.address.toString())
                                            .arg(m_target.port)});
            return;
        case Step::Securing:
            fail({Error::Kind::Timeout, Ntp::tr("TLS with the key server took too long.")});
            return;
        case Step::Answering:
            fail({Error::Kind::Timeout,
                  Ntp::tr("The key server did not complete its answer in time.")});
            return;
        case Step::Over:
            return;
        }
    }

    void advance()
    {
        SSL *const session = m_session.get();
        if (m_step == Step::Securing) {
            ERR_clear_error();
            const int result = SSL_do_handshake(session);
            const int wants = SSL_get_error(session, result);
            const bool isOver =
                result != 1 && wants != SSL_ERROR_WANT_READ && wants != SSL_ERROR_WANT_WRITE;
            const auto error = isOver ? std::optional(handshakeError()) : std::nullopt;
            flush();
            if (error)
                fail(*error);
            else if (result == 1)
                onSecured();
        }
        while (m_step == Step::Answering) {
            std::array<char, kMostAtOnce> buffer = {};
            ERR_clear_error();
            const int count = SSL_read(session, buffer.data(), int(buffer.size()));
            if (count > 0) {
                m_reader.feed(QByteArray(buffer.data(), count));
                if (m_reader.state() != RecordReader::State::Reading)
                    finishAnswer();
                continue;
            }
            const int wants = SSL_get_error(session, count);
            if (wants == SSL_ERROR_ZERO_RETURN) {
                finishAnswer();
            } else if (wants != SSL_ERROR_WANT_READ && wants != SSL_ERROR_WANT_WRITE) {
                std::array<char, 256> words = {};
                ERR_error_string_n(ERR_peek_last_error(), words.data(), words.size());
                fail({Error::Kind::Protocol, Ntp::tr("TLS with the key server broke."),
                      QString::fromLatin1(words.data()), ERR_GET_REASON(ERR_peek_last_error())});
            }
            break;
        }
        if (m_step != Step::Over)
            flush();
    }

    void flush()
    {
        std::array<char, kMostAtOnce> buffer = {};
        int count = 0;
        while ((count = BIO_read(m_out, buffer.data(), int(buffer.size()))) > 0)
            m_socket.write(buffer.data(), count);
    }

    void readTlsFacts()
    {
        const SSL *const session = m_session.get();
        Net::TlsFacts &tls = m_report.tls;
        tls.protocol = SSL_version(session) == TLS1_3_VERSION
                           ? QStringLiteral("TLS 1.3")
                           : QString::fromLatin1(SSL_get_version(session));
        tls.cipher = QString::fromLatin1(SSL_get_cipher_name(session));
        const unsigned char *alpn = nullptr;
        unsigned int alpnSize = 0;
        SSL_get0_alpn_selected(session, &alpn, &alpnSize);
        tls.alpn = QString::fromLatin1(reinterpret_cast<const char *>(alpn), int(alpnSize));
        STACK_OF(X509) *const chain = SSL_get_peer_cert_chain(session);
        for (int i = 0; chain && i < sk_X509_num(chain); ++i)
            tls.chain.append(Net::certificateFacts(certificateOf(sk_X509_value(chain, i))));
        if (const long verified = SSL_get_verify_result(session);
            verified != X509_V_OK && m_complaints.empty())
            m_complaints.push_back({int(verified), QSslCertificate()});
        for (const Complaint &complaint : m_complaints)
            tls.problems.append(sentenceOf(complaint));
        tls.problems.removeDuplicates();
        tls.trusted = m_complaints.empty() && !tls.chain.isEmpty();
    }

    void onSecured()
    {
        m_report.secured = passed();
        readTlsFacts();
        if (!m_report.tls.trusted) {
            fail({Error::Kind::Certificate,
                  Ntp::tr("The certificate of the key server %1 is not accepted: %2")
                      .arg(m_report.tls.serverName, m_report.tls.problems.join(QLatin1Char(' '))),
                  {},
                  m_complaints.empty() ? 0 : m_complaints.front().code});
            return;
        }
        // A server that chose nothing speaks something else behind TLS (RFC 8915, section 4).
        if (m_report.tls.alpn != QLatin1String("ntske/1")) {
            fail({Error::Kind::Unsupported,
                  Ntp::tr("What listens there speaks TLS, but it hands out no keys for NTS.")});
            return;
        }
        const QByteArray request = encodeRequest();
        RecordReader sent;
        sent.feed(request);
        m_report.sent = sent.records();
        SSL_write(m_session.get(), request.constData(), int(request.size()));
        m_step = Step::Answering;
        restartLimit();
    }

    void finishAnswer()
    {
        m_report.answered = passed();
        const Answer answer = judgeAnswer(m_reader);
        m_report.answer = answer;
        if (answer.fault != AnswerFault::None) {
            fail(answerError(answer, m_reader.state()));
            return;
        }
        auto clientToServer = exportKey(answer.algorithm, Direction::ClientToServer);
        auto serverToClient = exportKey(answer.algorithm, Direction::ServerToClient);
        if (!clientToServer || !serverToClient) {
            fail({Error::Kind::Local, Ntp::tr("The keys could not be taken out of TLS.")});
            return;
        }
        SSL_shutdown(m_session.get());
        flush();
        m_socket.flush();
        end(Association(std::move(*clientToServer), std::move(*serverToClient), answer.cookies));
    }

    [[nodiscard]] std::optional<Secret> exportKey(quint16 algorithm, Direction direction)
    {
        const QByteArray context = exporterContext(algorithm, direction);
        std::array<unsigned char, kKeySize> key = {};
        const bool done =
            SSL_export_keying_material(m_session.get(), key.data(), key.size(), kExporterLabel,
                                       sizeof kExporterLabel - 1,
                                       reinterpret_cast<const unsigned char *>(context.constData()),
                                       static_cast<std::size_t>(context.size()), 1) == 1;
        Secret secret({reinterpret_cast<const char *>(key.data()), key.size()});
        wipeMemory(key.data(), key.size());
        if (!done)
            return std::nullopt;
        return secret;
    }

    void fail(Error error)
    {
        m_report.error = std::move(error);
        end(std::nullopt);
    }

    void end(std::optional<Association> association)
    {
        if (m_step == Step::Over)
            return;
        m_step = Step::Over;
        m_limit.stop();
        m_report.received = m_reader.records();
        m_report.rest = m_reader.rest();
        // It destroys this object later, from the event loop.
        m_finished({std::make_shared<const KeyExchangeReport>(std::move(m_report)),
                    std::move(association)});
    }

    const KeyExchangeTarget m_target;
    Finished m_finished;
    Complaints m_complaints; // outlives the session, which points here
    KeyExchangeReport m_report;
    QElapsedTimer m_clock;
    Session m_session;
    BIO *m_in = nullptr; // the session's
    BIO *m_out = nullptr;
    RecordReader m_reader;
    Step m_step = Step::Connecting;
    qint64 m_taken = 0;
    QTimer m_limit;
    QTcpSocket m_socket;
};

} // namespace

QDateTime KeyExchangeReport::notAfter() const
{
    return tls.chain.isEmpty() ? QDateTime() : tls.chain.front().notAfter;
}

QByteArray exporterContext(quint16 algorithm, Direction direction)
{
    QByteArray context(5, '\0');
    context[0] = static_cast<char>(kNextProtocolNtp >> 8);
    context[1] = static_cast<char>(kNextProtocolNtp & 0xFF);
    context[2] = static_cast<char>(algorithm >> 8);
    context[3] = static_cast<char>(algorithm & 0xFF);
    context[4] = direction == Direction::ServerToClient ? 1 : 0;
    return context;
}

// All exchanges of a KeyExchanger, on a thread with a Qt event loop.
class KeyExchangeEngine final : public QObject
{
public:
    void start(quint64 id, const KeyExchangeTarget &target, Exchange::Finished finished)
    {
        auto exchange = std::make_unique<Exchange>(
            target, [this, id, finished = std::move(finished)](KeyExchangeResult result) {
                finished(std::move(result));
                QMetaObject::invokeMethod(
                    this, [this, id] { m_exchanges.erase(id); }, Qt::QueuedConnection);
            });
        Exchange &made = *exchange;
        m_exchanges[id] = std::move(exchange);
        made.begin(context(target.authorities));
    }
    void cancel(quint64 id) { m_exchanges.erase(id); }

private:
    [[nodiscard]] Result<Context> context(const QString &authorities)
    {
        if (authorities.isEmpty() && !m_system) {
            auto trust = trustIn(QSslConfiguration::systemCaCertificates());
            if (!trust)
                return tl::unexpected(trust.error());
            m_system = std::move(*trust);
        }
        Context context(SSL_CTX_new(TLS_client_method()));
        if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) != 1)
            return failure(Error::Kind::Local, Ntp::tr("TLS could not be set up on this machine."));
        // A later exchange has to be a whole one: a new certificate check, new keys.
        SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
        if (authorities.isEmpty()) {
            SSL_CTX_set1_cert_store(context.get(), m_system.get());
            return context;
        }
        // Read anew each time: the file may have been renewed.
        auto trust = trustInFile(authorities);
        if (!trust)
            return tl::unexpected(trust.error());
        SSL_CTX_set1_cert_store(context.get(), trust->get());
        return context;
    }

    Trust m_system;
    std::unordered_map<quint64, std::unique_ptr<Exchange>> m_exchanges;
};

namespace {

// The end of an exchange that its owner holds.
class Handle final : public QObject, public KeyExchange
{
public:
    Handle(std::shared_ptr<EngineHost<KeyExchangeEngine>> host, quint64 id, KeyExchanger::Done done)
        : m_host(std::move(host))
        , m_id(id)
        , m_done(std::move(done))
        , m_relay(std::make_shared<Relay<Handle>>(this))
    {
    }
    ~Handle() override
    {
        m_relay->detach();
        m_host->post([id = m_id](KeyExchangeEngine &engine) { engine.cancel(id); });
    }
    [[nodiscard]] std::shared_ptr<Relay<Handle>> relay() const { return m_relay; }

    void finish(KeyExchangeResult result)
    {
        // It may destroy this object.
        auto done = std::move(m_done);
        done(std::move(result));
    }

private:
    const std::shared_ptr<EngineHost<KeyExchangeEngine>> m_host;
    const quint64 m_id;
    KeyExchanger::Done m_done;
    const std::shared_ptr<Relay<Handle>> m_relay;
};

} // namespace

KeyExchanger::KeyExchanger()
    : m_host(std::make_shared<EngineHost<KeyExchangeEngine>>(
          QStringLiteral("nts"),
          [](const std::stop_token &) { return std::make_unique<KeyExchangeEngine>(); }))
{
}

KeyExchanger::~KeyExchanger() = default;

std::unique_ptr<KeyExchange> KeyExchanger::start(const KeyExchangeTarget &target, Done done)
{
    const quint64 id = ++m_last;
    auto handle = std::make_unique<Handle>(m_host, id, std::move(done));
    m_host->post([id, target, relay = handle->relay()](KeyExchangeEngine &engine) {
        engine.start(id, target, [relay](KeyExchangeResult result) {
            // Calls of a relay are copied: the keys are in the shared place only.
            auto place = std::make_shared<KeyExchangeResult>(std::move(result));
            relay->post([place](Handle &receiver) { receiver.finish(std::move(*place)); });
        });
    });
    return handle;
}

} // namespace Portolan::Ntp::Nts
