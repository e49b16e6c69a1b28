// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/alarms.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

class FormSection;

// The rules of alarms as a page of the drawer: what is raised now, the list of rules, and the
// chosen one as a form. Every change is kept in the settings at once and holds in all panels. GUI
// thread; the settings outlive it.
class ClockAlarmsPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr char kRulesKey[] = "ntp/alarm-rules"; // JSON

    explicit ClockAlarmsPage(Settings &settings, QWidget *parent = nullptr);

    // The usual ones where none are kept.
    [[nodiscard]] static QList<Ntp::AlarmRule> rules(const Settings &settings);
    // What is raised, and what would be if another server confirmed it.
    void showState(const QList<Ntp::AlarmEvent> &active, const QList<Ntp::AlarmEvent> &unconfirmed);
    [[nodiscard]] QString stateText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void readRules();
    void store();
    void showList(int choose);
    void showRule();
    void takeRule();
    void addRule(Ntp::AlarmRule::Subject subject);
    [[nodiscard]] int chosen() const;

    Settings &m_settings;
    QList<Ntp::AlarmRule> m_rules;
    QList<Ntp::AlarmEvent> m_active;
    QList<Ntp::AlarmEvent> m_unconfirmed;
    bool m_isShowing = false;
    QLabel *m_heading;
    QLabel *m_state;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_usual;
    FormSection *m_form;
    QLineEdit *m_server;
    QDoubleSpinBox *m_raise;
    QDoubleSpinBox *m_clear;
    QSpinBox *m_raiseAfter;
    QSpinBox *m_clearAfter;
    QCheckBox *m_confirmed;
    QComboBox *m_severity;
};

} // namespace Portolan::Ui
