// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/syslogjournal.h"

#include "core/store/database.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace Portolan::Snmp {

namespace {

// "PorJ" in ASCII.
constexpr std::uint32_t kApplicationId = 0x506f724a;

const Schema &journalSchema()
{
    static const Schema schema{
        kApplicationId,
        {{
            // AUTOINCREMENT: a number that was removed never comes again.
            "CREATE TABLE waiting ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " message BLOB NOT NULL)",
            "CREATE TABLE counts (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL)",
            "INSERT INTO counts (name, value) VALUES ('dropped', 0)",
        }}};
    return schema;
}

} // namespace

SyslogJournal::SyslogJournal(std::unique_ptr<Database> database, const Limits &limits)
    : m_database(std::move(database))
    , m_limits(limits)
{
}

SyslogJournal::~SyslogJournal() = default;

Result<std::unique_ptr<SyslogJournal>> SyslogJournal::open(const QString &file,
                                                           const Limits &limits)
{
    QString keptAside;
    auto database = Database::openForWriting(file, journalSchema(), &keptAside);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    std::unique_ptr<SyslogJournal> journal(new SyslogJournal(std::move(*database), limits));
    journal->m_keptAside = keptAside;
    if (auto measured = journal->measure(); !measured)
        return tl::unexpected(std::move(measured.error()));
    return journal;
}

Result<> SyslogJournal::measure()
{
    auto done = m_database->read(
        QStringLiteral("SELECT COUNT(*), IFNULL(SUM(LENGTH(message)), 0) FROM waiting"), {},
        [this](const QSqlQuery &row) {
            m_rows = row.value(0).toULongLong();
            m_bytes = row.value(1).toULongLong();
        });
    if (done)
        done = m_database->read(
            QStringLiteral("SELECT value FROM counts WHERE name = 'dropped'"), {},
            [this](const QSqlQuery &row) { m_dropped = row.value(0).toULongLong(); });
    return done;
}

Result<> SyslogJournal::append(const std::vector<QByteArray> &messages)
{
    if (messages.empty())
        return {};
    auto done = m_database->transaction([&]() -> Result<> {
        for (const QByteArray &each : messages) {
            if (auto added = m_database->run(
                    QStringLiteral("INSERT INTO waiting (message) VALUES (?)"), {each});
                !added)
                return added;
            ++m_rows;
            m_bytes += static_cast<quint64>(each.size());
        }
        return shrink();
    });
    // What the file has counts, also of what was taken back.
    if (!done)
        static_cast<void>(measure());
    return done;
}

Result<> SyslogJournal::shrink()
{
    if (m_rows <= m_limits.rows && m_bytes <= m_limits.bytes)
        return {};
    qint64 last = 0;
    quint64 gone = 0;
    quint64 goneBytes = 0;
    // A tenth more than must be, so that it is not done again for every message.
    const quint64 rows = m_limits.rows - m_limits.rows / 10;
    const quint64 bytes = m_limits.bytes - m_limits.bytes / 10;
    bool enough = false;
    auto done =
        m_database->read(QStringLiteral("SELECT id, LENGTH(message) FROM waiting ORDER BY id"), {},
                         [&](const QSqlQuery &row) {
                             enough =
                                 enough || (m_rows - gone <= rows && m_bytes - goneBytes <= bytes);
                             if (enough)
                                 return;
                             last = row.value(0).toLongLong();
                             ++gone;
                             goneBytes += row.value(1).toULongLong();
                         });
    if (done)
        done = m_database->run(QStringLiteral("DELETE FROM waiting WHERE id <= ?"), {last});
    if (done)
        done = m_database->run(
            QStringLiteral("UPDATE counts SET value = value + ? WHERE name = 'dropped'"),
            {static_cast<qint64>(gone)});
    if (done) {
        m_rows -= gone;
        m_bytes -= goneBytes;
        m_dropped += gone;
    }
    return done;
}

Result<std::vector<SyslogJournal::Entry>> SyslogJournal::read(qint64 after, std::size_t most)
{
    std::vector<Entry> entries;
    const auto done = m_database->read(
        QStringLiteral("SELECT id, message FROM waiting WHERE id > ? ORDER BY id LIMIT ?"),
        {after, static_cast<qint64>(most)}, [&entries](const QSqlQuery &row) {
            entries.push_back({row.value(0).toLongLong(), row.value(1).toByteArray()});
        });
    if (!done)
        return tl::unexpected(done.error());
    return entries;
}

Result<> SyslogJournal::removeUpTo(qint64 id)
{
    quint64 gone = 0;
    quint64 goneBytes = 0;
    auto done = m_database->transaction([&]() -> Result<> {
        auto counted = m_database->read(
            QStringLiteral("SELECT COUNT(*), IFNULL(SUM(LENGTH(message)), 0) FROM waiting "
                           "WHERE id <= ?"),
            {id}, [&](const QSqlQuery &row) {
                gone = row.value(0).toULongLong();
                goneBytes = row.value(1).toULongLong();
            });
        if (!counted)
            return counted;
        return m_database->run(QStringLiteral("DELETE FROM waiting WHERE id <= ?"), {id});
    });
    if (done) {
        m_rows -= std::min(gone, m_rows);
        m_bytes -= std::min(goneBytes, m_bytes);
    }
    return done;
}

} // namespace Portolan::Snmp
