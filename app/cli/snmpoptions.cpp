// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpoptions.h"

#include "app/cli/words.h"

#include <CLI/CLI.hpp>

#include <QUrl>

#include <cstdlib>

namespace Portolan::Cli {

void addSnmpOptions(CLI::App *verb, SnmpOptions &options, const QString &urlText)
{
    verb->add_option("url", options.url, urlText.toStdString())->required();
    addSnmpCredentialOptions(verb, options);
}

void addSnmpCredentialOptions(CLI::App *verb, SnmpOptions &options, const std::string &prefix)
{
    const auto named = [&prefix](const char *name) { return "--" + prefix + name; };
    verb->add_flag(named("v1"), options.v1, Words::tr("SNMP version 1").toStdString());
    verb->add_flag(named("v2c"), options.v2c,
                   Words::tr("SNMP version 2c (the default)").toStdString());
    verb->add_option(named("community-env"), options.communityVariable,
                     Words::tr("The variable with the community").toStdString())
        ->option_text("VAR");
    verb->add_option(named("v3-user"), options.user,
                     Words::tr("SNMP version 3, with this user").toStdString())
        ->option_text("NAME");
    verb->add_option(
            named("level"), options.level,
            Words::tr("noAuthNoPriv, authNoPriv or authPriv; as the passwords allow without it")
                .toStdString())
        ->option_text("LEVEL");
    verb->add_option(named("auth-protocol"), options.authProtocol,
                     Words::tr("MD5, SHA-1, SHA-224, SHA-256 (the default), SHA-384 or SHA-512")
                         .toStdString())
        ->option_text("NAME");
    verb->add_option(named("auth-password-env"), options.authVariable,
                     Words::tr("The variable with the authentication password").toStdString())
        ->option_text("VAR");
    verb->add_option(named("priv-protocol"), options.privProtocol,
                     Words::tr("DES, AES (the default), AES-192, AES-256, AES-192-C or AES-256-C")
                         .toStdString())
        ->option_text("NAME");
    verb->add_option(named("priv-password-env"), options.privVariable,
                     Words::tr("The variable with the privacy password").toStdString())
        ->option_text("VAR");
    verb->add_option(named("context"), options.context,
                     Words::tr("The context of SNMP version 3").toStdString())
        ->option_text("NAME");
}

bool SnmpOptions::hasCredential() const
{
    return v1 || v2c || !communityVariable.empty() || !user.empty() || !level.empty() ||
           !authProtocol.empty() || !authVariable.empty() || !privProtocol.empty() ||
           !privVariable.empty() || !context.empty();
}

Result<Secret> secretFromVariable(const std::string &name)
{
    const char *const value = std::getenv(name.c_str());
    if (!value)
        return failure(
            Error::Kind::Usage,
            Words::tr("There is no environment variable %1.").arg(QString::fromStdString(name)));
    return Secret(value);
}

Result<SnmpAccess> snmpAccess(CommandContext &context, const SnmpOptions &options,
                              quint16 defaultPort, const char *defaultCommunity)
{
    auto found = context.destination(QString::fromStdString(options.url), QStringLiteral("snmp"));
    if (!found)
        return tl::unexpected(std::move(found.error()));
    Address &address = found->address;
    if (int(options.v1) + int(options.v2c) + int(!options.user.empty()) > 1)
        return failure(Error::Kind::Usage,
                       Words::tr("One version only: --v1, --v2c or --v3-user."));
    // As if they stood in the address.
    const auto say = [&address](const char *name, const std::string &value) {
        if (value.empty())
            return;
        const QString key = QLatin1String(name);
        address.options.removeAllQueryItems(key);
        address.options.addQueryItem(
            key, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value))));
    };
    say("version", options.v1 ? "1" : options.v2c ? "2c" : !options.user.empty() ? "3" : "");
    const bool hasAuth = !options.authProtocol.empty() || !options.authVariable.empty();
    const bool hasPriv = !options.privProtocol.empty() || !options.privVariable.empty();
    say("auth", options.authProtocol.empty() && hasAuth ? "SHA-256" : options.authProtocol);
    say("priv", options.privProtocol.empty() && hasPriv ? "AES-128" : options.privProtocol);
    say("level", options.level);
    say("context", options.context);
    if (!options.user.empty())
        address.user = QString::fromStdString(options.user);
    Snmp::AgentTarget defaults;
    defaults.port = defaultPort;
    auto parsed = Snmp::agentAddress(address, defaults);
    if (!parsed)
        return tl::unexpected(std::move(parsed.error()));
    SnmpAccess access;
    access.target = parsed->target;
    access.credentials.community = std::move(parsed->community);
    address.user = access.target.version == Snmp::Version::V3 ? access.target.user : QString();
    access.url = address.toString();
    const auto read = [](Secret &to, const std::string &variable) -> Result<> {
        if (variable.empty())
            return {};
        auto secret = secretFromVariable(variable);
        if (!secret)
            return tl::unexpected(std::move(secret.error()));
        to = std::move(*secret);
        return {};
    };
    for (const auto &[to, variable] :
         {std::pair(&access.credentials.community, &options.communityVariable),
          std::pair(&access.credentials.authPassword, &options.authVariable),
          std::pair(&access.credentials.privPassword, &options.privVariable)}) {
        if (auto done = read(*to, *variable); !done)
            return tl::unexpected(std::move(done.error()));
    }
    if (access.credentials.community.isEmpty() && access.target.version != Snmp::Version::V3)
        access.credentials.community = Secret(defaultCommunity);
    return access;
}

} // namespace Portolan::Cli
