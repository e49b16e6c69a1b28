// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/outcometext.h"

#include "core/net/sockets.h"
#include "core/ntp/refid.h"
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

// The letters of a kiss code with what they mean.
QString kissText(const Outcome &outcome)
{
    const QString meaning = reference(outcome.header.refid, 0).meaning;
    if (outcome.kiss.isEmpty())
        return Ntp::tr("The server sent a kiss code without letters in place of the time.");
    return meaning.isEmpty()
               ? Ntp::tr("The server sent the kiss code %1.").arg(outcome.kiss)
               : Ntp::tr("The server sent the kiss code %1: %2.").arg(outcome.kiss, meaning);
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
        return Ntp::tr("The answer carries no authentication code.");
    case MacState::CryptoNak:
        return Ntp::tr("The server could not authenticate the request (crypto-NAK).");
    case MacState::OtherKey:
        return Ntp::tr("The answer was made with another key.");
    case MacState::Wrong:
        return Ntp::tr("The authentication code of the answer is wrong.");
    case MacState::Impossible:
        break;
    }
    return Ntp::tr("The cryptography library of this computer refuses the algorithm of the key.");
}

QString protectionText(Nts::Protection protection)
{
    switch (protection) {
    case Nts::Protection::Good:
        return Ntp::tr("The answer is authentic.");
    case Nts::Protection::Missing:
        return Ntp::tr("The answer is not protected by NTS.");
    case Nts::Protection::OtherId:
        return Ntp::tr("The answer belongs to another request of NTS.");
    case Nts::Protection::Wrong:
        return Ntp::tr("The answer is not authentic: it fails the check of NTS.");
    case Nts::Protection::Nak:
        break;
    }
    return Ntp::tr("The server does not accept the NTS cookie any more; keys are made anew.");
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
        return outcome.protection == Nts::Protection::Nak ? protectionText(outcome.protection)
                                                          : kissText(outcome);
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
    return Ntp::tr("No NTS cookie is left; keys are made anew.");
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
