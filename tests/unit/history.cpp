// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/historystore.h"
#include "core/store/profilestore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan;

namespace {

constexpr int kDeadline = 20'000;

Address address(const QString &url)
{
    return parseAddress(url).value().address;
}

struct Opened
{
    explicit Opened(const Folders &folders)
        : storage(folders)
        , settings(storage)
        , profiles(storage)
        , history(storage, settings)
        , loaded(&storage, &Storage::historyLoaded)
    {
    }
    [[nodiscard]] bool load()
    {
        return QTest::qWaitFor([this] { return !loaded.isEmpty(); }, kDeadline);
    }

    Storage storage;
    Settings settings;
    ProfileStore profiles;
    HistoryStore history;
    QSignalSpy loaded;
};

QStringList hosts(const QList<HistoryEntry> &entries)
{
    QStringList all;
    for (const HistoryEntry &entry : entries)
        all.append(entry.address.host);
    return all;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    Folders m_folders;

    void finish() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PORTOLAN_HOME", m_home->path().toUtf8());
        m_folders = Folders::ofThisUser();
    }
    void cleanup() { finish(); }

    void whatWasOpenedIsKnownAtTheNextStartNewestFirst()
    {
        QList<HistoryEntry> before;
        {
            Opened one(m_folders);
            const QString early = one.history.add(address(QStringLiteral("ssh://early")),
                                                  {}); // before the file is read
            QVERIFY(one.load());
            const QString a = one.history.add(
                address(QStringLiteral("ssh://ops@a:2222?keepalive=5")), QStringLiteral("id"));
            one.history.add(address(QStringLiteral("ssh://b")), {});
            one.history.end(a, HistoryEntry::Outcome::Failed);
            one.history.end(a, HistoryEntry::Outcome::Lost);
            one.history.end(QStringLiteral("unknown"), HistoryEntry::Outcome::Ended);
            one.history.end(early, HistoryEntry::Outcome::Failed);
            before = one.history.entries();
            QCOMPARE(hosts(before), (QStringList{QStringLiteral("b"), QStringLiteral("a"),
                                                 QStringLiteral("early")}));
        }
        finish();
        Opened again(m_folders);
        QVERIFY(again.load());
        QCOMPARE(again.history.entries(), before);
        QCOMPARE(before.at(1).outcome, HistoryEntry::Outcome::Lost);
        QVERIFY(before.at(1).ended.isValid());
        QCOMPARE(before.at(1).profile, QStringLiteral("id"));
        QCOMPARE(before.at(0).outcome, HistoryEntry::Outcome::Open);
    }

    void eachAddressIsOfferedOnce()
    {
        Opened one(m_folders);
        QVERIFY(one.load());
        for (const char *host : {"a", "b", "a", "c", "b"})
            one.history.add(address(QStringLiteral("ssh://%1").arg(QLatin1String(host))), {});
        QCOMPARE(hosts(one.history.latest(10)),
                 (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
        QCOMPARE(hosts(one.history.latest(1)), QStringList(QStringLiteral("b")));
        QCOMPARE(hosts(one.history.latest(10,
                                          [](const HistoryEntry &entry) {
                                              return entry.address.host != QLatin1String("b");
                                          })),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a")}));
        one.history.forget(address(QStringLiteral("ssh://b")));
        QCOMPARE(one.history.entries().size(), 3);
    }

    void itIsBoundedInMemoryAndInTheFile()
    {
        {
            Opened one(m_folders);
            QVERIFY(one.load());
            for (int i = 0; i < HistoryStore::kMost + 50; ++i)
                one.history.add(address(QStringLiteral("ssh://host%1").arg(i)), {});
            QCOMPARE(one.history.entries().size(), HistoryStore::kMost);
        }
        finish();
        Opened again(m_folders);
        QVERIFY(again.load());
        QCOMPARE(again.history.entries().size(), HistoryStore::kMost);
        QCOMPARE(again.history.entries().first().address.host,
                 QStringLiteral("host%1").arg(HistoryStore::kMost + 49));
    }

    void itCanBeSwitchedOffAndClearedWithoutATrace()
    {
        {
            Opened one(m_folders);
            QVERIFY(one.load());
            one.history.add(address(QStringLiteral("ssh://canary77.example")), {});
            one.settings.set(Settings::Key::keepHistory, false);
            QVERIFY(!one.history.isOn());
            QVERIFY(
                one.history.add(address(QStringLiteral("ssh://unseen77.example")), {}).isEmpty());
            QCOMPARE(one.history.entries().size(), 1);
            one.history.clear();
            QVERIFY(one.history.entries().isEmpty());
        }
        finish();
        {
            Opened again(m_folders);
            QVERIFY(again.load());
            QVERIFY(again.history.entries().isEmpty());
            QVERIFY(!again.history.isOn());
        }
        finish();
        for (const char *const name : {"/history.db", "/portolan.db"}) {
            QFile file(m_folders.data + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 4096);
            QVERIFY(!bytes.contains("canary77"));
            QVERIFY(!bytes.contains("unseen77"));
        }
    }

    void noSecretIsKept()
    {
        Opened one(m_folders);
        QVERIFY(one.load());
        one.history.add(address(QStringLiteral("https://u:canary77@host/?token=canary77")), {});
        one.history.add(address(QStringLiteral("snmp://canary77@host")), {});
        for (const HistoryEntry &entry : one.history.entries())
            QVERIFY(!entry.address.toString().contains(QStringLiteral("canary77")));
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history.moc"
