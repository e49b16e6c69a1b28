// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lookup.h"

#include <QHostInfo>
#include <QTest>

using namespace Portolan;

class NetLookupTest : public QObject
{
    Q_OBJECT

    static QHostInfo failed(const char *name)
    {
        QHostInfo info;
        info.setHostName(QString::fromLatin1(name));
        info.setError(QHostInfo::HostNotFound);
        return info;
    }

private Q_SLOTS:
    void whatTheSystemSaysCounts()
    {
        QHostInfo info;
        info.setHostName(QStringLiteral("localhost"));
        info.setAddresses({QHostAddress(QStringLiteral("192.0.2.7"))});
        QCOMPARE(Net::addressesOf(info), info.addresses());
    }

    void localhostIsTheLoopbackWhereTheSystemDoesNotKnowIt()
    {
        const QList<QHostAddress> loopback{QHostAddress(QHostAddress::LocalHost),
                                           QHostAddress(QHostAddress::LocalHostIPv6)};
        for (const char *name : {"localhost", "LocalHost.", "lab.localhost", "a.b.localhost."})
            QCOMPARE(Net::addressesOf(failed(name)), loopback);
    }

    void noOtherNameIs()
    {
        for (const char *name : {"", ".", "nobody.invalid", "mylocalhost", "localhost.example"})
            QVERIFY2(Net::addressesOf(failed(name)).isEmpty(), name);
    }
};

QTEST_APPLESS_MAIN(NetLookupTest)
#include "netlookup.moc"
