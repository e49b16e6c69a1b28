// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Portolan::Ui {

// The agent of a panel, as its parts ask it: each question with what is to be called once it ends.
// Nothing is called for a context that is gone, and nothing from inside the call that asked. When
// the agent is exchanged or goes, what was under way ends with Cancelled. GUI thread; the panel's.
class AgentCalls : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<Snmp::Response> &)>;
    using End = std::function<void(const Snmp::WalkSummary &)>;

    using QObject::QObject;
    ~AgentCalls() override;

    // May be null.
    void setAgent(std::unique_ptr<Snmp::Agent> agent);
    [[nodiscard]] Snmp::Agent *agent() const { return m_agent.get(); }
    // What tells agents apart where polls are spread.
    [[nodiscard]] QString agentKey() const;

    // A response with an error status is an Error here.
    Snmp::RequestId ask(const Snmp::Request &request, QObject *context, Answer answer);
    Snmp::RequestId walk(Snmp::WalkRequest request, std::shared_ptr<Snmp::WalkQueue> queue,
                         QObject *context, End end);
    void cancel(Snmp::RequestId id);

Q_SIGNALS:
    void agentChanged();

private:
    struct Call
    {
        QPointer<QObject> context;
        Answer answer;
        End end;
    };
    void finish(Snmp::RequestId id, const Result<Snmp::Response> &result);
    void finishWalk(Snmp::RequestId id, const Snmp::WalkSummary &summary);
    void refuse(QObject *context, Answer answer, End end, const Error &error);

    std::unique_ptr<Snmp::Agent> m_agent;
    std::unordered_map<Snmp::RequestId, Call> m_calls;
};

} // namespace Portolan::Ui
