// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sshdiagnose.h"

#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "core/terminal/unicodewidth.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace Portolan::Cli {

namespace {

using Ssh::Rung;

QString wordOf(Rung::State state)
{
    switch (state) {
    case Rung::State::Good:
        return Words::tr("ok");
    case Rung::State::Slow:
        return Words::tr("SLOW");
    case Rung::State::Bad:
        return Words::tr("FAILED");
    case Rung::State::NotChecked:
        return Words::tr("not checked");
    case Rung::State::NotReached:
        break;
    }
    return Words::tr("not reached");
}

QString nameOf(Rung::State state)
{
    switch (state) {
    case Rung::State::Good:
        return QStringLiteral("good");
    case Rung::State::Slow:
        return QStringLiteral("slow");
    case Rung::State::Bad:
        return QStringLiteral("bad");
    case Rung::State::NotChecked:
        return QStringLiteral("not_checked");
    case Rung::State::NotReached:
        break;
    }
    return QStringLiteral("not_reached");
}

// Hangul takes two columns of a terminal.
QString padded(const QString &text, int columns)
{
    int width = 0;
    for (const char32_t each : text.toStdU32String())
        width += Terminal::unicodeWidth(each);
    return text + QString(std::max(0, columns - width), QLatin1Char(' '));
}

QString verdictSentence(Ssh::Verdict verdict)
{
    switch (verdict) {
    case Ssh::Verdict::Fine:
        return Words::tr("Everything was checked, and all is well.");
    case Ssh::Verdict::Limited:
        return Words::tr("The login works; what the server does not do is named above.");
    case Ssh::Verdict::Incomplete:
        return Words::tr("Nothing wrong was found, but not everything could be checked.");
    case Ssh::Verdict::Problems:
        break;
    }
    return Words::tr("There are problems; the first one named is where to begin.");
}

} // namespace

DiagnoseCommand::DiagnoseCommand(CommandContext &context, const SshOptions &options,
                                 std::string transcriptFile)
    : m_context(context)
    , m_options(options)
    , m_transcriptFile(std::move(transcriptFile))
{
}

void DiagnoseCommand::start()
{
    m_time.start();
    SshSession session(m_context, m_options);
    const auto meaning = session.meaning();
    if (!meaning) {
        m_context.fail(meaning.error());
        return;
    }
    m_url = session.url();
    m_probe = std::make_unique<Ssh::DiagnosisProbe>(meaning->target, meaning->options);
    auto password =
        m_context.password(Words::tr("Password of %1: ").arg(meaning->target.display()));
    if (!password) {
        m_context.fail(password.error());
        return;
    }
    if (*password)
        m_probe->offerPassword(std::move(**password));
    m_probe->setInteractive(true);
    m_probe->setTrustUnknownHost(m_context.options.insecure || m_options.acceptNew);
    connect(m_probe.get(), &Ssh::DiagnosisProbe::question, this, &DiagnoseCommand::ask);
    connect(m_probe.get(), &Ssh::DiagnosisProbe::finished, this, &DiagnoseCommand::report);
    m_probe->start();
}

void DiagnoseCommand::ask(const Ssh::AuthQuestion &question)
{
    QString unasked; // said by the findings
    m_probe->answer(question.id, askAtTerminal(m_context, question, &unasked));
}

void DiagnoseCommand::report(const Ssh::DiagnosisFacts &facts)
{
    const QList<Finding> findings = judge(facts);
    const Ssh::Verdict verdict = Ssh::verdictOf(findings);
    printLadder(facts);
    for (const Finding &finding : findings)
        printFinding(finding);
    m_context.summary.insert(QStringLiteral("verdict"), verdictName(verdict));
    if (!m_context.options.json)
        m_context.output.text(QStringLiteral("\n") + verdictSentence(verdict));
    if (const auto written = writeTranscript(); !written) {
        m_context.fail(written.error());
        return;
    }
    const auto kind = Ssh::blockingKind(findings);
    m_context.finish(kind ? exitCode(*kind) : 0);
}

void DiagnoseCommand::printLadder(const Ssh::DiagnosisFacts &facts)
{
    const QList<Rung> rungs = ladderOf(facts);
    if (m_context.options.json) {
        QJsonArray steps;
        for (const Rung &rung : rungs) {
            QJsonObject step{{QStringLiteral("step"), stepName(rung.step)},
                             {QStringLiteral("state"), nameOf(rung.state)},
                             {QStringLiteral("detail"), rung.detail}};
            if (rung.time)
                step.insert(QStringLiteral("elapsed_ms"), static_cast<qint64>(rung.time->count()));
            steps.append(step);
        }
        m_context.output.object(
            {{QStringLiteral("type"), QStringLiteral("result")},
             {QStringLiteral("url"), m_url},
             {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
             {QStringLiteral("elapsed_ms"), m_time.elapsed()},
             {QStringLiteral("banner"), facts.banner.identification},
             {QStringLiteral("auth_methods"),
              QJsonArray::fromStringList(facts.login.methodsOffered)},
             {QStringLiteral("steps"), steps}});
        return;
    }
    for (const Rung &rung : rungs)
        m_context.output.text(
            QStringLiteral("%1 %2 %3  %4")
                .arg(padded(stepTitle(rung.step), 18), padded(wordOf(rung.state), 12))
                .arg(rung.time ? QStringLiteral("%1 ms").arg(rung.time->count()) : QString(), 9)
                .arg(rung.detail));
    m_context.output.text({});
}

void DiagnoseCommand::printFinding(const Finding &finding)
{
    const FindingText text = Ssh::textOf(finding);
    if (m_context.options.json) {
        QJsonObject object = findingObject(finding, text);
        if (!finding.action.isEmpty()) {
            object.insert(QStringLiteral("action"), finding.action);
            object.insert(QStringLiteral("action_argument"), Ssh::actionArgument(finding));
        }
        m_context.output.object(object);
        return;
    }
    // The ladder has told the good news.
    if (finding.severity == Finding::Severity::Ok && !m_context.options.verbose)
        return;
    m_context.show(finding, text);
}

Result<> DiagnoseCommand::writeTranscript() const
{
    if (m_transcriptFile.empty())
        return {};
    const QString name = QString::fromStdString(m_transcriptFile);
    QSaveFile file(name);
    const QByteArray text = m_probe->transcript().toText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(Error::Kind::Local, Words::tr("%1 cannot be written.").arg(name),
                       file.errorString());
    return {};
}

} // namespace Portolan::Cli
