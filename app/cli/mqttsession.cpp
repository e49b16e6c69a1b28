// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mqttsession.h"

#include "app/cli/console.h"
#include "app/cli/sshsession.h"
#include "app/cli/words.h"
#include "core/mqtt/client.h"
#include "core/net/pemkey.h"
#include "core/net/via.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/route.h"
#include "core/ssh/sshdialer.h"
#include "core/store/folders.h"

#include <CLI/CLI.hpp>

#include <QUrl>

namespace Portolan::Cli {

void addMqttOptions(CLI::App *verb, MqttOptions &options)
{
    verb->add_option("url", options.url,
                     Words::tr("mqtt://[USER@]HOST[:PORT], or mqtts://, mqtt+ws://, mqtt+wss://")
                         .toStdString())
        ->required();
    verb->add_option("--version", options.version,
                     Words::tr("The version of MQTT: 5 (the default) or 3.1.1").toStdString())
        ->option_text("VERSION");
    verb->add_option("--client-id", options.clientId,
                     Words::tr("The client identifier; by chance without it").toStdString())
        ->option_text("ID");
    verb->add_flag(
        "--clean{yes},--no-clean{no}", options.clean,
        Words::tr("Begin a new session (the default), or go on with the old one").toStdString());
    verb->add_option(
            "--session-expiry", options.expiry,
            Words::tr("How long the broker keeps the session afterwards (MQTT 5)").toStdString())
        ->option_text("SECONDS");
    verb->add_option("--keepalive", options.keepalive,
                     Words::tr("The keepalive time; 0 for none").toStdString())
        ->option_text("SECONDS");
    verb->add_option("--cert", options.certificate,
                     Words::tr("The client's certificate, PEM").toStdString())
        ->option_text("FILE");
    verb->add_option("--key", options.key, Words::tr("The key of --cert, PEM").toStdString())
        ->option_text("FILE");
    auto *const descriptor =
        verb->add_option("--key-passphrase-fd", options.passphraseFd,
                         Words::tr("Read the passphrase of the key from this open file descriptor")
                             .toStdString())
            ->check(CLI::NonNegativeNumber)
            ->option_text("N");
    verb->add_option("--key-passphrase-env", options.passphraseVariable,
                     Words::tr("Read the passphrase of the key from this environment variable")
                         .toStdString())
        ->option_text("VAR")
        ->excludes(descriptor);
    verb->add_option("--alpn", options.alpn,
                     Words::tr("The protocols to offer by ALPN, with commas").toStdString())
        ->option_text("NAMES");
    verb->add_option("--will-topic", options.willTopic,
                     Words::tr("The topic of the last will").toStdString())
        ->option_text("TOPIC");
    verb->add_option("--will-payload", options.willPayload,
                     Words::tr("The payload of the last will").toStdString())
        ->option_text("TEXT");
    verb->add_option("--will-qos", options.willQos,
                     Words::tr("The QoS of the last will").toStdString())
        ->option_text("N");
    verb->add_flag("--will-retain", options.willRetain,
                   Words::tr("The broker keeps the last will").toStdString());
}

MqttSession::MqttSession(CommandContext &context, const MqttOptions &options)
    : m_context(context)
    , m_options(options)
{
}

MqttSession::~MqttSession() = default;

Result<> MqttSession::prepare()
{
    auto found =
        m_context.destination(QString::fromStdString(m_options.url), QStringLiteral("mqtt"));
    if (!found)
        return tl::unexpected(std::move(found.error()));
    Address &address = found->address;
    m_url = address.toString();
    auto split = Net::splitVia(address);
    if (!split)
        return tl::unexpected(std::move(split.error()));
    address = std::move(split->address);
    // As if they stood in the address.
    const auto say = [&address](const char *name, const std::string &value) {
        if (value.empty())
            return;
        const QString key = QLatin1String(name);
        address.options.removeAllQueryItems(key);
        address.options.addQueryItem(
            key, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value))));
    };
    say("version", m_options.version);
    say("client", m_options.clientId);
    say("clean", m_options.clean);
    say("expiry", m_options.expiry);
    say("keepalive", m_options.keepalive);
    say("cert", m_options.certificate);
    say("key", m_options.key);
    say("alpn", m_options.alpn);
    say("will_topic", m_options.willTopic);
    say("will_payload", m_options.willPayload);
    say("will_qos", m_options.willQos);
    say("will_retain", m_options.willRetain ? "yes" : "");
    Mqtt::BrokerTarget defaults;
    defaults.stepTimeout = m_context.options.timeout;
    auto target = Mqtt::brokerTarget(address, defaults);
    if (!target)
        return tl::unexpected(std::move(target.error()));
    m_target = std::move(*target);
    if (m_target.hasTls()) {
        if (!m_context.options.caFile.isEmpty())
            m_target.caFile = m_context.options.caFile;
        if (m_context.options.insecure)
            m_target.checkCertificate = false;
    }
    auto password = m_context.password(Words::tr("Password of %1: ").arg(m_target.display()));
    if (!password)
        return tl::unexpected(std::move(password.error()));
    if (*password)
        m_password = std::move(**password);
    if (const auto asked = askForPassphrase(); !asked)
        return asked;
    return prepareWay(*found, split->via);
}

Result<> MqttSession::askForPassphrase()
{
    auto given = CommandContext::secretFrom(m_options.passphraseFd,
                                            QString::fromStdString(m_options.passphraseVariable),
                                            QStringLiteral("--key-passphrase-env"));
    if (!given)
        return tl::unexpected(std::move(given.error()));
    if (*given) {
        m_passphrase = std::move(**given);
        return {};
    }
    if (!m_target.hasTls() || !Net::isLockedKey(m_target.keyFile))
        return {};
    auto secret = promptSecret(Words::tr("Passphrase of %1: ").arg(m_target.keyFile));
    if (!secret && secret.error().kind == Error::Kind::Local)
        return failure(Error::Kind::Auth,
                       Words::tr("The key %1 is locked, and there is no terminal to ask at. Use "
                                 "--key-passphrase-env or --key-passphrase-fd.")
                           .arg(m_target.keyFile),
                       secret.error().what);
    if (!secret)
        return tl::unexpected(std::move(secret.error()));
    m_passphrase = std::move(*secret);
    return {};
}

// The option of the address goes before what the profile says.
Result<std::optional<Destination>> MqttSession::hostOnTheWay(const Destination &destination,
                                                             const QString &via) const
{
    if (!via.isEmpty())
        return m_context.hop(via).map([](Destination found) { return std::optional(found); });
    if (destination.profile.isEmpty())
        return std::nullopt;
    const auto route = destination.profiles.route(destination.profile);
    if (!route)
        return tl::unexpected(route.error());
    if (route->size() < 2)
        return std::nullopt;
    const Hop &before = route->at(route->size() - 2);
    return Destination{before.address, before.profile, destination.profiles};
}

Result<> MqttSession::prepareWay(const Destination &destination, const QString &via)
{
    const auto before = hostOnTheWay(destination, via);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before)
        return {};
    Ssh::Options defaults;
    defaults.connectTimeout = m_context.options.timeout;
    defaults.loginTimeout = m_context.options.timeout;
    defaults.knownHostsFile = Folders::ofThisUser().knownHosts;
    m_way = std::make_unique<SshSession>(m_context, SshOptions{});
    // A profile says all that it means; what was typed may be an alias of ssh_config.
    const bool typed = (*before)->profile.isEmpty();
    const auto address =
        typed ? m_way->withSshConfig((*before)->address) : Result<Address>((*before)->address);
    if (!address)
        return tl::unexpected(address.error());
    const auto way = Ssh::routeTo(*address, (*before)->profile, (*before)->profiles, defaults);
    if (!way)
        return tl::unexpected(way.error());
    m_makeDialer = [pool = std::make_shared<Ssh::ConnectionPool>(), address = way->address,
                    answering = m_way.get()] {
        return std::make_unique<Ssh::SshDialer>(
            pool, address.target, address.options,
            [answering](const std::shared_ptr<Ssh::Connection> &connection) {
                answering->answerFor(*connection);
                for (const auto &hop : connection->hops())
                    answering->answerFor(*hop);
            });
    };
    return {};
}

std::unique_ptr<Net::Dialer> MqttSession::makeDialer() const
{
    return m_makeDialer ? m_makeDialer() : nullptr;
}

std::unique_ptr<Mqtt::Client> MqttSession::makeClient(std::shared_ptr<Mqtt::MessageSink> sink) const
{
    auto client = std::make_unique<Mqtt::Client>(m_target, std::move(sink), makeDialer());
    client->offerPassword(m_password.copy());
    client->offerKeyPassphrase(m_passphrase.copy());
    return client;
}

} // namespace Portolan::Cli
