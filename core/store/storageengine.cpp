// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storageengine.h"

#include "core/store/words.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <utility>

namespace Portolan {

namespace {

constexpr std::chrono::seconds kRetry{5};
// One change of another program is several events of the file system.
constexpr std::chrono::milliseconds kSettle{100};

} // namespace

StorageEngine::StorageEngine(const QString &file, const Schema &schema,
                             std::shared_ptr<Journal> journal, Report report)
    : m_file(file)
    , m_schema(schema)
    , m_journal(std::move(journal))
    , m_report(std::move(report))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetry);
    connect(&m_retry, &QTimer::timeout, this, &StorageEngine::flush);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connect(&m_settle, &QTimer::timeout, this, &StorageEngine::lookForChangesOfOthers);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
}

StorageEngine::~StorageEngine()
{
    if (!m_database && !m_journal->copy().empty())
        open();
    if (!m_database || !writeAll())
        return;
    for (const auto &[change, work] : m_afterSaving)
        work();
}

void StorageEngine::open()
{
    if (m_database || m_isRefused)
        return;
    QString keptAside;
    auto database = Database::openForWriting(m_file, m_schema, &keptAside);
    if (!keptAside.isEmpty())
        m_report.failed(
            {Error::Kind::Local,
             StoreWords::tr("The file “%1” is damaged. It was kept as “%2”, and a new "
                            "one was begun.")
                 .arg(QDir::toNativeSeparators(m_file), QFileInfo(keptAside).fileName())},
            true);
    if (!database) {
        m_isRefused = database.error().kind == Error::Kind::Unsupported;
        tell(database.error());
        return;
    }
    m_database = std::move(*database);
    load();
    watch();
}

void StorageEngine::load()
{
    m_dataVersion = m_database->dataVersion();
    if (const auto read = m_report.load(*m_database, m_saved); !read)
        tell(read.error());
}

void StorageEngine::watch()
{
    // Every commit of anybody is written there first.
    if (const QString log = m_file + QStringLiteral("-wal"); !m_watcher.files().contains(log))
        m_watcher.addPath(log);
}

void StorageEngine::lookForChangesOfOthers()
{
    watch();
    if (m_database && m_database->dataVersion() != m_dataVersion)
        load();
}

void StorageEngine::loadAgain()
{
    m_dataVersion = 0;
    m_settle.start();
}

void StorageEngine::afterSaving(quint64 change, std::function<void()> work)
{
    if (change <= m_saved)
        work();
    else
        m_afterSaving.emplace_back(change, std::move(work));
}

void StorageEngine::flush()
{
    if (!m_database)
        open();
    if (m_isRefused)
        return;
    if (!m_database || !writeAll()) {
        m_retry.start();
        return;
    }
    m_told = {};
    m_report.saved(m_saved);
    std::erase_if(m_afterSaving, [this](const auto &waiting) {
        const bool isDue = waiting.first <= m_saved;
        if (isDue)
            waiting.second();
        return isDue;
    });
    watch();
}

// Whatever has come by now as one transaction, until nothing is left.
bool StorageEngine::writeAll()
{
    for (auto entries = m_journal->copy(); !entries.empty(); entries = m_journal->copy()) {
        const auto done = m_database->transaction([&]() -> Result<> {
            for (const Journal::Entry &entry : entries) {
                if (const auto written = entry.write(*m_database); !written)
                    return written;
            }
            return {};
        });
        if (!done) {
            Error error = done.error();
            error.detail = error.what + QLatin1Char(' ') + error.detail;
            error.what = StoreWords::tr("A change could not be saved; it will be tried again.");
            tell(error);
            return false;
        }
        m_saved = entries.back().number;
        m_journal->drop(entries.size());
    }
    return true;
}

void StorageEngine::tell(const Error &error)
{
    if (std::exchange(m_told, error) != error)
        m_report.failed(error, m_database != nullptr);
}

} // namespace Portolan
