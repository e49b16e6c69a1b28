// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/ntppanel.h"

#include "core/runtime/reaper.h"
#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/ntp/chartspane.h"
#include "ui/ntp/intervalsview.h"
#include "ui/ntp/matrixpage.h"
#include "ui/ntp/serverpage.h"
#include "ui/ntp/serversmodel.h"
#include "ui/ntp/serverspage.h"
#include "ui/ntp/verdictbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/workprogress.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::NtpPanel;
using Ui::Panel;
using Ui::ServersModel;

namespace {

constexpr int kPatience = 30'000;

} // namespace

// The panel of clocks against real servers and servers that lie.
class NtpPanelTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::optional<WindowFixture> m_fixture;
    Lab m_lab = Lab::withNtp(true, true, {});

    NtpPanel *open(const QString &address)
    {
        const auto panel = m_fixture->window->openAddress(address);
        return panel ? qobject_cast<NtpPanel *>(*panel) : nullptr;
    }
    [[nodiscard]] QString lie(const char *id) const
    {
        return QStringLiteral("127.0.0.1:%1")
            .arg(m_lab.hostileClocks().value(QString::fromLatin1(id)).port);
    }
    [[nodiscard]] QString plain() const
    {
        return QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QStringLiteral("ntp-plain")).port);
    }
    static QString cell(const NtpPanel &panel, int row, ServersModel::Column column)
    {
        const auto *const model = panel.servers().table().source();
        return row < model->rowCount() ? model->index(row, column).data().toString() : QString();
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

    void aVerdictStandsWithinFiveSecondsOfNamingServers()
    {
        QElapsedTimer timer;
        timer.start();
        NtpPanel *const panel = open(QStringLiteral("ntp://%1?also=%2").arg(plain(), lie("era-1")));
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->verdict().sentence().contains(QStringLiteral("give or")),
                                 kPatience);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(panel->state(), Panel::State::Connected);
    }
    void aServerAloneHasNobodyToBeComparedWith()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(
            panel->verdict().sentence().startsWith(QStringLiteral("By one server alone")),
            kPatience);
        QVERIFY(panel->verdict().reason().contains(QStringLiteral("nobody")));
    }
    void aServerThatIsAheadIsOutvotedAndTheReasonNamesTheOthers()
    {
        const QString follower =
            QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QStringLiteral("ntp-follower")).port);
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2&also=%3").arg(plain(), follower, lie("ahead")));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(cell(*panel, 2, ServersModel::State), QStringLiteral("Outvoted"),
                                  kPatience);
        QVERIFY2(cell(*panel, 2, ServersModel::Reason).contains(plain()),
                 qPrintable(cell(*panel, 2, ServersModel::Reason)));
        QVERIFY(cell(*panel, 2, ServersModel::Offset).startsWith(QLatin1Char('+')));
        // What if the right ones did not count?
        const quint64 first = panel->monitor().servers().front().id;
        panel->setLeftOut({first}, true);
        QTRY_COMPARE(cell(*panel, 0, ServersModel::State), QStringLiteral("Left out"));
        panel->setLeftOut({first}, false);
        QTRY_VERIFY(cell(*panel, 0, ServersModel::State) != QStringLiteral("Left out"));
    }
    void whatIsTypedIsAddedAndTheAddressFollows()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QLineEdit &field = panel->verdict().field();
        field.setText(QStringLiteral("ntp://127.0.0.1?nonsense=1"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(panel->monitor().servers().size(), std::size_t(1));
        QVERIFY(!field.text().isEmpty());
        field.setText(lie("silent"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(panel->monitor().servers().size(), std::size_t(2));
        QVERIFY(field.text().isEmpty());
        QVERIFY(panel->address().toString().contains(QStringLiteral("also=")));
        panel->remove({panel->monitor().servers().back().id});
        QCOMPARE(panel->monitor().servers().size(), std::size_t(1));
        QVERIFY(!panel->address().toString().contains(QStringLiteral("also=")));
    }
    void aSelectionStaysWhileValuesChangeAndRowsCome()
    {
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2").arg(plain(), lie("behind")));
        QVERIFY(panel);
        const quint64 second = panel->monitor().servers().back().id;
        panel->choose(second);
        QCOMPARE(panel->servers().current(), second);
        QTRY_VERIFY_WITH_TIMEOUT(panel->monitor().server(second)->counts.answered > 0, kPatience);
        QVERIFY(panel->addTyped(lie("silent")));
        QTRY_COMPARE(panel->servers().table().allRows(), 3);
        QCOMPARE(panel->servers().current(), second);
        QCOMPARE(panel->chosen(), second);
    }
    void aServerThatTurnsAwaySaysSoAndIsNotAskedAgain()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + lie("kiss-deny"));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(cell(*panel, 0, ServersModel::State), QStringLiteral("Refused"),
                                  kPatience);
        QVERIFY(cell(*panel, 0, ServersModel::Reason).contains(QStringLiteral("DENY")));
        QTRY_COMPARE(panel->state(), Panel::State::Failed);
    }
    void whatDecidesIsSeenWithoutScrollingInAWindowOf1280Pixels()
    {
        for (const char *language : {"en", "ko"}) {
            m_fixture.reset();
            m_languages.choose(QLatin1String(language));
            m_fixture.emplace(m_languages, m_theme);
            m_fixture->window->resize(1280, 800);
            NtpPanel *const panel =
                open(QStringLiteral("ntp://%1?also=%2").arg(plain(), lie("ahead")));
            QVERIFY(panel);
            QTRY_VERIFY_WITH_TIMEOUT(panel->monitor().servers().back().counts.answered > 1,
                                     kPatience);
            const auto &table = panel->servers().table();
            QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
            for (const auto column :
                 {ServersModel::Server, ServersModel::State, ServersModel::Offset,
                  ServersModel::Bound, ServersModel::Delay, ServersModel::Jitter,
                  ServersModel::Stratum, ServersModel::Reach, ServersModel::Reason}) {
                QVERIFY(!table.isColumnHidden(column));
                if (column == ServersModel::Reason)
                    continue;
                // Not cut off either.
                for (int row = 0; row < 2; ++row) {
                    const QString text = cell(*panel, row, column);
                    const int needed = table.fontMetrics().horizontalAdvance(text);
                    QVERIFY2(table.columnWidth(column) >= needed,
                             qPrintable(text + QLatin1Char(' ') + QString::number(needed)));
                }
            }
            QVERIFY(table.columnWidth(ServersModel::Reason) >= 150);
            QVERIFY(table.isColumnHidden(ServersModel::Authentication));
        }
    }
    void theChoiceOfColumnsIsKept()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        auto &table = panel->servers().table();
        table.setColumnHidden(ServersModel::Reach, true);
        table.setColumnHidden(ServersModel::Authentication, false);
        table.setColumnWidth(ServersModel::Server, 333); // a change of the person's
        NtpPanel *const another = open(QStringLiteral("ntp://") + lie("ahead"));
        QVERIFY(another && another != panel);
        const auto &kept = another->servers().table();
        QVERIFY(kept.isColumnHidden(ServersModel::Reach));
        QVERIFY(!kept.isColumnHidden(ServersModel::Authentication));
        QCOMPARE(kept.columnWidth(ServersModel::Server), 333);
    }
    void hundredsOfServersAreRowsAtOnceAndGoAtOnce()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QList<Ntp::ServerTarget> targets;
        for (int i = 1; i <= 250; ++i) {
            Ntp::ServerTarget each;
            each.host = QStringLiteral("127.0.3.%1").arg(i);
            each.port = m_lab.ntp(QStringLiteral("ntp-plain")).port;
            targets.append(each);
        }
        panel->add(targets);
        QTRY_COMPARE(panel->servers().table().allRows(), 251);
        QCOMPARE(panel->tracks().tracks().size(), std::size_t(251));
        QVERIFY(panel->address().toString().contains(QStringLiteral("127.0.3.250")));
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(panel->monitor().servers().begin(), panel->monitor().servers().end(),
                        [](const Ntp::ServerState &each) { return each.counts.answered > 0; }),
            kPatience);
        // Nothing of the first answers is missing in the charts.
        for (const auto &track : panel->tracks().tracks())
            QVERIFY(!track.points.empty());
        // The matrix counts all pairs, though not at once.
        panel->drawer().openPage(NtpPanel::kMatrix);
        QTRY_COMPARE_WITH_TIMEOUT(panel->matrix().model().pairs(), 251 * 250 / 2, kPatience);
        QVERIFY(panel->matrix().model().areCounted());
        QList<quint64> all;
        for (const auto &each : panel->monitor().servers())
            all.append(each.id);
        panel->remove(all.mid(1));
        QCOMPARE(panel->monitor().servers().size(), std::size_t(1));
        QTRY_COMPARE(panel->servers().table().allRows(), 1);
        QVERIFY(!panel->address().toString().contains(QStringLiteral("127.0.3.")));
    }
    void chartsAreSavedWithTheirSamples()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(!panel->tracks().tracks().front().points.empty(), kPatience);
        const QByteArray csv = panel->tracks().csv(0, 1e15);
        QVERIFY(csv.contains("offset_s"));
        QVERIFY(csv.contains(plain().toUtf8()));
        QVERIFY(panel->charts().svg().contains("<svg"));
    }
    void everySampleOfTheTimeShownIsExported()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + plain());
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->tracks().tracks().front().points.size() >= 2, kPatience);
        const auto samples = panel->tracks().tracks().front().points.size();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("clocks.csv"));
        panel->charts().saveSamples(path);
        QVERIFY(panel->charts().progress().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!panel->charts().progress().isRunning(), kPatience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        // What the charts have not: each with its stamps, its stratum and what it follows.
        QVERIFY(lines.front().contains("root_delay_s"));
        QVERIFY2(static_cast<std::size_t>(lines.size()) >= samples + 2,
                 qPrintable(QString::number(lines.size())));
        QVERIFY(lines[1].contains("127.0.0.1"));
        // Cancelled: nothing is said to run, and a second one is whole again.
        panel->charts().saveSamples(path);
        Q_EMIT panel->charts().progress().cancelClicked();
        QVERIFY(!panel->charts().progress().isRunning());
        // A folder that is not there.
        panel->charts().saveSamples(folder.filePath(QStringLiteral("none/clocks.csv")));
        QTRY_VERIFY_WITH_TIMEOUT(!panel->charts().progress().isRunning(), kPatience);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none/clocks.csv"))));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    NtpPanelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ntppanel.moc"
