// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metrictext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Portolan::Ui {

namespace {

struct Words
{
    const char *name;
    const char *label;
    const char *meaning;
    const char *whyNot = ""; // it has no value
};

constexpr Words kWords[] = {
    {"rtt_ms", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "RTT"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Round-trip time of the last keepalive request to the server and back."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "No keepalive request has been answered yet, or none are sent.")},
    {"session_len_s", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Session"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Time since the login.")},
    {"keepalive_s", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Keepalive"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Interval of the keepalive requests."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "This connection sends no keepalive requests.")},
    {"rekey_cnt", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Rekeys"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Key exchanges after the first one.")},
    {"bytes_in", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Received"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Bytes that came from the server.")},
    {"bytes_out", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Sent"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Bytes that went to the server.")},
    {"reconnects", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Reconnects"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "How often this tab connected again.")},
    {"retransmits", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Retransmits"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "TCP segments that this computer had to send again."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "The operating system does not tell for this connection.")},
    {"msg_rate", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Messages/s"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Messages received a second.")},
    {"topics", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Topics"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Topics that were seen on this connection.")},
    {"history_bytes", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Held"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Memory of topics, last values and history.")},
    {"history_dropped", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Left out"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Messages that are no longer in the history, or had no place in it.")},
    {"offline_msgs", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Waiting"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Own messages that wait for a connection or a place on it.")},
    {"retain_hits", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Retained"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Messages that came with the retain flag: what the broker keeps.")},
    {"qos_mix", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "By QoS"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Messages received, by their QoS.")},
    {"plr", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Loss"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Requests without an answer, of those sent."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Nothing has been sent yet.")},
    {"poll_time_ms", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Last walk"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "How long the last walk or table took."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Nothing has been walked yet.")},
    {"bulk_rows", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Rows a request"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Rows that a request of the last walk brought."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Nothing has been walked yet.")},
    {"trap_rate", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Traps a second"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Notifications received a second, over the last five."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Nothing is listened for.")},
    {"takeovers", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Takeovers"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "How often the connection ended as it does when another client uses the "
                       "same client identifier.")},
    {"offset_ms", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Offset"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "What the majority of the servers says: their time minus this computer's."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "No majority of the servers agrees.")},
    {"jitter_ms", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Jitter"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "How much the servers that agree differ."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "No majority of the servers agrees.")},
    {"stratum", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Stratum"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Of the server that leads."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "No server leads.")},
    {"reach", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Reach"),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric",
                       "Of the last eight polls of the server that leads, those answered."),
     QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "No server leads.")},
    {"errors", QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "Errors"), ""},
};

const Words *wordsOf(const QString &name)
{
    const auto found = std::find_if(std::begin(kWords), std::end(kWords), [&](const Words &words) {
        return name == QLatin1String(words.name);
    });
    return found == std::end(kWords) ? nullptr : found;
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("Portolan::Ui::Metric", text) : QString();
}

// 59 s, 1:02, 1:02:03
QString duration(double value)
{
    const auto all = static_cast<qint64>(std::max(value, 0.0));
    if (all < 60)
        return translated(QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "%1 s")).arg(all);
    const qint64 hours = all / 3600;
    const QString seconds = QStringLiteral("%1").arg(all % 60, 2, 10, QLatin1Char('0'));
    if (hours == 0)
        return QStringLiteral("%1:%2").arg(all / 60).arg(seconds);
    return QStringLiteral("%1:%2:%3")
        .arg(hours)
        .arg(all / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds);
}

} // namespace

QString metricLabel(const MetricSample &sample)
{
    const Words *words = wordsOf(sample.name);
    return words ? translated(words->label) : sample.name;
}

QString metricMeaning(const MetricSample &sample)
{
    const Words *words = wordsOf(sample.name);
    return words ? translated(words->meaning) : QString();
}

QString metricReason(const MetricSample &sample)
{
    if (sample.value && std::isfinite(*sample.value))
        return {};
    const Words *words = wordsOf(sample.name);
    return words ? translated(words->whyNot) : QString();
}

QString metricTip(const MetricSample &sample)
{
    QString tip = metricLabel(sample);
    if (tip != sample.name)
        tip += QStringLiteral(" (") + sample.name + QLatin1Char(')');
    for (const QString &sentence : {metricMeaning(sample), metricReason(sample)}) {
        if (!sentence.isEmpty())
            tip += QLatin1Char('\n') + sentence;
    }
    return tip;
}

QString metricValue(const MetricSample &sample)
{
    if (!sample.value || !std::isfinite(*sample.value))
        return translated(QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "not measurable"));
    const QLocale locale;
    const double value = *sample.value;
    const auto count = static_cast<qint64>(std::clamp(value, -9e15, 9e15));
    switch (sample.unit) {
    case MetricSample::Unit::Milliseconds:
        // Clocks are compared in microseconds and below.
        if (value != 0 && std::abs(value) < 0.1 &&
            (sample.name == QLatin1String("offset_ms") ||
             sample.name == QLatin1String("jitter_ms"))) {
            const bool isNano = std::abs(value) < 1e-3;
            return QString(locale.toString(value * (isNano ? 1e6 : 1e3), 'f', isNano ? 0 : 1) +
                           (isNano ? QStringLiteral(" ns") : QStringLiteral(" µs")));
        }
        return translated(QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "%1 ms"))
            .arg(locale.toString(value, 'f', value < 100 ? 1 : 0));
    case MetricSample::Unit::Seconds:
        return duration(value);
    case MetricSample::Unit::Bytes:
        return locale.formattedDataSize(count, 1);
    case MetricSample::Unit::BytesPerSecond:
        return translated(QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "%1/s"))
            .arg(locale.formattedDataSize(count, 1));
    case MetricSample::Unit::Ratio:
        return translated(QT_TRANSLATE_NOOP("Portolan::Ui::Metric", "%1 %"))
            .arg(locale.toString(value * 100, 'f', 1));
    case MetricSample::Unit::None:
    case MetricSample::Unit::Count:
        break;
    }
    return locale.toString(count);
}

} // namespace Portolan::Ui
