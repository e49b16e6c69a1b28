// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/snmp/security.h"
#include "core/snmp/textcharset.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace Portolan::Snmp {

enum class Transport : std::uint8_t { Udp, Tcp };

// Where an agent is and how to talk to it. Plain value, any thread, no secrets.
struct AgentTarget
{
    static constexpr quint16 kPort = 161;

    QString host;
    quint16 port = kPort;
    Transport transport = Transport::Udp;
    Version version = Version::V2c;

    // Version 3.
    QString user = {};
    Level level = Level::NoAuthNoPriv;
    AuthProtocol authProtocol = AuthProtocol::Sha256;
    PrivProtocol privProtocol = PrivProtocol::Aes128;
    QString context = {};
    QByteArray contextEngineId = {}; // empty: the agent's own

    std::chrono::milliseconds timeout{2000}; // of each attempt
    int retries = 2;                         // after the first attempt
    // Of walks. What they come to is measured; these are where they begin and what they keep below.
    int repetitions = 25;
    int mostRepetitions = 100;
    int mostInFlight = 32;
    bool bulk = true; // false: GETNEXT only

    TextCharset charset = TextCharset::Detect; // of its texts

    QString via = {}; // TCP only: the address of the host on the way

    // "ops@switch:1161" with the user of version 3, never a community.
    [[nodiscard]] QString display() const;
    friend bool operator==(const AgentTarget &, const AgentTarget &) = default;
};

struct AgentAddress
{
    AgentTarget target;
    Secret community = {}; // v1, v2c; empty where the address names none (RFC 4088: "public")
    QString object = {};   // what RFC 4088's path asks for: an OID or a name
};

// "utf-8", "windows-949", "windows-1252"; empty: found out.
[[nodiscard]] QString charsetName(TextCharset charset);
[[nodiscard]] std::optional<TextCharset> charsetOf(const QString &name); // also "cp949", "euc-kr"

// What an snmp:// address means (RFC 4088): snmp://[community or user@]host[:port][/[context]
// [;context engine][/OID]], and options behind it, which docs/snmp.md lists. Pure, any thread. An
// unknown option or value is a Usage error: ignoring it could connect in a way that nobody asked
// for. `via=` with UDP is Unsupported: a host on the way carries streams only.
[[nodiscard]] Result<AgentAddress> agentAddress(const Address &address,
                                                const AgentTarget &defaults = {});
// The address that means it, without what is as `AgentTarget()` has it, and without a community.
[[nodiscard]] Address addressOf(const AgentTarget &target);

} // namespace Portolan::Snmp
