// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/silentpeer.h"
#include "tests/ui/windowfixture.h"

#include <QDir>
#include <QTest>
#include <QThreadPool>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

qsizetype threadCount()
{
    return QDir(QStringLiteral("/proc/self/task"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
        .size();
}

} // namespace

class PanelLivesTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    SilentPeer m_silent;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        QVERIFY(m_silent.listen());
        // Its threads come and go by themselves; one is enough to count.
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->setExpiryTimeout(-1);
    }

    void everyPanelOpensAndClosesAHundredTimesWithoutLeakingAThread_data()
    {
        QTest::addColumn<int>("panel");
        const auto specs = Ui::allPanels();
        for (std::size_t i = 0; i < specs.size(); ++i)
            QTest::newRow(qPrintable(QString(specs[i].id))) << static_cast<int>(i);
    }
    void everyPanelOpensAndClosesAHundredTimesWithoutLeakingAThread()
    {
        QFETCH(int, panel);
        const Ui::PanelSpec &spec = Ui::allPanels()[static_cast<std::size_t>(panel)];
        WindowFixture fixture(m_languages, m_theme);
        Ui::Tabs &tabs = fixture.window->tabs();
        // One round first: Qt and the libraries start threads of their own that stay.
        qsizetype before = 0;
        for (int i = 0; i <= 100; ++i) {
            QVERIFY(fixture.window->openAddress(m_silent.address(spec)));
            QVERIFY(tabs.currentPanel());
            if (i % 2 == 0) // every other one is closed while it connects
                QTRY_VERIFY(tabs.currentPanel()->state() != Ui::Panel::State::Idle);
            tabs.closeTab(tabs.currentIndex());
            QVERIFY(!tabs.currentPanel());
            QCOMPARE(tabs.count(), 1);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (i == 0) {
                QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
                before = threadCount();
            }
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QTRY_VERIFY2(
            threadCount() <= before,
            qPrintable(QStringLiteral("%1 threads, %2 before").arg(threadCount()).arg(before)));
        QCOMPARE(fixture.services.holders<Ssh::ConnectionPool>(), 0L);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    PanelLivesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "panellives.moc"
