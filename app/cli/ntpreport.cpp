// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ntpreport.h"

#include "app/cli/words.h"
#include "core/base/sentence.h"
#include "core/ntp/figures.h"
#include "core/ntp/outcometext.h"
#include "core/ntp/refid.h"
#include "core/ntp/stampedsocket.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Portolan::Cli {

namespace {

using namespace Ntp;

QString isoTime(Instant at)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject about(const char *type, const ServerState &server)
{
    QJsonObject object{{QStringLiteral("type"), QLatin1String(type)},
                       {QStringLiteral("url"), addressOf(server.target).toString()},
                       {QStringLiteral("name"), server.name()}};
    object.insert(QStringLiteral("address"),
                  server.address.isNull() ? QJsonValue() : QJsonValue(server.address.toString()));
    return object;
}

QString refidText(const Sample &sample)
{
    const Reference read = reference(sample.refid, sample.stratum);
    return read.meaning.isEmpty() ? read.code
                                  : QStringLiteral("%1 (%2)").arg(read.code, read.meaning);
}

void addSample(QJsonObject &object, const Sample &sample)
{
    object.insert(QStringLiteral("stratum"), sample.stratum);
    object.insert(QStringLiteral("refid"), reference(sample.refid, sample.stratum).code);
    object.insert(QStringLiteral("leap"), leapName(sample.leap));
    object.insert(QStringLiteral("version"), sample.version);
    object.insert(QStringLiteral("precision_s"), powerOfTwo(sample.precision).count());
    object.insert(QStringLiteral("root_delay_s"), sample.rootDelay.count());
    object.insert(QStringLiteral("root_dispersion_s"), sample.rootDispersion.count());
    object.insert(QStringLiteral("authenticated"), sample.authentication != Authentication::None);
    object.insert(QStringLiteral("timestamps"), stampsName(sample));
}

QJsonValue jitterOf(const ServerState &server)
{
    const auto &estimate = server.filter.estimate();
    return estimate ? QJsonValue(estimate->jitter.count()) : QJsonValue();
}

// How far our clock can be from the selected offset, if the majority is right.
Seconds agreedBound(const Selection &selection)
{
    return std::max(selection.agreed->high - *selection.offset,
                    *selection.offset - selection.agreed->low);
}

bool agrees(Standing standing)
{
    return standing == Standing::Selected || standing == Standing::Combined ||
           standing == Standing::Outlier;
}

QStringList outvoters(const Monitor &monitor, const ServerState &server)
{
    QStringList names;
    for (const int each : server.choice.outvotedBy) {
        if (each >= 0 && static_cast<std::size_t>(each) < monitor.servers().size())
            names += monitor.servers()[static_cast<std::size_t>(each)].name();
    }
    return names;
}

QString standingWords(const Monitor &monitor, const ServerState &server)
{
    const QString text = standingText(server.choice.standing);
    if (server.phase == ServerState::Phase::Failed && server.error)
        return server.error->what;
    const bool hasNothing = !server.filter.estimate();
    if (hasNothing && server.trouble)
        return QStringLiteral("%1: %2").arg(text, outcomeText(*server.trouble));
    const QStringList others = outvoters(monitor, server);
    if (!others.isEmpty())
        return Words::tr("%1, outvoted by %2")
            .arg(text, others.mid(0, 4).join(QStringLiteral(", ")));
    return text;
}

} // namespace

QJsonObject ntpOutcomeObject(const Outcome &outcome, const ServerState &server)
{
    const bool isSample = outcome.kind == Outcome::Kind::Measured && outcome.sample;
    QJsonObject object = about(isSample ? "sample" : "event", server);
    object.insert(QStringLiteral("time"), isoTime(outcome.at));
    object.insert(QStringLiteral("reach"), reachText(server.filter.reach()));
    object.insert(QStringLiteral("kiss"),
                  outcome.kiss.isEmpty() ? QJsonValue() : QJsonValue(plainLine(outcome.kiss, 16)));
    if (isSample) {
        const Sample &sample = *outcome.sample;
        object.insert(QStringLiteral("offset_s"), sample.offset.count());
        object.insert(QStringLiteral("bound_s"), sample.bound().count());
        object.insert(QStringLiteral("delay_s"), sample.delay.count());
        object.insert(QStringLiteral("elapsed_ms"),
                      (sample.delay + sample.serverTime).count() * 1000);
        object.insert(QStringLiteral("dispersion_s"), sample.dispersion.count());
        object.insert(QStringLiteral("jitter_s"), jitterOf(server));
        addSample(object, sample);
        return object;
    }
    object.insert(QStringLiteral("event"), outcomeName(outcome.kind));
    object.insert(QStringLiteral("what"), outcomeText(outcome));
    if (outcome.kind == Outcome::Kind::Rejected) {
        object.insert(QStringLiteral("fault"), faultName(outcome.fault));
        object.insert(QStringLiteral("mac"), macName(outcome.mac));
        object.insert(QStringLiteral("protection"), protectionName(outcome.protection));
    }
    if (!outcome.from.isNull()) {
        object.insert(QStringLiteral("from"), outcome.from.toString());
        object.insert(QStringLiteral("from_port"), outcome.fromPort);
    }
    if (outcome.systemError != 0)
        object.insert(QStringLiteral("native"), outcome.systemError);
    return object;
}

QString ntpOutcomeLine(const Outcome &outcome, const ServerState &server)
{
    const QString head = QStringLiteral("%1 %2: ").arg(isoTime(outcome.at), server.name());
    if (outcome.kind != Outcome::Kind::Measured || !outcome.sample)
        return head + outcomeText(outcome);
    const Sample &sample = *outcome.sample;
    return head + Words::tr("%1, delay %2, stratum %3, reach %4, stamps: %5")
                      .arg(offsetText(sample.offset, sample.bound()), timeText(sample.delay),
                           QString::number(sample.stratum), reachText(server.filter.reach()),
                           stampsName(sample));
}

QJsonObject ntpServerObject(const ServerState &server)
{
    QJsonObject object = about("server", server);
    const Instant now = clockNow();
    object.insert(QStringLiteral("time"), isoTime(now));
    object.insert(QStringLiteral("standing"), standingName(server.choice.standing));
    object.insert(QStringLiteral("reach"), reachText(server.filter.reach()));
    object.insert(QStringLiteral("answered"), static_cast<qint64>(server.counts.answered));
    object.insert(QStringLiteral("silent"), static_cast<qint64>(server.counts.silent));
    object.insert(QStringLiteral("rejected"), static_cast<qint64>(server.counts.rejected));
    object.insert(QStringLiteral("refused"), static_cast<qint64>(server.counts.refused));
    object.insert(QStringLiteral("kissed"), static_cast<qint64>(server.counts.kissed));
    object.insert(QStringLiteral("stray"), static_cast<qint64>(server.counts.stray));
    object.insert(QStringLiteral("kiss"),
                  server.kiss.isEmpty() ? QJsonValue() : QJsonValue(plainLine(server.kiss, 16)));
    if (server.error)
        object.insert(QStringLiteral("what"), server.error->what);
    const auto &estimate = server.filter.estimate();
    if (!estimate)
        return object;
    object.insert(QStringLiteral("offset_s"), estimate->offset.count());
    object.insert(QStringLiteral("bound_s"), estimate->sample.bound().count());
    object.insert(QStringLiteral("distance_s"), server.distance(now)->count());
    object.insert(QStringLiteral("delay_s"), estimate->delay.count());
    object.insert(QStringLiteral("dispersion_s"), estimate->dispersion.count());
    object.insert(QStringLiteral("jitter_s"), estimate->jitter.count());
    addSample(object, estimate->sample);
    object.insert(QStringLiteral("low_s"), server.choice.interval.low.count());
    object.insert(QStringLiteral("high_s"), server.choice.interval.high.count());
    return object;
}

QString ntpServerLine(const Monitor &monitor, const ServerState &server)
{
    const QString standing = standingWords(monitor, server);
    const auto &estimate = server.filter.estimate();
    if (!estimate)
        return QStringLiteral("%1: %2").arg(server.name(), standing);
    const Sample &sample = estimate->sample;
    QString line = Words::tr("%1: %2, delay %3, jitter %4, stratum %5, refid %6, reach %7")
                       .arg(server.name(), offsetText(estimate->offset, sample.bound()),
                            timeText(estimate->delay), timeText(estimate->jitter),
                            QString::number(sample.stratum), refidText(sample),
                            reachText(server.filter.reach()));
    if (sample.authentication == Authentication::Nts)
        line += Words::tr(", authentic by NTS");
    else if (sample.authentication == Authentication::SymmetricKey)
        line += Words::tr(", authentic by key %1").arg(server.target.keyId);
    return line + QStringLiteral(" - ") + standing;
}

QJsonObject ntpSelectionObject(const Monitor &monitor)
{
    const Selection &selection = monitor.selection();
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("selection")},
                       {QStringLiteral("time"), isoTime(clockNow())},
                       {QStringLiteral("voters"), selection.voters},
                       {QStringLiteral("truechimers"), selection.truechimers}};
    object.insert(QStringLiteral("offset_s"),
                  selection.offset ? QJsonValue(selection.offset->count()) : QJsonValue());
    object.insert(QStringLiteral("jitter_s"),
                  selection.offset ? QJsonValue(selection.jitter.count()) : QJsonValue());
    if (selection.agreed) {
        object.insert(QStringLiteral("low_s"), selection.agreed->low.count());
        object.insert(QStringLiteral("high_s"), selection.agreed->high.count());
        if (selection.offset)
            object.insert(QStringLiteral("bound_s"), agreedBound(selection).count());
    }
    QJsonArray agreeing;
    QJsonArray outvoted;
    for (const ServerState &each : monitor.servers()) {
        if (agrees(each.choice.standing))
            agreeing.append(each.name());
        if (each.choice.standing == Standing::Selected)
            object.insert(QStringLiteral("selected"), each.name());
        if (each.choice.standing == Standing::Falseticker)
            outvoted.append(QJsonObject{
                {QStringLiteral("name"), each.name()},
                {QStringLiteral("by"), QJsonArray::fromStringList(outvoters(monitor, each))}});
    }
    object.insert(QStringLiteral("agreeing"), agreeing);
    object.insert(QStringLiteral("outvoted"), outvoted);
    return object;
}

QString ntpSelectionLine(const Monitor &monitor)
{
    const Selection &selection = monitor.selection();
    if (!selection.offset || !selection.agreed) {
        if (selection.voters == 0)
            return Words::tr("No server can be believed: none has given a time that counts.");
        return Words::tr("No majority: of %n server(s) that vote, no more than half agree.", "",
                         selection.voters);
    }
    const Seconds bound = agreedBound(selection);
    const QString off = timeText(Seconds(std::abs(selection.offset->count())));
    QString clock;
    if (std::abs(selection.offset->count()) <= bound.count())
        clock = Words::tr("This clock agrees with it within the bound: offset %1.")
                    .arg(offsetText(*selection.offset, bound));
    else if (selection.offset->count() > 0)
        clock = Words::tr("This clock is %1 behind: offset %2.")
                    .arg(off, offsetText(*selection.offset, bound));
    else
        clock = Words::tr("This clock is %1 ahead: offset %2.")
                    .arg(off, offsetText(*selection.offset, bound));
    const QString who = selection.voters == 1 ? Words::tr("One server votes; nobody checks it.")
                                              : Words::tr("%1 of %2 servers that vote agree.")
                                                    .arg(QString::number(selection.truechimers),
                                                         QString::number(selection.voters));
    return who + QLatin1Char(' ') + clock;
}

} // namespace Portolan::Cli
