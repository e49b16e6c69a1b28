// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/diagnosis/diagnosis.h"
#include "core/runtime/reaper.h"
#include "tests/support/lab.h"
#include "tests/ui/windowfixture.h"
#include "ui/ntp/clockdiagnosispage.h"
#include "ui/ntp/ntppanel.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/sidedrawer.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::ExplainDrawer;
using Ui::NtpPanel;
using Ui::Panel;

namespace {

constexpr int kPatience = 60'000;

} // namespace

// What the diagnosis beside the clocks says of servers that lie, and what one click does about it.
class NtpExplainTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::optional<WindowFixture> m_fixture;
    Lab m_lab = Lab::withNtp(true, true, {});

    NtpPanel *open(const QString &address)
    {
        const auto panel = m_fixture->window->openAddress(address);
        return panel ? qobject_cast<NtpPanel *>(*panel) : nullptr;
    }
    [[nodiscard]] QString lie(const char *id) const
    {
        return QStringLiteral("127.0.0.1:%1")
            .arg(m_lab.hostileClocks().value(QString::fromLatin1(id)).port);
    }
    [[nodiscard]] QString server(const char *id) const
    {
        return QStringLiteral("127.0.0.1:%1").arg(m_lab.ntp(QString::fromLatin1(id)).port);
    }
    static const Finding *find(const NtpPanel &panel, const char *id)
    {
        const auto &all = panel.diagnosis().findings().findings();
        const auto found = std::find_if(all.begin(), all.end(), [id](const Finding &each) {
            return each.id == QLatin1String(id);
        });
        return found == all.end() ? nullptr : &*found;
    }
    static QByteArray ids(const NtpPanel &panel)
    {
        QStringList all;
        for (const Finding &each : panel.diagnosis().findings().findings())
            all += each.id;
        return all.join(QLatin1Char(' ')).toUtf8();
    }
    // What can be clicked now, the most serious finding's first.
    static QList<QPushButton *> buttons(const NtpPanel &panel, const QString &words)
    {
        QList<QPushButton *> all = panel.diagnosis().findChildren<QPushButton *>();
        all.removeIf([&words](const QPushButton *each) {
            return each->text() != words || each->isHidden();
        });
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QCOMPARE(m_lab.error(), QString());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
    }
    void init()
    {
        m_languages.choose(QStringLiteral("en"));
        m_fixture.emplace(m_languages, m_theme);
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void aServerThatLiesIsNamedAndLeftOutWithOneClick()
    {
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2&also=%3")
                     .arg(server("ntp-plain"), server("ntp-follower"), lie("ahead")));
        QVERIFY(panel);
        QVERIFY(panel->canExplain());
        panel->explain();
        QCOMPARE(panel->drawer().page(), QString(NtpPanel::kExplain));
        ExplainDrawer &findings = panel->diagnosis().findings();
        panel->diagnosis().run();
        QVERIFY(findings.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!findings.isRunning(), kPatience);
        const Finding *const outvoted = find(*panel, "ntp.falseticker");
        QVERIFY2(outvoted, ids(*panel).constData());
        QVERIFY(outvoted->arguments.value(0).contains(lie("ahead").section(QLatin1Char(':'), 1)));
        // The words follow the language, with all that is below.
        const QString english = findings.summary();
        const QString title = Ntp::textOf(*outvoted).title;
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(findings.summary() != english);
        m_languages.choose(QStringLiteral("en"));
        QTRY_COMPARE(findings.summary(), english);
        QCOMPARE(Ntp::textOf(*outvoted).title, title);
        // What a colleague is given.
        // Markdown: as far as nothing in it is escaped.
        const QByteArray markdown = findings.exported(QStringLiteral("md"));
        QVERIFY2(markdown.contains(lie("ahead").section(QLatin1Char(':'), 1).toLatin1()),
                 markdown.constData());
        QVERIFY(findings.exported(QStringLiteral("json")).contains("ntp.falseticker"));
        QVERIFY(findings.exported(QStringLiteral("html")).contains("<html"));

        const quint64 liar = panel->monitor().servers().back().id;
        // The honest ones follow nothing but their own clocks, so they have the same button.
        const auto leave = buttons(*panel, QStringLiteral("Leave it out of the choice"));
        QVERIFY(!leave.isEmpty());
        leave.front()->click();
        QTRY_COMPARE(panel->monitor().server(liar)->choice.standing, Ntp::Standing::LeftOut);
        QCOMPARE(panel->chosen(), liar);
        QTRY_VERIFY(buttons(*panel, QStringLiteral("Leave it out of the choice")).size() <
                    leave.size());
    }
    void aClockThatIsOffIsExplainedByWhatKeepsIt()
    {
        NtpPanel *const panel =
            open(QStringLiteral("ntp://%1?also=%2&also=%3")
                     .arg(lie("ahead"), lie("ahead-second"), lie("ahead-third")));
        QVERIFY(panel);
        panel->explain();
        ExplainDrawer &findings = panel->diagnosis().findings();
        panel->diagnosis().run();
        QTRY_VERIFY_WITH_TIMEOUT(!findings.isRunning(), kPatience);
        const Finding &first = findings.findings().front();
        QVERIFY2(first.id.startsWith(QLatin1String("ntp.clock.behind+host.")),
                 ids(*panel).constData());
        QVERIFY(!find(*panel, "ntp.clock.behind"));
        // The facts of it are one click away.
        const auto show = buttons(*panel, QStringLiteral("How the clock of a host is kept"));
        QVERIFY(!show.isEmpty());
        show.front()->click();
        QCOMPARE(panel->drawer().page(), QString(NtpPanel::kHost));
    }
    void aSilentServerIsExplainedAsSoonAsTheDrawerOpens()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://%1?timeout=0.3").arg(lie("silent")));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        panel->explain();
        ExplainDrawer &findings = panel->diagnosis().findings();
        QVERIFY(findings.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!findings.isRunning(), kPatience);
        QVERIFY(!findings.findings().isEmpty());
        QVERIFY2(ids(*panel).contains("ntp.silent"), ids(*panel).constData());
        QVERIFY(!ids(*panel).contains("ntp.fine"));
    }
    void aWayToAskThatHelpsIsTakenAndTheAddressFollows()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://") + server("ntp-plain"));
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
        const QString name = panel->monitor().servers().front().name();
        const Finding late{QStringLiteral("ntp.answers.late"), Finding::Severity::Warning,
                           {name, QStringLiteral("1")},        {},
                           Ntp::Action::kWaitLonger,           {}};
        Q_EMIT panel->diagnosis().actionRequested(late.action, late);
        QCOMPARE(panel->monitor().servers().size(), std::size_t(1));
        QVERIFY(panel->monitor().servers().front().target.timeout ==
                Ui::ClockDiagnosisPage::kPatient);
        QVERIFY2(panel->address().toString().contains(QStringLiteral("timeout=5")),
                 qPrintable(panel->address().toString()));
        ExplainDrawer &findings = panel->diagnosis().findings();
        QTRY_VERIFY_WITH_TIMEOUT(!findings.isRunning(), kPatience);
        QVERIFY2(find(*panel, "ntp.one"), ids(*panel).constData());
    }
    void aRunEndsWithItsTab()
    {
        NtpPanel *const panel = open(QStringLiteral("ntp://%1?timeout=0.3").arg(lie("silent")));
        QVERIFY(panel);
        panel->diagnosis().run();
        QVERIFY(panel->diagnosis().findings().isRunning());
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    NtpExplainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ntpexplain.moc"
