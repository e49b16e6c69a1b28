// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historystore.h"

#include "core/store/historytable.h"
#include "core/store/withoutsecrets.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

namespace Portolan {

HistoryStore::HistoryStore(Storage &storage, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_settings(settings)
{
    connect(&storage, &Storage::historyLoaded, this, &HistoryStore::follow);
}

bool HistoryStore::isOn() const
{
    return m_settings.flag(Settings::Key::keepHistory, true);
}

QList<HistoryEntry>
HistoryStore::latest(int most, const std::function<bool(const HistoryEntry &)> &suits) const
{
    QList<HistoryEntry> found;
    QSet<QString> seen;
    for (const HistoryEntry &entry : m_entries) {
        if (found.size() >= most)
            break;
        if (suits && !suits(entry))
            continue;
        const QString url = entry.address.toString();
        if (seen.contains(url))
            continue;
        seen.insert(url);
        found.append(entry);
    }
    return found;
}

void HistoryStore::follow(const StoredHistory &stored)
{
    if (stored.change < m_lastChange) {
        // What was opened before the file was read stands in front of what it held.
        QSet<QString> known;
        for (const HistoryEntry &entry : std::as_const(m_entries))
            known.insert(entry.id);
        for (const HistoryEntry &entry : stored.entries) {
            if (!known.contains(entry.id))
                m_entries.append(entry);
        }
    } else {
        m_entries = stored.entries;
    }
    Q_EMIT changed();
}

void HistoryStore::keep(const HistoryEntry &entry)
{
    m_lastChange = m_storage.writeHistory(
        [entry](Database &database) { return writeHistory(database, entry, kMost); });
    Q_EMIT changed();
}

QString HistoryStore::add(const Address &address, const QString &profile)
{
    if (!isOn())
        return {};
    const HistoryEntry entry{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                             .address = withoutSecrets(address),
                             .profile = profile,
                             .opened = QDateTime::currentDateTimeUtc()};
    m_entries.prepend(entry);
    if (m_entries.size() > kMost)
        m_entries.resize(kMost);
    keep(entry);
    return entry.id;
}

void HistoryStore::end(const QString &id, HistoryEntry::Outcome outcome)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const HistoryEntry &entry) { return entry.id == id; });
    if (found == m_entries.end() || found->outcome == outcome)
        return;
    found->outcome = outcome;
    found->ended = QDateTime::currentDateTimeUtc();
    keep(*found);
}

void HistoryStore::forget(const Address &address)
{
    const Address shown = withoutSecrets(address);
    const auto gone =
        m_entries.removeIf([&](const HistoryEntry &entry) { return entry.address == shown; });
    if (gone == 0)
        return;
    m_lastChange = m_storage.writeHistory([url = shown.toString()](Database &database) {
        return database.run(QStringLiteral("DELETE FROM history WHERE address = ?"), {url});
    });
    Q_EMIT changed();
}

void HistoryStore::clear()
{
    m_entries.clear();
    m_lastChange = m_storage.writeHistory(&clearHistory);
    Q_EMIT changed();
}

} // namespace Portolan
