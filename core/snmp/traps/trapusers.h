// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/traps/trap.h"
#include "core/snmp/wire/messagecodec.h"

#include <chrono>
#include <list>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp {

// The users whom a receiver believes, at whatever engine they speak from, and the clocks of those
// engines. Engine's thread. A user is never made for a name that is not on the list, and keys are
// made one engine's own when it first speaks; at most kMostKept of them are kept, the least used
// one goes. Clocks are learned from authentic messages only (RFC 3414, section 3.2, (7) b).
class TrapUsers
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t kMostKept = 4096;
    static constexpr int kMostOfOneName = 8;

    // Error: a password is missing or too short.
    [[nodiscard]] Result<> add(const TrapUser &user);
    [[nodiscard]] bool isEmpty() const { return m_users.empty(); }

    struct Verdict
    {
        Rejection rejection = Rejection::UnknownUser;
        Wire::Decoded decoded = {};
        const Wire::User *user = nullptr; // valid until the next call
    };
    // Everything but the age of the message.
    [[nodiscard]] Verdict decode(Wire::Codec &codec, std::span<const std::uint8_t> message,
                                 const Wire::Header &header);
    // Of another engine: whether it is no older than 150 seconds behind the newest we know of it.
    [[nodiscard]] bool isInTime(const QByteArray &engineId, Wire::EngineClock clock,
                                Clock::time_point now);

private:
    struct Known
    {
        Wire::User::Security security;
        Level minimum;
        Wire::MasterKeys keys;
    };
    struct Place
    {
        QByteArray engineId;
        std::size_t user;
        friend auto operator<=>(const Place &a, const Place &b)
        {
            if (const int order = a.engineId.compare(b.engineId); order != 0)
                return order <=> 0;
            return a.user <=> b.user;
        }
        friend bool operator==(const Place &, const Place &) = default;
    };
    struct Kept
    {
        std::unique_ptr<Wire::User> user;
        std::list<Place>::iterator order;
    };
    struct Seen
    {
        Wire::EngineClock clock;
        Clock::time_point at;
    };

    [[nodiscard]] const Wire::User *at(const QByteArray &engineId, std::size_t user);

    std::vector<Known> m_users;
    std::map<Place, Kept> m_kept;
    std::list<Place> m_order; // the least used one first
    std::map<QByteArray, Seen> m_clocks;
};

} // namespace Portolan::Snmp
