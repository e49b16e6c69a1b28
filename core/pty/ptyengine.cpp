// SPDX-License-Identifier: GPL-3.0-or-later
// What does not depend on the system; the rest is in ptyunix.cpp and ptywindows.cpp.
#include "core/pty/ptyengine.h"

#include <utility>

namespace Portolan::Pty {

Result<> PtyEngine::start(const Launch &launch)
{
    if (std::exchange(m_everStarted, true))
        return failure(Error::Kind::Usage, tr("A program was already started here."));
    return startProgram(launch);
}

void PtyEngine::run(std::stop_token stop, const std::function<void()> &drainCalls)
{
    while (!stop.stop_requested()) {
        drainCalls();
        if (stop.stop_requested())
            break;
        turn();
    }
    shutDown();
}

} // namespace Portolan::Pty
