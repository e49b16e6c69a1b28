// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/profileimport.h"
#include "core/store/profilestore.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan;

namespace {

constexpr int kDeadline = 30'000;

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QStringList &arguments,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                      QStringLiteral("/app/cli/portolanctl"),
                  arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(kDeadline) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

Profile profile(const char *name, const char *folder, const char *url)
{
    return {.id = {},
            .name = QString::fromUtf8(name),
            .folder = QString::fromUtf8(folder),
            .tags = {},
            .address = parseAddress(QString::fromUtf8(url)).value().address,
            .credential = {},
            .via = {}};
}

} // namespace

// @name and `portolanctl profile`, beside a window that has the file open.
class ProfilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ProfileStore> m_profiles;

    bool saved()
    {
        return QTest::qWaitFor(
            [this] {
                const auto there = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
                return there && there->profiles() == m_profiles->profiles();
            },
            kDeadline);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("LC_ALL", "C.UTF-8");
    }
    void cleanupTestCase()
    {
        m_profiles.reset();
        m_storage.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void withoutAFileThereAreNoneAndNoneIsMade()
    {
        const Outcome list = run(words("profile list"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.out.isEmpty());
        const Outcome exec = run(words("ssh audit @bastion"));
        QCOMPARE(exec.exitCode, 2);
        QVERIFY(exec.err.contains("bastion"));
        QVERIFY(!QDir(m_home.filePath(QStringLiteral("data"))).exists());
    }

    // As under sudo, cron or in a container.
    void aShellThatIsNoLoginIsNothingToTalkAbout()
    {
        QTemporaryDir home;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"PORTOLAN_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
                                 "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), home.path());
        const Outcome list = run(words("profile list"), environment);
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.err, QByteArray());
    }

    void whatTheWindowKeepsIsListedAndExported()
    {
        m_storage = std::make_unique<Storage>(Folders::ofThisUser());
        m_profiles = std::make_unique<ProfileStore>(*m_storage);
        QTRY_VERIFY_WITH_TIMEOUT(m_profiles->isLoaded(), kDeadline);
        const QString who =
            m_profiles->put(Credential{{}, QStringLiteral("ops"), QStringLiteral("kim"), {}})
                .value();
        Profile bastion = profile("bastion", "서울", "ssh://127.0.0.1:1");
        bastion.credential = who;
        bastion.id = m_profiles->put(bastion).value();
        Profile inner = profile("sw1", "서울", "ssh://10.0.0.1");
        inner.via = bastion.id;
        inner.tags = {QStringLiteral("core")};
        QVERIFY(m_profiles->put(inner));
        QVERIFY(m_profiles->put(profile("sw1", "부산", "ssh://10.1.0.1")));
        QVERIFY(m_profiles->put(profile("meter", "", "snmp://canary77@10.0.0.9")));
        QVERIFY(saved());

        const Outcome list = run(words("profile list"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY2(list.out.contains("서울/sw1") && list.out.contains("via 서울/bastion") &&
                     list.out.contains("#core"),
                 list.out.constData());
        const Outcome json = run(words("--json profile list"));
        QCOMPARE(json.out.count('\n'), 5); // and the summary
        QVERIFY(json.out.contains("\"via\":\"서울/bastion\""));
        QVERIFY(!list.out.contains("canary77") && !json.out.contains("canary77"));

        const Outcome all = run(words("profile export"));
        QCOMPARE(all.exitCode, 0);
        QVERIFY(!all.out.contains("canary77"));
        const auto source = fromJson(all.out);
        QVERIFY(source);
        QCOMPARE(source->profiles.size(), 4);
        const Outcome one =
            run({QStringLiteral("profile"), QStringLiteral("export"), QStringLiteral("@서울/sw1")});
        QCOMPARE(fromJson(one.out).value().profiles.size(), 2);
        QCOMPARE(run(words("profile export nobody")).exitCode, 2);
    }

    void aNameIsTakenInPlaceOfAUrl()
    {
        // Nobody listens at port 1: that it is tried shows where the name leads.
        for (const char *const name : {"@bastion", "@BASTION", "@서울/bastion"}) {
            const Outcome audit = run({QStringLiteral("--json"), QStringLiteral("ssh"),
                                       QStringLiteral("audit"), QString::fromUtf8(name)});
            QCOMPARE(audit.exitCode, 3);
        }
        const Outcome exec = run(words("--json ssh exec @bastion -- true"));
        QCOMPARE(exec.exitCode, 255);
        QVERIFY2(exec.err.contains("\"kind\":\"network\""), exec.err.constData());
        const Outcome through = run(words("ssh exec @서울/sw1 -- true"));
        QCOMPARE(through.exitCode, 255); // the bastion is the first that is tried
        QVERIFY2(through.err.contains("127.0.0.1"), through.err.constData());
        QCOMPARE(run(words("ssh audit @서울/sw1")).exitCode, 7); // not without the bastion
    }

    void aWrongNameIsAUsageErrorWithWhatIsNear()
    {
        const Outcome wrong = run(words("ssh exec @bastoin -- true"));
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("서울/bastion"), wrong.err.constData());
        const Outcome several = run(words("ssh exec @sw1 -- true"));
        QCOMPARE(several.exitCode, 2);
        QVERIFY2(several.err.contains("부산/sw1") && several.err.contains("서울/sw1"),
                 several.err.constData());
        QCOMPARE(run(words("ssh exec @ -- true")).exitCode, 2);
        QCOMPARE(run(words("ssh exec @meter -- true")).exitCode, 2); // not SSH
    }

    void theProfilesAreNotWritten()
    {
        // The window goes on beside it.
        QVERIFY(m_profiles->put(profile("late", "", "ssh://10.0.0.3")));
        QVERIFY(saved());
        QVERIFY(run(words("profile list")).out.contains("late"));
        const auto before = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
        QCOMPARE(run(words("ssh exec @bastion -- true")).exitCode, 255);
        const auto after = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
        QCOMPARE(after->profiles(), before->profiles());
    }
};

QTEST_GUILESS_MAIN(ProfilesTest)
#include "profiles.moc"
