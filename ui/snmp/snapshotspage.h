// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/snmpaddress.h"
#include "core/snmp/station.h"
#include "ui/snmp/comparisonjob.h"
#include "ui/snmp/comparisonmodel.h"
#include "ui/snmp/snapshotshelf.h"

#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace Portolan::Ui {

class DataTable;
class FilterBar;
class NoticeBar;
class WorkProgress;

// Snapshots of agents: taking one of this agent, the list of those kept, and what differs between
// two of them, or between one and an agent now, with this or another credential. Agents are asked
// with agents of its own, so that the panel's own work goes on. GUI thread.
class SnapshotsPage : public QWidget
{
    Q_OBJECT

public:
    using MakeCredentials = std::function<Snmp::Credentials()>;
    using MakeDialer = std::function<std::unique_ptr<Net::Dialer>()>;

    // `folder`: where snapshots are kept.
    SnapshotsPage(std::shared_ptr<Snmp::Station> station, const QString &folder,
                  MakeCredentials credentials, MakeDialer dialer, QWidget *parent = nullptr);
    ~SnapshotsPage() override;

    void setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> modules);
    void setTarget(const std::optional<Snmp::AgentTarget> &target);
    void setConnected(bool connected);

    void take();
    void compare();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_recorder || m_job; }
    [[nodiscard]] SnapshotShelf &shelf() const { return *m_shelf; }
    [[nodiscard]] ComparisonModel &result() const { return *m_result; }
    [[nodiscard]] DataTable &list() const { return *m_list; }
    void exportTo(const QString &path);

Q_SIGNALS:
    void objectChosen(const Portolan::Snmp::Oid &oid);
    void objectActivated(const Portolan::Snmp::Oid &oid);
    void menuWanted(QMenu *menu, const Portolan::Snmp::Oid &oid); // to add to
    void told(const QString &sentence);
    void failed(const Portolan::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildResult(QWidget *into);
    void wire();
    void taken(const Result<Snmp::RecordingFacts> &result);
    void fillChoices();
    void askSecond(ComparisonJob::Side first);
    void start(ComparisonJob::Side first, ComparisonJob::Side second);
    void found(const Result<ComparisonJob::OutcomePtr> &result);
    void showFound();
    void shareWidth();
    void showState();
    void showListMenu(const QPoint &at);
    void showResultMenu(const QPoint &at);
    void importFiles();
    void exportSnapshot();
    void removeSnapshot();
    void saveResult();
    void complain(const Error &error);
    void retranslate();
    [[nodiscard]] std::unique_ptr<Snmp::Agent> makeAgent(const Snmp::AgentTarget &target,
                                                         Snmp::Credentials credentials) const;
    [[nodiscard]] QString chosen() const; // path in the list; empty: none
    [[nodiscard]] std::optional<Snmp::Oid> resultOid() const;

    std::shared_ptr<Snmp::Station> m_station;
    const MakeCredentials m_credentials;
    const MakeDialer m_dialer;
    std::shared_ptr<const Snmp::Smi::Snapshot> m_modules;
    std::optional<Snmp::AgentTarget> m_target;
    bool m_isConnected = false;
    SnapshotShelf *m_shelf;
    ComparisonModel *m_result;
    std::unique_ptr<Snmp::AgentRecorder> m_recorder;
    std::unique_ptr<ComparisonJob> m_job;
    QString m_wanted; // path that is to be chosen once it is listed

    QPushButton *m_take;
    QLineEdit *m_label;
    QToolButton *m_import;
    QToolButton *m_export;
    QToolButton *m_remove;
    NoticeBar *m_notice;
    WorkProgress *m_progress;
    QSplitter *m_halves;
    DataTable *m_list;
    QComboBox *m_first;
    QLabel *m_with;
    QComboBox *m_second;
    QLineEdit *m_address;
    QComboBox *m_kind;
    QPushButton *m_compare;
    QWidget *m_narrow;
    std::array<QToolButton *, Snmp::kKinds + 1> m_kinds{}; // the last is noise
    FilterBar *m_filter;
    QToolButton *m_save;
    QLabel *m_notes;
    QStackedWidget *m_stack;
    QLabel *m_hint;
    QTreeView *m_tree;
};

} // namespace Portolan::Ui
