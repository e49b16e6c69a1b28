// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/shell.h"
#include "core/ntp/host/hostclock.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Portolan::Ntp {

// Asks one host how its clock is kept: read-only commands in a shell, on this computer or on
// another one, and what they come to. On its owner's thread, with a Qt event loop; it never blocks.
// start() once; finished() or failed() comes once. Destroying it ends what runs.
class HostProbe final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kTimeout{90'000};

    // This computer.
    explicit HostProbe(QObject *parent = nullptr);
    // `host` is how a person names it.
    HostProbe(std::unique_ptr<Net::Shell> shell, const QString &host, QObject *parent = nullptr);
    ~HostProbe() override;

    // In front of a command of chronyc: where its chronyd listens for it.
    void setChronyc(const QStringList &arguments) { m_chronyc = arguments; }
    void start();

Q_SIGNALS:
    void finished(const Portolan::Ntp::HostClock &clock);
    void failed(const Portolan::Error &error);

private:
    void onOutput(Result<Net::ShellOutput> output);

    std::unique_ptr<Net::Shell> m_shell;
    const QString m_host;
    QStringList m_chronyc;
    QByteArray m_token;
    std::unique_ptr<Net::Shell::Attempt> m_attempt;
};

// Of this computer, from the kernel itself; nothing where that cannot be asked.
[[nodiscard]] std::optional<KernelClock> readKernelClock();

} // namespace Portolan::Ntp
