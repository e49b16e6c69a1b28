// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockrecord.h"
#include "core/ntp/outcome.h"
#include "ui/panel/settingspage.h"

#include <memory>

namespace Portolan::Ui {

struct PanelContext;

// How often servers are asked, and for how long what they said is kept.
class NtpSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    static constexpr char kIntervalKey[] = "ntp/interval-s";
    static constexpr char kBurstKey[] = "ntp/burst";
    static constexpr char kDaysKey[] = "ntp/history-days";
    static constexpr char kSizeKey[] = "ntp/history-mib";

    explicit NtpSettingsPage(const PanelContext &context);
    static std::unique_ptr<SettingsPage> create(const PanelContext &context);

    [[nodiscard]] static Ntp::PollPlan plan(const Settings &settings);
    [[nodiscard]] static Ntp::HistoryLimits limits(const Settings &settings);
};

} // namespace Portolan::Ui
