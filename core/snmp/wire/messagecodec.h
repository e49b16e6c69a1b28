// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/security.h"
#include "core/snmp/varbind.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

struct usmUser;

namespace Portolan::Snmp::Wire {

// Messages to bytes and back: all that is used of net-snmp. Private to core/snmp. One thread for
// the whole process (the engine's) may call any of this, because net-snmp keeps users, the clocks
// of engines and its last error in globals without a lock.
//
// No session of net-snmp is ever opened, so that it never looks up a name, sends, waits or
// retries. It reads and writes no file (no configuration, no modules, no persistent state). Its
// list of users holds at most one, put there for the call at hand; likewise the clocks. So what one
// credential does can neither approve nor spoil another one (docs/decisions/snmp-wire.md).
// Sources: RFC 3411 to 3418, RFC 1157.

enum class PduType : std::uint8_t {
    Get = 0xa0,
    GetNext = 0xa1,
    Response = 0xa2,
    Set = 0xa3,
    TrapV1 = 0xa4,
    GetBulk = 0xa5,
    Inform = 0xa6,
    TrapV2 = 0xa7,
    Report = 0xa8,
};

// What a trap of version 1 says instead of its first two varbinds (RFC 1157, section 4.1.6).
struct TrapV1
{
    Oid enterprise = {};
    std::array<std::uint8_t, 4> agent = {};
    std::int32_t generic = 0;
    std::int32_t specific = 0;
    std::uint32_t uptime = 0; // hundredths of a second

    friend bool operator==(const TrapV1 &, const TrapV1 &) = default;
};

struct Pdu
{
    PduType type = PduType::Get;
    std::int32_t requestId = 0;
    std::int32_t errorStatus = 0; // non-repeaters of a GetBulk
    std::int32_t errorIndex = 0;  // max-repetitions of a GetBulk
    Varbinds varbinds = {};
    std::optional<TrapV1> trap = {}; // TrapV1 only
};

// The clock of an authoritative engine (RFC 3414, section 2.2).
struct EngineClock
{
    std::uint32_t boots = 0;
    std::uint32_t time = 0; // seconds, now
};

// What passwords become before any engine is known: the slow half (a million octets are hashed).
struct MasterKeys
{
    Secret auth = {};
    Secret priv = {};
};

// A user at one engine with the keys localised for it (RFC 3414, section 2.6). A password of eight
// characters costs about 5 ms for each of its keys, so users are kept.
class User
{
public:
    struct Security
    {
        QByteArray name;
        Level level = Level::NoAuthNoPriv;
        AuthProtocol authProtocol = AuthProtocol::Sha1;
        PrivProtocol privProtocol = PrivProtocol::Aes128;
    };

    // A Usage error where a password is missing or shorter than eight characters.
    [[nodiscard]] static Result<std::unique_ptr<User>>
    make(const Security &security, const QByteArray &engineId, const Credentials &credentials);
    // The same in two steps, for one user at many engines.
    [[nodiscard]] static Result<MasterKeys> masterKeys(const Security &security,
                                                       const Credentials &credentials);
    [[nodiscard]] static Result<std::unique_ptr<User>>
    make(const Security &security, const QByteArray &engineId, const MasterKeys &keys);
    ~User();
    User(const User &) = delete;
    User &operator=(const User &) = delete;

    [[nodiscard]] const QByteArray &engineId() const { return m_engineId; }

private:
    friend class Codec;
    User() = default;

    QByteArray m_engineId;
    usmUser *m_user = nullptr; // ours; in net-snmp's list while it is used
};

// What a version 3 message says in clear (RFC 3412, section 6; RFC 3414, section 2.4).
struct Header
{
    std::int32_t messageId = 0;
    std::int32_t maxSize = 0;
    std::uint8_t flags = 0; // 1 auth, 2 priv, 4 reportable
    std::int32_t securityModel = 0;
    QByteArray engineId = {};
    EngineClock clock = {};
    QByteArray userName = {};

    [[nodiscard]] bool isAuthenticated() const { return (flags & 1U) != 0; }
};

// The version of a message, -1 where it is none; reads as little as it needs.
[[nodiscard]] int versionField(std::span<const std::uint8_t> message);
[[nodiscard]] std::optional<Header> readHeader(std::span<const std::uint8_t> message);
// How long a message is that begins so: 0 needs more bytes, nothing cannot become a message.
[[nodiscard]] std::optional<std::size_t> messageLength(std::span<const std::uint8_t> begin);

// Community: versions 1 and 2c.
struct CommunityMessage
{
    Version version = Version::V2c;
    std::string_view community;
};

// Version 3. Without a user: the message that asks for the engine's id (RFC 3414, section 4).
struct UserMessage
{
    const User *user = nullptr;
    Level level = Level::NoAuthNoPriv;
    QByteArray userName = {};
    QByteArray contextEngineId = {}; // empty: the engine's own
    QByteArray contextName = {};
    EngineClock clock = {};
    std::int32_t messageId = 0;
};

enum class Fault {
    None,
    Malformed,       // not a message
    UnknownUser,     // of another user or engine than we have
    WrongDigest,     // not authenticated by our key
    NotInTime,       // authentic, and older than what was received before
    NotDecrypted,    // authentic, and not readable with our key
    LevelNotAllowed, // less secure than was asked for
};

struct Decoded
{
    Fault fault = Fault::None;
    Version version = Version::V2c;
    Level level = Level::NoAuthNoPriv;
    std::optional<Header> header = {}; // version 3
    QByteArray contextEngineId = {};   // version 3
    QByteArray contextName = {};       // version 3
    Pdu pdu = {};
};

class Codec
{
public:
    Codec(); // initialises net-snmp, once for the process
    ~Codec();
    Codec(const Codec &) = delete;
    Codec &operator=(const Codec &) = delete;

    [[nodiscard]] Result<QByteArray> encode(const CommunityMessage &message, const Pdu &pdu);
    [[nodiscard]] Result<QByteArray> encode(const UserMessage &message, const Pdu &pdu);
    [[nodiscard]] Decoded decode(std::span<const std::uint8_t> message, const User *user = nullptr,
                                 EngineClock clock = {});

private:
    void use(const User *user, EngineClock clock);
    void forget();

    struct Session;
    std::unique_ptr<Session> m_session;
    const User *m_listed = nullptr;
};

} // namespace Portolan::Snmp::Wire
