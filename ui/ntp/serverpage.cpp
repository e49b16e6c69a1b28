// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/serverpage.h"

#include "core/ntp/comparison.h"
#include "core/ntp/figures.h"
#include "core/ntp/refid.h"
#include "core/ntp/stampedsocket.h"
#include "ui/ntp/clockwords.h"
#include "ui/ntp/stabilityplot.h"
#include "ui/ntp/wedgeplot.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Field = FieldList::Field;
using Ntp::Seconds;
using Ntp::ServerState;

constexpr std::size_t kWedgeSamples = 500;      // the last ones
constexpr std::size_t kStabilitySamples = 5000; // some milliseconds' work

Field section(const QString &name)
{
    return {.name = name, .value = {}, .tip = {}, .isSection = true};
}

QString stamp(Ntp::Instant at)
{
    const qint64 ns = at.time_since_epoch().count();
    const auto time =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ClockTracks::milliseconds(at)));
    return QString(time.toString(QStringLiteral("HH:mm:ss")) + QLatin1Char('.') +
                   QStringLiteral("%1").arg(ns % 1'000'000'000, 9, 10, QLatin1Char('0')));
}

} // namespace

ServerPage::ServerPage(const Ntp::Monitor &monitor, const ClockTracks &tracks, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_tracks(tracks)
    , m_heading(new QLabel)
    , m_state(new QLabel)
    , m_reason(new QLabel)
    , m_fields(new FieldList)
    , m_wedgeVerdict(new QLabel)
    , m_wedge(new WedgePlot)
    , m_stabilityVerdict(new QLabel)
    , m_stabilityPlot(new StabilityPlot)
{
    m_heading->setProperty("heading", 2);
    m_reason->setProperty("quiet", true);
    m_state->setObjectName(QStringLiteral("clockState"));
    m_fields->setObjectName(QStringLiteral("clockFields"));
    for (QLabel *label : {m_heading, m_state, m_reason, m_wedgeVerdict, m_stabilityVerdict}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::L, Space::M, Space::L);
    column->setSpacing(Space::S);
    column->addWidget(m_heading);
    column->addWidget(m_state);
    column->addWidget(m_reason);
    column->addSpacing(Space::M);
    m_wedgeVerdict->setObjectName(QStringLiteral("wedgeVerdict"));
    column->addWidget(m_wedge);
    column->addWidget(m_wedgeVerdict);
    m_stabilityVerdict->setObjectName(QStringLiteral("stabilityVerdict"));
    column->addSpacing(Space::M);
    column->addWidget(m_stabilityPlot);
    column->addWidget(m_stabilityVerdict);
    column->addSpacing(Space::M);
    column->addWidget(m_fields);
    column->addStretch(1);
    refresh();
}

void ServerPage::setServer(quint64 server)
{
    m_server = server;
    refresh();
}

QString ServerPage::text() const
{
    return m_fields->text();
}

void ServerPage::refresh()
{
    const ServerState *const server = m_monitor.server(m_server);
    m_state->setVisible(server);
    m_fields->setVisible(server);
    m_wedge->setVisible(false);
    m_wedgeVerdict->setVisible(false);
    m_stabilityPlot->setVisible(false);
    m_stabilityVerdict->setVisible(false);
    if (!server) {
        m_heading->setText(tr("No server is chosen"));
        m_reason->setText(tr("Choose one in the table, in the chart or among the intervals."));
        return;
    }
    m_heading->setText(server->name());
    m_state->setText(ClockWords::standing(*server));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    ClockWords::moodColor(ClockWords::mood(*server), palette()));
    m_state->setPalette(colors);
    m_reason->setText(ClockWords::reason(*server, m_monitor));

    QList<Field> fields;
    const auto add = [&](const QString &name, const QString &value, const QString &tip = {}) {
        fields.append({name, value, tip});
    };
    const auto power = [](int exponent) {
        return QStringLiteral("2^%1  (%2)")
            .arg(QString::number(exponent), Ntp::timeText(Ntp::powerOfTwo(exponent)));
    };
    const auto &estimate = server->filter.estimate();
    if (estimate) {
        const Ntp::Sample &best = estimate->sample;
        const Ntp::Instant now(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
        const Seconds age = std::max(Ntp::between(now, best.at), Seconds(0));
        fields.append(section(tr("Estimate")));
        add(tr("Offset"), Ntp::offsetText(estimate->offset));
        add(tr("Delay"), Ntp::timeText(estimate->delay));
        add(tr("Jitter"), Ntp::timeText(estimate->jitter));
        // The sum of RFC 5905, section 11.2, in its parts.
        fields.append(section(tr("Where the uncertainty comes from")));
        add(tr("Half of the delay to it"), Ntp::timeText(best.delay / 2));
        add(tr("Half of its root delay"), Ntp::timeText(best.rootDelay / 2));
        add(tr("Reading the clocks"), Ntp::timeText(best.dispersion));
        add(tr("Its root dispersion"), Ntp::timeText(best.rootDispersion));
        add(tr("Drift since then (15 ppm)"), Ntp::timeText(Ntp::kFrequencyTolerance * age));
        add(tr("Jitter"), Ntp::timeText(estimate->jitter));
        add(tr("In all"), Ntp::timeText(server->distance(now).value_or(Seconds(0))));
    }
    if (server->last) {
        const Ntp::Sample &last = *server->last;
        const Ntp::Reference follows = Ntp::reference(last.refid, last.stratum);
        fields.append(section(tr("Last answer")));
        add(tr("Stratum"), QString::number(last.stratum));
        add(tr("Follows"), follows.meaning.isEmpty()
                               ? follows.code
                               : QString(follows.code + QStringLiteral(": ") + follows.meaning));
        add(tr("Leap second"), ClockWords::leap(last.leap));
        add(tr("Version"), QString::number(last.version));
        add(tr("Precision"), power(last.precision));
        add(tr("Poll interval it names"), power(last.poll));
        add(tr("Time at the server"), Ntp::timeText(last.serverTime));
        add(tr("Authentication"), ClockWords::authentication(last.authentication));
        fields.append(section(tr("Stamps of the last answer")));
        add(tr("Sent (T1)"), stamp(last.t1));
        add(tr("Received there (T2)"), stamp(last.t2));
        add(tr("Sent there (T3)"), stamp(last.t3));
        add(tr("Received (T4)"), stamp(last.t4));
        add(tr("Taken by"), ClockWords::stamps(last));
    }
    fields.append(section(tr("The last eight polls")));
    for (int stage = 0; stage < Ntp::ClockFilter::kStages; ++stage) {
        const auto &each = server->filter.stages()[static_cast<std::size_t>(stage)];
        const QString name = stage == 0 ? tr("1, the newest") : QLocale().toString(stage + 1);
        if (each.isEmpty)
            add(name, QStringLiteral("–"));
        else
            add(name, estimate && estimate->chosen == stage
                          ? tr("%1, delay %2: chosen, the least delay")
                                .arg(Ntp::offsetText(each.sample.offset),
                                     Ntp::timeText(each.sample.delay))
                          : tr("%1, delay %2")
                                .arg(Ntp::offsetText(each.sample.offset),
                                     Ntp::timeText(each.sample.delay)));
    }
    if (const auto *const track = m_tracks.track(m_server); track && !track->points.empty()) {
        std::vector<Ntp::Sample> samples;
        const std::size_t from =
            track->points.size() > kWedgeSamples ? track->points.size() - kWedgeSamples : 0;
        for (std::size_t i = from; i < track->points.size(); ++i) {
            Ntp::Sample sample{};
            sample.offset = Seconds(track->points[i].offset);
            sample.delay = Seconds(static_cast<double>(track->points[i].delay));
            samples.push_back(sample);
        }
        const Ntp::Wedge wedge = Ntp::judgeWedge(samples);
        using Lean = Ntp::Wedge::Lean;
        fields.append(section(tr("The way there and back")));
        m_wedgeVerdict->setText(wedge.lean == Lean::Outward
                                    ? tr("Packets wait on the way to the server.")
                                : wedge.lean == Lean::Homeward ? tr("Packets wait on the way back.")
                                : wedge.lean == Lean::Both
                                    ? tr("Packets wait on both ways: no direction stands out.")
                                    : tr("Nothing to say yet: too few samples, or none waited."));
        add(tr("Verdict"), m_wedgeVerdict->text());
        m_wedge->show(std::move(samples), wedge);
        m_wedgeVerdict->setVisible(m_wedge->isVisibleTo(this));
        add(tr("Samples"), QLocale().toString(wedge.samples));
        add(tr("Least delay"), Ntp::timeText(wedge.leastDelay));
        add(tr("Longest wait"), Ntp::timeText(wedge.waits));
        add(tr("Offset without waiting"), Ntp::offsetText(wedge.offset));
        measureStability(*track);
        m_stabilityPlot->show(m_stability);
        const QString verdict = StabilityPlot::verdict(m_stability);
        m_stabilityVerdict->setText(verdict);
        m_stabilityVerdict->setVisible(!verdict.isEmpty());
        if (!verdict.isEmpty()) {
            fields.append(section(tr("How steady the two clocks are")));
            add(tr("Verdict"), verdict);
            for (const Ntp::StabilityPoint &each : m_stability.curve)
                add(Ntp::timeText(each.tau),
                    each.timeTerms > 0
                        ? tr("Allan deviation %1, time deviation %2")
                              .arg(StabilityPlot::deviation(each.allan), Ntp::timeText(each.time))
                        : tr("Allan deviation %1").arg(StabilityPlot::deviation(each.allan)),
                    tr("Of samples that are this far apart, without stretches where the clock of "
                       "this computer was set. It is of both clocks and of the way between."));
        }
    }
    const auto &counts = server->counts;
    const auto count = [](quint64 number) { return QLocale().toString(number); };
    fields.append(section(tr("Counts")));
    add(tr("Answered"), count(counts.answered));
    add(tr("Without an answer"), count(counts.silent));
    add(tr("Not believed"), count(counts.rejected));
    add(tr("Kiss codes"), count(counts.kissed));
    add(tr("Refused by the network"), count(counts.refused));
    add(tr("Answers to nothing"), count(counts.stray));
    if (const auto &keys = server->keyExchange) {
        fields.append(section(tr("Keys of NTS")));
        add(tr("Result"), keys->error ? keys->error->what : tr("Keys and cookies were agreed."));
        add(tr("Cookies left"), QLocale().toString(server->cookies));
        add(tr("Key server"),
            QStringLiteral("%1 (%2), %3")
                .arg(keys->host, keys->address.toString(), QString::number(keys->port)));
        add(tr("Made at"), keys->at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
        const auto passed = [](const Ntp::Nts::KeyExchangeReport::Passed &time) {
            return time ? Ntp::timeText(Seconds(*time)) : QString();
        };
        add(tr("TCP after"), passed(keys->connected));
        add(tr("TLS after"), passed(keys->secured));
        add(tr("Answer after"), passed(keys->answered));
        add(tr("TLS"), keys->tls.protocol);
        add(tr("Cipher"), keys->tls.cipher);
        for (const auto &certificate : keys->tls.chain) {
            add(tr("Certificate"), certificate.subject);
            add(tr("Issued by"), certificate.issuer);
            add(tr("Valid until"),
                certificate.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        }
        fields.append(section(tr("Records sent to the key server")));
        for (const auto &record : keys->sent)
            add(Ntp::Nts::recordName(record.type), Ntp::Nts::recordText(record));
        fields.append(section(tr("Records of its answer")));
        for (const auto &record : keys->received)
            add(Ntp::Nts::recordName(record.type), Ntp::Nts::recordText(record));
    }
    m_fields->show(fields);
}

// Of single samples: points of the history stand for several, and would look steadier than it is.
void ServerPage::measureStability(const ClockTracks::Track &track)
{
    const auto first = std::find_if(track.points.begin(), track.points.end(),
                                    [](const auto &each) { return each.known != 0; });
    const auto samples = static_cast<std::size_t>(track.points.end() - first);
    const bool isFresh = m_stabilityServer == m_server && samples >= m_stabilitySamples &&
                         samples < m_stabilitySamples + 1 + m_stabilitySamples / 20;
    if (isFresh)
        return;
    m_stabilityServer = m_server;
    m_stabilitySamples = samples;
    const auto instant = [](double milliseconds) {
        return Ntp::Instant(std::chrono::nanoseconds(static_cast<qint64>(milliseconds * 1e6)));
    };
    std::vector<Ntp::PhasePoint> points;
    const std::size_t from = samples > kStabilitySamples ? samples - kStabilitySamples : 0;
    points.reserve(samples - from);
    for (auto at = first + static_cast<std::ptrdiff_t>(from); at != track.points.end(); ++at)
        points.push_back({instant(at->time), Seconds(at->offset)});
    std::vector<Ntp::Instant> steps;
    for (const ClockTracks::Step &step : m_tracks.steps())
        steps.push_back(instant(step.time));
    m_stability = points.empty() ? Ntp::Stability() : Ntp::stability(points, {}, steps);
}

void ServerPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace Portolan::Ui
