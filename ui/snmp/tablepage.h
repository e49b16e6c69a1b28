// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchpump.h"
#include "core/snmp/poller.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/snmptablemodel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class FilterBar;
class NoticeBar;
class WorkProgress;

// A conceptual table of the agent: read at once or every few seconds, turned, filtered, saved; with
// rows that can be made and deleted where the table has a RowStatus. What is to be written is only
// asked for here; the panel sends it. GUI thread.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    explicit TablePage(AgentCalls &calls, QWidget *parent = nullptr);
    ~TablePage() override;

    // A table, a row or a column; a sentence where it cannot be shown.
    [[nodiscard]] Result<> open(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot,
                                const Snmp::Smi::Definition &object);
    void setMostRows(quint64 rows) { m_mostRows = rows; }
    void setCharset(Snmp::TextCharset charset) { m_model->setCharset(charset); }
    void refresh();
    void cancel();
    void setConnected(bool connected);

    [[nodiscard]] SnmpTableModel &model() const { return *m_model; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] bool isRunning() const { return m_running != 0; }

Q_SIGNALS:
    void runningChanged();
    void setWanted(const Portolan::Snmp::Oid &oid);
    void rowsWanted(const Portolan::Snmp::Varbinds &varbinds, const QString &words);
    void cellChosen(const Portolan::Snmp::Oid &oid);
    void menuWanted(QMenu *menu, const Portolan::Snmp::Oid &oid);
    void refreshed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(std::vector<Snmp::WalkChunk> &&chunks);
    void finish();
    void showInterval();
    void showState();
    void showMenu(const QPoint &at);
    void makeRow();
    void deleteRow(int row);
    void saveAs();
    void retranslate();
    [[nodiscard]] QModelIndex sourceIndex(const QModelIndex &shown) const;

    AgentCalls &m_calls;
    SnmpTableModel *m_model;
    quint64 m_mostRows = 2'000'000;
    Snmp::RequestId m_running = 0;
    quint64 m_turn = 0;
    bool m_isConnected = false;
    bool m_isFresh = false; // its columns have not been fitted
    std::shared_ptr<Snmp::WalkQueue> m_queue;
    std::unique_ptr<BatchPump<Snmp::WalkChunk>> m_pump;
    std::optional<Snmp::WalkSummary> m_summary;
    quint64 m_cells = 0;
    Snmp::Poller m_poller;

    QStackedWidget *m_stack;
    QLabel *m_empty;
    QLabel *m_title;
    FilterBar *m_filter;
    QToolButton *m_refresh;
    QComboBox *m_every;
    QToolButton *m_turnButton;
    QToolButton *m_add;
    QToolButton *m_save;
    NoticeBar *m_notice;
    WorkProgress *m_progress;
    DataTable *m_table;
    QLabel *m_status;
};

} // namespace Portolan::Ui
