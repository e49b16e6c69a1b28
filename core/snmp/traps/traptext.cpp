// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/traptext.h"

#include "core/base/tabletext.h"
#include "core/snmp/words.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kChunk = 500; // rows written at once
constexpr int kMostInSummary = 8;   // varbinds

QString timeText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString addressText(const std::array<std::uint8_t, 4> &address)
{
    return QStringLiteral("%1.%2.%3.%4")
        .arg(address[0])
        .arg(address[1])
        .arg(address[2])
        .arg(address[3]);
}

QStringList csvHead()
{
    return {QStringLiteral("time"),    QStringLiteral("type"),    QStringLiteral("from"),
            QStringLiteral("version"), QStringLiteral("level"),   QStringLiteral("user"),
            QStringLiteral("name"),    QStringLiteral("oid"),     QStringLiteral("uptime"),
            QStringLiteral("reason"),  QStringLiteral("varbinds")};
}

QStringList csvRow(const Smi::Snapshot &snapshot, const Trap &trap)
{
    QStringList varbinds;
    for (const Varbind &each : trap.varbinds) {
        const VarbindText words = textOf(snapshot, each);
        varbinds.append(words.name + QStringLiteral(" = ") + words.text);
    }
    return {timeText(trap.received),
            kindName(trap.kind),
            trap.from,
            versionName(trap.version),
            trap.version == Version::V3 ? levelName(trap.level) : QString(),
            QString::fromUtf8(trap.user),
            trapName(snapshot, trap),
            trap.notification.isEmpty() ? QString() : trap.notification.text(),
            trap.uptime ? QString::number(*trap.uptime) : QString(),
            trap.kind == Trap::Kind::Rejected ? rejectionName(trap.rejection) : QString(),
            varbinds.join(QStringLiteral("; "))};
}

} // namespace

VarbindText textOf(const Smi::Snapshot &snapshot, const Varbind &varbind, Smi::TextCharset charset)
{
    VarbindText words;
    words.name = snapshot.nameOf(varbind.oid);
    const Smi::Definition object = snapshot.nearest(varbind.oid);
    const bool isKnown = object && object.isObject();
    words.syntax = isKnown && object.type() ? object.type().name() : QString();
    if (words.syntax.isEmpty())
        words.syntax = valueTypeName(varbind.value.type());
    words.text = isKnown ? Smi::textOf(snapshot, object, varbind.value, charset).full
                         : Smi::textOf(snapshot, Smi::Type(), varbind.value, charset).full;
    return words;
}

QJsonObject varbindObject(const Smi::Snapshot &snapshot, const Varbind &varbind,
                          Smi::TextCharset charset)
{
    const VarbindText words = textOf(snapshot, varbind, charset);
    QJsonObject object{{QStringLiteral("oid"), varbind.oid.text()},
                       {QStringLiteral("name"), words.name},
                       {QStringLiteral("syntax"), words.syntax},
                       {QStringLiteral("text"), words.text}};
    const Value &value = varbind.value;
    constexpr std::uint64_t kExact = std::uint64_t(1) << 53U;
    QJsonValue plain(value.text());
    if (value.type() == ValueType::Integer32)
        plain = qint64(value.toInt());
    else if (value.isNumber() && value.toUint() <= kExact)
        plain = static_cast<qint64>(value.toUint());
    else if ((value.type() == ValueType::Float || value.type() == ValueType::Double) &&
             std::isfinite(value.toDouble()))
        plain = value.toDouble();
    else if (value.type() == ValueType::Null || value.isException())
        plain = QJsonValue();
    object.insert(QStringLiteral("value"), plain);
    return object;
}

QString trapName(const Smi::Snapshot &snapshot, const Trap &trap)
{
    if (const Smi::Definition known = snapshot.notification(trap.notification))
        return known.qualifiedName();
    return trap.notification.isEmpty() ? QString() : snapshot.nameOf(trap.notification);
}

QString kindName(Trap::Kind kind)
{
    switch (kind) {
    case Trap::Kind::Trap:
        return QStringLiteral("trap");
    case Trap::Kind::Inform:
        return QStringLiteral("inform");
    case Trap::Kind::Rejected:
        return QStringLiteral("rejected");
    }
    return {};
}

QString varbindSummary(const Smi::Snapshot &snapshot, const Trap &trap, Smi::TextCharset charset)
{
    QStringList parts;
    for (const Varbind &each : trap.varbinds) {
        if (parts.size() == kMostInSummary) {
            parts.append(QStringLiteral("…"));
            break;
        }
        QString name = snapshot.shortNameOf(each.oid);
        parts.append(name + QStringLiteral(" = ") +
                     plainLine(textOf(snapshot, each, charset).text, 120));
    }
    return parts.join(QStringLiteral(", "));
}

QString trapSummary(const Smi::Snapshot &snapshot, const Trap &trap, Smi::TextCharset charset)
{
    if (trap.kind == Trap::Kind::Rejected)
        return rejectionText(trap.rejection);
    QString name = tr("(no snmpTrapOID)");
    if (const Smi::Definition known = snapshot.notification(trap.notification))
        name = known.name();
    else if (!trap.notification.isEmpty())
        name = snapshot.shortNameOf(trap.notification);
    const QString varbinds = varbindSummary(snapshot, trap, charset);
    return varbinds.isEmpty() ? name : QString(name + QStringLiteral(": ") + varbinds);
}

QJsonObject trapObject(const Smi::Snapshot &snapshot, const Trap &trap, Smi::TextCharset charset)
{
    QJsonObject object{
        {QStringLiteral("type"), kindName(trap.kind)},
        {QStringLiteral("time"), timeText(trap.received)},
        {QStringLiteral("from"), trap.from},
        {QStringLiteral("port"), trap.port},
        {QStringLiteral("transport"), trap.overTcp ? QStringLiteral("tcp") : QStringLiteral("udp")},
        {QStringLiteral("version"), versionName(trap.version)}};
    const auto hex = [&object](const char *key, const QByteArray &bytes) {
        if (!bytes.isEmpty())
            object.insert(QLatin1String(key), QString::fromLatin1(bytes.toHex()));
    };
    if (trap.version == Version::V3) {
        object.insert(QStringLiteral("user"), QString::fromUtf8(trap.user));
        object.insert(QStringLiteral("level"), levelName(trap.level));
        hex("engine_id", trap.engineId);
        if (!trap.contextName.isEmpty())
            object.insert(QStringLiteral("context"), QString::fromUtf8(trap.contextName));
    } else if (trap.kind != Trap::Kind::Rejected) {
        object.insert(QStringLiteral("community"), trap.community.isNull()
                                                       ? QStringLiteral("***")
                                                       : QString::fromUtf8(trap.community));
    }
    if (trap.kind == Trap::Kind::Rejected) {
        object.insert(QStringLiteral("reason"), rejectionName(trap.rejection));
        object.insert(QStringLiteral("text"), rejectionText(trap.rejection));
        object.insert(QStringLiteral("repeats"), qint64(trap.repeats));
        object.insert(QStringLiteral("bytes"), qint64(trap.bytes));
        return object;
    }
    object.insert(QStringLiteral("name"), trapName(snapshot, trap));
    object.insert(QStringLiteral("oid"),
                  trap.notification.isEmpty() ? QString() : trap.notification.text());
    if (trap.uptime) {
        object.insert(QStringLiteral("uptime"), qint64(*trap.uptime));
        object.insert(QStringLiteral("uptime_text"), Smi::durationText(*trap.uptime));
    } else {
        object.insert(QStringLiteral("uptime"), QJsonValue());
    }
    if (trap.first) {
        object.insert(QStringLiteral("enterprise"), trap.first->enterprise.text());
        object.insert(QStringLiteral("agent"), addressText(trap.first->agent));
        object.insert(QStringLiteral("generic"), trap.first->generic);
        object.insert(QStringLiteral("specific"), trap.first->specific);
    }
    QJsonArray varbinds;
    for (const Varbind &each : trap.varbinds)
        varbinds.append(varbindObject(snapshot, each, charset));
    object.insert(QStringLiteral("varbinds"), varbinds);
    return object;
}

Result<> writeTraps(const Smi::Snapshot &snapshot, const std::vector<TrapPtr> &traps,
                    TrapFormat format, QIODevice &to,
                    const std::function<bool(std::size_t done)> &goOn)
{
    QList<QStringList> rows;
    QByteArray bytes;
    const auto flush = [&]() -> Result<> {
        if (to.write(bytes) != bytes.size())
            return failure(Error::Kind::Local, tr("The file cannot be written."), to.errorString());
        bytes.clear();
        return {};
    };
    if (format == TrapFormat::Csv)
        bytes = toCsv({csvHead()});
    // toCsv() begins every table with a byte order mark, which belongs to the file's beginning.
    constexpr qsizetype kMark = 3;
    for (std::size_t i = 0; i < traps.size(); ++i) {
        if (format == TrapFormat::Csv)
            rows.append(csvRow(snapshot, *traps[i]));
        else
            bytes += QJsonDocument(trapObject(snapshot, *traps[i])).toJson(QJsonDocument::Compact) +
                     '\n';
        if ((i + 1) % kChunk != 0 && i + 1 != traps.size())
            continue;
        if (!rows.isEmpty()) {
            bytes += toCsv(rows).mid(kMark);
            rows.clear();
        }
        if (auto written = flush(); !written)
            return written;
        if (goOn && !goOn(i + 1))
            return failure(Error::Kind::Cancelled, tr("It was cancelled."));
    }
    return flush();
}

} // namespace Portolan::Snmp
