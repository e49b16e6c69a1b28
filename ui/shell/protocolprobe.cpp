// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/protocolprobe.h"

#include "core/base/address.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Portolan::Ui {

namespace {

constexpr std::chrono::milliseconds kPatience{2000};

} // namespace

ProtocolProbe::ProtocolProbe(std::span<const PanelSpec> panels, QObject *parent)
    : QObject(parent)
    , m_panels(panels)
{
}

ProtocolProbe::~ProtocolProbe()
{
    cancel();
}

bool ProtocolProbe::looksWhole(const QString &text)
{
    if (!QHostAddress(text).isNull())
        return true;
    static const QRegularExpression name(
        QStringLiteral("^[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}]{2,}$"));
    return text == QLatin1String("localhost") || name.match(text).hasMatch();
}

void ProtocolProbe::cancel()
{
    ++m_asked;
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    delete m_sockets;
    m_sockets = nullptr;
}

void ProtocolProbe::ask(const QString &host)
{
    cancel();
    // The answer for a numeric address is on its way already and cannot be aborted.
    m_lookup =
        QHostInfo::lookupHost(host, this, [this, host, asked = ++m_asked](const QHostInfo &info) {
            if (asked != m_asked)
                return;
            m_lookup = -1;
            if (!info.addresses().isEmpty())
                connectTo(info.addresses().front(), host);
        });
}

void ProtocolProbe::connectTo(const QHostAddress &address, const QString &host)
{
    m_sockets = new QObject(this);
    for (const PanelSpec &panel : m_panels) {
        if (panel.defaultPort == 0)
            continue;
        auto *socket = new QTcpSocket(m_sockets);
        connect(socket, &QTcpSocket::connected, this, [this, socket, host, &panel] {
            socket->abort();
            Q_EMIT answered(host, &panel);
        });
        socket->connectToHost(address, panel.defaultPort);
    }
    QTimer::singleShot(kPatience, m_sockets, [sockets = m_sockets] {
        for (auto *socket : sockets->findChildren<QTcpSocket *>())
            socket->abort();
    });
}

} // namespace Portolan::Ui
