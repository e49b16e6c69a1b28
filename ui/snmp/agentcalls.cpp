// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/agentcalls.h"

#include <QTimer>

#include <utility>

namespace Portolan::Ui {

AgentCalls::~AgentCalls() = default;

void AgentCalls::setAgent(std::unique_ptr<Snmp::Agent> agent)
{
    m_agent = std::move(agent);
    auto calls = std::exchange(m_calls, {});
    const Error error{Error::Kind::Cancelled, tr("The connection to the agent was ended."), {}, 0};
    for (auto &[id, call] : calls)
        refuse(call.context, std::move(call.answer), std::move(call.end), error);
    if (m_agent) {
        connect(m_agent.get(), &Snmp::Agent::done, this, &AgentCalls::finish);
        connect(m_agent.get(), &Snmp::Agent::walked, this, &AgentCalls::finishWalk);
    }
    Q_EMIT agentChanged();
}

QString AgentCalls::agentKey() const
{
    if (!m_agent)
        return {};
    const Snmp::AgentTarget &target = m_agent->target();
    return target.host.toLower() + QLatin1Char(' ') + QString::number(target.port);
}

void AgentCalls::refuse(QObject *context, Answer answer, End end, const Error &error)
{
    if (!context)
        return;
    QTimer::singleShot(0, context, [answer = std::move(answer), end = std::move(end), error] {
        if (answer)
            answer(tl::unexpected(error));
        if (end) {
            Snmp::WalkSummary summary;
            summary.problem = error;
            end(summary);
        }
    });
}

Snmp::RequestId AgentCalls::ask(const Snmp::Request &request, QObject *context, Answer answer)
{
    const Snmp::RequestId id = m_agent ? m_agent->request(request) : 0;
    if (id == 0)
        refuse(context, std::move(answer), {},
               {Error::Kind::Local,
                m_agent ? tr("Too many requests wait already.") : tr("There is no connection."),
                {},
                0});
    else
        m_calls[id] = Call{context, std::move(answer), {}};
    return id;
}

Snmp::RequestId AgentCalls::walk(Snmp::WalkRequest request, std::shared_ptr<Snmp::WalkQueue> queue,
                                 QObject *context, End end)
{
    const Snmp::RequestId id =
        m_agent ? m_agent->walk(std::move(request), std::move(queue)) : Snmp::RequestId(0);
    if (id == 0)
        refuse(context, {}, std::move(end),
               {Error::Kind::Local,
                m_agent ? tr("Too many requests wait already.") : tr("There is no connection."),
                {},
                0});
    else
        m_calls[id] = Call{context, {}, std::move(end)};
    return id;
}

void AgentCalls::cancel(Snmp::RequestId id)
{
    if (m_agent && id != 0)
        m_agent->cancel(id);
}

void AgentCalls::finish(Snmp::RequestId id, const Result<Snmp::Response> &result)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    const Call call = std::move(found->second);
    m_calls.erase(found);
    if (!call.context || !call.answer)
        return;
    call.answer(result);
}

void AgentCalls::finishWalk(Snmp::RequestId id, const Snmp::WalkSummary &summary)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    const Call call = std::move(found->second);
    m_calls.erase(found);
    if (call.context && call.end)
        call.end(summary);
}

} // namespace Portolan::Ui
