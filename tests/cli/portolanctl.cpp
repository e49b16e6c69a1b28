// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace {

constexpr int kDeadline = 30'000;

QString program()
{
    return qEnvironmentVariable("PORTOLAN_BUILD_DIR") + QStringLiteral("/app/cli/portolanctl");
}

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome outcomeOf(QProcess &process)
{
    if (!process.waitForFinished(kDeadline) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    return outcomeOf(process);
}

QStringList shell(QStringList arguments, const QString &script)
{
    arguments += {QStringLiteral("--"), QStringLiteral("/bin/sh"), QStringLiteral("-c"), script};
    return arguments;
}

// Every line one object; an invalid object in the list marks a line that is none.
QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : lines.split('\n'))
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    return all;
}

QString type(const QJsonObject &object)
{
    return object.value(QStringLiteral("type")).toString();
}

QString kind(const Outcome &outcome)
{
    return objects(outcome.err).value(0).value(QStringLiteral("kind")).toString();
}

QJsonObject line(const QJsonObject &screen, int row)
{
    return screen.value(QStringLiteral("lines")).toArray().at(row).toObject();
}

QString text(const QJsonObject &screen, int row)
{
    return line(screen, row).value(QStringLiteral("text")).toString();
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

} // namespace

class PortolanctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionAndHelpSucceed()
    {
        const Outcome version = run(words("--version"));
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, QByteArray("portolanctl " PORTOLAN_VERSION "\n"));
        for (const char *const arguments : {"--help", "terminal --help", "terminal run --help"}) {
            const Outcome help = run(words(arguments));
            QCOMPARE(help.exitCode, 0);
            QVERIFY(help.out.contains("Usage: "));
            QVERIFY(help.err.isEmpty());
        }
    }

    void theLanguageIsThatOfTheOption()
    {
        const auto hasHangul = [](const QByteArray &bytes) {
            return QString::fromUtf8(bytes).contains(
                QRegularExpression(QStringLiteral("[\\x{AC00}-\\x{D7A3}]")));
        };
        QVERIFY(hasHangul(run(words("--lang ko --help")).out));
        QVERIFY(!hasHangul(run(words("--lang=en --help")).out));
        QVERIFY(hasHangul(run(words("--lang=ko terminal render /no/such/file")).err));
        QVERIFY(!hasHangul(run(words("terminal render /no/such/file --lang en")).err));
    }

    void whatIsNotUnderstoodIsAUsageError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *const arguments :
             {"terminal", "frobnicate", "terminal frobnicate", "terminal render --columns 0",
              "terminal render --columns x", "terminal render --rows 99999", "--timeout 0 terminal",
              "--timeout x terminal render", "--lang xx terminal render", "terminal run",
              "terminal run --", "terminal render -- x", "terminal bench", "--nonsense",
              "--password-fd 3 --ask-password terminal render",
              "--password-env A --password-fd 3 terminal render",
              "terminal run --input a\\q -- true"})
            QTest::newRow(arguments) << words(arguments);
        QTest::newRow("nothing") << QStringList();
    }
    void whatIsNotUnderstoodIsAUsageError()
    {
        QFETCH(QStringList, arguments);
        Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(outcome.err.startsWith("portolanctl: "));
        outcome = run(QStringList{QStringLiteral("--json")} + arguments);
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(kind(outcome), QStringLiteral("usage"));
        QCOMPARE(objects(outcome.err).size(), 1);
        QCOMPARE(type(objects(outcome.out).last()), QStringLiteral("summary"));
    }

    void aPasswordInAUrlIsRefusedAndNeverRepeated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *const arguments :
             {"ssh exec ssh://ops:canary77@host", "ssh://ops:canary77@host",
              "terminal render ssh://ops:canary77@host", "--user=ssh://ops:canary77@host",
              "terminal --jump=ssh://a:canary77@h", "ops:canary77@host", "terminal ops:canary77@h",
              "terminal ops:a/canary77@host", "terminal --ops:canary77@host"})
            QTest::newRow(arguments) << words(arguments);
    }
    void aPasswordInAUrlIsRefusedAndNeverRepeated()
    {
        QFETCH(QStringList, arguments);
        for (const QStringList &before : {QStringList(), words("--json"), words("--verbose")}) {
            const Outcome outcome = run(before + arguments);
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY2(!outcome.out.contains("canary77"), outcome.out.constData());
            QVERIFY2(!outcome.err.contains("canary77"), outcome.err.constData());
        }
    }

    void renderPrintsTheScreenOfItsInput()
    {
        const Outcome outcome =
            run(words("terminal render --columns 10 --rows 2"), "one\r\n\x1b[31m두번째\r\nthree");
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, QByteArray("두번째\nthree\n"));
        QVERIFY(outcome.err.isEmpty());
    }

    void renderAsJsonTellsEverythingAboutTheScreen()
    {
        const QTemporaryDir folder;
        const QString file = writeFile(
            folder, QStringLiteral("bytes"),
            "gone\r\n\x1b]2;A \xed\x95\x9c title\x07\x1b[1;38;5;208mbold\x1b[0m "
            "한\x1b[48;2;1;2;255;4:3m "
            "x\x1b[0m\r\n\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\0123456789abcdefghij"
            "\x1b[5n\x1b[4 q\x1b[?25l");
        const Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("terminal"),
                                     QStringLiteral("render"), QStringLiteral("--columns"),
                                     QStringLiteral("20"), QStringLiteral("--rows=3"), file});
        QCOMPARE(outcome.exitCode, 0);
        const QList<QJsonObject> lines = objects(outcome.out);
        QCOMPARE(lines.size(), 2);
        const QJsonObject screen = lines[0];
        QCOMPARE(type(screen), QStringLiteral("screen"));
        QCOMPARE(screen.value(QStringLiteral("columns")).toInt(), 20);
        QCOMPARE(screen.value(QStringLiteral("rows")).toInt(), 3);
        QCOMPARE(screen.value(QStringLiteral("title")).toString(), QStringLiteral("A 한 title"));
        QCOMPARE(screen.value(QStringLiteral("alternate")).toBool(true), false);
        QCOMPARE(screen.value(QStringLiteral("scrollback_lines")).toInt(), 1);
        QCOMPARE(QByteArray::fromBase64(
                     screen.value(QStringLiteral("replies_base64")).toString().toLatin1()),
                 QByteArray("\x1b[0n"));
        QCOMPARE(screen.value(QStringLiteral("cursor")).toObject(),
                 (QJsonObject{{QStringLiteral("row"), 2},
                              {QStringLiteral("column"), 4},
                              {QStringLiteral("visible"), false},
                              {QStringLiteral("shape"), QStringLiteral("underline")}}));
        QCOMPARE(text(screen, 0), QStringLiteral("bold 한 x"));
        QCOMPARE(text(screen, 1), QStringLiteral("link0123456789abcdef"));
        QCOMPARE(line(screen, 1).value(QStringLiteral("wrapped")).toBool(), true);
        QCOMPARE(line(screen, 0).value(QStringLiteral("wrapped")).toBool(true), false);
        const auto json = [](const char *source) {
            return QJsonDocument::fromJson(source).array();
        };
        QCOMPARE(line(screen, 0).value(QStringLiteral("runs")).toArray(),
                 json(R"([{"column":0,"width":4,"text":"bold","fg":208,"bg":"default",
                           "underline":"none","attributes":["bold"],"link":""},
                          {"column":4,"width":3,"text":" 한","fg":"default","bg":"default",
                           "underline":"none","attributes":[],"link":""},
                          {"column":7,"width":2,"text":" x","fg":"default","bg":"#0102ff",
                           "underline":"curly","attributes":[],"link":""}])"));
        QCOMPARE(line(screen, 1)
                     .value(QStringLiteral("runs"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("link")),
                 QJsonValue(QStringLiteral("https://example.org/")));
        QCOMPARE(type(lines[1]), QStringLiteral("summary"));
        QCOMPARE(lines[1].value(QStringLiteral("exit_code")).toInt(-1), 0);
        QVERIFY(lines[1].contains(QStringLiteral("elapsed_ms")));
    }

    void translateSaysWhatAnObjectMeansInTheChosenLanguage()
    {
        // No folder of this machine: names and words come from the program itself.
        const QStringList query = words("snmp translate --no-system-mibs 1.3.6.1.2.1.2.2.1.13.3");
        const Outcome english = run(words("--lang en --json") + query);
        QCOMPARE(english.exitCode, 0);
        const QJsonObject result = objects(english.out).first();
        QCOMPARE(result.value(QStringLiteral("name")).toString(),
                 QStringLiteral("IF-MIB::ifInDiscards.3"));
        QVERIFY(result.value(QStringLiteral("meaning"))
                    .toString()
                    .contains(QStringLiteral("thrown away")));
        const QByteArray korean = "멀쩡하게 도착했지만";
        QVERIFY(run(words("--lang ko") + query).out.contains(korean));
        QVERIFY(!run(words("--lang en") + query).out.contains(korean));
    }

    void aFileThatIsNotThereIsALocalError()
    {
        Outcome outcome = run(words("terminal render /no/such/file"));
        QCOMPARE(outcome.exitCode, 8);
        QVERIFY(outcome.err.contains("/no/such/file"));
        outcome = run(words("--json terminal bench /no/such/file"));
        QCOMPARE(outcome.exitCode, 8);
        QCOMPARE(kind(outcome), QStringLiteral("local"));
        QCOMPARE(objects(outcome.out).last().value(QStringLiteral("exit_code")).toInt(), 8);
    }

    void outputThatCannotBeWrittenIsALocalError()
    {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(program(), words("terminal render /dev/null"));
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.exitCode, 8);
        QVERIFY(!outcome.err.isEmpty());
    }

    void benchTellsMegabytesPerSecond()
    {
        const QTemporaryDir folder;
        const QString file =
            writeFile(folder, QStringLiteral("bytes"), QByteArray("hello 한글\r\n").repeated(500));
        const Outcome outcome =
            run(words("--json terminal bench --columns 80 --rows 24") + QStringList{file});
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject result = objects(outcome.out).first();
        QCOMPARE(type(result), QStringLiteral("bench"));
        QVERIFY(result.value(QStringLiteral("mb_per_s")).toDouble() > 0);
    }

    void runPrintsTheScreenThatTheCommandLeft()
    {
        const Outcome outcome =
            run(shell(words("--json terminal run --columns 44 --rows 7"),
                      QStringLiteral("stty size; tput setaf 3; printf '한글'; exit 5")));
        QCOMPARE(outcome.exitCode, 0);
        const QList<QJsonObject> lines = objects(outcome.out);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(text(lines[0], 0), QStringLiteral("7 44"));
        QCOMPARE(text(lines[0], 1), QStringLiteral("한글"));
        QCOMPARE(line(lines[0], 1)
                     .value(QStringLiteral("runs"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("fg"))
                     .toInt(),
                 3);
        QCOMPARE(lines[1].value(QStringLiteral("command_exit_code")).toInt(), 5);
    }

    void theTerminalAnswersTheCommand()
    {
        const Outcome outcome = run(
            shell(words("terminal run"),
                  QStringLiteral("stty raw -echo; printf 'ab\\033[6n'; "
                                 "answer=$(dd bs=1 count=6 2>/dev/null | od -An -c | tr -d ' '); "
                                 "printf '\\r\\n<%s>' \"$answer\"")));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith("ab\n<033[1;3R>\n"), outcome.out.constData());
    }

    void aScriptTypesWaitsResizesAndStops()
    {
        const QTemporaryDir folder;
        const QString script = writeFile(folder, QStringLiteral("script"),
                                         "# talks to cat\n"
                                         "expect ready\n"
                                         "send 한글\\x21\\r\n"
                                         "expect <한글!>\n"
                                         "settle\n"
                                         "resize 50 11\n"
                                         "expect now 11 50\n"
                                         "stop\n");
        const QString record = folder.filePath(QStringLiteral("record"));
        const Outcome outcome =
            run(shell(words("--json terminal run --script") +
                          QStringList{script, QStringLiteral("--record"), record},
                      QStringLiteral("trap 'echo now $(stty size)' WINCH; echo ready; read x; "
                                     "echo \"<$x>\"; while :; do read x; done")));
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        const QJsonObject screen = objects(outcome.out).first();
        QCOMPARE(screen.value(QStringLiteral("columns")).toInt(), 50);
        QCOMPARE(text(screen, 3), QStringLiteral("now 11 50"));
        // The recording is what was seen: at the same size it makes the same screen.
        QCOMPARE(readFile(record), QByteArray("ready\r\n한글!\r\n<한글!>\r\nnow 11 50\r\n"));
        const Outcome again =
            run({QStringLiteral("--json"), QStringLiteral("terminal"), QStringLiteral("render"),
                 QStringLiteral("--columns=50"), QStringLiteral("--rows=11"), record});
        QCOMPARE(objects(again.out).first().value(QStringLiteral("lines")),
                 screen.value(QStringLiteral("lines")));
    }

    void aScriptThatWaitsInVainTimesOut()
    {
        const QTemporaryDir folder;
        const QString script =
            writeFile(folder, QStringLiteral("script"), "expect never printed\nstop\n");
        const Outcome outcome = run(words("--json --timeout 0.2 terminal run --script") +
                                    QStringList{script} + words("-- cat"));
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(kind(outcome), QStringLiteral("timeout"));
        QVERIFY(outcome.err.contains("never printed"));
    }

    void aStepThatIsNotUnderstoodIsAUsageErrorThatNamesItsLine_data()
    {
        QTest::addColumn<QByteArray>("step");
        for (const char *const step :
             {"wait", "expect", "expect ", "send", "send \\", "send \\x4", "send \\q", "settle now",
              "stop it", "resize 80", "resize 0 10", "resize 80 24 1", "resize 9999 10"})
            QTest::newRow(step) << QByteArray(step);
    }
    void aStepThatIsNotUnderstoodIsAUsageErrorThatNamesItsLine()
    {
        QFETCH(QByteArray, step);
        const QTemporaryDir folder;
        const QString script =
            writeFile(folder, QStringLiteral("script"), "# first\n\nsettle\n" + step + "\n");
        const Outcome outcome =
            run(words("terminal run --script") + QStringList{script} + words("-- true"));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("Line 4"), outcome.err.constData());
    }

    void aCommandThatEndsBeforeItsScriptIsTold()
    {
        const QTemporaryDir folder;
        const QString script = writeFile(folder, QStringLiteral("script"), "expect never\n");
        const Outcome outcome =
            run(words("--json terminal run --script") + QStringList{script} + words("-- true"));
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(kind(outcome), QStringLiteral("refused"));
    }

    void aCommandThatDoesNotEndIsEnded()
    {
        const Outcome outcome =
            run(shell(words("terminal run --limit 1"),
                      QStringLiteral("trap '' HUP TERM; while :; do read x; done")));
        QCOMPARE(outcome.exitCode, 3);
    }

    void aCommandThatIsNotThereIsALocalError()
    {
        const Outcome outcome = run(words("--json terminal run -- no-such-command"));
        QCOMPARE(outcome.exitCode, 8);
        QCOMPARE(kind(outcome), QStringLiteral("local"));
        QVERIFY(outcome.err.contains("no-such-command"));
    }

    void anInterruptEndsEverythingWith130()
    {
        const QTemporaryDir folder;
        const QString pidFile = folder.filePath(QStringLiteral("pid"));
        QProcess process;
        process.start(
            program(),
            shell(words("--json terminal run"),
                  QStringLiteral("trap '' HUP; echo $$. >\"%1\"; exec sleep 600").arg(pidFile)));
        QTRY_VERIFY_WITH_TIMEOUT(readFile(pidFile).contains('.'), kDeadline);
        const auto child = static_cast<pid_t>(readFile(pidFile).split('.').first().toInt());
        QVERIFY(child > 1);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.exitCode, 130);
        QCOMPARE(kind(outcome), QStringLiteral("cancelled"));
        QCOMPARE(type(objects(outcome.out).last()), QStringLiteral("summary"));
        QTRY_VERIFY_WITH_TIMEOUT(::kill(child, 0) != 0, kDeadline);
    }

    void anInterruptEndsAReadOfStandardInput()
    {
        QProcess process;
        process.start(program(), words("--verbose terminal render"));
        QVERIFY(process.waitForStarted(kDeadline));
        // The handlers are in place once /proc shows them.
        const auto catches = [&process] {
            const QByteArray status =
                readFile(QStringLiteral("/proc/%1/status").arg(process.processId()));
            const auto at = status.indexOf("SigCgt:");
            return at >= 0 && (status.mid(at + 7, 17).trimmed().toULongLong(nullptr, 16) & 2) != 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(catches(), kDeadline);
        process.write("some text");
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QCOMPARE(outcomeOf(process).exitCode, 130);
    }
};

QTEST_GUILESS_MAIN(PortolanctlTest)
#include "portolanctl.moc"
