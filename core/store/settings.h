// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storage.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace Portolan {

// What this person has chosen. Owned by app, used on the thread that made it (the GUI's); known
// from the start, announced at once and written by Storage's thread. A value of the wrong kind or
// out of range in the file counts as absent. No secret is ever put here. What another window
// changes is announced too.
class Settings : public QObject
{
    Q_OBJECT

public:
    // The keys, spelled once.
    struct Key
    {
        static constexpr char language[] = "interface/language"; // "system", "en", "ko"
        static constexpr char theme[] = "interface/theme";       // "system", "light", "dark"
        static constexpr char eventsOpen[] = "interface/events-open";
        static constexpr char recentCommands[] = "interface/recent-commands"; // ids, a line each
        static constexpr char sideWidth[] = "interface/side-width";
        static constexpr char connectionsShown[] = "interface/connections-shown";
        static constexpr char expandedFolders[] = "interface/expanded-folders"; // lines
        static constexpr char geometry[] = "interface/window-geometry";
        static constexpr char keepHistory[] = "history/keep";        // addresses that were opened
        static constexpr char fontFamily[] = "terminal/font-family"; // empty: the best installed
        static constexpr char fontSize[] = "terminal/font-size";     // points
        static constexpr char scrollback[] = "terminal/scrollback-mib";
        static constexpr char restoreSession[] = "session/restore";  // "always", "ask", "never"
        static constexpr char connectRestored[] = "session/connect"; // "asked", "all"
        static constexpr char connectAtStart[] = "session/connect-at-start"; // profiles, addresses
        static constexpr char sessionWindows[] = "session/windows";          // JSON
        static constexpr char colorScheme[] = "terminal/colors"; // "", "light", "dark", "black"
        static constexpr char boldIsBright[] = "terminal/bold-is-bright";
        static constexpr char cursorShape[] =
            "terminal/cursor-shape"; // "", "block", "underline", "bar"
        static constexpr char cursorBlink[] = "terminal/cursor-blink"; // "", "never", "always"
        static constexpr char bell[] = "terminal/bell"; // "", "flash", "sound", "both", "none"
        static constexpr char askBeforePaste[] = "terminal/ask-before-paste";
        static constexpr char copyOnSelect[] = "terminal/copy-on-select";
        static constexpr char wordCharacters[] = "terminal/word-characters"; // empty: the usual
        static constexpr char sshConnectTimeout[] = "ssh/connect-timeout-s";
        static constexpr char sshKeepalive[] = "ssh/keepalive-s";
        static constexpr char sshUnknownHosts[] =
            "ssh/unknown-hosts"; // "ask", "accept-new", "strict"
        static constexpr char sshUseAgent[] = "ssh/use-agent";
        static constexpr char readSshConfig[] = "ssh/read-config"; // for typed addresses
    };

    static constexpr int kFontSize = 11;
    static constexpr int kLeastFontSize = 6;
    static constexpr int kMostFontSize = 48;
    static constexpr int kScrollback = 64;
    static constexpr int kMostScrollback = 1024;

    explicit Settings(Storage &storage, QObject *parent = nullptr);

    [[nodiscard]] QString text(const char *key, const QString &fallback = {}) const;
    [[nodiscard]] int number(const char *key, int fallback, int least, int most) const;
    [[nodiscard]] bool flag(const char *key, bool fallback) const;
    [[nodiscard]] QByteArray bytes(const char *key) const;
    [[nodiscard]] QStringList list(const char *key) const;

    // Text, a whole number, a flag, bytes or a list of text; an invalid value forgets the key. Does
    // nothing where the value is the same already.
    void set(const char *key, const QVariant &value);

Q_SIGNALS:
    void changed(const QString &key);

private:
    void follow(const Stored &stored);

    Storage &m_storage;
    QHash<QString, QVariant> m_values;
    quint64 m_lastChange = 0; // of ours
};

} // namespace Portolan
