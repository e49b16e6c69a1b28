// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profileimport.h"

#include <QAbstractTableModel>

namespace Portolan::Ui {

// The preview of an import: one row a profile, with a box that says whether it is taken, and in
// words what will happen to it. Changes nothing but the plan it holds. GUI thread.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, AddressColumn, Folder, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(ImportPlan plan);
    [[nodiscard]] const ImportPlan &plan() const { return m_plan; }
    [[nodiscard]] int chosenCount() const;
    // Where another profile has the name: added beside it, in its place, or not at all.
    void settleConflicts(ImportAction action);
    void chooseAll(bool all);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] QString whatHappens(const ImportItem &item) const;
    void announce(int first, int last);

    ImportPlan m_plan;
    ImportAction m_onConflict = ImportAction::Add;
};

} // namespace Portolan::Ui
