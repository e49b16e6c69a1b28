// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/profilestore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Portolan;

namespace {

constexpr int kDeadline = 30'000;
constexpr int kProfiles = 40;
constexpr int kKills = 60;

// The child: changes one profile after another, for ever, and says what it was told to be saved. A
// profile's port is the number of its last change.
class Writer : public QObject
{
public:
    explicit Writer(int first)
        : m_storage(Folders::ofThisUser())
        , m_profiles(m_storage)
        , m_next(first)
    {
        connect(&m_profiles, &ProfileStore::loaded, this, [this] { writeMore(); });
        connect(&m_profiles, &ProfileStore::saved, this, [this](quint64 change) {
            while (!m_written.isEmpty() && m_written.first().first <= change)
                std::printf("%d\n", m_written.takeFirst().second);
            std::fflush(stdout);
            writeMore();
        });
        connect(&m_profiles, &ProfileStore::failed, this, [](const Error &error) {
            std::fprintf(stderr, "%s %s\n", qPrintable(error.what), qPrintable(error.detail));
            std::_Exit(3);
        });
    }

private:
    void writeMore()
    {
        // A few at once, so that the end comes in every state of a transaction.
        for (; m_written.size() < 5; ++m_next) {
            const QString name = QStringLiteral("profile %1").arg(m_next % kProfiles);
            Profile profile;
            if (const auto known = m_profiles.find(name))
                profile = *known;
            profile.name = name;
            profile.folder = QStringLiteral("folder %1").arg(m_next % 3);
            profile.address = {.scheme = QStringLiteral("ssh"),
                               .host = QStringLiteral("host"),
                               .port = quint16(m_next)};
            if (!m_profiles.put(profile))
                std::_Exit(4);
            m_written.append({m_profiles.lastChange(), m_next});
        }
    }

    Storage m_storage;
    ProfileStore m_profiles;
    int m_next;
    QList<std::pair<quint64, int>> m_written; // change, number
};

} // namespace

class StorageKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasReportedAsSavedSurvivesKill9()
    {
        const QTemporaryDir home;
        qputenv("PORTOLAN_HOME", home.path().toUtf8());
        const QString file = Folders::ofThisUser().data + QStringLiteral("/portolan.db");
        QRandomGenerator random(20261122);
        int last = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--write"), QString::number(last + 1)});
            // Some bytes more or less: the moment is anywhere in a change.
            const qint64 enough = 1 + random.bounded(600);
            QByteArray said;
            while (said.size() < enough) {
                QVERIFY2(child.waitForReadyRead(kDeadline), qPrintable(child.errorString()));
                said += child.readAll();
            }
            child.kill();
            QVERIFY(child.waitForFinished(kDeadline));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            said += child.readAll();
            const QList<QByteArray> lines = said.left(said.lastIndexOf('\n')).split('\n');
            last = lines.last().toInt();
            QVERIFY(last > 0);

            const auto set = ProfileSet::read(file);
            QVERIFY2(set, set ? "" : qPrintable(set.error().what + set.error().detail));
            for (int number = std::max(1, last - kProfiles + 1); number <= last; ++number) {
                const auto found = set->find(QStringLiteral("profile %1").arg(number % kProfiles));
                QVERIFY2(
                    found,
                    qPrintable(QStringLiteral("change %1 after kill %2").arg(number).arg(kill)));
                QVERIFY(found->address.port >= number);
            }
            for (const Profile &profile : set->profiles())
                last =
                    std::max<int>(last, profile.address.port); // what was done without being told
        }
        QVERIFY(last > kKills);
        // And the program itself takes the file up as it is.
        Storage storage(Folders::ofThisUser());
        ProfileStore profiles(storage);
        bool failed = false;
        connect(&profiles, &ProfileStore::failed, &profiles, [&] { failed = true; });
        QTRY_VERIFY_WITH_TIMEOUT(profiles.isLoaded(), kDeadline);
        QVERIFY(!failed);
        QVERIFY(profiles.profiles().size() <= kProfiles);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0) {
        const Writer writer(QByteArray(argv[2]).toInt());
        return QCoreApplication::exec();
    }
    StorageKillTest test;
    const int code = QTest::qExec(&test, argc, argv);
    return Reaper::waitForAll(std::chrono::seconds(20)) > 0 ? 1 : code;
}
#include "storagekill.moc"
