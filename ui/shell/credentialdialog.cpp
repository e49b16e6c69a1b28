// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/credentialdialog.h"

#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 520;
constexpr int kMostSecret = 4096;
constexpr int kPassword = 0;
constexpr int kKey = 1;

} // namespace

CredentialDialog::CredentialDialog(const Credential &credential, QWidget *parent)
    : DialogFrame(QLatin1String("key"), Tone::Plain, Size::FitsText, kWidth, parent)
    , m_credential(credential)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit(credential.name))
    , m_userLabel(new QLabel)
    , m_user(new QLineEdit(credential.user))
    , m_kindLabel(new QLabel)
    , m_kind(new QComboBox)
    , m_fileLabel(new QLabel)
    , m_fileRow(new QWidget)
    , m_file(new QLineEdit(credential.keyFile))
    , m_browse(new QPushButton)
    , m_secretLabel(new QLabel)
    , m_secret(new QLineEdit)
    , m_problem(makeText())
    , m_cancel(addButton("cancel"))
    , m_save(addButton("save", true))
{
    m_kind->addItem(QString());
    m_kind->addItem(QString());
    m_kind->setCurrentIndex(credential.keyFile.isEmpty() ? kPassword : kKey);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(kMostSecret);
    m_secret->setObjectName(QStringLiteral("secret"));
    m_name->setObjectName(QStringLiteral("name"));
    m_user->setObjectName(QStringLiteral("user"));
    m_file->setObjectName(QStringLiteral("keyFile"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_browse->setAutoDefault(false);
    m_problem->setProperty("bad", true);
    m_problem->hide();

    auto *file = new QHBoxLayout(m_fileRow);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(Space::M);
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::L);
    form->setVerticalSpacing(Space::M);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_nameLabel, m_name);
    form->addRow(m_userLabel, m_user);
    form->addRow(m_kindLabel, m_kind);
    form->addRow(m_fileLabel, m_fileRow);
    form->addRow(m_secretLabel, m_secret);
    content()->addLayout(form);
    content()->addWidget(m_problem);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &CredentialDialog::followKind);
    connect(m_browse, &QPushButton::clicked, this, &CredentialDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CredentialDialog::saveClicked);
    m_name->setFocus();
    reword();
}

bool CredentialDialog::hasKey() const
{
    return m_kind->currentIndex() == kKey;
}

Credential CredentialDialog::credential() const
{
    Credential credential = m_credential;
    credential.name = m_name->text().trimmed();
    credential.user = m_user->text().trimmed();
    credential.keyFile = hasKey() ? m_file->text().trimmed() : QString();
    return credential;
}

std::optional<Secret> CredentialDialog::takeSecret()
{
    if (m_secret->text().isEmpty())
        return std::nullopt;
    QString text = m_secret->text();
    m_secret->clear();
    return Secret::takeFrom(text);
}

void CredentialDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    fit();
}

void CredentialDialog::followKind()
{
    m_fileLabel->setVisible(hasKey());
    m_fileRow->setVisible(hasKey());
    m_secretLabel->setText(hasKey() ? tr("Passphrase") : tr("Password"));
    // Another kind of proof has another secret.
    const bool kept = !m_credential.id.isEmpty() && hasKey() == !m_credential.keyFile.isEmpty();
    m_secret->setPlaceholderText(kept ? tr("stays as it is") : tr("is asked for when empty"));
    fit();
}

void CredentialDialog::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Key file"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void CredentialDialog::reword()
{
    const bool isNew = m_credential.id.isEmpty();
    setWindowTitle(isNew ? tr("New credential") : tr("Credential"));
    setHeading(isNew ? tr("New credential") : tr("Credential: %1").arg(m_credential.name));
    setLead(tr("Who you are to one or many hosts. The secret is kept in the keychain and is never "
               "shown."));
    m_nameLabel->setText(tr("Name"));
    m_userLabel->setText(tr("User"));
    m_kindLabel->setText(tr("Proof"));
    m_kind->setItemText(kPassword, tr("Password"));
    m_kind->setItemText(kKey, tr("Key file"));
    m_fileLabel->setText(tr("Key file"));
    m_browse->setText(tr("Choose"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    followKind();
}

} // namespace Portolan::Ui
