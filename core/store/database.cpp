// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>
#include <utility>

namespace Portolan {

namespace {

constexpr int kCorrupt = 11; // SQLITE_CORRUPT
constexpr int kNotADatabase = 26;
constexpr int kPrimaryCode = 0xff; // the rest of an extended result code says more of the same
constexpr qsizetype kMostPrepared = 32;

QString nextName()
{
    static std::atomic<unsigned> count = 0;
    return QStringLiteral("portolan-%1").arg(++count);
}

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

tl::unexpected<Error> problem(const QString &file, const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const int primary = code & kPrimaryCode;
    const QString what =
        primary == kCorrupt || primary == kNotADatabase
            ? StoreWords::tr("The file “%1” is damaged.").arg(shown(file))
            : StoreWords::tr("The file “%1” cannot be read or written.").arg(shown(file));
    return failure(Error::Kind::Local, what,
                   error.databaseText().isEmpty() ? error.driverText() : error.databaseText(),
                   code);
}

// The file under a name that is free, with what SQLite keeps beside it, so that a tool for rescue
// finds all of it together.
QString keepAside(const QString &file)
{
    const QFileInfo info(file);
    const QString stem =
        info.absolutePath() + QLatin1Char('/') + info.completeBaseName() +
        QStringLiteral(".damaged-") +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = stem + QStringLiteral(".db");
    for (int n = 2; QFile::exists(name); ++n)
        name = stem + QStringLiteral("-%1.db").arg(n);
    if (!QFile::rename(file, name))
        return {};
    for (const QLatin1String beside : {QLatin1String("-wal"), QLatin1String("-shm")})
        QFile::rename(file + beside, name + beside);
    return name;
}

// Only its owner may read it: the names of hosts are nobody else's business. What SQLite puts
// beside it takes these permissions over.
Result<> createFile(const QString &file)
{
    if (QFile::exists(file))
        return {};
    QFile made(file);
    if (!QDir().mkpath(QFileInfo(file).absolutePath()) ||
        !made.open(QIODevice::ReadWrite | QIODevice::NewOnly) ||
        !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failure(Error::Kind::Local,
                       StoreWords::tr("The file “%1” cannot be made.").arg(shown(file)),
                       made.errorString());
    return {};
}

} // namespace

bool isDamage(const Error &error)
{
    const int primary = error.native & kPrimaryCode;
    return error.kind == Error::Kind::Local && (primary == kCorrupt || primary == kNotADatabase);
}

Database::Database(const QString &file, bool isReadOnly, int patience)
    : m_file(file)
    , m_name(nextName())
    , m_isReadOnly(isReadOnly)
    , m_patience(patience)
{
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<> Database::connect()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!connection.isValid())
        return failure(Error::Kind::Local, StoreWords::tr("Qt's driver for SQLite is missing."));
    connection.setDatabaseName(m_file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_patience);
    if (m_isReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(options);
    if (!connection.open())
        return problem(m_file, connection.lastError());
    return {};
}

// The first statement that reads the file, so damage to its first page shows here.
Result<> Database::checkFormat(const Schema &schema, int *format)
{
    const auto version = value(QStringLiteral("PRAGMA user_version"));
    const auto tables = value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    const auto owner = value(QStringLiteral("PRAGMA application_id"));
    for (const auto *answer : {&version, &tables, &owner}) {
        if (!*answer)
            return tl::unexpected(answer->error());
    }
    *format = version->toInt();
    const bool isNew = *format == 0 && tables->toInt() == 0;
    if (!isNew && owner->toUInt() != schema.applicationId)
        return failure(
            Error::Kind::Unsupported,
            StoreWords::tr("“%1” is the file of another program; nothing in it was changed.")
                .arg(shown(m_file)));
    if (*format > schema.current())
        return failure(
            Error::Kind::Unsupported,
            StoreWords::tr(
                "“%1” was written by a newer version of Portolan; nothing in it was changed.")
                .arg(shown(m_file)),
            StoreWords::tr("It has format %1; this version knows formats up to %2.")
                .arg(*format)
                .arg(schema.current()));
    return {};
}

Result<> Database::makeDurable()
{
    // WAL: readers do not wait for writers. FULL: a commit that was reported has been synced to the
    // disk; NORMAL would survive the end of this process as well, but not that of the power.
    for (const QLatin1String pragma :
         {QLatin1String("PRAGMA journal_mode=WAL"), QLatin1String("PRAGMA synchronous=FULL"),
          // What is deleted is overwritten: a history that was cleared is gone from the file.
          QLatin1String("PRAGMA secure_delete=ON"), QLatin1String("PRAGMA trusted_schema=OFF")}) {
        if (const auto done = run(pragma); !done)
            return done;
    }
    const auto healthy = value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!healthy)
        return tl::unexpected(healthy.error());
    if (healthy->toString() != QLatin1String("ok"))
        return failure(Error::Kind::Local,
                       StoreWords::tr("The file “%1” is damaged.").arg(shown(m_file)),
                       healthy->toString(), kCorrupt);
    return {};
}

Result<> Database::migrate(const Schema &schema, int from)
{
    if (from > 0) {
        // Nothing of this person's is changed before a copy of it stands beside.
        const QFileInfo info(m_file);
        const QString copy = info.absolutePath() + QLatin1Char('/') + info.completeBaseName() +
                             QStringLiteral(".format%1.db").arg(from);
        QFile::remove(copy);
        if (const auto kept = run(QStringLiteral("VACUUM INTO ?"), {copy}); !kept)
            return kept;
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    }
    return transaction([&]() -> Result<> {
        for (auto format = static_cast<std::size_t>(from); format < schema.formats.size();
             ++format) {
            for (const char *const statement : schema.formats[format]) {
                if (const auto done = run(QString::fromUtf8(statement)); !done)
                    return done;
            }
        }
        // Pragmas take no bound values.
        const auto owned =
            run(QStringLiteral("PRAGMA application_id=%1").arg(schema.applicationId));
        if (!owned)
            return owned;
        return run(QStringLiteral("PRAGMA user_version=%1").arg(schema.current()));
    });
}

Result<std::unique_ptr<Database>> Database::openForWriting(const QString &file,
                                                           const Schema &schema, QString *keptAside)
{
    const auto attempt = [&](bool mayMigrate) -> Result<std::unique_ptr<Database>> {
        if (const auto made = createFile(file); !made)
            return tl::unexpected(made.error());
        std::unique_ptr<Database> database(new Database(file, false, kPatience));
        int format = 0;
        Result<> done = database->connect();
        if (done)
            done = database->checkFormat(schema, &format);
        if (done)
            done = database->makeDurable();
        if (done && format < schema.current()) {
            if (!mayMigrate)
                return std::unique_ptr<Database>();
            done = database->migrate(schema, format);
        }
        if (!done)
            return tl::unexpected(done.error());
        return database;
    };
    auto opened = attempt(false);
    if ((opened && *opened) || (!opened && !isDamage(opened.error())))
        return opened;
    // One process at a time makes a file, migrates it or puts it aside; the others find it done.
    QLockFile lock(file + QStringLiteral(".lock"));
    if (!lock.tryLock(kPatience))
        return failure(Error::Kind::Local,
                       StoreWords::tr("The file “%1” cannot be read or written.").arg(shown(file)),
                       StoreWords::tr("Another program holds its lock."));
    opened = attempt(true);
    if (opened || !isDamage(opened.error()))
        return opened;
    const QString aside = keepAside(file);
    if (aside.isEmpty())
        return opened;
    *keptAside = aside;
    return attempt(true);
}

Result<std::unique_ptr<Database>> Database::openForReading(const QString &file,
                                                           const Schema &schema, int oldest)
{
    if (const QFileInfo info(file); !info.exists() || info.size() == 0)
        return std::unique_ptr<Database>();
    std::unique_ptr<Database> database(new Database(file, true, kReadPatience));
    int format = 0;
    if (const auto done = database->connect(); !done)
        return tl::unexpected(done.error());
    if (const auto done = database->checkFormat(schema, &format); !done)
        return tl::unexpected(done.error());
    if (format == 0)
        return std::unique_ptr<Database>();
    if (format < (oldest == 0 ? schema.current() : oldest))
        return failure(
            Error::Kind::Unsupported,
            StoreWords::tr("“%1” has an older format. Open the window once: it brings it up to "
                           "date.")
                .arg(shown(file)));
    return database;
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        if (m_prepared.size() > kMostPrepared) {
            m_prepared.clear();
            return execute(sql, values);
        }
        query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const QSqlError error = query->lastError();
            m_prepared.remove(sql);
            return problem(m_file, error);
        }
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        const QSqlError error = query->lastError();
        m_prepared.remove(sql);
        return problem(m_file, error);
    }
    return query.get();
}

Result<> Database::run(const QString &sql, const QVariantList &values)
{
    const auto query = execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    (*query)->finish();
    return {};
}

Result<> Database::read(const QString &sql, const QVariantList &values, const Row &row)
{
    const auto query = execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    while ((*query)->next())
        row(**query);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return problem(m_file, error);
    return {};
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    QVariant found;
    const auto done = read(sql, values, [&](const QSqlQuery &row) {
        if (!found.isValid())
            found = row.value(0);
    });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

Result<> Database::transaction(const std::function<Result<>()> &work)
{
    // IMMEDIATE: a transaction that begins by reading and then writes could find that another
    // process wrote meanwhile, and no waiting helps then.
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Result<> done = work();
    if (done)
        done = run(QStringLiteral("COMMIT"));
    if (!done) {
        // Some failures have rolled back already; this one's own failure says nothing new.
        const auto undone = run(QStringLiteral("ROLLBACK"));
        Q_UNUSED(undone);
    }
    return done;
}

qint64 Database::dataVersion()
{
    return value(QStringLiteral("PRAGMA data_version")).value_or(QVariant()).toLongLong();
}

} // namespace Portolan
