// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/importdialog.h"
#include "ui/shell/importmodel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Portolan;
using namespace Portolan::Test;

class ImportTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<Ui::ImportDialog> m_dialog;

    ProfileStore &store() { return m_fixture->profiles; }
    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_home.path() + QLatin1Char('/') + QLatin1String(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", name);
        file.write(bytes);
        return path;
    }
    void open(const QString &folder = {})
    {
        m_dialog = std::make_unique<Ui::ImportDialog>(m_fixture->context, Ui::allPanels(), folder,
                                                      nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
    }
    Ui::ImportModel &model() { return *m_dialog->findChild<Ui::ImportModel *>(); }
    QComboBox &box(const char *name)
    {
        return *m_dialog->findChild<QComboBox *>(QLatin1String(name));
    }
    QPushButton &take() { return *m_dialog->findChild<QPushButton *>(QStringLiteral("import")); }
    void choose(int row, bool taken)
    {
        QVERIFY(model().setData(model().index(row, Ui::ImportModel::Name),
                                taken ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole));
    }
    void add(const QString &name, const QString &address)
    {
        Profile profile;
        profile.name = name;
        profile.address = parseAddress(address)->address;
        QVERIFY(store().put(profile));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", (m_home.path() + QStringLiteral("/no-lab")).toUtf8());
    }
    void init()
    {
        QDir(m_home.path() + QStringLiteral("/data")).removeRecursively();
        QFile::remove(m_home.path() + QStringLiteral("/config/ssh_config"));
        m_languages.choose(QStringLiteral("en"));
        m_fixture = std::make_unique<WindowFixture>(m_languages, m_theme);
        QTRY_VERIFY(store().isLoaded());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void hostsOfTheSshConfigurationBecomeProfiles()
    {
        write("config/ssh_config", "Host bastion\n"
                                   "  HostName 10.0.0.1\n  User ops\n  Port 2222\n"
                                   "Host inner\n  ProxyJump bastion\n  LocalForward 8080 x:80\n"
                                   "Host *.example\n  User nobody\n");
        add(QStringLiteral("other"), QStringLiteral("ssh://h"));
        open(QStringLiteral("From OpenSSH"));
        QTRY_COMPARE(model().rowCount(), 2);
        const QAbstractItemModelTester tester(
            &model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(take().isEnabled());
        QSignalSpy changes(&store(), &ProfileStore::changed);
        take().click();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(changes.size(), 1); // one transaction
        QCOMPARE(store().profiles().size(), 3);
        const Result<Profile> bastion = store().find(QStringLiteral("bastion"));
        QVERIFY(bastion);
        QCOMPARE(bastion->folder, QStringLiteral("From OpenSSH"));
        QCOMPARE(bastion->address.host, QStringLiteral("10.0.0.1"));
        QCOMPARE(bastion->address.user, QStringLiteral("ops"));
        QCOMPARE(bastion->address.port, quint16(2222));
    }

    void sessionsOfPuttyBecomeProfiles()
    {
        open();
        box("importFrom").setCurrentIndex(1);
        const QString folder = m_home.path() + QStringLiteral("/putty");
        write("putty/web%20server", "HostName=ops@10.0.0.9\nProtocol=ssh\nPortNumber=2222\n");
        m_dialog->read({folder});
        QTRY_COMPARE(model().rowCount(), 1);
        take().click();
        const Result<Profile> made = store().find(QStringLiteral("web server"));
        QVERIFY(made);
        QCOMPARE(made->address.host, QStringLiteral("10.0.0.9"));
        QCOMPARE(made->address.port, quint16(2222));
    }

    void whatIsLeftOutStaysOut()
    {
        write("config/ssh_config", "Host a\nHost b\nHost c\n");
        open();
        QTRY_COMPARE(model().rowCount(), 3);
        choose(1, false);
        QCOMPARE(model().chosenCount(), 2);
        QVERIFY(take().text().contains(QLatin1Char('2')));
        model().chooseAll(false);
        QVERIFY(!take().isEnabled());
        model().chooseAll(true);
        choose(0, false);
        take().click();
        QVERIFY(!store().find(QStringLiteral("a")));
        QVERIFY(store().find(QStringLiteral("b")));
        QVERIFY(store().find(QStringLiteral("c")));
    }

    void aTakenNameIsMarkedAndSettledAsThePersonWants()
    {
        write("config/ssh_config", "Host gate\n  HostName new.example\n");
        add(QStringLiteral("gate"), QStringLiteral("ssh://old.example"));
        open();
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(box("importConflicts").isVisible());
        QVERIFY(model()
                    .index(0, Ui::ImportModel::What)
                    .data()
                    .toString()
                    .contains(QStringLiteral("taken")));
        box("importConflicts").setCurrentIndex(2);
        QVERIFY(!take().isEnabled());
        box("importConflicts").setCurrentIndex(1);
        take().click();
        QCOMPARE(store().profiles().size(), 1);
        QCOMPARE(store().profiles().front().address.host, QStringLiteral("new.example"));
        // The same again is already here; another one beside it.
        write("config/ssh_config", "Host gate\n  HostName third.example\n");
        open();
        QTRY_COMPARE(model().rowCount(), 1);
        take().click();
        QCOMPARE(store().profiles().size(), 2);
        open(QStringLiteral("Elsewhere"));
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(!box("importConflicts").isVisible());
    }

    void anExportIsImportedWithoutLoss()
    {
        add(QStringLiteral("one"), QStringLiteral("ssh://a"));
        add(QStringLiteral("two"), QStringLiteral("ssh://b?keepalive=7"));
        const QString file = write("out.json", toJson(store().set()));
        QVERIFY(store().remove({store().profiles().front().id}));
        open();
        box("importFrom").setCurrentIndex(box("importFrom").count() - 1);
        QVERIFY(!take().isEnabled());
        m_dialog->read({file});
        QTRY_COMPARE(model().rowCount(), 2);
        QCOMPARE(model().chosenCount(), 1); // the other is already here
        take().click();
        QCOMPARE(store().profiles().size(), 2);
        QCOMPARE(store().find(QStringLiteral("two"))->address.toString(),
                 QStringLiteral("ssh://b?keepalive=7"));
    }

    void aFileThatIsNoneOfOursSaysSo()
    {
        open();
        QTRY_VERIFY(!shownWords(*m_dialog).filter(QStringLiteral("ssh_config")).isEmpty());
        box("importFrom").setCurrentIndex(box("importFrom").count() - 1);
        m_dialog->read({write("bad.json", "\xff\xfe garbage {")});
        const auto problem = [&] {
            for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
                if (label->property("bad").toBool() && label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QTRY_VERIFY(!problem().isEmpty());
        QVERIFY(!take().isEnabled());
        m_dialog->read({m_home.path() + QStringLiteral("/nowhere.json")});
        QTRY_VERIFY(problem().contains(QStringLiteral("nowhere.json")));
    }
};

QTEST_MAIN(ImportTest)
#include "import.moc"
