// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

class ElidedLabel;

// The head of a panel that is about one connection: where to, as whom, how it stands (symbol and
// word), the one thing to do about it, and a lock that shows what proves the other side. The panel
// says what is so and does what is asked. GUI thread.
class ConnectionBar : public QFrame
{
    Q_OBJECT

public:
    enum class State { Idle, Busy, Connected, Problem };
    enum class Security { Unknown, Open, Encrypted, Verified }; // Open: anybody can read it

    explicit ConnectionBar(QWidget *parent = nullptr);

    // `name`: of the profile; empty where there is none.
    void setPlace(const QString &address, const QString &user, const QString &name = {});
    // `word` in the language of the moment, such as Panel::stateName().
    void setState(State state, const QString &word);
    // `make` builds what the lock shows (a KeyView); it is owned by the popup.
    void setSecurity(Security security, std::function<QWidget *()> make = {});
    void showSecurity();

Q_SIGNALS:
    void connectClicked();
    void disconnectClicked();
    void cancelClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();

    State m_state = State::Idle;
    Security m_security = Security::Unknown;
    std::function<QWidget *()> m_make;
    QString m_address;
    QString m_user;
    QString m_name;
    ElidedLabel *m_place;
    QLabel *m_icon;
    QLabel *m_word;
    QToolButton *m_lock;
    QPushButton *m_button;
};

} // namespace Portolan::Ui
