// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/windowcommands.h"

#include <QDir>
#include <QInputMethodEvent>
#include <QListView>
#include <QTcpServer>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

// An open palette over a window.
struct Open
{
    explicit Open(Ui::MainWindow &mainWindow)
        : window(mainWindow)
        , palette(*mainWindow.findChild<Ui::CommandPalette *>())
        , field(*palette.findChild<QLineEdit *>())
        , list(*palette.findChild<QListView *>())
    {
        show();
    }
    void show() { window.commands().action(QLatin1String("palette"))->trigger(); }
    QStringList names() const
    {
        QStringList result;
        for (int i = 0; i < palette.model().rowCount(); ++i)
            result.append(palette.model().entry(i).text);
        return result;
    }
    QString first() const { return names().value(0); }

    Ui::MainWindow &window;
    Ui::CommandPalette &palette;
    QLineEdit &field;
    QListView &list;
};

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QTcpServer m_silent; // accepts and never says a word

    QString silentAddress(const QString &user) const
    {
        return QStringLiteral("ssh://%1@127.0.0.1:%2").arg(user).arg(m_silent.serverPort());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }
    void init()
    {
        QVERIFY(QDir(m_home.path()).removeRecursively());
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void everyCommandOfWindowAndPanelIsThereInBothLanguages()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(silentAddress(QStringLiteral("ops"))));
        Open open(*fixture.window);
        QList<QAction *> actions = fixture.window->area().currentPanel()->actions();
        for (Ui::Command *command : fixture.window->commands().actions())
            actions.append(command);
        for (const QAction *action : actions) {
            if (action->objectName() != QLatin1String("palette"))
                QVERIFY2(open.names().contains(action->text()), qPrintable(action->text()));
        }
        for (int i = 0; i < open.palette.model().rowCount(); ++i) {
            const Ui::PaletteEntry &entry = open.palette.model().entry(i);
            QVERIFY2(!entry.other.isEmpty(), qPrintable(entry.text));
            QVERIFY2(entry.other != entry.text, qPrintable(entry.text));
        }
        QCOMPARE(m_languages.current(), QStringLiteral("en"));
        QCOMPARE(fixture.window->commands().action(QLatin1String("settings"))->text(),
                 QStringLiteral("Settings"));
    }

    void aCommandIsFoundByEitherNameHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *language, const char *typed, const char *command) {
            QTest::addRow("%s in %s", typed, language)
                << QString::fromUtf8(language) << QString::fromUtf8(typed)
                << QString::fromUtf8(command);
        };
        for (const char *language : {"en", "ko"}) {
            row(language, "new tab", "new-tab");
            row(language, "새 탭", "new-tab");
            row(language, "ㅅㅌ", "new-tab");
            row(language, "to xoq", "new-tab");
            row(language, "ㅜㄷㅈ ㅅ뮤", "new-tab");
            row(language, "설저", "settings");
            row(language, "tjfwjd", "settings");
            row(language, "SETT", "settings");
        }
    }
    void aCommandIsFoundByEitherNameHoweverItIsTyped()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        m_languages.choose(language);
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        open.field.setText(typed);
        QVERIFY(open.palette.model().rowCount() > 0);
        QTEST(open.palette.model().entry(0).id, "command");
    }

    void theNameInTheOtherLanguageIsShownWhereItWasFound()
    {
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        open.field.setText(QStringLiteral("설정"));
        const QModelIndex first = open.palette.model().index(0);
        QCOMPARE(first.data().toString(), QStringLiteral("Settings"));
        QCOMPARE(first.data(Ui::PaletteModel::OtherRole).toString(), QStringLiteral("설정"));
        QVERIFY(first.data(Ui::PaletteModel::TextRangesRole).value<QList<TextRange>>().isEmpty());
        open.field.setText(QStringLiteral("settings"));
        QVERIFY(
            open.palette.model().index(0).data(Ui::PaletteModel::OtherRole).toString().isEmpty());
    }

    void whatAnInputMethodComposesCountsAsTyped()
    {
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        QInputMethodEvent composing(QStringLiteral("설"), {});
        QCoreApplication::sendEvent(&open.field, &composing);
        QCOMPARE(open.first(), QStringLiteral("Settings"));
    }

    void theKeyboardAloneChoosesAndRuns()
    {
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        QTest::keyClicks(&open.field, QStringLiteral("tab"));
        const QString second = open.names().value(1);
        QTest::keyClick(&open.field, Qt::Key_Down);
        QCOMPARE(open.list.currentIndex().data().toString(), second);
        QTest::keyClick(&open.field, Qt::Key_Up);
        QTest::keyClick(&open.field, Qt::Key_Up); // round to the last one
        QCOMPARE(open.list.currentIndex().row(), open.palette.model().rowCount() - 1);
        open.field.setText(QStringLiteral("new tab"));
        const int before = fixture.window->tabs().count();
        QTest::keyClick(&open.field, Qt::Key_Return);
        QCOMPARE(fixture.window->tabs().count(), before + 1);
        QVERIFY(!open.palette.isVisible());
    }

    void escapeGivesTheFocusBackToWhereItWas()
    {
        WindowFixture fixture(m_languages, m_theme);
        auto *address = fixture.window->findChild<QLineEdit *>(QStringLiteral("address"));
        address->setFocus();
        QCOMPARE(fixture.window->focusWidget(), address);
        Open open(*fixture.window);
        QCOMPARE(fixture.window->focusWidget(), &open.field);
        QTest::keyClick(&open.field, Qt::Key_Escape);
        QVERIFY(!open.palette.isVisible());
        QCOMPARE(fixture.window->focusWidget(), address);
        // Its own command closes it too.
        open.show();
        QVERIFY(open.palette.isVisible());
        open.show();
        QVERIFY(!open.palette.isVisible());
        QCOMPARE(fixture.window->focusWidget(), address);
    }

    void whatWasUsedLastStandsFirstAlsoTomorrow()
    {
        {
            WindowFixture fixture(m_languages, m_theme);
            for (const char *name : {"theme: dark", "about", "new tab"}) {
                Open open(*fixture.window);
                open.field.setText(QLatin1String(name));
                QTest::keyClick(&open.field, Qt::Key_Return);
            }
            Open open(*fixture.window);
            QCOMPARE(open.names().mid(0, 3),
                     QStringList({QStringLiteral("New tab"), QStringLiteral("About Portolan"),
                                  QStringLiteral("Theme: dark")}));
        }
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        QCOMPARE(open.first(), QStringLiteral("New tab"));
    }

    void whatCannotBeDoneSaysWhyAndIsNotDone()
    {
        WindowFixture fixture(m_languages, m_theme);
        Open open(*fixture.window);
        open.field.setText(QStringLiteral("duplicate"));
        const QModelIndex first = open.palette.model().index(0);
        QCOMPARE(first.data(Ui::PaletteModel::WhyRole).toString(),
                 QStringLiteral("This tab has no connection."));
        QTest::keyClick(&open.field, Qt::Key_Return);
        QVERIFY(open.palette.isVisible());
        QCOMPARE(fixture.window->tabs().count(), 1);
    }

    void openTabsAreGoneToByTheirTitle()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto panel = fixture.window->openAddress(silentAddress(QStringLiteral("first")));
        QVERIFY(panel);
        QVERIFY(fixture.window->openAddress(silentAddress(QStringLiteral("second"))));
        Open open(*fixture.window);
        open.field.setText(QStringLiteral("first"));
        QVERIFY(open.first().contains(QStringLiteral("first@")));
        QTest::keyClick(&open.field, Qt::Key_Return);
        QCOMPARE(fixture.window->tabs().currentPanel(), *panel);
    }

    void keysThatAPersonChoseHoldAtOnceAndAreShown()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::Command *command = fixture.window->commands().action(QLatin1String("new-tab"));
        const QKeySequence keys(QStringLiteral("Ctrl+Shift+F9"));
        Ui::Command::setKeys(command->spec(), keys, fixture.settings);
        QCOMPARE(command->shortcut(), keys);
        Open open(*fixture.window);
        open.field.setText(QStringLiteral("new tab"));
        QCOMPARE(open.palette.model().entry(0).keys, keys.toString(QKeySequence::NativeText));
        Ui::Command::setKeys(command->spec(), {}, fixture.settings);
        QVERIFY(command->shortcut().isEmpty());
        Ui::Command::resetKeys(command->spec(), fixture.settings);
        QCOMPARE(command->shortcut(), command->spec().usualKeys());
    }

    void aPanelThatClosesMeanwhileIsNotTouched()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(silentAddress(QStringLiteral("first"))));
        QVERIFY(fixture.window->openAddress(silentAddress(QStringLiteral("second"))));
        Open open(*fixture.window);
        open.field.setText(QStringLiteral("copy"));
        fixture.window->tabs().closeTab(fixture.window->tabs().currentIndex());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClick(&open.field, Qt::Key_Return);
        QVERIFY(!open.palette.isVisible());
    }
};

QTEST_MAIN(PaletteTest)
#include "palette.moc"
