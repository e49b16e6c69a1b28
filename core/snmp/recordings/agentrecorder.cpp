// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/agentrecorder.h"

#include "core/snmp/words.h"

#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace Portolan::Snmp {

namespace {

const Oid kSysObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid kEngineId{1, 3, 6, 1, 6, 3, 10, 2, 1, 1, 0};
constexpr std::size_t kAtOnce = 200; // chunks; a stop is looked for in between
constexpr qint64 kProgress = 100;    // milliseconds
constexpr int kFactsLate = 600;      // milliseconds

} // namespace

// On the writer's thread.
class RecordingEngine
{
public:
    RecordingEngine(std::stop_token stop, const QString &path, std::shared_ptr<WalkQueue> queue,
                    std::shared_ptr<Relay<AgentRecorder>> relay)
        : m_stop(std::move(stop))
        , m_writer(path)
        , m_queue(std::move(queue))
        , m_relay(std::move(relay))
    {
        m_clock.start();
    }

    // `told`: how progress is told, on the recorder's thread.
    void drain(const std::function<void(AgentRecorder &, quint64)> &told)
    {
        for (bool more = true; more && !m_stop.stop_requested();) {
            auto batch = m_queue->take(kAtOnce);
            more = batch.more;
            for (WalkChunk &chunk : batch.items) {
                if (m_problem)
                    continue;
                if (auto added = m_writer.add(std::move(chunk.rows)); !added)
                    m_problem = std::move(added.error());
            }
        }
        if (m_clock.elapsed() < kProgress)
            return;
        m_clock.start();
        m_relay->post(
            [told, count = m_writer.added()](AgentRecorder &recorder) { told(recorder, count); });
    }
    [[nodiscard]] Result<RecordingFacts> finish(RecordingFacts facts)
    {
        if (m_problem)
            return tl::unexpected(*m_problem);
        return m_writer.finish(std::move(facts), m_stop);
    }

private:
    const std::stop_token m_stop;
    RecordingWriter m_writer;
    std::shared_ptr<WalkQueue> m_queue;
    std::shared_ptr<Relay<AgentRecorder>> m_relay;
    std::optional<Error> m_problem;
    QElapsedTimer m_clock;
};

AgentRecorder::AgentRecorder(std::unique_ptr<Agent> agent, const QString &path,
                             const QString &label, QObject *parent)
    : QObject(parent)
    , m_agent(std::move(agent))
    , m_queue(makeWalkQueue())
    , m_relay(std::make_shared<Relay<AgentRecorder>>(this))
{
    describe(m_facts, m_agent->target());
    m_facts.label = plainLine(label);
    m_host = std::make_unique<EngineHost<RecordingEngine>>(
        QStringLiteral("snmp-recording"),
        [path, queue = m_queue, relay = m_relay](std::stop_token stop) {
            return std::make_unique<RecordingEngine>(std::move(stop), path, queue, relay);
        });
    connect(m_agent.get(), &Agent::done, this,
            [this](RequestId, const Result<Response> &result) { introduced(result); });
    connect(m_agent.get(), &Agent::walked, this,
            [this](RequestId, const WalkSummary &summary) { walked(summary); });
}

AgentRecorder::~AgentRecorder()
{
    m_relay->detach();
    // Nobody is woken on a host that is gone.
    m_queue->setWake({});
    m_agent.reset();
}

void AgentRecorder::start(WalkRequest request)
{
    m_request = std::move(request);
    if (m_request.roots.empty())
        m_request.roots = {Oid{1, 3, 6, 1}};
    m_facts.roots = m_request.roots;
    m_facts.began = QDateTime::currentDateTimeUtc();
    m_agent->request(Request::get({kSysObjectId, kSysName, kEngineId}));
}

void AgentRecorder::introduced(const Result<Response> &result)
{
    if (m_isOver)
        return;
    // A view may hide who it is; then its recording has no name.
    if (!result && result.error().kind != Error::Kind::Refused) {
        end(tl::unexpected(result.error()));
        return;
    }
    for (const Varbind &each : result ? result->varbinds : Varbinds()) {
        if (each.oid == kSysObjectId)
            m_facts.sysObjectId = each.value.toOid();
        else if (each.oid == kSysName)
            m_facts.sysName = plainLine(QString::fromUtf8(each.value.bytes()), 120);
        else if (each.oid == kEngineId)
            m_facts.engineId = each.value.bytes().left(32); // RFC 3411: at most that
    }
    const auto told = [](AgentRecorder &recorder, quint64 count) {
        if (recorder.m_isOver)
            return;
        recorder.m_varbinds = count;
        Q_EMIT recorder.progressed(count);
    };
    m_queue->setWake([host = m_host.get(), told] {
        host->post([told](RecordingEngine &engine) { engine.drain(told); });
    });
    m_agent->walk(m_request, m_queue);
}

void AgentRecorder::walked(const WalkSummary &summary)
{
    if (m_isOver)
        return;
    const auto &facts = m_agent->facts();
    if (facts.peer.isEmpty() && !std::exchange(m_hasWaited, true)) {
        // A short walk is over before what is known of its agent is told.
        const auto again = [this, summary] { walked(summary); };
        connect(m_agent.get(), &Agent::factsChanged, this, again, Qt::SingleShotConnection);
        QTimer::singleShot(kFactsLate, this, again);
        return;
    }
    if (std::exchange(m_isWriting, true))
        return;
    m_facts.peer = facts.peer;
    if (m_facts.engineId.isEmpty())
        m_facts.engineId = facts.engineId;
    m_facts.elapsed = summary.elapsed;
    if (summary.problem) {
        if (summary.varbinds == 0 || summary.problem->kind == Error::Kind::Cancelled) {
            end(tl::unexpected(*summary.problem));
            return;
        }
        m_facts.isComplete = false;
        m_facts.problem = summary.problem->what;
    }
    m_host->post([facts = m_facts, relay = m_relay](RecordingEngine &engine) {
        engine.drain([](AgentRecorder &, quint64) {});
        relay->post(
            [result = engine.finish(facts)](AgentRecorder &recorder) { recorder.end(result); });
    });
}

void AgentRecorder::cancel()
{
    if (m_isOver)
        return;
    m_agent->cancelAll();
    m_queue->setWake({});
    // Its token stops the writer, and what it wrote is dropped.
    m_host.reset();
    end(failure(Error::Kind::Cancelled, Snmp::tr("The recording was cancelled.")));
}

void AgentRecorder::end(const Result<RecordingFacts> &result)
{
    if (m_isOver)
        return;
    m_isOver = true;
    if (result)
        m_varbinds = result->varbinds.value_or(m_varbinds);
    Q_EMIT finished(result);
}

} // namespace Portolan::Snmp
