// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/snmpaddress.h"

#include <QTest>

using namespace Portolan;
using namespace Portolan::Snmp;
using namespace std::chrono_literals;

namespace {

Result<AgentAddress> read(const QString &text)
{
    const auto parsed = parseAddress(text, QStringLiteral("snmp"));
    if (!parsed)
        return tl::unexpected(parsed.error());
    return agentAddress(parsed->address);
}

} // namespace

class SnmpAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostAloneIsVersion2()
    {
        const auto address = read(QStringLiteral("switch"));
        QVERIFY(address.has_value());
        QCOMPARE(address->target.host, QStringLiteral("switch"));
        QCOMPARE(address->target.port, quint16(161));
        QCOMPARE(address->target.version, Version::V2c);
        QVERIFY(address->community.isEmpty());
    }

    void theUserPartIsACommunityAndIsNotWrittenAgain()
    {
        const auto address = read(QStringLiteral("snmp://s3cret@10.0.0.1:1161?version=1"));
        QVERIFY(address.has_value());
        QCOMPARE(address->community.reveal(), std::string_view("s3cret"));
        QCOMPARE(address->target.version, Version::V1);
        QVERIFY(!addressOf(address->target).toString().contains(QLatin1String("s3cret")));
        QCOMPARE(address->target.display(), QStringLiteral("10.0.0.1:1161"));
    }

    void ipv6AndPathAreRfc4088()
    {
        const auto address =
            read(QStringLiteral("snmp://ops@[2001:db8::1]:1161/bridge1;800002b804616263/"
                                "1.3.6.1.2.1.1.3.0?version=3&auth=SHA-512&priv=AES-256-C"));
        QVERIFY2(address.has_value(), qPrintable(address ? QString() : address.error().what));
        QCOMPARE(address->target.host, QStringLiteral("2001:db8::1"));
        QCOMPARE(address->target.user, QStringLiteral("ops"));
        QCOMPARE(address->target.context, QStringLiteral("bridge1"));
        QCOMPARE(address->target.contextEngineId, QByteArray::fromHex("800002b804616263"));
        QCOMPARE(address->object, QStringLiteral("1.3.6.1.2.1.1.3.0"));
        QCOMPARE(address->target.level, Level::AuthPriv);
        QCOMPARE(address->target.authProtocol, AuthProtocol::Sha512);
        QCOMPARE(address->target.privProtocol, PrivProtocol::Aes256C);
    }

    void whatIsWrittenIsReadTheSame()
    {
        for (const char *text :
             {"snmp://h", "snmp://h:1?version=1&transport=tcp",
              "snmp://u@h?version=3&level=authNoPriv&auth=MD5",
              "snmp://u@h?version=3&auth=SHA-224&priv=DES&context=a%20%EB%B0%A9",
              "snmp://u@h?version=3&level=noAuthNoPriv&context_engine=0x8000000001",
              "snmp://h?timeout=0.5&retries=7&repetitions=60&most_repetitions=80&inflight=3&"
              "bulk=no",
              "snmp://h?transport=tcp&via=ssh://gate"}) {
            const auto first = read(QString::fromLatin1(text));
            QVERIFY2(first.has_value(), text);
            const auto again = read(addressOf(first->target).toString());
            QVERIFY2(again.has_value(), text);
            QVERIFY2(again->target == first->target, text);
        }
        QCOMPARE(read(QStringLiteral("h?timeout=0.5"))->target.timeout, 500ms);
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *text, Error::Kind kind = Error::Kind::Usage) {
            QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(kind);
        };
        row("https://h");
        row("snmp://h?colour=red");
        row("snmp://h?version=4");
        row("snmp://h?auth=SHA-256");
        row("snmp://h?context=x");
        row("snmp://h?version=3&auth=SHA-256");
        row("snmp://u@h?version=3&auth=ROT13");
        row("snmp://u@h?version=3&context_engine=12");
        row("snmp://h?retries=-1");
        row("snmp://h?timeout=0");
        row("snmp://h?timeout=nan");
        row("snmp://h?timeout=");
        row("snmp://h?inflight=1000");
        row("snmp://h?bulk=maybe");
        row("snmp://h/;zz/1.3");
        row("snmp://a-name-that-is-longer-than-the-32-bytes-of-rfc-3414@h?version=3");
        row("snmp://h?via=ssh://gate", Error::Kind::Unsupported);
    }
    void whatCannotBeMeantIsRefused()
    {
        QFETCH(const QString, text);
        QFETCH(const int, kind);
        const auto address = read(text);
        QVERIFY(!address);
        QCOMPARE(static_cast<int>(address.error().kind), kind);
        QVERIFY(!address.error().what.isEmpty());
    }

    void algorithmsAreUnderstoodAsPeopleWriteThem()
    {
        QCOMPARE(authProtocolOf(QStringLiteral("sha")), AuthProtocol::Sha1);
        QCOMPARE(authProtocolOf(QStringLiteral("SHA256")), AuthProtocol::Sha256);
        QCOMPARE(authProtocolOf(QStringLiteral("SHA2_512")), AuthProtocol::Sha512);
        QCOMPARE(privProtocolOf(QStringLiteral("aes_256 cisco")), PrivProtocol::Aes256C);
        QCOMPARE(levelOf(QStringLiteral("priv")), Level::AuthPriv);
        QCOMPARE(privProtocolOf(QStringLiteral("aes256c")), PrivProtocol::Aes256C);
        QCOMPARE(privProtocolOf(QStringLiteral("AES")), PrivProtocol::Aes128);
        QVERIFY(!privProtocolOf(QStringLiteral("3DES")));
    }
};

QTEST_APPLESS_MAIN(SnmpAddressTest)
#include "snmpaddress.moc"
