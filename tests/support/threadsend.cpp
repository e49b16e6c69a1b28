// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"

#include <QCoreApplication>
#include <QSqlDatabase>

#include <cstdio>
#include <cstdlib>

// Part of every test program. What a test leaves to the reaper in its last breath must have ended
// before main() returns: a thread that still closes its files would find Qt's global objects gone.
namespace {

constexpr std::chrono::seconds kPatience{20};

void waitForThreads()
{
    const int left = Portolan::Reaper::waitForAll(kPatience);
    if (left == 0)
        return;
    std::fprintf(stderr, "%d threads did not end with the test.\n", left);
    std::_Exit(EXIT_FAILURE);
}

void waitAtTheEnd()
{
    // Qt closes what is open of databases in a routine of its own, which it adds on first use. What
    // is added last runs first.
    (void)QSqlDatabase::drivers();
    qAddPostRoutine(waitForThreads);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(waitAtTheEnd)
