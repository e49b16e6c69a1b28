// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/breakable.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/metricsline.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/ratemeter.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/verbatimtext.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Portolan;
using namespace Portolan::Ui;

namespace {

using Severity = Finding::Severity;
using namespace std::chrono_literals;

// Words that change as a language does.
QString g_language = QStringLiteral("A");

FindingText wording(const Finding &finding)
{
    return {g_language + QStringLiteral(" title of ") + finding.id,
            finding.severity == Severity::Ok ? QString()
                                             : QString(g_language + QStringLiteral(" advice"))};
}

QString actionWording(const Finding &finding)
{
    return finding.action == QLatin1String("fix") ? g_language + QStringLiteral(" fix it")
                                                  : QString();
}

Finding finding(const char *id, Severity severity, const char *action = "")
{
    return {QLatin1String(id),
            severity,
            {},
            QStringLiteral("evidence <b>of</b> ") + QLatin1String(id),
            QLatin1String(action),
            QStringLiteral("RFC 4253, section 7.1")};
}

std::unique_ptr<ExplainDrawer> makeDrawer()
{
    return std::make_unique<ExplainDrawer>(
        [] { return QString(g_language + QStringLiteral(" heading")); },
        [] { return QString(g_language + QStringLiteral(" introduction")); }, wording,
        actionWording);
}

void switchLanguage(QWidget &widget, const char *language)
{
    g_language = QLatin1String(language);
    QEvent event(QEvent::LanguageChange);
    for (QWidget *each : widget.findChildren<QWidget *>())
        QApplication::sendEvent(each, &event);
    QApplication::sendEvent(&widget, &event);
}

QStringList titles(const QWidget &drawer)
{
    QStringList result;
    for (const auto *card : drawer.findChildren<FindingCard *>())
        result.append(card->finding().id);
    return result;
}

class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> seen;

public Q_SLOTS:
    void take(const QUrl &url) { seen.append(url); }
};

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { g_language = QStringLiteral("A"); }

    void aDiagnosisShowsTheWorstFirstWithAllThatBelongsToIt()
    {
        const auto drawer = makeDrawer();
        drawer->resize(360, 600);
        drawer->show();
        QCOMPARE(drawer->summary(), QStringLiteral("A introduction"));
        QSignalSpy runs(drawer.get(), &ExplainDrawer::runRequested);
        QTest::mouseClick(drawer->findChild<QPushButton *>(QStringLiteral("run")), Qt::LeftButton);
        QCOMPARE(runs.size(), 1);
        drawer->begin();
        QVERIFY(drawer->isRunning());
        drawer->setStep(QStringLiteral("Looking"), 1, 4);
        QCOMPARE(drawer->findChild<QProgressBar *>()->value() * 4,
                 drawer->findChild<QProgressBar *>()->maximum());
        QSignalSpy cancels(drawer.get(), &ExplainDrawer::cancelRequested);
        QTest::mouseClick(drawer->findChild<QPushButton *>(QStringLiteral("cancelWork")),
                          Qt::LeftButton);
        QCOMPARE(cancels.size(), 1);
        drawer->finish({finding("ok", Severity::Ok), finding("bad", Severity::Error, "fix"),
                        finding("hint", Severity::Info),
                        finding("odd", Severity::Warning, "other")},
                       QDateTime::currentDateTimeUtc());
        QVERIFY(!drawer->isRunning());
        QCOMPARE(titles(*drawer), QStringList({QStringLiteral("bad"), QStringLiteral("odd"),
                                               QStringLiteral("hint"), QStringLiteral("ok")}));
        const auto cards = drawer->findChildren<FindingCard *>();
        const auto *bad = cards.front();
        QCOMPARE(bad->findChild<VerbatimText *>()->toPlainText(),
                 QStringLiteral("evidence <b>of</b> bad"));
        QTRY_VERIFY(bad->findChild<VerbatimText *>()->isVisible());
        QVERIFY(!cards.back()->findChild<VerbatimText *>()->isVisible()); // what is well is short
        QSignalSpy actions(drawer.get(), &ExplainDrawer::actionRequested);
        auto *action = bad->findChild<QPushButton *>(QStringLiteral("action"));
        QVERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.front().front().toString(), QStringLiteral("fix"));
        // An action that the panel cannot do has no button.
        QVERIFY(!cards[1]->findChild<QPushButton *>(QStringLiteral("action"))->isVisible());
    }

    void aDiagnosisFollowsTheLanguageWithoutRunningAgain()
    {
        const auto drawer = makeDrawer();
        drawer->finish({finding("bad", Severity::Error, "fix")}, QDateTime::currentDateTimeUtc());
        const auto words = [&] {
            QStringList all;
            for (const auto *label : drawer->findChildren<QLabel *>())
                all.append(label->text());
            for (const auto *button : drawer->findChildren<QPushButton *>())
                all.append(button->text());
            return all;
        };
        QVERIFY(words().contains(QStringLiteral("A title of bad")));
        switchLanguage(*drawer, "B");
        for (const char *word : {"B heading", "B title of bad", "B advice", "B fix it"})
            QVERIFY2(words().contains(QLatin1String(word)), word);
        QVERIFY(words().filter(QRegularExpression(QStringLiteral("^A "))).isEmpty());
    }

    void aFailedRunKeepsWhatWasFoundBefore()
    {
        const auto drawer = makeDrawer();
        drawer->finish({finding("bad", Severity::Error)}, QDateTime::currentDateTimeUtc());
        drawer->begin();
        drawer->fail({Error::Kind::Timeout, QStringLiteral("No answer."), {}, 0});
        QVERIFY(!drawer->isRunning());
        QCOMPARE(drawer->findings().size(), 1);
        QCOMPARE(drawer->findChild<NoticeBar *>()->sentence(), QStringLiteral("No answer."));
    }

    void manyFindingsAreShownInPartsAndExportedWhole()
    {
        const auto drawer = makeDrawer();
        QList<Finding> many;
        for (int i = 0; i < 250; ++i)
            many.append(finding(qPrintable(QString::number(i)), Severity::Info));
        drawer->finish(many, QDateTime::currentDateTimeUtc());
        QCOMPARE(drawer->findChildren<FindingCard *>().size(), ExplainDrawer::kMostShown);
        QCOMPARE(drawer->exported(QStringLiteral("json")).count('\n'), 251);
    }

    void findingsAreCopiedAndTheirReferencesOpenOnlyByAClick()
    {
        LinkCatcher catcher;
        QDesktopServices::setUrlHandler(QStringLiteral("https"), &catcher, "take");
        const auto drawer = makeDrawer();
        drawer->resize(360, 600);
        drawer->setSubject(QStringLiteral("ssh://ops@bastion"));
        drawer->finish({finding("bad", Severity::Error)}, QDateTime::currentDateTimeUtc());
        drawer->show();
        const auto *card = drawer->findChild<FindingCard *>();
        QTest::mouseClick(card->findChild<QToolButton *>(QStringLiteral("copyFinding")),
                          Qt::LeftButton);
        const QString text = QApplication::clipboard()->text();
        for (const char *part :
             {"A title of bad", "evidence <b>of</b> bad", "A advice", "RFC 4253"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QVERIFY(catcher.seen.isEmpty());
        auto *reference = card->findChild<QLabel *>(QStringLiteral("reference"));
        Q_EMIT reference->linkActivated(
            QStringLiteral("https://www.rfc-editor.org/rfc/rfc4253#section-7.1"));
        QCOMPARE(catcher.seen.size(), 1);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        for (const char *suffix : {"md", "html", "json"})
            QVERIFY(drawer->exported(QLatin1String(suffix)).contains("ssh://ops@bastion") ||
                    drawer->exported(QLatin1String(suffix)).contains("ops\\@bastion"));
    }

    void evidenceOfAnyLengthStaysInsideANarrowDrawer()
    {
        const auto drawer = makeDrawer();
        Finding wide = finding("wide", Severity::Error);
        wide.id = QString(500, QLatin1Char('W'));
        wide.evidence = QString(5'000, QLatin1Char('x')) + QStringLiteral("\n둘째 줄");
        drawer->resize(300, 600);
        drawer->finish({wide}, QDateTime::currentDateTimeUtc());
        drawer->show();
        const auto *card = drawer->findChild<FindingCard *>();
        QVERIFY2(card->width() <= 300, qPrintable(QString::number(card->width())));
        const auto *evidence = card->findChild<VerbatimText *>();
        QVERIFY(evidence->height() < 400);
        QCOMPARE(evidence->toPlainText(), wide.evidence);
        for (const auto *label : card->findChildren<QLabel *>())
            QVERIFY(label->geometry().right() < card->width());
    }

    void aLongAdviceIsNeverCut()
    {
        g_language = QString(QStringLiteral("several words that go on ")).repeated(30);
        const auto drawer = makeDrawer();
        drawer->resize(320, 900);
        drawer->finish({finding("bad", Severity::Error)}, QDateTime::currentDateTimeUtc());
        drawer->show();
        const auto *advice = drawer->findChild<QLabel *>(QStringLiteral("advice"));
        QTRY_VERIFY(advice->isVisible());
        QTRY_VERIFY2(advice->height() >= advice->heightForWidth(advice->width()),
                     qPrintable(QString::number(advice->height())));
        const auto *title = drawer->findChild<QLabel *>(QStringLiteral("title"));
        QVERIFY(title->height() >= title->heightForWidth(title->width()));
    }

    void verbatimTextIsAsHighAsItsLines()
    {
        VerbatimText text;
        text.resize(400, 100);
        text.setText(QStringLiteral("one"));
        const int one = text.heightForWidth(400);
        text.setText(QStringLiteral("one\ntwo\nthree"));
        const int line = text.fontMetrics().lineSpacing();
        QVERIFY(text.heightForWidth(400) >= one + 2 * line - 2);
        text.setText(QString(300, QLatin1Char('m')));
        QVERIFY(text.heightForWidth(200) > text.heightForWidth(800));
        text.setText(QString(100, QLatin1Char('\n')));
        text.setMostLines(5);
        QVERIFY(text.heightForWidth(400) < 7 * line);
        text.setFixedSize(300, text.heightForWidth(300));
        text.setText(QString(60, QLatin1Char('m')));
        text.setFixedHeight(text.heightForWidth(300));
        text.show();
        QCOMPARE(text.verticalScrollBar()->maximum(), 0); // all of it is in view
    }

    void theDrawerLeavesTheContentWhatItAsksForAndRemembersItsWidth()
    {
        auto *content = new QTableView;
        auto *page = new QLineEdit;
        SideDrawer drawer(content);
        drawer.addPage(QLatin1String("one"), QLatin1String("info"), page);
        drawer.addPage(QLatin1String("two"), QLatin1String("info"), new QLineEdit);
        drawer.setPageTitle(QLatin1String("one"), QStringLiteral("One"));
        drawer.resize(1200, 500);
        drawer.show();
        QVERIFY(QTest::qWaitForWindowActive(&drawer));
        QCOMPARE(drawer.page(), QString());
        QCOMPARE(content->width(), 1200);
        drawer.setContentWidth([] { return 700; });
        drawer.setDrawerWidth(600);
        QSignalSpy pages(&drawer, &SideDrawer::pageChanged);
        drawer.openPage(QLatin1String("one"));
        QCOMPARE(drawer.page(), QStringLiteral("one"));
        QCOMPARE(pages.size(), 1);
        QVERIFY2(content->width() >= 700, qPrintable(QString::number(content->width())));
        QVERIFY(page->hasFocus());
        drawer.closeDrawer();
        drawer.setContentWidth([] { return 100; });
        drawer.openPage(QLatin1String("one"));
        const QWidget *frame = drawer.findChild<QWidget *>(QStringLiteral("drawer"));
        QVERIFY(qAbs(frame->width() - 600) < 12);
        // However much the content asks for, the drawer keeps a width that can be read.
        drawer.closeDrawer();
        drawer.setContentWidth([] { return 5'000; });
        drawer.openPage(QLatin1String("one"));
        QVERIFY(frame->width() >= 300);
    }

    void withoutRoomForBothTheDrawerLiesOverTheContent()
    {
        auto *content = new QLineEdit;
        auto *page = new QLineEdit;
        SideDrawer drawer(content);
        drawer.addPage(QLatin1String("one"), QLatin1String("info"), page);
        drawer.resize(450, 300);
        drawer.show();
        QVERIFY(QTest::qWaitForWindowActive(&drawer));
        content->setFocus();
        drawer.openPage(QLatin1String("one"));
        const QWidget *frame = drawer.findChild<QWidget *>(QStringLiteral("drawer"));
        QVERIFY(!content->isVisible());
        QTRY_COMPARE(frame->width(), drawer.width());
        QVERIFY(page->hasFocus());
        drawer.closeDrawer();
        QVERIFY(content->isVisible());
        QVERIFY(content->hasFocus());
        // A window that becomes narrow, and wide again.
        drawer.resize(1000, 300);
        drawer.openPage(QLatin1String("one"), false);
        QVERIFY(content->isVisible());
        drawer.resize(450, 300);
        QTRY_VERIFY(!content->isVisible());
        drawer.resize(1000, 300);
        QTRY_VERIFY(content->isVisible());
        QVERIFY(content->width() >= 280 && frame->width() >= 300);
    }

    void escapeClosesTheDrawerAndGivesTheFocusBack()
    {
        auto *content = new QLineEdit;
        auto *page = new QTableView;
        SideDrawer drawer(content);
        drawer.addPage(QLatin1String("one"), QLatin1String("info"), page);
        drawer.resize(900, 400);
        drawer.show();
        QVERIFY(QTest::qWaitForWindowActive(&drawer));
        drawer.togglePage(QLatin1String("one"));
        QVERIFY(page->hasFocus());
        QTest::keyClick(page, Qt::Key_Escape);
        QCOMPARE(drawer.page(), QString());
        QVERIFY(content->hasFocus());
        // In the content Escape is the content's.
        drawer.openPage(QLatin1String("one"), false);
        QVERIFY(content->hasFocus());
        QTest::keyClick(content, Qt::Key_Escape);
        QCOMPARE(drawer.page(), QStringLiteral("one"));
        drawer.togglePage(QLatin1String("one"));
        QCOMPARE(drawer.page(), QString());
    }

    void aTranscriptOfAHundredThousandLinesIsQuickAndBounded()
    {
        TranscriptView view;
        view.resize(500, 400);
        view.show();
        QElapsedTimer time;
        time.start();
        for (int batch = 0; batch < 100; ++batch) {
            QList<TranscriptLine> lines;
            for (int i = 0; i < 1'200; ++i) {
                const int number = batch * 1'200 + i;
                lines.append({std::chrono::microseconds(number * 10),
                              static_cast<TranscriptLine::Direction>(number % 3),
                              QStringLiteral("step"),
                              QStringLiteral("line %1 of a long transcript").arg(number)});
            }
            view.model().append(std::move(lines));
        }
        QCOMPARE(view.model().rowCount(), TranscriptModel::kMostLines);
        QCOMPARE(view.model().dropped(), 20'000);
        QCOMPARE(view.model().line(0).text, QStringLiteral("line 20000 of a long transcript"));
        // Sanitizers and a busy machine included; without both it is a tenth of that.
        QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed())));
        const auto *table = view.findChild<QTableView *>();
        QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
        view.findChild<FilterBar *>()->setText(QStringLiteral("119999"));
        QCOMPARE(view.text().count(QLatin1Char('\n')), 1);
    }

    void aTranscriptWithLinesLeftOutEndsWithItsLastLine()
    {
        TranscriptView view;
        view.resize(500, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QList<TranscriptLine> lines;
        for (int i = 0; i < 1'000; ++i)
            lines.append({std::chrono::microseconds(i), TranscriptLine::Direction::Received,
                          QStringLiteral("step"), QStringLiteral("line %1").arg(i)});
        const auto *table = view.findChild<QTableView *>();
        const auto lastIsAtTheEnd = [&] {
            const int bottom = table->viewport()->height() - table->rowHeight(0) / 2;
            return table->indexAt({5, bottom}).row() >= table->model()->rowCount() - 2;
        };
        view.model().setLines(lines, 500); // the label about them comes with the rows
        QTRY_VERIFY(lastIsAtTheEnd());
        view.model().append(lines);
        QTRY_VERIFY(lastIsAtTheEnd());
    }

    void everyPageOfANarrowDrawerIsInSight()
    {
        SideDrawer drawer(new QWidget);
        for (const char *id : {"publish", "gauge", "retained", "transcript", "explain"}) {
            drawer.addPage(QLatin1String(id), QLatin1String(id), new QWidget);
            drawer.setPageTitle(QLatin1String(id), QStringLiteral("Retained"));
        }
        drawer.resize(700, 400);
        drawer.setDrawerWidth(320);
        drawer.show();
        drawer.openPage(QLatin1String("retained"));
        QVERIFY(QTest::qWaitForWindowExposed(&drawer));
        const auto *tabs = drawer.findChild<QTabBar *>();
        QTRY_VERIFY(tabs->tabRect(tabs->count() - 1).right() < tabs->width());
        QCOMPARE(tabs->tabText(2), QStringLiteral("Retained"));
        QCOMPARE(tabs->tabText(0), QString());
        QCOMPARE(tabs->tabToolTip(0), QStringLiteral("Retained"));
        QCOMPARE(tabs->accessibleTabName(0), QStringLiteral("Retained"));
        drawer.resize(1400, 400);
        drawer.setDrawerWidth(900);
        QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Retained"));
        QVERIFY(!tabs->tabIcon(0).isNull());
    }

    void oneMetricWithLabelsIsOnePair()
    {
        MetricsLine line;
        line.resize(800, 40);
        QList<MetricSample> samples;
        for (int qos = 0; qos < 3; ++qos)
            samples.append({.name = QStringLiteral("qos_mix"),
                            .value = 1'000.0 * qos,
                            .unit = MetricSample::Unit::Count,
                            .labels = {{QStringLiteral("qos"), QString::number(qos)}}});
        line.show(samples);
        QStringList shown;
        for (const auto *label : line.findChildren<QLabel *>())
            shown.append(label->text());
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[1], QStringLiteral("0 / 1,000 / 2,000"));
        QCOMPARE(line.text().count(QLatin1Char('\n')), 3);
    }

    void aTranscriptIsSavedAsLinesOfText()
    {
        TranscriptView view;
        view.model().setStepWording([](const QString &) { return QStringLiteral("words"); });
        view.model().append({{1500us, TranscriptLine::Direction::Sent, QStringLiteral("banner"),
                              QStringLiteral("SSH-2.0-x\nsecond")},
                             {2s, TranscriptLine::Direction::Received, QStringLiteral("login"),
                              QStringLiteral("한글")}});
        QCOMPARE(view.text(), QStringLiteral("  0.001500  > banner        SSH-2.0-x second\n"
                                             "  2.000000  < login         한글\n"));
        auto *table = view.findChild<QTableView *>();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("  2.000000  < login         한글\n"));
    }

    void theRateIsThatOfTheLastSeconds()
    {
        RateMeter meter;
        QVERIFY(!meter.rate());
        for (int i = 0; i <= 20; ++i)
            meter.observe(static_cast<quint64>(i) * 1'000, std::chrono::milliseconds(i * 500));
        QCOMPARE(qRound(*meter.rate()), 2'000);
        QCOMPARE(meter.timeLeft(30'000)->count(), 5);
        QCOMPARE(meter.timeLeft(20'000)->count(), 0);
        // A pause is seen.
        meter.observe(20'000, 16s);
        QCOMPARE(qRound(*meter.rate()), 0);
        QVERIFY(!meter.timeLeft(30'000));
        meter.observe(5, 17s); // begins anew
        QVERIFY(!meter.rate());
        // However often it is told, it stays small and right.
        meter.restart();
        for (int i = 0; i < 100'000; ++i)
            meter.observe(static_cast<quint64>(i), std::chrono::milliseconds(i / 10));
        QVERIFY(qAbs(*meter.rate() - 10'000) < 300);
    }

    void workShowsHowMuchHowFastAndCanBeCancelledOnce()
    {
        WorkProgress progress;
        progress.begin(WorkProgress::Unit::Steps);
        QVERIFY(!progress.isHidden());
        QCOMPARE(progress.findChild<QProgressBar *>()->maximum(), 0); // not known how much
        progress.setDone(2, 8);
        bool shown = false;
        for (const auto *label : progress.findChildren<QLabel *>())
            shown = shown || (label->text().contains(QLatin1Char('2')) &&
                              label->text().contains(QLatin1Char('8')));
        QVERIFY(shown);
        QSignalSpy cancels(&progress, &WorkProgress::cancelClicked);
        auto *cancel = progress.findChild<QPushButton *>();
        cancel->click();
        cancel->click();
        QCOMPARE(cancels.size(), 1);
        progress.end();
        QVERIFY(progress.isHidden());
    }

    void theConnectionBarOffersTheOneThingToDo()
    {
        ConnectionBar bar;
        bar.setPlace(QStringLiteral("broker:8883"), QStringLiteral("ops"), QStringLiteral("Plant"));
        auto *button = bar.findChild<QPushButton *>(QStringLiteral("connect"));
        QSignalSpy connects(&bar, &ConnectionBar::connectClicked);
        QSignalSpy cancels(&bar, &ConnectionBar::cancelClicked);
        QSignalSpy disconnects(&bar, &ConnectionBar::disconnectClicked);
        button->click();
        bar.setState(ConnectionBar::State::Busy, QStringLiteral("connecting"));
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("state"))->text(),
                 QStringLiteral("connecting"));
        button->click();
        bar.setState(ConnectionBar::State::Connected, QStringLiteral("connected"));
        button->click();
        bar.setState(ConnectionBar::State::Problem, QStringLiteral("lost"));
        button->click();
        QCOMPARE(connects.size(), 2);
        QCOMPARE(cancels.size(), 1);
        QCOMPARE(disconnects.size(), 1);
        auto *lock = bar.findChild<QToolButton *>(QStringLiteral("security"));
        QVERIFY(lock->isHidden());
        int made = 0;
        bar.setSecurity(ConnectionBar::Security::Verified, [&made] {
            ++made;
            return new QLabel(QStringLiteral("proof"));
        });
        QVERIFY(!lock->isHidden());
        bar.show();
        lock->click();
        QCOMPARE(made, 1);
        bool shown = false;
        for (const auto *label : bar.findChildren<QLabel *>())
            shown = shown || label->text() == QLatin1String("proof");
        QVERIFY(shown);
    }

    void metricsAreCopiedAndSayWhatTheyAreAndWhyTheyAreMissing()
    {
        MetricsLine line;
        line.resize(800, 40);
        line.show({{.name = QStringLiteral("rtt_ms"),
                    .value = {},
                    .unit = MetricSample::Unit::Milliseconds},
                   {.name = QStringLiteral("rekey_cnt"),
                    .value = 2.0,
                    .unit = MetricSample::Unit::Count}});
        QCOMPARE(line.text().count(QLatin1Char('\n')), 2);
        QVERIFY(line.text().endsWith(QStringLiteral("\t2\n")));
        QStringList tips;
        for (const auto *label : line.findChildren<QLabel *>())
            tips.append(label->toolTip());
        QVERIFY(tips.front().contains(QStringLiteral("rtt_ms")));
        QCOMPARE(tips.front().count(QLatin1Char('\n')), 2); // name, meaning, why not
        QSignalSpy explains(&line, &MetricsLine::explainClicked);
        auto *explain = line.findChild<QToolButton *>(QStringLiteral("explain"));
        QVERIFY(explain->isHidden());
        line.setExplainable(true);
        explain->click();
        QCOMPARE(explains.size(), 1);
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.csv"));
        QObject context;
        std::optional<Result<QString>> result;
        const auto take = [&result](const Result<QString> &got) { result = got; };
        writeFile(path, "first", &context, take);
        QTRY_VERIFY(result.has_value());
        QVERIFY(result->has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("first"));
        result.reset();
        writeFile(folder.filePath(QStringLiteral("missing/out.csv")), "x", &context, take);
        QTRY_VERIFY(result.has_value());
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, Error::Kind::Local);
    }

    void longWordsCanBreakWithoutBeingChanged()
    {
        const QString text = QStringLiteral("diffie-hellman-group-exchange-sha256 in ") +
                             QString(100, QLatin1Char('x'));
        const QString broken = breakable(text);
        QVERIFY(broken != text);
        QCOMPARE(QString(broken).remove(QChar(0x200b)), text);
        QCOMPARE(breakable(QStringLiteral("short words stay")), QStringLiteral("short words stay"));
    }

    void aNoticeOffersTwoThings()
    {
        NoticeBar bar;
        bar.resize(300, 100);
        bar.show(NoticeBar::Severity::Error, QStringLiteral("It failed."), {},
                 QStringLiteral("Explain"));
        auto *second = bar.findChild<QPushButton *>(QStringLiteral("secondAction"));
        QVERIFY(second->isHidden());
        bar.setSecondAction(QStringLiteral("Reconnect"));
        QSignalSpy clicks(&bar, &NoticeBar::secondActionClicked);
        second->click();
        QCOMPARE(clicks.size(), 1);
        bar.show(NoticeBar::Severity::Info, QStringLiteral("Other."), {}, {});
        QVERIFY(second->isHidden());
    }
};

QTEST_MAIN(WidgetsTest)

#include "widgets.moc"
