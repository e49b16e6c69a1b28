// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/folders.h"
#include "core/store/historyentry.h"
#include "core/store/profileset.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace Portolan {

class Database;

// What portolan.db held at a moment.
struct Stored
{
    ProfileSet profiles;
    QHash<QString, QVariant> settings;
    quint64 change = 0; // the last change of this process that is in it
    int unreadable = 0; // profiles that this version cannot read; they stay in the file
};

// And what history.db held, newest first.
struct StoredHistory
{
    QList<HistoryEntry> entries;
    quint64 change = 0;
};

// The files portolan.db (profiles and settings) and history.db, and the thread that works on them.
// Owned by app, outlives Settings, ProfileStore and HistoryStore, which are made before the event
// loop runs; used on the thread that made it. The constructor reads the settings, once and with a
// bound, since a window cannot be built without them; everything else happens on the thread of the
// file.
//
// Changes are written in order, those that come together as one transaction; what cannot be written
// (a full disk) is told by failed() and tried again. What was handed to write() is also written
// when this is destroyed, by the thread, for which Reaper::waitForAll() waits.
// A file that was damaged is kept under another name, a newer one is not touched: failed() says so.
class Storage : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostHistory = 2000; // entries

    // Gives what is written a transaction to be in; may be called again after a failure.
    using Write = std::function<Result<>(Database &)>;

    [[nodiscard]] static QString fileOf(const Folders &folders); // portolan.db

    explicit Storage(const Folders &folders, QObject *parent = nullptr);
    ~Storage() override;

    // The settings as the file had them at the start, or settings.ini of earlier versions, which is
    // read once, and renamed when its content is safely in the database.
    [[nodiscard]] const QHash<QString, QVariant> &settingsAtStart() const { return m_settings; }
    // Why nothing can be kept, while that is so.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    // Never blocks. The number of the change, which saved() will name (or a higher one).
    quint64 write(Write change);
    [[nodiscard]] quint64 lastChange() const { return m_lastChange; }
    // The same for history.db, with numbers of its own that nobody reports.
    quint64 writeHistory(Write change);

Q_SIGNALS:
    // At the start, and again whenever another program has changed the file.
    void loaded(const Portolan::Stored &stored);
    // This change and all before it will be there after a crash of the program or of the machine.
    void saved(quint64 change);
    void historyLoaded(const Portolan::StoredHistory &stored);
    void failed(const Portolan::Error &error);

private:
    struct Engines;
    struct Worker; // the thread and the way back from it
    void follow(const Stored &stored);
    void readSettingsOnce(const Folders &folders);

    QHash<QString, QVariant> m_settings;
    std::optional<Error> m_problem;
    quint64 m_lastChange = 0;
    quint64 m_lastHistoryChange = 0;
    int m_unreadable = 0;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Portolan
