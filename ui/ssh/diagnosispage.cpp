// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/diagnosispage.h"

#include "core/ssh/connection.h"
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/promptdialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kSteps = 7;

bool isAction(const QString &action, const char *id)
{
    return action == QLatin1String(id);
}

// A file system may take its time, so not on this thread; `done` comes back to it.
void changeFile(QObject *context, std::function<Result<>()> change,
                std::function<void(const Result<> &)> done)
{
    auto answer = [guard = QPointer<QObject>(context),
                   done = std::move(done)](const Result<> &result) {
        if (guard)
            done(result);
    };
    QThreadPool::globalInstance()->start(
        [change = std::move(change), answer = std::move(answer)]() mutable {
            Result<> result = change();
            QMetaObject::invokeMethod(
                qApp, [answer = std::move(answer), result = std::move(result)] { answer(result); },
                Qt::QueuedConnection);
        });
}

} // namespace

DiagnosisPage::DiagnosisPage(QWidget *parent)
    : QWidget(parent)
    , m_findings(new ExplainDrawer(
          [] { return tr("Explanation"); },
          [] {
              return tr("Goes up the steps from the name to the shell, times each, and says where "
                        "it ends and what helps. It makes one connection of its own.");
          },
          [](const Finding &finding) { return Ssh::textOf(finding); }, &DiagnosisPage::actionWords))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_findings);
    setFocusProxy(m_findings);
    connect(m_findings, &ExplainDrawer::runRequested, this, &DiagnosisPage::run);
    connect(m_findings, &ExplainDrawer::cancelRequested, this, &DiagnosisPage::cancel);
    connect(m_findings, &ExplainDrawer::actionRequested, this, &DiagnosisPage::act);
}

DiagnosisPage::~DiagnosisPage() = default;

void DiagnosisPage::setTarget(const std::optional<Ssh::Target> &target, const Ssh::Options &options,
                              const QString &subject)
{
    if (m_target == target && m_options == options)
        return;
    m_probe.reset();
    m_target = target;
    m_options = options;
    m_findings->setSubject(subject);
    m_findings->clear();
}

void DiagnosisPage::prepare()
{
    m_findings->begin();
    m_probe = std::make_unique<Ssh::DiagnosisProbe>(*m_target, m_options);
    connect(m_probe.get(), &Ssh::DiagnosisProbe::stepBegun, this, [this](Ssh::DiagnosisStep step) {
        m_findings->setStep(Ssh::stepTitle(step), static_cast<int>(step), kSteps);
    });
    connect(m_probe.get(), &Ssh::DiagnosisProbe::finished, this, &DiagnosisPage::finish);
}

void DiagnosisPage::explainFailure(const Ssh::Connection &connection)
{
    if (!m_target || m_findings->isRunning())
        return;
    prepare();
    m_findings->setStep(tr("Looking at keys and agent on this computer"));
    m_probe->complete(connection.seen(), connection.transcript());
}

void DiagnosisPage::run()
{
    if (!m_target) {
        m_findings->fail({Error::Kind::Usage, tr("There is no address to connect to."), {}, 0});
        return;
    }
    prepare();
    m_probe->start();
}

void DiagnosisPage::cancel()
{
    m_probe.reset();
    m_findings->fail({Error::Kind::Cancelled, tr("The diagnosis was cancelled."), {}, 0});
}

void DiagnosisPage::finish(const Ssh::DiagnosisFacts &facts)
{
    const QList<Finding> findings = judge(facts);
    Q_EMIT transcribed(m_probe->transcript());
    m_probe.release()->deleteLater(); // it is in the middle of telling
    m_findings->finish(findings, QDateTime::currentDateTimeUtc());
}

QString DiagnosisPage::actionWords(const Finding &finding)
{
    namespace Do = Ssh::Action;
    if (isAction(finding.action, Do::kChmodKey) || isAction(finding.action, Do::kChmodFolder))
        return tr("Set the permissions right");
    if (isAction(finding.action, Do::kAcceptLegacy))
        return tr("Connect with old algorithms");
    if (isAction(finding.action, Do::kOpenKnownHosts))
        return tr("Open the file of known hosts");
    if (isAction(finding.action, Do::kChooseKey))
        return tr("Choose a key…");
    if (isAction(finding.action, Do::kIdentitiesOnly))
        return tr("Connect with the named keys only");
    if (isAction(finding.action, Do::kDiagnoseAgain))
        return tr("Diagnose with a password…");
    return {};
}

void DiagnosisPage::act(const QString &action, const Finding &finding)
{
    namespace Do = Ssh::Action;
    const QString argument = Ssh::actionArgument(finding);
    if (isAction(action, Do::kChmodKey) || isAction(action, Do::kChmodFolder)) {
        const bool isKey = isAction(action, Do::kChmodKey);
        changeFile(
            this,
            [isKey, argument] {
                return isKey ? Ssh::restrictKeyFile(argument) : Ssh::restrictFolder(argument);
            },
            [this](const Result<> &result) {
                if (result)
                    run();
                else
                    m_findings->fail(result.error());
            });
    } else if (isAction(action, Do::kAcceptLegacy)) {
        Q_EMIT reconnectRequested(QStringLiteral("legacy"), QStringLiteral("yes"));
    } else if (isAction(action, Do::kIdentitiesOnly)) {
        Q_EMIT reconnectRequested(QStringLiteral("identities_only"), QStringLiteral("yes"));
    } else if (isAction(action, Do::kOpenKnownHosts)) {
        const QString file = argument.section(QLatin1Char(':'), 0, -2);
        QDesktopServices::openUrl(QUrl::fromLocalFile(file.isEmpty() ? argument : file));
    } else if (isAction(action, Do::kChooseKey)) {
        chooseKey();
    } else if (isAction(action, Do::kDiagnoseAgain)) {
        askForPassword();
    }
}

void DiagnosisPage::chooseKey()
{
    auto *dialog =
        new QFileDialog(this, tr("Choose a key"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        Q_EMIT reconnectRequested(QStringLiteral("identity"), path);
    });
    dialog->open();
}

void DiagnosisPage::askForPassword()
{
    if (!m_target)
        return;
    PromptDialog::Question words;
    words.title = tr("Password for %1").arg(m_target->display());
    words.heading = words.title;
    words.lead = tr("It is tried once, for this diagnosis, and kept nowhere.");
    words.prompts = {{tr("Password"), false}};
    words.accept = tr("Diagnose");
    auto *dialog = new PromptDialog(words, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        std::vector<Secret> answers = dialog->takeAnswers();
        if (answers.empty() || !m_target)
            return;
        prepare();
        m_probe->offerPassword(std::move(answers.front()));
        m_probe->start();
    });
    dialog->open();
}

} // namespace Portolan::Ui
