// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Portolan::Mqtt {

// Publishes the same message again and again through a client: so many times, every so often. On
// the client's thread. In topic and payload, ${n} is the number of the message, from 1, ${time} the
// time in milliseconds since 1970, and ${random} a number from 0 to 1, where `expand` is on. It
// waits while too many of its messages are on the way, and counts what became of each.
class PublishPlan : public QObject
{
    Q_OBJECT
public:
    struct Order
    {
        Publication publication;
        quint64 count = 1;                    // 0: until stop()
        std::chrono::milliseconds interval{}; // 0: as fast as they are acknowledged
        bool expand = false;
    };
    struct Counters
    {
        quint64 published = 0; // handed to the client
        quint64 sent = 0;      // QoS 0
        quint64 acknowledged = 0;
        quint64 refused = 0;
        quint64 lost = 0; // expired, dropped or unknown
        double perSecond = 0;
        std::optional<double> meanMs; // to the acknowledgement
        std::optional<double> worstMs;
    };

    PublishPlan(Client &client, const Order &order, QObject *parent = nullptr);
    ~PublishPlan() override;

    void start();
    void stop(); // what is on the way still gets its outcome
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const Counters &counters() const { return m_counters; }

Q_SIGNALS:
    void progress(); // ten times a second at most
    // All are out and answered for; or an error of publish() ended it.
    void finished(const std::optional<Portolan::Error> &error);

private:
    void pump();
    void note(const QList<PublishOutcome> &outcomes);
    void settle();

    Client &m_client;
    const Order m_order;
    Counters m_counters;
    QTimer m_timer;
    QTimer m_tell;
    QElapsedTimer m_clock;
    QSet<quint64> m_open;
    double m_sumMs = 0;
    bool m_running = false;
    std::optional<Error> m_error;
};

// `text` with ${n}, ${time} and ${random} replaced; everything else stays.
[[nodiscard]] QByteArray expandPlaceholders(const QByteArray &text, quint64 number, qint64 time,
                                            double chance);

} // namespace Portolan::Mqtt
