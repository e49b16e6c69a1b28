// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ntpoptions.h"

#include "app/cli/words.h"
#include "core/base/sentence.h"
#include "core/ntp/host/hostquestions.h"

#include <CLI/CLI.hpp>

#include <QFile>

#include <algorithm>

namespace Portolan::Cli {

namespace {

using namespace Ntp;

constexpr qint64 kMostKeyFile = 1 << 20;

// FILE:ID, where FILE may hold colons.
Result<SymmetricKey> keyOf(const QString &written)
{
    const auto colon = written.lastIndexOf(QLatin1Char(':'));
    bool valid = false;
    const quint32 id = written.mid(colon + 1).toUInt(&valid);
    if (colon < 1 || !valid || id == 0)
        return failure(Error::Kind::Usage,
                       Words::tr("--key wants FILE:ID, a key file and the number of a key in it."));
    const QString name = written.left(colon);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       Words::tr("The key file %1 cannot be read.").arg(plainLine(name, 200)),
                       file.errorString());
    if (file.size() > kMostKeyFile)
        return failure(Error::Kind::Local,
                       Words::tr("%1 is too big for a key file.").arg(plainLine(name, 200)));
    QByteArray text = file.readAll();
    KeyFile read = readKeyFile(text);
    wipeMemory(text.data(), static_cast<std::size_t>(text.size()));
    for (SymmetricKey &each : read.keys) {
        if (each.id == id)
            return std::move(each);
    }
    QStringList problems;
    for (const auto &[line, problem] : std::as_const(read.problems))
        problems += QStringLiteral("%1: %2").arg(line).arg(problem);
    return failure(Error::Kind::Local,
                   Words::tr("The key file %1 has no key %2.").arg(plainLine(name, 200)).arg(id),
                   problems.mid(0, 3).join(QStringLiteral("; ")));
}

} // namespace

QStringList ChronydOptions::arguments() const
{
    return chronycArguments(QString::fromStdString(host), static_cast<quint16>(port));
}

void addChronydOptions(CLI::App *verb, ChronydOptions &options)
{
    verb->add_option("--chronyd-host", options.host,
                     Words::tr("Where chronyd listens for commands, over there").toStdString())
        ->option_text("HOST");
    verb->add_option("--chronyd-port", options.port,
                     Words::tr("The port where it listens for commands (323)").toStdString())
        ->option_text("PORT")
        ->check(CLI::Range(1, 65'535));
}

void addNtpOptions(CLI::App *verb, NtpOptions &options)
{
    verb->add_option(
            "url", options.urls,
            Words::tr("ntp://HOST[:PORT][?OPTIONS], or @PROFILE; one or more").toStdString())
        ->required();
    verb->add_flag("--nts", options.nts,
                   Words::tr("With Network Time Security (RFC 8915)").toStdString());
    verb->add_option("--key", options.keys,
                     Words::tr("A symmetric key for every server that names none or this one: a "
                               "key file of chrony or ntpd, and its number; repeatable")
                         .toStdString())
        ->option_text("FILE:ID")
        ->take_all()
        ->expected(1);
}

Result<std::vector<NtpServer>> ntpServers(CommandContext &context, const NtpOptions &options)
{
    if (context.options.insecure)
        return failure(Error::Kind::Usage,
                       Words::tr("NTS without a checked certificate protects nothing, and plain "
                                 "NTP has none: --insecure means nothing here."));
    std::vector<SymmetricKey> keys;
    for (const std::string &each : options.keys) {
        auto key = keyOf(QString::fromStdString(each));
        if (!key)
            return tl::unexpected(std::move(key.error()));
        keys.push_back(std::move(*key));
    }
    if (!keys.empty() && options.nts)
        return failure(Error::Kind::Usage,
                       Words::tr("--nts and --key exclude each other: NTS makes its own keys."));
    std::vector<NtpServer> servers;
    for (const std::string &each : options.urls) {
        auto found = context.destination(QString::fromStdString(each), QStringLiteral("ntp"));
        if (!found)
            return tl::unexpected(std::move(found.error()));
        auto targets = serverTargets(found->address);
        if (!targets)
            return tl::unexpected(std::move(targets.error()));
        for (ServerTarget &target : *targets) {
            NtpServer server;
            if (options.nts && target.keyId != 0)
                return failure(
                    Error::Kind::Usage,
                    Words::tr("%1 names a key: --nts is not for it.").arg(target.display()));
            target.nts = target.nts || options.nts;
            if (target.nts && target.authorities.isEmpty())
                target.authorities = context.options.caFile;
            // The usual second is the protocol's; a limit that was asked for counts instead.
            if (context.options.timeout != GlobalOptions().timeout &&
                target.timeout == ServerTarget().timeout)
                target.timeout = context.options.timeout;
            const auto key = std::find_if(keys.begin(), keys.end(), [&](const SymmetricKey &k) {
                return target.keyId == 0 ? !target.nts : k.id == target.keyId;
            });
            if (key != keys.end()) {
                target.keyId = key->id;
                target.keyAlgorithm = key->algorithm;
                server.key = key->copy();
            } else if (target.keyId != 0) {
                return failure(Error::Kind::Usage,
                               Words::tr("%1 is to be asked with key %2: give it with --key "
                                         "FILE:ID.")
                                   .arg(target.display())
                                   .arg(target.keyId));
            }
            server.url = addressOf(target).toString();
            server.target = std::move(target);
            servers.push_back(std::move(server));
        }
    }
    return servers;
}

} // namespace Portolan::Cli
