// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/modulefolders.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/search.h"
#include "tests/unit/smifixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Portolan;
using namespace Portolan::Snmp;
using namespace Portolan::Snmp::Smi;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray numbered(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "M" + n + "-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\nname" + n +
           " OBJECT IDENTIFIER ::= { enterprises " + n + " } END\n";
}

} // namespace

class SmiLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        for (int i = 1; i <= 40; ++i)
            write(m_home->filePath(QStringLiteral("mibs/d%1/M%2-MIB.my").arg(i % 4).arg(i)),
                  numbered(i));
        write(m_home->filePath(QStringLiteral("mibs/.index")), "x");
        write(m_home->filePath(QStringLiteral("mibs/M1-MIB.my~")), "x");
        m_request = {};
        m_request.folders = QStringList{m_home->filePath(QStringLiteral("mibs"))};
        m_request.withBundled = false;
        m_request.cache = m_home->filePath(QStringLiteral("cache/modules.bin"));
    }

    void foldersAreReadWithWhatIsBelowThem()
    {
        const auto loaded = loadModules(m_request);
        QVERIFY(loaded);
        QCOMPARE(loaded->files, 40);
        QCOMPARE(oidOf(loaded->snapshot, "name40"), QStringLiteral("1.3.6.1.4.1.40"));
        QCOMPARE(told(loaded->snapshot, true), QStringList());
        LoadRequest one = m_request;
        one.folders = QStringList{m_home->filePath(QStringLiteral("mibs/d1/M5-MIB.my")),
                                  m_home->filePath(QStringLiteral("gone"))};
        one.cache.clear();
        const auto single = loadModules(one);
        QCOMPARE(single->files, 1);
        QCOMPARE(single->missing.size(), 1);
    }

    void aSecondStartComesFromTheCacheAndIsTheSame()
    {
        const auto first = loadModules(m_request);
        QVERIFY(!first->isFromCache);
        const auto second = loadModules(m_request);
        QVERIFY(second->isFromCache);
        QCOMPARE(second->snapshot->nodeCount(), first->snapshot->nodeCount());
        for (std::uint32_t i = 0; i < first->snapshot->definitionCount(); ++i) {
            const Definition a = first->snapshot->definition(i);
            const Definition b = second->snapshot->definition(i);
            QCOMPARE(a.qualifiedName(), b.qualifiedName());
            QCOMPARE(a.oid(), b.oid());
        }
        QCOMPARE(second->snapshot->files().size(), first->snapshot->files().size());
    }

    void aChangedFileIsSeen()
    {
        (void)loadModules(m_request);
        const QByteArray before = fingerprintOf(m_request);
        write(m_home->filePath(QStringLiteral("mibs/d1/M1-MIB.my")), numbered(4711));
        QVERIFY(fingerprintOf(m_request) != before);
        const auto changed = loadModules(m_request);
        QVERIFY(!changed->isFromCache);
        QCOMPARE(oidOf(changed->snapshot, "name4711"), QStringLiteral("1.3.6.1.4.1.4711"));
        QVERIFY(QFile::remove(m_home->filePath(QStringLiteral("mibs/d2/M2-MIB.my"))));
        QVERIFY(!loadModules(m_request)->isFromCache);
        QVERIFY(loadModules(m_request)->isFromCache);
    }

    void aDamagedCacheIsNotUsed()
    {
        (void)loadModules(m_request);
        QFile file(m_request.cache);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        // Cut, and one bit turned, at places all over the file.
        for (qsizetype at = 0; at < whole.size(); at += 1 + whole.size() / 97) {
            write(m_request.cache, whole.left(at));
            QVERIFY(!TableStore::load(m_request.cache, fingerprintOf(m_request)));
            QByteArray bent = whole;
            bent[at] = static_cast<char>(bent[at] ^ 0x10);
            write(m_request.cache, bent);
            QVERIFY(!TableStore::load(m_request.cache, fingerprintOf(m_request)));
        }
        const auto again = loadModules(m_request);
        QVERIFY(again && !again->isFromCache);
        QVERIFY(loadModules(m_request)->isFromCache);
        QVERIFY(!TableStore::load(m_request.cache, QByteArray(32, 'x')));
    }

    void aCacheThatCannotBeWrittenDoesNotMatter()
    {
        m_request.cache = QStringLiteral("/proc/none/modules.bin");
        QVERIFY(loadModules(m_request));
    }

    void loadingCanBeTakenBack()
    {
        std::stop_source stop;
        m_request.stop = stop.get_token();
        m_request.threads = 1;
        m_request.progress = [&](int done, int) {
            if (done == 3)
                stop.request_stop();
        };
        const auto loaded = loadModules(m_request);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(m_request.cache));
    }

    void anyNumberOfThreadsGivesTheSame()
    {
        m_request.cache.clear();
        QByteArray before;
        for (const unsigned threads : {1U, 2U, 7U}) {
            m_request.threads = threads;
            std::atomic<int> most = 0;
            m_request.progress = [&](int done, int total) {
                QVERIFY(done <= total);
                int seen = most;
                while (seen < done && !most.compare_exchange_weak(seen, done)) {
                }
            };
            const auto loaded = loadModules(m_request);
            QCOMPARE(most.load(), 40);
            QByteArray names;
            for (std::uint32_t i = 0; i < loaded->snapshot->definitionCount(); ++i)
                names += loaded->snapshot->definition(i).qualifiedName().toUtf8() + ' ';
            QVERIFY(before.isEmpty() || before == names);
            before = names;
        }
    }

    void aFolderThatLeadsToItselfEnds()
    {
#ifndef Q_OS_WIN
        QVERIFY(QFile::link(m_home->filePath(QStringLiteral("mibs")),
                            m_home->filePath(QStringLiteral("mibs/d1/again"))));
#endif
        QCOMPARE(loadModules(m_request)->files, 40);
    }

    void theFoldersOfOtherProgramsAreFound()
    {
        const QString root = m_home->path();
        for (const char *each : {"/usr/share/snmp/mibs", "/var/lib/mibs/ietf", "/home/u/.snmp/mibs",
                                 "/srv/mibs", "/usr/share/mibs"})
            QVERIFY(QDir().mkpath(QString(root + QLatin1String(each))));
        const QStringList found = systemModuleFolders(
            root, QString(root + QStringLiteral("/home/u")), QStringLiteral("+/srv/mibs:/nowhere"));
        QStringList expected;
        for (const char *each : {"/srv/mibs", "/home/u/.snmp/mibs", "/usr/share/snmp/mibs",
                                 "/usr/share/mibs", "/var/lib/mibs"})
            expected.append(QString(root + QLatin1String(each)));
#ifndef Q_OS_WIN
        QCOMPARE(found, expected);
#endif
    }

    void theBundledModulesLoadWithoutAComplaint()
    {
        LoadRequest bundled;
        const auto loaded = loadModules(bundled);
        QVERIFY(loaded);
        QCOMPARE(told(loaded->snapshot), QStringList());
        for (const Module &each : loaded->snapshot->modules())
            QVERIFY2(each.state() == ModuleState::Loaded, qPrintable(each.name()));
        const Snapshot &s = *loaded->snapshot;
        QVERIFY(s.modules().size() >= bundledModuleNames().size());
        QCOMPARE(s.nameOf({1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3}),
                 QStringLiteral("IF-MIB::ifOperStatus.3"));
        QCOMPARE(s.definition(u"ifOperStatus").type().nameOf(7), QStringLiteral("lowerLayerDown"));
        QCOMPARE(s.definition(u"ifPhysAddress").type().hint(), std::string_view("1x:"));
        QCOMPARE(s.definition(u"linkDown").objects().size(), 3);
    }

    void aFileOfAPersonsGoesBeforeABundledOneOfTheSameDate()
    {
        QByteArray own = bundledModuleText(QStringLiteral("IF-MIB"));
        own.replace("ifNumber OBJECT-TYPE", "ifNumberOfMine OBJECT-TYPE");
        write(m_home->filePath(QStringLiteral("mibs/IF-MIB.txt")), own);
        m_request.withBundled = true;
        m_request.cache.clear();
        const auto mine = loadModules(m_request);
        QVERIFY(mine->snapshot->definition(u"IF-MIB::ifNumberOfMine"));
        QVERIFY(!mine->snapshot->module(u"IF-MIB").isBundled());
        // Broken, it does not.
        own.replace("ifNumberOfMine OBJECT-TYPE", "ifNumberOfMine OBJECT-TYPE @@ ::= ::=");
        write(m_home->filePath(QStringLiteral("mibs/IF-MIB.txt")), own);
        const auto broken = loadModules(m_request);
        QVERIFY(broken->snapshot->module(u"IF-MIB").isBundled());
        QVERIFY(broken->snapshot->definition(u"ifNumber"));
    }

    void searchingFindsByNameOidUnitsModuleAndDescription()
    {
        const auto s = load(module(
            "fooStatus OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory DESCRIPTION "
            "\"How the Widget is\" ::= { root 1 }\n"
            "fooStatusText OBJECT-TYPE SYNTAX INTEGER UNITS \"furlongs\" ACCESS read-only STATUS "
            "mandatory DESCRIPTION \"words\" ::= { root 2 }\n"
            "barFoostatus OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory DESCRIPTION "
            "\"\xEC\x83\x81\xED\x83\x9C\" ::= { root 3 }\n"
            "myFooStatus OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory ::= { root 4 "
            "}\n"));
        const auto names = [&](const QString &query) {
            QStringList found;
            for (const SearchHit &hit : search(*s, query).hits)
                found.append(hit.definition.name());
            return found.join(QLatin1Char(' '));
        };
        QCOMPARE(names(QStringLiteral("fooStatus")),
                 QStringLiteral("fooStatus fooStatusText myFooStatus barFoostatus"));
        QCOMPARE(names(QStringLiteral("FOOSTATUS widget")), QStringLiteral("fooStatus"));
        QCOMPARE(names(QStringLiteral("furlong")), QStringLiteral("fooStatusText"));
        QCOMPARE(names(QString::fromUtf8("상태")), QStringLiteral("barFoostatus"));
        QCOMPARE(names(QStringLiteral("test-mib::myfoo")), QStringLiteral("myFooStatus"));
        QCOMPARE(names(QStringLiteral("1.3.6.1.4.1.42.2")), QStringLiteral("fooStatusText"));
        QCOMPARE(search(*s, u"1.3.6.1.4.1.42").found, 5);
        QCOMPARE(names(QStringLiteral("1.3.6.1.4.1.42.1.0")), QStringLiteral("fooStatus"));
        QCOMPARE(names(QStringLiteral("nothing of that")), QString());
        QCOMPARE(names(QString()), QString());
        const SearchResult limited = search(*s, u"foo", 2);
        QCOMPARE(limited.hits.size(), 2);
        QCOMPARE(limited.found, 4);
        QCOMPARE(search(*s, u"widget").hits.first().field, SearchHit::Field::Description);
    }

    void theLibraryIsSwappedWhileOthersRead()
    {
        ModuleLibrary library;
        QVERIFY(library.current()->resolve(u"enterprises"));
        const auto one = load({{"a", numbered(1).toStdString()}});
        const auto two = load({{"b", numbered(2).toStdString()}});
        std::atomic<bool> stop = false;
        std::atomic<int> wrong = 0;
        {
            std::jthread reader([&] {
                while (!stop) {
                    const auto s = library.current();
                    const bool first = bool(s->definition(u"name1"));
                    const bool second = bool(s->definition(u"name2"));
                    if (first && second)
                        ++wrong;
                }
            });
            for (int i = 0; i < 2000; ++i)
                library.replace(i % 2 == 0 ? one : two);
            stop = true;
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(library.current() == two);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    LoadRequest m_request;
};

QTEST_GUILESS_MAIN(SmiLoaderTest)
#include "smiloader.moc"
