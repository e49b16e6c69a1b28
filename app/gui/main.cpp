// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/quitsignals.h"
#include "core/base/error.h"
#include "core/base/redact.h"
#include "core/ntp/history/clockhistory.h"
#include "core/pty/shelladdress.h"
#include "core/runtime/reaper.h"
#include "core/snmp/library/miblibrary.h"
#include "core/snmp/station.h"
#include "core/ssh/connectionpool.h"
#include "core/store/folders.h"
#include "core/store/historystore.h"
#include "core/store/keychainsecretstore.h"
#include "core/store/profilestore.h"
#include "core/store/settings.h"
#include "ui/allpanels.h"
#include "ui/panel/detour.h"
#include "ui/panel/panelcontext.h"
#include "ui/shell/commandline.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/singleinstance.h"
#include "ui/shell/startup.h"
#include "ui/shell/workspace.h"
#include "ui/ssh/sshdetour.h"
#include "ui/widgets/gapmeter.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>

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
    for (int i = 1; i < argc && std::strcmp(argv[i], "-e") != 0; ++i) {
        if (std::strcmp(argv[i], "--version") == 0 || std::strcmp(argv[i], "-v") == 0)
            return true;
    }
    return false;
}

struct AtEnd
{
    ~AtEnd() { left = Reaper::waitForAll(kPatienceAtExit); }
    static inline int left = 0; // threads that did not end in time
};

// Whether a program that runs already has taken the addresses.
bool wasHandedOver(Ui::SingleInstance &instance, const QStringList &addresses)
{
    std::optional<bool> taken;
    instance.handOver(addresses, [&taken](bool yes) {
        taken = yes;
        QCoreApplication::quit();
    });
    if (!taken)
        QApplication::exec();
    return taken.value_or(false);
}

// Other users of this machine see the arguments of a process (ps, /proc/PID/cmdline). Once they are
// read, a password in them is overwritten in place.
void hidePasswords(int argc, char **argv)
{
    for (int i = 1; i < argc && std::strcmp(argv[i], "-e") != 0; ++i) {
        char *const authority = std::strstr(argv[i], "://");
        char *const colon = authority ? std::strchr(authority + 3, ':') : nullptr;
        char *const at = authority ? std::strrchr(authority, '@') : nullptr;
        if (colon && at && colon < at)
            std::memset(colon + 1, '*', static_cast<std::size_t>(at - colon - 1));
    }
}

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Portolan"));
    QGuiApplication::setDesktopFileName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));

    // What was started below must not outlive the application: threads use it until their end.
    const AtEnd patience;
    const Folders folders = Folders::ofThisUser();
    Ui::Languages languages(application);
    languages.choose(QString());
    auto line = Ui::CommandLine::read(QCoreApplication::arguments().mid(1));
    hidePasswords(argc, argv);
    if (!line) {
        std::fprintf(stderr, "portolan: %s\n", qUtf8Printable(line.error().what));
        return exitCode(line.error().kind);
    }
    if (!line->answer.isEmpty()) {
        std::fputs(qUtf8Printable(line->answer), stdout);
        return EXIT_SUCCESS;
    }
    if (!line->command.isEmpty())
        line->addresses = {
            Pty::ShellAddress{line->command, QDir::currentPath()}.toAddress().toString()};
    // Before anything is opened: a second start is short.
    Ui::SingleInstance instance(folders.runtime);
    if (line->mayBeHandedOver() && wasHandedOver(instance, line->addresses))
        return EXIT_SUCCESS;

    Storage storage(folders);
    Settings settings(storage);
    languages.choose(line->language.isEmpty() ? settings.text(Settings::Key::language)
                                              : line->language);
    ProfileStore profiles(storage);
    HistoryStore history(storage, settings);
    const QuitSignals quitSignals(nullptr);
    std::optional<Ui::GapMeter> gapMeter;
    if (const QString file = qEnvironmentVariable("PORTOLAN_GUI_GAP"); !file.isEmpty())
        gapMeter.emplace(file);
    Ui::Theme theme(application);
    theme.choose(settings.text(Settings::Key::theme));
    Ui::Services services;
    services.provide<Ssh::ConnectionPool>([] { return std::make_shared<Ssh::ConnectionPool>(); });
    services.provide<Snmp::Station>([&folders] {
        return std::make_shared<Snmp::Station>(folders.cache + QStringLiteral("/snmp-walks.txt"));
    });
    services.provide<Snmp::MibLibrary>([&folders] {
        return std::make_shared<Snmp::MibLibrary>(folders.cache + QStringLiteral("/mibs.cache"));
    });
    services.provide<Ntp::ClockHistory>([&folders] {
        return std::make_shared<Ntp::ClockHistory>(Ntp::ClockHistory::fileOf(folders));
    });
    Ui::EventLog events;
    KeychainSecretStore secrets;
    const Ui::PanelContext context{services, settings, profiles, history, events, secrets, folders};
    services.provide<Ui::Detours>([context] { return std::make_shared<Ui::SshDetours>(context); });
    Ui::Workspace workspace(Ui::allPanels(), context, languages, theme);
    const Ui::Startup startup(workspace, instance, *line);
    const int code = QApplication::exec();
    return line->command.isEmpty() ? code : workspace.exitCode();
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
    if (AtEnd::left > 0)
        std::_Exit(code);
    return code;
}
