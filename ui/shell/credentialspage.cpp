// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/credentialspage.h"

#include "ui/shell/credentialdialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kIcon = 16;
enum Column { Name, User, Proof, Uses, Columns };

} // namespace

CredentialsPage::CredentialsPage(ProfileStore &profiles, SecretStore &secrets, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_secrets(secrets)
    , m_notice(new NoticeBar)
    , m_empty(DialogFrame::makeText(true))
    , m_list(new QTreeWidget)
    , m_add(new QPushButton)
    , m_change(new QPushButton)
    , m_forget(new QPushButton)
    , m_stateIcon(new QLabel)
    , m_stateText(DialogFrame::makeText(true))
    , m_unlock(new QPushButton)
{
    m_notice->setProperty("boxed", true);
    m_notice->setClosable(true);
    m_notice->hide();
    m_list->setColumnCount(Columns);
    m_list->setProperty("columns", true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (auto [button, name] : {std::pair{m_add, "add"}, std::pair{m_change, "change"},
                                std::pair{m_forget, "forget"}, std::pair{m_unlock, "unlock"}}) {
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
    }

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addWidget(m_add);
    buttons->addWidget(m_change);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    auto *state = new QHBoxLayout;
    state->setSpacing(Space::M);
    state->addWidget(m_stateIcon);
    state->addWidget(m_stateText, 1);
    state->addWidget(m_unlock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::L);
    column->addWidget(m_notice);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addLayout(state);
    column->addStretch(0);

    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_change, &QPushButton::clicked, this, [this] { edit(selected()); });
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { edit(selected()); });
    connect(m_forget, &QPushButton::clicked, this, &CredentialsPage::askToForget);
    connect(m_unlock, &QPushButton::clicked, this, &CredentialsPage::unlock);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &CredentialsPage::followSelection);
    connect(&m_profiles, &ProfileStore::changed, this, &CredentialsPage::fill);
    connect(&m_profiles, &ProfileStore::loaded, this, &CredentialsPage::fill);
    retranslate();
}

QString CredentialsPage::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    return items.isEmpty() ? QString() : items.constFirst()->data(Name, kIdRole).toString();
}

QList<Profile> CredentialsPage::usersOf(const QString &id) const
{
    QList<Profile> users;
    for (const Profile &profile : m_profiles.profiles()) {
        if (profile.credential == id)
            users.append(profile);
    }
    return users;
}

void CredentialsPage::fill()
{
    const QString before = selected();
    QHash<QString, int> uses;
    for (const Profile &profile : m_profiles.profiles())
        ++uses[profile.credential];
    m_list->clear();
    for (const Credential &credential : m_profiles.credentials()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(Name, kIdRole, credential.id);
        item->setText(Name, credential.name);
        item->setToolTip(Name, credential.name);
        item->setText(User, credential.user);
        item->setText(Proof, credential.keyFile.isEmpty() ? tr("Password") : tr("Key file"));
        item->setToolTip(Proof, credential.keyFile);
        item->setText(Uses, tr("%n connection(s)", nullptr, uses.value(credential.id)));
        item->setSelected(credential.id == before);
    }
    m_empty->setVisible(m_profiles.credentials().isEmpty());
    m_list->setVisible(!m_profiles.credentials().isEmpty());
    // What the list leaves goes below all of it, not between.
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setStretch(column->count() - 1, m_profiles.credentials().isEmpty() ? 1 : 0);
    followSelection();
}

void CredentialsPage::followSelection()
{
    m_change->setEnabled(!selected().isEmpty());
    m_forget->setEnabled(!selected().isEmpty());
}

void CredentialsPage::edit(const QString &credentialId)
{
    const auto known = m_profiles.credential(credentialId);
    if (!known && !credentialId.isEmpty())
        return;
    auto *dialog = new CredentialDialog(known.value_or(Credential{.id = {}, .name = {}}), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CredentialDialog::saveClicked, this, [this, dialog] { save(*dialog); });
    dialog->setWindowModality(Qt::WindowModal);
    dialog->open();
}

void CredentialsPage::save(CredentialDialog &dialog)
{
    const Credential credential = dialog.credential();
    const auto id = m_profiles.put(credential);
    if (!id) {
        dialog.showProblem(id.error().what);
        return;
    }
    if (auto secret = dialog.takeSecret())
        m_secrets.write(m_profiles.credential(*id)->secretKey(), std::move(*secret),
                        m_state == SecretStore::State::Unavailable ? SecretStore::Keep::UntilClosed
                                                                   : SecretStore::Keep::Stored,
                        this, [this](tl::expected<void, SecretStore::Failure> done) {
                            if (!done)
                                tell(done.error());
                        });
    if (credential.id.isEmpty())
        Q_EMIT made(*id);
    dialog.accept();
}

void CredentialsPage::askToForget()
{
    const auto credential = m_profiles.credential(selected());
    if (!credential)
        return;
    const qsizetype uses = usersOf(credential->id).size();
    QString sentence = tr("The secret of “%1” is deleted from the keychain.").arg(credential->name);
    if (uses > 0)
        sentence += QLatin1Char(' ') +
                    tr("%n connection(s) will ask for it again.", nullptr, static_cast<int>(uses));
    confirm(
        this, tr("Forget credential"), sentence, tr("Forget"),
        [this, id = credential->id] { forget(id); }, ConfirmDialog::Risk::Lasting);
}

// The secret first: a credential that is gone could not name it any more.
void CredentialsPage::forget(const QString &id)
{
    const auto credential = m_profiles.credential(id);
    if (!credential)
        return;
    m_secrets.remove(credential->secretKey(), this,
                     [this, id](tl::expected<void, SecretStore::Failure> done) {
                         // Where there is no keychain, there is nothing of ours in it.
                         if (done || done.error() == SecretStore::Failure::Unavailable)
                             release(id);
                         else
                             tell(done.error());
                     });
}

void CredentialsPage::release(const QString &id)
{
    QList<Profile> users = usersOf(id);
    for (Profile &profile : users)
        profile.credential.clear();
    auto done = users.isEmpty() ? Result<>() : m_profiles.putAll(users);
    if (done)
        done = m_profiles.removeCredential(id);
    if (!done)
        m_notice->show(NoticeBar::Severity::Error, done.error().what, done.error().detail, {});
}

void CredentialsPage::tell(SecretStore::Failure failure)
{
    QString sentence;
    switch (failure) {
    case SecretStore::Failure::Locked:
        sentence = tr("The keychain is locked, so nothing was changed in it. Unlock it first.");
        break;
    case SecretStore::Failure::Denied:
        sentence = tr("The keychain refused it.");
        break;
    case SecretStore::Failure::NotFound:
    case SecretStore::Failure::Unavailable:
        sentence = tr("The keychain does not answer.");
        break;
    }
    m_notice->show(NoticeBar::Severity::Warning, sentence, {}, {});
    probe();
}

void CredentialsPage::probe()
{
    m_secrets.probe(this, [this](SecretStore::State state) {
        m_state = state;
        showState();
    });
}

void CredentialsPage::unlock()
{
    m_unlock->setEnabled(false);
    m_secrets.unlock(this, [this](tl::expected<void, SecretStore::Failure> done) {
        m_unlock->setEnabled(true);
        if (done)
            m_notice->hide();
        probe();
    });
}

void CredentialsPage::showState()
{
    QLatin1String icon("lock");
    switch (m_state) {
    case SecretStore::State::Open:
        icon = QLatin1String("check");
        m_stateText->setText(tr("Secrets are kept in the keychain of this desktop. It is open."));
        break;
    case SecretStore::State::Locked:
        m_stateText->setText(tr("The keychain is locked. Until it is unlocked, you are asked for "
                                "each secret."));
        break;
    case SecretStore::State::Unavailable:
        icon = QLatin1String("info");
        m_stateText->setText(
            tr("There is no keychain here. Secrets are asked for each time, or kept "
               "until Portolan is closed."));
        break;
    }
    m_stateIcon->setPixmap(
        symbolPixmap(icon, kIcon, stateColors(palette()).quiet, devicePixelRatioF()));
    m_unlock->setVisible(m_state == SecretStore::State::Locked);
}

void CredentialsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showState();
    QWidget::changeEvent(event);
}

void CredentialsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    probe();
}

void CredentialsPage::retranslate()
{
    m_list->setHeaderLabels({tr("Name"), tr("User"), tr("Proof"), tr("Used by")});
    m_list->setAccessibleName(tr("Credentials"));
    m_empty->setText(
        tr("A credential says who you are to one or many hosts: a user, and a password "
           "or a key. Add one here, or let a login remember what you type."));
    m_add->setText(tr("Add"));
    m_change->setText(tr("Change"));
    m_forget->setText(tr("Forget"));
    m_unlock->setText(tr("Unlock"));
    fill();
    showState();
}

} // namespace Portolan::Ui
