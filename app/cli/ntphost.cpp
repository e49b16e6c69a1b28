// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ntphost.h"

#include "app/cli/ntpoptions.h"
#include "app/cli/sshsession.h"
#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/ntp/host/hostfindings.h"
#include "core/ntp/host/hostprobe.h"
#include "core/ntp/host/hosttext.h"
#include "core/ssh/sshshell.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace Portolan::Cli {

namespace {

struct HostOptions
{
    SshOptions ssh; // an empty URL: this computer
    ChronydOptions chronyd;
};

// `ntp host`: what keeps the clock of this computer, or of one behind SSH.
class HostCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    HostCommand(CommandContext &context, HostOptions options)
        : m_context(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        if (m_options.ssh.url.empty()) {
            m_probe = std::make_unique<Ntp::HostProbe>();
        } else if (auto prepared = prepare(); !prepared) {
            m_context.fail(prepared.error());
            return;
        }
        m_probe->setChronyc(m_options.chronyd.arguments());
        connect(m_probe.get(), &Ntp::HostProbe::failed, this,
                [this](const Error &error) { m_context.fail(error); });
        connect(m_probe.get(), &Ntp::HostProbe::finished, this, &HostCommand::tell);
        m_probe->start();
    }

private:
    Result<> prepare()
    {
        m_session = std::make_unique<SshSession>(m_context, m_options.ssh);
        const auto meaning = m_session->meaning();
        if (!meaning)
            return tl::unexpected(meaning.error());
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        m_connection = pool->acquire(meaning->target, meaning->options);
        auto password =
            m_context.password(Words::tr("Password of %1: ").arg(meaning->target.display()));
        if (!password)
            return tl::unexpected(std::move(password.error()));
        if (*password)
            m_connection->offerPassword(std::move(**password));
        const auto answer =
            [session = m_session.get()](const std::shared_ptr<Ssh::Connection> &connection) {
                session->answerFor(*connection);
                for (const auto &hop : connection->hops())
                    session->answerFor(*hop);
            };
        m_probe = std::make_unique<Ntp::HostProbe>(
            std::make_unique<Ssh::SshShell>(pool, meaning->target, meaning->options, answer),
            meaning->target.display());
        return {};
    }

    void tell(const Ntp::HostClock &clock)
    {
        const auto findings = Ntp::judgeHost(clock);
        Output &out = m_context.output;
        if (m_context.options.json) {
            out.object(Ntp::hostObject(clock));
        } else {
            out.text(Ntp::hostHeadline(clock));
            const auto facts = Ntp::hostFacts(clock);
            for (const Ntp::HostFact &each : facts) {
                out.text(each.isSection ? QStringLiteral("\n%1").arg(each.name)
                                        : QStringLiteral("  %1: %2").arg(each.name, each.value));
                if (m_context.options.verbose && !each.explanation.isEmpty())
                    out.text(QStringLiteral("    ") + each.explanation);
            }
            out.text({});
        }
        for (const Finding &each : findings)
            m_context.show(each, Ntp::hostFindingText(each).value_or(FindingText{}));
        const bool isBad = std::any_of(findings.begin(), findings.end(), [](const Finding &each) {
            return each.severity == Finding::Severity::Error;
        });
        m_context.finish(isBad ? 1 : 0);
    }

    CommandContext &m_context;
    const HostOptions m_options;
    std::unique_ptr<SshSession> m_session;
    std::shared_ptr<Ssh::Connection> m_connection;
    std::unique_ptr<Ntp::HostProbe> m_probe;
};

} // namespace

void addNtpHostVerb(CLI::App *noun, CommandContext &context)
{
    CLI::App *const verb = noun->add_subcommand(
        "host",
        Words::tr("What keeps the clock of this computer, or of one behind SSH").toStdString());
    const auto options = std::make_shared<HostOptions>();
    addConnectionOptions(verb, options->ssh);
    verb->get_option("url")->required(false);
    addChronydOptions(verb, options->chronyd);
    verb->callback(
        [&context, options] { context.run(std::make_unique<HostCommand>(context, *options)); });
}

} // namespace Portolan::Cli

#include "ntphost.moc"
