// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/terminal/terminal.h"
#include "tests/ui/terminalfixture.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/keyfield.h"
#include "ui/shell/keyspage.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/windowcommands.h"
#include "ui/ssh/sshsettingspage.h"
#include "ui/terminal/terminalsession.h"
#include "ui/terminal/terminalview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

using Key = Settings::Key;

QTreeWidgetItem *itemOf(QTreeWidget &tree, const QString &text)
{
    const auto found = tree.findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

QPushButton *buttonOf(QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
    }
    void init()
    {
        QVERIFY(QDir(m_home.path()).removeRecursively());
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void everyFieldShowsWhatIsKeptKeepsWhatIsChosenAndCanBeReset()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::SettingsDialog dialog(*fixture.window);
        int fields = 0;
        for (auto *page : dialog.findChildren<Ui::SettingsPage *>()) {
            for (auto *box : page->findChildren<QComboBox *>()) {
                const QByteArray key = box->objectName().toLatin1();
                QVERIFY(!key.isEmpty());
                if (key == Key::language)
                    continue; // changes the words under the test
                const int before = box->currentIndex();
                box->setCurrentIndex(box->count() - 1);
                QCOMPARE(fixture.settings.text(key.constData()), box->currentData().toString());
                page->reset();
                QCOMPARE(box->currentIndex(), before);
                ++fields;
            }
            for (auto *box : page->findChildren<QSpinBox *>()) {
                const QByteArray key = box->objectName().toLatin1();
                const int before = box->value();
                box->setValue(box->maximum());
                QCOMPARE(fixture.settings.number(key.constData(), -1, 0, 1 << 20), box->maximum());
                fixture.settings.set(key.constData(), box->minimum());
                QCOMPARE(box->value(), box->minimum());
                page->reset();
                QCOMPARE(box->value(), before);
                ++fields;
            }
            for (auto *box : page->findChildren<QCheckBox *>()) {
                const QByteArray key = box->objectName().toLatin1();
                const bool before = box->isChecked();
                box->setChecked(!before);
                QCOMPARE(fixture.settings.flag(key.constData(), before), !before);
                page->reset();
                QCOMPARE(box->isChecked(), before);
                ++fields;
            }
        }
        QVERIFY(fields > 12);
    }

    void aPageIsFoundByItsRowsInEitherLanguage_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("page");
        QTest::newRow("row") << "bell"
                             << "Terminal";
        QTest::newRow("Korean row") << "벨"
                                    << "Terminal";
        QTest::newRow("initials") << "ㅅㅋㄹ"
                                  << "Terminal";
        QTest::newRow("other layout") << "zjtj ahdid"
                                      << "Terminal";
        QTest::newRow("choice") << "underline"
                                << "Terminal";
        QTest::newRow("title") << "shortc"
                               << "Keyboard shortcuts";
        QTest::newRow("panel's own") << "ssh_config"
                                     << "SSH terminal";
    }
    void aPageIsFoundByItsRowsInEitherLanguage()
    {
        QFETCH(QString, typed);
        WindowFixture fixture(m_languages, m_theme);
        Ui::SettingsDialog dialog(*fixture.window);
        dialog.show();
        dialog.findChild<QLineEdit *>()->setText(typed);
        auto *list = dialog.findChild<QListWidget *>();
        QStringList shown;
        for (int i = 0; i < list->count(); ++i) {
            if (!list->item(i)->isHidden())
                shown.append(list->item(i)->text());
        }
        QCOMPARE(shown.size(), 1);
        QTEST(shown.first(), "page");
        QTEST(list->currentItem()->text(), "page");
    }

    void theTerminalFollowsEveryChoiceAtOnce()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(QStringLiteral("shell://localhost")));
        Terminal::TerminalView *view = nullptr;
        QTRY_VERIFY((view = fixture.window->findChild<Terminal::TerminalView *>()));
        fixture.settings.set(Key::fontSize, 17);
        QCOMPARE(view->terminalFont().pointSize(), 17);
        fixture.settings.set(Key::colorScheme, QStringLiteral("black"));
        QCOMPARE(view->colorScheme(), Terminal::ColorScheme::blackScheme());
        fixture.settings.set(Key::colorScheme, QString());
        QCOMPARE(view->colorScheme(), Terminal::ColorScheme::lightScheme());
        m_theme.choose(QStringLiteral("dark"));
        QTRY_COMPARE(view->colorScheme(), Terminal::ColorScheme::darkScheme());
    }

    void pasteIsNotAskedAboutWhereThatWasChosenUnlessItWouldActAsKeys()
    {
        WindowFixture fixture(m_languages, m_theme);
        Terminal::TerminalView view;
        view.setTerminal(std::make_shared<Terminal::Terminal>(Terminal::Size{}));
        QByteArray sent;
        connect(&view, &Terminal::TerminalView::inputReady, this,
                [&](const QByteArray &bytes) { sent += bytes; });
        Terminal::applySettings(fixture.settings, view);
        view.pasteText(QStringLiteral("one\ntwo"));
        QVERIFY(sent.isEmpty());
        fixture.settings.set(Key::askBeforePaste, false);
        Terminal::applySettings(fixture.settings, view);
        view.pasteText(QStringLiteral("one\ntwo"));
        QCOMPARE(sent, QByteArray("one\rtwo"));
        sent.clear();
        view.pasteText(QStringLiteral("one\x1b[201~two"));
        QVERIFY(sent.isEmpty());
    }

    void whatAWordIsCanBeChosen()
    {
        Terminal::Terminal terminal({40, 2});
        terminal.receive("ls /var/log/syslog now");
        const auto word = [&](std::u32string_view characters) {
            const auto [first, last] = terminal.wordAt({0, 6}, characters);
            return terminal.text(first, last);
        };
        QCOMPARE(word(Terminal::Terminal::kWordCharacters), std::string("/var/log/syslog"));
        QCOMPARE(word(U"_"), std::string("var"));
    }

    void sshTakesWhatAnAddressDoesNotSayFromItsPage()
    {
        WindowFixture fixture(m_languages, m_theme);
        const Ssh::Options usual;
        Ssh::Options options = Ui::SshSettingsPage::defaults(fixture.context);
        QCOMPARE(options.connectTimeout, usual.connectTimeout);
        QCOMPARE(options.keepaliveInterval, usual.keepaliveInterval);
        QCOMPARE(options.useAgent, usual.useAgent);
        QVERIFY(options.hostKeyPolicy == usual.hostKeyPolicy);
        fixture.settings.set(Key::sshKeepalive, 0);
        fixture.settings.set(Key::sshUnknownHosts, QStringLiteral("strict"));
        fixture.settings.set(Key::sshUseAgent, false);
        options = Ui::SshSettingsPage::defaults(fixture.context);
        QCOMPARE(options.keepaliveInterval, std::chrono::milliseconds(0));
        QVERIFY(options.hostKeyPolicy == Ssh::HostKeyPolicy::Strict);
        QVERIFY(!options.useAgent);
    }

    void keysThatTakeSomethingFromATerminalOrAnInputMethodAreRefused_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<bool>("allowed");
        for (const char *keys :
             {"Ctrl+Shift+K", "Ctrl+Shift+F5", "Ctrl+Shift+Home", "Ctrl+Shift+;"})
            QTest::newRow(keys) << QString::fromLatin1(keys) << true;
        for (const char *keys :
             {"Ctrl+K", "Alt+K", "F5", "Shift+F5", "K", "Shift+Space", "Ctrl+Space",
              "Ctrl+Shift+Space", "Ctrl+Alt+Shift+K", "Meta+K", "Ctrl+Shift+ㅏ", "Hangul"})
            QTest::newRow(keys) << QString::fromUtf8(keys) << false;
    }
    void keysThatTakeSomethingFromATerminalOrAnInputMethodAreRefused()
    {
        QFETCH(QString, keys);
        QFETCH(bool, allowed);
        const auto sequence = QKeySequence::fromString(keys, QKeySequence::PortableText);
        QVERIFY(!sequence.isEmpty());
        QCOMPARE(Ui::KeysPage::objection(sequence).isEmpty(), allowed);
    }

    void newKeysHoldAtOnceAndOthersGiveTheirsOnlyWhenAsked()
    {
        WindowFixture fixture(m_languages, m_theme);
        fixture.window->openSettings(QStringLiteral("keys"));
        auto *page = fixture.window->findChild<Ui::KeysPage *>();
        auto &tree = *page->findChild<QTreeWidget *>();
        auto *field = page->findChild<Ui::KeyField *>();
        const auto command = [&](const char *id) {
            return fixture.window->commands().action(QLatin1String(id));
        };
        tree.setCurrentItem(itemOf(tree, QStringLiteral("New tab")));
        const QKeySequence usual = command("new-tab")->shortcut();

        QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(command("new-tab")->shortcut(), usual);
        // A key that no panel has: they grow in number.
        QTest::keyClick(field, Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(command("new-tab")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+F7")));
        QCOMPARE(itemOf(tree, QStringLiteral("New tab"))->text(1), QStringLiteral("Ctrl+Shift+F7"));

        // "Close tab" has these: told, and changed only by the button.
        QTest::keyClick(field, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(command("new-tab")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+F7")));
        QStringList labels;
        for (const QLabel *label : page->findChildren<QLabel *>())
            labels.append(label->text());
        QVERIFY(!labels.filter(QStringLiteral("Close tab")).isEmpty());
        QPushButton *take = buttonOf(*page, QStringLiteral("Take them over"));
        QVERIFY(!take->isHidden());
        take->click();
        QCOMPARE(command("new-tab")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+W")));
        QVERIFY(command("close-tab")->shortcut().isEmpty());

        // A panel's command cannot take the window's either.
        tree.setCurrentItem(itemOf(tree, QStringLiteral("Copy")));
        QTest::keyClick(field, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!take->isHidden());

        page->reset();
        QCOMPARE(command("new-tab")->shortcut(), usual);
        QCOMPARE(command("close-tab")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+W")));
    }

    void aTerminalAnswersTheKeysThatHoldAndNoOthers()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(QStringLiteral("shell://localhost")));
        Terminal::TerminalView *view = nullptr;
        QTRY_VERIFY((view = fixture.window->findChild<Terminal::TerminalView *>()));
        const auto specOf = [](const char *id) {
            const auto commands = Ui::TerminalSession::commands();
            return *std::find_if(commands.begin(), commands.end(),
                                 [id](const auto &spec) { return spec.id == QLatin1String(id); });
        };
        const auto both = Qt::ControlModifier | Qt::ShiftModifier;
        const auto copied = [&](int key, const QString &text, quint32 place) {
            QGuiApplication::clipboard()->setText(QStringLiteral("before"));
            view->selectAll();
            press(view, key, both, text, place);
            return QGuiApplication::clipboard()->text() != QLatin1String("before");
        };
        view->terminal()->receive("to be copied\r\n");
        QTRY_VERIFY((view->selectAll(), view->selectedText().contains(QStringLiteral("copied"))));

        // Also where the layout has no C: X11 keycode 54.
        QVERIFY(copied(Qt::Key_C, QStringLiteral("C"), 54));
        QVERIFY(copied(0x314A, QStringLiteral("ㅊ"), 54));
        Ui::Command::setKeys(specOf("terminal.copy"), QKeySequence(QStringLiteral("Ctrl+Shift+F8")),
                             fixture.settings);
        QVERIFY(!copied(Qt::Key_C, QStringLiteral("C"), 54));
        QVERIFY(!copied(0x314A, QStringLiteral("ㅊ"), 54));
        QVERIFY(copied(Qt::Key_F8, {}, 74));

        // The shifted sign of the same key.
        press(view, Qt::Key_Plus, both, QStringLiteral("+"));
        press(view, Qt::Key_Equal, both, QStringLiteral("="));
        QCOMPARE(view->zoom(), 2);
        press(view, Qt::Key_Underscore, both, QStringLiteral("_"));
        QCOMPARE(view->zoom(), 1);
        press(view, Qt::Key_ParenRight, both, QStringLiteral(")"));
        QCOMPARE(view->zoom(), 0);
        Ui::Command::setKeys(specOf("terminal.larger-text"), {}, fixture.settings);
        press(view, Qt::Key_Plus, both, QStringLiteral("+"));
        QCOMPARE(view->zoom(), 0);
    }

    void everyUsualShortcutIsOneThatMayBeChosenAndIsUnique()
    {
        WindowFixture fixture(m_languages, m_theme);
        for (const Ui::PanelSpec &spec : Ui::allPanels()) {
            QStringList seen;
            QList<Ui::CommandSpec> commands;
            for (const Ui::Command *command : fixture.window->commands().actions())
                commands.append(command->spec());
            for (const Ui::CommandSpec &command : spec.commands())
                commands.append(command);
            QStringList ids;
            for (const Ui::CommandSpec &command : commands) {
                QVERIFY2(!ids.contains(command.id), command.id.data());
                ids.append(command.id);
                const QString keys = command.usualKeys().toString();
                if (keys.isEmpty())
                    continue;
                QVERIFY2(!seen.contains(keys), qPrintable(keys));
                QVERIFY2(Ui::KeysPage::objection(command.usualKeys()).isEmpty(), qPrintable(keys));
                seen.append(keys);
            }
        }
    }
};

QTEST_MAIN(SettingsTest)
#include "settings.moc"
