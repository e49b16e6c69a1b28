// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowconnections.h"

#include "ui/shell/completionlist.h"
#include "ui/shell/connectiontree.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/profiledialog.h"
#include "ui/shell/quickconnect.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/workspace.h"

#include <QDropEvent>
#include <QMimeData>
#include <QToolButton>

namespace Portolan::Ui {

namespace {

constexpr int kLeastWidth = 190;

} // namespace

WindowConnections::WindowConnections(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_tree(new ConnectionTree(window.workspace().context(), window.workspace().context().profiles,
                                window.workspace().connections(), window.workspace().lab(),
                                window.workspace().panels(), &window))
{
    m_tree->setMinimumWidth(kLeastWidth);
    window.setSide(m_tree);
    makeCommands();
    makeCompletion();
    window.area().setAcceptDrops(true);
    window.area().installEventFilter(this);
    connect(m_tree, &ConnectionTree::openRequested, this, &WindowConnections::open);
    connect(m_tree, &ConnectionTree::left, this, [this] {
        if (Panel *panel = m_window.area().currentPanel())
            panel->setFocus();
    });
    setShown(window.workspace().context().settings.flag(Settings::Key::connectionsShown, true));
}

void WindowConnections::makeCommands()
{
    WindowCommands &commands = m_window.commands();
    using L = QLatin1String;
    m_toggle = commands.add(
        {L("connections"), L("sidebar"), "H", [] { return tr("Show or hide the connections"); }},
        [this] { setShown(m_tree->isHidden()); });
    commands.add({L("find-connection"), L("search"), "K", [] { return tr("Find a connection"); }},
                 [this] {
                     setShown(true);
                     m_tree->focusFilter();
                 });
    commands.add({L("new-connection"), L("plus"), "", [] { return tr("New connection"); }},
                 [this] { m_tree->addConnection(); });
    commands.add(
        {L("save-connection"), L("host"), "", [] { return tr("Save the tab as a connection"); }},
        [this] { saveCurrent(); });

    commands.add(
        {L("import-connections"), L("import"), "", [] { return tr("Import connections"); }},
        [this] { m_tree->importConnections(); });
    commands.add(
        {L("export-connections"), L("export"), "", [] { return tr("Export connections"); }},
        [this] { m_tree->exportConnections(); });

    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("connectionsToggle"));
    button->setDefaultAction(m_toggle);
    button->setIconSize(QSize(18, 18));
    button->setFocusPolicy(Qt::TabFocus);
    m_window.addToBar(button);
}

// Connections that are dragged out of the tree and dropped where the tabs are.
bool WindowConnections::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
        event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList profiles = ConnectionModel::draggedProfiles(*drop->mimeData());
        if (!profiles.isEmpty()) {
            drop->setDropAction(Qt::CopyAction); // nothing leaves the tree
            drop->accept();
            if (event->type() == QEvent::Drop)
                m_tree->connectTo(profiles, false);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void WindowConnections::setShown(bool shown)
{
    const bool hadFocus = m_tree->isAncestorOf(m_window.focusWidget());
    m_tree->setVisible(shown);
    m_window.workspace().context().settings.set(Settings::Key::connectionsShown, shown);
    if (!shown && hadFocus)
        Q_EMIT m_tree->left();
}

void WindowConnections::open(const QStringList &profiles, bool inNewWindow)
{
    Workspace &workspace = m_window.workspace();
    MainWindow *window = &m_window;
    if (inNewWindow) {
        window = workspace.openWindow();
        window->show();
    }
    for (const QString &id : profiles) {
        const auto profile = workspace.context().profiles.profile(id);
        const PanelSpec *spec = profile ? workspace.panelFor(profile->address.scheme) : nullptr;
        if (spec)
            window->area().openPanel(*spec,
                                     OpenRequest{.address = profile->address, .profile = id});
    }
}

// What is open in the current tab, to be named and kept.
void WindowConnections::saveCurrent()
{
    const Panel *panel = m_window.area().currentPanel();
    if (!panel)
        return;
    const PanelContext &context = m_window.workspace().context();
    if (const auto kept = context.profiles.profile(panel->profile())) {
        auto *dialog = new ProfileDialog(context, context.profiles, m_window.workspace().panels(),
                                         *kept, &m_window);
        dialog->open();
        return;
    }
    saveAddress(panel->address());
}

void WindowConnections::saveAddress(const Address &address)
{
    const PanelContext &context = m_window.workspace().context();
    Profile profile;
    profile.address = address;
    profile.name = address.host;
    auto *dialog = new ProfileDialog(context, context.profiles, m_window.workspace().panels(),
                                     profile, &m_window);
    dialog->open();
}

void WindowConnections::makeCompletion()
{
    Workspace &workspace = m_window.workspace();
    auto *list = new CompletionList(
        m_window.quickConnect().field(),
        new CompletionModel(workspace.context(), workspace.lab(), workspace.panels()),
        workspace.panels());
    connect(list, &CompletionList::opened, this, &WindowConnections::openCompletion);
    connect(list, &CompletionList::saveRequested, this, &WindowConnections::saveAddress);
    connect(list, &CompletionList::forgetRequested, this, [this](const Address &address) {
        m_window.workspace().context().history.forget(address);
    });
}

void WindowConnections::openCompletion(const Completion &completion)
{
    if (completion.profile.isEmpty()) {
        m_window.submitAddress(completion.text);
        return;
    }
    m_window.quickConnect().accept();
    open({completion.profile}, false);
}

} // namespace Portolan::Ui
