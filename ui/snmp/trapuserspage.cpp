// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapuserspage.h"

#include "ui/snmp/trapuserdialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Communities = TrapAccess::Communities;

constexpr int kListHeight = 130;

} // namespace

TrapUsersPage::TrapUsersPage(TrapAccess &access, const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_context(context)
    , m_communityHead(new QLabel)
    , m_communities(new QComboBox)
    , m_listed(new QLineEdit)
    , m_communityNote(new QLabel)
    , m_userHead(new QLabel)
    , m_users(new QTreeWidget)
    , m_add(new QPushButton)
    , m_edit(new QPushButton)
    , m_remove(new QPushButton)
    , m_takeOver(new QPushButton)
    , m_note(new QLabel)
{
    m_communities->setObjectName(QStringLiteral("trapCommunities"));
    m_listed->setObjectName(QStringLiteral("trapCommunityList"));
    m_listed->setEchoMode(QLineEdit::Password);
    m_users->setObjectName(QStringLiteral("trapUserList"));
    m_add->setObjectName(QStringLiteral("addTrapUser"));
    m_edit->setObjectName(QStringLiteral("editTrapUser"));
    m_remove->setObjectName(QStringLiteral("removeTrapUser"));
    m_takeOver->setObjectName(QStringLiteral("takeOverUsers"));
    m_communityHead->setProperty("heading", 3);
    m_userHead->setProperty("heading", 3);
    for (QLabel *label : {m_communityHead, m_communityNote, m_userHead, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_communityNote->setProperty("quiet", true);
    m_note->setProperty("quiet", true);
    for (const Communities each : {Communities::Any, Communities::Listed, Communities::None})
        m_communities->addItem(QString(), static_cast<int>(each));
    m_users->setRootIsDecorated(false);
    m_users->setColumnCount(3);
    m_users->setMinimumHeight(kListHeight);
    m_users->header()->setStretchLastSection(true);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(Space::S, buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_add, m_edit, m_remove, m_takeOver})
        flow->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_communityHead);
    column->addWidget(m_communities);
    column->addWidget(m_listed);
    column->addWidget(m_communityNote);
    column->addSpacing(Space::M);
    column->addWidget(m_userHead);
    column->addWidget(m_users, 1);
    column->addWidget(buttons);
    column->addWidget(m_note);

    connect(m_communities, &QComboBox::currentIndexChanged, this, [this] {
        m_access.setCommunities(static_cast<Communities>(m_communities->currentData().toInt()));
        retranslate();
    });
    connect(m_listed, &QLineEdit::editingFinished, this, [this] {
        if (!m_listed->isModified())
            return;
        QString text = m_listed->text();
        m_listed->clear();
        m_listed->setModified(false);
        m_access.writeCommunities(Secret::takeFrom(text));
    });
    connect(m_add, &QPushButton::clicked, this, &TrapUsersPage::addUser);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(chosen()); });
    connect(m_users, &QTreeWidget::itemActivated, this, [this] { edit(chosen()); });
    connect(m_users, &QTreeWidget::currentItemChanged, this, [this] {
        m_edit->setEnabled(!chosen().isEmpty());
        m_remove->setEnabled(!chosen().isEmpty());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString id = chosen();
        if (id.isEmpty())
            return;
        confirm(this, tr("Take the user off the list"),
                tr("Messages of “%1” are rejected from then on. The credential stays among the "
                   "others.")
                    .arg(m_users->currentItem()->text(0)),
                tr("Take off"), [this, id] { m_access.remove(id); });
    });
    connect(m_takeOver, &QPushButton::clicked, this,
            [this] { m_access.add(m_access.fromConnections()); });
    connect(&m_access, &TrapAccess::changed, this, &TrapUsersPage::showUsers);
    connect(&m_context.profiles, &ProfileStore::changed, this, &TrapUsersPage::retranslate);
    {
        const QSignalBlocker quiet(m_communities);
        m_communities->setCurrentIndex(
            m_communities->findData(static_cast<int>(m_access.communities())));
    }
    showUsers();
}

void TrapUsersPage::setMissing(const QStringList &ids)
{
    m_missing = ids;
    showUsers();
}

QString TrapUsersPage::chosen() const
{
    const QTreeWidgetItem *item = m_users->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void TrapUsersPage::showUsers()
{
    const QString before = chosen();
    m_users->clear();
    const QList<TrapUserEntry> all = m_access.users();
    for (const TrapUserEntry &each : all) {
        QString protection = Snmp::levelName(each.level);
        if (each.level != Snmp::Level::NoAuthNoPriv)
            protection += QStringLiteral(" · ") + Snmp::authProtocolName(each.auth);
        if (each.level == Snmp::Level::AuthPriv)
            protection += QStringLiteral(" · ") + Snmp::privProtocolName(each.priv);
        const bool isMissing = m_missing.contains(each.id);
        auto *item = new QTreeWidgetItem(
            m_users, {each.name, protection, isMissing ? tr("Password is not known") : QString()});
        item->setData(0, Qt::UserRole, each.id);
        item->setIcon(0, symbol(isMissing ? QLatin1String("warning") : QLatin1String("key")));
        if (each.id == before)
            m_users->setCurrentItem(item);
    }
    for (int i = 0; i < 2; ++i)
        m_users->resizeColumnToContents(i);
    retranslate();
}

void TrapUsersPage::addUser()
{
    openDialog({}, false);
}

void TrapUsersPage::edit(const QString &id)
{
    const QList<TrapUserEntry> all = m_access.users();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&id](const TrapUserEntry &entry) { return entry.id == id; });
    if (found != all.end())
        openDialog(*found, !found->credential.isEmpty() && !m_missing.contains(id));
}

void TrapUsersPage::openDialog(const TrapUserEntry &entry, bool hasPassword)
{
    m_context.secrets.probe(this, [this, entry, hasPassword](SecretStore::State state) {
        auto *dialog =
            new TrapUserDialog(entry, hasPassword, state == SecretStore::State::Open, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            m_access.put(dialog->entry(), dialog->takePasswords(), dialog->remembers());
        });
        dialog->open();
    });
}

void TrapUsersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showUsers();
    QWidget::changeEvent(event);
}

void TrapUsersPage::retranslate()
{
    m_communityHead->setText(tr("Versions 1 and 2c"));
    m_communities->setItemText(0, tr("Any community"));
    m_communities->setItemText(1, tr("Only these communities"));
    m_communities->setItemText(2, tr("Not accepted"));
    m_communities->setAccessibleName(m_communityHead->text());
    const bool isListed = m_access.communities() == Communities::Listed;
    m_listed->setVisible(isListed);
    m_listed->setPlaceholderText(tr("Communities with blanks between them"));
    m_listed->setAccessibleName(tr("Communities that are accepted"));
    m_communityNote->setText(
        isListed ? tr("They are kept in the keychain and not shown again: type all of them to "
                      "change them.")
                 : tr("A community can be read on the way and a sender's address forged. What "
                      "must be believed comes with SNMPv3."));
    m_userHead->setText(tr("Users of SNMPv3"));
    m_users->setHeaderLabels({tr("User"), tr("Protection"), tr("Note")});
    m_users->setAccessibleName(m_userHead->text());
    m_add->setText(tr("Add a user…"));
    m_edit->setText(tr("Change…"));
    m_remove->setText(tr("Take off"));
    m_edit->setEnabled(!chosen().isEmpty());
    m_remove->setEnabled(!chosen().isEmpty());
    const auto others = m_access.fromConnections().size();
    m_takeOver->setText(tr("Take over from the connections (%1)").arg(others));
    m_takeOver->setVisible(others > 0);
    m_note->setText(tr("They are believed from every engine that has these passwords; a user who "
                       "is not on the list is never believed. It holds for all receivers of this "
                       "program, at once."));
}

} // namespace Portolan::Ui
