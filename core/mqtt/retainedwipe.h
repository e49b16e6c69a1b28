// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace Portolan::Mqtt {

class Inbox;

// A value that a broker keeps for a topic.
struct RetainedValue
{
    QByteArray topic;
    QByteArray payload;
    std::uint8_t qos = 0;
    QByteArray properties = {}; // encodeProperties()
    bool whole = true;          // else only the head of the payload is known

    friend bool operator==(const RetainedValue &, const RetainedValue &) = default;
};

// Looks for the retained values at and below `prefix` (everything where it is empty) among what was
// received, in slices: step() looks at a part and says whether there is more. What was not
// subscribed to is not known. On the thread that uses it.
class RetainedSearch
{
public:
    static constexpr std::size_t kMostValues = 1'000'000;
    static constexpr std::size_t kMostBytes = std::size_t(256) << 20U; // of payloads

    RetainedSearch(std::shared_ptr<Inbox> inbox, QByteArray prefix);

    bool step();
    [[nodiscard]] const std::vector<RetainedValue> &values() const { return m_values; }
    [[nodiscard]] std::vector<RetainedValue> take() { return std::move(m_values); }
    // Values beyond the limits: found, and not in the list.
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }

private:
    std::shared_ptr<Inbox> m_inbox;
    const QByteArray m_prefix;
    std::uint64_t m_place = 0;
    std::uint64_t m_generation = 0;
    std::size_t m_bytes = 0;
    std::vector<RetainedValue> m_values;
    quint64 m_leftOut = 0;
};

// One value a line, as JSON: topic and payload in Base64, "qos", "properties"; so that what was
// deleted can be published again.
[[nodiscard]] QByteArray undoFile(const std::vector<RetainedValue> &values);
// Usage, with the line, where it is no such file.
[[nodiscard]] Result<std::vector<RetainedValue>> readUndoFile(const QByteArray &bytes);

// Publishes retained values, or deletes them (with an empty payload: MQTT 5.0, section 3.3.1.3), at
// most so many a second, with QoS 1 so that each is answered for. On the client's thread. It waits
// while the client has more of it on the way than it should, and ends with counts of what became of
// each. Destroying it leaves alone what is on the way.
class RetainedWork : public QObject
{
    Q_OBJECT

public:
    enum class What { Delete, Restore };
    struct Counts
    {
        quint64 all = 0;
        quint64 handedOver = 0;
        quint64 done = 0;
        quint64 refused = 0;
        quint64 lost = 0;
    };

    // `perSecond` 0: as fast as it goes.
    RetainedWork(Client &client, What what, std::vector<RetainedValue> values, int perSecond,
                 QObject *parent = nullptr);

    void start();
    void cancel(); // finished() follows when what is on the way was answered for
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void progress();
    void finished();

private:
    void pump();
    void note(const QList<PublishOutcome> &outcomes);
    void settle();

    Client &m_client;
    const What m_what;
    std::vector<RetainedValue> m_values;
    const int m_perSecond;
    Counts m_counts;
    std::size_t m_next = 0;
    QSet<quint64> m_open;
    QTimer m_timer;
    QElapsedTimer m_clock;
    bool m_running = false;
    std::optional<Error> m_error;
};

} // namespace Portolan::Mqtt
