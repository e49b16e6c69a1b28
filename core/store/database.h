// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QString>
#include <QVariantList>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

class QSqlQuery;

namespace Portolan {

// How the tables of one kind of file came to be: what made format 1, what made format 2 of it, and
// so on. A format that was released is never edited. The format of a file is its user_version.
struct Schema
{
    std::uint32_t
        applicationId; // in the file's header, so that no other program's is taken for ours
    std::vector<std::vector<const char *>> formats;

    [[nodiscard]] int current() const { return static_cast<int>(formats.size()); }
};

// One connection to one SQLite file, used on the thread that opened it; every call may touch the
// disk, so never the GUI's (one bounded read before the window exists aside). The files are in WAL
// mode: a reader in another process sees the last commit and blocks nobody. A write is on the disk
// when commit() returns (synchronous=FULL). Waits at most kPatience for another process's write.
// Source: sqlite.org/wal.html, pragma.html#pragma_synchronous.
class Database
{
public:
    static constexpr int kPatience = 5000;    // milliseconds, of a writer
    static constexpr int kReadPatience = 250; // and of a reader, who may stand before a window
    using Row = std::function<void(const QSqlQuery &)>;

    // Makes the file, or brings it to the current format (a copy of before stays beside it). A file
    // of a newer format or of another program is refused and left as it is. A damaged one is kept
    // under another name, which `keptAside` tells, and a new one begun.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    openForWriting(const QString &file, const Schema &schema, QString *keptAside);
    // Changes nothing. Null where there is no file, or nothing in it yet. Formats from `oldest` to
    // the current one will do.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    openForReading(const QString &file, const Schema &schema, int oldest = 0);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Result<> run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<> read(const QString &sql, const QVariantList &values, const Row &row);
    // The first column of the first row; an invalid value where there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    // All of `work`, or nothing of it.
    [[nodiscard]] Result<> transaction(const std::function<Result<>()> &work);
    // Changes whenever another connection, of any process, has written.
    [[nodiscard]] qint64 dataVersion();

private:
    Database(const QString &file, bool isReadOnly, int patience);
    [[nodiscard]] Result<> connect();
    [[nodiscard]] Result<> checkFormat(const Schema &schema, int *format);
    [[nodiscard]] Result<> makeDurable();
    [[nodiscard]] Result<> migrate(const Schema &schema, int from);
    [[nodiscard]] Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);

    const QString m_file;
    const QString m_name; // of the connection
    const bool m_isReadOnly;
    const int m_patience;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
};

// What SQLite says about a file that is not what it should be (SQLITE_CORRUPT, SQLITE_NOTADB).
[[nodiscard]] bool isDamage(const Error &error);

} // namespace Portolan
