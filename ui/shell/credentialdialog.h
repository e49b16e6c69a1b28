// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/store/profile.h"
#include "ui/widgets/dialogframe.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Portolan::Ui {

// Makes or changes one credential: its name, the user, and what proves it (a password, or a key
// file with its passphrase). The secret can be replaced and is never shown. GUI thread; it stores
// nothing itself.
class CredentialDialog : public DialogFrame
{
    Q_OBJECT

public:
    // An empty id: a new one.
    CredentialDialog(const Credential &credential, QWidget *parent);

    [[nodiscard]] Credential credential() const;
    // What was typed, once; nothing: it stays as it is.
    [[nodiscard]] std::optional<Secret> takeSecret();
    // Why it cannot be saved so; the dialog stays.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void saveClicked();

protected:
    void reword() override;

private:
    void followKind();
    void chooseFile();
    [[nodiscard]] bool hasKey() const;

    const Credential m_credential;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_fileLabel;
    QWidget *m_fileRow;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace Portolan::Ui
