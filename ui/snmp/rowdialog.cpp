// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/rowdialog.h"

#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/valuetext.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Definition;

constexpr int kWidth = 520;
constexpr int kFormHeight = 320;
constexpr int kCreateAndGo = 4; // RFC 2579, RowStatus

} // namespace

RowDialog::RowDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, const Definition &table,
                     const Definition &rowStatus, Snmp::TextCharset charset, QWidget *parent)
    : DialogFrame(QLatin1String("plus"), Tone::Warning, Size::Resizable, kWidth, parent)
    , m_snapshot(std::move(snapshot))
    , m_table(table)
    , m_rowStatus(rowStatus)
    , m_charset(charset)
    , m_form(new FormSection)
    , m_scroll(new QScrollArea)
    , m_preview(makeText(true))
{
    setObjectName(QStringLiteral("rowDialog"));
    for (const auto &part : m_table.index()) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("index_") + part.name);
        m_index.append(edit);
        m_form->addRow(edit);
    }
    for (const Definition &column : m_table.columns()) {
        if (!column.isWritable() || column == m_rowStatus)
            continue;
        auto *edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("column_") + column.name());
        m_fields.append({column, edit});
        m_form->addRow(edit);
    }
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, Space::M, 0);
    column->addWidget(m_form);
    column->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setMinimumHeight(std::min(kFormHeight, inside->sizeHint().height() + Space::XL));
    m_preview->setObjectName(QStringLiteral("rowPreview"));
    content()->addWidget(m_scroll, 1);
    content()->addWidget(m_preview);
    m_cancel = addButton("rowCancel");
    m_send = addButton("rowSend", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        Snmp::Varbinds varbinds = read(true);
        if (QWidget *faulty = m_form->firstFaulty()) {
            faulty->setFocus();
            return;
        }
        m_wanted = std::move(varbinds);
        accept();
    });
    for (QLineEdit *edit : std::as_const(m_index))
        connect(edit, &QLineEdit::textChanged, this, &RowDialog::showPreview);
    for (const Field &field : std::as_const(m_fields))
        connect(field.edit, &QLineEdit::textChanged, this, &RowDialog::showPreview);
    reword();
}

Snmp::Varbinds RowDialog::read(bool tell)
{
    m_form->clearProblems();
    QStringList texts;
    bool anyEmpty = false;
    for (const QLineEdit *edit : std::as_const(m_index)) {
        texts << edit->text();
        anyEmpty = anyEmpty || edit->text().isEmpty();
    }
    Snmp::Varbinds varbinds;
    const auto suffix = Snmp::Smi::encodeInstance(*m_snapshot, m_table, texts, m_charset);
    if (!suffix) {
        if (tell || !anyEmpty)
            m_form->setProblem(m_index.isEmpty() ? nullptr : m_index.front(), suffix.error().what);
        return {};
    }
    const auto add = [&](const Definition &column, const Snmp::Value &value) {
        Snmp::Oid oid = column.oid();
        if (oid.append(suffix->arcs()))
            varbinds.push_back({oid, value});
    };
    for (const Field &field : std::as_const(m_fields)) {
        if (field.edit->text().isEmpty())
            continue;
        const auto value =
            Snmp::Smi::valueOf(*m_snapshot, field.column, field.edit->text(), m_charset);
        if (value)
            add(field.column, *value);
        else
            m_form->setProblem(field.edit, value.error().what);
    }
    add(m_rowStatus, Snmp::Value::integer(kCreateAndGo));
    return varbinds;
}

void RowDialog::showPreview()
{
    const Snmp::Varbinds varbinds = read(false);
    QStringList lines;
    for (const Snmp::Varbind &one : varbinds)
        lines << QString(
            m_snapshot->shortNameOf(one.oid) + QStringLiteral(" = ") +
            Snmp::Smi::textOf(*m_snapshot, m_snapshot->nearest(one.oid), one.value, m_charset)
                .full);
    m_preview->setText(lines.isEmpty() ? tr("The index says which row it is; columns without a "
                                            "value keep the agent's own.")
                                       : lines.join(QLatin1Char('\n')));
    m_send->setEnabled(!varbinds.empty());
}

void RowDialog::reword()
{
    setWindowTitle(tr("New row in %1").arg(m_table.name()));
    setHeading(windowTitle());
    setLead(tr("One SET makes the row with all of these values, or nothing of it."));
    const auto index = m_table.index();
    for (qsizetype i = 0; i < m_index.size(); ++i) {
        m_form->setLabel(m_index[i],
                         index[i].name.isEmpty() ? tr("Index %1").arg(i + 1) : index[i].name);
        m_index[i]->setPlaceholderText(index[i].type.text());
    }
    for (const Field &field : std::as_const(m_fields)) {
        m_form->setLabel(field.edit, field.column.name());
        const QString usual = field.column.defaultValue();
        m_form->setHint(field.edit, QString());
        field.edit->setPlaceholderText(
            usual.isEmpty() ? field.column.type().text()
                            : tr("%1, usually %2").arg(field.column.type().text(), usual));
    }
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Make the row"));
    showPreview();
}

} // namespace Portolan::Ui
