// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmprecordings.h"

#include "app/cli/snmpmodules.h"
#include "app/cli/snmpsession.h"
#include "app/cli/words.h"
#include "core/snmp/recordings/agentrecorder.h"
#include "core/snmp/recordings/comparisontext.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QJsonArray>
#include <QSemaphore>
#include <QTemporaryDir>

#include <array>
#include <thread>

namespace Portolan::Cli {

namespace {

using Snmp::ComparisonOptions;
using Snmp::ComparisonSide;
using Snmp::ComparisonSummary;
using Snmp::Difference;
using Snmp::Oid;
using Snmp::Recording;
using Snmp::RecordingFacts;
using Snmp::ViewMap;
using Snmp::Smi::Snapshot;
using Kind = Difference::Kind;

constexpr int kTrouble = 2; // what diff ends with where a plain 1 would mean "different"

struct RecordingOptions
{
    SnmpOptions access; // of the first one; its URL may be a file for diff
    SnmpOptions second;
    ModuleOptions modules;
    std::vector<std::string> objects;
    std::string output;
    std::string label;
    quint64 most = 5'000'000;
    bool oneAtATime = false;
    // diff
    bool views = false;
    bool all = false;
    bool noise = false;
    bool byIndex = false;
    bool sameDevice = false;
    bool otherDevice = false;
    std::vector<std::string> ignored;
};
using Options = std::shared_ptr<RecordingOptions>;

std::optional<std::vector<Oid>> resolveAll(const Snapshot &modules,
                                           const std::vector<std::string> &names, Error &wrong)
{
    std::vector<Oid> oids;
    for (const std::string &each : names) {
        auto oid = modules.resolve(QString::fromStdString(each));
        if (!oid) {
            wrong = oid.error();
            return {};
        }
        oids.push_back(std::move(*oid));
    }
    return oids;
}

Snmp::WalkRequest walkOf(const RecordingOptions &options, std::vector<Oid> roots)
{
    Snmp::WalkRequest walk;
    walk.roots = std::move(roots);
    walk.mostVarbinds = options.most;
    walk.oneAtATime = options.oneAtATime;
    return walk;
}

QJsonObject described(const RecordingFacts &facts)
{
    QJsonObject object = Snmp::toJson(facts);
    if (facts.varbinds)
        object.insert(QStringLiteral("varbinds"), static_cast<qint64>(*facts.varbinds));
    object.insert(QStringLiteral("complete"), facts.isComplete);
    if (!facts.problem.isEmpty())
        object.insert(QStringLiteral("problem"), facts.problem);
    return object;
}

class SnapshotCommand final : public ModulesCommand
{
public:
    SnapshotCommand(CommandContext &context, const RecordingOptions &options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(options)
        , m_session(context, m_options.access)
    {
    }

    void start() override
    {
        if (const auto prepared = m_session.prepare(); !prepared) {
            context().fail(prepared.error());
            return;
        }
        ModulesCommand::start();
    }

private:
    void use(const Snmp::Smi::LoadOutcome &modules) override
    {
        Error wrong;
        auto roots = resolveAll(*modules.snapshot, m_options.objects, wrong);
        if (!roots) {
            context().fail(wrong);
            return;
        }
        m_recorder = std::make_unique<Snmp::AgentRecorder>(m_session.makeAgent(),
                                                           QString::fromStdString(m_options.output),
                                                           QString::fromStdString(m_options.label));
        connect(m_recorder.get(), &Snmp::AgentRecorder::finished, this,
                [this](const Result<RecordingFacts> &result) { finished(result); });
        m_recorder->start(walkOf(m_options, std::move(*roots)));
    }

    void finished(const Result<RecordingFacts> &result)
    {
        context().summary.insert(QStringLiteral("url"), m_session.url());
        if (!result) {
            context().fail(result.error());
            return;
        }
        const QString path = QString::fromStdString(m_options.output);
        const qint64 bytes = QFileInfo(path).size();
        if (context().options.json) {
            QJsonObject object = described(*result);
            object.insert(QStringLiteral("type"), QStringLiteral("recording"));
            object.insert(QStringLiteral("file"), path);
            object.insert(QStringLiteral("bytes"), bytes);
            object.insert(QStringLiteral("poll_time_ms"),
                          static_cast<qint64>(result->elapsed.count()));
            context().output.object(object);
        } else {
            context().output.text(Words::tr("%n object(s) of %1 in %2.", nullptr,
                                            static_cast<int>(result->varbinds.value_or(0)))
                                      .arg(result->title(), path));
        }
        // What was read is kept; that it is not all is for the exit code.
        if (!result->isComplete)
            context().fail(
                {Error::Kind::Protocol,
                 Words::tr("The agent was not read to the end: %1").arg(result->problem)});
        else
            context().finish(0);
    }

    const RecordingOptions m_options;
    SnmpSession m_session;
    std::unique_ptr<Snmp::AgentRecorder> m_recorder;
};

// Two files or agents. Agents are recorded into a temporary folder first, both at the same time;
// files are compared on a thread of its own, which waits while too much is still to be printed.
class DiffCommand final : public ModulesCommand
{
public:
    DiffCommand(CommandContext &context, const RecordingOptions &options)
        : ModulesCommand(context, moduleRequest(options.modules))
        , m_options(options)
    {
        m_sides[0].access = m_options.access;
        m_sides[1].access = m_options.second;
        if (!m_options.second.hasCredential()) {
            m_sides[1].access = m_options.access;
            m_sides[1].access.url = m_options.second.url;
        }
    }
    ~DiffCommand() override
    {
        m_thread.request_stop();
        m_room.release(kBatches);
    }

    void start() override
    {
        for (Side &each : m_sides) {
            const QString given = QString::fromStdString(each.access.url);
            if (QFileInfo::exists(given) ||
                (!given.contains(QLatin1String("://")) && !given.startsWith(QLatin1Char('@')))) {
                each.path = given;
                continue;
            }
            each.session = std::make_unique<SnmpSession>(context(), each.access);
            if (const auto prepared = each.session->prepare(); !prepared) {
                end(prepared.error());
                return;
            }
        }
        ModulesCommand::start();
    }

private:
    static constexpr int kBatches = 8;
    static constexpr std::size_t kBatch = 200;
    struct Side
    {
        SnmpOptions access;
        QString path;
        std::unique_ptr<SnmpSession> session; // of an agent
        std::unique_ptr<Snmp::AgentRecorder> recorder;
        bool isReady = false;
    };
    struct Outcome
    {
        std::array<RecordingFacts, 2> facts = {};
        std::optional<ComparisonSummary> summary = {};
        std::optional<ViewMap> views = {};
        std::optional<Error> problem = {};
    };

    void use(const Snmp::Smi::LoadOutcome &modules) override
    {
        m_modules = modules.snapshot;
        Error wrong;
        const auto roots = resolveAll(*m_modules, m_options.objects, wrong);
        const auto ignored = resolveAll(*m_modules, m_options.ignored, wrong);
        if (!roots || !ignored) {
            end(wrong);
            return;
        }
        m_choice.matchInterfaces = !m_options.byIndex;
        if (m_options.sameDevice || m_options.otherDevice)
            m_choice.relation = m_options.sameDevice ? ComparisonOptions::Relation::Later
                                                     : ComparisonOptions::Relation::Other;
        m_choice.noise.insert(m_choice.noise.end(), ignored->begin(), ignored->end());
        for (std::size_t i = 0; i < m_sides.size(); ++i) {
            Side &side = m_sides[i];
            side.isReady = !side.session;
            if (side.isReady)
                continue;
            side.path = m_folder.filePath(QString::number(i));
            side.recorder = std::make_unique<Snmp::AgentRecorder>(side.session->makeAgent(),
                                                                  side.path, QString());
            connect(side.recorder.get(), &Snmp::AgentRecorder::finished, this,
                    [this, &side](const Result<RecordingFacts> &result) {
                        side.isReady = true;
                        if (!result)
                            end(result.error());
                        else
                            compareWhenReady();
                    });
            side.recorder->start(walkOf(m_options, *roots));
        }
        compareWhenReady();
    }

    void compareWhenReady()
    {
        if (!m_sides[0].isReady || !m_sides[1].isReady || m_thread.joinable())
            return;
        m_thread = std::jthread([this](const std::stop_token &stop) {
            Outcome outcome = work(stop);
            QMetaObject::invokeMethod(
                this, [this, outcome = std::move(outcome)] { finish(outcome); },
                Qt::QueuedConnection);
        });
    }

    // On the thread.
    [[nodiscard]] Outcome work(const std::stop_token &stop)
    {
        Outcome outcome;
        std::array<ComparisonSide, 2> sides;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            auto recording = Recording::open(m_sides[i].path, stop);
            if (!recording) {
                outcome.problem = std::move(recording.error());
                return outcome;
            }
            sides[i] = ComparisonSide::of(*recording);
            outcome.facts[i] = recording->facts();
        }
        if (m_options.views) {
            auto views = Snmp::mapViews(sides[0], sides[1], stop);
            if (views)
                outcome.views = std::move(*views);
            else
                outcome.problem = std::move(views.error());
            return outcome;
        }
        std::vector<Difference> batch;
        const auto give = [&] {
            m_room.acquire();
            if (stop.stop_requested())
                return;
            QMetaObject::invokeMethod(
                this,
                [this, taken = std::exchange(batch, {})] {
                    for (const Difference &each : taken)
                        print(each);
                    m_room.release();
                },
                Qt::QueuedConnection);
        };
        auto summary = Snmp::compare(
            sides[0], sides[1], *m_modules, m_choice,
            [&](Difference &&each) {
                if ((each.kind == Kind::Advanced && !m_options.all) ||
                    (each.isNoise && !m_options.noise))
                    return;
                batch.push_back(std::move(each));
                if (batch.size() == kBatch)
                    give();
            },
            stop);
        if (!batch.empty())
            give();
        if (summary)
            outcome.summary = std::move(*summary);
        else
            outcome.problem = std::move(summary.error());
        return outcome;
    }

    void print(const Difference &each)
    {
        if (context().options.json) {
            context().output.object(Snmp::toJson(each, *m_modules));
            return;
        }
        const char *const mark = each.kind == Kind::Added     ? "+ "
                                 : each.kind == Kind::Removed ? "- "
                                 : each.kind == Kind::Changed ? "~ "
                                 : each.kind == Kind::Reset   ? "0 "
                                                              : "  ";
        QString line = QLatin1String(mark) + Snmp::placeOf(each, *m_modules, true);
        if (!each.formerIndex.isEmpty())
            line += QStringLiteral(" (") +
                    Words::tr("was %1, matched by name").arg(each.formerIndex.text()) +
                    QLatin1Char(')');
        if (!each.isRow) {
            context().output.text(line + QStringLiteral(": ") + value(each.cells.front()));
            return;
        }
        context().output.text(line);
        for (const Snmp::CellChange &cell : each.cells) {
            if (cell.kind == Kind::Advanced && !m_options.all)
                continue;
            if (cell.isNoise && !m_options.noise)
                continue;
            context().output.text(QStringLiteral("      ") +
                                  Snmp::cellName(cell, each, *m_modules) + QStringLiteral(": ") +
                                  value(cell));
        }
    }
    [[nodiscard]] QString value(const Snmp::CellChange &cell) const
    {
        return Snmp::changeText(cell, *m_modules).replace(QLatin1Char('\n'), QLatin1Char(' '));
    }

    void finish(const Outcome &outcome)
    {
        if (outcome.problem) {
            end(*outcome.problem);
            return;
        }
        QJsonObject &summary = context().summary;
        summary.insert(QStringLiteral("first"), described(outcome.facts[0]));
        summary.insert(QStringLiteral("second"), described(outcome.facts[1]));
        const bool isDifferent =
            outcome.views ? report(*outcome.views, outcome) : report(*outcome.summary, outcome);
        context().finish(isDifferent ? 1 : 0);
    }

    bool report(const ComparisonSummary &result, const Outcome &outcome)
    {
        const QJsonObject described = Snmp::toJson(result);
        for (auto each = described.begin(); each != described.end(); ++each)
            context().summary.insert(each.key(), each.value());
        if (!context().options.json) {
            for (const QString &each : Snmp::notesOf(result) + unfinished(outcome))
                context().output.warning(each);
            context().output.text(Snmp::totalOf(result));
        }
        return result.isDifferent();
    }

    bool report(const ViewMap &views, const Outcome &outcome)
    {
        for (const ViewMap::Entry &each : views.entries) {
            if (context().options.json) {
                context().output.object(Snmp::toJson(each, *m_modules));
                continue;
            }
            QString line = Snmp::nameOf(each, *m_modules) + QLatin1Char('\t') + each.prefix.text() +
                           QLatin1Char('\t') + Snmp::sightText(each.sight()) + QLatin1Char('\t');
            line += Words::tr("%n object(s)", nullptr,
                              static_cast<int>(each.both + each.first + each.second));
            context().output.text(line);
        }
        QJsonArray reasons;
        for (std::size_t i = 0; i < 2; ++i) {
            const QString reason = Snmp::textOf(views.reasons[i], *m_modules);
            reasons.append(reason);
            if (!context().options.json && !reason.isEmpty())
                context().output.text(
                    (i == 0 ? Words::tr("The first: %1") : Words::tr("The second: %1"))
                        .arg(reason));
        }
        if (!context().options.json) {
            for (const QString &each : unfinished(outcome))
                context().output.warning(each);
        }
        QJsonObject &summary = context().summary;
        summary.insert(QStringLiteral("both"), static_cast<qint64>(views.both));
        summary.insert(QStringLiteral("only_first"), static_cast<qint64>(views.first));
        summary.insert(QStringLiteral("only_second"), static_cast<qint64>(views.second));
        summary.insert(QStringLiteral("reasons"), reasons);
        return views.isDifferent();
    }

    [[nodiscard]] static QStringList unfinished(const Outcome &outcome)
    {
        QStringList notes;
        for (const RecordingFacts &each : outcome.facts) {
            if (!each.isComplete)
                notes.append(
                    Words::tr("%1 was not read to the end: %2").arg(each.title(), each.problem));
        }
        return notes;
    }

    // 1 says "different" and nothing else.
    void end(const Error &error)
    {
        if (context().isFinished())
            return;
        const int code = exitCode(error.kind);
        context().fail(error, code == 1 ? kTrouble : code);
    }

    const RecordingOptions m_options;
    QTemporaryDir m_folder;
    std::array<Side, 2> m_sides;
    std::shared_ptr<const Snapshot> m_modules;
    ComparisonOptions m_choice;
    QSemaphore m_room{kBatches};
    std::jthread m_thread; // last: it uses the others
};

void addWalkOptions(CLI::App *verb, const Options &options)
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

void addSnmpRecordingVerbs(CLI::App *noun, CommandContext &context)
{
    {
        CLI::App *const verb = noun->add_subcommand(
            "snapshot", Words::tr("Keep everything that an agent says in a file").toStdString());
        const auto options = std::make_shared<RecordingOptions>();
        addSnmpOptions(verb, options->access, Words::tr("snmp://[COMMUNITY@]HOST[:PORT]"));
        addModuleOptions(verb, options->modules);
        verb->add_option("objects", options->objects,
                         Words::tr("Names or OIDs; everything without one").toStdString())
            ->option_text("OID...");
        verb->add_option(
                "-o,--output", options->output,
                Words::tr("The file; what is there is replaced when all was read").toStdString())
            ->option_text("FILE")
            ->required();
        verb->add_option("--label", options->label, Words::tr("What it is called").toStdString())
            ->option_text("TEXT");
        addWalkOptions(verb, options);
        verb->callback([&context, options] {
            context.run(std::make_unique<SnapshotCommand>(context, *options));
        });
    }
    CLI::App *const verb = noun->add_subcommand(
        "diff",
        Words::tr("Compare two snapshots, or agents; ends with 1 where they differ").toStdString());
    const auto options = std::make_shared<RecordingOptions>();
    verb->add_option("first", options->access.url,
                     Words::tr("A file, or snmp://[COMMUNITY@]HOST[:PORT]").toStdString())
        ->required();
    verb->add_option("second", options->second.url, Words::tr("The same").toStdString())
        ->required();
    verb->add_option("objects", options->objects,
                     Words::tr("What agents are asked for; everything without one").toStdString())
        ->option_text("OID...");
    addSnmpCredentialOptions(verb, options->access);
    addSnmpCredentialOptions(verb, options->second, "second-");
    addModuleOptions(verb, options->modules);
    addWalkOptions(verb, options);
    verb->add_flag("--views", options->views,
                   Words::tr("Which parts of the tree each of them sees").toStdString());
    verb->add_flag("--all", options->all,
                   Words::tr("Also counters and clocks that only went on").toStdString());
    verb->add_flag("--noise", options->noise,
                   Words::tr("Also what changes by itself: processes, loads, learned addresses")
                       .toStdString());
    verb->add_option("--ignore", options->ignored,
                     Words::tr("Below this, what changes is noise (repeatable)").toStdString())
        ->option_text("OID")
        ->allow_extra_args(false);
    verb->add_flag("--by-index", options->byIndex,
                   Words::tr("Interfaces by ifIndex alone, not by name").toStdString());
    auto *const same =
        verb->add_flag("--same-device", options->sameDevice,
                       Words::tr("One device at two times, whatever the files say").toStdString());
    verb->add_flag("--other-device", options->otherDevice,
                   Words::tr("Two devices: counters are not compared").toStdString())
        ->excludes(same);
    verb->callback(
        [&context, options] { context.run(std::make_unique<DiffCommand>(context, *options)); });
}

} // namespace Portolan::Cli
