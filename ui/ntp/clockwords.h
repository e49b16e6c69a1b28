// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"

#include <QColor>
#include <QCoreApplication>
#include <QLatin1String>
#include <QPalette>
#include <QString>

#include <span>

namespace Portolan::Ui {

// How the panel of clocks words what a Monitor knows, in the language of the moment. Offsets are
// the server's clock minus ours: a positive one says that the server is ahead, and this computer
// behind. Pure; GUI thread because it translates.
class ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::ClockWords)

public:
    [[nodiscard]] static QString interval(const Ntp::Interval &interval); // "12.1 … 13.0 ms"

    enum class Mood { Unknown, Good, Warning, Bad };
    struct Verdict
    {
        Mood mood = Mood::Unknown;
        QString sentence; // what is known of this computer's clock
        QString reason;   // how many agree, and what that means
    };
    [[nodiscard]] static Verdict verdict(const Ntp::Monitor &monitor);

    // A word for how the server stands, and its symbol.
    [[nodiscard]] static QString standing(const Ntp::ServerState &server);
    [[nodiscard]] static QLatin1String standingIcon(const Ntp::ServerState &server);
    [[nodiscard]] static Mood mood(const Ntp::ServerState &server);
    [[nodiscard]] static QColor moodColor(Mood mood, const QPalette &palette);
    // Why it stands like that, in a sentence or two; names the others that outvote it.
    [[nodiscard]] static QString reason(const Ntp::ServerState &server,
                                        const Ntp::Monitor &monitor);
    [[nodiscard]] static QString authentication(Ntp::Authentication authentication);
    [[nodiscard]] static QString stamps(const Ntp::Sample &sample); // "sent: kernel, ..."
    [[nodiscard]] static QString leap(Ntp::Leap leap);
    [[nodiscard]] static QString interval(std::chrono::milliseconds interval); // "16 s"
    [[nodiscard]] static QString reachMarks(quint8 reach); // "●●●○●●●●", the newest at the right
    [[nodiscard]] static QString reachText(quint8 reach); // with the octal number
    // What "a, b and c" is here; at most `most` of them.
    [[nodiscard]] static QString list(const QStringList &names, int most = 4);

    // The same question by usual programs; empty where one cannot ask it.
    [[nodiscard]] static QString chronydLine(const Ntp::ServerTarget &target);
    [[nodiscard]] static QString ntpdigLine(const Ntp::ServerTarget &target);
    [[nodiscard]] static QString sntpLine(const Ntp::ServerTarget &target);
};

} // namespace Portolan::Ui
