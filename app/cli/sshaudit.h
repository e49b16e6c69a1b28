// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/ssh/diagnosis/auditprobe.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <string>

namespace Portolan::Cli {

// `ssh audit URL`: what a server offers, graded, and what this program would use of it. Ends with 1
// when a finding is an error.
class AuditCommand final : public QObject, public Command
{
    Q_OBJECT

public:
    AuditCommand(CommandContext &context, const std::string &url);
    void start() override;

private:
    void report(const Ssh::AuditFacts &facts);
    void printJson(const Ssh::AuditFacts &facts, const QList<Finding> &findings);
    void printText(const Ssh::AuditFacts &facts, const QList<Finding> &findings);

    CommandContext &m_context;
    const QString m_text;
    Address m_address;
    QElapsedTimer m_time;
    std::unique_ptr<Ssh::AuditProbe> m_probe;
};

} // namespace Portolan::Cli
