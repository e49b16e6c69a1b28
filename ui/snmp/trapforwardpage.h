// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snmp/trapforwarding.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace Portolan::Ui {

class FormSection;

// The syslog receivers that notifications are forwarded to, as a page of the drawer: how each one
// stands, what waits for it and what was lost, and a form to add one. GUI thread.
class TrapForwardPage : public QWidget
{
    Q_OBJECT

public:
    TrapForwardPage(TrapForwarding &forwarding, const PanelContext &context,
                    std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int chosen() const;
    [[nodiscard]] static QString stateText(const TrapForwarding::Status &status);
    void showTargets();
    void add();
    void retranslate();

    TrapForwarding &m_forwarding;
    PanelContext m_context;
    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    bool m_isShowing = false;
    QLabel *m_lead;
    QTreeWidget *m_targets;
    QPushButton *m_remove;
    QLabel *m_head;
    FormSection *m_form;
    QLineEdit *m_address;
    QLineEdit *m_filter;
    QPushButton *m_add;
    QLabel *m_note;
};

} // namespace Portolan::Ui
