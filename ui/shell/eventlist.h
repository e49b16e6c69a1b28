// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/eventmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace Portolan::Ui {

class ElidedLabel;

// The window's timeline at its bottom: one line with the latest event, or the list of all. GUI
// thread.
class EventList : public QWidget
{
    Q_OBJECT

public:
    // The model outlives it; several windows show the same one.
    explicit EventList(EventModel &model, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const EventModel &model() const { return m_model; }

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showLatest();
    void onAppended();

    EventModel &m_model;
    QToolButton *m_toggle;
    QLabel *m_latestIcon;
    ElidedLabel *m_latest;
    QLabel *m_dropped;
    QTableView *m_table;
};

} // namespace Portolan::Ui
