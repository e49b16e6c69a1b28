// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/allpanels.h"

#include "ui/ssh/sshimport.h"
#include "ui/ssh/sshpanel.h"
#include "ui/ssh/sshprofilepage.h"
#include "ui/terminal/shellpanel.h"

#include <array>

namespace Portolan::Ui {

namespace {

constexpr std::array kSshSchemes{QLatin1String("ssh")};
constexpr std::array kShellSchemes{QLatin1String("shell")};

constexpr std::array kPanels{
    PanelSpec{.id = QLatin1String("ssh"),
              .schemes = kSshSchemes,
              .title = &SshPanel::name,
              .description = &SshPanel::description,
              .firstSteps = &SshPanel::firstSteps,
              .exampleAddress = QLatin1String("ssh://ops@bastion"),
              .readyAddress = {},
              .icon = QLatin1String("terminal"),
              .order = 10,
              .commands = &SshPanel::commands,
              .create = &SshPanel::create,
              .defaultPort = 22,
              .profilePage = &SshProfilePage::create,
              .commandLine = &SshProfilePage::commandLine,
              .importers = &sshImporters},
    PanelSpec{.id = QLatin1String("shell"),
              .schemes = kShellSchemes,
              .title = &ShellPanel::name,
              .description = &ShellPanel::description,
              .firstSteps = &ShellPanel::firstSteps,
              .exampleAddress = QLatin1String("shell://localhost"),
              .readyAddress = QLatin1String("shell://localhost"),
              .icon = QLatin1String("shell"),
              .order = 90,
              .commands = &ShellPanel::commands,
              .create = &ShellPanel::create},
};

} // namespace

std::span<const PanelSpec> allPanels()
{
    return kPanels;
}

} // namespace Portolan::Ui
