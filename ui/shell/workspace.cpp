// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "ui/shell/connectionstates.h"
#include "ui/shell/eventmodel.h"
#include "ui/shell/historyrecorder.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/practicelab.h"
#include "ui/shell/reconnector.h"
#include "ui/shell/restedtab.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace Portolan::Ui {

Workspace::Workspace(std::span<const PanelSpec> panels, const PanelContext &context,
                     Languages &languages, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_panels(panels)
    , m_context(context)
    , m_languages(languages)
    , m_theme(theme)
    , m_lab(new PracticeLab(context.folders.practiceLab, this))
    , m_connections(new ConnectionStates(this))
    , m_recorder(new HistoryRecorder(context.history, this))
    , m_events(new EventModel(context.events.queue(), this))
    , m_reconnector(new Reconnector(this))
{
    connect(&context.settings, &Settings::changed, this, &Workspace::followSetting);
}

Workspace::~Workspace()
{
    const QList<MainWindow *> left = m_windows;
    qDeleteAll(left);
}

const PanelSpec *Workspace::panelFor(const QString &scheme) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(), [&](const PanelSpec &spec) {
        return std::any_of(spec.schemes.begin(), spec.schemes.end(),
                           [&](QLatin1String known) { return scheme == known; });
    });
    return found == m_panels.end() ? nullptr : &*found;
}

MainWindow *Workspace::openWindow()
{
    return new MainWindow(*this);
}

MainWindow *Workspace::currentWindow() const
{
    return m_windows.isEmpty() ? nullptr : m_windows.last();
}

int Workspace::liveCount() const
{
    int live = 0;
    for (const MainWindow *window : m_windows)
        live += window->area().liveCount();
    return live;
}

void Workspace::connectAll()
{
    for (const MainWindow *window : m_windows) {
        for (RestedTab *tab : window->findChildren<RestedTab *>())
            m_reconnector->add(tab);
        for (Panel *panel : window->area().panels()) {
            using State = Panel::State;
            const State state = panel->state();
            if (state == State::Idle || state == State::Lost || state == State::Failed)
                m_reconnector->add(panel);
        }
    }
}

void Workspace::quit(QWidget *asker)
{
    const int live = liveCount();
    if (live == 0) {
        closeAll();
        return;
    }
    if (m_question && m_question->isVisible()) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    const bool several = m_windows.size() > 1;
    const QString title = several ? tr("Quit") : tr("Close window");
    m_question = confirm(asker, title, tr("%n session(s) will end.", nullptr, live), title,
                         [this] { closeAll(); });
}

void Workspace::closeAll()
{
    Q_EMIT closing();
    const QList<MainWindow *> all = m_windows;
    for (MainWindow *window : all)
        window->close();
}

void Workspace::added(MainWindow *window)
{
    m_windows.append(window);
    Q_EMIT changed();
}

void Workspace::activated(MainWindow *window)
{
    if (m_windows.removeOne(window))
        m_windows.append(window);
}

void Workspace::closed(MainWindow *window)
{
    const bool others = std::any_of(m_windows.begin(), m_windows.end(), [&](MainWindow *other) {
        return other != window && other->isVisible();
    });
    Q_EMIT closing();
    if (!others)
        return;
    m_windows.removeOne(window);
    window->deleteLater();
    Q_EMIT changed();
}

void Workspace::removed(MainWindow *window)
{
    m_windows.removeOne(window);
}

void Workspace::followSetting(const QString &key)
{
    if (key == QLatin1String(Settings::Key::language))
        m_languages.choose(m_context.settings.text(Settings::Key::language));
    else if (key == QLatin1String(Settings::Key::theme))
        m_theme.choose(m_context.settings.text(Settings::Key::theme));
}

} // namespace Portolan::Ui
