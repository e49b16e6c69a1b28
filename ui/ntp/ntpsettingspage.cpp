// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/ntpsettingspage.h"

#include "core/store/settings.h"
#include "ui/panel/panelcontext.h"

#include <QCheckBox>

namespace Portolan::Ui {

namespace {

const Ntp::PollPlan kUsualPlan{};
const Ntp::HistoryLimits kUsualLimits{};
// More often than every four seconds is no way to treat somebody else's server.
constexpr int kLeastInterval = 4;
constexpr int kMostInterval = 1024;
constexpr int kMostBurst = 8;
constexpr int kMostDays = 3650;
constexpr int kMostSize = 16'384;

int usualInterval()
{
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::seconds>(kUsualPlan.interval).count());
}

int usualSize()
{
    return static_cast<int>(kUsualLimits.bytes >> 20U);
}

} // namespace

NtpSettingsPage::NtpSettingsPage(const PanelContext &context)
    : SettingsPage(context.settings)
{
    addHeading([] { return tr("Asking servers"); });
    addNumber(
        kIntervalKey, [] { return tr("Ask every"); }, usualInterval(), kLeastInterval,
        kMostInterval, [] { return tr("s"); });
    addNumber(
        kBurstKey, [] { return tr("At the beginning, ask"); }, kUsualPlan.burst, 1, kMostBurst,
        [] { return tr("times, two seconds apart"); });
    addNote([] {
        return tr("Others run the public servers: some turn away who asks more often than every "
                  "16 seconds for long.");
    });
    addHeading([] { return tr("What was measured"); });
    addNumber(
        kDaysKey, [] { return tr("Keep for"); }, static_cast<int>(kUsualLimits.age.count()), 1,
        kMostDays, [] { return tr("days"); });
    addNumber(
        kSizeKey, [] { return tr("In a file of at most"); }, usualSize(), 16, kMostSize,
        [] { return tr("MiB"); });
    addNote([] { return tr("Where room runs out, the oldest single samples go first."); });
}

std::unique_ptr<SettingsPage> NtpSettingsPage::create(const PanelContext &context)
{
    return std::make_unique<NtpSettingsPage>(context);
}

Ntp::PollPlan NtpSettingsPage::plan(const Settings &settings)
{
    Ntp::PollPlan plan;
    plan.interval = std::chrono::seconds(
        settings.number(kIntervalKey, usualInterval(), kLeastInterval, kMostInterval));
    plan.burst = settings.number(kBurstKey, kUsualPlan.burst, 1, kMostBurst);
    return plan;
}

Ntp::HistoryLimits NtpSettingsPage::limits(const Settings &settings)
{
    return {.age = std::chrono::days(settings.number(
                kDaysKey, static_cast<int>(kUsualLimits.age.count()), 1, kMostDays)),
            .bytes = qint64(settings.number(kSizeKey, usualSize(), 16, kMostSize)) << 20U};
}

} // namespace Portolan::Ui
