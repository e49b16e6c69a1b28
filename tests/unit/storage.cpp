// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/database.h"
#include "core/store/profilestore.h"
#include "core/store/profiletable.h"
#include "core/store/settings.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Portolan;

namespace {

constexpr int kDeadline = 20'000;

Address address(const char *url)
{
    return parseAddress(QString::fromUtf8(url)).value().address;
}

Profile profile(const QString &name, const char *folder = "",
                const char *url = "ssh://ops@host:2222?keepalive=5")
{
    return {.id = {},
            .name = name,
            .folder = QString::fromUtf8(folder),
            .tags = {QStringLiteral("웹"), QStringLiteral("a,b\"c")},
            .address = address(url),
            .credential = {},
            .via = {}};
}

// Everything that app makes of it, and what it said.
struct Opened
{
    explicit Opened(const Folders &folders)
        : storage(folders)
        , settings(storage)
        , profiles(storage)
    {
        QObject::connect(&profiles, &ProfileStore::failed, &profiles,
                         [this](const Error &error) { errors.append(error); });
        QObject::connect(&profiles, &ProfileStore::saved, &profiles,
                         [this](quint64 change) { saved = change; });
    }
    [[nodiscard]] bool load()
    {
        return QTest::qWaitFor([this] { return profiles.isLoaded(); }, kDeadline);
    }
    [[nodiscard]] bool save()
    {
        return QTest::qWaitFor([this] { return saved >= storage.lastChange(); }, kDeadline);
    }

    Storage storage;
    Settings settings;
    ProfileStore profiles;
    QList<Error> errors;
    quint64 saved = 0;
};

// The file as another program sees it.
class Raw
{
public:
    explicit Raw(const QString &file)
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open())
            qFatal("%s cannot be opened", qPrintable(file));
    }
    ~Raw() { QSqlDatabase::removeDatabase(QStringLiteral("raw")); }
    bool run(const QString &script)
    {
        QSqlQuery query(QSqlDatabase::database(QStringLiteral("raw")));
        for (const QString &statement : script.split(QStringLiteral(";\n"), Qt::SkipEmptyParts)) {
            if (!statement.trimmed().isEmpty() && !query.exec(statement))
                return false;
        }
        return true;
    }
    QVariant value(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(QStringLiteral("raw")));
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class StorageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    Folders m_folders;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        qputenv("PORTOLAN_HOME", m_home->path().toUtf8());
        m_folders = Folders::ofThisUser();
        m_file = m_folders.data + QStringLiteral("/portolan.db");
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void whatWasPutIsThereAtTheNextStart()
    {
        QList<Profile> put;
        QList<Credential> credentials;
        {
            Opened one(m_folders);
            QVERIFY(!one.profiles.put(profile(QStringLiteral("early")))); // nothing is known yet
            QVERIFY(one.load());
            const auto who =
                one.profiles.put(Credential{{}, QStringLiteral("ops"), {}, QStringLiteral("/k")});
            QVERIFY(who);
            Profile bastion = profile(QStringLiteral("bastion"), "서울/Rack 3");
            bastion.credential = *who;
            bastion.id = one.profiles.put(bastion).value();
            Profile inner = profile(QStringLiteral("inner"), "서울",
                                    "snmp://public@[fe80::1%25eth0]/path?a=b%26c&d=%ED%95%9C");
            inner.via = bastion.id;
            QVERIFY(one.profiles.put(inner));
            QVERIFY(one.profiles.addFolder(QStringLiteral("empty/one")));
            put = one.profiles.profiles();
            credentials = one.profiles.credentials();
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        Opened again(m_folders);
        QVERIFY(again.load());
        QCOMPARE(again.profiles.profiles(), put);
        QCOMPARE(again.profiles.credentials(), credentials);
        QCOMPARE(again.profiles.folders().size(), 4);
        QVERIFY(again.errors.isEmpty());

        QVERIFY(again.profiles.removeFolder(QStringLiteral("서울")));
        QVERIFY(again.profiles.removeCredential(credentials.first().id));
        QVERIFY(again.save());
        const auto other = ProfileSet::read(m_file); // while the first has it open
        QVERIFY(other);
        QVERIFY(other->profiles().isEmpty());
        QVERIFY(other->credentials().isEmpty());
        QCOMPARE(other->folders().size(), 2);
    }

    void onlyTheOwnerMayReadTheFile()
    {
        Opened one(m_folders);
        QVERIFY(one.load());
        QVERIFY(one.profiles.put(profile(QStringLiteral("a"))));
        QVERIFY(one.save());
        for (const char *const end : {"", "-wal", "-shm"}) {
            struct stat facts = {};
            QCOMPARE(stat(QFile::encodeName(m_file + QLatin1String(end)).constData(), &facts), 0);
            QCOMPARE(facts.st_mode & 0777, mode_t(0600));
        }
    }

    void settingsKeepTheirTypes()
    {
        {
            Opened one(m_folders);
            one.settings.set("a/text", QStringLiteral("12"));
            one.settings.set("a/empty", QString());
            one.settings.set("a/number", 12);
            one.settings.set("a/flag", false);
            one.settings.set("a/bytes", QByteArray("\0\xff", 2));
            one.settings.set("a/list", QStringList{QStringLiteral("x,y"), QString()});
            one.settings.set("a/gone", 1);
            one.settings.set("a/gone", QVariant());
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        Storage storage(m_folders);
        const Settings settings(storage);
        QCOMPARE(settings.text("a/text"), QStringLiteral("12"));
        QCOMPARE(settings.text("a/empty", QStringLiteral("fallback")), QString());
        QCOMPARE(settings.number("a/text", 7, 0, 100), 7);
        QCOMPARE(settings.number("a/number", 7, 0, 100), 12);
        QCOMPARE(settings.number("a/number", 7, 0, 11), 7);
        QCOMPARE(settings.flag("a/flag", true), false);
        QCOMPARE(settings.flag("a/number", true), true);
        QCOMPARE(settings.bytes("a/bytes"), QByteArray("\0\xff", 2));
        QCOMPARE(settings.list("a/list"), (QStringList{QStringLiteral("x,y"), QString()}));
        QCOMPARE(settings.number("a/gone", 7, 0, 100), 7);
    }

    void settingsOfEarlierVersionsAreReadOnce()
    {
        const QString ini = m_folders.config + QStringLiteral("/settings.ini");
        QVERIFY(write(ini,
                      "[interface]\nlanguage=ko\nevents-open=true\nwindow-geometry=@ByteArray(ab)\n"
                      "[terminal]\nfont-size=14\nscrollback-mib=lots\nfont-family=D2Coding\n"));
        {
            Opened one(m_folders);
            const auto check = [](const Settings &settings) {
                QCOMPARE(settings.text(Settings::Key::language), QStringLiteral("ko"));
                QCOMPARE(settings.flag(Settings::Key::eventsOpen, false), true);
                QCOMPARE(settings.bytes(Settings::Key::geometry), QByteArray("ab"));
                QCOMPARE(settings.number(Settings::Key::fontSize, 11, 6, 48), 14);
                QCOMPARE(settings.number(Settings::Key::scrollback, 64, 1, 1024), 64);
                QCOMPARE(settings.text(Settings::Key::fontFamily), QStringLiteral("D2Coding"));
            };
            check(one.settings); // at once
            QVERIFY(one.load());
            QVERIFY(one.save());
            check(one.settings);
            QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(ini), kDeadline);
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QVERIFY(QFile::exists(ini + QStringLiteral(".imported")));
        QVERIFY(write(ini, "[interface]\nlanguage=en\n"));
        Opened again(m_folders);
        QCOMPARE(again.settings.text(Settings::Key::language), QStringLiteral("ko"));
    }

    void aNewerFileIsRefusedAndLeftAsItIs()
    {
        QVERIFY(QDir().mkpath(m_folders.data));
        {
            Raw raw(m_file);
            QVERIFY(raw.run(QStringLiteral("PRAGMA application_id=%1;\nPRAGMA user_version=99;\n"
                                           "CREATE TABLE profiles (id TEXT)")
                                .arg(portolanSchema().applicationId)));
        }
        const QByteArray before = contentOf(m_file);
        {
            Opened one(m_folders);
            QTRY_VERIFY_WITH_TIMEOUT(!one.errors.isEmpty(), kDeadline);
            QCOMPARE(one.errors.first().kind, Error::Kind::Unsupported);
            QVERIFY(one.errors.first().what.contains(QDir::toNativeSeparators(m_file)));
            QVERIFY(one.storage.problem());
            const auto refused = one.profiles.put(profile(QStringLiteral("a")));
            QVERIFY(!refused);
            QCOMPARE(refused.error(), one.errors.first());
            one.settings.set("a/b", 1); // for this run
            QCOMPARE(one.settings.number("a/b", 0, 0, 9), 1);
            QVERIFY(!ProfileSet::read(m_file));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(contentOf(m_file), before);
        QCOMPARE(QDir(m_folders.data).entryList({QStringLiteral("portolan*")}, QDir::Files),
                 QStringList(QStringLiteral("portolan.db")));
    }

    void theFileOfAnotherProgramIsRefusedAndLeftAsItIs()
    {
        QVERIFY(QDir().mkpath(m_folders.data));
        {
            Raw raw(m_file);
            QVERIFY(raw.run(QStringLiteral("CREATE TABLE songs (title TEXT)")));
        }
        const QByteArray before = contentOf(m_file);
        {
            Opened one(m_folders);
            QTRY_VERIFY_WITH_TIMEOUT(!one.errors.isEmpty(), kDeadline);
            QCOMPARE(one.errors.first().kind, Error::Kind::Unsupported);
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(contentOf(m_file), before);
    }

    void aDamagedFileIsKeptAsideAndANewOneBegun_data()
    {
        QTest::addColumn<bool>("isInside");
        QTest::newRow("not a database at all") << false;
        QTest::newRow("a page in the middle") << true;
    }
    void aDamagedFileIsKeptAsideAndANewOneBegun()
    {
        QFETCH(bool, isInside);
        QByteArray damaged(
            "this was never a database, and it is long enough to be looked at closely");
        if (isInside) {
            {
                Opened one(m_folders);
                QVERIFY(one.load());
                QList<Profile> many;
                for (int i = 0; i < 500; ++i)
                    many.append(profile(QStringLiteral("profile %1").arg(i)));
                QVERIFY(one.profiles.putAll(many));
                QVERIFY(one.save());
            }
            QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
            damaged = contentOf(m_file);
            QVERIFY(damaged.size() > 40'000);
            damaged.replace(20'000, 8'000, QByteArray(8'000, '\xa5'));
        }
        QVERIFY(write(m_file, damaged));
        {
            Opened one(m_folders);
            QVERIFY(one.load());
            QCOMPARE(one.errors.size(), 1);
            const QStringList aside =
                QDir(m_folders.data)
                    .entryList({QStringLiteral("portolan.damaged-*.db")}, QDir::Files);
            QCOMPARE(aside.size(), 1);
            QVERIFY2(one.errors.first().what.contains(aside.first()),
                     qPrintable(one.errors.first().what));
            QCOMPARE(contentOf(m_folders.data + QLatin1Char('/') + aside.first()), damaged);
            QVERIFY(one.profiles.put(profile(QStringLiteral("a"))));
            QVERIFY(one.save());
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(ProfileSet::read(m_file).value().profiles().size(), 1);
    }

    void aFileThatCannotBeMadeIsToldAndMadeWhenItCan()
    {
        QVERIFY(write(m_folders.data, "a file where the folder should be"));
        Opened one(m_folders);
        QTRY_VERIFY_WITH_TIMEOUT(!one.errors.isEmpty(), kDeadline);
        QCOMPARE(one.errors.first().kind, Error::Kind::Local);
        QVERIFY(!one.profiles.put(profile(QStringLiteral("a"))));
        one.settings.set("a/b", 1);
        QVERIFY(QFile::remove(m_folders.data));
        one.settings.set("a/b", 2);
        QVERIFY(one.save());
        QTRY_VERIFY_WITH_TIMEOUT(one.profiles.isLoaded(), kDeadline);
        QCOMPARE(one.settings.number("a/b", 0, 0, 9), 2);
        QVERIFY(!one.storage.problem());
    }

    void aRowThatMakesNoSenseStaysAndIsCounted()
    {
        {
            Opened one(m_folders);
            QVERIFY(one.load());
            QVERIFY(one.profiles.put(profile(QStringLiteral("good"))));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        {
            Raw raw(m_file);
            QVERIFY(raw.run(QStringLiteral(
                "INSERT INTO profiles (id, name, address) VALUES ('x', 'bad', 'no address');\n"
                "INSERT INTO settings (key, kind, value) VALUES ('k', 'number', 'many')")));
        }
        {
            Opened again(m_folders);
            QVERIFY(again.load());
            QTRY_COMPARE_WITH_TIMEOUT(again.errors.size(), 1, kDeadline);
            QCOMPARE(again.profiles.profiles().size(), 1);
            QCOMPARE(again.settings.number("k", 3, 0, 9), 3);
            QVERIFY(again.profiles.put(profile(QStringLiteral("another"))));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        Raw raw(m_file);
        QCOMPARE(raw.value(QStringLiteral("SELECT count(*) FROM profiles")).toInt(), 3);
    }

    void whatAnotherWindowChangesIsSeenHere()
    {
        Opened one(m_folders);
        QVERIFY(one.load());
        Opened two(m_folders);
        QVERIFY(two.load());
        QVERIFY(two.profiles.put(profile(QStringLiteral("by two"))));
        two.settings.set("a/b", 4);
        QTRY_COMPARE_WITH_TIMEOUT(one.profiles.profiles().size(), 1, kDeadline);
        QTRY_COMPARE_WITH_TIMEOUT(one.settings.number("a/b", 0, 0, 9), 4, kDeadline);
        // Both at once: neither loses anything.
        for (int i = 0; i < 50; ++i) {
            QVERIFY(one.profiles.put(profile(QStringLiteral("one %1").arg(i))));
            QVERIFY(two.profiles.put(profile(QStringLiteral("two %1").arg(i))));
        }
        QTRY_COMPARE_WITH_TIMEOUT(one.profiles.profiles().size(), 101, kDeadline);
        QTRY_COMPARE_WITH_TIMEOUT(two.profiles.profiles().size(), 101, kDeadline);
        QVERIFY(one.errors.isEmpty());
        QVERIFY(two.errors.isEmpty());
    }

    void olderFormatsAreBroughtUpWithACopyKept()
    {
        // The way that any later format goes: two steps more, on a file of the first format.
        Schema later = portolanSchema();
        {
            QString aside;
            const auto first = Database::openForWriting(m_file, later, &aside);
            QVERIFY(first && *first);
            QVERIFY((*first)->run(QStringLiteral(
                "INSERT INTO profiles (id, name, address) VALUES ('1', 'n', 'ssh://h')")));
        }
        later.formats.push_back({"ALTER TABLE profiles ADD COLUMN note TEXT NOT NULL DEFAULT ''"});
        later.formats.push_back(
            {"UPDATE profiles SET note = 'from ' || name", "CREATE TABLE more (a)"});
        QVERIFY(!Database::openForReading(m_file, later));   // says what to do
        QVERIFY(Database::openForReading(m_file, later, 1)); // where older ones will do
        {
            QString aside;
            const auto now = Database::openForWriting(m_file, later, &aside);
            QVERIFY(now && *now);
            QVERIFY(aside.isEmpty());
            QCOMPARE((*now)->value(QStringLiteral("SELECT note FROM profiles")).value().toString(),
                     QStringLiteral("from n"));
            QCOMPARE((*now)->value(QStringLiteral("PRAGMA user_version")).value().toInt(),
                     later.current());
        }
        QVERIFY(
            QFile::exists(m_folders.data +
                          QStringLiteral("/portolan.format%1.db").arg(portolanSchema().current())));
        // A step that fails leaves the file at the format it had.
        later.formats.push_back({"CREATE TABLE fine (a)", "CREATE TABLE more (a)"});
        QString aside;
        QVERIFY(!Database::openForWriting(m_file, later, &aside));
        Raw raw(m_file);
        QCOMPARE(raw.value(QStringLiteral("PRAGMA user_version")).toInt(), later.current() - 1);
        QCOMPARE(raw.value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'fine'"))
                     .toInt(),
                 0);
    }

    void filesOfEveryReleasedFormatOpen_data()
    {
        QTest::addColumn<QString>("script");
        const QDir folder(qEnvironmentVariable("PORTOLAN_SOURCE_DIR") +
                          QStringLiteral("/tests/unit/formats"));
        for (int format = 1; format <= portolanSchema().current(); ++format)
            QTest::addRow("format %d", format) << QString::fromUtf8(
                contentOf(folder.filePath(QStringLiteral("portolan-%1.sql").arg(format))));
    }
    void filesOfEveryReleasedFormatOpen()
    {
        QFETCH(QString, script);
        QVERIFY(!script.isEmpty());
        QVERIFY(QDir().mkpath(m_folders.data));
        {
            Raw raw(m_file);
            QVERIFY(raw.run(script));
        }
        Opened one(m_folders);
        QCOMPARE(one.settings.text(Settings::Key::language), QStringLiteral("ko"));
        QVERIFY(one.load());
        QVERIFY(one.errors.isEmpty());
        QCOMPARE(one.profiles.profiles().size(), 3);
        const Profile core = one.profiles.find(QStringLiteral("core-sw1")).value();
        QCOMPARE(core.folder, QStringLiteral("서울/Rack 3"));
        QCOMPARE(core.tags, (QStringList{QStringLiteral("core"), QStringLiteral("스위치")}));
        QCOMPARE(core.address.toString(), QStringLiteral("ssh://10.1.0.1:2222?keepalive=30"));
        const auto route = one.profiles.route(core.id);
        QVERIFY(route);
        QCOMPARE(route->size(), 2);
        QCOMPARE(route->at(0).address.user, QStringLiteral("ops"));
        QCOMPARE(route->at(1).keyFile, QStringLiteral("~/.ssh/id_ed25519"));
        QVERIFY(one.profiles.folders().contains(QStringLiteral("빈 폴더")));
        QCOMPARE(one.settings.number(Settings::Key::fontSize, 11, 6, 48), 13);
        QCOMPARE(one.settings.flag(Settings::Key::eventsOpen, false), true);
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "storage.moc"
