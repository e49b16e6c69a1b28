// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/textcharset.h"
#include "core/snmp/varbind.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Portolan::Ui {

class AgentCalls;
class FormSection;

// One object of a SET: what the agent has now, and the new value, checked against the module's
// type, names and ranges. Where no module knows the object the type is chosen. It sends nothing but
// the GET. GUI thread.
class SetRow : public QWidget
{
    Q_OBJECT

public:
    SetRow(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
           const Snmp::Oid &oid, Snmp::TextCharset charset, QWidget *parent = nullptr);

    [[nodiscard]] const Snmp::Oid &oid() const { return m_oid; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isWritable() const; // as far as the module says
    [[nodiscard]] Result<Snmp::Value> read() const;
    // What the agent had; nothing where it has none there, or did not say.
    [[nodiscard]] const std::optional<Snmp::Value> &previous() const { return m_previous; }
    [[nodiscard]] QString preview() const; // "old → new"; empty while there is no value
    // What the agent said of this one; until it is changed.
    void setRefused(const QString &sentence);
    [[nodiscard]] bool isRefused() const { return !m_refused.isEmpty(); }
    void setRemovable(bool removable);
    void focusField();

Q_SIGNALS:
    void changed();
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void reword();
    void onEdited();
    void showProblem();
    void onAnswer(const Result<Snmp::Response> &result);
    [[nodiscard]] QString textOf(const Snmp::Value &value) const;
    [[nodiscard]] bool hasNames() const;
    [[nodiscard]] QWidget *field() const;

    const std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    const Snmp::Oid m_oid;
    const Snmp::TextCharset m_charset;
    Snmp::Smi::Definition m_object; // null: unknown
    std::optional<Snmp::Value> m_previous;
    std::optional<Error> m_unread; // why there is no previous value
    bool m_hasAnswer = false;
    QString m_refused;
    QLabel *m_name;
    QToolButton *m_remove;
    FormSection *m_form;
    QLabel *m_now;
    QComboBox *m_type;
    QComboBox *m_choice;
    QLineEdit *m_text;
};

} // namespace Portolan::Ui
