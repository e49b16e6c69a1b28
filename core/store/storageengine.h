// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/storage.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Portolan {

// Changes on their way to the file. Any thread. Not part of the engine's queue, because that is
// dropped when its owner goes, and nothing that was changed may be.
class Journal
{
public:
    struct Entry
    {
        quint64 number = 0;
        Storage::Write write;
    };

    // True where the journal was empty: somebody has to be told.
    bool add(quint64 number, Storage::Write write)
    {
        const std::scoped_lock lock(m_mutex);
        m_entries.push_back({number, std::move(write)});
        return m_entries.size() == 1;
    }
    [[nodiscard]] std::vector<Entry> copy() const
    {
        const std::scoped_lock lock(m_mutex);
        return {m_entries.begin(), m_entries.end()};
    }
    // The first `count` are in the file.
    void drop(std::size_t count)
    {
        const std::scoped_lock lock(m_mutex);
        m_entries.erase(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(count));
    }

private:
    mutable std::mutex m_mutex;
    std::deque<Entry> m_entries;
};

// Works on one file for Storage, on the thread of the files.
class StorageEngine : public QObject
{
    Q_OBJECT

public:
    // Called on the engine's thread.
    struct Report
    {
        // Reads what is in the file, at the start and when another program has changed it; `change`
        // is the last of ours that is in it.
        std::function<Result<>(Database &, quint64 change)> load;
        std::function<void(quint64)> saved;
        std::function<void(const Error &, bool isOpen)> failed;
    };

    StorageEngine(const QString &file, const Schema &schema, std::shared_ptr<Journal> journal,
                  Report report);
    ~StorageEngine() override; // writes what is left

    void open();
    void flush();
    // Loads once more, a little later: its answer crossed a change on the way.
    void loadAgain();
    void afterSaving(quint64 change, std::function<void()> work);

private:
    void load();
    void watch();
    void lookForChangesOfOthers();
    void tell(const Error &error);
    [[nodiscard]] bool writeAll();

    const QString m_file;
    const Schema &m_schema;
    const std::shared_ptr<Journal> m_journal;
    const Report m_report;
    std::unique_ptr<Database> m_database;
    std::vector<std::pair<quint64, std::function<void()>>> m_afterSaving;
    quint64 m_saved = 0;
    qint64 m_dataVersion = 0;
    bool m_isRefused = false; // a file that is not ours to write; trying again changes nothing
    Error m_told;             // the last failure, told once
    QTimer m_retry;
    QTimer m_settle;
    QFileSystemWatcher m_watcher;
};

} // namespace Portolan
