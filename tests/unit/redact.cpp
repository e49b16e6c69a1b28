// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redact.h"

#include <QTest>

using namespace Portolan;

class RedactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("to ssh://ops:hunter2@bastion:22/ now", "to ssh://ops:***@bastion:22/ now");
        row("smtp://a:p@ss:w@mail", "smtp://a:***@mail");
        row("http://:pw@host/x@y:z", "http://:***@host/x@y:z");
        row("snmp://public@10.0.0.1", "snmp://***@10.0.0.1");
        row("Authorization: Basic b3BzOnB3\nHost: a", "Authorization: ***\nHost: a");
        row("proxy-authorization: Bearer abc.def", "proxy-authorization: ***");
        row("Set-Cookie: sid=1; HttpOnly\r\nX: 1", "Set-Cookie: ***\r\nX: 1");
        row("https://h/?user=a&password=b%20c&x=1", "https://h/?user=a&password=***&x=1");
        row("password: \"two words\", next", "password: ***, next");
        row("access_token=abc&api-key=def", "access_token=***&api-key=***");
        row("community = private", "community = ***");
        row("비밀번호: 열려라", "비밀번호: ***");
        row("a\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n-----END OPENSSH PRIVATE KEY-----\nb",
            "a\n-----BEGIN OPENSSH PRIVATE KEY----- *** -----END OPENSSH PRIVATE KEY-----\nb");
        row("-----BEGIN PRIVATE KEY-----\ncut off",
            "-----BEGIN PRIVATE KEY----- *** -----END PRIVATE KEY-----");
    }
    void secretsAreTakenOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redacted(text), expected);
        QCOMPARE(redacted(expected), expected);
    }

    void everythingElseStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"ssh://ops@bastion:2222?keepalive=30", "Accepted password for ops from 10.0.0.1",
              "It would accept: publickey, password.", "09:15:02 mail to a@b.example",
              "http://host:8080/a@b", "SHA256:abc", "The password was not accepted.",
              "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----", "점검: 정상", ""})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void everythingElseStays()
    {
        QFETCH(QString, text);
        QCOMPARE(redacted(text), text);
    }

    void aLongHostileTextIsReadInReasonableTime()
    {
        for (const char *piece :
             {"a://", "password=", "-----BEGIN PRIVATE KEY-----", ":@", "\"'"}) {
            const QString text = QString::fromLatin1(piece).repeated(20'000);
            QVERIFY(redacted(text).size() <= text.size() * 6);
        }
    }

    void theLogIsRedacted()
    {
        redactLog();
        QTest::ignoreMessage(QtWarningMsg, "ssh://ops:***@bastion");
        qWarning("ssh://ops:hunter2@bastion");
    }
};

QTEST_APPLESS_MAIN(RedactTest)
#include "redact.moc"
