// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/allpanels.h"

#include "ui/mqtt/mqttimport.h"
#include "ui/mqtt/mqttpanel.h"
#include "ui/mqtt/mqttprofilepage.h"
#include "ui/mqtt/mqttsettingspage.h"
#include "ui/ntp/ntpimport.h"
#include "ui/ntp/ntppanel.h"
#include "ui/ntp/ntpprofilepage.h"
#include "ui/ntp/ntpsettingspage.h"
#include "ui/snmp/discoverydialog.h"
#include "ui/snmp/snmppanel.h"
#include "ui/snmp/snmpprofilepage.h"
#include "ui/snmp/snmpsettingspage.h"
#include "ui/snmp/trappanel.h"
#include "ui/ssh/sshimport.h"
#include "ui/ssh/sshpanel.h"
#include "ui/ssh/sshprofilepage.h"
#include "ui/ssh/sshsettingspage.h"
#include "ui/terminal/shellpanel.h"

#include <array>

namespace Portolan::Ui {

namespace {

constexpr std::array kSshSchemes{QLatin1String("ssh")};
constexpr std::array kMqttSchemes{QLatin1String("mqtt"), QLatin1String("mqtts"),
                                  QLatin1String("mqtt+ws"), QLatin1String("mqtt+wss")};
constexpr std::array kSnmpSchemes{QLatin1String("snmp")};
constexpr std::array kTrapSchemes{QLatin1String("snmptrap")};
constexpr std::array kNtpSchemes{QLatin1String("ntp")};
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
              .takesCredential = true,
              .goesThroughHosts = true,
              .profilePage = &SshProfilePage::create,
              .commandLine = &SshProfilePage::commandLine,
              .importers = &sshImporters,
              .settingsPage = &SshSettingsPage::create},
    PanelSpec{.id = QLatin1String("snmp"),
              .schemes = kSnmpSchemes,
              .title = &SnmpPanel::name,
              .description = &SnmpPanel::description,
              .firstSteps = &SnmpPanel::firstSteps,
              .exampleAddress = QLatin1String("snmp://switch"),
              .readyAddress = {},
              .icon = QLatin1String("agent"),
              .order = 20,
              .commands = &SnmpPanel::commands,
              .create = &SnmpPanel::create,
              .defaultPort = 161,
              .takesCredential = true,
              .goesThroughHosts = true,
              .profilePage = &SnmpProfilePage::create,
              .commandLine = &SnmpProfilePage::commandLine,
              .settingsPage = &SnmpSettingsPage::create,
              .tools = &DiscoveryDialog::tools},
    // No usual port: nothing of another host answers there.
    PanelSpec{.id = QLatin1String("snmptrap"),
              .schemes = kTrapSchemes,
              .title = &TrapPanel::name,
              .description = &TrapPanel::description,
              .firstSteps = &TrapPanel::firstSteps,
              .exampleAddress = QLatin1String("snmptrap://0.0.0.0"),
              .readyAddress = QLatin1String("snmptrap://0.0.0.0"),
              .icon = QLatin1String("mib-notification"),
              .order = 25,
              .commands = &TrapPanel::commands,
              .create = &TrapPanel::create},
    PanelSpec{.id = QLatin1String("mqtt"),
              .schemes = kMqttSchemes,
              .title = &MqttPanel::name,
              .description = &MqttPanel::description,
              .firstSteps = &MqttPanel::firstSteps,
              .exampleAddress = QLatin1String("mqtt://broker"),
              .readyAddress = {},
              .icon = QLatin1String("broker"),
              .order = 30,
              .commands = &MqttPanel::commands,
              .create = &MqttPanel::create,
              .defaultPort = 1883,
              .takesCredential = true,
              .goesThroughHosts = true,
              .profilePage = &MqttProfilePage::create,
              .commandLine = &MqttProfilePage::commandLine,
              .importers = &mqttImporters,
              .settingsPage = &MqttSettingsPage::create},
    PanelSpec{.id = QLatin1String("ntp"),
              .schemes = kNtpSchemes,
              .title = &NtpPanel::name,
              .description = &NtpPanel::description,
              .firstSteps = &NtpPanel::firstSteps,
              .exampleAddress = QLatin1String("ntp://time.example"),
              .readyAddress = {},
              .icon = QLatin1String("clock"),
              .order = 40,
              .commands = &NtpPanel::commands,
              .create = &NtpPanel::create,
              .defaultPort = 123,
              .profilePage = &NtpProfilePage::create,
              .commandLine = &NtpProfilePage::commandLine,
              .importers = &ntpImporters,
              .settingsPage = &NtpSettingsPage::create},
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
