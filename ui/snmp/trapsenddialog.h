// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"
#include "core/snmp/library/miblibrary.h"
#include "core/snmp/station.h"
#include "core/snmp/traps/notification.h"
#include "ui/snmp/trapaccess.h"
#include "ui/widgets/dialogframe.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace Portolan::Ui {

class FormSection;

// A trap or an inform, made by a module's notification: its objects stand there to be filled in,
// and what does not fit their types is said before anything is sent. It stays open, so that
// another one can follow. Passwords come from the list of users. GUI thread.
class TrapSendDialog : public DialogFrame
{
    Q_OBJECT

public:
    TrapSendDialog(std::shared_ptr<Snmp::Station> station,
                   std::shared_ptr<Snmp::MibLibrary> library, TrapAccess &access,
                   const QString &place, QWidget *parent);
    ~TrapSendDialog() override;

    // As if typed: "IF-MIB::linkDown". Fills in its objects.
    void setNotification(const QString &name);
    [[nodiscard]] QString result() const;

protected:
    void reword() override;

private:
    struct Row
    {
        QLineEdit *name;
        QComboBox *type; // where no module knows the object
        QWidget *value;  // a QComboBox where it has names, else a QLineEdit
        QLabel *problem;
        QToolButton *remove;
    };

    void fillObjects();
    void addObject(const QString &name, const QString &value);
    void clearObjects();
    void makeValue(Row &row, const QString &text);
    void onInstance(const QString &now);
    void placeRows();
    [[nodiscard]] static QString textOf(const Row &row);
    [[nodiscard]] Snmp::NotificationDraft draft() const;
    void showWhatFits();
    void send();
    void sendTo(Snmp::AgentTarget target, Snmp::Credentials credentials, Snmp::Varbinds varbinds);
    void showResult(bool isGood, const QString &text);

    std::shared_ptr<Snmp::Station> m_station;
    std::shared_ptr<Snmp::MibLibrary> m_library;
    TrapAccess &m_access;
    std::unique_ptr<Snmp::Agent> m_agent;
    QElapsedTimer m_clock;
    QString m_filled; // the notification whose objects stand there
    QString m_instanceBefore = QStringLiteral("1");
    std::vector<Row> m_rows;
    FormSection *m_form;
    QLineEdit *m_to;
    QComboBox *m_version;
    QLineEdit *m_community;
    QComboBox *m_user;
    QComboBox *m_kind;
    QLineEdit *m_notification;
    QLineEdit *m_instance;
    QStringListModel *m_names;
    QLabel *m_objectsHead;
    QWidget *m_objects;
    QGridLayout *m_grid;
    QToolButton *m_add;
    QLabel *m_result;
    QPushButton *m_close;
    QPushButton *m_send;
};

} // namespace Portolan::Ui
