// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings.h"

#include "core/store/profiletable.h"

#include <utility>

namespace Portolan {

namespace {

bool isWholeNumber(const QVariant &value)
{
    return value.typeId() == QMetaType::Int || value.typeId() == QMetaType::UInt ||
           value.typeId() == QMetaType::LongLong;
}

} // namespace

Settings::Settings(Storage &storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_values(storage.settingsAtStart())
    , m_lastChange(storage.lastChange())
{
    connect(&storage, &Storage::loaded, this, &Settings::follow);
}

QString Settings::text(const char *key, const QString &fallback) const
{
    const QVariant value = m_values.value(QLatin1String(key));
    return value.typeId() == QMetaType::QString ? value.toString() : fallback;
}

int Settings::number(const char *key, int fallback, int least, int most) const
{
    const QVariant value = m_values.value(QLatin1String(key));
    const qlonglong number = value.toLongLong();
    return isWholeNumber(value) && number >= least && number <= most ? static_cast<int>(number)
                                                                     : fallback;
}

bool Settings::flag(const char *key, bool fallback) const
{
    const QVariant value = m_values.value(QLatin1String(key));
    return value.typeId() == QMetaType::Bool ? value.toBool() : fallback;
}

QByteArray Settings::bytes(const char *key) const
{
    const QVariant value = m_values.value(QLatin1String(key));
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : QByteArray();
}

QStringList Settings::list(const char *key) const
{
    const QVariant value = m_values.value(QLatin1String(key));
    return value.typeId() == QMetaType::QStringList ? value.toStringList() : QStringList();
}

void Settings::set(const char *key, const QVariant &value)
{
    const QString name = QLatin1String(key);
    const QVariant kept = isWholeNumber(value) ? QVariant(value.toLongLong()) : value;
    if (m_values.value(name) == kept)
        return;
    if (kept.isValid())
        m_values.insert(name, kept);
    else
        m_values.remove(name);
    m_lastChange = m_storage.write([name, kept](Database &database) {
        return writeSettings(database, {{name, kept}});
    });
    Q_EMIT changed(name);
}

void Settings::follow(const Stored &stored)
{
    if (stored.change < m_lastChange)
        return; // what we have is newer
    QHash<QString, QVariant> before = std::exchange(m_values, stored.settings);
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (before.take(it.key()) != it.value())
            Q_EMIT changed(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        Q_EMIT changed(it.key());
}

} // namespace Portolan
