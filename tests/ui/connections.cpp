// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/panel/profilepage.h"
#include "ui/shell/connectionfilter.h"
#include "ui/shell/connectionmodel.h"
#include "ui/shell/connectiontree.h"
#include "ui/shell/credentialdialog.h"
#include "ui/shell/profiledialog.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/typedfield.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

QString mimeType()
{
    return QLatin1String(Ui::ConnectionModel::kMimeType);
}

// "folder/name" of all that the model shows, indented by depth, in its order.
QStringList outline(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(depth, QLatin1Char(' ')) + index.data().toString());
        lines += outline(model, index, depth + 1);
    }
    return lines;
}

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QTcpServer m_silent;
    std::unique_ptr<WindowFixture> m_fixture;

    ProfileStore &store() { return m_fixture->profiles; }
    Ui::ConnectionTree &tree() { return *m_fixture->window->findChild<Ui::ConnectionTree *>(); }
    Ui::ConnectionModel &model() { return tree().model(); }
    QTreeView &view() { return *tree().view(); }
    Ui::TypedField &filter()
    {
        return *tree().findChild<Ui::TypedField *>(QStringLiteral("connectionFilter"));
    }
    template<typename T>
    T *dialog()
    {
        for (T *found : m_fixture->window->findChildren<T *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    QString add(const QString &name, const QString &folder = {}, const QStringList &tags = {},
                const QString &address = QStringLiteral("ssh://ops@10.0.0.1"))
    {
        Profile profile;
        profile.name = name;
        profile.folder = folder;
        profile.tags = tags;
        profile.address = parseAddress(address)->address;
        return store().put(profile).value();
    }
    QModelIndex at(const QString &id) { return model().indexOfProfile(id); }
    void select(const QStringList &ids)
    {
        view().clearSelection();
        for (const QString &id : ids)
            view().selectionModel()->select(at(id), QItemSelectionModel::Select);
        view().selectionModel()->setCurrentIndex(at(ids.last()), QItemSelectionModel::NoUpdate);
    }
    bool drop(const QModelIndexList &dragged, int row, const QModelIndex &parent)
    {
        const std::unique_ptr<QMimeData> data(model().mimeData(dragged));
        if (!model().canDropMimeData(data.get(), Qt::MoveAction, row, 0, parent))
            return false;
        model().dropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
        return true;
    }
    template<typename T>
    T *field(QWidget &form, const char *name)
    {
        return form.findChild<T *>(QLatin1String(name));
    }
    static void type(QWidget *field, const QString &text)
    {
        field->setFocus();
        if (auto *edit = qobject_cast<QLineEdit *>(field)) {
            edit->selectAll();
            QTest::keyClick(edit, Qt::Key_Delete);
            edit->insert(text);
            Q_EMIT edit->textEdited(text);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", (m_home.path() + QStringLiteral("/no-lab")).toUtf8());
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }
    void init()
    {
        QDir(m_home.path() + QStringLiteral("/data")).removeRecursively();
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
        m_fixture = std::make_unique<WindowFixture>(m_languages, m_theme);
        QTRY_VERIFY(store().isLoaded());
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void theModelIsWellFormedThroughEveryChange()
    {
        const QAbstractItemModelTester tester(
            &model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString a = add(QStringLiteral("alpha"), QStringLiteral("Seoul/Rack 10"));
        const QString b = add(QStringLiteral("b"), QStringLiteral("Seoul/Rack 2"));
        add(QStringLiteral("top"));
        QVERIFY(store().addFolder(QStringLiteral("Empty")));
        QCOMPARE(outline(model()), (QStringList{QStringLiteral("Empty"), QStringLiteral("Seoul"),
                                                QStringLiteral(" Rack 2"), QStringLiteral("  b"),
                                                QStringLiteral(" Rack 10"),
                                                QStringLiteral("  alpha"), QStringLiteral("top")}));
        model().setFilter(QStringLiteral("rack alp"));
        QCOMPARE(outline(model()), (QStringList{QStringLiteral("Seoul"), QStringLiteral(" Rack 10"),
                                                QStringLiteral("  alpha")}));
        model().setFilter({});
        QVERIFY(store().renameFolder(QStringLiteral("Seoul"), QStringLiteral("Busan/Seoul")));
        QVERIFY(store().remove({a, b}));
        QVERIFY(store().removeFolder(QStringLiteral("Busan")));
        QCOMPARE(outline(model()), (QStringList{QStringLiteral("Empty"), QStringLiteral("top")}));
    }

    void everyWordOfTheFilterMayMatchAnotherField()
    {
        Profile profile;
        profile.name = QStringLiteral("core-sw1");
        profile.folder = QStringLiteral("서울/랙 3");
        profile.tags = {QStringLiteral("prod"), QStringLiteral("cisco")};
        profile.address = parseAddress(QStringLiteral("ssh://ops@10.1.2.3:2222"))->address;
        const Ui::SearchableProfile searchable(profile);
        const auto finds = [&](const char *text) {
            return Ui::ConnectionFilter(QString::fromUtf8(text)).find(searchable).has_value();
        };
        for (const char *text : {"core", "sw1 서울", "10.1.2", "ops@10", "#prod", "cisco core",
                                 "ㅅㅇ", "tjdnf", "서우", "2222", "#", "", "#cis 랙"})
            QVERIFY2(finds(text), text);
        for (const char *text : {"#core", "core nowhere", "부산", "#서울"})
            QVERIFY2(!finds(text), text);
    }

    void aHitInTheNameComesFirstAndIsHighlighted()
    {
        add(QStringLiteral("zeta"), {}, {}, QStringLiteral("ssh://bastion.example"));
        const QString named = add(QStringLiteral("the-bastion"));
        model().setFilter(QStringLiteral("bastion"));
        QCOMPARE(model().shownCount(), 2);
        QCOMPARE(model().bestMatch().data(Ui::ConnectionModel::IdRole).toString(), named);
        const auto ranges =
            at(named).data(Ui::ConnectionModel::NameRangesRole).value<QList<TextRange>>();
        QCOMPARE(ranges, (QList<TextRange>{{4, 7}}));
    }

    void theFilterFollowsWhatTheInputMethodComposes()
    {
        add(QStringLiteral("서울 관문"));
        add(QStringLiteral("부산 관문"));
        filter().setFocus();
        QInputMethodEvent event(QStringLiteral("서"), {});
        QCoreApplication::sendEvent(&filter(), &event);
        QVERIFY(filter().text().isEmpty());
        QCOMPARE(outline(model()), QStringList{QStringLiteral("서울 관문")});
    }

    void downGoesIntoTheTreeEnterOpensAndEscapeGoesBack()
    {
        const QString address = QStringLiteral("ssh://ops@127.0.0.1:%1").arg(m_silent.serverPort());
        const QString id = add(QStringLiteral("quiet"), QStringLiteral("Far/Away"), {}, address);
        add(QStringLiteral("other"));
        QSignalSpy opened(&tree(), &Ui::ConnectionTree::openRequested);
        tree().focusFilter();
        QTest::keyClicks(&filter(), QStringLiteral("qui"));
        QVERIFY(view().isExpanded(model().indexOfFolder(QStringLiteral("Far/Away"))));
        QTest::keyClick(&filter(), Qt::Key_Down);
        QCOMPARE(m_fixture->window->focusWidget(), &view());
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toStringList(), QStringList{id});
        Ui::Panel *panel = m_fixture->window->area().currentPanel();
        QVERIFY(panel);
        QCOMPARE(panel->profile(), id);
        QCOMPARE(panel->address().toString(), address);

        filter().setFocus();
        QTest::keyClick(&filter(), Qt::Key_Escape);
        QVERIFY(filter().text().isEmpty());
        QVERIFY(view().isExpanded(model().indexOfFolder(QStringLiteral("Far"))));
        QVERIFY(m_fixture->settings.text(Settings::Key::expandedFolders).isEmpty());
        QTest::keyClick(&filter(), Qt::Key_Escape);
        QVERIFY(!tree().isAncestorOf(m_fixture->window->focusWidget()));
    }

    void openTabsTellTheirStateInWordsAndAreCounted()
    {
        const QString id = add(QStringLiteral("quiet"), {}, {},
                               QStringLiteral("ssh://ops@127.0.0.1:%1").arg(m_silent.serverPort()));
        QVERIFY(at(id).data(Ui::ConnectionModel::CountsRole).value<Ui::ConnectionCounts>().all() ==
                0);
        Q_EMIT tree().openRequested({id, id}, false);
        const auto counts = [&] {
            return at(id).data(Ui::ConnectionModel::CountsRole).value<Ui::ConnectionCounts>();
        };
        QTRY_COMPARE(counts().connecting, 2);
        QCOMPARE(at(id).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("quiet, connecting in 2 tabs"));
        QVERIFY(at(id).data(Qt::ToolTipRole).toString().contains(QStringLiteral("connecting")));
        Ui::Tabs &tabs = m_fixture->window->tabs();
        while (tabs.currentPanel())
            tabs.closeTab(tabs.currentIndex());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(counts().all(), 0);
        QCOMPARE(at(id).data(Qt::AccessibleTextRole).toString(), QStringLiteral("quiet"));
    }

    void moreThanTenAreOpenedOnlyAfterAQuestion()
    {
        QStringList ids;
        for (int i = 0; i < 11; ++i)
            ids.append(add(QStringLiteral("host %1").arg(i)));
        tree().disconnect(SIGNAL(openRequested(QStringList, bool)));
        QSignalSpy opened(&tree(), &Ui::ConnectionTree::openRequested);
        select(ids);
        QTest::keyClick(&view(), Qt::Key_Return);
        QVERIFY(opened.isEmpty());
        auto *question = dialog<Ui::ConfirmDialog>();
        QVERIFY(question);
        question->accept();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toStringList(), ids);
        select(ids.mid(0, 10));
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
    }

    void profilesAndFoldersAreMovedByDragging()
    {
        const QString a = add(QStringLiteral("a"));
        const QString b = add(QStringLiteral("b"));
        const QString c = add(QStringLiteral("c"));
        QVERIFY(store().addFolder(QStringLiteral("Seoul/Rack")));
        const auto folder = [&](const char *path) {
            return model().indexOfFolder(QLatin1String(path));
        };
        // Between: c before a (row 0 is the folder).
        QVERIFY(drop({at(c)}, 1, {}));
        QCOMPARE(outline(model()).mid(2),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
        // Onto a folder, two at once, in their order.
        QVERIFY(drop({at(c), at(b)}, -1, folder("Seoul")));
        QCOMPARE(outline(model()),
                 (QStringList{QStringLiteral("Seoul"), QStringLiteral(" Rack"),
                              QStringLiteral(" c"), QStringLiteral(" b"), QStringLiteral("a")}));
        // Before one that is dragged along: before the next that is not.
        QVERIFY(drop({at(b), at(c)}, 1, folder("Seoul")));
        QCOMPARE(outline(model()).filter(QStringLiteral(" ")).size(), 3);
        // A folder with what is in it; its own profiles are not moved out of it.
        QVERIFY(drop({folder("Seoul/Rack")}, -1, {}));
        QVERIFY(folder("Rack").isValid());
        QVERIFY(drop({folder("Seoul"), at(c)}, -1, folder("Rack")));
        QCOMPARE(store().profile(c)->folder, QStringLiteral("Rack/Seoul"));
        // Not into itself, and nothing foreign.
        QVERIFY(!drop({folder("Rack")}, -1, folder("Rack/Seoul")));
        QVERIFY(!drop({folder("Rack")}, -1, folder("Rack")));
        QMimeData foreign;
        foreign.setText(QStringLiteral("x"));
        QVERIFY(!model().canDropMimeData(&foreign, Qt::MoveAction, -1, 0, {}));
        foreign.setData(mimeType(), QByteArrayLiteral("\xff\xff\xff\xff garbage"));
        model().dropMimeData(&foreign, Qt::MoveAction, -1, 0, {});
        QCOMPARE(store().profiles().size(), 3);
        QCOMPARE(store().profile(a)->folder, QString());
    }

    void aRowIsRenamedInPlaceAndARefusalIsSaid()
    {
        const QString a = add(QStringLiteral("a"), QStringLiteral("Seoul"));
        const QString b = add(QStringLiteral("b"), QStringLiteral("Seoul"));
        view().setExpanded(model().indexOfFolder(QStringLiteral("Seoul")), true);
        const auto rename = [&](const QModelIndex &index, const QString &name) {
            view().setFocus();
            view().setCurrentIndex(index);
            QTest::keyClick(&view(), Qt::Key_F2);
            auto *editor = view().viewport()->findChild<QLineEdit *>();
            QVERIFY(editor);
            editor->setText(name);
            QTest::keyClick(editor, Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        rename(at(a), QStringLiteral("first"));
        QTRY_COMPARE(store().profile(a)->name, QStringLiteral("first"));
        rename(at(b), QStringLiteral("first"));
        QTRY_VERIFY(!tree().findChild<Ui::NoticeBar *>()->isHidden());
        QCOMPARE(store().profile(b)->name, QStringLiteral("b"));
        rename(model().indexOfFolder(QStringLiteral("Seoul")), QStringLiteral("서울"));
        QTRY_COMPARE(store().profile(b)->folder, QStringLiteral("서울"));
    }

    void deletingAsksAndTellsHowMany()
    {
        add(QStringLiteral("a"), QStringLiteral("Seoul"));
        add(QStringLiteral("b"), QStringLiteral("Seoul/Rack"));
        const QString c = add(QStringLiteral("c"));
        // What the filter hides is deleted, too, and told.
        view().setFocus();
        view().setCurrentIndex(model().indexOfFolder(QStringLiteral("Seoul")));
        QTest::keyClick(&view(), Qt::Key_Delete);
        auto *question = dialog<Ui::ConfirmDialog>();
        QVERIFY(question);
        QVERIFY2(!shownWords(*question).filter(QStringLiteral("2 connections")).isEmpty(),
                 qPrintable(shownWords(*question).join(QLatin1Char('\n'))));
        QTest::keyClick(question, Qt::Key_Return); // Enter means Cancel
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(store().profiles().size(), 3);
        QTest::keyClick(&view(), Qt::Key_Delete);
        question = dialog<Ui::ConfirmDialog>();
        QVERIFY(question);
        question->accept();
        QCOMPARE(store().profiles().size(), 1);
        QCOMPARE(store().profiles().front().id, c);
        QVERIFY(store().folders().isEmpty());
    }

    void theTreeKeepsItsPlaceWhenTheStoreChanges()
    {
        const QString a = add(QStringLiteral("a"), QStringLiteral("Seoul"));
        add(QStringLiteral("b"), QStringLiteral("Busan"));
        view().setExpanded(model().indexOfFolder(QStringLiteral("Seoul")), true);
        select({a});
        add(QStringLiteral("c"), QStringLiteral("Busan"));
        QVERIFY(view().isExpanded(model().indexOfFolder(QStringLiteral("Seoul"))));
        QVERIFY(!view().isExpanded(model().indexOfFolder(QStringLiteral("Busan"))));
        QCOMPARE(view().selectionModel()->selectedIndexes(), QModelIndexList{at(a)});
        QCOMPARE(view().currentIndex(), at(a));
        // And in the next window.
        const WindowFixture other(m_languages, m_theme);
        QCOMPARE(m_fixture->settings.text(Settings::Key::expandedFolders), QStringLiteral("Seoul"));
    }

    void aNewProfileIsMadeInTheEditor()
    {
        tree().addConnection();
        auto *editor = dialog<Ui::ProfileDialog>();
        QVERIFY(editor);
        auto *name = field<QLineEdit>(*editor, "profileName");
        auto *address = field<QLineEdit>(*editor, "profileAddress");
        auto *save = field<QPushButton>(*editor, "save");
        save->click();
        QVERIFY(dialog<Ui::ProfileDialog>());
        QVERIFY(name->property("bad").toBool());
        QVERIFY(address->property("bad").toBool());
        QCOMPARE(editor->focusWidget(), name);
        type(name, QStringLiteral("bastion"));
        QVERIFY(!name->property("bad").toBool());
        // Options that are pasted go into the form.
        address->setText(QStringLiteral(
            "ssh://ops:secret@bastion:2222?keepalive=0&identity=~/.ssh/id_x&kex=+a"));
        Q_EMIT address->editingFinished();
        QCOMPARE(address->text(), QStringLiteral("ssh://ops@bastion:2222"));
        QCOMPARE(field<QLineEdit>(*editor, "sshIdentity")->text(), QStringLiteral("~/.ssh/id_x"));
        QCOMPARE(field<QLineEdit>(*editor, "sshOthers")->text(), QStringLiteral("kex=+a"));
        type(field<QLineEdit>(*editor, "profileTags"), QStringLiteral("prod, #core prod"));
        field<QComboBox>(*editor, "profileFolder")->setEditText(QStringLiteral("Seoul/Rack 3"));
        auto *charset = field<QComboBox>(*editor, "sshCharset");
        charset->setCurrentIndex(1);
        save->click();
        QVERIFY(!dialog<Ui::ProfileDialog>());
        QCOMPARE(store().profiles().size(), 1);
        const Profile &made = store().profiles().front();
        QCOMPARE(made.name, QStringLiteral("bastion"));
        QCOMPARE(made.folder, QStringLiteral("Seoul/Rack 3"));
        QCOMPARE(made.tags, (QStringList{QStringLiteral("core"), QStringLiteral("prod")}));
        QCOMPARE(made.address.toString(),
                 QStringLiteral("ssh://ops@bastion:2222?identity=~/.ssh/"
                                "id_x&keepalive=0&charset=windows-949&kex=+a"));
    }

    void theEditorOpensAsHighAsItsForm()
    {
        Ui::ProfileDialog editor(m_fixture->context, store(), Ui::allPanels(), Profile(),
                                 m_fixture->window.get());
        editor.setAttribute(Qt::WA_DeleteOnClose, false);
        editor.open();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        const auto *scroll = editor.findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QVERIFY(editor.height() <= editor.screen()->availableGeometry().height());
        // And not higher.
        QVERIFY(scroll->viewport()->height() - scroll->widget()->sizeHint().height() < 24);
    }

    void theEditorSaysAtTheFieldWhatTheProtocolRefuses()
    {
        add(QStringLiteral("x"));
        tree().addConnection();
        auto *editor = dialog<Ui::ProfileDialog>();
        type(field<QLineEdit>(*editor, "profileName"), QStringLiteral("y"));
        type(field<QLineEdit>(*editor, "profileAddress"), QStringLiteral("ssh://h"));
        auto *others = field<QLineEdit>(*editor, "sshOthers");
        auto *save = field<QPushButton>(*editor, "save");
        others->setText(QStringLiteral("nonsense=1"));
        save->click();
        QVERIFY(others->property("bad").toBool());
        others->clear();
        type(field<QLineEdit>(*editor, "profileName"), QStringLiteral("x"));
        save->click();
        QVERIFY(dialog<Ui::ProfileDialog>());
        QVERIFY(field<QLineEdit>(*editor, "profileName")->property("bad").toBool());
        QCOMPARE(store().profiles().size(), 1);
    }

    void aCredentialIsMadeFromTheEditorAndItsSecretGoesToTheKeychain()
    {
        tree().addConnection();
        auto *editor = dialog<Ui::ProfileDialog>();
        auto *box = field<QComboBox>(*editor, "profileCredential");
        box->setCurrentIndex(box->count() - 1);
        Q_EMIT box->activated(box->count() - 1);
        QTRY_VERIFY(editor->findChild<Ui::CredentialDialog *>());
        auto *credential = editor->findChild<Ui::CredentialDialog *>();
        Q_EMIT credential->saveClicked(); // without a name
        QVERIFY(credential->isVisible());
        QVERIFY(store().credentials().isEmpty());
        for (QLineEdit *edit : credential->findChildren<QLineEdit *>()) {
            edit->setText(edit->echoMode() == QLineEdit::Password ? QStringLiteral("canary-secret")
                                                                  : QStringLiteral("ops"));
        }
        Q_EMIT credential->saveClicked();
        QCOMPARE(store().credentials().size(), 1);
        const Credential made = store().credentials().front();
        QCOMPARE(box->currentData().toString(), made.id);
        bool stored = false;
        m_fixture->secrets.read(made.secretKey(), this,
                                [&](tl::expected<Secret, SecretStore::Failure> secret) {
                                    stored = secret.has_value();
                                });
        QTRY_VERIFY(stored);
        type(field<QLineEdit>(*editor, "profileName"), QStringLiteral("host"));
        type(field<QLineEdit>(*editor, "profileAddress"), QStringLiteral("ssh://h"));
        field<QPushButton>(*editor, "save")->click();
        QCOMPARE(store().find(QStringLiteral("host"))->credential, made.id);
    }

    void aHostIsNotReachedThroughItself()
    {
        const QString gate = add(QStringLiteral("gate"));
        Profile inner = *store().profile(add(QStringLiteral("inner")));
        inner.via = gate;
        QVERIFY(store().put(inner));
        Ui::ProfileDialog editor(m_fixture->context, store(), Ui::allPanels(),
                                 *store().profile(gate), m_fixture->window.get());
        editor.setAttribute(Qt::WA_DeleteOnClose, false);
        editor.show();
        auto *via = field<QComboBox>(editor, "profileVia");
        QCOMPARE(via->findData(gate), -1);
        via->setCurrentIndex(via->findData(inner.id));
        field<QPushButton>(editor, "save")->click();
        QVERIFY(editor.isVisible());
        QVERIFY(!shownWords(editor).filter(QStringLiteral("reached through this one")).isEmpty());
        via->setEditText(QStringLiteral("nobody"));
        field<QPushButton>(editor, "save")->click();
        QVERIFY(editor.isVisible());
        via->setCurrentIndex(0);
        field<QPushButton>(editor, "save")->click();
        QVERIFY(!editor.isVisible());
    }

    void theEditorOffersOnlyTheWaysThatAProtocolHas()
    {
        const QString gate = add(QStringLiteral("gate"));
        tree().addConnection();
        auto *editor = dialog<Ui::ProfileDialog>();
        QVERIFY(editor);
        auto *via = field<QComboBox>(*editor, "profileVia");
        auto *credential = field<QComboBox>(*editor, "profileCredential");
        QVERIFY(via->isVisible());
        via->setCurrentIndex(via->findData(gate));
        type(field<QLineEdit>(*editor, "profileName"), QStringLiteral("clock"));
        auto *address = field<QLineEdit>(*editor, "profileAddress");
        // Single packets do not go through an SSH host, and what was chosen before is not kept
        // unseen.
        address->setText(QStringLiteral("ntp://time.example"));
        Q_EMIT address->editingFinished();
        QVERIFY(!via->isVisible());
        QVERIFY(!credential->isVisible());
        field<QPushButton>(*editor, "save")->click();
        QVERIFY(!dialog<Ui::ProfileDialog>());
        const auto all = store().profiles();
        const auto clock = std::find_if(all.begin(), all.end(), [](const Profile &each) {
            return each.name == QStringLiteral("clock");
        });
        QVERIFY(clock != all.end());
        QVERIFY(clock->via.isEmpty());
    }

    void theEditorLosesNoOptionOfAnAddress()
    {
        for (const char *text :
             {"ssh://h", "ssh://u@h:22?identity=/a&identity=/b", "ssh://h?jump=a&jump=ops@b:2222",
              "ssh://h?jump=ssh://g?identity=~/x,y&legacy=yes", "ssh://h?legacy=no&reconnect=yes",
              "ssh://h?charset=koi8-r", "ssh://h?keepalive=7&keepalive_count=4&ciphers=aes256-ctr",
              "ssh://h?known_hosts=/a%20b%26c&forward_agent=yes"}) {
            const Address before = parseAddress(QLatin1String(text))->address;
            for (const Ui::PanelSpec &spec : Ui::allPanels()) {
                if (!spec.profilePage || spec.schemes.front() != before.scheme)
                    continue;
                const auto page = spec.profilePage(m_fixture->context);
                page->show(before);
                const auto after = page->read(Address{.scheme = before.scheme,
                                                      .user = before.user,
                                                      .host = before.host,
                                                      .port = before.port});
                QVERIFY2(after, text);
                const auto sorted = [](const Address &address) {
                    auto items = address.options.queryItems(QUrl::FullyDecoded);
                    items.removeAll({QStringLiteral("legacy"), QStringLiteral("no")});
                    std::stable_sort(items.begin(), items.end(), [](const auto &a, const auto &b) {
                        return a.first < b.first;
                    });
                    return items;
                };
                QCOMPARE(sorted(*after), sorted(before));
            }
        }
    }

    void theCommandLineIsWhatOneWouldType()
    {
        const auto line = [](const char *text) {
            return Ui::allPanels().front().commandLine(parseAddress(QLatin1String(text))->address);
        };
        QCOMPARE(line("ssh://ops@bastion"), QStringLiteral("ssh ops@bastion"));
        QCOMPARE(line("ssh://ops@[2001:db8::1]:2222?identity=~/.ssh/id_x&keepalive=30"),
                 QStringLiteral("ssh -p 2222 -i ~/.ssh/id_x -o ServerAliveInterval=30 "
                                "ops@2001:db8::1"));
        QCOMPARE(line("ssh://h?jump=a&jump=ops@b:2222&identity=/a%20b's"),
                 QStringLiteral("ssh -i '/a b'\\''s' -J a,ops@b:2222 h"));
    }
};

QTEST_MAIN(ConnectionsTest)
#include "connections.moc"
