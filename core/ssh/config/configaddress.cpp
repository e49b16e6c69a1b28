// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/configaddress.h"

#include "core/ssh/config/localuser.h"
#include "core/ssh/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace Portolan::Ssh {

namespace {

constexpr int kMostHops = 16;

void add(Address &address, const char *name, const QString &value)
{
    if (!value.isEmpty())
        address.options.addQueryItem(
            QLatin1String(name),
            QString::fromLatin1(QUrl::toPercentEncoding(value, QByteArrayLiteral("/:@~,?=[]^"))));
}

// A typed option stays alone.
void addUnlessTyped(Address &address, const Address &typed, const char *name, const QString &value)
{
    if (!typed.options.hasQueryItem(QLatin1String(name)))
        add(address, name, value);
}

// `ssh -W %h:%p [-q] [-l user] [-p port] host`: what ProxyJump was written as before OpenSSH 7.3.
QString jumpOfCommand(const QString &command)
{
    QStringList words;
    if (!splitConfigWords(command, words) || words.isEmpty())
        return {};
    if (words.front() == QLatin1String("exec"))
        words.removeFirst();
    if (words.isEmpty() || QFileInfo(words.takeFirst()).fileName() != QLatin1String("ssh"))
        return {};
    QString host;
    QString user;
    QString port;
    bool forwards = false;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        const auto value = [&](qsizetype at) {
            return word.size() > at  ? word.mid(at)
                   : words.isEmpty() ? QString()
                                     : words.takeFirst();
        };
        if (word.startsWith(QLatin1String("-W"))) {
            const QString target = value(2);
            forwards = target == QLatin1String("%h:%p") || target == QLatin1String("[%h]:%p");
        } else if (word.startsWith(QLatin1String("-l"))) {
            user = value(2);
        } else if (word.startsWith(QLatin1String("-p"))) {
            port = value(2);
        } else if (word == QLatin1String("-q") || word == QLatin1String("-x") ||
                   word == QLatin1String("-a") || word == QLatin1String("-T")) {
            continue;
        } else if (!word.startsWith(QLatin1Char('-')) && host.isEmpty()) {
            host = word;
        } else {
            return {};
        }
    }
    if (!forwards || host.isEmpty())
        return {};
    if (!user.isEmpty() && !host.contains(QLatin1Char('@')))
        host = user + QLatin1Char('@') + host;
    return port.isEmpty() ? host : QString(host + QLatin1Char(':') + port);
}

class Builder
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    Builder(const SshConfig &config, const ConfigAsker &asker)
        : m_config(config)
        , m_asker(asker)
    {
    }

    // `jumps` in place of the host's own, where given.
    Result<Address> build(const Address &typed, std::optional<QStringList> jumps, int depth)
    {
        if (depth > kMostHops)
            return failure(Error::Kind::Usage,
                           tr("The jump hosts of ssh_config for %1 lead in a "
                              "circle or further than %2 hops.")
                               .arg(typed.display(), QString::number(kMostHops)));
        const HostConfig host =
            m_config.resolve(typed.host, m_asker, typed.user,
                             typed.port == 0 ? std::nullopt : std::optional<quint16>(typed.port));
        for (const ConfigNote &note : host.notes) {
            if (!m_notes.contains(note))
                m_notes.append(note);
        }
        Address address = typed;
        address.host = host.hostName;
        address.user = host.user;
        address.port = host.port.value_or(0);
        if (const auto added = addFiles(address, typed, host); !added)
            return tl::unexpected(added.error());
        addOptions(address, typed, host);
        if (typed.options.hasQueryItem(QStringLiteral("jump")))
            return address;
        if (!jumps) {
            jumps = host.jumps;
            if (jumps->isEmpty() && !host.proxyCommand.isEmpty() &&
                host.proxyCommand.toLower() != QLatin1String("none")) {
                const QString jump = jumpOfCommand(host.proxyCommand);
                if (jump.isEmpty())
                    return failure(
                        Error::Kind::Unsupported,
                        tr("ssh_config reaches %1 by a ProxyCommand, and Portolan runs no command "
                           "to connect. Where it leads through another SSH server, use ProxyJump "
                           "in its place.")
                            .arg(typed.host),
                        host.proxyCommand);
                jumps->append(jump);
            }
        }
        if (const auto added = addJumps(address, *jumps, depth); !added)
            return tl::unexpected(added.error());
        return address;
    }

    QList<ConfigNote> takeNotes() { return std::move(m_notes); }

private:
    Result<> addFiles(Address &address, const Address &typed, const HostConfig &host)
    {
        // Without %h and ${} it stays as written, so that a person knows it again.
        const auto path = [&](const QString &text) -> Result<QString> {
            if (!text.contains(QLatin1Char('%')) && !text.contains(QLatin1String("${")))
                return text;
            return expandTokens(text, host, m_asker);
        };
        const auto addAll = [&](const char *name, const QStringList &files) -> Result<> {
            for (const QString &written : files) {
                if (written.toLower() == QLatin1String("none"))
                    continue;
                const auto file = path(written);
                if (!file)
                    return tl::unexpected(file.error());
                add(address, name, *file);
            }
            return {};
        };
        if (const auto added = addAll("identity", host.identityFiles); !added)
            return added;
        if (const auto added = addAll("certificate", host.certificateFiles); !added)
            return added;
        // An address with identity= means only that key; ssh_config says so by a word of its own.
        const bool typedKey = typed.options.hasQueryItem(QStringLiteral("identity"));
        if (host.identitiesOnly.value_or(false))
            addUnlessTyped(address, typed, "identities_only", QStringLiteral("yes"));
        else if (!typedKey && address.options.hasQueryItem(QStringLiteral("identity")))
            addUnlessTyped(address, typed, "identities_only", QStringLiteral("no"));

        QString agent = host.identityAgent;
        if (agent.startsWith(QLatin1Char('$')) && !agent.startsWith(QLatin1String("${")))
            agent = QLatin1String("${") + agent.mid(1) + QLatin1Char('}');
        const auto socket = path(agent);
        if (!socket)
            return tl::unexpected(socket.error());
        addUnlessTyped(address, typed, "identity_agent", *socket);

        if (!host.userKnownHostsFiles.isEmpty()) {
            const auto known = path(host.userKnownHostsFiles.front());
            if (!known)
                return tl::unexpected(known.error());
            addUnlessTyped(address, typed, "known_hosts", *known);
            if (host.userKnownHostsFiles.size() > 1)
                note(host, tr("Of several files of UserKnownHostsFile only the first one counts."));
        }
        return {};
    }

    void addOptions(Address &address, const Address &typed, const HostConfig &host)
    {
        const auto take = [&](const char *name, const QString &value) {
            addUnlessTyped(address, typed, name, value);
        };
        take("host_key_alias", host.hostKeyAlias);
        if (host.forwardAgent == QLatin1String("yes"))
            take("forward_agent", QStringLiteral("yes"));
        else if (!host.forwardAgent.isEmpty() && host.forwardAgent != QLatin1String("no"))
            note(host, tr("ForwardAgent with an agent of its own is left out."));
        const auto seconds = [](const auto &time, qint64 least, qint64 most) {
            return QString::number(std::clamp<qint64>(time->count(), least, most));
        };
        if (host.serverAliveInterval)
            take("keepalive", seconds(host.serverAliveInterval, 0, 86400));
        if (host.serverAliveCountMax)
            take("keepalive_count", QString::number(std::clamp(*host.serverAliveCountMax, 1, 100)));
        if (host.connectTimeout && host.connectTimeout->count() > 0)
            take("connect_timeout", seconds(host.connectTimeout, 1, 600));
        take("kex", host.algorithms.keyExchange);
        take("hostkeys", host.algorithms.hostKeys);
        take("ciphers", host.algorithms.ciphers);
        take("macs", host.algorithms.macs);
        if (host.compression.value_or(false))
            take("compression", QStringLiteral("yes"));
        if (host.strictHostKeyChecking == QLatin1String("accept-new") ||
            host.strictHostKeyChecking == QLatin1String("no"))
            take("accept_new", QStringLiteral("yes"));
        if (host.strictHostKeyChecking == QLatin1String("no"))
            note(host, tr("StrictHostKeyChecking is off there; here a host key that changed is "
                          "refused all the same."));
        if (!host.publicKeyAlgorithms.isEmpty())
            note(host, tr("PubkeyAcceptedAlgorithms is left out."));
        if (!host.forwards.isEmpty())
            note(host, tr("Port forwardings that are left out: %1").arg(host.forwards.size()));
    }

    Result<> addJumps(Address &address, const QStringList &jumps, int depth)
    {
        if (jumps.isEmpty())
            return {};
        auto last = parseAddress(jumps.back(), QStringLiteral("ssh"));
        if (!last)
            return tl::unexpected(last.error());
        // As `ssh -J a,b`: the hops before the last one are its own way, or, where there is none,
        // what the configuration says about it.
        std::optional<QStringList> before;
        if (jumps.size() > 1)
            before = jumps.mid(0, jumps.size() - 1);
        auto hop = build(last->address, before, depth + 1);
        if (!hop)
            return tl::unexpected(hop.error());
        const QStringList way =
            hop->options.allQueryItemValues(QStringLiteral("jump"), QUrl::FullyDecoded);
        hop->options.removeAllQueryItems(QStringLiteral("jump"));
        for (const QString &step : way)
            add(address, "jump", step);
        const bool plain = hop->options.isEmpty();
        add(address, "jump", plain ? hop->display() : hop->toString());
        return {};
    }

    void note(const HostConfig &host, const QString &sentence)
    {
        const ConfigNote made{host.alias, 0, sentence};
        if (!m_notes.contains(made))
            m_notes.append(made);
    }

    const SshConfig &m_config;
    const ConfigAsker &m_asker;
    QList<ConfigNote> m_notes;
};

} // namespace

Result<ConfiguredAddress> configuredAddress(const Address &typed, const SshConfig &config,
                                            const ConfigAsker &asker)
{
    Builder builder(config, asker);
    auto address = builder.build(typed, std::nullopt, 0);
    if (!address)
        return tl::unexpected(address.error());
    return ConfiguredAddress{std::move(*address), builder.takeNotes()};
}

QList<ConfiguredHost> configuredHosts(const SshConfig &config, const ConfigAsker &asker)
{
    QList<ConfiguredHost> hosts;
    for (const SshConfig::Alias &alias : config.aliases()) {
        Address typed{.scheme = QStringLiteral("ssh")};
        typed.host = alias.name;
        hosts.append({alias.name, alias.file, alias.line, configuredAddress(typed, config, asker)});
    }
    return hosts;
}

ConfigAsker thisAsker()
{
    return {localUser(), QDir::homePath(), QSysInfo::machineHostName()};
}

SshConfig readConfigFiles(const QStringList &files)
{
    std::vector<ConfigText> texts;
    for (const QString &file : files)
        texts.push_back(readConfigFile(
            file, {.home = QDir::homePath(), .includeBase = QFileInfo(file).absolutePath()}));
    return SshConfig(std::move(texts));
}

} // namespace Portolan::Ssh
