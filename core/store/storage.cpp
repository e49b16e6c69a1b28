// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storage.h"

#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"
#include "core/store/historytable.h"
#include "core/store/profiletable.h"
#include "core/store/storageengine.h"
#include "core/store/words.h"

#include <QFile>
#include <QSettings>

#include <utility>

namespace Portolan {

namespace {

QString historyFileOf(const Folders &folders)
{
    return folders.data + QStringLiteral("/history.db");
}

// Of the time when everything in the file was text.
QVariant typed(const QString &key, const QVariant &value)
{
    const QString text = value.toString();
    if (value.typeId() == QMetaType::QByteArray)
        return value;
    if (key == QLatin1String("interface/events-open"))
        return text == QLatin1String("true");
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (key == QLatin1String("terminal/font-size") ||
        key == QLatin1String("terminal/scrollback-mib"))
        return isNumber ? QVariant(number) : QVariant();
    return value.typeId() == QMetaType::QString ? QVariant(text) : QVariant();
}

QHash<QString, QVariant> readIni(const QString &file)
{
    QHash<QString, QVariant> values;
    const QSettings ini(file, QSettings::IniFormat);
    for (const QString &key : ini.allKeys()) {
        if (const QVariant value = typed(key, ini.value(key)); value.isValid())
            values.insert(key, value);
    }
    return values;
}

} // namespace

// The engines of both files, made and destroyed on their thread.
struct Storage::Engines
{
    StorageEngine main;
    StorageEngine history;
};

struct Storage::Worker
{
    std::shared_ptr<Relay<Storage>> relay;
    std::shared_ptr<Journal> journal;
    std::shared_ptr<Journal> historyJournal;
    EngineHost<Engines> host;
};

namespace {

Result<> loadMain(const std::shared_ptr<Relay<Storage>> &relay, Database &database, quint64 change,
                  const std::function<void(Storage &, const Stored &)> &hand)
{
    auto profiles = readProfiles(database);
    if (!profiles)
        return tl::unexpected(profiles.error());
    auto settings = readSettings(database);
    if (!settings)
        return tl::unexpected(settings.error());
    const Stored stored{std::move(profiles->profiles), std::move(*settings), change,
                        profiles->unreadable};
    relay->post([stored, hand](Storage &storage) { hand(storage, stored); });
    return {};
}

Result<> loadHistory(const std::shared_ptr<Relay<Storage>> &relay, Database &database,
                     quint64 change)
{
    auto entries = readHistory(database, Storage::kMostHistory);
    if (!entries)
        return tl::unexpected(entries.error());
    const StoredHistory stored{std::move(*entries), change};
    relay->post([stored](Storage &storage) { Q_EMIT storage.historyLoaded(stored); });
    return {};
}

} // namespace

QString Storage::fileOf(const Folders &folders)
{
    return folders.data + QStringLiteral("/portolan.db");
}

Storage::Storage(const Folders &folders, QObject *parent)
    : QObject(parent)
{
    auto relay = std::make_shared<Relay<Storage>>(this);
    auto journal = std::make_shared<Journal>();
    auto historyJournal = std::make_shared<Journal>();
    readSettingsOnce(folders);
    StorageEngine::Report main;
    main.load = [relay](Database &database, quint64 change) {
        return loadMain(relay, database, change,
                        [](Storage &storage, const Stored &stored) { storage.follow(stored); });
    };
    main.saved = [relay](quint64 change) {
        relay->post([change](Storage &storage) { Q_EMIT storage.saved(change); });
    };
    main.failed = [relay](const Error &error, bool isOpen) {
        relay->post([error, isOpen](Storage &storage) {
            if (!isOpen)
                storage.m_problem = error;
            Q_EMIT storage.failed(error);
        });
    };
    StorageEngine::Report history;
    history.load = [relay](Database &database, quint64 change) {
        return loadHistory(relay, database, change);
    };
    history.saved = [](quint64) {};
    history.failed = [relay](const Error &error, bool) {
        relay->post([error](Storage &storage) { Q_EMIT storage.failed(error); });
    };
    m_worker.reset(
        new Worker{relay, journal, historyJournal,
                   EngineHost<Engines>(QStringLiteral("storage"), [folders, journal, historyJournal,
                                                                   main, history](std::stop_token) {
                       return std::unique_ptr<Engines>(new Engines{
                           {fileOf(folders), portolanSchema(), journal, main},
                           {historyFileOf(folders), historySchema(), historyJournal, history}});
                   })});
    m_worker->host.post([](Engines &engines) {
        engines.main.open();
        engines.history.open();
    });

    const QString ini = folders.config + QStringLiteral("/settings.ini");
    if (m_settings.isEmpty() && QFile::exists(ini)) {
        m_settings = readIni(ini);
        write(
            [values = m_settings](Database &database) { return writeSettings(database, values); });
        m_worker->host.post([ini, change = m_lastChange](Engines &engines) {
            engines.main.afterSaving(change, [ini] {
                QFile::remove(ini + QStringLiteral(".imported"));
                QFile::rename(ini, ini + QStringLiteral(".imported"));
            });
        });
    }
}

Storage::~Storage()
{
    m_worker->relay->detach();
}

void Storage::readSettingsOnce(const Folders &folders)
{
    // What is wrong with the file is found, told and mended on its own thread.
    const auto database = Database::openForReading(fileOf(folders), portolanSchema(), 1);
    if (!database || !*database)
        return;
    if (auto values = readSettings(**database))
        m_settings = std::move(*values);
}

quint64 Storage::write(Write change)
{
    const quint64 number = ++m_lastChange;
    if (m_worker->journal->add(number, std::move(change)))
        m_worker->host.post([](Engines &engines) { engines.main.flush(); });
    return number;
}

quint64 Storage::writeHistory(Write change)
{
    const quint64 number = ++m_lastHistoryChange;
    if (m_worker->historyJournal->add(number, std::move(change)))
        m_worker->host.post([](Engines &engines) { engines.history.flush(); });
    return number;
}

void Storage::follow(const Stored &stored)
{
    m_problem.reset();
    // Its answer crossed a change on the way.
    if (stored.change < m_lastChange)
        m_worker->host.post([](Engines &engines) { engines.main.loadAgain(); });
    Q_EMIT loaded(stored);
    if (stored.unreadable > 0 && std::exchange(m_unreadable, stored.unreadable) == 0)
        Q_EMIT failed({Error::Kind::Local,
                       StoreWords::tr("%n profiles cannot be read by this version and are not "
                                      "shown; they stay in the file.",
                                      nullptr, stored.unreadable)});
}

} // namespace Portolan
