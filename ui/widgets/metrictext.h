// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/metricsample.h"

#include <QString>

// How metrics are worded and written, the same everywhere. Pure functions in the language of the
// moment; GUI thread because they translate.
namespace Portolan::Ui {

// "RTT" for rtt_ms; the name itself where it has no other.
[[nodiscard]] QString metricLabel(const MetricSample &sample);
// What it means, for the tooltip; empty where the label says all.
[[nodiscard]] QString metricMeaning(const MetricSample &sample);
// Why it has no value, where that is known; empty where it has one.
[[nodiscard]] QString metricReason(const MetricSample &sample);
// All that the tooltip says: name, meaning, why there is no value. Plain text.
[[nodiscard]] QString metricTip(const MetricSample &sample);
// The number with its unit: "12.4 ms", "1:02:03", "3.1 MiB"; "not measurable" without a value.
[[nodiscard]] QString metricValue(const MetricSample &sample);

} // namespace Portolan::Ui
