// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/diagnosis/clockprobe.h"

#include <QStringList>
#include <QWidget>

#include <chrono>
#include <memory>

class QCheckBox;
class QToolButton;

namespace Portolan::Ui {

class ExplainDrawer;

// Why servers do not answer, whom to believe, and what is amiss with this computer's clock: what
// the tab's own monitor measured, and trials at the servers that are silent. It asks, and sets no
// clock. Monitor and recorder must outlive it. GUI thread.
class ClockDiagnosisPage : public QWidget
{
    Q_OBJECT

public:
    ClockDiagnosisPage(Ntp::Monitor &monitor, const Ntp::Recorder &recorder,
                       QWidget *parent = nullptr);
    ~ClockDiagnosisPage() override;

    // What the action for answers that are late sets.
    static constexpr std::chrono::milliseconds kPatient{5'000};
    // The server that a finding is about; nullptr where it is gone, or is about several.
    [[nodiscard]] const Ntp::ServerState *serverOf(const Finding &finding) const;

    // In front of a command of chronyc: where the chronyd of this computer listens for it.
    void setChronyc(const QStringList &arguments) { m_chronyc = arguments; }
    void run();
    [[nodiscard]] ExplainDrawer &findings() const { return *m_findings; }

Q_SIGNALS:
    // One of Ntp::Action, for the tab.
    void actionRequested(const QString &action, const Portolan::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void finish();
    [[nodiscard]] QString actionWords(const Finding &finding) const;

    Ntp::Monitor &m_monitor;
    const Ntp::Recorder &m_recorder;
    QStringList m_chronyc;
    std::unique_ptr<Ntp::ClockProbe> m_probe;
    QToolButton *m_fold;
    QWidget *m_choices;
    QCheckBox *m_reach;
    QCheckBox *m_exchange;
    QCheckBox *m_control;
    QCheckBox *m_host;
    ExplainDrawer *m_findings;
};

} // namespace Portolan::Ui
