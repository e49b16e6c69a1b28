// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/inbox.h"
#include "ui/mqtt/messagemodel.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/mqtt/topicmodel.h"
#include "ui/mqtt/topicpage.h"
#include "ui/mqtt/topicview.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Portolan;
using namespace Portolan::Ui;
using Mqtt::Inbox;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// What a tree shows: two spaces a level, then the name.
QStringList shown(const TopicModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, TopicModel::Name);
        rows << QString(index.data(TopicModel::DepthRole).toInt() * 2, QLatin1Char(' ')) +
                    index.data().toString();
    }
    return rows;
}

int rowNamed(const TopicModel &model, const char *wanted)
{
    const QString name = QString::fromUtf8(wanted);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, TopicModel::Name).data().toString() == name)
            return row;
    }
    return -1;
}

QStringList words(std::initializer_list<const char *> all)
{
    QStringList list;
    for (const char *one : all)
        list << QString::fromUtf8(one);
    return list;
}

TextFilter filterOf(const char *text, bool regex = false)
{
    return *TextFilter::make(QString::fromUtf8(text),
                             {.caseSensitive = false, .regex = regex, .composing = -1});
}

} // namespace

class MqttModelTest : public QObject
{
    Q_OBJECT

private:
    qint64 m_now = 1'700'000'000'000;

    void feed(Inbox &inbox, const QByteArray &topic, const QByteArray &payload = "1",
              bool retained = false)
    {
        inbox.message({.topic = viewOf(topic),
                       .payload = viewOf(payload),
                       .properties = {},
                       .time = m_now++,
                       .qos = 0,
                       .retained = retained,
                       .duplicate = false});
    }

private Q_SLOTS:
    void levelsAreOpenedOneByOneAndStandInTheirOrder()
    {
        const auto inbox = std::make_shared<Inbox>();
        for (const char *topic : {"site/eth10", "site/eth9", "b/x", "A/y", "site/eth9/errors"})
            feed(*inbox, topic);
        inbox->endOfRound();
        TopicModel model(inbox);
        const QAbstractItemModelTester tester(&model);
        model.refresh();
        QCOMPARE(shown(model), words({"A", "b", "site"}));
        model.setOpen(rowNamed(model, "site"), true);
        QCOMPARE(shown(model), words({"A", "b", "site", "  eth9", "  eth10"}));
        model.setOpen(rowNamed(model, "eth9"), true);
        QCOMPARE(shown(model), words({"A", "b", "site", "  eth9", "    errors", "  eth10"}));
        QCOMPARE(model.parentRow(4), 3);
        QCOMPARE(model.topic(model.node(4)), QByteArray("site/eth9/errors"));
        model.setOpen(rowNamed(model, "site"), false);
        QCOMPARE(shown(model), words({"A", "b", "site"}));
        // What was open below opens again with it.
        model.setOpen(rowNamed(model, "site"), true);
        QCOMPARE(shown(model), words({"A", "b", "site", "  eth9", "    errors", "  eth10"}));
    }

    void oneKeyOpensAllBelow()
    {
        const auto inbox = std::make_shared<Inbox>();
        for (const char *topic : {"site/eth9", "site/eth9/errors", "b/x"})
            feed(*inbox, topic);
        inbox->endOfRound();
        TopicModel model(inbox);
        TopicView view(model);
        model.refresh();
        view.setCurrentIndex(model.index(rowNamed(model, "site"), 0));
        QTest::keyClick(&view, '*');
        QCOMPARE(shown(model), words({"b", "site", "  eth9", "    errors"}));
    }

    void aSparkplugMessageShowsTheNamesThatABirthTold()
    {
        // Payloads by hand: a metric with name and alias; one with alias and the value 7.
        const auto inbox = std::make_shared<Inbox>();
        feed(*inbox, "spBv1.0/g/NBIRTH/n", QByteArray::fromHex("12070a0353706410051800"));
        feed(*inbox, "spBv1.0/g/NDATA/n", QByteArray::fromHex("1204100550071801"));
        inbox->endOfRound();
        TopicPage page(inbox);
        const QByteArray topic("spBv1.0/g/NDATA/n");
        page.setNode(
            inbox->read([&](const Mqtt::TopicStore &store) { return store.find(viewOf(topic)); }),
            topic);
        page.refresh();
        QTRY_VERIFY(page.viewer().text().contains(QStringLiteral("\"name\": \"Spd\"")));
        QVERIFY(page.viewer().text().contains(QStringLiteral("\"value\": 7")));
    }

    void valuesCountsAndTheMarkOfRetainedOnesAreShown()
    {
        const auto inbox = std::make_shared<Inbox>();
        feed(*inbox, "a/temp", "20");
        feed(*inbox, "a/temp", "21.5", true);
        feed(*inbox, "a/raw", QByteArray("\x00\xff", 2));
        inbox->endOfRound();
        TopicModel model(inbox);
        model.refresh();
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, TopicModel::Value), QStringLiteral("2 topic(s)"));
        QCOMPARE(text(0, TopicModel::Messages), QStringLiteral("3"));
        model.setOpen(0, true);
        const int temp = rowNamed(model, "temp");
        QCOMPARE(text(temp, TopicModel::Value), QStringLiteral("21.5"));
        QVERIFY(model.index(temp, 0).data(TopicModel::RetainedRole).toBool());
        QCOMPARE(text(rowNamed(model, "raw"), TopicModel::Value), QStringLiteral("00 ff"));
        model.setShown(0, 10);
        feed(*inbox, "a/temp", "22");
        inbox->endOfRound();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh();
        QVERIFY(!changed.isEmpty());
        QCOMPARE(text(temp, TopicModel::Value), QStringLiteral("22"));
        changed.clear();
        model.refresh();
        QVERIFY2(changed.isEmpty(), "what has not changed is not painted again");
    }

    void newTopicsComeInPlaceInSlicesAndMoveNothingThatIsLookedAt()
    {
        const auto inbox = std::make_shared<Inbox>();
        for (int i = 0; i < 200; ++i)
            feed(*inbox, "m/" + QByteArray::number(i * 1000));
        inbox->endOfRound();
        TopicModel model(inbox);
        TopicView view(model);
        view.resize(400, 300);
        view.show();
        model.refresh();
        model.setOpen(0, true);
        view.goTo("m/100000");
        const auto node = view.currentNode();
        const int y = view.visualRect(view.currentIndex()).top();
        QVERIFY(view.verticalScrollBar()->value() > 0);

        constexpr int kTopics = 90'000;
        for (int i = 0; i < kTopics; ++i)
            feed(*inbox, "m/" + QByteArray::number(i * 2 + 1));
        for (int i = 0; i < 50; ++i)
            feed(*inbox, "a" + QByteArray::number(i) + "/x");
        inbox->endOfRound();
        int ticks = 0;
        for (int before = -1; model.rowCount() != before; ++ticks) {
            before = model.rowCount();
            model.refresh();
            QVERIFY2(model.rowCount() - before <= static_cast<int>(TopicModel::kMostRows),
                     "a tick takes in a bounded number of rows");
        }
        QVERIFY(ticks > 4);
        QCOMPARE(model.rowCount(), 51 + 200 + kTopics);
        QCOMPARE(view.currentNode(), node);
        QCOMPARE(model.topic(view.currentNode()), QByteArray("m/100000"));
        QCOMPARE(view.visualRect(model.index(model.row(node), 0)).top(), y);
    }

    void aFilterPrunesTheTreeAndUnfoldsWhatItFinds()
    {
        const auto inbox = std::make_shared<Inbox>();
        for (const char *topic :
             {"plant/hall1/temp", "plant/hall1/Humidity", "plant/hall2/temp", "other/x", "$SYS/up"})
            feed(*inbox, topic);
        inbox->endOfRound();
        TopicModel model(inbox);
        model.refresh();
        model.setOpen(rowNamed(model, "other"), true);
        model.setFilter(filterOf("TEMP"), false);
        QTRY_VERIFY(!model.isFinding());
        QCOMPARE(model.found(), std::uint64_t(2));
        QCOMPARE(shown(model), words({"plant", "  hall1", "    temp", "  hall2", "    temp"}));
        // What comes later is found as well.
        feed(*inbox, "plant/hall3/temperature");
        inbox->endOfRound();
        QTRY_COMPARE(model.found(), std::uint64_t(3));
        model.setFilter(filterOf("plant/+/temp"), true);
        QTRY_COMPARE(model.found(), std::uint64_t(2));
        QCOMPARE(shown(model), words({"plant/hall1/temp", "plant/hall2/temp"}));
        model.setFilter(filterOf("#"), true);
        QTRY_COMPARE(model.found(), std::uint64_t(5)); // not those that begin with $
        model.setFilter(filterOf("hall[12]/h", true), true);
        QTRY_COMPARE(model.found(), std::uint64_t(1));
        model.setFilter(TextFilter(), false);
        model.refresh();
        QCOMPARE(shown(model), words({"$SYS", "other", "  x", "plant"}));
    }

    void sortingByANumberIsKeptUpToDate()
    {
        const auto inbox = std::make_shared<Inbox>();
        for (int i = 0; i < 3; ++i)
            feed(*inbox, "b");
        feed(*inbox, "a");
        feed(*inbox, "c");
        feed(*inbox, "c");
        inbox->endOfRound();
        TopicModel model(inbox);
        model.refresh();
        const QPersistentModelIndex held = model.index(rowNamed(model, "a"), 0);
        model.sort(TopicModel::Messages, Qt::DescendingOrder);
        QCOMPARE(shown(model), words({"b", "c", "a"}));
        QCOMPARE(held.data().toString(), QStringLiteral("a"));
        for (int i = 0; i < 9; ++i)
            feed(*inbox, "a");
        inbox->endOfRound();
        QTRY_COMPARE(shown(model), words({"a", "b", "c"}));
        model.sort(TopicModel::Name, Qt::DescendingOrder);
        QCOMPARE(shown(model), words({"c", "b", "a"}));
    }

    void aLargeLevelIsSortedByEveryColumnAndStaysSo()
    {
        const auto inbox = std::make_shared<Inbox>();
        constexpr int kTopics = 3 * int(TopicModel::kMostAtOnce);
        for (int i = 0; i < kTopics; ++i)
            feed(*inbox, "m/" + QByteArray::number((i * 7919) % kTopics));
        for (const char *topic : {"m/77", "m/77", "m/5", "z/leaf"})
            feed(*inbox, topic);
        inbox->endOfRound();
        TopicModel model(inbox);
        TopicView view(model);
        view.resize(400, 300);
        view.show();
        model.refresh();
        model.setOpen(0, true);
        QTRY_COMPARE(model.rowCount(), kTopics + 2);
        const auto name = [&](int row) {
            return model.index(row, TopicModel::Name).data().toString();
        };
        const auto isByName = [&] {
            for (int row = 1; row <= kTopics; ++row) {
                if (name(row) != QString::number(row - 1))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isByName(), 20'000);

        model.sort(TopicModel::Messages, Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(name(1), QStringLiteral("77"), 20'000);
        QCOMPARE(name(2), QStringLiteral("5"));
        model.sort(TopicModel::Rate, Qt::DescendingOrder);
        model.sort(TopicModel::Value, Qt::DescendingOrder); // by the last message
        QTRY_COMPARE_WITH_TIMEOUT(name(1), QStringLiteral("5"), 20'000);
        QCOMPARE(name(2), QStringLiteral("77"));
        // It is brought up to date.
        feed(*inbox, "m/1234");
        inbox->endOfRound();
        QTRY_COMPARE_WITH_TIMEOUT(name(1), QStringLiteral("1234"), 20'000);
        model.sort(TopicModel::Name, Qt::AscendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(isByName(), 20'000);
    }

    void topicsThatPourIntoALargeLevelAreSortedInUnderAViewThatStandsStill()
    {
        const auto inbox = std::make_shared<Inbox>();
        constexpr int kTopics = 3 * int(TopicModel::kMostAtOnce);
        for (int i = 0; i < kTopics; ++i)
            feed(*inbox, "m/" + QByteArray::number(2 * i));
        feed(*inbox, "m/40000/below");
        inbox->endOfRound();
        TopicModel model(inbox);
        TopicView view(model);
        view.resize(400, 300);
        view.show();
        model.refresh();
        model.setOpen(0, true);
        QTRY_COMPARE(model.rowCount(), kTopics + 1);
        view.goTo("m/40000/below");
        const auto node = view.currentNode();
        QCOMPARE(model.topic(node), QByteArray("m/40000/below"));
        QTRY_VERIFY(view.verticalScrollBar()->value() > 0);
        const int y = view.visualRect(view.currentIndex()).top();
        for (int i = 0; i < kTopics; ++i)
            feed(*inbox, "m/" + QByteArray::number(2 * i + 1));
        inbox->endOfRound();
        const auto number = [&](int row) {
            return model.index(row, TopicModel::Name).data().toString().toInt();
        };
        // All of them, in order, around the one that is looked at.
        QTRY_COMPARE_WITH_TIMEOUT(number(2 * kTopics + 1), 2 * kTopics - 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(number(model.row(node) + 1), 40001, 20'000);
        QCOMPARE(model.row(node), 40002);
        for (int row = 1; row < 40001; ++row)
            QCOMPARE(number(row), row - 1);
        QCOMPARE(view.currentNode(), node);
        QCOMPARE(view.visualRect(model.index(model.row(node), 0)).top(), y);
        // Closed while it is being sorted.
        model.sort(TopicModel::Messages, Qt::DescendingOrder);
        model.setOpen(0, false);
        QCOMPARE(model.rowCount(), 1);
        model.setOpen(0, true);
        QTRY_COMPARE(model.rowCount(), 2 * kTopics + 2);
    }

    void aLongListOfWholeTopicsIsInOrderToo()
    {
        const auto inbox = std::make_shared<Inbox>();
        constexpr int kTopics = 2 * int(TopicModel::kMostAtOnce);
        for (int i = kTopics; i > 0; --i)
            feed(*inbox, "m" + QByteArray::number(i) + "/x");
        inbox->endOfRound();
        TopicModel model(inbox);
        model.setFilter(filterOf("x"), true);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), kTopics, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(model.index(0, 0).data().toString(), QStringLiteral("m1/x"),
                                  20'000);
        QCOMPARE(model.index(9999, 0).data().toString(), QStringLiteral("m10000/x"));
    }

    void strangeTopicsHaveAPlaceAndAPicture()
    {
        const auto inbox = std::make_shared<Inbox>();
        feed(*inbox, "/");
        feed(*inbox, "a//b");
        feed(*inbox, QByteArray("bad\xff/\x01"));
        feed(*inbox, QByteArray(20'000, '/'));
        inbox->endOfRound();
        TopicModel model(inbox);
        model.refresh();
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(rowNamed(model, "\"\"") >= 0);
        // As deep as levels are opened, and no deeper.
        for (int depth = 0; depth < 400; ++depth) {
            const int last = rowNamed(model, "\"\"") + depth;
            if (last < model.rowCount())
                model.setOpen(last, true);
        }
        QVERIFY(model.rowCount() >= TopicRows::kDeepest);
        model.setFilter(filterOf("////"), false);
        QTRY_COMPARE(model.found(), std::uint64_t(1));
        QCOMPARE(topicText(std::string_view("a\x01\xe2\x80\xae", 5)),
                 QString(QStringLiteral("a") + QChar(0x2401) + QChar(0xfffd)));
    }

    void forgettingEverythingEndsAllRowsAndTheChosenTopic()
    {
        const auto inbox = std::make_shared<Inbox>();
        feed(*inbox, "a/b");
        inbox->endOfRound();
        TopicModel model(inbox);
        TopicView view(model);
        model.refresh();
        view.goTo("a/b");
        QVERIFY(view.currentNode() != TopicRows::kNone);
        inbox->clear();
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(view.currentNode(), TopicRows::kNone);
        feed(*inbox, "z");
        inbox->endOfRound();
        model.refresh();
        QCOMPARE(shown(model), words({"z"}));
    }

    void messagesStandNewestFirstAndAreReadInPages()
    {
        const auto inbox = std::make_shared<Inbox>();
        constexpr int kAll = 3 * MessageModel::kPage;
        for (int i = 1; i <= kAll; ++i)
            feed(*inbox, "t", QByteArray::number(i));
        inbox->endOfRound();
        const auto node = inbox->read([](const auto &store) { return store.find("t"); });
        MessageModel model(inbox);
        model.setNode(node);
        QCOMPARE(model.rowCount(), MessageModel::kPage);
        QCOMPARE(model.index(0, MessageModel::Preview).data().toString(), QString::number(kAll));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 2 * MessageModel::kPage);
        QCOMPARE(model.message(1)->payload, QByteArray("1"));
        feed(*inbox, "t", "last");
        inbox->endOfRound();
        QCOMPARE(model.waiting(), quint64(1));
        QVERIFY(model.refresh());
        QVERIFY(!model.refresh());
        QCOMPARE(model.newest()->payload, QByteArray("last"));
        QCOMPARE(model.rowOf(kAll), 1);
        // A topic that is quicker than the list shows its newest.
        for (int i = 0; i < kAll; ++i)
            feed(*inbox, "t", QByteArray::number(-i));
        inbox->endOfRound();
        QVERIFY(model.refresh());
        QCOMPARE(model.rowCount(), MessageModel::kPage);
        QCOMPARE(model.numberOf(0), quint64(2 * kAll + 1));
        QCOMPARE(model.received(), quint64(2 * kAll + 1));
    }

    void previewsAreOneShortLineWhateverTheBytesAre()
    {
        QCOMPARE(payloadPreview("a\n  b", 5), QStringLiteral("a b"));
        QCOMPARE(payloadPreview("", 0), QStringLiteral("∅"));
        const std::string hangul = "온도 섭씨 이십일도";
        QCOMPARE(payloadPreview(hangul, hangul.size()), QString::fromStdString(hangul));
        // Cut inside a character.
        const std::string cut = std::string(159, 'x') + "온";
        QVERIFY(payloadPreview(cut, cut.size()).endsWith(QStringLiteral("x…")));
        QCOMPARE(payloadPreview(std::string_view("\x01\x02", 2), 2), QStringLiteral("01 02"));
    }
};

QTEST_MAIN(MqttModelTest)
#include "mqttmodel.moc"
