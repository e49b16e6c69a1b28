// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/transcriptview.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

TranscriptView::TranscriptView(QWidget *parent)
    : QWidget(parent)
    , m_model(new TranscriptModel(this))
    , m_filter(new FilterBar(this))
    , m_follow(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_dropped(new QLabel(this))
    , m_table(new DataTable(this))
{
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setIcon(symbol(QLatin1String("follow")));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_copy->setObjectName(QStringLiteral("copyTranscript"));
    m_copy->setIcon(symbol(QLatin1String("copy")));
    m_save->setObjectName(QStringLiteral("saveTranscript"));
    m_save->setIcon(symbol(QLatin1String("save")));
    for (QToolButton *button : {m_follow, m_copy, m_save})
        button->setFocusPolicy(Qt::TabFocus);
    m_dropped->setProperty("quiet", true);
    m_dropped->setWordWrap(true);
    m_dropped->hide();
    m_table->setSource(m_model);
    m_table->setNumberColumns({TranscriptModel::Time});
    m_table->setFollowing(true);
    m_table->installEventFilter(this);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::M, Space::M, Space::M, Space::S);
    row->setSpacing(Space::S);
    row->addWidget(m_filter, 1);
    for (QToolButton *button : {m_follow, m_copy, m_save})
        row->addWidget(button, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_dropped);
    column->addWidget(m_table, 1);
    m_dropped->setContentsMargins(Space::L, 0, Space::L, Space::S);
    setFocusProxy(m_filter);

    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), m_filter->field()); });
    connect(m_table, &DataTable::countChanged, this, &TranscriptView::showCount);
    // Later: a label that comes makes the table smaller at once, while its headers have not heard
    // of the new rows yet. They would count those twice, and the table would end in blank rows.
    connect(m_table, &DataTable::countChanged, this, &TranscriptView::showDropped,
            Qt::QueuedConnection);
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        m_table->setFollowing(on);
        if (on)
            m_table->scrollToBottom();
    });
    connect(m_copy, &QToolButton::clicked, this, &TranscriptView::copy);
    connect(m_save, &QToolButton::clicked, this, &TranscriptView::save);
    retranslate();
}

void TranscriptView::setSubject(const QString &subject)
{
    m_subject = subject;
}

void TranscriptView::setEmptyText(const QString &text)
{
    m_table->setEmptyText(text);
}

QString TranscriptView::text(bool selectedOnly) const
{
    QList<int> rows;
    if (selectedOnly) {
        const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
        for (const QModelIndex &index : chosen)
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
    } else {
        for (int row = 0; row < m_table->shownRows(); ++row)
            rows.append(row);
    }
    QString lines;
    for (const int row : std::as_const(rows))
        lines +=
            TranscriptModel::toText(m_model->line(m_table->sourceRow(row))) + QLatin1Char('\n');
    return lines;
}

void TranscriptView::copy()
{
    const bool some = m_table->selectionModel()->hasSelection();
    if (const QString lines = text(some); !lines.isEmpty())
        QApplication::clipboard()->setText(lines);
}

void TranscriptView::save()
{
    QString name = m_subject.isEmpty() ? QStringLiteral("transcript") : m_subject;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('.'))
            c = QLatin1Char('-');
    }
    saveFile(
        this, tr("Save the transcript"), name.left(60) + QStringLiteral(".txt"),
        tr("Text (%1)").arg(QStringLiteral("*.txt *.log")),
        [this](const QString &) { return text().toUtf8(); },
        [this](const Result<QString> &path) {
            if (path)
                Q_EMIT saved(*path);
            else
                Q_EMIT saveFailed(path.error());
        });
}

bool TranscriptView::eventFilter(QObject *watched, QEvent *event)
{
    // Lines of text, not cells: it is read by people and pasted into mail.
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TranscriptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TranscriptView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_follow, tr("Follow what comes"));
    name(m_copy, tr("Copy the shown or selected lines"));
    name(m_save, tr("Save the shown lines as text"));
    m_table->setAccessibleName(tr("Transcript"));
    m_filter->setPlaceholder(tr("Filter the transcript"));
    m_model->retranslate();
    showCount();
    showDropped();
}

void TranscriptView::showCount()
{
    m_filter->setCount(m_table->shownRows(), m_table->allRows());
    m_copy->setEnabled(m_table->shownRows() > 0);
    m_save->setEnabled(m_table->shownRows() > 0);
}

void TranscriptView::showDropped()
{
    m_dropped->setText(
        tr("%1 lines were left out to save room.").arg(QLocale().toString(m_model->dropped())));
    m_dropped->setVisible(m_model->dropped() > 0);
}

} // namespace Portolan::Ui
