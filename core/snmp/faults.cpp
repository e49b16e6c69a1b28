// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/faults.h"

#include "core/snmp/words.h"

#include <array>

namespace Portolan::Snmp {

namespace {

constexpr std::array kStatusNames{
    "noError",
    "tooBig",
    "noSuchName",
    "badValue",
    "readOnly",
    "genErr",
    "noAccess",
    "wrongType",
    "wrongLength",
    "wrongEncoding",
    "wrongValue",
    "noCreation",
    "inconsistentValue",
    "resourceUnavailable",
    "commitFailed",
    "undoFailed",
    "authorizationError",
    "notWritable",
    "inconsistentName",
};

QString sentenceOf(Fault fault)
{
    switch (fault) {
    case Fault::TooBig:
        return tr("The answer would be too large for one message of the agent.");
    case Fault::NoSuchName:
        return tr("The agent has no such object, or does not show it.");
    case Fault::BadValue:
        return tr("The agent does not take this value.");
    case Fault::ReadOnly:
        return tr("The object cannot be written.");
    case Fault::GenErr:
        return tr("The agent failed without saying why.");
    case Fault::NoAccess:
        return tr("The agent does not let this community or user write the object.");
    case Fault::WrongType:
        return tr("The value has another type than the object.");
    case Fault::WrongLength:
        return tr("The value has a length that the object does not take.");
    case Fault::WrongEncoding:
        return tr("The agent could not read how the value was sent.");
    case Fault::WrongValue:
        return tr("The value is not one that the object can take.");
    case Fault::NoCreation:
        return tr("The object does not exist, and the agent does not create it.");
    case Fault::InconsistentValue:
        return tr("The value does not fit how the agent is just now.");
    case Fault::ResourceUnavailable:
        return tr("The agent lacks the means to do this just now.");
    case Fault::CommitFailed:
        return tr("The agent could not make the change; nothing was changed.");
    case Fault::UndoFailed:
        return tr("The agent could not make the change, nor take all of it back.");
    case Fault::AuthorizationError:
        return tr("The agent knows this community or user, and does not grant it the request.");
    case Fault::NotWritable:
        return tr("The object exists, and cannot be written.");
    case Fault::InconsistentName:
        return tr("The object does not exist, and cannot be created as things are just now.");
    default:
        return tr("The agent answered with an error that SNMP does not know.");
    }
}

} // namespace

QString errorStatusName(int errorStatus)
{
    return errorStatus >= 0 && errorStatus < static_cast<int>(kStatusNames.size())
               ? QString::fromLatin1(kStatusNames.at(static_cast<std::size_t>(errorStatus)))
               : QString(QStringLiteral("error ") + QString::number(errorStatus));
}

Error toError(const Response &response, const Request &request)
{
    const auto fault = static_cast<Fault>(response.errorStatus);
    Error error{fault == Fault::AuthorizationError ? Error::Kind::Auth : Error::Kind::Refused,
                sentenceOf(fault), errorStatusName(response.errorStatus), response.errorStatus};
    const int index = response.errorIndex;
    if (index >= 1 && index <= static_cast<int>(request.varbinds.size())) {
        const QString where = request.varbinds[static_cast<std::size_t>(index - 1)].oid.text();
        error.detail += QStringLiteral(" (") + where + QLatin1Char(')');
        if (request.varbinds.size() > 1)
            error.detail += QStringLiteral(", ") + QString::number(index) + QLatin1Char('/') +
                            QString::number(request.varbinds.size());
    }
    return error;
}

Fault faultOfReport(const Oid &counter)
{
    static const Oid usm{1, 3, 6, 1, 6, 3, 15, 1, 1};
    static const Oid mpd{1, 3, 6, 1, 6, 3, 11, 2, 1};
    static const Oid target{1, 3, 6, 1, 6, 3, 12, 1};
    if (counter.size() > usm.size() && counter.startsWith(usm)) {
        const auto number = counter[usm.size()];
        return number >= 1 && number <= 6 ? static_cast<Fault>(100 + number) : Fault::OtherReport;
    }
    if (counter.size() > mpd.size() && counter.startsWith(mpd)) {
        const auto number = counter[mpd.size()];
        return number >= 1 && number <= 3 ? static_cast<Fault>(110 + number) : Fault::OtherReport;
    }
    if (counter.size() > target.size() && counter.startsWith(target)) {
        const auto number = counter[target.size()];
        return number == 4   ? Fault::UnavailableContext
               : number == 5 ? Fault::UnknownContext
                             : Fault::OtherReport;
    }
    return Fault::OtherReport;
}

Error reportError(Fault fault, const QString &user, Level level)
{
    const auto made = [fault](Error::Kind kind, QString what, const char *counter) {
        return Error{kind, std::move(what), QString::fromLatin1(counter), static_cast<int>(fault)};
    };
    switch (fault) {
    case Fault::UnsupportedSecLevel:
        return made(Error::Kind::Auth,
                    tr("The user “%1” may not use the level %2 at this agent: it has no password "
                       "for authentication or privacy there.")
                        .arg(plainLine(user, 40), levelName(level)),
                    "usmStatsUnsupportedSecLevels");
    case Fault::NotInTimeWindow:
        return made(Error::Kind::Protocol,
                    tr("The agent's clock does not agree with itself: it refuses messages with the "
                       "time that it just told."),
                    "usmStatsNotInTimeWindows");
    case Fault::UnknownUserName:
        return made(Error::Kind::Auth,
                    tr("The agent does not know the user “%1”.").arg(plainLine(user, 40)),
                    "usmStatsUnknownUserNames");
    case Fault::UnknownEngineId:
        return made(Error::Kind::Protocol,
                    tr("The agent does not accept the engine ID that it gave itself."),
                    "usmStatsUnknownEngineIDs");
    case Fault::WrongDigest:
        return made(Error::Kind::Auth,
                    tr("The authentication password or protocol of the user “%1” is wrong.")
                        .arg(plainLine(user, 40)),
                    "usmStatsWrongDigests");
    case Fault::DecryptionError:
        return made(Error::Kind::Auth,
                    tr("The privacy password or protocol of the user “%1” is wrong.")
                        .arg(plainLine(user, 40)),
                    "usmStatsDecryptionErrors");
    case Fault::UnknownSecurityModel:
        return made(Error::Kind::Unsupported,
                    tr("The agent does not know SNMPv3's user-based security."),
                    "snmpUnknownSecurityModels");
    case Fault::InvalidMessage:
        return made(Error::Kind::Protocol, tr("The agent calls our message invalid."),
                    "snmpInvalidMsgs");
    case Fault::UnknownPduHandler:
        return made(Error::Kind::Refused,
                    tr("Nothing at the agent handles requests to this engine ID."),
                    "snmpUnknownPDUHandlers");
    case Fault::UnavailableContext:
        return made(Error::Kind::Refused, tr("The agent has this context, but not just now."),
                    "snmpUnavailableContexts");
    case Fault::UnknownContext:
        return made(Error::Kind::Refused, tr("The agent does not know this context."),
                    "snmpUnknownContexts");
    default:
        return made(Error::Kind::Refused, tr("The agent answered with a report."), "report");
    }
}

} // namespace Portolan::Snmp
