// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workprogress.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kParts = 1000; // of the bar: it counts in int, the work in 64 bits
constexpr std::chrono::milliseconds kTick{250};

} // namespace

WorkProgress::WorkProgress(QWidget *parent)
    : QWidget(parent)
    , m_step(new ElidedLabel(this))
    , m_figures(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    m_figures->setProperty("quiet", true);
    m_figures->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::L);
    grid->setVerticalSpacing(Space::S);
    grid->addWidget(m_step, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_figures, 2, 0);
    grid->addWidget(m_cancel, 0, 1, 3, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);

    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &WorkProgress::showFigures);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false); // asked once; the end comes by end()
        Q_EMIT cancelClicked();
    });
    retranslate();
    hide();
}

void WorkProgress::begin(Unit unit)
{
    m_unit = unit;
    m_running = true;
    m_done = 0;
    m_all = 0;
    m_left.reset();
    m_meter.restart();
    m_time.start();
    m_tick.start();
    m_step->setText({});
    m_cancel->setEnabled(true);
    setDone(0, 0);
    show();
}

void WorkProgress::setStep(const QString &sentence)
{
    m_step->setText(sentence);
    m_bar->setAccessibleName(sentence);
}

void WorkProgress::setDone(quint64 done, quint64 all)
{
    m_done = done;
    m_all = all;
    m_meter.observe(done, std::chrono::milliseconds(m_time.elapsed()));
    m_bar->setRange(0, all == 0 ? 0 : kParts);
    if (all > 0)
        m_bar->setValue(static_cast<int>(static_cast<double>(std::min(done, all)) /
                                         static_cast<double>(all) * kParts));
    if (m_unit == Unit::Steps)
        showFigures(); // few and apart; the others are shown by the clock
}

void WorkProgress::setTimeLeft(std::optional<std::chrono::seconds> left)
{
    m_left = left;
}

void WorkProgress::end()
{
    m_running = false;
    m_tick.stop();
    hide();
}

void WorkProgress::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WorkProgress::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    showFigures();
}

void WorkProgress::showFigures()
{
    const QLocale locale;
    const auto amount = [&](double value) {
        return m_unit == Unit::Bytes ? locale.formattedDataSize(static_cast<qint64>(value), 1)
                                     : locale.toString(static_cast<qint64>(value));
    };
    QStringList parts;
    if (m_all > 0)
        parts.append(
            tr("%1 of %2")
                .arg(amount(static_cast<double>(m_done)), amount(static_cast<double>(m_all))));
    else if (m_done > 0)
        parts.append(amount(static_cast<double>(m_done)));
    if (m_running && m_unit != Unit::Steps) {
        m_meter.observe(m_done, std::chrono::milliseconds(m_time.elapsed()));
        if (const auto rate = m_meter.rate())
            parts.append(tr("%1/s").arg(amount(*rate)));
        if (const auto left = m_left      ? m_left
                              : m_all > 0 ? m_meter.timeLeft(m_all)
                                          : std::nullopt) {
            const qint64 seconds = left->count();
            parts.append(seconds < 60 ? tr("%1 s left").arg(seconds)
                                      : tr("%1:%2 left")
                                            .arg(seconds / 60)
                                            .arg(seconds % 60, 2, 10, QLatin1Char('0')));
        }
    }
    m_figures->setText(parts.join(QStringLiteral(", ")));
    m_figures->setVisible(!parts.isEmpty());
}

} // namespace Portolan::Ui
