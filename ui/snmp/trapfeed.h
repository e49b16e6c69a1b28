// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/traps/trap.h"
#include "core/snmp/traps/traptext.h"
#include "ui/snmp/trapmodel.h"

#include <QWidget>

#include <functional>
#include <stop_token>

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class NoticeBar;
class TrapDetail;
class TypedField;
class WorkProgress;

// The notifications of one receiver as they come: a filter, the rows, what the chosen one says, and
// the figures, which are always in view. Exports run on a thread of their own. GUI thread.
class TrapFeed : public QWidget
{
    Q_OBJECT

public:
    TrapFeed(TrapModel::Snapshot snapshot, QWidget *parent = nullptr);
    ~TrapFeed() override;

    [[nodiscard]] TrapModel &model() const { return *m_model; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] TrapDetail &detail() const { return *m_detail; }

    // In place of the table until the first one comes.
    void setEmptyPage(QWidget *page);
    void setStats(const Snmp::TrapStats &stats);
    void setFilter(const QString &text);
    [[nodiscard]] QString filterProblem() const;
    [[nodiscard]] QString counters() const;
    void focusFilter();
    void setRejectedShown(bool shown);
    void setPaused(bool paused);
    // Chooses a notification and shows what it says; clears a filter that hides it.
    void reveal(quint64 serial);

    enum class Which { Shown, All };
    void exportTo(const QString &path, Which which, Snmp::TrapFormat format);
    // The rows fit their content once more: the language has changed the words.
    void clear();

Q_SIGNALS:
    void rejectedShownChanged(bool shown);
    void cleared();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showChosen();
    void showMenu(const QPoint &at);
    void saveAs(Which which, Snmp::TrapFormat format);
    void addTerm(const QString &term);
    void retranslate();

    TrapModel *m_model;
    Snmp::TrapStats m_stats;
    std::stop_source m_export;
    bool m_isCleared = false;
    TypedField *m_filter;
    QLabel *m_problem;
    QToolButton *m_rejected;
    QToolButton *m_pause;
    QToolButton *m_clear;
    QToolButton *m_save;
    NoticeBar *m_notice;
    WorkProgress *m_progress;
    QStackedWidget *m_stack;
    QSplitter *m_split;
    DataTable *m_table;
    TrapDetail *m_detail;
    QList<QLabel *> m_figures;
};

} // namespace Portolan::Ui
