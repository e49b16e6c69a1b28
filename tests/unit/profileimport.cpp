// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profileimport.h"
#include "core/store/withoutsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Portolan;

namespace {

using Kind = ImportItem::Kind;

Address address(const char *url)
{
    return parseAddress(QString::fromUtf8(url)).value().address;
}

Profile profile(const char *name, const char *folder = "", const char *url = "ssh://host")
{
    return {.id = {},
            .name = QString::fromUtf8(name),
            .folder = QString::fromUtf8(folder),
            .tags = {},
            .address = address(url),
            .credential = {},
            .via = {}};
}

// Some of everything: folders in folders, a way over two hosts, a shared credential, Hangul.
ProfileSet sample()
{
    ProfileSet set;
    const QString who = set.put(Credential{{},
                                           QStringLiteral("운영"),
                                           QStringLiteral("ops"),
                                           QStringLiteral("~/.ssh/k \"1\"")})
                            .value();
    Profile bastion =
        profile("bastion", "서울", "ssh://203.0.113.7:2222?keepalive=30&identity=%2Fa%26b%3Dc%20d");
    bastion.credential = who;
    bastion.tags = {QStringLiteral("점프"), QStringLiteral("a,b")};
    bastion.id = set.put(bastion).value();
    Profile inner = profile("core-sw1", "서울/Rack 3", "ssh://ops@[fe80::1%25eth0]");
    inner.via = bastion.id;
    inner.id = set.put(inner).value();
    Profile last = profile("../weird \\ <name>", "", "snmp://10.0.0.1/path?x=%ED%95%9C");
    last.via = inner.id;
    if (!set.put(last) || !set.put(profile("db")) || !set.addFolder(QStringLiteral("빈/폴더")))
        qFatal("the sample is not valid");
    return set;
}

ProfileSet imported(const QByteArray &json, const ProfileSet &into = {})
{
    ProfileSet set = into;
    const auto source = fromJson(json);
    if (!source)
        return {};
    const ImportSource taken = chosen(planImport(*source, into), into);
    return set.putAll(taken.profiles, taken.credentials, taken.folders) ? set : ProfileSet();
}

QStringList names(const ProfileSet &set)
{
    QStringList all;
    for (const Profile &one : set.profiles())
        all.append(one.name);
    return all;
}

QByteArray document(const QByteArray &profiles, const QByteArray &credentials = "[]")
{
    return "{\"format\":\"portolan-profiles\",\"version\":1,\"profiles\":" + profiles +
           ",\"credentials\":" + credentials + "}";
}

ImportPlan planOf(const QByteArray &json, const ProfileSet &into = {})
{
    const auto source = fromJson(json);
    if (!source)
        qFatal("%s", qPrintable(source.error().what));
    return planImport(*source, into);
}

} // namespace

class ProfileImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsExportedComesBackExactly()
    {
        const ProfileSet set = sample();
        const QByteArray json = toJson(set);
        const ProfileSet again = imported(json);
        QCOMPARE(again.profiles(), set.profiles());
        QCOMPARE(again.credentials(), set.credentials());
        QCOMPARE(again.folders(), set.folders());
        QCOMPARE(toJson(again), json);
        const ImportPlan plan = planOf("\xef\xbb\xbf" + json, set); // with a byte order mark
        QCOMPARE(plan.count(Kind::Same), set.profiles().size());
        QVERIFY(plan.credentials.isEmpty());
        QVERIFY(plan.folders.isEmpty());
        QVERIFY(plan.notes.isEmpty());
    }

    void someAreExportedWithWhatTheyNeed()
    {
        const ProfileSet set = sample();
        const Profile inner = set.find(QStringLiteral("core-sw1")).value();
        const ProfileSet again = imported(toJson(set, {inner.id}));
        QCOMPARE(names(again),
                 (QStringList{QStringLiteral("bastion"), QStringLiteral("core-sw1")}));
        QCOMPARE(again.credentials(), set.credentials());
        QCOMPARE(again.folders(),
                 (QStringList{QStringLiteral("서울"), QStringLiteral("서울/Rack 3")}));
        QCOMPARE(again.route(inner.id), set.route(inner.id));
    }

    void noSecretIsExported()
    {
        ProfileSet set;
        QVERIFY(set.put(profile("sw", "", "snmp://canary77@10.0.0.1?password=canary77&x=1")));
        QVERIFY(set.put(profile("http", "", "https://host/?api_key=canary77&Token=canary77")));
        const QByteArray json = toJson(set);
        QVERIFY2(!json.contains("canary77"), json.constData());
        QVERIFY(json.contains("snmp://10.0.0.1?x=1"));
    }

    void secretsInAFileAreIgnoredWithAWarningThatDoesNotRepeatThem()
    {
        const ImportPlan plan =
            planOf(document("[{\"name\":\"a\",\"address\":\"ssh://ops:canary77@host\"},"
                            "{\"name\":\"b\",\"address\":\"ssh://host\",\"password\":\"canary77\"},"
                            "{\"name\":\"c\",\"address\":\"ssh://host?Passphrase=canary77\"}]",
                            "[{\"name\":\"w\",\"user\":\"u\",\"secret\":\"canary77\"}]"));
        QCOMPARE(plan.count(Kind::New), 3);
        QCOMPARE(plan.notes.size(), 1);
        for (const char *const place : {"“a”", "“b”", "“c”", "w"})
            QVERIFY2(plan.notes.first().contains(QString::fromUtf8(place)),
                     qPrintable(plan.notes.first()));
        QVERIFY(!plan.notes.first().contains(QStringLiteral("canary77")));
        for (const ImportItem &item : plan.items)
            QVERIFY(!item.profile.address.toString().contains(QStringLiteral("canary77"),
                                                              Qt::CaseInsensitive));
        QCOMPARE(plan.items.at(0).profile.address.user, QStringLiteral("ops"));
    }

    void whatIsNewChangedOrInConflictIsTold()
    {
        ProfileSet here = sample();
        QByteArray json = toJson(here);
        Profile db = here.find(QStringLiteral("db")).value();
        db.address = address("ssh://other");
        QVERIFY(here.put(db)); // changed since
        QVERIFY(here.remove({here.find(QStringLiteral("../weird \\ <name>")).value().id}));
        const Profile inner = here.find(QStringLiteral("core-sw1")).value();
        QVERIFY(here.remove({inner.id}));
        QVERIFY(here.put(profile("core-sw1", "서울/Rack 3", "ssh://another"))); // a stranger
        const ImportPlan plan = planOf(json, here);
        QCOMPARE(plan.count(Kind::Same), 1);
        QCOMPARE(plan.count(Kind::Changed), 1);
        QCOMPARE(plan.count(Kind::Conflict), 1);
        QCOMPARE(plan.count(Kind::New), 1);
        // As proposed: the change is taken, the stranger gets company, links stay whole.
        const ProfileSet after = imported(json, here);
        QCOMPARE(after.find(QStringLiteral("db")).value().address, address("ssh://host"));
        const Profile second = after.find(QStringLiteral("core-sw1 (2)")).value();
        QCOMPARE(second.id, inner.id);
        QCOMPARE(
            after.route(after.find(QStringLiteral("../weird \\ <name>")).value().id).value().size(),
            3);
        QCOMPARE(after.profiles().size(), 5);
    }

    void aConflictCanReplaceOrBeSkippedAndLinksFollow()
    {
        const ProfileSet there = sample();
        ProfileSet here;
        const QString mine = here.put(profile("bastion", "서울", "ssh://mine")).value();
        ImportPlan plan = planOf(toJson(there), here);
        const auto conflict =
            std::find_if(plan.items.begin(), plan.items.end(),
                         [](const ImportItem &item) { return item.kind == Kind::Conflict; });
        QVERIFY(conflict != plan.items.end());
        QCOMPARE(conflict->existing, mine);
        for (const ImportAction action : {ImportAction::Replace, ImportAction::Skip}) {
            QVERIFY(ImportPlan::allows(*conflict, action));
            conflict->action = action;
            const ImportSource taken = chosen(plan, here);
            ProfileSet after = here;
            QVERIFY(after.putAll(taken.profiles, taken.credentials, taken.folders));
            QCOMPARE(after.profiles().size(), 4);
            const auto route = after.route(after.find(QStringLiteral("core-sw1")).value().id);
            QVERIFY(route);
            QCOMPARE(route->first().profile, mine);
            QCOMPARE(route->first().address.host, action == ImportAction::Skip
                                                      ? QStringLiteral("mine")
                                                      : QStringLiteral("203.0.113.7"));
        }
    }

    void aCredentialOfTheSameNameAndContentIsTheSame()
    {
        ProfileSet here;
        const QString mine = here.put(Credential{{},
                                                 QStringLiteral("운영"),
                                                 QStringLiteral("ops"),
                                                 QStringLiteral("~/.ssh/k \"1\"")})
                                 .value();
        const ProfileSet after = imported(toJson(sample()), here);
        QCOMPARE(after.credentials().size(), 1);
        QCOMPARE(after.find(QStringLiteral("bastion")).value().credential, mine);
        ProfileSet other;
        QVERIFY(
            other.put(Credential{{}, QStringLiteral("운영"), QStringLiteral("somebody else"), {}}));
        const ProfileSet both = imported(toJson(sample()), other);
        QCOMPARE(both.credentials().size(), 2);
        QCOMPARE(both.route(both.find(QStringLiteral("bastion")).value().id)
                     .value()
                     .first()
                     .address.user,
                 QStringLiteral("ops"));
    }

    void linksToWhatIsNowhereAreCutAndSaid()
    {
        const ImportPlan plan = planOf(document("[{\"id\":\"1\",\"name\":\"a\",\"address\":\"ssh://"
                                                "h\",\"via\":\"9\",\"credential\":\"8\"}]"));
        QCOMPARE(plan.items.size(), 1);
        QVERIFY(plan.items.first().profile.via.isEmpty());
        QVERIFY(plan.items.first().profile.credential.isEmpty());
        QVERIFY(!plan.items.first().note.isEmpty());
    }

    void whatCannotBeTakenIsToldOneByOne()
    {
        const ImportPlan plan =
            planOf(document("[{\"name\":\"\",\"address\":\"ssh://"
                            "h\"},{\"name\":\"a\"},{\"name\":\"b\",\"address\":\"nonsense\"},7,"
                            "{\"id\":\"x\",\"name\":\"c\",\"address\":\"ssh://"
                            "h\"},{\"id\":\"X\",\"name\":\"d\",\"address\":\"ssh://h\"},"
                            "{\"name\":\"e\\u0000f\",\"address\":\"ssh://"
                            "h\"},{\"name\":\"good\",\"address\":\"ssh://"
                            "h\",\"tags\":[1,\"t\",null],\"order\":-5}]",
                            "[{\"name\":\"\"}]"));
        QCOMPARE(plan.count(Kind::New), 2);
        QCOMPARE(plan.count(Kind::Invalid), 6);
        for (const ImportItem &item : plan.items) {
            if (item.kind == Kind::Invalid)
                QVERIFY(!item.note.isEmpty());
        }
        QCOMPARE(plan.items.last().profile.tags, QStringList(QStringLiteral("t")));
        QVERIFY(!plan.notes.isEmpty());
        const ImportSource taken = chosen(plan, {});
        ProfileSet set;
        QVERIFY(set.putAll(taken.profiles, taken.credentials, taken.folders));
        QCOMPARE(set.profiles().size(), 2);
    }

    void aFileThatIsNoneIsRefusedWithOneSentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const auto usage = static_cast<int>(Error::Kind::Usage);
        QTest::newRow("empty") << QByteArray() << usage;
        QTest::newRow("no JSON") << QByteArray("<profiles/>") << usage;
        QTest::newRow("cut off") << toJson(sample()).chopped(9) << usage;
        QTest::newRow("an array") << QByteArray("[]") << usage;
        QTest::newRow("another format") << QByteArray("{\"format\":\"x\",\"version\":1}") << usage;
        QTest::newRow("no version") << QByteArray("{\"format\":\"portolan-profiles\"}") << usage;
        QTest::newRow("newer") << QByteArray("{\"format\":\"portolan-profiles\",\"version\":2}")
                               << static_cast<int>(Error::Kind::Unsupported);
        QTest::newRow("deep") << QByteArray(100'000, '[') << usage;
        QTest::newRow("huge") << QByteArray(kMostImportBytes + 1, ' ') << usage;
        QTest::newRow("many") << document("[" + QByteArray("0,").repeated(100'001) + "0]") << usage;
    }
    void aFileThatIsNoneIsRefusedWithOneSentence()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto source = fromJson(json);
        QVERIFY(!source);
        QCOMPARE(static_cast<int>(source.error().kind), kind);
        QVERIFY(!source.error().what.isEmpty());
    }

    void anyChangedByteLeavesAValidSetOrAnError()
    {
        const QByteArray good = toJson(sample());
        QRandomGenerator random(20261122);
        int taken = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray json = good;
            for (quint32 i = 0; i <= random.bounded(3U); ++i)
                json[random.bounded(json.size())] = static_cast<char>(random.bounded(256));
            const auto source = fromJson(json);
            if (!source)
                continue;
            const ImportSource chosenOnes = chosen(planImport(*source, {}), {});
            ProfileSet set;
            if (set.putAll(chosenOnes.profiles, chosenOnes.credentials, chosenOnes.folders))
                ++taken;
        }
        QVERIFY2(taken > 200, qPrintable(QString::number(taken)));
    }

    void fiveThousandAreComparedAtOnce()
    {
        ProfileSet set;
        QList<Profile> many;
        for (int i = 0; i < 5000; ++i) {
            Profile one =
                profile(qPrintable(QStringLiteral("host %1").arg(i)), i % 2 ? "odd" : "even");
            one.id = QStringLiteral("00000000-0000-4000-8000-%1").arg(i, 12, 10, QLatin1Char('0'));
            if (i > 0)
                one.via = many.first().id;
            many.append(one);
        }
        QVERIFY(set.putAll(many, {}, {}));
        const QByteArray json = toJson(set);
        const ProfileSet again = imported(json);
        QCOMPARE(again.profiles(), set.profiles());
        QCOMPARE(planOf(json, set).count(Kind::Same), 5000);
    }
};

QTEST_GUILESS_MAIN(ProfileImportTest)
#include "profileimport.moc"
