// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/mqttsession.h"
#include "core/mqtt/brokerprobe.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace Portolan::Cli {

struct ProbeOptions
{
    MqttOptions common;
    std::vector<std::string> topics; // whose access is tried
    std::string prefix;
    int messages = 500;
    int bytes = 64;
    int flood = 20'000;
    std::string retained;
    int retainedQos = 0;
    std::string second;
    std::string secondPasswordVariable;
    std::string transcript;
};

// `mqtt probe` measures what a broker lets through; `mqtt diagnose` says what is wrong and why,
// from the same facts with fewer parts. Ends with 0 where nothing is wrong, with the kind of the
// error where the connection failed, else with 1 for any finding that is an error.
class ProbeCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    enum class Scope { Probe, Diagnose };

    ProbeCommand(CommandContext &context, const ProbeOptions &options, Scope scope);
    void start() override;

private:
    [[nodiscard]] Result<Mqtt::BrokerProbe::Request> request() const;
    void report();
    void printFacts(const Mqtt::DiagnosisFacts &facts);
    [[nodiscard]] Result<> writeTranscript() const;

    CommandContext &m_context;
    const ProbeOptions m_options;
    const Scope m_scope;
    MqttSession m_session;
    QElapsedTimer m_time;
    std::unique_ptr<Mqtt::BrokerProbe> m_probe;
};

} // namespace Portolan::Cli
