// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/panel/panel.h"
#include "ui/terminal/terminalview.h"

#include <QUrl>

#include <limits>

namespace Portolan::Test {

// For a server that has to log in, start a shell and answer, beside other tests.
constexpr int kPatience = 30'000; // milliseconds

inline QString escaped(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

// Of a server of the lab, with its key where it takes one. `knownHosts`: another file than that in
// which all of them are known.
inline QString sshAddress(const Lab &lab, const char *id, const QString &knownHosts = {})
{
    const LabServer &server = lab.server(QLatin1String(id));
    QString url = server.url + QStringLiteral("?known_hosts=") +
                  escaped(knownHosts.isEmpty() ? server.knownHosts : knownHosts);
    if (!server.identity.isEmpty())
        url += QStringLiteral("&identity=") + escaped(server.identity);
    return url;
}

// What a test of SSH in a window starts from: a home of its own, no practice lab, no agent, English
// and light.
inline void startFresh(const QTemporaryDir &home, Ui::Languages &languages, Ui::Theme &theme)
{
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
    qunsetenv("SSH_AUTH_SOCK");
    languages.choose(QStringLiteral("en"));
    theme.choose(QStringLiteral("light"));
}

inline bool isConnected(const Ui::Panel *panel)
{
    return panel->state() == Ui::Panel::State::Connected;
}

// All that a terminal shows and has scrolled away; empty before it was shown.
inline QString screenText(const Ui::Panel &panel)
{
    const auto *view = panel.findChild<Terminal::TerminalView *>();
    if (!view)
        return {};
    return QString::fromStdString(
        view->terminal()->text({0, 0}, {std::numeric_limits<std::int64_t>::max() / 2, 0}));
}

// The one that is shown, in a window or in a panel.
template<typename Dialog>
Dialog *dialogOf(const QWidget &inside)
{
    for (Dialog *dialog : inside.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace Portolan::Test
