// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/decoded.h"
#include "core/payload/jsonpath.h"
#include "core/payload/protoschema.h"
#include "core/payload/sparkplug.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace Portolan;
using namespace Portolan::Payload;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QString leafText(const Decoded &decoded, const char *path)
{
    const auto parsed = JsonPath::parse(QString::fromUtf8(path));
    const Node *node = parsed ? parsed->find(decoded) : nullptr;
    return node ? node->text : QStringLiteral("(nothing)");
}

// A message on the wire, by hand.
std::string varint(std::uint64_t value)
{
    std::string bytes;
    while (value >= 0x80) {
        bytes += static_cast<char>(value | 0x80U);
        value >>= 7U;
    }
    return bytes + static_cast<char>(value);
}
std::string field(std::uint64_t number, std::uint64_t value)
{
    return varint(number << 3U) + varint(value);
}
std::string field(std::uint64_t number, const std::string &bytes)
{
    return varint(number << 3U | 2U) + varint(bytes.size()) + bytes;
}
template<typename Number>
std::string fixed(std::uint64_t number, Number value)
{
    std::string bytes = varint(number << 3U | (sizeof(Number) == 8 ? 1U : 5U));
    return bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

class PayloadSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderOfProtoFilesWithImports();
    void everyKindOfField();
    void faultsHaveFileLineAndColumn();
    void nothingOutsideTheFolderIsRead();
    void hostileFilesAreFaults();
    void bytesThatAreNoSuchMessage();
    void aSparkplugBirthAndItsData();
    void sparkplugValuesOfAllTypes();
    void sparkplugIsStrict();
    void aliasesAreBounded();
};

void PayloadSchemaTest::aFolderOfProtoFilesWithImports()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("common/place.proto")),
          "syntax = \"proto3\"; package common; message Place { string city = 1; sint32 floor = 2; "
          "}");
    write(folder.filePath(QStringLiteral("sensor.proto")),
          "syntax = \"proto3\"; package site;\n"
          "import \"common/place.proto\";\n"
          "import \"google/protobuf/timestamp.proto\";\n"
          "message Reading { double value = 1; common.Place place = 2;\n"
          "  message Inner { int32 x = 1; } repeated Inner inner = 3; }");
    const auto schema = ProtoSchema::load(folder.path());
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().what + schema.error().detail));
    QCOMPARE((*schema)->messageTypes(),
             (QStringList{QStringLiteral("common.Place"), QStringLiteral("site.Reading"),
                          QStringLiteral("site.Reading.Inner")}));
    Options options;
    options.schema = *schema;
    options.messageType = QStringLiteral("site.Reading");
    const std::string bytes = fixed(1, 21.5) + field(2, field(1, "서울") + field(2, 3)) +
                              field(3, field(1, 7)) + field(3, field(1, 8)) + field(99, 5);
    const auto decoded = decode(Kind::Protobuf, bytes, options);
    QVERIFY(decoded);
    QCOMPARE(leafText(*decoded, "$.value"), QStringLiteral("21.5"));
    QCOMPARE(leafText(*decoded, "$.place.city"), QStringLiteral("서울"));
    QCOMPARE(leafText(*decoded, "$.place.floor"), QStringLiteral("-2"));
    QCOMPARE(leafText(*decoded, "$.inner[1].x"), QStringLiteral("8"));
    QCOMPARE(leafText(*decoded, "$['99']"), QStringLiteral("5"));
    QCOMPARE(decoded->notes.size(), 1);
}

void PayloadSchemaTest::everyKindOfField()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("all.proto")),
          "syntax = \"proto2\";\n"
          "enum Mode { OFF = 0; AUTO = 2; }\n"
          "message All { optional int32 i32 = 1; optional int64 i64 = 2; optional uint32 u32 = 3;\n"
          " optional uint64 u64 = 4; optional sint64 s64 = 5; optional fixed32 f32 = 6;\n"
          " optional sfixed64 sf64 = 7; optional float f = 8; optional double d = 9;\n"
          " optional bool b = 10; optional Mode mode = 11; optional string s = 12;\n"
          " optional bytes raw = 13; repeated int32 packed = 14 [packed=true];\n"
          " map<string, int32> map = 15; optional All all = 16; required string must = 17; }");
    const auto schema = ProtoSchema::load(folder.path());
    QVERIFY(schema);
    Options options;
    options.schema = *schema;
    options.messageType = QStringLiteral("All");
    const std::string bytes = field(1, ~std::uint64_t(0)) + field(2, std::uint64_t(1) << 63U) +
                              field(3, 0xffffffffU) + field(4, ~std::uint64_t(0)) + field(5, 3) +
                              fixed<std::uint32_t>(6, 7) + fixed<std::int64_t>(7, -8) +
                              fixed(8, 0.1F) + fixed(9, 0.1) + field(10, 1) + field(11, 2) +
                              field(12, std::string("x\xff")) + field(13, std::string("\0\1", 2)) +
                              field(14, varint(1) + varint(300)) +
                              field(15, field(1, "k") + field(2, 9)) + field(16, field(11, 77));
    const auto decoded = decode(Kind::Protobuf, bytes, options);
    QVERIFY(decoded);
    const auto text = [&](const char *path) { return leafText(*decoded, path); };
    QCOMPARE(text("$.i32"), QStringLiteral("-1"));
    QCOMPARE(text("$.i64"), QStringLiteral("-9223372036854775808"));
    QCOMPARE(text("$.u32"), QStringLiteral("4294967295"));
    QCOMPARE(text("$.u64"), QStringLiteral("18446744073709551615"));
    QCOMPARE(text("$.s64"), QStringLiteral("-2"));
    QCOMPARE(text("$.sf64"), QStringLiteral("-8"));
    QCOMPARE(text("$.f"), QStringLiteral("0.100000001"));
    QCOMPARE(text("$.d"), QStringLiteral("0.1"));
    QCOMPARE(text("$.b"), QStringLiteral("true"));
    QCOMPARE(text("$.mode"), QStringLiteral("AUTO"));
    QCOMPARE(text("$.s"), QStringLiteral("x\\xff"));
    QCOMPARE(text("$.raw"), QStringLiteral("0001"));
    QCOMPARE(text("$.packed[1]"), QStringLiteral("300"));
    QCOMPARE(text("$.map.k"), QStringLiteral("9"));
    QCOMPARE(text("$.all['11']"), QStringLiteral("77")); // no such mode
    QVERIFY(decoded->notes.join(QLatin1Char(' ')).contains(QStringLiteral("must")));
}

void PayloadSchemaTest::faultsHaveFileLineAndColumn()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("bad.proto")),
          "syntax = \"proto3\";\nmessage A {\n  strin name = 1;\n}\n");
    auto schema = ProtoSchema::load(folder.path());
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, Error::Kind::Usage);
    QVERIFY2(schema.error().what.contains(QStringLiteral("bad.proto, line 3, column 3")),
             qPrintable(schema.error().what));
    QVERIFY(schema.error().detail.contains(QStringLiteral("strin")));
    // One that is right is of use even so.
    write(folder.filePath(QStringLiteral("good.proto")),
          "syntax = \"proto3\"; message Good { int32 x = 1; }");
    write(folder.filePath(QStringLiteral("lost.proto")),
          "syntax = \"proto3\"; import \"nowhere.proto\"; message Lost { int32 x = 1; }");
    schema = ProtoSchema::load(folder.path());
    QVERIFY(schema);
    QCOMPARE((*schema)->messageTypes(), QStringList{QStringLiteral("Good")});
    QStringList files;
    for (const auto &fault : (*schema)->faults())
        files.append(fault.file);
    QVERIFY(files.contains(QStringLiteral("bad.proto")));
    QVERIFY(files.contains(QStringLiteral("lost.proto")));
    const QTemporaryDir empty;
    QCOMPARE(ProtoSchema::load(empty.path()).error().kind, Error::Kind::Usage);
    QCOMPARE(ProtoSchema::load(empty.filePath(QStringLiteral("none"))).error().kind,
             Error::Kind::Local);
}

void PayloadSchemaTest::nothingOutsideTheFolderIsRead()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("secret.proto")),
          "syntax = \"proto3\"; message Secret { int32 x = 1; }");
    write(folder.filePath(QStringLiteral("in/a.proto")),
          "syntax = \"proto3\"; import \"../secret.proto\"; message A { Secret s = 1; }");
    QVERIFY(!ProtoSchema::load(folder.filePath(QStringLiteral("in"))));
    // Not through a link either.
    write(folder.filePath(QStringLiteral("in/a.proto")),
          "syntax = \"proto3\"; import \"link.proto\"; message A { Secret s = 1; }");
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("secret.proto")),
                        folder.filePath(QStringLiteral("in/link.proto"))));
    QVERIFY(!ProtoSchema::load(folder.filePath(QStringLiteral("in"))));
}

void PayloadSchemaTest::hostileFilesAreFaults()
{
    const QByteArray head = "syntax = \"proto2\"; ";
    const auto repeated = [](const char *text, int count) {
        return QByteArray(text).repeated(count);
    };
    const QByteArray files[] = {
        head + repeated("message A {", 20'000) + repeated("}", 20'000),
        head + "option (x) = " + repeated("{ a: ", 100'000) + '1' + repeated("}", 100'000) + ';',
        head + "message M {" + repeated("optional group G = 1 {", 20'000),
        head + "message M {" + repeated("[", 100'000),
        head + "message M { string s = 1 [default = \"",
        head + "message M {} /* " + repeated("{", 100'000),
        head + "import \"a.proto\"; message M {}",
        QByteArray(100'000, '\0'),
        QByteArray(),
        repeated("x", 5 * 1024 * 1024),
    };
    for (const QByteArray &content : files) {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("a.proto")), content);
        const auto schema = ProtoSchema::load(folder.path());
        QVERIFY2(!schema, content.left(60).constData());
        QVERIFY(!schema.error().what.isEmpty());
    }
    // As deep as people write, and brackets that are none.
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("a.proto")),
          head + "// " + repeated("{", 1'000) + "\n/* " + repeated("{", 1'000) + " */ " +
              repeated("message A {", 20) + " optional string s = 1 [default = \"" +
              repeated("{", 1'000) + "\"]; " + repeated("}", 20));
    const auto schema = ProtoSchema::load(folder.path());
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().what + schema.error().detail));
    QCOMPARE((*schema)->messageTypes().size(), 20);
    // A chain of imports.
    const QTemporaryDir chain;
    for (int i = 0; i < 300; ++i)
        write(chain.filePath(QStringLiteral("f%1.proto").arg(i)),
              head + "import \"f" + QByteArray::number(i + 1) + ".proto\"; message M" +
                  QByteArray::number(i) + " {}");
    write(chain.filePath(QStringLiteral("f300.proto")), head + "message M300 {}");
    QCOMPARE((*ProtoSchema::load(chain.path()))->messageTypes().size(), 301);
}

void PayloadSchemaTest::bytesThatAreNoSuchMessage()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("a.proto")),
          "syntax = \"proto3\"; message A { A a = 1; string s = 2; }");
    Options options;
    options.schema = *ProtoSchema::load(folder.path());
    options.messageType = QStringLiteral("B");
    QCOMPARE(decode(Kind::Protobuf, "", options).error().kind, Error::Kind::Usage);
    options.messageType = QStringLiteral("A");
    QVERIFY(decode(Kind::Protobuf, "", options));
    const auto broken = decode(Kind::Protobuf, field(2, "abc") + "\x12\x05" + "ab", options);
    QVERIFY(!broken);
    QCOMPARE(broken.error().native, 7);
    std::string deep;
    for (int i = 0; i < 5'000; ++i)
        deep = field(1, deep);
    QVERIFY(!decode(Kind::Protobuf, deep, options));
    std::string allowed;
    for (int i = 0; i < 50; ++i)
        allowed = field(1, allowed);
    QVERIFY(decode(Kind::Protobuf, allowed, options));
}

void PayloadSchemaTest::aSparkplugBirthAndItsData()
{
    const std::string birth =
        field(1, 1'700'000'000'000) +
        field(2, field(1, "Temperature") + field(2, 5) + field(4, 10) + fixed(13, 20.0)) +
        field(2, field(1, "bdSeq") + field(4, 8) + field(11, 3)) + field(3, 0);
    auto aliases = std::make_shared<SparkplugAliases>();
    QVERIFY(aliases->learn("spBv1.0/plant/NBIRTH/edge1", birth));
    QVERIFY(!aliases->learn("spBv1.0/plant/NDATA/edge1", birth));
    QVERIFY(!aliases->learn("plant/NBIRTH/edge1", birth));
    QVERIFY(aliases->learn("spBv1.0/plant/DBIRTH/edge1/pump",
                           field(2, field(1, "Speed") + field(2, 6)) + field(3, 1)));
    QCOMPARE(aliases->count(), std::size_t(2));

    const std::string data = field(1, 1'700'000'001'500) + field(2, field(2, 5) + fixed(13, 21.5)) +
                             field(2, field(2, 77) + field(10, 1)) + field(3, 1);
    Options options;
    options.topic = QStringLiteral("spBv1.0/plant/NDATA/edge1");
    options.aliases = aliases;
    const auto decoded = decode(Kind::Sparkplug, data, options);
    QVERIFY(decoded);
    QCOMPARE(leafText(*decoded, "$.timestamp"), QStringLiteral("2023-11-14T22:13:21.500Z"));
    QCOMPARE(leafText(*decoded, "$.seq"), QStringLiteral("1"));
    QCOMPARE(leafText(*decoded, "$.metrics[0].name"), QStringLiteral("Temperature"));
    QCOMPARE(leafText(*decoded, "$.metrics[0].value"), QStringLiteral("21.5"));
    QCOMPARE(leafText(*decoded, "$.metrics[1].name"), QStringLiteral("(nothing)"));
    QCOMPARE(decoded->notes.size(), 1);
    // Names belong to one edge node, and a new birth begins again.
    QVERIFY(aliases->name("spBv1.0/plant/DDATA/edge1/pump", 6) == QStringLiteral("Speed"));
    QVERIFY(aliases->name("spBv1.0/plant/NDATA/edge2", 5).isEmpty());
    QVERIFY(aliases->learn("spBv1.0/plant/NBIRTH/edge1",
                           field(2, field(1, "Other") + field(2, 9)) + field(3, 0)));
    QVERIFY(aliases->name("spBv1.0/plant/NDATA/edge1", 5).isEmpty());
    QCOMPARE(aliases->count(), std::size_t(1));
}

void PayloadSchemaTest::sparkplugValuesOfAllTypes()
{
    const std::string dataSet = field(1, 2) + field(2, "id") + field(2, "on") + field(3, 1) +
                                field(3, 11) +
                                field(4, field(1, field(1, 0xffU)) + field(1, field(5, 1)));
    const std::string made =
        field(1, "v1") + field(2, field(1, "inner") + field(4, 12) + field(15, "x")) +
        field(3, field(1, "size") + field(2, 3) + field(3, 0xfffffffeU)) + field(4, "Pump");
    const std::string properties =
        field(1, "unit") + field(1, "more") + field(2, field(1, 12) + field(8, "°C")) +
        field(2, field(1, 20) + field(9, field(1, "deep") + field(2, field(1, 11) + field(7, 1))));
    const std::string payload =
        field(2, field(1, "i8") + field(4, 1) + field(10, 0xffU)) +
        field(2, field(1, "i64") + field(4, 4) + field(11, ~std::uint64_t(0))) +
        field(2, field(1, "u64") + field(4, 8) + field(11, ~std::uint64_t(0))) +
        field(2, field(1, "f") + field(4, 9) + fixed(12, 1.5F) + field(9, properties)) +
        field(2, field(1, "b") + field(4, 11) + field(14, 1) + field(5, 1)) +
        field(2, field(1, "t") + field(4, 13) + field(11, 1'700'000'000'000)) +
        field(2, field(1, "raw") + field(4, 17) + field(16, std::string("\0\1", 2)) +
                     field(8, field(5, "a.bin"))) +
        field(2, field(1, "none") + field(4, 10) + field(7, 1)) +
        field(2, field(1, "set") + field(4, 16) + field(17, dataSet)) +
        field(2, field(1, "made") + field(4, 19) + field(18, made));
    const auto decoded = decode(Kind::Sparkplug, payload);
    QVERIFY(decoded);
    const auto text = [&](const char *path) { return leafText(*decoded, path); };
    QCOMPARE(text("$.metrics[0].value"), QStringLiteral("-1"));
    QCOMPARE(text("$.metrics[0].type"), QStringLiteral("Int8"));
    QCOMPARE(text("$.metrics[1].value"), QStringLiteral("-1"));
    QCOMPARE(text("$.metrics[2].value"), QStringLiteral("18446744073709551615"));
    QCOMPARE(text("$.metrics[3].value"), QStringLiteral("1.5"));
    QCOMPARE(text("$.metrics[3].properties.unit"), QStringLiteral("°C"));
    QCOMPARE(text("$.metrics[3].properties.more.deep"), QStringLiteral("true"));
    QCOMPARE(text("$.metrics[4].value"), QStringLiteral("true"));
    QCOMPARE(text("$.metrics[4].historical"), QStringLiteral("true"));
    QCOMPARE(text("$.metrics[5].value"), QStringLiteral("2023-11-14T22:13:20.000Z"));
    QCOMPARE(text("$.metrics[6].value"), QStringLiteral("0001"));
    QCOMPARE(text("$.metrics[6].metadata.file_name"), QStringLiteral("a.bin"));
    QCOMPARE(text("$.metrics[7].value"), QStringLiteral("null"));
    QCOMPARE(text("$.metrics[8].value.rows[0][0]"), QStringLiteral("-1"));
    QCOMPARE(text("$.metrics[8].value.rows[0][1]"), QStringLiteral("true"));
    QCOMPARE(text("$.metrics[9].value.parameters.size"), QStringLiteral("-2"));
    QCOMPARE(text("$.metrics[9].value.metrics[0].value"), QStringLiteral("x"));
}

void PayloadSchemaTest::sparkplugIsStrict()
{
    for (const char *text : {"", "5", "5.0", "55", "hello", "{\"a\":1}", "OFFLINE"})
        QVERIFY2(!isSparkplug(text), text);
    QVERIFY(!isSparkplug(field(1, "time is a number")));
    QVERIFY(!isSparkplug(field(2, field(1, 5)))); // a name is a text
    QVERIFY(!isSparkplug(field(9, 1)));           // an extension alone says nothing
    QVERIFY(isSparkplug(field(1, 1) + field(9, 1)));
    for (const char *topic :
         {"spBv1.0/g/NDATA", "spBv1.0/g/NDATA/n/d", "spBv1.0/g/DDATA/n", "spBv1.0/STATE/host",
          "x/spBv1.0/g/NDATA/n", "spBv1.0/g/WHAT/n", "spBv1.0//NDATA/n", "spBv1.0/g/DDATA/n/d/e"})
        QVERIFY2(!isSparkplugTopic(topic), topic);
    QVERIFY(isSparkplugTopic("spBv1.0/g/DDATA/n/d"));
    // Templates in templates: as deep as is allowed, no deeper.
    std::string deep = field(1, "leaf");
    for (int i = 0; i < 100; ++i)
        deep = field(1, "t") + field(18, field(2, deep));
    QVERIFY(!isSparkplug(field(2, deep)));
}

void PayloadSchemaTest::aliasesAreBounded()
{
    SparkplugAliases aliases;
    std::uint64_t alias = 0;
    for (int node = 0; node < 60; ++node) {
        std::string birth = field(3, 0);
        for (int i = 0; i < 10'000; ++i)
            birth += field(2, field(1, "m") + field(2, ++alias));
        aliases.learn("spBv1.0/g/NBIRTH/" + std::to_string(node), birth);
    }
    QCOMPARE(aliases.count(), SparkplugAliases::kMostAliases);
}

} // namespace

QTEST_GUILESS_MAIN(PayloadSchemaTest)
#include "payloadschema.moc"
