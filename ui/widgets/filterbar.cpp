// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kMostText = 1000;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new TypedField(this))
    , m_case(new QToolButton(this))
    , m_regex(new QToolButton(this))
    , m_field(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
{
    m_edit->setObjectName(QStringLiteral("filter"));
    m_edit->setMaxLength(kMostText);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(symbol(QLatin1String("filter")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_edit->setMinimumWidth(120);
    m_case->setObjectName(QStringLiteral("case"));
    m_case->setText(QStringLiteral("Aa"));
    m_regex->setObjectName(QStringLiteral("regex"));
    m_regex->setText(QStringLiteral(".*"));
    for (QToolButton *button : {m_case, m_regex}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_field->setObjectName(QStringLiteral("field"));
    m_field->hide();
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setProperty("quiet", true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addWidget(m_edit, 1);
    row->addWidget(m_case);
    row->addWidget(m_regex);
    row->addWidget(m_field);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_edit, &TypedField::typedChanged, this, &FilterBar::read);
    connect(m_case, &QToolButton::toggled, this, &FilterBar::read);
    connect(m_regex, &QToolButton::toggled, this, &FilterBar::read);
    connect(m_field, &QComboBox::currentIndexChanged, this, &FilterBar::filterChanged);
    setFocusProxy(m_edit);
    retranslate();
}

int FilterBar::field() const
{
    return m_field->currentIndex() - 1;
}

QString FilterBar::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FilterBar::setFields(const QStringList &names)
{
    m_fieldNames = names;
    retranslate();
}

void FilterBar::setCount(qsizetype shown, qsizetype all)
{
    m_shown = shown;
    m_all = all;
    showCount();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    retranslate();
}

void FilterBar::focusField()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::read()
{
    const QString typed = m_edit->typed();
    const qsizetype composed = typed.size() - m_edit->text().size();
    const auto filter = TextFilter::make(
        typed, {.caseSensitive = m_case->isChecked(),
                .regex = m_regex->isChecked(),
                .composing = composed > 0 ? m_edit->cursorPosition() + composed - 1 : -1});
    const bool bad = !filter;
    if (m_edit->property("bad").toBool() != bad) {
        m_edit->setProperty("bad", bad);
        m_edit->style()->polish(m_edit);
    }
    m_problem->setText(bad ? filter.error().what : QString());
    m_problem->setVisible(bad);
    if (bad)
        return;
    m_filter = *filter;
    showCount();
    Q_EMIT filterChanged();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        read();
    }
    QWidget::changeEvent(event);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            if (m_edit->text().isEmpty())
                Q_EMIT left();
            else
                m_edit->clear();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            Q_EMIT entered();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::retranslate()
{
    m_edit->setPlaceholderText(m_placeholder.isEmpty() ? tr("Filter") : m_placeholder);
    m_edit->setAccessibleName(tr("Filter"));
    m_case->setToolTip(tr("Match case"));
    m_case->setAccessibleName(tr("Match case"));
    m_regex->setToolTip(tr("Regular expression"));
    m_regex->setAccessibleName(tr("Regular expression"));
    m_field->setAccessibleName(tr("Column to search"));
    m_field->setToolTip(tr("Column to search"));
    const QSignalBlocker quiet(m_field);
    const int chosen = m_field->currentIndex();
    m_field->clear();
    m_field->addItem(tr("All columns"), -1);
    for (int i = 0; i < m_fieldNames.size(); ++i)
        m_field->addItem(m_fieldNames[i], i);
    m_field->setCurrentIndex(chosen >= 0 && chosen < m_field->count() ? chosen : 0);
    m_field->setVisible(m_fieldNames.size() > 1);
    showCount();
}

void FilterBar::showCount()
{
    const QLocale locale;
    QString text;
    if (m_shown >= 0 && m_all > 0)
        text = m_filter.isEmpty()
                   ? locale.toString(m_all)
                   : tr("%1 of %2").arg(locale.toString(m_shown), locale.toString(m_all));
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    m_count->setAccessibleName(text);
}

} // namespace Portolan::Ui
