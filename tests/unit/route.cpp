// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/route.h"

#include <QDir>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ssh;

class RouteTest : public QObject
{
    Q_OBJECT

private:
    static Address at(const char *url) { return parseAddress(QLatin1String(url))->address; }
    static QString put(ProfileSet &set, const char *name, const char *url,
                       const QString &credential = {}, const QString &via = {})
    {
        Profile profile;
        profile.name = QLatin1String(name);
        profile.address = at(url);
        profile.credential = credential;
        profile.via = via;
        return set.put(profile).value_or(QString());
    }

private Q_SLOTS:
    void anAddressAloneIsItself()
    {
        const auto route = routeTo(at("ssh://ops@bastion:2222"), {}, {}, {});
        QVERIFY(route);
        QCOMPARE(route->logins.size(), 1U);
        QVERIFY(route->logins[0].secretKey.isEmpty());
        QCOMPARE(route->address.target.port, 2222);
        QVERIFY(route->address.options.identityFiles.isEmpty());
    }

    void aCredentialGivesUserAndKeyWhereTheAddressIsSilent()
    {
        ProfileSet set;
        const QString credential = set.put(Credential{.id = {},
                                                      .name = QStringLiteral("mine"),
                                                      .user = QStringLiteral("ops"),
                                                      .keyFile = QStringLiteral("~/.ssh/id")})
                                       .value_or(QString());
        const QString silent = put(set, "a", "ssh://bastion", credential);
        auto route = routeTo(at("ssh://bastion"), silent, set, {});
        QVERIFY(route);
        QCOMPARE(route->address.target.user, QStringLiteral("ops"));
        QCOMPARE(route->address.options.identityFiles,
                 QStringList{QDir::homePath() + QStringLiteral("/.ssh/id")});
        QVERIFY(route->address.options.identitiesOnly);
        QCOMPARE(route->logins.back().secretKey,
                 QString(QStringLiteral("credential/") + credential));

        const QString saying = put(set, "b", "ssh://root@bastion?identity=/k", credential);
        route = routeTo(at("ssh://root@bastion?identity=/k"), saying, set, {});
        QVERIFY(route);
        QCOMPARE(route->address.target.user, QStringLiteral("root"));
        QCOMPARE(route->address.options.identityFiles, QStringList{QStringLiteral("/k")});
    }

    void hostsOnTheWayHaveTheirOwnCredentials()
    {
        ProfileSet set;
        const QString first =
            set.put(Credential{.id = {}, .name = QStringLiteral("one")}).value_or(QString());
        const QString second =
            set.put(Credential{.id = {}, .name = QStringLiteral("two")}).value_or(QString());
        const QString bastion = put(set, "bastion", "ssh://a@bastion", first);
        const QString inner = put(set, "inner", "ssh://b@inner", second, bastion);
        const auto route = routeTo(at("ssh://b@inner"), inner, set, {});
        QVERIFY(route);
        QCOMPARE(route->address.target.host, QStringLiteral("inner"));
        QCOMPARE(route->address.options.jumps.size(), 1U);
        QCOMPARE(route->address.options.jumps[0].target.host, QStringLiteral("bastion"));
        QVERIFY(route->address.options.jumps[0].options.jumps.empty());
        QCOMPARE(route->logins.size(), 2U);

        AuthQuestion question;
        question.host = QStringLiteral("bastion");
        question.user = QStringLiteral("a");
        QVERIFY(route->logins[0].asks(question));
        QVERIFY(!route->logins[1].asks(question));
        QCOMPARE(route->logins[0].secretKey, QString(QStringLiteral("credential/") + first));
        // Another user at the same host is another login.
        question.user = QStringLiteral("b");
        QVERIFY(!route->logins[0].asks(question));
    }

    void onlyWhatStaysTheSameCountsAsAPassword_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<bool>("isPassword");
        const auto row = [](const char *prompt, bool isPassword) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << isPassword;
        };
        row("Password:", true);
        row("ops@bastion's password:", true);
        row("(ops@bastion) Password for ops@bastion:", true);
        row("비밀번호:", true);
        row("암호: ", true);
        row("Verification code:", false);
        row("One-time password (OATH) for `ops':", false);
        row("Password & verification code:", false);
        row("Password or token:", false);
        row("일회용 비밀번호:", false);
        row("인증번호:", false);
        row("Passcode:", false);
        row("PIN for the smart card:", false);
        row("Name:", false);
        row("", false);
    }
    void onlyWhatStaysTheSameCountsAsAPassword()
    {
        QFETCH(QString, prompt);
        QFETCH(bool, isPassword);
        QCOMPARE(asksForPassword(prompt), isPassword);
        AuthQuestion question;
        question.method = AuthQuestion::Method::KeyboardInteractive;
        question.prompts = {{prompt, false}};
        QCOMPARE(asksForPassword(question), isPassword);
        question.prompts = {{prompt, true}};
        QVERIFY(!asksForPassword(question));
        question.prompts = {{prompt, false}, {prompt, false}};
        QVERIFY(!asksForPassword(question));
    }
};

QTEST_APPLESS_MAIN(RouteTest)
#include "route.moc"
