// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/connectpage.h"

#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kTextWidth = 620;
constexpr std::chrono::milliseconds kTick{100};

} // namespace

ConnectPage::ConnectPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_problem(new NoticeBar)
    , m_cancel(new QPushButton)
{
    m_heading->setProperty("heading", 2);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_problem->setProperty("boxed", true);

    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *grid = new QGridLayout(card);
    m_grid = grid;
    grid->setContentsMargins(Space::XL - Space::S, Space::L + Space::S, Space::XL - Space::S,
                             Space::L + Space::S);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::M);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 3);
    grid->setRowMinimumHeight(1, Space::S);
    // Rows of hops come and go above; empty ones take no room.
    for (int i = 0; i < kSteps; ++i)
        addRow(m_rows[static_cast<std::size_t>(i)], 2 + kMostHops + i);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    grid->addLayout(buttons, 2 + kMostHops + kSteps, 0, 1, 3);

    auto *text = new QWidget;
    text->setMaximumWidth(kTextWidth);
    auto *inner = new QVBoxLayout(text);
    inner->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::XL);
    inner->setSpacing(Space::L);
    inner->addWidget(m_problem);
    inner->addWidget(card);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(text, 1000);
    centred->addStretch(1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(1);
    column->addLayout(centred);
    column->addStretch(2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page));

    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ConnectPage::showTimes);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectPage::cancelClicked);
    // A failure is explained first; trying the same again comes second.
    connect(m_problem, &NoticeBar::actionClicked, this, &ConnectPage::explainClicked);
    connect(m_problem, &NoticeBar::secondActionClicked, this, &ConnectPage::reconnectClicked);
    retranslate();
}

void ConnectPage::addRow(Row &line, int place)
{
    line.icon = new QLabel;
    line.icon->setFixedSize(16, 16);
    line.name = new QLabel;
    line.name->setTextFormat(Qt::PlainText);
    line.value = new QLabel;
    line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.value->setProperty("quiet", true);
    m_grid->addWidget(line.icon, place, 0);
    m_grid->addWidget(line.name, place, 1);
    m_grid->addWidget(line.value, place, 2);
}

void ConnectPage::setHops(const QStringList &names)
{
    for (const Row &line : m_hops) {
        delete line.icon;
        delete line.name;
        delete line.value;
    }
    m_hops.clear();
    m_hopNames = names.mid(0, kMostHops);
    m_hops.resize(static_cast<std::size_t>(m_hopNames.size()));
    for (int i = 0; i < m_hopNames.size(); ++i)
        addRow(m_hops[static_cast<std::size_t>(i)], 2 + i);
    retranslate();
}

void ConnectPage::setHop(int index, HopState state)
{
    if (index < 0 || index >= static_cast<int>(m_hops.size()))
        return;
    Row &line = m_hops[static_cast<std::size_t>(index)];
    const State before = line.state;
    line.state = static_cast<State>(state);
    if (before == line.state)
        return;
    if (line.state == State::Running) {
        m_sinceHop.start();
        m_tick.start();
    } else if (before == State::Running && line.state == State::Done) {
        line.time = std::chrono::milliseconds(m_sinceHop.elapsed());
    }
    showHop(index);
}

void ConnectPage::begin(const QString &host)
{
    m_host = host;
    m_current.reset();
    m_waiting = false;
    m_failed = false;
    for (Row &line : m_rows) {
        line.state = State::Ahead;
        line.time.reset();
    }
    setHops({});
    m_problem->hide();
    m_cancel->show();
    setFocusProxy(m_cancel);
    retranslate();
}

void ConnectPage::enter(Step step)
{
    const int index = static_cast<int>(step);
    if (m_current == index)
        return;
    finishCurrent();
    for (int i = 0; i < index; ++i)
        m_rows[static_cast<std::size_t>(i)].state = State::Done;
    row(step).state = State::Running;
    m_current = index;
    m_waiting = false;
    m_sinceStep.start();
    m_tick.start();
    showAll();
}

void ConnectPage::finishCurrent()
{
    if (!m_current)
        return;
    Row &line = m_rows[static_cast<std::size_t>(*m_current)];
    line.state = State::Done;
    if (!line.time)
        line.time = std::chrono::milliseconds(m_sinceStep.elapsed());
}

void ConnectPage::setTime(Step step, std::chrono::milliseconds time)
{
    row(step).time = time;
    showRow(static_cast<int>(step));
}

void ConnectPage::fail(const QString &sentence, const QString &details)
{
    m_tick.stop();
    m_failed = true;
    m_waiting = false;
    for (int i = 0; i < static_cast<int>(m_hops.size()); ++i) {
        if (m_hops[static_cast<std::size_t>(i)].state == State::Running)
            setHop(i, HopState::Failed);
    }
    if (m_current) {
        Row &line = m_rows[static_cast<std::size_t>(*m_current)];
        line.state = State::Failed;
        line.time = std::chrono::milliseconds(m_sinceStep.elapsed());
        m_current.reset();
    }
    m_problem->show(NoticeBar::Severity::Error, sentence, details, tr("Explain"));
    m_problem->setSecondAction(tr("Reconnect"));
    setFocusProxy(m_problem);
    if (m_cancel->hasFocus())
        m_problem->setFocus();
    m_cancel->hide();
    retranslate();
}

void ConnectPage::setWaitingForAnswer(bool waiting)
{
    m_waiting = waiting;
    showTimes();
}

QString ConnectPage::problem() const
{
    return m_problem->sentence();
}

void ConnectPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showAll();
    QWidget::changeEvent(event);
}

void ConnectPage::retranslate()
{
    m_heading->setText(m_failed ? tr("Not connected: %1").arg(m_host)
                                : tr("Connecting: %1").arg(m_host));
    m_cancel->setText(tr("Cancel"));
    m_problem->setAction(tr("Explain"));
    m_problem->setSecondAction(tr("Reconnect"));
    const QString names[kSteps] = {
        tr("Find the address"),   tr("Reach the server"), tr("Agree on encryption"),
        tr("Check the host key"), tr("Log in"),           tr("Open the shell")};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].name->setText(names[i]);
    for (std::size_t i = 0; i < m_hops.size(); ++i)
        m_hops[i].name->setText(tr("Through %1").arg(m_hopNames.at(static_cast<int>(i))));
    showAll();
}

void ConnectPage::showRow(int index)
{
    show(m_rows[static_cast<std::size_t>(index)], m_sinceStep);
}

void ConnectPage::showHop(int index)
{
    show(m_hops[static_cast<std::size_t>(index)], m_sinceHop);
}

void ConnectPage::show(const Row &line, const QElapsedTimer &since)
{
    const StateColors &colors = stateColors(palette());
    const auto showIcon = [&](QLatin1String name, const QColor &color) {
        line.icon->setPixmap(symbolPixmap(name, 16, color, devicePixelRatioF()));
    };
    switch (line.state) {
    case State::Ahead:
        showIcon(QLatin1String("dot"), colors.border);
        break;
    case State::Running:
        showIcon(QLatin1String("arrow-right"), palette().color(QPalette::Link));
        break;
    case State::Done:
        showIcon(QLatin1String("check"), colors.good);
        break;
    case State::Failed:
        showIcon(QLatin1String("error"), colors.bad);
        break;
    }
    line.name->setForegroundRole(line.state == State::Ahead ? QPalette::PlaceholderText
                                                            : QPalette::WindowText);
    QString text;
    if (line.state == State::Running && m_waiting)
        text = tr("waiting for your answer");
    else if (line.state == State::Running)
        text =
            tr("%1 s").arg(QLocale().toString(static_cast<double>(since.elapsed()) / 1000, 'f', 1));
    else if (line.state == State::Failed)
        text = tr("failed");
    else if (line.time)
        text = tr("%1 ms").arg(QLocale().toString(static_cast<qlonglong>(line.time->count())));
    line.value->setText(text);
}

void ConnectPage::showAll()
{
    for (int i = 0; i < static_cast<int>(m_hops.size()); ++i)
        showHop(i);
    for (int i = 0; i < kSteps; ++i)
        showRow(i);
}

void ConnectPage::showTimes()
{
    if (m_current)
        showRow(*m_current);
    for (int i = 0; i < static_cast<int>(m_hops.size()); ++i) {
        if (m_hops[static_cast<std::size_t>(i)].state == State::Running)
            showHop(i);
    }
}

} // namespace Portolan::Ui
