// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

// What stands in place of the notifications until the first one comes: what is waited for, and how
// to see one at once. GUI thread.
class EmptyTrapPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyTrapPage(QWidget *parent = nullptr);

    // Where it listens; empty while it does not.
    void setPlaces(const QStringList &places);

Q_SIGNALS:
    void sendWanted();
    void usersWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStringList m_places;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_send;
    QPushButton *m_users;
};

} // namespace Portolan::Ui
