// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/silentpeer.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/eventlist.h"
#include "ui/shell/practicelab.h"
#include "ui/shell/quickconnect.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/startpage.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/metricsline.h"
#include "ui/widgets/metrictext.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/symbol.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

const QByteArray kInventory =
    "{\"servers\":["
    "{\"title_en\":\"Key\",\"title_ko\":\"열쇠\",\"note_en\":\"Asks nothing.\",\"note_ko\":\"묻지 "
    "않습니다.\","
    "\"url\":\"ssh://lab@127.0.0.1:42022\",\"identity\":\"/tmp/lab/id one\",\"answers\":[]},"
    "{\"title_en\":\"Password\",\"title_ko\":\"비밀번호 서버\",\"note_en\":\"n\",\"note_ko\":\"n\","
    "\"url\":\"ssh://"
    "lab@127.0.0.1:42023\",\"password\":\"practice-pw\",\"answers\":[\"practice-pw\",\"938570\"]},"
    "{\"title_en\":\"No address\"}, 7, \"text\"]}";

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    SilentPeer m_silent;
    QString m_labFile;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        m_labFile = m_home.path() + QStringLiteral("/lab/practice-lab.json");
        qputenv("PORTOLAN_PRACTICE_LAB", m_labFile.toUtf8());
        QVERIFY(m_silent.listen());
    }
    void init()
    {
        for (const char *folder : {"/config", "/data"})
            QDir(m_home.path() + QLatin1String(folder)).removeRecursively();
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void everyWordFollowsTheLanguageWhileTheWindowIsOpen()
    {
        writeInventory(kInventory);
        const auto fill = [&](WindowFixture &fixture) {
            Ui::MainWindow &window = *fixture.window;
            // The second window would have more to count than the first.
            fixture.settings.set(Settings::Key::keepHistory, false);
            for (const Ui::PanelSpec &spec : Ui::allPanels())
                QVERIFY(window.openAddress(m_silent.address(spec)));
            // MIB modules are read beside, for long the first time.
            const auto *const modules = window.findChild<QLabel *>(QStringLiteral("modulesState"));
            QTRY_VERIFY_WITH_TIMEOUT(modules->text().contains(QStringLiteral("  ·  ")), 60'000);
            // The receiver of traps has opened its port.
            const QList<Ui::Panel *> panels = window.area().panels();
            const auto traps = std::find_if(panels.begin(), panels.end(), [](Ui::Panel *panel) {
                return panel->address().scheme == QLatin1String("snmptrap");
            });
            QVERIFY(traps != panels.end());
            QTRY_COMPARE_WITH_TIMEOUT((*traps)->state(), Ui::Panel::State::Connected, 60'000);
            // It tells so in the timeline, which takes events in bunches.
            const auto *const latest =
                window.findChild<Ui::ElidedLabel *>(QStringLiteral("latestEvent"));
            QTRY_VERIFY(latest->text().contains((*traps)->address().display()));
            // The broker's password is asked for once it is known whether there is a keychain.
            QTRY_VERIFY_WITH_TIMEOUT(window.findChild<Ui::PromptDialog *>(), 60'000);
            window.tabs().openStart();
            QTRY_VERIFY(!shownWords(window).filter(QStringLiteral("42023")).isEmpty());
            auto *field = window.findChild<QLineEdit *>(QStringLiteral("address"));
            field->setText(QStringLiteral("nonsense://host"));
            QTest::keyClick(field, Qt::Key_Return);
            auto *dialog = new Ui::SettingsDialog(window);
            dialog->show();
        };
        auto switched = std::make_unique<WindowFixture>(m_languages, m_theme);
        fill(*switched);
        // An event keeps the time and the words of its moment.
        const auto wordsOf = [](const WindowFixture &fixture) {
            QStringList words = shownWords(*fixture.window);
            const auto *const latest =
                fixture.window->findChild<Ui::ElidedLabel *>(QStringLiteral("latestEvent"));
            words.removeOne(QStringLiteral("Portolan::Ui::ElidedLabel: ") + latest->text());
            return words;
        };
        const QStringList english = wordsOf(*switched);
        m_languages.choose(QStringLiteral("ko"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList korean = wordsOf(*switched);
        // With all that it has opened: the next one opens the same.
        switched.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        WindowFixture fresh(m_languages, m_theme);
        fill(fresh);
        QStringList expected = wordsOf(fresh);
        // Times run in the one and in the other.
        const QRegularExpression times(QStringLiteral("[\\d.,]+ ?(ms|s|초|밀리초)(?![a-z])"));
        for (QStringList *words : {&korean, &expected}) {
            words->replaceInStrings(times, QStringLiteral("#"));
            words->sort();
        }
        for (const QString &word : korean)
            QVERIFY2(expected.contains(word), qPrintable(word));
        QStringList differing;
        for (const QStringList *words : {&korean, &expected}) {
            for (const QString &word : *words) {
                if (korean.count(word) != expected.count(word))
                    differing.append(word);
            }
        }
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(QStringLiteral("\n"))));
        QCOMPARE(korean, expected);

        // And it is another language: what stays as it was has no words in it, or is a name.
        static const QStringList names{QStringLiteral("Portolan"), QStringLiteral("English"),
                                       QStringLiteral("한국어"),   QStringLiteral("ssh://"),
                                       QStringLiteral("ops@"),     QStringLiteral("/tmp/lab"),
                                       QStringLiteral("practice"), QStringLiteral("AaBb 0O 1lI")};
        for (const QString &word : korean) {
            const QString text = word.section(QStringLiteral(": "), 1);
            const bool isName = QFontDatabase::families().contains(text) ||
                                std::any_of(names.begin(), names.end(), [&](const QString &name) {
                                    return text.contains(name);
                                });
            if (!isName &&
                text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,} [a-z]{2,}"))))
                QVERIFY2(!english.contains(word), qPrintable(word));
        }
        m_languages.choose(QStringLiteral("en"));
        QFile::remove(m_labFile);
    }

    void lightAndDarkReachEveryWidget()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(m_silent.address(Ui::allPanels().front())));
        QSignalSpy changed(&m_theme, &Ui::Theme::changed);
        const auto brightness = [&] {
            return fixture.window->grab()
                .toImage()
                .scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .pixelColor(0, 0)
                .lightness();
        };
        const int light = brightness();
        fixture.settings.set(Settings::Key::theme, QStringLiteral("dark"));
        QCOMPARE(changed.size(), 1);
        QVERIFY(Ui::isDark(fixture.window->palette()));
        for (const QWidget *widget : fixture.window->findChildren<QWidget *>()) {
            // A button's background is its own.
            if (!qobject_cast<const QAbstractButton *>(widget))
                QVERIFY2(Ui::isDark(widget->palette()), widget->metaObject()->className());
        }
        const int dark = brightness();
        QVERIFY2(light > 180 && dark < 70,
                 qPrintable(QStringLiteral("%1 %2").arg(light).arg(dark)));
        fixture.settings.set(Settings::Key::theme, QStringLiteral("light"));
        QVERIFY(!Ui::isDark(fixture.window->palette()));
    }

    void aBadAddressIsExplainedInPlaceAndKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << QStringLiteral("   ");
        QTest::newRow("a scheme alone") << QStringLiteral("ssh://");
        QTest::newRow("a user without a host") << QStringLiteral("ops@");
        QTest::newRow("a space inside") << QStringLiteral("ssh://ops@bas tion");
        QTest::newRow("an unknown scheme") << QStringLiteral("gopher://example.org");
        QTest::newRow("port 0") << QStringLiteral("ssh://bastion:0");
        QTest::newRow("port too large") << QStringLiteral("ssh://bastion:65536");
        QTest::newRow("port in letters") << QStringLiteral("bastion:ssh");
        QTest::newRow("a control character") << QStringLiteral("ssh://bas\u0007tion");
        QTest::newRow("an open bracket") << QStringLiteral("ssh://[::1");
        QTest::newRow("very long") << QString(4000, QLatin1Char('@'));
    }
    void aBadAddressIsExplainedInPlaceAndKept()
    {
        QFETCH(const QString, text);
        WindowFixture fixture(m_languages, m_theme);
        auto *quick = fixture.window->findChild<Ui::QuickConnect *>();
        auto *field = quick->findChild<QLineEdit *>(QStringLiteral("address"));
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!fixture.window->tabs().currentPanel());
        const QString problem = quick->problem();
        QVERIFY2(problem.endsWith(QLatin1Char('.')) || problem.contains(QStringLiteral("://")),
                 qPrintable(problem));
        QVERIFY(!problem.contains(QLatin1Char('\n')));
        QCOMPARE(field->text(), QLineEdit(text).text());
        QTest::keyClicks(field, QStringLiteral("x"));
        QVERIFY(quick->problem().isEmpty());
    }

    void aBareHostOpensTheFirstPanel()
    {
        WindowFixture fixture(m_languages, m_theme);
        fixture.window->submitAddress(QStringLiteral(" ops@127.0.0.1:%1 ").arg(m_silent.port()));
        const Ui::Panel *panel = fixture.window->tabs().currentPanel();
        QVERIFY(panel);
        QCOMPARE(panel->address().scheme, QString(Ui::allPanels().front().schemes.front()));
        QCOMPARE(panel->address().user, QStringLiteral("ops"));
    }

    void aPasswordInAnAddressIsNeitherShownNorKept()
    {
        const QString canary = QStringLiteral("canary-81c7");
        WindowFixture fixture(m_languages, m_theme);
        auto *quick = fixture.window->findChild<Ui::QuickConnect *>();
        auto *field = quick->findChild<QLineEdit *>(QStringLiteral("address"));
        field->setText(
            QStringLiteral("ssh://ops:%1@127.0.0.1:%2").arg(canary).arg(m_silent.port()));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(fixture.window->tabs().currentPanel());
        QVERIFY(field->text().isEmpty());
        fixture.window->tabs().duplicate(fixture.window->tabs().currentIndex());
        QVERIFY(shownWords(*fixture.window).filter(canary).isEmpty());
        fixture.window->close();
        QDirIterator files(m_home.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary.toUtf8()), qPrintable(file.fileName()));
        }
    }

    void theWindowSurvivesAFloodOfEvents()
    {
        WindowFixture fixture(m_languages, m_theme);
        auto *list = fixture.window->findChild<Ui::EventList *>();
        list->setOpen(true);
        constexpr int kEvents = 300'000;
        int mostPerDrain = 0;
        int drains = 0;
        connect(&list->model(), &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex &, int first, int last) {
                    mostPerDrain = std::max(mostPerDrain, last - first + 1);
                    ++drains;
                });
        // A loop that a flood keeps busy would not let this tick between two drains.
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(1);
        std::atomic<bool> done = false;
        std::thread source([&] {
            for (int i = 0; i < kEvents; ++i)
                fixture.events.add({.severity = Ui::Event::Severity::Warning,
                                    .source = QStringLiteral("flood"),
                                    .text = QString::number(i)});
            done = true;
        });
        const QString last = QString::number(kEvents - 1);
        QTRY_VERIFY_WITH_TIMEOUT(
            done && list->model().latest() && list->model().latest()->text == last, 60'000);
        source.join();
        QVERIFY(list->model().rowCount() <= Ui::EventModel::kMostRows);
        QVERIFY2(mostPerDrain <= Ui::EventModel::kMostRows,
                 qPrintable(QString::number(mostPerDrain)));
        QVERIFY(ticks >= drains - 1);
        QCOMPARE(list->model().dropped() + static_cast<quint64>(list->model().rowCount()),
                 static_cast<quint64>(kEvents));
    }

    void aPausedTimelineStandsStillAndLosesNothingThatFits()
    {
        WindowFixture fixture(m_languages, m_theme);
        auto *list = fixture.window->findChild<Ui::EventList *>();
        auto &model = const_cast<Ui::EventModel &>(list->model());
        const auto tell = [&](const QString &text) {
            fixture.events.add({.source = QStringLiteral("here"), .text = text});
        };
        tell(QStringLiteral("first"));
        QTRY_COMPARE(model.rowCount(), 1);
        model.setPaused(true);
        tell(QStringLiteral("second"));
        QTRY_COMPARE(model.waiting(), 1);
        QCOMPARE(model.rowCount(), 1);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.latest()->text, QStringLiteral("second"));
        QCOMPARE(model.dropped(), 0U);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void anEventLeadsToItsTab()
    {
        const Ui::PanelSpec &spec = Ui::allPanels().front();
        WindowFixture fixture(m_languages, m_theme);
        const auto first = fixture.window->openAddress(m_silent.address(spec));
        QVERIFY(first);
        QVERIFY(fixture.window->openAddress(m_silent.address(spec)));
        QVERIFY(fixture.window->tabs().currentPanel() != *first);
        auto *list = fixture.window->findChild<Ui::EventList *>();
        list->setOpen(true);
        fixture.events.add({.severity = Ui::Event::Severity::Error,
                            .source = QStringLiteral("here"),
                            .text = QStringLiteral("boom"),
                            .origin = (*first)->token()});
        fixture.events.add({.source = QStringLiteral("here"), .text = QStringLiteral("calm")});
        QTRY_COMPARE(list->model().rowCount(), 2);
        auto *table = list->findChild<Ui::DataTable *>();
        // Only what is at least a warning, and by initial consonants as everywhere.
        list->findChild<QComboBox *>(QStringLiteral("severity"))->setCurrentIndex(1);
        QCOMPARE(table->shownRows(), 1);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(fixture.window->tabs().currentPanel(), *first);
        QCOMPARE(
            table->texts(Ui::DataTable::Rows::All, Ui::DataTable::Head::Without).first().last(),
            QStringLiteral("boom"));
    }

    void theStartPageListsThePracticeServersWhileTheyRun()
    {
        QFile::remove(m_labFile);
        WindowFixture fixture(m_languages, m_theme);
        auto *page = fixture.window->findChild<Ui::StartPage *>();
        const auto buttons = [&] {
            return page->findChildren<QPushButton *>(QStringLiteral("connect")).size();
        };
        QCOMPARE(buttons(), 0);
        writeInventory(kInventory);
        QTRY_COMPARE(buttons(), 2);
        const QStringList words = shownWords(*page);
        QVERIFY(!words.filter(QStringLiteral("Asks nothing.")).isEmpty());
        QVERIFY(!words.filter(QStringLiteral("ssh://lab@127.0.0.1:42022")).isEmpty());
        writeInventory(QByteArray("{ torn"));
        QTRY_COMPARE(buttons(), 0);
        writeInventory(kInventory);
        QTRY_COMPARE(buttons(), 2);
        QFile::remove(m_labFile);
        QTRY_COMPARE(buttons(), 0);
    }

    void anInventoryIsReadWhateverItHolds()
    {
        const QList<Ui::PracticeServer> servers = Ui::readInventory(kInventory);
        QCOMPARE(servers.size(), 2);
        QCOMPARE(servers[0].address,
                 QStringLiteral("ssh://lab@127.0.0.1:42022?identity=%2Ftmp%2Flab%2Fid%20one"));
        QCOMPARE(servers[1].password, QStringLiteral("practice-pw"));
        QCOMPARE(servers[1].codes, QStringList{QStringLiteral("938570")});
        for (qsizetype cut = 0; cut < kInventory.size(); ++cut)
            QVERIFY(Ui::readInventory(kInventory.left(cut)).isEmpty());
        QVERIFY(Ui::readInventory(QByteArray("[]")).isEmpty());
        QVERIFY(Ui::readInventory(QByteArray("{\"servers\":{\"url\":\"x\"}}")).isEmpty());
    }

    void aTerminalKeepsAllKeysButControlShift()
    {
        WindowFixture fixture(m_languages, m_theme);
        for (const Ui::PanelSpec &spec : Ui::allPanels())
            QVERIFY(fixture.window->openAddress(m_silent.address(spec)));
        int shortcuts = 0;
        for (const QAction *action : fixture.window->findChildren<QAction *>()) {
            QVERIFY2(!action->text().contains(QLatin1Char('&')), qPrintable(action->text()));
            for (const QKeySequence &keys : action->shortcuts()) {
                QCOMPARE(keys.count(), 1);
                QVERIFY2(
                    keys[0].keyboardModifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier),
                    qPrintable(keys.toString()));
                ++shortcuts;
            }
        }
        QVERIFY(shortcuts > 8);
        for (const auto *button : fixture.window->findChildren<QAbstractButton *>())
            QVERIFY2(button->shortcut().isEmpty(), qPrintable(button->text()));
    }

    void choicesAreKeptForTheNextStart()
    {
        {
            WindowFixture fixture(m_languages, m_theme);
            Ui::SettingsDialog dialog(*fixture.window);
            const QList<QComboBox *> boxes = dialog.findChildren<QComboBox *>();
            for (QComboBox *box : boxes) {
                if (const int row = box->findData(QStringLiteral("dark")); row >= 0)
                    box->setCurrentIndex(row);
                if (const int row = box->findData(QStringLiteral("ko")); row >= 0)
                    box->setCurrentIndex(row);
            }
            QVERIFY(m_theme.dark());
            QCOMPARE(m_languages.current(), QStringLiteral("ko"));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        Storage storage(Folders::ofThisUser());
        const Settings again(storage);
        QCOMPARE(again.text(Settings::Key::theme), QStringLiteral("dark"));
        QCOMPARE(again.text(Settings::Key::language), QStringLiteral("ko"));
    }

    void aSettingsFileOfAnyContentIsSurvived()
    {
        QVERIFY(QDir().mkpath(m_home.path() + QStringLiteral("/config")));
        QFile file(m_home.path() + QStringLiteral("/config/settings.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[terminal]\nfont-size=huge\nscrollback-mib=-7\nfont-family=a, b\n"
                   "[interface]\nlanguage=tlh\ntheme=@Variant(\\0\\0)\nwindow-geometry=xyz\n");
        file.close();
        WindowFixture fixture(m_languages, m_theme);
        QCOMPARE(fixture.settings.number(Settings::Key::fontSize, Settings::kFontSize, 6, 48),
                 Settings::kFontSize);
        QCOMPARE(fixture.settings.number(Settings::Key::scrollback, Settings::kScrollback, 1, 1024),
                 Settings::kScrollback);
        QVERIFY(fixture.window->openAddress(m_silent.address(Ui::allPanels().front())));
    }

    void whatCannotBeMeasuredIsSaidSo()
    {
        MetricSample rtt{.name = QStringLiteral("rtt_ms"),
                         .value = {},
                         .unit = MetricSample::Unit::Milliseconds};
        QCOMPARE(Ui::metricValue(rtt), QStringLiteral("not measurable"));
        rtt.value = 12.44;
        QCOMPARE(Ui::metricValue(rtt), QStringLiteral("12.4 ms"));
        QCOMPARE(Ui::metricLabel(rtt), QStringLiteral("RTT"));
        const auto seconds = [](double value) {
            return Ui::metricValue({.name = QStringLiteral("session_len_s"),
                                    .value = value,
                                    .unit = MetricSample::Unit::Seconds});
        };
        QCOMPARE(seconds(59), QStringLiteral("59 s"));
        QCOMPARE(seconds(62), QStringLiteral("1:02"));
        QCOMPARE(seconds(3723), QStringLiteral("1:02:03"));
    }

    void everySymbolOfTheTableCanBeDrawn()
    {
        QDirIterator symbols(QStringLiteral(":/icons"));
        int drawn = 0;
        while (symbols.hasNext()) {
            symbols.next();
            const QByteArray name = symbols.fileInfo().completeBaseName().toLatin1();
            const QImage image = Ui::symbolPixmap(QLatin1String(name), 16, Qt::red, 2).toImage();
            QCOMPARE(image.width(), 32);
            bool anything = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    anything = anything || qAlpha(image.pixel(x, y)) > 0;
            }
            QVERIFY2(anything, name.constData());
            ++drawn;
        }
        QVERIFY(drawn > 20);
    }

private:
    void writeInventory(const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_labFile).path()));
        QFile draft(m_labFile + QStringLiteral(".new"));
        QVERIFY(draft.open(QIODevice::WriteOnly));
        draft.write(bytes);
        draft.close();
        QFile::remove(m_labFile);
        QVERIFY(draft.rename(m_labFile));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shell.moc"
