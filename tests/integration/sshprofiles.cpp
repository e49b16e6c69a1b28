// SPDX-License-Identifier: GPL-3.0-or-later
// portolanctl with @name against real servers: `via` another profile, credentials, the ladder.
#include "core/runtime/reaper.h"
#include "core/store/folders.h"
#include "core/store/profilestore.h"
#include "core/store/storage.h"
#include "tests/support/lab.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

constexpr int kDeadline = 60'000;

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QStringList &arguments, const QByteArray &password = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!password.isEmpty())
        environment.insert(QStringLiteral("LAB_PASSWORD"), QString::fromUtf8(password));
    process.setProcessEnvironment(environment);
    process.start(QString(QCoreApplication::applicationDirPath() +
                          QStringLiteral("/../../app/cli/portolanctl")),
                  arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(kDeadline))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

} // namespace

class SshProfilesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ProfileStore> m_profiles;

    // As the window keeps it: user and key are the credential's, not the address's.
    QString keep(const QString &name, const char *server, const QString &credential,
                 const QString &via = {})
    {
        const LabServer &place = m_lab->server(QLatin1String(server));
        Profile profile;
        profile.name = name;
        profile.address =
            parseAddress(QStringLiteral("ssh://%1:%2").arg(place.host).arg(place.port))->address;
        profile.address.options.addQueryItem(
            QStringLiteral("known_hosts"),
            QString::fromLatin1(QUrl::toPercentEncoding(place.knownHosts)));
        profile.credential = credential;
        profile.via = via;
        return m_profiles->put(profile).value_or(QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("LC_ALL", "C.UTF-8");
        qunsetenv("SSH_AUTH_SOCK");
        m_lab = std::make_unique<Lab>(QStringList{
            QStringLiteral("publickey"), QStringLiteral("any"), QStringLiteral("password")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
        m_storage = std::make_unique<Storage>(Folders::ofThisUser());
        m_profiles = std::make_unique<ProfileStore>(*m_storage);
        QTRY_VERIFY_WITH_TIMEOUT(m_profiles->isLoaded(), kDeadline);
        Credential key{{}, QStringLiteral("key"), QStringLiteral("lab"), m_lab->client().ed25519};
        Credential typed{{}, QStringLiteral("typed"), QStringLiteral("lab"), {}};
        const QString byKey = m_profiles->put(key).value();
        const QString byPassword = m_profiles->put(typed).value();
        const QString bastion = keep(QStringLiteral("bastion"), "any", byKey);
        const QString inner = keep(QStringLiteral("inner"), "publickey", byKey, bastion);
        QVERIFY(!inner.isEmpty());
        QVERIFY(!keep(QStringLiteral("secret"), "password", byPassword, bastion).isEmpty());
        QVERIFY(!keep(QStringLiteral("keyless"), "publickey", byPassword).isEmpty());
        const auto isWritten = [this] {
            const auto there = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
            return there && there->profiles() == m_profiles->profiles();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWritten(), kDeadline);
    }
    void cleanupTestCase()
    {
        m_profiles.reset();
        m_storage.reset();
        m_lab.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void aLoginThroughAnotherProfileTakesTheKeyOfTheirCredential()
    {
        const qsizetype before =
            m_lab->log(QStringLiteral("any")).count(QStringLiteral("Accepted publickey"));
        const Outcome inner = run(words("ssh exec @inner -- echo $((6*7))-$SSH_CONNECTION"));
        QVERIFY2(inner.exitCode == 0, inner.err.constData());
        QVERIFY2(inner.out.startsWith("42-127.0.0.1"), inner.out.constData());
        // It came through the bastion, with a login there of its own.
        QTRY_COMPARE_WITH_TIMEOUT(
            m_lab->log(QStringLiteral("any")).count(QStringLiteral("Accepted publickey")),
            before + 1, kDeadline);
        QVERIFY(
            m_lab->log(QStringLiteral("publickey")).contains(QStringLiteral("Accepted publickey")));
    }

    void aPasswordIsForTheHostItself()
    {
        const QByteArray password = m_lab->server(QStringLiteral("password")).password.toUtf8();
        const Outcome inside =
            run(words("--password-env LAB_PASSWORD ssh exec @secret -- echo $((6*7))"), password);
        QVERIFY2(inside.exitCode == 0 && inside.out == "42\n", inside.err.constData());
    }

    void aProfileIsDiagnosedWithItsCredential()
    {
        const Outcome fine = run(words("--json ssh diagnose @bastion"));
        QVERIFY2(fine.exitCode == 0, QByteArray(fine.out + fine.err).constData());
        QVERIFY2(fine.out.contains("\"step\"") && fine.out.contains("\"verdict\""),
                 fine.out.constData());
        QVERIFY(!fine.out.contains("\"state\":\"bad\""));
        // Without a key, and nobody there who could type one.
        const Outcome none = run(words("--json ssh diagnose @keyless"));
        QCOMPARE(none.exitCode, 4);
        QVERIFY2(none.out.contains("\"verdict\":\"problems\""), none.out.constData());
    }

    void aProfileBehindAnotherIsDiagnosedThroughIt()
    {
        const Outcome fine = run(words("--json ssh diagnose @inner"));
        QVERIFY2(fine.exitCode == 0, QByteArray(fine.out + fine.err).constData());
        QVERIFY(!fine.out.contains("\"state\":\"bad\""));
        // The bastion is what fails: it is named, not the host behind it.
        const QString place = QString::number(m_lab->server(QStringLiteral("any")).port);
        QVERIFY(m_lab->stop(QStringLiteral("any")));
        const Outcome lost = run(words("ssh diagnose @inner"));
        QVERIFY2(lost.exitCode == 3, QByteArray(lost.out + lost.err).constData());
        QVERIFY2(lost.out.contains(place.toUtf8()), lost.out.constData());
        QVERIFY(m_lab->start(QStringLiteral("any")));
    }
};

PORTOLAN_LAB_TEST_MAIN(SshProfilesTest)
#include "sshprofiles.moc"
