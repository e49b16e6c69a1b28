// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace Portolan::Ui {

class Workspace;

// Keeps what is open (windows, splits, tabs with address, profile and title; never a password)
// while the program runs, so that it is there after any end, and opens it again at the next start.
// Kept in the settings as JSON, at most once in kPause. What it reads may be anything: what is not
// understood is left out, sizes are bounded. Owned by app, GUI thread.
class Session : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPause = 1000; // milliseconds
    static constexpr int kMostWindows = 50;
    static constexpr int kMostTabs = 1000;
    static constexpr int kMostDepth = 16; // of splits in splits

    enum class Restore { Always, Ask, Never };

    // The workspace outlives it. Nothing is kept before start().
    explicit Session(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] Restore choice() const;
    // How many tabs with an address the last session had.
    [[nodiscard]] int keptTabs() const;
    // Opens its windows, not connected, and connects where that was chosen. The number of windows.
    int restore();
    // From now on what is open replaces what was kept.
    void start();

    // Settings::Key::connectAtStart: of a tab's profile, or its address where it has none.
    [[nodiscard]] static QString placeOf(const QString &profile, const QString &address);

private:
    void saveNow();
    void onChanged();
    void onClosing();

    Workspace &m_workspace;
    const QByteArray m_last; // as it was when the program started
    QTimer m_timer;
    bool m_running = false;
    bool m_closing = false;
};

} // namespace Portolan::Ui
