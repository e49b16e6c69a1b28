// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/relay.h"
#include "core/snmp/recordings/agentrecorder.h"
#include "core/snmp/recordings/viewmap.h"

#include <QObject>
#include <QTemporaryDir>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Portolan::Ui {

// One comparison of two snapshots or agents: agents are recorded into a temporary folder first,
// both at the same time, then the files are compared on a thread of the global pool. Destroying it
// stops everything. finished() comes once. GUI thread.
class ComparisonJob : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Differences, Views };
    struct Side
    {
        QString path;                       // of a file; empty: the agent
        std::unique_ptr<Snmp::Agent> agent; //
        QString label;                      // of the agent's recording
    };
    struct Found
    {
        Snmp::Difference difference;
        QString words; // what a filter looks at
    };
    struct Outcome
    {
        Kind kind = Kind::Differences;
        std::array<Snmp::RecordingFacts, 2> facts = {};
        Snmp::ComparisonSummary summary = {};
        std::vector<Found> found = {}; // the first ones
        quint64 omitted = 0;           // differences that are counted only
        Snmp::ViewMap views = {};
    };
    using OutcomePtr = std::shared_ptr<const Outcome>;
    static constexpr std::size_t kMostFound = 50'000;
    static constexpr std::size_t kMostAdvanced = 20'000; // of counters that only went on

    ComparisonJob(Kind kind, std::array<Side, 2> sides,
                  std::shared_ptr<const Snmp::Smi::Snapshot> modules, QObject *parent = nullptr);
    ~ComparisonJob() override;

Q_SIGNALS:
    // Objects read of agents, or of files when those are compared.
    void progressed(bool isComparing, quint64 objects);
    void finished(const Portolan::Result<Portolan::Ui::ComparisonJob::OutcomePtr> &result);

private:
    void compareWhenReady();
    void end(const Result<OutcomePtr> &result);

    const Kind m_kind;
    const std::shared_ptr<const Snmp::Smi::Snapshot> m_modules;
    std::shared_ptr<QTemporaryDir> m_folder; // for as long as the thread reads there
    std::array<QString, 2> m_paths;
    std::array<std::unique_ptr<Snmp::AgentRecorder>, 2> m_recorders;
    std::array<bool, 2> m_isReady{};
    std::stop_source m_stop;
    std::shared_ptr<Relay<ComparisonJob>> m_relay;
    bool m_isOver = false;
};

} // namespace Portolan::Ui
