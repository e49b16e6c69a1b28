// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/diagnosis/diagnosis.h"

namespace Portolan::Ntp {

// The parts of judge(): one server by itself in judgeserver.cpp, all of them and this machine's
// clock in judgetogether.cpp, what keeps that clock in judgehost.cpp. Private to this folder.
class Findings
{
public:
    using Severity = Finding::Severity;

    void add(const char *id, Severity severity, const QStringList &arguments,
             const QString &evidence = {}, const char *reference = "",
             QLatin1String action = QLatin1String())
    {
        m_list.append({QStringLiteral("ntp.") + QLatin1String(id), severity, arguments, evidence,
                       action, QString::fromLatin1(reference)});
    }
    [[nodiscard]] QList<Finding> &list() { return m_list; }

private:
    QList<Finding> m_list;
};

// A line over time: how an offset runs.
struct Drift
{
    double slope = 0; // seconds per second
    double error = 0; // what the slope can be wrong by
    Seconds span{};
};
[[nodiscard]] std::optional<Drift> driftOf(const std::deque<Sample> &samples);

// Where an offset jumps by more than both samples can be wrong; the greatest.
struct Jump
{
    Instant at;
    Seconds by{};
    Seconds wrong{}; // what it can be wrong by
};
[[nodiscard]] std::optional<Jump> jumpOf(const std::deque<Sample> &samples);

void judgeServer(const DiagnosedServer &server, const DiagnosisFacts &facts, Findings &findings);
void judgeTogether(const DiagnosisFacts &facts, Findings &findings);
// After the two: what explains their findings is put together with them.
void judgeKeeping(const DiagnosisFacts &facts, Findings &findings);

// A finding with its cause in the host: the id of the one, this, the id of the other behind
// "ntp."; the arguments of the one filled up to so many, then those of the other.
inline constexpr QLatin1String kBecause("+host.");
inline constexpr qsizetype kOwnArguments = 4;

[[nodiscard]] QString hexLines(const QByteArray &bytes);
[[nodiscard]] QString countText(quint64 count);
// Whether it was measured and takes part in the vote.
[[nodiscard]] bool isMeasured(const DiagnosedServer &server);

} // namespace Portolan::Ntp
