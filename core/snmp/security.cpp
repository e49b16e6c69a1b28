// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/security.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Portolan::Snmp {

namespace {

template<typename Kind>
struct Name
{
    Kind kind;
    const char *name;
};

// The first of a kind is how it is written.
constexpr std::array kVersions{
    Name<Version>{Version::V1, "1"},    Name<Version>{Version::V2c, "2c"},
    Name<Version>{Version::V3, "3"},    Name<Version>{Version::V1, "v1"},
    Name<Version>{Version::V2c, "v2c"}, Name<Version>{Version::V2c, "2"},
    Name<Version>{Version::V3, "v3"},
};
constexpr std::array kLevels{
    Name<Level>{Level::NoAuthNoPriv, "noAuthNoPriv"},
    Name<Level>{Level::AuthNoPriv, "authNoPriv"},
    Name<Level>{Level::AuthPriv, "authPriv"},
    Name<Level>{Level::NoAuthNoPriv, "noauth"}, // as in snmpd.conf
    Name<Level>{Level::AuthNoPriv, "auth"},
    Name<Level>{Level::AuthPriv, "priv"},
};
constexpr std::array kAuthProtocols{
    Name<AuthProtocol>{AuthProtocol::Md5, "MD5"},
    Name<AuthProtocol>{AuthProtocol::Sha1, "SHA-1"},
    Name<AuthProtocol>{AuthProtocol::Sha224, "SHA-224"},
    Name<AuthProtocol>{AuthProtocol::Sha256, "SHA-256"},
    Name<AuthProtocol>{AuthProtocol::Sha384, "SHA-384"},
    Name<AuthProtocol>{AuthProtocol::Sha512, "SHA-512"},
    Name<AuthProtocol>{AuthProtocol::Sha1, "SHA"},
    // As other programs and RFC 7860 write them.
    Name<AuthProtocol>{AuthProtocol::Sha224, "SHA2-224"},
    Name<AuthProtocol>{AuthProtocol::Sha256, "SHA2-256"},
    Name<AuthProtocol>{AuthProtocol::Sha384, "SHA2-384"},
    Name<AuthProtocol>{AuthProtocol::Sha512, "SHA2-512"},
    Name<AuthProtocol>{AuthProtocol::Sha224, "HMAC128SHA224"},
    Name<AuthProtocol>{AuthProtocol::Sha256, "HMAC192SHA256"},
    Name<AuthProtocol>{AuthProtocol::Sha384, "HMAC256SHA384"},
    Name<AuthProtocol>{AuthProtocol::Sha512, "HMAC384SHA512"},
};
constexpr std::array kPrivProtocols{
    Name<PrivProtocol>{PrivProtocol::Des, "DES"},
    Name<PrivProtocol>{PrivProtocol::Aes128, "AES-128"},
    Name<PrivProtocol>{PrivProtocol::Aes192, "AES-192"},
    Name<PrivProtocol>{PrivProtocol::Aes256, "AES-256"},
    Name<PrivProtocol>{PrivProtocol::Aes192C, "AES-192-C"},
    Name<PrivProtocol>{PrivProtocol::Aes256C, "AES-256-C"},
    Name<PrivProtocol>{PrivProtocol::Aes128, "AES"},
    Name<PrivProtocol>{PrivProtocol::Aes192C, "AES-192-Cisco"},
    Name<PrivProtocol>{PrivProtocol::Aes256C, "AES-256-Cisco"},
    Name<PrivProtocol>{PrivProtocol::Aes192C, "AES-192-Reeder"},
    Name<PrivProtocol>{PrivProtocol::Aes256C, "AES-256-Reeder"},
    Name<PrivProtocol>{PrivProtocol::Aes192, "AES-192-Blumenthal"},
    Name<PrivProtocol>{PrivProtocol::Aes256, "AES-256-Blumenthal"},
};

QString plain(QString name)
{
    name = name.trimmed().toLower();
    name.remove(QLatin1Char('-'));
    name.remove(QLatin1Char('_'));
    name.remove(QLatin1Char(' '));
    return name;
}

template<typename Table, typename Kind>
QString nameIn(const Table &table, Kind kind)
{
    const auto *const found = std::find_if(std::begin(table), std::end(table),
                                           [kind](const auto &each) { return each.kind == kind; });
    return QString::fromLatin1(found->name);
}

template<typename Kind, std::size_t Size>
std::optional<Kind> kindIn(const std::array<Name<Kind>, Size> &table, const QString &name)
{
    const QString wanted = plain(name);
    const auto *const found = std::find_if(table.begin(), table.end(), [&wanted](const auto &each) {
        return plain(QString::fromLatin1(each.name)) == wanted;
    });
    return found == table.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace

QString versionName(Version version)
{
    return nameIn(kVersions, version);
}

QString levelName(Level level)
{
    return nameIn(kLevels, level);
}

QString authProtocolName(AuthProtocol chosen)
{
    return nameIn(kAuthProtocols, chosen);
}

QString privProtocolName(PrivProtocol chosen)
{
    return nameIn(kPrivProtocols, chosen);
}

std::optional<Version> versionOf(const QString &name)
{
    return kindIn(kVersions, name);
}

std::optional<Level> levelOf(const QString &name)
{
    return kindIn(kLevels, name);
}

std::optional<AuthProtocol> authProtocolOf(const QString &name)
{
    return kindIn(kAuthProtocols, name);
}

std::optional<PrivProtocol> privProtocolOf(const QString &name)
{
    return kindIn(kPrivProtocols, name);
}

} // namespace Portolan::Snmp
