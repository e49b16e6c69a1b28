// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profilestore.h"
#include "core/store/secretstore.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Portolan::Ui {

class CredentialDialog;
class NoticeBar;

// The credentials of this person: who uses them, add, change, forget; and whether the keychain is
// open. A secret goes from the dialog to the SecretStore and is shown nowhere. GUI thread; both
// stores outlive it.
class CredentialsPage : public QWidget
{
    Q_OBJECT

public:
    CredentialsPage(ProfileStore &profiles, SecretStore &secrets, QWidget *parent = nullptr);

    // An empty id: a new one. Also for who edits a profile and wants a credential for it.
    void edit(const QString &credentialId);

Q_SIGNALS:
    void made(const QString &credentialId);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void followSelection();
    void save(CredentialDialog &dialog);
    void askToForget();
    void forget(const QString &id);
    void release(const QString &id);
    void probe();
    void showState();
    void unlock();
    void tell(SecretStore::Failure failure);
    void retranslate();
    [[nodiscard]] QString selected() const;
    [[nodiscard]] QList<Profile> usersOf(const QString &id) const;

    ProfileStore &m_profiles;
    SecretStore &m_secrets;
    SecretStore::State m_state = SecretStore::State::Open;
    NoticeBar *m_notice;
    QLabel *m_empty;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_forget;
    QLabel *m_stateIcon;
    QLabel *m_stateText;
    QPushButton *m_unlock;
};

} // namespace Portolan::Ui
