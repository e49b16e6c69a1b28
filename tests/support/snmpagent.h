// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Portolan::Test {

// The replay agent of the lab (tests/lab/snmpagent.cpp) for one test: on a free port of 127.0.0.1,
// until this object goes. Blocks until it is ready.
class ReplayAgent
{
public:
    explicit ReplayAgent(const QStringList &options)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QString(qEnvironmentVariable("PORTOLAN_BUILD_DIR") + QStringLiteral("/lab/snmpagent")),
            options);
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                break;
        }
        m_port = static_cast<quint16>(QJsonDocument::fromJson(m_process.readLine())
                                          .object()
                                          .value(QStringLiteral("port"))
                                          .toInt());
    }
    ~ReplayAgent()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    ReplayAgent(const ReplayAgent &) = delete;
    ReplayAgent &operator=(const ReplayAgent &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; } // 0: it did not start
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Portolan::Test
