// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmptraps.h"

#include "app/cli/snmpmodules.h"
#include "app/cli/snmpoptions.h"
#include "app/cli/words.h"
#include "core/runtime/relay.h"
#include "core/snmp/agent.h"
#include "core/snmp/engine/localengine.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/station.h"
#include "core/snmp/traps/listenaddress.h"
#include "core/snmp/traps/notification.h"
#include "core/snmp/traps/syslogforwarder.h"
#include "core/snmp/traps/trapfilter.h"
#include "core/snmp/traps/trapreceiver.h"
#include "core/snmp/traps/traptext.h"
#include "core/snmp/words.h"
#include "core/store/folders.h"

#include <CLI/CLI.hpp>

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>
#include <QUrlQuery>

#include <utility>

namespace Portolan::Cli {

namespace {

using namespace Snmp;

constexpr std::size_t kMostWaiting = 200'000; // notifications that are not written yet
constexpr auto kLastForwarding = std::chrono::seconds(1);

struct ListenOptions
{
    SnmpOptions common;
    ModuleOptions modules;
    std::string minimum;
    std::vector<std::string> users;
    std::string filter;
    std::string forward;
    std::string queueFile;
    quint64 count = 0;
    double seconds = 0;
    bool showCommunity = false;
};

class ListenCommand final : public ModulesCommand
{
public:
    ListenCommand(CommandContext &context, const ListenOptions &options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(options)
        , m_relay(std::make_shared<Relay<ListenCommand>>(this))
        , m_queue(std::make_shared<TrapQueue>(kMostWaiting))
    {
        m_duration.setSingleShot(true);
        connect(&m_duration, &QTimer::timeout, this, [this] { end(); });
    }
    ~ListenCommand() override
    {
        m_queue->setWake({});
        m_relay->detach();
    }

protected:
    void use(const Smi::LoadOutcome &modules) override
    {
        m_modules = modules.snapshot;
        if (auto begun = begin(); !begun)
            context().fail(begun.error());
    }

private:
    Result<> begin()
    {
        auto found = context().destination(QString::fromStdString(m_options.common.url),
                                           QStringLiteral("snmptrap"));
        if (!found)
            return tl::unexpected(std::move(found.error()));
        auto address = listenAddress(found->address);
        if (!address)
            return tl::unexpected(std::move(address.error()));
        found->address.user.clear();
        m_url = found->address.toString();
        address->target.keepCommunity |= m_options.showCommunity;
        auto keys = trapKeys(std::move(address->community));
        if (!keys)
            return tl::unexpected(std::move(keys.error()));
        auto filter = TrapFilter::parse(*m_modules, QString::fromStdString(m_options.filter));
        if (!filter)
            return tl::unexpected(std::move(filter.error()));
        m_filter = std::move(*filter);
        std::vector queues{m_queue};
        if (!m_options.forward.empty()) {
            if (auto made = beginForwarding(); !made)
                return made;
            queues.push_back(m_forwarder->queue());
        }
        m_queue->setWake(
            [relay = m_relay] { relay->post([](ListenCommand &command) { command.write(); }); });
        m_receiver = std::make_unique<TrapReceiver>(std::make_shared<Station>(), address->target,
                                                    std::move(*keys), queues);
        connect(m_receiver.get(), &TrapReceiver::failed, this,
                [this](const Error &error) { context().fail(error); });
        connect(m_receiver.get(), &TrapReceiver::listening, this,
                [this](const Listening &where) { onListening(where); });
        connect(m_receiver.get(), &TrapReceiver::statsChanged, this,
                [this](const TrapStats &stats) { onStats(stats); });
        m_receiver->start();
        return {};
    }

    Result<> beginForwarding()
    {
        const auto address = parseAddress(QString::fromStdString(m_options.forward));
        if (!address)
            return tl::unexpected(address.error());
        SyslogForwarder::Setup setup;
        auto target = syslogTarget(address->address);
        if (!target)
            return tl::unexpected(std::move(target.error()));
        setup.target = *target;
        if (setup.target.caFile.isEmpty())
            setup.target.caFile = context().options.caFile;
        setup.journal = QString::fromStdString(m_options.queueFile);
        if (setup.journal.isEmpty()) {
            // One for each receiver, so that what waits for one never goes to another.
            const QString folder = Folders::ofThisUser().data;
            QDir().mkpath(folder);
            const QByteArray where = address->address.toString().toUtf8();
            const QByteArray digest =
                QCryptographicHash::hash(where, QCryptographicHash::Sha256).toHex().left(16);
            setup.journal = folder + QStringLiteral("/syslog-") + QString::fromLatin1(digest) +
                            QStringLiteral(".db");
        }
        setup.modules = m_modules;
        setup.filter = QString::fromStdString(m_options.filter);
        auto made = SyslogForwarder::make(setup);
        if (!made)
            return tl::unexpected(std::move(made.error()));
        m_forwarder = std::move(*made);
        connect(m_forwarder.get(), &SyslogForwarder::stateChanged, this,
                [this](const SyslogState &state) { onForwarding(state); });
        return {};
    }

    void onForwarding(const SyslogState &state)
    {
        const QString problem = state.problem ? state.problem->what : QString();
        if (!problem.isEmpty() && problem != m_forwardingProblem)
            context().output.warning(problem);
        m_forwardingProblem = problem;
        // What was received last is in its queue before the program ends.
        if (m_ending && state.waiting == 0)
            finish();
    }

    // NAME?auth=..&priv=..&level=..&min-level=..&auth-password-env=VAR&priv-password-env=VAR: a
    // user as an address writes one, with the variables that hold the passwords.
    static Result<TrapUser> userOf(const QString &text)
    {
        const qsizetype mark = text.indexOf(QLatin1Char('?'));
        Address address{.scheme = QStringLiteral("snmp"),
                        .user = text.left(mark).trimmed(),
                        .host = QStringLiteral("receiver")};
        if (address.user.isEmpty())
            return failure(Error::Kind::Usage,
                           Words::tr("--trust takes NAME?auth=…&auth-password-env=VAR."));
        address.options.addQueryItem(QStringLiteral("version"), QStringLiteral("3"));
        TrapUser user;
        QString minimum;
        const auto given =
            QUrlQuery(mark < 0 ? QString() : text.mid(mark + 1)).queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : given) {
            if (name == QLatin1String("auth-password-env") ||
                name == QLatin1String("priv-password-env")) {
                auto secret = secretFromVariable(value.toStdString());
                if (!secret)
                    return tl::unexpected(std::move(secret.error()));
                (name.startsWith(QLatin1Char('a')) ? user.credentials.authPassword
                                                   : user.credentials.privPassword) =
                    std::move(*secret);
            } else if (name == QLatin1String("min-level")) {
                minimum = value;
            } else if (name == QLatin1String("auth") || name == QLatin1String("priv") ||
                       name == QLatin1String("level")) {
                address.options.addQueryItem(name, value);
            } else {
                return failure(Error::Kind::Usage,
                               Words::tr("--trust has no option “%1”.").arg(plainLine(name, 40)));
            }
        }
        // A password alone says that its protocol is the usual one.
        const auto usual = [&address](const Secret &password, const char *name, const char *value) {
            if (!password.isEmpty() && !address.options.hasQueryItem(QLatin1String(name)))
                address.options.addQueryItem(QLatin1String(name), QLatin1String(value));
        };
        usual(user.credentials.authPassword, "auth", "SHA-256");
        usual(user.credentials.privPassword, "priv", "AES-128");
        const auto meaning = agentAddress(address);
        if (!meaning)
            return tl::unexpected(meaning.error());
        user.name = meaning->target.user;
        user.level = user.minimum = meaning->target.level;
        user.authProtocol = meaning->target.authProtocol;
        user.privProtocol = meaning->target.privProtocol;
        if (!minimum.isEmpty()) {
            const auto level = levelOf(minimum);
            if (!level || *level > user.level)
                return failure(Error::Kind::Usage,
                               Words::tr("min-level must be a level that this user can have."));
            user.minimum = *level;
        }
        return user;
    }

    Result<TrapKeys> trapKeys(Secret community)
    {
        const SnmpOptions &said = m_options.common;
        TrapKeys keys;
        if (!said.communityVariable.empty()) {
            auto secret = secretFromVariable(said.communityVariable);
            if (!secret)
                return tl::unexpected(std::move(secret.error()));
            community = std::move(*secret);
        }
        if (!community.isEmpty()) {
            keys.anyCommunity = false;
            keys.communities.push_back(std::move(community));
        }
        for (const std::string &each : m_options.users) {
            auto user = userOf(QString::fromStdString(each));
            if (!user)
                return tl::unexpected(std::move(user.error()));
            keys.users.push_back(std::move(*user));
        }
        if (said.user.empty())
            return keys;
        // What the options mean together is decided where those of an agent are.
        SnmpOptions asAgent = said;
        asAgent.url = "snmp://receiver";
        asAgent.communityVariable.clear();
        auto access = snmpAccess(context(), asAgent, ListenTarget::kPort);
        if (!access)
            return tl::unexpected(std::move(access.error()));
        TrapUser user;
        user.name = access->target.user;
        user.level = access->target.level;
        user.minimum = user.level;
        user.authProtocol = access->target.authProtocol;
        user.privProtocol = access->target.privProtocol;
        user.credentials = std::move(access->credentials);
        if (!m_options.minimum.empty()) {
            const auto minimum = levelOf(QString::fromStdString(m_options.minimum));
            if (!minimum || *minimum > user.level)
                return failure(Error::Kind::Usage,
                               Words::tr("--min-level must be a level that this user can have."));
            user.minimum = *minimum;
        }
        keys.users.push_back(std::move(user));
        return keys;
    }

    void onListening(const Listening &where)
    {
        if (m_options.seconds > 0)
            m_duration.start(static_cast<int>(m_options.seconds * 1000));
        if (context().options.json)
            context().output.object(
                {{QStringLiteral("type"), QStringLiteral("listening")},
                 {QStringLiteral("url"), m_url},
                 {QStringLiteral("addresses"), QJsonArray::fromStringList(where.addresses)},
                 {QStringLiteral("port"), where.port},
                 {QStringLiteral("engine_id"), QString::fromLatin1(where.engineId.toHex())},
                 {QStringLiteral("receive_buffer"), where.receiveBuffer}});
        else
            context().output.warning(Words::tr("Listening on %1; our engine ID is %2.")
                                         .arg(where.addresses.join(QStringLiteral(", ")),
                                              QString::fromLatin1(where.engineId.toHex())));
    }

    void onStats(const TrapStats &stats)
    {
        const quint64 drops = stats.kernelDrops.value_or(0);
        if (drops > m_kernelDrops)
            context().output.warning(
                Words::tr("The system has thrown away %n message(s), because they came faster "
                          "than they were read.",
                          nullptr, static_cast<int>(drops - m_kernelDrops)));
        m_kernelDrops = drops;
    }

    void write()
    {
        auto batch = m_queue->take(1000);
        if (batch.dropped > 0) {
            m_lost += batch.dropped;
            context().output.warning(
                Words::tr("%n notification(s) were lost, because they were not read in time.",
                          nullptr, static_cast<int>(batch.dropped)));
        }
        for (const TrapPtr &trap : batch.items) {
            if (!m_filter.matches(*m_modules, *trap))
                continue;
            print(*trap);
            ++(trap->kind == Trap::Kind::Rejected ? m_rejected : m_count);
            if (context().output.failed() || (m_options.count != 0 && m_count >= m_options.count)) {
                end();
                return;
            }
        }
        if (batch.more)
            m_relay->post([](ListenCommand &command) { command.write(); });
    }

    void print(const Trap &trap)
    {
        if (context().options.json) {
            context().output.object(trapObject(*m_modules, trap));
            return;
        }
        QString line =
            QDateTime::fromMSecsSinceEpoch(trap.received, Qt::UTC).toString(Qt::ISODateWithMs) %
            QLatin1Char(' ') % trap.from % QStringLiteral(" v") % versionName(trap.version) %
            QLatin1Char(' ') % Snmp::kindName(trap.kind) % QLatin1Char(' ');
        if (!trap.user.isEmpty())
            line += QString(plainLine(QString::fromUtf8(trap.user), 40) + QLatin1Char(' '));
        line += trapSummary(*m_modules, trap);
        context().output.text(line);
    }

    void end()
    {
        if (context().isFinished() || std::exchange(m_ending, true))
            return;
        m_queue->setWake({});
        if (!m_forwarder) {
            finish();
            return;
        }
        // A little time for what has just come; the rest stays in the file for the next run.
        connect(&m_duration, &QTimer::timeout, this, [this] { finish(); });
        m_duration.start(kLastForwarding);
    }

    void finish()
    {
        if (context().isFinished())
            return;
        if (m_forwarder) {
            const SyslogState &state = m_forwarder->state();
            context().summary.insert(QStringLiteral("forwarded"), qint64(state.sent));
            context().summary.insert(QStringLiteral("forward_waiting"), qint64(state.waiting));
            context().summary.insert(QStringLiteral("forward_dropped"),
                                     qint64(state.dropped + state.lost));
        }
        QJsonObject &summary = context().summary;
        summary.insert(QStringLiteral("url"), m_url);
        summary.insert(QStringLiteral("notifications"), qint64(m_count));
        summary.insert(QStringLiteral("rejected"), qint64(m_receiver->stats().allRejected()));
        summary.insert(QStringLiteral("kernel_drops"), qint64(m_kernelDrops));
        summary.insert(QStringLiteral("lost"), qint64(m_lost));
        context().finish();
    }

    const ListenOptions m_options;
    std::shared_ptr<Relay<ListenCommand>> m_relay;
    std::shared_ptr<TrapQueue> m_queue;
    std::shared_ptr<const Smi::Snapshot> m_modules;
    TrapFilter m_filter;
    std::unique_ptr<TrapReceiver> m_receiver;
    std::unique_ptr<SyslogForwarder> m_forwarder;
    QString m_forwardingProblem;
    QTimer m_duration;
    bool m_ending = false;
    QString m_url;
    quint64 m_count = 0;
    quint64 m_rejected = 0;
    quint64 m_lost = 0;
    quint64 m_kernelDrops = 0;
};

struct SendOptions
{
    SnmpOptions common;
    ModuleOptions modules;
    std::string notification;
    std::vector<std::string> objects;
    bool inform = false;
    std::optional<quint32> uptime;
    std::string engine;
    int retries = 2;
};

class SendCommand final : public ModulesCommand
{
public:
    SendCommand(CommandContext &context, const SendOptions &options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(options)
    {
        // Behind "--" values may begin with a minus.
        for (const QString &each : context.takeTrailing())
            m_options.objects.push_back(each.toStdString());
    }

protected:
    void use(const Smi::LoadOutcome &modules) override
    {
        m_modules = modules.snapshot;
        if (auto begun = begin(); !begun)
            context().fail(begun.error());
    }

private:
    Result<> begin()
    {
        auto draft = this->draft();
        if (!draft)
            return tl::unexpected(std::move(draft.error()));
        auto varbinds = varbindsOf(*m_modules, *draft);
        if (!varbinds)
            return tl::unexpected(std::move(varbinds.error()));
        auto access = snmpAccess(context(), m_options.common, ListenTarget::kPort);
        if (!access)
            return tl::unexpected(std::move(access.error()));
        QByteArray engine;
        if (!m_options.engine.empty()) {
            const QByteArray digits = QByteArray::fromStdString(m_options.engine);
            engine = QByteArray::fromHex(digits);
            if (engine.size() < 5 || engine.size() > 32 || engine.size() * 2 != digits.size())
                return failure(
                    Error::Kind::Usage,
                    Words::tr("--engine takes an engine ID: 10 to 64 hexadecimal digits."));
        }
        m_url = access->url;
        m_oid = (*varbinds)[1].value.toOid();
        if (access->target.version == Version::V3 && !m_options.inform)
            m_engine = engine.isEmpty() ? LocalEngine::idFor("sender") : engine;
        if (context().options.timeout.count() > 0)
            access->target.timeout = context().options.timeout / (m_options.retries + 1);
        access->target.retries = m_options.retries;
        Request request = m_options.inform ? Request::inform(std::move(*varbinds))
                                           : Request::trap(std::move(*varbinds), engine);
        m_agent = std::make_unique<Agent>(std::make_shared<Station>(), access->target,
                                          std::move(access->credentials));
        connect(m_agent.get(), &Agent::done, this,
                [this](RequestId, const Result<Response> &result) { onDone(result); });
        m_clock.start();
        m_agent->request(std::move(request));
        return {};
    }

    Result<NotificationDraft> draft() const
    {
        NotificationDraft made;
        made.notification = QString::fromStdString(m_options.notification);
        made.uptime = m_options.uptime;
        const auto &words = m_options.objects;
        if (words.size() % 3 != 0)
            return failure(Error::Kind::Usage,
                           Words::tr("Objects come in threes: NAME TYPE VALUE. TYPE is one of "
                                     "i u c C t a o s x d b, or = for what the module says."));
        for (std::size_t i = 0; i < words.size(); i += 3) {
            const QString type = QString::fromStdString(words[i + 1]);
            if (type.size() != 1)
                return failure(Error::Kind::Usage,
                               Words::tr("“%1” is not a type: i u c C t a o s x d b or =.")
                                   .arg(plainLine(type, 40)));
            made.objects.append(
                {QString::fromStdString(words[i]), type[0], QString::fromStdString(words[i + 2])});
        }
        return made;
    }

    void onDone(const Result<Response> &result)
    {
        if (!result) {
            context().fail(result.error());
            return;
        }
        const QString kind = m_options.inform ? QStringLiteral("inform") : QStringLiteral("trap");
        const double elapsed = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        if (context().options.json) {
            QJsonObject object{{QStringLiteral("type"), QStringLiteral("sent")},
                               {QStringLiteral("url"), m_url},
                               {QStringLiteral("time"),
                                QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                               {QStringLiteral("elapsed_ms"), elapsed},
                               {QStringLiteral("kind"), kind},
                               {QStringLiteral("name"), m_modules->nameOf(m_oid)},
                               {QStringLiteral("oid"), m_oid.text()},
                               {QStringLiteral("acknowledged"), m_options.inform},
                               {QStringLiteral("attempts"), result->attempts}};
            if (!m_engine.isEmpty())
                object.insert(QStringLiteral("engine_id"), QString::fromLatin1(m_engine.toHex()));
            context().output.object(object);
        } else if (m_options.inform) {
            context().output.text(Words::tr("%1: acknowledged after %2 ms.")
                                      .arg(m_modules->nameOf(m_oid))
                                      .arg(elapsed, 0, 'f', 1));
        } else {
            context().output.text(
                Words::tr("%1: sent. Traps are not acknowledged.").arg(m_modules->nameOf(m_oid)));
        }
        context().finish();
    }

    SendOptions m_options;
    std::shared_ptr<const Smi::Snapshot> m_modules;
    std::unique_ptr<Agent> m_agent;
    QElapsedTimer m_clock;
    QString m_url;
    Oid m_oid;
    QByteArray m_engine;
};

void addListen(CLI::App *noun, CommandContext &context)
{
    CLI::App *const verb = noun->add_subcommand(
        "listen", Words::tr("Receive traps and informs, one line each").toStdString());
    const auto options = std::make_shared<ListenOptions>();
    addSnmpOptions(
        verb, options->common,
        Words::tr(
            "snmptrap://[COMMUNITY@]ADDRESS[:PORT] (162); ADDRESS may be 0.0.0.0 for all of them"));
    addModuleOptions(verb, options->modules);
    verb->add_option(
            "--min-level", options->minimum,
            Words::tr("The least secure level that the user may have (its own)").toStdString())
        ->option_text("LEVEL");
    verb->add_option("--trust", options->users,
                     Words::tr("Another user of version 3, as often as there are any: "
                               "NAME?auth=SHA-256&priv=AES-128&auth-password-env=VAR&"
                               "priv-password-env=VAR&min-level=LEVEL")
                         .toStdString())
        ->option_text("USER")
        ->take_all();
    verb->add_option(
            "--filter", options->filter,
            Words::tr("Only these, as in the window: linkDown from:10.1.0.0/16").toStdString())
        ->option_text("TEXT");
    verb->add_option("--forward", options->forward,
                     Words::tr("Forward them to syslog: syslog://HOST, syslog+tcp:// or "
                               "syslog+tls://")
                         .toStdString())
        ->option_text("URL");
    verb->add_option("--queue", options->queueFile,
                     Words::tr("The file with what waits to be forwarded (one of this person's)")
                         .toStdString())
        ->option_text("FILE");
    verb->add_option("--count", options->count,
                     Words::tr("End after so many notifications").toStdString())
        ->option_text("N");
    verb->add_option("--seconds", options->seconds, Words::tr("End after this time").toStdString())
        ->option_text("S")
        ->check(CLI::Range(0.0, 2'000'000.0));
    verb->add_flag("--show-community", options->showCommunity,
                   Words::tr("Print communities, which are secrets").toStdString());
    verb->callback(
        [&context, options] { context.run(std::make_unique<ListenCommand>(context, *options)); });
}

void addSend(CLI::App *noun, CommandContext &context)
{
    CLI::App *const verb =
        noun->add_subcommand("send", Words::tr("Send a trap or an inform").toStdString());
    const auto options = std::make_shared<SendOptions>();
    addSnmpOptions(verb, options->common, Words::tr("snmp://[COMMUNITY@]HOST[:PORT] (162)"));
    verb->add_option("notification", options->notification,
                     Words::tr("Its name or OID: IF-MIB::linkDown").toStdString())
        ->required();
    verb->add_option("objects", options->objects,
                     Words::tr("NAME TYPE VALUE for each object: ifIndex.7 i 7; TYPE may be = for "
                               "what the module says")
                         .toStdString())
        ->option_text("NAME TYPE VALUE");
    addModuleOptions(verb, options->modules);
    verb->add_flag("--inform", options->inform,
                   Words::tr("An inform, which is acknowledged").toStdString());
    verb->add_option(
            "--uptime", options->uptime,
            Words::tr("sysUpTime in hundredths of a second (this machine's)").toStdString())
        ->option_text("TICKS");
    verb->add_option(
            "--engine", options->engine,
            Words::tr("The engine ID that sends a trap of version 3; this machine's without it")
                .toStdString())
        ->option_text("HEX");
    verb->add_option("--retries", options->retries,
                     Words::tr("How often an inform is sent again (2)").toStdString())
        ->option_text("N")
        ->check(CLI::Range(0, 20));
    verb->callback(
        [&context, options] { context.run(std::make_unique<SendCommand>(context, *options)); });
}

} // namespace

void addSnmpTrapVerbs(CLI::App *noun, CommandContext &context)
{
    addListen(noun, context);
    addSend(noun, context);
}

} // namespace Portolan::Cli
