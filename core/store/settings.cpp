// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings.h"

namespace Portolan {

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

QString Settings::text(const char *key, const QString &fallback) const
{
    const QVariant value = m_file.value(QLatin1String(key));
    return value.typeId() == QMetaType::QString ? value.toString() : fallback;
}

int Settings::number(const char *key, int fallback, int least, int most) const
{
    bool valid = false;
    const int value = m_file.value(QLatin1String(key)).toInt(&valid);
    return valid && value >= least && value <= most ? value : fallback;
}

bool Settings::flag(const char *key, bool fallback) const
{
    const QString word = m_file.value(QLatin1String(key)).toString();
    if (word == QLatin1String("true"))
        return true;
    return word == QLatin1String("false") ? false : fallback;
}

QByteArray Settings::bytes(const char *key) const
{
    return m_file.value(QLatin1String(key)).toByteArray();
}

void Settings::set(const char *key, const QVariant &value)
{
    const QString name = QLatin1String(key);
    if (m_file.value(name) == value)
        return;
    m_file.setValue(name, value);
    Q_EMIT changed(name);
}

} // namespace Portolan
