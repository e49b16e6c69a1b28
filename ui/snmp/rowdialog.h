// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/textcharset.h"
#include "core/snmp/varbind.h"
#include "ui/widgets/dialogframe.h"

#include <QList>

#include <memory>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace Portolan::Ui {

class FormSection;

// A new row of a table with a RowStatus: its index, and the columns that are to have a value. It
// is made by one SET with createAndGo (RFC 2579, RowStatus), whose varbinds stand in the preview.
// GUI thread.
class RowDialog : public DialogFrame
{
    Q_OBJECT

public:
    RowDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot,
              const Snmp::Smi::Definition &table, const Snmp::Smi::Definition &rowStatus,
              Snmp::TextCharset charset, QWidget *parent);

    // After accepted(): RowStatus last.
    [[nodiscard]] const Snmp::Varbinds &wanted() const { return m_wanted; }

protected:
    void reword() override;

private:
    struct Field
    {
        Snmp::Smi::Definition column; // null: of the index
        QLineEdit *edit;
    };
    [[nodiscard]] Snmp::Varbinds read(bool tell);
    void showPreview();

    const std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    const Snmp::Smi::Definition m_table;
    const Snmp::Smi::Definition m_rowStatus;
    const Snmp::TextCharset m_charset;
    Snmp::Varbinds m_wanted;
    FormSection *m_form;
    QScrollArea *m_scroll;
    QList<QLineEdit *> m_index;
    QList<Field> m_fields;
    QLabel *m_preview;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace Portolan::Ui
