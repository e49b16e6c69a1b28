// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/reconnector.h"
#include "ui/shell/restedtab.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabs.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

constexpr qsizetype kMostBytes = 4 * 1024 * 1024;

QJsonArray windowsIn(const QByteArray &kept)
{
    if (kept.size() > kMostBytes)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(kept).object();
    if (root.value(QLatin1String("version")).toInt() != 1)
        return {};
    return root.value(QLatin1String("windows")).toArray();
}

int countTabs(const QJsonObject &node, int depth)
{
    int count = 0;
    for (const QJsonValue &tab : node.value(QLatin1String("tabs")).toArray())
        count += tab.toObject().contains(QLatin1String("address")) ? 1 : 0;
    if (depth > 0) {
        for (const QJsonValue &part : node.value(QLatin1String("parts")).toArray())
            count += countTabs(part.toObject(), depth - 1);
    }
    return count;
}

} // namespace

Session::Session(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_last(workspace.context().settings.bytes(Key::sessionWindows))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, &Session::saveNow);
}

Session::Restore Session::choice() const
{
    const QString text = m_workspace.context().settings.text(Key::restoreSession);
    return text == QLatin1String("ask")     ? Restore::Ask
           : text == QLatin1String("never") ? Restore::Never
                                            : Restore::Always;
}

int Session::keptTabs() const
{
    int count = 0;
    for (const QJsonValue &window : windowsIn(m_last))
        count += countTabs(window.toObject().value(QLatin1String("layout")).toObject(), kMostDepth);
    return std::min(count, kMostTabs);
}

int Session::restore()
{
    const QJsonArray windows = windowsIn(m_last);
    int left = kMostTabs;
    int opened = 0;
    for (const QJsonValue &value : windows) {
        const QJsonObject kept = value.toObject();
        const QJsonObject layout = kept.value(QLatin1String("layout")).toObject();
        if (opened >= kMostWindows || layout.isEmpty())
            continue;
        MainWindow *window = m_workspace.openWindow();
        window->restoreGeometry(
            QByteArray::fromBase64(kept.value(QLatin1String("geometry")).toString().toLatin1()));
        window->area().restore(layout, kept.value(QLatin1String("current")).toInt(), left);
        if (QWidget *page = window->tabs().currentWidget())
            page->setFocus();
        window->show();
        ++opened;
    }
    const Settings &settings = m_workspace.context().settings;
    const bool all = settings.text(Key::connectRestored) == QLatin1String("all");
    const QStringList chosen = settings.list(Key::connectAtStart);
    for (const MainWindow *window : m_workspace.windows()) {
        for (RestedTab *tab : window->findChildren<RestedTab *>()) {
            if (all || chosen.contains(placeOf(tab->profile(), tab->address().toString())))
                m_workspace.reconnector().add(tab);
        }
    }
    return opened;
}

void Session::start()
{
    if (std::exchange(m_running, true))
        return;
    connect(&m_workspace, &Workspace::changed, this, &Session::onChanged);
    connect(&m_workspace, &Workspace::closing, this, &Session::onClosing);
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        // What windows did while they closed, one after the other, is not what was open.
        if (m_timer.isActive() && !m_closing)
            saveNow();
        m_timer.stop();
        m_workspace.disconnect(this);
    });
    onChanged();
}

QString Session::placeOf(const QString &profile, const QString &address)
{
    return profile.isEmpty() ? address : profile;
}

void Session::onChanged()
{
    // Not started anew by each change: a title may change all the time.
    if (!m_timer.isActive())
        m_timer.start();
}

void Session::onClosing()
{
    if (m_timer.isActive() && !m_closing)
        saveNow();
    m_closing = true;
}

void Session::saveNow()
{
    m_closing = false;
    m_timer.stop();
    QJsonArray windows;
    for (const MainWindow *window : m_workspace.windows()) {
        int current = 0;
        const QJsonObject layout = window->area().kept(current);
        windows.append(QJsonObject{
            {QStringLiteral("geometry"), QString::fromLatin1(window->saveGeometry().toBase64())},
            {QStringLiteral("layout"), layout},
            {QStringLiteral("current"), current}});
    }
    const QJsonObject root{{QStringLiteral("version"), 1}, {QStringLiteral("windows"), windows}};
    m_workspace.context().settings.set(Key::sessionWindows,
                                       QJsonDocument(root).toJson(QJsonDocument::Compact));
}

} // namespace Portolan::Ui
