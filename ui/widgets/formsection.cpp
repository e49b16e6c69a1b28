// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formsection.h"

#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kLabelWidth = 132;
constexpr int kRowsAField = 3; // the field, its hint, its problem

QLabel *makeBelow(const char *property)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty(property, true);
    label->hide();
    return label;
}

void markBad(QWidget *field, bool bad)
{
    if (field->property("bad").toBool() == bad)
        return;
    field->setProperty("bad", bad);
    field->style()->polish(field);
}

} // namespace

FormSection::FormSection(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::L);
    m_grid->setVerticalSpacing(Space::S);
    m_grid->setColumnMinimumWidth(0, kLabelWidth);
    m_grid->setColumnStretch(1, 1);
}

void FormSection::addRow(QWidget *field)
{
    Row row{field, new QLabel, makeBelow("quiet"), makeBelow("bad")};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    row.label->setBuddy(field);
    const int at = static_cast<int>(m_rows.size()) * kRowsAField;
    m_grid->addWidget(row.label, at, 0);
    m_grid->addWidget(field, at, 1);
    m_grid->addWidget(row.hint, at + 1, 1);
    m_grid->addWidget(row.problem, at + 2, 1);
    m_rows.append(row);
}

const FormSection::Row &FormSection::row(const QWidget *field) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [field](const Row &row) { return row.field == field; });
    Q_ASSERT(found != m_rows.cend());
    return *found;
}

void FormSection::setLabel(const QWidget *field, const QString &text)
{
    const Row &one = row(field);
    one.label->setText(text);
    one.field->setAccessibleName(text);
}

void FormSection::setHint(const QWidget *field, const QString &text)
{
    const Row &one = row(field);
    one.hint->setText(text);
    one.hint->setVisible(!text.isEmpty());
}

void FormSection::setRowVisible(const QWidget *field, bool visible)
{
    const Row &one = row(field);
    one.field->setVisible(visible);
    one.label->setVisible(visible);
    one.hint->setVisible(visible && !one.hint->text().isEmpty());
    one.problem->setVisible(visible && !one.problem->text().isEmpty());
    updateGeometry(); // a dialog that is not shown yet would keep its height
}

void FormSection::setProblem(QWidget *field, const QString &sentence)
{
    const Row &one = row(field);
    one.problem->setText(sentence);
    one.problem->setVisible(!sentence.isEmpty());
    field->setAccessibleDescription(sentence);
    markBad(field, !sentence.isEmpty());
}

void FormSection::clearProblems()
{
    for (const Row &row : std::as_const(m_rows))
        setProblem(row.field, {});
}

QString FormSection::problem(const QWidget *field) const
{
    return row(field).problem->text();
}

QWidget *FormSection::firstFaulty() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [](const Row &row) { return !row.problem->text().isEmpty(); });
    return found == m_rows.cend() ? nullptr : found->field;
}

} // namespace Portolan::Ui
