// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/diagnosiswords.h"
#include "core/ssh/words.h"

#include <algorithm>

namespace Portolan::Ssh {

namespace {

using Severity = Finding::Severity;
using Answer = SessionChecks::Answer;

bool says(const QString &text, std::initializer_list<const char *> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](const char *part) {
        return text.contains(QLatin1String(part), Qt::CaseInsensitive);
    });
}

// PAM and login programs in the words that they have used for decades.
bool saysPasswordExpired(const QString &text)
{
    return says(text,
                {"password has expired", "password change required", "must change your password",
                 "required to change your password", "authentication token is no longer valid"});
}

bool saysNoLogin(const QString &text)
{
    return says(text, {"account is currently not available", "This account is not available",
                       "account has expired", "system is going down",
                       "Unprivileged users are not permitted"});
}

QString endOf(const SessionChecks &session)
{
    if (!session.shellSignal.isEmpty())
        return QStringLiteral("signal %1").arg(session.shellSignal);
    return session.shellCode ? QStringLiteral("exit %1").arg(*session.shellCode)
                             : QStringLiteral("no exit status");
}

void judgeShell(const DiagnosisFacts &facts, Judgement &judgement)
{
    const SessionChecks &session = facts.session;
    const QString host = facts.target.host;
    const QString user = facts.target.user;
    const QString said =
        session.shellOutput.isEmpty() ? session.commandOutput : session.shellOutput;
    QString evidence = endOf(session);
    if (!said.isEmpty())
        evidence += QLatin1Char('\n') + said;
    if (saysPasswordExpired(session.shellOutput) || saysPasswordExpired(session.commandOutput) ||
        saysPasswordExpired(session.problem)) {
        judgement.block("session.password_expired", {user, host},
                        said.isEmpty() ? session.problem : said);
        return;
    }
    if (session.terminal == Answer::No) {
        judgement.block("session.no_terminal", {host}, session.problem);
        return;
    }
    if (session.shell == Answer::Yes) {
        if (isSlow(facts, session.firstOutputTime))
            judgement.add("slow.session", Severity::Warning,
                          {host, millisecondsText(session.firstOutputTime)},
                          QStringLiteral("%1 ms").arg(session.firstOutputTime.count()));
        judgement.add("session.ok", Severity::Ok, {host},
                      QStringLiteral("%1 ms").arg(session.shellTime.count()));
        return;
    }
    if (session.shell == Answer::NotChecked)
        return;
    if (!session.shellEnded) {
        judgement.block("session.refused", {host, user}, session.problem);
        return;
    }
    if (saysNoLogin(said))
        judgement.block("session.nologin", {user, host}, evidence);
    else if (said.isEmpty() && session.shellCode == 1 && session.command != Answer::Yes)
        judgement.block("session.no_shell", {user, host}, evidence);
    else if (session.command == Answer::Unclear)
        judgement.block("session.forced", {host, endOf(session)}, evidence);
    else
        judgement.block("session.ended", {host, endOf(session)}, evidence);
}

// sshd(8), FILES: with StrictModes a key login fails where others may write.
void judgeFiles(const DiagnosisFacts &facts, Judgement &judgement)
{
    for (const RemoteFile &file : facts.session.files) {
        const bool others =
            file.permissions.size() >= 10 && (file.permissions.at(5) == QLatin1Char('w') ||
                                              file.permissions.at(8) == QLatin1Char('w'));
        const bool foreign = !facts.session.remoteUser.isEmpty() &&
                             file.owner != facts.session.remoteUser &&
                             file.owner != QLatin1String("0");
        if (!others && !foreign)
            continue;
        const bool byKey = facts.login.succeeded.contains(QStringLiteral("publickey"));
        judgement.add(others ? "server.mode" : "server.owner",
                      byKey ? Severity::Info : Severity::Warning,
                      {file.path, file.permissions, file.owner},
                      QStringLiteral("%1 %2 %3").arg(file.permissions, file.owner, file.path));
    }
}

} // namespace

void judgeSession(const DiagnosisFacts &facts, Judgement &judgement)
{
    const SessionChecks &session = facts.session;
    judgeShell(facts, judgement);
    judgeFiles(facts, judgement);
    if (judgement.isBlocked())
        return;
    if (session.shell == Answer::NotChecked)
        judgement.add("unchecked.session", Severity::Info, {facts.target.host}, session.problem);
    if (session.shell == Answer::Yes && session.command != Answer::Yes &&
        session.command != Answer::NotChecked)
        judgement.add("session.other_command", Severity::Info, {facts.target.host},
                      session.commandOutput);
    if (session.forwarding == Answer::No)
        judgement.add("session.no_forwarding", Severity::Info, {facts.target.host},
                      session.forwardingWords);
    if (session.subsystem == Answer::No)
        judgement.add("session.no_sftp", Severity::Info, {facts.target.host});
}

} // namespace Portolan::Ssh
