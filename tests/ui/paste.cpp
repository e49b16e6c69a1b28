// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/shelladdress.h"
#include "core/runtime/reaper.h"
#include "tests/ui/sshfixture.h"
#include "ui/shell/eventmodel.h"
#include "ui/terminal/inputqueue.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::InputQueue;
using Ui::Panel;

namespace {

const QByteArray kBegin = QByteArrayLiteral("\x1b[200~");
const QByteArray kEnd = QByteArrayLiteral("\x1b[201~");

// A program that reads nothing until the gate opens, and then all up to the key q behind a paste.
constexpr char kReceiver[] = R"(
import os, sys, termios, tty
os.chdir(os.path.dirname(os.path.abspath(__file__)))
before = termios.tcgetattr(0)
tty.setraw(0)
sys.stdout.write("\x1b[?2004hwaiting-%d\r\n" % (6 * 7))
sys.stdout.flush()
with open("gate") as gate:
    gate.readline()
data = bytearray()
while not data.endswith(b"\x1b[201~q"):
    got = os.read(0, 65536)
    if not got:
        break
    data += got
with open("pasted.part", "wb") as file:
    file.write(data)
os.rename("pasted.part", "pasted")
sys.stdout.write("\x1b[?2004lreceived-%d\r\n" % (6 * 7))
sys.stdout.flush()
termios.tcsetattr(0, termios.TCSADRAIN, before)
)";

QString largeText()
{
    QString text;
    for (int i = 0; text.size() < 3'000'000; ++i)
        text += QStringLiteral("line %1 가나다 ").arg(i);
    return text;
}

} // namespace

class PasteTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;
    QString m_receiver;

    QString inFolder(const char *name) const
    {
        return m_lab->homeFolder() + QLatin1Char('/') + QLatin1String(name);
    }
    QByteArray pasted() const
    {
        QFile file(inFolder("pasted"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void openGate() const
    {
        QFile gate(inFolder("gate"));
        QVERIFY(
            gate.open(QIODevice::ReadWrite | QIODevice::Unbuffered)); // does not wait for readers
        gate.write("\n");
        // It must stay open until the line is read.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(inFolder("pasted")), kPatience);
    }
    // A panel in which the receiver waits.
    Panel *start(WindowFixture &fixture, bool overSsh) const
    {
        const auto opened = fixture.window->openAddress(
            overSsh ? sshAddress(*m_lab, "publickey")
                    : Pty::ShellAddress{{QStringLiteral("python3"), m_receiver}, {}}
                          .toAddress()
                          .toString());
        if (!opened || !QTest::qWaitFor([&] { return isConnected(*opened); }, kPatience))
            return nullptr;
        auto *view = (*opened)->findChild<Terminal::TerminalView *>();
        if (overSsh) {
            QTest::keyClicks(view, QStringLiteral("python3 receiver.py"));
            QTest::keyClick(view, Qt::Key_Return);
        }
        const auto waits = [&] {
            return screenText(**opened).contains(QStringLiteral("waiting-42"));
        };
        return QTest::qWaitFor(waits, kPatience) ? *opened : nullptr;
    }
    static QWidget *progress(const Panel *panel)
    {
        return panel->findChild<QWidget *>(QStringLiteral("pasteProgress"));
    }
    static bool isShown(const Panel *panel) { return progress(panel)->isVisible(); }
    static QString figures(const Panel *panel)
    {
        return shownWords(*progress(panel)).join(QLatin1Char('\n'));
    }
    static bool wasSaid(const WindowFixture &fixture, const QString &words)
    {
        const Ui::EventModel &events = fixture.workspace->events();
        for (int row = 0; row < events.rowCount(); ++row) {
            if (events.event(row).text.contains(words))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        startFresh(m_home, m_languages, m_theme);
        m_lab = std::make_unique<Lab>(QStringList{QStringLiteral("publickey")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
        m_receiver = inFolder("receiver.py");
        QFile program(m_receiver);
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(kReceiver);
        const QByteArray gate = QFile::encodeName(inFolder("gate"));
        QCOMPARE(::mkfifo(gate.constData(), 0666), 0);
        QCOMPARE(::chmod(gate.constData(), 0666), 0);
    }
    void init() { QFile::remove(inFolder("pasted")); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void aLargePasteToASlowReaderShowsItsRateAndArrivesWhole_data()
    {
        QTest::addColumn<bool>("overSsh");
        QTest::newRow("over SSH") << true;
        QTest::newRow("in a local shell") << false;
    }
    void aLargePasteToASlowReaderShowsItsRateAndArrivesWhole()
    {
        QFETCH(const bool, overSsh);
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = start(fixture, overSsh);
        QVERIFY(panel);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        auto *command = panel->findChild<QAction *>(QStringLiteral("terminal.cancel-paste"));
        QVERIFY(!isShown(panel) && !command->isEnabled());
        const QSize size = view->size();
        const QString text = largeText();
        view->pasteText(text);
        QTest::keyClick(view, Qt::Key_Q);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(panel), kPatience);
        QVERIFY(command->isEnabled());
        QCOMPARE(view->size(), size); // the programs in it are not resized
        QTRY_VERIFY_WITH_TIMEOUT(figures(panel).contains(QStringLiteral("/s")), kPatience);
        QVERIFY2(figures(panel).contains(QStringLiteral(" of ")), qPrintable(figures(panel)));
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(!figures(panel).contains(QStringLiteral("Pasting")));
        m_languages.choose(QStringLiteral("en"));
        QVERIFY(!QFile::exists(inFolder("pasted")));
        openGate();
        const QByteArray expected = kBegin + text.toUtf8() + kEnd + "q";
        QCOMPARE(pasted().size(), expected.size());
        QVERIFY(pasted() == expected);
        // The local one ends with the program, and its tab with it.
        if (overSsh)
            QTRY_VERIFY(!isShown(panel) && !command->isEnabled());
    }

    void aPasteIsCancelledAndTheProgramGoesOn_data()
    {
        aLargePasteToASlowReaderShowsItsRateAndArrivesWhole_data();
    }
    void aPasteIsCancelledAndTheProgramGoesOn()
    {
        QFETCH(const bool, overSsh);
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = start(fixture, overSsh);
        QVERIFY(panel);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        const QString text = largeText();
        view->pasteText(text);
        QTest::keyClick(view, Qt::Key_Q);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(panel), kPatience);
        if (overSsh) {
            auto *cancel = progress(panel)->findChild<QPushButton *>(QStringLiteral("cancelWork"));
            QCOMPARE(cancel->focusPolicy(), Qt::NoFocus);
            QTest::mouseClick(cancel, Qt::LeftButton);
        } else {
            panel->findChild<QAction *>(QStringLiteral("terminal.cancel-paste"))->trigger();
        }
        QVERIFY(!isShown(panel));
        openGate();
        const QByteArray got = pasted();
        // The beginning of it in whole characters, then its end and the key behind it.
        QVERIFY(got.startsWith(kBegin) && got.endsWith(QByteArray(kEnd + "q")));
        const QByteArray part =
            got.mid(kBegin.size(), got.size() - kBegin.size() - kEnd.size() - 1);
        QVERIFY(part.size() < text.toUtf8().size());
        QVERIFY(text.startsWith(QString::fromUtf8(part)));
        QTRY_VERIFY(wasSaid(fixture, QStringLiteral("A paste was not finished")));
    }

    void aLossDuringAPasteSaysHowMuchOfItWasSent()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = start(fixture, true);
        QVERIFY(panel);
        panel->findChild<Terminal::TerminalView *>()->pasteText(largeText());
        QTRY_VERIFY_WITH_TIMEOUT(isShown(panel), kPatience);
        QVERIFY(m_lab->kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QVERIFY(!isShown(panel));
        QTRY_VERIFY(wasSaid(fixture, QStringLiteral("A paste was not finished")));
        QVERIFY(m_lab->start(QStringLiteral("publickey")));
    }

    void whatDoesNotFitIsRefusedWhole()
    {
        InputQueue queue;
        std::size_t room = 1000;
        QByteArray sent;
        queue.setTransport(
            [&](std::string_view bytes) {
                const std::size_t taken = std::min(room, bytes.size());
                sent.append(bytes.data(), static_cast<qsizetype>(taken));
                room -= taken;
                return taken;
            },
            {});
        const QByteArray most(InputQueue::kMostWaiting, 'a');
        QVERIFY(queue.add(most));
        QCOMPARE(queue.waiting(), InputQueue::kMostWaiting - 1000);
        QVERIFY(!queue.add(most));
        QVERIFY(queue.add(QByteArrayLiteral("key")));
        queue.cancel();
        QCOMPARE(queue.waiting(), 3);
        room = 100;
        queue.resume();
        QCOMPARE(sent, QByteArray(1000, 'a') + "key");
        QCOMPARE(queue.waiting(), 0);
    }

    void cancelKeepsCharactersAndBracketsWhole()
    {
        // Whatever was taken before it.
        const QByteArray paste = kBegin + QStringLiteral("가a나").repeated(500).toUtf8() + kEnd;
        for (std::size_t first = 0; first <= static_cast<std::size_t>(paste.size()); ++first) {
            InputQueue queue;
            std::size_t room = first;
            QByteArray sent;
            queue.setTransport(
                [&](std::string_view bytes) {
                    const std::size_t taken = std::min(room, bytes.size());
                    sent.append(bytes.data(), static_cast<qsizetype>(taken));
                    room -= taken;
                    return taken;
                },
                {});
            QVERIFY(queue.add(paste));
            QVERIFY(queue.add(QByteArrayLiteral("k")));
            room = 1'000'000;
            queue.cancel();
            queue.resume();
            QVERIFY(sent.endsWith(QByteArray(kEnd + "k")));
            const QByteArray inside = sent.mid(kBegin.size(), sent.size() - kBegin.size() - 7);
            if (first >= static_cast<std::size_t>(kBegin.size()))
                QVERIFY2(paste.mid(kBegin.size()).startsWith(inside) &&
                             QString::fromUtf8(inside).toUtf8() == inside &&
                             inside.size() < static_cast<qsizetype>(first) + 3,
                         qPrintable(QString::number(first)));
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    PasteTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "paste.moc"
