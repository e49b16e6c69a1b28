// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/textcharset.h"
#include "core/snmp/varbind.h"
#include "ui/widgets/dialogframe.h"

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace Portolan::Ui {

class AgentCalls;
class NoticeBar;
class SetRow;

// A SET of one object or of several at once (one PDU: all of them or none, RFC 3416, section
// 4.2.5): what the agent has now and the new values, each checked against its module, all of it
// shown before it is sent. Where the agent refuses one, the dialog stays and marks it. accepted()
// means that the agent has taken all. GUI thread.
class SetDialog : public DialogFrame
{
    Q_OBJECT

public:
    SetDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
              const std::vector<Snmp::Oid> &oids, Snmp::TextCharset charset, QWidget *parent);

    void add(const Snmp::Oid &oid);
    [[nodiscard]] const std::vector<SetRow *> &rows() const { return m_rows; }
    // After accepted(): what was sent, and what the agent had before, without what it did not have.
    [[nodiscard]] const Snmp::Varbinds &sent() const { return m_sent; }
    [[nodiscard]] const Snmp::Varbinds &former() const { return m_former; }
    // "sysContact.0: a → b", a line each.
    [[nodiscard]] QString preview() const;

protected:
    void reword() override;

private:
    void addTyped();
    void remove(SetRow *row);
    void showPreview();
    void send();
    void onAnswer(const Result<Snmp::Response> &result);
    void setSending(bool sending);
    void fitRows();

    const std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    AgentCalls &m_calls;
    const Snmp::TextCharset m_charset;
    std::vector<SetRow *> m_rows;
    Snmp::Varbinds m_sent;
    Snmp::Varbinds m_former;
    bool m_isSending = false;
    NoticeBar *m_notice;
    QScrollArea *m_scroll;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    QLineEdit *m_another;
    QPushButton *m_add;
    QLabel *m_problem;
    QLabel *m_previewHead;
    QLabel *m_preview;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace Portolan::Ui
