// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosis/agentprobe.h"
#include "core/snmp/library/miblibrary.h"

#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Portolan::Ui {

class ExplainDrawer;

// Why an agent does not answer, or how well it does: a probe with agents of its own. It writes only
// where the box here is ticked, and then the value that is there already. GUI thread.
class AgentDiagnosisPage : public QWidget
{
    Q_OBJECT

public:
    // Whatever the panel asked with last.
    using MakeCredentials = std::function<Snmp::Credentials()>;

    AgentDiagnosisPage(std::shared_ptr<Snmp::Station> station,
                       std::shared_ptr<Snmp::MibLibrary> library, MakeCredentials credentials,
                       Snmp::AgentProbe::MakeDialer dialer, QWidget *parent = nullptr);
    ~AgentDiagnosisPage() override;

    // What the actions for an agent that is slow set.
    static constexpr int kGentle = 4; // requests in flight
    static constexpr std::chrono::milliseconds kPatient{10'000};
    struct Place
    {
        QString host;
        quint16 port = 0;
    };
    // Where a finding has seen answers come from.
    [[nodiscard]] static std::optional<Place> placeOf(const Finding &finding);

    // Where to; nothing while the address cannot be read.
    void setTarget(const std::optional<Snmp::AgentTarget> &target, const QString &subject);
    void run();
    [[nodiscard]] ExplainDrawer &findings() const { return *m_findings; }

Q_SIGNALS:
    // One of Snmp::Action, for the tab.
    void actionRequested(const QString &action, const Portolan::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void finish();
    [[nodiscard]] QString actionWords(const Finding &finding) const;
    [[nodiscard]] Result<Snmp::AgentProbe::Request> request() const;

    std::shared_ptr<Snmp::Station> m_station;
    std::shared_ptr<Snmp::MibLibrary> m_library;
    const MakeCredentials m_credentials;
    const Snmp::AgentProbe::MakeDialer m_dialer;
    std::optional<Snmp::AgentTarget> m_target;
    std::unique_ptr<Snmp::AgentProbe> m_probe;
    QToolButton *m_fold;
    QWidget *m_choices;
    QLabel *m_objectsLabel;
    QLineEdit *m_objects;
    QLabel *m_prefixesLabel;
    QLineEdit *m_prefixes;
    QCheckBox *m_defaults;
    QCheckBox *m_walk;
    QCheckBox *m_set;
    QLabel *m_problem;
    ExplainDrawer *m_findings;
};

} // namespace Portolan::Ui
