// SPDX-License-Identifier: GPL-3.0-or-later
// What a window's tabs are, as the session keeps it:
//
//     {"tabs": [{"address": "ssh://...", "profile": "...", "title": "..."}, {}], "current": 0}
//     {"split": "right" or "below", "sizes": [400, 200], "parts": [ ... ]}
//
// A tab without an address is a start page.
#include "ui/shell/restedtab.h"
#include "ui/shell/session.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabs.h"
#include "ui/shell/workspace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSplitter>

#include <algorithm>

namespace Portolan::Ui {

namespace {

QJsonObject keptTab(const Address &address, const QString &profile, const QString &title)
{
    QJsonObject tab{{QStringLiteral("address"), address.toString()},
                    {QStringLiteral("title"), title.left(200)}};
    if (!profile.isEmpty())
        tab.insert(QStringLiteral("profile"), profile);
    return tab;
}

QJsonObject keptNode(const QWidget *node)
{
    if (const auto *splitter = qobject_cast<const QSplitter *>(node)) {
        QJsonArray sizes;
        for (const int size : splitter->sizes())
            sizes.append(size);
        QJsonArray parts;
        for (int i = 0; i < splitter->count(); ++i)
            parts.append(keptNode(splitter->widget(i)));
        const bool isRow = splitter->orientation() == Qt::Horizontal;
        return {
            {QStringLiteral("split"), isRow ? QStringLiteral("right") : QStringLiteral("below")},
            {QStringLiteral("sizes"), sizes},
            {QStringLiteral("parts"), parts}};
    }
    const auto *group = qobject_cast<const Tabs *>(node);
    if (!group)
        return {};
    QJsonArray tabs;
    for (int i = 0; i < group->count(); ++i) {
        if (const Panel *panel = group->panelAt(i))
            tabs.append(keptTab(panel->address(), panel->profile(), panel->title()));
        else if (const auto *rested = qobject_cast<RestedTab *>(group->widget(i)))
            tabs.append(keptTab(rested->address(), rested->profile(), rested->title()));
        else
            tabs.append(QJsonObject());
    }
    return {{QStringLiteral("tabs"), tabs}, {QStringLiteral("current"), group->currentIndex()}};
}

} // namespace

QJsonObject TabArea::kept(int &current) const
{
    current = int(groups().indexOf(m_current));
    return keptNode(m_root);
}

void TabArea::restore(const QJsonObject &layout, int current, int &left)
{
    QWidget *const start = m_current->currentWidget();
    fill(*m_current, layout, Session::kMostDepth, left);
    if (Tabs *group = Tabs::of(start); group && group->count() > 1)
        group->closeTab(group->indexOf(start));
    // A group whose tabs were not understood has nothing to show.
    for (Tabs *group : groups()) {
        if (group->count() == 0 && !onEmptied(group))
            group->openStart();
    }
    const QList<Tabs *> all = groups();
    makeCurrent(all[std::clamp(current, 0, int(all.size()) - 1)]);
}

void TabArea::fill(Tabs &group, const QJsonObject &layout, int depth, int &left)
{
    const QJsonArray parts = layout.value(QLatin1String("parts")).toArray();
    if (!parts.isEmpty()) {
        const bool isRow =
            layout.value(QLatin1String("split")).toString() == QLatin1String("right");
        QList<Tabs *> made{&group};
        for (qsizetype i = 1; i < parts.size() && depth > 0 && left > made.size(); ++i)
            made.append(split(*made.last(), isRow ? Side::Right : Side::Below));
        QList<int> sizes;
        for (const QJsonValue &size : layout.value(QLatin1String("sizes")).toArray())
            sizes.append(std::clamp(size.toInt(), 1, 100'000));
        if (auto *splitter = qobject_cast<QSplitter *>(group.parentWidget());
            splitter && sizes.size() == made.size() && splitter->count() == made.size())
            splitter->setSizes(sizes);
        for (qsizetype i = 0; i < made.size(); ++i)
            fill(*made[i], parts[i].toObject(), depth - 1, left);
        return;
    }
    int shown = layout.value(QLatin1String("current")).toInt();
    const QJsonArray tabs = layout.value(QLatin1String("tabs")).toArray();
    const int before = group.count();
    for (const QJsonValue &value : tabs) {
        if (left-- <= 0)
            break;
        const QJsonObject tab = value.toObject();
        const auto parsed = parseAddress(tab.value(QLatin1String("address")).toString());
        const PanelSpec *spec = parsed ? m_workspace.panelFor(parsed->address.scheme) : nullptr;
        if (spec)
            group.addRested(*spec,
                            OpenRequest{.address = parsed->address,
                                        .profile = tab.value(QLatin1String("profile")).toString(),
                                        .title = tab.value(QLatin1String("title")).toString(),
                                        .connect = false});
        else if (tab.isEmpty())
            group.openStart();
    }
    shown += before;
    if (shown >= before && shown < group.count())
        group.setCurrentIndex(shown);
}

} // namespace Portolan::Ui
