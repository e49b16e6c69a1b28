// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of a switch, and devices found in a range, in a window.
#include "core/runtime/reaper.h"
#include "tests/support/snmpagent.h"
#include "tests/support/switchrecording.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/windowcommands.h"
#include "ui/snmp/discoverydialog.h"
#include "ui/snmp/foundmodel.h"
#include "ui/snmp/graphpage.h"
#include "ui/snmp/portsmodel.h"
#include "ui/snmp/portspage.h"
#include "ui/snmp/porttiles.h"
#include "ui/snmp/snmppanel.h"
#include "ui/widgets/datatable.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;
using Ui::SnmpPanel;

namespace {

constexpr int kPatience = 30'000;

} // namespace

class SnmpNetTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QString m_recording;

    static SnmpPanel *open(WindowFixture &fixture, const ReplayAgent &agent)
    {
        const auto opened =
            fixture.window->openAddress(QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port()));
        return opened ? qobject_cast<SnmpPanel *>(*opened) : nullptr;
    }
    static Ui::DiscoveryDialog *openDialog(WindowFixture &fixture)
    {
        const auto actions = fixture.window->actions();
        for (QAction *action : actions) {
            if (action->objectName() == QLatin1String("snmp-discover"))
                action->trigger();
        }
        return fixture.window->findChild<Ui::DiscoveryDialog *>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        m_recording = m_home.filePath(QStringLiteral("switch.snmprec"));
        QFile file(m_recording);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(switchRecording(24)) > 0);
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void thePortsOfASwitchAreShownWhenTheirTabIs()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_recording});
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, agent);
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
        QVERIFY(panel->ports().view().ports.empty()); // nobody has asked for them
        auto *tabs = panel->findChild<QTabWidget *>(QStringLiteral("snmpTabs"));
        tabs->setCurrentWidget(&panel->ports());
        QTRY_COMPARE_WITH_TIMEOUT(panel->ports().model().rowCount(), 24, kPatience);
        QCOMPARE(panel->ports().tiles().count(), 24);
        const auto cell = [panel](int row, int column) {
            return panel->ports().model().index(row, column).data().toString();
        };
        QCOMPARE(cell(2, Ui::PortsModel::Port), QStringLiteral("Gi0/3"));
        QCOMPARE(cell(2, Ui::PortsModel::State), QStringLiteral("up"));
        QCOMPARE(cell(2, Ui::PortsModel::Speed), QStringLiteral("1 Gbit/s"));
        QCOMPARE(cell(2, Ui::PortsModel::Vlans), QStringLiteral("10"));
        QCOMPARE(cell(2, Ui::PortsModel::Neighbor), QStringLiteral("neighbor"));
        QCOMPARE(cell(2, Ui::PortsModel::Addresses), QStringLiteral("02:00:00:00:00:09"));
        const auto *gaps = panel->ports().findChild<QLabel *>(QStringLiteral("portGaps"));
        QVERIFY(gaps->text().contains(QStringLiteral("EtherLike-MIB")));

        // Keys move among the tiles, and the table follows.
        Ui::PortTiles &tiles = panel->ports().tiles();
        tiles.setFocus();
        QTest::keyClick(&tiles, Qt::Key_Home);
        QCOMPARE(tiles.current(), 101U);
        QTest::keyClick(&tiles, Qt::Key_Right);
        QTest::keyClick(&tiles, Qt::Key_Right);
        QCOMPARE(tiles.current(), 103U);
        QCOMPARE(panel->ports().table().currentIndex().row(), 2);
        QVERIFY(tiles.accessibleName().contains(QStringLiteral("Gi0/3")));
        QTest::keyClick(&tiles, Qt::Key_End);
        QCOMPARE(tiles.current(), 124U);
        // Enter draws what goes through it.
        QTest::keyClick(&tiles, Qt::Key_Return);
        QCOMPARE(panel->graph().count(), std::size_t(2));
        QCOMPARE(tabs->currentWidget(), &panel->graph());
    }

    void thePortsSpeakTheLanguageOfTheMoment()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_recording});
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, agent);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
        panel->findChild<QTabWidget *>(QStringLiteral("snmpTabs"))
            ->setCurrentWidget(&panel->ports());
        QTRY_COMPARE_WITH_TIMEOUT(panel->ports().model().rowCount(), 24, kPatience);
        const QString english =
            panel->ports().model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString();
        m_languages.choose(QStringLiteral("ko"));
        QVERIFY(panel->ports().model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() !=
                english);
        m_languages.choose(QStringLiteral("en"));
    }

    void devicesAreFoundOpenedAndKept()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_recording,
                                 QStringLiteral("--address"), QStringLiteral("127.0.8.3")});
        WindowFixture fixture(m_languages, m_theme);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.profiles.isLoaded(), kPatience);
        Ui::DiscoveryDialog *dialog = openDialog(fixture);
        QVERIFY(dialog && dialog->isVisible());
        auto *range = dialog->findChild<QLineEdit *>(QStringLiteral("discoveryRange"));
        auto *start = dialog->findChild<QPushButton *>(QStringLiteral("discoveryStart"));
        auto *add = dialog->findChild<QPushButton *>(QStringLiteral("discoveryAdd"));
        auto *openIt = dialog->findChild<QPushButton *>(QStringLiteral("discoveryOpen"));
        auto *table = dialog->findChild<Ui::DataTable *>(QStringLiteral("discoveryTable"));
        range->setText(QStringLiteral("10.0.0.0/8"));
        QVERIFY(dialog->planText().contains(QStringLiteral("16,777,214")));
        start->click();
        QVERIFY(!dialog->isRunning());
        range->setText(QStringLiteral("127.0.8.1-6:%1").arg(agent.port()));
        QVERIFY(dialog->planText().startsWith(QStringLiteral("6 addresses")));
        QVERIFY(!add->isEnabled());
        start->click();
        QVERIFY(dialog->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), kPatience);
        QCOMPARE(dialog->model().rowCount(), 1);
        QCOMPARE(dialog->model().index(0, Ui::FoundModel::Name).data().toString(),
                 QStringLiteral("made-up"));
        table->selectRow(0);
        QVERIFY(add->isEnabled() && openIt->isEnabled());
        const auto before = fixture.profiles.profiles().size();
        add->click();
        QCOMPARE(fixture.profiles.profiles().size(), before + 1);
        const auto kept = fixture.profiles.find(QStringLiteral("SNMP/made-up"));
        QVERIFY(kept);
        QCOMPARE(kept->address.host, QStringLiteral("127.0.8.3"));
        add->click(); // once more: another name
        QCOMPARE(fixture.profiles.profiles().size(), before + 2);
        openIt->click();
        auto *panel = qobject_cast<SnmpPanel *>(fixture.window->tabs().currentPanel());
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
    }

    void aSearchIsStoppedAtOnce()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::DiscoveryDialog *dialog = openDialog(fixture);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("discoveryRange"))
            ->setText(QStringLiteral("127.0.9.0/24:9"));
        dialog->findChild<QWidget *>(QStringLiteral("discoveryRate"))->setProperty("value", 5);
        auto *start = dialog->findChild<QPushButton *>(QStringLiteral("discoveryStart"));
        start->click();
        QVERIFY(dialog->isRunning());
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), 200);
        start->click(); // and closed in the middle of it
        dialog->close();
    }
};

QTEST_MAIN(SnmpNetTest)
#include "snmpnet.moc"
