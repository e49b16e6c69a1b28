// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/search.h"
#include "ui/snmp/mibtreemodel.h"

#include <QAbstractListModel>
#include <QWidget>

#include <memory>

class QLabel;
class QListView;
class QStackedWidget;
class QTreeView;

namespace Portolan::Ui {

class MibSearch;
class TypedField;

// What a search has found, best first. GUI thread.
class MibHitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { BelowRole = Qt::UserRole + 1 }; // the second line

    using QAbstractListModel::QAbstractListModel;

    void setHits(std::shared_ptr<const Snmp::Smi::Snapshot> of,
                 const Snmp::Smi::SearchResult &result);
    [[nodiscard]] Snmp::Smi::Definition hit(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const Snmp::Smi::Snapshot> m_of;
    QList<Snmp::Smi::SearchHit> m_hits;
};

// The tree of all modules, and over it a field that finds objects by name, OID and description;
// while something stands in it, a list of what was found takes the tree's place. Letters typed into
// the tree go into the field. Where the tree is opened and what is chosen in it is kept when other
// modules are loaded. GUI thread.
class MibPane : public QWidget
{
    Q_OBJECT

public:
    explicit MibPane(QWidget *parent = nullptr);

    void setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot);
    void setLoading(bool loading, int done, int total);
    [[nodiscard]] Snmp::Oid current() const; // empty: nothing is chosen
    // Opens what leads to it, and shows it; the deepest node that there is.
    void goTo(const Snmp::Oid &oid);
    void focusField();
    [[nodiscard]] TypedField &field() const { return *m_field; }
    [[nodiscard]] QTreeView &tree() const { return *m_tree; }
    [[nodiscard]] QListView &hits() const { return *m_list; }
    [[nodiscard]] MibTreeModel &model() const { return *m_model; }

Q_SIGNALS:
    void chosen(const Portolan::Snmp::Oid &oid);
    void activated(const Portolan::Snmp::Oid &oid); // Enter, double click
    void menuWanted(const Portolan::Snmp::Oid &oid, const QPoint &at);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void readField(const QString &typed);
    void showFigures();
    void choose(const Snmp::Oid &oid);
    void rememberOpen(const QModelIndex &below);

    MibTreeModel *m_model;
    MibHitModel *m_found;
    MibSearch *m_search;
    TypedField *m_field;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QListView *m_list;
    QLabel *m_figures;
    Snmp::Oid m_current;
    QList<Snmp::Oid> m_open;
    int m_hits = 0;
    int m_shown = 0;
    bool m_isLoading = false;
    int m_done = 0;
    int m_total = 0;
    bool m_isFirst = true;
};

} // namespace Portolan::Ui
