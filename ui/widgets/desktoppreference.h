// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

class QDBusMessage;

namespace Portolan::Ui {

// Whether the desktop asks programs to be dark, asked and followed over D-Bus without ever
// blocking. Source: XDG desktop portal, org.freedesktop.portal.Settings, namespace
// org.freedesktop.appearance, key color-scheme (1: dark, 2: light, 0: no preference). Says nothing
// where there is no session bus or no portal. GUI thread.
class DesktopPreference : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void follow();

Q_SIGNALS:
    void darkWanted(bool dark);

private Q_SLOTS:
    void onSettingChanged(const QDBusMessage &message);

private:
    void take(const QVariant &scheme);
};

} // namespace Portolan::Ui
