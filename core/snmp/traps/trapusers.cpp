// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapusers.h"

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr std::uint32_t kMostBoots = 0x7fffffff;
constexpr std::int64_t kWindow = 150; // seconds (RFC 3414, section 2.2.3)
constexpr std::size_t kMostClocks = 20'000;

} // namespace

Result<> TrapUsers::add(const TrapUser &user)
{
    Known known;
    known.security = {.name = user.name.toUtf8(),
                      .level = user.level,
                      .authProtocol = user.authProtocol,
                      .privProtocol = user.privProtocol};
    known.minimum = user.minimum;
    auto keys = Wire::User::masterKeys(known.security, user.credentials);
    if (!keys)
        return tl::unexpected(keys.error());
    known.keys = std::move(*keys);
    m_users.push_back(std::move(known));
    return {};
}

const Wire::User *TrapUsers::at(const QByteArray &engineId, std::size_t user)
{
    const Place place{engineId, user};
    if (const auto found = m_kept.find(place); found != m_kept.end()) {
        m_order.splice(m_order.end(), m_order, found->second.order);
        return found->second.user.get();
    }
    auto made = Wire::User::make(m_users[user].security, engineId, m_users[user].keys);
    if (!made)
        return nullptr;
    if (m_kept.size() >= kMostKept) {
        m_kept.erase(m_order.front());
        m_order.pop_front();
    }
    m_order.push_back(place);
    return m_kept.emplace(place, Kept{std::move(*made), std::prev(m_order.end())})
        .first->second.user.get();
}

TrapUsers::Verdict TrapUsers::decode(Wire::Codec &codec, std::span<const std::uint8_t> message,
                                     const Wire::Header &header)
{
    Verdict verdict;
    const unsigned flags = header.flags & 3U;
    const Level level = flags == 0   ? Level::NoAuthNoPriv
                        : flags == 1 ? Level::AuthNoPriv
                                     : Level::AuthPriv;
    int tried = 0;
    for (std::size_t i = 0; i < m_users.size() && tried < kMostOfOneName; ++i) {
        const Known &known = m_users[i];
        if (known.security.name != header.userName)
            continue;
        // What comes nearest to being right is what is told.
        const auto tell = [&verdict](Rejection rejection) {
            const auto rank = [](Rejection r) {
                return r == Rejection::NotDecrypted       ? 4
                       : r == Rejection::WrongDigest      ? 3
                       : r == Rejection::NotSnmp          ? 3
                       : r == Rejection::LevelTooLow      ? 2
                       : r == Rejection::LevelNotPossible ? 1
                                                          : 0;
            };
            if (rank(rejection) > rank(verdict.rejection))
                verdict.rejection = rejection;
        };
        if (known.security.level < level) {
            tell(Rejection::LevelNotPossible);
            continue;
        }
        if (level < known.minimum) {
            tell(Rejection::LevelTooLow);
            continue;
        }
        ++tried;
        const Wire::User *const user = at(header.engineId, i);
        if (!user)
            continue;
        // The clock is the message's own: its age is judged by isInTime().
        Wire::Decoded decoded = codec.decode(message, user, header.clock);
        switch (decoded.fault) {
        case Wire::Fault::None:
            verdict.rejection = Rejection::None;
            verdict.decoded = std::move(decoded);
            verdict.user = user;
            return verdict;
        case Wire::Fault::WrongDigest:
        case Wire::Fault::UnknownUser:
            tell(Rejection::WrongDigest);
            break;
        case Wire::Fault::NotDecrypted:
            tell(Rejection::NotDecrypted);
            break;
        case Wire::Fault::NotInTime:
            // Boots at their end, where no message is ever in time.
            verdict.rejection = Rejection::NotInTime;
            return verdict;
        case Wire::Fault::Malformed:
        case Wire::Fault::LevelNotAllowed:
            tell(Rejection::NotSnmp);
            break;
        }
    }
    return verdict;
}

bool TrapUsers::isInTime(const QByteArray &engineId, Wire::EngineClock clock, Clock::time_point now)
{
    if (clock.boots == kMostBoots)
        return false;
    const auto found = m_clocks.find(engineId);
    if (found == m_clocks.end()) {
        if (m_clocks.size() >= kMostClocks)
            m_clocks.erase(std::min_element(
                m_clocks.begin(), m_clocks.end(),
                [](const auto &a, const auto &b) { return a.second.at < b.second.at; }));
        m_clocks[engineId] = {clock, now};
        return true;
    }
    Seen &seen = found->second;
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - seen.at).count();
    const std::int64_t expected = static_cast<std::int64_t>(seen.clock.time) + passed;
    const auto time = static_cast<std::int64_t>(clock.time);
    const bool inTime = clock.boots > seen.clock.boots ||
                        (clock.boots == seen.clock.boots && time + kWindow >= expected);
    if (clock.boots > seen.clock.boots || (clock.boots == seen.clock.boots && time > expected))
        seen = {clock, now};
    return inTime;
}

} // namespace Portolan::Snmp
