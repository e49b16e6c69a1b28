// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of syslog to the letter, and the queue on the disk that survives the end of the program.
#include "core/snmp/traps/syslogjournal.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/traps/syslogforwarder.h"
#include "core/snmp/traps/syslogmessage.h"
#include "tests/support/syslogmessage.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Portolan;
using namespace Portolan::Snmp;
using Portolan::Test::ParsedSyslog;

namespace {

constexpr int kDeadline = 30'000;

SyslogMessage sample(const QString &text)
{
    SyslogMessage message;
    message.severity = 3;
    message.time = 1'700'000'000'123;
    message.host = QStringLiteral("fe80::1%eth0");
    message.process = QStringLiteral("77");
    message.id = QStringLiteral("linkDown");
    message.elements = {{"origin", {{"ip", QStringLiteral("10.0.0.7")}}},
                        {"snmp",
                         {{"l1", QStringLiteral("a \"quoted\" [x] back\\slash")},
                          {"a1", QStringLiteral("서울\n회선")}}}};
    message.text = text;
    return message;
}

// The child of the kill test: appends for ever, and says what it was told to be kept.
int writeForEver(const QString &file)
{
    const auto journal = SyslogJournal::open(file, {});
    if (!journal)
        return 3;
    for (int number = 0;; ++number) {
        std::vector<QByteArray> batch;
        for (int i = 0; i < 1 + number % 7; ++i)
            batch.push_back(QByteArray::number(number) + '.' + QByteArray::number(i));
        if (!(*journal)->append(batch))
            return 4;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

class SyslogJournalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsAsTheStandardHasIt()
    {
        const auto encoded = encodeSyslog(sample(QStringLiteral("linkDown: 회선 down")),
                                          SyslogFraming::Datagram, 2048);
        QVERIFY(!encoded.truncated);
        const auto parsed = ParsedSyslog::parse(encoded.bytes);
        QVERIFY2(parsed, encoded.bytes.constData());
        QCOMPARE(parsed->facility, 16);
        QCOMPARE(parsed->severity, 3);
        QCOMPARE(parsed->time.toMSecsSinceEpoch(), qint64(1'700'000'000'123));
        QCOMPARE(parsed->host, QStringLiteral("fe80::1%eth0"));
        QCOMPARE(parsed->app, QStringLiteral("portolan"));
        QCOMPARE(parsed->id, QStringLiteral("linkDown"));
        QCOMPARE(parsed->elements[QStringLiteral("snmp")][QStringLiteral("l1")],
                 QStringLiteral("a \"quoted\" [x] back\\slash"));
        QCOMPARE(parsed->elements[QStringLiteral("snmp")][QStringLiteral("a1")],
                 QStringLiteral("서울 회선"));
        QCOMPARE(parsed->text, QStringLiteral("linkDown: 회선 down"));
        QVERIFY(parsed->hasMark);
        QVERIFY(
            !ParsedSyslog::parse(
                 encodeSyslog(sample(QStringLiteral("plain")), SyslogFraming::Datagram, 2048).bytes)
                 ->hasMark);
    }

    void namesFromStrangersCannotBreakTheHead()
    {
        SyslogMessage message = sample(QStringLiteral("a\nb<13>1 - - - - - forged"));
        message.host = QStringLiteral("evil host\n서울");
        message.id = QString(200, QLatin1Char('x'));
        message.app = QString();
        const auto parsed =
            ParsedSyslog::parse(encodeSyslog(message, SyslogFraming::Datagram, 2048).bytes);
        QVERIFY(parsed);
        QCOMPARE(parsed->host, QStringLiteral("evil_host___"));
        QCOMPARE(parsed->id.size(), 32);
        QCOMPARE(parsed->app, QStringLiteral("-"));
        QVERIFY(!parsed->text.contains(QLatin1Char('\n')));
    }

    void whatIsTooLongStaysAMessage()
    {
        SyslogMessage message = sample(QString(500, QChar(0xc11c)));
        for (int i = 2; i < 60; ++i)
            message.elements.last().params.append(
                {"v" + QByteArray::number(i), QStringLiteral("회선 \"%1\" ]\\").arg(i)});
        const auto whole = encodeSyslog(message, SyslogFraming::Datagram, 65'000);
        QVERIFY(!whole.truncated);
        for (std::size_t most = 480; most < 5000; most += 7) {
            const auto cut = encodeSyslog(message, SyslogFraming::Datagram, most);
            QVERIFY(cut.bytes.size() <= qsizetype(most));
            QCOMPARE(cut.truncated, cut.bytes.size() < whole.bytes.size());
            QVERIFY2(ParsedSyslog::parse(cut.bytes), cut.bytes.constData());
        }
    }

    void countedMessagesSayTheirLengthInOctets()
    {
        QByteArray stream;
        for (const char *text : {"하나", "둘", "three"})
            stream +=
                encodeSyslog(sample(QString::fromUtf8(text)), SyslogFraming::OctetCounting, 2048)
                    .bytes;
        bool wrong = false;
        QStringList texts;
        while (const auto message = Test::takeCounted(stream, wrong))
            texts.append(ParsedSyslog::parse(*message)->text);
        QVERIFY(!wrong);
        QVERIFY(stream.isEmpty());
        QCOMPARE(texts, (QStringList{QStringLiteral("하나"), QStringLiteral("둘"),
                                     QStringLiteral("three")}));
    }

    void notificationsHaveTheirVarbindsAsStructuredData()
    {
        const auto modules = Smi::loadModules({})->snapshot;
        Trap trap;
        trap.version = Version::V3;
        trap.from = QStringLiteral("10.0.0.7");
        trap.received = 1'700'000'000'000;
        trap.uptime = 4711;
        trap.contextEngineId = QByteArray::fromHex("8000000001020304");
        trap.notification = Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
        trap.varbinds = {{Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 7, 7}, Value::integer(2)},
                         {Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18, 7}, Value::octets("서울")}};
        const auto message = syslogOf(*modules, trap, Finding::Severity::Error, 20);
        const auto parsed =
            ParsedSyslog::parse(encodeSyslog(message, SyslogFraming::Datagram, 2048).bytes);
        QVERIFY(parsed);
        QCOMPARE(parsed->facility, 20);
        QCOMPARE(parsed->severity, 3);
        QCOMPARE(parsed->host, QStringLiteral("10.0.0.7"));
        QCOMPARE(parsed->id, QStringLiteral("linkDown"));
        const auto snmp = parsed->elements.value(QStringLiteral("snmp"));
        QCOMPARE(snmp.value(QStringLiteral("ctxEngine")), QStringLiteral("8000000001020304"));
        QCOMPARE(snmp.value(QStringLiteral("t1")), QStringLiteral("4711"));
        QCOMPARE(snmp.value(QStringLiteral("o2")), trap.notification.text());
        QCOMPARE(snmp.value(QStringLiteral("d3")), QStringLiteral("2"));
        QCOMPARE(snmp.value(QStringLiteral("a3")), QStringLiteral("down(2)"));
        QCOMPARE(snmp.value(QStringLiteral("l4")), QStringLiteral("IF-MIB::ifAlias.7"));
        QCOMPARE(snmp.value(QStringLiteral("x4")), QString::fromLatin1(QByteArray("서울").toHex()));
        QCOMPARE(snmp.value(QStringLiteral("a4")), QStringLiteral("서울"));
        QCOMPARE(parsed->elements.value(QStringLiteral("origin")).value(QStringLiteral("ip")),
                 QStringLiteral("10.0.0.7"));
    }

    void addressesAreRead()
    {
        const auto read = [](const char *text) {
            return syslogTarget(parseAddress(QString::fromLatin1(text))->address);
        };
        QCOMPARE(read("syslog://logs")->port, quint16(514));
        QCOMPARE(read("syslog+tcp://logs")->port, quint16(601));
        const auto tls =
            read("syslog+tls://logs:7000?facility=local4&ca=/a.pem&name=other&max=4096");
        QVERIFY(tls);
        QCOMPARE(tls->transport, SyslogTarget::Transport::Tls);
        QCOMPARE(tls->facility, 20);
        QCOMPARE(tls->serverName, QStringLiteral("other"));
        QCOMPARE(tls->most, std::size_t(4096));
        for (const char *wrong : {"http://logs", "syslog://logs?ca=/a.pem", "syslog://logs?max=10",
                                  "syslog://logs?facility=local9"})
            QCOMPARE(read(wrong).error().kind, Error::Kind::Usage);
    }

    void theQueueKeepsItsOrderAndItsLimits()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("queue.db"));
        {
            const auto journal = SyslogJournal::open(file, {.rows = 100, .bytes = 1 << 20});
            QVERIFY(journal);
            for (int i = 0; i < 150; ++i)
                QVERIFY((*journal)->append({QByteArray::number(i)}));
            QVERIFY((*journal)->rows() <= 100);
            QCOMPARE((*journal)->rows() + (*journal)->dropped(), quint64(150));
            const auto entries = (*journal)->read(0, 1000);
            QCOMPARE(entries->size(), std::size_t((*journal)->rows()));
            QCOMPARE(entries->back().message, QByteArray("149"));
            for (std::size_t i = 1; i < entries->size(); ++i)
                QCOMPARE((*entries)[i].message.toInt(), (*entries)[i - 1].message.toInt() + 1);
            QVERIFY((*journal)->removeUpTo(entries->at(9).id));
            QCOMPARE((*journal)->rows(), quint64(entries->size() - 10));
        }
        const auto again = SyslogJournal::open(file, {.rows = 100, .bytes = 1 << 20});
        QVERIFY((*again)->dropped() >= 50);
        QVERIFY((*again)->rows() > 0);
        // By bytes.
        const auto small = SyslogJournal::open(folder.filePath(QStringLiteral("small.db")),
                                               {.rows = 1000, .bytes = 10'000});
        for (int i = 0; i < 30; ++i)
            QVERIFY((*small)->append({QByteArray(1000, 'x')}));
        QVERIFY((*small)->bytes() <= 10'000);
        QVERIFY((*small)->bytes() >= 8000);
        QCOMPARE((*small)->rows() + (*small)->dropped(), quint64(30));
    }

    void aDamagedQueueIsKeptAside()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("queue.db"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto journal = SyslogJournal::open(name, {});
        // Another program's file is refused, a damaged one kept aside: never overwritten.
        if (journal)
            QVERIFY(QFile::exists((*journal)->keptAside()));
        else
            QCOMPARE(QFile(name).size(), qint64(8192));
    }

    void whatWasKeptSurvivesKill9()
    {
        const QTemporaryDir folder;
        QRandomGenerator random(20261123);
        for (int kill = 0; kill < 15; ++kill) {
            const QString file = folder.filePath(QStringLiteral("%1.db").arg(kill));
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), file});
            const qint64 enough = 1 + random.bounded(200);
            QByteArray said;
            while (said.size() < enough) {
                QVERIFY2(child.waitForReadyRead(kDeadline), qPrintable(child.errorString()));
                said += child.readAll();
            }
            child.kill();
            QVERIFY(child.waitForFinished(kDeadline));
            said += child.readAll();
            const int last = said.left(said.lastIndexOf('\n')).split('\n').last().toInt();
            const auto journal = SyslogJournal::open(file, {});
            QVERIFY(journal);
            const auto entries = (*journal)->read(0, 1'000'000);
            QVERIFY(entries);
            std::size_t i = 0;
            for (int number = 0; number <= last; ++number) {
                for (int each = 0; each < 1 + number % 7; ++each, ++i) {
                    QVERIFY(i < entries->size());
                    QCOMPARE((*entries)[i].message,
                             QByteArray::number(number) + '.' + QByteArray::number(each));
                }
            }
        }
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    SyslogJournalTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "syslogjournal.moc"
