// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/varbind.h"
#include "ui/widgets/dialogframe.h"

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Portolan::Ui {

class AgentCalls;
class FieldList;
class FormSection;

// A SET of one object before it is sent: what the agent has now, the new value, checked against the
// module's type, names and ranges, and both side by side. Where no module knows the object the type
// is chosen. It sends nothing but the GET. GUI thread.
class SetDialog : public DialogFrame
{
    Q_OBJECT

public:
    SetDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
              const Snmp::Oid &oid, QWidget *parent);

    // After accepted().
    [[nodiscard]] Snmp::Varbind wanted() const { return m_wanted; }
    // What the agent had; nothing where it has none there, or did not say.
    [[nodiscard]] std::optional<Snmp::Value> previous() const { return m_previous; }
    [[nodiscard]] QString preview() const;

protected:
    void reword() override;

private:
    [[nodiscard]] Result<Snmp::Value> read() const;
    [[nodiscard]] QString textOf(const Snmp::Value &value) const;
    void showPreview();
    void tryToAccept();

    const std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    const Snmp::Oid m_oid;
    Snmp::Smi::Definition m_object; // null: unknown
    Snmp::Varbind m_wanted;
    std::optional<Snmp::Value> m_previous;
    std::optional<Error> m_unread; // why there is no previous value
    bool m_hasAnswer = false;
    FormSection *m_form;
    QLabel *m_now;
    QComboBox *m_type;
    QComboBox *m_choice;
    QLineEdit *m_text;
    QLabel *m_preview;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace Portolan::Ui
