// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/chartpane.h"

#include "core/payload/jsonpath.h"
#include "ui/mqtt/payloadpreview.h"
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
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Store = Mqtt::TopicStore;

constexpr std::size_t kBackfill = 2000; // messages of the history when a series begins
constexpr std::size_t kMostPayload = 64 * 1024;
constexpr int kMostName = 200;

struct Taken
{
    QByteArray payload;
    quint64 size;
    qint64 time;
};

QString nameOf(const QByteArray &topic, const QString &path)
{
    const QString name = topicText({topic.constData(), static_cast<std::size_t>(topic.size())});
    return path.isEmpty() || path == QLatin1String("$")
               ? name
               : QString(name + QStringLiteral(" · ") + path);
}

} // namespace

ChartPane::ChartPane(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_chips(new FlowLayout(Space::S))
    , m_span(new QComboBox)
    , m_save(new QToolButton)
    , m_close(new QToolButton)
    , m_note(new QLabel)
    , m_chart(new TimeChart)
{
    for (const int seconds : {60, 300, 3600, 0})
        m_span->addItem(QString(), seconds);
    m_span->setCurrentIndex(1);
    m_save->setIcon(symbol(QLatin1String("save")));
    m_close->setIcon(symbol(QLatin1String("close")));
    m_note->setProperty("quiet", true);
    m_note->hide();
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::S, Space::S);
    line->setSpacing(Space::S);
    line->addLayout(m_chips, 1);
    line->addWidget(m_note, 0, Qt::AlignTop);
    line->addWidget(m_span, 0, Qt::AlignTop);
    line->addWidget(m_save, 0, Qt::AlignTop);
    line->addWidget(m_close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_chart, 1);
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this] { m_chart->setSpan(m_span->currentData().toLongLong() * 1000); });
    connect(m_save, &QToolButton::clicked, this, &ChartPane::saveAs);
    connect(m_close, &QToolButton::clicked, this, &ChartPane::closeWanted);
    retranslate();
}

ChartPane::~ChartPane() = default;

void ChartPane::setRules(PayloadView::Rules rules)
{
    m_rules = std::move(rules);
}

std::size_t ChartPane::points(std::size_t series) const
{
    return m_series[series]->points.size();
}

void ChartPane::add(const QByteArray &topic, const QString &path)
{
    for (const auto &series : m_series) {
        if (series->topic == topic && series->path == path)
            return;
    }
    if (m_series.size() >= kMostSeries) {
        m_note->setText(tr("At most %1 series at a time.").arg(kMostSeries));
        m_note->show();
        return;
    }
    auto series = std::make_unique<Series>();
    series->topic = topic;
    series->path = path;
    series->color = m_nextColor++;
    makeChip(*series);
    std::size_t budget = kBackfill;
    take(*series, budget);
    m_series.push_back(std::move(series));
    showAll();
}

void ChartPane::makeChip(Series &series)
{
    auto *chip = new QFrame;
    chip->setProperty("chip", true);
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(Space::M, 1, 2, 1);
    row->setSpacing(Space::S);
    auto *dot = new QLabel;
    dot->setPixmap(symbolPixmap(QLatin1String("dot"), 12, TimeChart::color(series.color, palette()),
                                devicePixelRatioF()));
    auto *name = new QLabel;
    name->setTextFormat(Qt::PlainText);
    const QString text = nameOf(series.topic, series.path);
    name->setText(fontMetrics().elidedText(text, Qt::ElideLeft, kMostName));
    chip->setToolTip(text);
    series.value = new QLabel;
    series.value->setProperty("strong", true);
    auto *remove = new QToolButton;
    remove->setIcon(symbol(QLatin1String("close")));
    remove->setIconSize({12, 12});
    remove->setToolTip(tr("Take it out of the chart"));
    remove->setAccessibleName(tr("Take %1 out of the chart").arg(text));
    for (QWidget *part : std::initializer_list<QWidget *>{dot, name, series.value, remove})
        row->addWidget(part);
    connect(remove, &QToolButton::clicked, this, [this, one = &series] { this->remove(one); });
    series.chip = chip;
    m_chips->addWidget(chip);
    chip->show();
}

void ChartPane::remove(const Series *series)
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
    showAll();
    if (m_series.empty())
        Q_EMIT closeWanted();
}

void ChartPane::clear()
{
    m_chart->show({});
    for (const auto &series : m_series) {
        m_chips->removeWidget(series->chip);
        series->chip->deleteLater();
    }
    m_series.clear();
    m_nextColor = 0;
}

void ChartPane::take(Series &series, std::size_t &budget)
{
    std::vector<Taken> fresh;
    m_inbox->read([&](const Store &store) {
        if (series.generation != store.generation()) {
            series.generation = store.generation();
            series.seen = 0;
        }
        const auto node =
            store.find({series.topic.constData(), static_cast<std::size_t>(series.topic.size())});
        const auto topic = node == Store::kNone ? std::nullopt : store.topic(node);
        if (!topic || topic->messages == series.seen)
            return;
        const quint64 before = series.seen;
        quint64 number = topic->messages;
        store.history(node, [&](const Store::Message &message) {
            if (number == before || fresh.size() >= budget)
                return false;
            const auto head = message.payload.substr(0, kMostPayload);
            fresh.push_back({QByteArray(head.data(), static_cast<qsizetype>(head.size())),
                             message.payloadSize, message.time});
            --number;
            return true;
        });
        if (before != 0)
            series.passedOver += number - before;
        series.seen = topic->messages;
    });
    budget -= fresh.size();
    std::optional<std::pair<Payload::Kind, Payload::Options>> rule;
    if (m_rules && !fresh.empty())
        rule = m_rules(series.topic);
    const auto path =
        Payload::JsonPath::parse(series.path.isEmpty() ? QStringLiteral("$") : series.path);
    if (!path)
        return;
    for (auto at = fresh.rbegin(); at != fresh.rend(); ++at) {
        const std::string_view bytes(at->payload.constData(),
                                     static_cast<std::size_t>(at->payload.size()));
        const std::string_view topic(series.topic.constData(),
                                     static_cast<std::size_t>(series.topic.size()));
        Payload::Options options = rule ? rule->second : Payload::Options();
        options.size = at->size;
        options.topic = QString::fromUtf8(series.topic);
        const auto decoded = Payload::decode(
            rule ? rule->first : Payload::detect(bytes, topic, at->size), bytes, options);
        if (!decoded)
            continue;
        if (const auto number = Payload::numberAt(*decoded, *path))
            series.points.emplace_back(static_cast<double>(at->time), *number);
    }
    while (series.points.size() > kMostPoints)
        series.points.pop_front();
}

void ChartPane::refresh()
{
    std::size_t budget = kMostTaken;
    for (const auto &series : m_series)
        take(*series, budget);
    if (!m_series.empty() && isVisible())
        showAll();
}

void ChartPane::showAll()
{
    std::vector<TimeChart::Line> lines;
    quint64 passedOver = 0;
    for (const auto &series : m_series) {
        lines.push_back({nameOf(series->topic, series->path),
                         TimeChart::color(series->color, palette()), &series->points});
        series->value->setText(series->points.empty()
                                   ? QStringLiteral("–")
                                   : QLocale().toString(series->points.back().y(), 'g', 8));
        passedOver += series->passedOver;
    }
    m_chart->show(lines);
    if (passedOver > 0)
        m_note->setText(tr("%1 messages passed over: they came too fast to be drawn")
                            .arg(QLocale().toString(passedOver)));
    if (passedOver > 0 || m_series.size() < kMostSeries)
        m_note->setVisible(passedOver > 0);
}

QByteArray ChartPane::csv() const
{
    QByteArray text("\xef\xbb\xbftime,series,value\r\n");
    for (const auto &series : m_series) {
        QString name = nameOf(series->topic, series->path);
        name.replace(QLatin1Char('"'), QLatin1String("\"\""));
        for (const QPointF &point : series->points) {
            text += QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x()))
                        .toUTC()
                        .toString(Qt::ISODateWithMs)
                        .toLatin1() +
                    ",\"" + name.toUtf8() + "\"," + QByteArray::number(point.y(), 'g', 17) + "\r\n";
        }
    }
    return text;
}

void ChartPane::saveAs()
{
    m_chart->saveAs(
        this, tr("Save the chart"), QStringLiteral("chart.png"), [this] { return csv(); },
        [this](const Result<QString> &path) {
            m_note->setText(path ? tr("Saved: %1").arg(*path) : path.error().what);
            m_note->show();
        });
}

void ChartPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChartPane::retranslate()
{
    m_span->setItemText(0, tr("1 minute"));
    m_span->setItemText(1, tr("5 minutes"));
    m_span->setItemText(2, tr("1 hour"));
    m_span->setItemText(3, tr("All"));
    m_span->setAccessibleName(tr("How much time is shown"));
    m_span->setToolTip(tr("How much time is shown. The wheel zooms, dragging moves, a double click "
                          "goes back to now."));
    const auto word = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_save, tr("Save the chart…"));
    word(m_close, tr("Close the chart"));
}

} // namespace Portolan::Ui
