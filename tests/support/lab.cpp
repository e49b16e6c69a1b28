// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cstdio>

namespace Portolan::Test {

namespace {

constexpr int kStartDeadline = 60'000; // ms; keys are made at each start, under sanitizers' load
constexpr int kCommandDeadline = 40'000;

QString labScript()
{
    return sourceFolder() + QStringLiteral("/tests/lab/lab.py");
}

QString python()
{
    return QStandardPaths::findExecutable(QStringLiteral("python3"));
}

LabServer readServer(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object[QLatin1String(key)].toString(); };
    LabServer server{.id = text("id"),
                     .url = text("url"),
                     .host = text("host"),
                     .port = static_cast<quint16>(object[QLatin1String("port")].toInt()),
                     .user = text("user"),
                     .password = text("password"),
                     .answers = {},
                     .identity = text("identity"),
                     .knownHosts = text("known_hosts"),
                     .fingerprints = {}};
    const auto answers = object[QLatin1String("answers")].toArray();
    for (const auto &answer : answers) {
        server.answers.append(answer.toString());
    }
    const auto fingerprints = object[QLatin1String("fingerprints")].toObject();
    for (auto each = fingerprints.begin(); each != fingerprints.end(); ++each) {
        server.fingerprints.insert(each.key(), each.value().toString());
    }
    return server;
}

LabSnmp readSnmp(const QJsonObject &object)
{
    LabSnmp snmp;
    const auto text = [](const QJsonObject &of, const char *key) {
        return of[QLatin1String(key)].toString();
    };
    const auto port = [](const QJsonObject &of) {
        return static_cast<quint16>(of[QLatin1String("port")].toInt());
    };
    const auto agents = object[QLatin1String("agents")].toArray();
    for (const auto &each : agents) {
        if (text(each.toObject(), "id") == QLatin1String("snmpd"))
            snmp.port = port(each.toObject());
    }
    const auto communities = object[QLatin1String("communities")].toObject();
    snmp.ipv6 = object[QLatin1String("ipv6")].toBool();
    snmp.readCommunity = text(communities, "read");
    snmp.writeCommunity = text(communities, "write");
    snmp.systemCommunity = text(communities, "system");
    snmp.context = text(object, "context");
    snmp.authPassword = text(object, "auth_password");
    snmp.privPassword = text(object, "priv_password");
    const auto users = object[QLatin1String("users")].toArray();
    for (const auto &each : users) {
        const auto user = each.toObject();
        snmp.users.append(
            {text(user, "name"), text(user, "level"), text(user, "auth"), text(user, "priv")});
    }
    const auto receiver = object[QLatin1String("trap_receiver")].toObject();
    snmp.trapPort = port(receiver);
    snmp.trapLog = text(receiver, "log");
    snmp.trapEngine = text(receiver, "engine");
    return snmp;
}

LabNtp readNtp(const QJsonObject &object)
{
    const auto text = [](const QJsonObject &of, const char *key) {
        return of[QLatin1String(key)].toString();
    };
    const auto port = [](const QJsonObject &of, const char *key) {
        return static_cast<quint16>(of[QLatin1String(key)].toInt());
    };
    LabNtp ntp;
    const auto servers = object[QLatin1String("servers")].toArray();
    for (const auto &each : servers) {
        const auto server = each.toObject();
        ntp.servers.insert(text(server, "id"), {.id = text(server, "id"),
                                                .address = text(server, "address"),
                                                .host = text(server, "host"),
                                                .port = port(server, "port"),
                                                .exchangePort = port(server, "exchange_port"),
                                                .pid = server[QLatin1String("pid")].toInteger()});
    }
    const auto keys = object[QLatin1String("keys")].toArray();
    for (const auto &each : keys) {
        const auto key = each.toObject();
        ntp.keys.append({.id = static_cast<quint32>(key[QLatin1String("id")].toInt()),
                         .algorithm = text(key, "algorithm"),
                         .key = text(key, "key")});
    }
    ntp.keyFile = text(object, "key_file");
    ntp.ca = text(object, "ca");
    ntp.ipv6 = object[QLatin1String("ipv6")].toBool();
    const auto programs = object[QLatin1String("programs")].toObject();
    ntp.chronyd = text(programs, "chronyd");
    ntp.chronyc = text(programs, "chronyc");
    ntp.libraries = text(programs, "libraries");
    const auto commands = object[QLatin1String("commands")].toObject();
    ntp.commandPort = port(commands, "port");
    ntp.commandSocket = text(commands, "socket");
    return ntp;
}

QMap<QString, HostileServer> readHostile(const QJsonArray &entries)
{
    QMap<QString, HostileServer> servers;
    for (const auto &each : entries) {
        const auto object = each.toObject();
        const auto id = object[QLatin1String("id")].toString();
        servers.insert(id, {.id = id,
                            .url = object[QLatin1String("url")].toString(),
                            .port = static_cast<quint16>(object[QLatin1String("port")].toInt())});
    }
    return servers;
}

} // namespace

QString sourceFolder()
{
    const auto named = qEnvironmentVariable("PORTOLAN_SOURCE_DIR");
    if (!named.isEmpty()) {
        return named;
    }
    QDir folder(QCoreApplication::applicationDirPath());
    while (!folder.exists(QStringLiteral("tests/lab/lab.py")) && folder.cdUp()) {
    }
    return folder.absolutePath();
}

std::optional<int> skipOrFailWithoutLab()
{
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(python(), {labScript(), QStringLiteral("check")});
    const bool ended = check.waitForFinished(kStartDeadline);
    if (ended && check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0) {
        return std::nullopt;
    }
    const auto reason = ended ? check.readAll().trimmed() : check.errorString().toUtf8();
    std::printf("The lab is not here: %s\n", reason.constData());
    return qEnvironmentVariableIsSet("CI") ? 1 : 77;
}

Lab::Lab(const QStringList &servers, bool hostile)
{
    QStringList arguments;
    for (const auto &id : servers) {
        arguments << QStringLiteral("--server") << id;
    }
    if (servers.isEmpty() && hostile) {
        // Without --server, --hostile would start nothing else.
        arguments << QStringLiteral("--all");
    }
    if (hostile) {
        arguments << QStringLiteral("--hostile");
    }
    launch(arguments);
}

Lab::Lab(Hostile)
{
    launch({QStringLiteral("--hostile")});
}

Lab::Lab(const Keyrings &keyrings, const QStringList &servers)
{
    QStringList arguments;
    for (const auto &id : servers) {
        arguments << QStringLiteral("--server") << id;
    }
    for (const auto &id : keyrings.ids) {
        arguments << QStringLiteral("--keyring") << id;
    }
    launch(arguments);
}

Lab::Lab(const Brokers &brokers, const QStringList &servers)
{
    QStringList arguments;
    for (const auto &id : servers) {
        arguments << QStringLiteral("--server") << id;
    }
    if (brokers.broker) {
        arguments << QStringLiteral("--broker");
    }
    if (brokers.hostile) {
        arguments << QStringLiteral("--hostile-broker");
    }
    launch(arguments);
}

Lab::Lab(Snmp snmp)
{
    launch({snmp.receiver ? QStringLiteral("--snmptrapd") : QStringLiteral("--snmp")});
}

Lab::Lab(const Clocks &clocks)
{
    QStringList arguments;
    if (clocks.servers) {
        arguments << QStringLiteral("--ntp");
    }
    if (clocks.hostile) {
        arguments << QStringLiteral("--hostile-clocks");
    }
    for (const auto &path : clocks.paths) {
        arguments << QStringLiteral("--delayed-path") << path;
    }
    launch(arguments);
}

Lab::~Lab()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kCommandDeadline)) {
        m_process.kill();
        m_process.waitForFinished(kCommandDeadline);
    }
}

void Lab::launch(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python(), QStringList{labScript(), QStringLiteral("up")} + arguments);
    const auto line = readLine(kStartDeadline);
    const auto inventory = line ? QJsonDocument::fromJson(*line).object() : QJsonObject{};
    if (inventory[QLatin1String("type")].toString() != QLatin1String("lab")) {
        m_error = QStringLiteral("the lab did not start: ") + m_process.errorString();
        return;
    }
    read(inventory);
}

void Lab::read(const QJsonObject &inventory)
{
    m_folder = inventory[QLatin1String("folder")].toString();
    m_home = inventory[QLatin1String("home")].toString();
    const auto client = inventory[QLatin1String("client")].toObject();
    const auto path = [&](const char *key) { return client[QLatin1String(key)].toString(); };
    m_client = {.ed25519 = path("ed25519"),
                .ecdsa = path("ecdsa"),
                .rsa = path("rsa"),
                .encrypted = path("encrypted"),
                .passphrase = path("passphrase"),
                .wrong = path("wrong"),
                .knownHosts = path("known_hosts"),
                .emptyKnownHosts = path("empty_known_hosts")};
    const auto servers = inventory[QLatin1String("servers")].toArray();
    for (const auto &each : servers) {
        const auto server = readServer(each.toObject());
        m_servers.insert(server.id, server);
    }
    const auto keyrings = inventory[QLatin1String("keyrings")].toArray();
    for (const auto &each : keyrings) {
        const auto object = each.toObject();
        const auto id = object[QLatin1String("id")].toString();
        m_keyrings.insert(id, {.id = id,
                               .bus = object[QLatin1String("bus")].toString(),
                               .password = object[QLatin1String("password")].toString(),
                               .busPid = object[QLatin1String("bus_pid")].toInteger()});
    }
    m_snmp = readSnmp(inventory[QLatin1String("snmp")].toObject());
    m_ntp = readNtp(inventory[QLatin1String("ntp")].toObject());
    m_hostileClocks = readHostile(inventory[QLatin1String("hostile_clocks")].toArray());
    const auto paths = inventory[QLatin1String("delayed_paths")].toArray();
    for (const auto &each : paths) {
        const auto way = each.toObject();
        m_paths.append({.out = way[QLatin1String("out")].toDouble(),
                        .back = way[QLatin1String("back")].toDouble(),
                        .jitter = way[QLatin1String("jitter")].toDouble(),
                        .port = static_cast<quint16>(way[QLatin1String("port")].toInt())});
    }
    m_hostile = readHostile(inventory[QLatin1String("hostile")].toArray());
    m_hostileBrokers = readHostile(inventory[QLatin1String("hostile_brokers")].toArray());
    const auto files = inventory[QLatin1String("broker_files")].toObject();
    const auto file = [&](const char *key) { return files[QLatin1String(key)].toString(); };
    m_brokerFiles = {.ca = file("ca"),
                     .otherCa = file("other_ca"),
                     .certificate = file("certificate"),
                     .key = file("key"),
                     .encrypted = file("encrypted"),
                     .passphrase = file("passphrase"),
                     .stranger = file("stranger"),
                     .strangerKey = file("stranger_key")};
    const auto brokers = inventory[QLatin1String("brokers")].toArray();
    for (const auto &each : brokers) {
        const auto object = each.toObject();
        LabBroker broker{.id = object[QLatin1String("id")].toString(),
                         .url = object[QLatin1String("url")].toString(),
                         .address = object[QLatin1String("address")].toString(),
                         .port = static_cast<quint16>(object[QLatin1String("port")].toInt()),
                         .user = object[QLatin1String("user")].toString(),
                         .passwords = {}};
        const auto passwords = object[QLatin1String("passwords")].toObject();
        for (auto one = passwords.begin(); one != passwords.end(); ++one) {
            broker.passwords.insert(one.key(), one.value().toString());
        }
        m_brokers.insert(broker.id, broker);
    }
}

const LabServer &Lab::server(const QString &id) const
{
    const auto found = m_servers.constFind(id);
    if (found == m_servers.constEnd()) {
        qFatal("the lab was started without a server %s", qUtf8Printable(id));
    }
    return *found;
}

const LabBroker &Lab::broker(const QString &id) const
{
    const auto found = m_brokers.constFind(id);
    if (found == m_brokers.constEnd()) {
        qFatal("the lab was started without a broker %s", qUtf8Printable(id));
    }
    return *found;
}

const LabNtpServer &Lab::ntp(const QString &id) const
{
    const auto found = m_ntp.servers.constFind(id);
    if (found == m_ntp.servers.constEnd()) {
        qFatal("the lab was started without an NTP server %s", qUtf8Printable(id));
    }
    return *found;
}

bool Lab::putChronyc(const QString &folder) const
{
    QFile file(folder + QStringLiteral("/chronyc"));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly))
        return false;
    file.write("#!/bin/sh\nLD_LIBRARY_PATH='" + m_ntp.libraries.toUtf8() + "' exec '" +
               m_ntp.chronyc.toUtf8() + "' \"$@\"\n");
    file.close();
    // The user behind SSH is another one.
    const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                     QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    return file.setPermissions(all) && QFile::setPermissions(folder, all);
}

const LabKeyring &Lab::keyring(const QString &id) const
{
    const auto found = m_keyrings.constFind(id);
    if (found == m_keyrings.constEnd()) {
        qFatal("the lab was started without a keyring %s", qUtf8Printable(id));
    }
    return *found;
}

std::optional<QByteArray> Lab::readLine(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!m_process.canReadLine()) {
        if (deadline.hasExpired() ||
            !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            return std::nullopt;
        }
    }
    return m_process.readLine();
}

std::optional<QJsonObject> Lab::command(const QString &verb, const QString &id)
{
    const QString text = verb + QLatin1Char(' ') + id + QLatin1Char('\n');
    m_process.write(text.toUtf8());
    const auto line = readLine(kCommandDeadline);
    if (!line) {
        m_error = QStringLiteral("the lab does not answer: ") + m_process.errorString();
        return std::nullopt;
    }
    const auto answer = QJsonDocument::fromJson(*line).object();
    if (!answer[QLatin1String("ok")].toBool()) {
        m_error = answer[QLatin1String("error")].toString();
        return std::nullopt;
    }
    return answer;
}

bool Lab::kill(const QString &id)
{
    return command(QStringLiteral("kill"), id).has_value();
}

bool Lab::drop(const QString &id)
{
    return command(QStringLiteral("drop"), id).has_value();
}

bool Lab::stop(const QString &id)
{
    return command(QStringLiteral("stop"), id).has_value();
}

bool Lab::freeze(const QString &id)
{
    return command(QStringLiteral("freeze"), id).has_value();
}

bool Lab::thaw(const QString &id)
{
    return command(QStringLiteral("thaw"), id).has_value();
}

bool Lab::start(const QString &id)
{
    return command(QStringLiteral("start"), id).has_value();
}

QString Lab::log(const QString &id)
{
    const auto answer = command(QStringLiteral("logs"), id);
    return answer ? (*answer)[QLatin1String("log")].toString() : QString();
}

} // namespace Portolan::Test
