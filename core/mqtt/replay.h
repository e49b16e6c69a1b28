// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"
#include "core/mqtt/messagefile.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Portolan::Mqtt {

// A file of messages as it is replayed: in the order of their times, those of the same millisecond
// in that of the file, with what a person wants to know before it is published.
struct ReplayFile
{
    struct Topic
    {
        QByteArray topic;
        quint64 messages = 0;
        qint64 bytes = 0; // of payloads
    };

    QString path;
    qint64 fileBytes = 0;
    StoredMessages stored;
    std::vector<Topic> topics; // in the order of their first messages
    qint64 payloadBytes = 0;
    quint64 retained = 0;
    quint64 withProperties = 0;

    [[nodiscard]] std::int64_t first() const;
    [[nodiscard]] std::int64_t last() const;
};

// Reads a whole file, which takes a while: on any thread. Local where it cannot be read, else as
// readMessageFile().
[[nodiscard]] Result<std::shared_ptr<const ReplayFile>> openReplayFile(const QString &path);

// How it is published again.
struct ReplayChoice
{
    enum class Pace {
        Recorded,  // with the pauses of the file, `speed` times as fast
        Fixed,     // `perSecond` messages
        Unbounded, // as fast as the broker takes it
    };
    Pace pace = Pace::Recorded;
    double speed = 1;
    int perSecond = 100;
    // Topics that begin with `from` begin with `to` in its place; with an empty one, `to` is put in
    // front of all.
    QByteArray from = {};
    QByteArray to = {};
    std::optional<std::uint8_t> qos = {}; // else as recorded
    std::optional<bool> retain = {};
};

[[nodiscard]] QByteArray rewrittenTopic(const QByteArray &topic, const ReplayChoice &choice);
// Usage where a topic would be none after that.
[[nodiscard]] Result<> checkReplay(const ReplayFile &file, const ReplayChoice &choice);

// Publishes a file through a client, in order. On the client's thread, of which it takes a few
// milliseconds at a time. It stands still without a connection, waits while too much is on the way,
// and counts what became of each message. Destroying it leaves alone what is on the way.
class Replay : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostOpen = 1000;
    static constexpr qint64 kMostOpenBytes = qint64(16) << 20U;

    struct Counts
    {
        quint64 all = 0;
        quint64 handedOver = 0;
        quint64 sent = 0; // QoS 0: nobody knows more
        quint64 acknowledged = 0;
        quint64 refused = 0; // by the broker, or by a limit of it
        quint64 lost = 0;    // not sent, or nobody knows
        [[nodiscard]] quint64 settled() const { return sent + acknowledged + refused + lost; }
        [[nodiscard]] quint64 good() const { return sent + acknowledged; }
    };

    Replay(Client &client, std::shared_ptr<const ReplayFile> file, const ReplayChoice &choice,
           QObject *parent = nullptr);

    void start();
    // Nothing more goes out; finished() follows within 200 ms, with an answer to all or not.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool wasCancelled() const { return m_cancelled; }
    // Without a connection, until there is one.
    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    // Where the pace decides how long it takes.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    // How much later than it should a message went out at worst.
    [[nodiscard]] std::chrono::milliseconds worstDelay() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // the first

Q_SIGNALS:
    void progress(); // ten times a second at most
    void finished();

private:
    void pump();
    [[nodiscard]] bool isDue() const;
    void hand(const StoredMessage &message);
    void note(const QList<PublishOutcome> &outcomes);
    void settle();

    Client &m_client;
    const std::shared_ptr<const ReplayFile> m_file;
    const ReplayChoice m_choice;
    Counts m_counts;
    qsizetype m_next = 0;
    QHash<quint64, qint64> m_open; // payload bytes by id
    qint64 m_openBytes = 0;
    QTimer m_timer;
    QTimer m_grace; // after cancel()
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceTold;
    double m_passed = 0; // ms with a connection
    double m_worstDelay = 0;
    bool m_running = false;
    bool m_cancelled = false;
    std::optional<Error> m_error;
};

} // namespace Portolan::Mqtt
