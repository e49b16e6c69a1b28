// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historyentry.h"
#include "core/store/settings.h"
#include "core/store/storage.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace Portolan {

// The addresses that were opened, newest first: a copy in memory, read at once, over history.db,
// which Storage's thread writes. Owned by app, used on the thread that made it. Bounded to the
// newest kMost. Nothing is added while the setting Settings::Key::keepHistory is off; what was kept
// before stays until it is cleared. It holds no password: an Address has none, and options that
// name a secret are left out.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = Storage::kMostHistory;

    HistoryStore(Storage &storage, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] const QList<HistoryEntry> &entries() const { return m_entries; }
    // Each address once, newest first, where `suits`; for completion.
    [[nodiscard]] QList<HistoryEntry>
    latest(int most, const std::function<bool(const HistoryEntry &)> &suits = {}) const;

    // The id for end(); empty while history is off.
    QString add(const Address &address, const QString &profile);
    // Again where it was connected again; unknown ids are ignored (it was cleared meanwhile).
    void end(const QString &id, HistoryEntry::Outcome outcome);
    // Removes one address, wherever it stands.
    void forget(const Address &address);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void follow(const StoredHistory &stored);
    void keep(const HistoryEntry &entry);

    Storage &m_storage;
    Settings &m_settings;
    QList<HistoryEntry> m_entries;
    quint64 m_lastChange = 0;
};

} // namespace Portolan
