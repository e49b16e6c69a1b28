// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/graphpage.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timechart.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;

constexpr int kIntervals[] = {1, 2, 5, 10, 30, 60};
constexpr int kUsualInterval = 2; // of the list
constexpr int kMostName = 240;

const Oid &upTime()
{
    static const Oid oid{1, 3, 6, 1, 2, 1, 1, 3, 0};
    return oid;
}

// Of a column of ifTable or ifXTable: ifCounterDiscontinuityTime of the same row (RFC 2863).
Oid discontinuityOf(const Oid &oid)
{
    static const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    static const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
    for (const Oid &entry : {ifEntry, ifXEntry}) {
        if (oid.startsWith(entry) && oid.size() == entry.size() + 2) {
            Oid found = ifXEntry.child(19);
            found.append(oid.last());
            return found;
        }
    }
    return {};
}

} // namespace

GraphPage::GraphPage(AgentCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_stack(new QStackedWidget)
    , m_empty(new QLabel)
    , m_chips(new FlowLayout(Space::S))
    , m_pause(new QToolButton)
    , m_every(new QComboBox)
    , m_span(new QComboBox)
    , m_save(new QToolButton)
    , m_note(new QLabel)
    , m_chart(new TimeChart)
{
    m_note->setObjectName(QStringLiteral("graphNote"));
    m_every->setObjectName(QStringLiteral("pollEvery"));
    m_pause->setObjectName(QStringLiteral("pauseGraph"));
    for (const int seconds : kIntervals)
        m_every->addItem(QString(), seconds);
    m_every->setCurrentIndex(kUsualInterval);
    for (const int seconds : {60, 300, 3600, 0})
        m_span->addItem(QString(), seconds);
    m_span->setCurrentIndex(1);
    m_pause->setCheckable(true);
    m_save->setIcon(symbol(QLatin1String("save")));
    m_note->setProperty("quiet", true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_empty->setProperty("quiet", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(Space::XL);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Space::M, Space::S, Space::M, 0);
    tools->setSpacing(Space::S);
    tools->addStretch(1);
    for (QWidget *one : std::initializer_list<QWidget *>{m_pause, m_every, m_span, m_save})
        tools->addWidget(one);
    auto *chips = new QWidget;
    auto *line = new QHBoxLayout(chips);
    line->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    line->addLayout(m_chips, 1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(chips);
    column->addWidget(m_chart, 1);
    column->addWidget(m_note);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(&m_poller, &Snmp::Poller::due, this, &GraphPage::ask);
    connect(m_every, &QComboBox::currentIndexChanged, this, &GraphPage::showInterval);
    connect(m_pause, &QToolButton::toggled, this, [this] {
        showInterval();
        retranslate();
    });
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this] { m_chart->setSpan(m_span->currentData().toLongLong() * 1000); });
    connect(m_save, &QToolButton::clicked, this, &GraphPage::saveAs);
    retranslate();
}

GraphPage::~GraphPage()
{
    m_calls.cancel(m_asking);
}

void GraphPage::setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot)
{
    m_snapshot = snapshot;
    showAll();
}

void GraphPage::setConnected(bool connected)
{
    m_isConnected = connected;
    showInterval();
}

void GraphPage::showInterval()
{
    if (m_isConnected && !m_series.empty() && !m_pause->isChecked())
        m_poller.start(m_calls.agentKey(), std::chrono::seconds(m_every->currentData().toInt()),
                       Snmp::Poller::First::InTurn);
    else
        m_poller.stop();
}

std::size_t GraphPage::points(std::size_t series) const
{
    return m_series[series]->points.size();
}

QString GraphPage::nameOf(const Series &series) const
{
    return m_snapshot ? m_snapshot->shortNameOf(series.oid) : series.oid.text();
}

QString GraphPage::unitOf(const Series &series) const
{
    if (series.isCounter && series.isOctets)
        return QStringLiteral("bit/s"); // a symbol of the SI: the same in every language
    const auto object = m_snapshot ? m_snapshot->nearest(series.oid) : Snmp::Smi::Definition();
    const QString units = object ? object.units() : QString();
    if (!series.isCounter)
        return units;
    return units.isEmpty() ? tr("/s") : QString(units + tr("/s"));
}

void GraphPage::add(const Oid &wanted)
{
    Oid oid = wanted;
    const auto object = m_snapshot ? m_snapshot->nearest(oid) : Snmp::Smi::Definition();
    if (object && object.oid() == oid)
        oid = oid.child(0);
    for (const auto &series : m_series) {
        if (series->oid == oid)
            return;
    }
    m_stack->setCurrentIndex(1);
    if (m_series.size() >= kMostSeries) {
        m_note->setText(tr("At most %1 series at a time.").arg(kMostSeries));
        return;
    }
    auto series = std::make_unique<Series>();
    series->oid = oid;
    series->discontinuity = discontinuityOf(oid);
    series->isOctets = object && object.name().endsWith(QLatin1String("Octets"));
    series->color = m_nextColor++;
    makeChip(*series);
    m_series.push_back(std::move(series));
    showInterval();
    showAll();
    poll();
}

void GraphPage::makeChip(Series &series)
{
    auto *chip = new QFrame;
    chip->setProperty("chip", true);
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(Space::M, 1, 2, 1);
    row->setSpacing(Space::S);
    auto *dot = new QLabel;
    dot->setPixmap(symbolPixmap(QLatin1String("dot"), 12, TimeChart::color(series.color, palette()),
                                devicePixelRatioF()));
    series.name = new QLabel;
    series.name->setTextFormat(Qt::PlainText);
    series.value = new QLabel;
    series.value->setTextFormat(Qt::PlainText);
    series.value->setProperty("strong", true);
    series.remove = new QToolButton;
    series.remove->setIcon(symbol(QLatin1String("close")));
    series.remove->setIconSize({12, 12});
    for (QWidget *part :
         std::initializer_list<QWidget *>{dot, series.name, series.value, series.remove})
        row->addWidget(part);
    connect(series.remove, &QToolButton::clicked, this,
            [this, one = &series] { this->remove(one); });
    series.chip = chip;
    m_chips->addWidget(chip);
    chip->show();
}

void GraphPage::remove(const Series *series)
{
    const auto found = std::find_if(m_series.begin(), m_series.end(),
                                    [&](const auto &one) { return one.get() == series; });
    if (found == m_series.end())
        return;
    m_chips->removeWidget((*found)->chip);
    (*found)->chip->hide();
    (*found)->chip->deleteLater();
    m_chart->show({});
    m_series.erase(found);
    if (m_series.empty()) {
        m_stack->setCurrentIndex(0);
        m_nextColor = 0;
    }
    showInterval();
    showAll();
}

void GraphPage::poll()
{
    if (m_asking == 0 && !m_series.empty() && m_isConnected && m_poller.beginNow())
        ask();
}

void GraphPage::ask()
{
    if (m_asking != 0 || m_series.empty() || !m_isConnected) {
        m_poller.done(Snmp::Poller::Outcome::Failed);
        return;
    }
    std::vector<Oid> oids{upTime()};
    for (const auto &series : m_series)
        oids.push_back(series->oid);
    for (const auto &series : m_series) {
        if (!series->discontinuity.isEmpty() &&
            std::find(oids.begin(), oids.end(), series->discontinuity) == oids.end())
            oids.push_back(series->discontinuity);
    }
    m_asking =
        m_calls.ask(Snmp::Request::get(oids), this, [this](const Result<Snmp::Response> &result) {
            m_asking = 0;
            m_poller.done(
                Snmp::Poller::outcomeOf(result ? std::nullopt : std::optional(result.error())));
            m_problem = result ? QString() : result.error().what;
            if (result)
                take(result->varbinds, QDateTime::currentMSecsSinceEpoch(),
                     std::chrono::steady_clock::now());
            showAll();
            Q_EMIT polled();
        });
}

void GraphPage::take(const Snmp::Varbinds &varbinds, qint64 time,
                     std::chrono::steady_clock::time_point at)
{
    const auto valueAt = [&](const Oid &oid) -> const Snmp::Value * {
        for (const Snmp::Varbind &one : varbinds) {
            if (one.oid == oid && one.value.isNumber())
                return &one.value;
        }
        return nullptr;
    };
    const Snmp::Value *up = valueAt(upTime());
    for (const auto &series : m_series) {
        const auto *value = valueAt(series->oid);
        const auto floating =
            std::find_if(varbinds.begin(), varbinds.end(), [&](const Snmp::Varbind &one) {
                return one.oid == series->oid && (one.value.type() == Snmp::ValueType::Float ||
                                                  one.value.type() == Snmp::ValueType::Double);
            });
        series->isMissing = !value && floating == varbinds.end();
        if (series->isMissing) {
            series->rate.reset();
            continue;
        }
        if (!value)
            value = &floating->value;
        series->isCounter = SnmpWords::isCounter(value->type());
        const auto x = static_cast<double>(time);
        if (!series->isCounter) {
            // With the decimals of its DISPLAY-HINT, where it has one.
            bool isPlain = false;
            double number = value->toDouble();
            if (m_snapshot && value->type() != Snmp::ValueType::TimeTicks) {
                const QString text =
                    Snmp::Smi::textOf(*m_snapshot, m_snapshot->nearest(series->oid), *value).text;
                const double shown = text.toDouble(&isPlain);
                number = isPlain ? shown : number;
            }
            series->points.emplace_back(x, number);
        } else {
            Snmp::CounterReading reading;
            reading.value = value->toUint();
            reading.is64 = value->type() == Snmp::ValueType::Counter64;
            // An agent without sysUpTime: our clock, in its unit.
            reading.upTime = up ? static_cast<std::uint32_t>(up->toUint())
                                : static_cast<std::uint32_t>(
                                      std::chrono::duration_cast<std::chrono::milliseconds>(
                                          at.time_since_epoch())
                                          .count() /
                                      10);
            if (const auto *since =
                    series->discontinuity.isEmpty() ? nullptr : valueAt(series->discontinuity))
                reading.discontinuity = static_cast<std::uint32_t>(since->toUint());
            reading.at = at;
            const Snmp::CounterStep step = series->rate.take(reading);
            using Kind = Snmp::CounterStep::Kind;
            if (step.kind == Kind::Rate)
                series->points.emplace_back(x, step.perSecond * (series->isOctets ? 8 : 1));
            series->wraps += step.wrapped ? 1 : 0;
            series->gaps += step.kind == Kind::Restarted || step.kind == Kind::Discontinuity;
        }
        while (series->points.size() > kMostPoints)
            series->points.pop_front();
    }
}

void GraphPage::showAll()
{
    std::vector<TimeChart::Line> lines;
    int gaps = 0;
    int missing = 0;
    for (const auto &series : m_series) {
        const QString unit = unitOf(*series);
        const QString name = nameOf(*series);
        lines.push_back({name, TimeChart::color(series->color, palette()), &series->points, unit});
        series->name->setText(fontMetrics().elidedText(name, Qt::ElideMiddle, kMostName));
        series->value->setText(series->points.empty()
                                   ? QStringLiteral("–")
                                   : TimeChart::valueText(series->points.back().y(), unit));
        QStringList tip{name, series->oid.text()};
        if (series->wraps > 0)
            tip << tr("Went through zero %n time(s); the rate counts that.", nullptr,
                      series->wraps);
        if (series->gaps > 0)
            tip << tr("Began anew %n time(s); there is no point for that.", nullptr, series->gaps);
        series->chip->setToolTip(tip.join(QLatin1Char('\n')));
        series->remove->setToolTip(tr("Take it out of the graph"));
        series->remove->setAccessibleName(tr("Take %1 out of the graph").arg(name));
        gaps += series->gaps;
        missing += series->isMissing ? 1 : 0;
    }
    m_chart->show(lines);
    QStringList notes;
    if (!m_problem.isEmpty())
        notes << m_problem;
    if (missing > 0)
        notes << tr("The agent has no number for %n of them.", nullptr, missing);
    if (gaps > 0)
        notes << tr("A counter or the agent began anew %n time(s).", nullptr, gaps);
    const bool anyFirst = std::any_of(m_series.begin(), m_series.end(), [](const auto &one) {
        return one->points.empty() && !one->isMissing;
    });
    if (notes.isEmpty() && anyFirst)
        notes << tr("A rate needs two answers: the line begins with the second.");
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
}

QByteArray GraphPage::csv() const
{
    QByteArray text("\xef\xbb\xbftime,series,unit,value\r\n");
    for (const auto &series : m_series) {
        const QByteArray name = nameOf(*series).toUtf8().replace('"', "\"\"");
        const QByteArray unit = unitOf(*series).toUtf8().replace('"', "\"\"");
        for (const QPointF &point : series->points) {
            text += QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x()))
                        .toUTC()
                        .toString(Qt::ISODateWithMs)
                        .toLatin1() +
                    ",\"" + name + "\",\"" + unit + "\"," + QByteArray::number(point.y(), 'g', 17) +
                    "\r\n";
        }
    }
    return text;
}

void GraphPage::saveAs()
{
    m_chart->saveAs(
        this, tr("Save the graph"), QStringLiteral("graph.png"), [this] { return csv(); },
        [this](const Result<QString> &path) {
            m_note->setText(path ? tr("Saved: %1").arg(*path) : path.error().what);
            m_note->show();
        });
}

void GraphPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void GraphPage::retranslate()
{
    m_empty->setText(tr("Choose a number in the results or in a table and press “Draw”: it is "
                        "asked for every few seconds. Counters become rates."));
    for (int i = 0; i < m_every->count(); ++i)
        m_every->setItemText(i, tr("Every %1 s").arg(kIntervals[i]));
    m_span->setItemText(0, tr("1 minute"));
    m_span->setItemText(1, tr("5 minutes"));
    m_span->setItemText(2, tr("1 hour"));
    m_span->setItemText(3, tr("All"));
    const auto word = [](QWidget *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_every, tr("How often the agent is asked"));
    word(m_span, tr("How much time is shown. The wheel zooms, dragging moves, a double click goes "
                    "back to now."));
    word(m_pause, m_pause->isChecked() ? tr("Go on asking") : tr("Stop asking"));
    m_pause->setIcon(symbol(QLatin1String(m_pause->isChecked() ? "play" : "pause")));
    word(m_save, tr("Save the graph…"));
    showAll();
}

} // namespace Portolan::Ui
