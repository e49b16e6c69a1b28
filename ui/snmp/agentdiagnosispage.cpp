// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/agentdiagnosispage.h"

#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

using Snmp::AgentProbe;

AgentDiagnosisPage::AgentDiagnosisPage(std::shared_ptr<Snmp::Station> station,
                                       std::shared_ptr<Snmp::MibLibrary> library,
                                       MakeCredentials credentials, AgentProbe::MakeDialer dialer,
                                       QWidget *parent)
    : QWidget(parent)
    , m_station(std::move(station))
    , m_library(std::move(library))
    , m_credentials(std::move(credentials))
    , m_dialer(std::move(dialer))
    , m_fold(new QToolButton)
    , m_choices(new QWidget)
    , m_objectsLabel(new QLabel)
    , m_objects(new QLineEdit)
    , m_prefixesLabel(new QLabel)
    , m_prefixes(new QLineEdit)
    , m_defaults(new QCheckBox)
    , m_walk(new QCheckBox)
    , m_set(new QCheckBox)
    , m_problem(new QLabel)
    , m_findings(new ExplainDrawer(
          [] { return tr("Why it is as it is"); },
          [] {
              return tr("Asks the agent with this credential; where it is not let in, tries what "
                        "differs in one thing, and where it is, looks at how well the agent does. "
                        "An agent may send a trap for each try that fails.");
          },
          [](const Finding &finding) { return Snmp::textOf(finding); },
          [this](const Finding &finding) { return actionWords(finding); }))
{
    makeFold(m_fold, m_choices);
    m_defaults->setChecked(true);
    m_walk->setChecked(true);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *inside = new QVBoxLayout(m_choices);
    inside->setContentsMargins(Space::L, 0, Space::L, Space::M);
    inside->setSpacing(Space::S);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_walk, m_defaults, m_set, m_objectsLabel, m_objects,
                                          m_prefixesLabel, m_prefixes, m_problem})
        inside->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fold);
    column->addWidget(m_choices);
    column->addWidget(m_findings, 1);
    setFocusProxy(m_findings);
    connect(m_findings, &ExplainDrawer::runRequested, this, &AgentDiagnosisPage::run);
    connect(m_findings, &ExplainDrawer::actionRequested, this,
            &AgentDiagnosisPage::actionRequested);
    connect(m_findings, &ExplainDrawer::cancelRequested, this, [this] {
        if (m_probe)
            m_probe->cancel();
    });
    retranslate();
}

AgentDiagnosisPage::~AgentDiagnosisPage() = default;

void AgentDiagnosisPage::setTarget(const std::optional<Snmp::AgentTarget> &target,
                                   const QString &subject)
{
    if (m_target == target)
        return;
    m_probe.reset();
    m_target = target;
    m_findings->setSubject(subject);
    m_findings->clear();
}

Result<AgentProbe::Request> AgentDiagnosisPage::request() const
{
    AgentProbe::Request request;
    request.walk = m_walk->isChecked();
    request.tryDefaults = m_defaults->isChecked();
    request.trySet = m_set->isChecked();
    const auto words = [](const QLineEdit *field) {
        return field->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const QStringList names = words(m_objects);
    for (const QString &each : names) {
        auto oid = m_library->snapshot()->resolve(each);
        if (!oid)
            return tl::unexpected(std::move(oid.error()));
        request.objects.push_back(*oid);
    }
    request.prefixes = words(m_prefixes);
    for (const QString &each : std::as_const(request.prefixes)) {
        if (QHostAddress::parseSubnet(each).second < 0)
            return failure(Error::Kind::Usage,
                           tr("“%1” is no network such as 10.0.0.0/8.").arg(each));
    }
    return request;
}

void AgentDiagnosisPage::run()
{
    if (m_findings->isRunning())
        return;
    if (!m_target) {
        m_findings->fail({Error::Kind::Usage, tr("There is no agent to ask."), {}, 0});
        return;
    }
    const auto wanted = request();
    m_problem->setVisible(!wanted);
    if (!wanted) {
        m_problem->setText(wanted.error().what);
        m_fold->setChecked(true);
        return;
    }
    m_probe =
        std::make_unique<AgentProbe>(m_station, *m_target, m_credentials(), *wanted, m_dialer);
    m_findings->begin();
    connect(m_probe.get(), &AgentProbe::progress, this,
            [this](const QString &sentence, int done, int total) {
                m_findings->setStep(sentence, done, total);
            });
    connect(m_probe.get(), &AgentProbe::finished, this, &AgentDiagnosisPage::finish);
    m_probe->start();
}

void AgentDiagnosisPage::finish()
{
    const QList<Finding> findings = Snmp::judge(m_probe->facts());
    m_probe.release()->deleteLater(); // it is in the middle of telling
    m_findings->finish(findings, QDateTime::currentDateTimeUtc());
}

QString AgentDiagnosisPage::actionWords(const Finding &finding) const
{
    namespace Do = Snmp::Action;
    const QString &action = finding.action;
    if (action.isEmpty() || !m_target)
        return {};
    if (action == Do::kUsePriv || action == Do::kUseAuth || action == Do::kUseLevel)
        return tr("Connect with %1").arg(finding.arguments.value(2));
    if (action == Do::kUseVersion)
        return tr("Connect with SNMPv%1").arg(finding.arguments.value(1));
    if (action == Do::kUsePublic)
        return tr("Connect with SNMPv%1 and “public”").arg(finding.arguments.value(1));
    if (action == Do::kUseUsual)
        return tr("Connect with “%1”").arg(finding.arguments.value(0));
    if (action == Do::kSamePassword)
        return tr("Use the first password for both");
    if (action == Do::kSwapPasswords)
        return tr("Exchange the two passwords");
    if (action == Do::kGiveCredential)
        return tr("Other credentials…");
    if (action == Do::kEncrypt)
        return tr("Use authPriv…");
    if (action == Do::kNoContext)
        return tr("Connect without the context");
    if (action == Do::kOwnEngine)
        return tr("Connect without the context engine ID");
    if (action == Do::kUseBulk)
        return m_target->bulk ? QString() : tr("Use bulk requests");
    if (action == Do::kNoBulk)
        return m_target->bulk ? tr("Do without bulk requests") : QString();
    if (action == Do::kSpreadPolls)
        return m_target->mostInFlight > kGentle ? tr("At most %n request(s) at once", "", kGentle)
                                                : QString();
    if (action == Do::kWaitLonger)
        return m_target->timeout < kPatient ? tr("Wait %n second(s) for an answer", "",
                                                 static_cast<int>(kPatient.count() / 1000))
                                            : QString();
    if (action == Do::kUsualPort)
        return tr("Connect to port %1").arg(Snmp::AgentTarget::kPort);
    if (action == Do::kAskThere)
        return placeOf(finding) ? tr("Connect to %1").arg(finding.evidence) : QString();
    if (action == Do::kWalkAll)
        return tr("Walk all that it sees");
    if (action == Do::kWalkObject)
        return tr("Walk %1").arg(m_library->snapshot()->shortNameOf(
            Snmp::Oid::parse(finding.arguments.value(0)).value_or(Snmp::Oid())));
    return {};
}

std::optional<AgentDiagnosisPage::Place> AgentDiagnosisPage::placeOf(const Finding &finding)
{
    const auto colon = finding.evidence.lastIndexOf(QLatin1Char(':'));
    QString host = finding.evidence.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    const quint16 port = finding.evidence.mid(colon + 1).toUShort();
    if (colon < 0 || port == 0 || QHostAddress(host).isNull())
        return std::nullopt;
    return Place{host, port};
}

void AgentDiagnosisPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AgentDiagnosisPage::retranslate()
{
    m_fold->setText(tr("What is tried out"));
    m_walk->setText(tr("A walk, and many questions at once"));
    m_walk->setToolTip(tr("Reads at most 5,000 objects, for at most 8 seconds."));
    m_defaults->setText(tr("The communities public and private"));
    m_defaults->setToolTip(tr("Whether the agent answers a community that everybody knows."));
    m_set->setText(tr("Whether this credential may write"));
    m_set->setToolTip(tr("Writes sysContact with the value that it has."));
    m_objectsLabel->setText(tr("Objects that are missed:"));
    m_objects->setPlaceholderText(QStringLiteral("ifNumber.0 ifTable"));
    m_objects->setAccessibleName(m_objectsLabel->text());
    m_prefixesLabel->setText(tr("Networks where agents may be:"));
    m_prefixes->setPlaceholderText(QStringLiteral("10.0.0.0/8"));
    m_prefixes->setAccessibleName(m_prefixesLabel->text());
}

} // namespace Portolan::Ui
