// SPDX-License-Identifier: GPL-3.0-or-later
// What one keystroke in a filter over 5,000 names costs.
#include "core/base/textmatcher.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Portolan;

int main()
{
    constexpr int kNames = 5'000;
    const QStringList places{QStringLiteral("서울 본사"), QStringLiteral("부산 지사"),
                             QStringLiteral("대전 연구소"), QStringLiteral("incheon-dc"),
                             QStringLiteral("gwangju.lab.example")};
    const QStringList roles{QStringLiteral("핵심 스위치"), QStringLiteral("border router"),
                            QStringLiteral("bastion"), QStringLiteral("웹 서버"),
                            QStringLiteral("mqtt-broker")};
    std::vector<MatchText> names;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kNames; ++i) {
        names.emplace_back(QStringLiteral("%1 %2 %3 ssh://ops@10.%4.%5.%6:22")
                               .arg(places[i % 5], roles[i / 5 % 5])
                               .arg(i)
                               .arg(i % 200)
                               .arg(i / 200)
                               .arg(i % 251));
    }
    std::printf("preparing %d names: %.1f ms\n", kNames, double(timer.nsecsElapsed()) / 1e6);

    double worst = 0;
    for (const char *query : {"s", "ss", "서", "서우", "서울", "ㅅ", "ㅅㅇ", "ㅅㅇㅂㅅ", "tjdnf",
                              "ㄴ노", "border 12", "서울 ssh 4", "brt", "zzzz", "opsswitch"}) {
        timer.start();
        const TextMatcher matcher(QString::fromUtf8(query));
        int found = 0;
        for (const MatchText &name : names)
            found += matcher.match(name) ? 1 : 0;
        const double spent = double(timer.nsecsElapsed()) / 1e6;
        worst = std::max(worst, spent);
        std::printf("  %-12s %6.2f ms, %4d found\n", query, spent, found);
    }
    std::printf("worst keystroke over %d names: %.2f ms (aim 50)\n", kNames, worst);
    return worst <= 50 ? 0 : 1;
}
