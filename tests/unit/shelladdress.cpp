// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/shelladdress.h"
#include "core/pty/foreground.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace Portolan;
using Pty::ShellAddress;

class ShellAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandSurvivesBeingAnAddress_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("folder");
        QTest::newRow("own shell") << QStringList{} << QString();
        QTest::newRow("own shell in a folder") << QStringList{} << QStringLiteral("/var/log");
        QTest::newRow("arguments")
            << QStringList{QStringLiteral("top"), QStringLiteral("-d"), QStringLiteral("5")}
            << QString();
        QTest::newRow("nasty arguments")
            << QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                           QStringLiteral("echo \"a&b=c+d%20;#?\" | grep 가 > '/tmp/x y'"),
                           QString(), QStringLiteral("two\nlines\t%")}
            << QStringLiteral("/tmp/한글 폴더/a&b");
    }
    void everyCommandSurvivesBeingAnAddress()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QString, folder);
        const ShellAddress launch{command, folder};
        const QString url = launch.toAddress().toString();
        const auto parsed = parseAddress(url);
        QVERIFY2(parsed, qPrintable(url));
        const auto read = ShellAddress::read(parsed->address);
        QVERIFY2(read, qPrintable(url));
        QCOMPARE(read->command, command);
        QCOMPARE(read->workingDirectory, folder);
    }

    void whatIsNoLocalShellIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("another host") << QStringLiteral("shell://example.org");
        QTest::newRow("a user") << QStringLiteral("shell://root@localhost");
        QTest::newRow("a port") << QStringLiteral("shell://localhost:22");
        QTest::newRow("a path") << QStringLiteral("shell://localhost/bin/sh");
        QTest::newRow("an unknown option") << QStringLiteral("shell://localhost?exec=ls");
        QTest::newRow("arguments alone") << QStringLiteral("shell://localhost?arg=ls");
    }
    void whatIsNoLocalShellIsRefused()
    {
        QFETCH(const QString, url);
        const auto parsed = parseAddress(url);
        QVERIFY(parsed);
        const auto read = ShellAddress::read(parsed->address);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Usage);
    }

    void theFolderOfAProcessIsKnown()
    {
        const qint64 own = QCoreApplication::applicationPid();
        if (!QDir(QStringLiteral("/proc/self")).exists())
            QSKIP("no /proc here");
        QCOMPARE(Pty::workingDirectoryOf(own), QDir::currentPath());
        QVERIFY(Pty::workingDirectoryOf(0).isEmpty());
        QVERIFY(!Pty::foregroundOf(0));
        QVERIFY(!Pty::foregroundOf(-7));
    }
};

QTEST_GUILESS_MAIN(ShellAddressTest)
#include "shelladdress.moc"
