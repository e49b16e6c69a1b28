// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/mibs/bundledmibs.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Portolan::Snmp;

class BundledMibsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModuleIsInTheProgram()
    {
        const QStringList names = bundledModuleNames();
        QVERIFY(names.size() >= 83);
        for (const QString &name : names) {
            const QByteArray text = bundledModuleText(name);
            QVERIFY2(text.startsWith("-- SPDX-License-Identifier: GPL-3.0-or-later\n"),
                     qPrintable(name));
            QVERIFY2(text.contains(QByteArray('\n' + name.toLatin1() + " DEFINITIONS ::= BEGIN\n")),
                     qPrintable(name));
            QVERIFY2(text.endsWith("\nEND\n"), qPrintable(name));
        }
        for (const char *usual : {"SNMPv2-MIB", "IF-MIB", "IP-MIB", "HOST-RESOURCES-MIB",
                                  "ENTITY-MIB", "Q-BRIDGE-MIB", "LLDP-MIB", "RMON-MIB", "UPS-MIB",
                                  "Printer-MIB", "UCD-SNMP-MIB", "NET-SNMP-AGENT-MIB"})
            QVERIFY2(names.contains(QLatin1String(usual)), usual);
        QVERIFY(bundledModuleText(QStringLiteral("NO-SUCH-MIB")).isEmpty());
        QVERIFY(bundledModuleText(QStringLiteral("../mibs/IF-MIB")).isEmpty());
    }

    void importsComeFromModulesThatAreThere()
    {
        const QStringList names = bundledModuleNames();
        static const QRegularExpression from(QStringLiteral("\\bFROM\\s+([A-Za-z0-9-]+)"));
        for (const QString &name : names) {
            const QString text = QString::fromUtf8(bundledModuleText(name));
            for (auto found = from.globalMatch(text); found.hasNext();) {
                const QString module = found.next().captured(1);
                QVERIFY2(names.contains(module),
                         qPrintable(name + QStringLiteral(" imports from ") + module));
            }
        }
    }

    void everyDescribedNameIsDefinedInItsModule()
    {
        const QList<BundledDescription> &all = bundledDescriptions();
        QVERIFY(all.size() >= 800);
        static const QRegularExpression definition(
            QStringLiteral("\\n(\\S+) (?:OBJECT-TYPE|NOTIFICATION-TYPE|OBJECT "
                           "IDENTIFIER|OBJECT-IDENTITY|MODULE-IDENTITY)\\b"));
        QSet<QString> defined;
        for (const QString &module : bundledModuleNames())
            for (auto found = definition.globalMatch(QString::fromUtf8(bundledModuleText(module)));
                 found.hasNext();)
                defined.insert(module + QStringLiteral("::") + found.next().captured(1));
        QSet<QString> seen;
        for (const BundledDescription &one : all) {
            QVERIFY2(!seen.contains(one.name), qPrintable(one.name));
            seen.insert(one.name);
            QVERIFY2(defined.contains(one.name), qPrintable(one.name));
            const QStringList parts = one.name.split(QStringLiteral("::"));
            QCOMPARE(parts.size(), 2);
            QCOMPARE(bundledDescription(parts[0], parts[1]), &one);
        }
    }

    void bothLanguagesSaySomething()
    {
        static const QRegularExpression hangul(QStringLiteral("[\\x{AC00}-\\x{D7A3}]"));
        // A sentence ends politely in Korean: 합니다체, or a noun before the stop is not one.
        static const QRegularExpression polite(QStringLiteral("(니다|시오)\\.$"));
        for (const BundledDescription &one : bundledDescriptions()) {
            QVERIFY2(one.english.size() >= 10 && one.english.endsWith(u'.'), qPrintable(one.name));
            QVERIFY2(!one.english.contains(hangul), qPrintable(one.name));
            QVERIFY2(one.korean.contains(hangul) && one.korean.contains(polite),
                     qPrintable(one.name));
            QCOMPARE(one.english, one.english.simplified());
            QCOMPARE(one.korean, one.korean.simplified());
        }
    }

    void aDescriptionIsFoundUnderItsOldModuleToo()
    {
        const BundledDescription *now =
            bundledDescription(QStringLiteral("IF-MIB"), QStringLiteral("ifInDiscards"));
        QVERIFY(now);
        QCOMPARE(bundledDescription(QStringLiteral("RFC1213-MIB"), QStringLiteral("ifInDiscards")),
                 now);
        QVERIFY(!bundledDescription(QStringLiteral("ACME-MIB"), QStringLiteral("ifInDiscards")));
        QVERIFY(!bundledDescription(QStringLiteral("RFC1213-MIB"), QStringLiteral("noSuchObject")));
        QCOMPARE(now->in(QStringLiteral("ko_KR")), now->korean);
        QCOMPARE(now->in(QStringLiteral("en")), now->english);
        QCOMPARE(now->in(QStringLiteral("fr_FR")), now->english);
    }
};

QTEST_GUILESS_MAIN(BundledMibsTest)
#include "snmpbundledmibs.moc"
