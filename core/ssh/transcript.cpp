// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/transcript.h"

#include "core/ssh/words.h"

namespace Portolan::Ssh {

QString stepName(DiagnosisStep step)
{
    switch (step) {
    case DiagnosisStep::Lookup:
        return QStringLiteral("lookup");
    case DiagnosisStep::Tcp:
        return QStringLiteral("tcp");
    case DiagnosisStep::Banner:
        return QStringLiteral("banner");
    case DiagnosisStep::KeyExchange:
        return QStringLiteral("key_exchange");
    case DiagnosisStep::HostKey:
        return QStringLiteral("host_key");
    case DiagnosisStep::Login:
        return QStringLiteral("login");
    case DiagnosisStep::Session:
        break;
    }
    return QStringLiteral("session");
}

QString stepTitle(DiagnosisStep step)
{
    switch (step) {
    case DiagnosisStep::Lookup:
        return tr("Name lookup");
    case DiagnosisStep::Tcp:
        return tr("TCP connection");
    case DiagnosisStep::Banner:
        return tr("Server greeting");
    case DiagnosisStep::KeyExchange:
        return tr("Key exchange");
    case DiagnosisStep::HostKey:
        return tr("Host key");
    case DiagnosisStep::Login:
        return tr("Login");
    case DiagnosisStep::Session:
        break;
    }
    return tr("Session");
}

void Transcript::append(TranscriptEntry entry)
{
    entry.text = plainLine(entry.text, kMostText);
    if (m_entries.size() >= kMostEntries) {
        m_entries.removeAt(droppedAt());
        ++m_dropped;
    }
    m_entries.append(std::move(entry));
}

void Transcript::clear()
{
    m_entries.clear();
    m_dropped = 0;
}

QString Transcript::toText() const
{
    QString text;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const TranscriptEntry &entry = m_entries.at(i);
        if (m_dropped > 0 && i == droppedAt())
            text += QStringLiteral("            ... %1 entries left out ...\n").arg(m_dropped);
        const char *arrow = " ";
        if (entry.direction != TranscriptEntry::Direction::Local)
            arrow = entry.direction == TranscriptEntry::Direction::Sent ? ">" : "<";
        text += QStringLiteral("%1 ms  %2 %3 ")
                    .arg(static_cast<double>(entry.at.count()) / 1000.0, 10, 'f', 3)
                    .arg(stepName(entry.step), -12)
                    .arg(QLatin1String(arrow)) %
                entry.text % QLatin1Char('\n');
    }
    return text;
}

} // namespace Portolan::Ssh
