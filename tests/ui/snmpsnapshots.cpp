// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots in the SNMP tab: taken, kept, compared with what is there now and with another
// credential.
#include "core/runtime/reaper.h"
#include "tests/support/snmpagent.h"
#include "tests/ui/snmpfixture.h"
#include "tests/ui/windowfixture.h"
#include "ui/snmp/agentdialog.h"
#include "ui/snmp/objectcard.h"
#include "ui/snmp/snapshotspage.h"
#include "ui/snmp/snmppanel.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/workprogress.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Portolan;
using namespace Portolan::Test;
using Kind = Snmp::Difference::Kind;
using Ui::ComparisonModel;
using Ui::Panel;
using Ui::SnapshotsPage;
using Ui::SnmpPanel;

namespace {

constexpr int kPatience = 60'000;

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

class SnmpSnapshotsPageTest : public QObject
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
        auto *panel = opened ? qobject_cast<SnmpPanel *>(*opened) : nullptr;
        if (!panel || !QTest::qWaitFor(
                          [&] {
                              return panel->state() == Panel::State::Connected &&
                                     !panel->library().isLoading();
                          },
                          kPatience))
            return nullptr;
        auto *tabs = panel->findChild<QTabWidget *>(QStringLiteral("snmpTabs"));
        tabs->setCurrentWidget(&panel->snapshots());
        return panel;
    }
    static bool choose(SnapshotsPage &page, const char *box, const QString &data)
    {
        auto *combo = page.findChild<QComboBox *>(QLatin1String(box));
        const int at = combo->findData(data);
        combo->setCurrentIndex(at);
        return at >= 0;
    }
    static bool taken(SnapshotsPage &page)
    {
        const auto before = page.shelf().entries().size();
        page.take();
        return QTest::qWaitFor(
            [&] { return !page.isRunning() && page.shelf().entries().size() == before + 1; },
            kPatience);
    }
    static bool compared(SnapshotsPage &page)
    {
        page.compare();
        return QTest::qWaitFor([&] { return !page.isRunning(); }, kPatience) &&
               page.result().outcome();
    }
    static QString notes(const SnapshotsPage &page)
    {
        return page.findChild<QLabel *>(QStringLiteral("comparisonNotes"))->text();
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString written(const char *name, const QByteArray &text) const
    {
        QFile file(m_home.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a file of the test");
        return file.fileName();
    }
    static QByteArray interfaces(bool isUp, bool hasThird)
    {
        QByteArray text = "1.3.6.1.2.1.1.1.0|4|switch\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9.1\n"
                          "1.3.6.1.2.1.1.3.0|67|1000\n1.3.6.1.2.1.1.5.0|4|sw1\n";
        const int last = hasThird ? 3 : 2;
        for (int i = 1; i <= last; ++i) {
            const QByteArray index = QByteArray::number(i);
            text += "1.3.6.1.2.1.2.2.1.1." + index + "|2|" + index + '\n';
            text += "1.3.6.1.2.1.2.2.1.2." + index + "|4|port" + index + '\n';
            text += "1.3.6.1.2.1.2.2.1.8." + index + "|2|" + (isUp || i != 2 ? "1" : "2") + '\n';
            text += "1.3.6.1.2.1.2.2.1.10." + index + "|65|" + (isUp ? "100" : "200") + '\n';
        }
        return text;
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

    void aSnapshotOfARealAgentIsKeptComparedAndDeleted()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url());
        QVERIFY(panel);
        SnapshotsPage &page = panel->snapshots();
        page.findChild<QLineEdit *>(QStringLiteral("snapshotLabel"))
            ->setText(QStringLiteral("before"));
        QVERIFY(taken(page));
        const auto entry = page.shelf().entries().front();
        QCOMPARE(entry.name(), QStringLiteral("before"));
        QCOMPARE(entry.facts.sysName, QStringLiteral("lab-agent"));
        QVERIFY(entry.facts.varbinds.value_or(0) > 100);
        // What the agent itself tells of its processes may hold any word.
        const QByteArray head = bytesOf(entry.path).split('\n').mid(0, 2).join();
        QVERIFY(head.contains("\"url\"") && !head.contains("public"));
        QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("compareFirst"))->currentData(),
                 QVariant(entry.path));
        QVERIFY(choose(page, "compareSecond", QStringLiteral(":now")));
        QVERIFY(compared(page));
        QVERIFY(page.result().outcome()->summary.of(Kind::Advanced) > 0);
        QCOMPARE(page.result().outcome()->summary.wasRestarted, false);
        QVERIFY(notes(page).contains(QLatin1String("before, SNMPv2c")));

        page.findChild<Ui::DataTable *>(QStringLiteral("snapshots"))->selectRow(0);
        const auto buttons = page.findChildren<QToolButton *>();
        for (QToolButton *each : buttons) {
            if (each->accessibleName() == QLatin1String("Delete the snapshot"))
                each->click();
        }
        auto *question = dialogOf<Ui::ConfirmDialog>(*fixture.window);
        QVERIFY(question);
        for (QPushButton *each : question->findChildren<QPushButton *>()) {
            if (each->text() == QLatin1String("Delete"))
                each->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(page.shelf().entries().isEmpty(), kPatience);
        QVERIFY(!QFile::exists(entry.path));
    }

    void whatChangedIsShownFilteredAndSaved()
    {
        ReplayAgent agent(
            {QStringLiteral("--recording"), written("now.rec", interfaces(false, true))});
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port()));
        QVERIFY(panel);
        SnapshotsPage &page = panel->snapshots();
        page.shelf().takeFrom(written("then.rec", interfaces(true, false)));
        QTRY_COMPARE_WITH_TIMEOUT(page.shelf().entries().size(), qsizetype(1), kPatience);
        QCOMPARE(page.shelf().entries().front().name(), QStringLiteral("then.rec"));
        QVERIFY(choose(page, "compareFirst", page.shelf().entries().front().path));
        QVERIFY(choose(page, "compareSecond", QStringLiteral(":now")));
        QVERIFY(compared(page));
        ComparisonModel &model = page.result();
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex down = model.index(0, 0);
        QCOMPARE(down.data().toString(), QStringLiteral("ifEntry 2"));
        // The counter that went on is not shown.
        QCOMPARE(model.rowCount(down), 1);
        QCOMPARE(model.index(0, ComparisonModel::Before, down).data().toString(),
                 QStringLiteral("up(1)"));
        QCOMPARE(model.index(0, ComparisonModel::After, down).data().toString(),
                 QStringLiteral("down(2)"));
        const QModelIndex come = model.index(1, 0);
        QCOMPARE(model.index(1, ComparisonModel::What).data().toString(), QStringLiteral("added"));
        QCOMPARE(model.rowCount(come), 4);
        QVERIFY(notes(page).contains(QLatin1String("then.rec")));
        const auto hasKind = [&page](const char *words) {
            const auto all = page.findChildren<QToolButton *>();
            return std::any_of(all.begin(), all.end(), [&](const QToolButton *each) {
                return each->text() == QLatin1String(words);
            });
        };
        QVERIFY(hasKind("changed  1"));
        QVERIFY(hasKind("added  1"));

        // One click leads to the object.
        auto *tree = page.findChild<QTreeView *>(QStringLiteral("differences"));
        tree->setCurrentIndex(model.index(0, 0, down));
        QCOMPARE(panel->card().oid().text(), QStringLiteral("1.3.6.1.2.1.2.2.1.8.2"));

        model.setKindShown(Kind::Advanced, true);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowCount(model.index(1, 0)), 2);
        model.setKindShown(Kind::Added, false);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(*Ui::TextFilter::make(QStringLiteral("down"), {}));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({});
        model.setKindShown(Kind::Added, true);

        const QString json = m_home.filePath(QStringLiteral("found.json"));
        page.exportTo(json);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(json), kPatience);
        QCOMPARE(QJsonDocument::fromJson(bytesOf(json)).array().size(), 3);
        const QString csv = m_home.filePath(QStringLiteral("found.csv"));
        page.exportTo(csv);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(csv), kPatience);
        QVERIFY(bytesOf(csv).contains(
            "IF-MIB::ifEntry 2,ifOperStatus,changed,no,up(1),down(2),1.3.6.1.2.1.2.2.1.8.2"));

        // The words follow the language.
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(!hasKind("changed  1"));
        m_languages.choose(QStringLiteral("en"));
        page.shelf().remove(page.shelf().entries().front().path);
        QTRY_VERIFY_WITH_TIMEOUT(page.shelf().entries().isEmpty(), kPatience);
    }

    void anotherCredentialSeesItsOwnPartOfTheTree()
    {
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, m_snmpd->url());
        QVERIFY(panel);
        SnapshotsPage &page = panel->snapshots();
        QVERIFY(choose(page, "compareFirst", QStringLiteral(":now")));
        QVERIFY(choose(page, "compareSecond", QStringLiteral(":credential")));
        page.findChild<QComboBox *>(QStringLiteral("compareKind"))->setCurrentIndex(1);
        page.compare();
        auto *dialog = dialogOf<Ui::AgentDialog>(*fixture.window);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("agentCommunity"))
            ->setText(QStringLiteral("guest"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page.result().outcome() && !page.isRunning(), kPatience);
        const auto &views = page.result().outcome()->views;
        QVERIFY(views.isDifferent());
        QCOMPARE(views.second, quint64(0));
        const ComparisonModel &model = page.result();
        QString system;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex branch = model.index(row, 0);
            for (int part = 0; part < model.rowCount(branch); ++part) {
                if (model.index(part, 0, branch).data().toString() == QLatin1String("system"))
                    system = model.index(part, ComparisonModel::What, branch).data().toString();
            }
        }
        QCOMPARE(system, QStringLiteral("both see it"));
        QVERIFY(views.hasVacm);
        QVERIFY(!notes(page).contains(QLatin1String("guest")) ||
                views.reasons[1].isKnown); // the community itself is said nowhere
    }

    void anotherAgentIsAskedByItsAddress()
    {
        ReplayAgent one({QStringLiteral("--recording"), written("a.rec", interfaces(true, false))});
        ReplayAgent two({QStringLiteral("--recording"), written("b.rec", interfaces(true, true))});
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, QStringLiteral("snmp://127.0.0.1:%1").arg(one.port()));
        QVERIFY(panel);
        SnapshotsPage &page = panel->snapshots();
        QVERIFY(choose(page, "compareFirst", QStringLiteral(":now")));
        QVERIFY(choose(page, "compareSecond", QStringLiteral(":agent")));
        auto *address = page.findChild<QLineEdit *>(QStringLiteral("compareAddress"));
        QVERIFY(address->isVisible());
        address->setText(QStringLiteral("snmp://public@127.0.0.1:%1").arg(two.port()));
        QVERIFY(compared(page));
        QVERIFY(!address->text().contains(QLatin1String("public")));
        QCOMPARE(page.result().rowCount(), 1);
        address->setText(QStringLiteral("http://x"));
        page.compare();
        QVERIFY(!page.isRunning());
        QVERIFY(page.findChild<Ui::NoticeBar *>(QStringLiteral("snapshotNotice"))->isVisible());
    }

    void aSnapshotIsCancelledAtOnce()
    {
        ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("20x5000"),
                           QStringLiteral("--delay"), QStringLiteral("20")});
        WindowFixture fixture(m_languages, m_theme);
        SnmpPanel *panel = open(fixture, QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port()));
        QVERIFY(panel);
        SnapshotsPage &page = panel->snapshots();
        page.take();
        QVERIFY(page.isRunning());
        auto *progress = page.findChild<Ui::WorkProgress *>();
        QVERIFY(progress->isRunning());
        Q_EMIT progress->cancelClicked();
        QVERIFY(!page.isRunning());
        // And a comparison that goes with its panel.
        QVERIFY(choose(page, "compareFirst", QStringLiteral(":now")));
        QVERIFY(choose(page, "compareSecond", QStringLiteral(":agent")));
        page.findChild<QLineEdit *>(QStringLiteral("compareAddress"))
            ->setText(QStringLiteral("127.0.0.1:%1").arg(agent.port()));
        page.compare();
        QVERIFY(page.isRunning());
        QVERIFY(QDir(m_home.path() + QStringLiteral("/data/snmp-snapshots"))
                    .entryList(QDir::Files)
                    .isEmpty());
    }
};

QTEST_MAIN(SnmpSnapshotsPageTest)
#include "snmpsnapshots.moc"
