// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/syslogengine.h"

#include "core/net/lookup.h"
#include "core/snmp/traps/syslogmessage.h"
#include "core/snmp/words.h"

#include <QFile>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QUdpSocket>

#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostTaken = 500; // notifications in one transaction
constexpr std::size_t kMostRead = 500;  // messages read from the journal at once
constexpr std::size_t kMostInFlight = 4000;
constexpr qsizetype kMostInFlightBytes = 2 << 20;
constexpr auto kConnectLimit = std::chrono::seconds(15);
constexpr auto kConfirmInterval = std::chrono::milliseconds(10);
constexpr auto kTellInterval = std::chrono::milliseconds(250);

// Whether everything that was written has been acknowledged by the receiver's system, where this
// system can tell; else whether it has left this program.
bool isAcknowledged(QSslSocket &socket)
{
    if (socket.bytesToWrite() > 0 || socket.encryptedBytesToWrite() > 0)
        return false;
#ifdef Q_OS_LINUX
    int left = 0;
    if (::ioctl(static_cast<int>(socket.socketDescriptor()), SIOCOUTQ, &left) == 0)
        return left == 0;
#endif
    return true;
}

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local, tr("The file %1 cannot be read.").arg(name),
                       file.errorString());
    return file.read(1 << 20);
}

} // namespace

SyslogEngine::SyslogEngine(SyslogEngineSetup setup)
    : m_setup(std::move(setup))
    , m_target(m_setup.setup.target)
{
    for (QTimer *each : {&m_retry, &m_limit, &m_confirm, &m_tell})
        each->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { connectToReceiver(); });
    connect(&m_limit, &QTimer::timeout, this, [this] {
        fail({Error::Kind::Timeout,
              Snmp::tr("The syslog receiver %1 did not answer in time.").arg(m_target.display())});
    });
    connect(&m_confirm, &QTimer::timeout, this, [this] { confirm(); });
    connect(&m_tell, &QTimer::timeout, this, [this] { tell(); });
}

SyslogEngine::~SyslogEngine()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_stream)
        m_stream->disconnect(this);
}

void SyslogEngine::begin()
{
    auto journal = SyslogJournal::open(m_setup.setup.journal, m_setup.setup.limits);
    if (!journal) {
        m_state.phase = SyslogState::Phase::Failed;
        m_state.problem = std::move(journal.error());
        tell();
        return;
    }
    m_journal = std::move(*journal);
    if (!m_journal->keptAside().isEmpty())
        m_state.problem =
            Error{Error::Kind::Local,
                  Snmp::tr("The queue of messages to forward was damaged and begins anew. The old "
                           "file is kept."),
                  m_journal->keptAside()};
    take();
    connectToReceiver();
}

void SyslogEngine::take()
{
    if (!m_journal)
        return;
    for (bool more = true; more;) {
        auto batch = m_setup.queue->take(kMostTaken);
        more = batch.more;
        m_state.lost += batch.dropped;
        std::vector<QByteArray> messages;
        messages.reserve(batch.items.size());
        const auto framing = m_target.transport == SyslogTarget::Transport::Udp
                                 ? SyslogFraming::Datagram
                                 : SyslogFraming::OctetCounting;
        const Smi::Snapshot &modules = *m_setup.setup.modules;
        for (const TrapPtr &trap : batch.items) {
            if (!m_setup.filter.matches(modules, *trap))
                continue;
            const TrapVerdict verdict = m_setup.rules.judge(modules, *trap);
            SyslogBytes encoded =
                encodeSyslog(syslogOf(modules, *trap, verdict.severity, m_target.facility), framing,
                             m_target.most);
            m_state.truncated += encoded.truncated ? 1 : 0;
            messages.push_back(std::move(encoded.bytes));
        }
        if (auto kept = m_journal->append(messages); !kept) {
            // A full disk: these are lost, and said to be.
            m_state.lost += messages.size();
            m_state.problem = std::move(kept.error());
        }
        pump();
    }
    changed();
}

Result<> SyslogEngine::prepareTls(QSslSocket &socket) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_target.caFile.isEmpty()) {
        const auto content = contentOf(m_target.caFile);
        if (!content)
            return tl::unexpected(content.error());
        const auto authorities = QSslCertificate::fromData(*content);
        if (authorities.isEmpty())
            return failure(Error::Kind::Local,
                           Snmp::tr("There is no certificate in %1.").arg(m_target.caFile));
        tls.setCaCertificates(authorities);
    }
    if (!m_target.certificateFile.isEmpty()) {
        const auto chain = contentOf(m_target.certificateFile);
        if (!chain)
            return tl::unexpected(chain.error());
        tls.setLocalCertificateChain(QSslCertificate::fromData(*chain));
        const QString keyFile =
            m_target.keyFile.isEmpty() ? m_target.certificateFile : m_target.keyFile;
        const auto content = contentOf(keyFile);
        if (!content)
            return tl::unexpected(content.error());
        QSslKey key(*content, QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(*content, QSsl::Ec);
        if (key.isNull())
            return failure(
                Error::Kind::Local,
                Snmp::tr("There is no private key without a passphrase in %1.").arg(keyFile));
        tls.setPrivateKey(key);
    }
    socket.setSslConfiguration(tls);
    return {};
}

void SyslogEngine::connectToReceiver()
{
    m_state.phase = SyslogState::Phase::Connecting;
    changed();
    m_limit.start(kConnectLimit);
    if (const QHostAddress literal(m_target.host); !literal.isNull()) {
        QHostInfo info;
        info.setAddresses({literal});
        onAddresses(info);
        return;
    }
    m_lookup = QHostInfo::lookupHost(m_target.host, this, [this](const QHostInfo &info) {
        m_lookup = -1;
        onAddresses(info);
    });
}

void SyslogEngine::onAddresses(const QHostInfo &info)
{
    const auto addresses = Net::addressesOf(info);
    if (addresses.isEmpty()) {
        fail({Error::Kind::Network,
              Snmp::tr("There is no address for the name “%1”.").arg(plainLine(m_target.host, 80)),
              info.errorString()});
        return;
    }
    // Another one each time, where there are several.
    m_address = addresses.at(m_backoff.attempt() % addresses.size());
    m_written = 0;
    m_inFlight.clear();
    m_inFlightBytes = 0;
    if (m_target.transport == SyslogTarget::Transport::Udp) {
        m_datagrams = std::make_unique<QUdpSocket>();
        m_datagrams->setProxy(QNetworkProxy::NoProxy);
        // Connected, so that the system tells when nobody listens there.
        connect(m_datagrams.get(), &QUdpSocket::connected, this, [this] { onReady(); });
        m_datagrams->connectToHost(m_address, m_target.port);
        return;
    }
    m_tlsErrors.clear();
    m_stream = std::make_unique<QSslSocket>();
    m_stream->setProxy(QNetworkProxy::NoProxy);
    const bool isTls = m_target.transport == SyslogTarget::Transport::Tls;
    connect(m_stream.get(), &QAbstractSocket::connected, this, [this, isTls] {
        m_stream->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        if (!isTls)
            onReady();
    });
    connect(m_stream.get(), &QSslSocket::encrypted, this, [this] { onReady(); });
    connect(m_stream.get(), &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_stream.get(), &QSslSocket::encryptedBytesWritten, this, [this] { confirm(); });
    connect(m_stream.get(), &QIODevice::bytesWritten, this, [this] { confirm(); });
    connect(m_stream.get(), &QAbstractSocket::errorOccurred, this, [this] {
        if (!m_tlsErrors.isEmpty()) {
            QStringList why;
            for (const QSslError &each : m_tlsErrors)
                why.append(each.errorString());
            fail({Error::Kind::Certificate,
                  Snmp::tr("The certificate of the syslog receiver %1 is not trusted.")
                      .arg(m_target.display()),
                  why.join(QLatin1Char(' '))});
            return;
        }
        fail({Error::Kind::Network,
              Snmp::tr("The syslog receiver %1 cannot be reached.").arg(m_target.display()),
              m_stream->errorString()});
    });
    // What a receiver says is of no use, but must be read for its end to be seen.
    connect(m_stream.get(), &QIODevice::readyRead, this, [this] { m_stream->skip(1 << 20); });
    if (!isTls) {
        m_stream->connectToHost(m_address.toString(), m_target.port);
        return;
    }
    if (auto prepared = prepareTls(*m_stream); !prepared) {
        fail(std::move(prepared.error()));
        return;
    }
    const QString name = m_target.serverName.isEmpty() ? m_target.host : m_target.serverName;
    m_stream->setPeerVerifyName(name);
    m_stream->connectToHostEncrypted(m_address.toString(), m_target.port, name);
}

void SyslogEngine::onReady()
{
    m_limit.stop();
    m_state.phase = SyslogState::Phase::Ready;
    m_state.problem.reset();
    m_state.attempt = 0;
    m_upSince.start();
    changed();
    pump();
}

void SyslogEngine::fail(Error error)
{
    m_limit.stop();
    m_confirm.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    // Not from inside its own signal.
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
        m_stream.release()->deleteLater();
    }
    if (m_datagrams) {
        m_datagrams->disconnect(this);
        m_datagrams.release()->deleteLater();
    }
    m_inFlight.clear();
    m_inFlightBytes = 0;
    m_written = 0;
    if (m_upSince.isValid() && m_upSince.elapsed() > 1000)
        m_backoff.reset();
    m_upSince.invalidate();
    const auto wait = m_backoff.next(QRandomGenerator::global()->generateDouble());
    m_state.phase = SyslogState::Phase::Waiting;
    m_state.attempt = m_backoff.attempt();
    m_state.problem = std::move(error);
    m_retry.start(wait);
    changed();
}

void SyslogEngine::pump()
{
    if (m_state.phase != SyslogState::Phase::Ready || !m_journal)
        return;
    if (m_target.transport == SyslogTarget::Transport::Udp) {
        sendDatagrams();
        return;
    }
    while (m_stream && m_inFlight.size() < kMostInFlight && m_inFlightBytes < kMostInFlightBytes) {
        auto entries = m_journal->read(m_written, kMostRead);
        if (!entries) {
            fail(std::move(entries.error()));
            return;
        }
        if (entries->empty())
            break;
        QByteArray bytes;
        for (const SyslogJournal::Entry &each : *entries) {
            bytes += each.message;
            m_inFlight.push_back({each.id, each.message.size()});
            m_inFlightBytes += each.message.size();
            m_written = each.id;
            if (each.id <= m_furthest)
                ++m_state.again;
        }
        m_furthest = std::max(m_furthest, m_written);
        if (m_stream->write(bytes) != bytes.size())
            return; // errorOccurred() tells
    }
    if (!m_inFlight.empty() && !m_confirm.isActive())
        m_confirm.start(kConfirmInterval);
}

void SyslogEngine::sendDatagrams()
{
    while (m_datagrams) {
        auto entries = m_journal->read(m_written, kMostRead);
        if (!entries) {
            fail(std::move(entries.error()));
            return;
        }
        if (entries->empty())
            return;
        for (const SyslogJournal::Entry &each : *entries) {
            // What the last packet came to is told by the next write.
            if (m_datagrams->write(each.message) < 0 &&
                m_datagrams->error() != QAbstractSocket::DatagramTooLargeError) {
                const QString why = m_datagrams->errorString();
                if (m_written > 0)
                    static_cast<void>(m_journal->removeUpTo(m_written));
                fail({Error::Kind::Network,
                      Snmp::tr("Nothing takes syslog messages at %1.").arg(m_target.display()),
                      why});
                return;
            }
            m_written = each.id;
            ++m_state.sent;
        }
        if (auto removed = m_journal->removeUpTo(m_written); !removed) {
            fail(std::move(removed.error()));
            return;
        }
        changed();
    }
}

void SyslogEngine::confirm()
{
    if (!m_stream || m_inFlight.empty())
        return;
    if (!isAcknowledged(*m_stream)) {
        if (!m_confirm.isActive())
            m_confirm.start(kConfirmInterval);
        return;
    }
    m_confirm.stop();
    if (auto removed = m_journal->removeUpTo(m_inFlight.back().id); !removed) {
        fail(std::move(removed.error()));
        return;
    }
    m_state.sent += m_inFlight.size();
    m_inFlight.clear();
    m_inFlightBytes = 0;
    changed();
    pump();
}

void SyslogEngine::changed()
{
    if (!m_tell.isActive())
        m_tell.start(kTellInterval);
}

void SyslogEngine::tell()
{
    if (m_journal) {
        m_state.waiting = m_journal->rows();
        m_state.waitingBytes = m_journal->bytes();
        m_state.dropped = m_journal->dropped();
    }
    m_setup.changed(m_state);
}

} // namespace Portolan::Snmp
