// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/quitsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Portolan {

#ifdef Q_OS_UNIX

namespace {

constexpr std::chrono::milliseconds kGraceToClose{200};
int g_ends[2] = {-1, -1};

void onSignal(int number)
{
    // Only what is safe in a handler; the default action waits for the second signal.
    std::signal(number, SIG_DFL);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(g_ends[0], &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, g_ends) != 0)
        return;
    auto *notifier = new QSocketNotifier(g_ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::quit();
        // That is refused while a dialog holds its window.
        QTimer::singleShot(kGraceToClose, qApp, [] { QCoreApplication::exit(0); });
    });
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, onSignal);
}

QuitSignals::~QuitSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, SIG_DFL);
    for (int &end : g_ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#else

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
}

QuitSignals::~QuitSignals() = default;

#endif

} // namespace Portolan
