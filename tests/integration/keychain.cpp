// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/keychainsecretstore.h"
#include "tests/support/lab.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <optional>
#include <string_view>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

using Failure = SecretStore::Failure;
using Keep = SecretStore::Keep;
using Read = tl::expected<Secret, Failure>;
using Done = tl::expected<void, Failure>;

constexpr int kDeadline = 60'000; // ms

const QString kCollection = QStringLiteral("/org/freedesktop/secrets/collection/login");

// What a caller sees, waited for with a deadline; nothing when it never came.
std::optional<Read> read(SecretStore &store, const QString &key)
{
    std::optional<Read> answer;
    QObject context;
    store.read(key, &context, [&](Read given) { answer.emplace(std::move(given)); });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, kDeadline);
    return answer;
}

std::optional<Done> write(SecretStore &store, const QString &key, std::string_view value,
                          Keep keep = Keep::Stored)
{
    std::optional<Done> answer;
    QObject context;
    store.write(key, Secret(value), keep, &context, [&](Done given) { answer = given; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, kDeadline);
    return answer;
}

std::optional<Done> remove(SecretStore &store, const QString &key)
{
    std::optional<Done> answer;
    QObject context;
    store.remove(key, &context, [&](Done given) { answer = given; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, kDeadline);
    return answer;
}

// "open", "locked", "unavailable"; empty when no answer came.
QByteArray probe(SecretStore &store)
{
    QByteArray answer;
    QObject context;
    store.probe(&context, [&](SecretStore::State given) {
        answer = given == SecretStore::State::Open     ? "open"
                 : given == SecretStore::State::Locked ? "locked"
                                                       : "unavailable";
    });
    (void)QTest::qWaitFor([&] { return !answer.isEmpty(); }, kDeadline);
    return answer;
}

std::optional<Done> unlock(SecretStore &store)
{
    std::optional<Done> answer;
    QObject context;
    store.unlock(&context, [&](Done given) { answer = given; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, kDeadline);
    return answer;
}

bool holds(const std::optional<Read> &answer, std::string_view value)
{
    if (answer && !answer->has_value())
        qInfo("failure %d", static_cast<int>(answer->error()));
    return answer && answer->has_value() && (*answer)->reveal() == value;
}

template<typename Answer>
bool failedWith(const std::optional<Answer> &answer, Failure failure)
{
    const bool right = answer && !answer->has_value() && answer->error() == failure;
    if (!right)
        qInfo("%s", !answer ? "no answer"
                    : answer->has_value()
                        ? "it went well"
                        : qPrintable(QString::number(static_cast<int>(answer->error()))));
    return right;
}

QDBusMessage ask(const QString &path, const QString &interface, const QString &method,
                 const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                                          path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

// Of all programs, in the default collection.
qsizetype storedItems()
{
    const QDBusMessage reply =
        ask(kCollection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
            {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Items")});
    const QDBusPendingReply<QDBusVariant> items(reply);
    return items.isError() ? -1
                           : qdbus_cast<QList<QDBusObjectPath>>(items.value().variant()).size();
}

void lockKeychain()
{
    (void)ask(QStringLiteral("/org/freedesktop/secrets"),
              QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
              {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(kCollection)})});
}

// The lab's keyring as this process's keychain.
class Keychain
{
public:
    explicit Keychain(const QString &id)
        : lab(Lab::withKeyrings({id}))
        , keyring(lab.error().isEmpty() ? lab.keyring(id) : LabKeyring{})
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", keyring.bus.toUtf8());
    }

    Lab lab;
    const LabKeyring keyring;
};

void checkUnavailable(SecretStore &store)
{
    QCOMPARE(probe(store), "unavailable");
    QVERIFY(failedWith(read(store, QStringLiteral("credential/a")), Failure::Unavailable));
    QVERIFY(failedWith(write(store, QStringLiteral("credential/a"), "x"), Failure::Unavailable));
    QVERIFY(failedWith(remove(store, QStringLiteral("credential/a")), Failure::Unavailable));
    QVERIFY(failedWith(unlock(store), Failure::Unavailable));
    QVERIFY(write(store, QStringLiteral("credential/s"), "here", Keep::UntilClosed)->has_value());
    QVERIFY(holds(read(store, QStringLiteral("credential/s")), "here"));
}

} // namespace

class OpenKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_keychain.lab.error(), QString()); }

    void callsReturnBeforeTheyAreAnswered()
    {
        QElapsedTimer time;
        time.start();
        bool answered = false;
        m_store.probe(this, [&](SecretStore::State state) {
            answered = true;
            QCOMPARE(state, SecretStore::State::Open);
        });
        const auto call = static_cast<double>(time.nsecsElapsed()) / 1e6;
        QVERIFY(!answered);
        QVERIFY(QTest::qWaitFor([&] { return answered; }, kDeadline));
        std::printf("first call %.2f ms, answered after %lld ms\n", call,
                    static_cast<long long>(time.elapsed()));
    }

    void whatIsWrittenIsReadAndThenForgotten()
    {
        using namespace std::string_view_literals;
        const std::string_view secret = "비밀 \0\xff 번호"sv;
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/a")), Failure::NotFound));
        QVERIFY(
            write(m_store, QStringLiteral("credential/a"), secret).value_or(Done{}).has_value());
        QVERIFY(holds(read(m_store, QStringLiteral("credential/a")), secret));
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/b")), Failure::NotFound));
        QVERIFY(write(m_store, QStringLiteral("credential/a"), "other")->has_value());
        QVERIFY(holds(read(m_store, QStringLiteral("credential/a")), "other"));
        QCOMPARE(storedItems(), 1);
        QVERIFY(remove(m_store, QStringLiteral("credential/a"))->has_value());
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/a")), Failure::NotFound));
        QVERIFY(remove(m_store, QStringLiteral("credential/a"))->has_value());
        QCOMPARE(storedItems(), 0);
    }

    void whatIsKeptUntilClosedNeverReachesTheKeychain()
    {
        QVERIFY(
            write(m_store, QStringLiteral("credential/s"), "here", Keep::UntilClosed)->has_value());
        QCOMPARE(storedItems(), 0);
        QVERIFY(holds(read(m_store, QStringLiteral("credential/s")), "here"));
        // What is stored afterwards replaces it.
        QVERIFY(write(m_store, QStringLiteral("credential/s"), "there")->has_value());
        QVERIFY(holds(read(m_store, QStringLiteral("credential/s")), "there"));
        QVERIFY(
            write(m_store, QStringLiteral("credential/s"), "here", Keep::UntilClosed)->has_value());
        QVERIFY(remove(m_store, QStringLiteral("credential/s"))->has_value());
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/s")), Failure::NotFound));
    }

    void manyCallsAtOnceAreAllAnsweredRightly()
    {
        constexpr int kCalls = 40;
        int written = 0;
        int right = 0;
        for (int i = 0; i < kCalls; ++i)
            m_store.write(QStringLiteral("credential/%1").arg(i), Secret(std::to_string(i)),
                          Keep::Stored, this, [&](Done done) { written += done.has_value(); });
        for (int i = 0; i < kCalls; ++i)
            m_store.read(QStringLiteral("credential/%1").arg(i), this, [&right, i](Read answer) {
                right += answer && answer->reveal() == std::to_string(i);
            });
        QVERIFY(QTest::qWaitFor([&] { return right == kCalls; }, kDeadline));
        QCOMPARE(written, kCalls);
        int removed = 0;
        for (int i = 0; i < kCalls; ++i)
            m_store.remove(QStringLiteral("credential/%1").arg(i), this,
                           [&](Done done) { removed += done.has_value(); });
        QVERIFY(QTest::qWaitFor([&] { return removed == kCalls; }, kDeadline));
        QCOMPARE(storedItems(), 0);
    }

    void whoHasGoneIsNotAnswered()
    {
        bool answered = false;
        auto context = std::make_unique<QObject>();
        m_store.read(QStringLiteral("credential/x"), context.get(), [&](Read) { answered = true; });
        context.reset();
        QVERIFY(read(m_store, QStringLiteral("credential/y")).has_value()); // calls run in order
        QVERIFY(!answered);
    }

    void aKeychainThatIsLockedMeanwhileSaysSo()
    {
        QVERIFY(write(m_store, QStringLiteral("credential/a"), "kept")->has_value());
        lockKeychain();
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/a")), Failure::Locked));
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/none")), Failure::Locked));
    }

private:
    Keychain m_keychain{QStringLiteral("open")};
    KeychainSecretStore m_store;
};

class LockedKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_keychain.lab.error(), QString()); }

    void lockedIsToldFromMissing()
    {
        QCOMPARE(probe(m_store), "locked");
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/a")), Failure::Locked));
    }

    void nothingIsWrittenOverWhatIsLocked()
    {
        const auto before = storedItems();
        QVERIFY(failedWith(write(m_store, QStringLiteral("credential/a"), "new"), Failure::Locked));
        QVERIFY(failedWith(remove(m_store, QStringLiteral("credential/a")), Failure::Locked));
        QCOMPARE(storedItems(), before);
    }

    void aLockedKeychainDoesNotHinderWhatIsKeptUntilClosed()
    {
        QVERIFY(
            write(m_store, QStringLiteral("credential/s"), "here", Keep::UntilClosed)->has_value());
        QVERIFY(holds(read(m_store, QStringLiteral("credential/s")), "here"));
    }

    void aDismissedPromptIsARefusal()
    {
        QVERIFY(failedWith(unlock(m_store), Failure::Denied));
        QCOMPARE(probe(m_store), "locked");
    }

private:
    Keychain m_keychain{QStringLiteral("locked")};
    KeychainSecretStore m_store;
};

class NoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    }

    void withoutABusThereIsNoKeychain() { checkUnavailable(m_store); }

    void aBusThatIsNotThereIsNoKeychain()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_folder.path().toUtf8() + "/none");
        checkUnavailable(m_store);
    }

private:
    const QTemporaryDir m_folder;
    KeychainSecretStore m_store;
};

class FailingKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_keychain.lab.error(), QString());
        QVERIFY(write(m_store, QStringLiteral("credential/a"), "kept")->has_value());
    }

    void aBusWithoutTheServiceIsNoKeychain()
    {
        QVERIFY(m_keychain.lab.kill(QStringLiteral("open")));
        checkUnavailable(m_store);
        // The same store finds it when it comes.
        QVERIFY(m_keychain.lab.start(QStringLiteral("open")));
        QCOMPARE(probe(m_store), "open");
        QVERIFY(holds(read(m_store, QStringLiteral("credential/a")), "kept"));
    }

    void aServiceThatDiesInTheMiddleOfACallIsUnavailableAndNotEmpty()
    {
        QVERIFY(m_keychain.lab.freeze(QStringLiteral("open")));
        QList<Failure> failures;
        for (int i = 0; i < 10; ++i)
            m_store.read(QStringLiteral("credential/a"), this, [&](Read answer) {
                failures.append(answer ? Failure::NotFound : answer.error());
            });
        QVERIFY(m_keychain.lab.kill(QStringLiteral("open")));
        QVERIFY(QTest::qWaitFor([&] { return failures.size() == 10; }, kDeadline));
        QCOMPARE(failures, QList<Failure>(10, Failure::Unavailable));
    }

    void itIsUsedAgainWhenItIsBack()
    {
        QVERIFY(m_keychain.lab.start(QStringLiteral("open")));
        QVERIFY(holds(read(m_store, QStringLiteral("credential/a")), "kept"));
    }

    void aServiceThatDiesAtAnyMomentNeverLooksEmpty()
    {
        for (int round = 0; round < 5; ++round) {
            int answers = 0;
            int wrong = 0;
            for (int i = 0; i < 20; ++i)
                m_store.read(QStringLiteral("credential/a"), this, [&](Read answer) {
                    ++answers;
                    wrong += !answer && answer.error() != Failure::Unavailable;
                });
            QVERIFY(QTest::qWaitFor([&] { return answers > round; }, kDeadline));
            QVERIFY(m_keychain.lab.kill(QStringLiteral("open")));
            QVERIFY(QTest::qWaitFor([&] { return answers == 20; }, kDeadline));
            QCOMPARE(wrong, 0);
            QVERIFY(m_keychain.lab.start(QStringLiteral("open")));
        }
        QVERIFY(holds(read(m_store, QStringLiteral("credential/a")), "kept"));
    }

    void theProgramOutlivesTheBus()
    {
        QCOMPARE(::kill(static_cast<pid_t>(m_keychain.keyring.busPid), SIGKILL), 0);
        QVERIFY(QTest::qWaitFor([&] { return probe(m_store) == "unavailable"; }, kDeadline));
        QVERIFY(failedWith(read(m_store, QStringLiteral("credential/a")), Failure::Unavailable));
    }

private:
    Keychain m_keychain{QStringLiteral("open")};
    KeychainSecretStore m_store;
};

namespace {

template<typename TestClass>
int runAs(int argc, char **argv)
{
    TestClass test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty()) {
        std::puts("There is no gnome-keyring-daemon here.");
        return qEnvironmentVariableIsSet("CI") ? 1 : 77;
    }
    // Prompts have nowhere to appear: each counts as dismissed.
    qunsetenv("DISPLAY");
    const QByteArray state(argc > 1 ? argv[1] : "");
    const auto run = state == "open"      ? &runAs<OpenKeychain>
                     : state == "locked"  ? &runAs<LockedKeychain>
                     : state == "absent"  ? &runAs<NoKeychain>
                     : state == "failing" ? &runAs<FailingKeychain>
                                          : nullptr;
    if (!run) {
        std::puts("tst_keychain open|locked|absent|failing [options of Qt Test]");
        return 2;
    }
    argv[1] = argv[0];
    const int code = run(argc - 1, argv + 1);
    return Reaper::waitForAll(std::chrono::seconds(10)) > 0 ? 1 : code;
}

#include "keychain.moc"
