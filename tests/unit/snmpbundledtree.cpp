// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled modules through our own reader: nothing to complain of, and definition by definition
// the same as net-snmp reads.
#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/search.h"

#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan::Snmp;
using Portolan::Snmp::Smi::Base;
using Portolan::Snmp::Smi::Definition;
using Portolan::Snmp::Smi::Kind;

namespace {

using Clauses = QHash<QString, QString>; // "SYNTAX" and so on, as snmptranslate -Td prints them

QString dotted(const QString &path)
{
    // { iso(1) org(3) dod(6) 1 }
    static const QRegularExpression arc(QStringLiteral("(?:\\((\\d+)\\)|\\b(\\d+)) "));
    QStringList arcs;
    for (auto found = arc.globalMatch(path); found.hasNext();) {
        const QRegularExpressionMatch each = found.next();
        arcs.append(each.captured(1) + each.captured(2));
    }
    return arcs.join(u'.');
}

QHash<QString, Clauses> parse(const QString &output)
{
    static const QRegularExpression head(
        QStringLiteral("^(\\S+) ([A-Z-]+|type_\\d+|OBJECT IDENTIFIER)$"));
    static const QRegularExpression clause(
        QStringLiteral("^  (-- TEXTUAL CONVENTION|-- FROM|[A-Z-]+)\\s+(.*?)\\s*$"));
    QHash<QString, Clauses> all;
    Clauses now;
    QString name;
    for (const QString &line : output.split(u'\n')) {
        if (const auto found = clause.match(line); found.hasMatch()) {
            now.insert(found.captured(1), found.captured(2));
        } else if (const auto first = head.match(line); first.hasMatch()) {
            name = first.captured(1);
            now = {{QStringLiteral("KIND"), first.captured(2)}};
        } else if (line.startsWith(u"::= ")) {
            now.insert(QStringLiteral("OID"), dotted(line));
            all.insert(name, now);
        }
    }
    return all;
}

QString unquoted(QString text)
{
    return text.startsWith(u'"') && text.endsWith(u'"') ? text.mid(1, text.size() - 2) : text;
}

QString baseWord(const QString &syntax)
{
    const QString word = syntax.section(u'(', 0, 0).section(u'{', 0, 0).trimmed();
    static const QHash<QString, QString> same{
        {QStringLiteral("INTEGER"), QStringLiteral("Integer32")},
        {QStringLiteral("Counter"), QStringLiteral("Counter32")},
        {QStringLiteral("Gauge"), QStringLiteral("Gauge32")},
        {QStringLiteral("Network Address"), QStringLiteral("IpAddress")},
        {QStringLiteral("NetworkAddress"), QStringLiteral("IpAddress")}};
    return same.value(word, word);
}

QString baseWord(Base base)
{
    switch (base) {
    case Base::Integer32:
        return QStringLiteral("Integer32");
    case Base::OctetString:
        return QStringLiteral("OCTET STRING");
    case Base::ObjectIdentifier:
        return QStringLiteral("OBJECT IDENTIFIER");
    case Base::Bits:
        return QStringLiteral("BITS");
    case Base::IpAddress:
        return QStringLiteral("IpAddress");
    case Base::Counter32:
        return QStringLiteral("Counter32");
    case Base::Gauge32:
        return QStringLiteral("Gauge32");
    case Base::Unsigned32:
        return QStringLiteral("Unsigned32");
    case Base::TimeTicks:
        return QStringLiteral("TimeTicks");
    case Base::Opaque:
        return QStringLiteral("Opaque");
    case Base::Counter64:
        return QStringLiteral("Counter64");
    default:
        return QStringLiteral("?");
    }
}

QString namesOf(const Smi::Type &type)
{
    QStringList names;
    for (std::size_t at = 0; at < type.names().size(); ++at)
        names.append(QStringLiteral("%1(%2)").arg(type.nameAt(at)).arg(type.names()[at].number));
    return names.join(QStringLiteral(", "));
}

QString rangesOf(const Smi::Type &type)
{
    QStringList ranges;
    for (const Smi::RangeRow &each : type.ranges())
        ranges.append(each.least == each.most
                          ? QString::number(each.least)
                          : QStringLiteral("%1..%2").arg(each.least).arg(each.most));
    return ranges.join(QStringLiteral(" | "));
}

} // namespace

class BundledTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Smi::loadModules({.folders = {}});
        QVERIFY(loaded.has_value());
        m_tree = loaded->snapshot;
    }

    void ourReaderHasNothingToSayAgainstThem()
    {
        int complaints = 0;
        QStringList names;
        for (const Smi::SourceFile &file : m_tree->files()) {
            for (const Smi::Diagnostic &one : file.diagnostics)
                qWarning() << file.path << one.line << Smi::diagnosticText(one.id, one.arguments);
            complaints += static_cast<int>(file.diagnostics.size());
            for (const Smi::Module &module : file.modules) {
                names.append(module.name());
                QCOMPARE(module.lostCount(), 0);
                for (const Smi::Diagnostic &one : module.diagnostics()) {
                    if (one.severity == Smi::Severity::Info)
                        continue;
                    qWarning() << module.name() << one.line
                               << Smi::diagnosticText(one.id, one.arguments);
                    ++complaints;
                }
            }
        }
        names.sort();
        QCOMPARE(names, bundledModuleNames());
        QCOMPARE(complaints, 0);
    }

    void everyDescriptionHasItsObject()
    {
        for (const BundledDescription &one : bundledDescriptions()) {
            const Definition found = m_tree->definition(one.name);
            QVERIFY2(found, qPrintable(one.name));
            QCOMPARE(found.qualifiedName(), one.name);
        }
    }

    void searchingFindsObjectsByOurWordsInBothLanguages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("name");
        QTest::newRow("english") << QStringLiteral("duplex mismatch")
                                 << QStringLiteral("dot3StatsLateCollisions");
        QTest::newRow("korean") << QStringLiteral("정전") << QStringLiteral("upsSecondsOnBattery");
        QTest::newRow("with the name")
            << QStringLiteral("supplies 폐토너") << QStringLiteral("prtMarkerSuppliesLevel");
        QTest::newRow("case") << QStringLiteral("Unplugged toner") << QString();
    }
    void searchingFindsObjectsByOurWordsInBothLanguages()
    {
        QFETCH(QString, query);
        QFETCH(QString, name);
        QStringList names;
        for (const Smi::SearchHit &hit : Smi::search(*m_tree, query).hits)
            names.append(hit.definition.name());
        if (name.isEmpty())
            QCOMPARE(names, QStringList());
        else
            QVERIFY2(names.contains(name), qPrintable(names.join(u' ')));
    }

    void netSnmpReadsTheSame_data()
    {
        QTest::addColumn<QString>("module");
        for (const QString &name : bundledModuleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void netSnmpReadsTheSame()
    {
        QFETCH(QString, module);
        if (QStandardPaths::findExecutable(QStringLiteral("snmptranslate")).isEmpty())
            QSKIP("snmptranslate is not installed (package snmp)");
        QStringList names;
        QHash<QString, Definition> ours;
        for (const Definition &each : m_tree->module(module).definitions()) {
            if (each.kind() == Kind::Trap || each.kind() == Kind::Capabilities)
                continue;
            ours.insert(each.name(), each);
            names.append(each.qualifiedName());
        }
        if (names.isEmpty())
            return; // only macros or types
        const QHash<QString, Clauses> theirs = parse(translate(module, names));
        QCOMPARE(theirs.size(), ours.size());
        for (auto at = ours.cbegin(); at != ours.cend(); ++at)
            compare(at.value(), theirs.value(at.key()));
    }

private:
    QString translate(const QString &module, const QStringList &names)
    {
        QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"HOME", "SNMPCONFPATH", "SNMP_PERSISTENT_DIR"})
            environment.insert(QLatin1String(variable), home.path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        QProcess process;
        process.setProcessEnvironment(environment);
        const QString folder =
            qEnvironmentVariable("PORTOLAN_SOURCE_DIR") + QStringLiteral("/resources/mibs");
        QString output;
        for (qsizetype start = 0; start < names.size(); start += 300) {
            process.start(QStringLiteral("snmptranslate"),
                          QStringList{QStringLiteral("-M"), folder, QStringLiteral("-m"), module,
                                      QStringLiteral("-Td"), QStringLiteral("-w"),
                                      QStringLiteral("10000")} +
                              names.mid(start, 300));
            if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
                qWarning() << process.readAllStandardError();
                return {};
            }
            output += QString::fromUtf8(process.readAllStandardOutput());
        }
        return output;
    }

    static void same(const Definition &what, const char *clause, const QString &ours,
                     const QString &theirs)
    {
        if (ours != theirs)
            QFAIL(qPrintable(QStringLiteral("%1 %2: ours %3, theirs %4")
                                 .arg(what.qualifiedName(), QLatin1String(clause), ours, theirs)));
    }

    static void compare(const Definition &one, const Clauses &theirs)
    {
        same(one, "OID", one.oid().text(), theirs.value(QStringLiteral("OID")));
        // Where several modules give one OID a name, net-snmp lists them.
        if (!theirs.value(QStringLiteral("-- FROM"))
                 .split(QStringLiteral(", "))
                 .contains(one.module().name()))
            same(one, "MODULE", one.module().name(), theirs.value(QStringLiteral("-- FROM")));
        if (one.isNotification())
            same(one, "OBJECTS",
                 QStringLiteral("{ %1 }").arg(one.objectNames().join(QStringLiteral(", "))),
                 theirs.value(QStringLiteral("OBJECTS"), QStringLiteral("{  }")));
        if (theirs.value(QStringLiteral("KIND")) != u"OBJECT-TYPE")
            return;
        same(one, "ACCESS", Smi::accessName(one.access()),
             theirs.value(QStringLiteral("MAX-ACCESS")));
        same(one, "STATUS", Smi::statusName(one.status()), theirs.value(QStringLiteral("STATUS")));
        same(one, "UNITS", one.units(), unquoted(theirs.value(QStringLiteral("UNITS"))));
        if (one.kind() == Kind::Row) {
            if (one.augments()) {
                same(one, "AUGMENTS", QStringLiteral("{ %1 }").arg(one.augments().name()),
                     theirs.value(QStringLiteral("AUGMENTS")));
                return;
            }
            QStringList index;
            for (const Definition::Index &each : one.index())
                index.append((each.implied ? QStringLiteral("IMPLIED ") : QString()) + each.name);
            same(one, "INDEX", QStringLiteral("{ %1 }").arg(index.join(QStringLiteral(", "))),
                 theirs.value(QStringLiteral("INDEX")));
        }
        if (!one.isObject())
            return;
        const Smi::Type type = one.type();
        const QString syntax = theirs.value(QStringLiteral("SYNTAX"));
        same(one, "SYNTAX", baseWord(type.base()), baseWord(syntax));
        same(one, "names", namesOf(type), syntax.section(u'{', 1).section(u'}', 0, 0));
        // net-snmp prints a wrong size of an Opaque.
        if (!type.hasNames() && type.base() != Base::Opaque)
            same(one, "ranges", rangesOf(type), syntax.section(u'(', 1).section(u')', 0, 0));
        same(one, "HINT", QString::fromUtf8(type.hint().data(), qsizetype(type.hint().size())),
             unquoted(theirs.value(QStringLiteral("DISPLAY-HINT"))));
        if (const QString convention = theirs.value(QStringLiteral("-- TEXTUAL CONVENTION"));
            !convention.isEmpty())
            same(one, "convention", type.name(), convention);
    }

    std::shared_ptr<const Smi::Snapshot> m_tree;
};

QTEST_GUILESS_MAIN(BundledTreeTest)
#include "snmpbundledtree.moc"
