// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historytable.h"

#include <QSqlQuery>

#include <algorithm>
#include <iterator>

namespace Portolan {

namespace {

// "PorH" in ASCII.
constexpr std::uint32_t kApplicationId = 0x506f7248;

constexpr const char *kOutcomes[] = {"open", "ended", "lost", "failed"};

} // namespace

const Schema &historySchema()
{
    static const Schema schema{
        kApplicationId,
        {{
            "CREATE TABLE history ("
            " id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),"
            " address TEXT NOT NULL," // a URL, without any secret
            " profile TEXT NOT NULL DEFAULT '',"
            " opened INTEGER NOT NULL," // milliseconds since 1970, UTC
            " ended INTEGER,"
            " outcome TEXT NOT NULL CHECK (outcome IN ('open', 'ended', 'lost', 'failed')))",
            "CREATE INDEX history_opened ON history (opened)",
        }}};
    return schema;
}

Result<QList<HistoryEntry>> readHistory(Database &database, int most)
{
    QList<HistoryEntry> entries;
    const auto time = [](const QVariant &value) {
        return value.isNull() ? QDateTime()
                              : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
    };
    const auto done = database.read(
        QStringLiteral("SELECT id, address, profile, opened, ended, outcome FROM history "
                       "ORDER BY opened DESC, rowid DESC LIMIT ?"),
        {most}, [&](const QSqlQuery &row) {
            const auto address = parseAddress(row.value(1).toString());
            if (!address)
                return;
            const QByteArray outcome = row.value(5).toString().toLatin1();
            const auto *const known =
                std::find(std::begin(kOutcomes), std::end(kOutcomes), outcome);
            entries.append({.id = row.value(0).toString(),
                            .address = address->address,
                            .profile = row.value(2).toString(),
                            .opened = time(row.value(3)),
                            .ended = time(row.value(4)),
                            .outcome = known == std::end(kOutcomes)
                                           ? HistoryEntry::Outcome::Open
                                           : HistoryEntry::Outcome(known - kOutcomes)});
        });
    if (!done)
        return tl::unexpected(done.error());
    return entries;
}

Result<> writeHistory(Database &database, const HistoryEntry &entry, int most)
{
    auto done = database.run(
        QStringLiteral("INSERT INTO history (id, address, profile, opened, ended, outcome) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                       "ended = excluded.ended, outcome = excluded.outcome"),
        {entry.id, entry.address.toString(),
         entry.profile.isNull() ? QStringLiteral("") : entry.profile,
         entry.opened.toMSecsSinceEpoch(),
         entry.ended.isValid() ? QVariant(entry.ended.toMSecsSinceEpoch()) : QVariant(),
         QString::fromLatin1(kOutcomes[static_cast<int>(entry.outcome)])});
    if (done)
        done = database.run(QStringLiteral("DELETE FROM history WHERE opened < (SELECT opened FROM "
                                           "history ORDER BY opened DESC LIMIT 1 OFFSET ?)"),
                            {most - 1});
    return done;
}

Result<> clearHistory(Database &database)
{
    return database.run(QStringLiteral("DELETE FROM history"));
}

} // namespace Portolan
