// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmppanel.h"

#include "core/runtime/reaper.h"
#include "core/snmp/agent.h"
#include "tests/support/snmpagent.h"
#include "tests/ui/snmpfixture.h"
#include "tests/ui/windowfixture.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/agentdiagnosispage.h"
#include "ui/snmp/agentdialog.h"
#include "ui/snmp/emptyagentpage.h"
#include "ui/snmp/graphpage.h"
#include "ui/snmp/mibpane.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/resultspage.h"
#include "ui/snmp/setdialog.h"
#include "ui/snmp/setrow.h"
#include "ui/snmp/snmpprofilepage.h"
#include "ui/snmp/tablepage.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/transcriptview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Snmp::Oid;
using Ui::Panel;
using Ui::SnmpPanel;
using Operation = Ui::OperationBar::Operation;

namespace {

constexpr int kPatience = 30'000;

template<typename Dialog>
Dialog *dialogOf(const QWidget &window)
{
    for (Dialog *dialog : window.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class SnmpPanelTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Snmpd> m_snmpd;

    static SnmpPanel *open(WindowFixture &fixture, const QString &url)
    {
        const auto opened = fixture.window->openAddress(url);
        return opened ? qobject_cast<SnmpPanel *>(*opened) : nullptr;
    }
    static bool isReady(const SnmpPanel *panel)
    {
        return panel->state() == Panel::State::Connected && !panel->library().isLoading();
    }
    // Why it is not ready, after waiting for that; empty where it is.
    static QString obstacle(const SnmpPanel *panel)
    {
        if (!panel)
            return QStringLiteral("there is no panel");
        if (QTest::qWaitFor([&] { return isReady(panel); }, kPatience))
            return {};
        const auto *notice = panel->findChild<Ui::NoticeBar *>(QStringLiteral("agentNotice"));
        return QStringLiteral("state %1, loading %2 (%3 of %4), %5")
            .arg(static_cast<int>(panel->state()))
            .arg(panel->library().isLoading())
            .arg(panel->library().done())
            .arg(panel->library().total())
            .arg(notice->sentence());
    }
    static QString local(const ReplayAgent &agent, const QString &options = {})
    {
        return QStringLiteral("snmp://127.0.0.1:%1%2")
            .arg(agent.port())
            .arg(options.isEmpty() ? QString() : QString(QLatin1Char('?') + options));
    }
    static QString valueOf(const SnmpPanel *panel, int row)
    {
        return panel->results().model().index(row, Ui::VarbindModel::Value).data().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Snmpd::isInstalled()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("snmpd is not installed");
            QSKIP("snmpd is not installed");
        }
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
        m_snmpd = std::make_unique<Snmpd>();
        QVERIFY(m_snmpd->isUp());
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_snmpd.reset(); }

    void aRealAgentSaysWhoItIsAndIsWalkedByName()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url());
        QVERIFY(panel);
        QCOMPARE(obstacle(panel), QString());
        auto *empty = panel->findChild<Ui::EmptyAgentPage *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->findChild<QLabel *>(QStringLiteral("emptyAgentHeading"))->text(),
                 QStringLiteral("lab-agent"));
        panel->run(Operation::Walk, QStringLiteral("system"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->results().isRunning(), kPatience);
        const auto &model = panel->results().model();
        QVERIFY(model.rowCount() > 8);
        QCOMPARE(model.index(0, Ui::VarbindModel::Name).data().toString(),
                 QStringLiteral("sysDescr.0"));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.varbind(row - 1).oid < model.varbind(row).oid);
        QTRY_VERIFY(!panel->metrics().isEmpty());
        // Several at once, scalars without their instance.
        panel->run(Operation::Get, QStringLiteral("sysName sysUpTime.0"));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, kPatience);
        QTRY_VERIFY(!panel->results().isRunning());
        QCOMPARE(valueOf(panel, 0), QStringLiteral("lab-agent"));
        // Each step of GETNEXT stands in the field for the next.
        panel->run(Operation::GetNext, QStringLiteral("sysName.0"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->operations().target(), QStringLiteral("sysLocation.0"),
                                  kPatience);
        // What is no name says so at the field.
        panel->run(Operation::Get, QStringLiteral("noSuchThingAtAll"));
        QVERIFY(panel->findChild<QLabel *>(QStringLiteral("targetProblem"))->isVisible());
    }

    void theCommunityOfAnAddressIsUsedAndNeverKeptInIt()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url(QStringLiteral("private")));
        QCOMPARE(obstacle(panel), QString());
        QVERIFY(!panel->address().toString().contains(QStringLiteral("private")));
        QVERIFY(!panel->title().contains(QStringLiteral("private")));
        // A write proves which one was used.
        panel->run(Operation::Set, QStringLiteral("sysContact"));
        QTRY_VERIFY(dialogOf<Ui::SetDialog>(*panel));
        auto *dialog = dialogOf<Ui::SetDialog>(*panel);
        auto *text = dialog->findChild<QLineEdit *>(QStringLiteral("setText"));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->rows().front()->previous(), kPatience);
        const QString before = text->text();
        text->setText(QStringLiteral("night watch"));
        QVERIFY2(dialog->preview().endsWith(QStringLiteral("→  night watch")),
                 qPrintable(dialog->preview()));
        dialog->findChild<QPushButton *>(QStringLiteral("setSend"))->click();
        auto *notice = panel->findChild<Ui::NoticeBar *>(QStringLiteral("agentNotice"));
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
        panel->run(Operation::Get, QStringLiteral("sysContact"));
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(panel, 0), QStringLiteral("night watch"), kPatience);
        // And back.
        Q_EMIT notice->actionClicked();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible() &&
                                     notice->sentence().contains(QStringLiteral("former")),
                                 kPatience);
        panel->run(Operation::Get, QStringLiteral("sysContact"));
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(panel, 0), before, kPatience);
    }

    void aValueThatTheModuleDoesNotAllowIsNotSent()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url(QStringLiteral("private")));
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Set, QStringLiteral("snmpEnableAuthenTraps"));
        QTRY_VERIFY(dialogOf<Ui::SetDialog>(*panel));
        auto *dialog = dialogOf<Ui::SetDialog>(*panel);
        auto *choice = dialog->findChild<QComboBox *>(QStringLiteral("setChoice"));
        QCOMPARE(choice->count(), 2);
        dialog->reject();
        panel->run(Operation::Set, QStringLiteral("snmpTargetSpinLock.0"));
        QTRY_VERIFY(dialogOf<Ui::SetDialog>(*panel));
        dialog = dialogOf<Ui::SetDialog>(*panel);
        dialog->findChild<QLineEdit *>(QStringLiteral("setText"))->setText(QStringLiteral("-1"));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("setSend"))->isEnabled());
    }

    void version3AsksForPasswordsAndAWrongOneIsNeverCalledRight()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(
            fixture, m_snmpd->url(QStringLiteral("ops"),
                                  QStringLiteral("version=3&level=authPriv&timeout=1&retries=1")));
        QVERIFY(panel);
        const auto answer = [&](const char *auth, const char *priv) {
            QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::AgentDialog>(*panel), kPatience);
            auto *dialog = dialogOf<Ui::AgentDialog>(*panel);
            dialog->findChild<QLineEdit *>(QStringLiteral("agentAuthPassword"))
                ->setText(QLatin1String(auth));
            dialog->findChild<QLineEdit *>(QStringLiteral("agentPrivPassword"))
                ->setText(QLatin1String(priv));
            dialog->findChild<QPushButton *>(QStringLiteral("agentAccept"))->click();
        };
        answer("wrong-password", Snmpd::kPriv);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        auto *notice = panel->findChild<Ui::NoticeBar *>(QStringLiteral("agentNotice"));
        QVERIFY(notice->isVisible());
        Q_EMIT notice->secondActionClicked();
        answer(Snmpd::kAuth, Snmpd::kPriv);
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Get, QStringLiteral("sysName"));
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(panel, 0), QStringLiteral("lab-agent"), kPatience);
    }

    void aSilentAgentFailsAndSaysThatPublicWasTried()
    {
        WindowFixture fixture(m_languages, m_theme);
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("2x2"),
                                 QStringLiteral("--community"), QStringLiteral("other")});
        QVERIFY(agent.port() != 0);
        SnmpPanel *panel = open(fixture, local(agent, QStringLiteral("timeout=0.2&retries=0")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        auto *notice = panel->findChild<Ui::NoticeBar *>(QStringLiteral("agentNotice"));
        QVERIFY2(notice->sentence().contains(QStringLiteral("public")),
                 qPrintable(notice->sentence()));
        // The same tab with another community.
        Q_EMIT notice->secondActionClicked();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::AgentDialog>(*panel), kPatience);
        auto *dialog = dialogOf<Ui::AgentDialog>(*panel);
        dialog->findChild<QLineEdit *>(QStringLiteral("agentCommunity"))
            ->setText(QStringLiteral("other"));
        dialog->findChild<QPushButton *>(QStringLiteral("agentAccept"))->click();
        QCOMPARE(obstacle(panel), QString());
    }

    void explainNamesWhatIsWrongAndStaysInTheLanguage()
    {
        WindowFixture fixture(m_languages, m_theme);
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("5x40"),
                                 QStringLiteral("--community"), QStringLiteral("private")});
        auto *panel = open(fixture, local(agent, QStringLiteral("timeout=0.3&retries=0")));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(panel->canExplain());
        panel->explain();
        QCOMPARE(panel->drawer().page(), QString(SnmpPanel::kExplain));
        auto &findings = panel->diagnosis().findings();
        QTRY_VERIFY_WITH_TIMEOUT(!findings.isRunning() && !findings.findings().isEmpty(),
                                 kPatience);
        QCOMPARE(findings.findings().first().id,
                 QStringLiteral("snmp.community.wrong_usual_works"));
        QVERIFY(findings.exported(QStringLiteral("md")).contains("This community is wrong"));
        m_languages.choose(QStringLiteral("ko"));
        const bool isKorean = findings.exported(QStringLiteral("md")).contains("커뮤니티 스트링");
        m_languages.choose(QStringLiteral("en"));
        QVERIFY(isKorean);
    }

    void interfacesAreATableWithTheCellsThatAreThere()
    {
        WindowFixture fixture(m_languages, m_theme);
        QFile recording(m_home.filePath(QStringLiteral("if.snmprec")));
        QVERIFY(recording.open(QIODevice::WriteOnly));
        recording.write("1.3.6.1.2.1.1.1.0|4|A switch\n"
                        "1.3.6.1.2.1.2.2.1.1.1|2|1\n1.3.6.1.2.1.2.2.1.1.7|2|7\n"
                        "1.3.6.1.2.1.2.2.1.2.1|4|lo\n1.3.6.1.2.1.2.2.1.2.7|4|eth7\n"
                        "1.3.6.1.2.1.2.2.1.8.7|2|7\n");
        recording.close();
        const ReplayAgent agent({QStringLiteral("--recording"), recording.fileName()});
        QVERIFY(agent.port() != 0);
        SnmpPanel *panel = open(fixture, local(agent));
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Table, QStringLiteral("ifTable"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->table().isRunning(), kPatience);
        QCOMPARE(panel->findChild<QTabWidget *>(QStringLiteral("snmpTabs"))->currentWidget(),
                 static_cast<QWidget *>(&panel->table()));
        const auto &model = panel->table().model();
        QCOMPARE(model.rowCount(), 2);
        QStringList names;
        for (int column = 0; column < model.columnCount(); ++column)
            names << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const auto cell = [&](int row, const char *name) {
            return model.index(row, static_cast<int>(names.indexOf(QLatin1String(name))))
                .data()
                .toString();
        };
        QCOMPARE(cell(0, "ifDescr"), QStringLiteral("lo"));
        QCOMPARE(cell(0, "ifOperStatus"), QStringLiteral("—"));
        QCOMPARE(cell(1, "ifOperStatus"), QStringLiteral("lowerLayerDown"));
        QCOMPARE(cell(1, "ifIndex"), QStringLiteral("7"));
        // Letters are no table.
        panel->run(Operation::Table, QStringLiteral("sysDescr"));
        QVERIFY(panel->findChild<QLabel *>(QStringLiteral("targetProblem"))->isVisible());
    }

    void aLongWalkStreamsInAndIsCancelledAtOnce()
    {
        WindowFixture fixture(m_languages, m_theme);
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("20x20000"),
                                 QStringLiteral("--delay"), QStringLiteral("20")});
        QVERIFY(agent.port() != 0);
        SnmpPanel *panel = open(fixture, local(agent));
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Walk, QStringLiteral("1.3.6.1.4.1.99999"));
        QVERIFY(panel->results().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(panel->results().model().total() > 500, kPatience);
        QVERIFY(panel->results().isRunning());
        QElapsedTimer time;
        time.start();
        panel->findChild<QPushButton *>(QStringLiteral("runOperation"))->click();
        QVERIFY(!panel->results().isRunning());
        QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
        QVERIFY(panel->results().status().contains(QStringLiteral("cancelled")));
        // The agent is free for the next one at once.
        const quint64 rows = panel->results().model().total();
        QVERIFY(rows > 0);
        panel->run(Operation::Get, QStringLiteral("sysDescr"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->results().model().total(), quint64(1), kPatience);
    }

    void allRowsOfAWalkAreThereOnceAndWritten()
    {
        WindowFixture fixture(m_languages, m_theme);
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("5x2000")});
        QVERIFY(agent.port() != 0);
        SnmpPanel *panel = open(fixture, local(agent));
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Walk, QStringLiteral("1.3.6.1.4.1.99999.1"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->results().isRunning(), kPatience);
        const auto &model = panel->results().model();
        QCOMPARE(model.total(), quint64(10'000));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.varbind(row - 1).oid < model.varbind(row).oid);
        const QString path = m_home.filePath(QStringLiteral("walk.csv"));
        panel->results().exportTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 10'001);
    }

    void numbersAreAskedForAgainAndDrawn()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url());
        QCOMPARE(obstacle(panel), QString());
        Ui::GraphPage &graph = panel->graph();
        graph.add(Oid{1, 3, 6, 1, 2, 1, 11, 1});       // snmpInPkts
        graph.add(Oid{1, 3, 6, 1, 2, 1, 25, 1, 1, 0}); // hrSystemUptime.0
        QTRY_COMPARE_WITH_TIMEOUT(graph.points(1), std::size_t(1), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT((graph.poll(), graph.points(0) >= 1), kPatience);
        QVERIFY(graph.csv().contains("snmpInPkts.0"));
    }

    void modulesThatAreDroppedAreLoadedOrSayWhyNot()
    {
        WindowFixture fixture(m_languages, m_theme);
        QFile module(m_home.filePath(QStringLiteral("DROPPED-MIB.txt")));
        QVERIFY(module.open(QIODevice::WriteOnly));
        module.write("DROPPED-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI\n"
                     "  acmeThing FROM ACME-NOWHERE-MIB;\ndropped OBJECT IDENTIFIER ::= { "
                     "enterprises 88888 }\nlost OBJECT IDENTIFIER ::= { acmeThing 1 }\nEND\n");
        module.close();
        SnmpPanel *panel = open(fixture, m_snmpd->url());
        QCOMPARE(obstacle(panel), QString());
        panel->modules().add({module.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(!panel->library().isLoading() &&
                                     panel->library().snapshot()->module(u"DROPPED-MIB"),
                                 kPatience);
        const auto &model = panel->modules().model();
        const int row = model.rowOf(QStringLiteral("DROPPED-MIB"));
        QVERIFY(row >= 0);
        QVERIFY2(model.report(row).contains(QStringLiteral("DROPPED-MIB.txt:3:")),
                 qPrintable(model.report(row)));
        QVERIFY(model.report(row).contains(QStringLiteral("acmeThing")));
        // Every part knows it at once, and the next run too.
        QVERIFY(panel->library().snapshot()->resolve(u"dropped.1"));
        QCOMPARE(fixture.settings.list(Ui::ModulesPage::kFoldersKey),
                 QStringList{module.fileName()});
    }

    void messagesAreShownWhileTheirPageIsOpen()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url(QStringLiteral("private")));
        QCOMPARE(obstacle(panel), QString());
        auto *view = panel->findChild<Ui::TranscriptView *>();
        panel->run(Operation::Get, QStringLiteral("sysName"));
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(panel, 0), QStringLiteral("lab-agent"), kPatience);
        QCOMPARE(view->model().rowCount(), 0);
        panel->drawer().openPage(SnmpPanel::kTranscript);
        panel->run(Operation::Get, QStringLiteral("sysName"));
        QTRY_VERIFY_WITH_TIMEOUT(view->model().rowCount() >= 2, kPatience);
        QVERIFY(!view->text().contains(QStringLiteral("private")));
    }

    void theFormOfAProfileKeepsWhatTheAddressSays()
    {
        Ui::SnmpProfilePage page;
        for (const char *url :
             {"snmp://h", "snmp://h?version=1",
              "snmp://ops@h?version=3&level=authPriv&auth=SHA-1&"
              "priv=AES-256-C&context=c1",
              "snmp://h?transport=tcp&timeout=0.5&retries=0&bulk=no&inflight=4"}) {
            const auto parsed = parseAddress(QLatin1String(url));
            QVERIFY(parsed);
            page.show(parsed->address);
            const auto read = page.read(parsed->address);
            QVERIFY(read);
            QCOMPARE(Snmp::agentAddress(*read)->target,
                     Snmp::agentAddress(parsed->address)->target);
        }
    }

    void aTabThatClosesInTheMiddleOfAWalkLeavesNothing()
    {
        WindowFixture fixture(m_languages, m_theme);
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("20x20000"),
                                 QStringLiteral("--delay"), QStringLiteral("5")});
        SnmpPanel *panel = open(fixture, local(agent));
        QCOMPARE(obstacle(panel), QString());
        panel->run(Operation::Walk, QStringLiteral("1"));
        panel->run(Operation::Table, QStringLiteral("ifTable"));
        panel->graph().add(Oid{1, 3, 6, 1, 2, 1, 1, 3, 0});
        panel->run(Operation::Set, QStringLiteral("sysContact"));
        fixture.window.reset();
    }
};

QTEST_MAIN(SnmpPanelTest)
#include "snmppanel.moc"
