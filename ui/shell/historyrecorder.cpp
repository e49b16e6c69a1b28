// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/historyrecorder.h"

#include "core/store/historystore.h"

namespace Portolan::Ui {

HistoryRecorder::HistoryRecorder(HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

void HistoryRecorder::follow(Panel *panel)
{
    connect(panel, &Panel::stateChanged, this, [this, panel] { look(panel); });
    connect(panel, &QObject::destroyed, this, [this](const QObject *gone) { forget(gone); });
    look(panel);
}

void HistoryRecorder::look(const Panel *panel)
{
    using Outcome = HistoryEntry::Outcome;
    const auto end = [&](Outcome outcome) {
        if (const QString id = m_live.take(panel); !id.isEmpty()) {
            m_history.end(id, outcome);
            m_over.insert(panel, id);
        }
    };
    switch (panel->state()) {
    case Panel::State::Idle:
        break;
    case Panel::State::Connecting:
    case Panel::State::Connected:
        if (m_live.contains(panel) || panel->address().host.isEmpty())
            break;
        // A tab that connects again goes on with its entry.
        m_live.insert(panel, m_over.contains(panel)
                                 ? m_over.take(panel)
                                 : m_history.add(panel->address(), panel->profile()));
        break;
    case Panel::State::Ended:
        end(Outcome::Ended);
        break;
    case Panel::State::Lost:
        end(Outcome::Lost);
        break;
    case Panel::State::Failed:
        end(Outcome::Failed);
        break;
    }
}

void HistoryRecorder::forget(const QObject *panel)
{
    if (const QString id = m_live.take(panel); !id.isEmpty())
        m_history.end(id, HistoryEntry::Outcome::Ended);
    m_over.remove(panel);
}

} // namespace Portolan::Ui
