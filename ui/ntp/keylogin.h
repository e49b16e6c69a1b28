// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/serveraddress.h"
#include "ui/panel/panelcontext.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <optional>

namespace Portolan::Ui {

class PromptDialog;

// Where symmetric keys come from: what was kept, the credential of the profile, or the person, one
// question at a time. A key is written as in a key file: "HEX:..", "ASCII:.." or plain. One
// panel's; GUI thread.
class KeyLogin : public QObject
{
    Q_OBJECT

public:
    using Ready = std::function<void(std::optional<Ntp::SymmetricKey>)>;

    KeyLogin(const PanelContext &context, QWidget *panel);
    ~KeyLogin() override;

    // `ready` is called once, not from inside; with nothing where the person gave no key. `always`
    // asks the person whatever is known: the server did not accept it.
    void ask(const Ntp::ServerTarget &target, const QString &profile, bool always, Ready ready);
    // A key that came from a file, kept until the program closes.
    void keep(const Ntp::ServerTarget &target, const Ntp::SymmetricKey &key);
    void cancel();
    void retranslate();

private:
    struct Question
    {
        Ntp::ServerTarget target;
        QString profile;
        bool always;
        Ready ready;
    };
    [[nodiscard]] QString keyOf(const Question &question) const;
    void next();
    void askPerson(const QString &problem);
    void answer(std::optional<Ntp::SymmetricKey> key);
    [[nodiscard]] static QString place(const Ntp::ServerTarget &target);

    PanelContext m_context;
    QWidget *m_panel;
    std::deque<Question> m_questions;
    bool m_isAsking = false;
    quint64 m_turn = 0;
    QString m_problem;
    QPointer<PromptDialog> m_dialog;
};

} // namespace Portolan::Ui
