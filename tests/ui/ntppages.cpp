// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/alarms.h"
#include "core/ntp/history/clockhistory.h"
#include "core/ntp/serveraddress.h"
#include "core/runtime/reaper.h"
#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/ntp/addserversdialog.h"
#include "ui/ntp/alarmspage.h"
#include "ui/ntp/matrixpage.h"
#include "ui/ntp/ntpimport.h"
#include "ui/ntp/ntppanel.h"
#include "ui/ntp/ntpprofilepage.h"
#include "ui/ntp/ntpsettingspage.h"
#include "ui/ntp/recommendedconfigdialog.h"
#include "ui/shell/eventlist.h"
#include "ui/shell/eventmodel.h"
#include "ui/widgets/sidedrawer.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::NtpPanel;
using Ui::NtpProfilePage;
using Ui::NtpSettingsPage;

namespace {

constexpr int kPatience = 30'000;

Address addressOf(const QString &text)
{
    const auto parsed = parseAddress(text, QStringLiteral("ntp"));
    return parsed ? parsed->address : Address{};
}

} // namespace

// The pages beside the panel of clocks: profile, settings, import, and the drawer's.
class NtpPagesTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::optional<WindowFixture> m_fixture;
    Lab m_lab = Lab::withNtp(true, true, {});

    [[nodiscard]] QString plain() const
    {
        return QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QStringLiteral("ntp-plain")).port);
    }
    [[nodiscard]] QString lie(const char *id) const
    {
        return QStringLiteral("127.0.0.1:%1")
            .arg(m_lab.hostileClocks().value(QString::fromLatin1(id)).port);
    }
    NtpPanel *open(const QString &address)
    {
        const auto panel = m_fixture->window->openAddress(address);
        return panel ? qobject_cast<NtpPanel *>(*panel) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
    }
    void init()
    {
        m_languages.choose(QStringLiteral("en"));
        m_fixture.emplace(m_languages, m_theme);
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void everyOptionComesBackFromTheProfilePage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("ntp://time.example");
        QTest::newRow("nts") << QStringLiteral(
            "ntp://time.example?nts=yes&ke_port=4461&ca=/etc/ca%20of%20ours.pem");
        QTest::newRow("key") << QStringLiteral(
            "ntp://time.example:1123?key=4294967295&key_algorithm=AES128&version=3");
        QTest::newRow("way") << QStringLiteral(
            "ntp://time.example?family=6&interleaved=no&timeout=2.5&sources=4");
        QTest::newRow("others") << QStringLiteral(
            "ntp://a.example?nts=yes&also=b.example&also=ntp%3A%2F%2Fc.example%3Fversion%3D3");
    }
    void everyOptionComesBackFromTheProfilePage()
    {
        QFETCH(QString, text);
        const Address address = addressOf(text);
        const auto targets = Ntp::serverTargets(address);
        QVERIFY(targets);
        NtpProfilePage page;
        page.show(address);
        const auto read = page.read(address);
        QVERIFY(read);
        const auto again = Ntp::serverTargets(*read);
        QVERIFY(again);
        QCOMPARE(*again, *targets);
    }
    void whatCannotBeReadStaysInTheFormAndIsNotAccepted()
    {
        const Address address = addressOf(QStringLiteral("ntp://time.example?speed=9"));
        NtpProfilePage page;
        page.show(address);
        QVERIFY(page.findChild<QLineEdit *>(QStringLiteral("ntpOthers"))
                    ->text()
                    .contains(QStringLiteral("speed=9")));
        QVERIFY(!page.read(address));

        page.show(addressOf(QStringLiteral("ntp://time.example")));
        page.findChild<QPlainTextEdit *>(QStringLiteral("ntpAlso"))
            ->setPlainText(QStringLiteral("ntp://b.example?version=9"));
        QVERIFY(!page.read(addressOf(QStringLiteral("ntp://time.example"))));

        page.show(addressOf(QStringLiteral("ntp://time.example")));
        page.findChild<QComboBox *>(QStringLiteral("ntpProtection"))->setCurrentIndex(1);
        QVERIFY(!page.read(addressOf(QStringLiteral("ntp://time.example"))));
        page.findChild<QLineEdit *>(QStringLiteral("ntpKey"))->setText(QStringLiteral("7"));
        const auto read = page.read(addressOf(QStringLiteral("ntp://time.example")));
        QVERIFY(read);
        QCOMPARE(Ntp::serverTarget(*read)->keyId, 7U);
    }
    void aLineForAShellQuotesTheAddress()
    {
        QCOMPARE(NtpProfilePage::commandLine(addressOf(QStringLiteral("ntp://a.example?also=b"))),
                 QStringLiteral("portolanctl ntp query 'ntp://a.example?also=b'"));
        QCOMPARE(NtpProfilePage::commandLine(addressOf(QStringLiteral("ntp://a.example?speed=9"))),
                 QString());
    }
    void theImportOfAnEmptyTabLetsChooseTheFileAtOnce()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        auto *const button = panel->findChild<QPushButton *>(QStringLiteral("emptyImport"));
        QVERIFY(button);
        button->click();
        auto *const dialog = panel->findChild<Ui::AddServersDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *const files = dialog->findChild<QFileDialog *>();
        QVERIFY(files && files->isVisible());
        const QString path = m_home.filePath(QStringLiteral("import.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // Another one than is watched already.
        file.write("server 127.0.0.1 port " +
                   QByteArray::number(m_lab.ntp(QStringLiteral("ntp-follower")).port) + "\n");
        file.close();
        Q_EMIT files->fileSelected(path);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->servers().size(), 1, 20'000);
    }
    void aNameWithSeveralServersIsOneLineOfAPoolInTheRecommendedFile()
    {
        const QString name = QStringLiteral("localhost:") + plain().section(QLatin1Char(':'), 1);
        NtpPanel *const panel = open(QStringLiteral("ntp://%1?sources=3").arg(name));
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->monitor().servers().front().last.has_value(), 20'000);
        const auto actions = panel->actions();
        const auto config = std::find_if(actions.begin(), actions.end(), [](const QAction *each) {
            return each->objectName() == QLatin1String("ntp.config");
        });
        QVERIFY(config != actions.end());
        (*config)->trigger();
        auto *const dialog = panel->findChild<Ui::RecommendedConfigDialog *>();
        QVERIFY(dialog);
        const QString line = QStringLiteral("pool localhost iburst maxsources 3 port ") +
                             plain().section(QLatin1Char(':'), 1);
        QVERIFY2(dialog->text().contains(line), qPrintable(dialog->text()));
        QCOMPARE(dialog->text().count(QStringLiteral("\npool ")) +
                     (dialog->text().startsWith(QStringLiteral("pool ")) ? 1 : 0),
                 1);
        QVERIFY(!dialog->text().contains(QStringLiteral("server ")));
    }
    void theServersOfADaemonBecomeOneProfile()
    {
        const QString path = m_home.filePath(QStringLiteral("chrony.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("server a.example iburst\nserver b.example nts\nmakestep 1 3\n");
        file.close();
        const auto read = Ui::ntpImporters().front().read({path});
        QVERIFY(read);
        QCOMPARE(read->profiles.size(), 1);
        const auto targets = Ntp::serverTargets(read->profiles.front().address);
        QVERIFY(targets);
        QCOMPARE(targets->size(), 2);
        QVERIFY(targets->at(1).nts);
        QVERIFY(!Ui::ntpImporters().front().read({m_home.filePath(QStringLiteral("absent"))}));
    }
    void theIntervalOfTheSettingsHoldsAtOnceAndAfterAPause()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QCOMPARE(panel->monitor().plan().interval, std::chrono::milliseconds(16'000));
        m_fixture->settings.set(NtpSettingsPage::kIntervalKey, 64);
        QCOMPARE(panel->monitor().plan().interval, std::chrono::milliseconds(64'000));
        panel->setPaused(true);
        QCOMPARE(panel->monitor().plan().interval, std::chrono::milliseconds(0));
        panel->setPaused(false);
        QCOMPARE(panel->monitor().plan().interval, std::chrono::milliseconds(64'000));
        m_fixture->settings.set(NtpSettingsPage::kDaysKey, 90);
        QCOMPARE(NtpSettingsPage::limits(m_fixture->settings).age, std::chrono::days(90));
        m_fixture->settings.set(NtpSettingsPage::kIntervalKey, QVariant());
    }
    void theMatrixShowsWhoContradictsWhomByHowMuch()
    {
        const QString follower =
            QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QStringLiteral("ntp-follower")).port);
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2&also=%3").arg(plain(), follower, lie("ahead")));
        QVERIFY(panel);
        panel->drawer().openPage(NtpPanel::kMatrix);
        const Ui::MatrixModel &model = panel->matrix().model();
        QTRY_COMPARE_WITH_TIMEOUT(model.pairs(), 3, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(model.contradictions(), 2, kPatience);
        QVERIFY(panel->matrix().sentence().startsWith(QStringLiteral("2 pairs of 3")));
        const auto text = [&model](int row, int column) {
            return model.data(model.index(row, column), Qt::DisplayRole).toString();
        };
        // Row minus column: the one that is ahead is ahead of both, and they are behind it.
        QVERIFY2(text(2, 0).startsWith(QStringLiteral("≠ +")), qPrintable(text(2, 0)));
        QVERIFY2(!text(0, 2).contains(QLatin1Char('+')), qPrintable(text(0, 2)));
        QVERIFY(!text(0, 1).contains(QStringLiteral("≠")));
        QVERIFY(text(1, 1).isEmpty());
        QVERIFY(model.data(model.index(2, 0), Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("±")));
    }
    void aRuleIsKeptAsItIsEditedAndTheUsualOnesComeBack()
    {
        Settings &settings = m_fixture->settings;
        Ui::ClockAlarmsPage page(settings);
        auto *list = page.findChild<QListWidget *>(QStringLiteral("alarmRules"));
        const QList<Ntp::AlarmRule> usual = Ntp::usualAlarmRules();
        QCOMPARE(list->count(), static_cast<int>(usual.size()));
        const auto row = static_cast<int>(std::find_if(usual.begin(), usual.end(),
                                                       [](const Ntp::AlarmRule &rule) {
                                                           return rule.subject ==
                                                                  Ntp::AlarmRule::Subject::OurClock;
                                                       }) -
                                          usual.begin());
        list->setCurrentRow(row);
        const QString before = list->item(row)->text();
        page.findChild<QDoubleSpinBox *>(QStringLiteral("alarmRaise"))->setValue(7);
        QCOMPARE(Ui::ClockAlarmsPage::rules(settings).at(row).raise, Ntp::Seconds(7e-3));
        QVERIFY(Ui::ClockAlarmsPage::rules(settings).at(row).clear <= Ntp::Seconds(7e-3));
        QVERIFY(list->item(row)->text() != before);
        list->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(!Ui::ClockAlarmsPage::rules(settings).at(row).enabled);
        page.findChild<QPushButton *>(QStringLiteral("alarmRemove"))->click();
        QCOMPARE(list->count(), static_cast<int>(usual.size()) - 1);
        page.findChild<QPushButton *>(QStringLiteral("alarmUsual"))->click();
        QCOMPARE(Ui::ClockAlarmsPage::rules(settings), usual);
        QCOMPARE(list->count(), static_cast<int>(usual.size()));
    }
    void anAlarmStandsOnThePageAndInTheEventLog()
    {
        const QString follower =
            QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QStringLiteral("ntp-follower")).port);
        Ntp::AlarmRule rule = Ntp::usualRule(Ntp::AlarmRule::Subject::Falseticker);
        rule.raiseAfter = std::chrono::seconds(0);
        m_fixture->settings.set(Ui::ClockAlarmsPage::kRulesKey,
                                QString::fromUtf8(QJsonDocument(Ntp::toJson({rule})).toJson()));
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2&also=%3").arg(plain(), follower, lie("ahead")));
        QVERIFY(panel);
        const auto raised = [&] {
            return panel->alarms().stateText().contains(QStringLiteral("contradicted"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(raised(), kPatience);
        const auto *const list = m_fixture->window->findChild<Ui::EventList *>();
        QVERIFY(list);
        const auto isLogged = [&model = list->model()] {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.index(row, Ui::EventModel::Text)
                        .data()
                        .toString()
                        .contains(QStringLiteral("is contradicted by the majority")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isLogged(), kPatience);
        m_fixture->settings.set(Ui::ClockAlarmsPage::kRulesKey, QVariant());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    NtpPagesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ntppages.moc"
