// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profilestore.h"
#include "ui/panel/panelspec.h"
#include "ui/shell/connectionfilter.h"
#include "ui/shell/connectionstates.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>
#include <QList>

#include <span>
#include <vector>

namespace Portolan::Ui {

// Folders and profiles as a tree: folders first, by name, then profiles in the person's order. With
// a filter, the profiles that it finds and the folders above them. Every change is a reset, which a
// view survives by ids and paths (5,000 profiles: a few milliseconds). Renaming and moving go
// straight to the store; what the store refuses is told by refused(). GUI thread.
class ConnectionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // of the profile; empty for a folder
        FolderRole,            // a folder's own path; of a profile where it is
        AddressRole,           // "ops@bastion:2222"
        TagsRole,
        CountsRole,        // ConnectionCounts
        NameRangesRole,    // QList<TextRange>
        AddressRangesRole, //
        ByAddressRole,     // found by its address: worth showing
    };
    // Of what is dragged: profiles' ids and folders' paths.
    static constexpr char kMimeType[] = "application/x-portolan-connections";

    // All outlive it.
    ConnectionModel(ProfileStore &store, const ConnectionStates &states,
                    std::span<const PanelSpec> panels, QObject *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    // Profiles that are shown, and that there are.
    [[nodiscard]] qsizetype shownCount() const { return m_shown; }
    [[nodiscard]] qsizetype profileCount() const { return m_profiles.size(); }
    // The best hit of the filter, or the first profile.
    [[nodiscard]] QModelIndex bestMatch() const;

    [[nodiscard]] QModelIndex indexOfProfile(const QString &id) const;
    [[nodiscard]] QModelIndex indexOfFolder(const QString &path) const;
    [[nodiscard]] static bool isFolder(const QModelIndex &index);
    // Of all profiles among these and below them, each once, in the order of the tree.
    [[nodiscard]] QStringList profilesOf(const QModelIndexList &indexes) const;
    // What a drag carries; empty where it is none of ours.
    [[nodiscard]] static QStringList draggedProfiles(const QMimeData &data);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    // Moved within the tree, copied to where the tabs are.
    [[nodiscard]] Qt::DropActions supportedDragActions() const override
    {
        return Qt::MoveAction | Qt::CopyAction;
    }
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                       int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    // The store did not want it: one sentence.
    void refused(const QString &sentence);

private:
    struct Node
    {
        int parent = -1;
        int row = 0;
        qsizetype profile = -1; // in m_profiles; -1: a folder
        QString path = {};      // a folder's
        std::vector<int> children = {};
        ConnectionFilter::Found found = {};
    };

    void reload();
    void rebuild();
    int folderNode(const QString &path);
    void numberRows(int node);
    [[nodiscard]] const Node &node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(int node) const;
    [[nodiscard]] QIcon iconFor(const Profile &profile) const;
    [[nodiscard]] QString described(const Profile &profile, bool forTooltip) const;
    void rename(const QString &id, const QString &folder, const QString &name);
    void collectProfiles(int node, QStringList &ids) const;
    void showState(const QString &profile);

    ProfileStore &m_store;
    const ConnectionStates &m_states;
    std::span<const PanelSpec> m_panels;
    QList<Profile> m_profiles;
    std::vector<SearchableProfile> m_searchable;
    ConnectionFilter m_filter;
    std::vector<Node> m_nodes; // the root is the first
    QHash<QString, int> m_folderNodes;
    QHash<QString, int> m_profileNodes;
    qsizetype m_shown = 0;
    int m_best = -1;
    mutable QHash<QString, QIcon> m_icons; // by scheme
};

} // namespace Portolan::Ui
Q_DECLARE_METATYPE(Portolan::Ui::ConnectionCounts)
