// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QLatin1String>

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

// A command as a table names it: constant, any thread but text().
struct CommandSpec
{
    QLatin1String id;   // "ssh.copy", "new-tab": stable, in settings; never translated
    QLatin1String icon; // a symbol of resources/icons
    const char *keys;   // what follows Ctrl+Shift+, or ""
    QString (*text)();  // a function, because the language changes while it is shown
    // Why it cannot be done, while it is disabled.
    QString (*why)() = nullptr;
    // Whether it makes sense for a tab that is not shown.
    bool fromElsewhere = false;

    [[nodiscard]] QKeySequence usualKeys() const;
};

// Something that a person can have done, with its name and its keys: menu, command palette and list
// of shortcuts show the same ones. Its objectName is its id. Whoever retranslates the widget that
// it belongs to calls retranslate(); Panel does so for all of its actions(). It follows the keys
// that the settings hold for its id. GUI thread; owned by its parent.
class Command : public QAction
{
    Q_OBJECT

public:
    // `settings` outlives it.
    Command(const CommandSpec &spec, Settings &settings, QObject *parent);

    [[nodiscard]] const CommandSpec &spec() const { return m_spec; }
    void retranslate();
    // One sentence; empty while it is enabled.
    [[nodiscard]] QString whyNot() const;

    // The keys that hold: a person's, or the usual ones.
    [[nodiscard]] static QKeySequence keysOf(const CommandSpec &spec, const Settings &settings);
    // No keys at all where `keys` is empty.
    static void setKeys(const CommandSpec &spec, const QKeySequence &keys, Settings &settings);
    static void resetKeys(const CommandSpec &spec, Settings &settings);

private:
    void followKeys();

    const CommandSpec m_spec;
    Settings &m_settings;
};

} // namespace Portolan::Ui
