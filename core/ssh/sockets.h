// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <libssh/libssh.h>

#include <chrono>
#include <memory>
#include <utility>

// What Unix and Windows call differently about sockets, and nothing more. Private to core/ssh.
// Every call returns at once.
namespace Portolan::Ssh {

// Owns a socket; closes it unless release() was called.
class OwnedSocket
{
public:
    OwnedSocket() = default;
    explicit OwnedSocket(socket_t socket)
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

    [[nodiscard]] socket_t get() const { return m_socket; }
    [[nodiscard]] bool isValid() const { return m_socket != SSH_INVALID_SOCKET; }
    socket_t release() { return std::exchange(m_socket, SSH_INVALID_SOCKET); }
    void close();

private:
    socket_t m_socket = SSH_INVALID_SOCKET;
};

// Makes a poll() on another thread return. signal() from any thread; clear() on the polling one.
class WakeSignal
{
public:
    WakeSignal();
    void signal();
    void clear();
    [[nodiscard]] socket_t readEnd() const { return m_read.get(); }

private:
    OwnedSocket m_read;
    OwnedSocket m_write; // unused where the system has eventfd
};

void setNonBlocking(socket_t socket);
[[nodiscard]] int lastSocketError();
[[nodiscard]] bool wouldBlock(int error);
[[nodiscard]] QString socketErrorText(int error);
// A connected pair for bytes both ways.
[[nodiscard]] std::pair<OwnedSocket, OwnedSocket> socketPair();
// Ends both directions; a read that waits on another thread returns.
void shutDown(socket_t socket);

} // namespace Portolan::Ssh
