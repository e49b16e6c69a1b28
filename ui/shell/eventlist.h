// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/eventmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class ElidedLabel;
class EventFilterModel;
class FilterBar;

// The window's timeline at its bottom: one line with the latest event, or the table of all with its
// filter. A row leads to the tab that it came from. GUI thread.
class EventList : public QWidget
{
    Q_OBJECT

public:
    // The model outlives it; several windows show the same one.
    explicit EventList(EventModel &model, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const EventModel &model() const { return m_model; }
    // In place of the latest event until the next one.
    void say(const QString &sentence);

Q_SIGNALS:
    void openChanged(bool open);
    // Event::origin of the row that a person opened; never 0.
    void originWanted(quint64 origin);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTools();
    void retranslate();
    void showLatest();
    void showCount();
    void chooseSeverity();

    EventModel &m_model;
    EventFilterModel *m_severe; // at least as severe as was chosen
    QToolButton *m_toggle;
    QLabel *m_latestIcon;
    ElidedLabel *m_latest;
    QLabel *m_dropped;
    QWidget *m_body;
    FilterBar *m_filter;
    QComboBox *m_severity;
    QToolButton *m_pause;
    QToolButton *m_export;
    QToolButton *m_clear;
    DataTable *m_table;
};

} // namespace Portolan::Ui
