// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textmatcher.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace Portolan::Ui {

// One thing that the command palette can do.
struct PaletteEntry
{
    // "new-tab", "profile:7f3a": kept among the recent ones; empty where that would mean nothing
    // tomorrow (an open tab).
    QString id;
    QIcon icon;
    QString text;      // in the language that is shown
    QString other;     // in the other one, found and shown too; empty where there is none
    QString place;     // whose it is: "Window", "SSH", an address; found too
    QString keys = {}; // as a person reads them
    QString why = {};  // not empty: it cannot be done now, and this is why
    std::function<void()> run;
};

// The entries of the palette in the order of how well they fit what was typed; without anything
// typed, the recent ones first and the rest as they were given. Bounded by what it is given. GUI
// thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OtherRole = Qt::UserRole, // the name in the other language, where that is what was found
        PlaceRole,
        KeysRole,
        WhyRole,
        TextRangesRole,  // QVariant of QList<TextRange>: what was found in the text
        OtherRangesRole, // the same in OtherRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries, const QStringList &recent);
    void filter(const QString &typed);
    // Folds some of the names for the search; false when all are. What a key needs is folded then.
    bool prepareSome();
    // Of the row that is shown.
    [[nodiscard]] const PaletteEntry &entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item
    {
        PaletteEntry entry;
        MatchText text;
        MatchText other;
        MatchText all; // with the place, for words that are spread over both
        int recent;    // 0: the last one used; -1: not used
    };
    struct Row
    {
        std::size_t item = 0;
        int score = 0;
        QList<TextRange> textRanges = {};
        QList<TextRange> otherRanges = {};
    };
    static void prepare(Item &item);
    [[nodiscard]] static std::optional<Row> rowFor(const TextMatcher &matcher, const Item &item,
                                                   std::size_t place);

    std::vector<Item> m_items;
    std::size_t m_prepared = 0; // items from the front
    std::vector<Row> m_rows;
};

} // namespace Portolan::Ui

Q_DECLARE_METATYPE(QList<Portolan::TextRange>)
