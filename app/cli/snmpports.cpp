// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snmpports.h"

#include "app/cli/snmpsession.h"
#include "app/cli/words.h"
#include "core/snmp/ports/portreader.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <array>

namespace Portolan::Cli {

namespace {

using namespace Snmp;

struct PortsOptions
{
    SnmpOptions access;
    bool all = false;
    bool csv = false;
    double rates = 0; // seconds between two readings
};

// `snmp ports`: a switch as one looks at it.
class PortsCommand final : public QObject, public Command
{
public:
    PortsCommand(CommandContext &context, const PortsOptions &options)
        : m_context(context)
        , m_options(options)
        , m_session(context, m_options.access)
    {
    }

    void start() override
    {
        if (auto prepared = m_session.prepare(); !prepared) {
            m_context.fail(prepared.error());
            return;
        }
        m_agent = m_session.makeAgent();
        m_reader = std::make_unique<PortReader>(*m_agent);
        connect(m_reader.get(), &PortReader::failed, this,
                [this](const Error &error) { m_context.fail(error); });
        connect(m_reader.get(), &PortReader::finished, this, [this] {
            if (m_options.rates > 0 && !std::exchange(m_again, true))
                QTimer::singleShot(static_cast<int>(m_options.rates * 1000), m_reader.get(),
                                   &PortReader::refresh);
            else
                print();
        });
        m_reader->readAll();
    }

private:
    void print()
    {
        const PortView &view = m_reader->view();
        m_context.summary.insert(QStringLiteral("url"), m_session.url());
        m_context.summary.insert(QStringLiteral("ports"), static_cast<int>(view.ports.size()));
        if (m_context.options.json)
            printObjects(view);
        else if (m_options.csv)
            m_context.output.bytes(portsCsv(view));
        else
            printTable(view);
        m_context.finish(view.ports.empty() ? 1 : 0);
    }

    [[nodiscard]] bool isShown(const SwitchPort &port) const
    {
        return m_options.all || port.isPhysical || port.bridgePort || !port.neighbors.empty();
    }

    void printObjects(const PortView &view)
    {
        QJsonArray vlans;
        for (const SwitchVlan &each : view.vlans)
            vlans += QJsonObject{{QStringLiteral("id"), static_cast<qint64>(each.id)},
                                 {QStringLiteral("name"), each.name}};
        m_context.output.object(
            {{QStringLiteral("type"), QStringLiteral("switch")},
             {QStringLiteral("url"), m_session.url()},
             {QStringLiteral("name"), view.system},
             {QStringLiteral("description"), view.description},
             {QStringLiteral("uptime_s"), view.upTime / 100.0},
             {QStringLiteral("bridge"), macText(view.bridge)},
             {QStringLiteral("vlans"), vlans},
             {QStringLiteral("missing"), QJsonArray::fromStringList(view.gaps)}});
        for (const SwitchPort &port : view.ports)
            m_context.output.object(portObject(port));
    }

    void printTable(const PortView &view)
    {
        QList<QStringList> rows{{Words::tr("Port"), Words::tr("State"), Words::tr("Speed"),
                                 Words::tr("VLANs"), Words::tr("In"), Words::tr("Out"),
                                 Words::tr("Errors"), Words::tr("Addresses"), Words::tr("Neighbor"),
                                 Words::tr("Alias")}};
        int hidden = 0;
        for (const SwitchPort &port : view.ports) {
            if (!isShown(port)) {
                ++hidden;
                continue;
            }
            const auto rate = [&port](double PortRates::*of) {
                return port.rates
                           ? speedText(static_cast<quint64>(std::max((*port.rates).*of, 0.0)))
                           : QString();
            };
            QString speed = port.speed ? speedText(*port.speed) : QString();
            if (port.fullDuplex && !*port.fullDuplex)
                speed += QLatin1Char(' ') + Words::tr("half duplex");
            const quint64 errors = port.inErrors.value_or(0) + port.outErrors.value_or(0);
            QString addresses;
            if (port.macs.size() == 1)
                addresses = port.macs.front().text();
            else if (!port.macs.empty())
                addresses = QString::number(port.macs.size());
            QStringList neighbors;
            for (const PortNeighbor &each : port.neighbors)
                neighbors += each.text();
            rows += {port.name,
                     portStateText(port.state),
                     speed,
                     port.vlansText(),
                     rate(&PortRates::inBits),
                     rate(&PortRates::outBits),
                     port.inErrors || port.outErrors ? QString::number(errors) : QString(),
                     addresses,
                     neighbors.join(QStringLiteral("; ")),
                     port.alias};
        }
        std::array<qsizetype, 10> widths{};
        for (const QStringList &row : rows) {
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[static_cast<std::size_t>(i)] =
                    std::max(widths[static_cast<std::size_t>(i)], row.at(i).size());
        }
        for (const QStringList &row : rows) {
            QString line;
            for (qsizetype i = 0; i < row.size(); ++i) {
                // A column in which nothing stands is left out.
                const bool isEmpty =
                    std::all_of(rows.begin() + 1, rows.end(),
                                [i](const QStringList &each) { return each.at(i).isEmpty(); });
                if (!isEmpty)
                    line += row.at(i).leftJustified(
                        static_cast<int>(widths[static_cast<std::size_t>(i)]) + 2);
            }
            while (line.endsWith(QLatin1Char(' ')))
                line.chop(1);
            m_context.output.text(line);
        }
        if (hidden > 0)
            m_context.output.warning(
                Words::tr("%1 interfaces that are no ports are not shown; --all shows them.")
                    .arg(hidden));
        for (const QString &gap : view.gaps)
            m_context.output.warning(gap);
    }

    CommandContext &m_context;
    const PortsOptions m_options;
    SnmpSession m_session;
    std::unique_ptr<Agent> m_agent;
    std::unique_ptr<PortReader> m_reader;
    bool m_again = false;
};

} // namespace

void addSnmpPortsVerb(CLI::App *noun, CommandContext &context)
{
    const auto options = std::make_shared<PortsOptions>();
    CLI::App *const verb = noun->add_subcommand(
        "ports",
        Words::tr("The ports of a switch: states, VLANs, addresses, neighbors").toStdString());
    addSnmpOptions(verb, options->access, Words::tr("snmp://HOST[:PORT], or @PROFILE"));
    verb->add_flag("--all", options->all,
                   Words::tr("Interfaces that are no ports, too").toStdString());
    verb->add_flag("--csv", options->csv, Words::tr("Print CSV").toStdString());
    verb->add_option("--rates", options->rates,
                     Words::tr("Read the counters twice, so many seconds apart, and print rates")
                         .toStdString())
        ->check(CLI::Range(0.1, 3600.0));
    verb->callback(
        [&context, options] { context.run(std::make_unique<PortsCommand>(context, *options)); });
}

} // namespace Portolan::Cli
