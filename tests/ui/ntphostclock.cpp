// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/hostclockpage.h"

#include "core/runtime/reaper.h"
#include "tests/support/lab.h"
#include "tests/ui/sshfixture.h"
#include "tests/ui/windowfixture.h"
#include "ui/ntp/clockdiagnosispage.h"
#include "ui/ntp/ntppanel.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/sidedrawer.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::HostClockPage;
using Ui::NtpPanel;

namespace {

constexpr int kLong = 60'000;

} // namespace

// The page about the clock of a host: this computer as it is, and one behind a real SSH server.
class NtpHostClockTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::optional<WindowFixture> m_fixture;
    Lab m_hosts{QStringList{QStringLiteral("publickey")}};
    Lab m_clocks = Lab::withNtp();

    NtpPanel *open()
    {
        // Nobody answers there: the page does not need anybody to.
        const auto panel = m_fixture->window->openAddress(QStringLiteral("ntp://127.0.0.1:9"));
        return panel ? qobject_cast<NtpPanel *>(*panel) : nullptr;
    }
    static QString kernelOfThisComputer()
    {
        QFile file(QStringLiteral("/proc/sys/kernel/osrelease"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed()
                                              : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_hosts.error().isEmpty(), qPrintable(m_hosts.error()));
        QVERIFY2(m_clocks.error().isEmpty(), qPrintable(m_clocks.error()));
        QVERIFY(m_home.isValid());
    }
    void init()
    {
        startFresh(m_home, m_languages, m_theme);
        m_fixture.emplace(m_languages, m_theme);
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void thisComputerIsAskedWhenThePageIsShown()
    {
        NtpPanel *const panel = open();
        QVERIFY(panel);
        HostClockPage &page = panel->hostClock();
        QVERIFY(!page.clock());
        QVERIFY(!page.isRunning()); // not before
        panel->drawer().openPage(NtpPanel::kHost);
        QTRY_VERIFY_WITH_TIMEOUT(page.clock().has_value(), kLong);
        QVERIFY(!page.isRunning());
        QVERIFY(page.clock()->host.isEmpty());
        QVERIFY2(page.text().contains(kernelOfThisComputer()), qPrintable(page.text()));
        QVERIFY2(page.text().contains(page.clock()->clockSource.current), qPrintable(page.text()));
        QVERIFY(!page.findings().isEmpty());
        QCOMPARE(page.findChildren<Ui::FindingCard *>().size(), page.findings().size());
        QVERIFY(!page.headline().isEmpty());
        // The words follow the language, without asking again.
        const QString english = page.headline();
        const QDateTime at = page.clock()->at;
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(page.headline() != english);
        QCOMPARE(page.clock()->at, at);
    }
    void aHostBehindSshIsAskedWhenItIsTyped()
    {
        NtpPanel *const panel = open();
        QVERIFY(panel);
        HostClockPage &page = panel->hostClock();
        page.setHost(sshAddress(m_hosts, "publickey"));
        panel->drawer().openPage(NtpPanel::kHost);
        QVERIFY(!page.isRunning()); // nobody said so yet
        QTest::keyClick(page.findChild<QLineEdit *>(QStringLiteral("hostField")), Qt::Key_Return);
        QVERIFY(page.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(page.clock().has_value() || !page.problem().isEmpty(), kLong);
        QVERIFY2(page.clock(), qPrintable(page.problem()));
        QVERIFY2(page.clock()->host.contains(QStringLiteral("lab@127.0.0.1")),
                 qPrintable(page.clock()->host));
        QVERIFY(page.text().contains(kernelOfThisComputer()));
        // It is this computer's clock, seen through SSH.
        QVERIFY(page.clock()->difference);
        QVERIFY(page.clock()->difference->least.count() <= 0);
        QVERIFY(page.clock()->difference->most.count() >= 0);
        // And once more over the same way.
        const QDateTime at = page.clock()->at;
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("hostLook")),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page.clock()->at > at, kLong);
        QVERIFY(page.problem().isEmpty());
    }
    void thePortOfChronydIsAskedForWhereItIsNotTheUsualOne()
    {
        QTemporaryDir own;
        QVERIFY(m_clocks.putChronyc(own.path()));
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([&path] { qputenv("PATH", path); });
        qputenv("PATH", QFile::encodeName(own.path()) + ':' + path);
        NtpPanel *const panel = open();
        QVERIFY(panel);
        HostClockPage &page = panel->hostClock();
        auto *const port = page.findChild<QSpinBox *>(QStringLiteral("hostPort"));
        QVERIFY(port->isHidden());
        panel->drawer().openPage(NtpPanel::kHost);
        QTRY_VERIFY_WITH_TIMEOUT(page.clock().has_value(), kLong);
        if (page.clock()->chrony)
            QSKIP("A chronyd of this computer answers at the usual place.");
        QVERIFY(!port->isHidden());
        port->setValue(m_clocks.ntp().commandPort);
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.clock()->chrony.has_value(), kLong);
        QVERIFY(page.clock()->chronySources.size() == 1);
        QVERIFY(!port->isHidden()); // it is not the usual one
        // Explain goes the same way, and another host begins anew.
        panel->diagnosis().run();
        QTRY_VERIFY_WITH_TIMEOUT(!panel->diagnosis().findings().isRunning(), kLong);
        page.setHost(QStringLiteral("lab@gate"));
        QCOMPARE(port->value(), 323);
        QVERIFY(port->isHidden());
    }
    void whatCannotBeReachedIsSaidAndWhatWasFoundStays()
    {
        NtpPanel *const panel = open();
        QVERIFY(panel);
        HostClockPage &page = panel->hostClock();
        panel->drawer().openPage(NtpPanel::kHost);
        QTRY_VERIFY_WITH_TIMEOUT(page.clock().has_value(), kLong);
        page.setHost(QStringLiteral("mqtt://127.0.0.1"));
        page.look();
        QVERIFY2(page.problem().contains(QStringLiteral("SSH")), qPrintable(page.problem()));
        page.setHost(QStringLiteral("ssh://lab@127.0.0.1:1"));
        page.look();
        QVERIFY(page.problem().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!page.problem().isEmpty(), kLong);
        QVERIFY(!page.isRunning());
        QVERIFY(page.clock().has_value());
        QVERIFY(!page.text().isEmpty());
    }
    void aTabThatClosesWhileAHostIsAskedEndsIt()
    {
        NtpPanel *const panel = open();
        QVERIFY(panel);
        panel->drawer().openPage(NtpPanel::kHost);
        QTRY_VERIFY_WITH_TIMEOUT(panel->hostClock().clock().has_value(), kLong);
        panel->hostClock().setHost(sshAddress(m_hosts, "publickey"));
        panel->hostClock().look();
        QVERIFY(panel->hostClock().isRunning());
        m_fixture.reset(); // cleanup() sees that nothing is left over
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    NtpHostClockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ntphostclock.moc"
