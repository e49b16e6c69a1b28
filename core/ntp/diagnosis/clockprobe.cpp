// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/diagnosis/clockprobe.h"

#include "core/ntp/host/hostprobe.h"
#include "core/ntp/words.h"

#include <algorithm>

namespace Portolan::Ntp {

namespace {

constexpr std::size_t kMostProbes = 12; // servers that are looked at closer, the first ones

} // namespace

ClockProbe::ClockProbe(Monitor &monitor, const Recorder &recorder, const Request &request,
                       QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_request(request)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ClockProbe::reachOut);
    m_hostPatience.setSingleShot(true);
    connect(&m_hostPatience, &QTimer::timeout, this, [this] {
        m_hostProbe.reset();
        m_hostError = Error{Error::Kind::Timeout,
                            Ntp::tr("This computer did not say in time how it keeps its clock."),
                            {},
                            0};
        m_hostAsked = true;
        goOn();
    });
}

ClockProbe::~ClockProbe() = default;

void ClockProbe::start()
{
    m_measuring = true;
    connect(&m_monitor, &Monitor::updated, this, &ClockProbe::look);
    m_patience.start(m_request.patience);
    m_monitor.pollNow();
    askHost();
    // What is known already may be enough.
    QTimer::singleShot(0, this, &ClockProbe::look);
}

void ClockProbe::cancel()
{
    if (m_ended)
        return;
    m_cancelled = true;
    QTimer::singleShot(0, this, &ClockProbe::end);
}

bool ClockProbe::isSettled(const ServerState &server) const
{
    return server.phase == ServerState::Phase::Failed ||
           server.phase == ServerState::Phase::Refused ||
           server.kiss == QLatin1String("RATE") || // it is not asked again soon
           m_recorder.record(server.id).polls >= m_request.polls;
}

void ClockProbe::look()
{
    if (!m_measuring)
        return;
    const auto &servers = m_monitor.servers();
    const auto settled = std::count_if(servers.begin(), servers.end(),
                                       [this](const ServerState &each) { return isSettled(each); });
    Q_EMIT progress(Ntp::tr("Measuring each server a few times."), static_cast<int>(settled),
                    static_cast<int>(servers.size()));
    if (settled == static_cast<std::ptrdiff_t>(servers.size()))
        reachOut();
}

void ClockProbe::reachOut()
{
    if (!m_measuring)
        return;
    m_measuring = false;
    m_patience.stop();
    for (const ServerState &each : m_monitor.servers()) {
        if (each.address.isNull() || m_probes.size() >= kMostProbes)
            continue;
        const bool isHeard = each.counts.answered > 0;
        ReachProbe::Request request{.target = each.target, .address = each.address};
        request.target.port = each.port();
        request.tryNtp = m_request.tryReach && !isHeard;
        request.tryExchange = (m_request.tryExchange && !each.target.nts) || request.tryNtp;
        request.tryControl = m_request.tryControl;
        if (!request.tryNtp && !request.tryExchange && !request.tryControl)
            continue;
        auto probe = std::make_unique<ReachProbe>(std::move(request));
        connect(probe.get(), &ReachProbe::finished, this, [this, id = each.id, made = probe.get()] {
            m_reach.insert(id, made->facts());
            --m_left;
            Q_EMIT progress(Ntp::tr("Trying what differs in one thing."),
                            static_cast<int>(m_probes.size()) - m_left,
                            static_cast<int>(m_probes.size()));
            goOn();
        });
        m_probes.push_back(std::move(probe));
    }
    m_left = static_cast<int>(m_probes.size());
    m_triedAll = true;
    if (m_left == 0) {
        goOn();
        return;
    }
    Q_EMIT progress(Ntp::tr("Trying what differs in one thing."), 0, m_left);
    for (const auto &each : m_probes)
        each->start();
}

void ClockProbe::askHost()
{
    m_hostAsked = !m_request.askHost;
    if (m_hostAsked)
        return;
    m_hostProbe = std::make_unique<HostProbe>();
    m_hostProbe->setChronyc(m_request.chronyc);
    const auto over = [this] {
        m_hostPatience.stop();
        m_hostAsked = true;
        goOn();
    };
    connect(m_hostProbe.get(), &HostProbe::finished, this, [this, over](const HostClock &clock) {
        m_host = clock;
        over();
    });
    connect(m_hostProbe.get(), &HostProbe::failed, this, [this, over](const Error &error) {
        m_hostError = error;
        over();
    });
    m_hostPatience.start(m_request.hostPatience);
    m_hostProbe->start();
}

void ClockProbe::goOn()
{
    if (!m_triedAll || m_left > 0)
        return;
    if (m_hostAsked)
        end();
    else
        Q_EMIT progress(Ntp::tr("Asking this computer how it keeps its clock."), 0, 1);
}

void ClockProbe::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_measuring = false;
    m_patience.stop();
    m_hostPatience.stop();
    disconnect(&m_monitor, nullptr, this, nullptr);
    Q_EMIT finished();
}

DiagnosisFacts ClockProbe::facts() const
{
    DiagnosisFacts facts = factsOf(m_monitor, m_recorder);
    facts.cancelled = m_cancelled;
    facts.host = m_host;
    facts.hostError = m_hostError;
    for (DiagnosedServer &each : facts.servers) {
        if (m_reach.contains(each.state.id))
            each.reach = m_reach.value(each.state.id);
    }
    return facts;
}

} // namespace Portolan::Ntp
