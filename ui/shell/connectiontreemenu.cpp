// SPDX-License-Identifier: GPL-3.0-or-later
// What the connection tree does with the chosen rows: its menus and their commands.
#include "ui/shell/connectiontree.h"

#include "ui/shell/importdialog.h"
#include "ui/shell/practicelab.h"
#include "ui/shell/profiledialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/typedfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTreeView>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr qsizetype kManyAtOnce = 10; // more are opened only after a question

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int i = 2; taken.contains(name); ++i)
        name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

} // namespace

const PanelSpec *ConnectionTree::panelFor(const QString &scheme) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(), [&](const PanelSpec &spec) {
        return std::any_of(spec.schemes.begin(), spec.schemes.end(),
                           [&](QLatin1String known) { return scheme == known; });
    });
    return found == m_panels.end() ? nullptr : &*found;
}

void ConnectionTree::connectTo(const QStringList &profiles, bool inNewWindow)
{
    if (profiles.isEmpty())
        return;
    if (profiles.size() <= kManyAtOnce) {
        Q_EMIT openRequested(profiles, inNewWindow);
        return;
    }
    const int count = static_cast<int>(profiles.size());
    confirm(this, tr("Connect many"),
            tr("%n connection(s) will be opened, each in a tab of its own.", nullptr, count),
            tr("Connect %1").arg(count),
            [this, profiles, inNewWindow] { Q_EMIT openRequested(profiles, inNewWindow); });
}

void ConnectionTree::connectSelected(bool inNewWindow)
{
    connectTo(m_model->profilesOf(selected()), inNewWindow);
}

void ConnectionTree::edit(const QString &profileId, const QString &folder)
{
    Profile profile;
    profile.folder = folder;
    if (!profileId.isEmpty())
        profile = m_store.profile(profileId).value_or(profile);
    auto *dialog = new ProfileDialog(m_context, m_store, m_panels, profile, this);
    connect(dialog, &ProfileDialog::stored, this,
            [this](const QString &id) { m_view->setCurrentIndex(m_model->indexOfProfile(id)); });
    dialog->open();
}

void ConnectionTree::addConnection()
{
    edit({}, folderForNew());
}

// Named at once, in place.
void ConnectionTree::addFolder()
{
    const QString parent = folderForNew();
    const QString prefix = parent.isEmpty() ? QString() : QString(parent + QLatin1Char('/'));
    const QString path = freeName(prefix + tr("New folder"), m_store.folders());
    m_filter->clear();
    if (const Result<> done = m_store.addFolder(path); !done)
        refuse(done.error().what);
    if (!parent.isEmpty())
        m_view->expand(m_model->indexOfFolder(parent));
    const QModelIndex index = m_model->indexOfFolder(path);
    m_view->setFocus();
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void ConnectionTree::duplicate(const QString &profileId)
{
    std::optional<Profile> profile = m_store.profile(profileId);
    if (!profile)
        return;
    QStringList taken;
    for (const Profile &other : m_store.profiles()) {
        if (other.folder == profile->folder)
            taken.append(other.name);
    }
    profile->id.clear();
    profile->name = freeName(tr("%1 (copy)").arg(profile->name), taken);
    if (const Result<QString> id = m_store.put(*profile); id)
        m_view->setCurrentIndex(m_model->indexOfProfile(*id));
    else
        refuse(id.error().what);
}

void ConnectionTree::removeSelected()
{
    const QModelIndexList rows = selected();
    QStringList folders;
    for (const QModelIndex &index : rows) {
        if (ConnectionModel::isFolder(index))
            folders.append(index.data(ConnectionModel::FolderRole).toString());
    }
    // Also what the filter hides in these folders: the sentence tells how many.
    QStringList profiles = m_model->profilesOf(rows);
    for (const Profile &profile : m_store.profiles()) {
        const bool inside = std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
            return profile.folder == folder || profile.folder.startsWith(folder + QLatin1Char('/'));
        });
        if (inside && !profiles.contains(profile.id))
            profiles.append(profile.id);
    }
    if (rows.isEmpty())
        return;
    const int count = static_cast<int>(profiles.size());
    const QString connections =
        profiles.size() == 1 && m_store.profile(profiles.front())
            ? tr("“%1” will be deleted.").arg(m_store.profile(profiles.front())->name)
            : tr("%n connection(s) will be deleted.", nullptr, count);
    const QString inFolders =
        tr("%n folder(s) will be deleted", nullptr, static_cast<int>(folders.size()));
    const QString sentence =
        folders.isEmpty() ? connections
        : count == 0      ? tr("%1, with nothing in it.").arg(inFolders)
                          : tr("%1, with %n connection(s) in it.", nullptr, count).arg(inFolders);
    confirm(
        this, tr("Delete"), QString(sentence + QLatin1Char('\n') + tr("Open tabs stay open.")),
        tr("Delete"),
        [this, profiles, folders] {
            Result<> done = m_store.remove(profiles);
            for (const QString &folder : folders) {
                if (done)
                    done = m_store.removeFolder(folder);
            }
            if (!done)
                refuse(done.error().what);
        },
        ConfirmDialog::Risk::Lasting);
}

void ConnectionTree::addPracticeServers()
{
    QList<Profile> profiles;
    const QString folder = tr("Practice lab");
    for (const PracticeServer &server : m_lab.servers()) {
        const Result<ParsedAddress> address = parseAddress(server.address);
        if (!address)
            continue;
        Profile profile;
        profile.name = server.words().title;
        profile.folder = folder;
        profile.address = address->address;
        profiles.append(profile);
    }
    if (const Result<> done = m_store.putAll(profiles); !done)
        refuse(done.error().what);
    else
        m_view->expand(m_model->indexOfFolder(folder));
}

void ConnectionTree::importConnections()
{
    auto *dialog = new ImportDialog(m_context, m_panels, folderForNew(), this);
    connect(dialog, &ImportDialog::imported, this, [this](const QStringList &folders) {
        for (QString folder : folders) {
            for (; !folder.isEmpty();
                 folder.truncate(std::max<qsizetype>(folder.lastIndexOf(QLatin1Char('/')), 0)))
                m_view->expand(m_model->indexOfFolder(folder));
        }
    });
    dialog->open();
}

// What is selected, where that is more than one; else all.
void ConnectionTree::exportConnections()
{
    const QStringList chosen = m_model->profilesOf(selected());
    exportProfiles(m_context, chosen.size() > 1 ? chosen : QStringList(), this,
                   [this](const Result<QString> &file) {
                       if (!file)
                           refuse(file.error().what);
                   });
}

void ConnectionTree::fillAddMenu(QMenu &menu)
{
    const auto add = [&](const char *icon, const QString &text, auto call) {
        connect(menu.addAction(symbol(QLatin1String(icon)), text), &QAction::triggered, this, call);
    };
    add("plus", tr("New connection"), [this] { addConnection(); });
    add("folder-new", tr("New folder"), [this] { addFolder(); });
    menu.addSeparator();
    add("import", tr("Import…"), [this] { importConnections(); });
    add("export", tr("Export…"), [this] { exportConnections(); });
    if (!m_lab.servers().isEmpty())
        add("compass", tr("Add the practice lab"), [this] { addPracticeServers(); });
}

void ConnectionTree::showMenu(const QPoint &where)
{
    const QModelIndexList rows = selected();
    const QStringList profiles = m_model->profilesOf(rows);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *icon, const QString &text, auto call) {
        QAction *action = menu->addAction(symbol(QLatin1String(icon)), text);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    if (!profiles.isEmpty()) {
        const auto count = profiles.size();
        QAction *open = add("arrow-right", count == 1 ? tr("Connect") : tr("Connect %1").arg(count),
                            [this] { connectSelected(false); });
        menu->setDefaultAction(open);
        add("window",
            count == 1 ? tr("Connect in a new window")
                       : tr("Connect %1 in a new window").arg(count),
            [this] { connectSelected(true); });
        menu->addSeparator();
    }
    if (rows.size() == 1 && !ConnectionModel::isFolder(rows.front())) {
        const QString id = profiles.front();
        add("edit", tr("Edit…"), [this, id] { edit(id, {}); });
        add("duplicate", tr("Duplicate"), [this, id] { duplicate(id); });
        const std::optional<Profile> profile = m_store.profile(id);
        const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
        if (profile) {
            add("copy", tr("Copy address"),
                [copy, address = profile->address.toString()] { copy(address); });
            const PanelSpec *spec = panelFor(profile->address.scheme);
            if (spec && spec->commandLine)
                add("copy", tr("Copy as command line"),
                    [copy, line = spec->commandLine(profile->address)] { copy(line); });
        }
    }
    if (rows.size() == 1) {
        QAction *rename =
            add("rename", tr("Rename"), [this] { m_view->edit(m_view->currentIndex()); });
        rename->setShortcut(Qt::Key_F2);
    }
    if (!rows.isEmpty()) {
        QAction *remove = add("trash", tr("Delete…"), [this] { removeSelected(); });
        remove->setShortcut(Qt::Key_Delete);
        menu->addSeparator();
    }
    fillAddMenu(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(where));
}

} // namespace Portolan::Ui
