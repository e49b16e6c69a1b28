// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/textcharset.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Portolan::Ui {

// A conceptual table as rows and columns (RFC 2578, section 7.7): first the parts of the index,
// read as the module says, then the columns that can be read. Cells come in any order; one that did
// not come is missing, which is another thing than empty. It can be turned, so that rows become
// columns. A refresh keeps the rows where they are and marks what has changed. GUI thread.
class SnmpTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Snapshot = std::shared_ptr<const Snmp::Smi::Snapshot>;
    static constexpr int kMostTurned = 500; // rows that may become columns

    struct Cell
    {
        Snmp::Smi::Definition column; // null: of the index
        Snmp::Oid oid;                // of the instance
        std::optional<Snmp::Value> value;
    };

    explicit SnmpTableModel(QObject *parent = nullptr);

    // A table, a row or a column of it; false where it is none, or has nothing to read.
    bool setTable(Snapshot snapshot, const Snmp::Smi::Definition &object);
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    void setCharset(Snmp::TextCharset charset);
    [[nodiscard]] Snmp::TextCharset charset() const { return m_charset; }
    [[nodiscard]] Snmp::Smi::Definition table() const { return m_table; }
    // What is to be walked, in this order.
    [[nodiscard]] std::vector<Snmp::Oid> roots() const;

    void begin();                                          // of a walk
    void take(const std::vector<Snmp::WalkChunk> &chunks); // `root` is a place in roots()
    void end(bool isComplete);                             // takes out what has gone
    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] quint64 missing() const; // cells

    void setTurned(bool turned);
    [[nodiscard]] bool isTurned() const { return m_isTurned; }

    // Of a row of the table, whichever way it is turned; -1 for none.
    [[nodiscard]] int rowOf(const QModelIndex &index) const;
    [[nodiscard]] std::optional<Cell> cell(const QModelIndex &index) const;
    [[nodiscard]] const Snmp::Oid &suffix(int row) const { return m_rows[row].suffix; }
    [[nodiscard]] QString rowName(int row) const; // "ifIndex 3"
    // The column whose type is RowStatus; null where there is none.
    [[nodiscard]] Snmp::Smi::Definition rowStatus() const;
    [[nodiscard]] std::optional<Snmp::Value> value(int row,
                                                   const Snmp::Smi::Definition &column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void retranslate();

private:
    struct Value
    {
        Snmp::Value value;
        quint32 turn = 0; // of the walk that brought it; 0: none
        bool changed = false;
    };
    struct Row
    {
        Snmp::Oid suffix;
        std::vector<Value> values;
        QStringList index;
        quint32 turn = 0;
    };
    [[nodiscard]] int fields() const; // index parts and columns
    [[nodiscard]] QVariant field(int row, int field, int role) const;
    [[nodiscard]] QString fieldName(int field) const;
    [[nodiscard]] bool isHere(const Value &value) const { return value.turn != 0; }
    void sortRows();
    [[nodiscard]] QStringList indexOf(const Snmp::Oid &suffix) const;

    Snapshot m_snapshot;
    Snmp::TextCharset m_charset = Snmp::TextCharset::Detect;
    Snmp::Smi::Definition m_table;
    QList<Snmp::Smi::Definition::Index> m_index;
    QList<Snmp::Smi::Definition> m_columns;
    std::vector<Row> m_rows;
    std::unordered_map<Snmp::Oid, std::size_t> m_places;
    quint32 m_turn = 0;
    bool m_isTurned = false;
};

} // namespace Portolan::Ui
