// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/tlsfacts.h"
#include "core/ntp/nts/association.h"
#include "core/ntp/nts/records.h"
#include "core/runtime/uniquefunction.h"

#include <QDateTime>
#include <QHostAddress>

#include <chrono>
#include <memory>
#include <optional>

namespace Portolan {
template<typename Engine>
class EngineHost;
}

namespace Portolan::Ntp::Nts {

// Where keys and cookies come from. Plain value.
struct KeyExchangeTarget
{
    QString host; // what the certificate has to bear: a name or an address
    QHostAddress address;
    quint16 port = kKeyExchangePort;
    QString authorities = {};                // a PEM file in place of the system's certificates
    std::chrono::milliseconds timeout{5000}; // of each step: TCP, TLS, records
};

// All that an exchange showed, of a failed one too. Plain value without secrets: a cookie says
// nothing to who lacks the keys.
struct KeyExchangeReport
{
    using Passed = std::optional<std::chrono::microseconds>; // since the beginning

    QString host;
    QHostAddress address;
    quint16 port = 0;
    QDateTime at; // UTC
    Passed connected = {};
    Passed secured = {};
    Passed answered = {};
    Net::TlsFacts tls = {};
    QList<Record> sent = {};
    QList<Record> received = {};
    qsizetype rest = 0;                // bytes that were no whole record, or came behind the end
    std::optional<Answer> answer = {}; // what the records come to, where any were waited for
    std::optional<Error> error = {};

    // When the first certificate of the chain ends to be valid.
    [[nodiscard]] QDateTime notAfter() const;
};

struct KeyExchangeResult
{
    std::shared_ptr<const KeyExchangeReport> report;
    std::optional<Association> association = {}; // exactly where the report has no error
};

inline constexpr char kExporterLabel[] = "EXPORTER-network-time-security";
// The context of the exporter, five bytes (RFC 8915, section 5.1).
enum class Direction : std::uint8_t { ClientToServer, ServerToClient };
[[nodiscard]] QByteArray exporterContext(quint16 algorithm, Direction direction);

// An exchange under way, on the thread that started it. Destroying it takes it back: then nothing
// is told, and the connection is closed.
class KeyExchange
{
public:
    virtual ~KeyExchange() = default;
};

class KeyExchangeEngine;

// Gets keys and cookies for NTS: TLS 1.3 with ALPN "ntske/1", a request, an answer (RFC 8915,
// section 4). One thread of its own for any number of exchanges; made and used on a thread with a
// Qt event loop, which it never blocks. Owned by whoever needs keys (Monitor, a probe).
//
// The certificate is checked always, against the system's authorities or the given ones, and for
// the host's name or address; a server that fails is told nothing. Bounded: 64 KiB of records, 1
// MiB of TLS, a time limit for each step. Errors: Certificate, Network, Timeout, Protocol (what it
// sends breaks rules), Refused (an error record), Unsupported (no TLS 1.3, no NTS behind it, no
// algorithm in common), Local (the file of authorities).
class KeyExchanger
{
public:
    using Done = UniqueFunction<void(KeyExchangeResult)>;

    KeyExchanger();
    ~KeyExchanger();

    // `done` is called once, on this thread and never from inside start().
    [[nodiscard]] std::unique_ptr<KeyExchange> start(const KeyExchangeTarget &target, Done done);

private:
    std::shared_ptr<EngineHost<KeyExchangeEngine>> m_host;
    quint64 m_last = 0;
};

} // namespace Portolan::Ntp::Nts
