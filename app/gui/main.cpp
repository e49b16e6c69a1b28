// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/quitsignals.h"
#include "core/base/error.h"
#include "core/base/redact.h"
#include "core/runtime/reaper.h"
#include "core/ssh/connectionpool.h"
#include "core/store/folders.h"
#include "core/store/historystore.h"
#include "core/store/keychainsecretstore.h"
#include "core/store/profilestore.h"
#include "core/store/settings.h"
#include "ui/allpanels.h"
#include "ui/panel/panelcontext.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/gapmeter.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

using namespace Portolan;

namespace {

constexpr std::chrono::seconds kPatienceAtExit{5};

// Before there is an application, so that it works without a display.
bool wantsVersion(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--version") == 0 || std::strcmp(argv[i], "-v") == 0)
            return true;
    }
    return false;
}

struct CommandLine
{
    QStringList addresses;
    QString language; // for this run only; empty: as the settings say
};

// Other users of this machine see the arguments of a process (ps, /proc/PID/cmdline). Once they are
// read, a password in them is overwritten in place.
void hidePasswords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        char *const authority = std::strstr(argv[i], "://");
        char *const colon = authority ? std::strchr(authority + 3, ':') : nullptr;
        char *const at = authority ? std::strrchr(authority, '@') : nullptr;
        if (colon && at && colon < at)
            std::memset(colon + 1, '*', static_cast<std::size_t>(at - colon - 1));
    }
}

CommandLine readCommandLine(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Portolan", "Desktop console for people who run networks."));
    parser.addPositionalArgument(
        QStringLiteral("URL"),
        QCoreApplication::translate("Portolan", "Addresses to open, such as %1.")
            .arg(QStringLiteral("ssh://ops@bastion")),
        QStringLiteral("[URL...]"));
    const QCommandLineOption language(
        QStringLiteral("lang"),
        QCoreApplication::translate("Portolan",
                                    "Language of the window for this run: en, ko or system."),
        QStringLiteral("language"));
    parser.addOption(language);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    const CommandLine line{parser.positionalArguments(), parser.value(language)};
    const QStringList known{QStringLiteral("en"), QStringLiteral("ko"), QStringLiteral("system")};
    if (parser.isSet(language) && !known.contains(line.language)) {
        const QString sentence =
            QCoreApplication::translate("Portolan", "There is no language “%1”; there are: %2")
                .arg(line.language, known.join(QStringLiteral(", ")));
        std::fprintf(stderr, "portolan: %s\n", qUtf8Printable(sentence));
        std::exit(exitCode(Error::Kind::Usage));
    }
    return line;
}

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Portolan"));
    QGuiApplication::setDesktopFileName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));

    const Folders folders = Folders::ofThisUser();
    Storage storage(folders);
    Settings settings(storage);
    ProfileStore profiles(storage);
    HistoryStore history(storage, settings);
    const QuitSignals quitSignals(nullptr);
    std::optional<Ui::GapMeter> gapMeter;
    if (const QString file = qEnvironmentVariable("PORTOLAN_GUI_GAP"); !file.isEmpty())
        gapMeter.emplace(file);

    Ui::Theme theme(application);
    Ui::Languages languages(application);
    languages.choose(settings.text(Settings::Key::language));
    CommandLine commandLine = readCommandLine(application);
    hidePasswords(argc, argv);
    if (!commandLine.language.isEmpty())
        languages.choose(commandLine.language);
    theme.choose(settings.text(Settings::Key::theme));
    Ui::Services services;
    services.provide<Ssh::ConnectionPool>([] { return std::make_shared<Ssh::ConnectionPool>(); });
    Ui::EventLog events;
    KeychainSecretStore secrets;
    const Ui::PanelContext context{services, settings, profiles, history, events, secrets, folders};
    Ui::Workspace workspace(Ui::allPanels(), context, languages, theme);
    Ui::MainWindow *window = workspace.openWindow();
    window->show();
    for (QString &address : commandLine.addresses) {
        window->submitAddress(address);
        (void)Secret::takeFrom(address);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (wantsVersion(argc, argv)) {
        std::puts("portolan " PORTOLAN_VERSION);
        return EXIT_SUCCESS;
    }
    redactLog();
    const int code = run(argc, argv);
    // An engine that is still in a call would abort the process when its thread is destroyed.
    if (Reaper::waitForAll(kPatienceAtExit) > 0)
        std::_Exit(code);
    return code;
}
