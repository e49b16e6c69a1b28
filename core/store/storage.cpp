// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storage.h"

#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"
#include "core/store/profiletable.h"
#include "core/store/storageengine.h"
#include "core/store/words.h"

#include <QFile>
#include <QSettings>

namespace Portolan {

namespace {

QString fileOf(const Folders &folders)
{
    return folders.data + QStringLiteral("/portolan.db");
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

struct Storage::Worker
{
    std::shared_ptr<Relay<Storage>> relay;
    std::shared_ptr<Journal> journal;
    EngineHost<StorageEngine> host;
};

Storage::Storage(const Folders &folders, QObject *parent)
    : QObject(parent)
{
    auto relay = std::make_shared<Relay<Storage>>(this);
    auto journal = std::make_shared<Journal>();
    readSettingsOnce(folders);
    m_worker.reset(new Worker{
        relay, journal,
        EngineHost<StorageEngine>(
            QStringLiteral("storage"), [file = fileOf(folders), relay, journal](std::stop_token) {
                return std::make_unique<StorageEngine>(
                    file, journal,
                    StorageEngine::Report{.loaded =
                                              [relay](const Stored &stored) {
                                                  relay->post([stored](Storage &storage) {
                                                      storage.m_problem.reset();
                                                      if (stored.change < storage.m_lastChange)
                                                          storage.m_worker->host.post(
                                                              [](StorageEngine &engine) {
                                                                  engine.loadAgain();
                                                              });
                                                      Q_EMIT storage.loaded(stored);
                                                  });
                                              },
                                          .saved =
                                              [relay](quint64 change) {
                                                  relay->post([change](Storage &storage) {
                                                      Q_EMIT storage.saved(change);
                                                  });
                                              },
                                          .failed =
                                              [relay](const Error &error, bool isOpen) {
                                                  relay->post([error, isOpen](Storage &storage) {
                                                      if (!isOpen)
                                                          storage.m_problem = error;
                                                      Q_EMIT storage.failed(error);
                                                  });
                                              }});
            })});
    m_worker->host.post([](StorageEngine &engine) { engine.open(); });

    const QString ini = folders.config + QStringLiteral("/settings.ini");
    if (m_settings.isEmpty() && QFile::exists(ini)) {
        m_settings = readIni(ini);
        write(
            [values = m_settings](Database &database) { return writeSettings(database, values); });
        m_worker->host.post([ini, change = m_lastChange](StorageEngine &engine) {
            engine.afterSaving(change, [ini] {
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
        m_worker->host.post([](StorageEngine &engine) { engine.flush(); });
    return number;
}

} // namespace Portolan
