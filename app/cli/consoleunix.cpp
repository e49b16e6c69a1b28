// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/words.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace Portolan::Cli {

namespace {

constexpr std::size_t kLongestSecret = 4096;

std::atomic<bool> g_requested = false;
std::atomic<int> g_wakeEnd = -1;
std::atomic<int> g_noticeEnd = -1; // readable after an interrupt

extern "C" void onSignal(int)
{
    const int savedErrno = errno;
    if (g_requested.exchange(true))
        _exit(130);
    const char byte = 0;
    if (const int end = g_wakeEnd.load(); end >= 0)
        (void)!write(end, &byte, 1);
    errno = savedErrno;
}

tl::unexpected<Error> systemFailure(QString what)
{
    const int code = errno;
    return failure(Error::Kind::Local, std::move(what), QString::fromLocal8Bit(strerror(code)),
                   code);
}

// Byte by byte: what follows the line belongs to the next reader.
Result<Secret> readLine(int fd)
{
    std::array<char, kLongestSecret> buffer;
    std::size_t size = 0;
    Result<Secret> result;
    for (;;) {
        char byte = 0;
        if (!waitForInput(fd)) {
            result = failure(Error::Kind::Cancelled, Words::tr("Cancelled."));
            break;
        }
        const ssize_t got = read(fd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            result = systemFailure(Words::tr("The input could not be read."));
        } else if (got == 0 && size == 0) {
            result = failure(Error::Kind::Local, Words::tr("The input ended without a line."));
        } else if (got == 0 || byte == '\n') {
            if (size > 0 && buffer[size - 1] == '\r')
                --size;
            result = Secret(std::string_view(buffer.data(), size));
        } else if (size == buffer.size()) {
            result = failure(Error::Kind::Usage, Words::tr("The line is longer than 4096 bytes."));
        } else {
            buffer[size++] = byte;
            continue;
        }
        break;
    }
    wipeMemory(buffer.data(), buffer.size());
    return result;
}

Result<Secret> prompt(const QString &question, bool echo)
{
    const int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return systemFailure(Words::tr("There is no terminal to ask at."));
    termios before = {};
    const bool known = tcgetattr(fd, &before) == 0;
    if (!echo && known) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(fd, TCSAFLUSH, &silent);
    }
    const QByteArray text = question.toUtf8() + ' ';
    (void)!write(fd, text.constData(), static_cast<std::size_t>(text.size()));
    Result<Secret> answer = readLine(fd);
    if (!echo && known) {
        tcsetattr(fd, TCSAFLUSH, &before);
        (void)!write(fd, "\n", 1);
    }
    close(fd);
    return answer;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (pipe(ends) == 0) {
        for (const int end : ends) {
            fcntl(end, F_SETFD, FD_CLOEXEC);
            fcntl(end, F_SETFL, O_NONBLOCK);
        }
        auto *const notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            notifier->setEnabled(false);
            Q_EMIT requested();
        });
        g_noticeEnd = ends[0];
        g_wakeEnd = ends[1];
    }
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr); // no SA_RESTART
    std::signal(SIGPIPE, SIG_IGN);
}

// The pipe stays open: the handlers do, and the process ends with this object.
Interrupt::~Interrupt() = default;

bool Interrupt::wasRequested()
{
    return g_requested;
}

bool waitForInput(int fileDescriptor)
{
    pollfd polled[] = {{fileDescriptor, POLLIN, 0}, {g_noticeEnd, POLLIN, 0}};
    while (!g_requested) {
        if (poll(polled, 2, -1) < 0 && errno != EINTR)
            return true; // reading tells what is wrong
        if (polled[0].revents != 0)
            return !g_requested;
    }
    return false;
}

Result<Secret> promptSecret(const QString &question)
{
    return prompt(question, false);
}

Result<QString> promptLine(const QString &question)
{
    return prompt(question, true).map([](const Secret &line) {
        const std::string_view bytes = line.reveal();
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    });
}

Result<Secret> readSecretLine(int fileDescriptor)
{
    return readLine(fileDescriptor);
}

} // namespace Portolan::Cli
