// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redact.h"
#include "core/runtime/batchqueue.h"

#include <QString>

#include <chrono>
#include <memory>
#include <utility>

namespace Portolan::Ui {

// One line of the window's timeline: a record, in the language of its moment.
struct Event
{
    enum class Severity { Info, Success, Warning, Error };

    Severity severity = Severity::Info;
    QString source; // who speaks: "ops@bastion"
    QString text;   // one sentence
    std::chrono::system_clock::time_point time = std::chrono::system_clock::now();
    // Panel::token() of the panel that it came from; 0: from none.
    quint64 origin = 0;
};

// Where panels tell what happened. Owned by app, shared by all panels; add() may be called from any
// thread and as often as a peer provokes it: the newest 10,000 that were not yet shown are kept,
// what was dropped is counted and shown in the list. No secret is ever added.
class EventLog
{
public:
    static constexpr std::size_t kMostPending = 10'000;

    void add(Event event)
    {
        event.text = redacted(event.text);
        m_queue->push(std::move(event));
    }
    // For the one view that drains it.
    [[nodiscard]] std::shared_ptr<BatchQueue<Event>> queue() const { return m_queue; }

private:
    std::shared_ptr<BatchQueue<Event>> m_queue = std::make_shared<BatchQueue<Event>>(kMostPending);
};

} // namespace Portolan::Ui
