// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/messagefile.h"
#include "core/mqtt/decoderrules.h"
#include "core/mqtt/topicdecoders.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace Portolan;
using namespace Portolan::Mqtt;

namespace {

using Format = MessageFileWriter::Format;

QByteArray written(const TopicStore &store, const MessageFileWriter::Choice &choice,
                   std::size_t slice = 1)
{
    MessageFileWriter writer(choice);
    QByteArray out;
    while (writer.step(store, slice, out)) {
    }
    return out;
}

class MessageFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void onlyTheSubtreeAndOnlyWhatWasChosen();
    void aStoreThatIsClearedMeanwhileEndsTheFileInOrder();
    void headsAreMarkedAndLeftOut();
    void csvIsForSpreadsheets();
    void faultsHaveLineAndColumn_data();
    void faultsHaveLineAndColumn();
    void everyTruncationIsRefused();
    void whatIsNotKnownIsLeftOut();
    void rulesAreKeptAndFoundInTheirOrder();
    void rulesThatCannotBeAreRefused();
    void rulesAreMadeReadyWithTheirProtoFiles();
    void aliasesComeFromTheLastBirths();
};

void MessageFileTest::whatIsWrittenIsReadBack()
{
    TopicStore store;
    Properties properties;
    properties.payloadIsText = true;
    properties.expirySeconds = 4294967295U;
    properties.contentType = "text/plain";
    properties.responseTopic = "answers/here";
    properties.correlation = QByteArray("\x00\xff\x01", 3);
    properties.user = {{"a", "1"}, {"a", "\"2\"\n"}, {"\xff", ""}};
    const QByteArray encoded = encodeProperties(properties);
    const std::string binary("\0\1\xff{", 4);
    store.add("site/온도", {.payload = "21.5 \"°C\"\t\x7f",
                            .properties = {encoded.constData(), std::size_t(encoded.size())},
                            .time = 1'700'000'000'123,
                            .qos = 2,
                            .retained = true});
    store.add("site/raw", {.payload = binary, .time = 1'700'000'000'456, .qos = 1});
    store.add("site/nothing", {.payload = "", .time = 5});
    store.add("site/half", {.payload = "\xec\x98", .time = 6}); // a character cut in two
    const QByteArray file = written(store, {.broker = QStringLiteral("broker \"one\":1883")});
    QVERIFY(!QJsonDocument::fromJson(file).isNull());
    QVERIFY(file.contains("\"21.5 \\\"°C"));
    const auto read = readMessageFile(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    QCOMPARE(read->broker, QStringLiteral("broker \"one\":1883"));
    QCOMPARE(read->messages.size(), 4);
    const StoredMessage &first = read->messages[0];
    QCOMPARE(first.topic, QByteArray("site/온도"));
    QCOMPARE(first.payload, QByteArray("21.5 \"°C\"\t\x7f"));
    QCOMPARE(first.time, std::int64_t(1'700'000'000'123));
    QCOMPARE(first.qos, std::uint8_t(2));
    QVERIFY(first.retain);
    QVERIFY(first.properties == properties);
    QCOMPARE(read->messages[1].payload, QByteArray("\0\1\xff{", 4));
    QVERIFY(!read->messages[1].retain);
    QCOMPARE(read->messages[2].payload, QByteArray(""));
    QCOMPARE(read->messages[3].payload, QByteArray("\xec\x98"));
}

void MessageFileTest::onlyTheSubtreeAndOnlyWhatWasChosen()
{
    TopicStore store;
    for (int i = 0; i < 3; ++i) {
        store.add("a/b", {.payload = std::to_string(i), .time = i});
        store.add("a/b/c/d", {.payload = std::to_string(10 + i), .time = i, .retained = i == 1});
        store.add("a/bb", {.payload = "no", .time = i});
        store.add("z", {.payload = "no", .time = i});
    }
    const auto payloads = [&](MessageFileWriter::Choice choice, std::size_t slice) {
        choice.top = store.find("a/b");
        QByteArray all;
        const auto read = readMessageFile(written(store, choice, slice));
        if (!read)
            return QByteArray("(error)");
        for (const StoredMessage &message : read->messages)
            all += message.payload + ' ';
        return all;
    };
    for (const std::size_t slice : {std::size_t(1), std::size_t(2), std::size_t(1000)}) {
        QCOMPARE(payloads({}, slice), QByteArray("2 12 "));
        QCOMPARE(payloads({.withHistory = true}, slice), QByteArray("0 1 2 10 11 12 "));
        QCOMPARE(payloads({.retainedOnly = true}, slice), QByteArray("12 "));
    }
    const auto all = readMessageFile(written(store, {}));
    QCOMPARE(all->messages.size(), 4);
    const TopicStore empty;
    QCOMPARE(readMessageFile(written(empty, {}))->messages.size(), 0);
}

void MessageFileTest::aStoreThatIsClearedMeanwhileEndsTheFileInOrder()
{
    TopicStore store;
    for (int i = 0; i < 100; ++i)
        store.add("t/" + std::to_string(i), {.payload = "x"});
    MessageFileWriter writer({});
    QByteArray out;
    QVERIFY(writer.step(store, 10, out));
    store.clear();
    QVERIFY(!writer.step(store, 10, out));
    QVERIFY(writer.wasCleared());
    const auto read = readMessageFile(out);
    QVERIFY(read);
    QCOMPARE(std::uint64_t(read->messages.size()), writer.written());
}

void MessageFileTest::headsAreMarkedAndLeftOut()
{
    TopicStore::Limits limits;
    limits.payloadBytes = 10;
    TopicStore store(limits);
    store.add("long", {.payload = "0123456789abcdef"});
    store.add("short", {.payload = "0123456789"});
    MessageFileWriter writer({});
    QByteArray out;
    QVERIFY(!writer.step(store, 100, out));
    QCOMPARE(writer.cut(), std::uint64_t(1));
    QVERIFY(out.contains("\"size\":16,\"cut\":true"));
    const auto read = readMessageFile(out);
    QCOMPARE(read->messages.size(), 1);
    QCOMPARE(read->messages[0].topic, QByteArray("short"));
    QCOMPARE(read->cut, std::uint64_t(1));
}

void MessageFileTest::csvIsForSpreadsheets()
{
    TopicStore store;
    store.add("a", {.payload = "=cmd()", .time = 0, .qos = 1, .retained = true});
    store.add("b", {.payload = std::string_view("\0\xff", 2), .time = 1});
    store.add("c", {.payload = "one,\"two\"\nthree", .time = 2});
    QCOMPARE(
        written(store, {.format = Format::Csv}),
        QByteArray("\xef\xbb\xbf"
                   "topic,time,qos,retain,duplicate,size,encoding,payload,properties\r\n"
                   "a,1970-01-01T00:00:00.000Z,1,1,0,6,text,'=cmd(),\r\n"
                   "b,1970-01-01T00:00:00.001Z,0,0,0,2,base64,AP8=,\r\n"
                   "c,1970-01-01T00:00:00.002Z,0,0,0,15,text,\"one,\"\"two\"\"\nthree\",\r\n"));
}

void MessageFileTest::faultsHaveLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("begins");
    const QByteArray head = "{\"portolan\":\"mqtt-messages\",\"version\":1,\"messages\":[\n";
    QTest::newRow("no JSON") << QByteArray("topic,payload\n") << "Line 1, column 1:";
    QTest::newRow("a list") << QByteArray("\n[]") << "Line 2, column 1:";
    QTest::newRow("no topic") << head + "{\"payload\":\"\"}]}"
                              << "Line 2, column 1:";
    QTest::newRow("no payload") << head +
                                       "{\"topic\":\"a\",\"payload\":\"\"},\n {\"topic\":\"a\"}]}"
                                << "Line 3, column 2:";
    QTest::newRow("a wildcard") << head + "{\"topic\":\"a/#\",\"payload\":\"\"}]}"
                                << "Line 2, column 10:";
    QTest::newRow("an empty topic") << head + "{\"topic\":\"\",\"payload\":\"\"}]}"
                                    << "Line 2, column 10:";
    QTest::newRow("quality") << head + "{\"topic\":\"a\",\"qos\":3,\"payload\":\"\"}]}"
                             << "Line 2, column 20:";
    QTest::newRow("a fraction") << head + "{\"topic\":\"a\",\"qos\":1.0,\"payload\":\"\"}]}"
                                << "Line 2, column 20:";
    QTest::newRow("Base64") << head + "{\"topic\":\"a\",\"payload_base64\":\"*\"}]}"
                            << "Line 2, column 31:";
    QTest::newRow("time") << head + "{\"topic\":\"a\",\"time\":\"noon\",\"payload\":\"\"}]}"
                          << "Line 2, column 21:";
    QTest::newRow("comma") << head + "{\"topic\":\"a\" \"payload\":\"\"}]}"
                           << "Line 2, column 14:";
    QTest::newRow("expiry")
        << head +
               "{\"topic\":\"a\",\"payload\":\"\",\"properties\":{\"expiry_seconds\":4294967296}}]}"
        << "Line 2, column 58:";
}

void MessageFileTest::faultsHaveLineAndColumn()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, begins);
    const auto read = readMessageFile(file);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Usage);
    QVERIFY2(read.error().what.startsWith(begins), qPrintable(read.error().what));
}

void MessageFileTest::everyTruncationIsRefused()
{
    TopicStore store;
    store.add("a/b", {.payload = "1", .time = 1, .qos = 1, .retained = true});
    const QByteArray whole = written(store, {}).trimmed();
    QVERIFY(readMessageFile(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readMessageFile(whole.left(size)), qPrintable(QString::number(size)));
    for (const char *other : {"{}", "{\"portolan\":\"profiles\",\"version\":1,\"messages\":[]}",
                              "{\"portolan\":\"mqtt-messages\",\"messages\":[]}",
                              "{\"portolan\":\"mqtt-messages\",\"version\":1}",
                              "{\"portolan\":\"mqtt-messages\",\"version\":0,\"messages\":[]}"})
        QVERIFY2(!readMessageFile(other), other);
    const auto newer =
        readMessageFile("{\"portolan\":\"mqtt-messages\",\"version\":2,\"messages\":[]}");
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, Error::Kind::Unsupported);
}

void MessageFileTest::whatIsNotKnownIsLeftOut()
{
    const auto read = readMessageFile(
        "{\"portolan\":\"mqtt-messages\",\"version\":1,\"more\":{\"messages\":[{\"topic\":1}]},"
        "\"messages\":[{\"topic\":\"a\",\"payload\":\"x\",\"new\":[{\"deep\":[1]}],"
        "\"properties\":{\"odd\":\"x\",\"user\":[{\"name\":\"n\",\"value\":\"v\"}]}}]}");
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    QCOMPARE(read->messages.size(), 1);
    QCOMPARE(read->messages[0].properties.user.size(), 1);
}

void MessageFileTest::rulesAreKeptAndFoundInTheirOrder()
{
    const auto rules = DecoderRules::make(
        {{.filter = "a/+/raw", .kind = Payload::Kind::Hex},
         {.filter = "a/#", .kind = Payload::Kind::Text, .charset = QStringLiteral("windows-949")},
         {.filter = "p/#",
          .kind = Payload::Kind::Protobuf,
          .protoFolder = QStringLiteral("/protos"),
          .messageType = QStringLiteral("site.Reading")}});
    QVERIFY(rules);
    QCOMPARE(rules->ruleFor("a/1/raw")->kind, Payload::Kind::Hex);
    QCOMPARE(rules->ruleFor("a/1/text")->charset, QStringLiteral("windows-949"));
    QCOMPARE(rules->ruleFor("p/x")->messageType, QStringLiteral("site.Reading"));
    QVERIFY(!rules->ruleFor("z"));
    const auto read = DecoderRules::fromJson(rules->toJson());
    QVERIFY(read);
    QVERIFY(*read == *rules);
    QVERIFY(DecoderRules::fromJson("[]")->rules().isEmpty());
}

void MessageFileTest::rulesThatCannotBeAreRefused()
{
    for (const char *json :
         {"", "{}", "[1]", "[{\"filter\":\"a\"}]", "[{\"filter\":\"a\",\"decoder\":\"magic\"}]",
          "[{\"filter\":\"a/#/b\",\"decoder\":\"json\"}]", "[{\"decoder\":\"json\"}]",
          "[{\"filter\":\"a\",\"decoder\":\"text\",\"charset\":\"klingon\"}]",
          "[{\"filter\":\"a\",\"decoder\":\"protobuf\",\"message\":\"M\"}]"}) {
        const auto rules = DecoderRules::fromJson(json);
        QVERIFY2(!rules, json);
        QCOMPARE(rules.error().kind, Error::Kind::Usage);
    }
    QVERIFY(
        DecoderRules::fromJson("[\n{]").error().what.startsWith(QStringLiteral("Line 2, column ")));
}

void MessageFileTest::rulesAreMadeReadyWithTheirProtoFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.proto")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("syntax = \"proto3\"; message A { int32 x = 1; }");
    file.close();
    const auto rule = [&](const char *filter, const QString &path, const char *message) {
        return DecoderRule{.filter = filter,
                           .kind = Payload::Kind::Protobuf,
                           .protoFolder = path,
                           .messageType = QString::fromLatin1(message)};
    };
    const QString none = folder.filePath(QStringLiteral("none"));
    const auto rules =
        DecoderRules::make({rule("good", folder.path(), "A"), rule("lost", folder.path(), "B"),
                            rule("none", none, "A")});
    QVERIFY(rules);
    const TopicDecoders decoders = TopicDecoders::load(*rules);
    QCOMPARE(decoders.faults().size(), 2);
    const auto good = decoders.forTopic("good");
    QVERIFY(good);
    const auto decoded = Payload::decode(good->first, "\x08\x05", good->second);
    QVERIFY(decoded);
    QCOMPARE(decoded->nodes[1].name, QStringLiteral("x"));
    QVERIFY(
        !Payload::decode(Payload::Kind::Protobuf, "\x08\x05", decoders.forTopic("lost")->second));
    QVERIFY(
        Payload::decode(Payload::Kind::Protobuf, "\x08\x05", decoders.forTopic("none")->second));
    QVERIFY(!decoders.forTopic("other"));
}

// A birth with one metric, by hand: its name (field 1) and its alias (field 2), in a Payload.
std::string birthOf(const std::string &name, int alias)
{
    const std::string metric = '\x0a' + std::string(1, static_cast<char>(name.size())) + name +
                               '\x10' + static_cast<char>(alias);
    return '\x12' + std::string(1, static_cast<char>(metric.size())) + metric +
           std::string("\x18\x00", 2);
}

void MessageFileTest::aliasesComeFromTheLastBirths()
{
    TopicStore store;
    const auto nameOf = [&](const char *topic, int alias) {
        const auto aliases = sparkplugAliases(store, topic);
        return aliases ? aliases->name(topic, std::uint64_t(alias)) : QStringLiteral("(none)");
    };
    QCOMPARE(nameOf("plant/NDATA/edge", 1), QStringLiteral("(none)"));
    QCOMPARE(nameOf("spBv1.0/g/NDATA/edge", 1), QString());
    store.add("spBv1.0/g/DBIRTH/edge/old", {.payload = birthOf("stale", 3), .time = 5});
    store.add("spBv1.0/g/NBIRTH/edge", {.payload = birthOf("first", 1), .time = 7});
    store.add("spBv1.0/g/NBIRTH/edge", {.payload = birthOf("again", 1), .time = 10});
    store.add("spBv1.0/g/DBIRTH/edge/pump", {.payload = birthOf("speed", 2), .time = 11});
    store.add("spBv1.0/g/NBIRTH/other", {.payload = birthOf("other", 4), .time = 12});
    for (const char *topic : {"spBv1.0/g/NDATA/edge", "spBv1.0/g/DDATA/edge/pump"}) {
        QCOMPARE(nameOf(topic, 1), QStringLiteral("again"));
        QCOMPARE(nameOf(topic, 2), QStringLiteral("speed"));
        QCOMPARE(nameOf(topic, 3), QString());
        QCOMPARE(nameOf(topic, 4), QString());
    }
}

} // namespace

QTEST_GUILESS_MAIN(MessageFileTest)
#include "messagefile.moc"
