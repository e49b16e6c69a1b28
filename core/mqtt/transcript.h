// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace Portolan::Mqtt {

// The way to a broker and what travels on it, in the order of an attempt.
enum class Step { Tcp, Tls, WebSocket, Connect, Session };

[[nodiscard]] QString stepName(Step step);  // "tcp", "tls", ...: exported, never translated
[[nodiscard]] QString stepTitle(Step step); // for a person, in the language of the moment

struct TranscriptEntry
{
    enum class Direction { Sent, Received, Local };

    std::chrono::microseconds at{}; // since the client was started
    Step step = Step::Tcp;
    Direction direction = Direction::Local;
    QString text = {}; // one line, English; no payload, no secret

    friend bool operator==(const TranscriptEntry &, const TranscriptEntry &) = default;
};

// What happened on a connection. Plain value, any thread. Bounded: the first and the last entries
// are kept, what fell out between them is counted. Packets of messages are noted only as long as
// they come slowly; the client counts the others.
class Transcript
{
public:
    static constexpr qsizetype kMostEntries = 1000;
    static constexpr int kMostText = 1200; // characters a line

    void append(TranscriptEntry entry);
    void clear();
    [[nodiscard]] const QList<TranscriptEntry> &entries() const { return m_entries; }
    // Left out, all from one place: before entries().at(droppedAt()).
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    [[nodiscard]] static constexpr qsizetype droppedAt() { return kMostEntries / 2; }
    [[nodiscard]] QString toText() const;

private:
    QList<TranscriptEntry> m_entries;
    qint64 m_dropped = 0;
};

} // namespace Portolan::Mqtt

Q_DECLARE_METATYPE(Portolan::Mqtt::TranscriptEntry)
