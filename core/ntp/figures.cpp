// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/figures.h"

#include <cmath>
#include <iterator>

namespace Portolan::Ntp {

namespace {

struct Unit
{
    double factor;
    const char *name;
};

constexpr Unit kUnits[] = {
    {1e-9, "ns"}, {1e-6, "µs"}, {1e-3, "ms"}, {1, "s"}, {60, "min"}, {3600, "h"}, {86'400, "d"},
};

constexpr QChar kMinus(0x2212); // as wide as a plus

QString inUnits(double seconds)
{
    const double size = std::abs(seconds);
    if (!std::isfinite(seconds))
        return QStringLiteral("–");
    if (size < 0.5e-9)
        return QStringLiteral("0 s");
    const Unit *unit = kUnits;
    // What would be shown as 1000 of a unit is 1 of the next; times above a second have their own.
    for (const Unit &each : kUnits) {
        const double least = each.factor <= 1 ? 0.9995 * each.factor : 2 * each.factor;
        if (size >= least)
            unit = &each;
    }
    const double value = size / unit->factor;
    const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    const QString text =
        QString::number(value, 'f', decimals) + QLatin1Char(' ') + QString::fromUtf8(unit->name);
    return seconds < 0 ? QString(kMinus + text) : text;
}

} // namespace

QString timeText(Seconds time)
{
    return inUnits(time.count());
}

QString offsetText(Seconds time)
{
    const QString text = inUnits(time.count());
    return time.count() >= 0.5e-9 && std::isfinite(time.count()) ? QString(QLatin1Char('+') + text)
                                                                 : text;
}

QString offsetText(Seconds offset, Seconds bound)
{
    return offsetText(offset) + QStringLiteral(" ± ") + timeText(bound);
}

QString reachText(quint8 reach)
{
    return QStringLiteral("%1").arg(int(reach), 3, 8, QLatin1Char('0'));
}

} // namespace Portolan::Ntp
