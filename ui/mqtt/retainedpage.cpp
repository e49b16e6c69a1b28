// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/retainedpage.h"

#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kUsualRate = 500;
constexpr int kLeastTable = 120;
constexpr std::uint32_t kMostLive = 100'000; // topics; beyond, a person asks for a look
constexpr qint64 kMostUndoFile = qint64(512) << 20U;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

namespace {

// The end of a topic tells more than its beginning, which is that of all others.
class TailDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

} // namespace

class RetainedPage::Model : public QAbstractTableModel
{
public:
    Model(const std::vector<Mqtt::RetainedValue> &values, QObject *parent)
        : QAbstractTableModel(parent)
        , m_values(values)
    {
    }
    void change(const std::function<void()> &how)
    {
        beginResetModel();
        how();
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid()
                   ? 0
                   : static_cast<int>(std::min<std::size_t>(m_values.size(), kMostShown));
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Mqtt::RetainedValue &value = m_values[static_cast<std::size_t>(index.row())];
        if (role == DataTable::SortRole && index.column() == 2)
            return value.payload.size();
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 0:
            return topicText(viewOf(value.topic));
        case 1:
            return payloadPreview(viewOf(value.payload),
                                  static_cast<quint64>(value.payload.size()));
        default:
            return QLocale().toString(value.payload.size());
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return section == 0   ? RetainedPage::tr("Topic")
               : section == 1 ? RetainedPage::tr("Value")
                              : RetainedPage::tr("Bytes");
    }

private:
    const std::vector<Mqtt::RetainedValue> &m_values;
};

RetainedPage::RetainedPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_timer(new QTimer(this))
    , m_model(new Model(m_found, this))
    , m_lead(new QLabel)
    , m_prefix(new QLineEdit)
    , m_again(new QToolButton)
    , m_count(new QLabel)
    , m_table(new DataTable)
    , m_rateLabel(new QLabel)
    , m_rate(new QSpinBox)
    , m_delete(new QPushButton)
    , m_undo(new QPushButton)
    , m_notice(new NoticeBar)
    , m_progress(new WorkProgress)
{
    m_lead->setWordWrap(true);
    m_lead->setProperty("quiet", true);
    m_prefix->setObjectName(QStringLiteral("retainedPrefix"));
    m_prefix->setClearButtonEnabled(true);
    m_again->setIcon(symbol(QLatin1String("reload")));
    m_count->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("retainedCount"));
    m_table->setObjectName(QStringLiteral("retained"));
    m_table->setNumberColumns({2});
    m_table->setSource(m_model);
    m_table->setExportName(QStringLiteral("retained"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegateForColumn(0, new TailDelegate(m_table));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rate->setRange(0, 100'000);
    m_rate->setValue(kUsualRate);
    m_rate->setObjectName(QStringLiteral("retainedRate"));
    m_delete->setObjectName(QStringLiteral("retainedDelete"));
    m_notice->setClosable(true);
    m_notice->hide();
    m_progress->hide();

    auto *field = new QHBoxLayout;
    field->setSpacing(Space::S);
    field->addWidget(m_prefix, 1);
    field->addWidget(m_again);
    auto *rate = new QHBoxLayout;
    rate->setSpacing(Space::M);
    rate->addWidget(m_rateLabel);
    rate->addWidget(m_rate);
    rate->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addWidget(m_delete, 1);
    buttons->addWidget(m_undo);
    m_table->setMinimumHeight(kLeastTable);
    auto *inside = new QWidget;
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_lead);
    column->addLayout(field);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addLayout(rate);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    whole->addWidget(scrolling(inside));
    setFocusProxy(m_prefix);

    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &RetainedPage::step);
    connect(m_prefix, &QLineEdit::textChanged, this, &RetainedPage::search);
    connect(m_again, &QToolButton::clicked, this, &RetainedPage::search);
    connect(m_delete, &QPushButton::clicked, this, &RetainedPage::askToWipe);
    connect(m_undo, &QPushButton::clicked, this, &RetainedPage::askToRestore);
    connect(m_progress, &WorkProgress::cancelClicked, this, [this] {
        if (m_work)
            m_work->cancel();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        const int row = m_table->sourceRow(index.row());
        if (row >= 0)
            Q_EMIT topicChosen(m_found[static_cast<std::size_t>(row)].topic);
    });
    retranslate();
}

RetainedPage::~RetainedPage() = default;

void RetainedPage::setClient(Mqtt::Client *client)
{
    m_work.reset();
    m_progress->end();
    m_client = client;
    showState();
}

void RetainedPage::setConnected(bool connected)
{
    m_connected = connected;
    showState();
}

void RetainedPage::setPrefix(const QByteArray &topic)
{
    m_prefix->setText(QString::fromUtf8(topic));
}

void RetainedPage::search()
{
    QByteArray prefix = m_prefix->text().toUtf8();
    while (prefix.endsWith('#') || prefix.endsWith('/'))
        prefix.chop(1);
    m_search = std::make_unique<Mqtt::RetainedSearch>(m_inbox, prefix);
    m_timer->start();
}

void RetainedPage::refresh()
{
    if (!isVisible() || m_search || (m_work && m_work->isRunning()))
        return;
    const auto counts = m_inbox->read([](const Mqtt::TopicStore &store) { return store.counts(); });
    if (counts.messages == m_messages || counts.topics > kMostLive)
        return;
    m_messages = counts.messages;
    search();
}

void RetainedPage::step()
{
    if (!m_search || m_search->step())
        return;
    m_timer->stop();
    m_leftOut = m_search->leftOut();
    // What has not changed keeps its place and its selection.
    if (m_search->values() != m_found)
        m_model->change([this] { m_found = m_search->take(); });
    m_search.reset();
    showFound();
}

void RetainedPage::showFound()
{
    const auto count = static_cast<int>(m_found.size());
    QStringList parts{tr("%n retained value(s)", nullptr, count)};
    if (count > kMostShown)
        parts << tr("the first %1 are listed").arg(QLocale().toString(kMostShown));
    if (m_leftOut > 0)
        parts << tr("%1 more found, too many to keep").arg(QLocale().toString(m_leftOut));
    m_count->setText(parts.join(QStringLiteral("  ·  ")));
    showState();
    if (m_fitted || m_found.empty() || !m_table->isVisible())
        return;
    // Topics have most of the room; after the table's own first fit, which does not know that.
    m_fitted = true;
    QTimer::singleShot(0, this, [this] {
        m_table->horizontalHeader()->resizeSection(1, m_table->viewport()->width() / 3);
    });
}

void RetainedPage::showState()
{
    const bool busy = m_work && m_work->isRunning();
    m_delete->setEnabled(m_client && m_connected && !busy && !m_found.empty());
    m_undo->setEnabled(m_client && m_connected && !busy);
    m_delete->setText(m_found.empty()
                          ? tr("Delete…")
                          : tr("Delete %n value(s)…", nullptr, static_cast<int>(m_found.size())));
}

void RetainedPage::askToWipe()
{
    const auto count = static_cast<int>(m_found.size());
    const auto cut = std::count_if(m_found.begin(), m_found.end(),
                                   [](const Mqtt::RetainedValue &value) { return !value.whole; });
    QString sentence = tr("The broker forgets %n retained value(s), for everybody. Before it does, "
                          "they are written to a file, from which they can be published again.",
                          nullptr, count);
    if (cut > 0)
        sentence += QLatin1Char(' ') + tr("Of %n of them only the beginning is known: these cannot "
                                          "be brought back whole.",
                                          nullptr, static_cast<int>(cut));
    confirm(
        this, tr("Delete retained values"), sentence, tr("Choose the file…"),
        [this] {
            auto *dialog = new QFileDialog(this, tr("Keep the deleted values in"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setAcceptMode(QFileDialog::AcceptSave);
            dialog->setNameFilter(tr("Retained values (*.jsonl)"));
            dialog->selectFile(
                QStringLiteral("retained-%1.jsonl")
                    .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
            connect(dialog, &QFileDialog::fileSelected, this, &RetainedPage::wipe);
            dialog->open();
        },
        ConfirmDialog::Risk::Lasting);
}

void RetainedPage::wipe(const QString &undoFile)
{
    if (!m_client || m_found.empty())
        return;
    std::vector<Mqtt::RetainedValue> values = m_found;
    // Nothing is deleted before the file is there.
    QThreadPool::globalInstance()->start([guard = QPointer<RetainedPage>(this), undoFile,
                                          values = std::move(values)]() mutable {
        const QByteArray bytes = Mqtt::undoFile(values);
        QMetaObject::invokeMethod(
            qApp,
            [guard, undoFile, bytes, values = std::move(values)]() mutable {
                if (!guard)
                    return;
                writeFile(undoFile, bytes, guard,
                          [guard, values = std::move(values)](const Result<QString> &path) mutable {
                              if (!path) {
                                  guard->m_notice->show(NoticeBar::Severity::Error,
                                                        path.error().what, path.error().detail, {});
                                  return;
                              }
                              guard->m_undoFile = *path;
                              guard->begin(Mqtt::RetainedWork::What::Delete, values);
                          });
            },
            Qt::QueuedConnection);
    });
}

void RetainedPage::askToRestore()
{
    auto *dialog = new QFileDialog(this, tr("Publish deleted values again"), m_undoFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Retained values (*.jsonl)"), tr("All files (*)")});
    if (!m_undoFile.isEmpty())
        dialog->selectFile(m_undoFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RetainedPage::restore);
    dialog->open();
}

void RetainedPage::restore(const QString &undoFile)
{
    QThreadPool::globalInstance()->start([guard = QPointer<RetainedPage>(this), undoFile] {
        QFile file(undoFile);
        Result<std::vector<Mqtt::RetainedValue>> values =
            file.open(QIODevice::ReadOnly)
                ? Mqtt::readUndoFile(file.read(kMostUndoFile))
                : failure(Error::Kind::Local,
                          RetainedPage::tr("%1: %2").arg(undoFile, file.errorString()));
        QMetaObject::invokeMethod(
            qApp,
            [guard, values = std::move(values)]() mutable {
                if (!guard)
                    return;
                if (values)
                    guard->begin(Mqtt::RetainedWork::What::Restore, std::move(*values));
                else
                    guard->m_notice->show(NoticeBar::Severity::Error, values.error().what, {}, {});
            },
            Qt::QueuedConnection);
    });
}

void RetainedPage::begin(Mqtt::RetainedWork::What what, std::vector<Mqtt::RetainedValue> values)
{
    if (!m_client || (m_work && m_work->isRunning()))
        return;
    using What = Mqtt::RetainedWork::What;
    m_notice->hide();
    m_work =
        std::make_unique<Mqtt::RetainedWork>(*m_client, what, std::move(values), m_rate->value());
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(what == What::Delete ? tr("Deleting retained values")
                                             : tr("Publishing deleted values again"));
    m_progress->show();
    connect(m_work.get(), &Mqtt::RetainedWork::progress, this, [this] {
        const auto &counts = m_work->counts();
        m_progress->setDone(counts.done + counts.refused + counts.lost, counts.all);
    });
    connect(m_work.get(), &Mqtt::RetainedWork::finished, this, [this, what] {
        const auto &counts = m_work->counts();
        const QLocale locale;
        m_progress->end();
        m_progress->hide();
        QString sentence = (what == What::Delete ? tr("%1 of %2 retained values were deleted.")
                                                 : tr("%1 of %2 values were published again."))
                               .arg(locale.toString(counts.done), locale.toString(counts.all));
        if (counts.refused > 0)
            sentence += QLatin1Char(' ') +
                        tr("The broker refused %1.").arg(locale.toString(counts.refused));
        if (counts.lost > 0)
            sentence +=
                QLatin1Char(' ') +
                tr("Of %1 nobody knows, or they were not sent.").arg(locale.toString(counts.lost));
        const bool bad = counts.done < counts.all;
        m_notice->show(bad ? NoticeBar::Severity::Warning : NoticeBar::Severity::Info, sentence,
                       what == What::Delete ? m_undoFile : QString(), {});
        Q_EMIT told(sentence, bad);
        showState();
        search();
    });
    m_work->start();
    showState();
}

void RetainedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    search();
}

void RetainedPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RetainedPage::retranslate()
{
    m_lead->setText(tr("What the broker keeps for those who subscribe later, as far as your "
                       "subscriptions reach."));
    m_prefix->setPlaceholderText(tr("Below this topic; empty: everywhere"));
    m_prefix->setAccessibleName(tr("Below which topic"));
    m_again->setToolTip(tr("Look again"));
    m_again->setAccessibleName(tr("Look again"));
    m_table->setEmptyText(tr("No retained value was received below this topic."));
    m_rateLabel->setText(tr("At most"));
    m_rate->setSuffix(tr(" a second"));
    m_rate->setSpecialValueText(tr("As fast as it goes"));
    m_undo->setText(tr("Bring back…"));
    showFound();
}

} // namespace Portolan::Ui
