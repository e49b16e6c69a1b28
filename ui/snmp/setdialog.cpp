// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/setdialog.h"

#include "ui/snmp/agentcalls.h"
#include "ui/snmp/setrow.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 500;
constexpr int kMostHeight = 360;      // of the rows
constexpr std::size_t kMostRows = 50; // in one message

} // namespace

SetDialog::SetDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
                     const std::vector<Snmp::Oid> &oids, Snmp::TextCharset charset, QWidget *parent)
    : DialogFrame(QLatin1String("edit"), Tone::Warning, Size::FitsText, kWidth, parent)
    , m_snapshot(std::move(snapshot))
    , m_calls(calls)
    , m_charset(charset)
    , m_notice(new NoticeBar)
    , m_scroll(new QScrollArea)
    , m_inside(new QWidget)
    , m_column(new QVBoxLayout(m_inside))
    , m_another(new QLineEdit)
    , m_add(new QPushButton)
    , m_problem(makeText())
    , m_previewHead(makeText(true))
    , m_preview(makeText())
{
    setObjectName(QStringLiteral("setDialog"));
    m_preview->setObjectName(QStringLiteral("setPreview"));
    m_preview->setProperty("strong", true);
    m_another->setObjectName(QStringLiteral("setAnother"));
    m_add->setObjectName(QStringLiteral("setAdd"));
    m_add->setAutoDefault(false);
    m_problem->setProperty("bad", true);
    m_problem->hide();
    m_notice->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::M);
    m_scroll->setWidget(m_inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *another = new QHBoxLayout;
    another->setSpacing(Space::S);
    another->addWidget(m_another, 1);
    another->addWidget(m_add);
    content()->addWidget(m_notice);
    content()->addWidget(m_scroll);
    content()->addLayout(another);
    content()->addWidget(m_problem);
    content()->addWidget(m_previewHead);
    content()->addWidget(m_preview);
    m_cancel = addButton("setCancel");
    m_send = addButton("setSend", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SetDialog::send);
    connect(m_add, &QPushButton::clicked, this, &SetDialog::addTyped);
    connect(m_another, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_problem->hide();
        m_add->setEnabled(!text.trimmed().isEmpty());
        // Enter adds what was typed; otherwise it sends.
        m_add->setDefault(!text.trimmed().isEmpty());
        m_send->setDefault(text.trimmed().isEmpty());
    });
    m_add->setEnabled(false);
    for (const Snmp::Oid &oid : oids)
        add(oid);
    reword();
    if (!m_rows.empty())
        m_rows.front()->focusField();
}

void SetDialog::add(const Snmp::Oid &oid)
{
    const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                   [&](const SetRow *row) { return row->oid() == oid; });
    if (same != m_rows.end()) {
        (*same)->focusField();
        return;
    }
    if (m_rows.size() >= kMostRows)
        return;
    auto *row = new SetRow(m_snapshot, m_calls, oid, m_charset, m_inside);
    m_column->addWidget(row);
    m_rows.push_back(row);
    connect(row, &SetRow::changed, this, &SetDialog::showPreview);
    connect(row, &SetRow::removeWanted, this, [this, row] { remove(row); });
    row->show();
    reword();
    row->focusField();
    QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row); });
}

void SetDialog::addTyped()
{
    const QStringList words = m_another->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto oid = m_snapshot->resolve(word);
        if (!oid) {
            m_problem->setText(oid.error().what);
            m_problem->show();
            fit();
            return;
        }
        const auto object = m_snapshot->nearest(*oid);
        add(object && object.kind() == Snmp::Smi::Kind::Scalar && object.oid() == *oid
                ? oid->child(0)
                : *oid);
    }
    m_another->clear();
}

void SetDialog::remove(SetRow *row)
{
    m_rows.erase(std::remove(m_rows.begin(), m_rows.end(), row), m_rows.end());
    row->hide();
    row->deleteLater(); // it is in the middle of telling
    reword();
}

QString SetDialog::preview() const
{
    QStringList lines;
    for (const SetRow *row : m_rows) {
        const QString change = row->preview();
        if (!change.isEmpty())
            lines << (m_rows.size() == 1 ? change : tr("%1: %2").arg(row->name(), change));
    }
    return lines.join(QLatin1Char('\n'));
}

void SetDialog::showPreview()
{
    const QString text = preview();
    m_preview->setText(text.isEmpty() ? QStringLiteral("—") : text);
    const bool isWhole =
        !m_rows.empty() && std::all_of(m_rows.begin(), m_rows.end(),
                                       [](const SetRow *row) { return row->read().has_value(); });
    m_send->setEnabled(isWhole && !m_isSending);
    fitRows();
}

// As high as the rows are, up to what fits into a window; then it scrolls.
void SetDialog::fitRows()
{
    m_column->activate();
    const int wanted = m_inside->sizeHint().height();
    m_scroll->setFixedHeight(std::min(wanted, kMostHeight));
    fit();
}

void SetDialog::setSending(bool sending)
{
    m_isSending = sending;
    m_inside->setEnabled(!sending);
    m_another->setEnabled(!sending);
    showPreview();
}

void SetDialog::send()
{
    if (m_isSending)
        return;
    m_notice->hide();
    m_sent.clear();
    m_former.clear();
    for (const SetRow *row : m_rows) {
        const auto value = row->read();
        if (!value)
            return;
        m_sent.push_back({row->oid(), *value});
        if (row->previous())
            m_former.push_back({row->oid(), *row->previous()});
    }
    setSending(true);
    m_calls.ask(Snmp::Request::set(m_sent), this,
                [this](const Result<Snmp::Response> &result) { onAnswer(result); });
}

void SetDialog::onAnswer(const Result<Snmp::Response> &result)
{
    setSending(false);
    if (result) {
        accept();
        return;
    }
    const Error &error = result.error();
    // RFC 3416, section 4.2.5.
    const auto index =
        static_cast<std::size_t>(m_calls.agent() ? std::max(m_calls.agent()->errorIndex(), 0) : 0);
    if (index >= 1 && index <= m_rows.size()) {
        m_rows[index - 1]->setRefused(error.what);
        m_rows[index - 1]->focusField();
        m_scroll->ensureWidgetVisible(m_rows[index - 1]);
        if (m_rows.size() > 1)
            m_notice->show(
                NoticeBar::Severity::Error,
                tr("The agent refused %1, so none was changed.").arg(m_rows[index - 1]->name()),
                error.detail, {});
    } else {
        m_notice->show(NoticeBar::Severity::Error, error.what, error.detail, {});
    }
    fitRows();
}

void SetDialog::reword()
{
    const bool single = m_rows.size() == 1;
    for (SetRow *row : m_rows)
        row->setRemovable(!single);
    setWindowTitle(single ? tr("Set %1").arg(m_rows.front()->name())
                          : tr("Set %n object(s)", "", static_cast<int>(m_rows.size())));
    setHeading(windowTitle());
    const bool writable = std::all_of(m_rows.begin(), m_rows.end(),
                                      [](const SetRow *row) { return row->isWritable(); });
    setLead(!writable ? tr("The module says that this object cannot be written. An agent may allow "
                           "it all the same; most often it refuses.")
            : single  ? tr("The agent takes the new value at once. The value that it had is kept "
                            "here, to go back to it.")
                      : tr("One message for all: the agent takes all of the new values at once, or "
                            "none. The former ones are kept here, to go back to them."));
    m_another->setPlaceholderText(tr("Another object for the same message, such as ifAlias.3"));
    m_another->setAccessibleName(tr("Another object"));
    m_add->setText(tr("Add"));
    m_previewHead->setText(tr("Change"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Send SET"));
    showPreview();
}

} // namespace Portolan::Ui
