// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpmodules.h"

#include "app/cli/words.h"
#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/modulefolders.h"
#include "core/snmp/smi/snapshot.h"
#include "core/store/folders.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Portolan::Cli {

namespace {

using namespace Snmp::Smi;
using Snmp::Oid;

QStringList toList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &each : texts)
        list.append(QString::fromStdString(each));
    return list;
}

QJsonArray indexArray(const Instance &instance)
{
    QJsonArray array;
    for (const IndexValue &each : instance.values)
        array.append(QJsonObject{{QStringLiteral("name"), each.name},
                                 {QStringLiteral("syntax"), each.type.name()},
                                 {QStringLiteral("text"), each.text}});
    return array;
}

class TranslateCommand final : public ModulesCommand
{
public:
    TranslateCommand(CommandContext &context, const ModuleOptions &options, QStringList names)
        : ModulesCommand(context, moduleRequest(options))
        , m_names(std::move(names))
    {
    }

protected:
    void use(const LoadOutcome &modules) override
    {
        const Snapshot &snapshot = *modules.snapshot;
        int code = 0;
        for (const QString &name : m_names) {
            const Result<Oid> oid = snapshot.resolve(name);
            if (!oid && translateType(snapshot, name))
                continue;
            if (!oid) {
                context().output.error(oid.error());
                code = exitCode(oid.error().kind);
                continue;
            }
            if (context().options.json)
                context().output.object(object(snapshot, name, *oid, language()));
            else
                print(snapshot, *oid);
        }
        context().finish(code);
    }

private:
    [[nodiscard]] QString language() { return context().options.language; }

    // What we say of it ourselves; empty where we say nothing.
    static QString meaning(const Definition &definition, const QString &language)
    {
        const auto *known = Snmp::bundledDescription(definition.module().name(), definition.name());
        return known ? known->in(language) : QString();
    }

    static QJsonObject object(const Snapshot &snapshot, const QString &query, const Oid &oid,
                              const QString &language)
    {
        QJsonObject object{{QStringLiteral("type"), QStringLiteral("result")},
                           {QStringLiteral("query"), query},
                           {QStringLiteral("oid"), oid.text()},
                           {QStringLiteral("name"), snapshot.nameOf(oid)}};
        const Definition definition = snapshot.nearest(oid);
        if (!definition)
            return object;
        const auto put = [&object](const char *key, const QString &text) {
            if (!text.isEmpty())
                object.insert(QLatin1String(key), text);
        };
        put("module", definition.module().name());
        put("object", definition.name());
        put("kind", kindName(definition.kind()));
        put("syntax", definition.type().text());
        put("hint", QString::fromUtf8(definition.type().hint().data(),
                                      qsizetype(definition.type().hint().size())));
        put("access", accessName(definition.access()));
        put("status", statusName(definition.status()));
        put("units", definition.units());
        put("default", definition.defaultValue());
        put("description", definition.description());
        put("meaning", meaning(definition, language));
        put("reference", definition.reference());
        put("file", definition.module().isBundled() ? QString() : definition.module().path());
        object.insert(QStringLiteral("line"), qint64(definition.line()));
        putNames(object, definition.type());
        const auto suffix = oid.from(definition.oid().size());
        if (!suffix.empty()) {
            object.insert(QStringLiteral("instance"), Oid(suffix).text());
            const Instance instance = decodeInstance(snapshot, definition, suffix);
            if (!instance.values.isEmpty())
                object.insert(QStringLiteral("index"), indexArray(instance));
        }
        if (definition.isNotification())
            object.insert(QStringLiteral("objects"),
                          QJsonArray::fromStringList(definition.objectNames()));
        if (suffix.empty() && definition.row())
            putTable(object, definition);
        return object;
    }

    // How a table is indexed; of a column, how its table is.
    static void putTable(QJsonObject &object, const Definition &definition)
    {
        QJsonArray parts;
        for (const Definition::Index &each : definition.index())
            parts.append(QJsonObject{{QStringLiteral("name"), each.name},
                                     {QStringLiteral("syntax"), each.type.text()},
                                     {QStringLiteral("implied"), each.implied}});
        object.insert(QStringLiteral("index"), parts);
        if (const Definition augmented = definition.row().augments())
            object.insert(QStringLiteral("augments"), augmented.qualifiedName());
        if (definition.isObject())
            return;
        QJsonArray columns;
        for (const Definition &each : definition.columns())
            columns.append(each.name());
        object.insert(QStringLiteral("columns"), columns);
    }

    // INDEX { ifIndex, IMPLIED name }, as a module has it.
    static QString indexLine(const Definition &definition)
    {
        if (!definition.row() || definition.isObject())
            return {};
        if (const Definition augmented = definition.row().augments())
            return QStringLiteral("AUGMENTS { %1 }").arg(augmented.name());
        QStringList parts;
        for (const Definition::Index &each : definition.index())
            parts.append((each.implied ? QStringLiteral("IMPLIED ") : QString()) +
                         (each.name.isEmpty() ? each.type.text() : each.name));
        return parts.isEmpty()
                   ? QString()
                   : QStringLiteral("INDEX { %1 }").arg(parts.join(QStringLiteral(", ")));
    }

    // A textual convention has no OID.
    bool translateType(const Snapshot &snapshot, const QString &name)
    {
        const Type type = snapshot.type(name);
        if (!type)
            return false;
        const QString qualified = QStringLiteral("%1::%2").arg(type.module().name(), type.name());
        const QString hint = QString::fromUtf8(type.hint().data(), qsizetype(type.hint().size()));
        const QString syntax = type.parent() ? type.parent().text() : type.text();
        if (!context().options.json) {
            Output &output = context().output;
            output.text(qualified);
            for (const QString &line : {syntax, hint, statusName(type.status())})
                if (!line.isEmpty())
                    output.text(QStringLiteral("  %1").arg(line));
            return true;
        }
        QJsonObject object{{QStringLiteral("type"), QStringLiteral("result")},
                           {QStringLiteral("query"), name},
                           {QStringLiteral("name"), qualified},
                           {QStringLiteral("kind"), QStringLiteral("textual-convention")},
                           {QStringLiteral("module"), type.module().name()},
                           {QStringLiteral("syntax"), syntax}};
        putNames(object, type);
        for (const auto &[key, text] :
             {std::pair("hint", hint), std::pair("status", statusName(type.status())),
              std::pair("description", type.description()),
              std::pair("reference", type.reference())})
            if (!text.isEmpty())
                object.insert(QLatin1String(key), text);
        context().output.object(object);
        return true;
    }

    static void putNames(QJsonObject &object, const Type &type)
    {
        if (!type.hasNames())
            return;
        QJsonArray names;
        for (std::size_t i = 0; i < type.names().size(); ++i)
            names.append(QJsonObject{{QStringLiteral("name"), type.nameAt(i)},
                                     {QStringLiteral("number"), qint64(type.names()[i].number)}});
        object.insert(QStringLiteral("names"), names);
    }

    void print(const Snapshot &snapshot, const Oid &oid)
    {
        Output &output = context().output;
        output.text(snapshot.nameOf(oid));
        output.text(oid.text());
        const Definition definition = snapshot.nearest(oid);
        if (!definition)
            return;
        const auto line = [&output](const QString &text) {
            if (!text.isEmpty())
                output.text(QStringLiteral("  %1").arg(text));
        };
        QStringList facts = {kindName(definition.kind()), accessName(definition.access()),
                             statusName(definition.status())};
        facts.removeAll(QString());
        line(facts.join(QStringLiteral(", ")));
        line(definition.type().text());
        line(definition.units());
        line(indexLine(definition));
        const auto suffix = oid.from(definition.oid().size());
        if (!suffix.empty()) {
            const Instance instance = decodeInstance(snapshot, definition, suffix);
            for (const IndexValue &each : instance.values)
                line(QStringLiteral("%1 = %2").arg(
                    each.name.isEmpty() ? each.type.name() : each.name, each.text));
        }
        if (definition.isNotification())
            line(definition.objectNames().join(QStringLiteral(", ")));
        line(meaning(definition, language()));
        const auto description =
            definition.description().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &each : description)
            line(QStringLiteral("  %1").arg(each));
    }

    QStringList m_names;
};

class MibCheckCommand final : public ModulesCommand
{
public:
    MibCheckCommand(CommandContext &context, LoadRequest request)
        : ModulesCommand(context, request)
        , m_named(request.folders)
    {
    }

protected:
    [[nodiscard]] bool saysMissing() const override { return false; } // it is an error here
    void use(const LoadOutcome &modules) override
    {
        for (const QString &missing : modules.missing) {
            context().output.error(
                {Error::Kind::Local, Words::tr("%1 is not there or cannot be read.").arg(missing)});
            ++m_errors;
        }
        if (modules.isLimited)
            context().output.warning(Words::tr("There are more files than are read; the others "
                                               "are left out."));
        const auto files = modules.snapshot->files();
        for (const SourceFile &file : files)
            if (!file.isBundled && !file.path.isEmpty())
                check(file);
        finish(modules);
    }

private:
    void check(const SourceFile &file)
    {
        ++m_files;
        if (file.modules.isEmpty()) {
            ++m_strangers;
            // A read-me beside modules is no error, a web page in place of one is, and so is
            // whatever was named.
            const bool isError = std::any_of(
                file.diagnostics.begin(), file.diagnostics.end(),
                [](const Diagnostic &each) { return each.severity == Severity::Error; });
            m_errors += isError || m_named.contains(file.path) ? 1 : 0;
            report(QStringLiteral("file"), QStringLiteral("not_loaded"), file, {},
                   file.diagnostics);
            return;
        }
        bool first = true;
        for (const Module &module : file.modules) {
            QList<Diagnostic> diagnostics = module.diagnostics();
            if (first)
                diagnostics = file.diagnostics + diagnostics;
            first = false;
            ++m_states[static_cast<std::size_t>(module.state())];
            m_definitions += module.definitionCount();
            report(QStringLiteral("module"), moduleStateName(module.state()), file, module,
                   diagnostics);
        }
    }

    void report(const QString &type, const QString &state, const SourceFile &file,
                const Module &module, const QList<Diagnostic> &diagnostics)
    {
        for (const Diagnostic &each : diagnostics) {
            m_errors += module && each.severity == Severity::Error ? 1 : 0;
            m_warnings += each.severity == Severity::Warning ? 1 : 0;
        }
        if (context().options.json)
            context().output.object(object(type, state, file, module, diagnostics));
        else
            print(state, file, module, diagnostics);
    }

    static QJsonObject object(const QString &type, const QString &state, const SourceFile &file,
                              const Module &module, const QList<Diagnostic> &diagnostics)
    {
        QJsonObject object{{QStringLiteral("type"), type},
                           {QStringLiteral("file"), file.path},
                           {QStringLiteral("state"), state}};
        QJsonArray told;
        QJsonArray missing;
        for (const Diagnostic &each : diagnostics) {
            told.append(
                QJsonObject{{QStringLiteral("severity"), severityName(each.severity)},
                            {QStringLiteral("id"), diagnosticName(each.id)},
                            {QStringLiteral("line"), qint64(each.line)},
                            {QStringLiteral("column"), qint64(each.column)},
                            {QStringLiteral("text"), diagnosticText(each.id, each.arguments)}});
            if (each.id != DiagnosticId::ModuleMissing && each.id != DiagnosticId::SymbolMissing &&
                each.id != DiagnosticId::ModuleMissingFilled)
                continue;
            const QString symbols = QString::fromStdString(each.arguments[1]);
            missing.append(QJsonObject{
                {QStringLiteral("module"), QString::fromStdString(each.arguments[0])},
                {QStringLiteral("symbols"),
                 QJsonArray::fromStringList(symbols.split(QStringLiteral(", ")))},
                {QStringLiteral("module_present"), each.id == DiagnosticId::SymbolMissing},
                {QStringLiteral("replaced"), each.id == DiagnosticId::ModuleMissingFilled},
                {QStringLiteral("line"), qint64(each.line)},
                {QStringLiteral("column"), qint64(each.column)}});
        }
        object.insert(QStringLiteral("diagnostics"), told);
        if (!module)
            return object;
        object.insert(QStringLiteral("module"), module.name());
        object.insert(QStringLiteral("line"), qint64(module.line()));
        object.insert(QStringLiteral("smi_version"), module.isSecondVersion() ? 2 : 1);
        object.insert(QStringLiteral("definitions"), module.definitionCount());
        object.insert(QStringLiteral("lost"), module.lostCount());
        object.insert(QStringLiteral("missing"), missing);
        return object;
    }

    void print(const QString &state, const SourceFile &file, const Module &module,
               const QList<Diagnostic> &diagnostics)
    {
        Output &output = context().output;
        if (module)
            output.text(
                QStringLiteral("%1 %2  %3")
                    .arg(state.leftJustified(9), module.name().leftJustified(32), file.path));
        else
            output.text(
                QStringLiteral("%1 %2").arg(QStringLiteral("-").leftJustified(9), file.path));
        if (module && module.lostCount() > 0)
            output.text(QStringLiteral("    %1").arg(
                Words::tr("Definitions without a place in the tree: %1 of %2")
                    .arg(module.lostCount())
                    .arg(module.definitionCount())));
        for (const Diagnostic &each : diagnostics) {
            if (each.severity == Severity::Info && !context().options.verbose)
                continue;
            const QString text = diagnosticText(each.id, each.arguments);
            const QString place = each.line == 0
                                      ? QString()
                                      : QStringLiteral("%1:%2: ").arg(each.line).arg(each.column);
            output.text(
                QStringLiteral("    %1%2: %3").arg(place, severityName(each.severity), text));
        }
    }

    void finish(const LoadOutcome &modules)
    {
        const int loaded = m_states[0];
        const int partly = m_states[std::size_t(ModuleState::Partly)];
        const int failed = m_states[std::size_t(ModuleState::Failed)];
        const int shadowed = m_states[std::size_t(ModuleState::Shadowed)];
        const double seconds = double(modules.elapsed.count()) / 1e6;
        QJsonObject &summary = context().summary;
        summary.insert(QStringLiteral("files"), m_files);
        summary.insert(QStringLiteral("modules"), loaded + partly + failed + shadowed);
        summary.insert(QStringLiteral("loaded"), loaded);
        summary.insert(QStringLiteral("partly"), partly);
        summary.insert(QStringLiteral("failed"), failed);
        summary.insert(QStringLiteral("shadowed"), shadowed);
        summary.insert(QStringLiteral("not_modules"), m_strangers);
        summary.insert(QStringLiteral("definitions"), m_definitions);
        summary.insert(QStringLiteral("errors"), m_errors);
        summary.insert(QStringLiteral("warnings"), m_warnings);
        summary.insert(QStringLiteral("seconds"), seconds);
        if (!context().options.json) {
            context().output.text(
                Words::tr("Modules loaded: %1, with errors: %2, not loaded: %3, unused copies: %4. "
                          "Files without a module: %5.")
                    .arg(QString::number(loaded), QString::number(partly), QString::number(failed),
                         QString::number(shadowed), QString::number(m_strangers)));
            context().output.text(
                Words::tr("%1 definitions in %2 s")
                    .arg(QString::number(m_definitions), QString::number(seconds, 'f', 3)));
        }
        context().finish(!modules.missing.isEmpty()   ? exitCode(Error::Kind::Local)
                         : m_errors > 0 || failed > 0 ? exitCode(Error::Kind::Refused)
                                                      : 0);
    }

    const QStringList m_named;
    std::array<int, 4> m_states{};
    int m_files = 0;
    int m_strangers = 0;
    int m_definitions = 0;
    int m_errors = 0;
    int m_warnings = 0;
};

struct TranslateOptions
{
    ModuleOptions modules;
    std::vector<std::string> names;
};

} // namespace

void addModuleOptions(CLI::App *verb, ModuleOptions &options)
{
    verb->add_option(
            "--mib-dir", options.folders,
            Words::tr("Read modules from this folder or file too; may be repeated").toStdString())
        ->option_text("DIR")
        ->allow_extra_args(false);
    verb->add_flag(
        "--no-system-mibs", options.withoutSystem,
        Words::tr("Leave out the folders of this machine's other programs").toStdString());
}

LoadRequest moduleRequest(const ModuleOptions &options)
{
    LoadRequest request;
    request.folders = toList(options.folders);
    if (!options.withoutSystem)
        request.folders += systemModuleFolders();
    // One cache for a set of folders: the window's and this one's do not replace each other.
    request.cache = QString(Folders::ofThisUser().cache + QStringLiteral("/modules-cli.bin"));
    return request;
}

ModulesCommand::ModulesCommand(CommandContext &context, LoadRequest request)
    : m_context(context)
    , m_request(std::move(request))
{
}

ModulesCommand::~ModulesCommand()
{
    // Here and not in the member's own destructor: loaded() must not be queued to half an object.
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void ModulesCommand::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) {
        m_request.stop = stop;
        m_outcome = loadModules(m_request);
        QMetaObject::invokeMethod(this, &ModulesCommand::loaded, Qt::QueuedConnection);
    });
}

void ModulesCommand::loaded()
{
    if (!*m_outcome) {
        m_context.fail(m_outcome->error());
        return;
    }
    if (saysMissing())
        for (const QString &missing : (*m_outcome)->missing)
            m_context.output.warning(Words::tr("%1 is not there or cannot be read.").arg(missing));
    use(**m_outcome);
}

void addSnmpModuleVerbs(CLI::App *noun, CommandContext &context)
{
    CLI::App *const translate = noun->add_subcommand(
        "translate", Words::tr("Names to OIDs, OIDs to names, and what they mean").toStdString());
    const auto options = std::make_shared<TranslateOptions>();
    addModuleOptions(translate, options->modules);
    translate
        ->add_option(
            "name", options->names,
            Words::tr("Such as IF-MIB::ifDescr.3, ifDescr.3, ifDescr[3], 1.3.6.1.2.1.1.1.0")
                .toStdString())
        ->required();
    translate->callback([&context, options] {
        context.run(
            std::make_unique<TranslateCommand>(context, options->modules, toList(options->names)));
    });

    CLI::App *const mib =
        noun->add_subcommand("mib", Words::tr("SMI modules (MIB files)").toStdString());
    mib->require_subcommand(1);
    CLI::App *const check = mib->add_subcommand(
        "check",
        Words::tr("Load folders and say of every module what is wrong with it").toStdString());
    const auto folders = std::make_shared<std::vector<std::string>>();
    check->add_option("folder", *folders, Words::tr("Folders or files").toStdString())->required();
    check->callback([&context, folders] {
        LoadRequest request;
        request.folders = toList(*folders);
        context.run(std::make_unique<MibCheckCommand>(context, std::move(request)));
    });
}

} // namespace Portolan::Cli
