// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionmodel.h"

#include "ui/widgets/symbol.h"

#include <QCollator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr QLatin1Char kSlash('/');

QString lastPart(const QString &path)
{
    return path.mid(path.lastIndexOf(kSlash) + 1);
}

QString parentPath(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(kSlash);
    return slash < 0 ? QString() : path.left(slash);
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + kSlash);
}

struct Dragged
{
    QStringList profiles;
    QStringList folders;
};

Dragged readDrag(const QMimeData &data)
{
    const QJsonObject all =
        QJsonDocument::fromJson(data.data(QLatin1String(ConnectionModel::kMimeType))).object();
    const auto texts = [&](QLatin1String key) {
        return QVariant(all.value(key).toArray().toVariantList()).toStringList();
    };
    return {texts(QLatin1String("profiles")), texts(QLatin1String("folders"))};
}

} // namespace

ConnectionModel::ConnectionModel(ProfileStore &store, const ConnectionStates &states,
                                 std::span<const PanelSpec> panels, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_states(states)
    , m_panels(panels)
{
    connect(&store, &ProfileStore::loaded, this, &ConnectionModel::reload);
    connect(&store, &ProfileStore::changed, this, &ConnectionModel::reload);
    connect(&states, &ConnectionStates::changed, this, &ConnectionModel::showState);
    reload();
}

void ConnectionModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = ConnectionFilter(text);
    rebuild();
    endResetModel();
}

void ConnectionModel::reload()
{
    beginResetModel();
    m_profiles = m_store.profiles();
    m_searchable.clear();
    m_searchable.reserve(static_cast<std::size_t>(m_profiles.size()));
    for (const Profile &profile : m_profiles)
        m_searchable.emplace_back(profile);
    rebuild();
    endResetModel();
}

void ConnectionModel::rebuild()
{
    m_nodes.clear();
    m_nodes.emplace_back();
    m_folderNodes.clear();
    m_profileNodes.clear();
    m_shown = 0;
    m_best = -1;
    int bestScore = -1;
    for (const QString &folder : m_store.folders()) {
        if (m_filter.isEmpty() || m_filter.findsFolder(MatchText(folder)))
            folderNode(folder);
    }
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        auto found = m_filter.find(m_searchable[static_cast<std::size_t>(i)]);
        if (!found)
            continue;
        const int parent = folderNode(m_profiles[i].folder);
        const int self = static_cast<int>(m_nodes.size());
        if (found->score > bestScore) {
            bestScore = found->score;
            m_best = self;
        }
        Node added;
        added.parent = parent;
        added.profile = i;
        added.found = std::move(*found);
        m_nodes.push_back(std::move(added));
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(self);
        m_profileNodes.insert(m_profiles[i].id, self);
        ++m_shown;
    }
    numberRows(0);
}

int ConnectionModel::folderNode(const QString &path)
{
    if (path.isEmpty())
        return 0;
    if (const auto known = m_folderNodes.constFind(path); known != m_folderNodes.cend())
        return *known;
    const int parent = folderNode(parentPath(path));
    const int self = static_cast<int>(m_nodes.size());
    Node added;
    added.parent = parent;
    added.path = path;
    m_nodes.push_back(std::move(added));
    m_nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    m_folderNodes.insert(path, self);
    return self;
}

// Folders first, by name as people count ("rack 2" before "rack 10"); profiles stay as they came.
void ConnectionModel::numberRows(int node)
{
    static const QCollator collator = [] {
        QCollator made;
        made.setNumericMode(true);
        made.setCaseSensitivity(Qt::CaseInsensitive);
        return made;
    }();
    std::vector<int> children = m_nodes[static_cast<std::size_t>(node)].children;
    const auto at = [this](int i) -> Node & { return m_nodes[static_cast<std::size_t>(i)]; };
    const auto firstProfile = std::stable_partition(
        children.begin(), children.end(), [&](int child) { return at(child).profile < 0; });
    std::sort(children.begin(), firstProfile, [&](int a, int b) {
        return collator.compare(lastPart(at(a).path), lastPart(at(b).path)) < 0;
    });
    int row = 0;
    for (const int child : children) {
        at(child).row = row++;
        if (at(child).profile < 0)
            numberRows(child);
    }
    at(node).children = std::move(children);
}

const ConnectionModel::Node &ConnectionModel::node(const QModelIndex &index) const
{
    return m_nodes[index.isValid() ? static_cast<std::size_t>(index.internalId()) : 0];
}

QModelIndex ConnectionModel::indexOf(int node) const
{
    return node <= 0 ? QModelIndex()
                     : createIndex(m_nodes[static_cast<std::size_t>(node)].row, 0,
                                   static_cast<quintptr>(node));
}

QModelIndex ConnectionModel::bestMatch() const
{
    return indexOf(m_best);
}

QModelIndex ConnectionModel::indexOfProfile(const QString &id) const
{
    return indexOf(m_profileNodes.value(id, -1));
}

QModelIndex ConnectionModel::indexOfFolder(const QString &path) const
{
    return indexOf(m_folderNodes.value(path, -1));
}

bool ConnectionModel::isFolder(const QModelIndex &index)
{
    return index.isValid() && index.data(IdRole).toString().isEmpty();
}

void ConnectionModel::collectProfiles(int node, QStringList &ids) const
{
    const Node &self = m_nodes[static_cast<std::size_t>(node)];
    if (self.profile >= 0)
        ids.append(m_profiles[self.profile].id);
    for (const int child : self.children)
        collectProfiles(child, ids);
}

QStringList ConnectionModel::profilesOf(const QModelIndexList &indexes) const
{
    QStringList chosen;
    for (const QModelIndex &index : indexes)
        collectProfiles(static_cast<int>(index.internalId()), chosen);
    QStringList all;
    const QSet<QString> wanted(chosen.begin(), chosen.end());
    if (wanted.isEmpty())
        return all;
    collectProfiles(0, all);
    all.removeIf([&](const QString &id) { return !wanted.contains(id); });
    return all;
}

QStringList ConnectionModel::draggedProfiles(const QMimeData &data)
{
    return data.hasFormat(QLatin1String(kMimeType)) ? readDrag(data).profiles : QStringList();
}

QModelIndex ConnectionModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &above = node(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(above.children.size()))
        return {};
    return createIndex(row, 0,
                       static_cast<quintptr>(above.children[static_cast<std::size_t>(row)]));
}

QModelIndex ConnectionModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child).parent) : QModelIndex();
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(node(parent).children.size());
}

int ConnectionModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QIcon ConnectionModel::iconFor(const Profile &profile) const
{
    const QString &scheme = profile.address.scheme;
    if (const auto known = m_icons.constFind(scheme); known != m_icons.cend())
        return *known;
    QLatin1String name("host");
    for (const PanelSpec &spec : m_panels) {
        if (std::any_of(spec.schemes.begin(), spec.schemes.end(),
                        [&](QLatin1String known) { return scheme == known; }))
            name = spec.icon;
    }
    return *m_icons.insert(scheme, symbol(name));
}

QString ConnectionModel::described(const Profile &profile, bool forTooltip) const
{
    const QString state = m_states.of(profile.id).words();
    if (!forTooltip)
        return state.isEmpty() ? profile.name
                               : QString(profile.name + QStringLiteral(", ") + state);
    QStringList lines{profile.name, profile.address.toString()};
    if (!profile.tags.isEmpty())
        lines.append(QStringLiteral("#") + profile.tags.join(QLatin1String(" #")));
    if (!state.isEmpty())
        lines.append(state);
    return lines.join(QLatin1Char('\n'))
        .toHtmlEscaped()
        .replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &self = node(index);
    if (self.profile < 0) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return lastPart(self.path);
        case Qt::DecorationRole: {
            static const QIcon folder = symbol(QLatin1String("folder"));
            return folder;
        }
        case FolderRole:
            return self.path;
        default:
            return {};
        }
    }
    const Profile &profile = m_profiles[self.profile];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return profile.name;
    case Qt::DecorationRole:
        return iconFor(profile);
    case Qt::ToolTipRole:
        return described(profile, true);
    case Qt::AccessibleTextRole:
        return described(profile, false);
    case IdRole:
        return profile.id;
    case FolderRole:
        return profile.folder;
    case AddressRole:
        return profile.address.display();
    case TagsRole:
        return profile.tags;
    case CountsRole:
        return QVariant::fromValue(m_states.of(profile.id));
    case NameRangesRole:
        return QVariant::fromValue(self.found.name);
    case AddressRangesRole:
        return QVariant::fromValue(self.found.address);
    case ByAddressRole:
        return self.found.byAddress;
    default:
        return {};
    }
}

bool ConnectionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (!index.isValid() || role != Qt::EditRole || name == data(index, role).toString())
        return false;
    // After the view has closed its editor: the store's answer rebuilds the tree.
    const Node &self = node(index);
    const QString id = self.profile < 0 ? QString() : m_profiles[self.profile].id;
    QMetaObject::invokeMethod(
        this, [this, id, folder = self.path, name] { rename(id, folder, name); },
        Qt::QueuedConnection);
    return true;
}

void ConnectionModel::rename(const QString &id, const QString &folder, const QString &name)
{
    Result<> done;
    if (id.isEmpty()) {
        if (name.isEmpty() || name.contains(kSlash)) {
            Q_EMIT refused(tr("A folder needs a name without “/”."));
            return;
        }
        const QString parent = parentPath(folder);
        done =
            m_store.renameFolder(folder, parent.isEmpty() ? name : QString(parent + kSlash + name));
    } else if (std::optional<Profile> profile = m_store.profile(id)) {
        profile->name = name;
        if (const Result<QString> put = m_store.put(*profile); !put)
            done = tl::unexpected(put.error());
    }
    if (!done)
        Q_EMIT refused(done.error().what);
}

Qt::ItemFlags ConnectionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // the top
    const Qt::ItemFlags common =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return node(index).profile < 0 ? common | Qt::ItemIsDropEnabled
                                   : common | Qt::ItemNeverHasChildren;
}

QStringList ConnectionModel::mimeTypes() const
{
    return {QLatin1String(kMimeType)};
}

QMimeData *ConnectionModel::mimeData(const QModelIndexList &indexes) const
{
    Dragged dragged;
    for (const QModelIndex &index : indexes) {
        const Node &self = node(index);
        if (self.profile < 0)
            dragged.folders.append(self.path);
    }
    // What lies in a dragged folder goes with it.
    const auto goesAlong = [&](const QString &folder, const QString &self) {
        return std::any_of(
            dragged.folders.begin(), dragged.folders.end(),
            [&](const QString &other) { return other != self && isWithin(folder, other); });
    };
    QStringList outermost = dragged.folders;
    outermost.removeIf([&](const QString &folder) { return goesAlong(folder, folder); });
    for (const QModelIndex &index : indexes) {
        const Node &self = node(index);
        if (self.profile >= 0 && !goesAlong(m_profiles[self.profile].folder, {}))
            dragged.profiles.append(m_profiles[self.profile].id);
    }
    dragged.folders = outermost;
    const QJsonObject all{
        {QStringLiteral("profiles"), QJsonArray::fromStringList(dragged.profiles)},
        {QStringLiteral("folders"), QJsonArray::fromStringList(dragged.folders)}};
    auto *data = new QMimeData;
    data->setData(QLatin1String(kMimeType), QJsonDocument(all).toJson(QJsonDocument::Compact));
    return data;
}

bool ConnectionModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                      const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !data->hasFormat(QLatin1String(kMimeType)) ||
        (parent.isValid() && node(parent).profile >= 0))
        return false;
    const QString &target = node(parent).path;
    const Dragged dragged = readDrag(*data);
    return std::none_of(dragged.folders.begin(), dragged.folders.end(),
                        [&](const QString &folder) { return isWithin(target, folder); });
}

bool ConnectionModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                   int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Node target = node(parent);
    const Dragged dragged = readDrag(*data);
    // The next sibling that is not itself on the way; a line between folders means "before all".
    QString before;
    for (int i = std::max(row, 0); row >= 0 && i < static_cast<int>(target.children.size()); ++i) {
        const Node &sibling =
            m_nodes[static_cast<std::size_t>(target.children[static_cast<std::size_t>(i)])];
        if (sibling.profile < 0 || dragged.profiles.contains(m_profiles[sibling.profile].id))
            continue;
        before = m_profiles[sibling.profile].id;
        break;
    }
    Result<> done;
    for (const QString &folder : dragged.folders) {
        const QString to = target.path.isEmpty() ? lastPart(folder)
                                                 : QString(target.path + kSlash + lastPart(folder));
        if (done && to != folder)
            done = m_store.renameFolder(folder, to);
    }
    if (done && !dragged.profiles.isEmpty())
        done = m_store.move(dragged.profiles, target.path, before);
    if (!done)
        Q_EMIT refused(done.error().what);
    // The rows have moved already: true would make the view remove the dragged ones.
    return false;
}

void ConnectionModel::showState(const QString &profile)
{
    if (const QModelIndex index = indexOfProfile(profile); index.isValid())
        Q_EMIT dataChanged(index, index, {CountsRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

} // namespace Portolan::Ui
