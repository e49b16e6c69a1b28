// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/sshaddress.h"

#include "core/base/charset.h"
#include "core/ssh/config/localuser.h"
#include "core/ssh/words.h"

#include <algorithm>

namespace Portolan::Ssh {

namespace {

constexpr std::size_t kMostJumps = 16;

// What one address says, in words, before it is weighed.
struct Reading
{
    SshAddress &result;
    std::optional<bool> identitiesOnly = {};
    QStringList jumps = {};
};

using Value = const QString &;
using Read = Result<> (*)(Reading &, Value);

Result<> file(QString &place, Value value)
{
    place = withHome(value);
    return {};
}

Result<> files(QStringList &places, Value value)
{
    places.append(withHome(value));
    return {};
}

Result<> yesOrNo(bool &place, Value value)
{
    const bool yes = value == QLatin1String("yes");
    if (!yes && value != QLatin1String("no"))
        return failure(Error::Kind::Usage,
                       tr("“%1” is neither yes nor no.").arg(plainLine(value, 40)));
    place = yes;
    return {};
}

template<typename Number>
Result<> number(Number &place, Value value, int least, int most)
{
    bool valid = false;
    const int read = value.toInt(&valid);
    if (!valid || read < least || read > most)
        return failure(Error::Kind::Usage, tr("“%1” is not a number from %2 to %3.")
                                               .arg(plainLine(value, 40), QString::number(least),
                                                    QString::number(most)));
    place = Number(read);
    return {};
}

// Names of RFC 4250, section 4.6.1, with commas; a sign in front as in ssh_config(5).
Result<> algorithms(QString &place, Value value)
{
    const bool valid = std::all_of(value.cbegin(), value.cend(), [](QChar c) {
        return c > QLatin1Char(' ') && c < QLatin1Char('\x7f');
    });
    if (!valid)
        return failure(Error::Kind::Usage,
                       tr("“%1” is not a list of algorithms.").arg(plainLine(value, 40)));
    place = value;
    return {};
}

Result<> reconnecting(Reconnect &place, Value value)
{
    if (value == QLatin1String("yes"))
        place = Reconnect::Automatic;
    else if (value == QLatin1String("ask"))
        place = Reconnect::Ask;
    else if (value == QLatin1String("no"))
        place = Reconnect::Never;
    else
        return failure(
            Error::Kind::Usage,
            tr("Reconnecting is one of yes, ask and no, not “%1”.").arg(plainLine(value, 40)));
    return {};
}

struct Option
{
    const char *name;
    Read read;
};

// docs/ssh.md has the same table in words.
constexpr Option kOptions[] = {
    {"accept_new",
     [](Reading &r, Value v) {
         bool yes = false;
         const auto read = yesOrNo(yes, v);
         r.result.options.hostKeyPolicy = yes ? HostKeyPolicy::AcceptNew : HostKeyPolicy::Ask;
         return read;
     }},
    {"certificate",
     [](Reading &r, Value v) { return files(r.result.options.certificateFiles, v); }},
    {"charset",
     [](Reading &r, Value v) {
         const auto known = knownCharset(v);
         if (!known)
             return Result<>(tl::unexpected(known.error()));
         r.result.charset = *known;
         return Result<>();
     }},
    {"ciphers",
     [](Reading &r, Value v) { return algorithms(r.result.options.algorithms.ciphers, v); }},
    {"compression", [](Reading &r, Value v) { return yesOrNo(r.result.options.compression, v); }},
    {"connect_timeout",
     [](Reading &r, Value v) {
         std::chrono::seconds seconds{};
         const auto read = number(seconds, v, 1, 3600);
         r.result.options.connectTimeout = seconds;
         return read;
     }},
    {"forward_agent",
     [](Reading &r, Value v) { return yesOrNo(r.result.options.forwardAgent, v); }},
    {"host_key_alias",
     [](Reading &r, Value v) {
         r.result.options.hostKeyAlias = v;
         return Result<>();
     }},
    {"hostkeys",
     [](Reading &r, Value v) { return algorithms(r.result.options.algorithms.hostKeys, v); }},
    {"identities_only",
     [](Reading &r, Value v) {
         bool yes = false;
         const auto read = yesOrNo(yes, v);
         r.identitiesOnly = yes;
         return read;
     }},
    {"identity", [](Reading &r, Value v) { return files(r.result.options.identityFiles, v); }},
    {"identity_agent",
     [](Reading &r, Value v) {
         // ssh_config(5): "none" uses no agent at all.
         r.result.options.useAgent = v != QLatin1String("none");
         if (r.result.options.useAgent && v != QLatin1String("SSH_AUTH_SOCK"))
             return file(r.result.options.agentSocket, v);
         return Result<>();
     }},
    {"jump",
     [](Reading &r, Value v) {
         r.jumps.append(v);
         return Result<>();
     }},
    {"keepalive",
     [](Reading &r, Value v) {
         std::chrono::seconds seconds{};
         const auto read = number(seconds, v, 0, 86400);
         r.result.options.keepaliveInterval = seconds;
         return read;
     }},
    {"keepalive_count",
     [](Reading &r, Value v) { return number(r.result.options.keepaliveCountMax, v, 1, 100); }},
    {"kex",
     [](Reading &r, Value v) { return algorithms(r.result.options.algorithms.keyExchange, v); }},
    {"known_hosts", [](Reading &r, Value v) { return file(r.result.options.knownHostsFile, v); }},
    {"legacy", [](Reading &r, Value v) { return yesOrNo(r.result.options.legacy, v); }},
    {"macs", [](Reading &r, Value v) { return algorithms(r.result.options.algorithms.macs, v); }},
    {"reconnect", [](Reading &r, Value v) { return reconnecting(r.result.reconnect, v); }},
};

Result<Jump> readJump(const QString &text, const Options &of)
{
    auto parsed = parseAddress(text, QStringLiteral("ssh"));
    if (!parsed)
        return tl::unexpected(std::move(parsed.error()));
    if (parsed->password)
        return failure(Error::Kind::Usage,
                       tr("The address of a jump host cannot hold a password. You are asked for "
                          "it when it is needed."));
    Options defaults;
    defaults.connectTimeout = of.connectTimeout;
    defaults.loginTimeout = of.loginTimeout;
    defaults.knownHostsFile = of.knownHostsFile;
    defaults.globalKnownHostsFiles = of.globalKnownHostsFiles;
    defaults.hostKeyPolicy = of.hostKeyPolicy;
    const auto meaning = sshAddress(parsed->address, defaults);
    if (!meaning)
        return tl::unexpected(meaning.error());
    if (!meaning->options.jumps.empty())
        return failure(Error::Kind::Usage,
                       tr("A jump host has no jump of its own. Write the hops one after the "
                          "other, from the one that is reached first."));
    return Jump{meaning->target, meaning->options};
}

} // namespace

Result<SshAddress> sshAddress(const Address &address, const Options &defaults)
{
    SshAddress result;
    if (address.scheme != QLatin1String("ssh"))
        return failure(Error::Kind::Usage,
                       tr("“%1” is not an ssh:// address.").arg(plainLine(address.toString(), 80)));
    result.target.user = address.user;
    result.target.host = address.host;
    if (address.port != 0)
        result.target.port = address.port;
    result.options = defaults;
    if (!address.path.isEmpty() && address.path != QLatin1String("/"))
        return failure(Error::Kind::Usage, tr("An SSH address has no path behind the host."));

    Reading reading{result};
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        const auto *const option = std::find_if(
            std::begin(kOptions), std::end(kOptions),
            [&wanted = name](const Option &o) { return wanted == QLatin1String(o.name); });
        if (option == std::end(kOptions))
            return failure(Error::Kind::Usage,
                           tr("An SSH address has no option “%1”.").arg(plainLine(name, 40)));
        if (value.isEmpty())
            return failure(Error::Kind::Usage,
                           tr("The option “%1” of the address has no value.").arg(name));
        if (auto read = option->read(reading, value); !read) {
            read.error().detail = name;
            return tl::unexpected(std::move(read.error()));
        }
    }
    result.options.identitiesOnly =
        reading.identitiesOnly.value_or(!result.options.identityFiles.isEmpty());
    for (const QString &text : std::as_const(reading.jumps)) {
        auto jump = readJump(text, result.options);
        if (!jump)
            return tl::unexpected(std::move(jump.error()));
        result.options.jumps.push_back(std::move(*jump));
    }
    if (const auto checked = checkChain(result.target, result.options); !checked)
        return tl::unexpected(checked.error());
    return result;
}

Result<> checkChain(const Target &target, const Options &options)
{
    if (options.jumps.size() > kMostJumps)
        return failure(
            Error::Kind::Usage,
            tr("More than %1 jump hosts are not supported.").arg(QString::number(kMostJumps)));
    std::vector<Target> way;
    for (const Jump &jump : options.jumps)
        way.push_back(jump.target);
    way.push_back(target);
    for (auto one = way.cbegin(); one != way.cend(); ++one) {
        const bool again = std::any_of(way.cbegin(), one, [&](const Target &before) {
            return before.host.compare(one->host, Qt::CaseInsensitive) == 0 &&
                   before.port == one->port;
        });
        if (again)
            return failure(Error::Kind::Usage,
                           tr("%1 is on the way to %2 twice. A chain of jump hosts cannot turn in "
                              "a circle.")
                               .arg(one->display(), target.display()));
    }
    return {};
}

} // namespace Portolan::Ssh
