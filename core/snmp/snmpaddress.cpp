// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/snmpaddress.h"

#include "core/snmp/words.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

namespace {

using Text = const QString &;

// What an address said besides its target, to judge all of it together.
struct Said
{
    AgentTarget target;
    bool hasLevel = false;
    bool hasAuth = false;
    bool hasPriv = false;
    bool hasContext = false;
};

using Read = Result<> (*)(Said &, Text);

Result<> number(int &place, Text value, int least, int most)
{
    bool valid = false;
    const int read = value.toInt(&valid);
    if (!valid || read < least || read > most)
        return failure(Error::Kind::Usage, tr("“%1” is not a number from %2 to %3.")
                                               .arg(plainLine(value, 40), QString::number(least),
                                                    QString::number(most)));
    place = read;
    return {};
}

tl::unexpected<Error> notOne(Text value, const char *choices)
{
    return failure(Error::Kind::Usage,
                   tr("“%1” is none of %2.").arg(plainLine(value, 40), QLatin1String(choices)));
}

template<typename Kind>
Result<> choice(Kind &place, const std::optional<Kind> &read, Text value, const char *choices)
{
    if (!read)
        return notOne(value, choices);
    place = *read;
    return {};
}

// RFC 3411, section 5: five to 32 octets.
Result<> engineId(QByteArray &place, Text value)
{
    QString digits = value;
    if (digits.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        digits.remove(0, 2);
    digits.remove(QLatin1Char(':'));
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    if (bytes.size() < 5 || bytes.size() > 32 || digits.size() != 2 * bytes.size())
        return failure(
            Error::Kind::Usage,
            tr("“%1” is not an engine ID: 10 to 64 hexadecimal digits.").arg(plainLine(value, 80)));
    place = bytes;
    return {};
}

struct Option
{
    const char *name;
    Read read;
};

// docs/snmp.md has the same table in words.
constexpr Option kOptions[] = {
    {"auth",
     [](Said &s, Text v) {
         s.hasAuth = true;
         return choice(s.target.authProtocol, authProtocolOf(v), v,
                       "MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512");
     }},
    {"bulk",
     [](Said &s, Text v) {
         if (v != QLatin1String("yes") && v != QLatin1String("no"))
             return Result<>(notOne(v, "yes, no"));
         s.target.bulk = v == QLatin1String("yes");
         return Result<>();
     }},
    {"charset",
     [](Said &s, Text v) {
         return choice(s.target.charset, charsetOf(v), v, "utf-8, windows-949, windows-1252");
     }},
    {"context",
     [](Said &s, Text v) {
         s.hasContext = true;
         s.target.context = v;
         return Result<>();
     }},
    {"context_engine",
     [](Said &s, Text v) {
         s.hasContext = true;
         return engineId(s.target.contextEngineId, v);
     }},
    {"inflight", [](Said &s, Text v) { return number(s.target.mostInFlight, v, 1, 256); }},
    {"level",
     [](Said &s, Text v) {
         s.hasLevel = true;
         return choice(s.target.level, levelOf(v), v, "noAuthNoPriv, authNoPriv, authPriv");
     }},
    {"most_repetitions",
     [](Said &s, Text v) { return number(s.target.mostRepetitions, v, 1, 10'000); }},
    {"priv",
     [](Said &s, Text v) {
         s.hasPriv = true;
         return choice(s.target.privProtocol, privProtocolOf(v), v,
                       "DES, AES-128, AES-192, AES-256, AES-192-C, AES-256-C");
     }},
    {"repetitions", [](Said &s, Text v) { return number(s.target.repetitions, v, 1, 10'000); }},
    {"retries", [](Said &s, Text v) { return number(s.target.retries, v, 0, 20); }},
    {"timeout",
     [](Said &s, Text v) {
         // Seconds, with a fraction.
         bool valid = false;
         const double seconds = v.toDouble(&valid);
         if (!valid || !(seconds >= 0.05) || seconds > 600)
             return Result<>(failure(Error::Kind::Usage,
                                     tr("“%1” is not a time limit in seconds, from 0.05 to 600.")
                                         .arg(plainLine(v, 40))));
         s.target.timeout = std::chrono::milliseconds(qRound64(seconds * 1000));
         return Result<>();
     }},
    {"transport",
     [](Said &s, Text v) {
         if (v != QLatin1String("udp") && v != QLatin1String("tcp"))
             return Result<>(notOne(v, "udp, tcp"));
         s.target.transport = v == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
         return Result<>();
     }},
    {"version",
     [](Said &s, Text v) { return choice(s.target.version, versionOf(v), v, "1, 2c, 3"); }},
    {"via",
     [](Said &s, Text v) {
         s.target.via = v;
         return Result<>();
     }},
};

Result<> checkTogether(Said &said)
{
    AgentTarget &target = said.target;
    if (target.version == Version::V3) {
        if (!said.hasLevel && (said.hasPriv || said.hasAuth))
            target.level = said.hasPriv ? Level::AuthPriv : Level::AuthNoPriv;
        if (target.level != Level::NoAuthNoPriv && target.user.isEmpty())
            return failure(Error::Kind::Usage,
                           tr("SNMPv3 needs a user before the host: snmp://USER@HOST."));
        if (target.user.toUtf8().size() > 32)
            return failure(Error::Kind::Usage,
                           tr("The name of an SNMPv3 user has at most 32 bytes."),
                           QStringLiteral("RFC 3414, section 5"));
    } else if (said.hasLevel || said.hasAuth || said.hasPriv || said.hasContext) {
        return failure(Error::Kind::Usage,
                       tr("The address has options that only SNMPv3 knows: level, auth, priv, "
                          "context and context_engine need version=3."));
    }
    if (!target.via.isEmpty() && target.transport == Transport::Udp)
        return failure(Error::Kind::Unsupported,
                       tr("SNMP over UDP cannot go through another host: an SSH host carries "
                          "connections, not single packets. Agents that listen on TCP can be "
                          "reached so, with transport=tcp."));
    target.repetitions = std::min(target.repetitions, target.mostRepetitions);
    return {};
}

// RFC 4088, section 2: /[context][;engine][/OID].
Result<> readPath(Said &said, QString &object, const QString &path)
{
    const QString inner = path.mid(1);
    const auto slash = inner.indexOf(QLatin1Char('/'));
    const QString context = slash < 0 ? inner : inner.left(slash);
    object = slash < 0 ? QString() : inner.mid(slash + 1);
    const auto semicolon = context.indexOf(QLatin1Char(';'));
    const QString name = semicolon < 0 ? context : context.left(semicolon);
    if (!name.isEmpty()) {
        said.hasContext = true;
        said.target.context = name;
    }
    if (semicolon >= 0 && semicolon + 1 < context.size()) {
        said.hasContext = true;
        return engineId(said.target.contextEngineId, context.mid(semicolon + 1));
    }
    return {};
}

} // namespace

QString charsetName(TextCharset charset)
{
    switch (charset) {
    case TextCharset::Detect:
        break;
    case TextCharset::Utf8:
        return QStringLiteral("utf-8");
    case TextCharset::Cp949:
        return QStringLiteral("windows-949");
    case TextCharset::Latin1:
        return QStringLiteral("windows-1252");
    }
    return {};
}

std::optional<TextCharset> charsetOf(const QString &name)
{
    const QString known = name.toLower();
    if (known == QLatin1String("utf-8") || known == QLatin1String("utf8"))
        return TextCharset::Utf8;
    // EUC-KR is the part of it that KS X 1001 has.
    if (known == QLatin1String("windows-949") || known == QLatin1String("cp949") ||
        known == QLatin1String("uhc") || known == QLatin1String("euc-kr"))
        return TextCharset::Cp949;
    if (known == QLatin1String("windows-1252") || known == QLatin1String("iso-8859-1") ||
        known == QLatin1String("latin1"))
        return TextCharset::Latin1;
    return std::nullopt;
}

QString AgentTarget::display() const
{
    return Address{.scheme = {},
                   .user = version == Version::V3 ? user : QString(),
                   .host = host,
                   .port = port == kPort ? quint16(0) : port}
        .display();
}

Result<AgentAddress> agentAddress(const Address &address, const AgentTarget &defaults)
{
    if (address.scheme != QLatin1String("snmp"))
        return failure(
            Error::Kind::Usage,
            tr("“%1” is not the address of an SNMP agent.").arg(plainLine(address.toString(), 80)));
    Said said{defaults};
    AgentAddress result;
    said.target.host = address.host;
    if (address.port != 0)
        said.target.port = address.port;
    if (auto read = readPath(said, result.object, address.path); !read)
        return tl::unexpected(read.error());
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        const auto *const option = std::find_if(
            std::begin(kOptions), std::end(kOptions),
            [&wanted = name](const Option &o) { return wanted == QLatin1String(o.name); });
        if (option == std::end(kOptions))
            return failure(
                Error::Kind::Usage,
                tr("The address of an SNMP agent has no option “%1”.").arg(plainLine(name, 40)));
        if (value.isEmpty())
            return failure(Error::Kind::Usage,
                           tr("The option “%1” of the address has no value.").arg(name));
        if (auto read = option->read(said, value); !read) {
            if (read.error().detail.isEmpty())
                read.error().detail = name;
            return tl::unexpected(std::move(read.error()));
        }
    }
    // A community is a secret, the name of a user is none.
    if (said.target.version == Version::V3) {
        if (!address.user.isEmpty())
            said.target.user = address.user;
    } else if (!address.user.isEmpty()) {
        QString community = address.user;
        result.community = Secret::takeFrom(community);
    }
    if (const auto checked = checkTogether(said); !checked)
        return tl::unexpected(checked.error());
    result.target = said.target;
    return result;
}

Address addressOf(const AgentTarget &target)
{
    const AgentTarget usual;
    Address address{.scheme = QStringLiteral("snmp"),
                    .user = target.version == Version::V3 ? target.user : QString(),
                    .host = target.host,
                    .port = target.port == AgentTarget::kPort ? quint16(0) : target.port};
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QLatin1String(name),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    const auto addNumber = [&add](const char *name, int value, int is) {
        if (value != is)
            add(name, QString::number(value));
    };
    if (target.version != usual.version)
        add("version", versionName(target.version));
    if (target.transport == Transport::Tcp)
        add("transport", QStringLiteral("tcp"));
    if (target.version == Version::V3) {
        add("level", levelName(target.level));
        if (target.level != Level::NoAuthNoPriv)
            add("auth", authProtocolName(target.authProtocol));
        if (target.level == Level::AuthPriv)
            add("priv", privProtocolName(target.privProtocol));
        if (!target.context.isEmpty())
            add("context", target.context);
        if (!target.contextEngineId.isEmpty())
            add("context_engine", QString::fromLatin1(target.contextEngineId.toHex()));
    }
    if (target.timeout != usual.timeout)
        add("timeout", QString::number(static_cast<double>(target.timeout.count()) / 1000));
    addNumber("retries", target.retries, usual.retries);
    addNumber("repetitions", target.repetitions, usual.repetitions);
    addNumber("most_repetitions", target.mostRepetitions, usual.mostRepetitions);
    addNumber("inflight", target.mostInFlight, usual.mostInFlight);
    if (!target.bulk)
        add("bulk", QStringLiteral("no"));
    if (target.charset != usual.charset)
        add("charset", charsetName(target.charset));
    if (!target.via.isEmpty())
        add("via", target.via);
    address.options = query;
    return address;
}

} // namespace Portolan::Snmp
