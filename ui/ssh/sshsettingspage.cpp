// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshsettingspage.h"

#include "ui/panel/panelcontext.h"

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

// As Ssh::Options has them.
constexpr int kConnectTimeout = 10;
constexpr int kMostConnectTimeout = 300;
constexpr int kKeepalive = 15;
constexpr int kMostKeepalive = 3600;

} // namespace

SshSettingsPage::SshSettingsPage(const PanelContext &context)
    : SettingsPage(context.settings)
{
    addHeading([] { return tr("Connections"); });
    addNote([] { return tr("The options of an address or a connection win over these."); });
    addFlag(
        Key::readSshConfig, [] { return tr("Look typed addresses up in ssh_config"); }, true);
    addNumber(
        Key::sshConnectTimeout, [] { return tr("Time to connect"); }, kConnectTimeout, 1,
        kMostConnectTimeout, [] { return tr("s", "seconds"); });
    addNumber(
        Key::sshKeepalive, [] { return tr("Keepalive every"); }, kKeepalive, 0, kMostKeepalive,
        [] { return tr("s", "seconds"); });
    addNote([] {
        return tr("Keeps the connection through routers that forget quiet ones; 0 sends none.");
    });

    addHeading([] { return tr("Identity"); });
    addChoice(Key::sshUnknownHosts, [] { return tr("Unknown host keys"); },
              {{"ask", [] { return tr("Ask"); }},
               {"accept-new", [] { return tr("Record without asking"); }},
               {"strict", [] { return tr("Refuse"); }}});
    addNote(
        [] { return tr("A key that has changed is never accepted without being asked about."); });
    addFlag(
        Key::sshUseAgent, [] { return tr("Offer the keys of the SSH agent"); }, true);
    addNote(
        [] { return tr("What is chosen here counts for connections that begin from now on."); });
}

std::unique_ptr<SettingsPage> SshSettingsPage::create(const PanelContext &context)
{
    return std::make_unique<SshSettingsPage>(context);
}

Ssh::Options SshSettingsPage::defaults(const PanelContext &context)
{
    const Settings &settings = context.settings;
    Ssh::Options options;
    options.knownHostsFile = context.folders.knownHosts;
    options.connectTimeout = std::chrono::seconds(
        settings.number(Key::sshConnectTimeout, kConnectTimeout, 1, kMostConnectTimeout));
    options.keepaliveInterval =
        std::chrono::seconds(settings.number(Key::sshKeepalive, kKeepalive, 0, kMostKeepalive));
    const QString unknown = settings.text(Key::sshUnknownHosts);
    if (unknown == QLatin1String("accept-new"))
        options.hostKeyPolicy = Ssh::HostKeyPolicy::AcceptNew;
    else if (unknown == QLatin1String("strict"))
        options.hostKeyPolicy = Ssh::HostKeyPolicy::Strict;
    options.useAgent = settings.flag(Key::sshUseAgent, true);
    return options;
}

} // namespace Portolan::Ui
