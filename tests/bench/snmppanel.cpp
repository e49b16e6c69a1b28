// SPDX-License-Identifier: GPL-3.0-or-later
// The SNMP panel with what is large: a walk of a million objects, shown while it comes, beside
// snmpbulkwalk of the same; the time from cancelling to the end; then a tree of a hundred thousand
// objects: scrolling, and each key of a search. Longest gaps of the window's event loop by the
// clock, and without what other programs took of the processor (slicemeter.h).
//
//   bench_snmppanel [ROWS OF EACH OF 20 COLUMNS]
#include "ui/snmp/snmppanel.h"
#include "core/runtime/reaper.h"
#include "tests/bench/slicemeter.h"
#include "tests/support/snmpagent.h"
#include "tests/ui/windowfixture.h"
#include "ui/snmp/mibpane.h"
#include "ui/snmp/resultspage.h"
#include "ui/widgets/typedfield.h"

#include <QAbstractScrollArea>
#include <QFile>
#include <QListView>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

#include <cstdio>

using namespace Portolan;
using Ui::SnmpPanel;
using Operation = Ui::OperationBar::Operation;

namespace {

constexpr int kPatience = 120'000;
constexpr int kColumns = 20;
constexpr int kModules = 100;
constexpr int kObjects = 1000; // of each
constexpr char kTable[] = "1.3.6.1.4.1.99999.1.1";

double kilobytes(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').at(1).toDouble();
    }
    return 0;
}

double megabytes(const char *field)
{
    return kilobytes(field) / 1024;
}

double since(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void tell(const char *what, const Bench::Worst &worst)
{
    std::printf(
        "  longest gap of the window, %s: %.1f ms by the clock, at %.0f ms; of its own doing "
        "%.1f ms, at %.0f ms; of processor time %.1f ms\n",
        what, worst.wall, worst.wallAt, worst.own, worst.ownAt, worst.ran);
}

double bulkWalk(quint16 port)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("snmpbulkwalk"));
    if (program.isEmpty())
        return 0;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MIBS"), QString());
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, {QStringLiteral("-v2c"), QStringLiteral("-cpublic"),
                            QStringLiteral("-Cr50"), QStringLiteral("-On"),
                            QStringLiteral("127.0.0.1:%1").arg(port), QLatin1String(kTable)});
    process.waitForFinished(-1);
    return since(clock);
}

// True once all rows are there.
bool walk(SnmpPanel &panel, quint64 expected, quint16 port)
{
    const double before = megabytes("VmRSS:");
    double most = before;
    auto meter = std::make_unique<Bench::SliceMeter>();
    QElapsedTimer clock;
    clock.start();
    panel.run(Operation::Walk, QLatin1String(kTable));
    double first = 0;
    double ended = 0;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        most = std::max(most, megabytes("VmRSS:"));
        if (first == 0 && panel.results().model().total() > 0)
            first = since(clock);
    });
    watch.start(20);
    const bool done = QTest::qWaitFor(
        [&] {
            if (panel.results().isRunning())
                return false;
            ended = since(clock);
            return true;
        },
        kPatience);
    watch.stop();
    QTest::qWait(300);
    const Bench::Worst worst = meter->worst();
    meter.reset();
    const quint64 rows = panel.results().model().total();
    std::printf("a walk of %llu objects: %llu rows in %.0f ms, first ones shown by %.0f ms\n",
                static_cast<unsigned long long>(expected), static_cast<unsigned long long>(rows),
                ended, first);
    tell("walking", worst);
    std::printf("  memory %.0f MB before, %.0f MB at most (aim: 400), %.0f MB with all rows\n",
                before, std::max(most, megabytes("VmRSS:")), megabytes("VmRSS:"));
    const double theirs = bulkWalk(port);
    std::printf("  snmpbulkwalk -Cr50 to /dev/null: %.0f ms; we took %.2f of that\n", theirs,
                theirs > 0 ? ended / theirs : 0);
    return done && rows == expected;
}

void scrollResults(SnmpPanel &panel)
{
    auto *table = panel.results().findChild<QAbstractScrollArea *>(QStringLiteral("results"));
    QScrollBar *bar = table->verticalScrollBar();
    Bench::Worst worst;
    for (int step = 0; step <= 200; ++step) {
        worst.time([&] {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 200));
            table->viewport()->repaint();
        });
    }
    tell("scrolling through the rows", worst);
}

bool cancel(SnmpPanel &panel, quint64 expected)
{
    QElapsedTimer clock;
    clock.start();
    panel.run(Operation::Walk, QLatin1String(kTable));
    const double began = since(clock); // the former rows go
    if (!QTest::qWaitFor([&] { return panel.results().model().total() >= expected / 2; },
                         kPatience))
        return false;
    clock.restart();
    panel.results().cancel();
    const double returned = since(clock);
    // The agent answers somebody else: nothing of the old walk is under way before it any more.
    panel.run(Operation::Get, QStringLiteral("1.3.6.1.4.1.99999.1.1.1.1"));
    if (!QTest::qWaitFor([&] { return !panel.results().isRunning(); }, kPatience))
        return false;
    std::printf("walked again: %.1f ms until the former rows are gone; cancelled half way: ended "
                "after %.1f ms, the next answer after %.1f ms (aim: 200)\n",
                began, returned, since(clock));
    return true;
}

// As bench_smi has them.
bool writeModules(const QString &folder)
{
    for (int m = 0; m < kModules; ++m) {
        QString text =
            QStringLiteral("BIG%1-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises, OBJECT-TYPE, "
                           "Integer32 FROM SNMPv2-SMI;\nbig%1 OBJECT IDENTIFIER ::= { enterprises "
                           "%2 }\n")
                .arg(m)
                .arg(50'000 + m);
        for (int i = 0; i < kObjects; ++i)
            text += QStringLiteral("big%1Port%2Errors OBJECT-TYPE\n SYNTAX Integer32 (0..65535)\n "
                                   "MAX-ACCESS read-only\n STATUS current\n DESCRIPTION\n \"The "
                                   "number of frames with errors that were received on port %2\n "
                                   "of the line card since the agent was started, of any kind and "
                                   "size.\"\n ::= { big%1 %3 }\n\n")
                        .arg(m)
                        .arg(i)
                        .arg(i + 1);
        text += QStringLiteral("END\n");
        QFile file(QStringLiteral("%1/BIG%2-MIB").arg(folder).arg(m));
        const QByteArray bytes = text.toUtf8();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

bool tree(SnmpPanel &panel, const QString &folder)
{
    Ui::MibPane &mib = panel.mib();
    const double before = megabytes("VmRSS:");
    auto meter = std::make_unique<Bench::SliceMeter>();
    QElapsedTimer clock;
    clock.start();
    panel.library().use({folder}, false);
    if (!QTest::qWaitFor(
            [&] {
                return !panel.library().isLoading() &&
                       panel.library().snapshot()->definitionCount() > kModules * kObjects;
            },
            kPatience))
        return false;
    const double loaded = since(clock);
    QTest::qWait(300);
    std::printf("a tree of %zu objects: read in %.0f ms, %.0f MB more\n",
                std::size_t(panel.library().snapshot()->definitionCount()), loaded,
                megabytes("VmRSS:") - before);
    tell("while it is read", meter->worst());
    meter.reset();

    QTreeView &view = mib.tree();
    mib.goTo(Snmp::Oid{1, 3, 6, 1, 4, 1, 50'000}); // opens what leads there
    Bench::Worst opening;
    opening.time([&] {
        for (int m = 0; m < kModules; ++m)
            view.expand(mib.model().indexOf(
                Snmp::Oid{1, 3, 6, 1, 4, 1, static_cast<std::uint32_t>(50'000 + m)}));
        view.viewport()->repaint();
    });
    tell("opening all hundred branches", opening);
    Bench::Worst scrolling;
    QScrollBar *bar = view.verticalScrollBar();
    for (int step = 0; step <= 300; ++step) {
        scrolling.time([&] {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 300));
            view.viewport()->repaint();
        });
    }
    std::printf("  %d lines below one another\n", bar->maximum());
    tell("scrolling through them", scrolling);

    mib.focusField();
    for (const char *typed : {"big7port731", "frames with errors", "1.3.6.1.4.1.50042.7"}) {
        double most = 0;
        double sum = 0;
        int keys = 0;
        Bench::SliceMeter own;
        for (const char *letter = typed; *letter != '\0'; ++letter) {
            bool found = false;
            const auto connection =
                QObject::connect(mib.hits().model(), &QAbstractItemModel::modelReset, &mib,
                                 [&found] { found = true; });
            clock.restart();
            QTest::keyClick(&mib.field(), *letter);
            const bool is = *letter == ' ' || QTest::qWaitFor([&] { return found; }, kPatience);
            const double took = since(clock);
            QObject::disconnect(connection);
            if (!is)
                return false;
            most = std::max(most, took);
            sum += took;
            ++keys;
        }
        std::printf("  searching “%s”: %.1f ms a key, %.1f ms at most (aim: 50)\n", typed,
                    sum / keys, most);
        tell("searching", own.worst());
        mib.field().clear();
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const quint64 rows = argc > 1 ? QByteArray(argv[1]).toULongLong() : quint64(50'000);
    const QTemporaryDir home;
    const QTemporaryDir modules;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
    qputenv("PORTOLAN_BUILD_DIR",
            QCoreApplication::applicationDirPath().section(QLatin1Char('/'), 0, -2).toUtf8());
    int code = 1;
    {
        const Test::ReplayAgent agent(
            {QStringLiteral("--generate"), QStringLiteral("%1x%2").arg(kColumns).arg(rows)});
        Ui::Languages languages(application);
        Ui::Theme theme(application);
        Test::WindowFixture fixture(languages, theme);
        fixture.window->resize(1280, 800);
        const auto opened =
            fixture.window->openAddress(QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port()));
        auto *panel = opened ? qobject_cast<SnmpPanel *>(*opened) : nullptr;
        if (panel && QTest::qWaitFor(
                         [&] {
                             return panel->state() == Ui::Panel::State::Connected &&
                                    !panel->library().isLoading();
                         },
                         kPatience)) {
            QTest::qWait(500);
            if (walk(*panel, kColumns * rows, agent.port())) {
                scrollResults(*panel);
                if (cancel(*panel, kColumns * rows) && writeModules(modules.path()) &&
                    tree(*panel, modules.path()))
                    code = 0;
            }
        }
    }
    (void)Reaper::waitForAll(std::chrono::seconds(10));
    return code;
}
