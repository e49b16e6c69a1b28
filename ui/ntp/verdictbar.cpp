// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/verdictbar.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kIcon = 28;
constexpr int kField = 160;
constexpr int kMostTyped = 4000;

} // namespace

VerdictBar::VerdictBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_sentence(new QLabel)
    , m_reason(new QLabel)
    , m_field(new QLineEdit)
    , m_add(new QPushButton)
    , m_problem(new QLabel)
    , m_pause(new QToolButton)
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_sentence->setObjectName(QStringLiteral("clockVerdict"));
    m_reason->setObjectName(QStringLiteral("clockVerdictReason"));
    m_field->setObjectName(QStringLiteral("addClock"));
    m_add->setObjectName(QStringLiteral("addClockButton"));
    m_problem->setObjectName(QStringLiteral("addClockProblem"));
    m_pause->setObjectName(QStringLiteral("pauseClocks"));
    m_more->setObjectName(QStringLiteral("clockMenu"));
    m_icon->setFixedSize(kIcon, kIcon);
    m_sentence->setProperty("heading", 2);
    m_reason->setProperty("quiet", true);
    m_problem->setProperty("bad", true);
    for (QLabel *label : {m_sentence, m_reason, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (QLabel *label : {m_sentence, m_reason})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_field->setMinimumWidth(kField);
    m_field->setMaximumWidth(kField * 2);
    m_field->setMaxLength(kMostTyped);
    m_field->addAction(symbol(QLatin1String("plus")), QLineEdit::LeadingPosition);
    m_pause->setCheckable(true);
    m_pause->setIcon(symbol(QLatin1String("pause")));
    m_more->setIcon(symbol(QLatin1String("menu")));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_reason);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    for (QWidget *each : std::initializer_list<QWidget *>{m_field, m_add, m_pause, m_more})
        line->addWidget(each);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addLayout(line);
    right->addWidget(m_problem);
    right->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    row->setSpacing(Space::L);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addLayout(right);

    const auto add = [this] {
        if (const QString typed = m_field->text().trimmed(); typed.isEmpty())
            Q_EMIT dialogWanted();
        else
            Q_EMIT addWanted(typed);
    };
    connect(m_field, &QLineEdit::returnPressed, this, add);
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_field, &QLineEdit::textChanged, this, [this] { setProblem({}); });
    connect(m_pause, &QToolButton::clicked, this, &VerdictBar::pauseWanted);
    showIcon();
    retranslate();
}

void VerdictBar::setVerdict(const ClockWords::Verdict &verdict)
{
    m_sentence->setText(verdict.sentence);
    m_reason->setText(verdict.reason);
    if (m_mood != verdict.mood) {
        m_mood = verdict.mood;
        showIcon();
    }
}

void VerdictBar::showIcon()
{
    const QLatin1String name = m_mood == ClockWords::Mood::Good      ? QLatin1String("check")
                               : m_mood == ClockWords::Mood::Warning ? QLatin1String("warning")
                               : m_mood == ClockWords::Mood::Bad     ? QLatin1String("error")
                                                                     : QLatin1String("clock");
    m_icon->setPixmap(
        symbolPixmap(name, kIcon, ClockWords::moodColor(m_mood, palette()), devicePixelRatioF()));
}

void VerdictBar::setPaused(bool paused)
{
    m_pause->setChecked(paused);
    retranslate();
}

void VerdictBar::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void VerdictBar::clearField()
{
    m_field->clear();
}

void VerdictBar::focusField()
{
    m_field->setFocus();
    m_field->selectAll();
}

QString VerdictBar::sentence() const
{
    return m_sentence->text();
}

QString VerdictBar::reason() const
{
    return m_reason->text();
}

void VerdictBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showIcon();
    QFrame::changeEvent(event);
}

void VerdictBar::retranslate()
{
    m_field->setPlaceholderText(tr("Name or address of a server"));
    m_field->setAccessibleName(tr("Another server"));
    m_field->setToolTip(tr("A name, an address with or without a port, or a whole ntp:// address; "
                           "several with spaces between."));
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Adds what is typed; without anything typed, shows well-known servers "
                         "and reads configuration files."));
    const auto word = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_pause, m_pause->isChecked() ? tr("Go on asking") : tr("Pause: ask nobody for now"));
    word(m_more, tr("More"));
}

} // namespace Portolan::Ui
