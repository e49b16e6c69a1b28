// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profileset.h"

#include <QTest>

#include <optional>

using namespace Portolan;

namespace {

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

QStringList names(const ProfileSet &set)
{
    QStringList all;
    for (const Profile &profile : set.profiles())
        all.append(profile.folder.isEmpty() ? profile.name
                                            : profile.folder + QLatin1Char('/') + profile.name);
    return all;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

template<typename T>
bool isRefused(const Result<T> &result)
{
    return !result && result.error().kind == Error::Kind::Usage && !result.error().what.isEmpty();
}

} // namespace

class ProfileSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutIsThereCleanAndWithAnId()
    {
        ProfileSet set;
        Profile one =
            profile("  bastion ", " Seoul / Rack 3/", "ssh://ops@10.0.0.1:2222?keepalive=5");
        one.tags = words("web db web");
        const auto id = set.put(one);
        QVERIFY(id);
        QCOMPARE(id->size(), 36);
        const auto kept = set.profile(*id);
        QVERIFY(kept);
        QCOMPARE(kept->name, QStringLiteral("bastion"));
        QCOMPARE(kept->folder, QStringLiteral("Seoul/Rack 3"));
        QCOMPARE(kept->tags, words("db web"));
        QCOMPARE(kept->address, one.address);
        QCOMPARE(set.folders(),
                 (QStringList{QStringLiteral("Seoul"), QStringLiteral("Seoul/Rack 3")}));
    }

    void profilesStandInTheOrderOfATree()
    {
        ProfileSet set;
        for (const auto &[name, folder] : {std::pair("b", "Lab"),
                                           {"a", "Lab"},
                                           {"top", ""},
                                           {"z", "Lab/x"},
                                           {"c", "lab 2"},
                                           {"first", "Alpha"}})
            QVERIFY(set.put(profile(name, folder)));
        QCOMPARE(names(set), words("top Alpha/first Lab/b Lab/a Lab/x/z") +
                                 QStringList(QStringLiteral("lab 2/c")));
        QCOMPARE(set.folders(), words("Alpha Lab Lab/x") + QStringList(QStringLiteral("lab 2")));
    }

    void whatIsNotValidIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("blank") << QStringLiteral("  ") << QString();
        QTest::newRow("taken") << QStringLiteral("one") << QStringLiteral("F");
        QTest::newRow("line end") << QStringLiteral("a\nb") << QString();
        QTest::newRow("NUL") << QString(QChar(0)).prepend(QLatin1Char('a')).append(QLatin1Char('b'))
                             << QString();
        QTest::newRow("long") << QString(201, QLatin1Char('x')) << QString();
        QTest::newRow("folder with escape") << QStringLiteral("x") << QStringLiteral("a\x1b[b");
        QTest::newRow("endless folder") << QStringLiteral("x") << QString(1001, QLatin1Char('x'));
    }
    void whatIsNotValidIsRefusedAndChangesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, folder);
        ProfileSet set;
        QVERIFY(set.put(profile("one", "F")));
        QVERIFY(!set.takeChanges().isEmpty());
        Profile bad = profile("x");
        bad.name = name;
        bad.folder = folder;
        QVERIFY(isRefused(set.put(bad)));
        QCOMPARE(names(set), words("F/one"));
        QVERIFY(set.takeChanges().isEmpty());
    }

    void aNameIsUniqueBelowItsFolderOnly()
    {
        ProfileSet set;
        const auto first = set.put(profile("sw1", "Seoul"));
        QVERIFY(first);
        QVERIFY(set.put(profile("sw1", "Busan")));
        QVERIFY(set.put(profile("SW1", "Seoul")));
        QVERIFY(isRefused(set.put(profile("sw1", "Seoul"))));
        Profile same = *set.profile(*first);
        same.tags = words("core");
        QVERIFY(set.put(same)); // itself is no other
        QCOMPARE(set.profile(*first)->tags, words("core"));
    }

    void viaLeadsThroughSshAndNotInACircle()
    {
        ProfileSet set;
        const QString a = set.put(profile("a")).value();
        Profile b = profile("b");
        b.via = a;
        b.id = set.put(b).value();
        Profile c = profile("c", "", "snmp://10.0.0.1");
        c.via = b.id;
        c.id = set.put(c).value();
        const auto route = set.route(c.id);
        QVERIFY(route);
        QCOMPARE(route->size(), 3);
        QCOMPARE(route->at(0).profile, a);
        QCOMPARE(route->at(2).address, c.address);

        Profile circle = *set.profile(a);
        circle.via = b.id;
        QVERIFY(isRefused(set.put(circle)));
        circle.via = a;
        QVERIFY(isRefused(set.put(circle)));
        circle.via = c.id; // which is not SSH
        QVERIFY(isRefused(set.put(circle)));
        circle.via = QStringLiteral("nobody");
        QVERIFY(isRefused(set.put(circle)));
        Profile other = *set.profile(b.id);
        other.address = address("snmp://10.0.0.2");
        QVERIFY(isRefused(set.put(other))); // c is reached through it
        QVERIFY(isRefused(set.remove({a})));
        QCOMPARE(set.profiles().size(), 3);
        QVERIFY(set.remove({a, b.id, c.id}));
        QVERIFY(set.profiles().isEmpty());
    }

    void aRouteHasABound()
    {
        ProfileSet set;
        QString via;
        for (int i = 0; i < ProfileSet::kLongestRoute; ++i) {
            Profile hop = profile(qPrintable(QString::number(i)));
            hop.via = via;
            via = set.put(hop).value();
        }
        Profile last = profile("last");
        last.via = via;
        QVERIFY(isRefused(set.put(last)));
        QCOMPARE(set.route(via).value().size(), ProfileSet::kLongestRoute);
    }

    void aCredentialGivesTheUserWhereTheAddressNamesNone()
    {
        ProfileSet set;
        const QString id =
            set
                .put(Credential{
                    {}, QStringLiteral("ops"), QStringLiteral("kim"), QStringLiteral("~/.ssh/k")})
                .value();
        QVERIFY(isRefused(set.put(Credential{{}, QStringLiteral(" ops "), {}, {}})));
        Profile plain = profile("plain");
        plain.credential = id;
        plain.id = set.put(plain).value();
        Profile named = profile("named", "", "ssh://root@host");
        named.credential = id;
        named.id = set.put(named).value();
        const Hop hop = set.route(plain.id).value().first();
        QCOMPARE(hop.address.user, QStringLiteral("kim"));
        QCOMPARE(hop.keyFile, QStringLiteral("~/.ssh/k"));
        QCOMPARE(hop.secretKey, QStringLiteral("credential/") + id);
        QCOMPARE(set.route(named.id).value().first().address.user, QStringLiteral("root"));
        QVERIFY(isRefused(set.removeCredential(id)));
        QVERIFY(set.remove({plain.id, named.id}));
        QVERIFY(set.removeCredential(id));
        QVERIFY(set.credentials().isEmpty());
        plain.id.clear();
        QVERIFY(isRefused(set.put(plain)));
    }

    void aProfileIsFoundByNameOrPathAndNearNamesAreTold()
    {
        ProfileSet set;
        for (const auto &[name, folder] : {std::pair("bastion", "Seoul"),
                                           {"sw1", "Seoul"},
                                           {"sw1", "Busan"},
                                           {"DB", ""},
                                           {"웹 서버", "서울"}})
            QVERIFY(set.put(profile(name, folder)));
        QCOMPARE(set.find(QStringLiteral("bastion")).value().folder, QStringLiteral("Seoul"));
        QCOMPARE(set.find(QStringLiteral("Busan/sw1")).value().folder, QStringLiteral("Busan"));
        QCOMPARE(set.find(QStringLiteral("db")).value().name, QStringLiteral("DB"));
        QCOMPARE(set.find(QStringLiteral("서울/웹 서버")).value().folder, QStringLiteral("서울"));
        const auto several = set.find(QStringLiteral("sw1"));
        QVERIFY(isRefused(several));
        QVERIFY(several.error().detail.contains(QStringLiteral("Busan/sw1")));
        QVERIFY(several.error().detail.contains(QStringLiteral("Seoul/sw1")));
        const auto none = set.find(QStringLiteral("bastoin"));
        QVERIFY(isRefused(none));
        QVERIFY2(none.error().detail.contains(QStringLiteral("Seoul/bastion")),
                 qPrintable(none.error().detail));
        QVERIFY(!none.error().detail.contains(QStringLiteral("sw1")));
        QVERIFY(set.find(QStringLiteral("nothing like it")).error().detail.isEmpty());
    }

    void moveSetsTheOrderOfTheSiblings()
    {
        ProfileSet set;
        QStringList ids;
        for (const char *name : {"a", "b", "c", "d"})
            ids.append(set.put(profile(name, "F")).value());
        QVERIFY(set.move({ids.at(3), ids.at(2)}, QStringLiteral("F"), ids.at(0)));
        QCOMPARE(names(set), words("F/c F/d F/a F/b"));
        QVERIFY(set.move({ids.at(2)}, QStringLiteral("F"), {}));
        QCOMPARE(names(set), words("F/d F/a F/b F/c"));
        QVERIFY(set.move({ids.at(0), ids.at(1)}, QStringLiteral("New"), {}));
        QCOMPARE(names(set), words("F/d F/c New/a New/b"));
        QVERIFY(set.put(profile("a", "F")));
        QVERIFY(isRefused(set.move({ids.at(0)}, QStringLiteral("F"), {})));
        QCOMPARE(names(set), words("F/d F/c F/a New/a New/b"));
    }

    void foldersAreRenamedAndRemovedWithWhatIsInThem()
    {
        ProfileSet set;
        for (const auto &[name, folder] :
             {std::pair("x", "A"), {"y", "A/B"}, {"z", "AB"}, {"w", "C"}})
            QVERIFY(set.put(profile(name, folder)));
        QVERIFY(set.addFolder(QStringLiteral("A/empty")));
        QVERIFY(isRefused(set.renameFolder(QStringLiteral("A"), QStringLiteral("A/B/C"))));
        QVERIFY(isRefused(set.renameFolder(QStringLiteral("A"), QStringLiteral("AB"))));
        QVERIFY(isRefused(set.renameFolder(QStringLiteral("none"), QStringLiteral("N"))));
        QVERIFY(isRefused(set.renameFolder(QStringLiteral("A"), QStringLiteral(" / "))));
        QVERIFY(set.renameFolder(QStringLiteral("A"), QStringLiteral("C/A")));
        QCOMPARE(names(set), words("AB/z C/w C/A/x C/A/B/y"));
        QCOMPARE(set.folders(), words("AB C C/A C/A/B C/A/empty"));
        Profile outside = profile("o");
        outside.via = set.find(QStringLiteral("w")).value().id;
        QVERIFY(set.put(outside));
        QVERIFY(isRefused(set.removeFolder(QStringLiteral("C"))));
        QVERIFY(set.removeFolder(QStringLiteral("C/A")));
        QCOMPARE(names(set), words("o AB/z C/w"));
        QCOMPARE(set.folders(), words("AB C"));
    }

    void putAllIsAllOrNothing()
    {
        ProfileSet set;
        Profile a = profile("a", "F");
        a.id = set.put(a).value();
        Profile b = profile("b", "F");
        b.id = set.put(b).value();
        QVERIFY(!set.takeChanges().isEmpty());
        QVERIFY(isRefused(
            set.putAll({profile("c"), profile("d"), profile("c")}, {}, {QStringLiteral("G")})));
        QVERIFY(isRefused(set.putAll({profile("c")}, {Credential{{}, {}, {}, {}}}, {})));
        QCOMPARE(names(set), words("F/a F/b"));
        QCOMPARE(set.folders(), words("F"));
        QVERIFY(set.takeChanges().isEmpty());
        // Names change hands, and one is reached through another of the same call.
        a = *set.profile(a.id);
        b = *set.profile(b.id);
        std::swap(a.name, b.name);
        Profile c = profile("c");
        c.id = QStringLiteral("11111111-2222-3333-4444-555555555555");
        a.via = c.id;
        QVERIFY(set.putAll({a, b, c}, {}, {QStringLiteral("G")}));
        QCOMPARE(names(set), words("c F/b F/a"));
        QCOMPARE(set.takeChanges().profiles.size(), 3);
    }
};

QTEST_GUILESS_MAIN(ProfileSetTest)
#include "profileset.moc"
