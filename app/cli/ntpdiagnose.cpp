// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ntpdiagnose.h"

#include "app/cli/ntpoptions.h"
#include "app/cli/ntpreport.h"
#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/ntp/diagnosis/clockprobe.h"
#include "core/ntp/host/hosttext.h"

#include <CLI/CLI.hpp>

#include <QObject>

#include <memory>

namespace Portolan::Cli {

namespace {

using namespace Ntp;

struct DiagnoseOptions
{
    NtpOptions common;
    int count = 8;
    double interval = 0;
    bool withoutTrials = false;
    bool tryNts = false;
    bool tryControl = false;
    bool withoutHost = false;
    ChronydOptions chronyd;
};

// `ntp diagnose`: why servers do not answer, whom to believe, and what is amiss with this clock.
// Ends with 0 where no finding is an error, else with the kind of the first one.
class DiagnoseCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    DiagnoseCommand(CommandContext &context, const DiagnoseOptions &options)
        : m_context(context)
        , m_options(options)
    {
    }

    void start() override
    {
        auto servers = ntpServers(m_context, m_options.common);
        if (!servers) {
            m_context.fail(servers.error());
            return;
        }
        PollPlan plan;
        plan.interval = {};
        plan.burst = m_options.count;
        plan.burstGap = std::chrono::milliseconds(qRound64(m_options.interval * 1000));
        m_monitor = std::make_unique<Monitor>(plan);
        m_recorder = std::make_unique<Recorder>(*m_monitor);
        for (NtpServer &each : *servers)
            m_monitor->add(each.target, std::move(each.key));
        ClockProbe::Request request;
        request.polls = static_cast<quint64>(m_options.count);
        // What every poll may take at the worst, and names and keys besides.
        request.patience =
            m_context.options.timeout + (std::max(plan.burstGap, std::chrono::milliseconds(2000)) +
                                         std::chrono::milliseconds(1000)) *
                                            m_options.count;
        request.tryReach = !m_options.withoutTrials;
        request.tryExchange = m_options.tryNts;
        request.tryControl = m_options.tryControl;
        request.askHost = !m_options.withoutHost;
        request.hostPatience = std::min(request.hostPatience, m_context.options.timeout);
        request.chronyc = m_options.chronyd.arguments();
        m_probe = std::make_unique<ClockProbe>(*m_monitor, *m_recorder, request);
        connect(m_probe.get(), &ClockProbe::finished, this, [this] { report(); });
        m_probe->start();
    }

private:
    void report()
    {
        const DiagnosisFacts facts = m_probe->facts();
        const QList<Finding> findings = judge(facts);
        for (const DiagnosedServer &each : facts.servers) {
            if (m_context.options.json)
                m_context.output.object(ntpServerObject(each.state));
            else if (m_context.options.verbose)
                m_context.output.text(ntpServerLine(*m_monitor, each.state));
        }
        if (m_context.options.json)
            m_context.output.object(ntpSelectionObject(*m_monitor));
        if (m_context.options.json && facts.host)
            m_context.output.object(hostObject(*facts.host));
        else if (m_context.options.verbose && facts.host)
            m_context.output.text(hostHeadline(*facts.host));
        for (const Finding &finding : findings)
            m_context.show(finding, textOf(finding));
        if (!m_context.options.json)
            m_context.output.text(findingSummary(findings));
        const auto kind = blockingKind(findings);
        m_context.finish(kind ? exitCode(*kind) : 0);
    }

    CommandContext &m_context;
    const DiagnoseOptions m_options;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<ClockProbe> m_probe;
};

} // namespace

void addNtpDiagnoseVerb(CLI::App *noun, CommandContext &context)
{
    const auto options = std::make_shared<DiagnoseOptions>();
    CLI::App *const verb = noun->add_subcommand(
        "diagnose",
        Words::tr("Why servers do not answer, whom to believe, and what is amiss with this clock")
            .toStdString());
    addNtpOptions(verb, options->common);
    verb->add_option("--count", options->count,
                     Words::tr("How often each server is asked (8)").toStdString())
        ->option_text("N")
        ->check(CLI::Range(1, 10'000));
    verb->add_option("--interval", options->interval,
                     Words::tr("Seconds between two questions to a server; without it as soon as "
                               "is fair: 2 for one that is not near")
                         .toStdString())
        ->option_text("S")
        ->check(CLI::Range(0.01, 131'072.0));
    verb->add_flag("--no-trials", options->withoutTrials,
                   Words::tr("Do not ask servers that are silent in other ways").toStdString());
    verb->add_flag(
        "--try-nts", options->tryNts,
        Words::tr("See whether servers that are asked without NTS offer it").toStdString());
    verb->add_flag("--try-control", options->tryControl,
                   Words::tr("See whether servers answer the control questions of strangers "
                             "(modes 6 and 7)")
                       .toStdString());
    verb->add_flag("--no-host", options->withoutHost,
                   Words::tr("Do not look how this computer keeps its clock").toStdString());
    addChronydOptions(verb, options->chronyd);
    verb->callback(
        [&context, options] { context.run(std::make_unique<DiagnoseCommand>(context, *options)); });
}

} // namespace Portolan::Cli

#include "ntpdiagnose.moc"
