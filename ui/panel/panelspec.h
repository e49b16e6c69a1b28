// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/command.h"
#include "ui/panel/panel.h"
#include "ui/panel/panelcontext.h"
#include "ui/panel/paneltool.h"
#include "ui/panel/profileimporter.h"
#include "ui/panel/profilepage.h"
#include "ui/panel/settingspage.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

namespace Portolan::Ui {

// One row of the table in ui/allpanels.cpp: everything that the window, quick connect, the start
// page and the tests know about a panel without knowing its protocol. Constant; any thread but
// create(). The words are functions because the language changes while the program runs.
struct PanelSpec
{
    QLatin1String id;                       // "ssh": stable, in settings and test names
    std::span<const QLatin1String> schemes; // of the addresses it opens, the usual one first
    QString (*title)();
    QString (*description)();     // two lines on what it is for
    QStringList (*firstSteps)();  // the three things people do first, one sentence each
    QLatin1String exampleAddress; // shown where an address is typed
    QLatin1String readyAddress;   // opens without anything to type (the local shell); or empty
    QLatin1String icon;           // a symbol of resources/icons
    int order;
    // What its panels offer as QWidget::actions(), also while none is open.
    std::span<const CommandSpec> (*commands)();
    std::unique_ptr<Panel> (*create)(const PanelContext &context);
    quint16 defaultPort = 0;       // of its addresses; 0: they have none
    bool takesCredential = false;  // a connection may name one that is stored
    bool goesThroughHosts = false; // its servers can be reached through another connection
    // The options of its addresses as a form; null: they have none.
    std::unique_ptr<ProfilePage> (*profilePage)(const PanelContext &context) = nullptr;
    // The address as the usual program of the protocol takes it; null: there is none.
    QString (*commandLine)(const Address &address) = nullptr;
    // Where its connections can be taken over from; null: nowhere.
    std::span<const ProfileImporter> (*importers)() = nullptr;
    // What can be chosen for all of its panels; null where nothing can.
    std::unique_ptr<SettingsPage> (*settingsPage)(const PanelContext &context) = nullptr;
    // What it can do without a connection; null: nothing.
    std::span<const PanelTool> (*tools)() = nullptr;
};

} // namespace Portolan::Ui
