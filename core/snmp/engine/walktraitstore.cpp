// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/walktraitstore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr char kHead[] = "# OID repetitions window bulk limit since\n";
constexpr auto kBetween = std::chrono::seconds(30);
constexpr qint64 kMostBytes = 1024 * 1024; // of a file that is read
constexpr int kMostRepetitions = 10'000;
constexpr int kMostWindow = 256;

} // namespace

WalkTraitStore::WalkTraitStore(const QString &file)
    : m_file(file)
    , m_entries(read())
    , m_written(std::chrono::steady_clock::now())
{
}

WalkTraitStore::~WalkTraitStore()
{
    if (m_isChanged)
        write();
}

std::optional<WalkTraits> WalkTraitStore::recall(const Oid &sysObjectId)
{
    const auto found = m_entries.find(sysObjectId);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second.traits);
}

void WalkTraitStore::remember(const Oid &sysObjectId, const WalkTraits &traits)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto found = m_entries.find(sysObjectId);
    if (found != m_entries.end() && found->second.traits == traits)
        return;
    // A limit keeps its age, so that it is tried again some day although it is met in every walk.
    const bool keepsAge =
        found != m_entries.end() && found->second.traits.isLimit && traits.isLimit;
    m_entries[sysObjectId] = {traits, keepsAge ? found->second.since : now};
    bound(m_entries);
    m_isChanged = true;
    if (std::chrono::steady_clock::now() - m_written >= kBetween)
        write();
}

// The ones that were found out first go.
void WalkTraitStore::bound(Entries &entries)
{
    while (entries.size() > kMost)
        entries.erase(
            std::min_element(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
                return a.second.since < b.second.since;
            }));
}

WalkTraitStore::Entries WalkTraitStore::read() const
{
    Entries entries;
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return entries;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 oldest = now - std::chrono::seconds(kLasting).count();
    const QList<QByteArray> lines = file.read(kMostBytes).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 6 || words.front().startsWith('#'))
            continue;
        const auto oid = Oid::parse(QString::fromLatin1(words[0]));
        const WalkTraits traits{words[1].toInt(), words[2].toInt(), words[3] == "1",
                                words[4] == "1"};
        const qint64 since = words[5].toLongLong();
        if (oid && traits.repetitions >= 1 && traits.repetitions <= kMostRepetitions &&
            traits.window >= 1 && traits.window <= kMostWindow && since >= oldest && since <= now)
            entries[*oid] = {traits, since};
    }
    bound(entries);
    return entries;
}

void WalkTraitStore::write()
{
    m_isChanged = false;
    m_written = std::chrono::steady_clock::now();
    if (m_file.isEmpty())
        return;
    for (auto &[oid, entry] : read()) {
        const auto own = m_entries.find(oid);
        if (own == m_entries.end() || own->second.since < entry.since)
            m_entries[oid] = entry;
    }
    bound(m_entries);
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(kHead);
    for (const auto &[oid, entry] : m_entries)
        file.write(QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                       .arg(oid.text())
                       .arg(entry.traits.repetitions)
                       .arg(entry.traits.window)
                       .arg(entry.traits.bulk ? 1 : 0)
                       .arg(entry.traits.isLimit ? 1 : 0)
                       .arg(entry.since)
                       .toLatin1());
    file.commit();
}

} // namespace Portolan::Snmp
