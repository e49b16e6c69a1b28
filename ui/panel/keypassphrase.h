// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/panel/panelcontext.h"
#include "ui/widgets/promptdialog.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

namespace Portolan::Ui {

// Where the passphrase of a TLS client's key comes from: the credential that names the key file,
// what was kept until the program closes, or the person, who may have it remembered once it has
// opened the key. One that did not open it is not tried again. Kept no longer than this object, so
// than the tab. GUI thread; the file is looked at on another one.
class KeyPassphrase : public QObject
{
    Q_OBJECT

public:
    KeyPassphrase(const PanelContext &context, QWidget *panel);
    ~KeyPassphrase() override;

    // Answers with ready() or cancelled(), not from inside. Without a key file, and for one that
    // is not locked, there is none. `peer`: for whom, in the dialog; `profile`: gets the credential
    // where it has none.
    void ask(const QString &keyFile, const QString &peer, const QString &profile);
    void cancel();
    // Whether it opened the key.
    void accepted();
    void refused();
    [[nodiscard]] std::optional<Secret> passphrase() const;

Q_SIGNALS:
    void ready();
    void cancelled();
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onLooked(bool locked);
    void askPerson();
    void showDialog(SecretStore::State state);
    void remember();
    [[nodiscard]] PromptDialog::Question words() const;
    [[nodiscard]] std::optional<Credential> credential() const;
    [[nodiscard]] QString key() const;

    PanelContext m_context;
    QWidget *m_panel;
    QString m_keyFile;
    QString m_peer;
    QString m_profile;
    std::optional<Secret> m_passphrase;
    bool m_fromStore = false;
    bool m_storeWasWrong = false;
    bool m_wasWrong = false;
    bool m_remember = false;
    bool m_canStore = false;
    quint64 m_turn = 0;
    QPointer<PromptDialog> m_dialog;
};

} // namespace Portolan::Ui
