// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/diagnosis/diagnosis.h"

#include "core/base/findingexport.h"
#include "core/ntp/diagnosis/judge.h"
#include "core/ntp/figures.h"
#include "core/ntp/stampedsocket.h"

#include <QNetworkInterface>

#include <algorithm>
#include <iterator>

namespace Portolan::Ntp {

namespace {

struct KindOf
{
    const char *id; // how it begins, behind "ntp."
    Error::Kind kind;
};

constexpr KindOf kKinds[] = {
    {"lookup.", Error::Kind::Network},
    {"silent.", Error::Kind::Timeout},
    {"refused.", Error::Kind::Network},
    {"kiss.auth", Error::Kind::Auth},
    {"kiss.ntsn", Error::Kind::Auth},
    {"kiss.", Error::Kind::Refused},
    {"mac.", Error::Kind::Auth},
    {"nts.certificate", Error::Kind::Certificate},
    {"nts.stripped", Error::Kind::Auth},
    {"nts.wrong", Error::Kind::Auth},
    {"nts.closed", Error::Kind::Network},
    {"nts.unreachable", Error::Kind::Network},
    {"nts.broken", Error::Kind::Network},
    {"nts.silent", Error::Kind::Timeout},
    {"nts.slow", Error::Kind::Timeout},
    {"nts.no_tls13", Error::Kind::Unsupported},
    {"nts.no_alpn", Error::Kind::Unsupported},
    {"nts.nothing_common", Error::Kind::Unsupported},
    {"nts.authorities", Error::Kind::Local},
    {"nts.malformed", Error::Kind::Protocol},
    {"nts.no_cookies", Error::Kind::Protocol},
    {"nts.no_tls", Error::Kind::Protocol},
    {"fault.", Error::Kind::Protocol},
    {"answers.", Error::Kind::Protocol},
    {"elsewhere.", Error::Kind::Protocol},
};

// The same of several servers, once: %1 becomes all of them.
void mergeServers(QList<Finding> &findings, const QString &id)
{
    QStringList names;
    for (const Finding &each : findings) {
        if (each.id == id)
            names += each.arguments.value(0);
    }
    if (names.size() < 2)
        return;
    const auto first = std::find_if(findings.begin(), findings.end(),
                                    [&id](const Finding &each) { return each.id == id; });
    first->arguments = {names.mid(0, 6).join(QStringLiteral(", "))};
    if (names.size() > 6)
        first->arguments.front() += QStringLiteral(", … (%1)").arg(names.size());
    findings.erase(std::remove_if(first + 1, findings.end(),
                                  [&id](const Finding &each) { return each.id == id; }),
                   findings.end());
}

} // namespace

DiagnosisFacts factsOf(const Monitor &monitor, const Recorder &recorder)
{
    DiagnosisFacts facts;
    facts.at = clockNow();
    facts.watched = between(facts.at, recorder.since());
    facts.selection = monitor.selection();
    facts.steps = {monitor.clockSteps().begin(), monitor.clockSteps().end()};
    const auto addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &each : addresses) {
        if (!each.isLoopback() && !each.isLinkLocal())
            facts.ownAddresses.append(each);
    }
    for (const ServerState &each : monitor.servers())
        facts.servers.push_back({.state = each, .record = recorder.record(each.id)});
    return facts;
}

bool isMeasured(const DiagnosedServer &server)
{
    return !server.record.samples.empty() && server.state.filter.estimate().has_value();
}

QString hexLines(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype i = 0; i < bytes.size(); i += 16)
        lines += QString::fromLatin1(bytes.mid(i, 16).toHex(' '));
    return lines.join(QLatin1Char('\n'));
}

QString countText(quint64 count)
{
    return QString::number(count);
}

QList<Finding> judge(const DiagnosisFacts &facts)
{
    Findings findings;
    judgeTogether(facts, findings);
    for (const DiagnosedServer &each : facts.servers)
        judgeServer(each, facts, findings);
    judgeKeeping(facts, findings);
    mergeServers(findings.list(), QStringLiteral("ntp.interleaved.none"));
    QList<Finding> &list = findings.list();
    const bool isAmiss = std::any_of(list.begin(), list.end(), [](const Finding &each) {
        return each.severity == Finding::Severity::Error ||
               each.severity == Finding::Severity::Warning;
    });
    const bool allMeasured = !facts.servers.empty() &&
                             std::all_of(facts.servers.begin(), facts.servers.end(), isMeasured);
    const Selection &selection = facts.selection;
    if (!isAmiss && allMeasured && !facts.cancelled && selection.offset && selection.agreed) {
        const Seconds bound = std::max(selection.agreed->high - *selection.offset,
                                       *selection.offset - selection.agreed->low);
        findings.add(
            selection.voters == 1 ? "fine_alone" : "fine", Finding::Severity::Ok,
            {QString::number(selection.truechimers), offsetText(*selection.offset, bound)});
    }
    return bySeverity(list);
}

std::optional<Error::Kind> blockingKind(const QList<Finding> &findings)
{
    const auto first = std::find_if(findings.begin(), findings.end(), [](const Finding &each) {
        return each.severity == Finding::Severity::Error;
    });
    if (first == findings.end())
        return std::nullopt;
    const QString id = first->id.mid(static_cast<qsizetype>(sizeof("ntp.")) - 1);
    const auto *const kind =
        std::find_if(std::begin(kKinds), std::end(kKinds),
                     [&id](const KindOf &each) { return id.startsWith(QLatin1String(each.id)); });
    return kind == std::end(kKinds) ? Error::Kind::Refused : kind->kind;
}

} // namespace Portolan::Ntp
