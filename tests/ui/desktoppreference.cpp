// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/desktoppreference.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Portolan;

namespace {

constexpr char kPath[] = "/org/freedesktop/portal/desktop";
constexpr char kInterface[] = "org.freedesktop.portal.Settings";

} // namespace

// What a desktop's portal does, on the session bus that this test was started with.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }
};

class DesktopPreferenceTest : public QObject
{
    Q_OBJECT

private:
    QDBusConnection m_desktop{
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"))};
    Portal m_portal;

    void change(const QString &group, uint scheme)
    {
        QDBusMessage signal = QDBusMessage::createSignal(
            QLatin1String(kPath), QLatin1String(kInterface), QStringLiteral("SettingChanged"));
        signal << group << QStringLiteral("color-scheme")
               << QVariant::fromValue(QDBusVariant(scheme));
        QVERIFY(m_desktop.send(signal));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desktop.isConnected(), "start this test with dbus-run-session");
        QVERIFY(m_desktop.registerObject(QLatin1String(kPath), &m_portal,
                                         QDBusConnection::ExportAllSlots));
        QVERIFY(m_desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

    void theDesktopIsAskedOnceAndFollowed()
    {
        m_portal.scheme = 1;
        Ui::DesktopPreference preference;
        QSignalSpy wanted(&preference, &Ui::DesktopPreference::darkWanted);
        preference.follow();
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.takeFirst().front().toBool(), true);
        change(QStringLiteral("org.freedesktop.appearance"), 2);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.takeFirst().front().toBool(), false);
        // Neither another group nor "no preference" says anything.
        change(QStringLiteral("org.gnome.desktop.interface"), 1);
        change(QStringLiteral("org.freedesktop.appearance"), 0);
        change(QStringLiteral("org.freedesktop.appearance"), 1);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.takeFirst().front().toBool(), true);
    }
};

QTEST_GUILESS_MAIN(DesktopPreferenceTest)

#include "desktoppreference.moc"
