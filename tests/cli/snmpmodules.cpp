// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int kDeadline = 60'000;

QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : lines.split('\n'))
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    return all;
}

QString value(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toVariant().toString();
}

} // namespace

class SnmpModulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        write("good.mib", "GOOD-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\n"
                          "good OBJECT IDENTIFIER ::= { enterprises 42 }\nEND\n");
    }

    void namesAndOidsAreTranslatedOnAFreshInstall()
    {
        const auto out = run({QStringLiteral("translate"), QStringLiteral("ifOperStatus.3"),
                              QStringLiteral("1.3.6.1.2.1.4.22.1.2.2.10.0.0.1"),
                              QStringLiteral("IF-MIB::linkDown")});
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(out.size(), 4);
        QCOMPARE(value(out[0], "oid"), QStringLiteral("1.3.6.1.2.1.2.2.1.8.3"));
        QCOMPARE(value(out[0], "name"), QStringLiteral("IF-MIB::ifOperStatus.3"));
        QCOMPARE(value(out[0], "kind"), QStringLiteral("column"));
        QCOMPARE(value(out[0], "instance"), QStringLiteral("3"));
        QCOMPARE(out[0].value(QStringLiteral("names")).toArray().size(), 7);
        QCOMPARE(value(out[1], "name"),
                 QStringLiteral("IP-MIB::ipNetToMediaPhysAddress.2.10.0.0.1"));
        const QJsonArray index = out[1].value(QStringLiteral("index")).toArray();
        QCOMPARE(value(index[1].toObject(), "text"), QStringLiteral("10.0.0.1"));
        QCOMPARE(value(out[2], "oid"), QStringLiteral("1.3.6.1.6.3.1.1.5.3"));
        QCOMPARE(out[2].value(QStringLiteral("objects")).toArray().size(), 3);
        QCOMPARE(value(out[3], "type"), QStringLiteral("summary"));
    }

    void tablesTellTheirIndexAndTypesWhatTheyAre()
    {
        const auto out =
            run({QStringLiteral("translate"), QStringLiteral("vacmViewTreeFamilyTable"),
                 QStringLiteral("ifXEntry"), QStringLiteral("snmpTargetAddrTDomain"),
                 QStringLiteral("SNMPv2-TC::TruthValue")});
        QCOMPARE(m_exitCode, 0);
        const QJsonArray index = out[0].value(QStringLiteral("index")).toArray();
        QCOMPARE(index.size(), 2);
        QCOMPARE(value(index[1].toObject(), "name"), QStringLiteral("vacmViewTreeFamilySubtree"));
        QCOMPARE(value(index[1].toObject(), "implied"), QStringLiteral("false"));
        QCOMPARE(out[0].value(QStringLiteral("columns")).toArray().size(), 6);
        QCOMPARE(value(out[1], "augments"), QStringLiteral("IF-MIB::ifEntry"));
        QCOMPARE(value(out[1].value(QStringLiteral("index")).toArray()[0].toObject(), "name"),
                 QStringLiteral("ifIndex"));
        QCOMPARE(value(out[2].value(QStringLiteral("index")).toArray()[0].toObject(), "implied"),
                 QStringLiteral("true"));
        QCOMPARE(value(out[3], "kind"), QStringLiteral("textual-convention"));
        QCOMPARE(out[3].value(QStringLiteral("names")).toArray().size(), 2);
        (void)run({QStringLiteral("translate"), QStringLiteral("ifIndex"),
                   QStringLiteral("--mib-dir"), m_home->filePath(QStringLiteral("none"))});
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(value(objects(m_errors).value(0), "type"), QStringLiteral("warning"));
    }

    void aFolderOfOnesOwnIsReadToo()
    {
        const auto out = run({QStringLiteral("translate"), QStringLiteral("--mib-dir"),
                              m_home->path(), QStringLiteral("good.7")});
        QCOMPARE(value(out.value(0), "oid"), QStringLiteral("1.3.6.1.4.1.42.7"));
        QCOMPARE(value(out.value(0), "file"), m_home->filePath(QStringLiteral("good.mib")));
    }

    void aNameThatNobodyDefinesIsAnError()
    {
        const auto out = run({QStringLiteral("translate"), QStringLiteral("no-such-name"),
                              QStringLiteral("sysDescr.0")});
        QCOMPARE(m_exitCode, 2);
        QCOMPARE(value(out.value(0), "query"), QStringLiteral("sysDescr.0")); // the others go on
        QCOMPARE(value(objects(m_errors).value(0), "kind"), QStringLiteral("usage"));
    }

    void everyModuleIsJudgedWithPlaceAndMissingSymbol()
    {
        write("sub/bad.mib", "BAD-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI\n"
                             "  fooRoot, FooType FROM FOO-MIB\n  gone FROM GOOD-MIB;\n"
                             "a OBJECT IDENTIFIER ::= { fooRoot 1 }\n"
                             "b OBJECT IDENTIFIER ::= { enterprises 43 }\nEND\n");
        write("page.html", "<html><body>404</body></html>");
        write("copy.mib", "GOOD-MIB DEFINITIONS ::= BEGIN END\n");
        const auto out = run({QStringLiteral("mib"), QStringLiteral("check"), m_home->path()});
        QCOMPARE(m_exitCode, 1);
        QMap<QString, QJsonObject> byFile;
        for (const QJsonObject &each : out)
            byFile.insert(QDir(m_home->path()).relativeFilePath(value(each, "file")), each);
        const QJsonObject bad = byFile.value(QStringLiteral("sub/bad.mib"));
        QCOMPARE(value(bad, "state"), QStringLiteral("partly"));
        QCOMPARE(value(bad, "lost"), QStringLiteral("1"));
        const QJsonArray missing = bad.value(QStringLiteral("missing")).toArray();
        QCOMPARE(missing.size(), 2);
        QCOMPARE(value(missing[0].toObject(), "module"), QStringLiteral("FOO-MIB"));
        QCOMPARE(value(missing[0].toObject(), "line"), QStringLiteral("3"));
        QCOMPARE(missing[0].toObject().value(QStringLiteral("symbols")).toArray(),
                 (QJsonArray{QStringLiteral("fooRoot"), QStringLiteral("FooType")}));
        QCOMPARE(value(missing[1].toObject(), "module_present"), QStringLiteral("true"));
        QCOMPARE(value(byFile.value(QStringLiteral("good.mib")), "state"),
                 QStringLiteral("loaded"));
        QCOMPARE(value(byFile.value(QStringLiteral("copy.mib")), "state"),
                 QStringLiteral("shadowed"));
        const QJsonObject page = byFile.value(QStringLiteral("page.html"));
        QCOMPARE(value(page, "state"), QStringLiteral("not_loaded"));
        QVERIFY(value(page.value(QStringLiteral("diagnostics")).toArray()[0].toObject(), "text")
                    .contains(QStringLiteral("web page")));
        const QJsonObject summary = out.last();
        QCOMPARE(value(summary, "modules"), QStringLiteral("3"));
        QCOMPARE(value(summary, "loaded"), QStringLiteral("1"));
        QCOMPARE(value(summary, "not_modules"), QStringLiteral("1"));
        QVERIFY(summary.value(QStringLiteral("seconds")).toDouble() > 0);
    }

    void aFolderInOrderIsDoneWithZero()
    {
        (void)run({QStringLiteral("mib"), QStringLiteral("check"), m_home->path()});
        QCOMPARE(m_exitCode, 0);
    }

    void whatIsNoModuleIsAnErrorWhereOneWasMeant()
    {
        write("README", "What these files are for.\n");
        auto out = run({QStringLiteral("mib"), QStringLiteral("check"), m_home->path()});
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(value(out.last(), "not_modules"), QStringLiteral("1"));
        // Named, it was meant.
        (void)run({QStringLiteral("mib"), QStringLiteral("check"),
                   m_home->filePath(QStringLiteral("README"))});
        QCOMPARE(m_exitCode, 1);
        write("saved.mib", "<html><body>404</body></html>");
        out = run({QStringLiteral("mib"), QStringLiteral("check"), m_home->path()});
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(value(out.last(), "errors"), QStringLiteral("1"));
    }

    void aFolderThatIsNotThereIsSaid()
    {
        (void)run({QStringLiteral("mib"), QStringLiteral("check"),
                   m_home->filePath(QStringLiteral("none"))});
        QCOMPARE(m_exitCode, 8);
        QCOMPARE(value(objects(m_errors).value(0), "kind"), QStringLiteral("local"));
    }

private:
    void write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_home->filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    QList<QJsonObject> run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PORTOLAN_HOME"), m_cache.path());
        environment.remove(QStringLiteral("MIBDIRS"));
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      QStringList{QStringLiteral("--json"), QStringLiteral("--lang"),
                                  QStringLiteral("en"), QStringLiteral("snmp")} +
                          arguments);
        process.closeWriteChannel();
        m_exitCode = process.waitForFinished(kDeadline) ? process.exitCode() : -1;
        m_errors = process.readAllStandardError();
        return objects(process.readAllStandardOutput());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QTemporaryDir m_cache;
    QByteArray m_errors;
    int m_exitCode = -1;
};

QTEST_GUILESS_MAIN(SnmpModulesTest)
#include "snmpmodules.moc"
