// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <optional>

namespace Portolan::Test {

// One real sshd of the lab; tests/lab/README.md lists the ids.
struct LabServer
{
    QString id;
    QString url; // ssh://lab@127.0.0.1:PORT
    QString host;
    quint16 port = 0;
    QString user;
    QString password;                    // empty where none is asked for
    QStringList answers;                 // to keyboard-interactive, in the order of its questions
    QString identity;                    // path of an accepted private key; empty where none is
    QString knownHosts;                  // a file with the host keys of all servers
    QMap<QString, QString> fingerprints; // "ed25519" -> "SHA256:..."
};

// One server of tests/lab/hostile.py; `id` names how it misbehaves.
struct HostileServer
{
    QString id;
    QString url;
    quint16 port = 0;
};

// A gnome-keyring on a session bus of its own.
struct LabKeyring
{
    QString id;
    QString bus; // for DBUS_SESSION_BUS_ADDRESS
    QString password;
    qint64 busPid = 0;
};

// One listener of the lab's MQTT broker: mqtt-plain, -password, -tls, -mtls, -ws or -wss.
struct LabBroker
{
    QString id;
    QString url;
    QString address; // the same with the files of certificates
    quint16 port = 0;
    QString user;
    QMap<QString, QString> passwords; // by user
};

struct LabBrokerFiles
{
    QString ca, otherCa;           // the second one signed nothing that the broker shows
    QString certificate, key;      // of alice
    QString encrypted, passphrase; // the same key
    QString stranger, strangerKey; // signed by otherCa
};

// A user of version 3 at the lab's SNMP agent; names of algorithms as portolan's addresses have
// them.
struct LabSnmpUser
{
    QString name, level, auth, priv;
};

// net-snmp's snmpd, and its trap receiver where that was asked for.
struct LabSnmp
{
    quint16 port = 0; // UDP and TCP
    bool ipv6 = false;
    QString readCommunity, writeCommunity, systemCommunity;
    QString context;
    QString authPassword, privPassword; // of all users
    QList<LabSnmpUser> users;
    quint16 trapPort = 0; // 0: no receiver
    QString trapLog, trapEngine;
};

// One chronyd: ntp-plain, -key, -nts, -nts-expired, -unsynchronised or -follower.
struct LabNtpServer
{
    QString id;
    QString address; // with what it needs besides: key, NTS, file of certificates
    QString host;
    quint16 port = 0;
    quint16 exchangePort = 0; // of NTS; 0: none
    qint64 pid = 0;
};

struct LabNtpKey
{
    quint32 id = 0;
    QString algorithm; // "SHA256"
    QString key;       // "HEX:..."
};

struct LabNtp
{
    QMap<QString, LabNtpServer> servers;
    QList<LabNtpKey> keys; // of ntp-key
    QString keyFile;
    QString ca; // signed what the ones with NTS show
    bool ipv6 = false;
    QString chronyd, chronyc, libraries; // programs, and LD_LIBRARY_PATH for them
    quint16 commandPort = 0;             // of ntp-follower, for chronyc -h 127.0.0.1 -p
    QString commandSocket;
};

// A way to ntp-plain, in milliseconds.
struct LabPath
{
    double out = 0;
    double back = 0;
    double jitter = 0;
    quint16 port = 0;
};

struct LabClient
{
    QString ed25519, ecdsa, rsa; // paths of private keys that every server with keys accepts
    QString encrypted;           // likewise, with `passphrase`
    QString passphrase;
    QString wrong; // accepted nowhere
    QString knownHosts, emptyKnownHosts;
};

// Real servers for one test program: starts `tests/lab/lab.py up` on free ports, knows its
// inventory, and ends it. Made and used on one thread of a test, where blocking is fine; every
// wait has a deadline. The servers end when this object does, and when the test program dies.
// Never: installs or changes anything, or leaves 127.0.0.1.
class Lab
{
public:
    // Starts these servers only, or all of them; `hostile` adds those that misbehave. Starting all
    // takes about 2 s, one about 1 s.
    explicit Lab(const QStringList &servers = {}, bool hostile = false);
    // Only those that misbehave: starts at once.
    [[nodiscard]] static Lab hostileOnly() { return Lab(Hostile{}); }
    // Keyrings `open` or `locked`, and these servers: none where the list is empty.
    [[nodiscard]] static Lab withKeyrings(const QStringList &keyrings,
                                          const QStringList &servers = {})
    {
        return Lab(Keyrings{keyrings}, servers);
    }
    // An MQTT broker, and brokers that misbehave, each where asked for.
    [[nodiscard]] static Lab withBroker(bool broker = true, bool hostile = false,
                                        const QStringList &servers = {})
    {
        return Lab(Brokers{broker, hostile}, servers);
    }
    // An SNMP agent, with a receiver of traps where asked for.
    [[nodiscard]] static Lab withSnmp(bool receiver = false) { return Lab(Snmp{receiver}); }
    // NTP servers; NTP servers that lie; ways of "OUT:BACK[:JITTER]" milliseconds to ntp-plain.
    [[nodiscard]] static Lab withNtp(bool servers = true, bool hostile = false,
                                     const QStringList &paths = {})
    {
        return Lab(Clocks{servers, hostile, paths});
    }
    ~Lab();
    Lab(const Lab &) = delete;
    Lab &operator=(const Lab &) = delete;

    // Empty when it is up, else why not: to be asserted first.
    [[nodiscard]] QString error() const { return m_error; }
    // Ends the test program when there is no such server: a mistake in the test.
    [[nodiscard]] const LabServer &server(const QString &id) const;
    [[nodiscard]] const QMap<QString, LabServer> &servers() const { return m_servers; }
    [[nodiscard]] const QMap<QString, HostileServer> &hostileServers() const { return m_hostile; }
    [[nodiscard]] const LabBroker &broker(const QString &id) const;
    [[nodiscard]] const LabBrokerFiles &brokerFiles() const { return m_brokerFiles; }
    [[nodiscard]] const QMap<QString, HostileServer> &hostileBrokers() const
    {
        return m_hostileBrokers;
    }
    [[nodiscard]] const LabKeyring &keyring(const QString &id) const;
    [[nodiscard]] const LabSnmp &snmp() const { return m_snmp; }
    [[nodiscard]] const LabNtp &ntp() const { return m_ntp; }
    [[nodiscard]] const LabNtpServer &ntp(const QString &id) const;
    // Its chronyc under its usual name in a folder, for whoever looks for programs there.
    [[nodiscard]] bool putChronyc(const QString &folder) const;
    [[nodiscard]] const QMap<QString, HostileServer> &hostileClocks() const
    {
        return m_hostileClocks;
    }
    [[nodiscard]] const QList<LabPath> &paths() const { return m_paths; }
    [[nodiscard]] const LabClient &client() const { return m_client; }
    [[nodiscard]] QString homeFolder() const
    {
        return m_home;
    } // of the login user; may be written by tests run as it
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    // Each returns when it is done; false with error() set when the lab refused.
    bool kill(const QString &id);   // server and sessions die at once
    bool drop(const QString &id);   // the sessions only
    bool stop(const QString &id);   // politely
    bool freeze(const QString &id); // SIGSTOP: the port still accepts, nobody answers
    bool thaw(const QString &id);
    bool start(const QString &id); // again, on its port; ready when this returns
    [[nodiscard]] QString log(const QString &id);

private:
    struct Hostile
    {
    };
    struct Keyrings
    {
        QStringList ids;
    };
    struct Brokers
    {
        bool broker;
        bool hostile;
    };
    struct Snmp
    {
        bool receiver;
    };
    struct Clocks
    {
        bool servers;
        bool hostile;
        QStringList paths;
    };
    explicit Lab(Hostile);
    explicit Lab(const Clocks &clocks);
    explicit Lab(Snmp);
    Lab(const Brokers &brokers, const QStringList &servers);
    Lab(const Keyrings &keyrings, const QStringList &servers);
    void launch(const QStringList &arguments);
    void read(const QJsonObject &inventory);
    [[nodiscard]] std::optional<QByteArray> readLine(int milliseconds);
    [[nodiscard]] std::optional<QJsonObject> command(const QString &verb, const QString &id);

    QProcess m_process;
    QString m_error;
    QMap<QString, LabServer> m_servers;
    QMap<QString, HostileServer> m_hostile;
    QMap<QString, LabKeyring> m_keyrings;
    QMap<QString, LabBroker> m_brokers;
    LabBrokerFiles m_brokerFiles;
    QMap<QString, HostileServer> m_hostileBrokers;
    LabSnmp m_snmp;
    LabNtp m_ntp;
    QMap<QString, HostileServer> m_hostileClocks;
    QList<LabPath> m_paths;
    LabClient m_client;
    QString m_home, m_folder;
};

// The source tree: PORTOLAN_SOURCE_DIR, or the folder above the program that holds tests/lab.
[[nodiscard]] QString sourceFolder();

// Nothing when the lab can start; otherwise the exit code that the test program ends with, after
// the reason is printed: 77 (skipped), in continuous integration (CI is set) 1.
[[nodiscard]] std::optional<int> skipOrFailWithoutLab();

} // namespace Portolan::Test

// main() of a Qt Test program that needs the lab.
#define PORTOLAN_LAB_TEST_MAIN(TestClass)                               \
    int main(int argc, char **argv)                                     \
    {                                                                   \
        const QCoreApplication application(argc, argv);                 \
        if (const auto code = Portolan::Test::skipOrFailWithoutLab()) { \
            return *code;                                               \
        }                                                               \
        TestClass test;                                                 \
        return QTest::qExec(&test, argc, argv);                         \
    }
