// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/wire/messagecodec.h"

#include <QByteArray>

#include <chrono>

namespace Portolan::Snmp {

// Who we are where we are the authoritative engine: for traps that we send and for informs that we
// receive (RFC 3414, section 1.5.1). Plain value, engine's thread.
// The id is the same at every start, because devices are configured with it. The boots must rise at
// every start; they are the seconds since 2020, so that nothing has to be kept on the disk.
class LocalEngine
{
public:
    using Clock = std::chrono::steady_clock;

    // `purpose` tells engines of one machine apart ("trap receiver 1162").
    explicit LocalEngine(QByteArrayView purpose);
    explicit LocalEngine(const QByteArray &id, Clock::time_point began, std::uint32_t boots);

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    [[nodiscard]] Wire::EngineClock clock(Clock::time_point now) const;

    [[nodiscard]] static QByteArray idFor(QByteArrayView purpose);
    [[nodiscard]] static std::uint32_t bootsNow();

private:
    QByteArray m_id;
    Clock::time_point m_began;
    std::uint32_t m_boots;
};

} // namespace Portolan::Snmp
