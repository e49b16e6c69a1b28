// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostprobe.h"

#include "core/base/sentence.h"
#include "core/ntp/host/hostparser.h"
#include "core/ntp/words.h"

#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

#include <utility>

namespace Portolan::Ntp {

namespace {

Instant instantOf(std::chrono::system_clock::time_point point)
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(point);
}

} // namespace

std::optional<KernelClock> readKernelClock()
{
#ifdef Q_OS_LINUX
    timex state = {};
    state.modes = 0; // reads, and sets nothing (adjtimex(2))
    if (::adjtimex(&state) < 0)
        return std::nullopt;
    const double unit = (state.status & STA_NANO) != 0 ? 1e-9 : 1e-6;
    return KernelClock{.synchronised = (state.status & STA_UNSYNC) == 0,
                       .frequency = -static_cast<double>(state.freq) / 65'536,
                       .offset = Seconds(-static_cast<double>(state.offset) * unit),
                       .maxError = Seconds(static_cast<double>(state.maxerror) * 1e-6),
                       .estimatedError = Seconds(static_cast<double>(state.esterror) * 1e-6),
                       .status = state.status};
#else
    return std::nullopt;
#endif
}

HostProbe::HostProbe(QObject *parent)
    : HostProbe(std::make_unique<Net::LocalShell>(), {}, parent)
{
}

HostProbe::HostProbe(std::unique_ptr<Net::Shell> shell, const QString &host, QObject *parent)
    : QObject(parent)
    , m_shell(std::move(shell))
    , m_host(host)
{
}

HostProbe::~HostProbe() = default;

void HostProbe::start()
{
    m_token = hostToken();
    m_attempt =
        m_shell->run(hostScript(m_token, m_chronyc), kTimeout,
                     [this](Result<Net::ShellOutput> output) { onOutput(std::move(output)); });
}

void HostProbe::onOutput(Result<Net::ShellOutput> output)
{
    if (!output) {
        Q_EMIT failed(output.error());
        return;
    }
    const auto answers = splitAnswers(output->bytes, m_token);
    if (answers.isEmpty()) {
        Q_EMIT failed(
            {Error::Kind::Unsupported,
             m_host.isEmpty()
                 ? Ntp::tr("The questions about the clock could not be asked on this computer.")
                 : Ntp::tr("%1 has no POSIX shell that could be asked about its clock.")
                       .arg(m_host),
             plainLine(QString::fromUtf8(output->bytes.left(400)), 200)});
        return;
    }
    std::optional<HostTimes> times;
    if (!m_host.isEmpty())
        times = HostTimes{instantOf(output->began), instantOf(output->ended)};
    HostClock clock = readHostClock(answers, times);
    clock.host = m_host;
    clock.at = QDateTime::currentDateTimeUtc();
    if (m_host.isEmpty() && !clock.kernelClock)
        clock.kernelClock = readKernelClock();
    if (output->isCut)
        clock.problems.append(Ntp::tr("There was more output than is kept."));
    Q_EMIT finished(clock);
}

} // namespace Portolan::Ntp
