// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/ptyengine.h"
#include "core/runtime/enginehost.h"
#include "core/runtime/reaper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <future>
#include <mutex>
#include <unistd.h>

using namespace Portolan;
using namespace std::chrono_literals;

namespace {

constexpr auto kDeadline = 20s;

// A program at work, and what came of it, seen from the test's thread.
class Session
{
public:
    explicit Session(QStringList command, Pty::Size size = {},
                     std::map<QString, std::optional<QString>> environment = {})
        : Session(Pty::Launch{std::move(command), {}, std::move(environment), size})
    {
    }
    explicit Session(const Pty::Launch &launch)
    {
        m_host = std::make_unique<EngineHost<Pty::PtyEngine>>(
            QStringLiteral("pty"), [this](std::stop_token) {
                return std::make_unique<Pty::PtyEngine>(
                    Pty::Events{[this](std::string_view bytes) { take(bytes); },
                                [this](Pty::ExitStatus status) {
                                    const std::scoped_lock lock(m_mutex);
                                    m_status = status;
                                    m_changed.notify_all();
                                }});
            });
        m_host->post([this, launch](Pty::PtyEngine &engine) {
            Result<> result = engine.start(launch);
            const std::scoped_lock lock(m_mutex);
            m_started = std::move(result);
            m_changed.notify_all();
        });
    }
    ~Session() { close(); }

    void write(std::string bytes)
    {
        m_host->post([bytes = std::move(bytes)](Pty::PtyEngine &engine) { engine.write(bytes); });
    }
    template<typename Call>
    void post(Call call)
    {
        m_host->post(std::move(call));
    }
    // The host goes, and its thread is waited for.
    void close()
    {
        m_host.reset();
        m_left = Reaper::waitForAll(5s);
    }
    [[nodiscard]] int threadsLeft() const { return m_left; }

    bool waitFor(const std::string &text)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kDeadline,
                                  [&] { return m_output.find(text) != std::string::npos; });
    }
    bool waitForExit()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kDeadline, [&] { return m_status.has_value(); });
    }
    Result<> started()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kDeadline, [&] { return m_started.has_value(); });
        return m_started.value_or(failure(Error::Kind::Timeout, QStringLiteral("no answer")));
    }
    std::string output()
    {
        const std::scoped_lock lock(m_mutex);
        return m_output;
    }
    Pty::ExitStatus status()
    {
        const std::scoped_lock lock(m_mutex);
        return m_status.value_or(Pty::ExitStatus{-1, false});
    }
    std::uint64_t received() const { return m_received; }

private:
    void take(std::string_view bytes)
    {
        m_received += bytes.size();
        const std::scoped_lock lock(m_mutex);
        if (m_output.size() < 1'000'000)
            m_output += bytes;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_output;
    std::optional<Result<>> m_started;
    std::optional<Pty::ExitStatus> m_status;
    std::atomic<std::uint64_t> m_received = 0;
    int m_left = -1;
    std::unique_ptr<EngineHost<Pty::PtyEngine>> m_host;
};

QStringList shell(const QString &script)
{
    return {QStringLiteral("/bin/sh"), QStringLiteral("-c"), script};
}

int openDescriptors()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                                .size());
}

int threads()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/task"))
                                .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                                .size());
}

qint64 residentKiB()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class PtyEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The reaper's and Qt's own first-use descriptors and threads are there before counting.
        Session session(shell(QStringLiteral("exit 0")));
        QVERIFY(session.waitForExit());
    }

    void whatIsTypedIsEchoedAndRead()
    {
        Session session(shell(QStringLiteral("read line; echo \"got <$line>\"; exit 7")));
        QVERIFY(session.started());
        session.write("한글 text\r");
        QVERIFY(session.waitForExit());
        QVERIFY2(session.output().find("한글 text\r\n") != std::string::npos,
                 session.output().c_str());
        QVERIFY2(session.output().find("got <한글 text>\r\n") != std::string::npos,
                 session.output().c_str());
        QCOMPARE(session.status(), (Pty::ExitStatus{7, false}));
    }

    void theProgramSeesATerminalWithOurNameAndSize()
    {
        Session session(
            shell(QStringLiteral("tty >/dev/null && echo \"is $TERM $COLORTERM\"; stty size; "
                                 "echo \"x=$X tmux=${TMUX-none}\"")),
            {101, 37}, {{QStringLiteral("X"), QStringLiteral("1 2")}});
        QVERIFY(session.waitForExit());
        const std::string out = session.output();
        QVERIFY2(out.find("is xterm-256color truecolor\r\n37 101\r\nx=1 2 tmux=none\r\n") !=
                     std::string::npos,
                 out.c_str());
    }

    void aResizeIsSeenByTheProgram()
    {
        Session session(shell(QStringLiteral("trap 'stty size; exit 0' WINCH; echo ready; "
                                             "while :; do read line; done")));
        QVERIFY(session.waitFor("ready"));
        session.post([](Pty::PtyEngine &engine) { engine.resize({132, 43}); });
        QVERIFY(session.waitFor("43 132"));
        QVERIFY(session.waitForExit());
    }

    void allOutputArrivesBeforeTheExit()
    {
        for (int round = 0; round < 20; ++round) {
            Session session(shell(QStringLiteral("seq 1 2000; echo last; exit 3")));
            QVERIFY(session.waitForExit());
            const std::string out = session.output();
            QVERIFY(out.find("\r\n2000\r\nlast\r\n") != std::string::npos);
            QCOMPARE(session.status().code, 3);
        }
    }

    void anExitIsToldThoughAnotherProcessHoldsTheTerminal()
    {
        Session session(shell(QStringLiteral("trap '' HUP; sleep 600 & echo pid=$!; exit 5")));
        QVERIFY(session.waitForExit());
        QCOMPARE(session.status(), (Pty::ExitStatus{5, false}));
        const std::string out = session.output();
        const auto at = out.find("pid=");
        QVERIFY(at != std::string::npos);
        QCOMPARE(::kill(std::stoi(out.substr(at + 4)), SIGKILL), 0);
    }

    void aSignalIsToldAsShellsCount()
    {
        Session session(shell(QStringLiteral("kill -TERM $$")));
        QVERIFY(session.waitForExit());
        QCOMPARE(session.status(), (Pty::ExitStatus{128 + SIGTERM, true}));
    }

    void hangingUpEndsAProgramThatListens()
    {
        Session session(shell(QStringLiteral("echo ready; read line")));
        QVERIFY(session.waitFor("ready"));
        session.post([](Pty::PtyEngine &engine) { engine.hangUp(); });
        QVERIFY(session.waitForExit());
        QCOMPARE(session.status(), (Pty::ExitStatus{128 + SIGHUP, true}));
    }

    void killEndsAProgramThatIgnoresHangUp()
    {
        Session session(
            shell(QStringLiteral("trap '' HUP; echo ready; while :; do sleep 1; done")));
        QVERIFY(session.waitFor("ready"));
        session.post([](Pty::PtyEngine &engine) {
            engine.hangUp();
            engine.kill();
        });
        QVERIFY(session.waitForExit());
        QCOMPARE(session.status(), (Pty::ExitStatus{128 + SIGKILL, true}));
    }

    void aClosedSessionLeavesNoProcessThreadOrDescriptor()
    {
        const int descriptors = openDescriptors();
        const int tasks = threads();
        QList<qint64> pids;
        for (int round = 0; round < 10; ++round) {
            Session session(shell(
                QStringLiteral("trap '' HUP TERM; echo \"pid=$$.\"; while :; do sleep 1; done")));
            QVERIFY(session.waitFor("."));
            const std::string out = session.output();
            pids.append(std::stoi(out.substr(out.find("pid=") + 4)));
            QElapsedTimer clock;
            clock.start();
            session.close();
            QCOMPARE(session.threadsLeft(), 0);
            QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        }
        QCOMPARE(openDescriptors(), descriptors);
        QTRY_VERIFY(threads() <= tasks);
        for (const qint64 pid : pids)
            QVERIFY(!isAlive(pid));
    }

    void theProgramInheritsNoDescriptorAndNoIgnoredSignal()
    {
        QFile leak(QStringLiteral("/dev/null"));
        QVERIFY(leak.open(QIODevice::ReadOnly));
        const int inheritable = ::dup(leak.handle());
        std::signal(SIGPIPE, SIG_IGN);
        QVERIFY(inheritable >= 3 && inheritable < 64);
        // Only builtins: a pipe or a glob of the shell would be seen too.
        Session session(shell(QStringLiteral("i=3; while [ $i -lt 64 ]; do [ -e /proc/$$/fd/$i ] "
                                             "&& echo leaked $i; i=$((i+1)); done; "
                                             "exec grep -E 'Sig(Ign|Blk)' /proc/self/status")));
        QVERIFY(session.waitForExit());
        std::signal(SIGPIPE, SIG_DFL);
        ::close(inheritable);
        const std::string out = session.output();
        QVERIFY2(out.find("leaked") == std::string::npos, out.c_str());
        QVERIFY2(out.find("SigBlk:\t0000000000000000") != std::string::npos, out.c_str());
        QVERIFY2(out.find("SigIgn:\t0000000000000000") != std::string::npos, out.c_str());
    }

    void aFloodOfOneHundredMegabytesArrivesInBoundedMemory()
    {
        const qint64 before = residentKiB();
        Session session(shell(QStringLiteral("head -c 100000000 /dev/zero | tr '\\0' x; exit 0")));
        QVERIFY(QTest::qWaitFor([&] { return session.status().code == 0; }, 110'000));
        QCOMPARE(session.received(), std::uint64_t(100'000'000));
        const qint64 grown = residentKiB() - before;
        QVERIFY2(grown < 32 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
    }

    void inputThatNobodyReadsIsBounded()
    {
        Session session(shell(QStringLiteral("stty raw -echo; echo ready; kill -STOP $$")));
        QVERIFY(session.waitFor("ready"));
        std::promise<std::size_t> result;
        session.post([&result](Pty::PtyEngine &engine) {
            const std::string chunk(1024 * 1024, 'x');
            std::size_t taken = 0;
            while (taken < 64 && engine.write(chunk))
                ++taken;
            result.set_value(taken);
        });
        auto future = result.get_future();
        QCOMPARE(future.wait_for(kDeadline), std::future_status::ready);
        // What the kernel's buffer took, a few KiB, makes room for no fifth.
        const std::size_t taken = future.get();
        QVERIFY2(taken == 3 || taken == 4, qPrintable(QString::number(taken)));
    }

    void whatCannotBeStartedIsALocalErrorThatNamesIt()
    {
        Session missing({QStringLiteral("no-such-program-anywhere")});
        QVERIFY(!missing.started());
        QCOMPARE(missing.started().error().kind, Error::Kind::Local);
        QVERIFY(
            missing.started().error().what.contains(QStringLiteral("no-such-program-anywhere")));

        Session noPermission({QStringLiteral("/etc/passwd")});
        QVERIFY(!noPermission.started());
        QCOMPARE(noPermission.started().error().native, EACCES);

        Session noFolder(
            Pty::Launch{{QStringLiteral("/bin/true")}, QStringLiteral("/no/such"), {}, {}});
        QVERIFY(!noFolder.started());
        QCOMPARE(noFolder.started().error().native, ENOENT);
        QVERIFY(noFolder.started().error().what.contains(QStringLiteral("/no/such")));
    }

    void theWorkingDirectoryIsEntered()
    {
        const QTemporaryDir folder;
        Session session(
            Pty::Launch{{QStringLiteral("/bin/pwd"), QStringLiteral("-P")}, folder.path(), {}, {}});
        QVERIFY(session.waitForExit());
        const std::string expected =
            QFileInfo(folder.path()).canonicalFilePath().toStdString() + "\r\n";
        QCOMPARE(session.output(), expected);
    }

    void anEmptyCommandIsThePersonsShell()
    {
        qputenv("SHELL", "/bin/sh");
        Session session(Pty::Launch{});
        session.write("echo \"shell $0\"; exit 4\r");
        QVERIFY(session.waitForExit());
        QCOMPARE(session.status().code, 4);
        QVERIFY(session.output().find("shell /bin/sh\r\n") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(PtyEngineTest)
#include "ptyengine.moc"
