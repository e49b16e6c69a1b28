// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/commandcontext.h"
#include "app/cli/words.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTranslator>

#include <algorithm>
#include <sstream>

namespace Portolan::Cli {

namespace {

constexpr double kLongestTimeout = 86'400;

// CLI11 makes a command's --help before the command inherits the group's translated name.
void groupHelp(CLI::App &app)
{
    if (CLI::Option *const help = app.get_help_ptr())
        help->group(app.option_defaults()->get_group());
    for (CLI::App *const command : app.get_subcommands([](CLI::App *) { return true; }))
        groupHelp(*command);
}

} // namespace

SplitArguments splitAtDashes(const QStringList &arguments)
{
    const auto at = arguments.indexOf(QStringLiteral("--"), 1);
    if (at < 0)
        return {arguments.mid(1), std::nullopt};
    return {arguments.mid(1, at - 1), arguments.mid(at + 1)};
}

bool holdsPassword(const QString &argument)
{
    // RFC 3986, section 3.2.1: userinfo ends at the last "@" of the authority.
    static const QRegularExpression url(
        QStringLiteral("^(--[A-Za-z-]+=)?[A-Za-z][A-Za-z0-9+.-]*://[^/?#@]*:[^/?#]*@"));
    return url.match(argument.trimmed()).hasMatch();
}

QString withoutPasswords(QString text)
{
    static const QRegularExpression password(QStringLiteral(":[^\\s]*@"));
    return text.replace(password, QStringLiteral(":***@"));
}

QString chosenLanguage(const QStringList &arguments)
{
    const QString prefix = QStringLiteral("--lang=");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString value;
        if (arguments[i] == QStringLiteral("--lang") && i + 1 < arguments.size())
            value = arguments[i + 1];
        else if (arguments[i].startsWith(prefix))
            value = arguments[i].mid(prefix.size());
        if (value == QLatin1String("ko") || value == QLatin1String("en"))
            return value;
    }
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko")
                                                           : QStringLiteral("en");
}

void installLanguage(const QString &language)
{
    // English is the language of the sources; its file only holds plural forms.
    auto *const translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/i18n/portolan_") + language + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(translator);
}

void addGlobalOptions(CLI::App &app, CommandContext &context)
{
    const auto words = [](const QString &text) { return text.toStdString(); };
    GlobalOptions &options = context.options;

    // What the nouns and verbs added later inherit.
    const auto formatter = app.get_formatter();
    formatter->label("Usage", words(Words::tr("Usage")));
    formatter->label("Positionals", words(Words::tr("Arguments")));
    formatter->label("OPTIONS", words(Words::tr("options")));
    formatter->label("SUBCOMMAND", words(Words::tr("command")));
    formatter->label("REQUIRED", words(Words::tr("(required)")));
    formatter->label("Excludes", words(Words::tr("not with")));
    formatter->label("TEXT", {});
    app.option_defaults()->group(words(Words::tr("Options")));
    app.group(words(Words::tr("Commands")));
    app.set_help_flag("-h,--help", words(Words::tr("Explain the command line")));

    app.add_flag("--json", options.json,
                 words(Words::tr("Print one JSON object a line, the last one a summary")));
    app.add_option_function<double>(
           "--timeout",
           [&options](double seconds) {
               options.timeout = std::chrono::milliseconds(std::max(1, int(seconds * 1000)));
           },
           words(Words::tr("Longest time for each step, in seconds (10)")))
        ->check(CLI::Range(0.001, kLongestTimeout))
        ->option_text("SECONDS");
    // Its value was read before, by chosenLanguage(): descriptions are worded before they are
    // parsed.
    app.add_option_function<std::string>(
           "--lang", [](const std::string &) {}, words(Words::tr("Language of messages")))
        ->check(CLI::IsMember({"en", "ko"}))
        ->option_text("en|ko");
    const auto text = [&app](const char *flag, QString &target, const QString &description,
                             const char *type) {
        return app
            .add_option_function<std::string>(
                flag,
                [&target](const std::string &value) { target = QString::fromStdString(value); },
                description.toStdString())
            ->option_text(type);
    };
    text("--ca", options.caFile, Words::tr("Certificates to trust, in PEM form"), "FILE");
    app.add_flag("--insecure", options.insecure,
                 words(Words::tr("Do not check who the peer is, in this run only")));
    text("--user", options.user, Words::tr("User name"), "NAME");
    auto *const fd = app.add_option("--password-fd", options.passwordFd,
                                    words(Words::tr("Read the password from this open file "
                                                    "descriptor")))
                         ->check(CLI::NonNegativeNumber)
                         ->option_text("N");
    auto *const variable =
        text("--password-env", options.passwordVariable,
             Words::tr("Read the password from this environment variable"), "VAR");
    auto *const ask = app.add_flag("--ask-password", options.askPassword,
                                   words(Words::tr("Ask for the password at the terminal")));
    fd->excludes(variable)->excludes(ask);
    variable->excludes(ask);
    app.add_flag("--verbose", options.verbose, words(Words::tr("Say what happens underneath")));
    app.set_version_flag("--version", "portolanctl " PORTOLAN_VERSION,
                         words(Words::tr("Print the version")));
}

std::optional<int> parseCommandLine(CLI::App &app, CommandContext &context,
                                    const SplitArguments &arguments)
{
    // Known early, so that a complaint about the rest already has the right form.
    context.output.setJson(arguments.own.contains(QStringLiteral("--json")));

    const auto usage = [&context](const QString &what, const QString &detail) {
        context.options.json = context.output.isJson();
        context.fail({Error::Kind::Usage, what, detail});
        return exitCode(Error::Kind::Usage);
    };
    if (std::any_of(arguments.own.cbegin(), arguments.own.cend(), holdsPassword))
        return usage(Words::tr("A password does not belong in a URL. Use --password-env, "
                               "--password-fd or --ask-password."),
                     {});

    if (arguments.trailing)
        context.setTrailing(*arguments.trailing);
    std::vector<std::string> reversed; // as CLI11 wants it
    for (auto it = arguments.own.crbegin(); it != arguments.own.crend(); ++it)
        reversed.push_back(it->toStdString());
    groupHelp(app);
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::Success &done) {
        std::ostringstream text;
        app.exit(done, text, text);
        context.output.bytes(QByteArray::fromStdString(text.str()));
        return 0;
    } catch (const CLI::ParseError &error) {
        return usage(Words::tr("The command line is not valid; --help shows what is."),
                     withoutPasswords(QString::fromUtf8(error.what())));
    }
    QLoggingCategory::setFilterRules(context.options.verbose
                                         ? QStringLiteral("portolan.*=true")
                                         : QStringLiteral("*.debug=false\n*.info=false"));
    return std::nullopt;
}

} // namespace Portolan::Cli
