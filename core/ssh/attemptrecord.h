// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <QHostAddress>

#include <chrono>
#include <string_view>
#include <utility>

namespace Portolan::Ssh {

// Takes the notes of one attempt at a connection: facts for a diagnosis and the lines of its
// transcript. Used on the engine's thread, which hands both on. libssh tells the lists of the key
// exchange, the extensions of RFC 8308 and each packet's number only in its log, at its most
// talkative level: hear() picks those lines out by their exact form and forgets all others. Never
// sees a secret: of a packet only number and size are noted, and not the size where a password
// would give it.
class AttemptRecord
{
public:
    using Clock = std::chrono::steady_clock;
    using Direction = TranscriptEntry::Direction;

    AttemptRecord(const Target &target, const Options &options);

    DiagnosisFacts facts;

    void begin(DiagnosisStep step);
    void noteLookup(const QList<QHostAddress> &addresses, Milliseconds time);
    // In place of lookup and TCP: the host on the way did those.
    void noteThrough(const QString &hop, Milliseconds time);
    void noteAddresses(const QList<AddressFacts> &addresses, bool connected);
    void noteBanner(const BannerFacts &banner);
    void noteExchange(Milliseconds time);
    void noteHostKey(const QString &keyType, int bits, const QString &sha256,
                     const HostKeyVerdict &verdict);
    void beginLogin(bool passwordGiven);
    void noteLoginBanner(const QString &banner);
    void noteReady(const QStringList &methods, Milliseconds time);
    void note(Direction direction, const QString &text);
    // A line of libssh's log: "function: words".
    void hear(std::string_view line);
    // An answer in the login, after what hear() learned of the agent's keys.
    void addAttempt(AttemptFacts attempt);
    void end(const Error &error);

    // Since the last call: new lines and whether anything changed.
    [[nodiscard]] QList<TranscriptEntry> takeEntries() { return std::exchange(m_entries, {}); }
    [[nodiscard]] bool takeChanged() { return std::exchange(m_changed, false); }

    void touch() { m_changed = true; }

private:
    void hearPacket(QStringView words);
    bool hearList(QStringView words);

    Clock::time_point m_started = Clock::now();
    std::optional<Clock::time_point> m_connected;
    QList<TranscriptEntry> m_entries;
    int m_notes = 0;
    bool m_changed = true;
    bool m_ownLists = false;
    QStringList m_agentRefused;
};

// "KEXINIT" for 20; empty where the number says nothing by itself.
[[nodiscard]] QString messageName(int number);

} // namespace Portolan::Ssh
