// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profile.h"

#include <QElapsedTimer>
#include <QList>

namespace Portolan::Test {

// What both benches of long lists measure over: as many profiles as a large network has, in both
// languages, in folders and with tags.
inline constexpr int kProfiles = 5'000;

inline QList<Profile> makeProfiles()
{
    const QStringList places{QStringLiteral("서울 본사"), QStringLiteral("부산 지사"),
                             QStringLiteral("대전 연구소"), QStringLiteral("incheon-dc"),
                             QStringLiteral("gwangju")};
    const QStringList roles{QStringLiteral("핵심 스위치"), QStringLiteral("border router"),
                            QStringLiteral("bastion"), QStringLiteral("웹 서버"),
                            QStringLiteral("mqtt-broker")};
    const QStringList tags{QStringLiteral("prod"), QStringLiteral("운영"), QStringLiteral("cisco")};
    QList<Profile> profiles;
    for (int i = 0; i < kProfiles; ++i) {
        Profile profile;
        profile.name = QStringLiteral("%1 %2").arg(roles[i / 5 % 5]).arg(i);
        profile.folder = QStringLiteral("%1/Rack %2").arg(places[i % 5]).arg(i / 5 % 40);
        profile.tags = {tags[i % 3]};
        profile.address.scheme = QStringLiteral("ssh");
        profile.address.user = QStringLiteral("ops");
        profile.address.host = QStringLiteral("10.%1.%2.%3").arg(i % 200).arg(i / 200).arg(i % 251);
        profiles.append(profile);
    }
    return profiles;
}

inline double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace Portolan::Test
