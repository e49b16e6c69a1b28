// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace Portolan {

// One observation of one metric of one connection. Plain value, any thread.
// A metric that cannot be measured has no value: it is shown as "not measurable", never as 0.
struct MetricSample
{
    enum class Unit { None, Milliseconds, Seconds, Bytes, BytesPerSecond, Count, Ratio };

    QString name; // "rtt_ms": as docs/metrics.md defines it
    std::optional<double> value;
    Unit unit = Unit::None;
    std::chrono::system_clock::time_point time = std::chrono::system_clock::now();
    QMap<QString, QString> labels = {};
};

} // namespace Portolan
