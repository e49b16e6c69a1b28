// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/brokerdiagnosispage.h"

#include "core/mqtt/topicfilter.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Probe = Mqtt::BrokerProbe;

struct Choice
{
    Probe::Part part;
    const char *words;
    const char *tip;
    bool usual;
};

constexpr Choice kChoices[] = {
    {Probe::Part::Sys,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "What the broker says of itself"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "Reads $SYS/# for a moment."), true},
    {Probe::Part::Access,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "What may be read and written"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "Publishes below a scratch topic and looks whether it comes back."),
     true},
    {Probe::Part::Delivery,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "Delivery at QoS 0, 1 and 2"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "Publishes 500 numbered messages of each and counts losses, duplicates and "
                       "order."),
     false},
    {Probe::Part::Retained,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "Whether all retained values come"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "Compares what comes with what the broker says to keep."),
     false},
    {Probe::Part::Session,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "Messages for a client that is away"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "Leaves with a session that lasts, and comes back."),
     false},
    {Probe::Part::Will, QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "The last will"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "Cuts a connection of its own and waits for its will."),
     false},
    {Probe::Part::Flood,
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage", "Publishing while disconnected"),
     QT_TRANSLATE_NOOP("Portolan::Ui::BrokerDiagnosisPage",
                       "How much is kept and what is dropped; 20,000 messages."),
     false},
};

} // namespace

BrokerDiagnosisPage::BrokerDiagnosisPage(std::shared_ptr<Mqtt::Inbox> inbox, Passwords passwords,
                                         Passwords passphrases, Probe::MakeDialer dialers,
                                         QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_passwords(std::move(passwords))
    , m_passphrases(std::move(passphrases))
    , m_dialers(std::move(dialers))
    , m_fold(new QToolButton)
    , m_choices(new QWidget)
    , m_prefixLabel(new QLabel)
    , m_prefix(new QLineEdit(QLatin1String(Probe::kUsualPrefix)))
    , m_topicsLabel(new QLabel)
    , m_topics(new QLineEdit)
    , m_secondLabel(new QLabel)
    , m_second(new QLineEdit)
    , m_problem(new QLabel)
    , m_findings(new ExplainDrawer(
          [] { return tr("Why it is as it is"); },
          [] {
              return tr("Goes the way from the name to CONNACK, says where it ends and what helps, "
                        "and tries out what is chosen above. It makes connections of its own.");
          },
          [](const Finding &finding) { return Mqtt::textOf(finding); },
          [this](const Finding &finding) { return actionWords(finding); }))
{
    makeFold(m_fold, m_choices);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *inside = new QVBoxLayout(m_choices);
    inside->setContentsMargins(Space::L, 0, Space::L, Space::M);
    inside->setSpacing(Space::S);
    for (const Choice &choice : kChoices) {
        auto *box = new QCheckBox;
        box->setChecked(choice.usual);
        inside->addWidget(box);
        m_parts.append(box);
    }
    inside->addWidget(m_prefixLabel);
    inside->addWidget(m_prefix);
    inside->addWidget(m_topicsLabel);
    inside->addWidget(m_topics);
    inside->addWidget(m_secondLabel);
    inside->addWidget(m_second);
    inside->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fold);
    column->addWidget(m_choices);
    column->addWidget(m_findings, 1);
    setFocusProxy(m_findings);
    connect(m_findings, &ExplainDrawer::runRequested, this, &BrokerDiagnosisPage::run);
    connect(m_findings, &ExplainDrawer::actionRequested, this, &BrokerDiagnosisPage::act);
    connect(m_findings, &ExplainDrawer::cancelRequested, this, [this] {
        if (m_probe)
            m_probe->cancel();
    });
    retranslate();
}

BrokerDiagnosisPage::~BrokerDiagnosisPage() = default;

void BrokerDiagnosisPage::setTarget(const std::optional<Mqtt::BrokerTarget> &target,
                                    const QString &subject)
{
    if (m_target == target)
        return;
    m_probe.reset();
    m_shown.clear();
    m_takeovers = 0;
    m_target = target;
    m_findings->setSubject(subject);
    m_findings->clear();
}

void BrokerDiagnosisPage::setSubscriptions(const QList<Mqtt::Subscription> &subscriptions)
{
    m_subscriptions = subscriptions;
    m_findings->refreshActions();
}

void BrokerDiagnosisPage::run()
{
    if (m_findings->isRunning())
        return;
    if (!m_target) {
        m_findings->fail({Error::Kind::Usage, tr("There is no address to connect to."), {}, 0});
        return;
    }
    m_problem->hide();
    Probe::Request request;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i]->isChecked())
            request.parts |= kChoices[i].part;
    }
    static const QRegularExpression between(QStringLiteral("\\s+"));
    for (const QString &topic : m_topics->text().split(between, Qt::SkipEmptyParts))
        request.accessTopics.append(topic.toUtf8());
    if (const QString prefix = m_prefix->text().trimmed(); !prefix.isEmpty())
        request.prefix = prefix.toUtf8();
    if (const auto good = Probe::check(request); !good) {
        const bool prefixIsIt = !Probe::check({.prefix = request.prefix});
        complain(prefixIsIt ? m_prefix : m_topics, good.error());
        return;
    }
    std::optional<Secret> secondPassword;
    if (const QString second = m_second->text().trimmed(); !second.isEmpty()) {
        auto parsed = parseAddress(second, QStringLiteral("mqtt"));
        const auto target = parsed ? Mqtt::brokerTarget(parsed->address)
                                   : Result<Mqtt::BrokerTarget>(tl::unexpected(parsed.error()));
        if (!target) {
            complain(m_second, target.error());
            return;
        }
        if (parsed->password) {
            secondPassword = std::move(parsed->password);
            m_second->setText(parsed->address.toString());
        }
        request.second = *target;
        request.parts |= Probe::Part::Bridge;
    }
    Mqtt::BrokerTarget target = *m_target;
    target.subscriptions = m_subscriptions;
    // One client identifier twice at a broker would end the panel's own session.
    target.clientId.clear();
    target.cleanStart = true;
    target.will.reset();
    m_findings->begin();
    m_probe = std::make_unique<Probe>(target, request, m_dialers);
    if (auto password = m_passwords())
        m_probe->offerPassword(std::move(*password));
    if (auto passphrase = m_passphrases())
        m_probe->offerKeyPassphrase(std::move(*passphrase));
    if (secondPassword)
        m_probe->offerSecondPassword(std::move(*secondPassword));
    connect(m_probe.get(), &Probe::progress, this, [this](Probe::Part part, int done, int total) {
        QString step = tr("Connecting");
        for (const Choice &choice : kChoices) {
            if (choice.part == part)
                step = tr(choice.words);
        }
        if (part == Probe::Part::Bridge)
            step = tr("From one broker to the other");
        m_findings->setStep(step, done, total);
    });
    connect(m_probe.get(), &Probe::finished, this, &BrokerDiagnosisPage::finish);
    m_probe->start();
}

void BrokerDiagnosisPage::complain(QLineEdit *about, const Error &error)
{
    m_fold->setChecked(true);
    m_problem->setText(error.what);
    m_problem->show();
    about->setFocus();
}

void BrokerDiagnosisPage::finish()
{
    Mqtt::DiagnosisFacts facts = m_probe->facts();
    facts.takeovers = std::max(facts.takeovers, m_takeovers);
    if (m_takeovers > 0 && m_target)
        facts.target.clientId = m_target->clientId;
    m_shown =
        facts.tls && !facts.tls->chain.isEmpty() ? facts.tls->chain.first().sha256 : QByteArray();
    QList<Finding> findings = Mqtt::judge(facts);
    findings += m_inbox->read([this](const Mqtt::TopicStore &store) {
        return Mqtt::judge(Mqtt::topicDesign(store, m_subscriptions));
    });
    m_probe.release()->deleteLater(); // it is in the middle of telling
    m_findings->finish(findings, QDateTime::currentDateTimeUtc());
}

QString BrokerDiagnosisPage::actionWords(const Finding &finding) const
{
    namespace Do = Mqtt::Action;
    const QString &action = finding.action;
    if (action == Do::kOtherVersion)
        return tr("Connect with MQTT %1").arg(finding.arguments.value(1));
    if (action == Do::kTrustCertificate)
        return m_shown.isEmpty() ? QString() : tr("Trust this certificate…");
    if (action == Do::kNameUser)
        return tr("Log in as a user…");
    if (action == Do::kGivePassword)
        return tr("Another password…");
    if (action == Do::kFreshIdentifier)
        return tr("Connect with an identifier of its own");
    if (action == Do::kLastingSession)
        return tr("Keep the session for an hour");
    if (action == Do::kUseTls)
        return tr("Connect with TLS");
    if (action == Do::kQosZero) {
        const bool any = std::any_of(m_subscriptions.begin(), m_subscriptions.end(),
                                     [](const Mqtt::Subscription &one) { return one.qos > 0; });
        return any ? tr("Subscribe again at QoS 0") : QString();
    }
    if (action == Do::kChooseScratch)
        return tr("Choose a scratch topic");
    return {};
}

void BrokerDiagnosisPage::act(const QString &action, const Finding &finding)
{
    if (action == Mqtt::Action::kChooseScratch) {
        m_fold->setChecked(true);
        m_prefix->setFocus();
        m_prefix->selectAll();
        return;
    }
    Q_EMIT actionRequested(action, finding);
}

void BrokerDiagnosisPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BrokerDiagnosisPage::retranslate()
{
    m_fold->setText(tr("What is tried out"));
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->setText(tr(kChoices[i].words));
        m_parts[i]->setToolTip(tr(kChoices[i].tip));
    }
    m_prefixLabel->setText(tr("Scratch topics, below which messages are tried:"));
    m_prefix->setPlaceholderText(QLatin1String(Probe::kUsualPrefix));
    m_prefix->setAccessibleName(tr("Scratch topics, below which messages are tried:"));
    m_topicsLabel->setText(tr("Other topics to try, which are written to:"));
    m_topics->setPlaceholderText(QStringLiteral("site/1 plant/2"));
    m_topics->setAccessibleName(tr("Other topics to try, which are written to:"));
    m_secondLabel->setText(tr("A second broker, where it must arrive:"));
    m_second->setPlaceholderText(QStringLiteral("mqtt://other-broker"));
    m_second->setAccessibleName(tr("A second broker, where it must arrive:"));
}

} // namespace Portolan::Ui
