// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/address.h"

#include <QTest>

using namespace Portolan;

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfAnAddressAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("written");
        QTest::newRow("full") << "ssh://ops@bastion:2222"
                              << "ops"
                              << "bastion" << 2222 << "ssh://ops@bastion:2222";
        QTest::newRow("no port") << "ssh://ops@bastion"
                                 << "ops"
                                 << "bastion" << 0 << "ssh://ops@bastion";
        QTest::newRow("bare") << "ops@bastion:2222"
                              << "ops"
                              << "bastion" << 2222 << "ssh://ops@bastion:2222";
        QTest::newRow("bare host") << "  bastion "
                                   << ""
                                   << "bastion" << 0 << "ssh://bastion";
        QTest::newRow("IPv6") << "ssh://ops@[2001:db8::1]:22"
                              << "ops"
                              << "2001:db8::1" << 22 << "ssh://ops@[2001:db8::1]:22";
        QTest::newRow("bare IPv6") << "ops@2001:db8::1"
                                   << "ops"
                                   << "2001:db8::1" << 0 << "ssh://ops@[2001:db8::1]";
        QTest::newRow("user with at sign") << "ssh://ops%40corp@bastion"
                                           << "ops@corp"
                                           << "bastion" << 0 << "ssh://ops%40corp@bastion";
    }
    void partsOfAnAddressAreFound()
    {
        QFETCH(QString, text);
        const auto parsed = parseAddress(text, QStringLiteral("ssh"));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what));
        QTEST(parsed->address.user, "user");
        QTEST(parsed->address.host, "host");
        QTEST(int(parsed->address.port), "port");
        QTEST(parsed->address.toString(), "written");
        QVERIFY(!parsed->password);
    }

    void aPasswordIsTakenOutOfTheAddress()
    {
        const auto parsed = parseAddress(QStringLiteral("ssh://ops:pa%3Ass@bastion"));
        QVERIFY(parsed);
        QVERIFY(parsed->password);
        QCOMPARE(parsed->password->reveal(), std::string_view("pa:ss"));
        QCOMPARE(parsed->address.toString(), QStringLiteral("ssh://ops@bastion"));
        QCOMPARE(parsed->address.display(), QStringLiteral("ops@bastion"));
    }

    void badAddressesAreUsageErrorsThatKeepThePasswordOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("spaces only") << "   ";
        QTest::newRow("no host") << "ssh://ops:hunter2@";
        QTest::newRow("port 0") << "ssh://ops:hunter2@bastion:0";
        QTest::newRow("port too large") << "ssh://ops:hunter2@bastion:70000";
        QTest::newRow("space inside") << "ssh://ops:hunter2@bas tion";
        QTest::newRow("line break") << "ssh://bastion\nrm";
        QTest::newRow("encoded line break") << "ssh://ops%0d%0a@bastion";
        QTest::newRow("broken brackets") << "ssh://[::1";
    }
    void badAddressesAreUsageErrorsThatKeepThePasswordOut()
    {
        QFETCH(QString, text);
        const auto parsed = parseAddress(text, QStringLiteral("ssh"));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, Error::Kind::Usage);
        QVERIFY(!parsed.error().what.isEmpty());
        QVERIFY(!parsed.error().what.contains(QStringLiteral("hunter2")));
        QVERIFY(!parsed.error().detail.contains(QStringLiteral("hunter2")));
    }
};

QTEST_GUILESS_MAIN(AddressTest)
#include "address.moc"
