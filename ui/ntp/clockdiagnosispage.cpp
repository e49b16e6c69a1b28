// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/clockdiagnosispage.h"

#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

using Ntp::ClockProbe;
using Ntp::ServerState;

ClockDiagnosisPage::ClockDiagnosisPage(Ntp::Monitor &monitor, const Ntp::Recorder &recorder,
                                       QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_fold(new QToolButton)
    , m_choices(new QWidget)
    , m_reach(new QCheckBox)
    , m_exchange(new QCheckBox)
    , m_control(new QCheckBox)
    , m_host(new QCheckBox)
    , m_findings(new ExplainDrawer(
          [] { return tr("Why it is as it is"); },
          [] {
              return tr(
                  "Looks at what the servers of this tab have answered so far and at how this "
                  "computer keeps its clock, and tries what differs in one thing at servers "
                  "that are silent. No clock is set.");
          },
          [](const Finding &finding) { return Ntp::textOf(finding); },
          [this](const Finding &finding) { return actionWords(finding); }))
{
    makeFold(m_fold, m_choices);
    m_reach->setChecked(true);
    m_host->setChecked(true);
    auto *inside = new QVBoxLayout(m_choices);
    inside->setContentsMargins(Space::L, 0, Space::L, Space::M);
    inside->setSpacing(Space::S);
    for (QWidget *each : std::initializer_list<QWidget *>{m_host, m_reach, m_exchange, m_control})
        inside->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fold);
    column->addWidget(m_choices);
    column->addWidget(m_findings, 1);
    setFocusProxy(m_findings);
    connect(m_findings, &ExplainDrawer::runRequested, this, &ClockDiagnosisPage::run);
    connect(m_findings, &ExplainDrawer::actionRequested, this,
            &ClockDiagnosisPage::actionRequested);
    connect(m_findings, &ExplainDrawer::cancelRequested, this, [this] {
        if (m_probe)
            m_probe->cancel();
    });
    retranslate();
}

ClockDiagnosisPage::~ClockDiagnosisPage() = default;

const ServerState *ClockDiagnosisPage::serverOf(const Finding &finding) const
{
    const QString name = finding.arguments.value(0);
    const auto &servers = m_monitor.servers();
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&name](const auto &each) { return each.name() == name; });
    return found == servers.end() ? nullptr : &*found;
}

void ClockDiagnosisPage::run()
{
    if (m_findings->isRunning())
        return;
    QList<Ntp::ServerTarget> targets;
    QList<quint64> seen;
    for (const ServerState &each : m_monitor.servers()) {
        if (seen.contains(each.source))
            continue;
        seen.append(each.source);
        targets.append(each.target);
    }
    if (targets.isEmpty()) {
        m_findings->fail({Error::Kind::Usage, tr("There is no server to ask."), {}, 0});
        return;
    }
    m_findings->setSubject(Ntp::addressOf(targets).toString());
    ClockProbe::Request request;
    request.tryReach = m_reach->isChecked();
    request.tryExchange = m_exchange->isChecked();
    request.tryControl = m_control->isChecked();
    request.askHost = m_host->isChecked();
    request.chronyc = m_chronyc;
    m_probe = std::make_unique<ClockProbe>(m_monitor, m_recorder, request);
    m_findings->begin();
    connect(m_probe.get(), &ClockProbe::progress, this,
            [this](const QString &sentence, int done, int total) {
                m_findings->setStep(sentence, done, total);
            });
    connect(m_probe.get(), &ClockProbe::finished, this, &ClockDiagnosisPage::finish);
    m_probe->start();
}

void ClockDiagnosisPage::finish()
{
    const QList<Finding> findings = Ntp::judge(m_probe->facts());
    m_probe.release()->deleteLater(); // it is in the middle of telling
    m_findings->finish(findings, QDateTime::currentDateTimeUtc());
}

QString ClockDiagnosisPage::actionWords(const Finding &finding) const
{
    namespace Do = Ntp::Action;
    const QString &action = finding.action;
    if (action == Do::kAddServers)
        return tr("Add servers…");
    if (action == Do::kShowConfig)
        return tr("Recommended configuration…");
    if (action == Do::kShowHost)
        return tr("How the clock of a host is kept");
    const ServerState *const server = serverOf(finding);
    if (!server)
        return {};
    const Ntp::ServerTarget &target = server->target;
    if (action == Do::kLeaveOut)
        return server->choice.standing == Ntp::Standing::LeftOut ? QString()
                                                                 : tr("Leave it out of the choice");
    if (action == Do::kUseNts)
        return target.nts ? QString() : tr("Ask it with NTS");
    if (action == Do::kUsePort)
        return target.port == Ntp::ServerTarget::kPort
                   ? QString()
                   : tr("Ask at port %1").arg(Ntp::ServerTarget::kPort);
    if (action == Do::kUseVersion)
        return target.version == 3 ? QString() : tr("Ask with version 3");
    if (action == Do::kUseAddress)
        return tr("Ask %1 in its place").arg(finding.arguments.value(1));
    if (action == Do::kWaitLonger)
        return target.timeout < kPatient ? tr("Wait %n second(s) for an answer", "",
                                              static_cast<int>(kPatient.count() / 1000))
                                         : QString();
    if (action == Do::kAskAgain)
        return tr("Begin anew with it");
    return {};
}

void ClockDiagnosisPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClockDiagnosisPage::retranslate()
{
    m_fold->setText(tr("What is tried out"));
    m_reach->setText(tr("Other ways to servers that are silent"));
    m_reach->setToolTip(tr("A ping, and single questions from port 123, with version 3, at another "
                           "address; to a public server one every two seconds."));
    m_host->setText(tr("How this computer keeps its clock"));
    m_host->setToolTip(tr("Asks the time daemon, the kernel and the tools of a virtual machine, "
                          "with commands that only read."));
    m_exchange->setText(tr("Whether servers without NTS offer it"));
    m_exchange->setToolTip(tr("Opens a TCP connection to the port where NTS hands out keys."));
    m_control->setText(tr("Whether control queries are answered"));
    m_control->setToolTip(tr("Sends one query of mode 6 and one of mode 7 to each server. Others "
                             "may take that for a scan."));
}

} // namespace Portolan::Ui
