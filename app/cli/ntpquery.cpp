// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ntpquery.h"

#include "app/cli/ntpoptions.h"
#include "app/cli/ntpreport.h"
#include "app/cli/words.h"
#include "core/ntp/outcometext.h"

#include <CLI/CLI.hpp>

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Portolan::Cli {

namespace {

using namespace Ntp;

struct QueryOptions
{
    NtpOptions common;
    int count = 0;       // polls of each server; 0: until the end
    double interval = 0; // seconds; 0: as soon as each may be asked, or every 16 s
};

constexpr int kUsualCount = 4;
constexpr std::chrono::milliseconds kUsualInterval{16'000};

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

// `ntp query` asks each server some times and tells how it stands; `ntp watch` tells each answer as
// it comes, and goes on. The engine keeps servers from being asked more often than is fair.
class QueryCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    QueryCommand(CommandContext &context, const QueryOptions &options, bool watches)
        : m_context(context)
        , m_options(options)
        , m_watches(watches)
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
        if (m_watches) {
            plan.interval =
                m_options.interval > 0 ? milliseconds(m_options.interval) : kUsualInterval;
            plan.burst = 1;
            plan.burstGap = plan.interval;
        } else {
            plan.interval = {};
            plan.burst = m_options.count;
            plan.burstGap = milliseconds(m_options.interval);
        }
        m_monitor = std::make_unique<Monitor>(plan);
        connect(m_monitor.get(), &Monitor::happened, this, &QueryCommand::take);
        connect(m_monitor.get(), &Monitor::updated, this, &QueryCommand::look);
        connect(m_monitor.get(), &Monitor::clockStepped, this,
                [this](const Monitor::ClockStep &step) {
                    m_context.output.warning(Words::tr("This computer's clock was set, by %1 s.")
                                                 .arg(step.by.count(), 0, 'f', 6));
                });
        for (NtpServer &each : *servers)
            m_monitor->add(each.target, std::move(each.key));
    }

private:
    // What came of a server besides silence; the gravest counts.
    struct Trouble
    {
        int rank = 0;
        Outcome outcome;
    };

    static int rankOf(const Outcome &outcome)
    {
        switch (outcome.kind) {
        case Outcome::Kind::Kissed:
            return 5;
        case Outcome::Kind::Rejected:
            return outcome.mac != MacState::Good || outcome.protection != Nts::Protection::Good ? 4
                                                                                                : 3;
        case Outcome::Kind::Refused:
        case Outcome::Kind::OutOfCookies:
            return 2;
        case Outcome::Kind::Silent:
            return 1;
        default:
            return 0;
        }
    }

    void take(const QList<Outcome> &outcomes)
    {
        for (const Outcome &each : outcomes) {
            const ServerState *const server = m_monitor->server(each.server);
            if (!server)
                continue;
            if (each.endsPoll)
                ++m_ended[each.server];
            if (const int rank = rankOf(each); rank > m_troubles[each.server].rank)
                m_troubles[each.server] = {rank, each};
            if (m_context.options.json)
                m_context.output.object(ntpOutcomeObject(each, *server));
            else if (m_watches || m_context.options.verbose)
                m_context.output.text(ntpOutcomeLine(each, *server));
        }
        if (m_watches && !m_context.options.json)
            tellSelection();
    }

    // Where it is not what it was.
    void tellSelection()
    {
        const Selection &selection = m_monitor->selection();
        QStringList standings;
        for (const ServerState &each : m_monitor->servers())
            standings += standingName(each.choice.standing);
        standings += QString::number(selection.voters);
        if (standings == m_standings || selection.voters == 0)
            return;
        m_standings = standings;
        m_context.output.text(ntpSelectionLine(*m_monitor));
    }

    void look()
    {
        for (const ServerState &each : m_monitor->servers()) {
            if (each.phase == ServerState::Phase::Failed && each.error &&
                !m_failed.contains(each.id)) {
                m_failed.insert(each.id, *each.error);
                if (m_watches)
                    m_context.output.error(errorOf(each));
            }
        }
        if (m_options.count > 0 && isDone())
            // Not from inside the monitor's signal.
            QTimer::singleShot(0, this, [this] { end(); });
    }

    [[nodiscard]] bool isDone() const
    {
        const auto &servers = m_monitor->servers();
        return std::all_of(servers.begin(), servers.end(), [this](const ServerState &each) {
            return each.phase == ServerState::Phase::Refused ||
                   each.phase == ServerState::Phase::Failed ||
                   m_ended.value(each.id) >= m_options.count ||
                   (!m_watches && each.counts.kissed > 0 && each.kiss != QLatin1String("NTSN"));
        });
    }

    static Error errorOf(const ServerState &server)
    {
        Error error = *server.error;
        error.detail = error.detail.isEmpty()
                           ? server.name()
                           : QString(server.name() + QStringLiteral(": ") + error.detail);
        return error;
    }

    // Nothing where it was measured and says that it has the time.
    [[nodiscard]] std::optional<Error> problemOf(const ServerState &server) const
    {
        if (server.phase == ServerState::Phase::Failed && server.error)
            return errorOf(server);
        if (server.counts.answered == 0) {
            const auto trouble = m_troubles.constFind(server.id);
            Error error = Ntp::errorOf(trouble == m_troubles.constEnd() || trouble->rank == 0
                                           ? Outcome{}
                                           : trouble->outcome);
            error.detail = error.detail.isEmpty()
                               ? server.name()
                               : QString(server.name() + QStringLiteral(": ") + error.detail);
            return error;
        }
        if (server.choice.standing == Standing::Unsynchronised)
            return Error{Error::Kind::Refused,
                         Words::tr("The server says that it is not synchronised."), server.name()};
        return std::nullopt;
    }

    void end()
    {
        if (m_context.isFinished())
            return;
        int code = 0;
        std::vector<Error> problems;
        for (const ServerState &each : m_monitor->servers()) {
            if (m_context.options.json)
                m_context.output.object(ntpServerObject(each));
            else
                m_context.output.text(ntpServerLine(*m_monitor, each));
            if (auto problem = problemOf(each))
                problems.push_back(std::move(*problem));
        }
        if (m_context.options.json)
            m_context.output.object(ntpSelectionObject(*m_monitor));
        else
            m_context.output.text(ntpSelectionLine(*m_monitor));
        for (const Error &each : problems) {
            m_context.output.error(each);
            if (code == 0)
                code = exitCode(each.kind);
        }
        const Selection &selection = m_monitor->selection();
        if (code == 0 && !selection.offset)
            code = exitCode(Error::Kind::Refused);
        m_context.finish(code);
    }

    CommandContext &m_context;
    const QueryOptions m_options;
    const bool m_watches;
    std::unique_ptr<Monitor> m_monitor;
    QHash<quint64, int> m_ended; // polls
    QHash<quint64, Trouble> m_troubles;
    QHash<quint64, Error> m_failed;
    QStringList m_standings;
};

void addVerb(CLI::App *noun, CommandContext &context, bool watches)
{
    const auto options = std::make_shared<QueryOptions>();
    CLI::App *const verb =
        watches ? noun->add_subcommand(
                      "watch", Words::tr("Each answer as it comes, until Ctrl+C").toStdString())
                : noun->add_subcommand(
                      "query",
                      Words::tr("How servers stand, and what this clock is by them; sets nothing")
                          .toStdString());
    addNtpOptions(verb, options->common);
    options->count = watches ? 0 : kUsualCount;
    verb->add_option("--count", options->count,
                     (watches ? Words::tr("End when each server was asked so often")
                              : Words::tr("How often each server is asked (4)"))
                         .toStdString())
        ->option_text("N")
        ->check(CLI::Range(1, 1'000'000));
    verb->add_option("--interval", options->interval,
                     (watches ? Words::tr("Seconds between two questions to a server (16)")
                              : Words::tr("Seconds between two questions to a server; without it "
                                          "as soon as is fair: 2 for one that is not near"))
                         .toStdString())
        ->option_text("S")
        ->check(CLI::Range(0.01, 131'072.0));
    verb->callback([&context, options, watches] {
        context.run(std::make_unique<QueryCommand>(context, *options, watches));
    });
}

} // namespace

void addNtpQueryVerbs(CLI::App *noun, CommandContext &context)
{
    addVerb(noun, context, false);
    addVerb(noun, context, true);
}

} // namespace Portolan::Cli

#include "ntpquery.moc"
