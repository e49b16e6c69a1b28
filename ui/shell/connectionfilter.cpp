// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionfilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace Portolan::Ui {

namespace {

// A hit in the name stands before one elsewhere, whatever TextMatcher thinks of either.
constexpr int kNameFirst = 1'000'000;

void addRanges(QList<TextRange> &all, const QList<TextRange> &more)
{
    all.append(more);
    std::sort(all.begin(), all.end(),
              [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
}

} // namespace

SearchableProfile::SearchableProfile(const Profile &profile)
    : name(profile.name)
    , place(profile.folder)
    , address(profile.address.display())
{
    for (const QString &tag : profile.tags)
        tags.emplace_back(tag);
}

ConnectionFilter::ConnectionFilter(const QString &text)
{
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    for (const QString &word : text.split(spaces, Qt::SkipEmptyParts)) {
        const bool tag = word.startsWith(QLatin1Char('#'));
        if (tag && word.size() == 1)
            continue; // just begun
        m_words.push_back({TextMatcher(tag ? word.mid(1) : word), tag});
    }
}

std::optional<ConnectionFilter::Found>
ConnectionFilter::find(const SearchableProfile &profile) const
{
    Found found;
    for (const Word &word : m_words) {
        int best = -1;
        if (!word.tag) {
            if (const auto match = word.matcher.match(profile.name)) {
                best = match->score + kNameFirst;
                addRanges(found.name, match->ranges);
            } else if (const auto inAddress = word.matcher.match(profile.address)) {
                best = inAddress->score;
                addRanges(found.address, inAddress->ranges);
                found.byAddress = true;
            } else if (const auto inPlace = word.matcher.match(profile.place)) {
                best = inPlace->score;
            }
        }
        for (std::size_t i = 0; best < 0 && i < profile.tags.size(); ++i) {
            if (const auto match = word.matcher.match(profile.tags[i]))
                best = match->score;
        }
        if (best < 0)
            return std::nullopt;
        found.score += best;
    }
    return found;
}

bool ConnectionFilter::findsFolder(const MatchText &path) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return !word.tag && word.matcher.match(path).has_value();
    });
}

} // namespace Portolan::Ui
