// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QCompleter;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QStringListModel;
class QToolButton;

namespace Portolan::Ui {

class MibSearch;
class TypedField;

// What is to be asked of the agent: the operation, the objects (names or OIDs, several with blanks
// between them, completed by name), and as whom. Enter runs it. GUI thread.
class OperationBar : public QFrame
{
    Q_OBJECT

public:
    enum class Operation { Get, GetNext, GetBulk, Walk, Table, Set };
    Q_ENUM(Operation)

    explicit OperationBar(QWidget *parent = nullptr);

    void setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot);
    [[nodiscard]] Operation operation() const;
    void setOperation(Operation operation);
    [[nodiscard]] QString target() const;
    void setTarget(const QString &text);
    [[nodiscard]] int repetitions() const;
    void setCredential(const QString &words, bool isInClear);
    // What else concerns how the agent is asked; filled each time that it is opened.
    [[nodiscard]] QMenu *agentMenu() const { return m_agentMenu; }
    void setConnected(bool connected);
    void setRunning(bool running);
    // What is wrong with what was typed, below the field; empty: nothing.
    void setProblem(const QString &sentence);
    void focusTarget();

Q_SIGNALS:
    void runWanted();
    void cancelWanted();
    void credentialWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void complete(const QString &typed);
    void replaceLastWord(const QString &name);
    void showRun();

    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    MibSearch *m_search;
    QComboBox *m_operation;
    TypedField *m_target;
    QSpinBox *m_repetitions;
    QPushButton *m_run;
    QToolButton *m_credential;
    QMenu *m_agentMenu;
    QLabel *m_problem;
    QStringListModel *m_names;
    QCompleter *m_completer;
    QString m_completing;
    bool m_isConnected = false;
    bool m_isRunning = false;
    bool m_isSetting = false;
};

} // namespace Portolan::Ui
