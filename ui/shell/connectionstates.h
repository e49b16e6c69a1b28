// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panel.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace Portolan::Ui {

// How many tabs of a profile are in which state.
struct ConnectionCounts
{
    int connected = 0;
    int connecting = 0;
    int lost = 0;
    int failed = 0;

    [[nodiscard]] int all() const { return connected + connecting + lost + failed; }
    // The one to show where there is room for one: what needs attention comes after what works.
    [[nodiscard]] Panel::State foremost() const;
    // "connected in 2 tabs, lost in 1 tab"; empty where there is none.
    [[nodiscard]] QString words() const;

    friend bool operator==(const ConnectionCounts &, const ConnectionCounts &) = default;
};

// The live states of all profiles, told by the panels that are open, in whatever window. It holds
// no panel: a panel that goes is forgotten. Owned by the shell, GUI thread.
class ConnectionStates : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void follow(Panel *panel);
    [[nodiscard]] ConnectionCounts of(const QString &profile) const
    {
        return m_counts.value(profile);
    }

Q_SIGNALS:
    void changed(const QString &profile);

private:
    struct Seen
    {
        QString profile;
        Panel::State state;
    };

    void look(const Panel *panel);
    void forget(const QObject *panel);
    void count(const Seen &seen, int step);

    QHash<const QObject *, Seen> m_seen;
    QHash<QString, ConnectionCounts> m_counts;
};

} // namespace Portolan::Ui
