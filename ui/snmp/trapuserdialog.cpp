// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapuserdialog.h"

#include "ui/snmp/snmpchoices.h"
#include "ui/widgets/formsection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Snmp::Level;

constexpr int kWidth = 460;
constexpr int kLeastPassword = 8; // RFC 3414, section 11.2

Secret takeText(QLineEdit *edit)
{
    QString text = edit->text();
    edit->clear();
    return Secret::takeFrom(text);
}

} // namespace

TrapUserDialog::TrapUserDialog(const TrapUserEntry &entry, bool hasPassword, bool canStore,
                               QWidget *parent)
    : DialogFrame(QLatin1String("key"), Tone::Plain, Size::FitsText, kWidth, parent)
    , m_entry(entry)
    , m_hasPassword(hasPassword)
    , m_canStore(canStore)
    , m_form(new FormSection)
    , m_name(new QLineEdit)
    , m_level(new QComboBox)
    , m_auth(new QComboBox)
    , m_authPassword(new QLineEdit)
    , m_priv(new QComboBox)
    , m_privPassword(new QLineEdit)
    , m_minimum(new QComboBox)
    , m_remember(new QCheckBox)
{
    setObjectName(QStringLiteral("trapUserDialog"));
    m_name->setObjectName(QStringLiteral("userName"));
    m_level->setObjectName(QStringLiteral("userLevel"));
    m_auth->setObjectName(QStringLiteral("userAuth"));
    m_authPassword->setObjectName(QStringLiteral("userAuthPassword"));
    m_priv->setObjectName(QStringLiteral("userPriv"));
    m_privPassword->setObjectName(QStringLiteral("userPrivPassword"));
    m_minimum->setObjectName(QStringLiteral("userMinimum"));
    m_name->setMaxLength(32); // RFC 3414, usmUserName
    for (QLineEdit *edit : {m_authPassword, m_privPassword})
        edit->setEchoMode(QLineEdit::Password);
    SnmpChoices::fillLevels(*m_level);
    SnmpChoices::fillLevels(*m_minimum);
    SnmpChoices::fillAuth(*m_auth);
    SnmpChoices::fillPriv(*m_priv);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_level, m_auth, m_authPassword,
                                                           m_priv, m_privPassword, m_minimum})
        m_form->addRow(field);
    content()->addWidget(m_form);
    content()->addWidget(m_remember);
    m_remember->setChecked(canStore);
    m_name->setText(entry.name);
    SnmpChoices::choose(*m_level, entry.level);
    SnmpChoices::choose(*m_minimum, entry.minimum);
    SnmpChoices::choose(*m_auth, entry.auth);
    SnmpChoices::choose(*m_priv, entry.priv);
    m_cancel = addButton("userCancel");
    m_accept = addButton("userAccept", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &TrapUserDialog::tryToAccept);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
        SnmpChoices::choose(*m_minimum, SnmpChoices::chosen<Level>(*m_level));
        showWhatFits();
    });
    reword();
    showWhatFits();
    m_name->setFocus();
}

void TrapUserDialog::showWhatFits()
{
    const auto level = SnmpChoices::chosen<Level>(*m_level);
    const bool auth = level != Level::NoAuthNoPriv;
    const bool priv = level == Level::AuthPriv;
    m_form->setRowVisible(m_auth, auth);
    m_form->setRowVisible(m_authPassword, auth);
    m_form->setRowVisible(m_minimum, auth);
    m_form->setRowVisible(m_priv, priv);
    m_form->setRowVisible(m_privPassword, priv);
    m_remember->setVisible(auth);
    m_remember->setEnabled(m_canStore);
    fit();
}

void TrapUserDialog::tryToAccept()
{
    m_form->clearProblems();
    const TrapUserEntry wanted = entry();
    const auto check = [this](QWidget *field, const QString &sentence, bool isWrong) {
        if (isWrong)
            m_form->setProblem(field, sentence);
    };
    check(m_name, tr("A user has a name."), wanted.name.isEmpty());
    const QString tooShort = tr("A password of SNMPv3 has at least 8 characters.");
    const bool keeps = m_hasPassword && m_authPassword->text().isEmpty();
    if (wanted.level != Level::NoAuthNoPriv && !keeps)
        check(m_authPassword, tooShort, m_authPassword->text().size() < kLeastPassword);
    if (wanted.level == Level::AuthPriv && !keeps)
        check(m_privPassword, tooShort,
              !m_privPassword->text().isEmpty() && m_privPassword->text().size() < kLeastPassword);
    check(m_minimum, tr("This is more secure than the user's own level."),
          SnmpChoices::chosen<Level>(*m_minimum) > wanted.level);
    fit();
    if (QWidget *faulty = m_form->firstFaulty())
        faulty->setFocus();
    else
        accept();
}

TrapUserEntry TrapUserDialog::entry() const
{
    TrapUserEntry entry = m_entry;
    entry.name = m_name->text().trimmed();
    entry.level = SnmpChoices::chosen<Level>(*m_level);
    entry.minimum = std::min(SnmpChoices::chosen<Level>(*m_minimum), entry.level);
    entry.auth = SnmpChoices::chosen<Snmp::AuthProtocol>(*m_auth);
    entry.priv = SnmpChoices::chosen<Snmp::PrivProtocol>(*m_priv);
    return entry;
}

std::optional<Snmp::Credentials> TrapUserDialog::takePasswords()
{
    if (entry().level == Level::NoAuthNoPriv || m_authPassword->text().isEmpty())
        return {};
    Snmp::Credentials passwords;
    passwords.authPassword = takeText(m_authPassword);
    passwords.privPassword =
        m_privPassword->text().isEmpty() ? passwords.authPassword.copy() : takeText(m_privPassword);
    return passwords;
}

bool TrapUserDialog::remembers() const
{
    return m_canStore && m_remember->isChecked();
}

void TrapUserDialog::reword()
{
    setWindowTitle(m_entry.id.isEmpty() ? tr("A user of SNMPv3")
                                        : tr("The user %1").arg(m_entry.name));
    setHeading(windowTitle());
    setLead(tr("Messages of this user are believed from every device that has these passwords. "
               "Several users may have one name."));
    m_form->setLabel(m_name, tr("User"));
    m_form->setLabel(m_level, tr("Level"));
    SnmpChoices::wordLevels(*m_level);
    m_form->setLabel(m_auth, tr("Authentication"));
    m_form->setLabel(m_authPassword, tr("Its password"));
    m_form->setLabel(m_priv, tr("Encryption"));
    SnmpChoices::wordPriv(*m_priv);
    m_form->setLabel(m_privPassword, tr("Its password"));
    m_authPassword->setPlaceholderText(m_hasPassword ? tr("As it is, where it is left empty")
                                                     : QString());
    m_privPassword->setPlaceholderText(tr("The same, where it is left empty"));
    m_form->setLabel(m_minimum, tr("At least"));
    SnmpChoices::wordLevels(*m_minimum);
    m_form->setHint(m_minimum, tr("What comes with less is rejected."));
    m_remember->setText(m_canStore
                            ? tr("Remember it in the keychain")
                            : tr("It is kept until Portolan is closed: there is no keychain"));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Save"));
    fit();
}

} // namespace Portolan::Ui
