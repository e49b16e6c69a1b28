// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reconnector.h"

#include "ui/panel/panel.h"
#include "ui/shell/restedtab.h"
#include "ui/shell/tabs.h"

#include <algorithm>

namespace Portolan::Ui {

namespace {

QString hostOf(const Address &address)
{
    return QStringLiteral("%1:%2").arg(address.host).arg(address.port);
}

} // namespace

Reconnector::Reconnector(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(kPatience / 4);
    connect(&m_timer, &QTimer::timeout, this, &Reconnector::next);
}

void Reconnector::add(QWidget *page)
{
    if (std::find(m_queue.begin(), m_queue.end(), page) == m_queue.end())
        m_queue.emplace_back(page);
    // After the caller has put its windows in order.
    QMetaObject::invokeMethod(this, &Reconnector::next, Qt::QueuedConnection);
}

void Reconnector::replace(const QWidget *rested, Panel *panel)
{
    std::replace(m_queue.begin(), m_queue.end(), QPointer(const_cast<QWidget *>(rested)),
                 QPointer<QWidget>(panel));
}

bool Reconnector::hasRoomFor(const QString &host) const
{
    int running = 0;
    int ofHost = 0;
    for (const Attempt &attempt : m_attempts) {
        running += attempt.since.elapsed() < kPatience ? 1 : 0;
        ofHost += attempt.host == host ? 1 : 0;
    }
    return running < kMostAtOnce && ofHost < kMostAtOnce;
}

void Reconnector::next()
{
    std::erase_if(m_attempts, [](const Attempt &attempt) {
        return !attempt.panel || attempt.panel->state() != Panel::State::Connecting;
    });
    for (auto place = m_queue.begin(); place != m_queue.end();) {
        auto *rested = qobject_cast<RestedTab *>(place->data());
        auto *panel = qobject_cast<Panel *>(place->data());
        if (!rested && !panel) {
            place = m_queue.erase(place);
            continue;
        }
        const QString host = hostOf(rested ? rested->address() : panel->address());
        if (!hasRoomFor(host)) {
            ++place;
            continue;
        }
        place = m_queue.erase(place);
        if (rested) {
            Tabs *group = Tabs::of(rested);
            panel = group ? group->wake(rested, true) : nullptr;
        } else {
            panel->connectAgain();
        }
        if (!panel || panel->state() != Panel::State::Connecting)
            continue;
        connect(panel, &Panel::stateChanged, this, &Reconnector::next, Qt::QueuedConnection);
        m_attempts.push_back({panel, host, {}});
        m_attempts.back().since.start();
    }
    if (m_queue.empty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

} // namespace Portolan::Ui
