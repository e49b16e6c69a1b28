// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/wire/messagecodec.h"

#include <QCoreApplication>

// net-snmp's headers are old C: they stay in this file.
#include <net-snmp/net-snmp-config.h>

#include <net-snmp/net-snmp-includes.h>

#include <net-snmp/library/large_fd_set.h>
#include <net-snmp/library/lcd_time.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <vector>

namespace Portolan::Snmp::Wire {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Wire)
};

constexpr std::size_t kMostMessage = 65'507; // of a datagram over IPv4
constexpr std::size_t kLeastPassword = 8;    // RFC 3414, section 11.2

std::uint8_t *copied(const char *bytes, std::size_t size)
{
    // net-snmp frees with free(). One more byte: an empty one must not be null.
    auto *const copy = static_cast<std::uint8_t *>(std::calloc(1, size + 1));
    if (copy && size > 0)
        std::memcpy(copy, bytes, size);
    return copy;
}

std::uint8_t *copied(const QByteArray &bytes)
{
    return copied(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

char *copiedText(const QByteArray &bytes)
{
    return reinterpret_cast<char *>(copied(bytes));
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned sizeOf(const QByteArray &bytes)
{
    return static_cast<unsigned>(bytes.size());
}

int authType(AuthProtocol protocol)
{
    switch (protocol) {
    case AuthProtocol::Md5:
        return NETSNMP_USMAUTH_HMACMD5;
    case AuthProtocol::Sha1:
        return NETSNMP_USMAUTH_HMACSHA1;
    case AuthProtocol::Sha224:
        return NETSNMP_USMAUTH_HMAC128SHA224;
    case AuthProtocol::Sha256:
        return NETSNMP_USMAUTH_HMAC192SHA256;
    case AuthProtocol::Sha384:
        return NETSNMP_USMAUTH_HMAC256SHA384;
    case AuthProtocol::Sha512:
        return NETSNMP_USMAUTH_HMAC384SHA512;
    }
    return NETSNMP_USMAUTH_NOAUTH;
}

int privType(PrivProtocol protocol)
{
    switch (protocol) {
    case PrivProtocol::Des:
        return USM_CREATE_USER_PRIV_DES;
    case PrivProtocol::Aes128:
        return USM_CREATE_USER_PRIV_AES;
    case PrivProtocol::Aes192:
        return USM_CREATE_USER_PRIV_AES192;
    case PrivProtocol::Aes256:
        return USM_CREATE_USER_PRIV_AES256;
    case PrivProtocol::Aes192C:
        return USM_CREATE_USER_PRIV_AES192_CISCO;
    case PrivProtocol::Aes256C:
        return USM_CREATE_USER_PRIV_AES256_CISCO;
    }
    return USM_CREATE_USER_PRIV_NONE;
}

int levelNumber(Level level)
{
    return level == Level::AuthPriv     ? SNMP_SEC_LEVEL_AUTHPRIV
           : level == Level::AuthNoPriv ? SNMP_SEC_LEVEL_AUTHNOPRIV
                                        : SNMP_SEC_LEVEL_NOAUTH;
}

tl::unexpected<Error> notMade(const char *what)
{
    return failure(
        Error::Kind::Unsupported,
        Words::tr("This system's SNMP library does not have %1.").arg(QLatin1String(what)));
}

// RFC 3414, section 2.6: the first step, Ku.
Result<Secret> masterKey(const oid *protocol, std::size_t protocolLength, const Secret &password)
{
    const std::string_view bytes = password.reveal();
    std::array<unsigned char, USM_LENGTH_KU_HASHBLOCK> master{};
    std::size_t length = master.size();
    const bool made = generate_Ku(protocol, static_cast<unsigned>(protocolLength),
                                  reinterpret_cast<const unsigned char *>(bytes.data()),
                                  bytes.size(), master.data(), &length) == SNMPERR_SUCCESS;
    Secret key(std::string_view(reinterpret_cast<const char *>(master.data()), length));
    wipeMemory(master.data(), master.size());
    if (!made)
        return notMade("this digest");
    return key;
}

// The second one: the key of this user at this engine, in memory that net-snmp will free.
Result<> makeKey(const oid *protocol, std::size_t protocolLength, const QByteArray &engineId,
                 const Secret &master, unsigned char *&key, std::size_t &keyLength)
{
    const std::string_view bytes = master.reveal();
    key = static_cast<unsigned char *>(std::calloc(1, USM_LENGTH_KU_HASHBLOCK));
    keyLength = USM_LENGTH_KU_HASHBLOCK;
    if (!key ||
        generate_kul(protocol, static_cast<unsigned>(protocolLength), bytesOf(engineId),
                     sizeOf(engineId), reinterpret_cast<const unsigned char *>(bytes.data()),
                     bytes.size(), key, &keyLength) != SNMPERR_SUCCESS)
        return notMade("this digest");
    return {};
}

Result<> checkPassword(const Secret &password, bool isAuth)
{
    if (password.reveal().size() >= kLeastPassword)
        return {};
    if (password.isEmpty())
        return failure(Error::Kind::Usage,
                       isAuth ? Words::tr("The authentication password is missing.")
                              : Words::tr("The privacy password is missing."));
    return failure(
        Error::Kind::Usage,
        isAuth ? Words::tr("The authentication password is too short: SNMPv3 needs at least "
                           "eight characters.")
               : Words::tr("The privacy password is too short: SNMPv3 needs at least eight "
                           "characters."),
        QStringLiteral("RFC 3414, section 11.2"));
}

Oid oidOf(const oid *from, std::size_t size)
{
    std::array<std::uint32_t, Oid::kMostArcs> arcs{};
    const std::size_t count = from ? std::min(size, arcs.size()) : 0;
    std::transform(from, from + count, arcs.begin(),
                   [](oid arc) { return static_cast<std::uint32_t>(arc); });
    return Oid(std::span<const std::uint32_t>(arcs.data(), count));
}

Value valueOf(const netsnmp_variable_list &from)
{
    const auto octets = [&from] {
        return QByteArray(reinterpret_cast<const char *>(from.val.string),
                          static_cast<qsizetype>(from.val_len));
    };
    const auto wide = [&from] {
        return static_cast<std::uint64_t>(from.val.counter64->high & 0xffffffffUL) << 32U |
               (from.val.counter64->low & 0xffffffffUL);
    };
    switch (from.type) {
    case ASN_INTEGER:
        return Value::integer(static_cast<std::int32_t>(*from.val.integer));
    case ASN_COUNTER:
        return Value::counter32(static_cast<std::uint32_t>(*from.val.integer));
    case ASN_GAUGE:
    case ASN_UINTEGER: // SNMPv2's UInteger32 of 1993
        return Value::gauge32(static_cast<std::uint32_t>(*from.val.integer));
    case ASN_TIMETICKS:
        return Value::timeTicks(static_cast<std::uint32_t>(*from.val.integer));
    case ASN_COUNTER64:
    case ASN_OPAQUE_COUNTER64:
    case ASN_OPAQUE_U64:
        return Value::counter64(wide());
    case ASN_OPAQUE_I64: {
        QByteArray bytes;
        const std::uint64_t number = wide();
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(static_cast<char>(number >> static_cast<unsigned>(shift) & 0xffU));
        return Value::opaque(bytes);
    }
    case ASN_OPAQUE_FLOAT:
        return Value::floating(*from.val.floatVal);
    case ASN_OPAQUE_DOUBLE:
        return Value::floating(*from.val.doubleVal);
    case ASN_OBJECT_ID:
        return Value::objectIdentifier(oidOf(from.val.objid, from.val_len / sizeof(oid)));
    case ASN_IPADDRESS:
        return Value::ipAddress(octets());
    case ASN_OPAQUE:
        return Value::opaque(octets());
    case ASN_OCTET_STR:
    case ASN_BIT_STR:
    case ASN_NSAP:
        return Value::octets(octets());
    case SNMP_NOSUCHOBJECT:
        return Value::exception(ValueType::NoSuchObject);
    case SNMP_NOSUCHINSTANCE:
        return Value::exception(ValueType::NoSuchInstance);
    case SNMP_ENDOFMIBVIEW:
        return Value::exception(ValueType::EndOfMibView);
    default:
        return {};
    }
}

void append(netsnmp_pdu &pdu, const Varbind &varbind)
{
    std::array<oid, Oid::kMostArcs> name{};
    const auto arcs = varbind.oid.arcs();
    std::copy(arcs.begin(), arcs.end(), name.begin());
    const auto add = [&](unsigned char type, const void *value, std::size_t size) {
        snmp_pdu_add_variable(&pdu, name.data(), arcs.size(), type, value, size);
    };
    const Value &value = varbind.value;
    switch (value.type()) {
    case ValueType::Integer32: {
        const long number = static_cast<long>(value.toInt());
        add(ASN_INTEGER, &number, sizeof(number));
        break;
    }
    case ValueType::Counter32:
    case ValueType::Gauge32:
    case ValueType::TimeTicks: {
        const unsigned long number = static_cast<unsigned long>(value.toUint());
        add(value.type() == ValueType::Counter32 ? ASN_COUNTER
            : value.type() == ValueType::Gauge32 ? ASN_GAUGE
                                                 : ASN_TIMETICKS,
            &number, sizeof(number));
        break;
    }
    case ValueType::Counter64: {
        counter64 number{};
        number.high = static_cast<unsigned long>(value.toUint() >> 32U);
        number.low = static_cast<unsigned long>(value.toUint() & 0xffffffffU);
        add(ASN_COUNTER64, &number, sizeof(number));
        break;
    }
    case ValueType::Float: {
        const auto number = static_cast<float>(value.toDouble());
        add(ASN_OPAQUE_FLOAT, &number, sizeof(number));
        break;
    }
    case ValueType::Double: {
        const double number = value.toDouble();
        add(ASN_OPAQUE_DOUBLE, &number, sizeof(number));
        break;
    }
    case ValueType::ObjectIdentifier: {
        const Oid target = value.toOid();
        std::array<oid, Oid::kMostArcs> content{};
        const auto from = target.arcs();
        std::copy(from.begin(), from.end(), content.begin());
        add(ASN_OBJECT_ID, content.data(), from.size() * sizeof(oid));
        break;
    }
    case ValueType::OctetString:
    case ValueType::IpAddress:
    case ValueType::Opaque:
        add(value.type() == ValueType::OctetString ? ASN_OCTET_STR
            : value.type() == ValueType::IpAddress ? ASN_IPADDRESS
                                                   : ASN_OPAQUE,
            value.bytes().constData(), static_cast<std::size_t>(value.bytes().size()));
        break;
    case ValueType::NoSuchObject:
        add(SNMP_NOSUCHOBJECT, nullptr, 0);
        break;
    case ValueType::NoSuchInstance:
        add(SNMP_NOSUCHINSTANCE, nullptr, 0);
        break;
    case ValueType::EndOfMibView:
        add(SNMP_ENDOFMIBVIEW, nullptr, 0);
        break;
    case ValueType::Null:
        add(ASN_NULL, nullptr, 0);
        break;
    }
}

struct PduFree
{
    void operator()(netsnmp_pdu *pdu) const { snmp_free_pdu(pdu); }
};
using OwnedPdu = std::unique_ptr<netsnmp_pdu, PduFree>;

OwnedPdu toNative(const Pdu &pdu)
{
    OwnedPdu native(snmp_pdu_create(static_cast<int>(pdu.type)));
    if (!native)
        return native;
    native->reqid = pdu.requestId;
    native->errstat = pdu.errorStatus;
    native->errindex = pdu.errorIndex;
    for (const Varbind &each : pdu.varbinds)
        append(*native, each);
    if (pdu.trap) {
        const auto arcs = pdu.trap->enterprise.arcs();
        std::array<oid, Oid::kMostArcs> enterprise{};
        std::copy(arcs.begin(), arcs.end(), enterprise.begin());
        native->enterprise = snmp_duplicate_objid(enterprise.data(), arcs.size());
        native->enterprise_length = arcs.size();
        std::copy(pdu.trap->agent.begin(), pdu.trap->agent.end(), native->agent_addr);
        native->trap_type = pdu.trap->generic;
        native->specific_type = pdu.trap->specific;
        native->time = pdu.trap->uptime;
    }
    return native;
}

void initialise()
{
    static const bool done = [] {
        // Not init_snmp(): that reads configuration files and modules, sets the locale of the
        // process and leaves a folder behind. These are its parts that messages need.
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DONT_READ_CONFIGS, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DONT_PERSIST_STATE, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DISABLE_PERSISTENT_LOAD, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DISABLE_PERSISTENT_SAVE, 1);
        netsnmp_ds_set_string(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_APPTYPE, "portolan");
        // Without a handler every "Authentication failed for NAME" goes to standard error.
        netsnmp_register_loghandler(NETSNMP_LOGHANDLER_NONE, LOG_DEBUG);
        netsnmp_session session{};
        snmp_sess_init(&session);
        netsnmp_container_init_list();
        init_callbacks();
        snmp_init_statistics();
        init_snmpv3("portolan");
        snmp_call_callbacks(SNMP_CALLBACK_LIBRARY, SNMP_CALLBACK_POST_PREMIB_READ_CONFIG, nullptr);
        snmp_call_callbacks(SNMP_CALLBACK_LIBRARY, SNMP_CALLBACK_POST_READ_CONFIG, nullptr);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace

struct Codec::Session
{
    netsnmp_session native{};
    std::vector<std::uint8_t> in; // net-snmp's parser wants memory that it may write to
};

Result<MasterKeys> User::masterKeys(const Security &security, const Credentials &credentials)
{
    initialise();
    MasterKeys keys;
    if (security.level == Level::NoAuthNoPriv)
        return keys;
    std::size_t length = 0;
    const oid *const auth = sc_get_auth_oid(authType(security.authProtocol), &length);
    if (!auth)
        return notMade("this digest");
    const auto make = [&](const Secret &password, bool isAuth) -> Result<Secret> {
        if (auto checked = checkPassword(password, isAuth); !checked)
            return tl::unexpected(checked.error());
        return masterKey(auth, length, password);
    };
    auto key = make(credentials.authPassword, true);
    if (!key)
        return tl::unexpected(key.error());
    keys.auth = std::move(*key);
    if (security.level == Level::AuthNoPriv)
        return keys;
    key = make(credentials.privPassword, false);
    if (!key)
        return tl::unexpected(key.error());
    keys.priv = std::move(*key);
    return keys;
}

Result<std::unique_ptr<User>> User::make(const Security &security, const QByteArray &engineId,
                                         const Credentials &credentials)
{
    const auto keys = masterKeys(security, credentials);
    if (!keys)
        return tl::unexpected(keys.error());
    return make(security, engineId, *keys);
}

Result<std::unique_ptr<User>> User::make(const Security &security, const QByteArray &engineId,
                                         const MasterKeys &keys)
{
    initialise();
    std::unique_ptr<User> made(new User);
    made->m_engineId = engineId;
    usmUser *const user = usm_create_user();
    made->m_user = user;
    if (!user)
        return failure(Error::Kind::Local, Words::tr("There is not enough memory."));
    user->engineID = copied(engineId);
    user->engineIDLen = static_cast<std::size_t>(engineId.size());
    user->name = copiedText(security.name);
    user->secName = copiedText(security.name);
    user->userStatus = 1; // active (RFC 2579, RowStatus)
    if (security.level == Level::NoAuthNoPriv)
        return made;

    std::size_t length = 0;
    const oid *const auth = sc_get_auth_oid(authType(security.authProtocol), &length);
    if (!auth)
        return notMade("this digest");
    std::free(user->authProtocol);
    user->authProtocol = snmp_duplicate_objid(auth, length);
    user->authProtocolLen = length;
    if (auto key = makeKey(auth, length, engineId, keys.auth, user->authKey, user->authKeyLen);
        !key)
        return tl::unexpected(key.error());
    if (security.level == Level::AuthNoPriv)
        return made;

    std::size_t privLength = 0;
    const oid *const priv = sc_get_priv_oid(privType(security.privProtocol), &privLength);
    if (!priv)
        return notMade("this cipher");
    std::free(user->privProtocol);
    user->privProtocol = snmp_duplicate_objid(priv, privLength);
    user->privProtocolLen = privLength;
    if (auto key = makeKey(auth, length, engineId, keys.priv, user->privKey, user->privKeyLen);
        !key)
        return tl::unexpected(key.error());
    if (usm_extend_user_kul(user, USM_LENGTH_KU_HASHBLOCK) != SNMPERR_SUCCESS)
        return notMade("this cipher");
    return made;
}

User::~User()
{
    // A user that is still listed would leave a dangling pointer behind in net-snmp.
    if (m_user) {
        usm_remove_user(m_user);
        m_user->next = nullptr;
        m_user->prev = nullptr;
        usm_free_user(m_user);
    }
}

Codec::Codec()
    : m_session(std::make_unique<Session>())
{
    initialise();
    netsnmp_session &native = m_session->native;
    snmp_sess_init(&native);
    native.securityModel = SNMP_SEC_MODEL_USM;
    native.sndMsgMaxSize = kMostMessage;
    native.rcvMsgMaxSize = kMostMessage;
    native.isAuthoritative = SNMP_SESS_NONAUTHORITATIVE;
}

Codec::~Codec()
{
    forget();
    // What OpenSSL keeps for this thread, which is about to end.
    OPENSSL_thread_stop();
}

void Codec::use(const User *user, EngineClock clock)
{
    forget();
    if (!user)
        return;
    usm_add_user(user->m_user);
    m_listed = user;
    set_enginetime(bytesOf(user->m_engineId), sizeOf(user->m_engineId), clock.boots, clock.time, 1);
}

void Codec::forget()
{
    if (!m_listed)
        return;
    usmUser *const user = m_listed->m_user;
    usm_remove_user(user);
    user->next = nullptr;
    user->prev = nullptr;
    QByteArray id = m_listed->m_engineId;
    free_enginetime(reinterpret_cast<unsigned char *>(id.data()),
                    static_cast<std::size_t>(id.size()));
    m_listed = nullptr;
}

namespace {

Result<QByteArray> built(netsnmp_session &session, netsnmp_pdu &pdu)
{
    std::size_t length = 2048;
    auto *packet = static_cast<unsigned char *>(std::malloc(length));
    std::size_t offset = 0;
    const int made = packet ? snmp_build(&packet, &length, &offset, &session, &pdu) : -1;
    Result<QByteArray> message =
        failure(Error::Kind::Usage, Words::tr("This request cannot be written as an SNMP message."),
                QString::fromUtf8(snmp_api_errstring(session.s_snmp_errno)), session.s_snmp_errno);
    // It is written from the end of the buffer towards its beginning.
    if (made == 0 && offset <= length) {
        if (offset > kMostMessage)
            message = failure(Error::Kind::Usage,
                              Words::tr("This request is too large for one SNMP message."));
        else
            message = QByteArray(reinterpret_cast<const char *>(packet + length - offset),
                                 static_cast<qsizetype>(offset));
    }
    std::free(packet);
    return message;
}

} // namespace

Result<QByteArray> Codec::encode(const CommunityMessage &message, const Pdu &pdu)
{
    netsnmp_session &session = m_session->native;
    const OwnedPdu native = toNative(pdu);
    if (!native)
        return failure(Error::Kind::Local, Words::tr("There is not enough memory."));
    session.version = message.version == Version::V1 ? SNMP_VERSION_1 : SNMP_VERSION_2c;
    native->version = session.version;
    native->community = copied(message.community.data(), message.community.size());
    native->community_len = message.community.size();
    auto bytes = built(session, *native);
    wipeMemory(native->community, native->community_len);
    return bytes;
}

Result<QByteArray> Codec::encode(const UserMessage &message, const Pdu &pdu)
{
    use(message.user, message.clock);
    netsnmp_session &session = m_session->native;
    const OwnedPdu native = toNative(pdu);
    if (!native)
        return failure(Error::Kind::Local, Words::tr("There is not enough memory."));
    session.version = SNMP_VERSION_3;
    native->version = SNMP_VERSION_3;
    native->msgid = message.messageId;
    native->securityModel = SNMP_SEC_MODEL_USM;
    native->securityLevel = levelNumber(message.user ? message.level : Level::NoAuthNoPriv);
    native->securityName = copiedText(message.userName);
    native->securityNameLen = static_cast<std::size_t>(message.userName.size());
    native->contextName = copiedText(message.contextName);
    native->contextNameLen = static_cast<std::size_t>(message.contextName.size());
    if (message.user) {
        const QByteArray &engine = message.user->engineId();
        native->securityEngineID = copied(engine);
        native->securityEngineIDLen = static_cast<std::size_t>(engine.size());
        const QByteArray &context =
            message.contextEngineId.isEmpty() ? engine : message.contextEngineId;
        native->contextEngineID = copied(context);
        native->contextEngineIDLen = static_cast<std::size_t>(context.size());
    }
    auto bytes = built(session, *native);
    forget();
    return bytes;
}

Decoded Codec::decode(std::span<const std::uint8_t> message, const User *user, EngineClock clock)
{
    Decoded result;
    result.fault = Fault::Malformed;
    std::unique_ptr<User> anybody;
    const int version = versionField(message);
    // Indefinite and short lengths never reach net-snmp.
    const auto length = messageLength(message);
    if ((version != 0 && version != 1 && version != 3) || message.size() > kMostMessage ||
        !length || *length > message.size())
        return result;
    if (version == 3) {
        result.version = Version::V3;
        result.header = readHeader(message);
        if (!result.header)
            return result;
        const unsigned flags = result.header->flags & 3U;
        result.level = flags == 0   ? Level::NoAuthNoPriv
                       : flags == 1 ? Level::AuthNoPriv
                                    : Level::AuthPriv;
        // Whatever comes from another engine would be remembered by net-snmp for ever.
        if (user && result.header->engineId != user->engineId()) {
            result.fault = Fault::UnknownUser;
            return result;
        }
        if (!user && flags != 0) {
            result.fault = Fault::UnknownUser;
            return result;
        }
        if (!user && !result.header->engineId.isEmpty()) {
            // In clear anybody may have said it; net-snmp wants to know the name all the same.
            if (auto made =
                    User::make({result.header->userName}, result.header->engineId, Credentials()))
                anybody = std::move(*made);
        }
        use(user ? user : anybody.get(), clock);
    } else {
        result.version = version == 0 ? Version::V1 : Version::V2c;
    }

    netsnmp_session &session = m_session->native;
    session.version = version;
    auto &in = m_session->in;
    in.assign(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(*length));
    in.resize(*length + 16); // for a parser that looks one byte too far
    OwnedPdu native(static_cast<netsnmp_pdu *>(std::calloc(1, sizeof(netsnmp_pdu))));
    if (!native)
        return result;
    const int parsed = snmp_parse(nullptr, &session, native.get(), in.data(), *length);
    if (version == 3) {
        forget();
    }
    if (parsed != 0) {
        switch (session.s_snmp_errno) {
        case SNMPERR_USM_UNKNOWNSECURITYNAME:
        case SNMPERR_USM_UNKNOWNENGINEID:
            result.fault = Fault::UnknownUser;
            break;
        case SNMPERR_USM_AUTHENTICATIONFAILURE:
            result.fault = Fault::WrongDigest;
            break;
        case SNMPERR_USM_NOTINTIMEWINDOW:
            result.fault = Fault::NotInTime;
            break;
        case SNMPERR_USM_DECRYPTIONERROR:
            result.fault = Fault::NotDecrypted;
            break;
        case SNMPERR_USM_UNSUPPORTEDSECURITYLEVEL:
            result.fault = Fault::LevelNotAllowed;
            break;
        case SNMPERR_ASN_PARSE_ERR:
            // What a wrong key makes of a scoped PDU is not one.
            result.fault = result.level == Level::AuthPriv ? Fault::NotDecrypted : Fault::Malformed;
            break;
        default:
            break;
        }
        return result;
    }
    result.fault = Fault::None;
    result.pdu.type = static_cast<PduType>(native->command);
    result.pdu.requestId = static_cast<std::int32_t>(native->reqid);
    result.pdu.errorStatus = static_cast<std::int32_t>(native->errstat);
    result.pdu.errorIndex = static_cast<std::int32_t>(native->errindex);
    if (native->contextEngineID)
        result.contextEngineId = QByteArray(reinterpret_cast<const char *>(native->contextEngineID),
                                            static_cast<qsizetype>(native->contextEngineIDLen));
    if (native->contextName)
        result.contextName =
            QByteArray(native->contextName, static_cast<qsizetype>(native->contextNameLen));
    if (result.pdu.type == PduType::TrapV1) {
        TrapV1 &trap = result.pdu.trap.emplace();
        trap.enterprise = oidOf(native->enterprise, native->enterprise_length);
        std::copy(std::begin(native->agent_addr), std::end(native->agent_addr), trap.agent.begin());
        trap.generic = static_cast<std::int32_t>(native->trap_type);
        trap.specific = static_cast<std::int32_t>(native->specific_type);
        trap.uptime = static_cast<std::uint32_t>(native->time);
    }
    std::size_t count = 0;
    for (const auto *each = native->variables; each; each = each->next_variable)
        ++count;
    result.pdu.varbinds.reserve(count);
    for (const auto *each = native->variables; each; each = each->next_variable)
        result.pdu.varbinds.push_back({oidOf(each->name, each->name_length), valueOf(*each)});
    return result;
}

} // namespace Portolan::Snmp::Wire
