// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/chartspane.h"

#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QBuffer>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kSpans[] = {300, 900, 3600, 86'400, 604'800, 2'592'000};
constexpr int kUsualSpan = 1; // of them

} // namespace

ChartsPane::ChartsPane(const ClockTracks &tracks, QWidget *parent)
    : QWidget(parent)
    , m_tracks(tracks)
    , m_span(new QComboBox)
    , m_scale(new QComboBox)
    , m_bars(new QComboBox)
    , m_now(new QToolButton)
    , m_save(new QToolButton)
    , m_progress(new WorkProgress)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_offset(new ClockChart(ClockChart::Quantity::Offset, tracks))
    , m_delay(new ClockChart(ClockChart::Quantity::Delay, tracks))
    , m_jitter(new ClockChart(ClockChart::Quantity::Jitter, tracks))
{
    for (const int seconds : kSpans)
        m_span->addItem(QString(), seconds);
    m_span->setCurrentIndex(kUsualSpan);
    for (int i = 0; i < 3; ++i) {
        m_scale->addItem(QString());
        m_bars->addItem(QString());
    }
    m_span->setObjectName(QStringLiteral("clockSpan"));
    m_scale->setObjectName(QStringLiteral("clockScale"));
    m_bars->setObjectName(QStringLiteral("clockBars"));
    m_now->setObjectName(QStringLiteral("clockNow"));
    m_save->setObjectName(QStringLiteral("clockSave"));
    m_save->setIcon(symbol(QLatin1String("save")));
    m_now->setIcon(symbol(QLatin1String("follow")));
    m_now->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::L, Space::S, Space::M, Space::S);
    line->setSpacing(Space::M);
    for (QWidget *each : std::initializer_list<QWidget *>{m_span, m_scale, m_bars})
        line->addWidget(each);
    line->addStretch(1);
    line->addWidget(m_now);
    line->addWidget(m_save);
    m_offset->setTimesShown(false);
    m_delay->setTimesShown(false);
    m_delay->linkTo(*m_offset);
    m_jitter->linkTo(*m_offset);
    for (ClockChart *chart : {m_offset, m_delay, m_jitter}) {
        m_splitter->addWidget(chart);
        connect(chart, &ClockChart::serverClicked, this, &ChartsPane::serverClicked);
    }
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({300, 90, 110});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    auto *work = new QHBoxLayout;
    work->setContentsMargins(Space::L, 0, Space::M, 0);
    work->addWidget(m_progress);
    column->addLayout(work);
    column->addWidget(m_splitter, 1);
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        m_offset->setSpan(span() * 1000);
        Q_EMIT spanChanged(span());
        Q_EMIT choicesChanged();
    });
    for (QComboBox *box : {m_scale, m_bars})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            apply();
            Q_EMIT choicesChanged();
        });
    connect(m_now, &QToolButton::clicked, this, [this] { m_offset->goToNow(); });
    connect(m_offset, &TimeChart::rangeChanged, this, [this] {
        showNow();
        Q_EMIT rangeChanged();
    });
    connect(m_save, &QToolButton::clicked, this, &ChartsPane::saveAs);
    m_offset->setSpan(span() * 1000);
    apply();
    showNow();
    retranslate();
}

qint64 ChartsPane::span() const
{
    return m_span->currentData().toLongLong();
}

void ChartsPane::setSpan(qint64 seconds)
{
    const int index = m_span->findData(static_cast<int>(seconds));
    if (index >= 0)
        m_span->setCurrentIndex(index);
}

void ChartsPane::apply()
{
    for (ClockChart *chart : {m_offset, m_delay, m_jitter}) {
        chart->setScale(static_cast<ClockChart::Scale>(m_scale->currentIndex()));
        chart->setBars(m_bars->currentIndex() == 0   ? ClockChart::Bars::All
                       : m_bars->currentIndex() == 1 ? ClockChart::Bars::Chosen
                                                     : ClockChart::Bars::None);
    }
}

void ChartsPane::showNow()
{
    m_now->setVisible(m_offset->isMoved());
}

void ChartsPane::refresh()
{
    for (ClockChart *chart : {m_offset, m_delay, m_jitter})
        chart->refresh();
}

void ChartsPane::setChosen(quint64 server)
{
    for (ClockChart *chart : {m_offset, m_delay, m_jitter})
        chart->setChosen(server);
}

void ChartsPane::onTracksMoved()
{
    for (ClockChart *chart : {m_offset, m_delay, m_jitter})
        chart->onTracksMoved();
}

QString ChartsPane::choices() const
{
    return QStringLiteral("%1,%2,%3")
        .arg(m_span->currentIndex())
        .arg(m_scale->currentIndex())
        .arg(m_bars->currentIndex());
}

void ChartsPane::setChoices(const QString &choices)
{
    const QStringList parts = choices.split(QLatin1Char(','));
    QComboBox *const boxes[] = {m_span, m_scale, m_bars};
    for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), 3); ++i) {
        bool valid = false;
        const int index = parts[i].toInt(&valid);
        if (valid && index >= 0 && index < boxes[i]->count())
            boxes[i]->setCurrentIndex(index);
    }
}

QByteArray ChartsPane::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_splitter->size());
    generator.setViewBox(m_splitter->rect());
    generator.setTitle(tr("Clocks"));
    QPainter painter(&generator);
    for (ClockChart *chart : {m_offset, m_delay, m_jitter})
        chart->render(&painter, QRectF(chart->geometry()));
    painter.end();
    return bytes;
}

void ChartsPane::saveAs()
{
    const auto done = [this](const Result<QString> &path) {
        if (path)
            Q_EMIT saved(*path);
        else
            Q_EMIT saveFailed(path.error());
    };
    askWhereToSave(this, tr("Save the charts"), QStringLiteral("clocks.png"),
                   tr("Picture of the charts (*.png);;Drawing of the charts (*.svg);;Every sample "
                      "of the time shown (*.csv)"),
                   [this, done, picture = m_splitter->grab()](const QString &path) {
                       if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
                           saveSamples(path);
                           return;
                       }
                       QByteArray bytes;
                       if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
                           bytes = svg();
                       } else {
                           QBuffer buffer(&bytes);
                           buffer.open(QIODevice::WriteOnly);
                           picture.save(&buffer, "PNG");
                       }
                       writeFile(path, bytes, this, done);
                   });
}

void ChartsPane::saveSamples(const QString &path)
{
    const auto [begin, end] = m_offset->range();
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(tr("Every sample of the time shown goes into %1.").arg(path));
    Q_EMIT samplesWanted(path, begin, end);
}

void ChartsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChartsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ChartsPane::retranslate()
{
    const QString spans[] = {tr("5 minutes"), tr("15 minutes"), tr("1 hour"),
                             tr("24 hours"),  tr("7 days"),     tr("30 days")};
    for (int i = 0; i < m_span->count(); ++i)
        m_span->setItemText(i, spans[i]);
    m_scale->setItemText(0, tr("Fit those that agree"));
    m_scale->setItemText(1, tr("Fit all"));
    m_scale->setItemText(2, tr("Logarithmic"));
    m_bars->setItemText(0, tr("Bounds of all"));
    m_bars->setItemText(1, tr("Bounds of the chosen one"));
    m_bars->setItemText(2, tr("No bounds"));
    const auto word = [](QWidget *widget, const QString &name, const QString &tip) {
        widget->setAccessibleName(name);
        widget->setToolTip(tip);
    };
    word(m_span, tr("How much time is shown"),
         tr("How much time is shown. The wheel zooms, dragging moves, a double click goes back to "
            "now."));
    word(m_scale, tr("Scale"),
         tr("The scale. A server that does not fit is named at the edge with its offset; the "
            "logarithmic scale shows nanoseconds and seconds at once, on both sides of zero."));
    word(m_bars, tr("Bounds"),
         tr("The bound of each sample: beyond it the offset cannot be wrong, whatever way the "
            "packets took, if the server is right about itself."));
    m_now->setText(tr("Back to now"));
    word(m_now, tr("Back to now"), tr("Goes on with the time of the moment."));
    word(m_save, tr("Save the charts…"), tr("Save the charts…"));
}

} // namespace Portolan::Ui
