// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/desktoppreference.h"

#include <QFile>
#if QT_CONFIG(dbus) && __has_include(<QDBusConnection>)
#define PORTOLAN_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
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
    // From any sender: to know who owns the name, QtDBus would ask and wait.
    if (!bus.connect(QString(), kPath, kInterface, QStringLiteral("SettingChanged"), this,
                     SLOT(onSettingChanged(QDBusMessage))))
        qWarning("the desktop's colour scheme is not followed");
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

void DesktopPreference::onSettingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() == 3 && arguments[0].toString() == kGroup &&
        arguments[1].toString() == kKey)
        take(arguments[2]);
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
void DesktopPreference::onSettingChanged(const QDBusMessage &) {}
void DesktopPreference::take(const QVariant &) {}

#endif

} // namespace Portolan::Ui
