// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textmatcher.h"
#include "core/store/profile.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace Portolan::Ui {

// A profile made ready to be searched; made once when it changes, not at every key.
struct SearchableProfile
{
    explicit SearchableProfile(const Profile &profile);

    MatchText name;
    MatchText place; // the folder
    MatchText address;
    std::vector<MatchText> tags;
};

// What is typed above the connection tree: every word must be found in the name, the folder, the
// address or a tag; a word that begins with # in a tag only. How a single text matches is
// TextMatcher's. Plain value, pure, any thread.
class ConnectionFilter
{
public:
    struct Found
    {
        int score = 0; // higher is better; the name counts most
        QList<TextRange> name;
        QList<TextRange> address;
        bool byAddress = false; // a word was found in the address and not in the name
    };

    explicit ConnectionFilter(const QString &text = {});

    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    [[nodiscard]] std::optional<Found> find(const SearchableProfile &profile) const;
    // For a folder by itself: every word in its path.
    [[nodiscard]] bool findsFolder(const MatchText &path) const;

private:
    struct Word
    {
        TextMatcher matcher;
        bool tag;
    };
    std::vector<Word> m_words;
};

} // namespace Portolan::Ui
