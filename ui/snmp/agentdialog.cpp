// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/agentdialog.h"

#include "ui/snmp/snmpchoices.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Level;
using Snmp::Version;

constexpr int kWidth = 460;
constexpr int kLeastPassword = 8; // RFC 3414, section 11.2

Secret takeText(QLineEdit *edit)
{
    QString text = edit->text();
    edit->clear();
    return Secret::takeFrom(text);
}

} // namespace

AgentDialog::AgentDialog(const Snmp::AgentTarget &target, Reason reason, bool canStore,
                         QWidget *parent)
    : DialogFrame(QLatin1String("key"), reason == Reason::Refused ? Tone::Warning : Tone::Plain,
                  Size::FitsText, kWidth, parent)
    , m_target(target)
    , m_reason(reason)
    , m_canStore(canStore)
    , m_form(new FormSection)
    , m_version(new QComboBox)
    , m_community(new QLineEdit)
    , m_user(new QLineEdit)
    , m_level(new QComboBox)
    , m_auth(new QComboBox)
    , m_authPassword(new QLineEdit)
    , m_priv(new QComboBox)
    , m_privPassword(new QLineEdit)
    , m_context(new QLineEdit)
    , m_remember(new QCheckBox)
{
    m_version->setObjectName(QStringLiteral("agentVersion"));
    m_community->setObjectName(QStringLiteral("agentCommunity"));
    m_user->setObjectName(QStringLiteral("agentUser"));
    m_level->setObjectName(QStringLiteral("agentLevel"));
    m_auth->setObjectName(QStringLiteral("agentAuth"));
    m_authPassword->setObjectName(QStringLiteral("agentAuthPassword"));
    m_priv->setObjectName(QStringLiteral("agentPriv"));
    m_privPassword->setObjectName(QStringLiteral("agentPrivPassword"));
    SnmpChoices::fillVersions(*m_version);
    SnmpChoices::fillLevels(*m_level);
    SnmpChoices::fillAuth(*m_auth);
    SnmpChoices::fillPriv(*m_priv);
    for (QLineEdit *edit : {m_community, m_authPassword, m_privPassword})
        edit->setEchoMode(QLineEdit::Password);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_version, m_community, m_user, m_level, m_auth,
                                          m_authPassword, m_priv, m_privPassword, m_context})
        m_form->addRow(field);
    content()->addWidget(m_form);
    content()->addWidget(m_remember);
    SnmpChoices::choose(*m_version, target.version);
    m_user->setText(target.user);
    // Who comes from version 2c most often has what version 3 is for in mind.
    SnmpChoices::choose(*m_level, target.version == Version::V3 ? target.level : Level::AuthPriv);
    SnmpChoices::choose(*m_auth, target.authProtocol);
    SnmpChoices::choose(*m_priv, target.privProtocol);
    m_context->setText(target.context);
    m_cancel = addButton("agentCancel");
    m_accept = addButton("agentAccept", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &AgentDialog::tryToAccept);
    for (QComboBox *box : {m_version, m_level})
        connect(box, &QComboBox::currentIndexChanged, this, &AgentDialog::showWhatFits);
    reword();
    showWhatFits();
    const bool isThird = target.version == Version::V3;
    (isThird ? (target.user.isEmpty() ? m_user : m_authPassword) : m_community)->setFocus();
}

void AgentDialog::showWhatFits()
{
    const bool isThird = SnmpChoices::chosen<Version>(*m_version) == Version::V3;
    const auto level = SnmpChoices::chosen<Level>(*m_level);
    m_form->setRowVisible(m_community, !isThird);
    for (QWidget *field : std::initializer_list<QWidget *>{m_user, m_level, m_context})
        m_form->setRowVisible(field, isThird);
    const bool auth = isThird && level != Level::NoAuthNoPriv;
    const bool priv = isThird && level == Level::AuthPriv;
    m_form->setRowVisible(m_auth, auth);
    m_form->setRowVisible(m_authPassword, auth);
    m_form->setRowVisible(m_priv, priv);
    m_form->setRowVisible(m_privPassword, priv);
    m_remember->setVisible(m_reason != Reason::Compared && (!isThird || auth));
    fit();
}

void AgentDialog::tryToAccept()
{
    m_form->clearProblems();
    const Snmp::AgentTarget wanted = target();
    const auto check = [this](QLineEdit *edit, const QString &sentence, bool isWrong) {
        if (isWrong)
            m_form->setProblem(edit, sentence);
    };
    if (wanted.version == Version::V3) {
        check(m_user, tr("SNMPv3 needs the name of a user."), wanted.user.isEmpty());
        const QString shortSentence = tr("A password of SNMPv3 has at least 8 characters.");
        if (wanted.level != Level::NoAuthNoPriv)
            check(m_authPassword, shortSentence, m_authPassword->text().size() < kLeastPassword);
        // An empty one is the same as the first.
        if (wanted.level == Level::AuthPriv)
            check(m_privPassword, shortSentence,
                  !m_privPassword->text().isEmpty() &&
                      m_privPassword->text().size() < kLeastPassword);
    }
    fit();
    if (QWidget *faulty = m_form->firstFaulty())
        faulty->setFocus();
    else
        accept();
}

Snmp::AgentTarget AgentDialog::target() const
{
    Snmp::AgentTarget target = m_target;
    target.version = SnmpChoices::chosen<Version>(*m_version);
    if (target.version == Version::V3) {
        target.user = m_user->text().trimmed();
        target.level = SnmpChoices::chosen<Level>(*m_level);
        target.authProtocol = SnmpChoices::chosen<Snmp::AuthProtocol>(*m_auth);
        target.privProtocol = SnmpChoices::chosen<Snmp::PrivProtocol>(*m_priv);
        target.context = m_context->text();
    }
    return target;
}

Snmp::Credentials AgentDialog::takeCredentials()
{
    Snmp::Credentials credentials;
    const Snmp::AgentTarget wanted = target();
    if (wanted.version != Version::V3) {
        credentials.community = takeText(m_community);
        return credentials;
    }
    if (wanted.level != Level::NoAuthNoPriv)
        credentials.authPassword = takeText(m_authPassword);
    if (wanted.level == Level::AuthPriv)
        credentials.privPassword = m_privPassword->text().isEmpty()
                                       ? credentials.authPassword.copy()
                                       : takeText(m_privPassword);
    return credentials;
}

bool AgentDialog::remembers() const
{
    return m_remember->isVisibleTo(this) && m_remember->isChecked();
}

void AgentDialog::reword()
{
    const QString place = m_target.display();
    setWindowTitle(tr("How to ask %1").arg(place));
    setHeading(windowTitle());
    setLead(m_reason == Reason::Refused
                ? tr("The agent did not accept what was used last, or did not answer it.")
            : m_reason == Reason::Missing ? tr("The passwords of this user are not known yet.")
            : m_reason == Reason::Compared
                ? tr("Who asks the second time. It is used for this comparison and kept nowhere.")
                : tr("Version, and who you are to the agent. The connection is made again with "
                     "it."));
    m_form->setLabel(m_version, tr("Version"));
    SnmpChoices::wordVersions(*m_version);
    m_form->setLabel(m_community, tr("Community"));
    m_community->setPlaceholderText(tr("public, where it is left empty"));
    m_form->setLabel(m_user, tr("User"));
    m_form->setLabel(m_level, tr("Level"));
    SnmpChoices::wordLevels(*m_level);
    m_form->setLabel(m_auth, tr("Authentication"));
    m_form->setLabel(m_authPassword, tr("Its password"));
    m_form->setLabel(m_priv, tr("Encryption"));
    SnmpChoices::wordPriv(*m_priv);
    m_form->setLabel(m_privPassword, tr("Its password"));
    m_privPassword->setPlaceholderText(tr("The same, where it is left empty"));
    m_form->setLabel(m_context, tr("Context"));
    m_context->setPlaceholderText(tr("Usually none"));
    m_remember->setText(m_canStore ? tr("Remember it in the keychain")
                                   : tr("Keep it until Portolan is closed"));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(m_reason == Reason::Compared ? tr("Compare") : tr("Connect"));
    fit();
}

} // namespace Portolan::Ui
