// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/poller.h"
#include "core/snmp/ports/portreader.h"
#include "ui/snmp/agentcalls.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class FilterBar;
class NoticeBar;
class PortsModel;
class PortTiles;
class WorkProgress;

// A switch as one looks at it: its ports as tiles and as a table, joined of what several modules
// say, read anew every few seconds. What the device does not have is named above. GUI thread.
class PortsPage : public QWidget
{
    Q_OBJECT

public:
    explicit PortsPage(AgentCalls &calls, QWidget *parent = nullptr);
    ~PortsPage() override;

    void setConnected(bool connected);
    void readAll();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_reader && m_reader->isRunning(); }
    [[nodiscard]] PortsModel &model() const { return *m_model; }
    [[nodiscard]] PortTiles &tiles() const { return *m_tiles; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] const Snmp::PortView &view() const;

Q_SIGNALS:
    void runningChanged();
    void refreshed();
    void portChosen(const Portolan::Snmp::Oid &oid); // an instance of ifEntry
    void graphWanted(const std::vector<Portolan::Snmp::Oid> &counters);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeReader();
    void refresh();
    void showInterval();
    void showView();
    void placeTiles();
    void showState();
    void showMenu(const QPoint &at);
    void choose(quint32 ifIndex, bool fromTiles);
    void draw(quint32 ifIndex);
    void saveAs();
    void retranslate();

    AgentCalls &m_calls;
    std::unique_ptr<Snmp::PortReader> m_reader;
    Snmp::Poller m_poller;
    PortsModel *m_model;
    bool m_isConnected = false;
    bool m_isFresh = true; // the columns have not been fitted

    QStackedWidget *m_stack;
    QLabel *m_empty;
    QLabel *m_title;
    FilterBar *m_filter;
    QToolButton *m_refresh;
    QComboBox *m_every;
    QToolButton *m_all;
    QToolButton *m_save;
    NoticeBar *m_notice;
    QLabel *m_gaps;
    PortTiles *m_tiles;
    QScrollArea *m_front; // of the tiles
    DataTable *m_table;
    WorkProgress *m_progress;
    QLabel *m_status;
};

} // namespace Portolan::Ui
