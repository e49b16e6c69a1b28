// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldlist.h"

#include "core/base/tabletext.h"
#include "ui/widgets/breakable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kLongestName = 22; // characters; a longer one goes on in the next line

} // namespace

FieldList::FieldList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(Space::L, Space::S, Space::L, Space::L);
    m_grid->setHorizontalSpacing(Space::L);
    m_grid->setVerticalSpacing(Space::S + 2);
    m_grid->setColumnStretch(1, 1);
}

void FieldList::show(const QList<Field> &fields)
{
    QList<Field> shown;
    for (const Field &field : fields) {
        if (field.isSection || !field.value.isEmpty())
            shown.append(field);
    }
    const bool sameKinds =
        std::equal(m_fields.begin(), m_fields.end(), shown.begin(), shown.end(),
                   [](const Field &a, const Field &b) { return a.isSection == b.isSection; });
    if (!sameKinds) {
        for (const Row &row : m_rows) {
            delete row.name;
            delete row.value;
        }
        m_rows.clear();
        for (int i = 0; i < shown.size(); ++i) {
            Row row{new QLabel(this), nullptr};
            row.name->setTextFormat(Qt::PlainText);
            if (shown[i].isSection) {
                row.name->setProperty("strong", true);
                row.name->setContentsMargins(0, i == 0 ? 0 : Space::M, 0, 0);
                m_grid->addWidget(row.name, i, 0, 1, 2);
            } else {
                row.name->setProperty("quiet", true);
                row.value = new QLabel(this);
                row.value->setTextFormat(Qt::PlainText);
                row.value->setWordWrap(true);
                m_grid->addWidget(row.name, i, 0, Qt::AlignTop | Qt::AlignLeft);
                m_grid->addWidget(row.value, i, 1);
            }
            m_rows.push_back(row);
        }
    }
    for (int i = 0; i < shown.size(); ++i) {
        const Row &row = m_rows[static_cast<std::size_t>(i)];
        row.name->setText(shown[i].name);
        if (row.value) {
            const int room = row.name->fontMetrics().averageCharWidth() * kLongestName;
            const bool isLong = row.name->fontMetrics().horizontalAdvance(shown[i].name) > room;
            row.name->setWordWrap(isLong);
            row.name->setMinimumWidth(isLong ? room : 0);
            row.name->setMaximumWidth(isLong ? room : QWIDGETSIZE_MAX);
            row.value->setText(breakable(shown[i].value));
            row.value->setAlignment((shown[i].isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
            row.value->setToolTip(shown[i].tip.toHtmlEscaped());
            row.name->setToolTip(shown[i].tip.toHtmlEscaped());
            row.name->setBuddy(row.value);
        }
    }
    m_fields = shown;
}

QString FieldList::text() const
{
    QList<QStringList> rows;
    for (const Field &field : m_fields) {
        if (!field.isSection)
            rows.append({field.name, field.value});
    }
    return toTsv(rows);
}

void FieldList::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_fields.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QWidget *under = childAt(event->pos());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].value || (under != m_rows[i].value && under != m_rows[i].name))
            continue;
        const QString value = m_fields[static_cast<qsizetype>(i)].value;
        connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy value")),
                &QAction::triggered, this, [value] { QApplication::clipboard()->setText(value); });
    }
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy all")), &QAction::triggered,
            this, [this] { QApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}

} // namespace Portolan::Ui
