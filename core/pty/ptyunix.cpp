// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/ptyengine.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

extern char **environ;

namespace Portolan::Pty {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kReadAtOnce = 64 * 1024;
// After the program's end: what it wrote is in the kernel's buffer (64 KiB and a little); more
// comes from others that still hold the terminal.
constexpr std::size_t kReadAfterExit = 1024 * 1024;
constexpr milliseconds kSilenceAfterExit{100};
constexpr milliseconds kGraceAfterHangUp{60};
constexpr milliseconds kGraceAfterKill{40};
constexpr milliseconds kExitCheck{50}; // where the system has no descriptor for a process

class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor() { reset(); }

    void reset()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }
    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

struct Pipe
{
    Descriptor readEnd;
    Descriptor writeEnd;
};

Pipe makePipe(bool blocking)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return {};
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        if (!blocking)
            fcntl(end, F_SETFL, O_NONBLOCK);
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A descriptor that becomes readable when the process ends; none on systems without.
Descriptor processDescriptor([[maybe_unused]] pid_t pid)
{
#ifdef SYS_pidfd_open
    return Descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
#else
    return {};
#endif
}

tl::unexpected<Error> localFailure(QString what, int code)
{
    return failure(Error::Kind::Local, std::move(what), QString::fromLocal8Bit(strerror(code)),
                   code);
}

winsize windowSize(Size size)
{
    const auto bounded = [](int n) { return static_cast<unsigned short>(std::clamp(n, 1, 9999)); };
    winsize window = {};
    window.ws_col = bounded(size.columns);
    window.ws_row = bounded(size.rows);
    return window;
}

std::string ownShell()
{
    if (const char *const shell = std::getenv("SHELL"); shell != nullptr && shell[0] == '/')
        return shell;
    std::array<char, 16384> buffer;
    passwd entry = {};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found != nullptr && found->pw_shell != nullptr && found->pw_shell[0] == '/')
        return found->pw_shell;
    return "/bin/sh";
}

using Environment = std::map<std::string, std::string>;

Environment makeEnvironment(const Launch &launch)
{
    Environment all;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string text(*entry);
        if (const auto equals = text.find('='); equals != std::string::npos)
            all.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    // What describes the terminal that this process itself was started from.
    for (const char *const name : {"COLUMNS", "LINES", "TERMCAP", "WINDOWID", "TMUX", "TMUX_PANE",
                                   "STY", "VTE_VERSION", "KONSOLE_VERSION", "TERM_SESSION_ID"})
        all.erase(name);
    all["TERM"] = "xterm-256color";
    all["COLORTERM"] = "truecolor";
    all["TERM_PROGRAM"] = "Portolan";
    all["TERM_PROGRAM_VERSION"] = PORTOLAN_VERSION;
    for (const auto &[name, value] : launch.environment) {
        if (value)
            all[name.toStdString()] = value->toStdString();
        else
            all.erase(name.toStdString());
    }
    return all;
}

// Done before the fork: the child may not allocate. A name with a slash is taken as it is.
std::string findProgram(const std::string &name, const Environment &environment)
{
    if (name.find('/') != std::string::npos)
        return name;
    const auto path = environment.find("PATH");
    std::string folders = path == environment.end() ? "/usr/bin:/bin" : path->second;
    folders += ':';
    for (std::size_t begin = 0, end = 0; (end = folders.find(':', begin)) != std::string::npos;
         begin = end + 1) {
        const std::string folder = folders.substr(begin, end - begin);
        if (folder.empty())
            continue; // the current folder is never searched
        const std::string candidate = folder + '/' + name;
        struct stat info = {};
        if (stat(candidate.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
            access(candidate.c_str(), X_OK) == 0)
            return candidate;
    }
    return {};
}

// Everything that the child needs, ready before the fork.
struct ChildPlan
{
    std::string program;
    std::string workingDirectory;
    std::vector<std::string> strings; // owns what the two arrays point to
    std::vector<char *> arguments;
    std::vector<char *> environment;
    int lastDescriptor = 1024;
};

enum class Stage : int { Terminal, Folder, Program };

struct ChildFailure
{
    Stage stage = Stage::Program;
    int code = 0;
};

void closeAllBut(int kept, int lastDescriptor)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, 3U, static_cast<unsigned>(kept - 1), 0U) == 0 &&
        syscall(SYS_close_range, static_cast<unsigned>(kept + 1), ~0U, 0U) == 0)
        return;
#endif
    for (int fd = 3; fd <= lastDescriptor; ++fd)
        if (fd != kept)
            ::close(fd);
}

// Between fork and exec of a process with many threads: only async-signal-safe calls (POSIX.1-2017,
// 2.4.3), no allocation, no lock.
[[noreturn]] void becomeChild(const ChildPlan &plan, int slave, int errorPipe)
{
    const auto giveUp = [&errorPipe](Stage stage) {
        const ChildFailure failed{stage, errno};
        (void)!::write(errorPipe, &failed, sizeof failed);
        _exit(127);
    };
    // A new session whose controlling terminal is the slave.
    if (setsid() < 0 || ioctl(slave, TIOCSCTTY, 0) < 0)
        giveUp(Stage::Terminal);
    for (int fd = 0; fd <= 2; ++fd)
        if (dup2(slave, fd) < 0)
            giveUp(Stage::Terminal);
    // The pipe goes to 3, so that one range is left to close; its close-on-exec is the sign of
    // success.
    if (errorPipe != 3 && dup2(errorPipe, 3) < 0)
        giveUp(Stage::Terminal);
    errorPipe = 3;
    fcntl(errorPipe, F_SETFD, FD_CLOEXEC);
    closeAllBut(errorPipe, plan.lastDescriptor);
    // Ignored signals survive exec; a shell that starts with SIGPIPE ignored misbehaves.
    for (int signal = 1; signal < NSIG; ++signal)
        if (signal != SIGKILL && signal != SIGSTOP)
            std::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (!plan.workingDirectory.empty() && chdir(plan.workingDirectory.c_str()) != 0)
        giveUp(Stage::Folder);
    execve(plan.program.c_str(), plan.arguments.data(), plan.environment.data());
    giveUp(Stage::Program);
    _exit(127);
}

// Programs that were killed but had not ended when their engine did (stuck in the kernel). Reaped
// at the next start, so that they do not stay zombies.
class Leftovers
{
public:
    void add(pid_t pid)
    {
        const std::scoped_lock lock(m_mutex);
        m_pids.push_back(pid);
    }
    void sweep()
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_pids, [](pid_t pid) { return waitpid(pid, nullptr, WNOHANG) != 0; });
    }

private:
    std::mutex m_mutex;
    std::vector<pid_t> m_pids;
};

Leftovers &leftovers()
{
    static auto *const all = new Leftovers;
    return *all;
}

} // namespace

struct PtyEngine::Private
{
    Events events;
    Pipe wakePipe = makePipe(false);
    Descriptor master;
    Descriptor process;
    pid_t pid = -1;                   // while it runs or has not been reaped
    std::optional<ExitStatus> status; // reaped, not told yet
    Clock::time_point lastBytes;
    std::size_t readAfterExit = 0;
    std::string unwritten;
    std::size_t writtenOfFront = 0; // bytes of `unwritten` that are gone already
    std::vector<char> buffer = std::vector<char>(kReadAtOnce);

    [[nodiscard]] std::size_t waiting() const { return unwritten.size() - writtenOfFront; }

    void writeWaiting()
    {
        const std::size_t before = waiting();
        writeWhatFits();
        if (const std::size_t now = waiting(); now < before && events.taken)
            events.taken(before - now);
    }

    void writeWhatFits()
    {
        while (waiting() > 0) {
            const ssize_t done =
                ::write(master.get(), unwritten.data() + writtenOfFront, waiting());
            if (done < 0 && errno == EINTR)
                continue;
            if (done <= 0)
                return; // full, or gone: reading finds out
            writtenOfFront += static_cast<std::size_t>(done);
        }
        unwritten.clear();
        writtenOfFront = 0;
    }

    // A read returns at most 4 KiB on Linux: collected, so that the consumer is called less often.
    void readSome()
    {
        std::size_t size = 0;
        bool ended = false;
        while (size < buffer.size()) {
            const ssize_t got = ::read(master.get(), buffer.data() + size, buffer.size() - size);
            if (got > 0) {
                size += static_cast<std::size_t>(got);
            } else if (got < 0 && errno == EINTR) {
                continue;
            } else {
                ended = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
                break;
            }
        }
        if (ended)
            master.reset(); // Linux says EIO when the last holder of the slave is gone
        if (size == 0)
            return;
        lastBytes = Clock::now();
        if (status)
            readAfterExit += size;
        if (events.bytes)
            events.bytes(std::string_view(buffer.data(), size));
    }

    void reap()
    {
        if (pid < 0)
            return;
        int raw = 0;
        const pid_t done = waitpid(pid, &raw, WNOHANG);
        if (done == 0 || (done < 0 && errno == EINTR))
            return;
        pid = -1;
        process.reset();
        lastBytes = Clock::now();
        status = ExitStatus{};
        if (done > 0 && WIFSIGNALED(raw))
            status = ExitStatus{128 + WTERMSIG(raw), true};
        else if (done > 0)
            status = ExitStatus{WEXITSTATUS(raw), false};
    }

    [[nodiscard]] bool hasDrained() const
    {
        return !master || readAfterExit >= kReadAfterExit ||
               Clock::now() - lastBytes >= kSilenceAfterExit;
    }

    void tellExit()
    {
        const ExitStatus told = *std::exchange(status, std::nullopt);
        master.reset();
        unwritten = {};
        writtenOfFront = 0;
        if (events.exited)
            events.exited(told);
    }

    [[nodiscard]] int pollTimeout() const
    {
        if (status)
            return static_cast<int>(kSilenceAfterExit.count() / 4);
        const bool mustLook = (pid >= 0 && !process) || !wakePipe.readEnd;
        return mustLook ? static_cast<int>(kExitCheck.count()) : -1;
    }

    void turn()
    {
        std::array<pollfd, 3> polled = {{
            {wakePipe.readEnd.get(), POLLIN, 0},
            {master.get(), static_cast<short>(POLLIN | (waiting() > 0 ? POLLOUT : 0)), 0},
            {process.get(), POLLIN, 0}, // negative ones are skipped by poll
        }};
        if (::poll(polled.data(), polled.size(), pollTimeout()) < 0 && errno != EINTR)
            return;
        if (polled[0].revents != 0) {
            std::array<char, 64> bytes;
            while (::read(wakePipe.readEnd.get(), bytes.data(), bytes.size()) > 0) {
            }
        }
        if (master && (polled[1].revents & POLLOUT) != 0)
            writeWaiting();
        if (master && (polled[1].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
            readSome();
        if (polled[2].revents != 0 || !process)
            reap();
        if (status && hasDrained())
            tellExit();
    }

    bool waitForEnd(milliseconds bound)
    {
        const auto deadline = Clock::now() + bound;
        while (pid >= 0) {
            reap();
            const auto left =
                std::chrono::duration_cast<milliseconds>(deadline - Clock::now()).count();
            if (pid < 0 || left <= 0)
                break;
            pollfd polled{process.get(), POLLIN, 0};
            ::poll(&polled, process ? 1 : 0, process ? static_cast<int>(left) : 5);
        }
        return pid < 0;
    }

    void shutDown()
    {
        master.reset(); // the kernel sends SIGHUP and SIGCONT
        if (!waitForEnd(kGraceAfterHangUp)) {
            ::kill(-pid, SIGKILL);
            if (!waitForEnd(kGraceAfterKill))
                leftovers().add(std::exchange(pid, -1));
        }
        status.reset();
    }
};

PtyEngine::PtyEngine(Events events)
    : d(std::make_unique<Private>())
{
    d->events = std::move(events);
}

PtyEngine::~PtyEngine()
{
    d->shutDown();
}

Result<> PtyEngine::startProgram(const Launch &launch)
{
    leftovers().sweep();

    ChildPlan plan;
    const Environment environment = makeEnvironment(launch);
    if (launch.command.isEmpty()) {
        plan.program = ownShell();
        plan.strings.push_back(plan.program);
    } else {
        for (const QString &argument : launch.command)
            plan.strings.push_back(QFile::encodeName(argument).toStdString());
        plan.program = findProgram(plan.strings.front(), environment);
        if (plan.program.empty())
            return failure(Error::Kind::Local,
                           tr("The program \"%1\" was not found.").arg(launch.command.first()), {},
                           ENOENT);
    }
    const std::size_t argumentCount = plan.strings.size();
    for (const auto &[name, value] : environment)
        plan.strings.push_back(name + '=' + value);
    for (std::size_t i = 0; i < plan.strings.size(); ++i)
        (i < argumentCount ? plan.arguments : plan.environment).push_back(plan.strings[i].data());
    plan.arguments.push_back(nullptr);
    plan.environment.push_back(nullptr);
    plan.workingDirectory = QFile::encodeName(launch.workingDirectory).toStdString();
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        plan.lastDescriptor = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 65536));

    const QString noTerminal = tr("The system gave no pseudo terminal.");
    Descriptor master(posix_openpt(O_RDWR | O_NOCTTY));
    if (!master || grantpt(master.get()) != 0 || unlockpt(master.get()) != 0)
        return localFailure(noTerminal, errno);
    fcntl(master.get(), F_SETFD, FD_CLOEXEC);
    fcntl(master.get(), F_SETFL, O_NONBLOCK);
    std::array<char, 256> slaveName = {};
    if (ptsname_r(master.get(), slaveName.data(), slaveName.size()) != 0)
        return localFailure(noTerminal, errno);
    const Descriptor slave(::open(slaveName.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!slave)
        return localFailure(noTerminal, errno);
    termios settings = {};
    if (tcgetattr(slave.get(), &settings) == 0) {
#ifdef IUTF8
        settings.c_iflag |= IUTF8; // erase takes a whole character
#endif
        settings.c_cc[VERASE] = 0x7F;
        tcsetattr(slave.get(), TCSANOW, &settings);
    }
    const winsize window = windowSize(launch.size);
    ioctl(slave.get(), TIOCSWINSZ, &window);

    Pipe report = makePipe(true);
    if (!report.readEnd)
        return localFailure(noTerminal, errno);
    // No handler of this process may run in the child.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = fork();
    if (pid == 0)
        becomeChild(plan, slave.get(), report.writeEnd.get());
    const int forkError = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (pid < 0)
        return localFailure(tr("The program could not be started."), forkError);

    report.writeEnd.reset();
    ChildFailure childFailure;
    ssize_t got = 0;
    do {
        got = ::read(report.readEnd.get(), &childFailure, sizeof childFailure);
    } while (got < 0 && errno == EINTR);
    if (got == sizeof childFailure) {
        waitpid(pid, nullptr, 0);
        switch (childFailure.stage) {
        case Stage::Terminal:
            return localFailure(noTerminal, childFailure.code);
        case Stage::Folder:
            return localFailure(
                tr("The folder \"%1\" cannot be entered.").arg(launch.workingDirectory),
                childFailure.code);
        case Stage::Program:
            break;
        }
        return localFailure(tr("The program \"%1\" could not be started.")
                                .arg(QFile::decodeName(QByteArray::fromStdString(plan.program))),
                            childFailure.code);
    }
    d->pid = pid;
    d->process = processDescriptor(pid);
    d->master = std::move(master);
    return {};
}

bool PtyEngine::write(std::string_view bytes)
{
    if (!d->master || d->waiting() + bytes.size() > kMostUnwritten)
        return false;
    if (d->writtenOfFront > d->unwritten.size() / 2) {
        d->unwritten.erase(0, d->writtenOfFront);
        d->writtenOfFront = 0;
    }
    d->unwritten += bytes;
    d->writeWaiting();
    return true;
}

void PtyEngine::resize(Size size)
{
    const winsize window = windowSize(size);
    if (d->master)
        ioctl(d->master.get(), TIOCSWINSZ, &window); // sends SIGWINCH where it changed
}

void PtyEngine::hangUp()
{
    d->master.reset();
}

void PtyEngine::kill()
{
    if (d->pid > 0)
        ::kill(-d->pid, SIGKILL); // its process group: jobs that a shell started have their own
}

qint64 PtyEngine::processId() const
{
    return d->pid > 0 ? d->pid : 0;
}

void PtyEngine::turn()
{
    d->turn();
}

void PtyEngine::shutDown()
{
    d->shutDown();
}

void PtyEngine::wake()
{
    const char byte = 0;
    (void)!::write(d->wakePipe.writeEnd.get(), &byte, 1);
}

} // namespace Portolan::Pty
