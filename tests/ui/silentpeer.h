// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QTcpServer>
#include <QUdpSocket>

namespace Portolan::Test {

// A port of this machine that takes whatever comes, over TCP and UDP, and never says a word.
class SilentPeer
{
public:
    [[nodiscard]] bool listen()
    {
        QUdpSocket probe;
        if (!probe.bind(QHostAddress::LocalHost))
            return false;
        m_free = probe.localPort();
        return m_datagrams.bind(QHostAddress::LocalHost) &&
               m_streams.listen(QHostAddress::LocalHost, m_datagrams.localPort());
    }
    [[nodiscard]] quint16 port() const { return m_streams.serverPort(); }

    // An address at which a panel of this kind tries for long.
    [[nodiscard]] QString address(const Ui::PanelSpec &spec) const
    {
        // The receiver of traps opens a port itself: one that nobody has, instead of the usual one.
        if (spec.schemes.front() == QLatin1String("snmptrap"))
            return QStringLiteral("snmptrap://127.0.0.1:%1").arg(m_free);
        if (!spec.readyAddress.isEmpty())
            return spec.readyAddress;
        // When NTP gives up, too; nobody logs in there.
        if (spec.id == QLatin1String("ntp"))
            return QStringLiteral("ntp://127.0.0.1:%1?timeout=60").arg(port());
        // When SNMP gives up is a matter of its address.
        const bool isSnmp = spec.id == QLatin1String("snmp");
        return QStringLiteral("%1://ops@127.0.0.1:%2%3")
            .arg(spec.schemes.front())
            .arg(port())
            .arg(isSnmp ? QStringLiteral("?timeout=600") : QString());
    }

private:
    QTcpServer m_streams;
    QUdpSocket m_datagrams;
    quint16 m_free = 0;
};

} // namespace Portolan::Test
