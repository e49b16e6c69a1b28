// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

// What stands in place of the topics while none has come: what to do first, and why not to ask for
// everything. GUI thread.
class EmptyBrokerPage : public QWidget
{
    Q_OBJECT

public:
    enum class Situation { NotConnected, NothingChosen, Waiting };

    explicit EmptyBrokerPage(QWidget *parent = nullptr);
    void setSituation(Situation situation);

Q_SIGNALS:
    void filterWanted();
    void sysWanted();
    void everythingWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Situation m_situation = Situation::NotConnected;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_filter;
    QPushButton *m_sys;
    QPushButton *m_everything;
    QLabel *m_warning;
};

} // namespace Portolan::Ui
