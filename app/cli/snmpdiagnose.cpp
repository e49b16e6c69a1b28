// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpdiagnose.h"

#include "app/cli/snmpmodules.h"
#include "app/cli/snmpoptions.h"
#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/snmp/diagnosis/agentprobe.h"

#include <CLI/CLI.hpp>

#include <QDateTime>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <string>
#include <vector>

namespace Portolan::Cli {

namespace {

using namespace Snmp;

struct DiagnoseOptions
{
    SnmpOptions common;
    ModuleOptions modules;
    std::vector<std::string> objects;
    std::vector<std::string> prefixes;
    std::string engineId;
    bool trySet = false;
    bool withoutWalk = false;
    bool withoutDefaults = false;
};

// `snmp diagnose`: why an agent does not answer, or how well it does. Ends with 0 where no finding
// is an error, with the kind of what keeps the credential out, else with 1.
class SnmpDiagnoseCommand final : public ModulesCommand
{
public:
    SnmpDiagnoseCommand(CommandContext &context, const DiagnoseOptions &options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(options)
    {
    }

protected:
    void use(const Smi::LoadOutcome &modules) override
    {
        if (auto begun = begin(*modules.snapshot); !begun)
            context().fail(begun.error());
    }

private:
    Result<> begin(const Smi::Snapshot &modules)
    {
        auto access = snmpAccess(context(), m_options.common, AgentTarget::kPort);
        if (!access)
            return tl::unexpected(std::move(access.error()));
        AgentProbe::Request request;
        for (const std::string &each : m_options.objects) {
            auto oid = modules.resolve(QString::fromStdString(each));
            if (!oid)
                return tl::unexpected(std::move(oid.error()));
            request.objects.push_back(*oid);
        }
        for (const std::string &each : m_options.prefixes) {
            const QString prefix = QString::fromStdString(each);
            if (QHostAddress::parseSubnet(prefix).second < 0)
                return failure(Error::Kind::Usage,
                               Words::tr("“%1” is no network such as 10.0.0.0/8.").arg(prefix));
            request.prefixes += prefix;
        }
        request.knownEngineId = QByteArray::fromHex(QByteArray::fromStdString(m_options.engineId));
        request.trySet = m_options.trySet;
        request.walk = !m_options.withoutWalk;
        request.tryDefaults = !m_options.withoutDefaults;
        m_url = access->url;
        m_time.start();
        m_probe = std::make_unique<AgentProbe>(std::make_shared<Station>(), access->target,
                                               std::move(access->credentials), request);
        connect(m_probe.get(), &AgentProbe::finished, this, [this] { report(); });
        m_probe->start();
        return {};
    }

    void report()
    {
        const DiagnosisFacts &facts = m_probe->facts();
        const QList<Finding> findings = judge(facts);
        if (context().options.json)
            context().output.object(result(facts));
        for (const Finding &finding : findings)
            context().show(finding, textOf(finding));
        if (!context().options.json)
            context().output.text(findingSummary(findings));
        const auto kind = blockingKind(facts);
        context().finish(kind ? exitCode(*kind) : 0);
    }

    [[nodiscard]] QJsonObject result(const DiagnosisFacts &facts) const
    {
        QJsonArray tried;
        for (const Trial &each : facts.trials)
            tried.append(each.text());
        QJsonObject object{
            {QStringLiteral("type"), QStringLiteral("result")},
            {QStringLiteral("url"), m_url},
            {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
            {QStringLiteral("elapsed_ms"), m_time.elapsed()},
            {QStringLiteral("peer"), facts.agent.peer},
            {QStringLiteral("description"), facts.description},
            {QStringLiteral("tried"), tried}};
        if (!facts.agent.engineId.isEmpty())
            object.insert(QStringLiteral("engine_id"),
                          QString::fromLatin1(facts.agent.engineId.toHex()));
        if (facts.agent.rttMs)
            object.insert(QStringLiteral("rtt_ms"), *facts.agent.rttMs);
        if (facts.vacm)
            object.insert(QStringLiteral("access"),
                          QJsonArray::fromStringList(facts.vacm->lines(1000)));
        return object;
    }

    const DiagnoseOptions m_options;
    QString m_url;
    QElapsedTimer m_time;
    std::unique_ptr<AgentProbe> m_probe;
};

} // namespace

void addSnmpDiagnoseVerb(CLI::App *noun, CommandContext &context)
{
    const auto options = std::make_shared<DiagnoseOptions>();
    CLI::App *const verb = noun->add_subcommand(
        "diagnose", Words::tr("Why an agent does not answer, or how well it does; it only reads")
                        .toStdString());
    addSnmpOptions(verb, options->common, Words::tr("snmp://HOST[:PORT], or @PROFILE"));
    verb->add_option("object", options->objects,
                     Words::tr("Objects that are missed: names or OIDs").toStdString());
    verb->add_option("--prefix", options->prefixes,
                     Words::tr("A network where agents may be; repeatable").toStdString())
        ->option_text("NETWORK")
        ->take_all()
        ->expected(1);
    verb->add_option(
            "--engine-id", options->engineId,
            Words::tr("The engine ID that the agent had, to see whether it changed").toStdString())
        ->option_text("HEX");
    verb->add_flag("--try-set", options->trySet,
                   Words::tr("Write sysContact with the value that it has, to see whether this "
                             "credential may write")
                       .toStdString());
    verb->add_flag("--no-walk", options->withoutWalk,
                   Words::tr("Neither a walk nor many questions at once").toStdString());
    verb->add_flag("--no-defaults", options->withoutDefaults,
                   Words::tr("Do not try the communities public and private").toStdString());
    addModuleOptions(verb, options->modules);
    verb->callback([&context, options] {
        context.run(std::make_unique<SnmpDiagnoseCommand>(context, *options));
    });
}

} // namespace Portolan::Cli
