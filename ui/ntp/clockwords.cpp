// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/clockwords.h"

#include "core/ntp/figures.h"
#include "core/ntp/outcometext.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

using Ntp::Choice;
using Ntp::Leap;
using Ntp::Outcome;
using Ntp::Seconds;
using Ntp::Selection;
using Ntp::ServerState;
using Ntp::Standing;
using Phase = ServerState::Phase;

// Its interval has something in common with the others', and still it is not believed.
bool standsApart(const ServerState &server)
{
    return server.choice.standing == Standing::Falseticker && server.choice.outvotedBy.isEmpty();
}

bool answers(const ServerState &server)
{
    return server.filter.estimate().has_value();
}

} // namespace

QString ClockWords::interval(const Ntp::Interval &interval)
{
    return tr("%1 to %2").arg(Ntp::offsetText(interval.low), Ntp::offsetText(interval.high));
}

QString ClockWords::list(const QStringList &names, int most)
{
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return names.front();
    if (names.size() > most) {
        const int others = static_cast<int>(names.size()) - most + 1;
        return tr("%1 and %n other(s)", nullptr, others)
            .arg(names.mid(0, most - 1).join(QStringLiteral(", ")));
    }
    return tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.back());
}

ClockWords::Verdict ClockWords::verdict(const Ntp::Monitor &monitor)
{
    const auto &servers = monitor.servers();
    const Selection &selection = monitor.selection();
    const auto count = static_cast<int>(servers.size());
    if (count == 0)
        return {Mood::Unknown, tr("No server is asked."),
                tr("Name one above: its clock is compared with this computer's.")};
    const auto answering =
        static_cast<int>(std::count_if(servers.begin(), servers.end(), &answers));
    const auto place = [](Seconds offset, Seconds bound, const QString &ahead,
                          const QString &behind) {
        // A unit never stands alone at the beginning of a line.
        const auto whole = [](Seconds value) {
            return Ntp::timeText(Seconds(std::abs(value.count())))
                .replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        };
        return (offset.count() < 0 ? ahead : behind).arg(whole(offset), whole(bound));
    };
    if (answering == 0) {
        const auto over = std::count_if(servers.begin(), servers.end(), [](const ServerState &s) {
            return s.phase == Phase::Failed || s.phase == Phase::Refused || s.trouble.has_value();
        });
        if (over < count)
            return {Mood::Unknown, tr("Asking %n server(s)…", nullptr, count),
                    tr("The first answers come within a second, a verdict after the third.")};
        return {Mood::Bad,
                count == 1 ? tr("The server has not answered.")
                           : tr("None of the %n server(s) has answered.", nullptr, count),
                count == 1 ? reason(servers.front(), monitor)
                           : tr("Nothing is known about this computer's clock. Explain says what "
                                "may be in the way.")};
    }
    if (selection.voters == 0) {
        for (const ServerState &server : servers) {
            if (answers(server))
                return {Mood::Warning, tr("No server that answers can be believed."),
                        tr("%1: %2").arg(server.name(), reason(server, monitor))};
        }
    }
    if (!selection.agreed || !selection.offset)
        return {Mood::Bad,
                tr("The servers contradict each other: no majority of the %n that answer(s) has a "
                   "time in common.",
                   nullptr, selection.voters),
                tr("Whose clock is right cannot be told. With more servers a majority may show.")};
    const Seconds bound = std::max(*selection.offset - selection.agreed->low,
                                   selection.agreed->high - *selection.offset);
    if (selection.voters == 1) {
        const auto index = static_cast<std::size_t>(std::max(selection.selected, 0));
        return {Mood::Warning,
                place(*selection.offset, bound,
                      tr("By one server alone, this computer is %1 ahead, give or take %2."),
                      tr("By one server alone, this computer is %1 behind, give or take %2.")),
                tr("There is nobody to compare %1 with: with three more servers a wrong one would "
                   "show.")
                    .arg(servers.at(std::min(index, servers.size() - 1)).target.display())};
    }
    const bool isRight = selection.agreed->low.count() <= 0 && selection.agreed->high.count() >= 0;
    const QString agreement =
        tr("%1 of %n server(s) agree.", nullptr, count).arg(selection.truechimers);
    return {isRight ? Mood::Good : Mood::Warning,
            place(*selection.offset, bound, tr("This computer is %1 ahead, give or take %2."),
                  tr("This computer is %1 behind, give or take %2.")),
            isRight ? tr("%1 That is as right as these servers can tell.").arg(agreement)
                    : tr("%1 It is off by more than the measurement can be.").arg(agreement)};
}

ClockWords::Mood ClockWords::mood(const ServerState &server)
{
    if (server.phase == Phase::Failed || server.phase == Phase::Refused)
        return Mood::Bad;
    switch (server.choice.standing) {
    case Standing::Selected:
    case Standing::Combined:
    case Standing::Outlier:
        return Mood::Good;
    case Standing::Falseticker:
        return standsApart(server) ? Mood::Warning : Mood::Bad;
    case Standing::NotAuthentic:
    case Standing::Refused:
    case Standing::Unreachable:
    case Standing::NoMajority:
        return server.trouble && Ntp::hasNoTime(*server.trouble) ? Mood::Warning : Mood::Bad;
    case Standing::TooFar:
    case Standing::Unsynchronised:
    case Standing::Smearing:
        return Mood::Warning;
    case Standing::LeftOut:
        return Mood::Unknown;
    case Standing::NotMeasured:
        return server.trouble ? Mood::Warning : Mood::Unknown;
    }
    return Mood::Unknown;
}

QColor ClockWords::moodColor(Mood mood, const QPalette &palette)
{
    const StateColors &colors = stateColors(palette);
    switch (mood) {
    case Mood::Good:
        return colors.good;
    case Mood::Warning:
        return colors.warning;
    case Mood::Bad:
        return colors.bad;
    case Mood::Unknown:
        break;
    }
    return colors.quiet;
}

QLatin1String ClockWords::standingIcon(const ServerState &server)
{
    if (server.phase == Phase::Failed || server.phase == Phase::Refused)
        return QLatin1String("error");
    if (server.choice.standing == Standing::Selected)
        return QLatin1String("check");
    switch (mood(server)) {
    case Mood::Good:
        return server.choice.standing == Standing::Outlier ? QLatin1String("minus")
                                                           : QLatin1String("plus");
    case Mood::Warning:
        return QLatin1String("warning");
    case Mood::Bad:
        return QLatin1String("error");
    case Mood::Unknown:
        break;
    }
    return server.choice.standing == Standing::LeftOut ? QLatin1String("pause")
                                                       : QLatin1String("dot");
}

QString ClockWords::standing(const ServerState &server)
{
    switch (server.phase) {
    case Phase::LookingUp:
        return tr("Looking the name up");
    case Phase::ExchangingKeys:
        return tr("Exchanging keys");
    case Phase::Refused:
        return tr("Refused");
    case Phase::Failed:
        return tr("Failed");
    case Phase::Asking:
        break;
    }
    switch (server.choice.standing) {
    case Standing::Selected:
        return tr("Leads");
    case Standing::Combined:
        return tr("Agrees");
    case Standing::Outlier:
        return tr("Agrees, less well");
    case Standing::Falseticker:
        return standsApart(server) ? tr("Stands apart") : tr("Outvoted");
    case Standing::NoMajority:
        return tr("Undecided");
    case Standing::TooFar:
        return tr("Too uncertain");
    case Standing::Unsynchronised:
        return tr("Not synchronised");
    case Standing::Smearing:
        return tr("Smears");
    case Standing::LeftOut:
        return tr("Left out");
    case Standing::Refused:
        return tr("Refused");
    case Standing::NotAuthentic:
        return tr("Not authentic");
    case Standing::Unreachable:
    case Standing::NotMeasured:
        break;
    }
    if (!server.trouble)
        return tr("Asking");
    switch (server.trouble->kind) {
    case Outcome::Kind::Rejected:
        return tr("Not believed");
    case Outcome::Kind::Kissed:
        return Ntp::hasNoTime(*server.trouble) ? tr("Not synchronised") : tr("Turned away");
    case Outcome::Kind::Refused:
        return tr("Unreachable");
    default:
        return tr("No answer");
    }
}

QString ClockWords::reason(const ServerState &server, const Ntp::Monitor &monitor)
{
    switch (server.phase) {
    case Phase::LookingUp:
        return tr("The addresses of its name are being looked up.");
    case Phase::ExchangingKeys:
        return tr("The keys of NTS are made over TLS first.");
    case Phase::Failed:
        return server.error ? server.error->what : QString();
    case Phase::Refused:
        return server.kiss.isEmpty() ? tr("It does not want to be asked.")
                                     : Ntp::kissText(server.kiss);
    case Phase::Asking:
        break;
    }
    const Choice &choice = server.choice;
    const auto distance =
        server.filter.estimate() ? (choice.interval.high - choice.interval.low) / 2 : Seconds(0);
    switch (choice.standing) {
    case Standing::Selected:
        return monitor.selection().voters == 1
                   ? tr("The only one that can be believed; nobody to compare it with.")
                   : tr("It has the lowest stratum and the least uncertainty (%1) of those that "
                        "agree.")
                         .arg(Ntp::timeText(distance));
    case Standing::Combined:
        return tr("It lies within what the majority agrees on, and counts in the mean.");
    case Standing::Outlier:
        return tr("It agrees, but lies %1 away from the others: the mean is better without it.")
            .arg(Ntp::timeText(choice.selectionJitter));
    case Standing::Falseticker: {
        QStringList names;
        const auto &servers = monitor.servers();
        for (const int each : choice.outvotedBy) {
            if (each >= 0 && static_cast<std::size_t>(each) < servers.size())
                names << servers[static_cast<std::size_t>(each)].target.display();
        }
        if (names.isEmpty())
            return tr("Its interval, %1, touches theirs, but its middle lies outside what the "
                      "majority agrees on.")
                .arg(interval(choice.interval));
        return tr("Outvoted by %1: its interval, %2, has nothing in common with theirs.")
            .arg(list(names), interval(choice.interval));
    }
    case Standing::NoMajority:
        return tr("No more than half of the servers have a time in common; its interval is %1.")
            .arg(interval(choice.interval));
    case Standing::TooFar:
        return tr("It may be wrong by %1: more than the limit of %2.")
            .arg(Ntp::timeText(distance), Ntp::timeText(Ntp::kMostDistance));
    case Standing::Unsynchronised:
        return server.last && server.last->leap == Leap::Unknown
                   ? tr("It says itself that its clock is not set (leap indicator 3).")
                   : tr("It says itself that it follows no clock (stratum %1).")
                         .arg(server.last ? server.last->stratum : 16);
    case Standing::Smearing:
        return tr("It spreads leap seconds over hours, and the others do not: the two kinds must "
                  "not be mixed.");
    case Standing::LeftOut:
        return tr("You have left it out of the choice; it is asked all the same.");
    case Standing::Refused:
        return Ntp::kissText(server.kiss);
    case Standing::NotAuthentic:
    case Standing::Unreachable:
    case Standing::NotMeasured: {
        return server.trouble ? Ntp::outcomeText(*server.trouble)
                              : tr("It has been asked; its answer is awaited.");
    }
    }
    return {};
}

QString ClockWords::authentication(Ntp::Authentication authentication)
{
    switch (authentication) {
    case Ntp::Authentication::SymmetricKey:
        return tr("Key");
    case Ntp::Authentication::Nts:
        return tr("NTS");
    case Ntp::Authentication::None:
        break;
    }
    return tr("None");
}

QString ClockWords::stamps(const Ntp::Sample &sample)
{
    const auto word = [](Ntp::StampSource source) {
        switch (source) {
        case Ntp::StampSource::Kernel:
            return tr("kernel");
        case Ntp::StampSource::Hardware:
            return tr("network card");
        case Ntp::StampSource::User:
            break;
        }
        return tr("program");
    };
    QString text = tr("sent: %1, received: %2").arg(word(sample.sentBy), word(sample.receivedBy));
    if (sample.interleaved)
        text += QStringLiteral(", ") + tr("interleaved");
    if (sample.authentication != Ntp::Authentication::None)
        text += QStringLiteral(", ") + (sample.authentication == Ntp::Authentication::Nts
                                            ? tr("authenticated by NTS")
                                            : tr("authenticated by a key"));
    return text;
}

QString ClockWords::leap(Leap leap)
{
    switch (leap) {
    case Leap::None:
        return tr("None");
    case Leap::Insert:
        return tr("+1 s today");
    case Leap::Delete:
        return tr("−1 s today");
    case Leap::Unknown:
        break;
    }
    return tr("Not set");
}

QString ClockWords::interval(std::chrono::milliseconds interval)
{
    if (interval.count() <= 0)
        return QStringLiteral("–");
    if (interval.count() % 1000 != 0)
        return QString(QLocale().toString(static_cast<double>(interval.count()) / 1000, 'g', 3) +
                       QStringLiteral(" s"));
    return QString(QLocale().toString(static_cast<qlonglong>(interval.count() / 1000)) +
                   QStringLiteral(" s"));
}

QString ClockWords::reachMarks(quint8 reach)
{
    QString marks;
    for (int bit = 7; bit >= 0; --bit)
        marks += QChar((reach >> bit) & 1 ? 0x25cf : 0x25cb);
    return marks;
}

QString ClockWords::reachText(quint8 reach)
{
    return tr("The last eight polls, the newest at the right: a filled mark was answered. Reach "
              "%1 (octal).")
        .arg(reach, 3, 8, QLatin1Char('0'));
}

QString ClockWords::chronydLine(const Ntp::ServerTarget &target)
{
    if (target.keyId != 0)
        return {};
    QString line = QStringLiteral("chronyd -Q -t 10 'server ") + target.host;
    if (target.port != Ntp::ServerTarget::kPort)
        line += QStringLiteral(" port %1").arg(target.port);
    if (target.version != 4)
        line += QStringLiteral(" version %1").arg(target.version);
    line += QStringLiteral(" iburst");
    if (target.nts) {
        line += QStringLiteral(" nts");
        if (target.keyExchangePort != Ntp::ServerTarget::kKeyExchangePort)
            line += QStringLiteral(" ntsport %1").arg(target.keyExchangePort);
    }
    line += QLatin1Char('\'');
    if (target.nts && !target.authorities.isEmpty())
        line += QStringLiteral(" 'ntstrustedcerts %1'").arg(target.authorities);
    return line;
}

// Neither knows another port than 123.
QString ClockWords::ntpdigLine(const Ntp::ServerTarget &target)
{
    if (target.port != Ntp::ServerTarget::kPort || target.nts || target.keyId != 0)
        return {};
    return QStringLiteral("ntpdig -s1 ") + target.host;
}

QString ClockWords::sntpLine(const Ntp::ServerTarget &target)
{
    if (target.port != Ntp::ServerTarget::kPort || target.nts || target.keyId != 0)
        return {};
    return QStringLiteral("sntp ") + target.host;
}

} // namespace Portolan::Ui
