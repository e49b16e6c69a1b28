// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/trapfilter.h"
#include "core/snmp/traps/traprules.h"
#include "core/snmp/traps/trapstore.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QColor>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace Portolan::Ui {

// The notifications that a person looks at: those of a TrapStore that the filter lets through, in
// the order of their arrival. Filtering and judging again run in slices between events, so that a
// long store and a slow filter hold nothing up. Words are made of the rows that are painted alone.
// While it is paused the rows stand still and the store goes on. GUI thread.
class TrapModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Severity, Sender, Kind, Name, Uptime, Varbinds, ColumnCount };
    using Snapshot = std::shared_ptr<const Snmp::Smi::Snapshot>;

    explicit TrapModel(Snapshot snapshot, QObject *parent = nullptr);

    void setSnapshot(const Snapshot &snapshot);
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    // Usage, naming the rule, where one makes no sense; then the former ones hold.
    Result<> setRules(const QList<Snmp::TrapRule> &rules);
    [[nodiscard]] const QList<Snmp::TrapRule> &rules() const { return m_rules.rules(); }
    // Usage where it cannot be read; then the former one holds.
    Result<> setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filterText; }
    void setRejectedShown(bool shown);
    [[nodiscard]] bool isRejectedShown() const { return m_rejectedShown; }
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    // `lost`: dropped before they got here.
    void append(std::vector<Snmp::TrapPtr> &&traps, std::uint64_t lost);
    void clear();
    void setLimits(const Snmp::TrapStore::Limits &limits);

    [[nodiscard]] const Snmp::TrapStore &store() const { return m_store; }
    // Of those kept, how many the filter has not looked at.
    [[nodiscard]] std::uint64_t waiting() const;
    [[nodiscard]] bool isScanning() const { return m_slices.isActive(); }

    // Null where the row is out of the store by now.
    [[nodiscard]] Snmp::TrapPtr trapAt(int row) const;
    [[nodiscard]] Snmp::TrapVerdict verdictAt(int row) const;
    [[nodiscard]] std::uint64_t serialAt(int row) const;
    [[nodiscard]] int rowOf(std::uint64_t serial) const; // -1: not shown
    [[nodiscard]] std::vector<Snmp::TrapPtr> shown() const;

    [[nodiscard]] static QString severityWord(Finding::Severity severity);
    [[nodiscard]] static QLatin1String severityIcon(Finding::Severity severity);
    [[nodiscard]] static QColor severityColor(Finding::Severity severity);
    [[nodiscard]] static QString kindText(const Snmp::Trap &trap);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void counted(); // anything that is counted here
    void alarmed(const Portolan::Snmp::TrapPtr &trap, const Portolan::Snmp::TrapVerdict &verdict,
                 quint64 serial);

private:
    struct Words
    {
        QString name;
        QString varbinds;
    };

    [[nodiscard]] bool accepts(const Snmp::Trap &trap) const;
    [[nodiscard]] const Snmp::TrapStore::Row *rowAt(int row) const;
    [[nodiscard]] const Words &wordsOf(std::uint64_t serial, const Snmp::Trap &trap) const;
    void scanAgain();
    void judgeAgain();
    void slice();
    bool scan(qint64 until);
    bool judge(qint64 until);
    void dropGone();

    Snapshot m_snapshot;
    Snmp::TrapRules m_rules;
    Snmp::TrapAlarms m_alarms;
    Snmp::TrapStore m_store;
    QString m_filterText;
    Snmp::TrapFilter m_filter;
    bool m_rejectedShown = true;
    bool m_isPaused = false;
    std::deque<std::uint64_t> m_shown; // serial numbers, rising
    std::uint64_t m_next = 0;          // the first one that was not filtered yet
    std::uint64_t m_unjudged = 0;      // the first one to be judged again
    std::uint64_t m_judgeEnd = 0;      // the first one that need not be
    QTimer m_slices;
    mutable QCache<quint64, Words> m_words;
};

} // namespace Portolan::Ui
