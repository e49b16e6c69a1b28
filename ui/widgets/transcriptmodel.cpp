// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/transcriptmodel.h"

#include "ui/widgets/datatable.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Way = TranscriptLine::Direction;

QChar glyphOf(Way direction)
{
    switch (direction) {
    case Way::Sent:
        return QChar(0x2192); // an arrow out
    case Way::Received:
        return QChar(0x2190);
    case Way::Local:
        break;
    }
    return QChar(0x00b7);
}

QString wordOf(Way direction)
{
    switch (direction) {
    case Way::Sent:
        return TranscriptModel::tr("Sent");
    case Way::Received:
        return TranscriptModel::tr("Received");
    case Way::Local:
        break;
    }
    return TranscriptModel::tr("On this computer");
}

QString oneLine(QString text)
{
    text.truncate(TranscriptModel::kMostText);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace

TranscriptModel::TranscriptModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TranscriptModel::setStepWording(StepWording wording)
{
    m_wording = std::move(wording);
    retranslate();
}

void TranscriptModel::append(QList<TranscriptLine> lines)
{
    if (lines.isEmpty())
        return;
    if (lines.size() > kMostLines) {
        m_dropped += lines.size() - kMostLines;
        lines.remove(0, lines.size() - kMostLines);
    }
    qsizetype incoming = 0;
    for (TranscriptLine &line : lines) {
        line.text = oneLine(std::move(line.text));
        incoming += line.text.size();
    }
    int excess = std::max(0, rowCount() + static_cast<int>(lines.size()) - kMostLines);
    qsizetype freed = 0;
    const auto textAt = [&](int row) { return m_lines[static_cast<std::size_t>(row)].text.size(); };
    for (int row = 0; row < excess; ++row)
        freed += textAt(row);
    while (excess < rowCount() && m_characters - freed + incoming > kMostCharacters)
        freed += textAt(excess++);
    if (excess > 0) {
        beginRemoveRows({}, 0, excess - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + excess);
        m_characters -= freed;
        m_dropped += excess;
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    for (TranscriptLine &line : lines)
        m_lines.push_back(std::move(line));
    m_characters += incoming;
    endInsertRows();
}

void TranscriptModel::setLines(QList<TranscriptLine> lines, qint64 dropped)
{
    clear();
    m_dropped = dropped;
    append(std::move(lines));
}

void TranscriptModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_characters = 0;
    m_dropped = 0;
    endResetModel();
}

const TranscriptLine &TranscriptModel::line(int row) const
{
    return m_lines[static_cast<std::size_t>(row)];
}

void TranscriptModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TranscriptModel::toText(const TranscriptLine &line)
{
    const char mark = line.direction == Way::Sent       ? '>'
                      : line.direction == Way::Received ? '<'
                                                        : '-';
    return QStringLiteral("%1  %2 %3  %4")
        .arg(static_cast<double>(line.at.count()) / 1e6, 10, 'f', 6)
        .arg(QLatin1Char(mark))
        .arg(line.step, -12)
        .arg(line.text);
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TranscriptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TranscriptLine &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        if (index.column() == Direction)
            return wordOf(line.direction);
        if (index.column() == Text && role == Qt::ToolTipRole)
            return QString(QStringLiteral("<p>") + line.text.toHtmlEscaped() +
                           QStringLiteral("</p>"));
        return {};
    }
    if (role == DataTable::ExportRole && index.column() == Direction)
        return QString(QLatin1Char(line.direction == Way::Sent       ? '>'
                                   : line.direction == Way::Received ? '<'
                                                                     : '-'));
    if (role == DataTable::SortRole && index.column() == Time)
        return static_cast<qlonglong>(line.at.count());
    if (role == Qt::TextAlignmentRole && index.column() == Direction)
        return static_cast<int>(Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(static_cast<double>(line.at.count()) / 1e6, 'f', 3);
    case Direction:
        return QString(glyphOf(line.direction));
    case Step:
        return m_wording ? m_wording(line.step) : line.step;
    case Text:
        return line.text;
    default:
        return {};
    }
}

QVariant TranscriptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Time)
        return tr("Seconds since the beginning");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Seconds");
    case Direction:
        return QString();
    case Step:
        return tr("Step");
    case Text:
        return tr("Words");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
