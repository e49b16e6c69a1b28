// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/snmp/smi/moduleloader.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace CLI {
class App;
}

namespace Portolan::Cli {

// Which modules a verb of `snmp` reads names from.
struct ModuleOptions
{
    std::vector<std::string> folders; // --mib-dir
    bool withoutSystem = false;       // --no-system-mibs
};
void addModuleOptions(CLI::App *verb, ModuleOptions &options);

// The bundled modules, the folders named, the system's; with the cache of this person.
[[nodiscard]] Snmp::Smi::LoadRequest moduleRequest(const ModuleOptions &options);

// A Command that needs modules first: they are read on a thread of its own, so that Ctrl-C ends it
// at once, then use() is called on the main thread. It is up to use() to finish the command.
class ModulesCommand : public QObject, public Command
{
    Q_OBJECT

public:
    ModulesCommand(CommandContext &context, Snmp::Smi::LoadRequest request);
    ~ModulesCommand() override;

    void start() override;

protected:
    virtual void use(const Snmp::Smi::LoadOutcome &modules) = 0;
    // Whether a folder that is not there is worth a warning.
    [[nodiscard]] virtual bool saysMissing() const { return true; }
    [[nodiscard]] CommandContext &context() { return m_context; }

private:
    void loaded();

    CommandContext &m_context;
    Snmp::Smi::LoadRequest m_request;
    std::optional<Result<Snmp::Smi::LoadOutcome>> m_outcome; // written before loaded() is queued
    std::jthread m_thread;
};

// translate, mib check
void addSnmpModuleVerbs(CLI::App *noun, CommandContext &context);

} // namespace Portolan::Cli
