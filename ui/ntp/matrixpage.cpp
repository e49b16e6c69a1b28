// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/matrixpage.h"

#include "core/ntp/figures.h"
#include "ui/ntp/clockwords.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kMostNameWidth = 190;

} // namespace

MatrixModel::MatrixModel(const Ntp::Monitor &monitor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
{
}

void MatrixModel::refresh()
{
    const auto &servers = m_monitor.servers();
    bool isSame = servers.size() == m_servers.size();
    for (std::size_t i = 0; isSame && i < servers.size(); ++i)
        isSame = servers[i].id == m_servers[i].id && servers[i].name() == m_servers[i].name;
    if (!isSame) {
        beginResetModel();
        m_servers.clear();
        for (const Ntp::ServerState &each : servers)
            m_servers.push_back({each.id, each.name()});
        m_areCounted = false;
        m_counted = {};
        m_counting = {};
        m_nextRow = 0;
        endResetModel();
    }
    count();
    if (isSame && !m_servers.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MatrixModel::count()
{
    const auto &servers = m_monitor.servers();
    const int rows = rowCount();
    for (int left = kMostAtOnce; left > 0 && m_nextRow < rows; ++m_nextRow) {
        const Ntp::ServerState &first = servers[static_cast<std::size_t>(m_nextRow)];
        for (int other = m_nextRow + 1; other < rows; ++other, --left) {
            const auto pair =
                Ntp::difference(first.filter, servers[static_cast<std::size_t>(other)].filter);
            if (!pair)
                continue;
            ++m_counting.pairs;
            m_counting.contradictions += pair->contradicts() ? 1 : 0;
        }
    }
    if (m_nextRow < rows)
        return;
    m_counted = std::exchange(m_counting, {});
    m_areCounted = true;
    m_nextRow = 0;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_servers.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return rowCount(parent);
}

std::optional<Ntp::Difference> MatrixModel::cell(int row, int column) const
{
    const Ntp::ServerState *const first = m_monitor.server(serverAt(row));
    const Ntp::ServerState *const second = m_monitor.server(serverAt(column));
    return first && second ? Ntp::difference(first->filter, second->filter) : std::nullopt;
}

quint64 MatrixModel::serverAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_servers[static_cast<std::size_t>(row)].id : 0;
}

void MatrixModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    const int row = index.row();
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignCenter);
    const StateColors &colors = stateColors(m_palette);
    if (row == column) {
        if (role == Qt::BackgroundRole)
            return colors.card;
        return {};
    }
    const auto difference = cell(row, column);
    switch (role) {
    case Qt::DisplayRole:
        // The colour is not alone: who contradicts has a mark, too.
        if (!difference)
            return QStringLiteral("–");
        return difference->contradicts()
                   ? QString(QStringLiteral("≠ ") + Ntp::offsetText(difference->offset))
                   : Ntp::offsetText(difference->offset);
    case Qt::ForegroundRole:
        return difference ? m_palette.color(QPalette::Text) : colors.quiet;
    case Qt::BackgroundRole: {
        if (!difference)
            return {};
        QColor fill = difference->contradicts() ? colors.bad : colors.good;
        fill.setAlpha(isDark(m_palette) ? 90 : 56);
        return fill;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString &first = m_servers[static_cast<std::size_t>(row)].name;
        const QString &second = m_servers[static_cast<std::size_t>(column)].name;
        if (!difference)
            return tr("%1 and %2 have not both answered within a minute.").arg(first, second);
        const QString words =
            tr("%1 minus %2: %3\nAsked %4 apart")
                .arg(first, second, Ntp::offsetText(difference->offset, difference->bound),
                     Ntp::timeText(difference->apart));
        return QString(words + QLatin1Char('\n') +
                       (difference->contradicts()
                            ? tr("More than both can be wrong together: one of them is not right.")
                            : tr("Within what both can be wrong together.")));
    }
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= rowCount())
        return {};
    const Server &server = m_servers[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole)
        return server.name;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(orientation == Qt::Vertical ? Qt::AlignLeft | Qt::AlignVCenter
                                                            : Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString number = QString::number(section + 1);
    return orientation == Qt::Horizontal ? number
                                         : QString(number + QStringLiteral("  ") + server.name);
}

MatrixPage::MatrixPage(const Ntp::Monitor &monitor, QWidget *parent)
    : QWidget(parent)
    , m_model(new MatrixModel(monitor, this))
    , m_heading(new QLabel)
    , m_sentence(new QLabel)
    , m_note(new QLabel)
    , m_table(new QTableView)
{
    m_heading->setProperty("heading", 2);
    m_note->setProperty("quiet", true);
    m_sentence->setObjectName(QStringLiteral("matrixSentence"));
    m_table->setObjectName(QStringLiteral("clockMatrix"));
    for (QLabel *label : {m_heading, m_sentence, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideMiddle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::L, Space::M, Space::M);
    column->setSpacing(Space::S);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addWidget(m_note);
    column->addSpacing(Space::M);
    column->addWidget(m_table, 1);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT serverClicked(m_model->serverAt(index.row()));
    });
    connect(m_table->verticalHeader(), &QHeaderView::sectionClicked, this,
            [this](int row) { Q_EMIT serverClicked(m_model->serverAt(row)); });
    m_model->setPalette(palette());
    retranslate();
}

QString MatrixPage::sentence() const
{
    return m_sentence->text();
}

void MatrixPage::refresh()
{
    m_model->refresh();
    const QFontMetrics metrics(m_table->font());
    m_table->horizontalHeader()->setDefaultSectionSize(
        metrics.horizontalAdvance(QStringLiteral("≠ +88.8 ms")) + 2 * Space::M);
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + 2 * Space::S + 2);
    showSentence();
}

void MatrixPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In a narrow drawer the numbers matter more than the ends of names.
    m_table->verticalHeader()->setFixedWidth(std::min(kMostNameWidth, width() / 3));
}

void MatrixPage::showSentence()
{
    m_table->setVisible(m_model->rowCount() > 1);
    if (m_model->rowCount() < 2)
        m_sentence->setText(tr("With a second server the two are compared here."));
    else if (!m_model->areCounted())
        m_sentence->setText(tr("All pairs are being compared…"));
    else if (m_model->pairs() == 0)
        m_sentence->setText(tr("No two servers have answered within a minute of each other yet."));
    else if (m_model->contradictions() == 0)
        m_sentence->setText(tr("No two servers contradict each other."));
    else
        m_sentence->setText(
            tr("%n pair(s) of %1 contradict each other (≠).", nullptr, m_model->contradictions())
                .arg(m_model->pairs()));
}

void MatrixPage::retranslate()
{
    m_heading->setText(tr("Server against server"));
    m_note->setText(tr("The server of the row minus that of the column. This computer's clock "
                       "plays no part in it."));
    showSentence();
}

void MatrixPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
    QWidget::changeEvent(event);
}

void MatrixPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace Portolan::Ui
