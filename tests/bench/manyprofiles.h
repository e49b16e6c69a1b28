// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profile.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <initializer_list>

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

// Types each word letter by letter and says what the slowest letter cost, `show` included.
// Milliseconds; the worst of all is returned.
inline double typeWords(std::initializer_list<const char *> words, QLineEdit &field,
                        const std::function<void()> &show, const std::function<long long()> &found)
{
    double worst = 0;
    QElapsedTimer timer;
    for (const char *word : words) {
        field.clear();
        show();
        QString typed;
        double slowest = 0;
        for (const QChar key : QString::fromUtf8(word)) {
            typed += key;
            timer.start();
            field.setText(typed);
            show();
            slowest = std::max(slowest, milliseconds(timer));
        }
        worst = std::max(worst, slowest);
        std::printf("  %-16s %6.1f ms the slowest key, %4lld found\n", word, slowest, found());
    }
    std::printf("worst keystroke over %d profiles: %.1f ms (aim 50)\n", kProfiles, worst);
    return worst;
}

} // namespace Portolan::Test
