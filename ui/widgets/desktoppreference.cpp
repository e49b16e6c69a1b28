// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/desktoppreference.h"

#include <QFile>
#include <QVariant>
#if QT_CONFIG(dbus) && __has_include(<QDBusConnection>)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#define PORTOLAN_HAS_DBUS
#else
class QDBusVariant
{
};
#endif

namespace Portolan::Ui {

#ifdef PORTOLAN_HAS_DBUS

namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kGroup("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");

// Without an address libdbus would start a bus of its own.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

void DesktopPreference::follow()
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << QString(kGroup) << QString(kKey);
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            take(reply.value().variant());
    });
}

void DesktopPreference::onSettingChanged(const QString &group, const QString &key,
                                         const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        take(value.variant());
}

void DesktopPreference::take(const QVariant &scheme)
{
    // Read answers a variant within a variant, the signal a plain one.
    const QVariant inner =
        scheme.canConvert<QDBusVariant>() ? qvariant_cast<QDBusVariant>(scheme).variant() : scheme;
    const uint preference = inner.toUInt();
    if (preference == 1 || preference == 2)
        Q_EMIT darkWanted(preference == 1);
}

#else

void DesktopPreference::follow() {}
void DesktopPreference::onSettingChanged(const QString &, const QString &, const QDBusVariant &) {}
void DesktopPreference::take(const QVariant &) {}

#endif

} // namespace Portolan::Ui
