// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/textfilter.h"
#include "ui/widgets/typedfield.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Portolan;
using namespace Portolan::Ui;

namespace {

void compose(QWidget *edit, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(edit, &event);
}

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QStandardItemModel> makeModel()
    {
        auto model = std::make_unique<QStandardItemModel>(0, 3);
        model->setHorizontalHeaderLabels(
            {QStringLiteral("Name"), QStringLiteral("Size"), QStringLiteral("Note")});
        add(*model, "eth10", 900, "=1+1");
        add(*model, "eth9", 10'000, "둘째 \"줄\"");
        add(*model, "Eth2", 50, "a\tb");
        return model;
    }
    static void add(QStandardItemModel &model, const char *name, int size, const char *note)
    {
        auto *number = new QStandardItem(QStringLiteral("%L1 B").arg(size));
        number->setData(size, DataTable::SortRole);
        number->setData(QString::number(size), DataTable::ExportRole);
        model.appendRow({new QStandardItem(QLatin1String(name)), number,
                         new QStandardItem(QString::fromUtf8(note))});
    }
    static QStringList names(const DataTable &table)
    {
        QStringList result;
        const QList<QStringList> rows = table.texts(DataTable::Rows::All, DataTable::Head::Without);
        for (const QStringList &row : rows)
            result.append(row.value(0));
        return result;
    }

private Q_SLOTS:
    void aFilterFindsWordsAndExpressions()
    {
        const auto matches = [](const QString &text, TextFilter::Options options,
                                const QString &line) {
            const auto filter = TextFilter::make(text, options);
            return filter && filter->matches(line);
        };
        QVERIFY(matches(QStringLiteral("HMAC"), {}, QStringLiteral("hmac-sha2-256")));
        QVERIFY(!matches(QStringLiteral("HMAC"), {.caseSensitive = true},
                         QStringLiteral("hmac-sha2-256")));
        QVERIFY(!matches(QStringLiteral("a.c"), {}, QStringLiteral("abc")));
        QVERIFY(matches(QStringLiteral("^a.c$"), {.regex = true}, QStringLiteral("ABC")));
        QVERIFY(TextFilter().matches(QStringLiteral("anything")));
        const auto bad = TextFilter::make(QStringLiteral("ab("), {.regex = true});
        QVERIFY(!bad);
        QVERIFY2(bad.error().what.contains(QLatin1Char('4')), qPrintable(bad.error().what));
    }

    void noExpressionHoldsTheListUp()
    {
        const auto filter = TextFilter::make(QStringLiteral("(a+)+(a+)+(a+)+$"), {.regex = true});
        QVERIFY(filter);
        const QString line = QString(200, QLatin1Char('a')) + QLatin1Char('!');
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 20; ++i)
            (void)filter->matches(line);
        QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    }

    void aSyllableInTheMakingStandsForWhatItCanBecome()
    {
        // The keys of "한글", one after the other, as an input method shows them.
        const QStringList steps{QStringLiteral("ㅎ"),   QStringLiteral("하"),
                                QStringLiteral("한"),   QStringLiteral("한ㄱ"),
                                QStringLiteral("한그"), QStringLiteral("한글")};
        for (const QString &step : steps) {
            const auto filter = TextFilter::make(step, {.composing = step.size() - 1});
            QVERIFY(filter);
            QVERIFY2(filter->matches(QStringLiteral("우리 한글 이름")), qPrintable(step));
            QVERIFY2(!filter->matches(QStringLiteral("우리 나라 이름")), qPrintable(step));
        }
        const auto becomes = [](QChar from, const char *to) {
            return TextFilter::make(QString(from), {.composing = 0})
                ->matches(QString::fromUtf8(to));
        };
        QVERIFY(becomes(u'한', "하나"));
        QVERIFY(becomes(u'갈', "갉다"));
        QVERIFY(becomes(u'닭', "달기"));
        QVERIFY(becomes(u'고', "괜찮"));
        QVERIFY(becomes(u'구', "귀"));
        QVERIFY(!becomes(u'가', "갸"));
        QVERIFY(!becomes(u'한', "하다"));
        // Once it is committed it means itself.
        QVERIFY(!TextFilter::make(QStringLiteral("하"), {})->matches(QStringLiteral("한글")));
    }

    void theBarFollowsTheInputMethodAtOnce()
    {
        FilterBar bar;
        bar.show();
        bar.focusField();
        QSignalSpy changed(&bar, &FilterBar::filterChanged);
        auto *edit = bar.findChild<TypedField *>();
        compose(edit, QStringLiteral("ㅅ"));
        QCOMPARE(bar.filter().text(), QStringLiteral("ㅅ"));
        QVERIFY(bar.filter().matches(QStringLiteral("서버")));
        compose(edit, QStringLiteral("ㅂ"), QStringLiteral("서"));
        QCOMPARE(bar.filter().text(), QStringLiteral("서ㅂ"));
        QVERIFY(bar.filter().matches(QStringLiteral("서버")));
        QVERIFY(!bar.filter().matches(QStringLiteral("사번")));
        compose(edit, QString(), QStringLiteral("버"));
        QCOMPARE(bar.filter().text(), QStringLiteral("서버"));
        QVERIFY(changed.size() >= 3);
    }

    void aBrokenExpressionSaysSoAndKeepsTheFilter()
    {
        FilterBar bar;
        bar.setText(QStringLiteral("abc"));
        bar.findChild<QToolButton *>(QStringLiteral("regex"))->setChecked(true);
        QSignalSpy changed(&bar, &FilterBar::filterChanged);
        bar.setText(QStringLiteral("abc["));
        QVERIFY(!bar.problem().isEmpty());
        QCOMPARE(changed.size(), 0);
        QCOMPARE(bar.filter().text(), QStringLiteral("abc"));
        bar.setText(QStringLiteral("abc[d]"));
        QVERIFY(bar.problem().isEmpty());
        QCOMPARE(changed.size(), 1);
    }

    void escapeEmptiesTheFieldAndThenLeaves()
    {
        FilterBar bar;
        bar.setText(QStringLiteral("x"));
        QSignalSpy left(&bar, &FilterBar::left);
        auto *edit = bar.findChild<TypedField *>();
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), QString());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void columnsSortAsPeopleCount()
    {
        const auto model = makeModel();
        DataTable table;
        table.setSource(model.get());
        table.show();
        const QStringList source{QStringLiteral("eth10"), QStringLiteral("eth9"),
                                 QStringLiteral("Eth2")};
        QCOMPARE(names(table), source);
        table.sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(names(table), QStringList({QStringLiteral("Eth2"), QStringLiteral("eth9"),
                                            QStringLiteral("eth10")}));
        table.sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(names(table), QStringList({QStringLiteral("eth9"), QStringLiteral("eth10"),
                                            QStringLiteral("Eth2")}));
        // Two clicks on a header sort down and up, a third one ends it.
        QHeaderView *header = table.horizontalHeader();
        table.sortByColumn(-1, Qt::AscendingOrder);
        const QPoint name(header->sectionViewportPosition(0) + 8, header->height() / 2);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
        QCOMPARE(names(table), source);
    }

    void theFilterNarrowsOneColumnOrAll()
    {
        const auto model = makeModel();
        DataTable table;
        table.setSource(model.get());
        QSignalSpy counted(&table, &DataTable::countChanged);
        table.setFilter(*TextFilter::make(QStringLiteral("1"), {}));
        QCOMPARE(table.shownRows(), 2);
        table.setFilter(*TextFilter::make(QStringLiteral("1"), {}), 0);
        QCOMPARE(names(table), QStringList{QStringLiteral("eth10")});
        QCOMPARE(table.allRows(), 3);
        add(*model, "eth11", 1, "");
        QCOMPARE(table.shownRows(), 2);
        QVERIFY(counted.size() >= 3);
        QCOMPARE(table.viewRow(1), -1);
        QCOMPARE(table.sourceRow(table.viewRow(3)), 3);
    }

    void copiesAreTsvOfWhatIsShown()
    {
        const auto model = makeModel();
        DataTable table;
        table.setSource(model.get());
        table.show();
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Eth2\t50\ta b\n"));
        table.setColumnHidden(1, true);
        table.horizontalHeader()->moveSection(2, 0);
        table.selectAll();
        table.copySelection();
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("=1+1\teth10\n둘째 \"줄\"\teth9\na b\tEth2\n"));
        QCOMPARE(table.texts(DataTable::Rows::All, DataTable::Head::With).front(),
                 QStringList({QStringLiteral("Note"), QStringLiteral("Name")}));
    }

    void columnsFitOnceAndThenBelongToThePerson()
    {
        const auto model = makeModel();
        DataTable table;
        table.resize(600, 300);
        table.show();
        table.setSource(model.get());
        const int fitted = table.columnWidth(0);
        QVERIFY(fitted > 20 && fitted < 200);
        table.setColumnWidth(0, 333);
        for (int i = 0; i < 50; ++i)
            add(*model, "a-much-longer-name-than-before", i, "x");
        QCOMPARE(table.columnWidth(0), 333);
        table.fitColumns();
        QVERIFY(table.columnWidth(0) != 333);
    }

    void aLayoutComesBackAndAForeignOneChangesNothing()
    {
        const auto model = makeModel();
        QByteArray state;
        {
            DataTable table;
            table.setSource(model.get());
            table.show();
            QSignalSpy changed(&table, &DataTable::layoutChanged);
            table.setColumnWidth(2, 222);
            table.setColumnHidden(1, true);
            table.horizontalHeader()->moveSection(2, 0);
            table.sortByColumn(0, Qt::DescendingOrder);
            QVERIFY(changed.size() >= 3);
            state = table.layoutState();
        }
        DataTable table;
        table.setSource(model.get());
        QVERIFY(table.restoreLayout(state));
        QCOMPARE(table.columnWidth(2), 222);
        QVERIFY(table.isColumnHidden(1));
        QCOMPARE(table.horizontalHeader()->visualIndex(2), 0);
        QCOMPARE(names(table).size(), 3);
        QCOMPARE(table.layoutState(), state);
        QByteArray twice = state;
        twice.replace("\"at\":0", "\"at\":1");
        QByteArray none = state;
        none.replace("\"hidden\":false", "\"hidden\":true");
        for (const QByteArray &foreign :
             {QByteArray(), QByteArray("junk"), QByteArray("{\"columns\":[{}]}"), twice}) {
            QVERIFY(!table.restoreLayout(foreign));
            QCOMPARE(table.layoutState(), state);
        }
        QVERIFY(table.restoreLayout(none)); // a table without columns could not be brought back
        QVERIFY(!table.isColumnHidden(0));
    }

    void rowsThatComeWhileItIsShownAreThereOnce()
    {
        QStandardItemModel model(0, 3);
        DataTable table;
        table.resize(400, 200);
        table.setFollowing(true);
        table.setSource(&model);
        table.show();
        QCoreApplication::processEvents();
        for (int i = 0; i < 40; ++i)
            add(model, "row", i, "");
        QCoreApplication::processEvents();
        QCOMPARE(table.verticalHeader()->count(), 40);
        QTRY_VERIFY(
            table.viewport()->rect().intersects(table.visualRect(table.model()->index(39, 0))));
        QVERIFY(table.rowAt(table.viewport()->height() / 2) >= 0); // no blank below the end
    }

    void theLastRowStaysInViewOnlyWhileItIs()
    {
        const auto model = makeModel();
        DataTable table;
        table.resize(400, 200);
        table.setFollowing(true);
        table.setSource(model.get());
        table.show();
        for (int i = 0; i < 100; ++i)
            add(*model, "row", i, "");
        const auto isInView = [&](int row) {
            const QRect rect = table.visualRect(table.model()->index(row, 0));
            return table.viewport()->rect().intersects(rect);
        };
        QTRY_VERIFY(isInView(102));
        table.scrollToTop();
        add(*model, "row", 101, "");
        QVERIFY(!isInView(103));
        QVERIFY(isInView(0));
    }
};

QTEST_MAIN(TablesTest)

#include "tables.moc"
