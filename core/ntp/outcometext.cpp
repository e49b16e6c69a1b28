// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/outcometext.h"

#include "core/base/sentence.h"
#include "core/net/sockets.h"
#include "core/ntp/words.h"

#include <system_error>

namespace Portolan::Ntp {

namespace {

bool isClosed(int error)
{
#ifdef Q_OS_WIN
    return error == 10061 || error == 10054; // WSAECONNREFUSED, WSAECONNRESET: WinSock has no enum
#else
    return error == static_cast<int>(std::errc::connection_refused);
#endif
}

QString stampName(StampSource source)
{
    switch (source) {
    case StampSource::User:
        return QStringLiteral("user");
    case StampSource::Kernel:
        return QStringLiteral("kernel");
    case StampSource::Hardware:
        break;
    }
    return QStringLiteral("hardware");
}

} // namespace

QString outcomeName(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Measured:
        return QStringLiteral("measured");
    case Outcome::Kind::Silent:
        return QStringLiteral("silent");
    case Outcome::Kind::Rejected:
        return QStringLiteral("rejected");
    case Outcome::Kind::Kissed:
        return QStringLiteral("kissed");
    case Outcome::Kind::Refused:
        return QStringLiteral("refused");
    case Outcome::Kind::Stray:
        return QStringLiteral("stray");
    case Outcome::Kind::OutOfCookies:
        break;
    }
    return QStringLiteral("out_of_cookies");
}

QString macName(MacState state)
{
    switch (state) {
    case MacState::Good:
        return QStringLiteral("good");
    case MacState::Missing:
        return QStringLiteral("missing");
    case MacState::CryptoNak:
        return QStringLiteral("crypto_nak");
    case MacState::OtherKey:
        return QStringLiteral("other_key");
    case MacState::Wrong:
        return QStringLiteral("wrong");
    case MacState::Impossible:
        break;
    }
    return QStringLiteral("impossible");
}

QString protectionName(Nts::Protection protection)
{
    switch (protection) {
    case Nts::Protection::Good:
        return QStringLiteral("good");
    case Nts::Protection::Missing:
        return QStringLiteral("missing");
    case Nts::Protection::OtherId:
        return QStringLiteral("other_id");
    case Nts::Protection::Wrong:
        return QStringLiteral("wrong");
    case Nts::Protection::Nak:
        break;
    }
    return QStringLiteral("nak");
}

QString leapName(Leap leap)
{
    switch (leap) {
    case Leap::None:
        return QStringLiteral("none");
    case Leap::Insert:
        return QStringLiteral("insert");
    case Leap::Delete:
        return QStringLiteral("delete");
    case Leap::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString macText(MacState state)
{
    switch (state) {
    case MacState::Good:
        return Ntp::tr("The answer is authentic.");
    case MacState::Missing:
        return Ntp::tr("Its answer is not signed with the key.");
    case MacState::CryptoNak:
        return Ntp::tr("It could not authenticate this computer: the key or its number is another "
                       "one there (crypto-NAK).");
    case MacState::OtherKey:
        return Ntp::tr("Its answer is signed with another key.");
    case MacState::Wrong:
        return Ntp::tr("The signature of its answer is wrong: the key is another one there, or the "
                       "answer was changed on the way.");
    case MacState::Impossible:
        break;
    }
    return Ntp::tr("The cryptography of this computer refuses the algorithm of the key.");
}

// RFC 5905, section 7.4; RFC 8915, section 5.7.
QString kissText(const QString &code)
{
    if (code == QLatin1String("RATE"))
        return Ntp::tr("It is asked too often (RATE); it is asked half as often now.");
    if (code == QLatin1String("DENY"))
        return Ntp::tr("It denies access (DENY), and is not asked any more.");
    if (code == QLatin1String("RSTR"))
        return Ntp::tr("Its policy restricts access (RSTR), and it is not asked any more.");
    if (code == QLatin1String("NTSN"))
        return Ntp::tr("It has forgotten the keys of NTS (NTSN); new ones are made.");
    if (code == QLatin1String("INIT"))
        return Ntp::tr("It has just started and has no time yet (INIT).");
    if (code == QLatin1String("STEP"))
        return Ntp::tr("Its clock has just been set, and it has no time yet (STEP).");
    return code.isEmpty()
               ? Ntp::tr("It does not want to be asked like this.")
               : Ntp::tr("It does not want to be asked like this (%1).").arg(plainLine(code, 20));
}

bool hasNoTime(const Outcome &outcome)
{
    return outcome.kind == Outcome::Kind::Kissed &&
           (outcome.header.leap == Leap::Unknown || outcome.kiss == QLatin1String("INIT") ||
            outcome.kiss == QLatin1String("STEP"));
}

QString protectionText(Nts::Protection protection)
{
    switch (protection) {
    case Nts::Protection::Good:
        return Ntp::tr("The answer is authentic.");
    case Nts::Protection::Missing:
        return Ntp::tr("Its answer is not protected by NTS, and is not believed.");
    case Nts::Protection::OtherId:
        return Ntp::tr("Its answer belongs to another request of NTS.");
    case Nts::Protection::Wrong:
        return Ntp::tr("Its answer is not authentic: it fails the check of NTS.");
    case Nts::Protection::Nak:
        break;
    }
    return Ntp::tr("It has forgotten the keys of NTS; new ones are made.");
}

QString outcomeText(const Outcome &outcome)
{
    switch (outcome.kind) {
    case Outcome::Kind::Measured:
        return faultText(ReplyFault::None);
    case Outcome::Kind::Silent:
        return Ntp::tr("No answer in time.");
    case Outcome::Kind::Rejected:
        if (outcome.mac != MacState::Good)
            return macText(outcome.mac);
        if (outcome.protection != Nts::Protection::Good)
            return protectionText(outcome.protection);
        return faultText(outcome.fault);
    case Outcome::Kind::Kissed:
        if (outcome.protection == Nts::Protection::Nak)
            return protectionText(outcome.protection);
        return outcome.kiss.isEmpty() && hasNoTime(outcome)
                   ? Ntp::tr("It answers that it has no time: its own clock is not set (leap "
                             "indicator 3).")
                   : kissText(outcome.kiss);
    case Outcome::Kind::Refused:
        return isClosed(outcome.systemError) ? Ntp::tr("Nothing listens there: the port is closed.")
                                             : Ntp::tr("The network says no: %1")
                                                   .arg(Net::socketErrorText(outcome.systemError));
    case Outcome::Kind::Stray:
        return Ntp::tr("From %1 came what answers nothing that is being asked.")
            .arg(outcome.from.toString());
    case Outcome::Kind::OutOfCookies:
        break;
    }
    return Ntp::tr("The cookies of NTS are used up; new keys are made.");
}

QString stampsName(const Sample &sample)
{
    if (sample.interleaved)
        return QStringLiteral("interleaved");
    if (sample.sentBy == sample.receivedBy)
        return stampName(sample.sentBy);
    return stampName(sample.sentBy) + QLatin1Char('+') + stampName(sample.receivedBy);
}

Error errorOf(const Outcome &outcome)
{
    Error error{Error::Kind::Protocol, outcomeText(outcome), {}, outcome.systemError};
    switch (outcome.kind) {
    case Outcome::Kind::Silent:
        error.kind = Error::Kind::Timeout;
        break;
    case Outcome::Kind::Refused:
        error.kind = Error::Kind::Network;
        break;
    case Outcome::Kind::Kissed:
        error.kind = Error::Kind::Refused;
        error.detail = outcome.kiss;
        break;
    case Outcome::Kind::OutOfCookies:
        error.kind = Error::Kind::Auth;
        break;
    case Outcome::Kind::Rejected:
        if (outcome.mac == MacState::Impossible)
            error.kind = Error::Kind::Unsupported;
        else if (outcome.mac != MacState::Good || outcome.protection != Nts::Protection::Good)
            error.kind = Error::Kind::Auth;
        else
            error.detail = faultName(outcome.fault);
        break;
    case Outcome::Kind::Stray:
    case Outcome::Kind::Measured:
        break;
    }
    return error;
}

} // namespace Portolan::Ntp
