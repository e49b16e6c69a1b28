// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/syslogmessage.h"

#include "core/snmp/traps/trapform.h"
#include "core/snmp/traps/traptext.h"
#include "core/snmp/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>

namespace Portolan::Snmp {

namespace {

// RFC 5424, section 6: of HOSTNAME, APP-NAME, PROCID and MSGID.
constexpr qsizetype kMostHost = 255;
constexpr qsizetype kMostApp = 48;
constexpr qsizetype kMostProcess = 128;
constexpr qsizetype kMostId = 32;
constexpr int kMostText = 4096;

// PRINTUSASCII, or the sign for nothing.
QByteArray word(const QString &text, qsizetype most)
{
    QByteArray bytes;
    for (const QChar c : text) {
        if (bytes.size() == most)
            break;
        bytes += c.unicode() > 32 && c.unicode() < 127 ? static_cast<char>(c.unicode()) : '_';
    }
    return bytes.isEmpty() ? QByteArray("-") : bytes;
}

// Section 6.3.3: three characters are escaped; what would break a line is a space.
QByteArray paramValue(const QString &text)
{
    QByteArray bytes;
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\' || c == ']')
            bytes += '\\';
        bytes += static_cast<unsigned char>(c) < 32 || c == 127 ? ' ' : c;
    }
    return bytes;
}

// Not within a character.
QByteArray cut(const QByteArray &utf8, qsizetype most)
{
    if (utf8.size() <= most)
        return utf8;
    qsizetype size = std::max<qsizetype>(most, 0);
    while (size > 0 && (static_cast<unsigned char>(utf8[size]) & 0xc0U) == 0x80U)
        --size;
    return utf8.left(size);
}

// RFC 5675, section 3.2.
std::pair<char, QString> typedValue(const Value &value)
{
    switch (value.type()) {
    case ValueType::Integer32:
        return {'d', QString::number(value.toInt())};
    case ValueType::Counter32:
        return {'c', QString::number(value.toUint())};
    case ValueType::Counter64:
        return {'C', QString::number(value.toUint())};
    case ValueType::Gauge32:
        return {'u', QString::number(value.toUint())};
    case ValueType::TimeTicks:
        return {'t', QString::number(value.toUint())};
    case ValueType::ObjectIdentifier:
        return {'o', value.toOid().text()};
    case ValueType::IpAddress:
        return {'i', value.text()};
    case ValueType::OctetString:
        return {'x', QString::fromLatin1(value.bytes().toHex())};
    case ValueType::Opaque:
        return {'p', QString::fromLatin1(value.bytes().toHex())};
    case ValueType::Float:
    case ValueType::Double:
        return {'a', value.text()};
    case ValueType::Null:
    case ValueType::NoSuchObject:
    case ValueType::NoSuchInstance:
    case ValueType::EndOfMibView:
        break;
    }
    return {'n', QString()};
}

} // namespace

SyslogBytes encodeSyslog(const SyslogMessage &message, SyslogFraming framing, std::size_t most)
{
    constexpr auto kNumber = [](qsizetype number) { return QByteArray::number(number); };
    QByteArray head =
        '<' +
        kNumber(std::clamp(message.facility, 0, 23) * 8 + std::clamp(message.severity, 0, 7)) +
        ">1 " +
        QDateTime::fromMSecsSinceEpoch(message.time, Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"))
            .toLatin1() +
        ' ' + word(message.host, kMostHost) + ' ' + word(message.app, kMostApp) + ' ' +
        word(message.process, kMostProcess) + ' ' + word(message.id, kMostId) + ' ';
    const auto limit =
        static_cast<qsizetype>(std::min<std::size_t>(most, std::numeric_limits<int>::max()));
    SyslogBytes result;
    QByteArray structured;
    for (const SyslogElement &element : message.elements) {
        QByteArray bytes = '[' + element.id;
        bool isWhole = true;
        for (const auto &[name, value] : element.params) {
            const QByteArray param = ' ' + name + "=\"" + paramValue(value) + '"';
            if (head.size() + structured.size() + bytes.size() + param.size() + 1 > limit) {
                isWhole = false;
                break;
            }
            bytes += param;
        }
        bytes += ']';
        if (head.size() + structured.size() + bytes.size() > limit) {
            result.truncated = true;
            break;
        }
        structured += bytes;
        if (!isWhole) {
            result.truncated = true;
            break;
        }
    }
    if (structured.isEmpty())
        structured = "-";
    const QString plain = plainLine(message.text, kMostText);
    const bool isAscii =
        std::all_of(plain.cbegin(), plain.cend(), [](QChar c) { return c.unicode() < 128; });
    // Section 6.4: text that is not ASCII says so.
    const QByteArray text = (isAscii ? QByteArray() : QByteArray("\xef\xbb\xbf")) + plain.toUtf8();
    QByteArray whole = head + structured;
    if (!plain.isEmpty()) {
        const QByteArray fitting = cut(text, limit - whole.size() - 1);
        result.truncated = result.truncated || fitting.size() < text.size();
        if (fitting.size() > 3)
            whole += ' ' + fitting;
    }
    result.bytes = framing == SyslogFraming::OctetCounting
                       ? QByteArray(kNumber(whole.size()) + ' ' + whole)
                       : whole;
    return result;
}

int syslogSeverity(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return 5; // notice
    case Finding::Severity::Info:
        return 6;
    case Finding::Severity::Warning:
        return 4;
    case Finding::Severity::Error:
        return 3;
    }
    return 6;
}

SyslogMessage syslogOf(const Smi::Snapshot &snapshot, const Trap &trap, Finding::Severity severity,
                       int facility)
{
    SyslogMessage message;
    message.facility = facility;
    message.severity = syslogSeverity(severity);
    message.time = trap.received;
    message.host = trap.from;
    message.process = QString::number(QCoreApplication::applicationPid());
    message.text = trapSummary(snapshot, trap);
    message.elements.append({"origin", {{"ip", trap.from}, {"software", message.app}}});
    if (trap.kind == Trap::Kind::Rejected) {
        message.id = QStringLiteral("rejected");
        if (!trap.user.isEmpty())
            message.text += QStringLiteral(" (") + QString::fromUtf8(trap.user) + QLatin1Char(')');
        return message;
    }
    message.id = trap.notification.isEmpty() ? QString() : snapshot.shortNameOf(trap.notification);
    SyslogElement element{"snmp"};
    if (trap.version == Version::V3) {
        element.params.append({"ctxEngine", QString::fromLatin1(trap.contextEngineId.toHex())});
        element.params.append({"ctxName", QString::fromUtf8(trap.contextName)});
    }
    int number = 0;
    const auto add = [&](const Varbind &varbind) {
        const QByteArray n = QByteArray::number(++number);
        element.params.append({'v' + n, varbind.oid.text()});
        element.params.append({'l' + n, snapshot.nameOf(varbind.oid)});
        const auto [letter, value] = typedValue(varbind.value);
        element.params.append({QByteArray(1, letter) + n, value});
        // Octets that are text, and numbers that have names.
        if (const QString text = textOf(snapshot, varbind).text; letter != 'a' && text != value)
            element.params.append({'a' + n, text});
    };
    if (trap.uptime)
        add({TrapOids::sysUpTime(), Value::timeTicks(*trap.uptime)});
    if (!trap.notification.isEmpty())
        add({TrapOids::snmpTrapOid(), Value::objectIdentifier(trap.notification)});
    for (const Varbind &each : trap.varbinds)
        add(each);
    message.elements.append(element);
    return message;
}

} // namespace Portolan::Snmp
