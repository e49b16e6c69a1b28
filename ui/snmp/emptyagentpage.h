// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

// What stands in place of results before anything was asked: what the agent says it is, and the
// three questions that people begin with. GUI thread.
class EmptyAgentPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyAgentPage(QWidget *parent = nullptr);

    // `facts`: name, description, time up, as the agent gave them; plain text.
    void setConnected(bool connected, const QString &name, const QString &facts);

Q_SIGNALS:
    void systemWanted();
    void interfacesWanted();
    void everythingWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_isConnected = false;
    QString m_agent;
    QString m_about;
    QLabel *m_heading;
    QLabel *m_facts;
    QLabel *m_text;
    QPushButton *m_system;
    QPushButton *m_interfaces;
    QPushButton *m_everything;
};

} // namespace Portolan::Ui
