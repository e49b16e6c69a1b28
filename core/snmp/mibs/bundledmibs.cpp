// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/mibs/bundledmibs.h"

#include <QDir>
#include <QFile>
#include <QHash>

// Outside any namespace, as the macro asks: a static library's resources are linked where they are
// named.
static void useResources()
{
    static const bool once = [] {
        Q_INIT_RESOURCE(mibs);
        return true;
    }();
    Q_UNUSED(once)
}

namespace {

QByteArray read(const QString &path)
{
    useResources();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

namespace Portolan::Snmp {

namespace {

struct Descriptions
{
    QList<BundledDescription> all;
    QHash<QString, qsizetype> byName;   // "IF-MIB::ifIndex"
    QHash<QString, qsizetype> byObject; // "ifIndex"; the first of that name

    Descriptions()
    {
        const QStringList lines =
            QString::fromUtf8(read(QStringLiteral(":/mibwords/descriptions.tsv"))).split(u'\n');
        all.reserve(lines.size());
        for (const QString &line : lines) {
            const QStringList cells = line.split(u'\t');
            if (line.startsWith(u'#') || cells.size() != 3)
                continue;
            const qsizetype colons = cells[0].indexOf(u"::");
            byName.insert(cells[0], all.size());
            if (const QString object = cells[0].mid(colons + 2); !byObject.contains(object))
                byObject.insert(object, all.size());
            all.append({cells[0], cells[1], cells[2]});
        }
    }
};

const Descriptions &descriptions()
{
    static const Descriptions read;
    return read;
}

} // namespace

QString bundledModuleFolder()
{
    useResources();
    return QStringLiteral(":/mibs");
}

QStringList bundledModuleNames()
{
    QStringList names;
    const QStringList files = QDir(bundledModuleFolder()).entryList({QStringLiteral("*.mib")});
    names.reserve(files.size());
    for (const QString &file : files)
        names.append(file.chopped(4));
    names.sort();
    return names;
}

QByteArray bundledModuleText(const QString &module)
{
    if (module.isEmpty() || module.contains(u'/'))
        return {};
    return read(u":/mibs/" % module % u".mib");
}

const QString &BundledDescription::in(const QString &language) const
{
    return language.startsWith(u"ko") ? korean : english;
}

const BundledDescription *bundledDescription(const QString &module, const QString &name)
{
    const Descriptions &known = descriptions();
    if (const auto at = known.byName.constFind(module % u"::" % name); at != known.byName.cend())
        return &known.all[*at];
    // RFC 1213 is where most of these objects began; later modules took them over unchanged.
    if (module != u"RFC1213-MIB")
        return nullptr;
    const auto at = known.byObject.constFind(name);
    return at == known.byObject.cend() ? nullptr : &known.all[*at];
}

const QList<BundledDescription> &bundledDescriptions()
{
    return descriptions().all;
}

} // namespace Portolan::Snmp
