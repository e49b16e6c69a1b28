// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshdrawer.h"
#include "core/runtime/reaper.h"
#include "tests/ui/sshfixture.h"
#include "ui/ssh/auditpage.h"
#include "ui/ssh/connectpage.h"
#include "ui/ssh/diagnosispage.h"
#include "ui/ssh/sessionpage.h"
#include "ui/ssh/sshpanel.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/keyview.h"
#include "ui/widgets/transcriptview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;

class SshDrawerTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;

    QString address(const char *id) const { return sshAddress(*m_lab, id); }
    static Ui::SshDrawer &drawerOf(const Panel *panel)
    {
        return *panel->findChild<Ui::SshDrawer *>();
    }
    static void press(Ui::MainWindow &window, Qt::Key key)
    {
        QTest::keyClick(&window, key, Qt::ControlModifier | Qt::ShiftModifier);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        startFresh(m_home, m_languages, m_theme);
        m_lab =
            std::make_unique<Lab>(QStringList{QStringLiteral("publickey"), QStringLiteral("weak")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void aFailureOffersItsExplanationFirst()
    {
        QTcpServer closed; // a port that was free a moment ago
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        WindowFixture fixture(m_languages, m_theme);
        const auto opened =
            fixture.window->openAddress(QStringLiteral("ssh://lab@127.0.0.1:%1").arg(port));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        auto *page = (*opened)->findChild<Ui::ConnectPage *>();
        auto *first = page->findChild<QPushButton *>(QStringLiteral("action"));
        QVERIFY(first->isVisible());
        first->click();
        const Ui::SshDrawer &drawer = drawerOf(*opened);
        QCOMPARE(drawer.page(), QString(Ui::SshDrawer::kExplain));
        const Ui::ExplainDrawer &findings = drawer.diagnosis().findings();
        QTRY_VERIFY_WITH_TIMEOUT(!findings.findings().isEmpty(), kPatience);
        QCOMPARE(findings.findings().front().severity, Finding::Severity::Error);
        QVERIFY(!findings.isRunning());
        QTRY_VERIFY(findings.findChild<Ui::FindingCard *>());
        // And it follows the language while it is open.
        const QString english = findings.summary();
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(findings.summary() != english);
        m_languages.choose(QStringLiteral("en"));
        QTRY_COMPARE(findings.summary(), english);
    }

    void explainIsOneKeyAwayAndGoesWithEscape()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
        auto *button = fixture.window->findChild<QToolButton *>(QStringLiteral("explain"));
        QVERIFY(button->isVisible());
        Ui::SshDrawer &drawer = drawerOf(*opened);
        press(*fixture.window, Qt::Key_E);
        QCOMPARE(drawer.page(), QString(Ui::SshDrawer::kExplain));
        QVERIFY(drawer.diagnosis().findings().findings().isEmpty()); // it waits to be asked
        press(*fixture.window, Qt::Key_E);
        QCOMPARE(drawer.page(), QString());
        button->click();
        QCOMPARE(drawer.page(), QString(Ui::SshDrawer::kExplain));
        auto *run = drawer.diagnosis().findings().findChild<QPushButton *>(QStringLiteral("run"));
        run->click();
        QVERIFY(drawer.diagnosis().findings().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!drawer.diagnosis().findings().isRunning(), kPatience);
        QVERIFY(!drawer.diagnosis().findings().findings().isEmpty());
        run->setFocus();
        QTest::keyClick(run, Qt::Key_Escape);
        QCOMPARE(drawer.page(), QString());
        auto *view = (*opened)->findChild<Terminal::TerminalView *>();
        QTRY_VERIFY(view->hasFocus() || !fixture.window->isActiveWindow());
    }

    void aRunningDiagnosisIsCancelledAtOnce()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(
            QStringLiteral("ssh://lab@127.0.0.1:%1").arg(silent.serverPort()));
        QVERIFY(opened);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        drawer.openPage(Ui::SshDrawer::kExplain);
        Ui::ExplainDrawer &findings = drawer.diagnosis().findings();
        findings.findChild<QPushButton *>(QStringLiteral("run"))->click();
        QVERIFY(findings.isRunning());
        findings.findChild<QPushButton *>(QStringLiteral("cancelWork"))->click();
        QVERIFY(!findings.isRunning());
    }

    void theAuditShowsFindingsAndEveryAlgorithm()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("weak"));
        QVERIFY(opened);
        // It has nothing in common with this program; the audit says so all the same.
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        drawer.openPage(Ui::SshDrawer::kAudit);
        auto *page = drawer.findChild<Ui::AuditPage *>();
        page->findings().findChild<QPushButton *>(QStringLiteral("run"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page->findings().findings().isEmpty(), kPatience);
        QCOMPARE(page->findings().findings().front().severity, Finding::Severity::Error);
        const auto *table = page->findChild<Ui::DataTable *>();
        const auto rows = table->texts(Ui::DataTable::Rows::All, Ui::DataTable::Head::Without);
        QVERIFY(rows.size() > 10);
        bool weak = false;
        for (const QStringList &row : rows)
            weak = weak || (row.contains(QStringLiteral("diffie-hellman-group14-sha1")) &&
                            row.contains(QStringLiteral("server only")));
        QVERIFY(weak);
    }

    void theSessionShowsWhatWasAgreedAndItsLockTheKey()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
        press(*fixture.window, Qt::Key_I);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        QCOMPARE(drawer.page(), QString(Ui::SshDrawer::kSession));
        const QString facts = drawer.session().findChild<Ui::FieldList *>()->text();
        for (const char *part : {"OpenSSH", "curve25519-sha256", "ssh-ed25519", "publickey", "lab"})
            QVERIFY2(facts.contains(QLatin1String(part)), qPrintable(facts));
        drawer.session().bar().showSecurity();
        const auto *key = drawer.session().findChild<Ui::KeyView *>();
        QVERIFY(key);
        QVERIFY2(key->text().contains(m_lab->server(QStringLiteral("publickey"))
                                          .fingerprints.value(QStringLiteral("ssh-ed25519"))),
                 qPrintable(key->text()));
    }

    void theTranscriptTellsTheStepsAndNoSecret()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        drawer.openPage(Ui::SshDrawer::kTranscript);
        const auto *view = drawer.findChild<Ui::TranscriptView *>();
        for (const char *part : {"tcp", "banner", "key_exchange", "host_key", "login"})
            QTRY_VERIFY2(view->text().contains(QLatin1String(part)), qPrintable(view->text()));
    }

    void theSessionShowsWhatTheChannelCarriesAndItsWindow()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        drawer.openPage(Ui::SshDrawer::kSession);
        const auto *fields = drawer.session().findChild<Ui::FieldList *>();
        const auto under = [&](const QString &section) {
            const QString text = fields->text();
            return text.mid(std::max<qsizetype>(0, text.indexOf(section)));
        };
        const QString section = QStringLiteral("Channel of this tab");
        QTRY_VERIFY_WITH_TIMEOUT(under(section).contains(QStringLiteral("Window out")), kPatience);
        // What libssh does not tell is not shown as a number.
        QVERIFY2(under(section).contains(QStringLiteral("not measurable")),
                 qPrintable(under(section)));
        const QString before = under(section);
        auto *view = (*opened)->findChild<Terminal::TerminalView *>();
        QTest::keyClicks(view, QStringLiteral("head -c 300000 /dev/zero | tr '\\0' x"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            under(section) != before && under(section).contains(QStringLiteral("293.")), kPatience);
        // Gone with the session.
        drawer.session().bar().findChild<QPushButton *>(QStringLiteral("connect"))->click();
        QVERIFY(!fields->text().contains(section));
    }

    void disconnectingEndsThisTabAndOffersToConnectAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
        Ui::SshDrawer &drawer = drawerOf(*opened);
        drawer.openPage(Ui::SshDrawer::kSession);
        auto *button = drawer.session().bar().findChild<QPushButton *>(QStringLiteral("connect"));
        button->click();
        QCOMPARE((*opened)->state(), Panel::State::Ended);
        button->click();
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Connected, kPatience);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    SshDrawerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sshdrawer.moc"
