// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "app/cli/sshsession.h"
#include "core/base/finding.h"
#include "core/ssh/diagnosis/diagnosisprobe.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <string>

namespace Portolan::Cli {

// `ssh diagnose URL`: goes the way from the name to the shell and says at which step it ends or
// waits, and why. Ends with the exit code of the first error found.
class DiagnoseCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    DiagnoseCommand(CommandContext &context, const SshOptions &options, std::string transcriptFile);
    void start() override;

private:
    void ask(const Ssh::AuthQuestion &question);
    void report(const Ssh::DiagnosisFacts &facts);
    void printLadder(const Ssh::DiagnosisFacts &facts);
    void printFinding(const Finding &finding);
    [[nodiscard]] Result<> writeTranscript() const;

    CommandContext &m_context;
    const SshOptions m_options;
    const std::string m_transcriptFile;
    QString m_url;
    QElapsedTimer m_time;
    std::unique_ptr<Ssh::DiagnosisProbe> m_probe;
};

} // namespace Portolan::Cli
