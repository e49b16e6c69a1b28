// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/transcript.h"

#include "core/mqtt/words.h"

namespace Portolan::Mqtt {

QString stepName(Step step)
{
    switch (step) {
    case Step::Tcp:
        return QStringLiteral("tcp");
    case Step::Tls:
        return QStringLiteral("tls");
    case Step::WebSocket:
        return QStringLiteral("websocket");
    case Step::Connect:
        return QStringLiteral("connect");
    case Step::Session:
        break;
    }
    return QStringLiteral("session");
}

QString stepTitle(Step step)
{
    switch (step) {
    case Step::Tcp:
        return tr("TCP connection");
    case Step::Tls:
        return tr("TLS");
    case Step::WebSocket:
        return tr("WebSocket");
    case Step::Connect:
        return tr("MQTT connection");
    case Step::Session:
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
                    .arg(stepName(entry.step), -10)
                    .arg(QLatin1String(arrow)) %
                entry.text % QLatin1Char('\n');
    }
    return text;
}

} // namespace Portolan::Mqtt
