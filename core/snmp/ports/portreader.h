// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/agent.h"
#include "core/snmp/counterrate.h"
#include "core/snmp/ports/porttables.h"

#include <QObject>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

// Reads the ports of one agent: everything at first, then counters and states, a few ports a
// request with sysUpTime in each, so that rates follow the agent's own clock. Lives on the agent's
// thread and not longer than the agent. It asks only when it is told to.
class PortReader : public QObject
{
    Q_OBJECT
public:
    explicit PortReader(Agent &agent, QObject *parent = nullptr);
    ~PortReader() override;

    // All tables anew. Each ends in one finished() or failed(); a second call while one is under
    // way does nothing.
    void readAll();
    // Counters and states of the ports that are known; all tables where none are.
    void refresh();
    void cancel(); // nothing more is told of what is under way

    [[nodiscard]] bool isRunning() const { return m_walk != 0 || !m_asked.empty(); }
    [[nodiscard]] const PortView &view() const { return m_view; }

Q_SIGNALS:
    void read(quint64 varbinds); // while everything is read
    void finished();             // view() is new
    void failed(const Portolan::Error &error);

private:
    struct Rates
    {
        std::array<CounterRate, 6> counters = {};
        std::array<std::optional<double>, 6> perSecond = {};
    };
    struct Slice // of a refresh: some ports in one request
    {
        std::vector<quint32> ports;
        std::chrono::steady_clock::time_point asked{};
    };

    void drain();
    void onWalked(const WalkSummary &summary);
    void ask(std::vector<quint32> ports);
    void onDone(RequestId id, const Result<Response> &result);
    void takeSlice(const Varbinds &varbinds);
    void finish();

    Agent &m_agent;
    std::shared_ptr<WalkQueue> m_queue;
    PortTables m_tables;
    RequestId m_walk = 0;
    quint64 m_varbinds = 0;
    std::map<RequestId, Slice> m_asked;
    std::size_t m_answered = 0; // slices of this refresh
    std::optional<Error> m_error;
    PortView m_view;
    std::map<quint32, Rates> m_rates;
    std::size_t m_atOnce = 4; // ports a request
};

} // namespace Portolan::Snmp
