// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"
#include "core/runtime/uniquefunction.h"

#include <QCoreApplication>

#include <chrono>
#include <memory>
#include <optional>

namespace Portolan::Net {

// What carries the bytes of a stream that does not go straight into the network. Any thread.
class Way
{
public:
    virtual ~Way() = default;
    // Why the stream ended, where the way itself was the reason; for use after the socket ended.
    [[nodiscard]] virtual std::optional<Error> problem() const = 0;
};

// An open stream: a socket for whatever loop an engine has (poll, Qt, Asio, curl, mosquitto). It is
// not blocking; end of file, half close and a reader that does not read pass through both ways.
struct Stream
{
    OwnedSocket socket;
    QString peer;             // what answered: an address, or "through ops@gate"
    std::shared_ptr<Way> way; // keep it as long as the socket; none where the socket is the network
};

enum class Transport { Stream, Datagram };

// Opens streams to host:port, directly or through something: what `via=` is to every engine that
// speaks over TCP. Made, used and destroyed on one thread with a Qt event loop, the GUI's too; it
// never blocks. Errors are sentences about the host that was asked for, or about the way there.
class Dialer
{
public:
    using Done = UniqueFunction<void(Result<Stream>)>;

    // One call. Destroying it takes the call back: then nothing is told, and nothing stays open.
    class Attempt
    {
    public:
        virtual ~Attempt() = default;
    };

    virtual ~Dialer() = default;
    // `done` is called once, on this thread and never from inside dial(). The time limit is for the
    // way to this host; a login at an SSH host on the way has limits of its own.
    [[nodiscard]] virtual std::unique_ptr<Attempt>
    dial(const QString &host, quint16 port, std::chrono::milliseconds timeout, Done done) = 0;
    // Whether packets may go this way at all; an error says why not.
    [[nodiscard]] virtual Result<> carries(Transport transport) const = 0;
};

// Straight into the network: names are looked up as the system does it, addresses tried after
// RFC 8305. Datagrams need no dialling, so an engine may send them itself.
class TcpDialer final : public Dialer
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Net)
public:
    [[nodiscard]] std::unique_ptr<Attempt>
    dial(const QString &host, quint16 port, std::chrono::milliseconds timeout, Done done) override;
    [[nodiscard]] Result<> carries(Transport) const override { return {}; }
};

} // namespace Portolan::Net
