// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snmp/trapaccess.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace Portolan::Ui {

// Whom receivers of traps believe, as a page of the drawer: communities, and the list of users of
// version 3. What is changed holds at once. GUI thread.
class TrapUsersPage : public QWidget
{
    Q_OBJECT

public:
    TrapUsersPage(TrapAccess &access, const PanelContext &context, QWidget *parent = nullptr);

    // Ids of users whose passwords are not known.
    void setMissing(const QStringList &ids);
    void addUser();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString chosen() const;
    void showUsers();
    void edit(const QString &id);
    void openDialog(const TrapUserEntry &entry, bool hasPassword);
    void retranslate();

    TrapAccess &m_access;
    PanelContext m_context;
    QStringList m_missing;
    QLabel *m_communityHead;
    QComboBox *m_communities;
    QLineEdit *m_listed;
    QLabel *m_communityNote;
    QLabel *m_userHead;
    QTreeWidget *m_users;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_takeOver;
    QLabel *m_note;
};

} // namespace Portolan::Ui
