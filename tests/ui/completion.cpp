// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/completionlist.h"
#include "ui/shell/connectiontree.h"
#include "ui/shell/protocolprobe.h"
#include "ui/shell/quickconnect.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/typedfield.h"

#include <QDir>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

constexpr std::array kSchemes{QLatin1String("test")};

} // namespace

class CompletionTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QTcpServer m_silent;
    std::unique_ptr<WindowFixture> m_fixture;

    Ui::TypedField &field() { return m_fixture->window->quickConnect().field(); }
    Ui::CompletionList &list() { return *m_fixture->window->findChild<Ui::CompletionList *>(); }
    Ui::Panel *panel() { return m_fixture->window->area().currentPanel(); }
    QString silentAddress() const
    {
        return QStringLiteral("ssh://ops@127.0.0.1:%1").arg(m_silent.serverPort());
    }
    QString add(const QString &name, const QString &address)
    {
        Profile profile;
        profile.name = name;
        profile.address = parseAddress(address)->address;
        return m_fixture->profiles.put(profile).value();
    }
    QStringList offered()
    {
        QStringList names;
        for (int row = 0; row < list().model().rowCount(); ++row)
            names.append(list().model().index(row, 0).data().toString());
        return names;
    }
    void type(const QString &text)
    {
        field().setFocus();
        field().selectAll();
        QTest::keyClick(&field(), Qt::Key_Delete);
        field().insert(text);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", (m_home.path() + QStringLiteral("/no-lab")).toUtf8());
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }
    void init()
    {
        QDir(m_home.path() + QStringLiteral("/data")).removeRecursively();
        m_fixture = std::make_unique<WindowFixture>(m_languages, m_theme);
        QTRY_VERIFY(m_fixture->profiles.isLoaded());
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        add(QStringLiteral("서울 관문"), silentAddress());
        add(QStringLiteral("core-sw1"), QStringLiteral("ssh://admin@10.1.3.1"));
        add(QStringLiteral("core-sw2"), QStringLiteral("ssh://admin@10.1.3.2"));
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void theListFollowsEachKeyAndTheInputMethod()
    {
        type(QStringLiteral("sw"));
        QVERIFY(list().isOpen());
        QCOMPARE(offered(), (QStringList{QStringLiteral("core-sw1"), QStringLiteral("core-sw2")}));
        QVERIFY(!list().chosen());
        type({});
        QVERIFY(!list().isOpen());
        QInputMethodEvent event(QStringLiteral("서"), {});
        QCoreApplication::sendEvent(&field(), &event);
        QCOMPARE(offered(), QStringList{QStringLiteral("서울 관문")});
        QVERIFY(field().text().isEmpty());
    }

    void enterMeansWhatWasTypedUntilSomethingIsChosen()
    {
        QSignalSpy submitted(&m_fixture->window->quickConnect(), &Ui::QuickConnect::submitted);
        QSignalSpy opened(&list(), &Ui::CompletionList::opened);
        type(QStringLiteral("nowhere://sw"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
        type(QStringLiteral("127.0"));
        QTest::keyClick(&field(), Qt::Key_Down);
        QVERIFY(list().chosen());
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
        QCOMPARE(opened.size(), 1);
        QVERIFY(!list().isOpen());
        QVERIFY(panel());
        QCOMPARE(panel()->address().toString(), silentAddress());
        QVERIFY(!panel()->profile().isEmpty());
        QVERIFY(field().text().isEmpty());
    }

    void aNameThatIsTypedExactlyIsChosen()
    {
        type(QStringLiteral("Core-SW2"));
        QVERIFY(list().chosen());
        QCOMPARE(list().chosen()->name, QStringLiteral("core-sw2"));
        type(QStringLiteral("@core-sw1"));
        QCOMPARE(list().chosen()->name, QStringLiteral("core-sw1"));
    }

    void tabPutsTheChosenAddressIntoTheFieldAndEscapeClosesOnlyTheList()
    {
        type(QStringLiteral("sw"));
        QTest::keyClick(&field(), Qt::Key_Up); // the last
        QTest::keyClick(&field(), Qt::Key_Tab);
        QCOMPARE(field().text(), QStringLiteral("ssh://admin@10.1.3.2"));
        QVERIFY(field().hasFocus());
        QVERIFY(!list().isOpen());
        QTest::keyClick(&field(), Qt::Key_Down);
        QVERIFY(list().isOpen());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(!list().isOpen());
        QVERIFY(field().hasFocus());
        QCOMPARE(field().text(), QStringLiteral("ssh://admin@10.1.3.2"));
        type(QStringLiteral("sw"));
        m_fixture->window->findChild<Ui::ConnectionTree *>()->focusFilter();
        QVERIFY(!list().isOpen());
    }

    void whatWasOpenedBeforeIsOfferedOnceAndCanBeForgotten()
    {
        HistoryStore &history = m_fixture->history;
        const Address old = parseAddress(QStringLiteral("ssh://ops@old.example"))->address;
        history.add(old, {});
        history.add(old, {});
        history.add(parseAddress(QStringLiteral("ssh://admin@10.1.3.1"))->address,
                    m_fixture->profiles.find(QStringLiteral("core-sw1"))->id);
        type(QStringLiteral("old"));
        QCOMPARE(list().model().rowCount(), 1);
        QCOMPARE(list().model().completion(0).source, Ui::Completion::Source::History);
        type(QStringLiteral("10.1.3.1"));
        QCOMPARE(list().model().rowCount(), 1);
        QCOMPARE(list().model().completion(0).name, QStringLiteral("core-sw1"));
        // With nothing typed the last ones come first.
        type({});
        QTest::keyClick(&field(), Qt::Key_Down);
        QCOMPARE(offered().mid(0, 2),
                 (QStringList{QStringLiteral("core-sw1"), QStringLiteral("ops@old.example")}));
        QCOMPARE(list().model().rowCount(), 4);
        Q_EMIT list().forgetRequested(old);
        type(QStringLiteral("old"));
        QCOMPARE(list().model().rowCount(), 0);
    }

    void anAtSignNamesAProfile()
    {
        const Result<Ui::Panel *> opened =
            m_fixture->window->openAddress(QStringLiteral(" @서울 관문"));
        QVERIFY(opened);
        QCOMPARE((*opened)->address().toString(), silentAddress());
        const Result<Ui::Panel *> unknown =
            m_fixture->window->openAddress(QStringLiteral("@nobody"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::Usage);
    }

    void aHostIsAskedWhatItAnswersAndNothingIsSentToIt()
    {
        Ui::PanelSpec answering = Ui::allPanels().front();
        answering.schemes = kSchemes;
        answering.defaultPort = m_silent.serverPort();
        Ui::PanelSpec closed = answering;
        QTcpServer refused;
        QVERIFY(refused.listen(QHostAddress::LocalHost));
        closed.defaultPort = refused.serverPort();
        refused.close();
        const std::array panels{closed, answering};
        Ui::ProtocolProbe probe(panels);
        QSignalSpy answers(&probe, &Ui::ProtocolProbe::answered);
        while (m_silent.hasPendingConnections())
            delete m_silent.nextPendingConnection();
        probe.ask(QStringLiteral("127.0.0.1"));
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.front().at(1).value<const Ui::PanelSpec *>(), &panels[1]);
        QTRY_VERIFY(m_silent.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> peer(m_silent.nextPendingConnection());
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(peer->bytesAvailable(), 0);
        probe.ask(QStringLiteral("127.0.0.1"));
        probe.cancel();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(answers.size(), 1);
    }

    void onlyWholeHostsAreAsked()
    {
        for (const char *whole : {"10.0.0.1", "::1", "localhost", "mail.example.net", "서버.한국"})
            QVERIFY2(Ui::ProtocolProbe::looksWhole(QString::fromUtf8(whole)), whole);
        for (const char *part : {"", "bast", "ops@bastion.example", "ssh://x.example", "10.0.",
                                 "mail.", "a b.example", "@name", "host:22"})
            QVERIFY2(!Ui::ProtocolProbe::looksWhole(QString::fromUtf8(part)), part);
    }

    void whatAnswersIsOfferedFirst()
    {
        type(QStringLiteral("10.1.3.1"));
        const qsizetype before = offered().size();
        list().model().addAnswer(QStringLiteral("10.1.3.1"), Ui::allPanels().front());
        QCOMPARE(offered().size(), before + 1);
        QCOMPARE(list().model().completion(0).source, Ui::Completion::Source::Answer);
        QCOMPARE(list().model().completion(0).text, QStringLiteral("ssh://10.1.3.1"));
        list().model().addAnswer(QStringLiteral("other"), Ui::allPanels().front());
        QCOMPARE(offered().size(), before + 1);
    }
};

QTEST_MAIN(CompletionTest)
#include "completion.moc"
