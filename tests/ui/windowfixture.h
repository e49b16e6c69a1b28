// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockhistory.h"
#include "core/snmp/library/miblibrary.h"
#include "core/snmp/station.h"
#include "core/ssh/connectionpool.h"
#include "core/store/folders.h"
#include "core/store/historystore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/profilestore.h"
#include "core/store/settings.h"
#include "ui/allpanels.h"
#include "ui/panel/detour.h"
#include "ui/panel/panelcontext.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabs.h"
#include "ui/shell/workspace.h"
#include "ui/ssh/sshdetour.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QTabBar>
#include <QTemporaryDir>

#include <memory>

namespace Portolan::Test {

// A window with everything that app gives it, in a home of its own. `home` must be set as
// PORTOLAN_HOME before Folders are asked.
class WindowFixture
{
public:
    WindowFixture(Ui::Languages &languages, Ui::Theme &theme)
    {
        services.provide<Ssh::ConnectionPool>(
            [] { return std::make_shared<Ssh::ConnectionPool>(); });
        services.provide<Snmp::Station>([] { return std::make_shared<Snmp::Station>(); });
        services.provide<Snmp::MibLibrary>([this] {
            return std::make_shared<Snmp::MibLibrary>(folders.cache +
                                                      QStringLiteral("/mibs.cache"));
        });
        services.provide<Ntp::ClockHistory>([this] {
            return std::make_shared<Ntp::ClockHistory>(Ntp::ClockHistory::fileOf(folders));
        });
        services.provide<Ui::Detours>([this] { return std::make_shared<Ui::SshDetours>(context); });
        workspace = std::make_unique<Ui::Workspace>(Ui::allPanels(), context, languages, theme);
        window.reset(workspace->openWindow());
        window->show();
    }

    const Folders folders = Folders::ofThisUser();
    Storage storage{folders};
    Settings settings{storage};
    ProfileStore profiles{storage};
    HistoryStore history{storage, settings};
    Ui::Services services;
    Ui::EventLog events;
    MemorySecretStore secrets;
    const Ui::PanelContext context{services, settings, profiles, history, events, secrets, folders};
    std::unique_ptr<Ui::Workspace> workspace;
    std::unique_ptr<Ui::MainWindow> window;
};

// Every word that the widgets below `root` show or would show, each with its widget's class.
inline QStringList shownWords(const QWidget &root)
{
    QStringList words;
    const auto add = [&](const QObject *object, const QString &text) {
        if (!text.isEmpty())
            words.append(QString(QLatin1String(object->metaObject()->className()) +
                                 QStringLiteral(": ") + text));
    };
    words.append(root.windowTitle());
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (qobject_cast<const QTabBar *>(widget->parent()))
            continue; // Qt's own buttons
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(label, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button, button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            add(edit, edit->placeholderText());
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i) {
                if (box->itemData(i) != box->itemText(i)) // else it is a name: of a font
                    add(box, box->itemText(i));
            }
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                add(tabs, tabs->tabText(i));
        }
        add(widget, widget->toolTip());
        add(widget, widget->accessibleName());
    }
    for (const QAction *action : root.findChildren<QAction *>())
        add(action, action->text());
    return words;
}

} // namespace Portolan::Test
