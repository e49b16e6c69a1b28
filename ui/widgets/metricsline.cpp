// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metricsline.h"

#include "core/base/tabletext.h"
#include "ui/widgets/metrictext.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kGap = Space::L; // between two pairs

} // namespace

MetricsLine::MetricsLine(QWidget *parent)
    : QWidget(parent)
    , m_explain(new QToolButton(this))
    , m_row(new QHBoxLayout)
{
    m_row->setContentsMargins(Space::L, Space::S, Space::L, Space::S);
    m_row->setSpacing(Space::S + 2);
    m_row->addStretch(1);
    m_explain->setObjectName(QStringLiteral("explain"));
    m_explain->setIcon(symbol(QLatin1String("explain")));
    m_explain->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_explain->setFocusPolicy(Qt::TabFocus);
    m_explain->hide();
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, Space::M, 0);
    whole->setSpacing(0);
    whole->addLayout(m_row, 1);
    whole->addWidget(m_explain);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_explain, &QToolButton::clicked, this, &MetricsLine::explainClicked);
    retranslate();
}

void MetricsLine::setExplainable(bool explainable)
{
    m_explain->setVisible(explainable);
    showWhatFits();
}

QString MetricsLine::text() const
{
    QList<QStringList> rows;
    for (const MetricSample &sample : m_samples) {
        QString label = metricLabel(sample);
        for (const QString &value : sample.labels)
            label += QLatin1Char(' ') + value;
        rows.append({label, metricValue(sample)});
    }
    return toTsv(rows);
}

void MetricsLine::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_samples.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy all values")),
            &QAction::triggered, this, [this] { QApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}

void MetricsLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MetricsLine::retranslate()
{
    m_explain->setText(tr("Explain"));
    m_explain->setToolTip(tr("Explain what happens here (Ctrl+Shift+E)"));
}

void MetricsLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void MetricsLine::showWhatFits()
{
    const QMargins margins = m_row->contentsMargins();
    int end = margins.left() + margins.right();
    if (!m_explain->isHidden())
        end += m_explain->sizeHint().width() + Space::M;
    bool fits = true;
    for (const Pair &pair : m_pairs) {
        end += pair.label->sizeHint().width() + 2 * m_row->spacing() +
               std::max(pair.value->sizeHint().width(), pair.value->minimumWidth());
        fits = fits && end <= width();
        pair.label->setVisible(fits);
        pair.value->setVisible(fits);
    }
}

void MetricsLine::show(const QList<MetricSample> &all)
{
    m_samples = all;
    // One name with several labels, such as messages by their QoS, is one pair: "98 / 2 / 0".
    QList<MetricSample> samples;
    QStringList values;
    QStringList tips;
    for (const MetricSample &sample : all) {
        const bool goesOn = !samples.isEmpty() && samples.last().name == sample.name;
        QString detail;
        for (auto label = sample.labels.cbegin(); label != sample.labels.cend(); ++label)
            detail += QLatin1Char('\n') + label.key() + QLatin1Char(' ') + label.value() +
                      QStringLiteral(": ") + metricValue(sample);
        if (goesOn) {
            values.last() += QStringLiteral(" / ") + metricValue(sample);
            tips.last() += detail;
            continue;
        }
        samples.append(sample);
        values.append(metricValue(sample));
        tips.append(metricTip(sample) + detail);
    }
    const bool sameNames =
        std::equal(m_pairs.begin(), m_pairs.end(), samples.begin(), samples.end(),
                   [](const Pair &pair, const MetricSample &s) { return pair.name == s.name; });
    if (!sameNames) {
        for (const Pair &pair : m_pairs) {
            delete pair.label;
            delete pair.value;
        }
        m_pairs.clear();
        while (m_row->count() > 0)
            delete m_row->takeAt(0);
        for (const MetricSample &sample : samples) {
            Pair pair{sample.name, new QLabel(this), new QLabel(this), sample.value.has_value()};
            pair.label->setProperty("quiet", true);
            pair.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            pair.label->setBuddy(pair.value);
            // Not a spacer, which would stay where the pair behind it is left out.
            if (!m_pairs.empty())
                pair.label->setContentsMargins(kGap, 0, 0, 0);
            m_row->addWidget(pair.label);
            m_row->addWidget(pair.value);
            m_pairs.push_back(pair);
        }
        m_row->addStretch(1);
    }
    for (qsizetype i = 0; i < samples.size(); ++i) {
        Pair &pair = m_pairs[static_cast<std::size_t>(i)];
        pair.label->setText(metricLabel(samples[i]));
        // Words make no column for the numbers that follow.
        const bool measured = samples[i].value.has_value();
        if (std::exchange(pair.measured, measured) != measured)
            pair.value->setMinimumWidth(0);
        const QString &text = values[i];
        if (pair.value->text() != text) {
            pair.value->setText(text);
            pair.value->setMinimumWidth(
                std::max(pair.value->minimumWidth(), pair.value->sizeHint().width()));
        }
        pair.label->setToolTip(tips[i]);
        pair.value->setToolTip(tips[i]);
    }
    showWhatFits();
}

} // namespace Portolan::Ui
