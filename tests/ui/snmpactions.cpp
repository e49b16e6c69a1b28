// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/snmp/agent.h"
#include "core/snmp/diagnosis/diagnosis.h"
#include "tests/support/snmpagent.h"
#include "tests/ui/snmpfixture.h"
#include "tests/ui/sshfixture.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/agentdiagnosispage.h"
#include "ui/snmp/agentdialog.h"
#include "ui/snmp/resultspage.h"
#include "ui/snmp/setdialog.h"
#include "ui/snmp/setrow.h"
#include "ui/snmp/snmppanel.h"
#include "ui/snmp/tablepage.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;
using Ui::SnmpPanel;
using Operation = Ui::OperationBar::Operation;

// What changes at an agent, or in how it is asked: one click on a finding, SETs of several objects,
// the character set of its texts, the way through an SSH host.
class SnmpActionsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Snmpd> m_snmpd;

    static SnmpPanel *open(WindowFixture &fixture, const QString &url)
    {
        const auto opened = fixture.window->openAddress(url);
        return opened ? qobject_cast<SnmpPanel *>(*opened) : nullptr;
    }
    static Ui::NoticeBar *notice(const SnmpPanel *panel)
    {
        return panel->findChild<Ui::NoticeBar *>(QStringLiteral("agentNotice"));
    }
    static void untilConnected(const SnmpPanel *panel)
    {
        QVERIFY(panel);
        QTRY_VERIFY2_WITH_TIMEOUT(isConnected(panel) && !panel->library().isLoading(),
                                  qPrintable(notice(panel)->sentence()), kPatience);
    }
    // Explains, and clicks the action of that finding.
    static void clickAction(SnmpPanel *panel, const char *finding, const char *words)
    {
        panel->drawer().openPage(SnmpPanel::kExplain);
        panel->diagnosis().run();
        auto &drawer = panel->diagnosis().findings();
        QTRY_VERIFY_WITH_TIMEOUT(!drawer.isRunning() && !drawer.findings().isEmpty(), kPatience);
        const QList<Finding> findings = drawer.findings();
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.id == QLatin1String(finding);
        });
        QVERIFY2(found != findings.end(), drawer.exported(QStringLiteral("md")).constData());
        QVERIFY(!found->action.isEmpty());
        QString text = QString::fromUtf8(words);
        text.replace(QStringLiteral("%1"), found->arguments.value(0));
        const auto button = [&]() -> QPushButton * {
            for (QPushButton *each : drawer.findChildren<QPushButton *>()) {
                if (each->isVisibleTo(&drawer) && each->text() == text)
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(button(), words, kPatience);
        button()->click();
    }
    static void answerDialog(SnmpPanel *panel, const char *auth, const char *priv)
    {
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::AgentDialog>(*panel), kPatience);
        auto *dialog = dialogOf<Ui::AgentDialog>(*panel);
        dialog->findChild<QLineEdit *>(QStringLiteral("agentAuthPassword"))
            ->setText(QLatin1String(auth));
        dialog->findChild<QLineEdit *>(QStringLiteral("agentPrivPassword"))
            ->setText(QLatin1String(priv));
        dialog->findChild<QPushButton *>(QStringLiteral("agentAccept"))->click();
    }
    static QString valueOf(const SnmpPanel *panel, int row)
    {
        return panel->results().model().index(row, Ui::VarbindModel::Value).data().toString();
    }
    static void get(SnmpPanel *panel, const char *objects)
    {
        panel->run(Operation::Get, QLatin1String(objects));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->results().isRunning(), kPatience);
    }
    QString third(const char *user, const char *options) const
    {
        return m_snmpd->url(QLatin1String(user),
                            QStringLiteral("version=3&timeout=0.5&retries=1&") +
                                QLatin1String(options));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Snmpd::isInstalled()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("snmpd is not installed");
            QSKIP("snmpd is not installed");
        }
        m_snmpd = std::make_unique<Snmpd>();
        QVERIFY(m_snmpd->isUp());
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        startFresh(*m_home, m_languages, m_theme);
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_snmpd.reset(); }

    void oneClickTakesThePrivacyThatTheAgentHasAndOneTakesItBack()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, third("reeder", "auth=SHA-1&priv=AES-256"));
        QVERIFY(panel);
        answerDialog(panel, Snmpd::kAuth, Snmpd::kPriv);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.priv.protocol", "Connect with AES-256-C");
        untilConnected(panel);
        QVERIFY(panel->address().toString().contains(QStringLiteral("priv=AES-256-C")));
        QVERIFY(notice(panel)->isVisible());
        QVERIFY(notice(panel)->sentence().contains(QStringLiteral("AES-256-C")));
        // One step back, to what did not work.
        Q_EMIT notice(panel)->actionClicked();
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QVERIFY(!panel->address().toString().contains(QStringLiteral("AES-256-C")));
    }

    void exchangedPasswordsAreExchanged()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, third("ops", "level=authPriv"));
        answerDialog(panel, Snmpd::kPriv, Snmpd::kAuth);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.auth.swapped", "Exchange the two passwords");
        untilConnected(panel);
        get(panel, "sysName");
        QCOMPARE(valueOf(panel, 0), QStringLiteral("lab-agent"));
    }

    void theLevelAndTheProtocolThatTheAgentWantsAreTaken()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, third("signer", "level=authPriv&auth=SHA-256"));
        answerDialog(panel, Snmpd::kAuth, Snmpd::kPriv);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.level.unsupported", "Connect with authNoPriv");
        untilConnected(panel);
        QVERIFY(panel->address().toString().contains(QStringLiteral("level=authNoPriv")));
        panel = open(fixture, third("ops", "auth=SHA-512&priv=AES-128"));
        answerDialog(panel, Snmpd::kAuth, Snmpd::kPriv);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.auth.protocol", "Connect with SHA-256");
        untilConnected(panel);
        QVERIFY(panel->address().toString().contains(QStringLiteral("auth=SHA-256")));
    }

    void bulkRequestsAreUsedAgainAndTheUsualCommunityIsTried()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url({}, QStringLiteral("bulk=no")));
        untilConnected(panel);
        clickAction(panel, "snmp.bulk.unused", "Use bulk requests");
        untilConnected(panel);
        QVERIFY(!panel->address().toString().contains(QStringLiteral("bulk")));
        Q_EMIT notice(panel)->actionClicked();
        untilConnected(panel);
        QVERIFY(panel->address().toString().contains(QStringLiteral("bulk=no")));
        panel = open(fixture, m_snmpd->url(QStringLiteral("nonsense"),
                                           QStringLiteral("timeout=0.3&retries=0")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.community.wrong_usual_works", "Connect with “%1”");
        untilConnected(panel);
        QVERIFY(!panel->address().toString().contains(QStringLiteral("public")));
    }

    void anotherCredentialIsAskedForWhereNothingElseHelps()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, third("ops", "level=authPriv"));
        answerDialog(panel, "wrong-password", "wrong-password");
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        clickAction(panel, "snmp.auth.wrong", "Other credentials…");
        answerDialog(panel, Snmpd::kAuth, Snmpd::kPriv);
        untilConnected(panel);
    }

    void severalObjectsAreSetByOneMessageAndGoBackTogether()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url(QStringLiteral("private")));
        untilConnected(panel);
        get(panel, "sysContact sysLocation");
        const QString contact = valueOf(panel, 0);
        const QString location = valueOf(panel, 1);
        panel->run(Operation::Set, QStringLiteral("sysContact sysLocation"));
        QTRY_VERIFY(dialogOf<Ui::SetDialog>(*panel));
        auto *dialog = dialogOf<Ui::SetDialog>(*panel);
        QCOMPARE(dialog->rows().size(), 2U);
        for (const auto *row : dialog->rows())
            QTRY_VERIFY_WITH_TIMEOUT(row->previous(), kPatience);
        const auto edit = [&](std::size_t row, const char *text) {
            dialog->rows()[row]
                ->findChild<QLineEdit *>(QStringLiteral("setText"))
                ->setText(QLatin1String(text));
        };
        edit(0, "night watch");
        edit(1, "rack 7");
        QVERIFY2(dialog->preview().contains(QStringLiteral("→  night watch\nsysLocation.0: ")),
                 qPrintable(dialog->preview()));
        auto *send = dialog->findChild<QPushButton *>(QStringLiteral("setSend"));
        // A third one that this agent refuses: none is changed, and that row says so.
        auto *another = dialog->findChild<QLineEdit *>(QStringLiteral("setAnother"));
        another->setText(QStringLiteral("sysDescr"));
        dialog->findChild<QPushButton *>(QStringLiteral("setAdd"))->click();
        QCOMPARE(dialog->rows().size(), 3U);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->rows()[2]->previous(), kPatience);
        edit(2, "another machine");
        send->click();
        QTRY_VERIFY2_WITH_TIMEOUT(
            dialog->rows()[2]->isRefused(),
            qPrintable(dialog->findChild<Ui::NoticeBar *>()->sentence() + dialog->preview()), 5000);
        QVERIFY(!dialog->rows()[0]->isRefused() && !dialog->rows()[1]->isRefused());
        QVERIFY(dialog->isVisible());
        dialog->rows()[2]->findChild<QToolButton *>(QStringLiteral("setRemove"))->click();
        QCOMPARE(dialog->rows().size(), 2U);
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(notice(panel)->isVisible(), kPatience);
        get(panel, "sysContact sysLocation");
        QCOMPARE(valueOf(panel, 0), QStringLiteral("night watch"));
        QCOMPARE(valueOf(panel, 1), QStringLiteral("rack 7"));
        Q_EMIT notice(panel)->actionClicked();
        QTRY_VERIFY_WITH_TIMEOUT(notice(panel)->isVisible() &&
                                     notice(panel)->sentence().contains(QStringLiteral("former")),
                                 kPatience);
        get(panel, "sysContact sysLocation");
        QCOMPARE(valueOf(panel, 0), contact);
        QCOMPARE(valueOf(panel, 1), location);
    }

    void textsOfOldKoreanEquipmentAreReadAsChosen()
    {
        WindowFixture fixture(m_languages, m_theme);
        QFile recording(m_home->filePath(QStringLiteral("old.snmprec")));
        QVERIFY(recording.open(QIODevice::WriteOnly));
        // "서울" in CP949; what follows is Hangul in UTF-8 as well as something in CP949.
        recording.write("1.3.6.1.2.1.1.1.0|4|A switch\n"
                        "1.3.6.1.2.1.1.6.0|4x|bcadbfef\n"
                        "1.3.6.1.2.1.2.2.1.2.1|4x|bcadbfef\n1.3.6.1.2.1.2.2.1.3.1|2|6\n");
        recording.close();
        const ReplayAgent agent({QStringLiteral("--recording"), recording.fileName()});
        QVERIFY(agent.port() != 0);
        SnmpPanel *panel = open(fixture, QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port()));
        untilConnected(panel);
        get(panel, "sysLocation");
        QCOMPARE(valueOf(panel, 0), QStringLiteral("서울")); // found out
        const auto choose = [&](const QString &words) {
            QMenu *menu = panel->operations().agentMenu();
            Q_EMIT menu->aboutToShow();
            for (QAction *action : menu->actions())
                if (action->text().contains(words))
                    action->trigger();
        };
        choose(QStringLiteral("1252"));
        QCOMPARE(valueOf(panel, 0), QStringLiteral("\u00bc\u00ad\u00bf\u00ef"));
        QVERIFY(panel->address().toString().contains(QStringLiteral("charset=windows-1252")));
        choose(QStringLiteral("CP949"));
        QCOMPARE(valueOf(panel, 0), QStringLiteral("서울"));
        QVERIFY(panel->address().toString().contains(QStringLiteral("charset=windows-949")));
        panel->run(Operation::Table, QStringLiteral("ifTable"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->table().isRunning(), kPatience);
        bool found = false;
        for (int column = 0; column < panel->table().model().columnCount(); ++column)
            found = found || panel->table().model().index(0, column).data().toString() ==
                                 QStringLiteral("서울");
        QVERIFY(found);
        // A new tab with that address reads it so from the start.
        SnmpPanel *second = open(fixture, panel->address().toString());
        untilConnected(second);
        get(second, "sysLocation");
        QCOMPARE(valueOf(second, 0), QStringLiteral("서울"));
    }

    void anAgentOnTcpIsReachedThroughAnSshHost()
    {
        Lab lab({QStringLiteral("publickey")});
        QVERIFY2(lab.error().isEmpty(), qPrintable(lab.error()));
        WindowFixture fixture(m_languages, m_theme);
        const QString via = escaped(sshAddress(lab, "publickey"));
        SnmpPanel *panel =
            open(fixture, m_snmpd->url({}, QStringLiteral("transport=tcp&via=") + via));
        untilConnected(panel);
        QVERIFY(panel->calls().agent()->facts().peer.contains(QStringLiteral("lab@127.0.0.1")));
        panel->run(Operation::Walk, QStringLiteral("system"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->results().isRunning(), kPatience);
        QVERIFY(panel->results().model().rowCount() > 8);
        // The diagnosis goes the same way.
        panel->diagnosis().run();
        auto &drawer = panel->diagnosis().findings();
        QTRY_VERIFY_WITH_TIMEOUT(!drawer.isRunning(), kPatience);
        QVERIFY2(drawer.exported(QStringLiteral("md")).contains("answers this community"),
                 drawer.exported(QStringLiteral("md")).constData());
        // Single packets do not go through it: in an address, and by a profile.
        SnmpPanel *packets = open(fixture, m_snmpd->url({}, QStringLiteral("via=") + via));
        QTRY_COMPARE_WITH_TIMEOUT(packets->state(), Panel::State::Failed, kPatience);
        QVERIFY2(notice(packets)->sentence().contains(QStringLiteral("transport=tcp")),
                 qPrintable(notice(packets)->sentence()));
    }
};

QTEST_MAIN(SnmpActionsTest)
#include "snmpactions.moc"
