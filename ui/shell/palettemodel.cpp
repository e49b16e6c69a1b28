// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include <algorithm>

namespace Portolan::Ui {

namespace {

// A name in the other language and a word of the place count a little less, what was used lately a
// little more; neither outweighs a better kind of match.
constexpr int kOtherLess = 120;
constexpr int kPlaceLess = 700;
constexpr int kRecentMore = 200;
constexpr int kUnavailableLess = 1500;

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries, const QStringList &recent)
{
    m_items.clear();
    m_prepared = 0;
    m_items.reserve(entries.size());
    for (PaletteEntry &entry : entries) {
        const int used = entry.id.isEmpty() ? -1 : int(recent.indexOf(entry.id));
        m_items.push_back(Item{std::move(entry), {}, {}, {}, used});
    }
    filter({});
}

void PaletteModel::prepare(Item &item)
{
    if (!item.text.text().isNull())
        return;
    item.text = MatchText(item.entry.text);
    item.other = MatchText(item.entry.other);
    item.all = MatchText(item.entry.text + QLatin1Char(' ') + item.entry.other + QLatin1Char(' ') +
                         item.entry.place);
}

bool PaletteModel::prepareSome()
{
    constexpr std::size_t kAtOnce = 200;
    for (std::size_t i = 0; i < kAtOnce && m_prepared < m_items.size(); ++i)
        prepare(m_items[m_prepared++]);
    return m_prepared < m_items.size();
}

void PaletteModel::filter(const QString &typed)
{
    beginResetModel();
    m_rows.clear();
    const TextMatcher matcher(typed);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        if (matcher.isEmpty()) {
            m_rows.push_back({.item = i, .score = item.recent < 0 ? 0 : kRecentMore - item.recent});
            continue;
        }
        prepare(item);
        if (auto row = rowFor(matcher, item, i))
            m_rows.push_back(std::move(*row));
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.score > b.score; });
    endResetModel();
}

std::optional<PaletteModel::Row> PaletteModel::rowFor(const TextMatcher &matcher, const Item &item,
                                                      std::size_t place)
{
    Row row{.item = place};
    std::optional<TextMatch> inText = matcher.match(item.text);
    std::optional<TextMatch> inOther =
        item.entry.other.isEmpty() ? std::nullopt : matcher.match(item.other);
    if (inText && (!inOther || inText->score >= inOther->score - kOtherLess)) {
        row.score = inText->score;
        row.textRanges = std::move(inText->ranges);
    } else if (inOther) {
        row.score = inOther->score - kOtherLess;
        row.otherRanges = std::move(inOther->ranges);
    } else if (const std::optional<TextMatch> anywhere = matcher.match(item.all)) {
        row.score = anywhere->score - kPlaceLess;
    } else {
        return std::nullopt;
    }
    if (item.recent >= 0)
        row.score += std::max(kRecentMore - 10 * item.recent, 0);
    if (!item.entry.why.isEmpty())
        row.score -= kUnavailableLess;
    return row;
}

const PaletteEntry &PaletteModel::entry(int row) const
{
    return m_items[m_rows.at(std::size_t(row)).item].entry;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const PaletteEntry &entry = m_items[row.item].entry;
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return entry.icon;
    case Qt::AccessibleTextRole:
        return QString(entry.text + QStringLiteral(", ") +
                       (entry.why.isEmpty() ? entry.place : entry.why) + QStringLiteral(" ") +
                       entry.keys);
    case OtherRole:
        return row.otherRanges.isEmpty() ? QString() : entry.other;
    case PlaceRole:
        return entry.place;
    case KeysRole:
        return entry.keys;
    case WhyRole:
        return entry.why;
    case TextRangesRole:
        return QVariant::fromValue(row.textRanges);
    case OtherRangesRole:
        return QVariant::fromValue(row.otherRanges);
    default:
        return {};
    }
}

} // namespace Portolan::Ui
