// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmpsettingspage.h"

#include "core/store/settings.h"
#include "ui/panel/panelcontext.h"

#include <QCheckBox>

#include <algorithm>

namespace Portolan::Ui {

namespace {

const Snmp::AgentTarget kUsual{};
constexpr int kRows = 2'000;
constexpr int kMostRows = 5'000;
constexpr int kLongest = 60'000;

} // namespace

SnmpSettingsPage::SnmpSettingsPage(const PanelContext &context)
    : SettingsPage(context.settings)
{
    addHeading([] { return tr("Asking agents"); });
    addNote([] { return tr("The options of an address or a profile win over what stands here."); });
    addNumber(
        kTimeoutKey, [] { return tr("Wait for an answer"); },
        static_cast<int>(kUsual.timeout.count()), 50, kLongest, [] { return tr("ms"); });
    addNumber(
        kRetriesKey, [] { return tr("Ask again"); }, kUsual.retries, 0, 20,
        [] { return tr("times", "how often is asked again"); });
    addHeading([] { return tr("Walks"); });
    addNote([] {
        return tr("A walk begins gently and finds out what an agent stands. These are the bounds "
                  "that it keeps to.");
    });
    addNumber(
        kRepetitionsKey, [] { return tr("Rows an answer, at most"); }, kUsual.mostRepetitions, 1,
        10'000, [] { return tr("rows"); });
    addNumber(
        kInFlightKey, [] { return tr("Requests at a time, at most"); }, kUsual.mostInFlight, 1, 256,
        [] { return tr("requests"); });
    addNumber(
        kRowsKey, [] { return tr("A walk ends after"); }, kRows, 1, kMostRows,
        [] { return tr("thousand rows"); });
}

std::unique_ptr<SettingsPage> SnmpSettingsPage::create(const PanelContext &context)
{
    return std::make_unique<SnmpSettingsPage>(context);
}

Snmp::AgentTarget SnmpSettingsPage::defaults(const Settings &settings)
{
    Snmp::AgentTarget target;
    target.timeout = std::chrono::milliseconds(
        settings.number(kTimeoutKey, static_cast<int>(kUsual.timeout.count()), 50, kLongest));
    target.retries = settings.number(kRetriesKey, kUsual.retries, 0, 20);
    target.mostRepetitions = settings.number(kRepetitionsKey, kUsual.mostRepetitions, 1, 10'000);
    target.repetitions = std::min(target.repetitions, target.mostRepetitions);
    target.mostInFlight = settings.number(kInFlightKey, kUsual.mostInFlight, 1, 256);
    return target;
}

quint64 SnmpSettingsPage::mostRows(const Settings &settings)
{
    return static_cast<quint64>(settings.number(kRowsKey, kRows, 1, kMostRows)) * 1000;
}

} // namespace Portolan::Ui
