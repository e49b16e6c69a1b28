// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>

// What Unix and Windows call differently about sockets, and nothing more. Any thread; every call
// returns at once.
namespace Portolan::Net {

#ifdef Q_OS_WIN
using NativeSocket = quintptr; // SOCKET
#else
using NativeSocket = int;
#endif
constexpr NativeSocket kNoSocket = static_cast<NativeSocket>(-1); // also libssh's and Windows'

// Owns a socket; closes it unless release() was called.
class OwnedSocket
{
public:
    OwnedSocket() = default;
    explicit OwnedSocket(NativeSocket socket)
        : m_socket(socket)
    {
    }
    OwnedSocket(OwnedSocket &&other) noexcept
        : m_socket(other.release())
    {
    }
    OwnedSocket &operator=(OwnedSocket &&other) noexcept
    {
        if (this != &other) {
            close();
            m_socket = other.release();
        }
        return *this;
    }
    OwnedSocket(const OwnedSocket &) = delete;
    OwnedSocket &operator=(const OwnedSocket &) = delete;
    ~OwnedSocket() { close(); }

    [[nodiscard]] NativeSocket get() const { return m_socket; }
    [[nodiscard]] bool isValid() const { return m_socket != kNoSocket; }
    NativeSocket release() { return std::exchange(m_socket, kNoSocket); }
    void close();

private:
    NativeSocket m_socket = kNoSocket;
};

// Makes a poll() on another thread return. signal() from any thread; clear() on the polling one.
class WakeSignal
{
public:
    WakeSignal();
    void signal();
    void clear();
    [[nodiscard]] NativeSocket readEnd() const { return m_read.get(); }

private:
    OwnedSocket m_read;
    OwnedSocket m_write; // unused where the system has eventfd
};

void setNonBlocking(NativeSocket socket);
// Tells the peer of a TCP connection now what was received, and not up to 40 ms later, in the hope
// of something to send with it: a peer that holds small packets back until then (RFC 896) stands
// still that long. Once, not from now on; nothing where the system knows no such thing.
void acknowledgeNow(NativeSocket socket);
[[nodiscard]] int lastSocketError();
[[nodiscard]] bool wouldBlock(int error);
[[nodiscard]] QString socketErrorText(int error);
// A connected pair for bytes both ways.
[[nodiscard]] std::pair<OwnedSocket, OwnedSocket> socketPair();
// Ends both directions; a read that waits on another thread returns.
void shutDown(NativeSocket socket);

} // namespace Portolan::Net
