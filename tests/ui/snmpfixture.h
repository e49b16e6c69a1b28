// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUdpSocket>

namespace Portolan::Test {

// net-snmp's snmpd for one test program, on a free port of 127.0.0.1, with folders of its own:
// communities "public" (read), "private" (write) and "guest" (the system group), and the users of
// version 3 "ops" (SHA-256, AES-128), "reeder" (SHA-1, AES-256-C) and "signer" (SHA-256, no
// privacy). UDP and TCP. Blocks until it answers or has failed.
class Snmpd
{
public:
    static constexpr char kAuth[] = "ops-auth-password";
    static constexpr char kPriv[] = "ops-priv-password";

    Snmpd()
    {
        const QString program = QStandardPaths::findExecutable(
            QStringLiteral("snmpd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
        if (program.isEmpty())
            return;
        QUdpSocket probe;
        probe.bind(QHostAddress(QHostAddress::LocalHost), 0);
        m_port = probe.localPort();
        probe.close();
        QFile config(m_folder.filePath(QStringLiteral("snmpd.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return;
        config.write(QStringLiteral("agentaddress udp:127.0.0.1:%1,tcp:127.0.0.1:%1\n"
                                    "rocommunity public 127.0.0.1\n"
                                    "rwcommunity private 127.0.0.1\n"
                                    "rocommunity guest 127.0.0.1 .1.3.6.1.2.1.1\n"
                                    "createUser ops SHA-256 \"%2\" AES \"%3\"\n"
                                    "rwuser ops priv\n"
                                    "createUser reeder SHA \"%2\" AES-256-C \"%3\"\n"
                                    "rouser reeder priv\n"
                                    "createUser signer SHA-256 \"%2\"\n"
                                    "rouser signer auth\n"
                                    "sysName lab-agent\n")
                         .arg(m_port)
                         .arg(QLatin1String(kAuth), QLatin1String(kPriv))
                         .toUtf8());
        config.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SNMP_PERSISTENT_DIR"), m_folder.path());
        environment.insert(QStringLiteral("SNMPCONFPATH"), m_folder.path());
        environment.insert(QStringLiteral("MIBS"), QString());
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, {QStringLiteral("-f"), QStringLiteral("-Lo"), QStringLiteral("-C"),
                                  QStringLiteral("-c"), config.fileName()});
        QByteArray said;
        while (m_process.state() != QProcess::NotRunning && !said.contains("NET-SNMP version")) {
            if (!m_process.waitForReadyRead(20'000))
                break;
            said += m_process.readAll();
        }
        m_isUp = said.contains("NET-SNMP version");
    }
    ~Snmpd()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    Snmpd(const Snmpd &) = delete;
    Snmpd &operator=(const Snmpd &) = delete;

    [[nodiscard]] static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(
                    QStringLiteral("snmpd"),
                    {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")})
                    .isEmpty();
    }
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url(const QString &user = {}, const QString &options = {}) const
    {
        QString url = QStringLiteral("snmp://");
        if (!user.isEmpty())
            url += user + QLatin1Char('@');
        url += QStringLiteral("127.0.0.1:") + QString::number(m_port);
        return options.isEmpty() ? url : QString(url + QLatin1Char('?') + options);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isUp = false;
};

} // namespace Portolan::Test
