// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/discovery/discovery.h"
#include "core/snmp/station.h"
#include "ui/panel/paneltool.h"
#include "ui/widgets/dialogframe.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Portolan::Ui {

class DataTable;
class FormSection;
class FoundModel;
class NoticeBar;
class WorkProgress;

// Finds the agents of a range of addresses: what to ask and with what above, a live table below;
// what is found is opened, kept as connections, or exported. Not modal. Typed secrets are kept in
// the fields until it closes, and in the keychain where connections are made of them. GUI thread.
class DiscoveryDialog : public DialogFrame
{
    Q_OBJECT

public:
    DiscoveryDialog(const PanelContext &context,
                    std::function<void(const QString &address)> openAddress, QWidget *parent);
    ~DiscoveryDialog() override;

    // For the table of panels.
    [[nodiscard]] static std::span<const PanelTool> tools();

    [[nodiscard]] FoundModel &model() const { return *m_model; }
    [[nodiscard]] bool isRunning() const { return m_discovery != nullptr; }
    [[nodiscard]] QString planText() const;

protected:
    void reword() override;

private:
    // What a found agent's credential becomes in a connection.
    struct Tried
    {
        Snmp::DiscoveryCredential credential;
        QString stored; // id of a Credential; empty: typed here
    };

    void collectStored();
    void showWhatFits();
    void showPlan();
    void startOrStop();
    void begin(std::vector<Tried> tried);
    [[nodiscard]] Result<Snmp::ScanRange> range() const;
    [[nodiscard]] Result<std::vector<Tried>> typed() const;
    void readStored(std::vector<Tried> typed);
    void onFinished(const std::optional<Error> &error);
    void showState();
    void openSelected();
    void addSelected();
    void saveAs();
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] Portolan::Address addressOf(const Snmp::FoundAgent &agent) const;

    const PanelContext m_context;
    const std::function<void(const QString &)> m_openAddress;
    std::shared_ptr<Snmp::Station> m_station;
    std::unique_ptr<Snmp::Discovery> m_discovery;
    std::vector<Tried> m_stored; // without secrets
    std::vector<Tried> m_tried;  // of the run that is shown
    Snmp::DiscoveryProgress m_progress;
    quint64 m_turn = 0;
    bool m_isPreparing = false;

    FormSection *m_form;
    QLineEdit *m_range;
    QLineEdit *m_communities;
    QLineEdit *m_user;
    QComboBox *m_level;
    QComboBox *m_auth;
    QLineEdit *m_authPassword;
    QComboBox *m_priv;
    QLineEdit *m_privPassword;
    QCheckBox *m_useStored;
    QSpinBox *m_rate;
    QLabel *m_plan;
    NoticeBar *m_notice;
    WorkProgress *m_work;
    DataTable *m_table;
    FoundModel *m_model;
    QLabel *m_status;
    QPushButton *m_start;
    QPushButton *m_open;
    QPushButton *m_add;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace Portolan::Ui
