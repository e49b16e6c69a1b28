// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpdiscover.h"

#include "app/cli/commandcontext.h"
#include "app/cli/snmpoptions.h"
#include "app/cli/words.h"
#include "core/snmp/discovery/discovery.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/station.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QLocale>

#include <map>
#include <utility>

namespace Portolan::Cli {

namespace {

using namespace Snmp;

struct DiscoverOptions
{
    std::vector<std::string> ranges;
    std::vector<std::string> excluded;
    std::vector<std::string> communityVariables;
    bool withV1 = false;
    bool withoutEngines = false;
    // Of version 3: each either once for all users or as often as there are users.
    std::vector<std::string> users;
    std::vector<std::string> levels;
    std::vector<std::string> authProtocols;
    std::vector<std::string> authVariables;
    std::vector<std::string> privProtocols;
    std::vector<std::string> privVariables;
    double rate = 100;
    int inFlight = 256;
    double wait = 1;
    int retries = 1;
    int port = AgentTarget::kPort;
};

QStringList texts(const std::vector<std::string> &words)
{
    QStringList all;
    for (const std::string &each : words)
        all += QString::fromStdString(each);
    return all;
}

// `snmp discover`: agents of a range, a line each as they answer. Ends with 1 where there is none.
class DiscoverCommand final : public QObject, public Command
{
public:
    DiscoverCommand(CommandContext &context, DiscoverOptions options)
        : m_context(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        if (auto begun = begin(); !begun)
            m_context.fail(begun.error());
    }

private:
    Result<> begin()
    {
        DiscoveryRequest request;
        auto range = ScanRange::parse(texts(m_options.ranges), texts(m_options.excluded),
                                      static_cast<quint16>(m_options.port));
        if (!range)
            return tl::unexpected(std::move(range.error()));
        request.range = std::move(*range);
        if (auto added = addCommunities(request); !added)
            return added;
        if (auto added = addUsers(request); !added)
            return added;
        request.findEngines = !m_options.withoutEngines;
        request.rate = m_options.rate;
        request.inFlight = m_options.inFlight;
        request.timeout =
            std::chrono::milliseconds(static_cast<std::int64_t>(m_options.wait * 1000));
        request.retries = m_options.retries;
        tellPlan(request);
        for (const DiscoveryCredential &each : request.credentials)
            m_targets.push_back(targetOf(each));
        m_discovery = std::make_unique<Discovery>(std::make_shared<Station>(), std::move(request));
        connect(m_discovery.get(), &Discovery::found, this,
                [this](const QList<FoundAgent> &agents) {
                    for (const FoundAgent &agent : agents)
                        onFound(agent);
                });
        connect(m_discovery.get(), &Discovery::finished, this, [this] { onFinished(); });
        connect(m_discovery.get(), &Discovery::failed, this,
                [this](const Error &error) { m_context.fail(error); });
        m_discovery->start();
        return {};
    }

    Result<> addCommunities(DiscoveryRequest &request)
    {
        std::vector<std::pair<QString, Secret>> communities;
        for (const std::string &name : m_options.communityVariables) {
            auto secret = secretFromVariable(name);
            if (!secret)
                return tl::unexpected(std::move(secret.error()));
            communities.emplace_back(QString::fromStdString(name), std::move(*secret));
        }
        if (communities.empty() && m_options.users.empty())
            communities.emplace_back(QStringLiteral("public"), Secret("public"));
        for (const Version version : {Version::V2c, Version::V1}) {
            if (version == Version::V1 && !m_options.withV1)
                continue;
            for (const auto &[label, community] : communities) {
                DiscoveryCredential made;
                made.label = label;
                made.version = version;
                made.secrets.community = community.copy();
                request.credentials.push_back(std::move(made));
            }
        }
        return {};
    }

    Result<> addUsers(DiscoveryRequest &request)
    {
        const std::size_t count = m_options.users.size();
        for (const auto &[name, values] :
             {std::pair("--level", &m_options.levels),
              std::pair("--auth-protocol", &m_options.authProtocols),
              std::pair("--auth-password-env", &m_options.authVariables),
              std::pair("--priv-protocol", &m_options.privProtocols),
              std::pair("--priv-password-env", &m_options.privVariables)}) {
            if (values->size() > 1 && values->size() != count)
                return failure(Error::Kind::Usage,
                               Words::tr("%1 stands once for all users, or once for each.")
                                   .arg(QLatin1String(name)));
        }
        const auto nth = [](const std::vector<std::string> &values, std::size_t i) {
            return values.empty() ? std::string() : values[values.size() == 1 ? 0 : i];
        };
        for (std::size_t i = 0; i < count; ++i) {
            // What the options mean together is decided where those of an agent are.
            SnmpOptions asAgent;
            asAgent.url = "snmp://range";
            asAgent.user = m_options.users[i];
            asAgent.level = nth(m_options.levels, i);
            asAgent.authProtocol = nth(m_options.authProtocols, i);
            asAgent.authVariable = nth(m_options.authVariables, i);
            asAgent.privProtocol = nth(m_options.privProtocols, i);
            asAgent.privVariable = nth(m_options.privVariables, i);
            auto access = snmpAccess(m_context, asAgent, AgentTarget::kPort);
            if (!access)
                return tl::unexpected(std::move(access.error()));
            DiscoveryCredential made;
            made.label = access->target.user;
            made.version = Version::V3;
            made.user = access->target.user;
            made.level = access->target.level;
            made.authProtocol = access->target.authProtocol;
            made.privProtocol = access->target.privProtocol;
            made.secrets = std::move(access->credentials);
            request.credentials.push_back(std::move(made));
        }
        return {};
    }

    void tellPlan(const DiscoveryRequest &request)
    {
        const QLocale locale;
        const auto seconds = (request.longest().count() + 999) / 1000;
        m_context.summary.insert(QStringLiteral("addresses"),
                                 static_cast<qint64>(request.range.places().size()));
        if (m_context.options.json) {
            m_context.output.object(
                {{QStringLiteral("type"), QStringLiteral("plan")},
                 {QStringLiteral("addresses"), static_cast<qint64>(request.range.places().size())},
                 {QStringLiteral("excluded"), static_cast<qint64>(request.range.excluded())},
                 {QStringLiteral("most_packets"), static_cast<qint64>(request.mostPackets())},
                 {QStringLiteral("most_seconds"), static_cast<qint64>(seconds)}});
            return;
        }
        m_context.output.warning(
            Words::tr("%1 addresses: at most %2 packets, %3 a second, and %4 seconds.")
                .arg(locale.toString(static_cast<qulonglong>(request.range.places().size())),
                     locale.toString(request.mostPackets()), locale.toString(request.rate),
                     locale.toString(static_cast<qlonglong>(seconds))));
    }

    static AgentTarget targetOf(const DiscoveryCredential &credential)
    {
        AgentTarget target;
        target.version = credential.version;
        if (credential.version == Version::V3) {
            target.user = credential.user;
            target.level = credential.level;
            target.authProtocol = credential.authProtocol;
            target.privProtocol = credential.privProtocol;
        }
        return target;
    }

    void onFound(const FoundAgent &agent)
    {
        const auto before = m_found.find(agent.place);
        // Only its twins are new: they are told at the end.
        const bool isKnown =
            before != m_found.end() && before->second.credential == agent.credential;
        m_found.insert_or_assign(agent.place, agent);
        if (isKnown)
            return;
        if (m_context.options.json)
            m_context.output.object(object(agent));
        else
            m_context.output.text(line(agent));
    }

    [[nodiscard]] QString url(const FoundAgent &agent) const
    {
        AgentTarget target;
        target.version = agent.version;
        if (agent.credential)
            target = m_targets[static_cast<std::size_t>(*agent.credential)];
        target.host = agent.address.toString();
        target.port = agent.port;
        return addressOf(target).toString();
    }

    [[nodiscard]] QJsonObject object(const FoundAgent &agent) const
    {
        QJsonObject made{{QStringLiteral("type"), QStringLiteral("agent")},
                         {QStringLiteral("address"), agent.address.toString()},
                         {QStringLiteral("port"), agent.port},
                         {QStringLiteral("url"), url(agent)},
                         {QStringLiteral("version"), versionName(agent.version)},
                         {QStringLiteral("credential"),
                          agent.credential ? QJsonValue(agent.credentialLabel) : QJsonValue::Null},
                         {QStringLiteral("rtt_ms"), agent.rttMs}};
        const auto say = [&made](const char *name, const QString &text) {
            if (!text.isEmpty())
                made.insert(QLatin1String(name), text);
        };
        say("name", agent.name);
        say("description", agent.description);
        say("location", agent.location);
        say("object_id", agent.objectId.text());
        say("vendor", agent.vendor);
        say("engine_id", QString::fromLatin1(agent.engineId.toHex()));
        say("answered_from", agent.answeredFrom);
        say("refusal", agent.refusal);
        if (agent.uptime)
            made.insert(QStringLiteral("uptime_s"), *agent.uptime / 100.0);
        if (agent.late)
            made.insert(QStringLiteral("late"), true);
        return made;
    }

    [[nodiscard]] static QString line(const FoundAgent &agent)
    {
        QStringList words{agent.addressText(),
                          QLatin1Char('v') + versionName(agent.version),
                          agent.credential ? agent.credentialLabel : QStringLiteral("-"),
                          QString::number(agent.rttMs, 'f', 1) + QStringLiteral(" ms"),
                          agent.name.isEmpty() ? QStringLiteral("-") : agent.name,
                          agent.vendor.isEmpty() ? QStringLiteral("-") : agent.vendor,
                          agent.description};
        if (!agent.credential)
            words.last() = agent.refusal.isEmpty()
                               ? Words::tr("An SNMPv3 agent; no credential fits.")
                               : agent.refusal;
        if (!agent.answeredFrom.isEmpty())
            words.last() += Words::tr(" (answered from %1)").arg(agent.answeredFrom);
        return words.join(QLatin1Char('\t'));
    }

    void tellTwins()
    {
        std::map<QByteArray, std::vector<const FoundAgent *>> byEngine;
        for (const auto &[place, agent] : m_found) {
            if (!agent.engineId.isEmpty())
                byEngine[agent.engineId].push_back(&agent);
        }
        for (const auto &[engine, agents] : byEngine) {
            if (agents.size() < 2)
                continue;
            QStringList addresses;
            bool isAnother = false;
            for (const FoundAgent *agent : agents) {
                addresses += agent->addressText();
                isAnother = isAnother || agent->sameEngineIsAnother;
            }
            const QString id = QString::fromLatin1(engine.toHex());
            if (m_context.options.json) {
                m_context.output.object(
                    {{QStringLiteral("type"), QStringLiteral("same_engine")},
                     {QStringLiteral("engine_id"), id},
                     {QStringLiteral("addresses"), QJsonArray::fromStringList(addresses)},
                     {QStringLiteral("different_devices"), isAnother}});
                continue;
            }
            const QString where = addresses.join(QStringLiteral(", "));
            m_context.output.warning(
                isAnother
                    ? Words::tr("Different devices have the same engine ID %1: %2. SNMPv3 with "
                                "them is unreliable.")
                          .arg(id, where)
                    : Words::tr("The same engine ID %1 at several addresses, one device it seems: "
                                "%2.")
                          .arg(id, where));
        }
    }

    void onFinished()
    {
        tellTwins();
        const DiscoveryProgress &p = m_discovery->progress();
        QJsonObject &summary = m_context.summary;
        for (const auto &[name, number] :
             {std::pair("agents", p.found), std::pair("refused", p.refused),
              std::pair("unreachable", p.unreachable), std::pair("silent", p.silent),
              std::pair("sent", p.sent), std::pair("received", p.received),
              std::pair("late", p.late), std::pair("unexpected", p.unexpected)})
            summary.insert(QLatin1String(name), static_cast<qint64>(number));
        if (!m_context.options.json) {
            const QLocale locale;
            m_context.output.warning(
                Words::tr("%1 agents; %2 refused, %3 unreachable, %4 silent; %5 packets.")
                    .arg(locale.toString(p.found), locale.toString(p.refused),
                         locale.toString(p.unreachable), locale.toString(p.silent),
                         locale.toString(p.sent)));
        }
        m_context.finish(p.found > 0 ? 0 : 1);
    }

    CommandContext &m_context;
    const DiscoverOptions m_options;
    std::vector<AgentTarget> m_targets; // by credential
    std::map<quint32, FoundAgent> m_found;
    std::unique_ptr<Discovery> m_discovery;
};

} // namespace

void addSnmpDiscoverVerb(CLI::App *noun, CommandContext &context)
{
    const auto options = std::make_shared<DiscoverOptions>();
    CLI::App *const verb = noun->add_subcommand(
        "discover", Words::tr("Find the agents of a range of addresses").toStdString());
    verb->add_option(
            "range", options->ranges,
            Words::tr("10.0.0.0/24, 10.0.0.1-50, fd00::/120, 10.0.0.7:1161 ...").toStdString())
        ->required();
    const auto repeated = [verb](const char *name, std::vector<std::string> &into,
                                 const QString &text, const char *value) {
        verb->add_option(name, into, text.toStdString())
            ->option_text(value)
            ->take_all()
            ->expected(1);
    };
    repeated("--exclude", options->excluded, Words::tr("Addresses to leave out; repeatable"),
             "RANGE");
    repeated("--community-env", options->communityVariables,
             Words::tr("A variable with a community; repeatable, tried in order"), "VAR");
    verb->add_flag("--v1", options->withV1,
                   Words::tr("Try each community with version 1, too").toStdString());
    repeated("--v3-user", options->users,
             Words::tr("A user of version 3; repeatable, tried in order"), "NAME");
    repeated("--level", options->levels,
             Words::tr("noAuthNoPriv, authNoPriv or authPriv; as the passwords allow without it"),
             "LEVEL");
    repeated("--auth-protocol", options->authProtocols,
             Words::tr("MD5, SHA-1, SHA-224, SHA-256 (the default), SHA-384 or SHA-512"), "NAME");
    repeated("--auth-password-env", options->authVariables,
             Words::tr("The variable with the authentication password"), "VAR");
    repeated("--priv-protocol", options->privProtocols,
             Words::tr("DES, AES (the default), AES-192, AES-256, AES-192-C or AES-256-C"), "NAME");
    repeated("--priv-password-env", options->privVariables,
             Words::tr("The variable with the privacy password"), "VAR");
    verb->add_flag("--no-engines", options->withoutEngines,
                   Words::tr("Do not ask for engine IDs where no user is tried").toStdString());
    verb->add_option("--rate", options->rate,
                     Words::tr("Packets a second, 100 without it").toStdString())
        ->check(CLI::Range(0.1, 10'000.0));
    verb->add_option("--in-flight", options->inFlight,
                     Words::tr("Addresses waited for at once, 256 without it").toStdString())
        ->check(CLI::Range(1, 4096));
    verb->add_option("--wait", options->wait,
                     Words::tr("Seconds for each packet, 1 without it").toStdString())
        ->check(CLI::Range(0.05, 60.0));
    verb->add_option("--retries", options->retries,
                     Words::tr("Packets after the first one, 1 without it").toStdString())
        ->check(CLI::Range(0, 10));
    verb->add_option("--port", options->port, Words::tr("161 without it").toStdString())
        ->check(CLI::Range(1, 65'535));
    verb->callback(
        [&context, options] { context.run(std::make_unique<DiscoverCommand>(context, *options)); });
}

} // namespace Portolan::Cli
