// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/comparisontext.h"

#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/valuetext.h"
#include "core/snmp/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace Portolan::Snmp {

namespace {

struct Words // for plurals
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp)
};

using Kind = Difference::Kind;

QJsonValue jsonValue(const Value &value)
{
    if (value.isException() || value.type() == ValueType::Null)
        return QJsonValue::Null;
    if (value.type() == ValueType::Float || value.type() == ValueType::Double)
        return value.toDouble();
    if (!value.isNumber())
        return value.text();
    // JSON readers lose digits above that; a text keeps them.
    constexpr std::uint64_t kMostExact = std::uint64_t(1) << 53U;
    if (value.type() != ValueType::Integer32 && value.toUint() > kMostExact)
        return QString::number(value.toUint());
    return static_cast<qint64>(value.toInt());
}

QString indexText(const Smi::Snapshot &modules, const Oid &entry, const Oid &index)
{
    const Smi::Definition row = modules.nearest(entry);
    return row ? Smi::decodeInstance(modules, row, index.arcs()).text : index.text();
}

QString counted(Kind kind, quint64 count)
{
    const QString shown = QLocale().toString(static_cast<qulonglong>(count));
    switch (kind) {
    case Kind::Advanced:
        return Snmp::tr("%1 counted on").arg(shown);
    case Kind::Reset:
        return Snmp::tr("%1 began anew").arg(shown);
    case Kind::Changed:
        return Snmp::tr("%1 changed").arg(shown);
    case Kind::Removed:
        return Snmp::tr("%1 removed").arg(shown);
    case Kind::Added:
        return Snmp::tr("%1 added").arg(shown);
    }
    return {};
}

} // namespace

QString placeOf(const Difference &difference, const Smi::Snapshot &modules, bool qualified)
{
    const QString name =
        qualified ? modules.nameOf(difference.object) : modules.shortNameOf(difference.object);
    if (!difference.isRow)
        return name;
    return name + QLatin1Char(' ') + indexText(modules, difference.object, difference.index);
}

QString cellName(const CellChange &cell, const Difference &of, const Smi::Snapshot &modules)
{
    if (!of.isRow || cell.oid.size() <= of.object.size())
        return modules.shortNameOf(cell.oid);
    return modules.shortNameOf(cell.oid.first(of.object.size() + 1));
}

QString valueText(const Smi::Snapshot &modules, const Oid &oid, const Value &value)
{
    if (value.isException())
        return value.text();
    const Smi::Definition definition = modules.nearest(oid);
    if (!definition || !definition.isObject())
        return Smi::textOf(modules, Smi::Type(), value).full;
    return Smi::textOf(modules, definition, value).full;
}

QString changeText(const CellChange &cell, const Smi::Snapshot &modules)
{
    if (cell.kind == Kind::Added)
        return valueText(modules, cell.oid, cell.after);
    if (cell.kind == Kind::Removed)
        return valueText(modules, cell.oid, cell.before);
    QString text = valueText(modules, cell.oid, cell.before) + QStringLiteral(" → ") +
                   valueText(modules, cell.oid, cell.after);
    if (cell.before.type() != cell.after.type())
        text += QStringLiteral(" (%1 → %2)")
                    .arg(valueTypeName(cell.before.type()), valueTypeName(cell.after.type()));
    else if (cell.kind == Kind::Advanced && cell.after.toUint() > cell.before.toUint() &&
             cell.after.type() != ValueType::TimeTicks)
        text += QStringLiteral(" (+%1)").arg(QLocale().toString(
            static_cast<qulonglong>(cell.after.toUint() - cell.before.toUint())));
    return text;
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Advanced:
        return Snmp::tr("counted on");
    case Kind::Reset:
        return Snmp::tr("began anew");
    case Kind::Changed:
        return Snmp::tr("changed");
    case Kind::Removed:
        return Snmp::tr("removed");
    case Kind::Added:
        return Snmp::tr("added");
    }
    return {};
}

QString sightText(ViewMap::Sight sight)
{
    switch (sight) {
    case ViewMap::Sight::Both:
        return Snmp::tr("both see it");
    case ViewMap::Sight::First:
        return Snmp::tr("only the first sees it");
    case ViewMap::Sight::Second:
        return Snmp::tr("only the second sees it");
    case ViewMap::Sight::Mixed:
        return Snmp::tr("each sees a part of it");
    }
    return {};
}

QStringList notesOf(const ComparisonSummary &summary)
{
    QStringList notes;
    if (!summary.isLater)
        notes.append(
            Snmp::tr("These are two devices: their counters and clocks are not compared."));
    if (summary.isBackwards)
        notes.append(Snmp::tr("The first one is younger than the second."));
    if (summary.wasRestarted)
        notes.append(Snmp::tr("The agent was restarted in between: its counters began anew."));
    if (!summary.renumbered.isEmpty()) {
        QStringList some;
        constexpr qsizetype kMost = 8;
        for (const auto &each : summary.renumbered.first(qMin(kMost, summary.renumbered.size())))
            some.append(
                QStringLiteral("%1: %2 → %3").arg(each.name).arg(each.before).arg(each.after));
        if (summary.renumbered.size() > kMost)
            some.append(QStringLiteral("…"));
        notes.append(
            Words::tr("%n interface(s) have another ifIndex now and were matched by name: %1",
                      nullptr, static_cast<int>(summary.renumbered.size()))
                .arg(some.join(QStringLiteral(", "))));
    }
    if (!summary.inPieces.empty())
        notes.append(
            Snmp::tr("Some tables have so many differences that their rows are in pieces."));
    if (!summary.damageBefore.isNone())
        notes.append(Snmp::tr("The first file is damaged.") + QLatin1Char(' ') +
                     summary.damageBefore.text());
    if (!summary.damageAfter.isNone())
        notes.append(Snmp::tr("The second file is damaged.") + QLatin1Char(' ') +
                     summary.damageAfter.text());
    return notes;
}

QString totalOf(const ComparisonSummary &summary)
{
    QStringList parts;
    for (const Kind kind :
         {Kind::Changed, Kind::Added, Kind::Removed, Kind::Reset, Kind::Advanced}) {
        if (summary.of(kind) > 0)
            parts.append(counted(kind, summary.of(kind)));
    }
    if (summary.noise > 0)
        parts.append(
            Snmp::tr("%1 noise").arg(QLocale().toString(static_cast<qulonglong>(summary.noise))));
    if (summary.isDifferent())
        return parts.join(QStringLiteral(", "));
    const QString nothing = Snmp::tr("Nothing has changed.");
    return parts.isEmpty() ? nothing
                           : nothing + QStringLiteral(" (") + parts.join(QStringLiteral(", ")) +
                                 QLatin1Char(')');
}

QJsonObject valueJson(const Smi::Snapshot &modules, const Oid &oid, const Value &value)
{
    QJsonObject object{{QStringLiteral("syntax"), valueTypeName(value.type())},
                       {QStringLiteral("value"), jsonValue(value)},
                       {QStringLiteral("text"), valueText(modules, oid, value)}};
    // What is not text is hexadecimal in `value`; this says which of the two.
    if (value.type() == ValueType::OctetString || value.type() == ValueType::Opaque)
        object.insert(QStringLiteral("hex"), QString::fromLatin1(value.bytes().toHex()));
    return object;
}

QJsonObject toJson(const Difference &difference, const Smi::Snapshot &modules)
{
    QJsonArray cells;
    for (const CellChange &each : difference.cells) {
        QJsonObject cell{{QStringLiteral("kind"), kindName(each.kind)},
                         {QStringLiteral("oid"), each.oid.text()},
                         {QStringLiteral("name"), cellName(each, difference, modules)},
                         {QStringLiteral("noise"), each.isNoise}};
        if (each.kind != Kind::Added)
            cell.insert(QStringLiteral("before"), valueJson(modules, each.oid, each.before));
        if (each.kind != Kind::Removed)
            cell.insert(QStringLiteral("after"), valueJson(modules, each.oid, each.after));
        cells.append(cell);
    }
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("difference")},
                       {QStringLiteral("kind"), kindName(difference.kind)},
                       {QStringLiteral("noise"), difference.isNoise},
                       {QStringLiteral("oid"), difference.object.text()},
                       {QStringLiteral("name"), placeOf(difference, modules, true)},
                       {QStringLiteral("cells"), cells}};
    if (difference.isRow)
        object.insert(QStringLiteral("index"), difference.index.text());
    if (!difference.formerIndex.isEmpty())
        object.insert(QStringLiteral("former_index"), difference.formerIndex.text());
    return object;
}

QJsonObject toJson(const ComparisonSummary &summary)
{
    QJsonObject object{{QStringLiteral("before"), static_cast<qint64>(summary.before)},
                       {QStringLiteral("after"), static_cast<qint64>(summary.after)},
                       {QStringLiteral("same"), static_cast<qint64>(summary.same)},
                       {QStringLiteral("noise"), static_cast<qint64>(summary.noise)},
                       {QStringLiteral("same_device"), summary.isLater},
                       {QStringLiteral("restarted"), summary.wasRestarted},
                       {QStringLiteral("different"), summary.isDifferent()}};
    for (const Kind kind : {Kind::Advanced, Kind::Reset, Kind::Changed, Kind::Removed, Kind::Added})
        object.insert(kindName(kind), static_cast<qint64>(summary.of(kind)));
    QJsonArray renumbered;
    for (const auto &each : summary.renumbered)
        renumbered.append(QJsonObject{{QStringLiteral("name"), each.name},
                                      {QStringLiteral("before"), static_cast<qint64>(each.before)},
                                      {QStringLiteral("after"), static_cast<qint64>(each.after)}});
    object.insert(QStringLiteral("renumbered"), renumbered);
    object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(notesOf(summary)));
    return object;
}

QJsonObject toJson(const ViewMap::Entry &entry, const Smi::Snapshot &modules)
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("view")},
                       {QStringLiteral("seen"), sightName(entry.sight())},
                       {QStringLiteral("oid"), entry.prefix.text()},
                       {QStringLiteral("name"), nameOf(entry, modules)},
                       {QStringLiteral("both"), static_cast<qint64>(entry.both)},
                       {QStringLiteral("first"), static_cast<qint64>(entry.first)},
                       {QStringLiteral("second"), static_cast<qint64>(entry.second)}};
    if (entry.isRange()) {
        Oid last = entry.prefix;
        last.setLast(entry.lastArc);
        object.insert(QStringLiteral("last_oid"), last.text());
    }
    return object;
}

} // namespace Portolan::Snmp
