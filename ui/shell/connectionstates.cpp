// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionstates.h"

#include <QCoreApplication>
#include <QStringList>

namespace Portolan::Ui {

Panel::State ConnectionCounts::foremost() const
{
    if (connected > 0)
        return Panel::State::Connected;
    if (connecting > 0)
        return Panel::State::Connecting;
    if (lost > 0)
        return Panel::State::Lost;
    return failed > 0 ? Panel::State::Failed : Panel::State::Idle;
}

QString ConnectionCounts::words() const
{
    const auto worded = [](const char *text, int n) {
        return QCoreApplication::translate("ConnectionStates", text, nullptr, n);
    };
    QStringList parts;
    if (connected > 0)
        parts.append(
            worded(QT_TRANSLATE_N_NOOP("ConnectionStates", "connected in %n tab(s)"), connected));
    if (connecting > 0)
        parts.append(
            worded(QT_TRANSLATE_N_NOOP("ConnectionStates", "connecting in %n tab(s)"), connecting));
    if (lost > 0)
        parts.append(worded(QT_TRANSLATE_N_NOOP("ConnectionStates", "lost in %n tab(s)"), lost));
    if (failed > 0)
        parts.append(
            worded(QT_TRANSLATE_N_NOOP("ConnectionStates", "failed in %n tab(s)"), failed));
    return parts.join(QLatin1String(", "));
}

void ConnectionStates::follow(Panel *panel)
{
    connect(panel, &Panel::stateChanged, this, [this, panel] { look(panel); });
    connect(panel, &QObject::destroyed, this, [this](const QObject *gone) { forget(gone); });
    look(panel);
}

void ConnectionStates::look(const Panel *panel)
{
    const Seen now{panel->profile(), panel->state()};
    const auto before = m_seen.constFind(panel);
    if (before != m_seen.cend() && before->profile == now.profile && before->state == now.state)
        return;
    forget(panel);
    if (now.profile.isEmpty())
        return;
    m_seen.insert(panel, now);
    count(now, 1);
}

void ConnectionStates::forget(const QObject *panel)
{
    if (m_seen.contains(panel))
        count(m_seen.take(panel), -1);
}

void ConnectionStates::count(const Seen &seen, int step)
{
    ConnectionCounts &counts = m_counts[seen.profile];
    switch (seen.state) {
    case Panel::State::Connected:
        counts.connected += step;
        break;
    case Panel::State::Connecting:
        counts.connecting += step;
        break;
    case Panel::State::Lost:
        counts.lost += step;
        break;
    case Panel::State::Failed:
        counts.failed += step;
        break;
    case Panel::State::Idle:
    case Panel::State::Ended:
        break;
    }
    if (counts == ConnectionCounts())
        m_counts.remove(seen.profile);
    Q_EMIT changed(seen.profile);
}

} // namespace Portolan::Ui
