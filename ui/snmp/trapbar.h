// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

// Where notifications are listened for, whether they are, and the way to what belongs to it: users,
// sending one. The panel says what is so and does what is asked. GUI thread.
class TrapBar : public QFrame
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Listening, Failed };
    enum class Transport { Udp, Tcp, Both };

    explicit TrapBar(QWidget *parent = nullptr);

    // "0.0.0.0:162", "[::1]:1162".
    void setPlace(const QString &place, Transport transport);
    [[nodiscard]] QString place() const;
    [[nodiscard]] Transport transport() const;
    // `where`: the addresses that were opened; shown while it listens.
    void setState(State state, const QString &where = {});
    [[nodiscard]] State state() const { return m_state; }
    void setProblem(const QString &sentence);
    void setUsers(int count);

Q_SIGNALS:
    void startClicked();
    void stopClicked();
    void usersClicked();
    void sendClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();

    State m_state = State::Stopped;
    QString m_where;
    int m_users = 0;
    QLabel *m_icon;
    QLabel *m_word;
    QLineEdit *m_place;
    QComboBox *m_transport;
    QPushButton *m_button;
    QToolButton *m_usersButton;
    QToolButton *m_send;
    QLabel *m_problem;
};

} // namespace Portolan::Ui
