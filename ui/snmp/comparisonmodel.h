// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snmp/comparisonjob.h"
#include "ui/widgets/textfilter.h"

#include <QAbstractItemModel>

#include <vector>

namespace Portolan::Ui {

// What a comparison found, as a tree of two levels: a row of a table with its cells, or a branch of
// the tree with the parts of it that the credentials see. Kinds, noise and text narrow it. GUI
// thread.
class ComparisonModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Object, What, Before, After, ColumnCount };
    enum Role { OidRole = Qt::UserRole + 1 }; // a QString with dots
    using Kind = Snmp::Difference::Kind;

    using QAbstractItemModel::QAbstractItemModel;

    void setOutcome(ComparisonJob::OutcomePtr outcome,
                    std::shared_ptr<const Snmp::Smi::Snapshot> modules);
    void clear();
    [[nodiscard]] const ComparisonJob::OutcomePtr &outcome() const { return m_outcome; }
    void setKindShown(Kind kind, bool shown);
    [[nodiscard]] bool isKindShown(Kind kind) const;
    void setNoiseShown(bool shown);
    [[nodiscard]] bool isNoiseShown() const { return m_noise; }
    void setFilter(const TextFilter &filter);

    // What is shown, as a file of that suffix: "csv", "tsv", "json". May be called on any thread
    // through the function that it gives.
    [[nodiscard]] std::function<QByteArray(const QString &suffix)> exporter() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row
    {
        std::size_t at = 0;             // of what was found; of a branch: of its first part
        std::vector<std::size_t> parts; // cells, or entries of the view map
        Snmp::Oid branch = {};
    };
    void refill();
    [[nodiscard]] bool isViews() const;
    [[nodiscard]] QVariant rowText(const Row &row, int column) const;
    [[nodiscard]] QVariant partText(const Row &row, std::size_t part, int column) const;
    [[nodiscard]] const Snmp::Difference &differenceOf(const Row &row) const;

    ComparisonJob::OutcomePtr m_outcome;
    std::shared_ptr<const Snmp::Smi::Snapshot> m_modules;
    std::vector<Row> m_rows;
    unsigned m_kinds = ~0U & ~1U; // all but counters that only went on
    bool m_noise = false;
    TextFilter m_filter;
};

} // namespace Portolan::Ui
