// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/traprules.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeWidget;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

class FormSection;

// The rules that grade and colour notifications and raise alarms, as a page of the drawer: a list,
// in which the first that fits holds, and the chosen one as a form. What makes sense holds at once
// and is kept in the settings; a filter that cannot be read is said at its field and changes
// nothing. GUI thread.
class TrapRulesPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr char kRulesKey[] = "snmp/trap-rules"; // JSON
    static constexpr int kMostRules = 200;

    TrapRulesPage(Settings &settings, std::shared_ptr<const Snmp::Smi::Snapshot> snapshot,
                  QWidget *parent = nullptr);

    // What the settings hold, else the usual ones.
    [[nodiscard]] static QList<Snmp::TrapRule> rules(const Settings &settings);
    void setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot);
    [[nodiscard]] QString filterProblem() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int chosen() const;
    void showList(int choose);
    void showRule();
    void take(); // what the form says
    void keep(int choose);
    void move(int by);
    void chooseColour();
    void showColour();
    void retranslate();

    Settings &m_settings;
    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    QList<Snmp::TrapRule> m_rules;
    bool m_isShowing = false; // the form follows, not the person
    bool m_isKeeping = false;
    QLabel *m_lead;
    QTreeWidget *m_list;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_usual;
    QWidget *m_editor;
    FormSection *m_form;
    QLineEdit *m_name;
    QLineEdit *m_filter;
    QComboBox *m_severity;
    QWidget *m_colourRow;
    QPushButton *m_colour;
    QPushButton *m_noColour;
    QCheckBox *m_alarm;
    QSpinBox *m_count;
    QSpinBox *m_seconds;
};

} // namespace Portolan::Ui
