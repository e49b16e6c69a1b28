// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of traps against net-snmp's senders.
#include "ui/snmp/trappanel.h"

#include "core/runtime/reaper.h"
#include "tests/integration/snmptrapsession.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/eventmodel.h"
#include "ui/snmp/snmppanel.h"
#include "ui/snmp/trapaccess.h"
#include "ui/snmp/trapbar.h"
#include "ui/snmp/trapdetail.h"
#include "ui/snmp/trapfeed.h"
#include "ui/snmp/trapforwarding.h"
#include "ui/snmp/traprulespage.h"
#include "ui/snmp/trapsenddialog.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

#ifdef Q_OS_LINUX
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace Portolan;
using Portolan::Test::WindowFixture;
using SnmpTest::runNetSnmp;
using SnmpTest::words;
using Ui::Panel;
using Ui::TrapModel;
using Ui::TrapPanel;

namespace {

constexpr int kPatience = 30'000;

const QString kLinkDown = QStringLiteral("12345 1.3.6.1.6.3.1.1.5.3 1.3.6.1.2.1.2.2.1.1.7 i 7 "
                                         "1.3.6.1.2.1.2.2.1.8.7 i 2 "
                                         "1.3.6.1.2.1.31.1.1.1.18.7 s 서울-회선");

quint16 freePort()
{
    QUdpSocket probe;
    probe.bind(QHostAddress(QHostAddress::LocalHost), 0);
    return probe.localPort();
}

// The right to open low ports, of this thread and those that it makes; false where the system
// gives none to take.
bool setLowPorts(bool allowed)
{
#ifdef Q_OS_LINUX
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2]{};
    if (::syscall(SYS_capget, &header, data) != 0)
        return false;
    constexpr unsigned kBit = 1U << CAP_NET_BIND_SERVICE;
    data[0].effective =
        allowed ? data[0].effective | (data[0].permitted & kBit) : data[0].effective & ~kBit;
    return ::syscall(SYS_capset, &header, data) == 0;
#else
    Q_UNUSED(allowed)
    return false;
#endif
}

} // namespace

class SnmpTrapPanelTest final : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;

    static TrapPanel *open(WindowFixture &fixture, const QString &url)
    {
        const auto opened = fixture.window->openAddress(url);
        return opened ? qobject_cast<TrapPanel *>(*opened) : nullptr;
    }
    // Listening, with its modules loaded.
    static TrapPanel *listening(WindowFixture &fixture)
    {
        TrapPanel *panel = open(fixture, QStringLiteral("snmptrap://127.0.0.1:%1").arg(freePort()));
        const bool ready = panel && QTest::qWaitFor(
                                        [&] {
                                            return panel->state() == Panel::State::Connected &&
                                                   !panel->library().isLoading();
                                        },
                                        kPatience);
        return ready ? panel : nullptr;
    }
    static QString at(const TrapPanel *panel)
    {
        return QStringLiteral("127.0.0.1:%1").arg(panel->listening()->port);
    }
    static bool waitForRows(const TrapPanel *panel, int rows)
    {
        return QTest::qWaitFor([&] { return panel->feed().model().rowCount() == rows; }, kPatience);
    }
    static QString cell(const TrapPanel *panel, int row, TrapModel::Column column)
    {
        return panel->feed().model().index(row, column).data().toString();
    }
    static bool sendLinkDown(const TrapPanel *panel)
    {
        return runNetSnmp("snmptrap",
                          words(QStringLiteral("-v2c -c public %1 ").arg(at(panel)) + kLinkDown))
                   .exitCode == 0;
    }
    static void sendGarbage(const TrapPanel *panel)
    {
        QUdpSocket().writeDatagram(QByteArray("no SNMP at all"),
                                   QHostAddress(QHostAddress::LocalHost), panel->listening()->port);
    }
    static QStringList authentic(const QString &user, const QString &password)
    {
        return {QStringLiteral("-v3"),       QStringLiteral("-u"),       user,
                QStringLiteral("-l"),        QStringLiteral("authPriv"), QStringLiteral("-a"),
                QStringLiteral("SHA-256"),   QStringLiteral("-A"),       password,
                QStringLiteral("-x"),        QStringLiteral("AES"),      QStringLiteral("-X"),
                QStringLiteral("privatepw1")};
    }
    static bool addUser(TrapPanel *panel, const QString &name)
    {
        Ui::TrapUserEntry entry;
        entry.name = name;
        Snmp::Credentials passwords;
        passwords.authPassword = Secret("authentic1");
        passwords.privPassword = Secret("privatepw1");
        panel->access().put(entry, std::move(passwords), false);
        return QTest::qWaitFor([&] { return panel->believed() == 1; }, kPatience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("snmptrap")).isEmpty()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("net-snmp's snmptrap is not installed");
            QSKIP("net-snmp's snmptrap is not installed");
        }
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
    }
    void init()
    {
        for (const char *folder : {"/config", "/data"})
            QDir(m_home.path() + QLatin1String(folder)).removeRecursively();
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void trapsOfVersions1And2AreShownInWords()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        QVERIFY(waitForRows(panel, 1));
        QCOMPARE(cell(panel, 0, TrapModel::Name), QStringLiteral("linkDown"));
        QCOMPARE(cell(panel, 0, TrapModel::Sender), QStringLiteral("127.0.0.1"));
        QCOMPARE(cell(panel, 0, TrapModel::Severity), QStringLiteral("Error"));
        QCOMPARE(cell(panel, 0, TrapModel::Kind), QStringLiteral("v2c trap"));
        QVERIFY(cell(panel, 0, TrapModel::Varbinds)
                    .contains(QStringLiteral("ifOperStatus.7 = down(2)")));
        QVERIFY(cell(panel, 0, TrapModel::Varbinds).contains(QStringLiteral("서울-회선")));
        QCOMPARE(
            runNetSnmp("snmptrap",
                       words(QStringLiteral("-v1 -c public %1 1.3.6.1.4.1.8072 10.1.2.3 3 0 99 "
                                            "1.3.6.1.2.1.2.2.1.1.4 i 4")
                                 .arg(at(panel))))
                .exitCode,
            0);
        QVERIFY(waitForRows(panel, 2));
        QCOMPARE(cell(panel, 1, TrapModel::Name), QStringLiteral("linkUp"));
        QCOMPARE(cell(panel, 1, TrapModel::Kind), QStringLiteral("v1 trap"));
        panel->feed().table().selectRow(1);
        const auto said = panel->feed().detail().findChildren<QLabel *>();
        QVERIFY(std::any_of(said.begin(), said.end(), [](const QLabel *label) {
            return label->text().contains(QStringLiteral("10.1.2.3"));
        }));
    }

    void anInformOfVersion3OfAUserOnTheListIsAcknowledgedAndShown()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(addUser(panel, QStringLiteral("ops")));
        const auto ran = runNetSnmp("snmpinform",
                                    authentic(QStringLiteral("ops"), QStringLiteral("authentic1")) +
                                        QStringList{at(panel)} + words(kLinkDown));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QVERIFY(waitForRows(panel, 1));
        QCOMPARE(cell(panel, 0, TrapModel::Kind), QStringLiteral("v3 inform · ops"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->stats().acknowledged, quint64(1), kPatience);
        // The passwords are nowhere but in the secret store.
        const QString kept = fixture.settings.text(Ui::TrapAccess::kUsersKey);
        QVERIFY(kept.contains(QStringLiteral("ops")) &&
                !kept.contains(QStringLiteral("authentic1")));
    }

    void rejectedMessagesSayWhyAndCanBeHidden()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(addUser(panel, QStringLiteral("ops")));
        sendGarbage(panel);
        QVERIFY(waitForRows(panel, 1));
        const auto send = [&](const QString &user, const QString &password) {
            runNetSnmp("snmptrap",
                       QStringList{QStringLiteral("-e"), QStringLiteral("8000000001020304")} +
                           authentic(user, password) + QStringList{at(panel)} + words(kLinkDown));
        };
        send(QStringLiteral("ops"), QStringLiteral("wrong-password"));
        QVERIFY(waitForRows(panel, 2));
        send(QStringLiteral("stranger"), QStringLiteral("authentic1"));
        QVERIFY(waitForRows(panel, 3));
        QCOMPARE(cell(panel, 0, TrapModel::Name), QStringLiteral("notSnmp"));
        QCOMPARE(cell(panel, 1, TrapModel::Name), QStringLiteral("wrongDigest"));
        QCOMPARE(cell(panel, 2, TrapModel::Name), QStringLiteral("unknownUser"));
        QCOMPARE(cell(panel, 1, TrapModel::Varbinds),
                 Snmp::rejectionText(Snmp::Rejection::WrongDigest));
        QVERIFY(panel->feed().model().index(0, 0).data(Qt::ForegroundRole).isValid());
        QTRY_VERIFY(panel->feed().counters().contains(QStringLiteral("Rejected 3")));
        panel->feed().table().selectRow(0);
        QVERIFY(panel->feed().detail().isVisible());
        QCOMPARE(panel->feed().detail().heading(), QStringLiteral("Rejected"));
        panel->feed().findChild<QToolButton *>(QStringLiteral("showRejected"))->click();
        QCOMPARE(panel->feed().model().rowCount(), 0);
        QVERIFY(sendLinkDown(panel));
        QVERIFY(waitForRows(panel, 1));
        panel->feed().findChild<QToolButton *>(QStringLiteral("showRejected"))->click();
        QCOMPARE(panel->feed().model().rowCount(), 4);
    }

    void theFilterNarrowsAndSaysWhatItCannotRead()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        sendGarbage(panel);
        QVERIFY(waitForRows(panel, 2));
        panel->feed().setFilter(QStringLiteral("from:127.0.0.0/8 서울 -linkUp"));
        QCOMPARE(panel->feed().model().rowCount(), 1);
        QVERIFY(panel->feed().filterProblem().isEmpty());
        panel->feed().setFilter(QStringLiteral("from:300.0.0.0/99"));
        QVERIFY(!panel->feed().filterProblem().isEmpty());
        QCOMPARE(panel->feed().model().rowCount(), 1); // the former one holds
        panel->feed().setFilter(QStringLiteral("reason:notSnmp"));
        QCOMPARE(panel->feed().model().rowCount(), 1);
        QCOMPARE(cell(panel, 0, TrapModel::Name), QStringLiteral("notSnmp"));
        panel->feed().setFilter({});
        QCOMPARE(panel->feed().model().rowCount(), 2);
    }

    void aPausedListStandsStillAndLosesNothing()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        QVERIFY(waitForRows(panel, 1));
        auto *pause = panel->feed().findChild<QToolButton *>(QStringLiteral("pauseTraps"));
        pause->click();
        QVERIFY(sendLinkDown(panel));
        QTRY_COMPARE_WITH_TIMEOUT(panel->feed().model().store().size(), std::size_t(2), kPatience);
        QCOMPARE(panel->feed().model().rowCount(), 1);
        QVERIFY(panel->feed().counters().contains(QStringLiteral("1 new ones wait")));
        pause->click();
        QVERIFY(waitForRows(panel, 2));
    }

    void anAlarmIsInTheTimelineAndItsNoticeLeadsToTheRow()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        panel->feed().setFilter(QStringLiteral("name:coldStart"));
        QVERIFY(sendLinkDown(panel)); // one of the usual rules raises an alarm
        QTRY_VERIFY_WITH_TIMEOUT(panel->notice().isVisible(), kPatience);
        QVERIFY(panel->notice().sentence().contains(QStringLiteral("A link went down")));
        QCOMPARE(panel->feed().model().rowCount(), 0);
        const auto told = [&fixture] {
            const Ui::EventModel &events = fixture.workspace->events();
            for (int row = 0; row < events.rowCount(); ++row) {
                for (int column = 0; column < events.columnCount(); ++column) {
                    if (events.index(row, column)
                            .data()
                            .toString()
                            .contains(QStringLiteral("ifOperStatus.7")))
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), kPatience);
        Q_EMIT panel->notice().actionClicked();
        QCOMPARE(panel->feed().model().rowCount(), 1);
        QCOMPARE(panel->feed().detail().heading(), QStringLiteral("IF-MIB::linkDown"));
        QVERIFY(!panel->notice().isVisible());
    }

    void whatIsShownIsExportedAsCsvAndJson()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        sendGarbage(panel);
        QVERIFY(waitForRows(panel, 2));
        panel->feed().setRejectedShown(false);
        const QTemporaryDir folder;
        const QString csv = folder.filePath(QStringLiteral("traps.csv"));
        const QString json = folder.filePath(QStringLiteral("traps.jsonl"));
        const auto contentOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        panel->feed().exportTo(csv, Ui::TrapFeed::Which::Shown, Snmp::TrapFormat::Csv);
        QTRY_VERIFY_WITH_TIMEOUT(!contentOf(csv).isEmpty(), kPatience);
        QVERIFY(contentOf(csv).startsWith("\xef\xbb\xbf"));
        QVERIFY(contentOf(csv).contains("서울-회선"));
        QVERIFY(!contentOf(csv).contains("notSnmp"));
        panel->feed().exportTo(json, Ui::TrapFeed::Which::All, Snmp::TrapFormat::Json);
        QTRY_VERIFY_WITH_TIMEOUT(!contentOf(json).isEmpty(), kPatience);
        const auto lines = contentOf(json).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(
            QJsonDocument::fromJson(lines[0]).object().value(QStringLiteral("name")).toString(),
            QStringLiteral("IF-MIB::linkDown"));
    }

    void aPortThatIsTakenSaysSoAndAnotherOneCanBeTyped()
    {
        WindowFixture fixture(m_languages, m_theme);
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress(QHostAddress::LocalHost), 0,
                           QAbstractSocket::DontShareAddress));
        TrapPanel *panel =
            open(fixture, QStringLiteral("snmptrap://127.0.0.1:%1").arg(other.localPort()));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(panel->notice().sentence().contains(QStringLiteral("taken")));
        auto *place = panel->bar().findChild<QLineEdit *>(QStringLiteral("listenPlace"));
        place->setText(QStringLiteral("nonsense:::1"));
        panel->bar().findChild<QPushButton *>(QStringLiteral("listenButton"))->click();
        QVERIFY(!panel->bar().findChild<QLabel *>(QStringLiteral("listenProblem"))->isHidden());
        place->setText(QStringLiteral("127.0.0.1:%1").arg(freePort()));
        panel->bar().findChild<QPushButton *>(QStringLiteral("listenButton"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
        QVERIFY(sendLinkDown(panel));
        QVERIFY(waitForRows(panel, 1));
        panel->bar().findChild<QPushButton *>(QStringLiteral("listenButton"))->click();
        QCOMPARE(panel->state(), Panel::State::Ended);
        QCOMPARE(panel->feed().model().rowCount(), 1);
        QCOMPARE(panel->stats().traps, quint64(1));
    }

    void withoutTheRightForALowPortAnotherOneIsOneClickAway()
    {
        QFile first(QStringLiteral("/proc/sys/net/ipv4/ip_unprivileged_port_start"));
        if (!first.open(QIODevice::ReadOnly) || first.readAll().trimmed().toInt() <= 162)
            QSKIP("every port may be opened here");
        if (!setLowPorts(false))
            QSKIP("the right to open low ports cannot be put away here");
        {
            WindowFixture fixture(m_languages, m_theme);
            TrapPanel *panel = open(fixture, QStringLiteral("snmptrap://127.0.0.1"));
            QVERIFY(panel);
            QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
            QVERIFY(panel->notice().sentence().contains(QStringLiteral("1162")));
            Q_EMIT panel->notice().secondActionClicked();
            QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("redirect")));
            Q_EMIT panel->notice().actionClicked();
            QTRY_VERIFY_WITH_TIMEOUT(panel->state() == Panel::State::Connected ||
                                         panel->state() == Panel::State::Failed,
                                     kPatience);
            QCOMPARE(panel->address().port, quint16(1162));
        }
        QVERIFY(setLowPorts(true));
    }

    void explainSaysWhatWasRejected()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        sendGarbage(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->stats().allRejected(), quint64(1), kPatience);
        panel->explain();
        QCOMPARE(panel->drawer().page(), QString(TrapPanel::kExplain));
        QVERIFY(!panel->diagnosis().findings().isEmpty());
        QCOMPARE(panel->diagnosis().findings().front().id, QStringLiteral("snmp.trap.rejected"));
    }

    void anInformIsSentFromTheDialogAndItsObjectsAreChecked()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        Ui::TrapSendDialog *dialog = panel->openSend();
        dialog->setNotification(QStringLiteral("IF-MIB::linkUp"));
        const auto values = dialog->findChildren<QWidget *>(QStringLiteral("objectValue"));
        QCOMPARE(values.size(), 3); // ifIndex, ifAdminStatus, ifOperStatus
        auto *index = qobject_cast<QLineEdit *>(values[0]);
        auto *status = qobject_cast<QComboBox *>(values[2]);
        QVERIFY(index && status);
        index->setText(QStringLiteral("not a number"));
        auto *send = dialog->findChild<QPushButton *>(QStringLiteral("sendNow"));
        send->click();
        QVERIFY(dialog->result().isEmpty());
        index->setText(QStringLiteral("7"));
        status->setCurrentIndex(status->findText(QStringLiteral("down(2)")));
        dialog->findChild<QComboBox *>(QStringLiteral("sendKind"))->setCurrentIndex(1);
        send->click();
        QVERIFY(waitForRows(panel, 1));
        QCOMPARE(cell(panel, 0, TrapModel::Kind), QStringLiteral("v2c inform"));
        QCOMPARE(cell(panel, 0, TrapModel::Name), QStringLiteral("linkUp"));
        QVERIFY(cell(panel, 0, TrapModel::Varbinds)
                    .contains(QStringLiteral("ifOperStatus.1 = down(2)")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->result().contains(QStringLiteral("Acknowledged")),
                                 kPatience);
    }

    void whatComesGoesOnToSyslog()
    {
        WindowFixture fixture(m_languages, m_theme);
        QUdpSocket receiver;
        QVERIFY(receiver.bind(QHostAddress(QHostAddress::LocalHost), 0));
        Ui::TrapForwarding::keep(
            {{QStringLiteral("syslog://127.0.0.1:%1").arg(receiver.localPort()),
              QStringLiteral("name:linkDown")}},
            fixture.settings);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        QTRY_VERIFY_WITH_TIMEOUT(receiver.hasPendingDatagrams(), kPatience);
        QByteArray message(static_cast<qsizetype>(receiver.pendingDatagramSize()), '\0');
        receiver.readDatagram(message.data(), message.size());
        QVERIFY2(message.contains("linkDown") && message.contains("서울-회선"),
                 message.constData());
        // local0 (16), an error (3): what the usual rule says.
        QVERIFY2(message.startsWith("<131>1 "), message.constData());
    }

    void aRuleOfOnesOwnColoursWhatIsThereAlready()
    {
        WindowFixture fixture(m_languages, m_theme);
        TrapPanel *panel = listening(fixture);
        QVERIFY(panel);
        QVERIFY(sendLinkDown(panel));
        QVERIFY(waitForRows(panel, 1));
        panel->drawer().openPage(TrapPanel::kRules);
        panel->findChild<QToolButton *>(QStringLiteral("addRule"))->click();
        auto *filter = panel->findChild<QLineEdit *>(QStringLiteral("ruleFilter"));
        QVERIFY(filter);
        filter->selectAll();
        QTest::keyClicks(filter, QStringLiteral("ifAlias"));
        QTRY_COMPARE(cell(panel, 0, TrapModel::Severity), QStringLiteral("Warning"));
        QVERIFY(fixture.settings.text(Ui::TrapRulesPage::kRulesKey)
                    .contains(QStringLiteral("ifAlias")));
        panel->findChild<QPushButton *>(QStringLiteral("usualRules"))->click();
        QTRY_COMPARE(cell(panel, 0, TrapModel::Severity), QStringLiteral("Error"));
    }

    void theSnmpTabLeadsToTheOneTabOfTraps()
    {
        WindowFixture fixture(m_languages, m_theme);
        const TrapPanel *traps = listening(fixture);
        QVERIFY(traps);
        const auto opened = fixture.window->openAddress(
            QStringLiteral("snmp://127.0.0.1:%1?retries=0").arg(freePort()));
        QVERIFY(opened);
        auto *snmp = qobject_cast<Ui::SnmpPanel *>(*opened);
        QVERIFY(snmp);
        QCOMPARE(fixture.window->tabs().currentPanel(), static_cast<Panel *>(snmp));
        snmp->findChild<QToolButton *>(QStringLiteral("openTraps"))->click();
        QCOMPARE(fixture.window->tabs().currentPanel(), static_cast<const Panel *>(traps));
        QCOMPARE(fixture.window->tabs().count(), 2);
    }
};

QTEST_MAIN(SnmpTrapPanelTest)
#include "snmptraps.moc"
