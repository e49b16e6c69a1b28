// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/backoff.h"
#include "core/net/wakewatch.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Portolan::Ui {

// When a lost session connects again by itself: later and later, at once after a sleep of the
// computer, and never after a refusal, which asking again would make worse. Owned by a panel, GUI
// thread; it makes no connection, due() tells the panel to.
class Reconnecting : public QObject
{
    Q_OBJECT

public:
    explicit Reconnecting(QObject *parent = nullptr);

    // A connection was lost, or the last attempt failed. False: it is not worth another attempt,
    // and this ends.
    [[nodiscard]] bool wait(const Error &reason);
    // due() now.
    void now();
    void stop();
    // A session began.
    void succeed();
    // From the first wait() to stop() or succeed().
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] const Error &reason() const { return m_reason; }
    // "Connecting again in 4 s (attempt 3)."
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void due();
    void changed(); // the sentence, once a second

private:
    void tick();

    Net::Backoff m_backoff;
    Error m_reason;
    bool m_active = false;
    QTimer m_tick;
    std::optional<QDeadlineTimer> m_until; // none: an attempt is at work
    QElapsedTimer m_sinceSuccess;
    std::optional<Net::WakeWatch> m_wakeWatch;
};

} // namespace Portolan::Ui
