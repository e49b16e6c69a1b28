// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/traprules.h"
#include "core/snmp/traps/trapstore.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class VarbindRows;

// One notification as it came: what it is called and means, who sent it and how, every varbind with
// its name, syntax, value and words. Of a rejected message why it was, and how it begins. GUI
// thread.
class TrapDetail : public QWidget
{
    Q_OBJECT

public:
    using Snapshot = std::shared_ptr<const Snmp::Smi::Snapshot>;

    explicit TrapDetail(QWidget *parent = nullptr);

    // Null: nothing is chosen. `rule`: the name of the one that fits.
    void showTrap(const Snapshot &snapshot, const Snmp::TrapPtr &trap, const QString &rule);
    [[nodiscard]] const Snmp::TrapPtr &trap() const { return m_trap; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] DataTable &table() const { return *m_table; }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString originText() const;
    [[nodiscard]] QString securityText() const;

    Snapshot m_snapshot;
    Snmp::TrapPtr m_trap;
    QString m_rule;
    VarbindRows *m_rows;
    QLabel *m_heading;
    QLabel *m_origin;
    QLabel *m_security;
    QLabel *m_description;
    QLabel *m_bytes;
    QToolButton *m_copy;
    QToolButton *m_close;
    DataTable *m_table;
};

} // namespace Portolan::Ui
