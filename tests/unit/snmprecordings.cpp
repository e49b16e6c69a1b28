// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of agents: exact, whole or not there, and readable however they were mistreated.
#include "core/snmp/recordings/recording.h"
#include "core/snmp/recordings/recordingline.h"
#include "tests/lab/snmprecording.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Portolan;
using namespace Portolan::Snmp;

namespace {

const Oid kSysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};

Oid randomOid(std::mt19937 &random, std::size_t most = 30)
{
    Oid oid{1, 3, 6, 1};
    const std::size_t more = random() % most;
    for (std::size_t i = 0; i < more; ++i)
        oid.append(random() % 8 == 0 ? static_cast<std::uint32_t>(random()) : random() % 12);
    return oid;
}

Value randomValue(std::mt19937 &random)
{
    const auto octets = [&random](std::size_t size, bool plain) {
        QByteArray made;
        for (std::size_t i = 0; i < size; ++i)
            made += static_cast<char>(plain ? 0x20 + random() % 0x5f : random() % 256);
        return made;
    };
    const auto number = static_cast<std::uint32_t>(random());
    switch (random() % 12) {
    case 0:
        return Value::integer(static_cast<std::int32_t>(number));
    case 1:
        return Value::octets(octets(random() % 60, true));
    case 2:
        return Value::octets(octets(random() % 60, false));
    case 3:
        return Value::objectIdentifier(randomOid(random, 100));
    case 4:
        return Value::ipAddress(octets(4, false));
    case 5:
        return Value::counter32(number);
    case 6:
        return Value::gauge32(number);
    case 7:
        return Value::timeTicks(number);
    case 8:
        return Value::opaque(octets(1 + random() % 20, false));
    case 9:
        return Value::counter64(std::uint64_t(number) << (random() % 33));
    case 10:
        return Value::floating(static_cast<float>(random() % 1000) / 7);
    default:
        return random() % 2 == 0 ? Value::floating(double(number) / 3) : Value();
    }
}

std::map<Oid, Value> randomRows(std::mt19937 &random, std::size_t count)
{
    std::map<Oid, Value> rows;
    while (rows.size() < count)
        rows.emplace(randomOid(random), randomValue(random));
    return rows;
}

struct Read
{
    std::map<Oid, Value> rows;
    RecordingDamage damage;
    bool isOrdered = true;
};

Read readAll(const Recording &recording)
{
    Read read;
    auto rows = recording.rows();
    if (!rows)
        qFatal("a recording that was opened cannot be read");
    Oid last;
    for (Varbind each; (*rows)->next(each);) {
        read.isOrdered = read.isOrdered && (last.isEmpty() || last < each.oid);
        last = each.oid;
        read.rows.emplace(each.oid, each.value);
    }
    read.damage = (*rows)->damage();
    return read;
}

} // namespace

class SnmpRecordingsTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    QString written(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a file of the test");
        return file.fileName();
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void record(const QString &path, const std::map<Oid, Value> &rows, std::mt19937 &random,
                       std::size_t budget = VarbindSorter::kBudget, RecordingFacts facts = {})
    {
        Varbinds shuffled;
        for (const auto &[oid, value] : rows)
            shuffled.push_back({oid, value});
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        RecordingWriter writer(path, budget);
        for (std::size_t i = 0; i < shuffled.size();) {
            Varbinds chunk;
            for (std::size_t n = 1 + random() % 40; n > 0 && i < shuffled.size(); --n)
                chunk.push_back(shuffled[i++]);
            QVERIFY(writer.add(std::move(chunk)));
        }
        const auto finished = writer.finish(std::move(facts));
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error().what));
        QCOMPARE(*finished->varbinds, static_cast<quint64>(rows.size()));
    }

private Q_SLOTS:
    void aLineComesBackAsItWas()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 20'000; ++i) {
            const Varbind varbind{randomOid(random), randomValue(random)};
            std::string line;
            appendLine(line, varbind);
            QVERIFY(line.find('\n') == std::string::npos);
            const auto read = readLine(line);
            QVERIFY2(read && *read == varbind, line.c_str());
        }
    }

    void theReplayAgentOfTheLabReadsWhatIsWritten()
    {
        std::mt19937 random(8);
        const auto rows = randomRows(random, 2000);
        std::string text;
        for (const auto &[oid, value] : rows) {
            appendLine(text, {oid, value});
            text += '\n';
        }
        SnmpLab::Recording replay;
        replay.read(text);
        replay.sort();
        QCOMPARE(replay.skipped(), std::size_t(0));
        QCOMPARE(replay.size(), rows.size());
    }

    void linesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"",
                                 "|",
                                 "||",
                                 "1.3|2",
                                 "1.3|2|",
                                 "1.3|2|x",
                                 "1.3|2|2147483648",
                                 "1.3|2|1 ",
                                 "1|2|1",
                                 "3.1|2|1",
                                 "1.40|2|1",
                                 "1.3.|2|1",
                                 "1..3|2|1",
                                 "1.3.4294967296|2|1",
                                 "1.3|65|-1",
                                 "1.3|65|4294967296",
                                 "1.3|70|18446744073709551616",
                                 "1.3|64|1.2.3",
                                 "1.3|64|1.2.3.4.5",
                                 "1.3|64|1.2.3.256",
                                 "1.3|64x|0102",
                                 "1.3|4x|0",
                                 "1.3|4x|0g",
                                 "1.3|6|1.x",
                                 "1.3|6|1.3.",
                                 "1.3|2x|01",
                                 "1.3|7|1",
                                 "1.3|256|1",
                                 "1.3|x|1",
                                 "a|2|1"})
            QTest::addRow("%s", line) << QByteArray(line);
    }
    void linesThatAreNoneAreRefused()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!readLine({line.constData(), static_cast<std::size_t>(line.size())}));
    }

    void whatIsWrittenComesBackInOrderWhateverItCameIn()
    {
        std::mt19937 random(9);
        const auto rows = randomRows(random, 5000);
        RecordingFacts facts;
        facts.url = QStringLiteral("snmp://sw1");
        facts.peer = QStringLiteral("10.0.0.1");
        facts.version = QStringLiteral("3");
        facts.user = QStringLiteral("operator");
        facts.level = QStringLiteral("authPriv");
        facts.label = QStringLiteral("업그레이드 전");
        facts.sysName = QStringLiteral("sw1");
        facts.sysObjectId = Oid{1, 3, 6, 1, 4, 1, 9, 1, 1};
        facts.engineId = QByteArray::fromHex("80001f88050102");
        facts.roots = {Oid{1, 3, 6, 1}};
        facts.began =
            QDateTime::fromString(QStringLiteral("2026-11-23T03:04:05.678Z"), Qt::ISODateWithMs);
        facts.elapsed = std::chrono::milliseconds(1234);
        facts.isComplete = false;
        facts.problem = QStringLiteral("The agent did not answer.");
        for (const std::size_t budget : {VarbindSorter::kBudget, std::size_t(20'000)}) {
            record(path("a"), rows, random, budget, facts);
            const auto recording = Recording::open(path("a"));
            QVERIFY(recording);
            const Read read = readAll(*recording);
            QVERIFY(read.isOrdered);
            QVERIFY2(read.damage.isNone(), qPrintable(read.damage.text()));
            QVERIFY(read.rows == rows);
            RecordingFacts expected = facts;
            expected.varbinds = rows.size();
            QVERIFY(recording->facts() == expected);
        }
    }

    void ofTheSameOidTheFirstStays()
    {
        for (const std::size_t budget : {std::size_t(1), VarbindSorter::kBudget}) {
            RecordingWriter writer(path("twice"), budget);
            QVERIFY(writer.add({{kSysDescr, Value::integer(1)}}));
            QVERIFY(writer.add({{kSysDescr, Value::integer(2)}, {kSysDescr, Value::integer(3)}}));
            QVERIFY(writer.finish({}));
            const Read read = readAll(*Recording::open(path("twice")));
            QCOMPARE(read.rows.size(), std::size_t(1));
            QVERIFY(read.rows.at(kSysDescr) == Value::integer(1));
            QVERIFY(read.damage.isNone());
        }
    }

    void withoutAnEndThereIsNoFileAndWhatWasThereStays()
    {
        written("kept", "as it was");
        {
            RecordingWriter writer(path("kept"));
            QVERIFY(writer.add({{kSysDescr, Value::integer(1)}}));
        }
        QCOMPARE(bytesOf(path("kept")), QByteArray("as it was"));
        std::mt19937 random(10);
        std::stop_source stop;
        stop.request_stop();
        RecordingWriter writer(path("kept"));
        for (int i = 0; i < 30; ++i) {
            Varbinds rows;
            for (const auto &[oid, value] : randomRows(random, 1000))
                rows.push_back({oid, value});
            QVERIFY(writer.add(std::move(rows)));
        }
        const auto cancelled = writer.finish({}, stop.get_token());
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
        QCOMPARE(bytesOf(path("kept")), QByteArray("as it was"));

        RecordingWriter nowhere(path("no/such/folder"));
        const auto failed = nowhere.finish({});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Local);
    }

    void aFileThatWasCutAnywhereIsReadToThereAndSaysSo()
    {
        std::mt19937 random(11);
        const auto rows = randomRows(random, 300);
        record(path("whole"), rows, random);
        const QByteArray whole = bytesOf(path("whole"));
        for (qsizetype size = 0; size < whole.size(); size += 1 + qsizetype(random() % 60)) {
            const QString cut = written("cut", whole.left(size));
            const auto recording = Recording::open(cut);
            if (!recording) {
                // Not even its first line.
                QVERIFY(size < 30);
                continue;
            }
            QVERIFY(recording->facts().isCutOff);
            const Read read = readAll(*recording);
            QVERIFY(read.isOrdered);
            QVERIFY(read.damage.isCutOff);
            // The last line may have become another one, that is read as such.
            std::size_t right = 0;
            for (const auto &[oid, value] : read.rows) {
                const auto found = rows.find(oid);
                right += found != rows.end() && found->second == value ? 1 : 0;
            }
            QVERIFY(right + 1 >= read.rows.size());
        }
    }

    void aFileThatWasChangedAnywhereSaysSo()
    {
        std::mt19937 random(12);
        const auto rows = randomRows(random, 100);
        record(path("whole"), rows, random);
        const QByteArray whole = bytesOf(path("whole"));
        const qsizetype begin = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
        const qsizetype end = whole.indexOf("# end");
        QVERIFY(begin > 0 && end > begin);
        for (int turn = 0; turn < 1500; ++turn) {
            QByteArray changed = whole;
            const auto at =
                begin + static_cast<qsizetype>(random() % static_cast<std::size_t>(end - begin));
            const char to = static_cast<char>(random() % 256);
            if (changed[at] == to)
                continue;
            changed[at] = to;
            const auto recording = Recording::open(written("changed", changed));
            QVERIFY(recording);
            const Read read = readAll(*recording);
            QVERIFY(read.isOrdered);
            QVERIFY(!read.damage.isNone());
            QVERIFY(!read.damage.text().isEmpty());
            QVERIFY(read.rows.size() <= rows.size());
        }
    }

    void linesInDisorderAreLeftOutAndCounted()
    {
        const auto recording = Recording::open(
            written("disorder", "# portolan-snmp-recording 1\n# {}\n1.3.6.1.5|2|1\n"
                                "1.3.6.1.4|2|2\n1.3.6.1.5|2|3\nhello\n1.3.6.1.6|2|4\n"
                                "# end {\"varbinds\":5,\"crc32\":\"00000000\"}\n"));
        QVERIFY(recording);
        const Read read = readAll(*recording);
        QCOMPARE(read.rows.size(), std::size_t(2));
        QCOMPARE(read.damage.disordered, std::uint64_t(2));
        QCOMPARE(read.damage.unreadable, std::uint64_t(1));
        QCOMPARE(read.damage.firstLine, std::uint64_t(4));
        QVERIFY(read.damage.isAltered);
        QVERIFY(!read.damage.isCutOff);
    }

    void whatIsNoRecordingIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const int refused = static_cast<int>(Error::Kind::Refused);
        QTest::addRow("empty") << QByteArray() << refused;
        QTest::addRow("ELF") << QByteArray("\x7f"
                                           "ELF\0\0\0",
                                           7)
                             << refused;
        QTest::addRow("HTML") << QByteArray("<!doctype html>\n<p>1.3.6|x|y\n") << refused;
        QTest::addRow("UTF-16") << QByteArray("\xff\xfe.\0"
                                              "1\0",
                                              6)
                                << refused;
        QTest::addRow("zeros") << QByteArray(100'000, '\0') << refused;
        QTest::addRow("one long line") << QByteArray(1'000'000, 'x') << refused;
        QTest::addRow("comments only") << QByteArray("# a\n# b\n") << refused;
        QTest::addRow("a later version") << QByteArray("# portolan-snmp-recording 2\n# {}\n")
                                         << static_cast<int>(Error::Kind::Unsupported);
    }
    void whatIsNoRecordingIsRefusedWithItsReason()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, kind);
        const auto recording = Recording::open(written("foreign", bytes));
        QVERIFY(!recording);
        QCOMPARE(static_cast<int>(recording.error().kind), kind);
        QVERIFY(!recording.error().what.isEmpty());
        QCOMPARE(Recording::open(path("not there")).error().kind, Error::Kind::Local);
        QCOMPARE(Recording::open(m_folder.path()).error().kind, Error::Kind::Local);
    }

    void headsMayHoldAnything()
    {
        for (const char *head :
             {"# null", "# []", "# {\"roots\":[1,{}],\"url\":{},\"began\":\"x\"}", "{}", "#",
              "# {\"sys_object_id\":\"1.2.x\",\"engine_id\":\"zz\",\"roots\":\"1.3\"}"}) {
            const auto recording = Recording::open(written(
                "head", QByteArray("# portolan-snmp-recording 1\n") + head +
                            "\n1.3.6.1|2|1\n# end {\"varbinds\":-5,\"elapsed_ms\":\"x\"}\n"));
            QVERIFY(recording);
            QVERIFY(recording->facts().sysObjectId.isEmpty());
            (void)readAll(*recording);
            (void)recording->facts().title();
        }
    }

    void aLineThatIsTooLongIsLeftOut()
    {
        const QByteArray longLine = "1.3.6.1.2|4|" + QByteArray(700'000, 'x') + '\n';
        const auto recording = Recording::open(
            written("long", "1.3.6.1.1|2|1\n" + longLine + "1.3.6.1.3|2|3\n" + longLine));
        QVERIFY(recording);
        const Read read = readAll(*recording);
        QCOMPARE(read.rows.size(), std::size_t(2));
        QCOMPARE(recording->damage().unreadable, std::uint64_t(2));
    }

    void recordingsOfReplayAgentsAreReadAndPutInOrder()
    {
        const auto recording = Recording::open(
            written("plain", "# made elsewhere\r\n1.3.6.1.2.1.1.5.0|4|sw1\r\n"
                             ".1.3.6.1.2.1.1.1.0|4x|ea b0\r\n1.3.6.1.2.1.1.1.0|4x|eab080\r\n"
                             "1.3.6.1.2.1.1.3.0|67:numeric|12345\r\n"));
        QVERIFY(recording);
        QVERIFY(recording->facts().isForeign);
        QVERIFY(recording->facts().isExact);
        const Read read = readAll(*recording);
        QCOMPARE(read.rows.size(), std::size_t(3));
        QVERIFY(read.isOrdered);
        QVERIFY(read.rows.at(kSysDescr) == Value::octets(QByteArray::fromHex("eab080")));
        QCOMPARE(recording->damage().unreadable, std::uint64_t(1));
        QCOMPARE(recording->damage().firstLine, std::uint64_t(3));
    }

    void theTextOfSnmpwalkIsRead()
    {
        const auto recording = Recording::open(written(
            "walk", ".1.3.6.1.2.1.1.1.0 = STRING: \"Linux \\\"x\\\"\nsecond line\"\n"
                    ".1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.8072.3.2.10\n"
                    ".1.3.6.1.2.1.1.3.0 = Timeticks: (8712) 0:01:27.12\n"
                    ".1.3.6.1.2.1.1.6.0 = \"\"\n"
                    ".1.3.6.1.2.1.1.7.0 = INTEGER: 72\n"
                    ".1.3.6.1.2.1.2.2.1.6.2 = STRING: 0:1:2f:ab:cd:ef\n"
                    ".1.3.6.1.2.1.2.2.1.8.2 = INTEGER: up(1)\n"
                    ".1.3.6.1.2.1.2.2.1.10.2 = Counter32: 4294967295\n"
                    ".1.3.6.1.2.1.4.20.1.1.127.0.0.1 = IpAddress: 127.0.0.1\n"
                    ".1.3.6.1.2.1.4.20.1.9 = Network Address: 0A:00:00:FF\n"
                    ".1.3.6.1.2.1.25.1.2.0 = Hex-STRING: 07 EA 0B 17 06 00 00 00 \n2B 00 00 \n"
                    ".1.3.6.1.2.1.31.1.1.1.6.2 = Counter64: 18446744073709551615\n"
                    ".1.3.6.1.4.1.2021.10.1.6.1 = Opaque: Float: 0.250000\n"
                    ".1.3.6.1.4.1.9.1 = BITS: 80 01 first(0) last(15) \n"
                    ".1.3.6.1.4.1.9.2 = NULL\n"
                    ".1.3.6.1.4.1.9.3 = Wrong Type (should be Gauge32): INTEGER: -5\n"
                    ".1.3.6.1.4.1.9.4 = Gauge32: 1500 octets\n"
                    ".1.3.6.1.4.1.9.5 = Something: else\n"
                    ".1.3.6.1.4.1.9.5 = No more variables left in this MIB View (It is past the "
                    "end of the MIB tree)\n"));
        QVERIFY(recording);
        QVERIFY(!recording->facts().isExact);
        const Read read = readAll(*recording);
        const auto at = [&read](const char *oid) { return read.rows.at(*readOid(oid)); };
        QVERIFY(at("1.3.6.1.2.1.1.1.0") == Value::octets("Linux \"x\"\nsecond line"));
        QVERIFY(at("1.3.6.1.2.1.1.2.0") ==
                Value::objectIdentifier(Oid{1, 3, 6, 1, 4, 1, 8072, 3, 2, 10}));
        QVERIFY(at("1.3.6.1.2.1.1.3.0") == Value::timeTicks(8712));
        QVERIFY(at("1.3.6.1.2.1.1.6.0") == Value::octets({}));
        QVERIFY(at("1.3.6.1.2.1.1.7.0") == Value::integer(72));
        QVERIFY(at("1.3.6.1.2.1.2.2.1.6.2") == Value::octets("0:1:2f:ab:cd:ef"));
        QVERIFY(at("1.3.6.1.2.1.2.2.1.8.2") == Value::integer(1));
        QVERIFY(at("1.3.6.1.2.1.2.2.1.10.2") == Value::counter32(4294967295U));
        QVERIFY(at("1.3.6.1.2.1.4.20.1.1.127.0.0.1") ==
                Value::ipAddress(QByteArray::fromHex("7f000001")));
        QVERIFY(at("1.3.6.1.2.1.4.20.1.9") == Value::ipAddress(QByteArray::fromHex("0a0000ff")));
        QVERIFY(at("1.3.6.1.2.1.25.1.2.0") ==
                Value::octets(QByteArray::fromHex("07ea0b17060000002b0000")));
        QVERIFY(at("1.3.6.1.2.1.31.1.1.1.6.2") == Value::counter64(18446744073709551615U));
        QVERIFY(at("1.3.6.1.4.1.2021.10.1.6.1") == Value::floating(0.25F));
        QVERIFY(at("1.3.6.1.4.1.9.1") == Value::octets(QByteArray::fromHex("8001")));
        QVERIFY(at("1.3.6.1.4.1.9.2") == Value());
        QVERIFY(at("1.3.6.1.4.1.9.3") == Value::integer(-5));
        QVERIFY(at("1.3.6.1.4.1.9.4") == Value::gauge32(1500));
        QCOMPARE(read.rows.size(), std::size_t(17));
        QCOMPARE(recording->damage().unreadable, std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(SnmpRecordingsTest)
#include "snmprecordings.moc"
