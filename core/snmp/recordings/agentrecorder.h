// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"
#include "core/snmp/agent.h"
#include "core/snmp/recordings/recording.h"

#include <QObject>

#include <memory>

namespace Portolan::Snmp {

class RecordingEngine;

// Walks an agent into a file. Lives on the thread that made it; rows go from the engine's thread to
// a thread of its own, which writes: a slow disk slows the walk down, and memory stays bounded.
// finished() comes exactly once after start(), with Cancelled after cancel(). A walk that came to
// no end is kept with what was read, and says so; one that read nothing is an error. The file is
// there, whole, when finished() says so, and else not at all.
class AgentRecorder : public QObject
{
    Q_OBJECT
public:
    // `label`: what a person calls it; may be empty.
    AgentRecorder(std::unique_ptr<Agent> agent, const QString &path, const QString &label,
                  QObject *parent = nullptr);
    ~AgentRecorder() override;

    // Everything that agents have, where it names no roots.
    void start(WalkRequest request = {});
    void cancel();
    [[nodiscard]] quint64 varbinds() const { return m_varbinds; }

Q_SIGNALS:
    void progressed(quint64 varbinds); // ten times a second at most
    void finished(const Portolan::Result<Portolan::Snmp::RecordingFacts> &result);

private:
    void introduced(const Result<Response> &result);
    void walked(const WalkSummary &summary);
    void end(const Result<RecordingFacts> &result);

    std::unique_ptr<Agent> m_agent;
    RecordingFacts m_facts;
    WalkRequest m_request;
    std::shared_ptr<WalkQueue> m_queue;
    std::shared_ptr<Relay<AgentRecorder>> m_relay;
    std::unique_ptr<EngineHost<RecordingEngine>> m_host;
    quint64 m_varbinds = 0;
    bool m_hasWaited = false;
    bool m_isWriting = false;
    bool m_isOver = false;
};

} // namespace Portolan::Snmp
