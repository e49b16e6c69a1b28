// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/textcharset.h"
#include "ui/widgets/textfilter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace Portolan::Ui {

// What an agent answered, a varbind a row: a million of them in about 150 MB, because a row is
// worded only when it is looked at. Rows come in the order of arrival and are put into the order of
// OIDs by settle(), which moves whole pieces: the pieces of a walk never overlap. A filter goes
// through them in slices of a few milliseconds and shows what it has found so far. GUI thread; what
// pieces() gives may be read on any.
class VarbindModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Syntax, OidText, ColumnCount };
    using Piece = std::shared_ptr<const Snmp::Varbinds>; // in the order of OIDs, not empty
    using Snapshot = std::shared_ptr<const Snmp::Smi::Snapshot>;

    explicit VarbindModel(QObject *parent = nullptr);

    void setSnapshot(Snapshot snapshot);
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    void setCharset(Snmp::TextCharset charset);
    [[nodiscard]] Snmp::TextCharset charset() const { return m_charset; }
    void clear();
    void append(std::vector<Snmp::Varbinds> &&pieces);
    void settle();
    // `column` -1: any.
    void setFilter(const TextFilter &filter, int column);
    [[nodiscard]] bool isFiltering() const { return m_scan.isActive(); } // still at it
    [[nodiscard]] quint64 total() const { return m_total; }
    [[nodiscard]] const std::vector<Piece> &pieces() const { return m_pieces; }
    [[nodiscard]] const Snmp::Varbind &varbind(int row) const;

    // As the table shows it, for export from any thread.
    [[nodiscard]] static QString nameText(const Snmp::Smi::Snapshot &snapshot,
                                          const Snmp::Varbind &varbind);
    [[nodiscard]] static QString valueText(const Snmp::Smi::Snapshot &snapshot,
                                           const Snmp::Varbind &varbind, Snmp::TextCharset charset);
    [[nodiscard]] static QString syntaxText(const Snmp::Smi::Snapshot &snapshot,
                                            const Snmp::Varbind &varbind);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void retranslate();

Q_SIGNALS:
    void filtered(); // a slice, or the end

private:
    [[nodiscard]] const Snmp::Varbind &at(quint64 place) const;
    [[nodiscard]] bool matches(const Snmp::Varbind &varbind) const;
    void countFrom(std::size_t piece);
    void scan();
    void scanAgain();

    Snapshot m_snapshot;
    Snmp::TextCharset m_charset = Snmp::TextCharset::Detect;
    std::vector<Piece> m_pieces;
    std::vector<quint64> m_ends; // rows up to the end of each piece
    quint64 m_total = 0;
    mutable std::size_t m_last = 0; // the piece that was looked into
    bool m_isOrdered = true;
    TextFilter m_filter;
    int m_field = -1;
    std::vector<quint32> m_shown; // while there is a filter
    quint64 m_scanned = 0;
    QTimer m_scan;
};

} // namespace Portolan::Ui
