// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"

#include <QScrollArea>

#include <memory>

class QLabel;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

class FieldList;
class FlowLayout;

// One object of the MIB: what it is called, its OID, what its values look like, what it means (in
// our words where the program brings some, and in the module's own), and what can be asked of an
// agent about it. GUI thread.
class ObjectCard : public QScrollArea
{
    Q_OBJECT

public:
    enum class Wish { Get, Walk, Table, Set, Graph };
    Q_ENUM(Wish)

    explicit ObjectCard(QWidget *parent = nullptr);

    // `oid` may go beyond a definition: then it is an instance of it.
    void show(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot, const Snmp::Oid &oid);
    void setConnected(bool connected);
    [[nodiscard]] const Snmp::Oid &oid() const { return m_oid; }

Q_SIGNALS:
    void wanted(Portolan::Ui::ObjectCard::Wish wish, const Portolan::Snmp::Oid &oid);
    void moduleWanted(const QString &module);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showButtons();
    [[nodiscard]] QString rangesText(const Snmp::Smi::Type &type) const;

    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    Snmp::Oid m_oid;
    bool m_isConnected = false;
    QWidget *m_body;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_kind;
    QLabel *m_oidText;
    QToolButton *m_copy;
    QPushButton *m_get;
    QPushButton *m_walk;
    QPushButton *m_table;
    QPushButton *m_set;
    QPushButton *m_graph;
    QLabel *m_ours;
    FieldList *m_fields;
    QLabel *m_theirsHead;
    QLabel *m_theirs;
    QLabel *m_empty;
};

} // namespace Portolan::Ui
