// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/pollmanners.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <atomic>

namespace Portolan::Ntp {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kPublicGap = std::chrono::milliseconds(2000);
constexpr auto kPrivateGap = std::chrono::milliseconds(100);
constexpr qsizetype kMostAddresses = 16'384;

struct Pace
{
    QMutex mutex;
    QHash<QHostAddress, Clock::time_point> last; // when each was asked
    QSet<QHostAddress> publicOnes;               // by wish
    std::atomic<bool> hasWishes = false;
};

Pace &pace()
{
    static Pace the;
    return the;
}

// An address that was mapped into IPv6 is the same server.
QHostAddress plain(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

// With the mutex held.
void forget(Pace &of, Clock::time_point now)
{
    if (of.last.size() < kMostAddresses)
        return;
    of.last.removeIf([now](const auto &each) { return now - each.value() >= kPublicGap; });
    if (of.last.size() >= kMostAddresses)
        of.last.clear();
}

} // namespace

std::chrono::milliseconds leastGap(const QHostAddress &address)
{
    if (Pace &of = pace(); of.hasWishes) {
        const QMutexLocker lock(&of.mutex);
        if (of.publicOnes.contains(plain(address)))
            return kPublicGap;
    }
    if (address.isLoopback())
        return {};
    const bool isNear = address.isLinkLocal() || address.isUniqueLocalUnicast() ||
                        address.isInSubnet(QHostAddress(0x0A000000U), 8) ||
                        address.isInSubnet(QHostAddress(0xAC100000U), 12) ||
                        address.isInSubnet(QHostAddress(0xC0A80000U), 16); // RFC 1918
    return isNear ? kPrivateGap : kPublicGap;
}

std::chrono::milliseconds claimPoll(const QHostAddress &address)
{
    const auto gap = leastGap(address);
    if (gap.count() == 0)
        return {};
    Pace &of = pace();
    const QHostAddress key = plain(address);
    const QMutexLocker lock(&of.mutex);
    const auto now = Clock::now();
    const auto found = of.last.constFind(key);
    if (found != of.last.constEnd() && now - *found < gap)
        // Up to the next whole millisecond: a timer must not come too early.
        return std::chrono::ceil<std::chrono::milliseconds>(gap - (now - *found));
    forget(of, now);
    of.last.insert(key, now);
    return {};
}

PublicManners::PublicManners(const QHostAddress &address)
    : m_address(plain(address))
{
    Pace &of = pace();
    const QMutexLocker lock(&of.mutex);
    of.publicOnes.insert(m_address);
    of.hasWishes = true;
}

PublicManners::~PublicManners()
{
    Pace &of = pace();
    const QMutexLocker lock(&of.mutex);
    of.publicOnes.remove(m_address);
    of.last.remove(m_address);
    of.hasWishes = !of.publicOnes.isEmpty();
}

} // namespace Portolan::Ntp
