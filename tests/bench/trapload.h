// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/wire/messagecodec.h"

#include <QHostAddress>
#include <QUdpSocket>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

// The load of the benches of traps.
namespace Bench {

using namespace Portolan;
using namespace Portolan::Snmp;

// linkDown with three objects, numbered in the last four octets of its interface's name.
inline QByteArray trapMessage(Wire::Codec &codec)
{
    Wire::Pdu pdu;
    pdu.type = Wire::PduType::TrapV2;
    pdu.requestId = 1;
    pdu.varbinds = {
        {Oid{1, 3, 6, 1, 2, 1, 1, 3, 0}, Value::timeTicks(12'345'678)},
        {Oid{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0},
         Value::objectIdentifier(Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3})},
        {Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7}, Value::integer(7)},
        {Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 7, 7}, Value::integer(2)},
        {Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1, 7}, Value::octets("GigabitEthernet0/7")}};
    return *codec.encode(Wire::CommunityMessage{Version::V2c, "public"}, pdu);
}

// Sends on a thread of its own, evenly: a hundredth of a second's worth at a time.
class Load
{
public:
    Load(const QByteArray &trap, quint16 port, int rate, double duration)
        : m_thread([=, this](const std::stop_token &stop) {
            QUdpSocket socket;
            const auto began = std::chrono::steady_clock::now();
            const auto total = static_cast<quint64>(rate * duration);
            while (m_sent < total && !stop.stop_requested()) {
                const double passed =
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
                const auto due = std::min<quint64>(total, static_cast<quint64>(passed * rate) + 1);
                for (; m_sent < due; ++m_sent) {
                    if (socket.writeDatagram(trap, QHostAddress(QHostAddress::LocalHost), port) < 0)
                        ++m_refused;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            m_done = true;
        })
    {
    }
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] quint64 sent() const { return m_sent; }
    [[nodiscard]] quint64 refused() const { return m_refused; }

private:
    std::atomic<quint64> m_sent = 0;
    std::atomic<quint64> m_refused = 0;
    std::atomic<bool> m_done = false;
    std::jthread m_thread; // last: it uses the others
};

} // namespace Bench
