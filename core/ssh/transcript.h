// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace Portolan::Ssh {

// The steps of the ladder from a name to a shell, in their order.
enum class DiagnosisStep { Lookup, Tcp, Banner, KeyExchange, HostKey, Login, Session };

// "lookup", "tcp", "banner", "key_exchange", "host_key", "login", "session": exported, never
// translated.
[[nodiscard]] QString stepName(DiagnosisStep step);
// For a person, in the language of the moment.
[[nodiscard]] QString stepTitle(DiagnosisStep step);

struct TranscriptEntry
{
    enum class Direction { Sent, Received, Local };

    std::chrono::microseconds at{}; // since the attempt began
    DiagnosisStep step = DiagnosisStep::Lookup;
    Direction direction = Direction::Local;
    QString text = {}; // one line, English: it goes to whoever runs the server

    friend bool operator==(const TranscriptEntry &, const TranscriptEntry &) = default;
};

// What happened in one attempt at a connection, as `ssh -vvv` would tell it. Plain value, any
// thread. Bounded: the first and the last entries are kept, what fell out between them is counted.
// There is no secret to remove: entries are made from names, algorithms, sizes, fingerprints and
// the server's words, by code that never holds an answer of a person, and never from a payload.
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
    // Lines of text: milliseconds, step, direction, words. Ends with a line feed.
    [[nodiscard]] QString toText() const;

private:
    QList<TranscriptEntry> m_entries;
    qint64 m_dropped = 0;
};

} // namespace Portolan::Ssh

Q_DECLARE_METATYPE(Portolan::Ssh::TranscriptEntry)
