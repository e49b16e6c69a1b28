// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchpump.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/varbindmodel.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class FilterBar;
class NoticeBar;
class WorkProgress;

// What an operation brought, a varbind a row, while it runs: filter, copy, export. The next
// operation takes its place. Rows of a walk stream in and are never dropped; the walk itself stops
// at a number of rows that the settings name. GUI thread.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPage(AgentCalls &calls, QWidget *parent = nullptr);
    ~ResultsPage() override;

    void setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot);
    void setCharset(Snmp::TextCharset charset) { m_model->setCharset(charset); }
    // Shown while there has been no operation; this page's from now on.
    void setEmptyPage(QWidget *page);
    void setMostRows(quint64 rows) { m_mostRows = rows; }

    void get(const std::vector<Snmp::Oid> &oids);
    void getNext(const std::vector<Snmp::Oid> &oids);
    void getBulk(const std::vector<Snmp::Oid> &oids, int repetitions);
    void walk(const std::vector<Snmp::Oid> &roots);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running != 0; }
    [[nodiscard]] VarbindModel &model() const { return *m_model; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] FilterBar &filter() const { return *m_filter; }
    [[nodiscard]] QString status() const;
    // "csv", "tsv", "json", of what is there now.
    void exportTo(const QString &path);
    [[nodiscard]] std::vector<Snmp::Varbind> selected() const;

Q_SIGNALS:
    void runningChanged();
    // Where a GETNEXT has come to, for the next one.
    void stepped(const Portolan::Snmp::Oid &oid);
    void rowChosen(const Portolan::Snmp::Varbind &varbind);
    void menuWanted(QMenu *menu); // to add to, before it is shown
    void explainWanted();
    void failed(const Portolan::Error &error);
    void finished(quint64 rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void begin(const QString &step);
    void ask(const Snmp::Request &request, bool isStep);
    void take(std::vector<Snmp::WalkChunk> &&chunks);
    void end(const std::optional<Error> &problem);
    void finishWalk();
    void showCount();
    void showMenu(const QPoint &at);
    void saveAs();
    void retranslate();
    [[nodiscard]] QString walkWords() const;

    AgentCalls &m_calls;
    VarbindModel *m_model;
    quint64 m_mostRows = 2'000'000;
    quint64 m_turn = 0; // of operations; what an older one still brings is not shown
    Snmp::RequestId m_running = 0;
    bool m_isWalk = false;
    bool m_wasCancelled = false;
    QElapsedTimer m_time;
    double m_seconds = 0;
    std::optional<Snmp::WalkSummary> m_summary;
    std::optional<std::chrono::microseconds> m_rtt;
    std::shared_ptr<Snmp::WalkQueue> m_queue;
    std::unique_ptr<BatchPump<Snmp::WalkChunk>> m_pump;
    std::stop_source m_export;
    QTimer m_settle;
    QString m_step;
    bool m_canSort = true;
    bool m_isQuiet = false;   // the page itself changes the table
    bool m_isLaidOut = false; // columns, by the person

    QStackedWidget *m_stack;
    QWidget *m_content;
    FilterBar *m_filter;
    QToolButton *m_save;
    NoticeBar *m_notice;
    WorkProgress *m_progress;
    DataTable *m_table;
    QLabel *m_status;
};

} // namespace Portolan::Ui
