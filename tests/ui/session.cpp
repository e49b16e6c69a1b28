// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/commandline.h"
#include "ui/shell/reconnector.h"
#include "ui/shell/restedtab.h"
#include "ui/shell/singleinstance.h"
#include "ui/shell/windowcommands.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTcpServer>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;
using Ui::Session;
using Ui::SingleInstance;
using Key = Settings::Key;

class SessionTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QTcpServer m_silent; // accepts and never says a word

    QString address(const QString &user) const
    {
        return QStringLiteral("ssh://%1@127.0.0.1:%2").arg(user).arg(m_silent.serverPort());
    }
    static void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }
    // The layout without pixels, which differ a little.
    static QByteArray shape(const Ui::TabArea &area)
    {
        int current = 0;
        QByteArray json = QJsonDocument(area.kept(current)).toJson(QJsonDocument::Compact);
        static const QRegularExpression sizes(QStringLiteral("\"sizes\":\\[[^\\]]*\\]"));
        return QString::fromUtf8(json).remove(sizes).toUtf8() + QByteArray::number(current);
    }
    static QString waitForAnswer(const QString &path, const QByteArray &line)
    {
        QLocalSocket socket;
        QByteArray answer;
        bool over = false;
        QObject::connect(&socket, &QLocalSocket::readyRead, &socket,
                         [&] { answer += socket.readAll(); });
        QObject::connect(&socket, &QLocalSocket::disconnected, &socket, [&] { over = true; });
        QObject::connect(&socket, &QLocalSocket::errorOccurred, &socket, [&] { over = true; });
        socket.connectToServer(path);
        socket.write(line);
        return QTest::qWaitFor([&] { return over; }, 20'000) ? QString::fromUtf8(answer)
                                                             : QStringLiteral("no end");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }
    void init() { m_languages.choose(QStringLiteral("en")); }
    void cleanup()
    {
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QDir(m_home.path()).removeRecursively();
        QDir().mkpath(m_home.path());
    }

    void whatWasOpenIsThereAgainAndWaits()
    {
        WindowFixture fixture(m_languages, m_theme);
        Session session(*fixture.workspace);
        session.start();
        for (const char *user : {"a", "b", "c"})
            QVERIFY(fixture.window->openAddress(address(QLatin1String(user))));
        fixture.window->area().splitCurrent(Ui::Side::Right);
        fixture.window->area().splitCurrent(Ui::Side::Below);
        fixture.window->area().moveToNewWindow(
            fixture.window->area().groups().front()->currentWidget());
        settle();
        QCOMPARE(fixture.workspace->windows().size(), 2);
        const QByteArray before = shape(fixture.window->area());
        QTRY_VERIFY(!fixture.settings.bytes(Key::sessionWindows).isEmpty());
        QTRY_VERIFY(QJsonDocument::fromJson(fixture.settings.bytes(Key::sessionWindows))
                        .object()
                        .value(QLatin1String("windows"))
                        .toArray()
                        .size() == 2);

        Session next(*fixture.workspace);
        QCOMPARE(next.keptTabs(), 5);
        QCOMPARE(next.restore(), 2);
        QCOMPARE(fixture.workspace->windows().size(), 4);
        Ui::MainWindow *again = nullptr;
        for (Ui::MainWindow *window : fixture.workspace->windows()) {
            if (window != fixture.window.get() && shape(window->area()) == before)
                again = window;
        }
        QVERIFY(again);
        // What is shown is built, and waits; what is not shown is not even built.
        QTRY_COMPARE(again->area().panels().size(), 3);
        for (const Panel *panel : again->area().panels())
            QCOMPARE(panel->state(), Panel::State::Idle);
        QCOMPARE(again->findChildren<Ui::RestedTab *>().size(), 1);
        QCOMPARE(shape(again->area()), before);

        Panel *waiting = again->area().currentPanel();
        waiting->findChild<QPushButton *>(QStringLiteral("activate"))->click();
        QTRY_COMPARE(waiting->state(), Panel::State::Connecting);
        const auto windows = fixture.workspace->windows();
        for (Ui::MainWindow *window : windows) {
            if (window != fixture.window.get())
                window->close();
        }
        settle();
    }

    void aPasswordIsNeverKept()
    {
        WindowFixture fixture(m_languages, m_theme);
        Session session(*fixture.workspace);
        session.start();
        QVERIFY(fixture.window->openAddress(address(QStringLiteral("ops:canary-55d1"))));
        QTRY_VERIFY(fixture.settings.bytes(Key::sessionWindows).contains("ops@"));
        QVERIFY(!fixture.settings.bytes(Key::sessionWindows).contains("canary"));
    }

    void anythingIsReadAsASession_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("torn") << QByteArray("{\"version\":1,\"windows\":[{");
        QTest::newRow("another version") << QByteArray("{\"version\":2,\"windows\":[{}]}");
        QTest::newRow("wrong kinds")
            << QByteArray("{\"version\":1,\"windows\":[7,{\"layout\":[]},{\"layout\":{\"tabs\":"
                          "[1,{\"address\":5},{\"address\":\"gopher://x\"}],\"current\":-9}}]}");
        QByteArray deep = "{\"tabs\":[{}]}";
        for (int i = 0; i < 200; ++i)
            deep = "{\"split\":\"right\",\"parts\":[" + deep + ",{\"tabs\":[{}]}]}";
        QTest::newRow("very deep")
            << QByteArray("{\"version\":1,\"windows\":[{\"layout\":" + deep + "}]}");
        QByteArray many = "{\"address\":\"ssh://a\"}";
        for (int i = 0; i < 12; ++i)
            many += "," + many;
        QTest::newRow("very many")
            << QByteArray("{\"version\":1,\"windows\":[{\"layout\":{\"tabs\":[" + many + "]}}]}");
    }
    void anythingIsReadAsASession()
    {
        QFETCH(const QByteArray, kept);
        WindowFixture fixture(m_languages, m_theme);
        fixture.settings.set(Key::sessionWindows, kept);
        Session session(*fixture.workspace);
        const int before = int(fixture.workspace->windows().size());
        const int opened = session.restore();
        QCOMPARE(int(fixture.workspace->windows().size()), before + opened);
        int tabs = 0;
        const auto windows = fixture.workspace->windows();
        for (Ui::MainWindow *window : windows) {
            for (const Ui::Tabs *group : window->area().groups()) {
                QVERIFY(group->count() > 0);
                tabs += group->count();
            }
            if (window != fixture.window.get())
                window->close();
        }
        QVERIFY(tabs <= Session::kMostTabs + 2);
        settle();
    }

    void manyTabsConnectAFewAtATime()
    {
        WindowFixture fixture(m_languages, m_theme);
        const Ui::PanelSpec *spec = fixture.workspace->panelFor(QStringLiteral("ssh"));
        for (int i = 0; i < 20; ++i)
            fixture.window->tabs().addRested(
                *spec, Ui::OpenRequest{
                           .address = parseAddress(address(QStringLiteral("u%1").arg(i)))->address,
                           .connect = false});
        fixture.workspace->connectAll();
        const auto connecting = [&] {
            int count = 0;
            for (const Panel *panel : fixture.window->area().panels())
                count += panel->state() == Panel::State::Connecting ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(connecting(), Ui::Reconnector::kMostAtOnce);
        QCOMPARE(fixture.workspace->reconnector().waiting(), 20 - Ui::Reconnector::kMostAtOnce);
        // One that goes makes room for one.
        for (Panel *panel : fixture.window->area().panels()) {
            if (panel->state() == Panel::State::Connecting) {
                Ui::Tabs *group = Ui::Tabs::of(panel);
                group->closeTab(group->indexOf(panel));
                break;
            }
        }
        settle();
        QTRY_COMPARE_WITH_TIMEOUT(connecting(), Ui::Reconnector::kMostAtOnce, 20'000);
        QCOMPARE(fixture.workspace->reconnector().waiting(), 20 - Ui::Reconnector::kMostAtOnce - 1);
    }

    void theTabOnTopConnectsToo()
    {
        WindowFixture fixture(m_languages, m_theme);
        fixture.settings.set(Key::connectRestored, QStringLiteral("all"));
        QJsonArray tabs;
        for (int i = 0; i < 3; ++i)
            tabs.append(
                QJsonObject{{QStringLiteral("address"), address(QStringLiteral("u%1").arg(i))}});
        const QJsonObject layout{{QStringLiteral("tabs"), tabs}, {QStringLiteral("current"), 2}};
        const QJsonObject kept{{QStringLiteral("layout"), layout}, {QStringLiteral("current"), 0}};
        fixture.settings.set(
            Key::sessionWindows,
            QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                      {QStringLiteral("windows"), QJsonArray{kept}}})
                .toJson());
        Session session(*fixture.workspace);
        QCOMPARE(session.restore(), 1);
        Ui::MainWindow *window = fixture.workspace->windows().last();
        // It is shown before the reconnector comes to it, and so is a panel by then.
        const auto connecting = [&] {
            int count = 0;
            for (const Panel *panel : window->area().panels())
                count += panel->state() == Panel::State::Connecting ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(connecting(), 3);
        window->close();
        settle();
    }

    void aSecondStartIsHandedToTheFirst()
    {
        const QString folder = m_home.filePath(QStringLiteral("runtime"));
        SingleInstance first(folder);
        std::optional<bool> taken;
        first.handOver({}, [&](bool yes) { taken = yes; });
        QCOMPARE(taken, std::optional<bool>(false)); // at once: nobody is there
        QVERIFY(first.listen());
        QCOMPARE(QFileInfo(first.socketPath()).permissions() & 0xF0FF,
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFileInfo(folder).permissions() & 0x00FF, QFile::Permissions());

        QSignalSpy requests(&first, &SingleInstance::requested);
        SingleInstance second(folder);
        taken.reset();
        second.handOver({QStringLiteral("ssh://a"), QStringLiteral("ssh://b")},
                        [&](bool yes) { taken = yes; });
        QTRY_VERIFY(taken);
        QVERIFY(*taken);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests[0][0].toStringList(),
                 (QStringList{QStringLiteral("ssh://a"), QStringLiteral("ssh://b")}));
        QVERIFY(!second.listen());
        // Another folder is another program.
        SingleInstance other(m_home.filePath(QStringLiteral("other")));
        taken.reset();
        other.handOver({}, [&](bool yes) { taken = yes; });
        QCOMPARE(taken, std::optional<bool>(false));
        QVERIFY(other.listen());
    }

    void whatADeadProgramLeftIsNoHindrance()
    {
        const QString folder = m_home.filePath(QStringLiteral("runtime"));
        QVERIFY(QDir().mkpath(folder));
        QFile left(folder + QStringLiteral("/window.socket"));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance instance(folder);
        std::optional<bool> taken;
        instance.handOver({}, [&](bool yes) { taken = yes; });
        QTRY_COMPARE(taken, std::optional<bool>(false));
        QVERIFY(instance.listen());
    }

    void strangeMessagesOpenNothing()
    {
        SingleInstance instance(m_home.filePath(QStringLiteral("runtime")));
        QVERIFY(instance.listen());
        QSignalSpy requests(&instance, &SingleInstance::requested);
        const QString path = instance.socketPath();
        const QString no = QStringLiteral("{\"taken\":false}\n");
        QCOMPARE(waitForAnswer(path, "\n"), no);
        QCOMPARE(waitForAnswer(path, "{\"version\":1,\"urls\":[\"ssh://a\"]}\n"),
                 qEnvironmentVariable("DISPLAY").isEmpty() ? QStringLiteral("{\"taken\":true}\n")
                                                           : no);
        QCOMPARE(waitForAnswer(path, "{\"version\":1,\"display\":\"of nobody\"}\n"), no);
        QCOMPARE(waitForAnswer(path, QByteArray(2 * SingleInstance::kMostBytes, 'x')), QString());
        // Silence is hung up on.
        QCOMPARE(waitForAnswer(path, "{\"version\":1"), QString());
        QVERIFY(requests.size() <= 1);
    }

    void theCommandLineIsReadLikeXterms()
    {
        const auto read = [](const char *words) {
            return Ui::CommandLine::read(
                QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts));
        };
        const auto command = read("--lang ko -e ls -l --help ssh://x");
        QVERIFY(command);
        QCOMPARE(command->command.join(QLatin1Char(' ')), QStringLiteral("ls -l --help ssh://x"));
        QVERIFY(command->closeOnExit);
        QVERIFY(!command->mayBeHandedOver());
        QVERIFY(command->answer.isEmpty());
        const auto plain = read("ssh://a b");
        QVERIFY(plain && plain->mayBeHandedOver() && !plain->closeOnExit);
        QCOMPARE(plain->addresses.size(), 2);
        QVERIFY(!read("--new-window ssh://a")->mayBeHandedOver());
        QVERIFY(read("--help")->answer.contains(QStringLiteral("--close-on-exit")));
        for (const char *wrong : {"-e", "ssh://a -e ls", "--nonsense", "--lang fr"}) {
            const auto line = read(wrong);
            QVERIFY2(!line && line.error().kind == Error::Kind::Usage, wrong);
        }
    }
};

QTEST_MAIN(SessionTest)
#include "session.moc"
