// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpget.h"

#include "app/cli/snmpmodules.h"
#include "app/cli/snmpsession.h"
#include "app/cli/words.h"
#include "core/snmp/faults.h"
#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/valuetext.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <map>
#include <set>

namespace Portolan::Cli {

namespace {

using Snmp::Oid;
using Snmp::Varbind;
using Snmp::Varbinds;
using Snmp::Smi::Definition;
using Snmp::Smi::Snapshot;

struct AgentOptions
{
    SnmpOptions access;
    ModuleOptions modules;
    std::vector<std::string> objects;
    int nonRepeaters = 0;
    int repetitions = 10;
    quint64 most = 5'000'000;
    bool oneAtATime = false;
    bool unordered = false;
    bool dryRun = false;
};

// Modules first, then the agent. Until finish() or fail() both are there.
class AgentCommand : public ModulesCommand
{
public:
    AgentCommand(CommandContext &context, AgentOptions options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(std::move(options))
        , m_session(context, m_options.access)
    {
    }

    void start() override
    {
        // What is wrong with the address is said before any module is read.
        if (const auto prepared = m_session.prepare(); !prepared) {
            context().fail(prepared.error());
            return;
        }
        ModulesCommand::start();
    }

protected:
    void use(const Snmp::Smi::LoadOutcome &modules) final
    {
        m_snapshot = modules.snapshot;
        m_agent = m_session.makeAgent();
        connect(m_agent.get(), &Snmp::Agent::done, this,
                [this](Snmp::RequestId, const Result<Snmp::Response> &result) {
                    if (!result)
                        fail(result.error());
                    else
                        onDone(*result);
                });
        connect(m_agent.get(), &Snmp::Agent::walked, this,
                [this](Snmp::RequestId, const Snmp::WalkSummary &summary) { onWalked(summary); });
        begin();
    }

    virtual void begin() = 0;
    virtual void onDone(const Snmp::Response &response) = 0;
    virtual void onWalked(const Snmp::WalkSummary &) {}

    [[nodiscard]] std::optional<std::vector<Oid>> resolveAll()
    {
        std::vector<Oid> oids;
        for (const std::string &each : m_options.objects) {
            auto oid = snapshot().resolve(QString::fromStdString(each));
            if (!oid) {
                fail(oid.error());
                return {};
            }
            oids.push_back(std::move(*oid));
        }
        return oids;
    }
    // "sysDescr" means its only instance.
    [[nodiscard]] Oid instanceOf(const Oid &oid) const
    {
        const Definition definition = snapshot().nearest(oid);
        const bool isScalar =
            definition && definition.isObject() && !definition.row() && definition.oid() == oid;
        return isScalar ? oid.child(0) : oid;
    }

    void print(const Varbind &varbind)
    {
        if (!context().options.json) {
            context().output.text(varbindLine(snapshot(), varbind));
            return;
        }
        QJsonObject object = varbindObject(snapshot(), varbind);
        object.insert(QStringLiteral("url"), m_session.url());
        context().output.object(object);
    }
    void fail(const Error &error)
    {
        QJsonObject &summary = context().summary;
        summary.insert(QStringLiteral("url"), m_session.url());
        context().fail(error);
    }
    [[nodiscard]] const Snapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] Snmp::Agent &agent() { return *m_agent; }
    [[nodiscard]] const AgentOptions &options() const { return m_options; }
    [[nodiscard]] const SnmpSession &session() const { return m_session; }

private:
    const AgentOptions m_options;
    SnmpSession m_session;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::unique_ptr<Snmp::Agent> m_agent;
};

class GetCommand final : public AgentCommand
{
public:
    GetCommand(CommandContext &context, AgentOptions options, Snmp::Request::Kind kind)
        : AgentCommand(context, std::move(options))
        , m_kind(kind)
    {
    }

private:
    void begin() override
    {
        auto oids = resolveAll();
        if (!oids)
            return;
        // BER has no OID of one number (X.690, section 8.19.4).
        const auto isShort = [](const Oid &each) { return each.size() < 2; };
        if (std::any_of(oids->begin(), oids->end(), isShort)) {
            fail({Error::Kind::Usage,
                  Words::tr("An OID that is asked for has two numbers or more.")});
            return;
        }
        Snmp::Request request;
        switch (m_kind) {
        case Snmp::Request::Kind::Get:
            for (Oid &each : *oids)
                each = instanceOf(each);
            request = Snmp::Request::get(*oids);
            break;
        case Snmp::Request::Kind::GetNext:
            request = Snmp::Request::getNext(*oids);
            break;
        default:
            if (session().target().version == Snmp::Version::V1) {
                fail({Error::Kind::Usage, Words::tr("SNMP version 1 has no GETBULK.")});
                return;
            }
            request = Snmp::Request::getBulk(*oids, options().nonRepeaters, options().repetitions);
            break;
        }
        agent().request(std::move(request));
    }

    void onDone(const Snmp::Response &response) override
    {
        bool isMissing = false;
        for (const Varbind &each : response.varbinds) {
            print(each);
            isMissing = isMissing || each.value.isException();
        }
        context().summary.insert(QStringLiteral("url"), session().url());
        context().summary.insert(QStringLiteral("rtt_ms"),
                                 static_cast<double>(response.rtt.count()) / 1000);
        context().summary.insert(QStringLiteral("attempts"), response.attempts);
        const bool isGet = m_kind == Snmp::Request::Kind::Get;
        context().finish(isGet && isMissing ? exitCode(Error::Kind::Refused) : 0);
    }

    const Snmp::Request::Kind m_kind;
};

void describe(QJsonObject &summary, const Snmp::WalkSummary &walk)
{
    summary.insert(QStringLiteral("varbinds"), static_cast<qint64>(walk.varbinds));
    summary.insert(QStringLiteral("requests"), static_cast<qint64>(walk.requests));
    summary.insert(QStringLiteral("lost"), static_cast<qint64>(walk.lost));
    summary.insert(QStringLiteral("too_big"), static_cast<qint64>(walk.tooBig));
    summary.insert(QStringLiteral("in_flight"), walk.window);
    summary.insert(QStringLiteral("repetitions"), walk.repetitions);
    summary.insert(QStringLiteral("bulk_rows"), walk.rowsPerRequest);
    summary.insert(QStringLiteral("poll_time_ms"), static_cast<qint64>(walk.elapsed.count()));
    if (walk.firstRows)
        summary.insert(QStringLiteral("first_rows_ms"),
                       static_cast<qint64>(walk.firstRows->count()));
    summary.insert(QStringLiteral("complete"), walk.isComplete());
}

class WalkCommand : public AgentCommand
{
public:
    WalkCommand(CommandContext &context, AgentOptions options)
        : AgentCommand(context, std::move(options))
        , m_queue(Snmp::makeWalkQueue())
    {
        m_timer.setInterval(10);
        connect(&m_timer, &QTimer::timeout, this, [this] { drain(); });
    }

protected:
    void begin() override
    {
        if (options().objects.empty()) {
            // All that agents have: LLDP stands below 1.0, the link aggregation of 802.3 below 1.2.
            walk({Oid{1}});
            return;
        }
        auto oids = resolveAll();
        if (oids)
            walk(std::move(*oids));
    }
    void walk(std::vector<Oid> roots)
    {
        m_roots = roots;
        Snmp::WalkRequest request;
        request.roots = std::move(roots);
        request.mostVarbinds = options().most;
        request.oneAtATime = options().oneAtATime;
        agent().walk(std::move(request), m_queue);
        m_timer.start();
    }
    void onDone(const Snmp::Response &) override {}
    void onWalked(const Snmp::WalkSummary &summary) override
    {
        drain();
        m_timer.stop();
        std::sort(m_rows.begin(), m_rows.end(),
                  [](const Varbind &a, const Varbind &b) { return a.oid < b.oid; });
        output(m_rows);
        describe(context().summary, summary);
        if (summary.varbinds == 0 && !summary.problem)
            for (const Oid &each : m_roots)
                context().output.warning(
                    Words::tr("The agent shows nothing below %1.").arg(snapshot().nameOf(each)));
        if (summary.problem)
            fail(*summary.problem);
        else
            finishWalk();
    }
    virtual void output(const Varbinds &rows)
    {
        for (const Varbind &each : rows)
            print(each);
    }
    void finishWalk()
    {
        context().summary.insert(QStringLiteral("url"), session().url());
        context().finish(0);
    }

private:
    void drain()
    {
        auto batch = m_queue->take(10'000);
        for (Snmp::WalkChunk &chunk : batch.items) {
            if (options().unordered) {
                for (const Varbind &each : chunk.rows)
                    print(each);
            } else {
                std::move(chunk.rows.begin(), chunk.rows.end(), std::back_inserter(m_rows));
            }
        }
    }

    std::shared_ptr<Snmp::WalkQueue> m_queue;
    QTimer m_timer;
    std::vector<Oid> m_roots;
    Varbinds m_rows;
};

// A table by its INDEX: one line a row, a cell for each column; missing cells are empty.
class TableCommand final : public WalkCommand
{
public:
    using WalkCommand::WalkCommand;

private:
    struct Column
    {
        Oid oid;
        Definition definition;
    };

    void begin() override
    {
        const auto oids = resolveAll();
        if (!oids)
            return;
        const Oid &oid = oids->front();
        const Definition definition = snapshot().nearest(oid);
        if (definition && definition.oid() == oid && definition.row()) {
            m_row = definition.row();
            const bool isColumn = definition.isObject();
            for (const Definition &each :
                 isColumn ? QList<Definition>{definition} : definition.columns()) {
                // RFC 2578, section 7.3: what is not accessible is never answered; the index says
                // it.
                if (each.access() != Snmp::Smi::Access::NotAccessible)
                    m_columns.push_back({each.oid(), each});
            }
        }
        if (definition && definition.oid() == oid && !definition.row() &&
            definition.kind() != Snmp::Smi::Kind::ObjectIdentifier) {
            fail(
                {Error::Kind::Usage, Words::tr("%1 is no table.").arg(definition.qualifiedName())});
            return;
        }
        if (m_columns.empty()) {
            // No module knows it: the columns are what stands below entry, the first child.
            m_entry = definition && definition.oid() == oid && definition.row()
                          ? definition.row().oid()
                          : oid.child(1);
            walk({m_entry});
            return;
        }
        std::vector<Oid> roots;
        for (const Column &each : m_columns)
            roots.push_back(each.oid);
        m_entry = roots.front().parent();
        walk(std::move(roots));
    }

    [[nodiscard]] QString columnName(const Oid &column) const
    {
        const Definition definition = snapshot().nearest(column);
        return definition && definition.oid() == column ? definition.name()
                                                        : QString::number(column.last());
    }

    void output(const Varbinds &rows) override
    {
        std::map<Oid, std::map<std::uint32_t, const Varbind *>> table; // by index, by column
        std::set<std::uint32_t> columns;
        for (const Varbind &each : rows) {
            if (!each.oid.startsWith(m_entry) || each.oid.size() < m_entry.size() + 2)
                continue;
            const std::uint32_t column = each.oid[m_entry.size()];
            columns.insert(column);
            table[Oid(each.oid.from(m_entry.size() + 1))][column] = &each;
        }
        context().summary.insert(QStringLiteral("rows"), static_cast<qint64>(table.size()));
        if (context().options.json)
            printJson(table);
        else
            printText(table, columns);
    }

    [[nodiscard]] QString indexText(const Oid &index) const
    {
        if (!m_row)
            return index.text();
        return Snmp::Smi::decodeInstance(snapshot(), m_row, index.arcs()).text;
    }

    void printJson(const std::map<Oid, std::map<std::uint32_t, const Varbind *>> &table)
    {
        for (const auto &[index, cells] : table) {
            QJsonObject columns;
            for (const auto &[column, varbind] : cells) {
                QJsonObject cell = varbindObject(snapshot(), *varbind);
                cell.remove(QStringLiteral("type"));
                columns.insert(columnName(m_entry.child(column)), cell);
            }
            context().output.object({{QStringLiteral("type"), QStringLiteral("row")},
                                     {QStringLiteral("url"), session().url()},
                                     {QStringLiteral("instance"), index.text()},
                                     {QStringLiteral("index"), indexText(index)},
                                     {QStringLiteral("columns"), columns}});
        }
    }

    void printText(const std::map<Oid, std::map<std::uint32_t, const Varbind *>> &table,
                   const std::set<std::uint32_t> &columns)
    {
        // Tab-separated, so that cut and spreadsheets can have it; a tab in a value becomes a
        // blank.
        QStringList head{Words::tr("Index")};
        for (const std::uint32_t column : columns)
            head.append(columnName(m_entry.child(column)));
        context().output.text(head.join(QLatin1Char('\t')));
        for (const auto &[index, cells] : table) {
            QStringList line{indexText(index)};
            for (const std::uint32_t column : columns) {
                const auto cell = cells.find(column);
                QString text =
                    cell == cells.end() ? QString() : valueLine(snapshot(), *cell->second);
                text.replace(QLatin1Char('\t'), QLatin1Char(' '));
                text.replace(QLatin1Char('\n'), QLatin1Char(' '));
                line.append(text);
            }
            context().output.text(line.join(QLatin1Char('\t')));
        }
    }

    Definition m_row;
    std::vector<Column> m_columns;
    Oid m_entry;
};

// OID TYPE VALUE, three words each. What was there before is read first and told, so that it can be
// put back.
class SetCommand final : public AgentCommand
{
public:
    using AgentCommand::AgentCommand;

private:
    void begin() override
    {
        const auto &words = options().objects;
        if (words.empty() || words.size() % 3 != 0) {
            fail({Error::Kind::Usage,
                  Words::tr("A SET wants three words for each object: OID TYPE VALUE.")});
            return;
        }
        std::vector<Oid> oids;
        for (std::size_t i = 0; i < words.size(); i += 3) {
            auto oid = snapshot().resolve(QString::fromStdString(words[i]));
            if (!oid) {
                fail(oid.error());
                return;
            }
            *oid = instanceOf(*oid);
            const auto value = read(*oid, QString::fromStdString(words[i + 1]),
                                    QString::fromStdString(words[i + 2]));
            if (!value) {
                fail(value.error());
                return;
            }
            oids.push_back(*oid);
            m_new.push_back({*oid, *value});
        }
        agent().request(Snmp::Request::get(oids));
    }

    [[nodiscard]] Result<Snmp::Value> read(const Oid &oid, const QString &type,
                                           const QString &text) const
    {
        if (type.size() != 1)
            return failure(Error::Kind::Usage,
                           Words::tr("“%1” is not the letter of a type.").arg(type.left(40)));
        if (type != QLatin1String("="))
            return Snmp::parseValue(type.front(), text);
        const Definition definition = snapshot().nearest(oid);
        if (!definition || !definition.isObject())
            return failure(Error::Kind::Usage,
                           Words::tr("No module says which type %1 has: give its letter in place "
                                     "of “=”.")
                               .arg(oid.text()));
        return Snmp::Smi::valueOf(snapshot(), definition, text);
    }

    void onDone(const Snmp::Response &response) override
    {
        if (m_isSet) {
            report(response.varbinds);
            return;
        }
        m_old = response.varbinds;
        if (options().dryRun) {
            report(m_new);
            return;
        }
        m_isSet = true;
        agent().request(Snmp::Request::set(m_new));
    }

    void report(const Varbinds &now)
    {
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (!context().options.json) {
                const QString was = i < m_old.size() ? valueLine(snapshot(), m_old[i]) : QString();
                context().output.text(QStringLiteral("%1 = %2: %3 (%4)")
                                          .arg(snapshot().nameOf(now[i].oid),
                                               Snmp::valueTypeName(now[i].value.type()),
                                               valueLine(snapshot(), now[i]),
                                               Words::tr("before: %1").arg(was)));
                continue;
            }
            QJsonObject object = varbindObject(snapshot(), now[i]);
            object.insert(QStringLiteral("url"), session().url());
            if (i < m_old.size()) {
                QJsonObject previous = varbindObject(snapshot(), m_old[i]);
                previous.remove(QStringLiteral("type"));
                object.insert(QStringLiteral("previous"), previous);
            }
            context().output.object(object);
        }
        context().summary.insert(QStringLiteral("url"), session().url());
        context().summary.insert(QStringLiteral("written"), !options().dryRun);
        context().finish(0);
    }

    Varbinds m_new;
    Varbinds m_old;
    bool m_isSet = false;
};

using Options = std::shared_ptr<AgentOptions>;

std::pair<CLI::App *, Options> addVerb(CLI::App *noun, const char *name, const QString &what,
                                       const QString &objects, bool needsObjects)
{
    CLI::App *const verb = noun->add_subcommand(name, what.toStdString());
    const auto options = std::make_shared<AgentOptions>();
    addSnmpOptions(verb, options->access, Words::tr("snmp://[COMMUNITY@]HOST[:PORT]"));
    addModuleOptions(verb, options->modules);
    auto *const given =
        verb->add_option("objects", options->objects, objects.toStdString())->option_text("OID...");
    if (needsObjects)
        given->required();
    return {verb, options};
}

template<typename Command, typename... More>
void runs(CLI::App *verb, CommandContext &context, const Options &options, More... more)
{
    verb->callback([&context, options, more...] {
        context.run(std::make_unique<Command>(context, *options, more...));
    });
}

void addGuards(CLI::App *verb, const Options &options)
{
    verb->add_option("--most", options->most,
                     Words::tr("End after so many objects (5000000)").toStdString())
        ->option_text("N")
        ->check(CLI::Range(1, 1'000'000'000));
    verb->add_flag(
        "--one-at-a-time", options->oneAtATime,
        Words::tr("One request at a time, for agents that lose their way").toStdString());
}

} // namespace

void addSnmpAgentVerbs(CLI::App *noun, CommandContext &context)
{
    const QString objects = Words::tr("Names or OIDs: sysDescr.0, IF-MIB::ifDescr.3, 1.3.6.1.2.1");
    {
        const auto [verb, options] =
            addVerb(noun, "get", Words::tr("Read objects of an agent"), objects, true);
        runs<GetCommand>(verb, context, options, Snmp::Request::Kind::Get);
    }
    {
        const auto [verb, options] =
            addVerb(noun, "next", Words::tr("Read the objects behind those named"), objects, true);
        runs<GetCommand>(verb, context, options, Snmp::Request::Kind::GetNext);
    }
    {
        const auto [verb, options] = addVerb(
            noun, "bulk", Words::tr("Read many objects behind those named at once"), objects, true);
        verb->add_option("--non-repeaters", options->nonRepeaters,
                         Words::tr("So many of the first ones once only (0)").toStdString())
            ->option_text("N")
            ->check(CLI::Range(0, 1000));
        verb->add_option("--repetitions", options->repetitions,
                         Words::tr("So many objects behind each of the others (10)").toStdString())
            ->option_text("N")
            ->check(CLI::Range(0, 65'535));
        runs<GetCommand>(verb, context, options, Snmp::Request::Kind::GetBulk);
    }
    {
        const auto [verb, options] =
            addVerb(noun, "walk", Words::tr("Read everything below some objects, quickly"),
                    Words::tr("Names or OIDs; everything without one"), false);
        addGuards(verb, options);
        verb->add_flag("--unordered", options->unordered,
                       Words::tr("Print objects as they arrive, not in order").toStdString());
        runs<WalkCommand>(verb, context, options);
    }
    {
        const auto [verb, options] =
            addVerb(noun, "table", Words::tr("Read a table and print its rows"),
                    Words::tr("A table, its row or one column: ifTable"), true);
        addGuards(verb, options);
        runs<TableCommand>(verb, context, options);
    }
    {
        const auto [verb, options] = addVerb(
            noun, "set", Words::tr("Write objects of an agent, all of them or none"),
            Words::tr("OID TYPE VALUE, three words for each object. TYPE is = for what its module "
                      "says, or a letter: i, u, c, C, t, a, o, s, x, d, b, n, F, D"),
            true);
        verb->add_flag("--dry-run", options->dryRun,
                       Words::tr("Read and check, and write nothing").toStdString());
        runs<SetCommand>(verb, context, options);
    }
}

} // namespace Portolan::Cli
