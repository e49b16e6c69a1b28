// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/ntp/serversmodel.h"

#include <QWidget>

class QMenu;

namespace Portolan::Ui {

class DataTable;
class FilterBar;

// The table of servers with its filter, which shows where there are many or a person wants it. GUI
// thread; the model outlives it.
class ServersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ServersPage(ServersModel &model, QWidget *parent = nullptr);

    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] FilterBar &filter() const { return *m_filter; }
    // Widths, order and choice of the columns: worth keeping on layoutChanged().
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);
    void focusFilter();
    // In the order of the table.
    [[nodiscard]] QList<quint64> selected() const;
    [[nodiscard]] quint64 current() const; // 0: none
    void setCurrent(quint64 server);

Q_SIGNALS:
    void currentChanged(quint64 server);
    void activated(quint64 server);
    void removeWanted(const QList<quint64> &servers);
    // To be filled by the panel; popped up by the page.
    void menuWanted(QMenu *menu, const QList<quint64> &servers);
    void layoutChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    void retranslate();
    void showFilter();

    ServersModel &m_model;
    QWidget *m_top;
    FilterBar *m_filter;
    bool m_isFilterWanted = false;
    DataTable *m_table;
};

} // namespace Portolan::Ui
